// What stands under the pointer, without what VS Code shows there by itself.

/**
 * The Markdown of the server's hover without the message that each finding begins with: VS Code has it right above, where
 * it shows the findings themselves.
 */
export function withoutMessages(markdown: string): string {
  return markdown.split(BETWEEN).map((finding) => finding.replace(MESSAGE, "")).join(BETWEEN);
}

/** What stands between two findings of one place. */
const BETWEEN = "\n\n---\n\n";

/** A message in bold before the name of the rule. */
const MESSAGE = /^\*\*.*?\*\* (?=\[?`)/s;
