"""The reading room: list, article and actors, and the lines above and below them."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reader.model import TadmorError
from reader.plurals import counted
from reader.services import Newsroom
from reader.tui.background import Background, Task, outcome, problems
from reader.tui.changes import Changes, Reason
from reader.tui.chords import PENDING, Chords
from reader.tui.commands import BY_ID, CHORDS, bindings
from reader.tui.messages import Messages
from reader.tui.safe import assemble, plain
from reader.tui.screens.reading.appearance import Appearance, faint_below
from reader.tui.screens.reading.article_edits import ArticleEdits
from reader.tui.screens.reading.fronts import Fronts
from reader.tui.screens.reading.hints import (
    EMPTY_LIBRARY,
    NO_ARTICLE,
    NO_MATCH,
    NOTHING_YET,
    READING,
    Situation,
    likely,
)
from reader.tui.screens.reading.judging import Judging
from reader.tui.screens.reading.list_query import ListQuery
from reader.tui.screens.reading.marking import Marking
from reader.tui.screens.reading.navigation import Navigation
from reader.tui.screens.reading.open_article import OpenArticle
from reader.tui.screens.reading.outputs import Outputs
from reader.tui.screens.reading.panes import MEDIUM, WIDE, Panes
from reader.tui.screens.reading.subject import Subject, subject
from reader.tui.screens.sheet import Answer, Sheet
from reader.tui.screens.small import SMALLEST_HEIGHT, SMALLEST_WIDTH, TooSmall
from reader.tui.widgets.actors_pane import ActorsPane
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.bars import BottomLine, Heading, StatusLine
from reader.tui.widgets.filter_line import FilterLine
from reader.tui.words import sought
from reader.tui.workbench import Workbench


class ReadingRoom(Screen[None]):
    """Owns the layout, and hands each part of the work what it needs; a command is whoever's `do_` has its name."""

    BINDINGS = bindings()
    AUTO_FOCUS = "#articles"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MEDIUM, "-medium"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, newsroom: Newsroom, name: str, task: Task) -> None:
        """`name` says which library or folder this is; `task` is done behind the first screen."""
        super().__init__()
        self._newsroom = newsroom
        self._title = name
        self._chords = Chords(CHORDS)
        self.messages = Messages(self._show_message)
        self.background = Background(self, newsroom, task)
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
        self._assemble()
        self.view.faint_below = faint_below(self._newsroom.settings)
        self.panes.arrange()
        self.view.teach(NO_ARTICLE)
        self.list_query.run()

    def _assemble(self) -> None:
        """Make the parts of the room, each on what it needs."""
        places = (self.query_one("#left"), self.view, self.query_one("#right"))
        self.panes = Panes(self.articles, self.view, self.actors, places, self.hint)
        changes = Changes(self, self.messages, self.status, self.background.settle_soon, self.catch_up)
        bench = Workbench(self._newsroom, changes, self.messages, Reason(), self.action_run)
        ask, about = self._ask, self.subject
        self.list_query = ListQuery(self, bench, self.articles)
        self.opened = OpenArticle(self._newsroom, self.panes, self._opened)
        self.navigation = Navigation(self, bench, self.panes, self.opened, self.list_query, about)
        self.marking = Marking(bench, ask, self.panes)
        self._parts = (
            self,
            self.panes,
            self.list_query,
            self.navigation,
            self.marking,
            ArticleEdits(bench, ask, about),
            Judging(bench, ask, about),
            Outputs(bench, ask, about, self.panes, self.opened, self.list_query),
            Fronts(bench, ask, about, self.opened, self.navigation, self.filter, self.background, self.catch_up),
            Appearance(bench, ask, self.view, self.opened, self.app),
        )

    # What the parts ask of the room

    def subject(self) -> Subject:
        """What commands are about now."""
        return subject(self.panes, self.opened)

    def _ask(self, sheet: Sheet[Answer], done: Callable[[Answer | None], None] | None = None) -> None:
        self.app.push_screen(sheet, done)

    def catch_up(self) -> None:
        """Show the library as it is now, here and on the sheets in front; nothing moves."""
        self.opened.reload()
        self.list_query.again()
        for screen in self.app.screen_stack:
            if isinstance(screen, Sheet):
                screen.changed()

    def _opened(self, article: int | None) -> None:
        self.list_query.stand_beside(article)
        self.hint()

    def _show_message(self, text: str, error: bool) -> None:
        self.bottom.say(text, error=error)
        if isinstance(self.app.screen, Sheet):
            self.app.screen.say(text, error=error)

    # The list

    def on_list_query_listed(self, event: ListQuery.Listed) -> None:
        """Show a list that is ready."""
        self._remark(" ".join(self._newsroom.articles.remarks(event.listing)))
        self._teach(event.text, event.listing.total)
        self.view.seek(sought(event.listing.sought))
        self.articles.open_article = self.opened.id
        self.articles.show_listing(event.listing, keep=event.keep)
        if self.opened.page is None and self.size.width >= MEDIUM and (row := self.articles.cursor_row):
            self.navigation.open(row.id, focus=False)
        self._tell_counts()
        self.opened.head_again()
        self.view.refresh()
        self.hint()
        if not self._started:
            self._started = True
            visible = self.articles.ids_in_view()
            self.background.start(lambda: [*([self.opened.id] if self.opened.id is not None else []), *visible])

    def _teach(self, text: str, found: int) -> None:
        """What the list and the article pane say where they have nothing to show."""
        bare = not found and (not text or not self._newsroom.status().articles)
        alone = EMPTY_LIBRARY if not self.background.reading else READING
        if not bare:
            self.articles.teaching = NO_MATCH
        else:
            self.articles.teaching = NOTHING_YET if self.size.width >= MEDIUM else (*NOTHING_YET, "", *alone)
        self.view.teach(alone if bare else NO_ARTICLE)

    def on_list_query_refused(self, event: ListQuery.Refused) -> None:
        """Say what is wrong with the filter, under it, with a caret at the place; the list stays as it was."""
        self._remark(event.reason, refused=True, caret=None if event.place is None else self.filter.column(event.place))

    def _remark(self, said: str, *, refused: bool = False, caret: int | None = None) -> None:
        """Say something of the filter, under it; `caret` is the column of the screen that it is about."""
        line = self.query_one("#refusal", Static)
        if caret is not None:
            # A column of the line's own is left free on its left.
            before = " " * max(0, caret - 1)
            fits = len(before) + len(said) + 4 <= self.size.width
            said = f"{before}^ {said}" if fits else f"{before}^\n{said}"
        line.update(plain(said))
        line.set_class(bool(said), "-shown")
        line.set_class(not refused, "-remark")

    def _tell_counts(self) -> None:
        """Say how many articles there are, and how many match."""
        status = self._newsroom.status()
        whole = counted(status.articles, "article")
        counts = f"{self.articles.total:,} of {status.articles:,}" if self.list_query.text else whole
        if self.size.width >= MEDIUM and status.unread and not self.list_query.text:
            counts += f", {status.unread:,} unread"
        self.status.tell(counts=counts)
        self.query_one("#articles-heading", Heading).tell(note="" if self.list_query.plain else self.list_query.order)

    def on_filter_line_asked(self, event: FilterLine.Asked) -> None:
        """The filter changed."""
        self.list_query.search(event.text)

    def on_input_submitted(self) -> None:
        """Enter in the filter goes to the list."""
        self.filter.ask()
        self.panes.show(self.articles)

    def on_article_list_opened(self, event: ArticleList.Opened) -> None:
        """An article of the list was asked for."""
        self.navigation.visit(event.article)

    def on_article_list_moved(self) -> None:
        """Another row, other hints."""
        self.hint()

    # Text and actors follow each other

    def on_article_view_moved(self, event: ArticleView.Moved) -> None:
        """The actors pane follows the cursor in the text."""
        if event.spot is not None:
            self.actors.point_at(event.spot.actor)
        self.hint()

    def on_article_view_asked(self) -> None:
        """The card was asked for."""
        self.action_run("card")

    def on_lines_highlighted(self, event: ActorsPane.Highlighted) -> None:
        """The text follows the cursor in the actors pane."""
        self._to_actor(event.target)

    def on_lines_chosen(self, event: ActorsPane.Chosen) -> None:
        """An actor was chosen: to its first mention here."""
        self._to_actor(event.target, land=True)

    def _to_actor(self, actor: object, *, land: bool = False) -> None:
        index = self.view.first_of(actor) if isinstance(actor, int) else None
        if index is not None:
            if land:
                self.panes.show(self.view)
            self.view.go_to(index, land=land)

    # Focus and size

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Light the heading of the focused pane."""
        widget: Widget | None = event.widget
        if isinstance(widget, ArticleList | ArticleView | ActorsPane) and widget is not self.panes.front:
            self.panes.show(widget)
        self._light()
        self.hint()

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
        self.panes.arrange()
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self.opened.head_again()
        self._tell_counts()
        self.hint()

    # Commands

    def command(self, name: str) -> Callable[[], None] | None:
        """What a command of this id does, by the part of the room that knows it."""
        found = (getattr(part, "do_" + name, None) for part in self._parts)
        return next((handler for handler in found if handler is not None), None)

    def action_run(self, command: str) -> None:
        """Run a command by its id: from a key, the palette, or a click."""
        self._chords.reset()
        handler = self.command(command)
        if handler is None or (self.has_class("-tiny") and command != "quit"):
            return
        try:
            handler()
        except TadmorError as error:
            self.messages.fail(error)
        self.hint()

    def action_chord(self, key: str) -> None:
        """A key that begins or goes on with a chord."""
        command = self._chords.feed(key)
        if command not in (None, PENDING):
            self.action_run(str(command))

    def on_bottom_line_clicked(self, event: BottomLine.Clicked) -> None:
        """A hint was clicked."""
        self.action_run(event.command)

    def do_move_down(self) -> None:
        """One down; from the filter, into the list."""
        if self.filter.has_focus:
            self.panes.show(self.articles)
        else:
            self.panes.front.move(1)

    def do_pane_left(self) -> None:
        """To the left; while marking, a word back."""
        if not self.marking.move(-1):
            self.panes.beside(-1)

    def do_pane_right(self) -> None:
        """To the right; while marking, a word on."""
        if not self.marking.move(1):
            self.panes.beside(1)

    def do_open(self) -> None:
        """What Enter does here."""
        if self.marking.going_on:
            self.marking.do_mark()
        else:
            self.panes.front.activate()

    def do_leave(self) -> None:
        """Leave the nearest thing there is to leave."""
        front = self.panes.front
        if self.marking.going_on:
            self.view.set_caret(None)
        elif self.selections:
            self.clear_selection()
        elif self.filter.has_focus or (self.list_query.text and front is self.articles):
            self.filter.set_text("")
            self.panes.show(self.articles)
        elif front is self.actors:
            self.panes.show(self.view)
        elif front is self.view:
            self.panes.show(self.articles)

    def do_filter(self) -> None:
        """Type a filter."""
        self.filter.focus()

    def do_quit(self) -> None:
        """Leave Tadmor."""
        self.app.exit()

    # Work behind the desk

    def on_background_progressed(self, event: Background.Progressed) -> None:
        """Work went on."""
        self.status.tell(busy=event.words)
        if event.progress.stage == "reading":
            self.list_query.soon()

    def on_background_recognised(self, event: Background.Recognised) -> None:
        """An article's actors are known: the open one is shown with them at once."""
        if event.article == self.opened.id:
            self.opened.reload()
        self.list_query.soon()

    def on_background_taken(self, event: Background.Taken) -> None:
        """The paths were read: say what came in, and what could not be read."""
        self.background.reading = False
        self.list_query.again()
        for line in problems(event.intake):
            self.messages.keep(line, error=True)
        said, wrong = outcome(event.intake)
        self.messages.say(said, error=wrong)

    def on_background_failed(self, event: Background.Failed) -> None:
        """A part of the work could not be done."""
        self.messages.say(event.reason, error=True)

    def on_background_settled(self, event: Background.Settled) -> None:
        """Verdicts are worked out: show what came of it, unless there are newer ones already."""
        if not self.background.settled() and event.linked:
            self.status.tell(busy="")
            self.catch_up()

    def on_background_finished(self) -> None:
        """All is done."""
        self.background.reading = False
        self.status.tell(busy="")
        self.opened.reload()
        self.list_query.again()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker that fails says so; the room stays open."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            if event.worker.group == "background":
                self.on_background_finished()
            self.messages.fail(event.worker.error)

    # Hints

    def hint(self) -> None:
        """Say what the likely next keys do here."""
        if not self.is_mounted:
            return
        self.bottom.hint([(id, words or BY_ID[id].title.lower()) for id, words in likely(self._situation())])

    def _situation(self) -> Situation:
        return Situation(
            pane=self.panes.front.id or "",
            marking=self.marking.going_on,
            typing=self.filter.has_focus,
            filtered=bool(self.list_query.text),
            listed=self.articles.cursor_row is not None,
            open=self.opened.page is not None,
            mention=self.view.spot is not None,
            actor=self.opened.name_of(self.subject().actor),
        )
