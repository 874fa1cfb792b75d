// Finding the program: the first of the places that holds one of a version that suits.
import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { suits, versionIn, type Version } from "./version";

/** What came of looking for the program. */
export type Search =
  | { kind: "found"; file: string; version: string }
  | { kind: "unsuitable"; file: string; said: string }
  | { kind: "missing"; looked: string[] };

/** What a file says to `--version`; none where there is no such program. */
export type Ask = (file: string) => Promise<string | undefined>;

/** Looks for a program that suits `wanted`; of several that do not suit, the first is told. */
export async function search(places: string[], wanted: Version, ask: Ask = askVersion): Promise<Search> {
  let unsuitable: Search | undefined;
  for (const file of places) {
    const said = await ask(file);
    if (said === undefined) continue;
    const version = versionIn(said);
    if (version !== undefined && suits(version, wanted)) return { kind: "found", file, version: version.join(".") };
    unsuitable ??= { kind: "unsuitable", file, said: said.trim().split("\n")[0] ?? "" };
  }
  return unsuitable ?? { kind: "missing", looked: places };
}

/** Runs `file --version`; what it prints, or the reason why it cannot be run. */
async function askVersion(file: string): Promise<string | undefined> {
  try {
    await access(file, constants.X_OK);
  } catch {
    return undefined;
  }
  return await new Promise((resolve) => {
    execFile(file, ["--version"], { timeout: 10_000 }, (error, out) => resolve(error === null ? out : error.message));
  });
}
