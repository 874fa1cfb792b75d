// What the person is told where the program is missing or does not suit.
import * as vscode from "vscode";
import type { Search } from "./program";
import { t } from "./texts";

/** Says what is wrong and offers what helps. */
export function tellMissing(found: Exclude<Search, { kind: "found" }>, log: vscode.LogOutputChannel): void {
  const message = messageOf(found);
  log.error(message);
  if (found.kind === "missing") found.looked.forEach((file) => log.info(t("Not there: {0}", file)));
  void offer(message);
}

function messageOf(found: Exclude<Search, { kind: "found" }>): string {
  const setting = vscode.workspace.getConfiguration("saksama").get<string>("path") ?? "";
  if (found.kind === "unsuitable") {
    return t("{0} does not suit this extension: it says “{1}”. Install a version that goes with the extension.", found.file, found.said);
  }
  if (setting !== "") {
    return t("There is no program {0}, which the setting saksama.path names. Correct the setting, or empty it to look on the PATH.", found.looked[0] ?? setting);
  }
  return t("The program saksama was not found. Install it, or name its place in the setting saksama.path; until then nothing is checked.");
}

async function offer(message: string): Promise<void> {
  const install = t("How to install");
  const settings = t("Open the setting");
  const again = t("Try again");
  const chosen = await vscode.window.showErrorMessage(`Saksama: ${message}`, install, settings, again);
  if (chosen === install) await vscode.commands.executeCommand("saksama.openWalkthrough");
  if (chosen === settings) await vscode.commands.executeCommand("saksama.openPathSetting");
  if (chosen === again) await vscode.commands.executeCommand("saksama.restart");
}
