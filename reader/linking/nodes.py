"""What resolving works on: chains with equal names grouped into nodes, and clusters of nodes with their vetoes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, product
from sys import intern

from reader.linking.shared_names import bound
from reader.linking.states import States, homonym, states_of
from reader.linking.unless import qualified
from reader.model import Chain, Evidence, Judgement, Kind
from reader.names.analyse import Name, Token, analyse
from reader.names.dictionary import Dictionary, Entry
from reader.names.likeness import acronym_of
from reader.names.vetoes import excluded
from reader.names.wording import Mechanism

COMPARED = 6
"""How many of a cluster's most frequent names are held against another cluster's; more change nothing but the time."""


_NOWHERE: Counter[str] = Counter()
"""Shared by all nodes without a state; nothing is ever counted in it."""


@dataclass(slots=True)
class Node:
    """Chains with one folded name and kind, or one dictionary entry."""

    key: str
    """Unique and deterministic; the smallest of a cluster's keys orders it."""
    kind: Kind
    name: Name
    entry: Entry | None = None
    lone: bool = False
    """A person named by one word."""
    chains: list[Chain] = field(default_factory=list)
    evidence: tuple[Evidence, ...] = ()
    countries: Counter[str] = field(default_factory=lambda: _NOWHERE)
    """States that the articles of its chains name, by how often."""

    @property
    def texts(self) -> set[str]:
        """Every spelling in its chains."""
        return {text for chain in self.chains for text in chain.spellings}

    @property
    def title(self) -> str:
        """What a reader would call it."""
        return self.entry.name if self.entry else self.name.text


def entry_of(chain: Chain, dictionary: Dictionary) -> Entry | None:
    """The dictionary entry that a chain is, by its fullest name first, then by the other spellings if they agree."""
    if chain.nationality:
        return dictionary.demonym(chain.name)
    main = analyse(chain.name, chain.kind)
    entry = dictionary.lookup(main)
    if entry is not None:
        return entry
    found: dict[str, Entry] = {}
    for text in chain.spellings:
        name = analyse(text, chain.kind)
        other = dictionary.lookup(name)
        if other is None or (chain.kind is Kind.PERSON and name.single and name.words[0] in main.words):
            # Omar Khadr is not the Omar whom everybody knows.
            continue
        redefined = acronym_of(name, main) and not dictionary.by_name(name, other)
        if not redefined:
            found[other.id] = other
    return next(iter(found.values())) if len(found) == 1 else None


def home(chain: Chain, entry: Entry | None, states: States | None, dictionary: Dictionary) -> tuple[str, Entry | None]:
    """The key of the node that a chain belongs to by its name alone, and the known actor that it is, if any.

    `entry` is the known actor of that name (see `entry_of`), `states` are those that the article speaks of.
    """
    name = analyse(chain.name, chain.kind)
    folded = chain.kind.folded
    if folded in (Kind.ORGANISATION, Kind.OTHER, Kind.GROUP) and not chain.nationality:
        found = bound(name, chain.declared, entry, states or States(), dictionary)
        if found is not None and (folded is Kind.ORGANISATION or found[1] is not None):
            shared, entry = found
            return (entry.id if entry else f"organisation:{shared.rest}@{shared.state}"), entry
    if entry is None and folded is Kind.PLACE:
        entry = homonym(name, states or States(), dictionary)
    if entry is not None:
        return entry.id, entry
    lone = chain.kind is Kind.PERSON and name.single
    return f"{'lone' if lone else folded.value}:{name.key}", None


def nodes_of(
    chains: Iterable[Chain], dictionary: Dictionary, singled_out: frozenset[tuple[str, Kind, str]] = frozenset()
) -> dict[str, Node]:
    """Group chains into nodes by key; one whose article, folded kind and name are singled out gets its own node."""
    nodes: dict[str, Node] = {}
    slim = _Slim()
    # Article by article, so that names are taken apart once and nothing is kept of an article but its chains.
    for _, here in groupby(sorted(chains, key=_place), key=lambda chain: chain.article):
        _place_article(list(here), dictionary, singled_out, nodes, slim)
    return nodes


def _place(chain: Chain) -> tuple[str, str]:
    return chain.article, chain.id


