"""The lines above and below: what is open and going on, and what the likely next keys do here."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from reader.tui.commands import BY_ID, shown_keys
from reader.tui.layout import wrap
from reader.tui.safe import clip, fit, shown

MESSAGE_SECONDS = 6.0
"""How long a message stays in the bottom line; the log keeps it."""
MESSAGE_ROWS = 3
"""Rows that a message takes at most, from what is above it: two long names and what came of it, at 80 columns."""


class StatusLine(Widget):
    """The right end of the header: how many articles, what work goes on."""

    DEFAULT_CSS = "StatusLine { height: 1; width: auto; }"
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--busy"}

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until told."""
        super().__init__(id=id)
        self.counts = ""
        self.busy = ""

    def tell(self, *, counts: str | None = None, busy: str | None = None) -> None:
        """Change what it says; None leaves a part as it is."""
        before = (self.counts, self.busy)
        self.counts = self.counts if counts is None else counts
        self.busy = self.busy if busy is None else busy
        if before != (self.counts, self.busy):
            self.refresh(layout=True)

    def _parts(self) -> list[str]:
        return [shown(part) for part in (self.counts, self.busy) if part]

    def get_content_width(self, container: object, viewport: object) -> int:
        """As wide as its words."""
        return cell_len("   ".join(self._parts())) + 1

    def render_line(self, y: int) -> Strip:
        """Its one line."""
        base, width = self.rich_style, self.size.width
        text = "   ".join(self._parts())
        at = len(self.counts) + 3 if self.counts and self.busy else 0 if self.busy else len(text)
        busy = self.get_component_rich_style("status--busy", partial=True)
        strip = Strip([Segment(text[:at], base), Segment(text[at:], base + busy)])
        return strip.crop(0, width).adjust_cell_length(width, base)


class BottomLine(Widget):
    """Hints made of commands, each of which can be clicked; for some seconds a message instead, as high as it needs."""

    DEFAULT_CSS = "BottomLine { height: 1; }"
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"bottom--key", "bottom--message", "bottom--error"}

    class Clicked(Message):
        """A hint was clicked."""

        def __init__(self, command: str) -> None:
            """`command` is its id."""
            super().__init__()
            self.command = command

    def __init__(self, *, id: str | None = None) -> None:
        """No hints yet."""
        super().__init__(id=id)
        self._hints: Sequence[tuple[str, str]] = ()
        self._message: tuple[str, bool] | None = None
        self._timer: Timer | None = None
        self._spans: list[tuple[int, int, str]] = []

    def hint(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these commands: (id, words)."""
        if tuple(hints) != tuple(self._hints):
            self._hints = tuple(hints)
            self.refresh()

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a message for a while."""
        self._message = (text, error)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(MESSAGE_SECONDS, self.hush)
        self._make_room()

    def hush(self) -> None:
        """Take the message away."""
        if self._message is not None:
            self._message = None
            self._make_room()

    def on_resize(self, event: events.Resize) -> None:
        """A message is wrapped anew."""
        self._make_room()

    def _make_room(self) -> None:
        self.styles.height = len(self._rows(self.size.width)) if self._message is not None else 1
        self.refresh()

    def _rows(self, width: int) -> list[str]:
        """The message in lines; what is too long even so ends in an ellipsis."""
        text = shown(self._message[0]) if self._message is not None else ""
        rows = [text[start:end] for start, end in wrap(text, 0, len(text), max(1, width - 2))] or [""]
        if len(rows) > MESSAGE_ROWS:
            rows = [*rows[: MESSAGE_ROWS - 1], clip(f"{rows[MESSAGE_ROWS - 1]} …", max(1, width - 2))]
        return rows

    def on_click(self, event: events.Click) -> None:
        """Run the hint under the mouse."""
        if self._message is not None:
            self.hush()
            return
        for start, end, command in self._spans:
            if start <= event.x < end:
                self.post_message(self.Clicked(command))
                return

    def render_line(self, y: int) -> Strip:
        """One row of the message, or the hints."""
        base, width = self.rich_style, self.size.width
        if self._message is not None:
            rows = self._rows(width)
            style = self.get_component_rich_style(
                "bottom--error" if self._message[1] else "bottom--message", partial=True
            )
            return Strip([Segment(fit(" " + rows[y] if y < len(rows) else "", width), base + style)], width)
        key_style = self.get_component_rich_style("bottom--key", partial=True)
        segments, at = [Segment(" ", base)], 1
        self._spans = []
        for command, words in self._hints:
            key = shown_keys(BY_ID[command])[0]
            room = width - at - len(key) - 2
            text = clip(words, room) if not self._spans else words
            size = len(key) + 1 + cell_len(shown(text))
            if at + size > width:
                continue
            segments += [Segment(key, base + key_style), Segment(" " + shown(text) + "   ", base)]
            self._spans.append((at, at + size, command))
            at += size + 3
        return Strip(segments).crop(0, width).adjust_cell_length(width, base)


class Heading(Widget):
    """The title of a pane: lit while the pane has the focus."""

    DEFAULT_CSS = "Heading { height: 1; }"
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading--lit", "heading--note"}

    def __init__(self, text: str, *, id: str | None = None) -> None:
        """Text and note may be anybody's."""
        super().__init__(id=id)
        self.text = shown(text)
        self.note = ""
        self.lit = False

    def tell(self, *, text: str | None = None, note: str | None = None, lit: bool | None = None) -> None:
        """Change its text, the note at the right, or whether it is lit."""
        before = (self.text, self.note, self.lit)
        self.text = self.text if text is None else shown(text)
        self.note = self.note if note is None else note
        self.lit = self.lit if lit is None else lit
        if before != (self.text, self.note, self.lit):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Its one line."""
        base, width = self.rich_style, self.size.width
        text = clip(self.text, width - 1)
        note = clip(self.note, max(0, width - cell_len(text) - 3))
        lit: Style = self.get_component_rich_style("heading--lit", partial=True) if self.lit else Style()
        quiet = self.get_component_rich_style("heading--note", partial=True)
        gap = " " * max(1, width - cell_len(text) - cell_len(note) - 2)
        parts = [Segment(" " + text, base + lit), Segment(gap, base), Segment(note, base + quiet)]
        return Strip(parts).crop(0, width).adjust_cell_length(width, base)
