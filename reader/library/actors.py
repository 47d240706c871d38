"""Actors: who is here, where else, spelt how, and the way from one article to the next."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from reader.library.conditions import condition
from reader.library.evidence import load
from reader.library.search import any_script
from reader.library.sentences import SENTENCE_END
from reader.library.store import Reader
from reader.library.views import ActorHere, ActorRow, Link, Quote, Tie
from reader.model import Field, Kind, Verdict
from reader.query import Query

REACH = 160
"""Longest context on either side of a quoted mention, in code points: two lines of a wide terminal."""

_SAID = re.compile(r"[\"'”’][ \t]+\Z")
_UNDATED = "~"
"""What `appearance.at` holds for an article without a date: after every date."""


def actor(db: Reader, number: int) -> ActorRow | None:
    """One actor, or None when there is none, or no article names it any more."""
    rows = _rows(db, [number])
    return rows[0] if rows else None


def actors(db: Reader, text: str = "", limit: int = 200, within: Query | None = None) -> list[ActorRow]:
    """The actors with a spelling that has all these words, the last one perhaps unfinished.

    Those that most articles name come first; without words, just those. `within`: of the articles of a filter only.
    """
    order = "ORDER BY articles DESC, mentions DESC, name DESC, kind DESC LIMIT ?"
    only, values = _named_within(db, within) if within is not None else ("", [])
    if not text.split():
        return _rows(db, db.column(f"SELECT id FROM actor WHERE articles > 0{only} {order}", (*values, limit)))
    asked = any_script(db, text, True)
    if not asked:
        return []
    ids = db.column(
        "SELECT id FROM actor WHERE articles > 0 AND id IN (SELECT actor FROM spelling WHERE id IN"
        f" (SELECT rowid FROM spelling_text WHERE spelling_text MATCH ?)){only} {order}",
        (asked, *values, limit),
    )
    return _rows(db, ids)


def _named_within(db: Reader, query: Query) -> tuple[str, list[Any]]:
    """What must hold of an actor that articles of a filter name."""
    found = condition(db, query)
    if not found.sql:
        return "", []
    only = "SELECT article.id FROM article WHERE removed_at IS NULL"
    return f" AND id IN (SELECT actor FROM appearance WHERE article IN ({only} AND {found.sql}))", found.values


def _rows(db: Reader, ids: Sequence[int]) -> list[ActorRow]:
    wanted = json.dumps(list(ids))
    spellings: dict[int, list[tuple[str, int]]] = {}
    for number, text, times in db.all(
        "SELECT actor, text, count FROM json_each(?) AS wanted CROSS JOIN spelling ON actor = wanted.value"
        " WHERE count > 0 ORDER BY count DESC, text",
        (wanted,),
    ):
        spellings.setdefault(number, []).append((text, times))
    return [
        ActorRow(number, name, Kind(kind), mentions, articles, tuple(spellings.get(number, ())))
        for number, name, kind, mentions, articles in db.all(
            "SELECT actor.id, name, kind, mentions, articles FROM json_each(?) AS wanted"
            " CROSS JOIN actor ON actor.id = wanted.value WHERE articles > 0",
            (wanted,),
        )
    ]


def here(db: Reader, article: int) -> list[ActorHere]:
    """The actors of an article: by kind in the order of `Kind`, the most mentioned first."""
    kinds = list(Kind)
    found = [
        ActorHere(number, name, Kind(kind), mentions, articles)
        for number, name, kind, mentions, articles in db.all(
            "SELECT actor.id, name, kind, appearance.mentions, articles"
            " FROM appearance JOIN actor ON actor.id = actor WHERE article = ?",
            (article,),
        )
    ]
    return sorted(found, key=lambda one: (kinds.index(one.kind), -one.here, -one.articles, one.name, one.id))


def link(db: Reader, mention: int) -> Link | None:
    """How a mention came to its actor; None when the mention is gone, such as after its article was read anew."""
    row = db.one(
        "SELECT mention.article, mention.text, chain.id, chain.name, actor, mention.evidence, chain.evidence"
        " FROM mention JOIN chain ON chain.id = chain WHERE mention.id = ?",
        (mention,),
    )
    if row is None:
        return None
    article, text, chain, name, number, to_chain, to_actor = row
    return Link(mention, article, text, chain, name, number, load(to_chain), load(to_actor))


def span(db: Reader, number: int) -> tuple[str, str]:
    """Dates of the first and the last article that names an actor; empty when none has a date.

    Guessed dates count only where there are no others: they are often the day on which a file was saved.
    """
    first, last = "", ""
    for sure in ("AND date_guessed = 0", ""):
        first, last = (
            db.value(
                "SELECT date FROM appearance JOIN article ON article.id = article"
                f" WHERE actor = ? AND appearance.at < '{_UNDATED}' {sure} ORDER BY appearance.at {order} LIMIT 1",
                (number,),
            )
            or ""
            for order in ("ASC", "DESC")
        )
        if first:
            break
    return first, last


def titles(db: Reader, number: int, limit: int = 5) -> tuple[tuple[str, int], ...]:
    """The roles named next to an actor, with the number of articles, most frequent first."""
    rows = db.all(
        "SELECT title.value, count(DISTINCT chain.article) AS n FROM chain JOIN article ON article.id = chain.article"
        " CROSS JOIN json_each(chain.titles) AS title"
        " WHERE actor = ? AND titles <> '[]' AND removed_at IS NULL GROUP BY title.value ORDER BY n DESC, 1 LIMIT ?",
        (number, limit),
    )
    return tuple((title, times) for title, times in rows)


def ties(db: Reader, number: int) -> list[Tie]:
    """The actors that are related to one, or may be the same; strongest first."""
    rows = db.all(
        "SELECT left_actor + right_actor - ?1, verdict, score, evidence FROM doubt"
        " WHERE left_actor = ?1 OR right_actor = ?1 ORDER BY score DESC",
        (number,),
    )
    others = {other.id: other for other in _rows(db, [row[0] for row in rows])}
    return [
        Tie(others[other], Verdict(verdict), score, load(why)) for other, verdict, score, why in rows if other in others
    ]


def quotes(db: Reader, number: int, limit: int = 20, besides: int | None = None) -> list[Quote]:
    """One mention from each article that names an actor, in its sentence, newest first, undated last.

    `besides` is an article to leave out: the one that is open.
    """
    ids: list[int] = []
    for which in (f"at < '{_UNDATED}'", f"at = '{_UNDATED}'"):
        ids += db.column(
            f"SELECT article FROM appearance WHERE actor = ? AND {which} AND article IS NOT ?"
            " ORDER BY at DESC, article DESC LIMIT ?",
            (number, besides, limit - len(ids)),
        )
    # A mention in the text says more than one in the title.
    return [quote for article in ids for _, quote in _quoted(db, number, article, "field, start LIMIT 1")]


def every_quote(db: Reader, number: int) -> Iterator[tuple[str, Quote]]:
    """Every mention of an actor in its sentence, with the article's URL: oldest article first, in text order."""
    for article in db.column("SELECT article FROM appearance WHERE actor = ? ORDER BY at, article", (number,)):
        yield from _quoted(db, number, article, "field DESC, start")


