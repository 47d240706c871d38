"""The article list: any order, any filter, and only the rows that are looked at.

Without a filter, rows come a page at a time: the next page by the last row's sort key, a far one by its number over a
covering index. With a filter, or sorted by actors in common, the ids are found once and kept; a million take 8 MB.
"""

import json
import threading
from array import array
from collections.abc import Sequence
from typing import Any

from reader.library.conditions import Condition, condition
from reader.library.store import Library, Reader
from reader.library.views import Listing, Row, Sort, Taken
from reader.model import Caveat, Kind, Origin
from reader.query import Query, Sought, written

PAGE = 128
"""Rows read at a time: two screens of the tallest terminal."""

PAGES = 64
"""Pages kept: scrolling back a few thousand rows reads nothing."""

_Order = tuple[tuple[str, bool], ...]
"""Columns to sort by, and whether each goes down; every one has an index in `schema`."""

_Key = tuple[Any, ...]
"""An article's values in those columns; the last is its id."""

_ORDERS: dict[tuple[Sort, bool], _Order] = {
    (Sort.DATE, True): (("at", True), ("id", True)),
    (Sort.DATE, False): (("(at = '')", False), ("at", False), ("id", False)),
    (Sort.TITLE, False): (("title_key", False), ("id", False)),
    (Sort.TITLE, True): (("title_key", True), ("id", True)),
    (Sort.SOURCE, False): (("source_key", False), ("at", True), ("id", True)),
    (Sort.SOURCE, True): (("source_key", True), ("at", True), ("id", True)),
}
_DOWN = {Sort.DATE: True, Sort.TITLE: False, Sort.SOURCE: False, Sort.SHARED: True, Sort.ADDED: True}


def listing(
    library: Library,
    query: Query | None = None,
    sort: Sort = Sort.DATE,
    descending: bool | None = None,
    beside: int | None = None,
) -> Listing:
    """The articles that a filter finds, in an order; `beside` is the open article, for the actors in common.

    Articles without a date come last in either direction. By default dates and common actors go down, titles and
    sources up.
    """
    query = query or Query()
    down = _DOWN[sort] if descending is None else descending
    if query.sort:
        # What the filter asks for goes before what the list is sorted by otherwise.
        sort = Sort(query.sort)
        down = _DOWN[sort] != query.turned
    found = condition(library.reader(), query)
    if found.sql or query.most is not None or (sort, down) not in _ORDERS:
        return _Found(library, found, sort, down, beside, query)
    return _All(library, _ORDERS[sort, down], beside)


