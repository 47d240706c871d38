"""Where sentences begin and end, so that the recogniser never cuts one in two without need.

A line break always ends a sentence (titles, datelines and lists have no full stop). Inside a line a sentence ends at
`.`, `!`, `?` or an ellipsis with what closes after it, before a space and something that can open a sentence; not after
a title ("Gen."), an initial ("J."), or a dotted abbreviation ("U.S.") unless a word follows that seldom follows a name.
Training and use share this module, as they share `words`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.names.tables import LEGAL_ABBREVIATIONS, Title, titles

_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085\f\v]+")
_END = re.compile(r"(?<![.!?…؟。])[.!?…؟。]++[\"'”’»)\]]*+\s++(?=[\"'“‘«(\[]*+[^\W_])")
"""Possessive, and begun at the first of several stops only: a megabyte of dots must not cost a megabyte squared."""

_OTHER_ABBREVIATIONS = frozenset(
    "mt ft vs no nos art fig bros jr sr jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "approx est etc dept univ assn ave blvd rd op cit al eg ie cf".split()
)
_ABBREVIATIONS = titles(Title.ABBREVIATED) | LEGAL_ABBREVIATIONS | _OTHER_ABBREVIATIONS
"""Abbreviations, without their stop, that the rest of the sentence follows. Written from general knowledge."""

_ALSO_WORDS = frozenset({"no", "mar", "sat", "sun", "art", "fig"})
"""Abbreviations that are words when written small: a sentence may end with them."""

OPENERS = frozenset(
    "the a an he she it they we i you his her its their this that these those there here in on at by for from with as "
    "but and or so if when while after before since however meanwhile also according some many most no not what who "
    "earlier later last both under despite although".split()
)
"""Words that, capitalised after a dotted abbreviation, begin a new sentence far more often than they go on a name."""

_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_LONGEST_ABBREVIATION = 40
"""Code points looked at before a stop, so that a line without spaces is not searched again for each of its stops."""
_FIRST_WORD = re.compile(r"[\"'“‘«(\[]*(\w+)")


class Sentence(NamedTuple):
    """One sentence: `start` and `end` in code points of the text; whether it opens a line."""

    start: int
    end: int
    opens_line: bool


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of a text, in order, without the white space around them; every visible character is in one."""
    found = []
    for line in _LINE.finditer(text):
        opens_line = True
        for start, end in _in_line(text, line.start(), line.end()):
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                found.append(Sentence(start, end, opens_line))
                opens_line = False
    return found


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut one line; the pieces touch each other."""
    begun = start
    for match in _END.finditer(text, start, end):
        if _ends(text, begun, match):
            yield begun, match.end()
            begun = match.end()
    yield begun, end


def _ends(text: str, begun: int, match: re.Match[str]) -> bool:
    """Whether the stop at `match` ends the sentence that began at `begun`."""
    following = _FIRST_WORD.match(text, match.end())
    word = following.group(1) if following else ""
    if word[:1].islower():
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    before = _LAST_WORD.search(text, max(begun, match.start() - _LONGEST_ABBREVIATION), match.start())
    if before is None:
        return True
    last = before.group()
    if "." in last or (len(last) == 1 and last.isupper()):  # U.S. · J.
        return word.lower() in OPENERS and word != word.upper()
    return last.lower() not in _ABBREVIATIONS or last in _ALSO_WORDS
