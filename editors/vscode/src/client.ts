// The connection to the server `saksama lsp`.
import * as vscode from "vscode";
import { LanguageClient, RevealOutputChannelOn, State as Run, type LanguageClientOptions } from "vscode-languageclient/node";
import { withoutMessages } from "./hover";
import type { Status } from "./status";

/** A client of the server that `file` is; not started yet. */
export function clientOf(file: string, log: vscode.LogOutputChannel): LanguageClient {
  const settings = vscode.workspace.getConfiguration("saksama");
  const languages = settings.get<string[]>("languages") ?? [];
  const options: LanguageClientOptions = {
    documentSelector: languages.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language }))),
    initializationOptions: settings,
    synchronize: { configurationSection: "saksama" },
    diagnosticPullOptions: { onChange: settings.get("run") !== "onSave", onSave: true },
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        hover?.contents.forEach((part) => {
          if (part instanceof vscode.MarkdownString) part.value = withoutMessages(part.value);
        });
        return hover;
      },
    },
  };
  return new LanguageClient("saksama", "Saksama", { command: file, args: ["lsp"] }, options);
}

/** Has the status bar follow the client. */
export function follow(client: LanguageClient, status: Status, detail: string): vscode.Disposable {
  return client.onDidChangeState(({ newState }) => {
    status.show(newState === Run.Running ? "running" : newState === Run.Starting ? "starting" : "stopped", detail);
  });
}
