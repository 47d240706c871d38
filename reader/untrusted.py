"""The one door for text from strangers.

Titles, bodies, names, URLs and messages come from files and feeds that anybody may have written. Here they are decoded and
rid of what could hide text from a reader or drive a terminal. Bidirectional controls are made visible, not dropped: a
researcher wants to know that they were there.
"""

import re
import unicodedata

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\ufeff\u00ad\u2060\ufff9-\ufffb\U000e0000-\U000e007f]")
_BLANK_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")
_SPACES_AT_END = re.compile(r"[ \t]+(?=\n|\Z)")

TITLE_LIMIT = 500
"""Longest title kept, in code points; a longer "title" is a body whose line breaks were lost."""


def _show_bidi(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match.group()):04X}⟩"


def clean_text(text: str) -> str:
    """Make a body safe to store, measure and show; idempotent, so that offsets into the result stay true.

    Line ends become "\\n", tabs stay, other control characters go, bidirectional controls become visible marks such as
    ⟨U+202E⟩, the text is put in NFC, runs of blank lines shrink to one, and spaces at line ends go.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = _INVISIBLE.sub("", _BIDI.sub(_show_bidi, _CONTROLS.sub("", text)))
    text = unicodedata.normalize("NFC", text)
    return _BLANK_LINES.sub("\n\n", _SPACES_AT_END.sub("", text)).strip("\n")


def clean_line(text: str, limit: int = TITLE_LIMIT) -> str:
    """Make a one-line value (title, name, author, URL, message) safe: as `clean_text`, on one line, at most `limit` long."""
    line = " ".join(clean_text(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
