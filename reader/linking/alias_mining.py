"""Short forms learnt from the articles that explain them, for the articles that do not."""

from collections import Counter

from reader.linking.clusters import Clusters
from reader.linking.mechanism_weights import speaks_for
from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.tables import GENERIC
from reader.names.wording import Mechanism

_OPEN = (Kind.OTHER, Kind.GROUP)


def mined_short_forms(clusters: Clusters) -> None:
    """A short form that articles use for one organisation only is that organisation where it stands alone as well."""
    uses: dict[tuple[Kind, str], Counter[str]] = {}
    for key, node in clusters.nodes.items():
        if node.kind.folded not in (Kind.ORGANISATION, Kind.OTHER):
            continue
        for text, used in node.texts.items():
            short = max(used.spelt - used.named, used.declared)
            name = analyse(text, node.kind)
            if short > 0 and name.key != node.name.key and _telling(name.words):
                uses.setdefault((node.kind.folded, name.key), Counter())[clusters.root(key)] += short
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        spelt = uses.get((node.kind.folded, node.name.key))
        if node.entry or not spelt or node.kind.folded not in (Kind.ORGANISATION, Kind.OTHER):
            continue
        fitting = {
            clusters.root(root): count for root, count in sorted(spelt.items()) if not clusters.judged_apart(key, root)
        }
        if len(fitting) == 1:
            ((best, count),) = fitting.items()
            if best != clusters.root(key):
                names = node.name.text, clusters.nodes[best].name.text
                clusters.join(key, best, speaks_for(Mechanism.LEARNT, names, (count,)))


def _telling(words: tuple[str, ...]) -> bool:
    return bool(words) and not all(word in GENERIC for word in words)


def lost_endings(clusters: Clusters) -> None:
    """A name with one "s" more: a plural ("Republicans"), or a possessive that lost its apostrophe ("Syrias")."""
    named: dict[tuple[Kind, str], list[str]] = {}
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if not (node.surname_only or node.state or node.name.acronym) and node.kind is not Kind.PERSON:
            named.setdefault((Kind.OTHER if node.kind in _OPEN else node.kind.folded, node.name.key), []).append(key)
    for (kind, name), keys in named.items():
        if kind is Kind.ORGANISATION and " " not in name:
            continue  # Time is not the Times.
        for other in named.get((kind, name + "s"), ()):
            if not clusters.conflict(other, keys[0]):
                names = clusters.nodes[other].name.text, clusters.nodes[keys[0]].name.text
                clusters.join(other, keys[0], speaks_for(Mechanism.ENDING, names))
