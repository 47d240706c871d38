"""Whether a library is whole: what `tadmor doctor` tells."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from reader.library import failures
from reader.library.failures import Step
from reader.library.store import Library, Reader, Writer
from reader.model import Problem, TadmorError
from reader.untrusted import clean_line

MOST = 5
"""Most cases told of one kind of trouble; the rest is counted."""

_COPY = "Keep a copy of the file, then add the articles to a new library."
_RELINK = "`tadmor relink` counts anew."


@dataclass(frozen=True, slots=True)
class _Check:
    """Rows that should not be; the first column is the number of what is wrong."""

    where: str
    what: str
    remedy: str
    sql: str


_AT = "coalesce(nullif(article.at, ''), '~')"
_APPEARED = (
    f"SELECT chain.actor AS actor, {_AT} AS at, article.id AS article, count(*) AS mentions"
    " FROM mention JOIN chain ON chain.id = mention.chain JOIN article ON article.id = mention.article"
    " WHERE removed_at IS NULL GROUP BY chain.actor, article.id"
)
_SPELT = (
    "SELECT chain.actor AS actor, mention.text AS text, count(*) AS count"
    " FROM mention JOIN chain ON chain.id = mention.chain JOIN article ON article.id = mention.article"
    " WHERE removed_at IS NULL GROUP BY chain.actor, mention.text"
)
_NODE_TEXT = "SELECT node, text, spelt AS times FROM node_text WHERE spelt > 0"
_NODE_SPELT = (
    "SELECT node, spelt.key AS text, count(*) AS times FROM chain, json_each(spellings) AS spelt"
    " WHERE node IS NOT NULL GROUP BY node, spelt.key"
)
_EFFECTIVE = (
    "SELECT id FROM article LEFT JOIN correction ON correction.article = id AND correction.field = '{0}'"
    " WHERE article.{0} <> coalesce(correction.value, given_{0})"
)

_CHECKS: tuple[_Check, ...] = (
    _Check(
        "article",
        "it has no text",
        _COPY,
        "SELECT id FROM article WHERE id NOT IN (SELECT article FROM body) ORDER BY 1",
    ),
    *(
        _Check(
            "article", f"its {field} is not what its source and its corrections say", _COPY, _EFFECTIVE.format(field)
        )
        for field in ("title", "source", "date")
    ),
    _Check(
        "article",
        "it would not be known again from its text",
        _COPY,
        "SELECT article.id FROM article JOIN body ON body.article = article.id WHERE NOT EXISTS"
        " (SELECT 1 FROM fingerprint WHERE key = whole_key(given_title, text) AND article = article.id)",
    ),
    _Check(
        "article",
        "another has the same place",
        _COPY,
        "SELECT article.id FROM article JOIN other_location USING (location, record)",
    ),
    _Check(
        "mention",
        "it does not stand in its article's text",
        _COPY,
        "SELECT mention.id FROM mention JOIN article ON article.id = mention.article"
        " JOIN body ON body.article = article.id WHERE start < 0 OR stop <= start OR mention.text <> substr("
        "CASE mention.field WHEN 'title' THEN article.title ELSE body.text END, start + 1, stop - start)",
    ),
    _Check(
        "mention",
        "its chain belongs to another article",
        _COPY,
        "SELECT mention.id FROM mention JOIN chain ON chain.id = chain WHERE mention.article <> chain.article",
    ),
    _Check(
        "mention",
        "it overlaps another",
        _COPY,
        "SELECT id FROM (SELECT id, start, lag(stop) OVER (PARTITION BY article, field ORDER BY start) AS last"
        " FROM mention WHERE chain IS NOT NULL) WHERE start < last",
    ),
    _Check(
        "article",
        "it has mentions but waits to be recognised",
        _COPY,
        "SELECT DISTINCT article.id FROM mention JOIN article ON article.id = article WHERE analysed IS NULL",
    ),
    _Check(
        "chain",
        "it has no mention",
        _COPY,
        "SELECT id FROM chain WHERE id NOT IN (SELECT chain FROM mention WHERE chain)",
    ),
    _Check(
        "name",
        "linking does not know all articles that have it",
        "`tadmor relink` puts its chains together anew.",
        "SELECT id FROM node WHERE chains <> (SELECT count(*) FROM chain WHERE node = node.id)"
        " OR articles <> (SELECT count(DISTINCT article) FROM chain WHERE node = node.id) ORDER BY id",
    ),
    _Check(
        "name",
        "how it is spelt is not what its chains say",
        "`tadmor relink` puts its chains together anew.",
        f"SELECT DISTINCT node FROM (SELECT * FROM ({_NODE_TEXT} EXCEPT {_NODE_SPELT})"
        f" UNION ALL SELECT * FROM ({_NODE_SPELT} EXCEPT {_NODE_TEXT})) ORDER BY node",
    ),
    _Check(
        "mark",
        "it does not stand where it says",
        _COPY,
        "SELECT mark.id FROM mark JOIN article ON article.id = mark.article JOIN body ON body.article = article.id"
        " WHERE start IS NOT NULL AND quote <> substr("
        "CASE mark.field WHEN 'title' THEN article.title ELSE body.text END, start + 1, length(quote))",
    ),
    _Check(
        "actor",
        "its count by article is not that of its mentions",
        _RELINK,
        f"SELECT actor FROM (SELECT actor, at, article, mentions FROM appearance EXCEPT {_APPEARED})"
        f" UNION SELECT actor FROM ({_APPEARED} EXCEPT SELECT actor, at, article, mentions FROM appearance)",
    ),
    _Check(
        "actor",
        "its spellings are not those of its mentions",
        _RELINK,
        f"SELECT actor FROM (SELECT actor, text, count FROM spelling WHERE count > 0 EXCEPT {_SPELT})"
        f" UNION SELECT actor FROM ({_SPELT} EXCEPT SELECT actor, text, count FROM spelling)"
        " UNION SELECT id FROM actor WHERE NOT EXISTS"
        " (SELECT 1 FROM spelling WHERE spelling.actor = actor.id AND text = name)"
        " UNION SELECT actor.id FROM spelling JOIN actor ON actor.id = actor WHERE count = 0 AND text <> name",
    ),
    _Check(
        "actor",
        "its totals are not those of its articles",
        _RELINK,
        "SELECT actor.id FROM actor LEFT JOIN (SELECT actor, count(*) AS n, sum(mentions) AS m FROM appearance"
        " GROUP BY actor) AS real ON real.actor = actor.id"
        " WHERE articles <> coalesce(n, 0) OR mentions <> coalesce(m, 0)",
    ),
)


def examine(library: Library) -> list[Problem]:
    """Everything that is wrong with a library, empty when it is whole.

    SQLite's own integrity, the references between tables, offsets inside texts, counts that agree with the mentions
    they count, and both full-text indexes. Reads the whole file; changes nothing.
    """
    db = library.reader()
    try:
        rows = db.column("PRAGMA integrity_check(10)")
    except TadmorError as error:
        rows = [str(error.__cause__ or error)]
    # SQLite tells of several pages in one row.
    broken = [line for row in rows if row != "ok" for line in row.splitlines() if not line.startswith("***")]
    if broken:
        return [Problem(str(library.path), f"the file is damaged: {line}", _COPY) for line in broken[:MOST]]
    problems = [
        Problem(f"{table} {row}", f"it refers to a {parent} that is not there", _COPY)
        for table, row, parent, _ in db.all("PRAGMA foreign_key_check")
    ]
    for check in _CHECKS:
        problems += _told(check, db)
    return problems + _full_text(library) + _failures(db)


_INDEXES = {"article_text": "articles", "spelling_text": "spellings of actors"}

_FAILED = {
    Step.RECOGNISED: "its actors could not be recognised",
    Step.CHAINED: "its actors could not be linked",
    Step.LINKED: "its actors could not be linked",
}


def _failures(db: Reader) -> list[Problem]:
    """What the program tripped over before, and does not try by itself as long as nothing changed."""
    return [
        Problem(
            f"name “{clean_line(one.name, 60)}”" if one.step is Step.LINKED else f"article {one.number}",
            f"{_FAILED[one.step]} ({one.why})",
            "Please report it; `tadmor add` tries again.",
        )
        for one in failures.listed(db)
    ]


def _told(check: _Check, db: Reader) -> Sequence[Problem]:
    found = db.column(check.sql)
    told = [Problem(f"{check.where} {number}", check.what, check.remedy) for number in found[:MOST]]
    if len(found) > MOST:
        told.append(Problem(f"{len(found) - MOST} more", check.what, check.remedy))
    return told


def _full_text(library: Library) -> list[Problem]:
    if not library.fixed:
        return [problem for table in _INDEXES for problem in _index(library.write, table)]
    try:
        # The question is a write to SQLite, and cannot be put to the file itself.
        with library.copy() as copied:
            return [problem for table in _INDEXES for problem in _index(lambda: nullcontext(copied), table)]
    except TadmorError as error:
        return [
            Problem(
                "search indexes",
                f"they could not be compared with the texts: {clean_line(str(error), 200)}",
                "Copy the library to where files can be written, and ask there.",
            )
        ]


def _index(asked: Callable[[], AbstractContextManager[Writer]], table: str) -> list[Problem]:
    try:
        # Asked as a write, though it writes nothing; rank 1 compares the index with the texts themselves.
        with asked() as db:
            db.run(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except TadmorError:
        return [Problem(f"search index of {_INDEXES[table]}", "it does not agree with the texts", _COPY)]
    return []