class _Rows:
    """What both lists share: rows of given ids, cached until the library changes."""

    def __init__(self, library: Library, beside: int | None) -> None:
        self._library = library
        self._beside = beside
        self._lock = threading.Lock()
        self._pages: dict[int, list[Row]] = {}
        self._generation = library.generation
        self.total = 0
        self.sought: Sequence[Sought] = ()
        self.taken: Sequence[Taken] = ()
        self.read_as = ""

    def _ids(self, db: Reader, page: int) -> Sequence[int]:
        raise NotImplementedError

    def _forget(self) -> None:
        self._pages.clear()

    def rows(self, first: int, count: int) -> list[Row]:
        """Rows from index `first`, at most `count`."""
        first, last = max(0, first), min(self.total, first + count)
        if first >= last:
            return []
        found: list[Row] = []
        with self._lock:
            if self._generation != self._library.generation:
                self._generation = self._library.generation
                self._forget()
            for page in range(first // PAGE, (last - 1) // PAGE + 1):
                found += self._page(page)
        offset = first // PAGE * PAGE
        return found[first - offset : last - offset]

    def _page(self, page: int) -> list[Row]:
        rows = self._pages.pop(page, None)
        if rows is None:
            db = self._library.reader()
            rows = _read(db, self._ids(db, page), self._beside)
            while len(self._pages) >= PAGES:
                del self._pages[next(iter(self._pages))]
        self._pages[page] = rows
        return rows


class _All(_Rows):
    """Every article, in an order that has an index."""

    def __init__(self, library: Library, order: _Order, beside: int | None) -> None:
        super().__init__(library, beside)
        self._order = order
        self._edges: dict[int, tuple[_Key, _Key]] = {}
        self._columns = ", ".join(column for column, _ in order)
        self.total = library.reader().value("SELECT count(*) FROM article WHERE removed_at IS NULL")

    def _forget(self) -> None:
        super()._forget()
        self._edges.clear()

    def _ids(self, db: Reader, page: int) -> Sequence[int]:
        if page - 1 in self._edges:
            keys = self._beyond(db, self._edges[page - 1][1], PAGE, forward=True)
        elif page + 1 in self._edges:
            keys = self._beyond(db, self._edges[page + 1][0], PAGE, forward=False)[::-1]
        else:
            keys = db.all(
                f"SELECT {self._columns} FROM article WHERE removed_at IS NULL"
                f" ORDER BY {self._sorted(self._order)} LIMIT ? OFFSET ?",
                (PAGE, page * PAGE),
            )
        if keys:
            self._edges[page] = (keys[0], keys[-1])
        return [key[-1] for key in keys]

    def position(self, article: int) -> int | None:
        """The index of an article in the list, or None."""
        db = self._library.reader()
        key = db.one(f"SELECT {self._columns} FROM article WHERE id = ? AND removed_at IS NULL", (article,))
        if key is None:
            return None
        counts: list[int] = [
            db.value(f"SELECT count(*) FROM article WHERE removed_at IS NULL AND {where}", values)
            for where, values in self._ranges(key, forward=False)
        ]
        return sum(counts)

    def _beyond(self, db: Reader, key: _Key, count: int, *, forward: bool) -> list[_Key]:
        """The sort keys next to `key`, nearest first."""
        order = self._order if forward else tuple((column, not down) for column, down in self._order)
        found: list[_Key] = []
        for where, values in self._ranges(key, forward=forward):
            # The columns held equal are left out of the order: SQLite sorts by hand for an expression among them.
            found += db.all(
                f"SELECT {self._columns} FROM article WHERE removed_at IS NULL AND {where}"
                f" ORDER BY {self._sorted(order[len(values) - 1 :])} LIMIT ?",
                (*values, count - len(found)),
            )
            if len(found) == count:
                break
        return found

    def _ranges(self, key: _Key, *, forward: bool) -> list[tuple[str, _Key]]:
        """What lies beyond `key`, as stretches of the index: equal but for the last column, but for the last two, …"""
        ranges = []
        for index in reversed(range(len(self._order))):
            column, down = self._order[index]
            equal = "".join(f"{name} = ? AND " for name, _ in self._order[:index])
            ranges.append((f"{equal}{column} {'<' if down is forward else '>'} ?", key[: index + 1]))
        return ranges

    @staticmethod
    def _sorted(order: _Order) -> str:
        return ", ".join(f"{column} DESC" if down else column for column, down in order)


class _Found(_Rows):
    """The articles of a filter, or those with most actors in common first."""

    def __init__(
        self, library: Library, found: Condition, sort: Sort, down: bool, beside: int | None, query: Query
    ) -> None:
        super().__init__(library, beside)
        self.sought, self.taken = tuple(found.sought), found.taken
        self.read_as = written(query) if query.doubtful else ""
        values = found.values
        also = f" AND {found.sql}" if found.sql else ""
        sql = f"SELECT article.id FROM article WHERE removed_at IS NULL{also}"
        if sort is Sort.SHARED:
            also = f"WHERE removed_at IS NULL{also}"
            sql = (
                "SELECT article.id FROM article LEFT JOIN (SELECT article, count(*) AS n FROM appearance"
                " WHERE actor IN (SELECT value FROM json_each(?)) GROUP BY article) AS common"
                f" ON common.article = article.id {also}"
                f" ORDER BY coalesce(n, 0) {'DESC' if down else 'ASC'}, article.at DESC, article.id DESC"
            )
            values = [json.dumps(_actors(library.reader(), beside)), *values]
        elif sort is Sort.ADDED:
            sql += " ORDER BY added_at DESC, article.id DESC" if down else " ORDER BY added_at, article.id"
        else:
            sql += f" ORDER BY {_All._sorted(_ORDERS[sort, down])}"
        if query.most is not None:
            sql += " LIMIT ?"
            values = [*values, query.most]
        self._found = array("q", library.reader().column(sql, values))
        self._index: dict[int, int] | None = None
        self.total = len(self._found)

    def _ids(self, db: Reader, page: int) -> Sequence[int]:
        return self._found[page * PAGE : (page + 1) * PAGE]

    def position(self, article: int) -> int | None:
        """The index of an article in the list, or None."""
        with self._lock:
            if self._index is None:
                self._index = {found: index for index, found in enumerate(self._found)}
            return self._index.get(article)


def _actors(db: Reader, article: int | None) -> list[int]:
    """The actors that count as a reason to go from one article to another: all but events, works and the like."""
    if article is None:
        return []
    return db.column(
        "SELECT actor FROM appearance JOIN actor ON actor.id = actor WHERE article = ? AND kind <> ?",
        (article, Kind.OTHER.value),
    )


def _read(db: Reader, ids: Sequence[int], beside: int | None) -> list[Row]:
    wanted = json.dumps(list(ids))
    shared: dict[int, int] = {}
    if beside is not None:
        shared = dict(
            db.all(
                "SELECT article, count(*) FROM json_each(?) AS page"
                " CROSS JOIN appearance INDEXED BY appearance_article ON article = page.value"
                " WHERE actor IN (SELECT value FROM json_each(?)) AND article <> ? GROUP BY article",
                (wanted, json.dumps(_actors(db, beside)), beside),
            )
        )
    elsewhere: dict[int, list[str]] = {}
    for article, location, record in db.all(
        "SELECT article, location, record FROM json_each(?) AS page"
        " CROSS JOIN other_location ON article = page.value ORDER BY at, location, record",
        (wanted,),
    ):
        elsewhere.setdefault(article, []).append(str(Origin(location, record)))
    rows = db.all(
        "SELECT article.id, title, source, date, date_guessed, unread, starred, caveats, location, record"
        " FROM json_each(?) AS page"
        " CROSS JOIN article ON article.id = page.value",
        (wanted,),
    )
    return [
        Row(
            row[0],
            row[1],
            row[2],
            row[3],
            bool(row[4]),
            bool(row[5]),
            bool(row[6]),
            shared.get(row[0], 0),
            tuple(map(Caveat, row[7].split())),
            (str(Origin(row[8], row[9])), *elsewhere.get(row[0], ())),
        )
        for row in rows
    ]
