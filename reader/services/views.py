"""What the newsroom answers with, beside the library's own views."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.views import ActorRow, Companion, Decision, Quote, Spelling, Tie
from reader.model import Caveat, DateOrder, Evidence, Known, Origin, PassedOver, Problem, Verdict
from reader.names.wording import Mechanism

if TYPE_CHECKING:
    from reader.names.dictionary import Entry


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is."""

    stage: str
    """`reading`, `recognising` or `linking`."""
    done: int
    total: int | None
    """None while nobody knows."""


def unheard(progress: Progress) -> None:
    """Progress that nobody asked for."""


def never() -> bool:
    """Work that nobody cancels."""
    return False


@dataclass(frozen=True, slots=True)
class KnownAlready:
    """A file or record that holds an article that the library has from another place."""

    where: Origin
    article: int
    of: Origin
    """The place by which the article was known."""
    how: Known


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the articles that were added."""

    added: int
    updated: int
    unchanged: int
    removed: int
    """Articles that a person removed earlier: they stay removed until that is undone."""
    problems: Sequence[Problem]
    doubtful: Sequence[tuple[str, Caveat]] = ()
    """Articles that came in new or changed and are doubtful: where they came from, and what is doubtful about them."""
    passed_over: Sequence[tuple[PassedOver, int]] = ()
    """Files within folders that hold no article, how many of each kind, the most first."""
    known: Sequence[KnownAlready] = ()
    """What holds articles that are known from other places: they are one article each, with several locations."""
    dated: Sequence[tuple[str, DateOrder, int]] = ()
    """Sources whose dates were read as a person said of them, with the order and how many dates that decided."""


@dataclass(frozen=True, slots=True)
class Card:
    """All about the actor of one mention, and why the mention is that actor."""

    actor: ActorRow
    first: str
    """Date of the first article that names it, or empty."""
    last: str
    titles: tuple[tuple[str, int], ...]
    """Roles named next to it, with how many articles name them so."""
    heading: str
    """Such as: why "Kerry" here is John Kerry."""
    score: float
    evidence: tuple[Evidence, ...]
    elsewhere: tuple[Quote, ...]
    related: tuple[ActorRow, ...]
    doubts: tuple[tuple[ActorRow, tuple[Evidence, ...]], ...]
    """Actors that may be the same, with what speaks for and against."""
    here: Quote | None = None
    """The mention itself, in its sentence."""
    joined: Quote | None = None
    """The sentence of another article that it was joined to, where names alone joined them."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two actors that would be one, and are kept apart by a judgement: a person decides which of the two holds."""

    left: ActorRow
    right: ActorRow
    by: tuple[Evidence, ...]
    """What joins them."""
    judgement: tuple[Evidence, ...]
    """What keeps them apart."""


@dataclass(frozen=True, slots=True)
class ActorPage:
    """Everything about one actor."""

    actor: ActorRow
    first: str
    """Date of the first article that names it, or empty."""
    last: str
    entry: "Entry | None"
    """Its entry in a dictionary."""
    titles: tuple[tuple[str, int], ...]
    """Roles named next to it, with how many articles name them so."""
    spellings: tuple[Spelling, ...]
    companions: tuple[Companion, ...]
    """Actors that are named in the same articles, the most frequent first."""
    ties: tuple[Tie, ...]
    """Actors that are related, or may be the same."""
    decisions: tuple[Decision, ...]
    """What a person said of it, the newest first."""
    spelling: str
    """Where not empty: the one spelling whose mentions are shown."""
    mentions: tuple[Quote, ...]
    """Mentions in their sentences, newest article first."""
    more: bool
    """Whether there are more mentions than were asked for."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two names in the library: who it is there, where, and why."""

    actor: ActorRow
    spelling: str
    quote: Quote | None
    """A sentence that spells the actor so; None when no article does."""
    evidence: tuple[Evidence, ...]
    """Why the name in that sentence is this actor."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What two names are to each other in the library."""

    left: Side
    right: Side
    verdict: Verdict
    score: float
    evidence: tuple[Evidence, ...]
    """What speaks for and against a tie of two actors; for one actor, what joined its two spellings."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two actors that may be one, for a person to judge."""

    left: ActorRow
    """The one with more mentions."""
    right: ActorRow
    score: float
    """How sure linking is that they are one, 0 to 1."""
    evidence: tuple[Evidence, ...]
    left_quotes: tuple[Quote, ...]
    """A mention from each of some articles, in its sentence: first the one that is best held against the other's."""
    right_quotes: tuple[Quote, ...]
    together: int
    """Articles that name both."""
    company: tuple[str, ...]
    """Actors that are named beside both, those first that tell most: often beside them, seldom elsewhere."""
    spelt: tuple[str, str]
    """The spellings that are in question; an actor may have others too."""
    alone: tuple[tuple[str, ...], tuple[str, ...]]
    """Actors that are named beside the one and never beside the other."""

    @property
    def conflict(self) -> bool:
        """Whether verdicts contradict each other about it; the answer overrules those that it contradicts."""
        return any(one.mechanism == Mechanism.CONFLICT for one in self.evidence)

    @property
    def hangs(self) -> int:
        """How many mentions change hands if they are one: those of the actor with fewer."""
        return min(self.left.mentions, self.right.mentions)

    @property
    def pair(self) -> tuple[int, int]:
        """Both actors' numbers, the smaller first: what to skip it by."""
        return min(self.left.id, self.right.id), max(self.left.id, self.right.id)


@dataclass(frozen=True, slots=True)
class Review:
    """The top of the review queue."""

    questions: tuple[Question, ...]
    """The most useful first."""
    open: int
    """How many questions are open, those that were to be skipped too."""
    today: int
    """How many questions were answered since midnight, their answers standing."""
