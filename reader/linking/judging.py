"""What persons judged, laid over the nodes before anything else is concluded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeAlias

from reader.linking.clusters import Clusters
from reader.linking.mechanism_weights import CERTAIN, OPEN, WEIGHTS, speaks_for
from reader.model import Anchor, Doubt, Evidence, Judged, Judgement, Kind, Origin, Sign, Verdict
from reader.names.analyse import analyse
from reader.names.dictionary import Dictionary
from reader.names.wording import Mechanism


def singled_out(judgements: Sequence[Judgement]) -> Iterator[tuple[str, Kind, str]]:
    """Article, kind and folded name of what judgements say about one article only."""
    for judgement in judgements:
        for anchor in (judgement.left, judgement.right):
            if anchor.article is not None:
                yield anchor.article.location, anchor.kind.folded, analyse(anchor.name, anchor.kind).key


def heeding(dictionary: Dictionary, judgements: Iterable[Judgement], article: str | None = None) -> Dictionary:
    """The dictionary without the names that a person took from a known actor, everywhere or in this article too."""
    names = taken(dictionary, judgements, article)
    return dictionary.without(names) if names else dictionary


def taken(
    dictionary: Dictionary, judgements: Iterable[Judgement], article: str | None = None
) -> dict[str, frozenset[str]]:
    """The keys of the names that a person took from known actors, by the id of the entry.

    Where two names of one entry were judged not to be one actor, the entry keeps its own name, else the second.
    """
    latest: dict[frozenset[_Told], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.left.name, j.right.name)):
        anchors = (judgement.left, judgement.right)
        if all(anchor.article is None or anchor.article.location == article for anchor in anchors):
            latest[frozenset(map(_told, anchors))] = judgement
    found: dict[str, set[str]] = {}
    for judgement in latest.values():
        if judgement.verdict is Verdict.SAME:
            continue
        left, right = (analyse(anchor.name, anchor.kind) for anchor in (judgement.left, judgement.right))
        entry = dictionary.lookup(left) or dictionary.demonym(left.text)
        if entry is not None and left.key != right.key and entry is dictionary.lookup(right):
            own = analyse(entry.name, entry.kind).key
            found.setdefault(entry.id, set()).add(right.key if left.key == own else left.key)
    return {entry: frozenset(keys) for entry, keys in found.items()}


def judge(clusters: Clusters, judgements: Sequence[Judgement], dictionary: Dictionary) -> None:
    """What is judged apart stays apart, what is judged one is one; of two verdicts on the same names the later stands.

    Where verdicts on other names cannot all hold, those that keep apart do, then the older; `doubts` tells of it.
    """
    if not judgements:
        return
    index = _Index(clusters)
    latest: dict[frozenset[_Told], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.left.name, j.right.name, j.verdict)):
        latest[frozenset((_told(judgement.left), _told(judgement.right)))] = judgement
    ordered = sorted(latest.values(), key=lambda j: (j.at, j.left.name, j.right.name, j.verdict))
    for same in (False, True):
        for judgement in ordered:
            if (judgement.verdict is Verdict.SAME) is same:
                find = index.nodes if same else index.all_nodes
                mine, theirs = find(judgement.left), find(judgement.right)
                if not same and _parted(clusters, set(mine) & set(theirs), judgement):
                    index = _Index(clusters)
                    mine, theirs = index.all_nodes(judgement.left), index.all_nodes(judgement.right)
                if not same:
                    _disown(clusters, mine, theirs, judgement, dictionary)
                for left, right in product(mine, theirs):
                    if same and left != right:
                        clusters.join(left, right, _said(judgement), judged=True)
                    elif left != right:
                        clusters.keep_apart(left, right, judgement)


def _parted(clusters: Clusters, keys: Iterable[str], judgement: Judgement) -> bool:
    """Part the articles of one name that spell it as the left anchor does from those that spell it as the right does.

    Both spellings are short forms or variants of that name, each in its own articles; returns whether there were such.
    """
    parted = False
    for key in sorted(keys):
        node = clusters.nodes[key]
        if node.entry is not None:
            continue  # Of a known actor's names the dictionary loses one (`heeding`).
        left, right = (analyse(anchor.name, anchor.kind).key for anchor in (judgement.left, judgement.right))
        spelt = [{analyse(text, node.kind).key for text in chain.uses()} for chain in node.chains]
        theirs = [chain for chain, keys in zip(node.chains, spelt, strict=True) if right in keys and left not in keys]
        if theirs and any(left in keys for keys in spelt):
            clusters.keep_apart(key, clusters.part(key, theirs, right), judgement)
            parted = True
    return parted


def _disown(
    clusters: Clusters, mine: Sequence[str], theirs: Sequence[str], judgement: Judgement, dictionary: Dictionary
) -> None:
    """What is judged not to be a known actor is not, also where no article names that one."""
    for keys, others, anchor in ((mine, theirs, judgement.right), (theirs, mine, judgement.left)):
        entry = dictionary.lookup(analyse(anchor.name, anchor.kind)) if keys and not others else None
        if entry is not None:
            for key in keys:
                clusters.disown(key, entry)


_Told: TypeAlias = tuple[Kind, str, Origin | None, str]


def _told(anchor: Anchor) -> _Told:
    """What makes two anchors one."""
    return anchor.kind.folded, analyse(anchor.name, anchor.kind).key, anchor.article, anchor.state


def _said(judgement: Judgement) -> Evidence:
    sign = Sign.FOR if judgement.verdict is Verdict.SAME else Sign.NEUTRAL
    return Evidence(sign, Mechanism.JUDGEMENT, WEIGHTS[Mechanism.JUDGEMENT], judged=judged(judgement))


def judged(judgement: Judgement) -> Judged:
    """What evidence tells of a judgement."""
    return Judged(judgement.verdict, judgement.at, judgement.why)


def doubts(clusters: Clusters, key_of: Mapping[str, str]) -> Iterator[Doubt]:
    """What judgements leave between two clusters, by the keys of their roots: those judged related, and conflicts.

    A conflict is where a judgement, or a rule, would join two clusters that another judgement keeps apart: its first
    evidence says what joins them, its last what forbids it, with the two names that would be joined for its pieces.
    """
    for left, right, judgement in clusters.apart():
        if judgement.verdict is Verdict.RELATED and clusters.root(left) != clusters.root(right):
            one, other = sorted(key_of[clusters.root(key)] for key in (left, right))
            yield Doubt(one, other, Verdict.RELATED, 1.0, (_said(judgement),))
    for left, right, evidence, judgement in clusters.refused():
        one, other = sorted(key_of[clusters.root(key)] for key in (left, right))
        mine, theirs = clusters.nodes[left].name.text, clusters.nodes[right].name.text
        joins = evidence or Evidence(Sign.FOR, Mechanism.WOULD_BE_ONE, OPEN, (mine, theirs))
        said = judgement.left.name, judgement.right.name
        against = Evidence(
            Sign.CONTRADICTS, Mechanism.CONFLICT, -CERTAIN, said, left=mine, right=theirs, judged=judged(judgement)
        )
        yield Doubt(one, other, Verdict.UNSURE, 1.0, (joins, against))


class _Index:
    """Finds the nodes that an anchor is about: by their own name, else by a spelling that stands in them."""

    def __init__(self, clusters: Clusters) -> None:
        self._nodes = clusters.nodes
        self._own: dict[tuple[Kind, str], list[str]] = {}
        self._spelt: dict[tuple[Kind, str], list[str]] = {}
        for key in sorted(clusters.nodes):
            node = clusters.nodes[key]
            kind = node.kind.folded
            own = {node.name.key, *((analyse(node.entry.name, node.kind).key,) if node.entry else ())}
            for name in own:
                self._own.setdefault((kind, name), []).append(key)
            for name in {analyse(text, node.kind).key for text in node.texts} - own:
                self._spelt.setdefault((kind, name), []).append(key)

    def nodes(self, anchor: Anchor) -> list[str]:
        """Node keys, sorted; with an article only what was singled out there, without one what was not, if any."""
        return next(filter(None, self._found(anchor)), [])

    def all_nodes(self, anchor: Anchor) -> list[str]:
        """The same, with those that are only spelt so where others have the name for their own.

        What is judged not to be somebody is not, in whatever chain it stands.
        """
        return [key for found in self._found(anchor) for key in found]

    def _found(self, anchor: Anchor) -> Iterator[list[str]]:
        wanted = anchor.kind.folded, analyse(anchor.name, anchor.kind).key
        for found in (self._own.get(wanted, []), self._spelt.get(wanted, [])):
            if anchor.article is not None:
                found = [key for key in found if self._nodes[key].article == anchor.article.location]
            else:
                found = [key for key in found if not self._nodes[key].article] or found
            if anchor.state:
                found = [key for key in found if self._nodes[key].state == anchor.state] or found
            yield found


def rejoin(clusters: Clusters) -> None:
    """What was singled out for a judgement, and neither judged apart nor another's, goes back to its name."""
    for key in sorted(clusters.nodes):
        base = clusters.nodes[key].identity.base
        if base in clusters.nodes and len(clusters.members(key)) == 1 and not clusters.judged_apart(key, base):
            clusters.join(key, base, speaks_for(Mechanism.REJOINED, (clusters.nodes[key].name.text,)))
