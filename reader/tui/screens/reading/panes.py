"""The panes of the reading room: which is in front, and which there is room for."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from textual.widget import Widget

from reader.tui.widgets.actors_pane import ActorsPane
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_view import ArticleView

MEDIUM, WIDE = 80, 120
"""Columns from which two panes, and all three, stand beside each other."""

Pane: TypeAlias = ArticleList | ArticleView | ActorsPane


class Panes:
    """List, article and actors, left to right."""

    def __init__(
        self,
        articles: ArticleList,
        view: ArticleView,
        actors: ActorsPane,
        places: Sequence[Widget],
        changed: Callable[[], None],
    ) -> None:
        """`places` are what holds each of them; `changed` is called when another one is in front."""
        self.articles = articles
        self.view = view
        self.actors = actors
        self._places = places
        self._changed = changed
        self.front: Pane = articles
        """The pane that has the focus, or had it last."""

    @property
    def _all(self) -> Sequence[Pane]:
        return self.articles, self.view, self.actors

    def show(self, pane: Pane) -> None:
        """Bring a pane in front, where only some have room, and give it the focus."""
        self.front = pane
        self._places[self._all.index(pane)].display = True
        pane.focus()
        self.arrange()
        self._changed()

    def arrange(self) -> None:
        """Show the panes that there is room for; set here, not by classes, which would style the whole tree anew."""
        width, front = self.articles.screen.size.width, self.front
        left, middle, right = self._places
        left.display = width >= MEDIUM or front is self.articles
        middle.display = width >= MEDIUM or front is self.view
        right.display = width >= WIDE or front is self.actors

    def beside(self, step: int) -> None:
        """To the pane on the left or right, if there is one."""
        self.show(self._all[min(max(self._all.index(self.front) + step, 0), 2)])

    # Commands

    def do_move_up(self) -> None:
        """One up."""
        self.front.move(-1)

    def do_page_down(self) -> None:
        """A screenful down."""
        self.front.page(1)

    def do_page_up(self) -> None:
        """A screenful up."""
        self.front.page(-1)

    def do_go_top(self) -> None:
        """To the start."""
        self.front.go_end(False)

    def do_go_bottom(self) -> None:
        """To the end."""
        self.front.go_end(True)

    def do_next_pane(self) -> None:
        """Around to the right."""
        self.show(self._all[(self._all.index(self.front) + 1) % 3])

    def do_previous_pane(self) -> None:
        """Around to the left."""
        self.show(self._all[self._all.index(self.front) - 1])

    def do_actors(self) -> None:
        """To the actors, or back from them."""
        self.show(self.view if self.front is self.actors else self.actors)
