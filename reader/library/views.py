"""What the library answers with: small frozen records, safe to hand to any thread and any face.

Every text in them was cleaned on entry (`reader.untrusted`) and is still a stranger's: a face shows it as text only.
Ids are the library's own; offsets are code points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from reader.model import Caveat, DateOrder, DatePlace, DateTeller, Evidence, Field, Kind, Verdict
from reader.query import Sought


class Sort(StrEnum):
    """Orders of the article list."""

    DATE = "date"
    TITLE = "title"
    SOURCE = "source"
    SHARED = "shared"
    ADDED = "added"
    """When it came into the library; asked for in a filter."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the article list."""

    id: int
    title: str
    source: str
    date: str
    date_guessed: bool
    unread: bool
    starred: bool
    shared: int
    """Actors in common with the open article; 0 when none is open."""
    caveats: tuple[Caveat, ...] = ()
    """What is doubtful about its text."""
    locations: tuple[str, ...] = ()
    """Everywhere where it lies: where its text is from, then others."""


@dataclass(frozen=True, slots=True)
class DatedRow:
    """An article with its date, and what that was read from."""

    id: int
    title: str
    source: str
    date: str
    date_guessed: bool
    words: str
    """What the date was read from; empty when nothing was found, or an older Tadmor added the article."""
    place: DatePlace
    order: DateOrder
    """What those words tell of the order of day and month."""
    origin: str
    read: DateOrder = DateOrder.NONE
    """The order in which they were read, where they leave it open."""
    told: DateTeller = DateTeller.UNASKED
    """Who told that."""


@dataclass(frozen=True, slots=True)
class ShownMention:
    """A mention as shown."""

    id: int
    field: Field
    start: int
    end: int
    kind: Kind
    """The actor's kind: what the reader sees it as."""
    confidence: float
    actor: int
    chain: int
    nationality: bool
    """True when this stands for a state by nationality only ("Syrian")."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place that holds an article, and what is said of it there."""

    origin: str
    title: str
    source: str
    author: str
    date: str
    date_guessed: bool
    url: str
    text: str = ""
    """Where it has another text than the article's: that one."""

    @property
    def words(self) -> str:
        """It in words, for a reader."""
        return f"also {self.origin}" + (", with another text" if self.text else "")


@dataclass(frozen=True, slots=True)
class Page:
    """An article, open: its text and where the actors stand in it."""

    id: int
    title: str
    body: str
    source: str
    author: str
    date: str
    date_guessed: bool
    url: str
    language: str
    unread: bool
    starred: bool
    words: int
    analysed: bool
    """False while it waits for the recogniser."""
    origin: str
    spots: tuple[ShownMention, ...]
    """Title first, then body, by start; they do not overlap."""
    caveats: tuple[Caveat, ...] = ()
    """What is doubtful about its text."""
    failed: str = ""
    """Why its actors could not be recognised, where the program tripped over it."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Other places that hold it."""

    @property
    def locations(self) -> tuple[str, ...]:
        """Everywhere where it lies: where its text is from, then others."""
        return self.origin, *(other.origin for other in self.elsewhere)


@dataclass(frozen=True, slots=True)
class ActorHere:
    """An actor of the open article."""

    id: int
    name: str
    kind: Kind
    here: int
    """Mentions in this article."""
    articles: int
    """Articles that name it, this one too."""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor, with every spelling seen and its count, most frequent first."""

    id: int
    name: str
    kind: Kind
    mentions: int
    articles: int
    spellings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which articles spell an actor."""

    text: str
    mentions: int
    articles: int
    first: str
    """Date of the first article that spells it so, or empty."""
    last: str


@dataclass(frozen=True, slots=True)
class Companion:
    """An actor that is named in the same articles as another."""

    id: int
    name: str
    kind: Kind
    together: int
    """Articles that name both."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of an actor, and still holds."""

    act: int
    """Number in the history, to take it back by."""
    at: str
    """ISO 8601, UTC."""
    words: str
    """Such as: “Kerry” is not the same as “John Kerry”."""
    why: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One mention in its sentence, cut to about a line on either side."""

    article: int
    mention: int
    title: str
    source: str
    date: str
    before: str
    quoted: str
    after: str
    date_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One mention's way to its actor: the chain it belongs to, and why each step was taken."""

    mention: int
    article: int
    text: str
    chain: int
    chain_name: str
    actor: int
    to_chain: tuple[Evidence, ...]
    """Why this mention belongs to the chain; empty for the chain's first full name."""
    to_actor: tuple[Evidence, ...]
    """Why the chain belongs to the actor."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Another actor that is related, or may be the same: shown, never merged."""

    actor: ActorRow
    verdict: Verdict
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that the recogniser has not read yet, as it should be read."""

    id: int
    version: int
    """Grows with every change of title or body: results for an older version are refused."""
    title: str
    body: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """How much is in the library."""

    articles: int
    unread: int
    waiting: int
    """Articles not yet recognised."""
    actors: int
    failed: int = 0
    """Articles that the recogniser tripped over: they wait for another one, or to be tried again."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a chain of a newly recognised article belongs."""

    actor: int | None
    """An actor of the library; None for a new one."""
    key: str
    """Key of the new actor; chains with equal keys become one actor, an existing one where the key is known."""
    kind: Kind
    name: str
    known: str = ""
    """Id of its dictionary entry, or empty."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A name in a filter that several actors bear: all of them were taken."""

    name: str
    actors: tuple[tuple[int, str, Kind, int], ...]
    """Number, name, kind and articles of those that most articles name."""
    total: int
    """How many bear it."""


class Listing(Protocol):
    """A filtered, sorted list of articles, of which only the asked rows are read."""

    total: int
    sought: Sequence[Sought]
    """What its filter looked for, also as names in other scripts have it: where a text has it, there it was found."""
    taken: Sequence[Taken]
    """The names of its filter that several actors bear."""
    read_as: str
    """How the filter was read, with parentheses, where that is worth showing; else empty."""

    def rows(self, first: int, count: int) -> Sequence[Row]:
        """Rows from index `first`, at most `count`; safe to call from several threads."""

    def position(self, article: int) -> int | None:
        """The index of an article in this list, or None."""
