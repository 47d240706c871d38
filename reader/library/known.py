"""The actors of the library, as linking asks for them when an article comes in; and the index that answers.

The index holds the names of chains, not the numbers of actors: whoever a name belongs to is read from the chains, so
that undo, a verdict and a relinking leave nothing to be mended. Names whose last chain is gone are swept out when
linking has run; words that no name uses any more stay, and cost a look.
"""

import json
from collections.abc import Iterable, Sequence
from zlib import crc32

from reader.library.store import Reader, Writer
from reader.model import Chain, Kind
from reader.names.analyse import Name, analyse
from reader.names.blocks import edits, name_blocks, other_block, person_block, sure_blocks, surname_block
from reader.names.fold import sound

NEAR = 16
"""Words looked up beside each outer word of a name, the nearest first."""

COMMON = 50
"""Names with one surname from which nobody is meant by it alone, and it is not looked up whether they are one actor."""

SPELLINGS = 20
"""Spellings of an actor that a new name is held against, the most frequent first."""


def _code(block: str) -> int:
    return crc32(block.encode())


class Known:
    """Answers to `reader.linking.attach.Known`. One for each article: it remembers what it looked up."""

    def __init__(self, db: Reader) -> None:
        self._db = db
        self._near: dict[str, Sequence[str]] = {}

    def by_key(self, key: str, kind: Kind) -> int | None:
        """The one actor of whom some article's fullest name folds to `key`; None when there is none, or several."""
        first, last = self._db.one(
            "SELECT (SELECT actor FROM chain WHERE key = ?1 AND kind = ?2 ORDER BY actor LIMIT 1),"
            " (SELECT actor FROM chain WHERE key = ?1 AND kind = ?2 ORDER BY actor DESC LIMIT 1)",
            (key, kind.value),
        )
        return first if first == last else None

    def by_entry(self, entry_id: str) -> int | None:
        """The actor that is this dictionary entry, or None."""
        found: int | None = self._db.value(
            "SELECT id FROM actor WHERE known = ? AND known <> '' ORDER BY id LIMIT 1", (entry_id,)
        )
        return found

    def like(self, name: Name) -> Sequence[tuple[str, Kind, int]]:
        """Names of several words that may be spellings of this one, each with its kind and its one actor."""
        if len(name.words) < 2:
            return []
        blocks = self._person_blocks(name) if name.kind is Kind.PERSON else self._other_blocks(name)
        found = []
        for key, kind in self._db.all(
            "SELECT DISTINCT name_block.key, kind FROM json_each(?) CROSS JOIN name_block ON block = value"
            " ORDER BY 1, 2",
            (json.dumps(sorted(map(_code, blocks))),),
        ):
            actor = self.by_key(key, Kind(kind)) if key != name.key else None
            if actor is not None:
                text = self._db.value("SELECT name FROM chain WHERE key = ? AND kind = ? LIMIT 1", (key, kind))
                found.append((text, Kind(kind), actor))
        return found

    def bearer(self, surname: str) -> int | None:
        """The one person of the library who may be called by this word alone; None when there is none, or several."""
        names = self._db.all(
            "SELECT key, kind FROM name_block WHERE block = ? LIMIT ?", (_code(surname_block(surname)), COMMON)
        )
        actors = {self.by_key(key, Kind(kind)) for key, kind in names}
        return actors.pop() if len(actors) == 1 and len(names) < COMMON else None

    def spellings(self, actor: int) -> Sequence[str]:
        """How an actor is spelt, the most frequent first."""
        return self._db.column(
            "SELECT text FROM spelling WHERE actor = ? ORDER BY count DESC, text LIMIT ?", (actor, SPELLINGS)
        )

    def _person_blocks(self, name: Name) -> set[str]:
        near = self._near_words([name.words[0], name.words[-1]])
        return {person_block(first, last) for first in near[0] for last in near[1]}

    def _other_blocks(self, name: Name) -> set[str]:
        sounds = [sound(word) for word in name.words]
        blocks = {other_block(sounds)}
        for at, near in enumerate(self._near_words(name.words)):
            blocks |= {other_block([*sounds[:at], sound(word), *sounds[at + 1 :]]) for word in near}
        return blocks

    def _near_words(self, words: Sequence[str]) -> list[Sequence[str]]:
        """For each word those of the library that are near it, and itself."""
        asked: dict[int, list[str]] = {}
        for word in {word for word in words if word not in self._near}:
            for block in sure_blocks(word):
                asked.setdefault(_code(block), []).append(word)
        met: dict[str, set[str]] = {}
        for code, other in self._db.each(
            "SELECT block, word FROM json_each(?) CROSS JOIN word_block ON block = value", (json.dumps([*asked]),)
        ):
            for word in asked[code]:
                met.setdefault(word, set()).add(other)
        for word in words:
            if word not in self._near:
                near = [(apart, other) for other in met.get(word, ()) if (apart := edits(word, other)) is not None]
                self._near[word] = [word, *(other for apart, other in sorted(near)[:NEAR] if apart)]
        return [self._near[word] for word in words]


def remember(db: Writer, chains: Iterable[Chain]) -> None:
    """Put the names of an article's chains into the index, as far as they are not there."""
    names = {analyse(chain.name, chain.kind) for chain in chains if not chain.nationality}
    _keep(db, [(name.key, name) for name in names if name.kind])


def complete(db: Writer) -> None:
    """Make the index that of the chains: after linking, or where an older program wrote the library."""
    missing = db.all(
        "SELECT key, kind, min(name) FROM chain JOIN"
        " (SELECT key, kind FROM chain WHERE nationality = 0 EXCEPT SELECT key, kind FROM name_block) USING (key, kind)"
        " GROUP BY key, kind"
    )
    _keep(db, ((key, analyse(text, Kind(kind))) for key, kind, text in missing))
    db.run(
        "DELETE FROM name_block WHERE (key, kind) IN"
        " (SELECT key, kind FROM name_block EXCEPT SELECT key, kind FROM chain WHERE nationality = 0)"
    )


def _keep(db: Writer, names: Iterable[tuple[str, Name]]) -> None:
    """Put names into the index under the keys of their chains, and their words beside them."""
    done: set[str] = set()
    for key, name in names:
        kind = name.kind.value if name.kind else ""
        db.many(
            "INSERT OR IGNORE INTO name_block (block, key, kind) VALUES (?, ?, ?)",
            ((_code(block), key, kind) for block in name_blocks(name)),
        )
        outer = name.kind is Kind.PERSON
        for word in {*name.words[:1], *name.words[-1:]} if outer else set(name.words):
            if word in done:
                continue
            done.add(word)
            codes = [_code(block) for block in sure_blocks(word)]
            if codes and not db.value("SELECT 1 FROM word_block WHERE block = ? AND word = ?", (codes[0], word)):
                db.many("INSERT OR IGNORE INTO word_block (block, word) VALUES (?, ?)", ((c, word) for c in codes))
