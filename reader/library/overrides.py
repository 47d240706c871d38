"""What a person ruled on single actors: name, kind, and what names nobody. Append-only, anchored to words.

Linking knows nothing of it: it groups chains as ever, and what it calls them is kept beside what they are called here.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.library.articles import now
from reader.library.store import Reader, Writer
from reader.model import Anchor, Kind, Mention, Origin, Ruled, Ruling
from reader.names.analyse import analyse

_COLUMNS = "what, name, kind, location, record, quote, state, value, why, at"


@dataclass(frozen=True, slots=True)
class Dismissed:
    """A spelling that names nobody."""

    number: int
    """The ruling's, to bring it back by."""
    spelling: str
    kind: Kind
    at: str
    why: str
    mentions: int
    """How many mentions would come back."""


def add(db: Writer, ruling: Ruling) -> int:
    """Keep a ruling; returns its id. For `verdicts`, which journals it."""
    anchor, article = ruling.anchor, ruling.anchor.article
    return db.insert(
        f"INSERT INTO ruling ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(ruling.what.value, anchor.name, anchor.kind.value),
            *((article.location, article.record) if article else (None, None)),
            *(anchor.quote, anchor.state, ruling.value, ruling.why, ruling.at or now()),
        ),
    )


def rulings(db: Reader, what: Ruled | None = None) -> list[Ruling]:
    """Every ruling that stands, or those of one sort; oldest first. Of two on one anchor the later holds."""
    return [ruling for _, ruling in _numbered(db, what)]


def every(db: Reader) -> list[tuple[int, Ruling, bool]]:
    """Every ruling that was ever kept, oldest first, with its number and whether it is undone."""
    undone = set(db.column("SELECT id FROM ruling WHERE undone = 1"))
    rows = db.all(f"SELECT id, {_COLUMNS} FROM ruling ORDER BY at, id")
    return [(number, ruling, number in undone) for number, ruling in _read(rows)]


def _numbered(db: Reader, what: Ruled | None) -> list[tuple[int, Ruling]]:
    return _read(
        db.all(
            f"SELECT id, {_COLUMNS} FROM ruling WHERE undone = 0 AND (?1 IS NULL OR what = ?1) ORDER BY at, id",
            (what.value if what else None,),
        )
    )


def _read(rows: Iterable[Sequence[Any]]) -> list[tuple[int, Ruling]]:
    return [
        (
            number,
            Ruling(
                Ruled(ruled),
                Anchor(name, Kind(kind), None if location is None else Origin(location, record or ""), quote, state),
                *(value, why, at),
            ),
        )
        for number, ruled, name, kind, location, record, quote, state, value, why, at in rows
    ]


def holder(db: Reader, anchor: Anchor) -> int | None:
    """The actor that an anchor means: whose name it is, else the one with most chains of this name; None: none now."""
    key = analyse(anchor.name, anchor.kind).key
    alike = [kind.value for kind in Kind if kind.folded is anchor.kind.folded]
    found: int | None
    if anchor.article is not None:
        found = db.value(
            "SELECT actor FROM article JOIN chain ON chain.article = article.id"
            f" WHERE location = ? AND record = ? AND chain.key = ? AND {_among('chain.kind', alike)}"
            " ORDER BY chain.id LIMIT 1",
            (anchor.article.location, anchor.article.record, key, *alike),
        )
        return found
    # An actor that a person parted from its name in one article is not what the name means elsewhere.
    found = db.value(
        f"SELECT id FROM actor WHERE given_name = ? AND {_among('given_kind', alike)}"
        " AND (? = '' OR state = ?) ORDER BY parted_in > 0, articles DESC, key LIMIT 1",
        (anchor.name, *alike, anchor.state, anchor.state),
    )
    if found is None:
        found = db.value(
            "SELECT actor FROM chain JOIN actor ON actor.id = actor"
            f" WHERE chain.key = ? AND {_among('chain.kind', alike)}"
            " GROUP BY actor ORDER BY parted_in > 0, count(*) DESC, actor.key LIMIT 1",
            (key, *alike),
        )
    return found


