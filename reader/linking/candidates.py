"""Pairs of nodes worth comparing: found through shared keys, never by holding all against all."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from reader.linking.nodes import Node
from reader.model import Kind
from reader.names.fold import skeleton, sound

BUCKET = 60
"""A block larger than this says too little to be worth its pairs; its members meet in the smaller blocks they share."""


def pairs(nodes: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    """Pairs of node keys that share a block, each once, in a fixed order."""
    shared: dict[tuple[str, ...], list[str]] = {}
    for key in sorted(nodes):
        node = nodes[key]
        if node.lone or (node.entry and node.entry.kind.folded is Kind.PLACE):
            # Lone names are nobody's spelling, and the dictionary lists the spellings of the places it knows.
            continue
        for block in blocks(node):
            shared.setdefault(block, []).append(key)
    seen: set[tuple[str, str]] = set()
    for block in sorted(shared):
        members = shared[block]
        if 2 <= len(members) <= BUCKET:
            seen.update(combinations(members, 2))
    yield from sorted(seen)


def blocks(node: Node) -> Iterable[tuple[str, ...]]:
    """The blocks a node is in: two nodes that share none are never compared."""
    words = node.name.words
    if node.kind is Kind.PERSON:
        if len(words) < 2:
            return
        first, last = words[0], words[-1]
        yield "person", skeleton(first), skeleton(last)
        yield "person last", first[0], last
        yield "person last", last
        yield "person first", first, skeleton(last)[:2]
        yield "person words", *sorted(words)
        return
    side = node.kind.folded.value
    if len(words) == 1:
        yield side, skeleton(words[0])
        return
    yield side, *sorted(sound(word) for word in words)
    for left_out in range(len(words)):
        rest = words[:left_out] + words[left_out + 1 :]
        if any(len(word) > 3 for word in rest):
            yield side, "without one", str(len(words)), *rest
