"""What the dates of articles were read from, for those whose day nobody knows for sure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.library.search import condition
from reader.library.store import Reader
from reader.library.views import DatedRow
from reader.model import DateOrder, DatePlace
from reader.query import Query

_SELECT = (
    "SELECT article.id, article.title, source, date, date_guessed, date_words, date_place, date_order,"
    " location || CASE record WHEN '' THEN '' ELSE '#' || record END FROM article WHERE removed_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class Open:
    """An article whose given date has day and month as numbers that may be exchanged."""

    article: int
    title: str
    date: str
    guessed: bool
    words: str
    place: DatePlace


def unsure(db: Reader, query: Query, source: str = "", *, every: bool = False) -> list[DatedRow]:
    """Articles with a guessed date or none, the newest first and undated last; with `every`, the others too.

    Those that a filter finds, of one `source` where it is not empty (without case).
    """
    where, values, _ = condition(db, query)
    sql = _SELECT + (f" AND {where}" if where else "")
    sql += "" if every else " AND (date_guessed = 1 OR date = '')"
    if source:
        sql += " AND lower(source) = lower(?)"
        values = [*values, source]
    return [
        DatedRow(article, title, outlet, date, bool(guessed), words, DatePlace(place), DateOrder(order), origin)
        for article, title, outlet, date, guessed, words, place, order, origin in db.each(
            sql + " ORDER BY at DESC, article.id DESC", values
        )
    ]


def open_dates(db: Reader, folder: str, *, file: bool = False) -> list[Open]:
    """Articles whose files lie in a folder itself, or with `file` the records of that file, with such a date."""
    rows = db.all(
        "SELECT id, title, given_date, given_date_guessed, date_words, date_place FROM article INDEXED BY article_order"
        f" WHERE date_order <> '' AND date_order = '{DateOrder.OPEN}' AND {_WITHIN[file]}",
        (folder,),
    )
    return [
        Open(article, title, date, bool(guessed), words, DatePlace(place))
        for article, title, date, guessed, words, place in rows
    ]


def votes(db: Reader, folder: str, *, file: bool = False) -> Mapping[DatePlace, Mapping[DateOrder, int]]:
    """How many dates there tell that the day comes first, or the month, by where they were found."""
    found: dict[DatePlace, Counter[DateOrder]] = {}
    for place, order, number in db.all(
        "SELECT date_place, date_order, count(*) FROM article INDEXED BY article_order"
        f" WHERE date_order <> '' AND date_order <> '{DateOrder.OPEN}' AND removed_at IS NULL AND {_WITHIN[file]}"
        " GROUP BY date_place, date_order",
        (folder,),
    ):
        found.setdefault(DatePlace(place), Counter())[DateOrder(order)] += number
    return found


def locations(db: Reader, articles: Sequence[int]) -> list[str]:
    """Where articles came from, in their order."""
    return [db.value("SELECT location FROM article WHERE id = ?", (article,)) for article in articles]


_WITHIN = {
    True: "location = ?1 AND record <> ''",
    # "0" follows "/": the stretch of the index that begins with the folder.
    False: "location > ?1 || '/' AND location < ?1 || '0' AND instr(substr(location, length(?1) + 2), '/') = 0",
}
"""Records of one file; files of one folder."""
