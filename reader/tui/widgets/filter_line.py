"""The filter: one line that searches as one types."""

from dataclasses import dataclass

from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from reader.tui.safe import shown
from reader.untrusted import clean_line

DEBOUNCE_SECONDS = 0.12
"""Rest after a keystroke before the library is asked: shorter than the pause between words, longer than within one."""

INVITING, TEACHING = "/ to search", 'words  "a phrase"  -word  OR  actor:NAME  source:  date:'
"""What stands in the empty line: without the focus, and with it."""


class FilterLine(Input, inherit_bindings=True):
    """An input of one line without a frame."""

    @dataclass
    class Asked(Message):
        """The filter is now this."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:
        """Empty: everything is listed."""
        super().__init__(placeholder=INVITING, id=id, compact=True, select_on_focus=False)
        self._timer: Timer | None = None
        self._asked = ""

    def on_focus(self) -> None:
        """Say what can be typed."""
        self.placeholder = TEACHING

    def on_blur(self) -> None:
        """Say how to come here."""
        self.placeholder = INVITING

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask once the typing rests."""
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DEBOUNCE_SECONDS, self.ask)

    def ask(self) -> None:
        """Ask now, if there is anything new to ask."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        text = clean_line(self.value)
        if text != self._asked:
            self._asked = text
            self.post_message(self.Asked(text))

    def toggle_actor(self, name: str) -> None:
        """Put an actor into the filter, or take it out."""
        term = 'actor:"' + name.replace('"', " ") + '"'
        text = self._asked
        if term in text:
            self.set_text(" ".join(text.replace(term, " ").split()))
        else:
            # What is there stays together.
            self.set_text(f"{f'({text})' if ' OR ' in text else text} {term}".strip())

    def column(self, place: int) -> int | None:
        """The column of the screen where a cell of the filter's text is; None where it is scrolled out of sight."""
        at = place - round(self.scroll_x)
        return self.region.x + at if 0 <= at <= self.region.width else None

    def set_text(self, text: str) -> None:
        """Change the filter at once, from elsewhere than the keyboard."""
        self.value = text = shown(text)
        self.cursor_position = len(text)
        self.ask()
