// Where the program `saksama` may be: the setting, the PATH, cargo's folder, the extension's own folder.
import * as path from "node:path";

/** What the places depend on. */
export interface Surroundings {
  /** As `process.platform` has it. */
  platform: NodeJS.Platform;
  /** As `process.arch` has it. */
  arch: string;
  /** The person's folder. */
  home: string;
  /** The variable PATH. */
  pathVariable: string;
  /** The first workspace folder, where there is one. */
  workspace: string | undefined;
  /** The folder of this extension. */
  extension: string;
}

/** The files that may be the program, best first. A setting counts alone: who names a file means it. */
export function places(setting: string, around: Surroundings): string[] {
  const { join, delimiter } = around.platform === "win32" ? path.win32 : path.posix;
  if (setting.trim() !== "") return [named(setting.trim(), around)];
  const name = around.platform === "win32" ? "saksama.exe" : "saksama";
  const onPath = around.pathVariable.split(delimiter).filter((folder) => folder !== "");
  const bundled = join(around.extension, "bundled", `${around.platform}-${around.arch}`);
  const folders = [...onPath, join(around.home, ".cargo", "bin"), bundled, join(around.extension, "bundled")];
  return [...new Set(folders.map((folder) => join(folder, name)))];
}

/** The file that a setting names: `~` is the person's folder, and a relative path begins at the workspace folder. */
function named(setting: string, around: Surroundings): string {
  const { join, isAbsolute } = around.platform === "win32" ? path.win32 : path.posix;
  const root = around.workspace ?? around.home;
  const text = setting.replace(/^~(?=$|[/\\])/, () => around.home).replaceAll("${workspaceFolder}", () => root);
  return isAbsolute(text) ? text : join(root, text);
}
