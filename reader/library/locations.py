"""Where an article lies besides the place that its text is from: other files and records that hold it."""

import json
from dataclasses import dataclass, fields

from reader.library import fingerprints, markdown
from reader.library.store import Reader, Writer
from reader.library.views import Elsewhere
from reader.model import Caveat, DateOrder, DatePlace, Incoming, Origin

MOST = 50
"""Other places of one article that are compared with what comes in, oldest first: more is no collection, but a copy of
one."""

CANDIDATES = 5
"""Articles looked at of those that share a hash: more is what a site writes into each of its pages."""

_SAID = tuple(field.name for field in fields(Incoming) if field.name not in ("origin", "body", "markdown"))
_SELECT = (
    "SELECT other_location.location, other_location.record, said, coalesce(other_location.text, body.text),"
    " coalesce(other_location.markdown, markdown.text, '') FROM other_location"
    " JOIN body ON body.article = other_location.article LEFT JOIN markdown ON markdown.article = body.article"
)


@dataclass(frozen=True, slots=True)
class Held:
    """Which article a place holds."""

    article: int
    digest: bytes
    """A hash of what the place held when it was last read."""
    language: str
    """As it was worked out then."""
    language_said: str | None
    """What the place claimed then; None of an article of an older library."""
    own: bool
    """Whether it is the place that the article's text is from."""
    copy_of: str
    """Where it is another and has the same text: the location that the article's text is from, else empty."""


def at(db: Reader, origin: Origin) -> Held | None:
    """The article that a place holds; None where nothing is known of it."""
    row = db.one(
        "SELECT id, digest, iif(instr(lacks, 'language'), '', language), language_said, 1, '' FROM article"
        " WHERE location = ?1 AND record = ?2 UNION ALL SELECT article, other.digest,"
        " json_extract(said, '$.language'), json_extract(said, '$.language_said'), 0,"
        " iif(text IS NULL, article.location, '') FROM other_location AS other JOIN article ON id = article"
        " WHERE other.location = ?1 AND other.record = ?2",
        (origin.location, origin.record),
    )
    return None if row is None else Held(row[0], row[1], row[2], row[3], bool(row[4]), row[5])


def others(db: Reader, article: int, most: int = MOST) -> list[Incoming]:
    """What the other places of an article say, with the text that each has, in the order in which they came."""
    rows = db.all(
        f"{_SELECT} WHERE other_location.article = ? ORDER BY at, other_location.location, other_location.record"
        " LIMIT ?",
        (article, most),
    )
    return [_incoming(*row) for row in rows]


def elsewhere(db: Reader, article: int) -> tuple[Elsewhere, ...]:
    """The other places of an article, to be shown."""
    found = []
    for location, record, said, text in db.all(
        "SELECT location, record, said, text FROM other_location WHERE article = ? ORDER BY at, location, record",
        (article,),
    ):
        told = json.loads(said)
        found.append(
            Elsewhere(
                origin=str(Origin(location, record)),
                title=told["title"],
                source=told["source"],
                author=told["author"],
                date=told["date"],
                date_guessed=told["date_guessed"],
                url=told["url"],
                text=text or "",
            )
        )
    return tuple(found)


def whole_pages(db: Reader) -> frozenset[str]:
    """The locations of pages that a person asked for as they are shown, to be read so again."""
    own = db.column("SELECT location FROM article WHERE ' ' || caveats || ' ' LIKE ?", (f"% {Caveat.WHOLE} %",))
    copies = db.column(
        "SELECT location FROM other_location WHERE EXISTS"
        " (SELECT 1 FROM json_each(said, '$.caveats') WHERE json_each.value = ?)",
        (Caveat.WHOLE.value,),
    )
    return frozenset((*own, *copies))


