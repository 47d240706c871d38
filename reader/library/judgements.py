"""A person's verdicts on names: append-only, anchored to words, never to numbers of ours."""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.library.marks import CONTEXT
from reader.library.store import Reader, Writer
from reader.model import Anchor, Field, Judgement, Kind, Origin, TadmorError, Verdict
from reader.names.analyse import analyse

_ANCHOR = "{0}_name, {0}_kind, {0}_location, {0}_record, {0}_quote, {0}_state"


def add(db: Writer, judgement: Judgement) -> int:
    """Keep a judgement; returns its id. For `acts`, which journals it."""

    def columns(anchor: Anchor) -> tuple[str | None, ...]:
        article = anchor.article
        place = (article.location, article.record) if article else (None, None)
        return (anchor.name, anchor.kind.value, *place, anchor.quote, anchor.state)

    return db.insert(
        f"INSERT INTO judgement ({_ANCHOR.format('left')}, {_ANCHOR.format('right')}, verdict, why, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *columns(judgement.left),
            *columns(judgement.right),
            *(judgement.verdict.value, judgement.why, judgement.at or said_at(db)),
        ),
    )


def said_at(db: Reader) -> str:
    """The present moment, ISO 8601, UTC, but later than whatever was said before: of two verdicts one is the later."""
    at = datetime.now(UTC)
    last = db.value("SELECT max(at) FROM (SELECT max(at) AS at FROM judgement UNION ALL SELECT max(at) FROM ruling)")
    with suppress(TypeError, ValueError, OverflowError):
        before = datetime.fromisoformat(last)
        at = max(at, before.replace(tzinfo=before.tzinfo or UTC) + timedelta(microseconds=1))
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def judgements(db: Reader) -> list[Judgement]:
    """Every judgement that stands, oldest first, with the origins of the articles they are about."""
    return _read(db.all(f"{_SELECT} ORDER BY id"))


def every(db: Reader) -> list[tuple[int, Judgement, bool]]:
    """Every judgement that was ever kept, oldest first, with its number and whether it is undone."""
    undone = set(db.column("SELECT id FROM judgement WHERE undone = 1"))
    rows = db.all(f"{_EVERY} ORDER BY id")
    return [(row[0], said, row[0] in undone) for row, said in zip(rows, _read(rows), strict=True)]


def between(db: Reader, names: Sequence[str], others: Sequence[str]) -> list[Judgement]:
    """The judgements that stand on one of these names and one of those, oldest first."""
    found = {
        row[0]: row
        for one, other in ((names, others), (others, names))
        for row in db.all(
            f"{_SELECT} AND left_name IN (SELECT value FROM json_each(?))"
            " AND right_name IN (SELECT value FROM json_each(?))",
            (json.dumps(list(one)), json.dumps(list(other))),
        )
    }
    return _read([found[number] for number in sorted(found)])


def about(db: Reader, names: Sequence[str]) -> list[Judgement]:
    """The judgements that stand on one of these names, oldest first."""
    return _read(
        db.all(
            f"{_SELECT} AND (left_name IN (SELECT value FROM json_each(?1))"
            " OR right_name IN (SELECT value FROM json_each(?1))) ORDER BY id",
            (json.dumps(list(names)),),
        )
    )


_EVERY = f"SELECT id, {_ANCHOR.format('left')}, {_ANCHOR.format('right')}, verdict, why, at FROM judgement"
_SELECT = f"{_EVERY} WHERE undone = 0"


def _read(rows: Sequence[tuple[Any, ...]]) -> list[Judgement]:
    return [Judgement(_anchor(row[1:7]), _anchor(row[7:13]), Verdict(row[13]), why=row[14], at=row[15]) for row in rows]


def judgements_by_number(db: Reader) -> list[Judgement]:
    """The same as linking takes them: an anchor's article is `Origin(str(article id))`, as chains name it.

    One whose article has left the library keeps its origin and so meets no chain.
    """
    return _by_number(db, judgements(db))


def _by_number(db: Reader, told: Sequence[Judgement]) -> list[Judgement]:
    number: dict[tuple[str, str], int] = {}
    for side in ("left", "right"):
        for location, record, article in db.each(
            f"SELECT location, record, article.id FROM judgement JOIN article ON location = {side}_location"
            f" AND record = {side}_record"
        ):
            number[location, record] = article

    def renumbered(anchor: Anchor) -> Anchor:
        at = anchor.article
        if at is None or (at.location, at.record) not in number:
            return anchor
        return Anchor(anchor.name, anchor.kind, Origin(str(number[at.location, at.record])), anchor.quote, anchor.state)

    return [Judgement(renumbered(one.left), renumbered(one.right), one.verdict, one.why, one.at) for one in told]


