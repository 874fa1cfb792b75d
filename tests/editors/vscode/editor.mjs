// A real VS Code in a browser, on a folder of its own: how the tests open texts, look at what is shown, and press keys.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { launch } from "./browser.mjs";

/** Settings that keep the editor quiet and every picture the same. */
const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.colorTheme": "Default Dark Modern",
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "editor.minimap.enabled": false,
  "editor.wordWrap": "on",
  "editor.cursorBlinking": "solid",
  "editor.unicodeHighlight.ambiguousCharacters": false,
  "editor.occurrencesHighlight": "off",
  "chat.commandCenter.enabled": false,
  "window.commandCenter": false,
  "files.autoSave": "off",
};

const SIZE = { width: 1200, height: 760 };

/** An editor with a window on its folder. */
export class Editor {
  /** The folder that is open. */
  folder;
  /** The page of the browser. */
  page;

  /**
   * Starts an editor on a new folder with `files`, names to texts.
   *
   * `code` is the command that starts code-server, `extensions` the folder of its extensions, `program` the folder that the
   * PATH begins with, `lang` the language of the editor.
   */
  static async open({ code, extensions, program, files, lang = "en" }) {
    const editor = new Editor();
    editor.home = mkdtempSync(join(tmpdir(), "saksama-vscode-"));
    editor.folder = join(editor.home, "artikel");
    Object.entries(files).forEach(([name, text]) => editor.write(name, text));
    editor.write("../data/User/settings.json", JSON.stringify(SETTINGS));
    if (lang !== "en") editor.speak(lang);
    const port = await freePort();
    const address = `127.0.0.1:${port}`;
    const flags = ["--auth", "none", "--bind-addr", address, "--user-data-dir", join(editor.home, "data")];
    flags.push("--extensions-dir", extensions, "--disable-workspace-trust", "--disable-telemetry");
    flags.push("--disable-update-check", "--disable-getting-started-override", "--locale", lang, editor.folder);
    const [node, ...entry] = code.split(" ");
    // The editor asks the person's shell for the PATH.
    writeFileSync(join(editor.home, ".profile"), `PATH="${program}:$PATH"\n`);
    const env = { ...process.env, SHELL: "/bin/sh", HOME: editor.home, XDG_CACHE_HOME: join(editor.home, "cache") };
    editor.server = spawn(node, [...entry, ...flags], { env, stdio: "ignore", detached: true });
    editor.browser = await launch();
    editor.page = await editor.browser.newPage({ viewport: SIZE, locale: lang });
    await answering(`http://${address}/healthz`);
    await editor.page.goto(`http://${address}/?folder=${editor.folder}`);
    await editor.page.locator(".monaco-workbench .statusbar").waitFor({ timeout: 60_000 });
    return editor;
  }

