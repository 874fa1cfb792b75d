// The texts that the extension shows, in the language of its messages.
import * as vscode from "vscode";
import indonesian from "../l10n/bundle.l10n.id.json";

/** A text, named by what it is in English. */
export type Text = keyof typeof indonesian;

let isIndonesian = false;

/**
 * Chooses the language: that of the setting `saksama.lang`, else that of VS Code. The setting goes first, since few who
 * write Indonesian have VS Code itself in Indonesian.
 */
export function chooseLanguage(): void {
  const asked = vscode.workspace.getConfiguration("saksama").get<string>("lang") || vscode.env.language;
  isIndonesian = asked === "id";
}

/** The text in the chosen language, with `values` in the places `{0}`, `{1}` and so on. */
export function t(text: Text, ...values: (string | number)[]): string {
  return filled(isIndonesian ? indonesian[text] : text, values);
}

function filled(text: string, values: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place));
}