def followed(db: Reader) -> list[Judgement]:
    """The judgements that linking knows to stand, as it takes them."""
    return _by_number(db, _read(db.all(f"{_EVERY} WHERE linked = 1 ORDER BY id")))


def unfollowed(db: Reader) -> list[tuple[int, Judgement, bool]]:
    """The judgements that were given or taken back since linking last looked: number, judgement, whether it stands."""
    rows = db.all(f"{_EVERY} WHERE linked = undone ORDER BY id")
    standing = set(db.column("SELECT id FROM judgement WHERE linked = 0 AND undone = 0"))
    told = _by_number(db, _read(rows))
    return [(row[0], one, row[0] in standing) for row, one in zip(rows, told, strict=True)]


def follow(db: Writer) -> None:
    """Linking knows of every judgement, whether it stands."""
    db.run("UPDATE judgement SET linked = 1 - undone WHERE linked = undone")


def _anchor(row: Sequence[Any]) -> Anchor:
    name, kind, location, record, quote, state = row
    return Anchor(name, Kind(kind), None if location is None else Origin(location, record or ""), quote, state)


def anchor_of_actor(db: Reader, actor: int) -> Anchor:
    """An actor in words: what linking calls it, and its kind; in its article, where it has a namesake everywhere else.

    Raises TadmorError when there is none.
    """
    row = db.one("SELECT given_name, given_kind, state, parted_in, known FROM actor WHERE id = ?", (actor,))
    if row is None:
        raise TadmorError("That actor is not in the library any more.")
    name, kind, state, article, known = row
    if article:
        mention = db.value(
            "SELECT mention.id FROM chain JOIN mention ON mention.chain = chain.id"
            " WHERE chain.article = ? AND actor = ? ORDER BY mention.text <> ?, mention.id LIMIT 1",
            (article, actor, name),
        )
        if mention is not None:
            return anchor_of_mention(db, mention)
    # Of an actor that a person joined of several kinds, its name may be of another kind than most of it.
    own = db.value(
        "SELECT kind FROM chain WHERE key = ? AND actor = ? GROUP BY kind"
        " ORDER BY kind = ? DESC, count(*) DESC, kind LIMIT 1",
        (analyse(name, Kind(kind)).key, actor, kind),
    )
    return Anchor(name, Kind(kind if known else own or kind), state=state)


def anchors_of_actor(db: Reader, actor: int) -> list[Anchor]:
    """The same, but in every article, where articles call others by that one word too and linking told them apart.

    Raises TadmorError when there is none.
    """
    whole = anchor_of_actor(db, actor)
    name = analyse(whole.name, whole.kind)
    if whole.article is not None or not (whole.kind is Kind.PERSON and name.single):
        return [whole]
    chains = db.all(
        "SELECT actor, min(mention.id) FROM chain JOIN mention ON mention.chain = chain.id"
        " WHERE chain.key = ? AND chain.kind = ? GROUP BY chain.id ORDER BY chain.article",
        (name.key, whole.kind.value),
    )
    mine = [mention for owner, mention in chains if owner == actor]
    if len(mine) == len(chains) or len(mine) > MOST_ARTICLES:
        return [whole]
    return [anchor_of_mention(db, mention) for mention in mine]


MOST_ARTICLES = 50
"""Articles up to which a surname's verdict is kept for each of them; beyond, it is the surname that is judged."""


def anchor_of_mention(db: Reader, mention: int, *, alone: bool = False) -> Anchor:
    """A mention's chain in words: its name, its article, and the mention as it stands there with a little around it.

    With `alone`, the mention's own spelling in place of its chain's name. Raises TadmorError when there is no such
    mention.
    """
    row = db.one(
        "SELECT mention.text, chain.name, chain.kind, location, record, field, start, stop, article.title, body.text"
        " FROM mention JOIN chain ON chain.id = chain JOIN article ON article.id = mention.article"
        " JOIN body ON body.article = article.id WHERE mention.id = ?",
        (mention,),
    )
    if row is None:
        raise TadmorError("That mention is not in the library any more.")
    spelt, name, kind, location, record, field, start, stop, title, body = row
    text, own = (title if field == Field.TITLE else body), spelt if alone else name
    return Anchor(own, Kind(kind), Origin(location, record), _with_a_little(text, start, stop))


def _with_a_little(text: str, start: int, stop: int) -> str:
    """A span as it stands with what is around it, in whole words where words are parted by spaces."""
    first, last = max(0, start - CONTEXT), min(len(text), stop + CONTEXT)
    if first and not text[first - 1].isspace():
        first = next((at + 1 for at in range(first, start) if text[at].isspace()), first)
    if last < len(text) and not text[last].isspace():
        last = next((at for at in range(last - 1, stop - 1, -1) if text[at].isspace()), last)
    return text[first:last]
