"""Opening articles, jumping from actor to actor, and the way back."""

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.worker import get_current_worker

from reader.desk.dates import long_date
from reader.desk.history import History, Visit
from reader.desk.ports import Page, Sort

if TYPE_CHECKING:
    from reader.desk.screens.reading import ReadingRoom

STEP = 256
"""Rows looked through at a time for the next unread article."""


class Travel:
    """The part of the reading room that goes places."""

    def __init__(self, room: "ReadingRoom") -> None:
        """Nothing is open yet."""
        self.room = room
        self.history = History()
        self._revealed = ""
        """The filter that the open article was last shown for."""

    @property
    def actor(self) -> int | None:
        """The actor that commands are about: of the mention under the cursor, or in the actors pane."""
        room = self.room
        if room.pane is room.actors and isinstance(room.actors.target, int):
            return room.actors.target
        return room.view.spot.actor if room.view.spot else None

    # Opening

    def open(self, article: int, *, mention: int | None = None, focus: bool = True) -> bool:
        """Show an article; with `mention`, land on it; with `focus`, this is reading, and it counts as read."""
        room = self.room
        page = room.newsroom.page(article)
        if page is None:
            room.say("That article is no longer in the library.", error=True)
            return False
        self.show(page)
        if mention is not None:
            index = next((i for i, spot in enumerate(room.view.spots) if spot.id == mention), None)
            if index is not None:
                room.view.go_to(index, land=True)
        if focus:
            room.show_pane(room.view)
            if page.unread:
                room.acts.seen(article)
        if mention is None:
            self._reveal_found()
        return True

    def show(self, page: Page, *, keep: bool = False) -> None:
        """Put an article and its actors on the screen."""
        room, view = self.room, self.room.view
        room.articles.open_article = page.id
        room.articles.point_at(page.id)
        room.articles.refresh()
        view.show_page(page, self._head(page), self._foot(page), keep=keep)
        here = room.newsroom.actors_here(page.id)
        room.actors_here = {actor.id: actor for actor in here}
        teaching = "No actors were found." if page.analysed else "Not recognised yet."
        current = view.spot.actor if view.spot else None
        others = view.shows_others
        room.actors.show_actors(here, current=current, home=not keep, others=others, teaching=teaching)
        if room.sort is not Sort.SHARED and room.beside != page.id:
            room.beside = page.id
            room.relist_here()
        room.hints()

    def reload(self) -> None:
        """Show the open article as it is now, without moving what the eye is on."""
        if self.room.open_id is not None:
            page = self.room.newsroom.page(self.room.open_id)
            if page is not None:
                self.show(page, keep=True)
            else:
                self.close()

    def close(self) -> None:
        """Show no article."""
        room = self.room
        room.view.show_page(None)
        room.actors_here, room.articles.open_article, room.beside = {}, None, None
        room.actors.show_actors((), current=None, home=True, others=False, teaching="")

    def _head(self, page: Page) -> list[str]:
        """Source, date, length, place in the list, author: in as few lines as they need."""
        facts = [
            page.source,
            long_date(page.date, page.date_guessed),
            f"{page.words:,} words",
            self.room.articles.place_of(page.id),
            page.author,
        ]
        lines, room = [""], self.room.view.measure
        for fact in (fact.replace(" ", "\N{NO-BREAK SPACE}") for fact in facts if fact):
            longer = f"{lines[-1]} · {fact}" if lines[-1] else fact
            lines = [*lines[:-1], longer] if cell_len(longer) <= room or not lines[-1] else [*lines, fact]
        return lines

    def head_again(self) -> None:
        """The measure or the list changed."""
        if self.room.view.page_shown is not None:
            self.room.view.set_head(self._head(self.room.view.page_shown))

    def _foot(self, page: Page) -> list[str]:
        return ["─" * 5, *(line for line in (page.url, page.origin if page.origin != page.url else "") if line)]

    # Going

    def here(self) -> Visit | None:
        """Where one is."""
        view = self.room.view
        if view.page_shown is None:
            return None
        return Visit(view.page_shown.id, view.here(), view.scroll_offset.y, view.measure, view.top)

    def visit(self, article: int, mention: int | None = None) -> None:
        """Go somewhere new, and remember where one was."""
        here = self.here()
        if here is not None and here.article == article and mention is None:
            self.open_again()
            return
        if self.open(article, mention=mention) and here is not None:
            self.history.leave(here)

    def _reveal_found(self) -> None:
        """Bring what was sought into sight, once for each article and search."""
        self._revealed = self.room.filter_text
        self.room.view.reveal_found()

    def open_again(self) -> None:
        """Go on reading the article that is on the screen; where something was sought since, from what was found."""
        room = self.room
        room.show_pane(room.view)
        if room.filter_text != self._revealed:
            self._reveal_found()
        if room.view.page_shown is not None and room.view.page_shown.unread:
            room.acts.seen(room.view.page_shown.id)

    def do_back(self) -> None:
        """Back to where one was."""
        self._return(self.history.back(self.here()), "There is nothing to go back to.")

    def do_forward(self) -> None:
        """Forward again."""
        self._return(self.history.forward(self.here()), "There is nothing ahead.")

    def _return(self, visit: Visit | None, nowhere: str) -> None:
        if visit is None:
            self.room.say(nowhere)
        elif self.open(visit.article):
            self.room.view.restore(visit.mention, visit.scroll, visit.width, visit.top)

    # From mention to mention, from article to article

    def _read(self) -> bool:
        if self.room.view.page_shown is None:
            self.room.say("No article is open.")
            return False
        if self.room.pane is not self.room.view:
            self.room.show_pane(self.room.view)
        return True

    def do_next_mention(self) -> None:
        """The next mention."""
        if self._read() and not self.room.view.step(1):
            self.room.say("That was the last mention." if self.room.view.spots else "No actor is marked here.")

    def do_previous_mention(self) -> None:
        """The previous mention."""
        if self._read() and not self.room.view.step(-1):
            self.room.say("That was the first mention." if self.room.view.spots else "No actor is marked here.")

    def do_next_same(self) -> None:
        """The next mention of this actor."""
        self._same(1, "That was the last mention of this actor here; ] goes to the next article.")

    def do_previous_same(self) -> None:
        """The previous mention of this actor."""
        self._same(-1, "That was the first mention of this actor here; [ goes to the previous article.")

    def _same(self, step: int, end: str) -> None:
        if self._read() and not self.room.view.step(step, same=True):
            self.room.say(end if self.room.view.spot else "No mention is under the cursor; n goes to the next.")

    def do_next_article(self) -> None:
        """The next article that names this actor."""
        self._neighbour(1)

    def do_previous_article(self) -> None:
        """The previous article that names this actor."""
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        room, actor, article = self.room, self.actor, self.room.open_id
        if actor is None or article is None:
            room.say("No mention is under the cursor; n goes to the next.")
            return
        found = room.newsroom.neighbour(actor, article, 1 if step > 0 else -1)
        if found is not None:
            self.visit(*found)
            return
        name = room.actors_here[actor].name if actor in room.actors_here else "this actor"
        # The newest article, which is the first in the list, has no later one: say which key leads on.
        other = room.newsroom.neighbour(actor, article, -1 if step > 0 else 1)
        way = ("[ goes to an earlier one" if step > 0 else "] goes to a later one") if other else "this is the only one"
        room.say(f"No {'later' if step > 0 else 'earlier'} article names {name}; {way}.")

    def do_page_or_next(self) -> None:
        """Page through the article, then open the next unread one."""
        room = self.room
        if room.pane is room.actors:
            room.actors.page(1)
        elif room.pane is not room.view and room.articles.cursor_row is not None:
            room.articles.activate()
        elif room.view.page_shown is not None and not room.view.at_end:
            room.view.page(1)
        else:
            room.run_worker(self._next_unread, thread=True, exclusive=True, group="unread", exit_on_error=False)

    def _next_unread(self) -> None:
        room, worker = self.room, get_current_worker()
        listing, at = room.articles.listing, room.articles.cursor_index + 1
        while listing is not None and at < listing.total and not worker.is_cancelled:
            rows = listing.rows(at, STEP)
            for row in rows:
                if row.unread and row.id != room.open_id:
                    room.post_message(room.articles.Opened(row.id))
                    return
            at += max(1, len(rows))
        if not worker.is_cancelled:
            room.app.call_from_thread(room.say, "No unread article follows in this list.")
