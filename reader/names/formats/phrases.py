"""Names that lists write in capitals, as a text writes them: capitals say what is an acronym and what is not."""

import re

from reader.names.tables import ARTICLES, FILIATIONS, ROMAN, STOPWORDS

_SMALL = STOPWORDS - {"y", "a", "e"} | FILIATIONS | ARTICLES | {"von", "van", "ter", "zu"}
"""Words that are written small inside a name."""

_SHORT = frozenset("us un uk eu usa ussr uae nato uno".split())
"""Acronyms that stand inside of other names."""

_DOTTED = re.compile(r"(?:\w\.)+\w?")
_PARTS = re.compile(r"([-/])")

LOUD = 4
"""Letters from which a word of a person's name in capitals is written so to show that it is the surname."""


def as_written(name: str, *, person: bool) -> str:
    """A name that stands in capitals, with capitals where texts have them; of a person also a surname in capitals."""
    words = name.split()
    if len(words) < 2:
        return name
    if not any(letter.islower() for letter in name):
        return in_small(name)
    if not person:
        return name
    return " ".join(
        _word(word, first=not at) if word.isupper() and len(word) >= LOUD else word for at, word in enumerate(words)
    )


def in_small(name: str) -> str:
    """A name with a capital at the beginning of its words only; initials, numerals and dotted acronyms stay."""
    return " ".join(_word(word, first=not at) for at, word in enumerate(name.split()))


def _word(word: str, *, first: bool) -> str:
    if len(word) == 1 or _DOTTED.fullmatch(word) or word.lower() in (*ROMAN, *_SHORT):
        return word
    if word.lower() in _SMALL and not first:
        return word.lower()
    parts = _PARTS.split(word)
    return "".join(
        part.lower() if part.lower() in ARTICLES and len(parts) > 1 and not (first and not at) else _capital(part)
        for at, part in enumerate(parts)
    )


def _capital(part: str) -> str:
    start = next((at for at, letter in enumerate(part) if letter.isalnum()), 0)
    if part[start + 1 : start + 2] in ("'", "’") and len(part) > start + 3:
        # O'Brien, but not Mar'a.
        return part[: start + 2].upper() + part[start + 2 : start + 3].upper() + part[start + 3 :].lower()
    return part[:start] + part[start : start + 1].upper() + part[start + 1 :].lower()
