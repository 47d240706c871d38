"""Words and sentences under a cursor, for pointing at names by hand and for quoting; words that a filter sought."""

from collections.abc import Iterator, Sequence

from reader.names.positions import places
from reader.query import Phrase, Term, Word

Span = tuple[int, int]
"""Code points `[start, end)`."""


def word_at(text: str, offset: int) -> Span | None:
    """The word that covers an offset or ends at it, without the punctuation around it."""
    start = end = min(offset, len(text))
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end else None


def word_after(text: str, offset: int) -> Span | None:
    """The first word that starts after the one at an offset."""
    while offset < len(text):
        while offset < len(text) and not text[offset].isspace():
            offset += 1
        while offset < len(text) and text[offset].isspace():
            offset += 1
        if offset < len(text) and (word := word_at(text, offset)) is not None:
            return word
    return None


def word_before(text: str, offset: int) -> Span | None:
    """The last word that ends before the one at an offset."""
    while offset > 0:
        while offset > 0 and not text[offset - 1].isspace():
            offset -= 1
        while offset > 0 and text[offset - 1].isspace():
            offset -= 1
        if offset > 0 and (word := word_at(text, offset - 1)) is not None:
            return word
    return None


def stretched(text: str, span: Span, delta: int) -> Span:
    """A span with one word more at its end, or one less; never without any."""
    start, end = span
    if delta > 0:
        word = word_after(text, end)
        return (start, word[1]) if word else span
    last = word_at(text, end)
    word = word_before(text, last[0]) if last is not None and last[0] > start else None
    return (start, word[1]) if word is not None and word[1] > start else span


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence around a span: a guess by its stops, good enough to quote."""
    heads = [at + len(stop) for stop in (". ", "? ", "! ", "\n") if (at := text.rfind(stop, 0, start)) >= 0]
    tails = [at + 1 for stop in (". ", "? ", "! ", ".\n") if (at := text.find(stop, end)) >= 0]
    tails += [at for at in (text.find("\n", end),) if at >= 0]
    return text[max(heads, default=0) : min(tails, default=len(text))].strip()


def sought(terms: Sequence[Term]) -> tuple[Word | Phrase, ...]:
    """The words and phrases among what was sought; actors are marked anyway."""
    return tuple(term for term in terms if isinstance(term, Word | Phrase))


def found(text: str, terms: Sequence[Word | Phrase]) -> Iterator[Span]:
    """Where a text has what was sought: whole words, without regard to case and accents, as the search does."""
    return places(text, ((term.text, term.prefix) for term in terms))
