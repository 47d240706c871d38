"""The service of dates: which are guessed or missing, and how they are corrected in bulk."""

from collections.abc import Iterator, Mapping, Sequence

from reader.library import acts, date_orders
from reader.library.acts import Correction
from reader.library.store import Library
from reader.library.views import DatedRow
from reader.model import DateOrder, TadmorError
from reader.query import parse
from reader.services.acts import Acts
from reader.untrusted import clean_line


class Dates:
    """The dates of a library's articles."""

    def __init__(self, library: Library, acts: Acts) -> None:
        """Corrections are acts."""
        self._library = library
        self._acts = acts

    def unsure(self, filter: str = "", source: str = "", *, every: bool = False) -> list[DatedRow]:
        """Articles whose date is guessed or missing, with what it was read from; with `every`, the others too.

        Those that a filter finds, of one source where it is not empty. Raises QuerySyntaxError.
        """
        return date_orders.unsure(self._library.reader(), parse(filter), source, every=every)

    def read_as(self, rows: Sequence[DatedRow], order: DateOrder) -> str:
        """Read the dates of these articles whose day and month may be exchanged in one order."""
        from reader.sources.article import read_again

        def corrections() -> Iterator[Correction]:
            for row in rows:
                date, guessed = read_again(row.words, row.place, row.title, order)
                if row.order is DateOrder.OPEN and date and not guessed:
                    yield Correction(row.id, "date", date)

        return self._correct(corrections())

    def order(self, source: str, order: DateOrder) -> str:
        """Read all dates of a source whose day and month may be exchanged in one order, also those that come in later.

        That goes before what other dates tell. Raises TadmorError when no article is of this source.
        """
        rows = date_orders.unsure(self._library.reader(), parse(""), source, every=True)
        if not rows:
            raise TadmorError(f"No article is of the source “{clean_line(source, 60)}”.")
        return self._acts.do(lambda db: acts.order_dates(db, rows[0].source, order))

    def orders(self) -> Mapping[str, DateOrder]:
        """The sources of whose dates a person said in which order they are to be read."""
        return date_orders.said(self._library.reader())

    def read_names(self, rows: Sequence[DatedRow], pattern: str) -> str:
        """Take date and source from the names of these articles' files (`{date:%m-%d-%Y}-{source}-{}`).

        Raises TadmorError when the pattern cannot be read.
        """
        from reader.sources.name_patterns import NamePattern

        names = NamePattern(pattern)
        places = date_orders.locations(self._library.reader(), [row.id for row in rows])

        def corrections() -> Iterator[Correction]:
            for row, location in zip(rows, places, strict=True):
                for field, value in names.fields(location).items():
                    if field in ("date", "source"):
                        yield Correction(row.id, field, value)

        return self._correct(corrections())

    def set(self, rows: Sequence[DatedRow], date: str) -> str:
        """Give these articles one date (ISO 8601; empty is none). Raises TadmorError for what is no date."""
        return self._correct(Correction(row.id, "date", date) for row in rows)

    def _correct(self, corrections: Iterator[Correction]) -> str:
        wanted = list(corrections)
        return self._acts.do(lambda db: acts.correct_many(db, wanted))
