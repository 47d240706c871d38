"""The article: its text in a calm measure, its mentions marked, a cursor that goes from mention to mention."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from reader.model import Field, Kind
from reader.tui.layout import Layout, Line, Role, fold
from reader.tui.styles import KIND_CLASS, KIND_CLASSES, overlaid
from reader.tui.widgets.pane import LinesPane
from reader.tui.words import found, sentence_at, stretched, word_after, word_at, word_before

if TYPE_CHECKING:
    from reader.query import Phrase, Word
    from reader.services import Page, ShownMention

MEASURE = 80
"""Longest line of text, in cells: beyond it the eye loses the next line's start."""

Place = tuple[Field, int]
"""A field and a code point offset into it."""


class ArticleView(LinesPane, can_focus=True):
    """Draws lines of a `Layout`; knows where every code point stands."""

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--title",
        "article--meta",
        "article--heading",
        "article--quote",
        "article--cursor",
        "article--same",
        "article--caret",
        "article--hit",
        "article--faint",
        *KIND_CLASSES,
    }

    @dataclass
    class Moved(Message):
        """The cursor stands on another mention, or on none."""

        spot: "ShownMention | None"

    @dataclass
    class Asked(Message):
        """A person asks for the card of this mention."""

        spot: "ShownMention"

    def __init__(self, *, id: str | None = None) -> None:
        """An empty pane, until `show_page`."""
        super().__init__(id=id)
        self.page_shown: Page | None = None
        self.spots: Sequence[ShownMention] = ()
        """The mentions that are highlighted, title first."""
        self.cursor: int | None = None
        """Index into `spots`."""
        self.caret: tuple[Place, Place] | None = None
        """Words pointed at for marking by hand: start and end."""
        self._clicked: Place | None = None
        self._last: Place | None = None
        """Where the cursor stood last, also when the mention there was taken away: undo may bring it back."""
        self.shows_others = False
        """Whether names of other kinds, events and works, are marked too."""
        self.faint_below = 0.0
        """Confidence below which a mention is shown more faintly."""
        self._teaching: tuple[str, ...] = ()
        self._head: Sequence[str] = ()
        self._foot: Sequence[str] = ()
        self._layout = Layout("", (), "", width=1)
        self._drawn: dict[int, Strip] = {}
        self._by_row: dict[int, list[int]] = {}
        self._sought: Sequence[Word | Phrase] = ()
        self._hits: dict[int, list[tuple[int, int]]] = {}

    # What it shows

    def teach(self, lines: tuple[str, ...]) -> None:
        """What to say while no article is shown."""
        if lines != self._teaching:
            self._teaching = lines
            self._redraw()

    def show_faintly(self, below: float) -> None:
        """Show mentions more faintly that are less sure than this."""
        self.faint_below = below
        self._redraw()

    def show_page(
        self, page: "Page | None", head: Sequence[str] = (), foot: Sequence[str] = (), *, keep: bool = False
    ) -> None:
        """Show an article; `keep` leaves scroll and cursor where they are, for the same article with new mentions."""
        here = self._last if keep else None
        self.page_shown, self._head, self._foot = page, head, foot
        spots = page.spots if page else ()
        self.spots = tuple(spot for spot in spots if spot.kind is not Kind.OTHER or self.shows_others)
        self.cursor, self.caret, self._clicked = None, None, None
        if here is not None:
            self.cursor = self.index_at(here)
        self._last = here
        self._lay_out(keep_top=keep)
        if not keep:
            self.roll_to(0)

    def set_head(self, head: Sequence[str]) -> None:
        """Change the lines under the title."""
        if tuple(head) != tuple(self._head):
            self._head = head
            self._lay_out(keep_top=True)

    @property
    def measure(self) -> int:
        """Cells a line of text may take."""
        return max(1, min(MEASURE, self.columns - (4 if self.columns >= 44 else 1)))

    @property
    def margin(self) -> int:
        """Cells left of the text."""
        return max(0, (self.columns - self._layout.width + 1) // 2)

    def _lay_out(self, *, keep_top: bool) -> None:
        top, above = (self.top, self._blank_above()) if keep_top else (None, 0)
        page = self.page_shown
        title, body = (page.title or "(no title)", page.body) if page else ("", "")
        self._layout = Layout(title, self._head, body, self._foot, width=self.measure)
        self._by_row = {}
        for index, spot in enumerate(self.spots):
            first = self._layout.line_of(spot.field, spot.start)
            last = self._layout.line_of(spot.field, max(spot.start, spot.end - 1))
            for row in range(first, last + 1):
                self._by_row.setdefault(row, []).append(index)
        self.virtual_size = Size(self.columns, len(self._layout.lines) + 1 if page else 0)
        self._find()
        if top is not None:
            self.roll_to(self._row_of_place(top) - above)

    def seek(self, sought: "Sequence[Word | Phrase]") -> None:
        """Mark quietly where the text has these words: what a search found it by."""
        if sought != self._sought:
            self._sought = sought
            self._find()

    def _find(self) -> None:
        self._hits = {}
        for field in Field:
            for start, end in found(self.text_of(field), self._sought):
                for row in range(self._layout.line_of(field, start), self._layout.line_of(field, end - 1) + 1):
                    self._hits.setdefault(row, []).append((start, end))
        self._redraw()

    def _redraw(self) -> None:
        self._drawn.clear()
        self.refresh()

    # Where one is

    @property
    def spot(self) -> "ShownMention | None":
        """The mention under the cursor."""
        return self.spots[self.cursor] if self.cursor is not None and self.cursor < len(self.spots) else None

    def here(self) -> Place | None:
        """Field and start of the mention under the cursor."""
        spot = self.spot
        return (spot.field, spot.start) if spot else None

    @property
    def top(self) -> Place | None:
        """The first character of the article on the screen, None at its very top."""
        row = self.scroll_offset.y
        if row <= 0:
            return None
        for line in self._layout.lines[row:]:
            if line.field is not None:
                return line.field, line.start
        return None

    def _blank_above(self) -> int:
        """Lines on the screen above `top`."""
        lines = self._layout.lines[self.scroll_offset.y :]
        return next((at for at, line in enumerate(lines) if line.field is not None), 0)

    def _row_of_place(self, place: Place) -> int:
        return self._layout.line_of(*place)

    def index_at(self, place: Place | None) -> int | None:
        """The mention that covers a place."""
        if place is None:
            return None
        field, offset = place
        return next((i for i, s in enumerate(self.spots) if s.field is field and s.start <= offset < s.end), None)

    def restore(self, cursor: Place | None, scroll: int, width: int, top: Place | None) -> None:
        """Come back to exactly where one was; with another width, to the same text at the top."""
        self._point(self.index_at(cursor))
        if width == self._layout.width or top is None:
            self.roll_to(scroll if width == self._layout.width else 0)
        else:
            self.roll_to(self._row_of_place(top))

    # Moving

    def move(self, delta: int) -> None:
        """Scroll by lines."""
        self.roll_by(delta)

    def page(self, delta: int) -> None:
        """Scroll by screenfuls, two lines of which stay for the eye."""
        self.roll_by(delta * max(1, self.size.height - 2))

    def go_end(self, last: bool) -> None:
        """Scroll to the start or the end."""
        self.roll_to(self.virtual_size.height if last else 0)

    @property
    def at_end(self) -> bool:
        """Whether the last line is on the screen."""
        return self.scroll_offset.y >= self.max_scroll_y

    def activate(self) -> None:
        """Ask for the card."""
        if self.spot is not None:
            self.post_message(self.Asked(self.spot))

    def step(self, delta: int, *, same: bool = False) -> bool:
        """Go to the next or previous mention, or mention of the same actor.

        Where the cursor is off the screen, the step starts from what is on it; where its mention was taken away, from
        where that was. Returns whether there was one.
        """
        if same:
            spot = self.spot
            if spot is None:
                return False
            choices = [i for i, other in enumerate(self.spots) if other.actor == spot.actor]
            at = choices.index(self.cursor if self.cursor is not None else choices[0]) + delta
            if not 0 <= at < len(choices):
                return False
            self.go_to(choices[at])
            return True
        if self.cursor is not None and self._on_screen(self.cursor):
            target = self.cursor + delta
        elif self.cursor is None and self._last is not None and self._in_sight(self._row_of_place(self._last)):
            places = [(spot.field is Field.BODY, spot.start) for spot in self.spots]
            last = (self._last[0] is Field.BODY, self._last[1])
            target = bisect_right(places, last) if delta > 0 else bisect_left(places, last) - 1
        else:
            rows = [self._layout.line_of(spot.field, spot.start) for spot in self.spots]
            top = self.scroll_offset.y
            target = bisect_left(rows, top) if delta > 0 else bisect_left(rows, top + self.size.height) - 1
        if not 0 <= target < len(self.spots):
            return False
        self.go_to(target)
        return True

    def go_to(self, index: int, *, land: bool = False) -> None:
        """Put the cursor on a mention; where it is not in view, or with `land`, scroll it to a third from the top."""
        self._point(index)
        row = self._layout.line_of(self.spots[index].field, self.spots[index].start)
        if land or not self._on_screen(index):
            self.roll_to(max(0, row - self.size.height // 3))

    def reveal_found(self) -> None:
        """Scroll to the first words of the text that a search found, a third from the top."""
        rows = sorted(row for row in self._hits if self._layout.lines[row].field is Field.BODY)
        if rows and not any(self._in_sight(row) for row in rows):
            self.roll_to(max(0, rows[0] - self.size.height // 3))

    def first_of(self, actor: int) -> int | None:
        """The first mention of an actor: the first in the body, if there is one, since the title is seen anyway."""
        choices = [i for i, spot in enumerate(self.spots) if spot.actor == actor]
        return choices[0] if choices else None

    def _on_screen(self, index: int) -> bool:
        spot = self.spots[index]
        return self._in_sight(self._layout.line_of(spot.field, spot.start))

    def _in_sight(self, row: int) -> bool:
        return self.scroll_offset.y <= row < self.scroll_offset.y + max(1, self.size.height - 1)

    def _point(self, index: int | None) -> None:
        self.caret = None
        if index != self.cursor:
            self.cursor = index
            self._last = self.here()
            self.post_message(self.Moved(self.spot))
        self._redraw()

    # Mouse and selection

    def place_at(self, x: int, y: int) -> Place | None:
        """What text stands at a cell of the widget's content."""
        return self._layout.offset_at(y + self.scroll_offset.y, x - self.margin)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a mention, or the caret on a word; a double click asks for the card."""
        if self.text_selection is not None or self.page_shown is None:
            return
        place = self.place_at(event.x - self.gutter.left, event.y - self.gutter.top)
        index = self.index_at(place)
        if index is not None:
            self._point(index)
            if event.chain >= 2:
                self.activate()
        else:
            self._clicked = place

    def set_caret(self, words: tuple[Place, Place] | None) -> None:
        """Point at words, for marking by hand."""
        self.caret = words
        if words is not None:
            row = self._row_of_place(words[1])
            if not self.scroll_offset.y <= row < self.scroll_offset.y + self.size.height:
                self.roll_to(max(0, row - self.size.height // 3))
        self._redraw()

    def begin_caret(self) -> None:
        """Point at the word after the cursor, or at the one last clicked, or at the first on the screen."""
        spot = self.spot
        field, offset = self._clicked or ((spot.field, spot.end) if spot else self.top or (Field.BODY, 0))
        text = self.text_of(field)
        self._point_at(field, word_after(text, offset) if spot and not self._clicked else word_at(text, offset))
        if self.caret is None:
            self._point_at(field, word_after(text, offset) or word_before(text, offset))

    def move_caret(self, delta: int) -> None:
        """Point at the next or the previous word."""
        if self.caret is not None:
            (field, start), (_, end) = self.caret
            text = self.text_of(field)
            span = word_after(text, end) if delta > 0 else word_before(text, start)
            if span is None and (field is Field.TITLE) == (delta > 0):
                field = Field.BODY if delta > 0 else Field.TITLE
                text = self.text_of(field)
                at = 0 if delta > 0 else len(text)
                span = word_at(text, at) or (word_after(text, at) if delta > 0 else word_before(text, at))
            self._point_at(field, span)

    def stretch_caret(self, delta: int) -> None:
        """One word more, or one less."""
        if self.caret is not None:
            (field, start), (_, end) = self.caret
            self._point_at(field, stretched(self.text_of(field), (start, end), delta))

    def _point_at(self, field: Field, span: tuple[int, int] | None) -> None:
        if span is not None:
            self.set_caret(((field, span[0]), (field, span[1])))

    def sentence(self) -> str:
        """The sentence of the mention under the cursor, or nothing."""
        spot = self.spot
        return sentence_at(self.text_of(spot.field), spot.start, spot.end) if spot else ""

    def text_of(self, field: Field) -> str:
        """The title or the body."""
        page = self.page_shown
        return "" if page is None else page.title if field is Field.TITLE else page.body

    def selected_range(self) -> tuple[Place, Place] | None:
        """The selected text as places, without spaces at its ends."""
        selection = self.text_selection
        if selection is None or self.page_shown is None:
            return None
        start, end = self._place_of(selection.start, first=True), self._place_of(selection.end, first=False)
        if start is None or end is None or start[0] is not end[0]:
            return None
        field, text = start[0], self.text_of(start[0])
        a, b = start[1], end[1]
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        return ((field, a), (field, b)) if a < b else None

    def _place_of(self, offset: Offset | None, *, first: bool) -> Place | None:
        lines = self._layout.lines
        own = [row for row, line in enumerate(lines) if line.field is not None]
        if not own:
            return None
        if offset is None:
            line = lines[own[0 if first else -1]]
            return (line.field or Field.BODY), line.start if first else line.end
        row = min(max(offset.y, 0), len(lines) - 1)
        line = lines[row]
        if line.field is None:
            near = [r for r in own if r >= row][:1] if first else [r for r in own if r <= row][-1:]
            if not near:
                return None
            line = lines[near[0]]
            return (line.field or Field.BODY), line.start if first else line.end
        return line.field, line.start + min(max(offset.x, 0), len(line.text))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it stands in the article: the wrap of the screen is not in it."""
        start, end = self._place_of(selection.start, first=True), self._place_of(selection.end, first=False)
        if start is None or end is None:
            return None
        if start[0] is end[0]:
            return self.text_of(start[0])[start[1] : end[1]], "\n"
        return self.text_of(start[0])[start[1] :] + "\n\n" + self.text_of(end[0])[: end[1]], "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self._redraw()

    # Drawing

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._redraw()

    def on_resize(self) -> None:
        """Wrap again, with the same text at the top."""
        if self.measure != self._layout.width:
            self._lay_out(keep_top=True)
        else:
            self._redraw()

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        row, width = y + self.scroll_offset.y, self.size.width
        strip = self._drawn.get(row)
        if strip is None:
            strip = self._drawn[row] = self._draw(row, width)
        return strip

    def _draw(self, row: int, width: int) -> Strip:
        base = self.rich_style
        if self.page_shown is None:
            lines = fold(self._teaching, self.measure)
            text = lines[row - 1] if 0 < row <= len(lines) else ""
            return Strip([Segment("  " + text, base + self._style("article--meta"))]).adjust_cell_length(width, base)
        if row >= len(self._layout.lines):
            return Strip([Segment(" " * width, base)], width)
        line = self._layout.lines[row]
        if line.role not in (Role.TEXT, Role.BLANK):
            base_text = base + self._style("article--" + line.role.value)
        else:
            base_text = base
        lead = " " * self.margin + line.prefix
        segments = [Segment(lead, base_text if line.prefix else base)]
        segments += [Segment(text, base_text + style) for text, style in self._styled(row, line)]
        strip = Strip(segments).adjust_cell_length(width, base)
        return strip.apply_offsets(-len(lead), row)

    def _styled(self, row: int, line: Line) -> list[tuple[str, Style]]:
        if not line.text:
            return []
        marks: list[tuple[int, int, Style]] = []
        actor = self.spot.actor if self.spot else None
        hit = self._style("article--hit")
        marks += [(*self._layout.snapped(row, start, end), hit) for start, end in self._hits.get(row, ())]
        for index in self._by_row.get(row, ()):
            spot = self.spots[index]
            style = self._style(KIND_CLASS[spot.kind])
            if spot.confidence < self.faint_below:
                style += self._style("article--faint")
            if index == self.cursor:
                style += self._style("article--cursor")
            elif spot.actor == actor:
                style += self._style("article--same")
            marks.append((*self._layout.snapped(row, spot.start, spot.end), style))
        if self.caret is not None and self.caret[0][0] is line.field:
            a, b = self._layout.snapped(row, self.caret[0][1], self.caret[1][1])
            marks.append((a, b, self._style("article--caret")))
        if (chosen := self._chosen(row, line)) is not None:
            marks.append((*chosen, self.screen.get_component_rich_style("screen--selection")))
        return overlaid(line.text, marks)

    def _chosen(self, row: int, line: Line) -> tuple[int, int] | None:
        selection = self.text_selection
        if selection is None:
            return None
        start, end = selection
        if (start is not None and row < start.y) or (end is not None and row > end.y):
            return None
        a = max(0, start.x) if start is not None and row == start.y else 0
        b = max(0, end.x) if end is not None and row == end.y else len(line.text)
        return self._layout.snapped(row, line.start + a, line.start + b) if a < b else None

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)
