"""The words of many names, each with those that it may be another spelling of: what candidates are found through."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, groupby
from zlib import crc32

from reader.names.blocks import edits, word_blocks
from reader.names.fold import sound
from reader.names.given_names import forms
from reader.names.likeness import BONES
from reader.names.scripts import bones

CROWD = 40
"""Words in a block above which it says too little by itself: its words meet in finer blocks."""

MOST = 24
"""Words that are kept as near for one word, the nearest first, though one that is near to it may keep it as well."""

AT_A_TIME = 20_000
"""Words whose blocks are sorted together; the blocks of more are sorted in shares."""


def near_words(words: Sequence[str], foreign: Collection[str] = ()) -> list[tuple[int, ...]]:
    """For each of these sorted words the indices of those near it, itself among them, sorted.

    `foreign` are those that were written in another script than Latin: their consonants alone say what is near.
    """
    found = [array("Q") for _ in words]
    for left, right in _meetings(words):
        apart = edits(words[left], words[right])
        if apart is not None:
            # One number holds how far and which, so that the nearest sort first.
            found[left].append(apart << 32 | right)
            found[right].append(apart << 32 | left)
    for left, right in _across(words, foreign):
        found[left].append(2 << 32 | right)
        found[right].append(2 << 32 | left)
    near = [array("I", (at,)) for at in range(len(words))]
    for at, others in enumerate(found):
        for entry in sorted(set(others))[:MOST]:
            near[at].append(entry & _WORD)
            near[entry & _WORD].append(at)
        found[at] = _EMPTY
    return [tuple(sorted(set(others))) for others in near]


_EMPTY = array("Q")


def _meetings(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of words that share a block; a pair may come more than once."""
    shares = [array("Q") for _ in range(1 + len(words) // AT_A_TIME)]
    for at, word in enumerate(words):
        for block in word_blocks(word):
            code = crc32(block.encode())
            # One number holds block and word: small, and sorted by block in one go.
            shares[code % len(shares)].append(code << 32 | at)
    while shares:
        for _, run in groupby(sorted(shares.pop()), key=_block_of):
            members = [entry & _WORD for entry in run]
            if len(members) <= CROWD:
                yield from combinations(members, 2)
            else:
                yield from _finer(words, members)


def _across(words: Sequence[str], foreign: Collection[str]) -> Iterator[tuple[int, int]]:
    """Pairs of a word of another script and any with its consonants, one more or less, or a given name's form's."""
    if not foreign:
        return
    blocks: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        if word in foreign:
            for block in _bones_of(word):
                blocks.setdefault(block, []).append(at)
    for at, word in enumerate(words):
        for block in _bones_of(word):
            for other in blocks.get(block, ()):
                if other != at:
                    yield other, at


def _bones_of(word: str) -> set[str]:
    """The consonants of a word and of the forms of that given name, and the word's own with one left out."""
    own = bones(word)
    fewer = (own[:at] + own[at + 1 :] for at in range(len(own))) if len(own) > BONES else ()
    return {own, *map(bones, forms(word)), *fewer}


_WORD = (1 << 32) - 1


def _block_of(entry: int) -> int:
    return entry >> 32


def _finer(words: Sequence[str], members: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Pairs inside a crowded block: of one sound, or of one beginning and one end."""
    members = list(members)
    for rule in (sound, _ends):
        finer: dict[str, list[int]] = {}
        for at in members:
            finer.setdefault(rule(words[at]), []).append(at)
        for block in finer.values():
            # Sorted as they are, neighbours share the most letters.
            for at, left in enumerate(block):
                for right in block[at + 1 : at + 1 + CROWD]:
                    yield left, right


def _ends(word: str) -> str:
    return word[0] + word[-1]
