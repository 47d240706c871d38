"""Nodes that are one actor: union-find, deterministic, with vetoes held against whole clusters."""

from collections.abc import Iterator, Sequence
from itertools import product

from reader.linking.caveats import qualified
from reader.linking.nodes import Node
from reader.model import Chain, Evidence, Judgement
from reader.names.analyse import Name
from reader.names.dictionary import Entry
from reader.names.vetoes import excluded
from reader.names.wording import Mechanism

COMPARED = 6
"""How many of a cluster's most frequent names are held against another cluster's; more change nothing but the time."""


class Clusters:
    """Union-find over nodes, deterministic, with vetoes held against whole clusters."""

    def __init__(self, nodes: dict[str, Node]) -> None:
        self.nodes = nodes
        # Of what was joined only: most nodes stay alone.
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        # The nodes that are one by their names, for each that was joined so: what a person or an article said is
        # another name of somebody speaks for nobody's spelling, and against none.
        self._alike: dict[str, list[str]] = {}
        self._entries: dict[str, Entry] = {key: node.entry for key, node in nodes.items() if node.entry}
        self._apart: dict[str, dict[str, Judgement]] = {}
        self._refused: dict[tuple[str, str], Evidence | None] = {}
        self._judged: set[str] = set()
        self._disowned: dict[str, set[str]] = {}

    def root(self, key: str) -> str:
        """The cluster that a node is in, by the smallest key in it."""
        while (above := self._parent.get(key)) is not None:
            top = self._parent.get(above)
            if top is not None:
                self._parent[key] = top
            key = above
        return key

    def members(self, key: str) -> list[str]:
        """The nodes of a node's cluster."""
        root = self.root(key)
        return self._members.get(root) or [root]

    def entry(self, key: str) -> Entry | None:
        """The known actor that a node's cluster is."""
        return self._entries.get(self.root(key))

    def keep_apart(self, left: str, right: str, judgement: Judgement) -> None:
        """Two nodes that a person judged not to be one: no chain of reasoning joins them."""
        self._apart.setdefault(left, {})[right] = judgement
        self._apart.setdefault(right, {})[left] = judgement
        for key in (left, right):
            # A person said that this mention is not the known actor its name stands for.
            if (
                self.nodes[key].article
                and self.root(left) != self.root(right)
                and self.entry(left) is self.entry(right)
            ):
                self._entries.pop(self.root(key), None)

    def judged_apart(self, left: str, right: str) -> bool:
        """Whether a judgement stands between the clusters of two nodes."""
        if not self._apart:
            return False
        mine, theirs = sorted((self.root(left), self.root(right)), key=lambda root: len(self.members(root)))
        return any(self.root(other) == theirs for key in self.members(mine) for other in self._apart.get(key, ()))

    def spoken_for(self, key: str) -> bool:
        """Whether a person said whose node this is, so that no rule needs to guess."""
        return key in self._judged

    def _between(self, keys: Sequence[str], root: str) -> list[Judgement]:
        """The judgements that keep one of these nodes apart from a cluster, oldest first."""
        found = [
            judgement
            for key in keys
            for other, judgement in self._apart.get(key, {}).items()
            if self.root(other) == root
        ]
        return sorted(found, key=lambda judgement: (judgement.at, judgement.left.name, judgement.right.name))

    def apart(self) -> Iterator[tuple[str, str, Judgement]]:
        """The pairs of nodes that a person judged not to be one."""
        for left in sorted(self._apart):
            for right, judgement in sorted(self._apart[left].items(), key=lambda item: item[0]):
                if left < right:
                    yield left, right, judgement

    def refused(self) -> Iterator[tuple[str, str, Evidence | None, Judgement]]:
        """Two nodes that would be one, with why if that is known, and the judgement that forbids it.

        What a person judged one is always told. Of what a rule would join, there is nothing to wonder about where a
        person judged the two, or each of them against the other's cluster.
        """
        for (left, right), evidence in sorted(self._refused.items(), key=lambda item: item[0]):
            mine, theirs = self.root(left), self.root(right)
            between = self._between(self.members(left), theirs)
            judged = evidence is not None and evidence.mechanism == Mechanism.JUDGEMENT
            spoken = self._between([left], theirs) and self._between([right], mine)
            if between and (judged or not (spoken or right in self._apart.get(left, {}))):
                yield left, right, evidence, between[-1]

    def _refuse(self, left: str, right: str, evidence: Evidence | None = None) -> None:
        pair = (left, right) if left <= right else (right, left)
        known = self._refused.get(pair)
        self._refused[pair] = (
            known if known is not None and known.mechanism == Mechanism.JUDGEMENT else evidence or known
        )

    def conflict(self, left: str, right: str) -> bool:
        """Whether two clusters cannot be one: known actors, a judgement, or their names forbid it."""
        mine, theirs = self.entry(left), self.entry(right)
        if mine and theirs and mine.id != theirs.id:
            return True
        if self.judged_apart(left, right):
            self._refuse(left, right)
            return True
        return any(excluded(a, b) for a, b in product(self._names(left), self._names(right)))

    def _names(self, key: str) -> list[Name]:
        # What somebody is called in one article, as a person says, is not what he is called.
        named = (self.nodes[k] for k in self._alike.get(key, [key]))
        members = [node for node in named if not (node.surname_only or node.article)]
        members.sort(key=lambda node: (-node.size, node.key))
        return [node.name for node in members[:COMPARED]]

    def join(
        self,
        left: str,
        right: str,
        evidence: Evidence,
        caveat: Evidence | None = None,
        *,
        judged: bool = False,
        declared: bool = False,
    ) -> bool:
        """Make two clusters one, unless known actors or a judgement forbid; the smaller brings the evidence.

        `left` is the shorter name where one is. `caveat` says what would have to be true for it to be wrong.

        Two known actors become one only when a person `judged` so: the one named in more articles stays known. An
        article that `declared` two names one says as little as a person does about how they are spelt.
        """
        a, b = self.root(left), self.root(right)
        if a == b:
            self._judged |= {left, right} if judged else set()
            return True
        mine, theirs = self._entries.get(a), self._entries.get(b)
        if mine and theirs and mine.id != theirs.id and not judged:
            return False
        if self.judged_apart(a, b):
            self._refuse(left, right, evidence)
            return False
        if judged:
            self._judged |= {left, right}
        smaller, node = (a, left) if self._weight(a) < self._weight(b) else (b, right)
        short, long = self.nodes[left], self.nodes[right]
        reasons = qualified(evidence, short.name.text, long.title, caveat)
        self.nodes[node].evidence += tuple(reasons)
        for key in self.members(smaller):
            if key != node and not self.nodes[key].evidence:
                self.nodes[key].evidence = tuple(reasons)
        if not (judged or declared):
            short_side, long_side = sorted((self._alike.get(one, [one]) for one in (left, right)), key=len)
            long_side.extend(short_side)
            self._alike |= dict.fromkeys(short_side, long_side)
            self._alike.setdefault(long_side[0], long_side)
        keep, drop = (a, b) if a < b else (b, a)
        self._members.setdefault(keep, [keep]).extend(self._members.pop(drop, (drop,)))
        self._parent[drop] = keep
        entry = (theirs if smaller == a else mine) or mine or theirs
        self._entries.pop(drop, None)
        if entry:
            self._entries[keep] = entry
        return True

    def _weight(self, root: str) -> tuple[bool, int]:
        return root in self._entries, sum(self.nodes[key].size for key in self.members(root))

    def name(self, key: str, entry: Entry, evidence: Evidence, caveat: Evidence | None = None) -> None:
        """Say which known actor a cluster without one is, and what would have to be true for that to be wrong.

        Not where a person said that it is not that one.
        """
        apart = entry.id in self.nodes and self.judged_apart(key, entry.id)
        if apart or any(entry.id in self._disowned.get(member, ()) for member in self.members(key)):
            return
        self._entries.setdefault(self.root(key), entry)
        node = self.nodes[key]
        node.evidence += tuple(qualified(evidence, node.name.text, entry.name, caveat))

    def disown(self, key: str, entry: Entry) -> None:
        """A person said that a node is not this known actor, whom no article here names."""
        self._disowned.setdefault(key, set()).add(entry.id)

    def part(self, key: str, chains: Sequence[Chain], mark: str) -> str:
        """Put some of a node's chains into a node of their own, called after the mark; what was judged holds for both.

        The node is alone in its cluster. Returns the new node's key.
        """
        new = f"{key}>{mark}"
        self.nodes[new] = self.nodes[key].parted(new, chains)
        for other, judgement in self._apart.get(key, {}).items():
            self._apart.setdefault(new, {})[other] = judgement
            self._apart[other][new] = judgement
        return new

    def all(self) -> list[list[str]]:
        """Every cluster's node keys, sorted."""
        return [sorted(self.members(key)) for key in sorted(self.nodes) if key not in self._parent]
