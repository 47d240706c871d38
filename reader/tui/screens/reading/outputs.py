"""Commands that carry something out of the desk: copy, open the source, export."""

from collections.abc import Callable

from reader.plurals import counted
from reader.tui.dates import long_date
from reader.tui.screens.export import ExportSheet, Job, Wish
from reader.tui.screens.reading.list_query import ListQuery
from reader.tui.screens.reading.open_article import OpenArticle
from reader.tui.screens.reading.panes import Panes
from reader.tui.screens.reading.subject import Subject
from reader.tui.screens.sheet import Ask
from reader.tui.source import open_source
from reader.tui.workbench import Workbench


class Outputs:
    """Gives away what is on the screen."""

    def __init__(
        self,
        bench: Workbench,
        ask: Ask,
        subject: Callable[[], Subject],
        panes: Panes,
        opened: OpenArticle,
        query: ListQuery,
    ) -> None:
        """`ask` brings a sheet in front."""
        self._newsroom = bench.newsroom
        self._changes = bench.changes
        self._messages = bench.messages
        self._ask = ask
        self._subject = subject
        self._panes = panes
        self._opened = opened
        self._query = query

    def do_copy(self) -> None:
        """Copy the selection, or the sentence of the mention, with its source."""
        page, view = self._opened.page, self._panes.view
        if page is None:
            self._messages.say("No article is open.")
            return
        text = view.screen.get_selected_text() or view.sentence()
        cited = ", ".join(
            part for part in (page.title, page.source, long_date(page.date, page.date_guessed), page.url) if part
        )
        view.app.copy_to_clipboard(f"“{text.strip()}”\n— {cited}" if text else cited)
        self._messages.say("Copied, with its source.")

    def do_source(self) -> None:
        """Open where the article came from."""
        article = self._subject().article
        page = self._newsroom.articles.page(article) if article is not None else None
        if page is not None:
            self._changes.do(lambda: open_source(page))

    def do_export(self) -> None:
        """Write Markdown."""
        wishes = self._wishes()
        if not wishes:
            self._messages.say("There is nothing to export yet.")
            return

        def done(job: Job | None) -> None:
            if job is not None:
                self._changes.do(lambda: job(self._newsroom.exports))

        self._ask(ExportSheet(wishes), done)

    def _wishes(self) -> list[tuple[Wish, str]]:
        """What can be exported here, with its words."""
        about, wishes = self._subject(), []
        page = self._newsroom.articles.page(about.article) if about.article is not None else None
        here = self._opened.actors.get(about.actor) if about.actor is not None else None
        if page is not None:
            wishes.append((Wish("article", page.id, page.title, page.date), f"This article: {page.title}"))
        if here is not None:
            words = counted(here.articles, "article")
            wishes.append((Wish("actor", here.id, here.name), f"Everything about {here.name}, from {words}"))
        total, text = self._panes.articles.total, self._query.text
        if total:
            words = counted(total, "article")
            label = f"The {words} of the filter, into a folder" if text else f"All {words}, into a folder"
            wishes.append((Wish("filter", 0, text), label))
        return wishes
