"""Runs action.yml, the GitLab job and the hooks of pre-commit on a site with a history, and looks at what they leave behind."""

import json
import os
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
OLD = "# Rapat warga\n\nRapat di mulai pukul sembilan.\n\nWarga datang dari dua desa.\n"
NEW = OLD + "\nMereka pulang kerumah pada sore hari.\n"


def run(command, folder, **more):
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", **more.pop("env", {})}
    return subprocess.run(command, cwd=folder, env=environment, text=True, capture_output=True, **more)


def git(folder, *arguments):
    identity = ["-c", "user.name=Penulis", "-c", "user.email=penulis@contoh.id", "-c", "init.defaultBranch=main"]
    done = run(["git", *identity, *arguments], folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


class Site(unittest.TestCase):
    """A site of two articles: on `main` with one old defect, on `ubah` with a new one."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name) / "situs"
        self.folder.mkdir()
        git(self.folder, "init", "--quiet")
        self.write("rapat.md", OLD)
        self.write("desa.md", "# Desa\n\nDesa itu terletak di kaki gunung.\n")
        git(self.folder, "add", ".")
        git(self.folder, "commit", "--quiet", "-m", "artikel")
        git(self.folder, "update-ref", "refs/remotes/origin/main", "main")
        git(self.folder, "checkout", "--quiet", "-b", "ubah")
        self.write("rapat.md", NEW)
        git(self.folder, "commit", "--quiet", "-am", "pulang")

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")


class Action(Site):
    """The steps of `action.yml` with a shell; those that use other actions are GitHub's own."""

    def act(self, base="", **inputs):
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        inputs = {name: inputs.get(name, given["default"]) for name, given in action["inputs"].items()}
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        known |= {"github.action_path": str(ROOT), "github.base_ref": base, "runner.temp": str(self.folder.parent)}
        files = {name: self.folder.parent / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.write_text("")
        told, code = "", 0
        for step in action["runs"]["steps"]:
            if "run" not in step or code != 0:
                continue
            fill = lambda text: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: known[found[1]], text)
            environment = {name: fill(value) for name, value in step.get("env", {}).items()}
            environment |= {name: str(path) for name, path in files.items()}
            done = run(["bash", "-eo", "pipefail", "-c", step["run"]], self.folder, env=environment)
            told, code = told + done.stdout + done.stderr, done.returncode
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
        return code, told, outputs, files["GITHUB_STEP_SUMMARY"].read_text()

    def test_everything(self):
        code, told, outputs, summary = self.act()
        self.assertEqual(code, 1, told)
        self.assertEqual(outputs, {"exit-code": "1", "sarif": "saksama.sarif"})
        self.assertRegex(told, r"::error file=rapat\.md,line=3,.*di-terpisah")
        self.assertRegex(told, r"::error file=rapat\.md,line=7,")
        self.assertIn("di-terpisah", summary)
        results = json.loads(self.read("saksama.sarif"))["runs"][0]["results"]
        self.assertEqual(len(results), 2)

    def test_a_pull_request_sees_what_it_changes(self):
        code, told, _, _ = self.act(base="main", changed="auto")
        self.assertEqual(code, 1, told)
        self.assertNotIn("line=3,", told)
        self.assertRegex(told, r"::error file=rapat\.md,line=7,")

    def test_inputs_are_words_and_not_shell(self):
        self.write("dua kata; $(touch bocor).md", "Warga di minta datang.\n")
        code, told, outputs, _ = self.act(paths="dua kata; $(touch bocor).md\n\ndesa.md", sarif="", args="--select\ndi-terpisah\n")
        self.assertEqual((code, outputs), (1, {"exit-code": "1"}), told)
        self.assertFalse((self.folder / "bocor").exists())
        self.assertEqual(told.count("::error"), 1, told)

    def test_work_that_cannot_be_done(self):
        code, told, outputs, _ = self.act(paths="tidak-ada.md")
        self.assertEqual((code, outputs["exit-code"]), (2, "2"), told)


class GitLab(Site):
    """The script of the job, line by line in one shell, as a runner does it."""

    def job(self, **variables):
        document = yaml.safe_load((ROOT / "integrations/gitlab/saksama.yml").read_text())
        script = "\n".join(document["saksama"]["script"])
        given = {**document["variables"], **variables}
        done = run(["bash", "-eo", "pipefail", "-c", script], self.folder, env=given)
        reports = document["saksama"]["artifacts"]["reports"]
        quality = json.loads(self.read(reports["codequality"]))
        tests = xml.parse(self.folder / reports["junit"]).getroot()
        return done, quality, tests

    def test_a_branch(self):
        done, quality, tests = self.job()
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual([found["location"]["lines"]["begin"] for found in quality], [3, 7])
        self.assertEqual(len({found["fingerprint"] for found in quality}), 2)
        self.assertEqual(len(list(tests.iter("failure"))), 2)

    def test_a_merge_request(self):
        base = git(self.folder, "merge-base", "main", "ubah")
        done, quality, _ = self.job(CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual([found["location"]["lines"]["begin"] for found in quality], [7])


class PreCommit(Site):
    """The hooks, through pre-commit, from a clone of this repository."""

    def hook(self, name, *arguments):
        clone = self.folder.parent / "saksama"
        git(self.folder.parent, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone))
        # What is being worked on counts, committed or not.
        (clone / ".pre-commit-hooks.yaml").write_text((ROOT / ".pre-commit-hooks.yaml").read_text())
        git(clone, "add", "--all")
        git(clone, "commit", "--quiet", "--allow-empty", "-m", "hooks")
        hooks = {"id": name, "args": list(arguments)} if arguments else {"id": name}
        repository = {"repo": str(clone), "rev": git(clone, "rev-parse", "HEAD"), "hooks": [hooks]}
        self.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [repository]}))
        git(self.folder, "add", ".")
        store = {"PRE_COMMIT_HOME": str(self.folder.parent / "pre-commit")}
        return run(["pre-commit", "run", "--all-files"], self.folder, env=store)

    def test_the_installed_program(self):
        done = self.hook("saksama-system")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("di-terpisah", done.stdout)

    def test_clean_articles_pass(self):
        self.write("rapat.md", "# Rapat\n\nRapat dimulai pukul sembilan.\n")
        done = self.hook("saksama-system")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_arguments_arrive(self):
        done = self.hook("saksama-system", "--select", "kata-ganda")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    @unittest.skipUnless(os.environ.get("SAKSAMA_BUILD_HOOK"), "building takes minutes: SAKSAMA_BUILD_HOOK=1")
    def test_the_program_is_built_and_fixes(self):
        done = self.hook("saksama-fix")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("files were modified by this hook", done.stdout)
        self.assertIn("dimulai", self.read("rapat.md"))


if __name__ == "__main__":
    unittest.main()
