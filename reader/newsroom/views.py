"""What the newsroom answers with, beside the library's own views."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.views import ActorRow, Quote
from reader.model import Evidence, Problem


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is."""

    stage: str
    """`reading`, `recognising` or `linking`."""
    done: int
    total: int | None
    """None while nobody knows."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the articles that were added."""

    added: int
    updated: int
    unchanged: int
    removed: int
    """Articles that a person removed earlier: they stay removed until that is undone."""
    problems: Sequence[Problem]


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
