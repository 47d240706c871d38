"""Commands on an article: read, star, correct, remove; and the way back from any change."""

from collections.abc import Callable
from functools import partial

from reader.services import Page
from reader.tui.screens.edit import EditSheet
from reader.tui.screens.reading.subject import Subject
from reader.tui.screens.sheet import Ask
from reader.tui.workbench import Workbench


class ArticleEdits:
    """Changes what the library says of the article that commands are about."""

    def __init__(self, bench: Workbench, ask: Ask, subject: Callable[[], Subject]) -> None:
        """`ask` brings a sheet in front."""
        self._articles = bench.newsroom.articles
        self._history = bench.newsroom.history
        self._changes = bench.changes
        self._ask = ask
        self._subject = subject

    def do_toggle_read(self) -> None:
        """Read or unread."""
        self._toggle(lambda page: self._articles.set_unread([page.id], not page.unread))

    def do_toggle_star(self) -> None:
        """Star or no star."""
        self._toggle(lambda page: self._articles.set_starred([page.id], not page.starred))

    def _toggle(self, change: Callable[[Page], str]) -> None:
        article = self._subject().article
        if article is None:
            return

        def act() -> str:
            page = self._articles.page(article)
            return change(page) if page is not None else "That article is no longer in the library."

        self._changes.do(act)

    def do_remove(self) -> None:
        """Take the article out; undo brings it back."""
        article = self._subject().article
        if article is not None:
            self._changes.do(lambda: self._articles.remove([article]))

    def do_edit(self) -> None:
        """Correct title, source or date."""
        article = self._subject().article
        page = self._articles.page(article) if article is not None else None
        if page is None:
            return

        def done(corrected: dict[str, str] | None) -> None:
            for field, value in (corrected or {}).items():
                self._changes.do(partial(self._articles.correct, page.id, field, value))

        self._ask(EditSheet({"title": page.title, "source": page.source, "date": page.date}), done)

    def do_undo(self) -> None:
        """Undo."""
        self._changes.do(self._history.undo)

    def do_redo(self) -> None:
        """Redo."""
        self._changes.do(self._history.redo)