def _place_article(
    chains: Sequence[Chain],
    dictionary: Dictionary,
    singled_out: frozenset[tuple[str, Kind, str]],
    nodes: dict[str, Node],
    slim: "_Slim",
) -> None:
    """Put the chains of one article into their nodes, making those that are not there."""
    entries = {chain.id: entry_of(chain, dictionary) for chain in chains}
    spoken_of = states_of(chains, entries).get(chains[0].article) or States()
    for chain in chains:
        key, entry = home(chain, entries[chain.id], spoken_of, dictionary)
        name = analyse(chain.name, chain.kind)
        kind = entry.kind if entry else chain.kind
        lone = entry is None and kind is Kind.PERSON and name.single
        if singled_out and any(
            (chain.article, kind.folded, analyse(t, chain.kind).key) in singled_out for t in chain.spellings
        ):
            key += f"#{chain.article}"
        node = nodes.get(key)
        if node is None:
            nodes[key] = node = Node(key, kind, slim(name), entry, lone, [chain])
        else:
            node.chains.append(chain)
            if name.text != node.name.text and _spelt(name) < _spelt(node.name):
                # Of several spellings one speaks for all, whichever article came first.
                node.name = slim(name)
        if spoken_of.named:
            if node.countries is _NOWHERE:
                node.countries = Counter()
            node.countries.update(spoken_of.named)


def _spelt(name: Name) -> tuple[bool, str]:
    return name.text.isupper(), name.text


class _Slim:
    """Names that share their words and tokens: of a million names most words are others' as well."""

    def __init__(self) -> None:
        self._tokens: dict[Token, Token] = {}

    def __call__(self, name: Name) -> Name:
        """An equal name, made of what equal names before it are made of."""
        tokens = tuple(self._tokens.setdefault(token, token) for token in name.tokens)
        words = tuple(map(intern, name.words))
        full = words if name.full == words else tuple(map(intern, name.full))
        return replace(name, tokens=tokens, words=words, full=full)


class Clusters:
    """Union-find over nodes, deterministic, with vetoes held against whole clusters."""

    def __init__(self, nodes: dict[str, Node]) -> None:
        self.nodes = nodes
        # Of what was joined only: most nodes stay alone.
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        # The nodes that are one by their names, for each that was joined, where others are one since somebody says so.
        self._alike: dict[str, list[str]] = {}
        self._told = False
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
            if "#" in key and self.root(left) != self.root(right) and self.entry(left) is self.entry(right):
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
        # What a person or an article said is another name of somebody speaks for nobody's spelling, and against none;
        # and what somebody is called in one article, as a person says, is not what he is called.
        keys = self._alike.get(key, [key]) if self._told else self.members(key)
        members = [self.nodes[k] for k in keys if not self.nodes[k].lone and "#" not in k]
        members.sort(key=lambda node: (-len(node.chains), node.key))
        return [node.name for node in members[:COMPARED]]

    def join(
        self,
        left: str,
        right: str,
        evidence: Evidence,
        unless: Evidence | None = None,
        *,
        judged: bool = False,
        declared: bool = False,
    ) -> bool:
        """Make two clusters one, unless known actors or a judgement forbid; the smaller brings the evidence.

        `left` is the shorter name where one is. `unless` says what would have to be true for it to be wrong.

        Two known actors become one only when a person `judged` so: the one named in more articles stays known. An
        article that `declared` two names one says as little as a person does about how they are spelt.
        """
        self._told = self._told or judged or declared
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
        reasons = qualified(evidence, short.name.text, long.title, unless)
        self.nodes[node].evidence += tuple(reasons)
        for key in self.members(smaller):
            if key != node and not self.nodes[key].evidence:
                self.nodes[key].evidence = tuple(reasons)
        if self._told and not (judged or declared):
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
        return root in self._entries, sum(len(self.nodes[key].chains) for key in self.members(root))

    def name(self, key: str, entry: Entry, evidence: Evidence, unless: Evidence | None = None) -> None:
        """Say which known actor a cluster without one is, and what would have to be true for that to be wrong.

        Not where a person said that it is not that one.
        """
        apart = entry.id in self.nodes and self.judged_apart(key, entry.id)
        if apart or any(entry.id in self._disowned.get(member, ()) for member in self.members(key)):
            return
        self._entries.setdefault(self.root(key), entry)
        node = self.nodes[key]
        node.evidence += tuple(qualified(evidence, node.name.text, entry.name, unless))

    def disown(self, key: str, entry: Entry) -> None:
        """A person said that a node is not this known actor, whom no article here names."""
        self._disowned.setdefault(key, set()).add(entry.id)

    def part(self, key: str, chains: Sequence[Chain], mark: str) -> str:
        """Put some of a node's chains into a node of their own, called after the mark; what was judged holds for both.

        The node is alone in its cluster. Returns the new node's key.
        """
        whole = self.nodes[key]
        apart = {chain.id for chain in chains}
        new = f"{key}>{mark}"
        part = self.nodes[new] = Node(new, whole.kind, whole.name, lone=whole.lone)
        part.chains = list(chains)
        whole.chains = [chain for chain in whole.chains if chain.id not in apart]
        for other, judgement in self._apart.get(key, {}).items():
            self._apart.setdefault(new, {})[other] = judgement
            self._apart[other][new] = judgement
        return new

    def all(self) -> list[list[str]]:
        """Every cluster's node keys, sorted."""
        return [sorted(self.members(key)) for key in sorted(self.nodes) if key not in self._parent]
