// Lints files under Node and with the native program, and says where the two differ.
//
// node compare.mjs MODULE BINARY FILE...

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { ConfigurationError, Saksama } from "../../editors/web/saksama.mjs";

const [module, binary, ...files] = process.argv.slice(2);
const bytes = readFileSync(module);

/** The findings of the native program, without what only a file has. */
function native(file) {
  const options = ["check", "--no-config", "--exit-zero", "--format", "json", file];
  const { diagnostics } = JSON.parse(execFileSync(binary, options, { encoding: "utf8" }));
  return diagnostics.map(({ path, location, ...finding }) => finding);
}

/** The findings under WebAssembly, with places in bytes. */
function inBytes(text, findings) {
  const byte = (unit) => Buffer.byteLength(text.slice(0, unit));
  const placed = ({ start, end, ...rest }) => ({ ...rest, start: byte(start), end: byte(end) });
  return findings.map((finding) => ({
    ...placed(finding),
    related: finding.related.map(placed),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(placed) })),
  }));
}

const saksama = await Saksama.start(bytes);
let count = 0;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const found = saksama.lint(text, file);
  assert.deepEqual(inBytes(text, found), native(file), file);
  assert.deepEqual(saksama.lint(text, file), found, `${file}, again`);
  count += found.length;
}
assert.ok(count > 0, "nothing was found to compare");

const [finding] = saksama.lint("🙂 Rapat di mulai.", "draf.txt");
assert.equal("🙂 Rapat di mulai.".slice(finding.start, finding.end), "di mulai");
const english = await Saksama.start(bytes, { lang: "en", configuration: 'rules.di-terpisah = "info"' });
assert.equal(english.lint("Rapat di mulai.")[0].severity, "info");
await assert.rejects(Saksama.start(bytes, { configuration: "rules.tidak-ada = 1" }), ConfigurationError);

const size = (statSync(module).size / 1e6).toFixed(1);
console.log(`WebAssembly and native program agree: ${count} findings in ${files.length} files; the module has ${size} MB`);
