"""Plain text: lines of a page joined into paragraphs, and a header of fields before the text."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.sources import fields
from reader.sources.closed_words import CLOSED

WIDEST = 100
"""A longer line was not wrapped to fit a page."""

NARROWEST = 45
"""A paragraph whose full lines are shorter is verse or a list."""

_MARKED = re.compile(r"\s*(?:[-*•–—>|]|\d+[.)])\s|\s{2,}|\t")
_HYPHEN = re.compile(r"\w[-\u2010]\Z")
LEADS = frozenset(
    {
        "al", "an", "ar", "as", "at", "az", "el", "anti", "co", "counter", "cross", "de", "ex", "long", "mid",
        "mini", "multi", "non", "post", "pre", "pro", "re", "self", "semi", "so", "sub", "then", "two",
        "three", "four", "vice", "well",
    }
)  # fmt: skip
"""What English compounds begin with."""

FOLLOWS = frozenset(
    {
        "affiliated", "aligned", "allied", "appointed", "armed", "authored", "based", "border", "born",
        "brokered", "backed", "built", "century", "controlled", "driven", "dominated", "era",
        "funded", "held", "in", "installed", "long", "led", "level",
        "linked", "mediated", "month", "occupied", "old", "on", "out", "picked", "range", "ranking",
        "run", "scale", "sponsored", "style", "supported", "to", "trained", "up", "wide", "wing", "year",
    }
)  # fmt: skip
"""What they end with."""

_HEADER = re.compile(r"([^\W\d_][\w .-]{0,24}):[ \t]+(\S.*)\Z")


def unwrap(body: str) -> str:
    """Join the lines of paragraphs that were wrapped to fit a page; other paragraphs stay as they are.

    A paragraph counts as wrapped when every line but its last is nearly full: so long that the next line's first word
    would not have fitted into the page's width, which is that of the text's longest line.
    """
    paragraphs = body.split("\n\n")
    wrapped = [lines for part in paragraphs if len(lines := part.split("\n")) > 1 and _could_be_wrapped(lines)]
    if not wrapped:
        return body
    width = max(len(line) for lines in wrapped for line in lines)
    return "\n\n".join(_unwrap_paragraph(part, width) for part in paragraphs)


def _could_be_wrapped(lines: Sequence[str]) -> bool:
    longest = max(map(len, lines))
    return NARROWEST <= longest <= WIDEST and not any(map(_MARKED.match, lines))


def _unwrap_paragraph(paragraph: str, width: int) -> str:
    lines = paragraph.split("\n")
    if len(lines) < 2 or not _could_be_wrapped(lines):
        return paragraph
    misfits = sum(len(line) + 1 + len(after.split(" ", 1)[0]) <= width - 8 for line, after in pairwise(lines))
    # A stray short line is pardoned in a long paragraph: editors and quotations leave some.
    return paragraph if misfits * 4 > len(lines) - 1 else join_lines(lines)


def join_lines(lines: Sequence[str]) -> str:
    """Lines as one: with a space between, none where both sides are of a script without spaces, none after a hyphen.

    A hyphen at a line's end goes when it parted a word. It stays where the next line does not go on in lower case
    ("Anti-/Assad"), where the word has a hyphen before it ("state-of-the-/art") or is an acronym ("US-/backed"), and
    where either side is one that English compounds are made with ("Russian-/led"), unless
    both are a word that is written in one ("counter-/part").
    """
    out: list[str] = []
    before = lines[0]
    for line in lines[1:]:
        line = line.strip()
        if not _HYPHEN.search(before[-2:]):
            before += joint_of(before, line)
        elif _parts_word(before.split()[-1][:-1], line):
            before = before[:-1]
        out.append(before)
        before = line
    return "".join([*out, before])


def _parts_word(left: str, right: str) -> bool:
    if not right[:1].islower() or "-" in left or not left[-1:].isalpha() or (len(left) > 1 and left.isupper()):
        return False
    start = left.lstrip("\"'“‘«(").lower()
    follows = re.split(r"[\W_]", right, maxsplit=1)[0]
    return (start not in LEADS and follows not in FOLLOWS) or start + follows in CLOSED


def joint_of(left: str, right: str) -> str:
    """What stands between two lines once they are one: a space, or nothing between ideographs and kana."""
    return "" if left and right and _spaceless(left[-1]) and _spaceless(right[0]) else " "


def _spaceless(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"


def split_header(text: str) -> tuple[Mapping[str, str], str]:
    """The fields in the first lines of a text ("Title: …", "Date: …"), and the text after them.

    Lines count as a header when each has the form `name: value`, at least two have names that we know, and a blank line
    or the text's end follows; otherwise there is none, and all is text.
    """
    header, _, rest = text.lstrip("\n").partition("\n\n")
    found = {}
    lines = header.split("\n")
    for line in lines:
        match = _HEADER.match(line)
        if not match:
            return {}, text
        found[match[1]] = match[2]
    picked = {name: value for name, value in fields.pick(found).items() if value and name != "text"}
    return (picked, rest) if len(picked) >= 2 else ({}, text)
