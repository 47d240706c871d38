"""Whether `3/4/2016` is in March or in April is told by a person, or by other dates of its file, folder or source."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath

from reader.library import articles, date_orders
from reader.library.date_orders import Open, Votes
from reader.library.store import Library, Reader, Writer
from reader.model import DateOrder, DatePlace, DateTeller, Origin

Said = Mapping[tuple[str, DateOrder], int]
"""How many dates were read now as a person said of their source, by that source and the order."""


def kin(origin: Origin) -> tuple[str, bool]:
    """Whose dates are of one kind with an article's: those of its file of many records (True), or of its folder."""
    return (origin.location, True) if origin.record else (origin.location.rpartition("/")[0], False)


def settle_orders(library: Library, groups: Collection[tuple[str, bool]]) -> Said:
    """Read the dates that may be turned as those tell that came in now, in these files and folders, and those below
    them and of their sources.

    Where none tells, they are guesses. The result does not depend on what came in first.
    """
    if not groups:
        return {}
    reader = library.reader()
    found = _Settling(reader)
    folders = {place if not file else place.rpartition("/")[0] for place, file in groups}
    for place, file in sorted(groups):
        if file:
            found.look_at(date_orders.open_in_file(reader, place))
    for folder in sorted(folders):
        # What lies below another folder of these is looked at with it.
        if folder and not any(str(above) in folders for above in PurePosixPath(folder).parents):
            found.look_at(date_orders.open_below(reader, folder))
    for source in sorted({one for place, file in groups for one in date_orders.sources_in(reader, place, file=file)}):
        found.look_at(date_orders.open_of_source(reader, source))
    if found.changes:
        with library.write() as db:
            found.store(db)
    return found.said


def settle_sources(db: Writer, sources: Collection[str], moved: Collection[int] = ()) -> int:
    """Read the dates of these sources, and of articles that moved between them, that may be turned as it is told now.

    Returns how many came out otherwise.
    """
    found = _Settling(db)
    found.look_at(date_orders.open_among(db, moved))
    for source in sorted(sources):
        found.look_at(date_orders.open_of_source(db, source))
    found.store(db)
    return len(found.dates)


class _Settling:
    """What is to be read in another order than it was."""

    def __init__(self, db: Reader) -> None:
        self._orders = _Orders(db)
        self._seen: set[int] = set()
        self.changes: list[tuple[int, DateOrder, DateTeller]] = []
        self.dates: list[tuple[int, str, bool]] = []
        self.said: Counter[tuple[str, DateOrder]] = Counter()

    def look_at(self, found: Iterator[Open]) -> None:
        """See who tells the order of these dates."""
        from reader.sources.article import read_again

        for one in found:
            if one.article in self._seen:
                continue
            self._seen.add(one.article)
            order, told, alike = self._orders.of(one)
            if (order or DateOrder.NONE, told) == (one.read, one.told):
                continue
            self.changes.append((one.article, order or DateOrder.NONE, told))
            date, guessed = read_again(one.words, one.place, one.title, order)
            # Who named a file need not write dates as those do who wrote what is in it.
            guessed |= one.place is DatePlace.NAME and not alike
            if date and (date, guessed) != (one.date, one.guessed):
                self.dates.append((one.article, date, guessed))
            if order and told is DateTeller.PERSON:
                self.said[one.source, order] += 1

    def store(self, db: Writer) -> None:
        """Let them be read so."""
        for article, date, guessed in self.dates:
            articles.give_date(db, article, date, guessed)
        date_orders.note_read(db, self.changes)


class _Orders:
    """Who tells the order of day and month: the nearest that has any clear date; if those disagree, nobody does."""

    def __init__(self, db: Reader) -> None:
        self._db = db
        self._said = {date_orders.plain(source): order for source, order in date_orders.said(db).items()}
        self._file = cache(lambda location: date_orders.votes_of_file(db, location))
        self._folder = cache(lambda folder: date_orders.votes_of_folder(db, folder))
        self._source = cache(lambda source: date_orders.votes_of_source(db, source))

    def of(self, one: Open) -> tuple[DateOrder | None, DateTeller, bool]:
        """The order of a date, who tells it, and whether by dates that stand in the same place."""
        if (order := self._said.get(date_orders.plain(one.source))) is not None:
            return order, DateTeller.PERSON, True
        for told, votes in self._tellers(one):
            if votes:
                order = _majority(votes, one.place)
                return order, told if order else DateTeller.NOBODY, one.place in votes
        return None, DateTeller.NOBODY, True

    def _tellers(self, one: Open) -> Iterator[tuple[DateTeller, Votes]]:
        if one.is_record:
            yield DateTeller.FILE, self._file(one.location)
        folder, _, _ = one.location.rpartition("/")
        yield DateTeller.FOLDER, self._folder(folder)
        of_source = self._source(one.source) if one.source else {}
        yield DateTeller.SOURCE, {place: count for place, count in of_source.items() if place is one.place}
        for above in PurePosixPath(folder).parents if folder.startswith("/") else ():
            yield DateTeller.ABOVE, self._folder(str(above).rstrip("/"))


def _majority(votes: Votes, place: DatePlace) -> DateOrder | None:
    """The order of dates in a place: by their own votes, else by all of them."""
    from reader.sources.dates import majority

    together: Counter[DateOrder] = Counter()
    for counted in votes.values():
        together.update(counted)
    return majority(votes.get(place, together))
