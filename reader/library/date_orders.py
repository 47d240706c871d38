"""What the dates of articles were read from, for those whose day nobody knows for sure."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.library.conditions import condition
from reader.library.store import Reader, Writer
from reader.library.views import DatedRow
from reader.model import DateOrder, DatePlace, DateTeller
from reader.query import Query

_SELECT = (
    "SELECT article.id, article.title, source, date, date_guessed, date_words, date_place, date_order,"
    " location || CASE record WHEN '' THEN '' ELSE '#' || record END, date_read, date_told"
    " FROM article WHERE removed_at IS NULL"
)

Votes = Mapping[DatePlace, Mapping[DateOrder, int]]
"""How many dates tell that the day comes first, or the month, by where they were found."""


@dataclass(frozen=True, slots=True)
class Open:
    """An article whose given date has day and month as numbers that may be exchanged."""

    article: int
    title: str
    date: str
    guessed: bool
    words: str
    place: DatePlace
    location: str
    is_record: bool
    """Whether it is one of many in its file."""
    source: str
    read: DateOrder
    """The order in which it was read last."""
    told: DateTeller
    """Who told that."""


def unsure(db: Reader, query: Query, source: str = "", *, every: bool = False) -> list[DatedRow]:
    """Articles with a guessed date or none, the newest first and undated last; with `every`, the others too.

    Those that a filter finds, of one `source` where it is not empty (without case).
    """
    found = condition(db, query)
    values = found.values
    sql = _SELECT + (f" AND {found.sql}" if found.sql else "")
    sql += "" if every else " AND (date_guessed = 1 OR date = '')"
    if source:
        sql += " AND lower(source) = lower(?)"
        values = [*values, source]
    return [
        DatedRow(
            *(article, title, outlet, date, bool(guessed), words, DatePlace(place), DateOrder(order), origin),
            *(DateOrder(read), DateTeller(told)),
        )
        for article, title, outlet, date, guessed, words, place, order, origin, read, told in db.each(
            sql + " ORDER BY at DESC, article.id DESC", values
        )
    ]


_OPEN = (
    "SELECT id, title, given_date, given_date_guessed, date_words, date_place, location, record <> '', source,"
    " date_read, date_told FROM article INDEXED BY {} WHERE date_order <> ''"
    f" AND date_order = '{DateOrder.OPEN}' AND "
)
_BELOW = "location > ?1 || '/' AND location < ?1 || '0'"
"""Files of a folder and of those below it: "0" follows "/", so that it is a stretch of the index."""

_IN_FILE = "location = ?1 AND record <> ''"
_IN_FOLDER = f"{_BELOW} AND instr(substr(location, length(?1) + 2), '/') = 0"
_OF_SOURCE = "lower(source) = lower(?1) AND ?1 <> ''"


def open_below(db: Reader, folder: str) -> Iterator[Open]:
    """Articles with such a date whose files lie in a folder, or below it."""
    return _opened(db, _OPEN.format("article_order") + _BELOW, folder)


def open_in_file(db: Reader, location: str) -> Iterator[Open]:
    """Those that are records of a file."""
    return _opened(db, _OPEN.format("article_order") + _IN_FILE, location)


def open_of_source(db: Reader, source: str) -> Iterator[Open]:
    """Those of a source, without case."""
    return _opened(db, _OPEN.format("article_source_order") + _OF_SOURCE, source)


def open_among(db: Reader, articles: Collection[int]) -> Iterator[Open]:
    """Those among some articles."""
    which = "id IN (SELECT value FROM json_each(?1))"
    return _opened(db, _OPEN.replace("INDEXED BY {} ", "") + which, json.dumps([*articles]))


def _opened(db: Reader, sql: str, value: str) -> Iterator[Open]:
    for article, title, date, guessed, words, place, location, record, source, read, told in db.all(sql, (value,)):
        yield Open(
            *(article, title, date, bool(guessed), words, DatePlace(place), location, bool(record), source),
            *(DateOrder(read), DateTeller(told)),
        )


def sources_in(db: Reader, place: str, *, file: bool) -> set[str]:
    """The sources of the articles with numbers for day and month that lie in a folder itself, or in a file."""
    within = _IN_FILE if file else _IN_FOLDER
    return set(
        db.column(
            "SELECT DISTINCT lower(source) FROM article INDEXED BY article_order"
            f" WHERE date_order <> '' AND source <> '' AND {within}",
            (place,),
        )
    )


def votes_of_file(db: Reader, location: str) -> Votes:
    """What the records of a file tell."""
    return _votes(db, "article_order", _IN_FILE, location)


def votes_of_folder(db: Reader, folder: str) -> Votes:
    """What the files in a folder itself tell."""
    return _votes(db, "article_order", _IN_FOLDER, folder)


def votes_of_source(db: Reader, source: str) -> Votes:
    """What the articles of a source tell, wherever they lie."""
    return _votes(db, "article_source_order", _OF_SOURCE, source)


def _votes(db: Reader, index: str, which: str, value: str) -> Votes:
    found: dict[DatePlace, Counter[DateOrder]] = {}
    for place, order, number in db.all(
        f"SELECT date_place, date_order, count(*) FROM article INDEXED BY {index}"
        f" WHERE date_order <> '' AND date_order <> '{DateOrder.OPEN}' AND removed_at IS NULL AND {which}"
        " GROUP BY date_place, date_order",
        (value,),
    ):
        found.setdefault(DatePlace(place), Counter())[DateOrder(order)] += number
    return found


def note_read(db: Writer, read: Collection[tuple[int, DateOrder, DateTeller]]) -> None:
    """Keep in which order the dates of articles were read, and who told it."""
    db.many(
        "UPDATE article SET date_read = ?, date_told = ? WHERE id = ?",
        ((order.value, told.value, article) for article, order, told in read),
    )


def said(db: Reader) -> Mapping[str, DateOrder]:
    """What a person said of the dates of sources, by their names."""
    rows = db.all("SELECT source, date_order FROM source_order ORDER BY source")
    return {source: DateOrder(order) for source, order in rows}


def plain(source: str) -> str:
    """A source's name without case, as SQLite's lower() makes it."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in source)


def say(db: Writer, source: str, order: DateOrder) -> DateOrder:
    """Keep what a person says of the dates of a source (`NONE`: nothing any more); returns what was said before."""
    before = DateOrder(db.value("SELECT date_order FROM source_order WHERE source = ?", (source,)) or "")
    db.run("DELETE FROM source_order WHERE source = ?", (source,))
    if order:
        db.run("INSERT INTO source_order (source, date_order) VALUES (?, ?)", (source, order.value))
    return before


def sources_of(db: Reader, articles: Collection[int]) -> list[str]:
    """The sources of articles, as they are shown."""
    found = {db.value("SELECT source FROM article WHERE id = ?", (article,)) for article in articles}
    return sorted(source for source in found if source)


def locations(db: Reader, articles: Sequence[int]) -> list[str]:
    """Where articles came from, in their order."""
    return [db.value("SELECT location FROM article WHERE id = ?", (article,)) for article in articles]
