"""Whom an article speaks of besides: what tells two people of one name apart, or shows that two names are one's."""

from math import fsum
from collections.abc import Iterable, Mapping
from functools import cached_property

from reader.linking.nodes import Node
from reader.model import Chain, Kind

TELLING = 8
"""Actors that an article must name besides before their absence elsewhere says anything."""

FAR = 0.55
"""Nearness below which two contexts have nothing to do with each other, in units of one actor in one article only.

From the training sets: of lone surnames whose only bearer was further away than this, three in four were another's;
nearer, one in fifty.
"""


EVERYWHERE = 10
"""Doublings of the number of articles that name an actor until naming it says nothing: a thousand articles."""


def weight(articles: int) -> float:
    """How much it says that two articles both name an actor that so many articles name, from 1 down to 0.

    In whole doublings, so that one more article seldom changes what was concluded from the others.
    """
    return max(0.0, 1 - (max(1, articles).bit_length() - 1) / EVERYWHERE)


class Context:
    """How near the articles of two names are to each other, by the actors they name besides.

    An actor weighs the more the fewer articles name it: nothing when all do, 1 when one does. The states that two
    contexts share weigh as much as the rarest of them together, for a table of results names them all.
    """

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self._nodes = nodes

    @cached_property
    def _named(self) -> Mapping[str, frozenset[str]]:
        """Node keys by article."""
        named: dict[str, set[str]] = {}
        for key in self._nodes:
            for chain in self._nodes[key].chains:
                named.setdefault(chain.article, set()).add(key)
        return {article: frozenset(keys) for article, keys in named.items()}

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        return {key: weight(len({chain.article for chain in node.chains})) for key, node in self._nodes.items()}

    def of(self, chains: Iterable[Chain], names: Iterable[str]) -> frozenset[str]:
        """The nodes that stand beside these chains, without those of the `names` themselves."""
        articles = {chain.article for chain in chains}
        return frozenset().union(*(self._named[article] for article in articles)) - frozenset(names)

    def near(self, left: frozenset[str], right: frozenset[str]) -> float:
        """What two contexts share, from 0; 1 is one actor that no other article names."""
        shared = left & right
        states = [self._weights[key] for key in shared if self._nodes[key].kind is Kind.STATE]
        return fsum(sorted(self._weights[key] for key in shared if self._nodes[key].kind is not Kind.STATE)) + max(
            states, default=0.0
        )

    def telling(self, left: frozenset[str], right: frozenset[str], most: int) -> tuple[str, ...]:
        """The names of what two contexts share, the rarest first, `most` of them at most."""
        shared = sorted(left & right, key=lambda key: (-self._weights[key], key))
        return tuple(self._nodes[key].title for key in shared[:most])

    def far(self, left: frozenset[str], right: frozenset[str]) -> bool:
        """Whether two contexts that both name enough besides have nothing to do with each other."""
        return min(len(left), len(right)) >= TELLING and self.near(left, right) < FAR
