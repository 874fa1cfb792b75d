// The browser that the tests look through: the system's Chromium, driven by the extension's own playwright-core.
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../../../editors/vscode/package.json", import.meta.url))("playwright-core");

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens a browser with a fresh profile. $CHROMIUM names the program where it is not /usr/bin/chromium. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: QUIET });
}
