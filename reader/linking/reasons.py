"""Why a name alone says who is meant, in words for a reader; the weights are the same wherever a name is attached."""

from reader.linking.nodes import Node
from reader.linking.unless import doubtful, qualified
from reader.model import Chain, Evidence, Kind, Sign
from reader.names.analyse import Name, analyse
from reader.names.dictionary import Entry
from reader.names.tables import GENERIC

FULL, ONE_WORD, COMMON = 0.95, 0.85, 0.7
"""How much it says that two names are written alike: of several words, of one, of nothing but common words."""


def known_name(chain: Chain, entry: Entry) -> tuple[Evidence, ...]:
    """A name that the dictionary has, or that is a known actor's because of the state the article speaks of."""
    if chain.nationality:
        words = f"“{chain.name}” is the word for {entry.name} or its people"
        return (Evidence(Sign.FOR, "nationality", words, 0.95),)
    if chain.name == entry.name:
        return (Evidence(Sign.FOR, "dictionary", f"{entry.name} is a known {entry.kind.value}", 1.0),)
    known = {analyse(text, entry.kind).key for text in (entry.name, *entry.names, *entry.acronyms)}
    spelt = {analyse(text, entry.kind).key for text in chain.spellings}
    # "Al-Qaedas" is a known name whose possessive lost its apostrophe.
    if entry.kind is Kind.ORGANISATION and known.isdisjoint(spelt | {key.removesuffix("s") for key in spelt}):
        words = f"“{chain.name}” is {entry.name} where an article speaks of its state"
        unless = f"wrong if another state’s “{chain.name}” is meant"
        return Evidence(Sign.FOR, "state", words, 0.85), doubtful(unless)
    return (Evidence(Sign.FOR, "dictionary", f"“{chain.name}” is a known name of {entry.name}", 1.0),)


def alike(name: Name, kind: Kind) -> float:
    """The weight of two names being equal once folded."""
    if all(word in GENERIC for word in name.words) or (kind is Kind.PERSON and name.single):
        return COMMON
    return FULL if len(name.words) > 1 else ONE_WORD


def own_evidence(node: Node, chain: Chain) -> tuple[Evidence, ...]:
    """Why a chain is in its node: the dictionary, or the same name elsewhere; nothing where it stands alone."""
    if node.entry is not None:
        return known_name(chain, node.entry)
    if node.size < 2:
        return ()
    words = f"“{node.name.text}” is written alike in other articles"
    reason = Evidence(Sign.FOR, "folded", words, alike(node.name, node.kind))
    return qualified(reason, node.name.text, node.name.text, node.kind)
