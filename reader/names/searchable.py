"""Text as the search index has it, and what is asked of it; the same letters for both, so that they meet.

The index itself parts words at signs below 128 that are neither letter nor digit, and writes those letters small.
Everything else is done here.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from reader.names.fold import APOSTROPHES, letters
from reader.names.scripts import foreign
from reader.names.unspaced import cut, lone

_SIGN = re.compile(f'[{APOSTROPHES}"״׳]')
_PIECE = re.compile(r"\S*")
_APART = re.compile(f'(?<=[\u05d0-\u05ea])["״׳](?=[\u05d0-\u05ea])|(?<=[^\\W_])[{APOSTROPHES}](?=[^\\W_])')
"""An apostrophe inside a word, or what Hebrew puts before the last letter of an acronym."""
_INSIDE = re.compile(r"(?<![^\W_])[^\W_]+(?:'[^\W_]+)+")
_OVER_THE_LINE = re.compile(r"(?<![^\W\d_])[^\W\d_]+-\n[^\W\d_]+")
_TRADE = str.maketrans("™℠", "  ")
_ENDINGS = frozenset("s t d m re ve ll".split())
"""What English puts behind an apostrophe: no part of a name, and so frequent that its words are not kept joined."""


class _Words(dict[int, str]):
    """What becomes of each sign: its letters, nothing where it only marks one, a space where words part."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = "" if sign in APOSTROPHES else unicodedata.normalize("NFC", letters(sign))
        kept = "".join(part if _in_words(part) else " " for part in plain)
        self[code] = " " if sign in APOSTROPHES else str(unicodedata.decimal(sign)) if sign.isdecimal() else kept
        return self[code]


def _in_words(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"


WORDS = _Words()
"""For `str.translate`."""


def searchable(text: str) -> str:
    """The words of a text as the index has them, parted by spaces; text in plain ASCII is left to the index."""
    return text if text.isascii() else cut(plain_words(text))


def plain_words(text: str) -> str:
    """The words in bare letters, parted by spaces."""
    return unicodedata.normalize("NFKC", text.translate(_TRADE) if "™" in text else text).translate(WORDS)


def joined(text: str) -> str:
    """Words that an apostrophe or a line's end parts, in one piece: Baath for Ba'ath, Palmyra for Pal-⏎myra."""
    found = [_joined(word) for piece in _with_signs(text) for word in _INSIDE.findall(_APART.sub("'", piece))]
    if "-\n" in text:
        found += [word.replace("-\n", "") for word in _OVER_THE_LINE.findall(text)]
    return " ".join(searchable(" ".join(found)).split())


def _with_signs(text: str) -> Iterator[str]:
    """The pieces between spaces that have such a sign."""
    end = 0
    for match in _SIGN.finditer(text):
        if match.start() >= end:
            start = max(text.rfind(" ", end, match.start()), text.rfind("\n", end, match.start()), end - 1) + 1
            piece = _PIECE.match(text, start)
            end = max(piece.end() if piece else 0, match.end())
            yield text[start:end]


def _joined(word: str) -> str:
    """A word without its apostrophes, or nothing where it only has an ending behind one."""
    parts = word.split("'")
    if parts[-1].lower() in _ENDINGS:
        del parts[-1]
    return "".join(parts) if len(parts) > 1 else ""


def spelt(text: str) -> str:
    """The words in other scripts than Latin, whole and as they are spelt: among them names are looked up by sound."""
    if not foreign(text):
        return ""
    plain = unicodedata.normalize("NFKC", text).lower()
    words = "".join(sign if _in_words(sign) else " " for sign in plain).split()
    return " ".join(filter(foreign, words))


class Asked(NamedTuple):
    """Words that stand one after the other in the index; with `prefix`, the last may go on."""

    words: str
    prefix: bool


def asked(text: str, *, prefix: bool = False) -> list[Asked]:
    """What the index is asked for words in their order: either will do. Empty where no letter and no digit is there."""
    words = " ".join(cut(plain_words(text), open_end=True).split())
    if not words:
        return []
    pieces = [Asked(words, prefix or lone(words.rsplit(" ", 1)[-1]))]
    if len(text.split()) == 1 and (whole := joined(text)):
        pieces.append(Asked(whole, prefix))
    return pieces
