"""Names by their words, as `reader.names.blocking` asks for them: who a new name is worth comparing with."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from zlib import crc32

from reader.library.store import Reader, Writer
from reader.model import Kind
from reader.names.analyse import Name, analyse
from reader.names.blocking import Near, Words, leading, words_of
from reader.names.blocks import edits, other_scripts, script_blocks, sure_blocks


class StoredPostings:
    """The names of the nodes of one kind."""

    def __init__(self, db: Reader, kind: Kind) -> None:
        self._db = db
        self._kind = kind.folded.value

    def near(self, words: Collection[str], foreign: bool) -> Mapping[str, Near]:
        """See `reader.names.blocking.Postings`."""
        spelt = {word: _codes(sure_blocks(word)) for word in words}
        across = {word: _codes(other_scripts(word, foreign)) for word in words}
        asked = {block for blocks in (*spelt.values(), *across.values()) for block in blocks}
        found: dict[int, list[str]] = {}
        for block, word in self._db.each(
            "SELECT block, word FROM json_each(?) CROSS JOIN word_block ON block = value", (json.dumps(sorted(asked)),)
        ):
            found.setdefault(block, []).append(word)
        return {
            word: Near(
                {o for block in spelt[word] for o in found.get(block, ()) if edits(word, o) is not None},
                {o for block in across[word] for o in found.get(block, ())},
            )
            for word in words
        }

    def uses(self, words: Collection[str]) -> Mapping[str, int]:
        """See `reader.names.blocking.Postings`."""
        return dict(
            self._db.all(
                "SELECT word, count(*) FROM json_each(?) CROSS JOIN node_word ON kind = ? AND word = value"
                " GROUP BY word",
                (json.dumps(sorted(words)), self._kind),
            )
        )

    def with_both(self, first: Collection[str], second: Collection[str]) -> Iterator[tuple[int, Words]]:
        """See `reader.names.blocking.Postings`."""
        both = (
            "WHERE EXISTS (SELECT 1 FROM node_word AS also WHERE also.node = node_word.node"
            " AND also.word IN (SELECT value FROM json_each(?3)))"
        )
        yield from self._names(
            "SELECT DISTINCT node FROM json_each(?2) CROSS JOIN node_word ON node_word.kind = ?1"
            f" AND node_word.word = json_each.value {both if second else ''}",
            (self._kind, json.dumps(sorted(first)), *([json.dumps(sorted(second))] if second else [])),
        )

    def led_by(self, words: Collection[str]) -> Iterator[tuple[int, Words]]:
        """See `reader.names.blocking.Postings`."""
        yield from self._names(
            "SELECT DISTINCT node FROM json_each(?2) CROSS JOIN node_word ON node_word.kind = ?1"
            " AND word = json_each.value AND leads = 1",
            (self._kind, json.dumps(sorted(words))),
        )

    def written(self, together: Collection[str]) -> Iterator[int]:
        """See `reader.names.blocking.Postings`."""
        yield from self._db.column(
            "SELECT DISTINCT node FROM json_each(?2) CROSS JOIN node_word ON node_word.kind = ?1"
            " AND word = json_each.value ORDER BY node",
            (self._kind, json.dumps(sorted(map(_together, together)))),
        )

    def _names(self, sql: str, values: Sequence[object]) -> Iterator[tuple[int, Words]]:
        found = self._db.all(
            f"SELECT node.id, name, name_kind FROM ({sql}) AS wanted CROSS JOIN node ON node.id = wanted.node"
            " WHERE name <> '' ORDER BY node.id",
            values,
        )
        yield from ((number, words_of(analyse(name, Kind(kind)))) for number, name, kind in found)


def put(db: Writer, number: int, kind: Kind, name: Name) -> None:
    """Let a node be found by a name."""
    words = words_of(name)
    if not words.words:
        return
    lead = leading(words.words, StoredPostings(db, kind).uses(words.words))[0]
    db.many(
        "INSERT OR IGNORE INTO node_word (kind, word, leads, node) VALUES (?, ?, ?, ?)",
        (
            *((kind.folded.value, word, int(word == lead), number) for word in words.words),
            *((kind.folded.value, _together(one), 0, number) for one in words.together),
        ),
    )
    db.many(
        "INSERT OR IGNORE INTO word_block (block, word) VALUES (?, ?)",
        (
            (block, word)
            for word in words.words
            for block in _codes((*sure_blocks(word), *script_blocks(word, words.foreign)))
        ),
    )


def _together(sound: str) -> str:
    """How a name sounds in one word, as it is kept among the words, none of which begins so."""
    return f"={sound}"


def _codes(blocks: Collection[str] | Iterator[str]) -> set[int]:
    """Blocks as they are kept: two that share a number are compared anyway."""
    return {crc32(block.encode()) for block in blocks}
