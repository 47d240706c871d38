"""Chains into actors: the order of evidence, the vetoes, and the doubts that are left."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.linking import candidates
from reader.linking.alias_mining import lost_endings, mined_short_forms
from reader.linking.alike import alike, known_as
from reader.linking.caveats import qualifies
from reader.linking.clusters import Clusters
from reader.linking.collector_paused import uncollected
from reader.linking.context import AllThereIs, Context
from reader.linking.judgement_propagation import propagate
from reader.linking.judging import doubts as judged_doubts
from reader.linking.judging import heeding, judge, rejoin, singled_out
from reader.linking.kind_correction import corrected_kinds
from reader.linking.mechanism_weights import OPEN, speaks_for
from reader.linking.name_evidence import own_evidence
from reader.linking.nodes import Node, nodes_of
from reader.linking.open_states import open_states
from reader.linking.policy import Outcome
from reader.linking.several_kinds import Use, joinable, may_tell
from reader.linking.short_forms_across_articles import only_heads, spelt_out
from reader.linking.single_words import single_words
from reader.linking.surname_only import Pending, initials, longer_names, surnames_only
from reader.linking.translated import translated
from reader.model import Chain, Cluster, Doubt, Evidence, Judgement, Kind, Resolution, Sign, Uses, Verdict
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


def _none(known: Collection[str]) -> Collection[str]:
    return ()


class Cancelled(Exception):
    """The caller asked to stop; nothing was concluded."""


@dataclass(frozen=True, slots=True)
class Group:
    """An actor as linking found it, by its nodes."""

    actor: Cluster
    """Without its chains."""
    nodes: Sequence[Node]
    why: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    """Why others were joined to a node that stands in one article only, by the node's key."""

    def evidence(self, node: Node, chain: Chain) -> tuple[Evidence, ...]:
        """Why a chain of one of its nodes belongs to it."""
        return node.evidence or own_evidence(node, chain) or self.why.get(node.key, ())


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking concluded of some nodes."""

    groups: Sequence[Group]
    doubts: Sequence[Doubt]


@uncollected()
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
    whole = Piece(nodes, candidates.pairs(nodes), candidates.known_pairs(nodes, dictionary), Context(AllThereIs(nodes)))
    found = resolve_piece(whole, dictionary, judgements, cancelled, progress)
    clusters = [
        replace(group.actor, chains=tuple(sorted(chain.id for node in group.nodes for chain in node.chains)))
        for group in found.groups
    ]
    evidence = {
        chain.id: group.evidence(node, chain) for group in found.groups for node in group.nodes for chain in node.chains
    }
    return Resolution(tuple(clusters), evidence, found.doubts)


@dataclass(frozen=True, slots=True)
class Piece:
    """Nodes that nothing outside of them has any influence on, but for what comes in here."""

    nodes: dict[str, Node]
    pairs: Sequence[tuple[str, str]]
    """The keys of those worth comparing."""
    known: Iterable[tuple[str, Node]]
    """The keys of nodes, with known names that they are worth comparing with."""
    context: Context
    named_elsewhere: Callable[[Collection[str]], Collection[str]] = _none
    """Those of some known actors, by id, that are named outside of it."""
    beyond: Sequence["Beyond"] = ()
    """What it leaves in doubt with nodes outside of it."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """A node of a piece, and one outside of it that may be the same actor, which is no more than a question."""

    key: str
    other: Node
    actor: str
    """The key of the other one's actor."""


