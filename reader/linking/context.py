"""Whom an article speaks of besides: what tells two people of one name apart, or shows that two names are one's."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from math import fsum
from typing import Protocol

from reader.linking.nodes import Node
from reader.model import Kind, doublings
from reader.names.analyse import Name
from reader.names.bearers import are_several, surname_of

TELLING = 8
"""Actors that an article must name besides before their absence elsewhere says anything."""

FAR = 0.55
"""Nearness below which two contexts have nothing to do with each other, in units of one actor in one article only.

From the training sets: of surnames alone whose only bearer was further away than this, three in four were another's;
nearer, one in fifty.
"""

EVERYWHERE = 10
"""Doublings of the number of articles that name an actor until naming it says nothing: a thousand articles."""


def weight(articles: int) -> float:
    """How much it says that two articles both name an actor that so many articles name, from 1 down to 0.

    Counted in whole doublings (`reader.model.doublings`).
    """
    return max(0.0, 1 - doublings(articles) / EVERYWHERE)


class Surroundings(Protocol):
    """What articles name besides."""

    def named(self, articles: Collection[str]) -> frozenset[str]:
        """The keys of the nodes that these articles name."""

    def articles(self, key: str) -> int:
        """How many articles name a node of which `named` told."""

    def told(self, key: str) -> tuple[str, Kind]:
        """What a reader would call a node of which `named` told, and its kind."""

    def states(self, key: str) -> frozenset[str]:
        """The states that the articles of a node name, by the ids of their entries."""

    def several(self, surname: str) -> bool:
        """Whether those who bear a surname are too many for an initial to mean one (see `reader.names.bearers`)."""


class Context:
    """How near the articles of two names are to each other, by the actors they name besides.

    An actor weighs the more the fewer articles name it (see `weight`). The states that two contexts share weigh as much
    as the rarest of them together, for a table of results names them all.
    """

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings

    def of(self, articles: Collection[str], names: Iterable[str]) -> frozenset[str]:
        """The nodes that stand in these articles, without those of the `names` themselves."""
        return self._surroundings.named(articles) - frozenset(names)

    def near(self, left: frozenset[str], right: frozenset[str]) -> float:
        """What two contexts share, from 0; 1 is one actor that no other article names."""
        states: list[float] = []
        others: list[float] = []
        for key in left & right:
            is_state = self._surroundings.told(key)[1] is Kind.STATE
            (states if is_state else others).append(weight(self._surroundings.articles(key)))
        return fsum(sorted(others)) + max(states, default=0.0)

    def telling(self, left: frozenset[str], right: frozenset[str], most: int) -> tuple[str, ...]:
        """The names of what two contexts share, the rarest first, `most` of them at most."""
        shared = sorted(left & right, key=lambda key: (-weight(self._surroundings.articles(key)), key))
        return tuple(self._surroundings.told(key)[0] for key in shared[:most])

    def far(self, left: frozenset[str], right: frozenset[str]) -> bool:
        """Whether two contexts that both name enough besides have nothing to do with each other."""
        return min(len(left), len(right)) >= TELLING and self.near(left, right) < FAR

    def several(self, surname: str) -> bool:
        """Whether those who bear a surname, anywhere, are too many for an initial to mean one of them."""
        return self._surroundings.several(surname)

    def one_state(self, left: Node, right: Node) -> bool:
        """Whether articles with either name speak of one state."""
        if not (left.size and right.size):
            return False
        return not self._surroundings.states(left.key).isdisjoint(self._surroundings.states(right.key))


class AllThereIs:
    """The surroundings among nodes that are all there is."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        # As they were at first: nodes that are parted stand in the same articles under one key.
        self._nodes = dict(nodes)

    @cached_property
    def _named(self) -> Mapping[str, frozenset[str]]:
        """Node keys by article."""
        named: dict[str, set[str]] = {}
        for key, articles in self._articles.items():
            for article in articles:
                named.setdefault(article, set()).add(key)
        return {article: frozenset(keys) for article, keys in named.items()}

    @cached_property
    def _articles(self) -> Mapping[str, Collection[str]]:
        """Articles by node key, each once."""
        # Nearly all nodes stand in one article, and a set takes four times the memory.
        return {key: tuple({chain.article for chain in node.whole}) for key, node in self._nodes.items()}

    @cached_property
    def _states(self) -> Mapping[str, frozenset[str]]:
        """States by article."""
        found: dict[str, set[str]] = {}
        for key, node in self._nodes.items():
            if node.kind is Kind.STATE and node.entry is not None:
                for chain in node.chains:
                    if chain.kind.folded is Kind.PLACE or chain.nationality:
                        found.setdefault(chain.article, set()).add(key)
        return {article: frozenset(states) for article, states in found.items()}

    @cached_property
    def _bearers(self) -> Mapping[str, Sequence[Name]]:
        """Full names of persons by surname."""
        found: dict[str, list[Name]] = {}
        for node in self._nodes.values():
            if node.kind is Kind.PERSON and not node.surname_only and (surname := surname_of(node.name)):
                found.setdefault(surname, []).append(node.name)
        return found

    def several(self, surname: str) -> bool:
        """See `Surroundings`."""
        return are_several(self._bearers.get(surname, ()))

    def named(self, articles: Collection[str]) -> frozenset[str]:
        """See `Surroundings`."""
        return frozenset().union(*(self._named[article] for article in articles))

    def articles(self, key: str) -> int:
        """See `Surroundings`."""
        return len(self._articles[key])

    def told(self, key: str) -> tuple[str, Kind]:
        """See `Surroundings`."""
        return self._nodes[key].title, self._nodes[key].kind

    def states(self, key: str) -> frozenset[str]:
        """See `Surroundings`."""
        if not self._states:
            return frozenset()
        return frozenset().union(*(self._states.get(article, ()) for article in self._articles[key]))
