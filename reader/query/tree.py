"""What a filter means: a tree of small frozen records, which the library turns into SQL.

An article is found where the tree holds of it. `Actor`, `Numbered`, `OfKind` and `Named` say something of one actor of
an article; by themselves they hold where any actor of the article fits, and inside `OneActor` of the same one.
"""

from dataclasses import dataclass, field
from enum import StrEnum


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
class Near:
    """Title or body has these words, in any order, with at most `apart` others between them."""

    text: str
    apart: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Title or body has something that this regular expression describes; `flags` are Python's letters."""

    text: str
    flags: str = ""


class Part(StrEnum):
    """Which text of an article is looked at."""

    TITLE = "title"
    BODY = "text"


@dataclass(frozen=True, slots=True)
class Within:
    """The same, in one of the two texts only."""

    part: Part
    term: Word | Phrase | Near | Pattern


@dataclass(frozen=True, slots=True)
class About:
    """A field of the article (`source`, `author`, `url`, `lang`, `path`) has these words, or this part."""

    name: str
    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Is:
    """The article is so (`reader.query.fields.STATES`)."""

    state: str


@dataclass(frozen=True, slots=True)
class Has:
    """The article has such a thing (`reader.query.fields.THINGS`)."""

    thing: str


@dataclass(frozen=True, slots=True)
class Dated:
    """The article's date, or the day on which it was added, lies from `first` to `last`, both as they were typed.

    Either may be empty: no bound. `reader.query.days` says which days they are.
    """

    name: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The text has so many words; None is no bound."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Actor:
    """The actor has a spelling with all these words; with `prefix`, the last may be longer."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """The actor of this number, as `tadmor actors` shows it."""

    number: int


@dataclass(frozen=True, slots=True)
class OfKind:
    """The actor is of this kind (`reader.model.Kind`)."""

    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """The article mentions the actor so many times; None is no bound."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class OneActor:
    """Of one actor of the article all of this holds."""

    term: "Term"


class Reach(StrEnum):
    """How close actors stand together."""

    ARTICLE = "with"
    PARAGRAPH = "near"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Together:
    """Actors that are named in one article, paragraph or sentence; each of `actors` says which one."""

    reach: Reach
    actors: tuple["Term", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """It does not hold."""

    term: "Term"


@dataclass(frozen=True, slots=True)
class All:
    """All hold; at least two."""

    terms: tuple["Term", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one holds; at least two."""

    terms: tuple["Term", ...]


Text = Word | Phrase | Near | Pattern
"""What is looked for in title and body."""

Sought = Word | Phrase | Actor
"""What the library says was looked for, so that it can be shown where it stands."""

Term = (
    Text | Within | About | Is | Has | Dated | Counted | Actor | Numbered | OfKind | Named | OneActor | Together
    | Not | All | Either
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Query:
    """A filter as understood: all terms must hold; no terms, every article."""

    terms: tuple[Term, ...] = ()
    sort: str = ""
    """An order of the list (`reader.query.fields.ORDERS`), or empty."""
    turned: bool = False
    """Whether it is that order from its other end."""
    most: int | None = None
    """At most so many articles."""
    doubtful: bool = field(default=False, compare=False)
    """Whether OR stands beside other terms without parentheses: how it was read is worth showing."""


def all_of(terms: tuple[Term, ...]) -> Term | None:
    """One term for all of these; None for none."""
    return All(terms) if len(terms) > 1 else terms[0] if terms else None


def either_of(terms: tuple[Term, ...]) -> Term | None:
    """One term for any of these; None for none."""
    return Either(terms) if len(terms) > 1 else terms[0] if terms else None
