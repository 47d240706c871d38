"""Short forms learnt from the articles that explain them, for the articles that do not."""

from collections import Counter

from reader.linking.nodes import Clusters
from reader.model import Evidence, Kind, Sign
from reader.names.analyse import analyse
from reader.names.tables import GENERIC

_OPEN = (Kind.OTHER, Kind.GROUP)


def learnt_short_forms(clusters: Clusters) -> None:
    """A short form that articles use for one organisation only is that organisation where it stands alone as well."""
    uses: dict[tuple[Kind, str], Counter[str]] = {}
    for key, node in clusters.nodes.items():
        if node.kind.folded not in (Kind.ORGANISATION, Kind.OTHER):
            continue
        for chain in node.chains:
            if len(chain.spellings) + len(chain.declared) < 2:
                continue
            long = analyse(chain.name, node.kind)
            for text in {*chain.spellings, *chain.declared}:
                name = analyse(text, node.kind)
                if name.key != long.key and _telling(name.words):
                    uses.setdefault((node.kind.folded, name.key), Counter())[clusters.root(key)] += 1
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
                long_name = clusters.nodes[best].name.text
                many = "articles use" if count > 1 else "article uses"
                words = f"{count} {many} “{node.name.text}” for {long_name}, none for another"
                clusters.join(key, best, Evidence(Sign.FOR, "short form", words, 0.8))


def _telling(words: tuple[str, ...]) -> bool:
    return bool(words) and not all(word in GENERIC for word in words)


def plurals(clusters: Clusters) -> None:
    """Words for a people or a following, as noun and as adjective: "Republican", "Republicans"."""
    named: dict[tuple[Kind, str], list[str]] = {}
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if node.kind in _OPEN and not node.entry:
            named.setdefault((Kind.OTHER, node.name.key), []).append(key)
    for (kind, name), keys in named.items():
        for other in named.get((kind, name + "s"), ()):
            words = f"“{clusters.nodes[other].name.text}” is the plural of “{clusters.nodes[keys[0]].name.text}”"
            clusters.join(other, keys[0], Evidence(Sign.FOR, "plural", words, 0.85))
