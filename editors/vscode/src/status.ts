// The item in the status bar: whether the server runs, and how much it finds in the text at hand.
import * as vscode from "vscode";
import { t } from "./texts";

/** How the server is. */
export type State = "starting" | "running" | "stopped" | "missing";

/** The item in the status bar. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("saksama", vscode.StatusBarAlignment.Right, 100);
  private readonly listeners: vscode.Disposable;
  private state: State = "starting";
  /** What the tooltip says of the server. */
  private detail = "";

  constructor() {
    this.item.name = "Saksama";
    this.item.command = "saksama.showMenu";
    this.listeners = vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics(() => this.draw()),
      vscode.window.onDidChangeActiveTextEditor(() => this.draw()),
    );
    this.draw();
    this.item.show();
  }

  /** Shows how the server is, and `detail` under the pointer. */
  show(state: State, detail = ""): void {
    this.state = state;
    this.detail = detail;
    this.draw();
  }

  dispose(): void {
    this.listeners.dispose();
    this.item.dispose();
  }

  /** Shows what holds now. */
  draw(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const isOn = vscode.workspace.getConfiguration("saksama", uri).get<boolean>("enable") ?? true;
    const state = this.state === "running" && !isOn ? "off" : this.state;
    const here = uri === undefined ? 0 : count(vscode.languages.getDiagnostics(uri));
    const all = vscode.languages.getDiagnostics().reduce((sum, [, diagnostics]) => sum + count(diagnostics), 0);
    this.item.text = `${icon(state, here)} Saksama${state === "running" && here > 0 ? `: ${here}` : ""}`;
    const lines = [stateText(state), this.detail];
    if (state === "running") lines.push(t("{0} findings here, {1} in all files shown", here, all));
    this.item.tooltip = lines.filter((line) => line !== "").join("\n");
    const isWrong = this.state === "stopped" || this.state === "missing";
    this.item.backgroundColor = isWrong ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.item.accessibilityInformation = { label: this.item.tooltip, role: "button" };
  }
}

/** How many of the diagnostics are Saksama's. */
function count(diagnostics: readonly vscode.Diagnostic[]): number {
  return diagnostics.filter((diagnostic) => diagnostic.source === "saksama").length;
}

function icon(state: State | "off", here: number): string {
  switch (state) {
    case "starting": return "$(sync~spin)";
    case "running": return here > 0 ? "$(pencil)" : "$(check)";
    case "off": return "$(circle-slash)";
    case "stopped":
    case "missing": return "$(warning)";
  }
}

function stateText(state: State | "off"): string {
  switch (state) {
    case "starting": return t("Saksama is starting");
    case "running": return t("Saksama is reading along");
    case "off": return t("Saksama is turned off (setting saksama.enable)");
    case "stopped": return t("Saksama has stopped");
    case "missing": return t("The program saksama was not found, or its version does not suit");
  }
}
