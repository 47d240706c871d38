"""The questions that linking leaves for a person: pairs of actors that may be one, the most useful first.

A question is worth what its answer settles: the mentions that would change hands (those of the actor that is named
less), times how unsure the program is, 4·p·(1 - p) at a score of p: 1 where it might as well toss a coin. Before all
of them come conflicts: what a judgement, or a rule, joins and another judgement keeps apart. The schema's trigger on
`doubt` works it out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.library.evidence import load
from reader.library.saying import CONFLICT
from reader.library.store import Reader
from reader.model import Evidence, Kind, Verdict

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
        return any(one.rule == CONFLICT for one in self.evidence)


def count(db: Reader) -> int:
    """How many pairs linking is unsure about."""
    return int(db.value("SELECT count(*) FROM doubt WHERE verdict = ?", (_UNSURE,)))


def doubts(db: Reader) -> Iterator[Open]:
    """The pairs that linking is unsure about, the most useful first; read in pages, so stop early."""
    # After the last one: (worth, left, right) of a pair is its place in the order.
    last: tuple[float, int, int] = (float("inf"), 0, 0)
    while True:
        rows = db.all(TOP, (_UNSURE, *last, PAGE))
        for left, right, score, evidence, _ in rows:
            yield Open(left, right, score, load(evidence))
        if len(rows) < PAGE:
            return
        last = (rows[-1][4], rows[-1][0], rows[-1][1])


def answered_since(db: Reader, at: str) -> int:
    """How many verdicts were given since a moment (ISO 8601, UTC) and stand."""
    return int(db.value("SELECT count(*) FROM judgement WHERE undone = 0 AND at >= ?", (at,)))


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


def mention_in(db: Reader, actor: int, article: int) -> int | None:
    """The mention that shows best how an article names an actor: in the text, by its whole name, the first such."""
    found: int | None = db.value(
        "SELECT mention.id FROM mention JOIN chain ON chain.id = chain JOIN actor ON actor.id = actor"
        " WHERE mention.article = ? AND actor = ? ORDER BY field, mention.text <> actor.name, start LIMIT 1",
        (article, actor),
    )
    return found


def articles_of(db: Reader, actor: int, limit: int) -> list[int]:
    """Articles that name an actor, the newest first, undated ones before."""
    return db.column(
        "SELECT article FROM appearance WHERE actor = ? ORDER BY at DESC, article DESC LIMIT ?", (actor, limit)
    )


def shared(db: Reader, left: int, right: int) -> list[int]:
    """Articles that name both actors, the newest first."""
    return db.column(
        "SELECT one.article FROM appearance AS one JOIN appearance AS other ON other.article = one.article"
        " WHERE one.actor = ? AND other.actor = ? ORDER BY one.at DESC, one.article DESC",
        (left, right),
    )


def company(db: Reader, left: int, right: int) -> list[tuple[str, int, int, int]]:
    """The actors that stand in articles of both: name, articles with the one, with the other, and articles in all.

    Of an actor in many articles, the newest are looked through.
    """
    near = (
        "SELECT other.actor, count(*) AS times FROM (SELECT article FROM appearance WHERE actor = {} ORDER BY at DESC"
        f" LIMIT {LOOKED_AT}) AS mine JOIN appearance AS other ON other.article = mine.article GROUP BY other.actor"
    )
    return db.all(
        f"SELECT name, one.times, two.times, articles FROM ({near.format('?1')}) AS one"
        f" JOIN ({near.format('?2')}) AS two ON two.actor = one.actor JOIN actor ON actor.id = one.actor"
        " WHERE actor.id NOT IN (?1, ?2) AND kind <> ?3",
        (left, right, Kind.OTHER.value),
    )


def beside(db: Reader, article: int) -> dict[int, int]:
    """The actors of an article, each with the number of articles that name it."""
    return dict(
        db.all("SELECT actor, articles FROM appearance JOIN actor ON actor.id = actor WHERE article = ?", (article,))
    )
