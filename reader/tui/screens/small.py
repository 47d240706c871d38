"""What a terminal too small for reading shows."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.safe import fit

SMALLEST_WIDTH, SMALLEST_HEIGHT = 40, 10
"""Cells below which the reading room does not open."""


class TooSmall(Widget):
    """One sentence in place of the room."""

    def render_line(self, y: int) -> Strip:
        """The sentence, on the first line."""
        width = self.size.width
        text = f"Tadmor needs {SMALLEST_WIDTH}x{SMALLEST_HEIGHT}; make the window larger." if y == 0 else ""
        return Strip([Segment(fit(text, width), self.rich_style)], width)
