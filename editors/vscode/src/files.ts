// The check of all files of the workspace, with its progress.
import * as vscode from "vscode";
import { WorkDoneProgress, type LanguageClient } from "vscode-languageclient/node";
import { t } from "./texts";

let checks = 0;

/** Has all files checked, shows how far that is, and at the end how much was found; it can be called off. */
export async function checkFiles(client: LanguageClient): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    void vscode.window.showInformationMessage(t("Open a folder first: all its texts are checked."));
    return;
  }
  const place = { location: vscode.ProgressLocation.Notification, title: t("Saksama checks all files"), cancellable: true };
  const result = await vscode.window.withProgress(place, (progress, cancelled) => check(client, progress, cancelled));
  const show = t("Show the findings");
  const chosen = await vscode.window.showInformationMessage(`Saksama: ${result}`, show);
  if (chosen === show) await vscode.commands.executeCommand("workbench.actions.view.problems");
}

/** Runs the check; what the server says at its end. */
async function check(
  client: LanguageClient,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  cancelled: vscode.CancellationToken,
): Promise<string> {
  const token = `saksama-files-${++checks}`;
  let shown = 0;
  const ended = new Promise<string>((resolve) => {
    const listening = vscode.Disposable.from(
      client.onProgress(WorkDoneProgress.type, token, (value) => {
        if (value.kind === "end") {
          listening.dispose();
          resolve(value.message ?? "");
        } else if (value.kind === "report") {
          progress.report({ message: value.message, increment: (value.percentage ?? shown) - shown });
          shown = value.percentage ?? shown;
        }
      }),
      client.onDidChangeState(() => {
        listening.dispose();
        resolve(t("the check was broken off"));
      }),
      cancelled.onCancellationRequested(() => client.sendNotification("window/workDoneProgress/cancel", { token })),
    );
  });
  await client.sendRequest("workspace/executeCommand", { command: "saksama.checkWorkspace", workDoneToken: token });
  return ended;
}
