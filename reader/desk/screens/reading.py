"""The reading room: list, article and actors, and the lines above and below them."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from reader.desk.acts import Acts
from reader.desk.background import Background, Task
from reader.desk.chords import PENDING, Chords
from reader.desk.commands import BY_ID, CHORDS, bindings
from reader.desk.hints import EMPTY_LIBRARY, NO_ARTICLE, NO_MATCH, NOTHING_YET, READING, likely
from reader.desk.looks import faint_below
from reader.desk.ports import ActorHere, Listing, Newsroom, Sort
from reader.desk.safe import assemble, plain
from reader.desk.screens.sheet import Sheet
from reader.desk.screens.small import SMALLEST_HEIGHT, SMALLEST_WIDTH, TooSmall
from reader.desk.travel import Travel
from reader.desk.widgets.actors_pane import ActorsPane
from reader.desk.widgets.article_list import ArticleList
from reader.desk.widgets.article_view import ArticleView
from reader.desk.widgets.bars import BottomLine, Heading, StatusLine
from reader.desk.widgets.filter_line import FilterLine
from reader.desk.words import sought
from reader.logs import told
from reader.model import TadmorError
from reader.plurals import counted

MEDIUM, WIDE = 80, 120
"""Columns from which two panes, and all three, stand beside each other."""
Pane = ArticleList | ArticleView | ActorsPane
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


class ReadingRoom(Screen[None]):
    """Owns the layout and the focus; `Travel` opens and jumps, `Acts` changes things."""

    BINDINGS = bindings()
    AUTO_FOCUS = "#articles"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MEDIUM, "-medium"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it

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

    def __init__(self, newsroom: Newsroom, name: str, task: Task) -> None:
        """`name` says which library or folder this is; `task` is done behind the first screen."""
        super().__init__()
        self.newsroom = newsroom
        self._title = name
        self.filter_text = ""
        self.sort = Sort.DATE
        self.turned = False
        """Whether the order is turned around."""
        self.beside: int | None = None
        """The article that "shared" counts from: the open one, or the one it was when sorting by it began."""
        self.actors_here: dict[int, ActorHere] = {}
        self._pane: Pane | None = None
        self._chords = Chords(CHORDS)
        self.travel = Travel(self)
        self.acts = Acts(self)
        self.background = Background(self, task)
        self._started = False

    def compose(self) -> ComposeResult:
        """Header, three panes, bottom line."""
        yield TooSmall(id="small")
        with Horizontal(id="header"):
            yield Static(assemble(("Tadmor", "bold $accent"), f"  {self._title}"), id="brand")
            yield FilterLine(id="filter")
            yield StatusLine(id="status")
        yield Static("", id="refusal", markup=False)
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Heading("ARTICLES", id="articles-heading")
                yield ArticleList(id="articles")
            yield ArticleView(id="article")
            with Vertical(id="right"):
                yield Heading("ACTORS HERE", id="actors-heading")
                yield ActorsPane(id="actors")
        yield BottomLine(id="bottom")

    def on_mount(self) -> None:
        """Paint the list before anything else is done."""
        self.articles = self.query_one("#articles", ArticleList)
        self.view = self.query_one("#article", ArticleView)
        self.actors = self.query_one("#actors", ActorsPane)
        self.filter = self.query_one("#filter", FilterLine)
        self.status = self.query_one("#status", StatusLine)
        self.bottom = self.query_one("#bottom", BottomLine)
        self._pane = self.articles
        self._recall_order()
        self.view.faint_below = faint_below(self.newsroom)
        self._arrange()
        self.view.teaching = NO_ARTICLE
        self.relist()

    def _recall_order(self) -> None:
        """The order of the last time; but there is nothing open to have actors in common with."""
        kept, _, turned = (self.newsroom.preference(ORDER) or "").partition(" ")
        if kept in (Sort.DATE, Sort.TITLE, Sort.SOURCE):
            self.sort, self.turned = Sort(kept), turned == "1"

    # The list

    @work(thread=True, exclusive=True, group="listing", exit_on_error=False)
    def relist(self, keep: int | None = None) -> None:
        """Ask for the list anew, in a worker; `keep` stays under the cursor."""
        worker, text = get_current_worker(), self.filter_text
        try:
            listing = self.newsroom.listing(text, self.sort, (self.sort in DOWNWARD) != self.turned, self.beside)
            listing.rows(0, 1)
        except TadmorError as error:
            if not worker.is_cancelled:
                self.post_message(self.Refused(str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Listed(listing, text, keep))

    def relist_here(self) -> None:
        """Ask for the list anew, and leave the cursor on its article."""
        row = self.articles.cursor_row
        self.relist(row.id if row else None)

    def on_reading_room_listed(self, event: Listed) -> None:
        """Show a list that is ready."""
        self._refuse("")
        self._teach(event.text, event.listing.total)
        self.view.seek(sought(event.listing.sought))
        self.articles.open_article = self.open_id
        self.articles.show_listing(event.listing, keep=event.keep)
        if self.view.page_shown is None and self.size.width >= MEDIUM and (row := self.articles.cursor_row):
            self.travel.open(row.id, focus=False)
        self.tell_counts()
        self.travel.head_again()
        self.view.refresh()
        self.hints()
        if not self._started:
            self._started = True
            self.background.start()

    def _teach(self, text: str, found: int) -> None:
        """What the list and the article pane say where they have nothing to show."""
        bare = not found and (not text or not self.newsroom.status().articles)
        alone = EMPTY_LIBRARY if not self.background.reading else READING
        if not bare:
            self.articles.teaching = NO_MATCH
        else:
            self.articles.teaching = NOTHING_YET if self.size.width >= MEDIUM else (*NOTHING_YET, "", *alone)
        self.view.teaching = alone if bare else NO_ARTICLE

    def on_reading_room_refused(self, event: Refused) -> None:
        """Say what is wrong with the filter, under it; the list stays as it was."""
        self._refuse(event.reason)

    def _refuse(self, reason: str) -> None:
        line = self.query_one("#refusal", Static)
        line.update(plain(reason))
        line.set_class(bool(reason), "-shown")

    def tell_counts(self) -> None:
        """Say how many articles there are, and how many match."""
        status = self.newsroom.status()
        listed = self.articles.total
        whole = counted(status.articles, "article")
        counts = f"{listed:,} of {status.articles:,}" if self.filter_text else whole
        if self.size.width >= MEDIUM and status.unread and not self.filter_text:
            counts += f", {status.unread:,} unread"
        self.status.tell(counts=counts)
        plainly = self.sort is Sort.DATE and not self.turned
        self.query_one("#articles-heading", Heading).tell(note="" if plainly else self._order)

    @property
    def _order(self) -> str:
        """The order of the list, in words."""
        return ORDERS[self.sort][self.turned]

    def on_filter_line_asked(self, event: FilterLine.Asked) -> None:
        """The filter changed."""
        self.filter_text = event.text
        row = self.articles.cursor_row
        self.relist(row.id if row and not event.text else None)

    def on_input_submitted(self) -> None:
        """Enter in the filter goes to the list."""
        self.filter.ask()
        self.show_pane(self.articles)

    # Panes and focus

    @property
    def open_id(self) -> int | None:
        """The open article."""
        return self.view.page_shown.id if self.view.page_shown else None

    @property
    def pane(self) -> Pane:
        """The pane that has the focus, or had it last."""
        return self._pane or self.articles

    @property
    def panes(self) -> Sequence[Pane]:
        """All panes, left to right."""
        return self.articles, self.view, self.actors

    def show_pane(self, pane: Pane) -> None:
        """Bring a pane in front, where only some have room, and give it the focus."""
        self._pane = pane
        places = dict(zip(self.panes, self._places, strict=True))
        places[pane].display = True
        pane.focus()
        self._arrange()
        self.hints()

    @property
    def _places(self) -> tuple[Widget, Widget, Widget]:
        """What holds each pane."""
        return self.query_one("#left"), self.view, self.query_one("#right")

    def _arrange(self) -> None:
        """Show the panes that there is room for; set here, not by classes, which would style the whole tree anew."""
        width, front = self.size.width, self.pane
        left, middle, right = self._places
        left.display = width >= MEDIUM or front is self.articles
        middle.display = width >= MEDIUM or front is self.view
        right.display = width >= WIDE or front is self.actors

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Light the heading of the focused pane."""
        widget: Widget | None = event.widget
        if isinstance(widget, ArticleList | ArticleView | ActorsPane) and widget is not self._pane:
            self.show_pane(widget)
        self._light()
        self.hints()

    def on_descendant_blur(self) -> None:
        """Dim it again."""
        self._light()

    def _light(self) -> None:
        self.query_one("#articles-heading", Heading).tell(lit=self.articles.has_focus)
        self.query_one("#actors-heading", Heading).tell(lit=self.actors.has_focus)

    def on_resize(self, event: events.Resize) -> None:
        """Too small for reading, one line a row or two."""
        self.set_class(event.size.width < SMALLEST_WIDTH or event.size.height < SMALLEST_HEIGHT, "-tiny")
        self.articles.set_tall(event.size.width >= MEDIUM)
        self._arrange()
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self.travel.head_again()
        self.tell_counts()
        self.hints()

    # Commands

    def action_run(self, command: str) -> None:
        """Run a command by its id: from a key, the palette, or a click."""
        self._chords.reset()
        if self.has_class("-tiny") and command != "quit":
            return
        for place in (self, self.travel, self.acts):
            handler = getattr(place, "do_" + command, None)
            if handler is not None:
                try:
                    handler()
                except TadmorError as error:
                    self.say(str(error), error=True)
                self.hints()
                return

    def action_chord(self, key: str) -> None:
        """A key that begins or goes on with a chord."""
        command = self._chords.feed(key)
        if command not in (None, PENDING):
            self.action_run(str(command))

    def on_bottom_line_clicked(self, event: BottomLine.Clicked) -> None:
        """A hint was clicked."""
        self.action_run(event.command)

    def do_move_down(self) -> None:
        """One down."""
        if self.filter.has_focus:
            self.show_pane(self.articles)
        else:
            self.pane.move(1)

    def do_move_up(self) -> None:
        """One up."""
        self.pane.move(-1)

    def do_page_down(self) -> None:
        """A screenful down."""
        self.pane.page(1)

    def do_page_up(self) -> None:
        """A screenful up."""
        self.pane.page(-1)

    def do_go_top(self) -> None:
        """To the start."""
        self.pane.go_end(False)

    def do_go_bottom(self) -> None:
        """To the end."""
        self.pane.go_end(True)

    def do_next_pane(self) -> None:
        """Around to the right."""
        self.show_pane(self.panes[(self.panes.index(self.pane) + 1) % 3])

    def do_previous_pane(self) -> None:
        """Around to the left."""
        self.show_pane(self.panes[self.panes.index(self.pane) - 1])

    def do_pane_left(self) -> None:
        """To the left; while marking, a word back."""
        if not self.acts.move_caret(-1):
            self.show_pane(self.panes[max(0, self.panes.index(self.pane) - 1)])

    def do_pane_right(self) -> None:
        """To the right; while marking, a word on."""
        if not self.acts.move_caret(1):
            self.show_pane(self.panes[min(2, self.panes.index(self.pane) + 1)])

    def do_open(self) -> None:
        """What Enter does here."""
        if self.acts.marking:
            self.acts.do_mark()
        else:
            self.pane.activate()

    def do_leave(self) -> None:
        """Leave the nearest thing there is to leave."""
        if self.view.caret is not None:
            self.view.set_caret(None)
        elif self.selections:
            self.clear_selection()
        elif self.filter.has_focus or (self.filter_text and self.pane is self.articles):
            self.filter.set_text("")
            self.show_pane(self.articles)
        elif self.pane is self.actors:
            self.show_pane(self.view)
        elif self.pane is self.view:
            self.show_pane(self.articles)

    def do_filter(self) -> None:
        """Type a filter."""
        self.filter.focus()

    def do_actors(self) -> None:
        """To the actors, or back from them."""
        self.show_pane(self.view if self.pane is self.actors else self.actors)

    def do_sort(self) -> None:
        """The next order."""
        orders = [sort for sort in Sort if sort is not Sort.SHARED or self.open_id is not None]
        self.sort = orders[(orders.index(self.sort) + 1) % len(orders)] if self.sort in orders else Sort.DATE
        self.turned = False
        self._sorted()

    def do_reverse(self) -> None:
        """The same order from its other end."""
        self.turned = not self.turned
        self._sorted()

    def _sorted(self) -> None:
        self.beside = self.open_id
        self.say(f"Sorted: {self._order}.")
        self.acts.remember(ORDER, f"{self.sort.value} {int(self.turned)}")
        self.relist()

    def do_quit(self) -> None:
        """Leave Tadmor."""
        self.app.exit()

    # What panes say

    def on_article_list_opened(self, event: ArticleList.Opened) -> None:
        """An article of the list was asked for."""
        self.travel.visit(event.article)

    def on_article_list_moved(self) -> None:
        """Another row, other hints."""
        self.hints()

    def on_article_view_moved(self, event: ArticleView.Moved) -> None:
        """The actors pane follows the cursor in the text."""
        if event.spot is not None:
            self.actors.point_at(event.spot.actor)
        self.hints()

    def on_article_view_asked(self) -> None:
        """The card was asked for."""
        self.acts.do_card()

    def on_lines_highlighted(self, event: ActorsPane.Highlighted) -> None:
        """The text follows the cursor in the actors pane."""
        if event.lines is self.actors and isinstance(event.target, int):
            index = self.view.first_of(event.target)
            if index is not None:
                self.view.go_to(index)

    def on_lines_chosen(self, event: ActorsPane.Chosen) -> None:
        """An actor was chosen: to its first mention here."""
        if event.lines is self.actors and isinstance(event.target, int):
            index = self.view.first_of(event.target)
            if index is not None:
                self.show_pane(self.view)
                self.view.go_to(index, land=True)

    # Work behind the desk

    def on_background_progressed(self, event: Background.Progressed) -> None:
        """Work went on."""
        self.background.progressed(event.progress)

    def on_background_recognised(self, event: Background.Recognised) -> None:
        """An article's actors are known."""
        self.background.recognised(event.article)

    def on_background_taken(self, event: Background.Taken) -> None:
        """The paths were read."""
        self.background.taken(event.intake)

    def on_background_failed(self, event: Background.Failed) -> None:
        """A part of the work could not be done."""
        self.say(event.reason, error=True)

    def on_background_settled(self, event: Background.Settled) -> None:
        """Verdicts are worked out."""
        self.background.settled(event.linked)

    def on_background_finished(self) -> None:
        """All is done."""
        self.background.finished()

    # Words to the reader

    def say(self, text: str, *, error: bool = False) -> None:
        """One line that leaves by itself and is kept in the log."""
        if text:
            self.acts.log.append((text, error))
            self.bottom.say(text, error=error)
            if isinstance(self.app.screen, Sheet):
                self.app.screen.say(text, error=error)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker that fails says so; the room stays open."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            if event.worker.group == "background":
                self.background.finished()
            self.say(told(event.worker.error), error=True)

    def hints(self) -> None:
        """What the likely next keys do here."""
        if not self.is_mounted:
            return
        self.bottom.hint([(id, words or BY_ID[id].title.lower()) for id, words in likely(self)])