def resolve_piece(
    piece: Piece,
    dictionary: Dictionary,
    judgements: Sequence[Judgement],
    cancelled: Callable[[], bool] = _never,
    progress: Callable[[int, int], None] = _silent,
) -> Linked:
    """What becomes of a piece: a function of the piece, the judgements, and a dictionary that heeds them."""
    nodes, context = piece.nodes, piece.context
    clusters = Clusters(nodes)
    pending: Pending = []
    misspelt: _Misspelt = {}
    steps: list[Callable[[], None]] = [
        lambda: judge(clusters, judgements, dictionary),
        lambda: rejoin(clusters),
        lambda: _aliases(clusters),
        lambda: _cross_kinds(clusters),
        lambda: translated(clusters, dictionary),
        lambda: mined_short_forms(clusters),
        lambda: lost_endings(clusters),
        lambda: misspelt.update(_likely(clusters, piece, dictionary, pending, cancelled)),
        lambda: _misspelt(clusters, misspelt),
        lambda: longer_names(clusters),
        lambda: initials(clusters, context),
        lambda: surnames_only(clusters, dictionary, context, pending),
        lambda: single_words(clusters, piece.pairs, dictionary, pending),
        lambda: corrected_kinds(clusters, dictionary),
        lambda: open_states(clusters, dictionary, pending),
        lambda: propagate(clusters, judgements, pending),
    ]
    for done, step in enumerate(steps):
        if cancelled():
            raise Cancelled
        progress(done, len(steps))
        step()
    progress(len(steps), len(steps))
    groups, key_of = _groups(clusters)
    doubts = []
    for left, right, score, reasons in pending:
        a, b = key_of[clusters.root(left)], key_of[clusters.root(right)]
        if a != b and not clusters.judged_apart(left, right):
            doubts.append(Doubt(min(a, b), max(a, b), Verdict.UNSURE, score, reasons))
    doubts.extend(
        _related({group.actor.known for group in groups if group.actor.known}, piece.named_elsewhere, dictionary)
    )
    doubts.extend(_beyond(clusters, key_of, piece, dictionary))
    doubts.extend(judged_doubts(clusters, key_of))
    unique = {(d.left, d.right): d for d in sorted(doubts, key=lambda d: (d.left, d.right, d.score))}
    return Linked(groups, tuple(unique.values()))


_NO_REASONS: Mapping[str, tuple[Evidence, ...]] = {}


def _why(clusters: Clusters, nodes: Sequence[Node]) -> Mapping[str, tuple[Evidence, ...]]:
    """Why others were joined to those nodes that stand in one article only and bring no reason themselves."""
    return {node.key: _joined_to(clusters, node.key) for node in nodes if node.size == 1 and not node.evidence}


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
        for key, node in sorted(clusters.nodes.items(), reverse=True)
        if not node.surname_only and not node.entry
    }
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        for text in sorted(text for text, used in node.texts.items() if _is_name(used) and text != node.name.text):
            name = analyse(text, node.kind)
            other = by_key.get((node.kind.folded, name.key))
            if other is None or other == key or len(name.words) < 2 or clusters.nodes[other].state:
                continue
            declared = node.texts[text].declared > 0
            if declared or not clusters.conflict(key, other):
                article = min(chain.article for chain in node.chains if text in chain.declared) if declared else ""
                reason = speaks_for(Mechanism.DECLARED_ELSEWHERE, (text, node.name.text), article=article)
                clusters.join(key, other, reason, declared=declared)


def _is_name(used: Uses) -> bool:
    """Whether a text stands for the node otherwise than by nationality."""
    return used.spelt > used.by_nationality or (used.declared > 0 and not used.by_nationality)


def _cross_kinds(clusters: Clusters) -> None:
    """One name of several words or an acronym, taken for one kind here and for another there."""
    told: dict[str, list[tuple[str, Use]]] = {}
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if not (node.surname_only or node.state or node.article) and may_tell(node.name):
            use = node.kind, node.entry is not None, node.size
            told.setdefault(node.name.key, []).append((key, use))
    for uses in told.values():
        for key, main in joinable(clusters.nodes[uses[0][0]].name, uses):
            clusters.join(key, main, speaks_for(Mechanism.ANY_KIND, (clusters.nodes[key].name.text,)))
    named: dict[str, list[str]] = {}
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if not node.surname_only and node.entry is None and node.kind is not Kind.PERSON:
            named.setdefault(node.name.key, []).append(key)
    for keys in named.values():
        open_keys = [k for k in keys if clusters.nodes[k].kind in (Kind.OTHER, Kind.GROUP)]
        closed = [k for k in keys if k not in open_keys and not clusters.nodes[k].state]
        if not open_keys or len(closed) > 1:
            closed = closed if len(closed) == 1 else []
        for key in open_keys:
            name = clusters.nodes[key].name
            for other in [*closed, *open_keys]:
                if other != key and (len(name.words) > 1 or name.acronym):
                    clusters.join(key, other, speaks_for(Mechanism.ANY_KIND, (name.text,)))


