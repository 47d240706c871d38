"""Commands that mark an actor which was missed: by the selected text, or by pointing at words."""

from reader.model import Kind
from reader.tui.screens.choices import choose_kind
from reader.tui.screens.reading.panes import Panes
from reader.tui.screens.sheet import Ask
from reader.tui.widgets.article_view import Place
from reader.tui.workbench import Workbench

HOW = "Choose words with ← →, more with Shift+→; Enter marks them, Esc leaves."


class Marking:
    """Marks text of the open article by hand."""

    def __init__(self, bench: Workbench, ask: Ask, panes: Panes) -> None:
        """`ask` brings a sheet in front."""
        self._mentions = bench.newsroom.mentions
        self._changes = bench.changes
        self._messages = bench.messages
        self._ask = ask
        self._panes = panes
        self._view = panes.view

    @property
    def going_on(self) -> bool:
        """Whether words are being pointed at."""
        return self._view.caret is not None

    def move(self, delta: int) -> bool:
        """Point at another word, if words are being pointed at."""
        if self.going_on:
            self._view.move_caret(delta)
        return self.going_on

    def do_mark(self) -> None:
        """Mark the selection; else the words pointed at; else begin to point."""
        chosen = self._view.selected_range() or self._view.caret
        if self._view.page_shown is None:
            self._messages.say("No article is open.")
        elif chosen is None:
            self._panes.show(self._view)
            self._view.begin_caret()
            self._messages.say(HOW)
        else:
            self._ask_kind(self._view.page_shown.id, *chosen)

    def _ask_kind(self, article: int, start: Place, end: Place) -> None:
        field, first, last = start[0], start[1], end[1]

        def done(kind: object) -> None:
            if isinstance(kind, Kind):
                self._view.set_caret(None)
                self._view.screen.clear_selection()
                self._changes.do(lambda: self._mentions.mark(article, field, first, last, kind))

        self._ask(choose_kind(f"“{self._view.text_of(field)[first:last]}” is a…"), done)

    def do_extend(self) -> None:
        """One word more."""
        self._view.stretch_caret(1)

    def do_shrink(self) -> None:
        """One word less."""
        self._view.stretch_caret(-1)
