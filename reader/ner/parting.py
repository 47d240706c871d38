"""Spans that are two names, or none: what a decoder takes for one name though its words say otherwise."""

import re
from collections.abc import Iterator

from reader.model import Kind
from reader.names.tables import ARTICLES, KUNYAS, PARTICLES, SERVANT
from reader.ner.known import Known
from reader.ner.tokenized import Span, TokenizedText

_SMALL = (
    PARTICLES
    | ARTICLES
    | SERVANT
    | KUNYAS
    | frozenset("the of and und et ou dit dite gen zum ap ab ben bint t s o d".split())
)
"""Words that stand inside a person's name and are written small."""

_PARTY_TAG = re.compile(r"[RDIL][-–—](?:[A-Z]{2}|[A-Z][a-z.]+(?: [A-Z][a-z.]+)?|(?:[A-Z]\.){2})\.?")
"""A member's party and state: "R-Ohio", "D-N.Y."."""


def parted(tokenized: TokenizedText, span: Span, known: Known | None) -> Iterator[Span]:
    """The names that a span is made of: most often itself."""
    if _PARTY_TAG.fullmatch(tokenized.span(span.first, span.stop)):
        return
    if span.kind is Kind.PERSON:
        yield from _around_small_words(tokenized, span)
    elif span.kind is Kind.ORGANISATION and known is not None:
        yield from _behind_its_state(tokenized, span, known)
    else:
        yield span


def _around_small_words(tokenized: TokenizedText, span: Span) -> Iterator[Span]:
    """The persons on either side of a word that is written small and no part of a name: "Macron riles Netanyahu"."""
    first = span.first
    for at in range(span.first + 1, span.stop - 1):
        word = tokenized.word(at)
        if word.isalpha() and word.islower() and word not in _SMALL and not _in_one_word(tokenized, at):
            if first < at:
                yield Span(first, at, span.kind, span.confidence)
            first = at + 1
    yield span if first == span.first else Span(first, span.stop, span.kind, span.confidence)


def _in_one_word(tokenized: TokenizedText, at: int) -> bool:
    """Whether a word touches what stands before or behind it: the moon of Ki-moon."""
    words = tokenized.words
    return words[at - 1].end == words[at].start or (at + 1 < len(words) and words[at].end == words[at + 1].start)


def _behind_its_state(tokenized: TokenizedText, span: Span, known: Known) -> Iterator[Span]:
    """A state and its ministry as two: "Turkey's Foreign Ministry"."""
    for at in range(span.first + 1, span.stop - 2):
        if tokenized.word(at) in _APOSTROPHES and tokenized.word(at + 1) == "s":
            kinds = known.kinds_of(tokenized.span(span.first, at))
            if kinds and all(kind.folded is Kind.PLACE for kind in kinds):
                yield Span(span.first, at, Kind.PLACE, span.confidence)
                yield Span(at + 2, span.stop, span.kind, span.confidence)
                return
    yield span


_APOSTROPHES = frozenset("'’")
