// One run of the server after another: finding the program, starting, stopping, and saying what is wrong.
import { homedir } from "node:os";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { clientOf, follow } from "./client";
import { tellMissing } from "./missing";
import { places } from "./places";
import { search } from "./program";
import type { Status } from "./status";
import { versionIn } from "./version";

/** The server, as the person sees it: there or not. */
export class Session implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private follower: vscode.Disposable | undefined;
  /** Starts and stops are done one after the other. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly extension: vscode.Extension<unknown>,
    private readonly status: Status,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** The client, where the server runs. */
  get running(): LanguageClient | undefined {
    return this.client?.isRunning() ? this.client : undefined;
  }

  /** Starts the server anew. */
  restart(): Promise<void> {
    return this.next(async () => {
      await this.halt();
      await this.begin();
    });
  }

  /** Stops the server. */
  stop(): Promise<void> {
    return this.next(() => this.halt());
  }

  dispose(): void {
    this.follower?.dispose();
  }

  private next(step: () => Promise<void>): Promise<void> {
    this.last = this.last.then(step).catch((error: unknown) => {
      this.log.error(String(error));
      this.status.show("stopped", String(error));
    });
    return this.last;
  }

  private async begin(): Promise<void> {
    this.status.show("starting");
    const found = await search(this.places(), this.wanted());
    if (found.kind !== "found") {
      this.status.show("missing");
      tellMissing(found, this.log);
      return;
    }
    this.log.info(`${found.file}: saksama ${found.version}`);
    this.client = clientOf(found.file, this.log);
    this.follower = follow(this.client, this.status, `${found.file} (${found.version})`);
    await this.client.start();
  }

  private async halt(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.follower?.dispose();
    await client?.dispose();
    this.status.show("stopped");
  }

  private places(): string[] {
    const setting = vscode.workspace.getConfiguration("saksama").get<string>("path") ?? "";
    return places(setting, {
      platform: process.platform,
      arch: process.arch,
      home: homedir(),
      pathVariable: process.env["PATH"] ?? "",
      workspace: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      extension: this.extension.extensionPath,
    });
  }

  /** The version of the program that this extension needs: its own. */
  private wanted() {
    const own = versionIn(`saksama ${String(this.extension.packageJSON.version)}`);
    if (own === undefined) throw new Error("the extension has no version");
    return own;
  }
}
