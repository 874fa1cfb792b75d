// That package.json says what the server, the documentation and the translations say.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import manifest from "../package.json";
import english from "../package.nls.json";
import indonesian from "../package.nls.id.json";

const ROOT = "../../";
const read = (file: string) => readFileSync(file, "utf8");
const all = (text: string, expression: RegExp) => [...text.matchAll(expression)].map((found) => found[1] ?? "");
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
const properties: Record<string, { enum?: string[]; default: unknown }> = manifest.contributes.configuration.properties;

/** Settings that the extension keeps to itself. */
const OWN = ["languages", "path", "trace.server"];

test("the settings are those that the server reads and the documentation names", () => {
  const offered = sorted(Object.keys(properties).map((key) => key.replace(/^saksama\./, "")));
  const shared = offered.filter((name) => !OWN.includes(name));
  const source = read(`${ROOT}src/lsp/settings.rs`).split("#[cfg(test)]")[0] ?? "";
  assert.deepEqual(shared, sorted(all(source, /\b(?:text|flag|list)\("(\w+)"\)/g)));
  for (const file of ["README.md", "README.id.md"]) {
    const section = read(`${ROOT}docs/editors/${file}`).split(/^## /m).find((part) => /^(Settings|Setelan|Pengaturan)/.test(part)) ?? "";
    const rows = section.split("\n").filter((line) => line.startsWith("| `"));
    assert.deepEqual(sorted(rows.flatMap((row) => all(row.split("|")[1] ?? "", /`(\w+)`/g))), shared, file);
  }
});

test("the profiles are those of the program", () => {
  const names = /const NAMES[^=]*= \[(.*?)\]/s.exec(read(`${ROOT}src/config/genre.rs`))?.[1] ?? "";
  assert.deepEqual(properties["saksama.profile"]?.enum?.filter((name) => name !== ""), all(names, /"(\w+)"/g));
});

test("every text stands in both languages and is used", () => {
  assert.deepEqual(Object.keys(indonesian), Object.keys(english));
  const used = sorted(all(JSON.stringify(manifest), /"%([^"%]+)%"/g));
  assert.deepEqual(used, sorted(Object.keys(english)));
  const bundle: Record<string, string> = JSON.parse(read("l10n/bundle.l10n.id.json"));
  for (const [text, translation] of Object.entries(bundle)) {
    assert.deepEqual(sorted(all(text, /(\{\d\})/g)), sorted(all(translation, /(\{\d\})/g)), text);
  }
});

test("every file that is named is there", () => {
  const named = all(JSON.stringify([manifest, english, indonesian]), /"((?:images|walkthrough)\/[^"]+)"/g);
  assert.ok(named.length >= 7, named.join());
  assert.deepEqual(named.filter((file) => !existsSync(file)), []);
});

test("the version is the program's", () => {
  assert.equal(manifest.version, /^version = "(.*)"$/m.exec(read(`${ROOT}Cargo.toml`))?.[1]);
});
