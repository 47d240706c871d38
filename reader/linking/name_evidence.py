"""Why a name alone says who is meant; wherever a name is attached."""

from reader.linking.caveats import doubtful, qualified
from reader.linking.mechanism_weights import COMMON, FULL, ONE_WORD, speaks_for
from reader.linking.nodes import Node
from reader.model import Chain, Evidence, Kind, Sign
from reader.names.analyse import Name, analyse
from reader.names.dictionary import Entry
from reader.names.tables import GENERIC
from reader.names.wording import Mechanism


def known_name(chain: Chain, entry: Entry) -> tuple[Evidence, ...]:
    """A name that the dictionary has, or that is a known actor's because of the state the article speaks of."""
    if chain.nationality:
        return (speaks_for(Mechanism.NATIONALITY, (chain.name, entry.name)),)
    if chain.name == entry.name:
        return (speaks_for(Mechanism.KNOWN, (entry.name, entry.kind.value)),)
    known = {analyse(text, entry.kind).key for text in (entry.name, *entry.names, *entry.acronyms)}
    spelt = {analyse(text, entry.kind).key for text in chain.spellings}
    # "Al-Qaedas" is a known name whose possessive lost its apostrophe.
    if entry.kind is Kind.ORGANISATION and known.isdisjoint(spelt | {key.removesuffix("s") for key in spelt}):
        reason = speaks_for(Mechanism.STATE, (chain.name, entry.name))
        return reason, doubtful(Mechanism.UNLESS_STATE, chain.name)
    return (speaks_for(Mechanism.KNOWN_NAME, (chain.name, entry.name)),)


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
    return written_alike(node.name, node.kind)


def own_evidence_from(node: Node) -> str:
    """What `own_evidence` takes from a node: while that is the same, so is the reason of each of its chains."""
    if node.entry is not None:
        return "\n".join((node.entry.name, node.entry.kind, *node.entry.names, *node.entry.acronyms))
    return f"{node.name.text}\n{node.kind}" if node.size > 1 else ""


def written_alike(name: Name, kind: Kind) -> tuple[Evidence, ...]:
    """The reason that a name is written alike elsewhere."""
    reason = Evidence(Sign.FOR, Mechanism.WRITTEN_ALIKE, alike(name, kind), (name.text,))
    return qualified(reason, name.text, name.text)
