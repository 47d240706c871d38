"""Names of one word whom no longer name explains: spelt alike, they are a question, and never more."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from reader.linking.alike import alike
from reader.linking.candidates import meetings
from reader.linking.nodes import Clusters, Node
from reader.linking.policy import Outcome
from reader.model import Evidence, Kind
from reader.names.dictionary import Dictionary

Pending: TypeAlias = list[tuple[str, str, float, tuple[Evidence, ...]]]
"""Doubts that linking has collected: two node keys, score, reasons."""


def single_words(clusters: Clusters, dictionary: Dictionary, pending: Pending) -> None:
    """Ask about persons named by one word of whom nothing else is known: in two spellings, or beside a first name."""
    alone = [
        node
        for key, node in sorted(clusters.nodes.items())
        if node.lone and len(clusters.members(key)) == 1 and clusters.entry(key) is None
    ]
    foreign = {word for node in alone if node.name.foreign for word in node.name.words}
    spelt = meetings([node.name.words for node in alone], len(alone), foreign=foreign)
    pairs = [(alone[one], alone[other]) for one, other in spelt]
    for left, right in [*pairs, *_first_names(clusters, alone)]:
        follows, reasons = alike(left, right, dictionary)
        if follows is Outcome.DOUBT and not clusters.judged_apart(left.key, right.key):
            pending.append((left.key, right.key, reasons[0].weight, reasons))


def _first_names(clusters: Clusters, alone: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Each name of one word with the only person who has it as first name."""
    bearers: dict[str, set[str]] = {}
    for key, node in clusters.nodes.items():
        if node.kind is Kind.PERSON and not node.lone and node.name.words:
            bearers.setdefault(node.name.words[0], set()).add(clusters.root(key))
    for node in alone:
        found = bearers.get(node.name.words[0], set())
        if len(found) == 1:
            yield node, clusters.nodes[next(iter(found))]
