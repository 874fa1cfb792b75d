// What the person can have done: by the command palette, or by the menu of the status bar.
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { checkFiles } from "./files";
import type { Session } from "./session";
import { t } from "./texts";

/** Registers all commands. */
export function register(session: Session): vscode.Disposable {
  const commands: [string, () => unknown][] = [
    ["saksama.fixAllSafe", () => withServer(session, fixAllSafe)],
    ["saksama.checkFiles", () => withServer(session, checkFiles)],
    ["saksama.restart", () => session.restart()],
    ["saksama.showLog", () => session.log.show()],
    ["saksama.showMenu", showMenu],
    ["saksama.openPathSetting", openPathSetting],
    ["saksama.openWalkthrough", openWalkthrough],
  ];
  return vscode.Disposable.from(...commands.map(([name, run]) => vscode.commands.registerCommand(name, run)));
}

async function withServer(session: Session, work: (client: LanguageClient) => Promise<void>): Promise<void> {
  const client = session.running;
  if (client !== undefined) return work(client);
  const restart = t("Restart");
  const chosen = await vscode.window.showWarningMessage(t("Saksama is not running."), restart, t("Show the log"));
  if (chosen !== undefined) await vscode.commands.executeCommand(chosen === restart ? "saksama.restart" : "saksama.showLog");
}

async function fixAllSafe(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    void vscode.window.showInformationMessage(t("Open a text first: its safe fixes are applied."));
    return;
  }
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const done = await client.sendRequest<{ edits: number }>("workspace/executeCommand", {
    command: "saksama.fixAll",
    arguments: [{ uri }],
  });
  const said = done.edits === 0 ? t("Saksama: nothing here can be fixed safely.") : t("Saksama: safe fixes applied. Undo takes them back.");
  vscode.window.setStatusBarMessage(said, 8000);
}

async function showMenu(): Promise<void> {
  const items = [
    { label: `$(wand) ${t("Apply all safe fixes")}`, command: "saksama.fixAllSafe" },
    { label: `$(warning) ${t("Show the findings")}`, command: "workbench.actions.view.problems" },
    { label: `$(folder) ${t("Check all files of the workspace")}`, command: "saksama.checkFiles" },
    { label: `$(gear) ${t("Settings")}`, command: "workbench.action.openSettings", argument: "@ext:saksama.saksama" },
    { label: `$(output) ${t("Show the log")}`, command: "saksama.showLog" },
    { label: `$(debug-restart) ${t("Restart")}`, command: "saksama.restart" },
    { label: `$(book) ${t("First steps")}`, command: "saksama.openWalkthrough" },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: "Saksama" });
  if (chosen === undefined) return;
  await vscode.commands.executeCommand(chosen.command, ...("argument" in chosen ? [chosen.argument] : []));
}

/** Opens the settings where `saksama.path` is: it belongs to the machine that the program runs on. */
function openPathSetting(): Thenable<unknown> {
  const isElsewhere = vscode.env.remoteName !== undefined;
  const command = isElsewhere ? "workbench.action.openRemoteSettings" : "workbench.action.openSettings";
  return vscode.commands.executeCommand(command, isElsewhere ? { query: "saksama.path" } : "saksama.path");
}

function openWalkthrough(): Thenable<unknown> {
  return vscode.commands.executeCommand("workbench.action.openWalkthrough", "saksama.saksama#start", false);
}
