"""What comes up in front of the reading room: a sheet at the bottom, with lines that can be moved over and chosen."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from textual import events, work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.worker import Worker, WorkerState, get_current_worker

from reader.logs import told
from reader.tui.chords import PENDING, Chords
from reader.tui.commands import CHORDS, SHEET_COMMANDS, bindings
from reader.tui.widgets.bars import BottomLine, Heading
from reader.tui.widgets.lines import Item, Lines

Answer = TypeVar("Answer")

WIDEST = 120
"""Columns that a sheet takes at most, as `styles/` says; in a wider terminal, the room stays in sight beside it."""


class Sheet(ModalScreen[Answer], Generic[Answer]):
    """A heading, lines, and a line of hints; Esc or a click beside it leaves without an answer."""

    BINDINGS = bindings(SHEET_COMMANDS)
    AUTO_FOCUS = "Lines"
    HORIZONTAL_BREAKPOINTS = [(0, "-filling"), (WIDEST + 1, "-floating")]  # noqa: RUF012 - as Textual declares it
    HEADING = ""
    """Its title: words of ours."""
    HINTS: Sequence[tuple[str, str]] = (("open", "choose"), ("leave", "back"))
    TALL = False
    """Whether it takes the height it can get, whatever it holds."""

    def __init__(self) -> None:
        """A sheet in front of whatever is there."""
        super().__init__()
        self._chords = Chords(CHORDS)

    def compose(self) -> ComposeResult:
        """The frame; `body` fills it."""
        with Vertical(id="sheet", classes="-tall" if self.TALL else ""):
            if self.HEADING:
                heading = Heading(self.HEADING)
                heading.lit = True
                yield heading
            yield from self.body()
            bottom = BottomLine()
            bottom.hint(self.HINTS)
            yield bottom

    def body(self) -> ComposeResult:
        """What stands between heading and hints."""
        yield Lines(self.items())

    def items(self) -> Sequence[Item]:
        """The lines, where they are known at once."""
        return ()

    @property
    def lines(self) -> Lines:
        """The lines that keys move over."""
        return self.query_one(Lines)

    def say(self, text: str, *, error: bool = False) -> None:
        """One line of message in place of the hints, for a while."""
        for line in self.query(BottomLine):
            line.say(text, error=error)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker that fails says so; the sheet stays open."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.fail(event.worker.error)

    def fail(self, error: BaseException) -> None:
        """Say what went wrong in a worker."""
        self.say(told(error), error=True)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Leave with an answer, once: keys and clicks that came in one burst still reach a sheet that is gone.

        A sheet that is not in front stays: what closes is always what a person sees. One that is not drawn yet, in the
        burst that brought it, is left when it is.
        """
        if not self._is_drawn:
            self.call_later(self.dismiss, result)
            return AwaitComplete()
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    @property
    def _is_drawn(self) -> bool:
        return bool(self.query(BottomLine))

    def changed(self) -> None:
        """Something in the library changed while this was in front."""

    def chosen(self, target: object) -> None:
        """A line was chosen."""

    def on_mount(self) -> None:
        """Put the cursor on the first choice."""
        lines, items = self.query_one(Lines), self.items()
        # Textual runs this after a subclass's own handler: a sheet without ready lines has filled them by then.
        if items:
            lines.show_items(items)
        lines.leads = True

    def on_resize(self, event: events.Resize) -> None:
        """Leave the lines what the rest of the sheet leaves them: the hints stay in sight."""
        if not self.TALL:
            others = sum(child.outer_size.height for child in self.query("#sheet > *") if not isinstance(child, Lines))
            room = event.size.height * 8 // 10 - max(2, others) - 1
            self.query_one(Lines).styles.max_height = max(1, room)

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Pass it on."""
        event.stop()
        self.chosen(event.target)

    def on_bottom_line_clicked(self, event: BottomLine.Clicked) -> None:
        """A hint was clicked."""
        event.stop()
        self.action_run(event.command)

    def on_click(self, event: events.Click) -> None:
        """A click beside the sheet leaves."""
        if event.widget is self:
            self.dismiss(None)

    def action_run(self, command: str) -> None:
        """Run one of the few commands that mean something here."""
        self._chords.reset()
        if not self._is_drawn:
            # A key of the burst that brought it came before what it is about.
            self.call_later(self.action_run, command)
            return
        lines = self.lines
        match command:
            case "move_down" | "move_up":
                lines.move(1 if command == "move_down" else -1)
            case "page_down" | "page_up":
                lines.page(1 if command == "page_down" else -1)
            case "go_top" | "go_bottom":
                lines.go_end(command == "go_bottom")
            case "open":
                lines.activate()
            case "leave":
                self.dismiss(None)
            case _:
                self.other(command)

    def other(self, command: str) -> None:
        """Run a command that only this sheet binds."""

    def action_chord(self, key: str) -> None:
        """A key that begins or goes on with a chord."""
        command = self._chords.feed(key)
        if command not in (None, PENDING):
            self.action_run(str(command))


class Ask(Protocol):
    """Brings a sheet in front; what it answers is handed to `done`, None where it was left without an answer."""

    def __call__(self, sheet: Sheet[Answer], done: Callable[[Answer | None], None] | None = None) -> Any:
        """Show it."""


class Choose(Sheet[object]):
    """Type to narrow, Enter to take: the palette, "the same as…", kinds, themes."""

    AUTO_FOCUS = "Input"
    TALL = True

    class Found(Message):
        """Choices for what was typed."""

        def __init__(self, items: Sequence[Item]) -> None:
            """`items` are in order of merit."""
            super().__init__()
            self.items = items

    def __init__(
        self,
        heading: str,
        search: Callable[[str], Sequence[Item]],
        *,
        slow: bool = False,
        tall: bool = True,
        hint: str = "",
    ) -> None:
        """`search` answers what was typed with choices; `slow` ones are asked in a worker; few need no `tall` sheet."""
        super().__init__()
        self.HEADING = heading
        self.TALL = tall
        self._search, self._slow, self._hint = search, slow, hint

    def body(self) -> ComposeResult:
        """An input above the lines."""
        yield Input(placeholder=self._hint or "type to narrow", compact=True)
        yield Lines()

    def items(self) -> Sequence[Item]:
        """Choices before anything is typed."""
        return () if self._slow else self._search("")

    def on_mount(self) -> None:
        """Ask for the first choices."""
        super().on_mount()
        if self._slow:
            self._look("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow."""
        event.stop()
        if self._slow:
            self._look(event.value)
        else:
            self.query_one(Lines).show_items(self._search(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes what the cursor is on."""
        event.stop()
        self.query_one(Lines).activate()

    def chosen(self, target: object) -> None:
        """Done."""
        self.dismiss(target)

    @work(thread=True, exclusive=True, group="choices", exit_on_error=False)
    def _look(self, text: str) -> None:
        items = self._search(text)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Found(items))

    def on_choose_found(self, event: Found) -> None:
        """Show what a slow search found."""
        event.stop()
        self.query_one(Lines).show_items(event.items)
