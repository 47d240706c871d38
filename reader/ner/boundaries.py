"""Where a name begins and ends: the name alone, without article, title or possessive (`docs/design.md`, "mention")."""

from reader.model import Kind
from reader.names.tables import Title, titles
from reader.ner.tokenized import Span, TokenizedText

_ARTICLES = frozenset({"the", "a", "an"})
_NAMES_WITH_ARTICLE = frozenset({"hague"})
"""Words before which a capitalised *The* is part of the name."""
_TITLES = titles(Title.OUTSIDE)
_OFFICES = frozenset({"secretary", "secretaries", "undersecretary", "minister", "ministers"})
"""Before "of State" these make an office, which is a role and no name."""
_QUOTES = frozenset("\"'“”‘’«»`´")


def trimmed(tokenized: TokenizedText, span: Span) -> Span | None:
    """The span without what is no part of a name, or None when nothing is left."""
    first, stop = span.first, span.stop
    while first < stop and _is_no_beginning(tokenized, span.kind, first, stop):
        first += 1
    while first < stop and _is_no_end(tokenized, first, stop):
        stop -= 1
    if not any(tokenized.text[tokenized.words[i].start].isalnum() for i in range(first, stop)) or _in_office(
        tokenized, first, stop
    ):
        return None
    return span if (first, stop) == (span.first, span.stop) else Span(first, stop, span.kind, span.confidence)


def _is_no_beginning(tokenized: TokenizedText, kind: Kind, first: int, stop: int) -> bool:
    word = tokenized.word(first)
    if not word[0].isalnum():
        return not _closes_inside(tokenized, word, first, stop)
    if stop - first < 2:
        return False
    if word.lower() in _ARTICLES:
        return word != "A" and tokenized.word(first + 1).lower() not in _NAMES_WITH_ARTICLE
    return kind is Kind.PERSON and word.lower() in _TITLES


def _is_no_end(tokenized: TokenizedText, first: int, stop: int) -> bool:
    word = tokenized.word(stop - 1)
    if word in ("s", "S") and stop - first > 2 and tokenized.word(stop - 2) in ("'", "’"):
        return True
    return not word[0].isalnum() and word not in ".!?+)" and not _closes_inside(tokenized, word, first, stop)


def _in_office(tokenized: TokenizedText, first: int, stop: int) -> bool:
    """Whether a span is the "State" of "Secretary of State"."""
    if first < 2 or stop - first != 1 or tokenized.word(first) != "State":
        return False
    return tokenized.word(first - 1) == "of" and tokenized.word(first - 2).lower() in _OFFICES


def _closes_inside(tokenized: TokenizedText, mark: str, first: int, stop: int) -> bool:
    """Whether a quotation mark at one end of a span has its partner inside it: a nickname, not a quoted name."""
    return mark in _QUOTES and any(tokenized.word(i) in _QUOTES for i in range(first + 1, stop - 1))
