// A writer's day in VS Code with the extension: every step is done with keys and looked at on the screen and on disk.
//
// Started by tests/editors/vscode/run, which says in the environment where things are: $CODE starts the editor,
// $EXTENSIONS is the folder of its extensions, $SAKSAMA the program, $PICTURES where pictures go.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { Editor } from "./editor.mjs";

const { CODE, EXTENSIONS, SAKSAMA, PICTURES } = process.env;
const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const seeds = new URL("../../../seeds/", import.meta.url);
const SEED = readFileSync(new URL(readdirSync(seeds).filter((name) => name.endsWith(".txt")).sort()[0], seeds), "utf8");
const ARTICLE = here("artikel.md");

let editor;
let page;

before(async () => {
  const files = {
    "artikel.md": ARTICLE,
    "naskah.txt": SEED,
    "lain/rapat.txt": "Rapat di mulai pukul sembilan.\n",
    "halaman.html": "<!doctype html>\n<p>Rapat di mulai pukul <b>sembilan</b>.</p>\n",
    "catatan.mdx": "# Catatan\n\nRapat di mulai pukul sembilan.\n",
    "README.md": "# A README\n\nThis file is in English, and there is nothing to find in it.\n",
  };
  editor = await Editor.open({ code: CODE, extensions: EXTENSIONS, program: dirname(SAKSAMA), files });
  page = editor.page;
  page.setDefaultTimeout(20_000);
});

afterEach(async (context) => {
  if (!context.passed) await picture(`failed-${context.name.replaceAll(/\W+/g, "-")}`);
});

after(() => editor?.close());

const picture = (name) => editor.picture(join(PICTURES, `${name}.png`));

/** Waits until `state` gives `wanted`. */
async function becomes(state, wanted) {
  let last;
  for (let tries = 0; tries < 150; tries++) {
    last = await state();
    if (last === wanted) return;
    await page.waitForTimeout(100);
  }
  assert.equal(last, wanted);
}

/** How many findings the status bar counts: none with a tick, and nothing at all where it does not run. */
async function counted() {
  const text = (await editor.status().innerText()).trim();
  return Number(/^Saksama(?:: (\d+))?$/.exec(text)?.[1] ?? 0);
}

/** How many findings the item counts in all files, which it says under the pointer. */
async function countedInAll() {
  return Number(/, (\d+) in all files/.exec((await editor.status().getAttribute("aria-label")) ?? "")?.[1]);
}

/** What the program itself finds in, or makes of, a text. */
function byCommandLine(name, text) {
  const flags = ["check", "-", "--no-config", "--exit-zero", "--quiet", "--stdin-filename", name];
  const run = (...more) => execFileSync(SAKSAMA, [...flags, ...more], { input: text, encoding: "utf8", stdio: "pipe" });
  return { count: run("--format", "jsonl").split('"rule":').length - 1, fixed: () => run("--fix") };
}

/** What the program itself finds in the folder as it is on disk, or in one file of it. */
function findingsOnDisk(path = ".") {
  const flags = ["check", path, "--exit-zero", "--quiet", "--format", "jsonl"];
  return execFileSync(SAKSAMA, flags, { cwd: editor.folder, encoding: "utf8" }).split('"rule":').length - 1;
}

/** Waits until the status bar counts what the program finds in a file that is as it is on disk, and gives that number. */
async function countedOf(name) {
  const count = findingsOnDisk(name);
  await becomes(counted, count);
  return count;
}

/** The rows of problems with this text. */
const problem = (text) => editor.problems().filter({ hasText: text });

/** The line and column, from 1, where `words` stand in a text. */
function placeOf(text, words) {
  const lines = text.slice(0, text.indexOf(words)).split("\n");
  return [lines.length, lines.at(-1).length + 1];
}

/** Opens the menu of fixes on `words` of the text at hand, and chooses one. */
async function fix(text, words, title) {
  await editor.goTo(...placeOf(text, words));
  await editor.fixes();
  await editor.choose(title);
}

test("findings are underlined, listed and counted as the command line counts them", async () => {
  await editor.openFile("naskah.txt");
  await page.keyboard.press("Control+Shift+m");
  const { count } = byCommandLine("naskah.txt", SEED);
  assert.ok(count > 20, `${count} findings`);
  await becomes(counted, count);
  await problem("di-terpisah").first().waitFor();
  await editor.underlined().first().waitFor();
  await picture("seed");
});

test("pictures of it, in dark and light", async () => {
  await editor.openFile("artikel.md");
  await editor.command("View: Close Primary Side Bar");
  for (const [theme, name] of [["Default Light Modern", "light"], ["Default Dark Modern", "dark"]]) {
    editor.settings({ "workbench.colorTheme": theme });
    await page.locator(`.monaco-workbench.${name === "light" ? "vs" : "vs-dark"}`).waitFor();
    await page.keyboard.press("Control+1");
    await editor.goTo(1, 1);
    await problem("di mulai").waitFor();
    await picture(`problems-${name}`);
    await editor.goTo(...placeOf(ARTICLE, "Resiko"));
    await editor.fixes();
    await picture(`fixes-${name}`);
    await page.keyboard.press("Escape");
  }
});

