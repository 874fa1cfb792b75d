// In which order the program is looked for, on each system.
import assert from "node:assert/strict";
import { test } from "node:test";
import { places, type Surroundings } from "../src/places";

const LINUX: Surroundings = {
  platform: "linux",
  arch: "x64",
  home: "/home/ani",
  pathVariable: "/usr/local/bin::/usr/bin:/usr/local/bin",
  workspace: "/home/ani/artikel",
  extension: "/ext",
};

const WINDOWS: Surroundings = {
  platform: "win32",
  arch: "arm64",
  home: "C:\\Users\\Ani",
  pathVariable: "C:\\bin;",
  workspace: undefined,
  extension: "C:\\ext",
};

test("the PATH comes before cargo's folder, and that before what the extension brings along", () => {
  assert.deepEqual(places("", LINUX), [
    "/usr/local/bin/saksama",
    "/usr/bin/saksama",
    "/home/ani/.cargo/bin/saksama",
    "/ext/bundled/linux-x64/saksama",
    "/ext/bundled/saksama",
  ]);
  assert.deepEqual(places(" ", WINDOWS), [
    "C:\\bin\\saksama.exe",
    "C:\\Users\\Ani\\.cargo\\bin\\saksama.exe",
    "C:\\ext\\bundled\\win32-arm64\\saksama.exe",
    "C:\\ext\\bundled\\saksama.exe",
  ]);
});

test("a setting counts alone", () => {
  const cases: [string, Surroundings, string][] = [
    ["/opt/saksama", LINUX, "/opt/saksama"],
    [" ~/bin/saksama ", LINUX, "/home/ani/bin/saksama"],
    ["~ani/saksama", LINUX, "/home/ani/artikel/~ani/saksama"],
    ["alat/saksama", LINUX, "/home/ani/artikel/alat/saksama"],
    ["${workspaceFolder}/alat/saksama", LINUX, "/home/ani/artikel/alat/saksama"],
    ["alat/saksama", { ...LINUX, workspace: undefined }, "/home/ani/alat/saksama"],
    ["~\\saksama.exe", WINDOWS, "C:\\Users\\Ani\\saksama.exe"],
    ["D:\\saksama.exe", WINDOWS, "D:\\saksama.exe"],
  ];
  for (const [setting, around, file] of cases) assert.deepEqual(places(setting, around), [file], setting);
});
