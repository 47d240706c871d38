"""The questions that linking leaves for a person: pairs of actors that may be one, the most useful first.

A question is worth what its answer settles: the mentions that would change hands (those of the actor that is named
less), times how unsure the program is, 4·p·(1 - p) at a score of p: 1 where it might as well toss a coin. Before all
of them come conflicts: what a judgement, or a rule, joins and another judgement keeps apart. The schema's trigger on
`doubt` works it out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from typing import TypeAlias

from reader.library.evidence import load
from reader.library.store import Reader
from reader.model import Evidence, Kind, Verdict
from reader.names.wording import Mechanism

PAGE = 64
"""Questions read at a time: one page holds more than are shown before the next is needed."""

LOOKED_AT = 200
"""Articles of an actor that its company is looked for in, the newest: an actor in more needs no such hint."""

TOP = (
    "SELECT left_actor, right_actor, score, evidence, worth FROM doubt WHERE verdict = ?1 AND worth <= ?2"
    " AND (worth < ?2 OR (left_actor, right_actor) > (?3, ?4)) ORDER BY worth DESC, left_actor, right_actor LIMIT ?5"
)
"""A page of questions after (worth, left, right) of the last one: along an index, nothing else is read."""

_UNSURE = Verdict.UNSURE.value


@dataclass(frozen=True, slots=True)
class Open:
    """A pair of actors that linking doubts about."""

    left: int
    right: int
    score: float
    evidence: tuple[Evidence, ...]

    @property
    def conflict(self) -> bool:
        """Whether verdicts contradict each other about it."""
        return any(one.mechanism == Mechanism.CONFLICT for one in self.evidence)


def count(db: Reader) -> int:
    """How many pairs linking is unsure about."""
    return int(db.value("SELECT count(*) FROM doubt WHERE verdict = ?", (_UNSURE,)))


def doubts(db: Reader) -> Iterator[Open]:
    """The pairs that linking is unsure about, the most useful first; read in pages, so stop early.

    Of those that are worth the same, the ones about one actor come one after the other: whoever has just read of it is
    asked the rest as well, and is not told the same reason again later.
    """
    # After the last one: (worth, left, right) of a pair is its place in the order.
    last: tuple[float, int, int] = (float("inf"), 0, 0)
    while True:
        rows = db.all(TOP, (_UNSURE, *last, PAGE))
        for _, alike in groupby(rows, key=itemgetter(4)):
            for left, right, score, evidence, _ in _by_actor(alike):
                yield Open(left, right, score, load(evidence))
        if len(rows) < PAGE:
            return
        last = (rows[-1][4], rows[-1][0], rows[-1][1])


_Row: TypeAlias = tuple[int, int, float, str, float]


def _by_actor(rows: Iterable[_Row]) -> Iterator[_Row]:
    """Rows in their order, but those that share an actor with an earlier one right after it."""
    about: dict[int, list[_Row]] = {}
    groups: list[list[_Row]] = []
    for row in rows:
        group = about.get(row[0]) or about.get(row[1])
        if group is None:
            groups.append(group := [])
        group.append(row)
        for actor in row[:2]:
            about.setdefault(actor, group)
    return chain.from_iterable(groups)


def judged(db: Reader) -> tuple[int, int, int]:
    """What changes whenever a judgement is given, undone or done again."""
    last, undone, which = db.one("SELECT max(id), sum(undone), sum(undone * id) FROM judgement")
    return last or 0, undone or 0, which or 0


def asks(db: Reader, left: int, right: int) -> bool:
    """Whether two actors are a question that is open."""
    low, high = sorted((left, right))
    found = db.value("SELECT verdict FROM doubt WHERE left_actor = ? AND right_actor = ?", (low, high))
    return bool(found == _UNSURE)


def answered_since(db: Reader, at: str) -> int:
    """How many open questions were answered since a moment (ISO 8601, UTC), the answer standing; here or elsewhere."""
    return int(
        db.value(
            "SELECT count(*) FROM journal WHERE undone = 0 AND at >= ? AND action = 'judged'"
            " AND json_extract(after, '$.answers') = 1",
            (at,),
        )
    )


def names(db: Reader, actor: int) -> list[tuple[str, Kind]]:
    """Every spelling of an actor's mentions with the actor's kind, its own name first."""
    row = db.one("SELECT name, kind FROM actor WHERE id = ?", (actor,))
    if row is None:
        return []
    spelt = db.column(
        "SELECT text FROM spelling WHERE actor = ? AND text <> ? ORDER BY count DESC, text", (actor, row[0])
    )
    return [(text, Kind(row[1])) for text in (row[0], *spelt)]


def actor_of(db: Reader, mention: int) -> int | None:
    """The actor that a mention belongs to now, or None when the mention is gone."""
    found: int | None = db.value(
        "SELECT actor FROM mention JOIN chain ON chain.id = chain WHERE mention.id = ?", (mention,)
    )
    return found


def mention_in(db: Reader, actor: int, article: int, spelling: str) -> int | None:
    """The mention that shows best how an article names an actor: spelt so, in the text, by its whole name, first."""
    found: int | None = db.value(
        "SELECT mention.id FROM mention JOIN chain ON chain.id = chain JOIN actor ON actor.id = actor"
        " WHERE mention.article = ? AND actor = ?"
        " ORDER BY mention.text <> ?, field, mention.text <> actor.name, start LIMIT 1",
        (article, actor, spelling),
    )
    return found


def articles_of(db: Reader, actor: int, spelling: str, limit: int) -> list[tuple[int, bool]]:
    """Articles that name an actor, and whether they spell it so: those first, the newest first, undated last."""
    rows = db.all(
        "SELECT article, EXISTS (SELECT 1 FROM mention JOIN chain ON chain.id = chain"
        " WHERE mention.article = near.article AND chain.actor = ?1 AND mention.text = ?2) AS spelt"
        " FROM (SELECT article, at FROM appearance WHERE actor = ?1"
        f" ORDER BY at = '~', at DESC, article DESC LIMIT {LOOKED_AT}) AS near"
        " ORDER BY spelt DESC, at = '~', at DESC, article DESC LIMIT ?3",
        (actor, spelling, limit),
    )
    return [(article, bool(spelt)) for article, spelt in rows]


def shared(db: Reader, left: int, right: int) -> list[int]:
    """Articles that name both actors, the newest first."""
    return db.column(
        "SELECT one.article FROM appearance AS one JOIN appearance AS other ON other.article = one.article"
        " WHERE one.actor = ? AND other.actor = ? ORDER BY one.at DESC, one.article DESC",
        (left, right),
    )


def company(db: Reader, actor: int) -> dict[str, tuple[int, int]]:
    """The actors that are named beside one, by name: in how many articles with it, and in how many at all.

    Of an actor in many articles, the newest are looked through.
    """
    rows = db.all(
        "SELECT name, times, articles FROM (SELECT other.actor AS who, count(*) AS times FROM"
        f" (SELECT article FROM appearance WHERE actor = ?1 ORDER BY at DESC LIMIT {LOOKED_AT}) AS mine"
        " JOIN appearance AS other ON other.article = mine.article GROUP BY other.actor)"
        " JOIN actor ON actor.id = who WHERE who <> ?1 AND kind <> ?2",
        (actor, Kind.OTHER.value),
    )
    return {name: (times, articles) for name, times, articles in rows}


def beside(db: Reader, article: int) -> dict[int, int]:
    """The actors of an article, each with the number of articles that name it."""
    return dict(
        db.all("SELECT actor, articles FROM appearance JOIN actor ON actor.id = actor WHERE article = ?", (article,))
    )