test("every language that is promised is read, and an English text is left alone", async () => {
  for (const [name, count] of [["halaman.html", 1], ["catatan.mdx", 1], ["README.md", 0]]) {
    await editor.openFile(name);
    await becomes(counted, count);
  }
});

test("the rule, its reason and its norm stand under the pointer, and its page opens as a page", async () => {
  await editor.openFile("artikel.md");
  await becomes(counted, byCommandLine("artikel.md", ARTICLE).count);
  await editor.goTo(...placeOf(ARTICLE, "di mulai"));
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+i");
  const shown = page.locator(".monaco-hover .hover-contents");
  await shown.filter({ hasText: "Kaidah: EYD V" }).waitFor();
  const text = (await shown.allInnerTexts()).join("\n");
  assert.equal(text.split("Tulis “dimulai”").length - 1, 1, text);
  await picture("hover");
  await page.keyboard.press("Escape");
  await problem("di mulai").locator("a", { hasText: "di-terpisah" }).click({ modifiers: ["ControlOrMeta"] });
  await page.locator(".tab.active[data-resource-name='di-terpisah.md']").waitFor();
  await page.locator("iframe.webview.ready").first().waitFor();
  await page.waitForTimeout(1000);
  assert.equal(await problem("di-terpisah.md").count(), 0, "nothing is found in the page of a rule");
  await picture("rule-page");
});

test("a fix is accepted with one key", async () => {
  await editor.openFile("artikel.md");
  const before = await countedOf("artikel.md");
  await editor.goTo(...placeOf(ARTICLE, "di mulai"));
  const titles = await (await editor.fixes()).allInnerTexts();
  assert.deepEqual(titles.map((title) => title.trim()), ["Tulis “dimulai”", "Abaikan di-terpisah di sini", "Matikan aturan di-terpisah (saksama.toml)"]);
  await editor.choose("Tulis “dimulai”");
  await editor.save();
  assert.equal(editor.read("artikel.md"), ARTICLE.replace("di mulai", "dimulai"));
  await becomes(counted, before - 1);
});

test("a finding is ignored in its place", async () => {
  const text = editor.read("artikel.md");
  const before = await countedOf("artikel.md");
  await fix(text, "merubah", "Abaikan merubah di sini");
  await becomes(counted, before - 1);
  await editor.save();
  const now = editor.read("artikel.md");
  assert.match(now, /<!-- saksama-disable-(next-)?line merubah -->/);
  assert.ok(now.includes("merubah lahan"));
});

test("a word is accepted for good", async () => {
  const before = await countedOf("artikel.md");
  await fix(editor.read("artikel.md"), "cabe", "Terima kata “cabe”");
  await becomes(counted, before - 1);
  assert.equal(editor.read("saksama.words.txt"), "cabe\n");
});

test("a rule is turned off, and a change of saksama.toml takes effect at once", async () => {
  const before = await countedOf("artikel.md");
  await fix(editor.read("artikel.md"), "antar kota", "Matikan aturan bentuk-terikat-terpisah");
  await becomes(counted, before - 1);
  assert.equal(editor.read("saksama.toml"), '[rules]\nbentuk-terikat-terpisah = "off"\n');
  editor.write("saksama.toml", "");
  await becomes(counted, before);
});

test("all files are checked, and a file that is then opened is not told twice", async () => {
  await editor.command("Saksama: Check All Files of the Workspace");
  const done = page.locator(".notification-toast", { hasText: /\d+ temuan di \d+ berkas/ });
  await done.waitFor();
  await becomes(countedInAll, findingsOnDisk());
  await picture("all-files");
  await editor.command("Notifications: Clear All Notifications");
  await editor.openFile("rapat.txt");
  await becomes(counted, 1);
  await page.waitForTimeout(1000);
  assert.equal(await counted(), 1);
});

test("all safe fixes are applied from the status bar, as --fix would", async () => {
  await editor.openFile("naskah.txt");
  await becomes(counted, byCommandLine("naskah.txt", SEED).count);
  await editor.status().click();
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Apply all safe fixes" }).click();
  const { fixed } = byCommandLine("naskah.txt", SEED);
  await becomes(counted, byCommandLine("naskah.txt", fixed()).count);
  await editor.save();
  assert.equal(editor.read("naskah.txt"), fixed());
});

