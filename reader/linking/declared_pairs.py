"""Names that an article itself declares to be one: "Long Name (ACR)", "also known as", "formerly"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.model import Document, Field, Kind, Mention
from reader.names.analyse import analyse
from reader.names.declarations import has_letters, in_brackets, is_also_known
from reader.names.likeness import acronym_of

_POSSESSIVE = re.compile(r"[’'s]{0,2}\s*")
"""What may stand between a name and the brackets behind it."""

FARTHEST = 80
"""Code points between two names beyond which nothing declares one to be the other."""


def declarations(document: Document) -> Iterator[tuple[int, int]]:
    """Pairs of indices of neighbouring mentions that the text declares to be one actor, in reading order."""
    for side, text in ((Field.TITLE, document.title), (Field.BODY, document.text)):
        order = sorted(
            (i for i, m in enumerate(document.mentions) if m.field is side), key=lambda i: document.mentions[i].start
        )
        for left, right in pairwise(order):
            if _declares(text, document.mentions[left], document.mentions[right]):
                yield left, right


def _declares(text: str, left: Mention, right: Mention) -> bool:
    between = text[left.end : right.start]
    if len(between) > FARTHEST or "\n" in between:
        return False
    if is_also_known(between):
        return left.kind.folded is right.kind.folded
    return _bracketed(text, left, right) and _abbreviate(text, left, right)


def _bracketed(text: str, name: Mention, short: Mention) -> bool:
    bracket = in_brackets(text, short.start, short.end)
    return bracket is not None and bracket >= name.end and bool(_POSSESSIVE.fullmatch(text, name.end, bracket))


def _abbreviate(text: str, left: Mention, right: Mention) -> bool:
    """Whether one of two names, the second in brackets, is short for the other."""
    first, second = (analyse(text[mention.start : mention.end], mention.kind) for mention in (left, right))
    if acronym_of(second, first) or acronym_of(first, second):
        return True
    return left.kind is not Kind.PERSON and has_letters(second.text, first.full)