  /** Ends the editor and removes its folder. */
  async close() {
    await this.browser?.close();
    const isGone = once(this.server, "exit");
    process.kill(-this.server.pid);
    await isGone;
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Writes a file of the folder, past the editor. */
  write(name, text) {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** A file of the folder, as it is on disk. */
  read(name) {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** Sets the settings of the folder. */
  settings(settings) {
    this.write(".vscode/settings.json", JSON.stringify(settings));
  }

  /** Has the editor take the texts of extensions in a language, as a language pack without any texts would. */
  speak(lang) {
    const translations = join(this.home, "translations.json");
    writeFileSync(translations, JSON.stringify({ contents: {} }));
    const extension = { extensionIdentifier: { id: "test.language-pack" }, version: "1.0.0" };
    const pack = { hash: lang, extensions: [extension], translations: { vscode: translations }, label: lang };
    writeFileSync(join(this.home, "data", "languagepacks.json"), JSON.stringify({ [lang]: pack }));
  }

  /** Opens a file of the folder. */
  async openFile(name) {
    await this.pick("Control+p", name, name.split("/").at(-1));
    await this.page.locator(`.tab.active[data-resource-name="${name.split("/").at(-1)}"]`).waitFor();
  }

  /** Runs a command by the title it has in the palette. */
  async command(title) {
    await this.pick("F1", `>${title}`, title);
  }

  /** Puts the cursor before column `column` of line `line`, both from 1. */
  async goTo(line, column) {
    await this.pick("Control+g", `:${line}:${column}`, /\d/);
  }

  /** Saves the text at hand, which has been changed, and waits until it is saved. */
  async save() {
    await this.page.locator(".tab.active.dirty").waitFor();
    await this.page.keyboard.press("Control+s");
    await this.page.locator(".tab.active.dirty").waitFor({ state: "detached" });
  }

  /** The number of the process `saksama lsp` that this editor runs. */
  languageServer() {
    const rows = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).trim().split("\n");
    const processes = rows.map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row)?.slice(1) ?? []);
    const parents = new Map(processes.map(([pid, parent]) => [pid, parent]));
    const isOwn = (pid) => pid === String(this.server.pid) || (parents.has(pid) && isOwn(parents.get(pid)));
    const found = processes.find(([pid, , args]) => args?.endsWith("saksama lsp") && isOwn(pid));
    return found === undefined ? undefined : Number(found[0]);
  }

  /** What the item of Saksama in the status bar shows. */
  status() {
    return this.page.locator("[id='saksama.saksama.saksama']");
  }

  /** The rows of the list of problems. */
  problems() {
    return this.page.locator(".markers-panel .monaco-list-row");
  }

  /** The underlined places in the text. */
  underlined() {
    return this.page.locator(".monaco-editor .view-overlays [class*=squiggly-]");
  }

  /**
   * The rows of the menu of fixes at the cursor, opened. An editor that has just moved its cursor may say that there are
   * none, and is asked again.
   */
  async fixes() {
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    for (let tries = 1; ; tries++) {
      await this.page.keyboard.press("Control+.");
      const isOpen = await rows.first().waitFor({ timeout: 3000 }).then(() => true, () => false);
      if (isOpen) return rows;
      if (tries === 5) throw new Error("no fixes are offered here");
    }
  }

  /** Chooses a row of the menu of fixes that is open, with the keys. */
  async choose(title) {
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    const titles = await rows.allInnerTexts();
    const at = titles.findIndex((text) => text.includes(title));
    if (at < 0) throw new Error(`no “${title}” among ${titles.join(", ")}`);
    for (let step = 0; step < at; step++) await this.page.keyboard.press("ArrowDown");
    await this.page.locator(".action-widget .monaco-list-row.focused", { hasText: title }).waitFor();
    await this.page.keyboard.press("Enter");
    await rows.first().waitFor({ state: "hidden" });
  }

  /** Takes a picture of the window. */
  async picture(file) {
    mkdirSync(dirname(file), { recursive: true });
    await this.page.mouse.move(SIZE.width / 2, 2);
    await this.page.screenshot({ path: file });
  }

  /** Opens the field that `key` opens, writes `text`, and takes the row with `row` in it; a new file may not be listed at once. */
  async pick(key, text, row, tries = 5) {
    const input = this.page.locator(".quick-input-widget input[type=text]");
    await this.page.keyboard.press(key);
    await input.waitFor();
    await input.fill(text);
    const chosen = this.page.locator(".quick-input-list .monaco-list-row", { hasText: row }).first();
    try {
      await chosen.click({ timeout: 5000 });
    } catch (late) {
      if (tries === 1) throw late;
      await this.page.keyboard.press("Escape");
      return this.pick(key, text, row, tries - 1);
    }
    await chosen.waitFor({ state: "hidden" });
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

async function answering(address) {
  for (let tries = 0; tries < 300; tries++) {
    const isUp = await fetch(address).then((answer) => answer.ok, () => false);
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} does not answer`);
}
