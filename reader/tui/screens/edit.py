"""A few lines to type: correcting what a source says about an article, and why a verdict is given."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from reader.tui.safe import plain, shown
from reader.tui.screens.sheet import Sheet
from reader.tui.widgets.lines import Lines
from reader.untrusted import clean_line


class EditSheet(Sheet[dict[str, str]]):
    """Answers the fields that were changed, with their new values."""

    HINTS: Sequence[tuple[str, str]] = (("open", "save"), ("next_pane", "next field"), ("leave", "cancel"))
    AUTO_FOCUS = "Input"

    def __init__(self, values: Mapping[str, str], heading: str = "CORRECT") -> None:
        """`values` are the fields as they are now; `heading` is words of ours."""
        super().__init__()
        self.HEADING = heading
        self._values = values
        if len(values) == 1:
            self.HINTS = (("open", "save"), ("leave", "cancel"))

    def body(self) -> ComposeResult:
        """One line a field."""
        for name, value in self._values.items():
            with Horizontal(classes="field"):
                yield Static(plain(name), classes="label")
                yield Input(shown(value), id="edit-" + name, compact=True, select_on_focus=False)
        yield Lines()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save."""
        event.stop()
        new = {name: clean_line(self.query_one("#edit-" + name, Input).value) for name in self._values}
        self.dismiss({name: value for name, value in new.items() if value != self._values[name]})

    def action_run(self, command: str) -> None:
        """Only leaving means something here."""
        if command == "leave":
            self.dismiss(None)
