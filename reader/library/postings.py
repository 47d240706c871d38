"""Names by their words, as `reader.names.blocking` asks for them: who a new name is worth comparing with."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from zlib import crc32

from reader.library.nodes import names
from reader.library.store import Reader, Writer
from reader.model import Kind
from reader.names.analyse import Name, analyse
from reader.names.blocking import ALONE, Near, Words, beginning, is_close, near, words_of
from reader.names.word_blocks import other_scripts, script_blocks, sure_blocks


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
            word: near(
                word, *({o for block in blocks[word] for o in found.get(block, ())} for blocks in (spelt, across))
            )
            for word in words
        }

    def sharing(self, reading: Sequence[str], near: Mapping[str, Near]) -> Iterator[int]:
        """See `reader.names.blocking.Postings`."""
        for at, word in enumerate(reading):
            if len(word) == 1:
                continue
            rest = (*reading[:at], *reading[at + 1 :])
            # What both have is looked for once, from the later of the two words: surnames are fewer people's.
            known = {other[0] for other in rest} or {ALONE}
            known.update(*(near[other].across for other in reading[:at] if len(other) > 1))
            yield from self._beside(near[word].across, known, rest)

    def _beside(self, words: Collection[str], others: Collection[str], like: Collection[str]) -> Iterator[int]:
        """The nodes that have one of these words and beside it one of the others, or one close to one of `like`."""
        beginnings = {beginning(word) for word in like} - {""}
        for node, beside in self._db.each(
            "SELECT node, beside FROM json_each(?2) AS word CROSS JOIN json_each(?3) AS other"
            " CROSS JOIN node_word ON kind = ?1 AND node_word.word = word.value AND beside = other.value"
            " UNION ALL SELECT node, beside FROM json_each(?2) AS word CROSS JOIN json_each(?4) AS beginning"
            " CROSS JOIN node_word ON kind = ?1 AND node_word.word = word.value"
            " AND beside >= beginning.value AND beside < beginning.value || char(0x10ffff)",
            (self._kind, *(json.dumps(sorted(one)) for one in (words, others, beginnings))),
        ):
            if beside in others or any(is_close(word, beside) for word in like):
                yield node

    def named(self, ids: Collection[int]) -> Iterator[tuple[int, Words]]:
        """See `reader.names.blocking.Postings`."""
        for number, (name, kind) in names(self._db, ids).items():
            if name:
                yield number, words_of(analyse(name, kind))

    def written(self, together: Collection[str]) -> Iterator[int]:
        """See `reader.names.blocking.Postings`."""
        yield from self._db.column(
            "SELECT DISTINCT node FROM json_each(?2) CROSS JOIN node_word ON node_word.kind = ?1"
            " AND word = json_each.value AND beside = ?3 ORDER BY node",
            (self._kind, json.dumps(sorted(together)), WHOLE),
        )


WHOLE = "="
"""What stands beside a name that is written in one word: nothing else begins so and ends there."""


def put(db: Writer, number: int, kind: Kind, name: Name) -> None:
    """Let a node be found by a name."""
    words = words_of(name)
    if not words.words:
        return
    db.many(
        "INSERT OR IGNORE INTO node_word (kind, word, beside, node) VALUES (?, ?, ?, ?)",
        ((kind.folded.value, *row, number) for row in (*words.rows(), *((one, WHOLE) for one in words.together))),
    )
    db.many(
        "INSERT OR IGNORE INTO word_block (block, word) VALUES (?, ?)",
        (
            (block, word)
            for word in words.words
            for block in _codes((*sure_blocks(word), *script_blocks(word, words.foreign)))
        ),
    )


def _codes(blocks: Collection[str] | Iterator[str]) -> set[int]:
    """Blocks as they are kept: two that share a number are compared anyway."""
    return {crc32(block.encode()) for block in blocks}
