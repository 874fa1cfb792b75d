// The extension: starts the server when the first text is opened, and follows the settings.
import * as vscode from "vscode";
import { register } from "./commands";
import { Session } from "./session";
import { Status } from "./status";
import { chooseLanguage } from "./texts";

/** Settings that count only when the server is started. */
const STARTING = ["path", "languages", "run", "scope"].map((name) => `saksama.${name}`);

let session: Session | undefined;

/** Called by VS Code when a text is opened that Saksama reads. */
export function activate(context: vscode.ExtensionContext): void {
  chooseLanguage();
  const log = vscode.window.createOutputChannel("Saksama", { log: true });
  const status = new Status();
  const own = new Session(context.extension, status, log);
  session = own;
  context.subscriptions.push(log, status, own, register(own));
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("saksama.lang")) chooseLanguage();
      if (change.affectsConfiguration("saksama.enable")) status.draw();
      if (STARTING.some((name) => change.affectsConfiguration(name))) void own.restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void own.restart()),
  );
  void own.restart();
}

/** Called by VS Code at the end. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
