"""The user's own dictionary of actors, kept in the library; small settings beside it."""

import json
from collections.abc import Iterable

from reader.library.store import Reader, Writer
from reader.model import Kind
from reader.names.dictionary import Entry

_LISTS = ("names", "demonyms", "acronyms", "related")

_VERSION = "dictionary version"
"""The setting that counts how often the entries were changed."""


def put(db: Writer, entries: Iterable[Entry]) -> None:
    """Keep entries, in place of those with the same ids. For `vocabulary`, which journals it."""
    _count_up(db)
    db.many(
        "INSERT OR REPLACE INTO entry (id, kind, name, names, demonyms, acronyms, related, source)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(entry.id, entry.kind.value, entry.name),
                *(json.dumps(getattr(entry, column), ensure_ascii=False) for column in _LISTS),
                entry.source,
            )
            for entry in entries
        ),
    )


def drop(db: Writer, ids: Iterable[str]) -> None:
    """Forget entries. For `vocabulary`, which journals it."""
    _count_up(db)
    db.many("DELETE FROM entry WHERE id = ?", ((entry,) for entry in ids))


def version(db: Reader) -> int:
    """A number that grows with every change of the entries: who has read them needs to read them again when it does."""
    return int(setting(db, _VERSION) or 0)


def _count_up(db: Writer) -> None:
    set_setting(db, _VERSION, str(version(db) + 1))


def sources(db: Reader) -> list[tuple[str, int]]:
    """The names of the files that entries came from, with how many came from each."""
    return db.all("SELECT source, count(*) FROM entry GROUP BY source ORDER BY source")


def entries(db: Reader) -> list[Entry]:
    """The user's entries, by id."""
    return [
        Entry(
            id=row[0],
            kind=Kind(row[1]),
            name=row[2],
            names=tuple(json.loads(row[3])),
            demonyms=tuple(json.loads(row[4])),
            acronyms=tuple(json.loads(row[5])),
            related=tuple(json.loads(row[6])),
            source=row[7],
        )
        for row in db.all("SELECT id, kind, name, names, demonyms, acronyms, related, source FROM entry ORDER BY id")
    ]


def setting(db: Reader, name: str) -> str | None:
    """A value kept by name, such as an import that has not ended; None when there is none."""
    found: str | None = db.value("SELECT value FROM setting WHERE name = ?", (name,))
    return found


def set_setting(db: Writer, name: str, value: str | None) -> None:
    """Keep a value by name; None forgets it."""
    if value is None:
        db.run("DELETE FROM setting WHERE name = ?", (name,))
    else:
        db.run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))
