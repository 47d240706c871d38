"""The user's own dictionary of actors, kept in the library; small settings beside it."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from reader.library.store import Reader, Writer
from reader.model import Kind
from reader.names.dictionary import Entry
from reader.names.dictionary_prefilter import Words, words_of
from reader.names.fold import fold

_LISTS = ("names", "demonyms", "acronyms", "related")

_VERSION = "dictionary version"
"""The setting that counts how often the entries were changed."""


def put(db: Writer, entries: Iterable[Entry]) -> None:
    """Keep entries, in place of those with the same ids. For `dictionary_edits`, which journals it."""
    _count_up(db)
    db.many(
        "INSERT OR REPLACE INTO entry (id, kind, name, names, demonyms, acronyms, related, source, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(entry.id, entry.kind.value, entry.name),
                *(json.dumps(getattr(entry, column), ensure_ascii=False) for column in _LISTS),
                *(entry.source, json.dumps(words_of(entry), ensure_ascii=False)),
            )
            for entry in entries
        ),
    )


def drop(db: Writer, ids: Iterable[str]) -> None:
    """Forget entries. For `dictionary_edits`, which journals it."""
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


LARGE = 2000
"""Entries up to which a dictionary is used whole: more, and linking would take longer for it than for the articles."""

WAITING = 5000
"""Articles that wait for the recogniser, up to which their words are gathered: more have nearly all words there are."""


def stamp(db: Reader) -> tuple[int, ...]:
    """What `at_hand` depends on: it answers the same as long as this is the same."""
    if _count(db) <= LARGE:
        return (version(db),)
    last: int | None = db.value("SELECT max(id) FROM mention")
    waiting: tuple[int, int | None] = db.one("SELECT count(*), max(id) FROM article WHERE analysed IS NULL")
    return (version(db), last or 0, waiting[0], waiting[1] or 0)


def at_hand(db: Reader, about: Iterable[str] = ()) -> list[Entry]:
    """The user's entries, by id; of a large dictionary those that can matter to the library's articles.

    `about` are names to know beside those of the articles.
    """
    if _count(db) <= LARGE:
        return entries(db)
    if db.value("SELECT count(*) FROM article WHERE analysed IS NULL") > WAITING:
        return entries(db)
    words = Words(chain(_words_of_names(db), _words_of_waiting(db), *(fold(name).split() for name in about)))
    rows = db.each("SELECT id, words FROM entry")
    held = [entry for entry, names in rows if not names or words.hold(json.loads(names))]
    return _read(db.each(f"{_SELECT} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (json.dumps(held),)))


def _count(db: Reader) -> int:
    number: int = db.value("SELECT count(*) FROM entry")
    return number


def _words_of_names(db: Reader) -> Iterator[str]:
    """The folded words of the names in all chains, and of all mentions as they are spelt."""
    for (key,) in db.each("SELECT DISTINCT key FROM chain"):
        yield from key.split()
    for (text,) in db.each("SELECT DISTINCT text FROM mention"):
        yield from fold(text).split()


def _words_of_waiting(db: Reader) -> Iterator[str]:
    """The folded words of the articles that are still to be recognised; of names there, they are among these."""
    for title, text in db.each("SELECT title, text FROM article JOIN body ON article = id WHERE analysed IS NULL"):
        for word in {*title.split(), *text.split()}:
            yield from fold(word).split()


def entries(db: Reader) -> list[Entry]:
    """The user's entries, by id."""
    return _read(db.each(f"{_SELECT} ORDER BY id"))


_SELECT = "SELECT id, kind, name, names, demonyms, acronyms, related, source FROM entry"


def _read(rows: Iterable[tuple[str, ...]]) -> list[Entry]:
    found = []
    for entry, kind, name, *lists, source in rows:
        names, demonyms, acronyms, related = (tuple(json.loads(cell)) for cell in lists)
        found.append(Entry(entry, Kind(kind), name, names, demonyms, acronyms, related, source))
    return found


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
