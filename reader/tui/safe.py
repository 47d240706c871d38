"""The one way from untrusted text to the screen.

Titles, bodies, names, URLs and messages were written by strangers. `reader.untrusted` cleaned them on entry; here they
are made harmless once more, without changing their length, and become `Content`, which parses no markup.
"""

import re

from rich.cells import cell_len, set_cell_size
from textual.content import Content

_STAND_IN = "\ufffd"
_HARMFUL = (
    *range(0x20),
    *range(0x7F, 0xA0),
    *(0x061C, 0x200E, 0x200F, 0x2028, 0x2029),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
)
"""C0, DEL, C1, bidirectional controls, line separators, lone surrogates: what could drive a terminal or hide text."""
_HARM = re.compile("[" + "".join(re.escape(chr(code)) for code in _HARMFUL) + "]")


def shown(text: str) -> str:
    """The text as it may be drawn: as long as before in code points, no controls, tabs and line ends as spaces."""
    return _HARM.sub(_STAND_IN, text.replace("\t", " ").replace("\n", " "))


def plain(text: str, style: str = "") -> Content:
    """Untrusted text in one style of ours."""
    return Content.styled(shown(text), style) if style else Content(shown(text))


def assemble(*parts: tuple[str, str] | str) -> Content:
    """Several pieces of text, each as it stands or with a style of ours."""
    return Content.assemble(*(shown(part) if isinstance(part, str) else (shown(part[0]), part[1]) for part in parts))


def clip(text: str, width: int) -> str:
    """One line of text in at most `width` cells, with an ellipsis where it was cut; safe to draw."""
    text = shown(text)
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def fit(text: str, width: int) -> str:
    """As `clip`, padded with spaces to exactly `width` cells."""
    text = clip(text, width)
    return text + " " * max(0, width - cell_len(text))
