// Draws editors/vscode/images/icon.svg as the PNG that VS Code wants beside it.
//
// usage: node tests/editors/vscode/icon.mjs
import { readFileSync } from "node:fs";
import { launch } from "./browser.mjs";

const images = new URL("../../../editors/vscode/images/", import.meta.url);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
await page.setContent(`<style>body { margin: 0 }</style>${readFileSync(new URL("icon.svg", images), "utf8")}`);
await page.screenshot({ path: new URL("icon.png", images).pathname, omitBackground: true });
await browser.close();
