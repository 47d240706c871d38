"""Lines that a source prints in article after article: what it is, whom to write to, where else it is to be read.

They are a part of the text and not of the story, as the lines of `boilerplate` are; but no rule about their words can
tell that, only that they come again and again. Which lines may be such is said here; how often each comes, the library
counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from reader.model import Field, Mention
from reader.names.unspaced import count_words
from reader.ner.boilerplate import LONGEST

WORDS = 4
"""Words that such a line has besides its names: a dateline, a source's name above its news, "the Observatory said:" are
told again and again too, and are news (chosen)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may be one, where it stands in a body."""

    start: int
    end: int
    text: int
    """What it says, hashed: without case, and spaces as they may be."""
    beside: int
    """The longest line beside it, hashed: one article that was saved twice tells nothing."""


def repeatable(body: str, mentions: Sequence[Mention]) -> list[Line]:
    """The lines of a body that name somebody and may be repeated by its source, in order, each text once or more."""
    found: list[tuple[int, int]] = []
    for mention in mentions:
        if mention.field is not Field.BODY or (found and mention.start < found[-1][1]):
            continue
        start = body.rfind("\n", max(0, mention.start - LONGEST), mention.start) + 1
        if start == 0 < mention.start - LONGEST:
            continue
        end = body.find("\n", mention.start, start + LONGEST + 1)
        end = end if end >= 0 else len(body)
        if end - start <= LONGEST and count_words(_besides(body, start, end, mentions)) >= WORDS:
            found.append((start, end))
    if not found:
        return []
    longest = sorted({_folded(line) for line in body.split("\n")}, key=lambda line: (-len(line), line))[:2]
    return list(_lines(body, found, longest))


def _lines(body: str, places: Sequence[tuple[int, int]], longest: Sequence[str]) -> Iterator[Line]:
    for start, end in places:
        text = _folded(body[start:end])
        beside = next((line for line in longest if line != text), "")
        yield Line(start, end, _hash(text), _hash(beside))


def _besides(body: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """What stands between the names of a line."""
    parts = []
    for mention in mentions:
        if mention.field is Field.BODY and start <= mention.start < end:
            parts.append(body[start : mention.start])
            start = max(start, mention.end)
    return " ".join([*parts, body[start:end]])


def _folded(line: str) -> str:
    return " ".join(line.casefold().split())


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) >> 1
