"""How a text declares that two names are one: "Long Name (ACR)", "Long Name, or ACR", "also known as".

The recogniser looks by words for the long name of a short form, linking has two mentions and asks whether one is
declared to be the other. What counts as a declaration is said here, once. Offsets are code points of the text.
"""

import re
from collections.abc import Sequence

OPENING, CLOSING = frozenset("([{（"), frozenset(")]}）")
"""Brackets that a short form stands in."""

ACRONYM_LETTERS = range(2, 9)
"""How many letters and digits an acronym has."""

_SMALL_WORDS = frozenset(
    "a al and at da das de del della der des di do dos du e el et for fur in la le les of on per pour the to und van"
    " von y".split()
)
"""Words that a short form may leave out, in languages whose names stand in English news."""

_LONGEST_OPENING = 16
"""Code points of a bracket with what may stand between it and the name in it."""

_OPENED = re.compile(r"[(\[{（]\s*(?:(?:the|or)\s+)?[\"'“”‘’«»\s]*$", re.IGNORECASE)
_CLOSED = re.compile(r"(?:\s*+(?:\w++|[^\w\s])){0,2}?\s*+[)\]}）]")
"""A word or two may follow in the same brackets: "(SDF, Arabic)"."""

_INTRODUCED = re.compile(
    r"(?:,\s*)?(?:also\s+)?(?:or|known\s+as|called|abbreviated(?:\s+(?:as|to))?)\s+(?:the\s+)?[\"'“‘]?$", re.IGNORECASE
)
_LONGEST_INTRODUCTION = 40

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


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: two to eight capitals and digits, dots aside, in one word."""
    bare = name.replace(".", "")
    return len(bare) in ACRONYM_LETTERS and bare.isalnum() and bare.isupper() and bare[0].isalpha()


def in_brackets(text: str, start: int, end: int) -> int | None:
    """The offset of the bracket that holds the name `text[start:end]`, or None when it stands in none.

    *the*, *or* and a quotation mark may stand before the name.
    """
    opened = _OPENED.search(text, max(0, start - _LONGEST_OPENING), start)
    return opened.start() if opened and _CLOSED.match(text, end) else None


def introduced(text: str, start: int, earliest: int) -> int | None:
    """The offset at or after `earliest` of ", or", "known as" and the like before a short form at `start`, or None.

    Weaker than `is_also_known`: "Iraq or Syria" is no declaration, so what it introduces must spell the other name.
    """
    found = _INTRODUCED.search(text, max(earliest, start - _LONGEST_INTRODUCTION), start)
    return found.start() if found else None


def is_also_known(between: str) -> bool:
    """Whether the words between two names say that they are one: ", also known as ", " (formerly "."""
    return _ALSO_KNOWN.match(between) is not None


def spells(short: str, words: Sequence[str]) -> bool:
    """Whether a short form is made of the initials of words, all folded; small words may be left out, none else."""
    letters = [letter for letter in short if letter.isalnum()]
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
        elif word not in _SMALL_WORDS:
            return False
    return at == len(letters)


def has_letters(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of a short form stand in this order in two or more folded words, the first one in front.

    Weaker than `spells`, for what brackets already declare: "Ahrar al-Sham (AAS)", "Kurdistan (KRD)".
    """
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    if len(letters) not in ACRONYM_LETTERS or not short[:1].isupper() or len(words) < 2 or letters[0] != words[0][0]:
        return False
    rest = iter("".join(words))
    return all(letter in rest for letter in letters)
