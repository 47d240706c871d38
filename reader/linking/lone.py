"""Lone surnames: who is meant, if one person fits; else a set of candidates, and the name stays its own actor."""

from collections import Counter

from reader.linking.nodes import Clusters
from reader.model import Evidence, Kind, Sign
from reader.names.analyse import Name, analyse
from reader.names.dictionary import Dictionary, Entry
from reader.names.tables import FAMILY_FIRST

DOUBTS = 8
"""How many candidates for one lone surname are kept as doubts, the most named first."""


def surnames(name: Name) -> tuple[str, ...]:
    """The words that a person may be called by alone: the last, or the first where the family name comes first."""
    if len(name.words) < 2:
        return ()
    first = (name.words[0],) if name.words[0] in FAMILY_FIRST else ()
    return (name.words[-1], *first)


def _names_of(entry: Entry) -> list[Name]:
    return [analyse(text, Kind.PERSON) for text in (entry.name, *entry.names)]


def lone_names(
    clusters: Clusters, dictionary: Dictionary, pending: list[tuple[str, str, float, tuple[Evidence, ...]]]
) -> None:
    """Join every lone surname to the one person of the set, else to the one known person, whose surname it is."""
    holders: dict[str, Counter[str]] = {}
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if node.kind is Kind.PERSON and not node.lone:
            entry = clusters.entry(key)
            names = [node.name, *(_names_of(entry) if entry else ())]
            for surname in {s for name in names for s in surnames(name)}:
                holders.setdefault(surname, Counter())[clusters.root(key)] += len(node.chains)
    known: dict[str, dict[str, Entry]] = {}
    for entry in dictionary.entries():
        if entry.kind is Kind.PERSON:
            for surname in {s for name in _names_of(entry) for s in surnames(name)}:
                known.setdefault(surname, {})[entry.id] = entry
    for key in sorted(k for k, node in clusters.nodes.items() if node.lone):
        node = clusters.nodes[key]
        surname = node.name.words[0]
        fitting = holders.get(surname, Counter())
        if len(fitting) == 1:
            (root,) = fitting
            full = clusters.nodes[root].name.text
            words = f"{full} is the only person named {node.name.text} in these articles"
            clusters.join(key, root, Evidence(Sign.FOR, "surname", words, 0.85))
        elif not fitting and len(known.get(surname, ())) == 1:
            (entry,) = known[surname].values()
            words = f"{entry.name} is the only known person named {node.name.text}, and no other is named here"
            clusters.name(key, entry, Evidence(Sign.FOR, "surname", words, 0.7))
        for root, count in sorted(fitting.items(), key=lambda item: (-item[1], item[0]))[:DOUBTS]:
            if len(fitting) > 1:
                words = f"{len(fitting)} persons here are named {node.name.text}"
                pending.append(
                    (key, root, count / sum(fitting.values()), (Evidence(Sign.NEUTRAL, "surname", words, 0.5),))
                )
