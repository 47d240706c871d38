"""Where every character of an article stands on the screen.

A layout is made for one width and answers both ways: offset to (line, cell), and (line, cell) to offset. Offsets are
code points of the title or the body; cells are counted from the left edge of the measure. It knows nothing of Textual.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

from reader.model import Field
from reader.tui.safe import shown

_SINGLE = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u038a\u0391-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u064a\u0660-\u0669\u0671-\u06d3"
    "\u2010-\u2015\u2018-\u201f\u2026]*"
)
"""Text in which every code point is one cell wide and stands alone, so that offsets and cells differ by a constant."""
_MARK = re.compile(r"(?P<heading>#{1,6} +)|(?P<quote>> ?)|(?P<item> {0,8}(?:[-*•] |\d{1,3}[.)] ))")


class Role(Enum):
    """What a line is, which decides its style."""

    TITLE = "title"
    META = "meta"
    TEXT = "text"
    HEADING = "heading"
    QUOTE = "quote"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of cells."""

    role: Role
    field: Field | None
    """Whose text it shows; None for lines that are not the article's own."""
    start: int
    end: int
    """Code points `[start, end)` of the field; spaces that the wrap swallowed lie between lines."""
    prefix: str
    """What stands before the text: the hanging indent of a list, the bar of a quotation."""
    text: str
    """What is drawn: exactly `end - start` code points for a line of the article."""


@lru_cache(maxsize=4096)
def graphemes(text: str) -> tuple[tuple[int, int, int], ...]:
    """The user-perceived characters of a line: (start, end, width in cells)."""
    return tuple(split_graphemes(text)[0])


def wrap(text: str, start: int, end: int, width: int, hang: int = 0) -> Iterator[tuple[int, int]]:
    """Cut `text[start:end]`, one paragraph, into lines of at most `width` cells, later ones `hang` shorter.

    Breaks at spaces, which are swallowed, else between wide characters, else anywhere between graphemes.
    """
    width = max(1, width)
    if _SINGLE.fullmatch(text, start, end):
        yield from _wrap_single(text, start, end, width, hang)
    else:
        yield from _wrap_any(text, start, end, width, hang)


def _wrap_single(text: str, start: int, end: int, width: int, hang: int) -> Iterator[tuple[int, int]]:
    room = width
    while end - start > room:
        cut = text.rfind(" ", start, start + room + 1)
        if cut <= start or not text[start:cut].strip():
            cut = start + room
        stop, following = cut, cut
        while following < end and text[following] == " ":
            following += 1
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        yield start, stop
        start, room = following, max(1, width - hang)
    if start < end:
        yield start, end


def _wrap_any(text: str, start: int, end: int, width: int, hang: int) -> Iterator[tuple[int, int]]:
    pieces = [(start + a, start + b, w) for a, b, w in split_graphemes(text[start:end])[0]]
    index, room = 0, width
    while index < len(pieces):
        used, chance, at = 0, index, index
        while at < len(pieces):
            a, b, cells = pieces[at]
            space = text[a:b] == " "
            if cells == 2 and at > index:
                chance = at
            if used + cells > room and not space and at > index:
                break
            used += cells
            at += 1
            if space or cells == 2:
                chance = at
        if at < len(pieces) and chance > index and text[pieces[index][0] : pieces[chance - 1][1]].strip():
            at = chance
        stop = at
        while stop > index and text[pieces[stop - 1][0] : pieces[stop - 1][1]] == " ":
            stop -= 1
        yield pieces[index][0], pieces[stop - 1][1] if stop > index else pieces[index][0]
        while at < len(pieces) and text[pieces[at][0] : pieces[at][1]] == " ":
            at += 1
        index, room = at, max(1, width - hang)


def fold(lines: Sequence[str], width: int) -> list[str]:
    """Lines of ours, each wrapped to a width in cells; empty ones stay."""
    return [line[a:b] for line in lines for a, b in [*wrap(line, 0, len(line), width)] or [(0, 0)]]