def _among(column: str, values: Sequence[str]) -> str:
    return f"{column} IN ({', '.join('?' * len(values))})"


def apply(db: Writer) -> set[int]:
    """Call every actor what it was ruled to be, the others what linking calls them; returns those that changed."""
    wanted: dict[int, dict[Ruled, str]] = {}
    for ruling in rulings(db):
        if ruling.what is not Ruled.NOBODY:
            actor = holder(db, ruling.anchor)
            if actor is not None:
                wanted.setdefault(actor, {})[ruling.what] = ruling.value
    ruled = db.column("SELECT id FROM actor WHERE name <> given_name OR kind <> given_kind")
    changed = set()
    for actor in sorted({*ruled, *wanted}):
        name, kind, given_name, given_kind = db.one(
            "SELECT name, kind, given_name, given_kind FROM actor WHERE id = ?", (actor,)
        )
        said = wanted.get(actor, {})
        shown = (said.get(Ruled.NAME) or given_name, said.get(Ruled.KIND) or given_kind)
        if shown != (name, kind):
            db.run("UPDATE actor SET name = ?, kind = ? WHERE id = ?", (*shown, actor))
            changed.add(actor)
    return changed


class SuppressedSpellings:
    """The spellings that name nobody, to ask of many mentions."""

    def __init__(self, db: Reader) -> None:
        """As they stand now."""
        self._said = {_told(one.anchor.name, one.anchor.kind) for one in rulings(db, Ruled.NOBODY)}

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._said)

    def dismisses(self, text: str, mention: Mention) -> bool:
        """Whether a mention with this text is to be left out; what a person marked by hand is not."""
        return bool(self._said) and mention.by != "hand" and _told(text, mention.kind) in self._said


def _told(text: str, kind: Kind) -> tuple[Kind, str]:
    return kind.folded, analyse(text, kind).key


def dismissed(db: Reader) -> list[Dismissed]:
    """The spellings that name nobody, the latest first, with what they keep away."""
    said = _numbered(db, Ruled.NOBODY)
    away: Counter[tuple[Kind, str]] = Counter()
    for _, text, kind, times in left_out(db, [(one.anchor.name, one.anchor.kind) for _, one in said]):
        away[_told(text, kind)] += times
    return [
        Dismissed(number, name, kind, one.at, one.why, away[_told(name, kind)])
        for number, one in reversed(said)
        for name, kind in [(one.anchor.name, one.anchor.kind)]
    ]


def left_out(db: Reader, spelt: Iterable[tuple[str, Kind]]) -> list[tuple[int, str, Kind, int]]:
    """Articles in which mentions that are spelt like these were recognised and have no chain; text; kind; how many."""
    wanted = {_told(text, kind) for text, kind in spelt}
    if not wanted:
        return []
    texts = db.all("SELECT DISTINCT text, kind FROM mention INDEXED BY mention_nobody WHERE chain IS NULL")
    found = []
    for text, kind in texts:
        if _told(text, Kind(kind)) in wanted:
            rows = db.all(
                "SELECT mention.article, count(*) FROM mention INDEXED BY mention_nobody"
                " JOIN article ON article.id = mention.article"
                " WHERE chain IS NULL AND text = ? AND kind = ? AND removed_at IS NULL GROUP BY mention.article",
                (text, kind),
            )
            found += [(article, text, Kind(kind), times) for article, times in rows]
    return found


def set_undone(db: Writer, numbers: Iterable[int], undone: bool) -> None:
    """Take rulings back, or make them again."""
    db.many("UPDATE ruling SET undone = ? WHERE id = ?", ((undone, number) for number in numbers))


def spelt_by(db: Reader, numbers: Iterable[int]) -> list[tuple[str, Kind]]:
    """The spelling and the kind that rulings are about, whether they stand or not."""
    rows = [db.one("SELECT name, kind FROM ruling WHERE id = ?", (number,)) for number in numbers]
    return [(name, Kind(kind)) for name, kind in filter(None, rows)]
