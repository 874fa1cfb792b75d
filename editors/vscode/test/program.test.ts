// Which of several programs is taken, and which versions suit.
import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { search } from "../src/program";
import { suits, versionIn, type Version } from "../src/version";

test("a version is read from what the program says, and from nothing else", () => {
  assert.deepEqual(versionIn("saksama 0.12.3\n"), [0, 12, 3]);
  assert.deepEqual(versionIn("saksama 1.0.0-rc.1"), [1, 0, 0]);
  for (const other of ["", "0.1.0", "seksama 0.1.0", "saksama 0.1", "bash: saksama 0.1.0"]) {
    assert.equal(versionIn(other), undefined, other);
  }
});

test("a program suits that is not older and of the same line", () => {
  const cases: [Version, Version, boolean][] = [
    [[0, 1, 0], [0, 1, 0], true],
    [[0, 1, 7], [0, 1, 2], true],
    [[0, 1, 1], [0, 1, 2], false],
    [[0, 2, 0], [0, 1, 0], false],
    [[1, 4, 0], [1, 3, 9], true],
    [[1, 3, 8], [1, 3, 9], false],
    [[2, 0, 0], [1, 0, 0], false],
    [[0, 9, 0], [1, 0, 0], false],
  ];
  for (const [program, wanted, does] of cases) assert.equal(suits(program, wanted), does, `${program} for ${wanted}`);
});

test("the first program that suits is taken, the first that does not is told", async () => {
  const said: Record<string, string> = { old: "saksama 0.0.9", other: "hello", good: "saksama 0.1.3", late: "saksama 0.1.4" };
  const look = (files: string[]) => search(files, [0, 1, 0], async (file) => said[file]);
  assert.deepEqual(await look(["none", "old", "good", "late"]), { kind: "found", file: "good", version: "0.1.3" });
  assert.deepEqual(await look(["none", "other", "old"]), { kind: "unsuitable", file: "other", said: "hello" });
  assert.deepEqual(await look(["none", "nowhere"]), { kind: "missing", looked: ["none", "nowhere"] });
});

test("programs on disk are asked; one that fails does not suit", { skip: process.platform === "win32" }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "saksama-"));
  const file = async (name: string, script: string, mode: number) => {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), mode);
    return join(folder, name);
  };
  const fails = await file("fails", "exit 3", 0o755);
  const plain = await file("plain", "echo saksama 0.1.0", 0o644);
  const good = await file("good", "echo saksama 0.1.0", 0o755);
  assert.deepEqual(await search([fails, plain, good], [0, 1, 0]), { kind: "found", file: good, version: "0.1.0" });
  assert.equal((await search([fails, plain], [0, 1, 0])).kind, "unsuitable");
  assert.equal((await search([plain], [0, 1, 0])).kind, "missing");
  await rm(folder, { recursive: true });
});
