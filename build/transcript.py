#!/usr/bin/env python3
"""Replays the console blocks of a Markdown page and writes what the commands really print into it.

usage: build/transcript.py PAGE --site FOLDER [--program PATH] [--check]

The commands run one after the other in one shell, in a fresh copy of FOLDER. A line beginning with `$ ` in a ```console block is a
command, all other lines are its output; a line `…` keeps only so much of the output as stands before it. `<!-- keys: a q -->`
before a block gives the keys that are pressed at its last command, which then runs on a terminal of 80 columns.
`<!-- hidden: … -->` is a command that does not show. With --check nothing is written; the exit code tells whether each command
ended as `# exit N` in the comment before its block says (`<!-- exit: 1 -->`; 0 when not said).
"""

import argparse
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BLOCK = re.compile(r"(?P<notes>(?:<!-- (?:keys|hidden|exit): .*? -->\n)*)```console\n(?P<body>.*?)```\n", re.S)
NOTE = re.compile(r"<!-- (keys|hidden|exit): (.*?) -->\n")
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")


class Shell:
    """One bash whose commands are told apart by a mark."""

    def __init__(self, folder, program):
        path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        names = {"GIT_AUTHOR_NAME": "Redaksi", "GIT_COMMITTER_NAME": "Redaksi"}
        mails = {"GIT_AUTHOR_EMAIL": "redaksi@contoh.id", "GIT_COMMITTER_EMAIL": "redaksi@contoh.id"}
        plain = {"PATH": path, "GIT_CONFIG_GLOBAL": "/dev/null", "NO_COLOR": "1", "HOME": str(folder.parent)}
        self.environment = {**os.environ, **names, **mails, **plain}
        self.folder = folder
        pipe = subprocess.PIPE
        self.bash = subprocess.Popen(
            ["bash"], cwd=folder, env=self.environment, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True
        )

    def run(self, command):
        """What `command` prints, and its exit code."""
        self.bash.stdin.write(f"{command}\nlast=$?; echo \"=== $last\"; (exit $last)\n")
        self.bash.stdin.flush()
        lines = []
        for line in self.bash.stdout:
            if end := re.search(r"=== (\d+)$", line):
                lines.append(line[: end.start()])
                return "".join(lines), int(end[1])
            lines.append(line)
        raise RuntimeError(f"the shell ended at: {command}")

    def press(self, command, keys):
        """What `command` shows on a terminal where `keys` are pressed one after the other, and its exit code."""
        command = f"{self.run('export -p')[0]}\n{command}"
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.folder)
            environment = {**self.environment, "TERM": "xterm", "COLUMNS": "80", "LINES": "40"}
            os.execvpe("bash", ["bash", "-c", command], environment)
        shown = self.wait(terminal)
        for key in keys:
            os.write(terminal, {"enter": b"\r"}.get(key, key.encode()))
            shown += self.wait(terminal)
        shown += self.wait(terminal, quiet=10)
        os.close(terminal)
        _, status = os.waitpid(process, 0)
        return ESCAPE.sub("", shown.decode(errors="replace")), os.waitstatus_to_exitcode(status)

    @staticmethod
    def wait(terminal, quiet=1.5):
        """What appears until the terminal has been quiet for some seconds."""
        shown, last = b"", time.monotonic()
        while time.monotonic() - last < quiet:
            if select.select([terminal], [], [], 0.1)[0]:
                try:
                    read = os.read(terminal, 65536)
                except OSError:
                    break
                if not read:
                    break
                shown, last = shown + read, time.monotonic()
        return shown


def replay(block, shell, wrong):
    """The block with the output of now; codes that are not as expected are added to `wrong`."""
    notes = NOTE.findall(block["notes"])
    keys = next((text.split() for kind, text in notes if kind == "keys"), None)
    expected = [int(text) for kind, text in notes if kind == "exit"]
    for command in (text for kind, text in notes if kind == "hidden"):
        if shell.run(command)[1] != 0:
            wrong.append(command)
    parts = re.split(r"^\$ ", block["body"], flags=re.M)[1:]
    shown = []
    for number, part in enumerate(parts):
        command, _, before = part.partition("\n")
        is_last = number + 1 == len(parts)
        output, code = shell.press(command, keys) if keys and is_last else shell.run(command)
        if code != (expected[0] if expected and is_last else 0) and not command.startswith("echo $?"):
            wrong.append(f"{command}: exit code {code}\n{output}")
        lines = [line.rstrip() for line in output.rstrip().splitlines()]
        if "…" in before.splitlines():
            lines = lines[: before.splitlines().index("…")] + ["…"]
        shown.append("\n".join([f"$ {command}", *lines]) + "\n")
    return f"{block['notes']}```console\n{''.join(shown)}```\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", type=Path)
    parser.add_argument("--site", type=Path, required=True)
    parser.add_argument("--program", type=Path, default=Path("target/release/saksama"))
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "situs"
        shutil.copytree(arguments.site, folder, copy_function=shutil.copyfile)
        shell = Shell(folder, arguments.program.resolve())
        page = arguments.page.read_text(encoding="utf-8")
        page = BLOCK.sub(lambda block: replay(block, shell, wrong), page)
    if not arguments.check:
        arguments.page.write_text(page, encoding="utf-8")
    for line in wrong:
        print(f"{arguments.page}: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