def _quoted(db: Reader, number: int, article: int, order: str) -> list[tuple[str, Quote]]:
    title, source, date, guessed, url, body = db.one(
        "SELECT title, source, date, date_guessed, url, text FROM article JOIN body ON article = id WHERE id = ?",
        (article,),
    )
    found = []
    for mention, field, start, stop in db.all(
        "SELECT mention.id, field, start, stop FROM mention JOIN chain ON chain.id = chain"
        f" WHERE mention.article = ? AND actor = ? ORDER BY {order}",
        (article, number),
    ):
        text = title if field == Field.TITLE else body
        before, after = around(text, start, stop)
        found.append(
            (url, Quote(article, mention, title, source, date, before, text[start:stop], after, bool(guessed)))
        )
    return found


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The rest of the sentence before and after a span, on one line, an ellipsis where it had to be cut."""
    left, right = text[max(0, start - REACH) : start], text[end : end + REACH]
    # With the span's first letter: the sentence may begin with it. But to “Who?” belongs who said so.
    ends = SENTENCE_END.finditer(text, max(0, start - REACH), start + 1)
    begins = [end.end() for end in ends if end.end() < start or not _SAID.search(end.group())]
    if begins:
        left = text[begins[-1] : start]
    elif start > REACH:
        left = "…" + left[left.find(" ") + 1 :]
    ending = SENTENCE_END.search(right)
    if ending:
        right = right[: ending.end()].rstrip()
    elif end + REACH < len(text):
        right = right[: right.rfind(" ") if " " in right else REACH] + "…"
    return _line(left), _line(right)


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def first_mention(db: Reader, number: int, article: int) -> int | None:
    """An actor's first mention in an article, the title before the body; or None."""
    found: int | None = db.value(
        "SELECT mention.id FROM mention JOIN chain ON chain.id = chain WHERE mention.article = ? AND actor = ?"
        " ORDER BY field DESC, start LIMIT 1",
        (article, number),
    )
    return found


def neighbour(db: Reader, number: int, article: int, step: int) -> tuple[int, int] | None:
    """The next (step 1) or previous (step -1) article by date that names an actor, and its first mention there.

    Undated articles come last, and articles of one date in the order in which they came in. None at the end.
    """
    at = db.value(f"SELECT coalesce(nullif(at, ''), '{_UNDATED}') FROM article WHERE id = ?", (article,))
    if at is None:
        return None
    compare, order = (">", "ASC") if step > 0 else ("<", "DESC")
    found = db.value(
        f"SELECT article FROM appearance WHERE actor = ? AND (at, article) {compare} (?, ?)"
        f" ORDER BY at {order}, article {order} LIMIT 1",
        (number, at, article),
    )
    if found is None:
        return None
    mention = first_mention(db, number, found)
    return None if mention is None else (found, mention)


def last(db: Reader) -> int:
    """The number of the newest actor that ever was."""
    number: int | None = db.value("SELECT seq FROM sqlite_sequence WHERE name = 'actor'")
    return number or 0
