"""A list of ready-made lines with a cursor: the actors, the card, help, choosers and the log are drawn by it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.tui.layout import wrap
from reader.tui.styles import KIND_CLASSES
from reader.tui.widgets.pane import LinesPane

Drawing = Callable[[int], Sequence[Content]]
"""Draws an item for a width in cells: one Content a row; styles are names of component classes without `lines--`."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: what to draw, and what it stands for (None: the cursor skips it)."""

    draw: Drawing
    target: object = None


def wrapped(content: Content, indent: int = 0, hang: int | None = None) -> Drawing:
    """A drawing of running text: wrapped to the width, indented, later rows by `hang`."""
    after = indent if hang is None else hang

    def draw(width: int) -> list[Content]:
        text = content.plain
        rows: list[Content] = []
        for start, end in wrap(text, 0, len(text), max(1, width - indent), after - indent):
            rows.append(Content(" " * (after if rows else indent)) + content[start:end])
        return rows or [Content("")]

    return draw


class Lines(LinesPane, can_focus=True):
    """A virtual, wrapping list; no row is a widget, so a thousand of them cost nothing, at any width."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--cursor",
        "lines--current",
        "lines--heading",
        "lines--quiet",
        "lines--strong",
        "lines--accent",
        "lines--key",
        "lines--quoted",
        "lines--differs",
        "lines--for",
        "lines--against",
        *KIND_CLASSES,
    }

    @dataclass
    class Chosen(Message):
        """A person chose an item: Enter, or a click."""

        lines: "Lines"
        target: object

        @property
        def control(self) -> "Lines":
            """The list it came from."""
            return self.lines

    @dataclass
    class Highlighted(Message):
        """The cursor came to another item."""

        lines: "Lines"
        target: object

        @property
        def control(self) -> "Lines":
            """The list it came from."""
            return self.lines

    def __init__(self, items: Sequence[Item] = (), *, id: str | None = None, one_click: bool = True) -> None:
        """`one_click`: whether a single click chooses; else it moves the cursor and a double click chooses."""
        super().__init__(id=id)
        self._items = list(items)
        self._one_click = one_click
        self._rows: list[tuple[Content, int]] = []
        self._first_row: list[int] = []
        self._cursor: int | None = None
        self._drawn_for = -1
        self.leads = False
        """Whether its cursor is shown as the active one although another widget, an input, has the focus."""

    # What it shows

    def show_items(self, items: Sequence[Item], *, keep: object = None, home: bool = True) -> None:
        """Show other items; the cursor goes to the one that stands for `keep`, else to the first that can be chosen."""
        self._items = list(items)
        self._cursor = next((i for i, item in enumerate(items) if keep is not None and item.target == keep), None)
        if self._cursor is None and keep is None:
            self._cursor = next((i for i, item in enumerate(items) if item.target is not None), None)
        self._drawn_for = -1
        self._draw()
        if home:
            self.roll_to(0)
        if self._cursor is not None:
            self._reveal(self._cursor)

    @property
    def target(self) -> object:
        """What the item under the cursor stands for."""
        return None if self._cursor is None else self._items[self._cursor].target

    @property
    def targets(self) -> list[object]:
        """What can be chosen, from top to bottom."""
        return [item.target for item in self._items if item.target is not None]

    def go_to(self, target: object) -> None:
        """Move the cursor to what stands for `target`, as a key would."""
        index = next((i for i, item in enumerate(self._items) if target is not None and item.target == target), None)
        if index is not None:
            self._go(index)

    def point_at(self, target: object) -> None:
        """Move the cursor without saying so: somebody else is leading."""
        index = next((i for i, item in enumerate(self._items) if target is not None and item.target == target), None)
        if index != self._cursor:
            self._cursor = index
            if index is not None:
                self._reveal(index)
            self.refresh()

    # Moving

    def move(self, delta: int) -> None:
        """Move the cursor by items; without anything to choose, scroll by rows."""
        choices = [i for i, item in enumerate(self._items) if item.target is not None]
        if not choices:
            self.roll_by(delta)
            return
        if self._cursor not in choices:
            self._go(choices[0])
            return
        at = choices.index(self._cursor) + delta
        if at < 0:
            self.roll_to(0)
        elif at >= len(choices):
            self.roll_by(delta)
        self._go(choices[min(max(at, 0), len(choices) - 1)])

    def page(self, delta: int) -> None:
        """Move by screenfuls."""
        height = max(1, self.size.height - 1)
        if self.target is None:
            self.roll_by(delta * height)
        else:
            self.move(delta * height)

    def go_end(self, last: bool) -> None:
        """Go to the first or the last item."""
        choices = [i for i, item in enumerate(self._items) if item.target is not None]
        if choices:
            self._go(choices[-1 if last else 0])
        self.roll_to(len(self._rows) if last else 0)

    def activate(self) -> None:
        """Choose the item under the cursor."""
        if self.target is not None:
            self.post_message(self.Chosen(self, self.target))

    def _go(self, index: int) -> None:
        if index != self._cursor:
            self._cursor = index
            self.post_message(self.Highlighted(self, self._items[index].target))
        self._reveal(index)
        self.refresh()

    def _reveal(self, index: int) -> None:
        if not self._first_row or self.size.height <= 0:
            return
        first = self._first_row[index]
        last = self._first_row[index + 1] - 1 if index + 1 < len(self._first_row) else len(self._rows) - 1
        top, height = self.scroll_offset.y, self.size.height
        if first < top:
            self.roll_to(max(0, first - 1))
        elif last >= top + height:
            self.roll_to(min(first, last - height + 1))

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Choose, or come to, the item under the mouse."""
        row = int(event.y - self.gutter.top + self.scroll_offset.y)
        if not 0 <= row < len(self._rows):
            return
        index = self._rows[row][1]
        if self._items[index].target is None:
            return
        self._go(index)
        if self._one_click or event.chain >= 2:
            self.activate()

    # Drawing

    def notify_style_update(self) -> None:
        """The theme changed: nothing drawn is true any more."""
        super().notify_style_update()
        self.refresh()

    def on_resize(self) -> None:
        """Wrap again when the width is another."""
        self._draw()
        if self._cursor is not None:
            self._reveal(self._cursor)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows at this width, so that a sheet has its height before it is first drawn."""
        return sum(len(item.draw(max(1, width - 1))) for item in self._items)

    def _draw(self) -> None:
        width = self.columns
        if width == self._drawn_for or width <= 0:
            return
        self._drawn_for = width
        self._rows, self._first_row = [], []
        for index, item in enumerate(self._items):
            self._first_row.append(len(self._rows))
            self._rows.extend((content, index) for content in item.draw(width))
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        width, base = self.size.width, self.rich_style
        row = y + self.scroll_offset.y
        if not 0 <= row < len(self._rows):
            return Strip([Segment(" " * width, base)], width)
        content, index = self._rows[row]
        if index == self._cursor and self._items[index].target is not None:
            base += self._named("cursor" if self.has_focus or self.leads else "current")
        segments = [Segment(text, base + style) for text, style in self._pieces(content)]
        return Strip(segments).adjust_cell_length(width, base)

    def _pieces(self, content: Content) -> Iterator[tuple[str, Style]]:
        text, spans = content.plain, content.spans
        cuts = sorted({0, len(text), *(cut for span in spans for cut in (span.start, span.end) if cut < len(text))})
        for start, end in pairwise(cuts):
            style = Style()
            for span in spans:
                if span.start <= start and end <= span.end and isinstance(span.style, str):
                    style += self._named(span.style)
            yield text[start:end], style

    def _named(self, names: str) -> Style:
        """The look of component classes, by names parted by spaces; `kind--` ones are shared with the article."""
        style = Style()
        for name in names.split():
            style += self.get_component_rich_style(
                name if name.startswith("kind--") else "lines--" + name, partial=True
            )
        return style
