"""Whether `3/4/2016` is in March or in April is told by the other dates of its file or its folder."""

from collections import Counter
from collections.abc import Collection, Mapping

from reader.library import articles, dating
from reader.library.store import Library, Reader
from reader.model import DateOrder, DatePlace, Origin


def kin(origin: Origin) -> tuple[str, bool]:
    """Whose dates are of one kind with an article's: those of its file of many records (True), or of its folder."""
    return (origin.location, True) if origin.record else (origin.location.rpartition("/")[0], False)


def settle_orders(library: Library, groups: Collection[tuple[str, bool]]) -> None:
    """Read the dates of these files and folders that may be turned as most of their clear ones are.

    Where none tells, they are guesses. The result does not depend on what came in first.
    """
    from reader.sources.article import read_again

    reader = library.reader()
    for place, file in sorted(groups):
        found = dating.open_dates(reader, place, file=file)
        if not found:
            continue
        orders = _orders(reader, place, file)
        changes = []
        for one in found:
            date, guessed = read_again(one.words, one.place, one.title, orders.get(one.place))
            guessed |= one.place is DatePlace.NAME
            if date and (date, guessed) != (one.date, one.guessed):
                changes.append((one.article, date, guessed))
        if changes:
            with library.write() as db:
                for article, date, guessed in changes:
                    articles.give_date(db, article, date, guessed)


def _orders(db: Reader, place: str, file: bool) -> Mapping[DatePlace, DateOrder | None]:
    """The order of each sort of date there: by its own votes, else by all of them, else by those of the folder."""
    from reader.sources.dates import majority

    votes = dating.votes(db, place, file=file)
    if file and not votes:
        votes = dating.votes(db, place.rpartition("/")[0])
    together: Counter[DateOrder] = Counter()
    for counted in votes.values():
        together.update(counted)
    return {where: majority(votes.get(where, together)) for where in DatePlace}
