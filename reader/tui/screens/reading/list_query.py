"""What the list of articles asks the library for: a filter, and an order."""

from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from reader.model import TadmorError
from reader.query import QuerySyntaxError
from reader.services import Listing, Sort
from reader.tui.background import REFRESH_SECONDS
from reader.tui.widgets.article_list import ArticleList
from reader.tui.workbench import Workbench

ORDERS = {
    Sort.DATE: ("newest first", "oldest first"),
    Sort.TITLE: ("by title", "title, Z to A"),
    Sort.SOURCE: ("by source", "source, Z to A"),
    Sort.SHARED: ("most in common", "least in common"),
}
"""The orders of the list, each from both ends; short, for the heading of a narrow pane."""
ORDER = "order"
"""The preference that remembers it."""
DOWNWARD = (Sort.DATE, Sort.SHARED)
"""Orders that begin with the most: the newest, the most in common."""


class ListQuery:
    """Asks in a thread, and posts what it finds to the screen."""

    @dataclass
    class Listed(Message):
        """A listing is ready."""

        listing: Listing
        text: str
        keep: int | None

    @dataclass
    class Refused(Message):
        """The filter is not one."""

        reason: str
        place: int | None = None
        """Where in it the trouble starts, in cells."""

    def __init__(self, host: Widget, bench: Workbench, articles: ArticleList) -> None:
        """Everything, in the order of the last time; `articles` is where it is shown."""
        self._host = host
        self._bench = bench
        self._articles = articles
        self._waiting = False
        self.text = ""
        """The filter."""
        self.sort = Sort.DATE
        self.turned = False
        """Whether the order is turned around."""
        self.beside: int | None = None
        """The article that "shared" counts from: the open one, or the one it was when sorting by it began."""
        # But there is nothing open to have actors in common with.
        kept, _, turned = (bench.newsroom.settings.get(ORDER) or "").partition(" ")
        if kept in (Sort.DATE, Sort.TITLE, Sort.SOURCE):
            self.sort, self.turned = Sort(kept), turned == "1"

    @property
    def order(self) -> str:
        """The order of the list, in words."""
        return ORDERS[self.sort][self.turned]

    @property
    def plain(self) -> bool:
        """Whether it is the order that nobody asked for."""
        return self.sort is Sort.DATE and not self.turned

    def run(self, keep: int | None = None) -> None:
        """Ask anew; `keep` stays under the cursor."""
        self._host.run_worker(
            lambda: self._ask(keep), thread=True, exclusive=True, group="listing", exit_on_error=False
        )

    def _ask(self, keep: int | None) -> None:
        worker, text = get_current_worker(), self.text
        try:
            downward = (self.sort in DOWNWARD) != self.turned
            listing = self._bench.newsroom.articles.listing(text, self.sort, downward, self.beside)
            listing.rows(0, 1)
        except TadmorError as error:
            if not worker.is_cancelled:
                place = len(error.caret()) - 1 if isinstance(error, QuerySyntaxError) else None
                self._host.post_message(self.Refused(str(error), place))
            return
        if not worker.is_cancelled:
            self._host.post_message(self.Listed(listing, text, keep))

    def again(self) -> None:
        """Ask anew, and leave the cursor on its article."""
        row = self._articles.cursor_row
        self.run(row.id if row else None)

    def soon(self) -> None:
        """Ask anew before long: many wishes, one answer."""
        if not self._waiting:
            self._waiting = True
            self._host.set_timer(REFRESH_SECONDS, self._at_last)

    def _at_last(self) -> None:
        self._waiting = False
        self.again()

    def search(self, text: str) -> None:
        """Ask for what another filter finds."""
        self.text = text
        row = self._articles.cursor_row
        self.run(row.id if row and not text else None)

    def stand_beside(self, article: int | None) -> None:
        """Another article is open: actors in common are counted from it, unless the list is in their order."""
        if article is None:
            self.beside = None
        elif self.sort is not Sort.SHARED and self.beside != article:
            self.beside = article
            self.again()

    # Commands

    def do_sort(self) -> None:
        """The next order."""
        orders = [sort for sort in ORDERS if sort is not Sort.SHARED or self._articles.open_article is not None]
        self.sort = orders[(orders.index(self.sort) + 1) % len(orders)] if self.sort in orders else Sort.DATE
        self.turned = False
        self._sorted()

    def do_reverse(self) -> None:
        """The same order from its other end."""
        self.turned = not self.turned
        self._sorted()

    def _sorted(self) -> None:
        self.beside = self._articles.open_article
        self._bench.messages.say(f"Sorted: {self.order}.")
        kept, settings = f"{self.sort.value} {int(self.turned)}", self._bench.newsroom.settings
        self._bench.changes.do(lambda: settings.set(ORDER, kept), shows=False)
        self.run()
