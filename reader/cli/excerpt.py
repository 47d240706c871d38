"""Why a search found an article: its first sentence with one of the words asked for."""

import re
from collections.abc import Iterable, Iterator

from reader.names.positions import places
from reader.query import Actor, Phrase, Term, Word

LONGEST = 200
"""Longest excerpt, in code points: two lines of a terminal."""

_SENTENCE_END = re.compile(r"[.!?…؟۔][\"'”’»)]*\s|[。！？।။។]|\n")


def excerpt(body: str, terms: Iterable[Term]) -> str:
    """The first sentence of `body` with a word of what was sought, on one line; empty where none stands in it."""
    found = next(places(body, _words(terms)), None)
    if found is None:
        return ""
    first, last = found
    start = max((end.end() for end in _SENTENCE_END.finditer(body, 0, first)), default=0)
    after = _SENTENCE_END.search(body, last)
    end = after.end() if after else len(body)
    before = ""
    if first - start > LONGEST // 2:
        # A long sentence is cut at a word before what was found.
        start = body.find(" ", first - LONGEST // 2, first) + 1 or first
        before = "… "
    said = before + " ".join(body[start:end].split())
    if len(said) <= LONGEST:
        return said
    cut = said[:LONGEST].rfind(" ", LONGEST // 2)
    return said[: cut if cut > 0 else LONGEST - 1].rstrip() + "…"


def _words(terms: Iterable[Term]) -> Iterator[tuple[str, bool]]:
    """Each word that was sought, those of phrases too."""
    for term in (term for term in terms if isinstance(term, Word | Phrase | Actor)):
        *words, last = term.text.split() or [""]
        yield from ((word, False) for word in words)
        yield last, term.prefix
