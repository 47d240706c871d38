"""What a recogniser of another library marked, brought to the words and boundaries of the house."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Kind, Mention
from reader.ner.layered import finished
from reader.ner.tokenized import Span, tokenize

if TYPE_CHECKING:
    from reader.ner.known import Known

UNTOLD = 0.5
"""Confidence of a mention whose recogniser does not say how sure it is."""


class Marked(NamedTuple):
    """A stretch of text that a stranger's recogniser marked: code points of the text, and what it is."""

    start: int
    end: int
    kind: Kind
    confidence: float


def mentions_of(text: str, marked: Iterable[Marked], by: str, known: "Known | None") -> list[Mention]:
    """The marks as mentions of whole words, none over another; `marked` comes sorted by start."""
    tokenized = tokenize(text)
    starts = [word.start for word in tokenized.words]
    spans: list[Span] = []
    for mark in marked:
        first, stop = bisect_left(starts, mark.start), bisect_left(starts, mark.end)
        if first < stop and (not spans or spans[-1].stop <= first):
            spans.append(Span(first, stop, mark.kind, mark.confidence))
    return finished(tokenized, spans, [by] * len(spans), known)


def parts_of(text: str, limit: int) -> Iterator[tuple[int, str]]:
    """A text in parts of at most `limit` characters, parted at line breaks or spaces where it can be."""
    begin = 0
    while len(text) - begin > limit:
        cut = max(text.rfind("\n", begin, begin + limit), text.rfind(" ", begin, begin + limit)) + 1
        cut = cut if cut > begin else begin + limit
        yield begin, text[begin:cut]
        begin = cut
    yield begin, text[begin:]
