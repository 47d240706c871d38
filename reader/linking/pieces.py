"""Pieces: nodes that are tied to each other, and so are linked together and without all others."""

from collections.abc import Iterable, Iterator, Mapping

from reader.linking.alike import may_follow
from reader.linking.candidates import pairs
from reader.linking.context import AllThereIs
from reader.linking.nodes import Node
from reader.linking.policy import Outcome
from reader.linking.ties import Ties, ties_of, words_of
from reader.model import Judgement
from reader.names.dictionary import Dictionary


def pieces(nodes: Mapping[str, Node], dictionary: Dictionary, judgements: Iterable[Judgement] = ()) -> list[list[str]]:
    """The keys of the nodes of every piece, each sorted; `dictionary` is the whole one, that heeds no judgement."""
    parts = _Parts()
    offered: dict[str, list[str]] = {}
    several = AllThereIs(nodes).several
    ties = {key: ties_of(nodes[key], dictionary, several) for key in sorted(nodes)}
    for key, found in ties.items():
        for word in found.offers:
            offered.setdefault(word, []).append(key)
    for one, other in (*_sought(ties, offered), *_judged(judgements, offered), *_alike(nodes, dictionary)):
        parts.join(one, other)
    found_parts: dict[str, list[str]] = {}
    for key in ties:
        found_parts.setdefault(parts.root(key), []).append(key)
    return list(found_parts.values())


def _alike(nodes: Mapping[str, Node], dictionary: Dictionary) -> Iterator[tuple[str, str]]:
    """Pairs of nodes worth comparing of which one may have an influence on the other by its name."""
    for left, right in pairs(nodes):
        if may_follow(nodes[left].name, nodes[right].name, dictionary) is Outcome.JOIN:
            yield left, right


def _sought(ties: Mapping[str, Ties], offered: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for key, found in ties.items():
        for word in found.seeks:
            yield from ((key, other) for other in offered.get(word, ()))


def _judged(judgements: Iterable[Judgement], offered: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """All that one judgement is about, and what it teaches."""
    for judgement in judgements:
        keys = [key for word in words_of(judgement) for key in offered.get(word, ())]
        yield from ((keys[0], other) for other in keys[1:])


class _Parts:
    """Union-find."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, key: str) -> str:
        while (above := self._above.get(key, key)) != key:
            self._above[key] = self._above.get(above, above)
            key = above
        return key

    def join(self, left: str, right: str) -> None:
        one, other = self.root(left), self.root(right)
        if one != other:
            self._above[max(one, other)] = min(one, other)
