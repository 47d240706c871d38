"""The service of articles: listed, read, added, flagged, corrected, removed."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from reader.library import acts, articles
from reader.library.listing import listing as list_articles
from reader.library.store import Library
from reader.library.views import Listing, Page, Sort
from reader.plurals import counted
from reader.query import parse, typing
from reader.services.acts import Acts
from reader.services.views import Intake, Progress, never, unheard


class Articles:
    """The articles of a library."""

    def __init__(self, library: Library, acts: Acts) -> None:
        """What a person does to them goes through `acts`."""
        self._library = library
        self._acts = acts

    def listing(
        self,
        filter: str = "",
        sort: Sort = Sort.DATE,
        descending: bool | None = None,
        beside: int | None = None,
        *,
        whole: bool = False,
    ) -> Listing:
        """The articles that a filter finds, in an order; `beside` is the open article, for the actors in common.

        Unless it is `whole`, the filter may still be typed: what is unfinished at its end is passed over, and its last
        word also finds longer ones. Raises QuerySyntaxError with the place of the error.
        """
        query = parse(filter if whole else typing(filter))
        return list_articles(self._library, query, sort, descending, beside)

    def remarks(self, listing: Listing) -> list[str]:
        """What of a filter could have been meant otherwise, in sentences: how it was read, whom it names."""
        said = [f"Read as: {listing.read_as}"] if listing.read_as else []
        for taken in listing.taken:
            named = ", ".join(
                f"{name} ({kind.value}, {counted(articles, 'article')}, actor:#{number})"
                for number, name, kind, articles in taken.actors
            )
            more = f" and {taken.total - len(taken.actors):,} more" if taken.total > len(taken.actors) else ""
            said.append(f"{taken.total:,} actors are called “{taken.name}”, and all were taken: {named}{more}.")
        return said

    def page(self, article: int) -> Page | None:
        """An article to read, or None when there is none of this number."""
        return articles.page(self._library.reader(), article)

    def add(
        self,
        paths: Sequence[str | Path],
        mapping: Mapping[str, str] = {},
        *,
        stdin: BinaryIO | None = None,
        name_pattern: str = "",
        progress: Callable[[Progress], None] = unheard,
        cancelled: Callable[[], bool] = never,
        whole_page: bool | None = None,
    ) -> Intake:
        """Add the articles of files and folders ("-" is standard input); adding the same again changes nothing.

        `mapping` names the fields of JSONL and CSV files: `{"title": "headline"}`; `name_pattern` says what the names
        of files tell: `{date:%m-%d-%Y}-{source}-{title}`. Work for a worker thread: cancelled between two batches, it
        goes on from there the next time. With `whole_page`, all that saved pages show is taken; without, their story;
        with None, each as before, and of new ones the story.
        """
        from reader.services.intake import take_in

        return take_in(self._library, paths, mapping, stdin, progress, cancelled, name_pattern, whole_page=whole_page)

    def seen(self, article: int) -> None:
        """An article was opened: it is read now. This goes without saying, so it is nothing to undo."""
        with self._library.write() as db:
            articles.set_flag(db, [article], "unread", False)

    def set_unread(self, numbers: Sequence[int], unread: bool) -> str:
        """Mark articles as unread or read."""
        return self._acts.do(lambda db: acts.set_unread(db, numbers, unread))

    def set_starred(self, numbers: Sequence[int], starred: bool) -> str:
        """Give articles a star, or take it away."""
        return self._acts.do(lambda db: acts.set_starred(db, numbers, starred))

    def correct(self, article: int, field: str, value: str) -> str:
        """Correct an article's `title`, `source` or `date` (ISO 8601); it stays when the source is added again.

        A corrected title is recognised anew by the next `Analysis.run`. Raises TadmorError for what is no date.
        """
        return self._acts.do(lambda db: acts.correct(db, article, field, value))

    def remove(self, numbers: Sequence[int]) -> str:
        """Take articles out of the library; adding them again does not bring them back, undo does."""
        return self._acts.do(lambda db: acts.remove(db, numbers))
