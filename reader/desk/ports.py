"""What the desk asks of the newsroom, and the shapes of its answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from reader.library.views import ActorHere as ActorHere
from reader.library.views import ActorRow as ActorRow
from reader.library.views import Listing as Listing
from reader.library.views import Page as Page
from reader.library.views import Quote as Quote
from reader.library.views import Row as Row
from reader.library.views import Sort as Sort
from reader.library.views import Spot as Spot
from reader.library.views import Status as Status
from reader.model import Evidence, Field, Kind, Problem, Verdict


@dataclass(frozen=True, slots=True)
class Card:
    actor: ActorRow
    first: str
    last: str
    titles: tuple[tuple[str, int], ...]
    heading: str
    score: float
    evidence: tuple[Evidence, ...]
    elsewhere: tuple[Quote, ...]
    related: tuple[ActorRow, ...]
    doubts: tuple[tuple[ActorRow, tuple[Evidence, ...]], ...]


@dataclass(frozen=True, slots=True)
class Progress:
    stage: str
    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Intake:
    added: int
    updated: int
    unchanged: int
    problems: Sequence[Problem]


class Newsroom(Protocol):
    """The newsroom as the desk knows it; every call is safe from any thread, and the reading ones are quick."""

    def listing(
        self, filter: str = "", sort: Sort = Sort.DATE, descending: bool | None = None, beside: int | None = None
    ) -> Listing: ...
    def page(self, article: int) -> Page | None: ...
    def actors_here(self, article: int) -> list[ActorHere]: ...
    def actor(self, actor: int) -> ActorRow | None: ...
    def actors(self, text: str = "", limit: int = 50) -> list[ActorRow]: ...
    def card(self, mention: int) -> Card: ...
    def neighbour(self, actor: int, article: int, step: Literal[1, -1]) -> tuple[int, int] | None: ...
    def status(self) -> Status: ...
    def set_unread(self, articles: Sequence[int], unread: bool) -> str: ...
    def seen(self, article: int) -> None: ...
    def set_starred(self, articles: Sequence[int], starred: bool) -> str: ...
    def correct(self, article: int, field: str, value: str) -> str: ...
    def remove(self, articles: Sequence[int]) -> str: ...
    def mark(self, article: int, field: Field, start: int, end: int, kind: Kind) -> str: ...
    def unmark(self, mention: int) -> str: ...
    def judge(self, left: int, right: int, verdict: Verdict, why: str = "", mention: int | None = None) -> str: ...
    def not_the_same(self, mention: int) -> str: ...
    def undo(self) -> str: ...
    def redo(self) -> str: ...
    def add(
        self,
        paths: Sequence[str | Path],
        mapping: Mapping[str, str] = {},
        *,
        stdin: BinaryIO | None = None,
        progress: Callable[[Progress], None] = ...,
        cancelled: Callable[[], bool] = ...,
    ) -> Intake: ...
    def analyse(
        self,
        first: Sequence[int] = (),
        *,
        progress: Callable[[Progress], None] = ...,
        cancelled: Callable[[], bool] = ...,
        on_article: Callable[[int], None] = ...,
    ) -> None: ...
    def export_article(self, article: int, style: str = "bold") -> str: ...
    def export_actor(self, actor: int, style: str = "bold") -> str: ...
    def export_filter(self, filter: str, style: str = "bold") -> Iterable[tuple[str, str]]: ...
