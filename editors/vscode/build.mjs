// Bundles the extension into dist/, with its licences and the notices of what is in the bundle; with --tests, the tests into target/tests.
import { readdirSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { noticesOf } from "./notices.mjs";

const flags = new Set(process.argv.slice(2));
const common = { bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "warning" };

if (flags.has("--tests")) {
  const tests = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  await build({
    ...common,
    entryPoints: tests.map((name) => `test/${name}`),
    outdir: "target/tests",
    outExtension: { ".js": ".cjs" },
    sourcemap: "inline",
  });
} else {
  const bundle = await build({
    ...common,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
    minify: flags.has("--minify"),
    sourcemap: !flags.has("--minify"),
    metafile: true,
  });
  await Promise.all(["LICENSE-MIT", "LICENSE-APACHE"].map((name) => copyFile(`../../${name}`, `dist/${name}`)));
  await writeFile("dist/THIRD-PARTY-NOTICES.txt", noticesOf(Object.keys(bundle.metafile.inputs)));
}
