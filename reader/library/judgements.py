"""A person's verdicts on names: append-only, anchored to words, never to numbers of ours."""

from reader.library.articles import now
from reader.library.marks import CONTEXT
from reader.library.store import Reader, Writer
from reader.model import Anchor, Field, Judgement, Kind, Origin, TadmorError, Verdict

_ANCHOR = "{0}_name, {0}_kind, {0}_location, {0}_record, {0}_quote"


def add(db: Writer, judgement: Judgement) -> int:
    """Keep a judgement; returns its id. For `acts`, which journals it."""

    def columns(anchor: Anchor) -> tuple[str | None, ...]:
        article = anchor.article
        place = (article.location, article.record) if article else (None, None)
        return (anchor.name, anchor.kind.value, *place, anchor.quote)

    return db.insert(
        f"INSERT INTO judgement ({_ANCHOR.format('left')}, {_ANCHOR.format('right')}, verdict, why, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *columns(judgement.left),
            *columns(judgement.right),
            *(judgement.verdict.value, judgement.why, judgement.at or now()),
        ),
    )


def judgements(db: Reader) -> list[Judgement]:
    """Every judgement that stands, oldest first, with the origins of the articles they are about."""
    rows = db.all(
        f"SELECT {_ANCHOR.format('left')}, {_ANCHOR.format('right')}, verdict, why, at FROM judgement"
        " WHERE undone = 0 ORDER BY id"
    )
    return [Judgement(_anchor(row[:5]), _anchor(row[5:10]), Verdict(row[10]), why=row[11], at=row[12]) for row in rows]


def judgements_by_number(db: Reader) -> list[Judgement]:
    """The same as linking takes them: an anchor's article is `Origin(str(article id))`, as in `analysis.all_chains`.

    One whose article has left the library keeps its origin and so meets no chain.
    """
    number: dict[tuple[str, str], int] = {}
    for side in ("left", "right"):
        for location, record, article in db.each(
            f"SELECT location, record, article.id FROM judgement JOIN article ON location = {side}_location"
            f" AND record = {side}_record WHERE undone = 0"
        ):
            number[location, record] = article

    def renumbered(anchor: Anchor) -> Anchor:
        at = anchor.article
        if at is None or (at.location, at.record) not in number:
            return anchor
        return Anchor(anchor.name, anchor.kind, Origin(str(number[at.location, at.record])), anchor.quote)

    return [
        Judgement(renumbered(one.left), renumbered(one.right), one.verdict, one.why, one.at) for one in judgements(db)
    ]


def _anchor(row: tuple[str, str, str | None, str | None, str]) -> Anchor:
    name, kind, location, record, quote = row
    return Anchor(name, Kind(kind), None if location is None else Origin(location, record or ""), quote)


def anchor_of_actor(db: Reader, actor: int) -> Anchor:
    """An actor in words: its name and kind. Raises TadmorError when there is none."""
    row = db.one("SELECT name, kind FROM actor WHERE id = ?", (actor,))
    if row is None:
        raise TadmorError("That actor is not in the library any more.")
    return Anchor(row[0], Kind(row[1]))


def anchor_of_mention(db: Reader, mention: int) -> Anchor:
    """A mention's chain in words: its name, its article, and the mention as it stands there with a little around it.

    Raises TadmorError when there is no such mention.
    """
    row = db.one(
        "SELECT chain.name, chain.kind, location, record, field, start, stop, article.title, body.text"
        " FROM mention JOIN chain ON chain.id = chain JOIN article ON article.id = mention.article"
        " JOIN body ON body.article = article.id WHERE mention.id = ?",
        (mention,),
    )
    if row is None:
        raise TadmorError("That mention is not in the library any more.")
    name, kind, location, record, field, start, stop, title, body = row
    text = title if field == Field.TITLE else body
    return Anchor(name, Kind(kind), Origin(location, record), text[max(0, start - CONTEXT) : stop + CONTEXT])
