"""Turns the pages of a Mallard help (GNOME) into HTML that can be linted.

    python3 build/mallard.py gnome-user-docs/usr/share/help/id OUT
"""

import pathlib
import re
import sys

CODE = "cmd|file|sys|input|output|gui|guiseq|key|keyseq|app"
ELEMENTS = [
    (r"(?s)<info>.*?</info>", ""),
    (r"<(/?)(?:title|subtitle|desc)\b[^>]*>", r"<\1h2>"),
    (r"<(/?)item\b[^>]*>", r"<\1li>"),
    (r"<(/?)(?:terms|steps|list)\b[^>]*>", r"<\1ul>"),
    (rf"<(/?)(?:{CODE})\b[^>]*>", r"<\1code>"),
    (r"<(/?)screen\b[^>]*>", r"<\1pre>"),
]

source, out = map(pathlib.Path, sys.argv[1:3])
out.mkdir(parents=True, exist_ok=True)
for page in sorted(source.rglob("*.page")):
    text = page.read_text(encoding="utf-8")
    for pattern, html in ELEMENTS:
        text = re.sub(pattern, html, text)
    name = "_".join(page.relative_to(source).parts)
    (out / f"{name}.html").write_text(text, encoding="utf-8")
