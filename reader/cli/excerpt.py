"""Why a search found an article: its first sentence with one of the words asked for."""

import re
import unicodedata
from collections.abc import Iterable

from reader.query import Term

LONGEST = 200
"""Longest excerpt, in code points: two lines of a terminal."""

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s|\n")


def _folded(text: str) -> str:
    """Letter by letter without case and accents, each in its old place, as full-text search compares them."""
    return "".join(map(_base, text))


def _base(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    lowered = unicodedata.normalize("NFD", letter)[0].lower()
    return lowered if len(lowered) == 1 else letter


def excerpt(body: str, terms: Iterable[Term]) -> str:
    """The first sentence of `body` with a word of what was sought, on one line; empty where none stands in it."""
    sought = []
    for term in terms:
        words = _WORD.findall(_folded(term.text))
        sought += [rf"{re.escape(word)}\b" for word in words[:-1]]
        sought += [re.escape(words[-1]) + ("" if term.prefix else r"\b")] if words else []
    found = re.search(rf"\b(?:{'|'.join(sought)})", _folded(body)) if sought else None
    if found is None:
        return ""
    start = max((end.end() for end in _SENTENCE_END.finditer(body, 0, found.start())), default=0)
    after = _SENTENCE_END.search(body, found.end())
    end = after.end() if after else len(body)
    before = ""
    if found.start() - start > LONGEST // 2:
        # A long sentence is cut at a word before what was found.
        start = body.find(" ", found.start() - LONGEST // 2, found.start()) + 1 or found.start()
        before = "… "
    said = before + " ".join(body[start:end].split())
    if len(said) <= LONGEST:
        return said
    cut = said[:LONGEST].rfind(" ", LONGEST // 2)
    return said[: cut if cut > 0 else LONGEST - 1].rstrip() + "…"
