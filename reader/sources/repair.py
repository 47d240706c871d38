"""Text that was decoded wrongly before it came here, put right where that is certain."""

import re

_SUSPECT = re.compile(
    "[ÂÃÄÅÎÏÐÑ×ØÙâãäåæçèéêëìïðÐ][\u0080-\u00ff\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
"""How UTF-8 looks that was read as Windows-1252: a letter with an accent, and a sign that seldom stands behind one."""


def repaired(text: str) -> str:
    """A text with lines that were encoded twice ("MÃ¼ller") as they were meant; other lines stay as they are."""
    if not _SUSPECT.search(text):
        return text
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    if not _SUSPECT.search(line):
        return line
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(line):
        return line
    fixed = fix_encoding(line)
    # Every character that was encoded twice comes out as one: what is no shorter was something else.
    return fixed if len(fixed) < len(line) and not is_bad(fixed) else line
