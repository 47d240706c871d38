"""Before a part of an actor becomes one of its own: what goes, what stays, and what was judged of it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from reader.plurals import counted
from reader.services import SplitPreview
from reader.tui.safe import assemble, plain
from reader.tui.screens.sheet import Sheet
from reader.tui.widgets.lines import Item, Lines, wrapped
from reader.untrusted import clean_line


class SplitSheet(Sheet[str]):
    """Answers why it is split off, in the person's words or none; nothing where it is not."""

    HEADING = "SPLIT OFF"
    HINTS = (("open", "split off"), ("leave", "cancel; u undoes it later too"))
    AUTO_FOCUS = "Input"

    def __init__(self, name: str, preview: SplitPreview, spellings: Sequence[str], sentences: int, why: str) -> None:
        """`name` is the actor's that it is split off from; `sentences` were chosen, beside `spellings`."""
        super().__init__()
        self._whose, self._preview, self._why = name, preview, why
        self._spellings, self._sentences = spellings, sentences

    def body(self) -> ComposeResult:
        """What would happen, and a line for the reason."""
        yield Lines(self.items())
        with Horizontal(classes="field"):
            yield Static(plain("why"), classes="label")
            yield Input(self._why, placeholder="a word on why, if wanted", compact=True, select_on_focus=False)

    def items(self) -> Sequence[Item]:
        """What goes and what stays."""
        preview = self._preview
        chosen = [f"“{text}”" for text in self._spellings]
        if self._sentences:
            chosen.append(counted(self._sentences, "chosen sentence"))
        mentions = counted(preview.mentions, "mention")
        goes = f": {mentions} in {counted(preview.articles, 'article')}"
        stays = f": {counted(preview.left_behind, 'mention')}"
        after = "What goes becomes an actor of its own, and stays so after every later import."
        items = [
            Item(wrapped(assemble(("goes   ", "quiet"), (", ".join(chosen), "strong"), goes), 1, 8)),
            Item(wrapped(assemble(("stays  ", "quiet"), (self._whose, "strong"), stays), 1, 8)),
            Item(wrapped(plain(after, "quiet"), 1)),
        ]
        if preview.judgements:
            items.append(Item(wrapped(plain("judged of it before, and standing", "heading"), 1)))
            items += [Item(wrapped(plain(words), 3, 5)) for words in preview.judgements]
        return [*items, *self._afterwards()]

    def _afterwards(self) -> Sequence[Item]:
        """What linking does then."""
        later = self._preview.afterwards
        if not later:
            return []
        total = sum(one.mentions for one in later)
        heading = f"linking then moves {counted(total, 'mention')}"
        items = [Item(wrapped(plain(heading, "heading"), 1))]
        for one in later:
            words = ((f"{one.mentions:,} ", "quiet"), f"“{one.spelling}”", ("  from ", "quiet"), one.whence)
            items.append(Item(wrapped(assemble(*words, ("  to ", "quiet"), one.goal), 3, 5)))
        return items

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Split."""
        event.stop()
        self.dismiss(clean_line(event.value))
