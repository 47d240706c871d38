"""The one door for text from strangers.

Titles, bodies, names, URLs and messages come from files and feeds that anybody may have written. Here they are
decoded and rid of what could hide text from a reader or drive a terminal. Controls that reorder text are made
visible, not dropped: a researcher wants to know that they were there.

What goes, and why:
- control characters (C0 but tab and line feed, DEL, C1), lone surrogates and noncharacters: they drive terminals or
  break files. C1 codes are first read as Windows-1252, as browsers read them (WHATWG, "numeric character reference
  end state"): in news texts they are nearly always quotes and dashes whose encoding was mistaken;
- what has no width and no meaning for reading: soft hyphen, zero-width space, word joiner, the byte order mark,
  invisible operators, fillers, tags, and the marks LRM, RLM and ALM. Inside a name each of them would make two names
  of one. Khmer, Thai and Lao lose their marked word breaks with the zero-width space; no space is put in its place,
  as they write none;
- from the fifth on, marks heaped on one letter.
What stays: the zero-width joiner and non-joiner (Persian and Indic spelling, emoji) and the variation selectors.
"""

import re
import unicodedata

_ODD = re.compile(r"[^\t\n\x20-\x7e]")
"""What an ordinary English text has little of: without it, most of the work can be left out."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\u2028]")
_SHOWN_SOFT_HYPHEN = re.compile("\u00ad(?=\n)")
_BLANK_LINES = re.compile(r"\n{3,}")
_HEAPED_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})[\u0300-\u036f"
    "\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_HIDDEN_IN_PATHS = re.compile(f"{_CONTROLS.pattern}|{_BIDI.pattern}|{_INVISIBLE.pattern}|[\t\n\x0b-\r\u2028\u2029]")

_DRIVES_TERMINALS = re.compile(f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]|{_BIDI.pattern}")

TITLE_LIMIT = 500
"""Longest title kept, in code points; a longer "title" is a body whose line breaks were lost."""


def _windows_1252(match: re.Match[str]) -> str:
    code = ord(match.group())
    return bytes([code]).decode("cp1252", "ignore") if 0x80 <= code <= 0x9F else ""


def _show_bidi(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match.group()):04X}⟩"


def clean_text(text: str) -> str:
    """Make a body safe to store, measure and show; idempotent, so that offsets into the result stay true.

    Line ends become "\\n", tabs stay, other control and invisible characters go (the module says which), controls that
    reorder text become visible marks such as ⟨U+202E⟩, the text is put in NFC, runs of blank lines shrink to one, and
    spaces at line ends go.
    """
    text = clean_markup(text)
    # Line by line: a pattern for spaces at line ends takes a time that grows with the square of a long run of spaces.
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip("\n")


def clean_markup(text: str) -> str:
    """Make a text safe whose blanks mean something: as `clean_text`, but blank lines and spaces at line ends stay."""
    if _ODD.search(text):
        text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
        # At a line's end a soft hyphen is a hyphen: the word was parted there.
        text = _SHOWN_SOFT_HYPHEN.sub("-", text)
        text = _INVISIBLE.sub("", _BIDI.sub(_show_bidi, _CONTROLS.sub(_windows_1252, text)))
        text = _HEAPED_MARKS.sub(r"\1", unicodedata.normalize("NFC", text))
    return text


def clean_line(text: str, limit: int = TITLE_LIMIT) -> str:
    """Make a one-line value (title, name, URL, message) safe: as `clean_text`, on one line, at most `limit` long."""
    line = " ".join(clean_text(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def shown(text: str) -> str:
    """Text on its way to a terminal, lines and tabs kept: what would drive the terminal is shown as `\\u001b`."""
    return _DRIVES_TERMINALS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def clean_path(path: str) -> str:
    """Make a file's path safe to store and show, and still unlike any other: what hides becomes `\\u001b`."""
    return _HIDDEN_IN_PATHS.sub(lambda match: f"\\u{ord(match.group()):04x}", path)
