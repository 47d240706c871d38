"""Lines that a source repeats in its articles: counted by source, so that nobody is named by them."""

import json
from collections.abc import Collection, Iterable, Sequence

from reader.library.migrations.repetition import OUTLET
from reader.library.store import Reader, Writer

ARTICLES = 5
"""So many articles of a source, all different, have to have a line before it is no part of their stories. Three or four
articles of one event share sentences; chosen, as no corpus at hand has such lines marked."""

SHARE = 3
"""One in so many of a source's articles has to have it: what a site says of itself stands in nearly all that were saved
from it, a sentence of background that an agency repeats in a fraction."""


def note(db: Writer, article: int, lines: Iterable[tuple[int, int]]) -> None:
    """Keep an analysed article's lines that may be repeated: what each says, and the longest beside it."""
    wanted = dict(lines)
    if wanted == dict(db.all("SELECT line, beside FROM short_line WHERE article = ?", (article,))):
        return
    db.run("DELETE FROM short_line WHERE article = ?", (article,))
    db.many("INSERT INTO short_line (article, line, beside) VALUES (?, ?, ?)",
            ((article, line, beside) for line, beside in wanted.items()))  # fmt: skip
    db.run(f"INSERT OR IGNORE INTO unsettled_outlet (outlet) SELECT {OUTLET} FROM article WHERE id = ?", (article,))


def forget(db: Writer, article: int) -> None:
    """Drop an article's lines."""
    db.run("DELETE FROM short_line WHERE article = ?", (article,))


def repeated(db: Reader, article: int, lines: Collection[int]) -> set[int]:
    """Which of these lines the article's source repeats, as last settled."""
    if not lines:
        return set()
    return set(
        db.column(
            "SELECT line FROM json_each(?) JOIN repeated_line ON line = value"
            f" WHERE outlet = (SELECT {OUTLET} FROM article WHERE id = ?)",
            (json.dumps(sorted(lines)), article),
        )
    )


def unsettled(db: Reader) -> str | None:
    """A source whose lines have to be counted again, or None."""
    found: str | None = db.value("SELECT outlet FROM unsettled_outlet ORDER BY outlet LIMIT 1")
    return found


def settle(db: Writer, outlet: str) -> list[int]:
    """Count a source's lines; returns the articles with lines that became repeated ones, or are such no more."""
    db.run("DELETE FROM unsettled_outlet WHERE outlet = ?", (outlet,))
    before = set(db.column("SELECT line FROM repeated_line WHERE outlet = ?", (outlet,)))
    now = set(_counted(db, outlet))
    changed = before ^ now
    if not changed:
        return []
    db.many("DELETE FROM repeated_line WHERE outlet = ? AND line = ?", ((outlet, line) for line in before - now))
    db.many("INSERT INTO repeated_line (outlet, line) VALUES (?, ?)", ((outlet, line) for line in now - before))
    articles: list[int] = db.column(
        "SELECT DISTINCT article FROM json_each(?) JOIN short_line ON line = value JOIN article ON article.id = article"
        f" WHERE {OUTLET} = ? ORDER BY 1",
        (json.dumps(sorted(changed)), outlet),
    )
    return articles


def _counted(db: Reader, outlet: str) -> Sequence[int]:
    there = f"INDEXED BY article_outlet WHERE {OUTLET} = ? AND analysed IS NOT NULL AND removed_at IS NULL"
    total = db.value(f"SELECT count(*) FROM article {there}", (outlet,))
    if total < ARTICLES:
        return []
    lines: list[int] = db.column(
        f"SELECT line FROM (SELECT id FROM article {there}) JOIN short_line ON article = id"
        f" GROUP BY line HAVING count(DISTINCT beside) >= {ARTICLES} AND count(DISTINCT beside) * {SHARE} >= ?",
        (outlet, total),
    )
    return lines