def _likely(
    clusters: Clusters,
    piece: Piece,
    dictionary: Dictionary,
    pending: Pending,
    cancelled: Callable[[], bool],
) -> _Misspelt:
    """What the names say: the surest pairs first; what is likely but not sure becomes a doubt.

    Returns what is written much as a known actor is, for `_misspelt`.
    """
    nodes = clusters.nodes
    misspelt: _Misspelt = {}
    for at, (key, other) in enumerate(piece.known):
        if at % 4096 == 0 and cancelled():
            raise Cancelled
        reasons = known_as(nodes[key], other, dictionary)
        if reasons and other.entry is not None:
            misspelt.setdefault(key, {})[other.entry.id] = other.entry, reasons
    found = []
    pairs = [*piece.pairs, *spelt_out(nodes.values()), *only_heads(nodes.values(), dictionary)]
    for at, (left, right) in enumerate(pairs):
        if at % 4096 == 0 and cancelled():
            raise Cancelled
        if nodes[left].surname_only and nodes[right].surname_only:
            # Whom each of them means, longer names may say first (see `single_words`).
            continue
        follows, reasons = alike(nodes[left], nodes[right], dictionary, piece.context.one_state)
        if reasons:
            found.append((-reasons[0].weight, left, right, follows, reasons))
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


def _groups(clusters: Clusters) -> tuple[tuple[Group, ...], Mapping[str, str]]:
    """The actors, and by the root of its cluster each one's key."""
    found: list[Group] = []
    key_of: dict[str, str] = {}
    for members in clusters.all():
        nodes = [clusters.nodes[key] for key in members]
        entry = clusters.entry(members[0])
        main = max(nodes, key=lambda n: (not n.surname_only, n.size, -len(n.key), n.key))
        if entry:
            actor = Cluster(entry.id, entry.kind, entry.name, (), entry.id)
        else:
            actor = Cluster(main.key, main.kind, _preferred(nodes, main), (), state=main.state, article=main.article)
        found.append(Group(actor, nodes, _why(clusters, nodes) if len(nodes) > 1 else _NO_REASONS))
        key_of[clusters.root(members[0])] = actor.key
    return tuple(sorted(found, key=lambda group: group.actor.key)), key_of


def _preferred(nodes: Sequence[Node], main: Node) -> str:
    """Of the fullest names in all articles the one that most of them use."""
    texts: Counter[str] = Counter()
    for node in nodes:
        texts.update({text: used.named for text, used in node.texts.items() if used.named})
    if len(texts) < 2:
        return next(iter(texts), main.name.text)
    most = len(main.name.words)
    # Most names were taken apart for their nodes.
    known = {node.name.text: node.name for node in nodes}
    full = {t: n for t, n in texts.items() if len((known.get(t) or analyse(t, main.kind)).words) >= most} or dict(texts)
    return max(full, key=lambda text: (full[text], not foreign(text), not text.isupper(), text))


def _beyond(clusters: Clusters, key_of: Mapping[str, str], piece: Piece, dictionary: Dictionary) -> Iterator[Doubt]:
    """Questions with what is outside: from either end the same ones, for the pieces of both find them."""
    found = []
    for one in piece.beyond:
        here = clusters.nodes[one.key]
        left, right = (here, one.other) if one.key < one.other.key else (one.other, here)
        follows, reasons = alike(left, right, dictionary, piece.context.one_state)
        if follows is Outcome.DOUBT:
            low, high = sorted((key_of[clusters.root(one.key)], one.actor))
            doubt = Doubt(low, high, Verdict.UNSURE, reasons[0].weight, reasons)
            found.append((-doubt.score, left.key, right.key, doubt))
    yield from (doubt for *_, doubt in sorted(found, key=lambda item: item[:3]))


def _related(
    here: Collection[str], elsewhere: Callable[[Collection[str]], Collection[str]], dictionary: Dictionary
) -> Iterator[Doubt]:
    """Ties between two known actors that are both named, at least one of them here."""
    tied = {one: dictionary.related_to(one) for one in here}
    named = {*here, *elsewhere({other for others in tied.values() for other in others})}
    for one, others in tied.items():
        for other in others:
            # From either end in one order: the pieces of both may find it.
            low, high = sorted((one, other))
            left, right = dictionary.entry(low), dictionary.entry(high)
            if other in named and left and right:
                reason = Evidence(Sign.NEUTRAL, Mechanism.TIED, OPEN, (left.name, right.name))
                yield Doubt(low, high, Verdict.RELATED, OPEN, (reason,))
