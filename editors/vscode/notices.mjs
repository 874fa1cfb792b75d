// The licences of the packages that are in a bundle, as a text to ship with it. Only permissive ones may be there.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const PERMISSIVE = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "0BSD"]);

/** The notices of all packages that the bundled files `inputs` belong to; throws where a licence is not permissive. */
export function noticesOf(inputs) {
  const folders = new Set(inputs.map(packageOf).filter((folder) => folder !== undefined));
  return [...folders].sort().map(noticeOf).join(`\n${"-".repeat(80)}\n\n`);
}

/** The folder of the package that a bundled file belongs to; none for the extension's own files. */
export function packageOf(input) {
  const last = input.lastIndexOf("node_modules/");
  if (last < 0) return undefined;
  const start = last + "node_modules/".length;
  const parts = input.slice(start).split("/");
  return input.slice(0, start) + parts.slice(0, parts[0].startsWith("@") ? 2 : 1).join("/");
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!PERMISSIVE.has(license)) throw new Error(`${name} ${version}: the licence ${license} is not known as permissive`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version}: no text of its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
