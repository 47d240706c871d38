"""What the panes have in common: lines of cells that scroll without animation and without waiting for a layout."""

from textual.scroll_view import ScrollView


class LinesPane(ScrollView, inherit_bindings=False):
    """A line-API view; keys reach it through the screen's commands, never through bindings of its own."""

    @property
    def columns(self) -> int:
        """Cells for text: one is kept for the scrollbar, shown or not, so that its coming wraps nothing anew."""
        return max(0, self.size.width - 1)

    def roll_to(self, row: int) -> None:
        """Show this row at the top, as far as there is text; also before the scrollbar has been laid out."""
        self.scroll_to(y=row, animate=False, force=True)

    def roll_by(self, rows: int) -> None:
        """Scroll by rows."""
        self.roll_to(self.scroll_offset.y + rows)
