"""Lone surnames: who is meant, if one person fits; else a set of candidates, and the name stays its own actor."""

from collections import Counter

from reader.linking.nodes import Clusters
from reader.model import Evidence, Kind, Sign
from reader.names.analyse import Name, Role, analyse
from reader.names.dictionary import LOST_POSSESSIVE, Dictionary, Entry
from reader.names.given_names import is_given_name
from reader.names.tables import FAMILY_FIRST

DOUBTS = 8
"""How many candidates for one lone surname are kept as doubts, the most named first."""


def surnames(name: Name) -> tuple[str, ...]:
    """The words that a person may be called by alone: the last, or the first where the family name comes first."""
    if name.numbers or any(token.role is Role.REGAL for token in name.tokens):
        return name.words
    if len(name.words) < 2:
        return ()
    first = (name.words[0],) if name.words[0] in FAMILY_FIRST else ()
    return (name.words[-1], *first)


def _names_of(entry: Entry) -> list[Name]:
    return [analyse(text, Kind.PERSON) for text in (entry.name, *entry.names)]


def longer_names(clusters: Clusters) -> None:
    """A surname of several words belongs to the only person whose full name ends in it."""
    ends: dict[tuple[str, ...], set[str]] = {}
    for key, node in clusters.nodes.items():
        if node.kind is Kind.PERSON and not node.lone:
            for size in range(2, len(node.name.words)):
                ends.setdefault(node.name.words[-size:], set()).add(key)
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if node.kind is not Kind.PERSON or node.lone or is_given_name(node.name.words[0] if node.name.words else ""):
            continue
        fitting = {clusters.root(k) for k in ends.get(node.name.words, ())} - {clusters.root(key)}
        if len(fitting) == 1:
            (root,) = fitting
            words = f"{clusters.nodes[root].name.text} is the only person here whose name ends in “{node.name.text}”"
            clusters.join(key, root, Evidence(Sign.FOR, "surname", words, 0.8))


def initials(clusters: Clusters) -> None:
    """An initial and a surname belong to the only person of that surname, if the initial is theirs."""
    holders: dict[str, set[str]] = {}
    for key, node in clusters.nodes.items():
        if node.kind is Kind.PERSON and not node.lone and len(node.name.words) > 1:
            holders.setdefault(node.name.words[-1], set()).add(key)
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if node.kind is not Kind.PERSON or len(node.name.words) < 2 or len(node.name.words[0]) != 1:
            continue
        fitting = {clusters.root(k) for k in holders[node.name.words[-1]]} - {clusters.root(key)}
        full = [root for root in sorted(fitting) if clusters.nodes[root].name.words[:1] != node.name.words[:1]]
        if len(fitting) == 1 and full and not clusters.conflict(key, full[0]):
            words = f"{clusters.nodes[full[0]].name.text} is the only person here whom “{node.name.text}” fits"
            clusters.join(key, full[0], Evidence(Sign.FOR, "initial", words, 0.75))


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
        if surname not in holders and surname not in known and surname.endswith("s"):
            # "Assads": many archives have lost their apostrophes.
            surname = surname[:-1] if surname[:-1] in holders and len(surname) > LOST_POSSESSIVE else surname
        bearers = holders.get(surname, Counter())
        fitting = Counter({root: n for root, n in bearers.items() if not clusters.judged_apart(key, root)})
        chosen = _foremost(fitting)
        if chosen:
            full = clusters.nodes[chosen].name.text
            words = f"{full} is the only person named {node.name.text} in these articles"
            if len(fitting) > 1:
                others = sum(fitting.values()) - fitting[chosen]
                words = (
                    f"{full} is named in full in {fitting[chosen]} articles, others named {node.name.text} in {others}"
                )
            clusters.join(key, chosen, Evidence(Sign.FOR, "surname", words, 0.85 if len(fitting) == 1 else 0.7))
        elif not fitting and len(known.get(surname, ())) == 1 and not is_given_name(surname):
            # A first name alone is seldom the one leader abroad whose last name it is.
            (entry,) = known[surname].values()
            words = f"{entry.name} is the only known person named {node.name.text}, and no other is named here"
            clusters.name(key, entry, Evidence(Sign.FOR, "surname", words, 0.7))
        for root, count in sorted(fitting.items(), key=lambda item: (-item[1], item[0]))[:DOUBTS]:
            if len(fitting) > 1:
                words = f"{len(fitting)} persons here are named {node.name.text}"
                pending.append(
                    (key, root, count / sum(fitting.values()), (Evidence(Sign.NEUTRAL, "surname", words, 0.5),))
                )


FOREMOST = 4
"""How many times as often as all others of the surname together a person must be named in full to be meant by it alone.

From the training sets: at four, the pairs joined are right as often as where one person only bears the name.
"""


def _foremost(fitting: Counter[str]) -> str:
    """The person whom a surname alone means among these, or empty when that is open."""
    if not fitting:
        return ""
    root, count = min(fitting.items(), key=lambda item: (-item[1], item[0]))
    return root if count >= FOREMOST * (sum(fitting.values()) - count) else ""