def add(db: Writer, article: int, incoming: Incoming, digest: bytes, when: str, *, same_text: bool) -> None:
    """Have an article lie in one more place, with the text of there where it is not the article's own."""
    marks = None if incoming.markdown == markdown.kept(db, article) else incoming.markdown
    db.run(
        "INSERT INTO other_location (location, record, article, digest, said, text, markdown, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(incoming.origin.location, incoming.origin.record, article, digest),
            *(_said(incoming), None if same_text else incoming.body, marks, when),
        ),
    )
    remember(db, article, incoming.title, incoming.body, incoming.url)


def say(db: Writer, article: int, incoming: Incoming) -> None:
    """Keep what another place says beside its text and its fields: it may change without those, or be read better."""
    said, marks = _said(incoming), None if incoming.markdown == markdown.kept(db, article) else incoming.markdown
    db.run(
        "UPDATE other_location SET said = ?1, markdown = ?2 WHERE location = ?3 AND record = ?4"
        " AND (said <> ?1 OR markdown IS NOT ?2)",
        (said, marks, incoming.origin.location, incoming.origin.record),
    )


def remember(db: Writer, article: int, title: str, body: str, url: str) -> None:
    """Have an article found by this text and address from now on."""
    db.many(
        "INSERT OR IGNORE INTO fingerprint (key, article) VALUES (?, ?)",
        ((key, article) for key in fingerprints.keys(title, body, url)),
    )


def candidates(db: Reader, incoming: Incoming) -> list[int]:
    """Articles that may have this text or address, the surest first; they are to be compared."""
    keys = fingerprints.keys(incoming.title, incoming.body, incoming.url)
    found = db.all(
        " UNION ALL ".join(
            f"SELECT * FROM (SELECT {at} AS at, article FROM fingerprint WHERE key = ? ORDER BY article"
            f" LIMIT {CANDIDATES})"
            for at in range(len(keys))
        ),
        keys,
    )
    return [*dict.fromkeys(article for _, article in sorted(found))]


def holds(db: Writer, origin: Origin, digest: bytes) -> None:
    """Note what a place held when it was last read: its text is kept only up to white space where others have it."""
    for table in ("article", "other_location"):
        db.run(
            f"UPDATE {table} SET digest = ? WHERE location = ? AND record = ?",
            (digest, origin.location, origin.record),
        )


def forget(db: Writer, origin: Origin) -> None:
    """An article does not lie there any more."""
    db.run("DELETE FROM other_location WHERE location = ? AND record = ?", (origin.location, origin.record))


def keep(db: Writer, article: int, before: Incoming, now: Incoming) -> None:
    """Before or after an article gets another text or Markdown: the places that had it as it was keep that."""
    if before.body != now.body:
        db.run("UPDATE other_location SET text = ? WHERE article = ? AND text IS NULL", (before.body, article))
    if before.markdown != now.markdown:
        db.run(
            "UPDATE other_location SET markdown = ? WHERE article = ? AND markdown IS NULL", (before.markdown, article)
        )


def move(db: Writer, article: int, to: Origin) -> None:
    """Let an article's own place be another; what a person judged of it there goes with it."""
    old = db.one("SELECT location, record FROM article WHERE id = ?", (article,))
    new = (to.location, to.record)
    db.run("UPDATE article SET location = ?, record = ? WHERE id = ?", (*new, article))
    for table, side in (("judgement", "left_"), ("judgement", "right_"), ("ruling", "")):
        db.run(
            f"UPDATE {table} SET {side}location = ?, {side}record = ? WHERE {side}location = ? AND {side}record = ?",
            (*new, *old),
        )


def _said(incoming: Incoming) -> str:
    return json.dumps({name: getattr(incoming, name) for name in _SAID}, ensure_ascii=False)


def _incoming(location: str, record: str, said: str, text: str, marks: str) -> Incoming:
    told = json.loads(said)
    told["date_place"], told["date_order"] = DatePlace(told["date_place"]), DateOrder(told["date_order"])
    told["caveats"] = tuple(map(Caveat, told["caveats"]))
    return Incoming(Origin(location, record), body=text, markdown=marks, **told)
