"""The list of articles: virtual, so that 100,000 open as fast as ten."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.tui.dates import short_date
from reader.tui.layout import fold
from reader.tui.safe import fit
from reader.tui.widgets.pane import LinesPane

if TYPE_CHECKING:
    from reader.services import Listing, Row

PAGE = 64
"""Rows asked for at a time: more than a tall screen shows."""
ROOMY = 44
"""Cells from which a row of two lines has room for the date beside the title: the title needs thirty."""
WORDY = 32
"""Cells from which a row has room for words beside the count of actors in common."""
ONE_LINE_ROOMY = 66
"""The same for a row of one line, and source and actors in common."""
PAGES_KEPT = 32
"""Pages remembered: 2,048 rows, so that scrolling back asks nothing."""


class ArticleList(LinesPane, can_focus=True):
    """Draws only the rows on the screen, from pages that it asks of a `Listing`."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "articles--cursor",
        "articles--current",
        "articles--open",
        "articles--unread",
        "articles--mark",
        "articles--star",
        "articles--quiet",
        "articles--shared",
    }

    @dataclass
    class Opened(Message):
        """A person asks for an article."""

        article: int

    @dataclass
    class Moved(Message):
        """The cursor stands on another article."""

        article: int | None

    def __init__(self, *, id: str | None = None) -> None:
        """An empty list, until `show_listing`."""
        super().__init__(id=id)
        self._listing: Listing | None = None
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._cursor = 0
        self.open_article: int | None = None
        self.tall = True
        """Two lines a row, or one."""
        self.teaching: tuple[str, ...] = ()
        """What an empty list says."""

    # Data

    def show_listing(self, listing: "Listing", *, keep: int | None = None) -> None:
        """Show another listing; `keep` stays under the cursor and on its line of the screen, if it is still listed."""
        line = self._cursor * self.row_height - self.scroll_offset.y
        self._listing, self._pages = listing, OrderedDict()
        position = listing.position(keep) if keep is not None else None
        self._cursor = (
            position
            if position is not None
            else min(self._cursor if keep is not None else 0, max(0, listing.total - 1))
        )
        self._measure()
        top = self._cursor * self.row_height - line if position is not None else None
        if top is not None:
            self.roll_to(max(0, top))
        self._reveal()
        self.refresh()

    @property
    def total(self) -> int:
        """How many articles are listed."""
        return self._listing.total if self._listing is not None else 0

    @property
    def cursor_row(self) -> "Row | None":
        """The article under the cursor."""
        return self.row(self._cursor)

    def row(self, index: int) -> "Row | None":
        """The article at a place of the list."""
        if self._listing is None or not 0 <= index < self._listing.total:
            return None
        number = index // PAGE
        rows = self._pages.get(number)
        if rows is None:
            rows = self._pages[number] = self._listing.rows(number * PAGE, PAGE)
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        at = index - number * PAGE
        return rows[at] if at < len(rows) else None

    def ids_in_view(self) -> list[int]:
        """Ids of the articles on the screen."""
        first = self.scroll_offset.y // self.row_height
        rows = (self.row(i) for i in range(first, first + self.size.height // self.row_height + 1))
        return [row.id for row in rows if row is not None]

    def point_at(self, article: int) -> None:
        """Move the cursor to an article that was opened some other way, if it is listed."""
        position = self._listing.position(article) if self._listing is not None else None
        if position is not None and position != self._cursor:
            self._cursor = position
            self._reveal()
            self.refresh()

    @property
    def listing(self) -> "Listing | None":
        """What it shows."""
        return self._listing

    @property
    def cursor_index(self) -> int:
        """Place of the cursor in the list, from 0."""
        return self._cursor

    def place_of(self, article: int) -> str:
        """ "3 of 37", or nothing when it is not listed."""
        row = self.cursor_row
        if row is None or row.id != article:
            return ""
        return f"{self._cursor + 1:,} of {self.total:,}"

    # Moving

    @property
    def row_height(self) -> int:
        """Lines a row takes."""
        return 2 if self.tall else 1

    def set_tall(self, tall: bool) -> None:
        """Use one line a row or two."""
        if tall != self.tall:
            line = self._cursor * self.row_height - self.scroll_offset.y
            self.tall = tall
            self._measure()
            self.roll_to(max(0, self._cursor * self.row_height - line))
            self._reveal()

    def move(self, delta: int) -> None:
        """Move the cursor by articles."""
        self._go(self._cursor + delta)

    def page(self, delta: int) -> None:
        """Move by screenfuls."""
        self._go(self._cursor + delta * max(1, self.size.height // self.row_height - 1))

    def go_end(self, last: bool) -> None:
        """Go to the first or the last article."""
        self._go(self.total - 1 if last else 0)

    def activate(self) -> None:
        """Open the article under the cursor."""
        if (row := self.cursor_row) is not None:
            self.post_message(self.Opened(row.id))

    def _go(self, index: int) -> None:
        index = min(max(index, 0), max(0, self.total - 1))
        if index != self._cursor:
            self._cursor = index
            row = self.cursor_row
            self.post_message(self.Moved(row.id if row else None))
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        height, row = self.size.height, self.row_height
        top, first = self.scroll_offset.y, self._cursor * row
        if height <= 0:
            return
        if first < top:
            self.roll_to(first)
        elif first + row > top + height:
            self.roll_to(first + row - height)

    def _measure(self) -> None:
        self.virtual_size = Size(self.columns, self.total * self.row_height)

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._measure()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """A click opens."""
        index = int(event.y - self.gutter.top + self.scroll_offset.y) // self.row_height
        if 0 <= index < self.total:
            self._go(index)
            self.activate()

    # Drawing

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        width, base = self.columns, self.rich_style
        if self.total == 0:
            lines = fold(self.teaching, width - 2)
            text = lines[y - 1] if 0 < y <= len(lines) else ""
            return Strip([Segment(fit(" " + text, width + 1), base + self._style("quiet"))], width + 1)
        index, second = divmod(y + self.scroll_offset.y, self.row_height)
        row = self.row(index)
        if row is None:
            return Strip([Segment(" " * (width + 1), base)], width + 1)
        if index == self._cursor:
            base += self._style("cursor" if self.has_focus else "current")
        parts = self._lower(row, width) if second else self._upper(row, width)
        return Strip([Segment(text, base + style) for text, style in parts if text]).adjust_cell_length(width + 1, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style("articles--" + name, partial=True)

    def _upper(self, row: "Row", width: int) -> list[tuple[str, Style]]:
        quiet = self._style("quiet")
        title = self._style("open") if row.id == self.open_article else self._style("unread") if row.unread else Style()
        unread = ("●" if row.unread else " ", self._style("mark"))
        date = _date(row).rjust(10) if width >= ROOMY or not self.tall else ""
        if self.tall:
            room = width - 2 - len(date)
            return [unread, (" ", quiet), (fit(row.title or "(no title)", room), title), (date, quiet)]
        roomy = width >= ONE_LINE_ROOMY
        source = min(22, width // 4) if roomy else 0
        shared = (str(row.shared) if row.shared else "").rjust(4) if roomy else ""
        room = width - 4 - source - len(shared) - len(date)
        return [
            unread,
            ("★ " if row.starred else "  ", self._style("star")),
            (fit(row.title or "(no title)", room) + " ", title),
            (fit(row.source, source - 1) + " " if source else "", quiet),
            (shared, self._style("shared")),
            (date, quiet),
        ]

    def _lower(self, row: "Row", width: int) -> list[tuple[str, Style]]:
        quiet = self._style("quiet")
        date = "" if width >= ROOMY else _date(row)
        words = " · ".join(part for part in (date, row.source) if part)
        shared = f"{row.shared} shared" if row.shared else ""
        if width < WORDY:
            shared = shared.removesuffix(" shared")
        return [
            ("★" if row.starred else " ", self._style("star")),
            (" " + fit(words, width - 3 - len(shared)) + " ", quiet),
            (shared, self._style("shared")),
        ]


def _date(row: "Row") -> str:
    """The date in ten cells at most; a guessed one has a tilde."""
    date = short_date(row.date).strip()
    return f"~{date}" if date and row.date_guessed else date
