// What is left of a hover.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutMessages } from "../src/hover";

test("messages go, all else stays", () => {
  const one = "**Tulis “dimulai”.** [`di-terpisah`](file:///x.md)\n\nAwalan **di-** ditulis serangkai.\n\n*Kaidah:* EYD V";
  assert.equal(withoutMessages(one), "[`di-terpisah`](file:///x.md)\n\nAwalan **di-** ditulis serangkai.\n\n*Kaidah:* EYD V");
  assert.equal(withoutMessages(`**A \\*b.** \`x\`\n\nB.\n\n---\n\n${one}`).match(/Tulis|A \\/g), null);
  assert.equal(withoutMessages("**Penting** bukan pesan."), "**Penting** bukan pesan.");
});
