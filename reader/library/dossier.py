"""What the library knows of one actor: how and when it is spelt, whom it is named with, and every sentence."""

import json
from collections.abc import Iterator, Sequence

from reader.library.actors import around
from reader.library.judgement_text import JUDGED, names
from reader.library.overrides import holder
from reader.library.store import Reader
from reader.library.views import Companion, Decision, Quote, Spelling
from reader.model import Anchor, Field, Kind, Origin

_UNDATED = "~"
"""What `appearance.at` holds for an article without a date: after every date."""

_QUOTED = (
    "SELECT mention.id, mention.article, title, source, date, date_guessed, field, start, stop"
    " FROM chain JOIN mention ON mention.chain = chain.id JOIN article ON article.id = mention.article"
)


def spellings(db: Reader, actor: int) -> tuple[Spelling, ...]:
    """Every spelling of an actor, the most frequent first, with the dates between which it was used.

    Guessed dates count only where a spelling has no others: they are often the day on which a file was saved.
    """
    rows = db.all(
        "SELECT mention.text, count(*) AS mentions, count(DISTINCT mention.article),"
        " coalesce(min(CASE WHEN date_guessed = 0 THEN nullif(date, '') END), min(nullif(date, '')), ''),"
        " coalesce(max(CASE WHEN date_guessed = 0 THEN nullif(date, '') END), max(nullif(date, '')), '')"
        " FROM chain JOIN mention ON mention.chain = chain.id JOIN article ON article.id = mention.article"
        " WHERE chain.actor = ? AND removed_at IS NULL GROUP BY mention.text ORDER BY mentions DESC, mention.text",
        (actor,),
    )
    return tuple(Spelling(*row) for row in rows)


def companions(db: Reader, actor: int, limit: int) -> tuple[Companion, ...]:
    """The actors that stand in the most articles together with this one."""
    rows = db.all(
        "SELECT actor.id, name, kind, together FROM"
        " (SELECT other.actor AS id, count(*) AS together FROM appearance AS mine"
        " CROSS JOIN appearance AS other ON other.article = mine.article"
        " WHERE mine.actor = ?1 AND other.actor <> ?1 GROUP BY other.actor) AS near"
        " JOIN actor ON actor.id = near.id ORDER BY together DESC, articles, name LIMIT ?2",
        (actor, limit),
    )
    return tuple(Companion(number, name, Kind(kind), together) for number, name, kind, together in rows)


def known(db: Reader, actor: int) -> str:
    """Id of an actor's dictionary entry, or empty."""
    return str(db.value("SELECT known FROM actor WHERE id = ?", (actor,)) or "")


def decisions(db: Reader, actor: int) -> tuple[Decision, ...]:
    """What a person said of an actor, alone or beside another, and did not take back: the newest first."""
    spelt = json.dumps(names(db, actor))
    why: dict[tuple[str, int], str] = {}
    for what, sides in (("judgement", ("left_", "right_")), ("ruling", ("",))):
        for side in sides:
            for number, reason, name, kind, location, record in db.all(
                f"SELECT id, why, {side}name, {side}kind, {side}location, {side}record FROM {what}"
                f" WHERE undone = 0 AND {side}name IN (SELECT value FROM json_each(?))",
                (spelt,),
            ):
                # A name in one article may be somebody else there.
                anchor = Anchor(name, Kind(kind), Origin(location, record) if location is not None else None)
                if anchor.article is None or holder(db, anchor) == actor:
                    why[what, number] = reason
    found = []
    for act, at, label, state in db.all(
        "SELECT id, at, label, after FROM journal WHERE action = 'judged' AND undone = 0 ORDER BY id DESC"
    ):
        kept = json.loads(state)
        # An act of the first version kept one judgement.
        told = [("judgement", number) for number in kept.get("judgements", [kept.get("judgement")])]
        told += [("ruling", number) for number in kept.get("rulings", [])]
        reasons = [why[one] for one in told if one in why]
        if reasons:
            found.append(Decision(act, at, label.removeprefix(JUDGED), next(filter(None, reasons), "")))
    return tuple(found)


def mentions(db: Reader, actor: int, spelling: str = "") -> Iterator[Quote]:
    """Every mention of an actor in its sentence, of one spelling or of all: the newest article first, undated last.

    Read article by article: whoever needs but a few stops early.
    """
    for which in (f"at < '{_UNDATED}'", f"at = '{_UNDATED}'"):
        for article in db.each(
            f"SELECT article FROM appearance WHERE actor = ? AND {which} ORDER BY at DESC, article DESC", (actor,)
        ):
            rows = db.all(
                f"{_QUOTED} WHERE mention.article = ? AND chain.actor = ? AND (? = '' OR mention.text = ?)"
                " ORDER BY field DESC, start",
                (article[0], actor, spelling, spelling),
            )
            yield from _quotes(db, rows)


def sentence(db: Reader, mention: int) -> Quote | None:
    """One mention in its sentence; None when it is gone."""
    return next(_quotes(db, db.all(f"{_QUOTED} WHERE mention.id = ?", (mention,))), None)


def spelt(db: Reader, actor: int, spelling: str) -> int | None:
    """The newest mention of an actor in this spelling, in a text rather than in a title; None when there is none."""
    found: int | None = db.value(
        "SELECT mention.id FROM chain JOIN mention ON mention.chain = chain.id"
        " JOIN article ON article.id = mention.article"
        " WHERE chain.actor = ? AND mention.text = ? AND removed_at IS NULL ORDER BY field, at DESC, start LIMIT 1",
        (actor, spelling),
    )
    return found


def named(db: Reader, article: int, spelling: str) -> int | None:
    """The first mention in an article with this spelling, in any case of letters; None when there is none."""
    rows = db.all(
        "SELECT id, text FROM mention WHERE article = ? AND chain IS NOT NULL ORDER BY field DESC, start", (article,)
    )
    return next((mention for mention, text in rows if text.casefold() == spelling.casefold()), None)


CHOICE = 50
"""Chains looked at for the best sentence to show: a name that stands in ten thousand articles needs no search."""


def counterpart(db: Reader, actor: int, besides: int, keys: Sequence[str]) -> int | None:
    """A mention of an actor in another article than `besides`, by whose folded names (`keys`, the best first).

    The fullest one of a chain with the first key that some article has; None when no other article has any.
    """
    for key in keys:
        found: int | None = db.value(
            # By key: an actor that is named everywhere has ten thousand chains, of which few or none have it.
            "SELECT mention.id FROM (SELECT chain.id, name, article, at"
            " FROM chain INDEXED BY chain_key JOIN article ON article.id = article"
            " WHERE key = ? AND actor = ? AND article <> ? AND removed_at IS NULL LIMIT ?) AS other"
            " JOIN mention ON mention.chain = other.id"
            " ORDER BY mention.text = name DESC, field, at DESC, start LIMIT 1",
            (key, actor, besides, CHOICE),
        )
        if found is not None:
            return found
    return None


def _quotes(db: Reader, rows: Sequence[tuple[int, int, str, str, str, int, str, int, int]]) -> Iterator[Quote]:
    bodies: dict[int, str] = {}
    for mention, article, title, source, date, guessed, field, start, stop in rows:
        if article not in bodies:
            bodies[article] = db.value("SELECT text FROM body WHERE article = ?", (article,))
        text = title if field == Field.TITLE else bodies[article]
        before, after = around(text, start, stop)
        yield Quote(article, mention, title, source, date, before, text[start:stop], after, bool(guessed))
