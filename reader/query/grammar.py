"""What a person may type as a filter, and what it means.

A filter is a row of terms parted by spaces; an article is listed when all of them hold. This module knows the language
only: the library turns a `Query` into SQL.
"""

import re
import unicodedata
from dataclasses import dataclass

from reader.model import TadmorError
from reader.untrusted import clean_line

LIMIT = 1000
"""Longest filter, in code points: far more than anyone types, and short enough for SQLite's expression limits."""

MOST_TERMS = 64
"""Most terms in a filter; SQLite's full-text expressions may be 256 deep."""


class QuerySyntaxError(TadmorError):
    """A filter that cannot be read; `position` is the code point in it where the trouble starts."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class Word:
    """Title or body has this word; with `prefix`, a word that begins so."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Title or body has these words in this order; with `prefix`, the last may be longer."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """The article names an actor of whom one spelling has all these words; with `prefix`, the last may be longer."""

    text: str
    prefix: bool = False


Term = Word | Phrase | Actor


@dataclass(frozen=True, slots=True)
class Query:
    """A filter as understood: all terms must hold; no terms, every article."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class TermHelp:
    """One kind of term, for the help screen and the documentation."""

    name: str
    meaning: str
    example: str


TERMS: tuple[TermHelp, ...] = (
    TermHelp("word", "title or body has this word; case, accents and forms of letters do not matter", "palmyra"),
    TermHelp("word*", "a word that begins so", "museum*"),
    TermHelp('"phrase"', "these words, in this order", '"cease fire"'),
    TermHelp("actor:NAME", "names this actor, under any of its spellings", "actor:kerry"),
    TermHelp('actor:"NAME"', "the same, for a name of several words", 'actor:"Islamic State"'),
)
"""Every term of the language, in the order in which help shows them."""

_FIELDS = {"actor": Actor}
_FIELD = re.compile(r"([^\W\d_]+):(?=\S)")
_OPENING = {'"': '"', "“": "”"}
_ADDRESS = re.compile(r"[^\W\d_][\w+.-]*://", re.ASCII)


def _searchable(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _unknown(name: str, position: int) -> QuerySyntaxError:
    known = ", ".join(f"{field}:" for field in _FIELDS)
    return QuerySyntaxError(f"No term is called “{clean_line(name, 40)}:”; there is {known} and plain words.", position)


def _value(text: str, position: int) -> tuple[str, bool, bool, int]:
    """The value that starts at `position`: its text, whether it was quoted, whether a star ends it, where it ends."""
    closing = _OPENING.get(text[position])
    if closing is None:
        found = re.compile(r"\S+").match(text, position)
        raw, end = (found.group(), found.end()) if found else ("", position)
    else:
        end = text.find(closing, position + 1)
        raw = text[position + 1 :] if end < 0 else text[position + 1 : end]
        end = len(text) if end < 0 else end + 1
    value = clean_line(raw, LIMIT)
    star = value.endswith("*")
    return value.rstrip("*").rstrip() if star else value, closing is not None, star, end


def parse(text: str) -> Query:
    """Read a filter.

    Words without a letter or digit ("&") say nothing about an article and are passed over. A quote that is not closed
    runs to the end. Raises QuerySyntaxError for a field that does not exist, a field without a value, and for a filter
    of unreasonable length.
    """
    if len(text) > LIMIT:
        raise QuerySyntaxError(f"The filter is too long: at most {LIMIT} characters.", LIMIT)
    terms: list[Term] = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        start = position
        field = None if _ADDRESS.match(text, position) else _FIELD.match(text, position)
        if field:
            kind = _FIELDS.get(field.group(1).casefold())
            if kind is None:
                raise _unknown(field.group(1), start)
            value, _, star, position = _value(text, field.end())
            if not _searchable(value):
                raise QuerySyntaxError(f"{field.group(1)}: needs a name after it.", field.end())
            terms.append(kind(value, star))
        else:
            value, quoted, star, position = _value(text, position)
            if not quoted and value.casefold().rstrip(":") in _FIELDS and value.endswith(":"):
                raise QuerySyntaxError(f"{value} needs a name right after it.", position)
            if _searchable(value):
                terms.append(Phrase(value, star) if quoted else Word(value, star))
        if len(terms) > MOST_TERMS:
            raise QuerySyntaxError(f"The filter has too many terms: at most {MOST_TERMS}.", start)
    return Query(tuple(terms))


def typing(text: str) -> str:
    """The filter to search with while its last term is still being typed: that term also finds longer words.

    `palmy` becomes `palmy*`, `actor:"Islamic Sta` becomes `actor:"Islamic Sta*`; an `actor:` without a name yet is left
    out, and a term that is closed by a space or a quote stays as it is.
    """
    bare = re.sub(r"(?:^|(?<=\s))actor:[\"“]?$", "", text, flags=re.IGNORECASE)
    # A word may end in a sign for a vowel, which is no letter to Python.
    grows = bare and (bare[-1].isalnum() or unicodedata.category(bare[-1])[0] == "M")
    return bare + "*" if grows else bare