class Layout:
    """An article wrapped to a measure."""

    def __init__(self, title: str, head: Sequence[str], body: str, foot: Sequence[str] = (), *, width: int) -> None:
        """Wrap everything at once: 100,000 words take some tens of milliseconds.

        `head` and `foot` are lines of ours under the title and after the body; `width` is the measure in cells.
        """
        self.width = max(1, width)
        self.lines: list[Line] = []
        self._add(Role.TITLE, Field.TITLE, shown(title), 0, len(title))
        for text in head:
            self._add(Role.META, None, shown(text), 0, len(text))
        self._blank()
        self._body(body)
        if foot:
            self._blank()
        for text in foot:
            self._add(Role.META, None, shown(text), 0, len(text))
        self._rows = {
            field: [row for row, line in enumerate(self.lines) if line.field is field]
            for field in (Field.TITLE, Field.BODY)
        }
        self._starts = {field: [self.lines[row].start for row in rows] for field, rows in self._rows.items()}

    def _blank(self) -> None:
        self.lines.append(Line(Role.BLANK, None, 0, 0, "", ""))

    def _add(
        self, role: Role, field: Field | None, text: str, start: int, end: int, first: str = "", hang: str = ""
    ) -> None:
        prefix = first
        for a, b in wrap(text, start, end, self.width - len(first), len(hang) - len(first)):
            self.lines.append(Line(role, field, a, b, prefix, text[a:b]))
            prefix = hang

    def _body(self, body: str) -> None:
        text, at = shown(body), 0
        for paragraph in body.split("\n"):
            start, end = at, at + len(paragraph)
            at = end + 1
            mark = _MARK.match(paragraph)
            if not text[start:end].strip(" "):
                self._blank()
            elif mark is None:
                self._add(Role.TEXT, Field.BODY, text, start, end)
            elif mark["heading"]:
                self._add(Role.HEADING, Field.BODY, text, start + mark.end(), end)
            elif mark["quote"]:
                self._add(Role.QUOTE, Field.BODY, text, start + mark.end(), end, "│ ", "│ ")
            else:
                hang = " " * mark.end() if self.width > 4 * mark.end() else ""
                self._add(Role.TEXT, Field.BODY, text, start, end, "", hang)

    def line_of(self, field: Field, offset: int) -> int:
        """The row that shows this offset; the last one that starts at or before it."""
        rows = self._rows[field]
        if not rows:
            return 0
        return rows[max(0, bisect_right(self._starts[field], offset) - 1)]

    def cell_of(self, field: Field, offset: int) -> tuple[int, int]:
        """(row, cell) where this offset stands; inside a grapheme, where the grapheme starts."""
        row = self.line_of(field, offset)
        return row, self.cell_in(row, offset)

    def cell_in(self, row: int, offset: int) -> int:
        """The cell of a code point offset within one row."""
        line = self.lines[row]
        inside = min(max(offset - line.start, 0), len(line.text))
        cell = cell_len(line.prefix)
        if _SINGLE.fullmatch(line.text):
            return cell + inside
        for a, b, cells in graphemes(line.text):
            if a <= inside < b:
                break
            cell += cells
        return cell

    def offset_at(self, row: int, cell: int) -> tuple[Field, int] | None:
        """What stands at this cell: (field, offset), the line's end when right of it, None on a line of ours."""
        if not 0 <= row < len(self.lines):
            return None
        line = self.lines[row]
        if line.field is None:
            return None
        cell -= cell_len(line.prefix)
        if cell < 0:
            return line.field, line.start
        if _SINGLE.fullmatch(line.text):
            return line.field, line.start + min(cell, len(line.text))
        for a, _, cells in graphemes(line.text):
            if cells and cell < cells:
                return line.field, line.start + a
            cell -= cells
        return line.field, line.end

    def snapped(self, row: int, start: int, end: int) -> tuple[int, int]:
        """A span of offsets within a row, widened to whole graphemes, as indices into the row's text."""
        line = self.lines[row]
        a, b = (min(max(0, offset - line.start), len(line.text)) for offset in (start, end))
        if a >= b or _SINGLE.fullmatch(line.text):
            return a, b
        for left, right, _ in graphemes(line.text):
            if left < a < right:
                a = left
            if left < b < right:
                b = right
        return a, b
