"""Help, the palette's entries, themes and the log: lists made of what the desk itself knows."""

from collections.abc import Sequence

from textual.content import Content

from reader.model import Kind
from reader.tui.commands import COMMANDS, SHEET_COMMANDS, Command, bindings, groups, shown_keys
from reader.tui.safe import assemble, plain
from reader.tui.screens.sheet import Sheet
from reader.tui.styles import KIND_CLASS
from reader.tui.widgets.lines import Item, wrapped

_KEYS_WIDTH = max(len("  ".join(shown_keys(command))) for command in COMMANDS) + 3
"""Cells before the help of a command: the longest row of keys, and air."""


class HelpSheet(Sheet[None]):
    """All keys, generated from the commands, and what the marks in the text mean."""

    HEADING = "KEYS"
    HINTS = (("leave", "back"),)
    TALL = True
    BINDINGS = bindings((*SHEET_COMMANDS, "help"))

    def other(self, command: str) -> None:
        """The key that opened it closes it."""
        self.dismiss(None)

    def items(self) -> Sequence[Item]:
        """One line a command."""
        items: list[Item] = []
        for group, commands in groups():
            items.append(Item(wrapped(plain(group, "heading"), 1)))
            items += [_command_line(command) for command in commands]
            items.append(Item(wrapped(plain(""))))
        items.append(Item(wrapped(plain("Marks in the text", "heading"), 1)))
        marks = [part for kind in Kind if kind is not Kind.OTHER for part in ((kind.value, KIND_CLASS[kind]), "   ")]
        items.append(Item(wrapped(assemble(*marks), 1)))
        return items


def _command_line(command: Command) -> Item:
    keys = "  ".join(shown_keys(command)) or "palette"

    def draw(width: int) -> list[Content]:
        indent = _KEYS_WIDTH if width >= 60 else 0
        rows = wrapped(plain(command.help), indent or 3)(width)
        if indent:
            return [assemble((f" {keys:<{indent - 1}}", "key")) + rows[0][indent:], *rows[1:]]
        return [assemble((f" {keys}", "key")), *rows]

    return Item(draw)


def command_items(text: str) -> list[Item]:
    """The commands whose title or help has all the typed words, best first."""
    words = text.lower().split()
    ranked: list[tuple[int, int, Command]] = []
    for order, command in enumerate(COMMANDS):
        title, all_words = command.title.lower(), f"{command.title} {command.help} {command.id}".lower()
        if command.id != "palette" and all(word in all_words for word in words):
            ranked.append((0 if all(word in title for word in words) else 1, order, command))
    return [
        Item(wrapped(assemble(command.title, ("   " + "  ".join(shown_keys(command)), "key")), 1, 3), command.id)
        for _, _, command in sorted(ranked, key=lambda entry: entry[:2])
    ]


def theme_items(text: str, names: Sequence[str]) -> list[Item]:
    """Themes whose name has the typed text; our own come first."""
    ours = [name for name in names if name.startswith("tadmor")]
    found = [*ours, *(name for name in names if name not in ours)]
    return [Item(wrapped(plain(name), 1), name) for name in found if text.strip().lower() in name]


class LogSheet(Sheet[None]):
    """Messages that have gone by, newest first."""

    HEADING = "MESSAGES"
    HINTS = (("leave", "back"),)
    TALL = True

    def __init__(self, log: Sequence[tuple[str, bool]]) -> None:
        """`log` is oldest first: words, and whether they tell of a failure."""
        super().__init__()
        self._log = log

    def items(self) -> Sequence[Item]:
        """One message a line."""
        lines = [Item(wrapped(plain(text, "against" if error else ""), 1, 3)) for text, error in reversed(self._log)]
        return lines or [Item(wrapped(plain("No message yet.", "quiet"), 1))]
