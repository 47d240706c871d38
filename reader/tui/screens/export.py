"""Exporting: what, with which marks, and where to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from reader.config import expanded
from reader.model import TadmorError
from reader.plurals import counted
from reader.query import typing
from reader.services.exports import Exports
from reader.tui.safe import assemble, plain
from reader.tui.screens.sheet import Sheet
from reader.tui.widgets.lines import Item, Lines, wrapped
from reader.untrusted import clean_line

STYLES = (
    ("bold", "**bold**, for any viewer"),
    ("highlight", "==highlight==, where the viewer knows it"),
    ("html", "<mark>, where HTML is allowed"),
    ("obsidian", "[[links]], for Obsidian"),
)
"""Ways to mark mentions: name for the newsroom, words for the reader."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that can be exported."""

    what: str
    """`article`, `actor` or `filter`."""
    id: int
    name: str
    """Title, actor's name, or the filter itself."""
    date: str = ""


Job = Callable[[Exports], str]
"""Does the export and says what it did."""


class ExportSheet(Sheet[Job]):
    """Answers a job to be done in a worker."""

    HEADING = "EXPORT AS MARKDOWN"
    HINTS = (("open", "choose; in the last line: write"), ("next_pane", "next"), ("leave", "cancel"))

    def __init__(self, wishes: Sequence[tuple[Wish, str]]) -> None:
        """`wishes` are what can be exported here, with their words; the first is taken unless another is chosen."""
        super().__init__()
        self._wishes = wishes
        self._wish = wishes[0][0]
        self._style = "bold"

    def body(self) -> ComposeResult:
        """Choices, then the path."""
        yield Lines()
        with Horizontal(classes="field"):
            yield Static(plain("to"), classes="label")
            yield Input(self._proposal(), id="path", compact=True, select_on_focus=False)

    def items(self) -> Sequence[Item]:
        """What, and how."""
        items = [_choice(words, wish is self._wish, wish) for wish, words in self._wishes]
        items.append(Item(wrapped(plain(""))))
        items += [_choice(words, name == self._style, name) for name, words in STYLES]
        return items

    def chosen(self, target: object) -> None:
        """Take a choice."""
        if isinstance(target, Wish):
            self._wish = target
            self.query_one("#path", Input).value = self._proposal()
        elif isinstance(target, str):
            self._style = target
        self.query_one(Lines).show_items(self.items(), keep=target, home=False)

    def _proposal(self) -> str:
        if self._wish.what == "filter":
            return "tadmor-export"
        return file_name(self._wish.name, self._wish.date)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write."""
        event.stop()
        text = event.value.strip()
        if text:
            wish, style, path = self._wish, self._style, expanded(text)
            self.dismiss(lambda exports: write(exports, wish, style, path))


def _choice(words: str, taken: bool, target: object) -> Item:
    return Item(wrapped(assemble(("● " if taken else "○ ", "accent" if taken else "quiet"), words), 1, 3), target)


def file_name(name: str, date: str = "") -> str:
    """A file name that every system takes: letters and digits of any script, the date first."""
    kept = "".join(character if character.isalnum() else "-" for character in f"{date[:10]}-{clean_line(name, 80)}")
    stem = "-".join(part for part in kept.split("-") if part)
    return (stem or "export") + ".md"


def write(exports: Exports, wish: Wish, style: str, path: Path) -> str:
    """Write what was wished for; never over a file that is there.

    Raises TadmorError when something is there already, or cannot be written.
    """
    try:
        if wish.what == "filter":
            path.mkdir(parents=True, exist_ok=True)
            written = 0
            for name, text in exports.articles(typing(wish.name), style):
                _new_file(path / name, text)
                written += 1
            return f"Wrote {counted(written, 'file')} into {path}."
        export = exports.article if wish.what == "article" else exports.actor
        text = export(wish.id, style)
        path.parent.mkdir(parents=True, exist_ok=True)
        _new_file(path, text)
    except FileExistsError as error:
        raise TadmorError(f"{clean_line(str(error.filename))} is there already; choose another name.") from error
    except OSError as error:
        raise TadmorError(f"Could not write {path}: {clean_line(error.strerror or str(error))}.") from error
    return f"Wrote {path}."


def _new_file(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