test("settings take effect while one writes", async () => {
  await editor.openFile("rapat.txt");
  await becomes(counted, 1);
  editor.settings({ "saksama.lang": "en" });
  await problem("Write “dimulai”").first().waitFor();
  await editor.status().click();
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Apply all safe fixes" }).waitFor();
  await page.keyboard.press("Escape");
  editor.settings({ "saksama.lang": "id", "saksama.ignore": ["di-terpisah"] });
  await becomes(counted, 0);
  await editor.status().click();
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Terapkan semua perbaikan yang aman" }).waitFor();
  await page.keyboard.press("Escape");
  editor.settings({ "saksama.enable": false });
  await editor.status().locator(".codicon-circle-slash").waitFor();
  assert.equal(await problem("rapat.txt").count(), 0);
  editor.settings({ "saksama.run": "onSave" });
  await becomes(counted, 1);
  await page.keyboard.press("Control+1");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Rapat di tutup pukul sepuluh.");
  await page.waitForTimeout(1500);
  assert.equal(await counted(), 1, "nothing is looked for before the text is saved");
  await editor.save();
  await becomes(counted, 2);
  editor.settings({ "editor.codeActionsOnSave": { "source.fixAll.saksama": "explicit" } });
  await page.waitForTimeout(500);
  await page.keyboard.type(" Lalu di buka lagi.");
  await editor.save();
  await becomes(() => editor.read("lain/rapat.txt"), "Rapat dimulai pukul sembilan.\nRapat ditutup pukul sepuluh. Lalu dibuka lagi.");
  editor.settings({});
});

test("the whole workspace is checked all the time where that is wanted", async () => {
  editor.settings({ "saksama.scope": "workspace" });
  await becomes(countedInAll, findingsOnDisk());
  editor.write("baru.md", "Rapat di mulai pukul sembilan.\n");
  await becomes(countedInAll, findingsOnDisk());
  await editor.openFile("baru.md");
  await becomes(counted, 1);
  await page.waitForTimeout(1000);
  assert.equal(await countedInAll(), findingsOnDisk());
  editor.settings({});
});

test("a server that ends by mistake is started again", async () => {
  await editor.openFile("artikel.md");
  const before = await countedOf("artikel.md");
  const first = editor.languageServer();
  process.kill(first);
  await becomes(() => ![undefined, first].includes(editor.languageServer()), true);
  await becomes(counted, before);
});

test("a text without a file is checked", async () => {
  await editor.command("File: New Untitled Text File");
  await page.locator(".tab.active", { hasText: "Untitled-1" }).waitFor();
  await page.keyboard.type("Rapat di mulai pukul sembilan.");
  await becomes(counted, 1);
  await editor.goTo(1, 8);
  await editor.fixes();
  await editor.choose("Tulis “dimulai”");
  await becomes(counted, 0);
});

test("a program that is missing or of another version is told, and what helps is offered", async () => {
  await editor.openFile("artikel.md");
  const notice = (text) => page.locator(".notification-toast", { hasText: text });
  editor.settings({ "saksama.path": "/tidak/ada/saksama" });
  await notice("There is no program /tidak/ada/saksama").waitFor();
  await editor.status().locator(".codicon-warning").waitFor();
  await picture("missing");
  await notice("There is no program").getByRole("button", { name: "Open the setting" }).click();
  await page.locator(".settings-editor", { hasText: "Saksama: Path" }).waitFor();
  const other = join(editor.folder, "saksama-lain");
  writeFileSync(other, "#!/bin/sh\necho saksama 9.0.0\n");
  chmodSync(other, 0o755);
  editor.settings({ "saksama.path": "saksama-lain" });
  await notice("it says “saksama 9.0.0”").waitFor();
  await notice("it says “saksama 9.0.0”").getByRole("button", { name: "How to install" }).click();
  await page.getByText("Install the program", { exact: true }).first().waitFor();
  await page.waitForTimeout(1000);
  await picture("first-steps");
  editor.settings({});
  await editor.openFile("artikel.md");
  await editor.status().locator(".codicon-pencil").waitFor();
});

test("in Indonesian, all that the extension says is Indonesian", async () => {
  await editor.close();
  editor = await Editor.open({ code: CODE, extensions: EXTENSIONS, program: dirname(SAKSAMA), files: { "artikel.md": ARTICLE }, lang: "id" });
  page = editor.page;
  await editor.openFile("artikel.md");
  await page.keyboard.press("Control+Shift+m");
  await becomes(counted, byCommandLine("artikel.md", ARTICLE).count);
  await editor.command("View: Close Primary Side Bar");
  await editor.command("Saksama: Tampilkan Menu");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Terapkan semua perbaikan yang aman" }).waitFor();
  await picture("menu-id");
  await page.keyboard.press("Escape");
  await editor.command("Saksama: Langkah Pertama");
  await page.getByText("Pasang programnya", { exact: true }).first().waitFor();
  await picture("first-steps-id");
});
