"""The article on the screen: its text, its actors, and its row in the list."""

from collections.abc import Callable

from rich.cells import cell_len

from reader.services import ActorHere, Newsroom, Page
from reader.tui.dates import long_date
from reader.tui.screens.reading.panes import Panes

PLACES = 10
"""Places named under an article besides its own; more is a screenful of paths, which `tadmor show` prints."""


class OpenArticle:
    """Puts an article into all three panes."""

    def __init__(self, newsroom: Newsroom, panes: Panes, shown: Callable[[int | None], None]) -> None:
        """`shown` is told which article is on the screen now."""
        self._newsroom = newsroom
        self._panes = panes
        self._shown = shown
        self.actors: dict[int, ActorHere] = {}
        """The actors of the article, by number."""

    @property
    def page(self) -> Page | None:
        """The article, as it is shown."""
        return self._panes.view.page_shown

    @property
    def id(self) -> int | None:
        """Its number."""
        return self.page.id if self.page is not None else None

    def name_of(self, actor: int | None) -> str:
        """The name of one of its actors; empty for any other."""
        return self.actors[actor].name if actor in self.actors else ""

    def show(self, page: Page, *, keep: bool = False) -> None:
        """Put an article and its actors on the screen; with `keep`, nothing moves: it is the same one, changed."""
        articles, view = self._panes.articles, self._panes.view
        articles.open_article = page.id
        articles.point_at(page.id)
        articles.refresh()
        view.show_page(page, self._head(page), _foot(page), keep=keep)
        here = self._newsroom.actors.here(page.id)
        self.actors = {actor.id: actor for actor in here}
        self._panes.actors.show_actors(
            here,
            current=view.spot.actor if view.spot else None,
            home=not keep,
            others=view.shows_others,
            teaching=_teaching(page),
        )
        self._shown(page.id)

    def reload(self) -> None:
        """Show the article as it is now, without moving what the eye is on."""
        if self.id is not None:
            page = self._newsroom.articles.page(self.id)
            if page is not None:
                self.show(page, keep=True)
            else:
                self._close()

    def _close(self) -> None:
        self._panes.view.show_page(None)
        self.actors, self._panes.articles.open_article = {}, None
        self._panes.actors.show_actors((), current=None, home=True, others=False, teaching="")
        self._shown(None)

    def head_again(self) -> None:
        """The measure or the list changed."""
        if self.page is not None:
            self._panes.view.set_head(self._head(self.page))

    def _head(self, page: Page) -> list[str]:
        """Source, date, length, place in the list, author: in as few lines as they need."""
        facts = [
            page.source,
            long_date(page.date, page.date_guessed),
            f"{page.words:,} words",
            self._panes.articles.place_of(page.id),
            page.author,
            *(caveat.words for caveat in page.caveats),
            f"in {len(page.locations)} places" if page.elsewhere else "",
        ]
        lines, room = [""], self._panes.view.measure
        for fact in (fact.replace(" ", "\N{NO-BREAK SPACE}") for fact in facts if fact):
            longer = f"{lines[-1]} · {fact}" if lines[-1] else fact
            lines = [*lines[:-1], longer] if cell_len(longer) <= room or not lines[-1] else [*lines, fact]
        return lines


def _foot(page: Page) -> list[str]:
    """Where it came from, under a rule."""
    places = [page.url, page.origin if page.origin != page.url else ""]
    places += [other.words for other in page.elsewhere[:PLACES]]
    left = len(page.elsewhere) - PLACES
    return ["─" * 5, *filter(None, places), *([f"and {left:,} more places"] if left > 0 else [])]


def _teaching(page: Page) -> str:
    """What stands where its actors would."""
    if page.failed:
        return "Its actors could not be recognised."
    return "No actors were found." if page.analysed else "Not recognised yet."
