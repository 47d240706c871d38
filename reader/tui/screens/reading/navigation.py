"""Opening articles, jumping from actor to actor, and the way back."""

from collections.abc import Callable

from textual.widget import Widget
from textual.worker import get_current_worker

from reader.tui.screens.reading.list_query import ListQuery
from reader.tui.screens.reading.open_article import OpenArticle
from reader.tui.screens.reading.panes import Panes
from reader.tui.screens.reading.subject import NO_MENTION, Subject
from reader.tui.screens.reading.trail import Trail, Visit
from reader.tui.workbench import Workbench

STEP = 256
"""Rows looked through at a time for the next unread article."""


class Navigation:
    """Goes places, and remembers where one was."""

    def __init__(
        self,
        host: Widget,
        bench: Workbench,
        panes: Panes,
        opened: OpenArticle,
        query: ListQuery,
        subject: Callable[[], Subject],
    ) -> None:
        """Nothing is open yet; `host` has the workers."""
        self._host = host
        self._articles = bench.newsroom.articles
        self._actors = bench.newsroom.actors
        self._changes = bench.changes
        self._say = bench.messages.say
        self._panes = panes
        self._view = panes.view
        self._opened = opened
        self._query = query
        self._subject = subject
        self._trail = Trail()
        self._revealed = ""
        """The filter that the open article was last shown for."""

    # Opening

    def open(self, article: int, *, mention: int | None = None, focus: bool = True) -> bool:
        """Show an article; with `mention`, land on it; with `focus`, this is reading, and it counts as read."""
        page = self._articles.page(article)
        if page is None:
            self._say("That article is no longer in the library.", error=True)
            return False
        self._opened.show(page)
        if mention is not None:
            index = next((i for i, spot in enumerate(self._view.spots) if spot.id == mention), None)
            if index is not None:
                self._view.go_to(index, land=True)
        if focus:
            self._panes.show(self._view)
            self._seen()
        if mention is None:
            self._reveal_found()
        return True

    def _seen(self) -> None:
        """Count the open article as read because it was opened."""
        page = self._opened.page
        if page is not None and page.unread:
            self._changes.do(lambda: self._articles.seen(page.id))

    # Going

    def here(self) -> Visit | None:
        """Where one is."""
        view, page = self._view, self._opened.page
        return Visit(page.id, view.here(), view.scroll_offset.y, view.measure, view.top) if page is not None else None

    def visit(self, article: int, mention: int | None = None) -> None:
        """Go somewhere new, and remember where one was."""
        here = self.here()
        if here is not None and here.article == article and mention is None:
            self._open_again()
            return
        if self.open(article, mention=mention) and here is not None:
            self._trail.leave(here)

    def _reveal_found(self) -> None:
        """Bring what was sought into sight, once for each article and search."""
        self._revealed = self._query.text
        self._view.reveal_found()

    def _open_again(self) -> None:
        """Go on reading the article that is on the screen; where something was sought since, from what was found."""
        self._panes.show(self._view)
        if self._query.text != self._revealed:
            self._reveal_found()
        self._seen()

    def do_back(self) -> None:
        """Back to where one was."""
        self._return(self._trail.back(self.here()), "There is nothing to go back to.")

    def do_forward(self) -> None:
        """Forward again."""
        self._return(self._trail.forward(self.here()), "There is nothing ahead.")

    def _return(self, visit: Visit | None, nowhere: str) -> None:
        if visit is None:
            self._say(nowhere)
        elif self.open(visit.article):
            self._view.restore(visit.mention, visit.scroll, visit.width, visit.top)

    # From mention to mention, from article to article

    def _read(self) -> bool:
        if self._opened.page is None:
            self._say("No article is open.")
            return False
        if self._panes.front is not self._view:
            self._panes.show(self._view)
        return True

    def do_next_mention(self) -> None:
        """The next mention."""
        self._step(1, "That was the last mention.")

    def do_previous_mention(self) -> None:
        """The previous mention."""
        self._step(-1, "That was the first mention.")

    def _step(self, step: int, end: str) -> None:
        if self._read() and not self._view.step(step):
            self._say(end if self._view.spots else "No actor is marked here.")

    def do_next_same(self) -> None:
        """The next mention of this actor."""
        self._same(1, "That was the last mention of this actor here; ] goes to the next article.")

    def do_previous_same(self) -> None:
        """The previous mention of this actor."""
        self._same(-1, "That was the first mention of this actor here; [ goes to the previous article.")

    def _same(self, step: int, end: str) -> None:
        if self._read() and not self._view.step(step, same=True):
            self._say(end if self._view.spot else NO_MENTION)

    def do_next_article(self) -> None:
        """The next article that names this actor."""
        self._neighbour(1)

    def do_previous_article(self) -> None:
        """The previous article that names this actor."""
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        actor, article = self._subject().actor, self._opened.id
        if actor is None or article is None:
            self._say(NO_MENTION)
            return
        found = self._actors.neighbour(actor, article, 1 if step > 0 else -1)
        if found is not None:
            self.visit(*found)
            return
        name = self._opened.name_of(actor) or "this actor"
        # The newest article, which is the first in the list, has no later one: say which key leads on.
        other = self._actors.neighbour(actor, article, -1 if step > 0 else 1)
        way = ("[ goes to an earlier one" if step > 0 else "] goes to a later one") if other else "this is the only one"
        self._say(f"No {'later' if step > 0 else 'earlier'} article names {name}; {way}.")

    def do_page_or_next(self) -> None:
        """Page through the article, then open the next unread one."""
        panes = self._panes
        if panes.front is panes.actors:
            panes.actors.page(1)
        elif panes.front is not self._view and panes.articles.cursor_row is not None:
            panes.articles.activate()
        elif self._opened.page is not None and not self._view.at_end:
            self._view.page(1)
        else:
            self._host.run_worker(self._next_unread, thread=True, exclusive=True, group="unread", exit_on_error=False)

    def _next_unread(self) -> None:
        worker, articles = get_current_worker(), self._panes.articles
        listing, at = articles.listing, articles.cursor_index + 1
        while listing is not None and at < listing.total and not worker.is_cancelled:
            rows = listing.rows(at, STEP)
            for row in rows:
                if row.unread and row.id != self._opened.id:
                    self._host.post_message(articles.Opened(row.id))
                    return
            at += max(1, len(rows))
        if not worker.is_cancelled:
            self._host.app.call_from_thread(self._say, "No unread article follows in this list.")
