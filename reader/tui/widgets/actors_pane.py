"""The actors of the open article, by kind and weight, with their counts here and in how many articles."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from reader.model import Kind
from reader.tui.safe import clip, fit, plain
from reader.tui.styles import KIND_CLASS, KIND_TITLES
from reader.tui.widgets.lines import Item, Lines

if TYPE_CHECKING:
    from reader.services import ActorHere


class ActorsPane(Lines):
    """Targets are actor ids."""

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until an article is open."""
        super().__init__(id=id, one_click=True)

    def show_actors(
        self, actors: "Sequence[ActorHere]", *, current: int | None, home: bool, others: bool, teaching: str
    ) -> None:
        """Show the actors of an article, those of kind other if asked; `teaching` is what an empty pane says."""
        items: list[Item] = []
        for kind, title in KIND_TITLES.items():
            those = sorted(
                (actor for actor in actors if actor.kind is kind), key=lambda a: (-a.here, -a.articles, a.name)
            )
            if not those or (kind is Kind.OTHER and not others):
                continue
            if items:
                items.append(Item(_blank))
            items.append(Item(_heading(title)))
            items += [Item(_actor(actor), actor.id) for actor in those]
        if not items:
            items = [Item(lambda width: [plain(fit(" " + teaching, width), "quiet")])] if teaching else []
        self.show_items(items, keep=current if current is not None else -1, home=home)


def _blank(width: int) -> list[Content]:
    return [Content("")]


def _heading(title: str) -> Callable[[int], list[Content]]:
    return lambda width: [plain(fit(" " + title, width), "heading")]


def _actor(actor: "ActorHere") -> Callable[[int], list[Content]]:
    def draw(width: int) -> list[Content]:
        counts = f"{actor.here:>4}{actor.articles:>5}"
        room = max(1, width - len(counts) - 2)
        name = clip(actor.name, room)
        return [
            Content.assemble("  ", (name, KIND_CLASS[actor.kind]), " " * (room - cell_len(name)), (counts, "quiet"))
        ]

    return draw
