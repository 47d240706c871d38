"""Chains into actors: the order of evidence, the vetoes, and the doubts that are left."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.linking import candidates
from reader.linking.alike import alike
from reader.linking.context import Context
from reader.linking.judging import doubts as judged_doubts
from reader.linking.judging import heeding, judge, rejoin, singled_out
from reader.linking.learnt import learnt_short_forms, lost_endings
from reader.linking.lone import initials, lone_names, longer_names
from reader.linking.nodes import Clusters, Node, nodes_of
from reader.linking.policy import Outcome
from reader.linking.reasons import own_evidence
from reader.linking.single_words import single_words
from reader.linking.strays import strays
from reader.linking.taught import heed
from reader.linking.translated import translated
from reader.linking.unless import qualifies
from reader.model import Chain, Cluster, Doubt, Evidence, Judgement, Kind, Resolution, Sign, Verdict
from reader.names.analyse import analyse
from reader.names.dictionary import Dictionary, Entry
from reader.names.scripts import foreign
from reader.names.vetoes import excluded
from reader.names.wording import Mechanism

_Misspelt = dict[str, dict[str, tuple[Entry, tuple[Evidence, ...]]]]
"""Known actors by id, with why, whose name a node's is much like; by the node's key."""


def _never() -> bool:
    return False


def _silent(done: int, total: int) -> None:
    pass


class Cancelled(Exception):
    """The caller asked to stop; nothing was concluded."""


def resolve(
    chains: Iterable[Chain],
    dictionary: Dictionary,
    judgements: Sequence[Judgement] = (),
    cancelled: Callable[[], bool] = _never,
    progress: Callable[[int, int], None] = _silent,
) -> Resolution:
    """Group chains into actors. The order in which chains and judgements come does not matter.

    `progress` gets the steps done and their number. A judgement is about the chains of its anchor's article (compared
    with `Chain.article`) or, without one, about every chain with that name and kind.

    Raises:
        Cancelled: `cancelled()` said so.
    """
    dictionary = heeding(dictionary, judgements)
    nodes = nodes_of(chains, dictionary, frozenset(singled_out(judgements)))
    clusters = Clusters(nodes)
    context = Context(nodes)
    doubts: list[Doubt] = []
    pending: list[tuple[str, str, float, tuple[Evidence, ...]]] = []
    misspelt: _Misspelt = {}
    steps: list[Callable[[], None]] = [
        lambda: judge(clusters, judgements, dictionary),
        lambda: rejoin(clusters),
        lambda: _aliases(clusters),
        lambda: _cross_kinds(clusters),
        lambda: translated(clusters, dictionary),
        lambda: learnt_short_forms(clusters),
        lambda: lost_endings(clusters),
        lambda: misspelt.update(_likely(clusters, dictionary, pending, cancelled)),
        lambda: _misspelt(clusters, misspelt),
        lambda: longer_names(clusters),
        lambda: initials(clusters),
        lambda: lone_names(clusters, dictionary, context, pending),
        lambda: single_words(clusters, dictionary, pending),
        lambda: strays(clusters, dictionary),
        lambda: heed(clusters, judgements, pending),
    ]
    for done, step in enumerate(steps):
        if cancelled():
            raise Cancelled
        progress(done, len(steps))
        step()
    progress(len(steps), len(steps))
    found, key_of = _clusters(clusters)
    for left, right, score, reasons in pending:
        a, b = key_of[clusters.root(left)], key_of[clusters.root(right)]
        if a != b and not clusters.judged_apart(left, right):
            doubts.append(Doubt(min(a, b), max(a, b), Verdict.UNSURE, score, reasons))
    doubts.extend(_related(clusters, key_of, dictionary))
    doubts.extend(judged_doubts(clusters, key_of))
    evidence = {
        chain.id: node.evidence or own_evidence(node, chain) or _joined_to(clusters, key)
        for key, node in nodes.items()
        for chain in node.chains
    }
    unique = {(d.left, d.right): d for d in sorted(doubts, key=lambda d: (d.left, d.right, d.score))}
    return Resolution(found, evidence, tuple(unique.values()))


def _joined_to(clusters: Clusters, key: str) -> tuple[Evidence, ...]:
    """Why others were joined to a node that stands in one article only: the strongest reason, as it holds both ways."""
    found: list[tuple[Evidence, ...]] = []
    for other in clusters.members(key):
        reasons = clusters.nodes[other].evidence
        for at, reason in enumerate(reasons):
            if not qualifies(reason):
                found.append((reason, *filter(qualifies, reasons[at + 1 : at + 2])))
    return max(found, key=lambda reasons: (reasons[0].weight, reasons[0].mechanism, reasons[0].names), default=())


def _aliases(clusters: Clusters) -> None:
    """Full spellings that stood in one chain somewhere are one actor everywhere."""
    by_key = {
        (node.kind.folded, node.name.key): key
        for key, node in clusters.nodes.items()
        if not node.lone and not node.entry
    }
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        texts = {text for chain in node.chains if not chain.nationality for text in (*chain.spellings, *chain.declared)}
        for text in sorted(texts - {node.name.text}):
            name = analyse(text, node.kind)
            other = by_key.get((node.kind.folded, name.key))
            if other is None or other == key or len(name.words) < 2 or "@" in other:
                continue
            declared = [chain for chain in node.chains if text in chain.declared]
            if declared or not clusters.conflict(key, other):
                where = next(iter(declared), None) or next(c for c in node.chains if text in c.spellings)
                names = text, where.name
                reason = Evidence(Sign.FOR, Mechanism.DECLARED_ELSEWHERE, 0.9, names, article=where.article)
                clusters.join(key, other, reason, declared=bool(declared))


def _cross_kinds(clusters: Clusters) -> None:
    """One name of several words or an acronym, filed under `other` here and under a kind there."""
    named: dict[str, list[str]] = {}
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if not node.lone and node.entry is None and node.kind is not Kind.PERSON:
            named.setdefault(node.name.key, []).append(key)
    for keys in named.values():
        open_keys = [k for k in keys if clusters.nodes[k].kind in (Kind.OTHER, Kind.GROUP)]
        closed = [k for k in keys if k not in open_keys and "@" not in k]
        if not open_keys or len(closed) > 1:
            closed = closed if len(closed) == 1 else []
        for key in open_keys:
            name = clusters.nodes[key].name
            for other in [*closed, *open_keys]:
                if other != key and (len(name.words) > 1 or name.acronym):
                    clusters.join(key, other, Evidence(Sign.FOR, Mechanism.ANY_KIND, 0.9, (name.text,)))


def _likely(
    clusters: Clusters,
    dictionary: Dictionary,
    pending: list[tuple[str, str, float, tuple[Evidence, ...]]],
    cancelled: Callable[[], bool],
) -> _Misspelt:
    """Guarded likeness: the surest pairs first; what is likely but not sure becomes a doubt.

    Returns what is written much as a known actor is, for `_misspelt`.
    """
    known = {
        node.key: node
        for entry in dictionary.entries()
        if entry.kind.folded is not Kind.PLACE
        for text in dict.fromkeys((entry.name, *entry.names))
        for node in [Node(f"{entry.id}={text}", entry.kind, analyse(text, entry.kind), entry)]
    }
    found = []
    misspelt: _Misspelt = {}
    for at, (left, right) in enumerate(candidates.pairs(clusters.nodes, known)):
        if at % 4096 == 0 and cancelled():
            raise Cancelled
        meant = known.get(right)
        follows, reasons = alike(
            clusters.nodes[left], meant or clusters.nodes[right], dictionary, known=meant is not None
        )
        if meant is None and reasons:
            found.append((-reasons[0].weight, left, right, follows, reasons))
        elif meant is not None and meant.entry and follows is Outcome.JOIN:
            misspelt.setdefault(left, {})[meant.entry.id] = meant.entry, reasons
    for _, left, right, follows, reasons in sorted(found, key=lambda item: item[:3]):
        if follows is Outcome.JOIN and not clusters.conflict(left, right):
            clusters.join(left, right, *reasons)
        elif clusters.root(left) != clusters.root(right) and not clusters.judged_apart(left, right):
            pending.append((left, right, reasons[0].weight, reasons))
    return misspelt


def _misspelt(clusters: Clusters, misspelt: _Misspelt) -> None:
    """Names that are written much as one known actor is, and as no other."""
    roots = {node.entry.id: key for key, node in sorted(clusters.nodes.items()) if node.entry is not None}
    spelt: dict[str, list[str]] = {}
    for key in sorted(misspelt):
        node = clusters.nodes[key]
        if clusters.entry(key) is not None or node.kind.folded is Kind.PLACE or len(misspelt[key]) > 1:
            continue
        ((meant, reasons),) = misspelt[key].values()
        others = spelt.setdefault(meant.id, [])
        if any(excluded(node.name, clusters.nodes[other].name) for other in others):
            continue  # Each is like the known actor's name, and they exclude each other.
        others.append(key)
        if meant.id in roots:
            clusters.join(key, roots[meant.id], *reasons)
        else:
            clusters.name(key, meant, *reasons)
            roots[meant.id] = key


def _clusters(clusters: Clusters) -> tuple[tuple[Cluster, ...], Mapping[str, str]]:
    found: list[Cluster] = []
    key_of: dict[str, str] = {}
    for members in clusters.all():
        nodes = [clusters.nodes[key] for key in members]
        entry = clusters.entry(members[0])
        main = max(nodes, key=lambda n: (not n.lone, len(n.chains), -len(n.key), n.key))
        key = entry.id if entry else main.key
        texts: Counter[str] = Counter()
        for node in nodes:
            for chain in node.chains:
                if not chain.nationality:
                    texts[chain.name] += 1
        name = entry.name if entry else _preferred(texts, nodes, main)
        chains = sorted(chain.id for node in nodes for chain in node.chains)
        found.append(Cluster(key, entry.kind if entry else main.kind, name, tuple(chains), entry.id if entry else ""))
        key_of[clusters.root(members[0])] = key
    return tuple(sorted(found, key=lambda cluster: cluster.key)), key_of


def _preferred(texts: Counter[str], nodes: Sequence[Node], main: Node) -> str:
    if len(texts) < 2:
        return next(iter(texts), main.name.text)
    most = len(main.name.words)
    # Most names were taken apart for their nodes.
    known = {node.name.text: node.name for node in nodes}
    full = {t: n for t, n in texts.items() if len((known.get(t) or analyse(t, main.kind)).words) >= most} or dict(texts)
    return max(full, key=lambda text: (full[text], not foreign(text), not text.isupper(), text))


def _related(clusters: Clusters, key_of: Mapping[str, str], dictionary: Dictionary) -> list[Doubt]:
    """Ties between known actors that are both named here."""
    here = {e.id: e for root in key_of if (e := clusters.entry(root)) is not None}
    found = []
    for entry in here.values():
        for other in entry.related:
            if other in here:
                reason = Evidence(Sign.NEUTRAL, Mechanism.TIED, 0.5, (entry.name, here[other].name))
                low, high = min(entry.id, other), max(entry.id, other)
                found.append(Doubt(low, high, Verdict.RELATED, 0.5, (reason,)))
    return found
