"""Names that an article itself declares to be one: "Long Name (ACR)", "also known as", "formerly"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.model import Document, Field, Kind
from reader.names.analyse import analyse
from reader.names.likeness import acronym_of

_BRACKET = re.compile(r"^[’'s]{0,2}\s*[(\[]\s*(?:the\s+|or\s+|[\"“'])?$", re.IGNORECASE)
_CLOSING = re.compile(r"^[\"”’']?\s*[)\]]")
_ALSO_KNOWN = re.compile(
    r"""^[\s,(–—-]*(?:(?:who|which)\s+(?:is|are|was|were)\s+)?(?:
        (?:also|better|widely|commonly|popularly|formerly|previously|originally|now|otherwise|usually|sometimes|locally)
          \s+(?:known|called|named|referred\s+to)(?:\s+(?:as|by))?(?:\s+its\s+(?:\w+\s+)?acronym)?
        |known\s+(?:as|by)(?:\s+(?:its|the)\s+(?:\w+\s+){0,2}(?:acronym|initials|abbreviation|name))?
        |a\.?k\.?a\.?|alias|nom\s+de\s+guerre|n[ée]e|formerly|whose\s+(?:real|birth)\s+name\s+(?:is|was)
        |(?:now\s+)?(?:re)?named|(?:real|birth)\s+name)
        [\s,:–—-]*(?:the\s+|as\s+)?["“'‘]?$""",
    re.IGNORECASE | re.VERBOSE,
)


def declarations(document: Document) -> Iterator[tuple[int, int]]:
    """Pairs of indices of neighbouring mentions that the text declares to be one actor, in reading order."""
    for side, text in ((Field.TITLE, document.title), (Field.BODY, document.text)):
        order = sorted(
            (i for i, m in enumerate(document.mentions) if m.field is side), key=lambda i: document.mentions[i].start
        )
        for left, right in pairwise(order):
            a, b = document.mentions[left], document.mentions[right]
            between = text[a.end : b.start]
            if len(between) > 80 or "\n" in between:
                continue
            if _ALSO_KNOWN.match(between) and a.kind.folded is b.kind.folded:
                yield left, right
            elif _BRACKET.match(between) and _CLOSING.match(text[b.end : b.end + 3]):
                first = analyse(text[a.start : a.end], a.kind)
                second = analyse(text[b.start : b.end], b.kind)
                if (
                    acronym_of(second, first)
                    or acronym_of(first, second)
                    or (a.kind is not Kind.PERSON and _initialism(second.text, first.full))
                ):
                    yield left, right


def _initialism(short: str, words: tuple[str, ...]) -> bool:
    """Capitals in brackets whose letters stand in that order in a name of two words or more."""
    letters = [c for c in short.casefold() if c.isalnum()]
    if not 2 <= len(letters) <= 8 or not short[:1].isupper() or len(words) < 2 or letters[0] != words[0][0]:
        return False
    rest = iter("".join(words))
    return all(letter in rest for letter in letters)
