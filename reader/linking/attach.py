"""A new article's chains to actors that the library already has, before linking runs over all of it again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.linking.alike import alike as judged_alike
from reader.linking.nodes import Node, entry_of, home
from reader.linking.policy import Outcome
from reader.linking.reasons import alike, known_name
from reader.linking.states import states_of
from reader.model import Chain, Evidence, Judgement, Kind, Sign, Verdict
from reader.names.analyse import Name, analyse
from reader.names.dictionary import Dictionary
from reader.names.given_names import is_given_name
from reader.names.vetoes import excluded
from reader.names.wording import Mechanism


class Known(Protocol):
    """What attaching needs from the library."""

    def by_key(self, key: str, kind: Kind) -> int | None:
        """The one actor of whom some article's fullest name, of this kind, folds to `key` (see `Name.key`)."""

    def by_entry(self, entry_id: str) -> int | None:
        """The actor that is this dictionary entry."""

    def like(self, name: Name) -> Sequence[tuple[str, Kind, int]]:
        """Names of several words that may be spellings of this one, each with its kind and its one actor."""

    def bearer(self, surname: str) -> int | None:
        """The one person who may be called by this word alone; None when there is none, or several."""

    def spellings(self, actor: int) -> Sequence[str]:
        """How an actor is spelt, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Where a chain goes for now."""

    actor: int | None
    """The actor it is attached to; None: the one with this key, a new one when the library has none."""
    key: str
    """The cluster key that it would get, as `Cluster.key`."""
    evidence: tuple[Evidence, ...] = ()


def attach(
    chains: Sequence[Chain], known: Known, dictionary: Dictionary, judgements: Sequence[Judgement] = ()
) -> dict[str, Attachment]:
    """Attach each chain by its dictionary entry, its folded name, a surely likely spelling, or its lone surname.

    What is not sure without a look at the whole library (two actors fit, a doubt) becomes a new actor and waits for
    `resolve`, which may also conclude otherwise. Likeness never attaches a name to an actor from whom a person judged
    it apart, and a chain that a person judged not to be the actor of its name in this article becomes an actor of its
    own. The result maps chain ids.
    """
    apart = {
        (anchor.article.location, anchor.kind.folded, analyse(anchor.name, anchor.kind).key)
        for judgement in judgements
        if judgement.verdict in (Verdict.DIFFERENT, Verdict.RELATED)
        for anchor in (judgement.left, judgement.right)
        if anchor.article is not None
    }
    entries = {chain.id: entry_of(chain, dictionary) for chain in chains}
    states = states_of(chains, entries)
    attached: dict[str, Attachment] = {}
    for chain in chains:
        key, entry = home(chain, entries[chain.id], states.get(chain.article), dictionary)
        name = analyse(chain.name, chain.kind)
        if any((chain.article, chain.kind.folded, analyse(t, chain.kind).key) in apart for t in chain.spellings):
            attached[chain.id] = Attachment(None, f"{key}#{chain.article}")
        elif entry is not None:
            attached[chain.id] = Attachment(known.by_entry(entry.id), key, known_name(chain, entry))
        else:
            if "@" in key:
                attached[chain.id] = Attachment(None, key)
            elif key.startswith("lone:"):
                attached[chain.id] = _lone(chain, name, key, known, dictionary, judgements)
            else:
                attached[chain.id] = _named(chain, name, key, known, dictionary, judgements)
    return attached


def _named(
    chain: Chain, name: Name, key: str, known: Known, dictionary: Dictionary, judgements: Sequence[Judgement]
) -> Attachment:
    """By the folded name, else by the one actor that has a name so like it that the two are one for sure."""
    actor = known.by_key(name.key, chain.kind)
    if actor is not None:
        return Attachment(actor, key, (Evidence(Sign.FOR, Mechanism.REJOINED, alike(name, chain.kind), (chain.name,)),))
    node = Node(key, chain.kind, name)
    found: dict[int, tuple[Evidence, ...]] = {}
    for text, kind, other in known.like(name):
        follows, reasons = judged_alike(node, Node(text, kind, analyse(text, kind)), dictionary)
        best = found.get(other)
        if follows is Outcome.JOIN and (best is None or reasons[0].weight > best[0].weight):
            found[other] = reasons
    if len(found) != 1:
        return Attachment(None, key)
    ((actor, reasons),) = found.items()
    return Attachment(actor, key, reasons) if _may_be(chain, actor, known, judgements) else Attachment(None, key)


def _lone(
    chain: Chain, name: Name, key: str, known: Known, dictionary: Dictionary, judgements: Sequence[Judgement]
) -> Attachment:
    """By a surname alone, to the one person of the library who bears it, if no other is known to."""
    surname = name.words[0]
    actor = None if is_given_name(surname) else known.bearer(surname)
    if actor is None or any(known.by_entry(e.id) != actor for e in dictionary.bearers(surname)):
        return Attachment(None, key)
    if not _may_be(chain, actor, known, judgements):
        return Attachment(None, key)
    return Attachment(actor, key, (Evidence(Sign.FOR, Mechanism.ONLY_SO_FAR, 0.85, (name.text,)),))


def _may_be(chain: Chain, actor: int, known: Known, judgements: Sequence[Judgement]) -> bool:
    """Whether nothing in the spellings of an actor, and no judgement on one of them, speaks against a chain."""
    name = analyse(chain.name, chain.kind)
    theirs = [analyse(text, chain.kind) for text in known.spellings(actor)]
    if any(excluded(name, other) for other in theirs if not (other.single or name.single)):
        return False
    mine = {analyse(text, chain.kind).key for text in (chain.name, *chain.spellings)}
    return not _judged_apart(chain, mine, {other.key for other in theirs}, judgements)


def _judged_apart(
    chain: Chain, mine: Collection[str], theirs: Collection[str], judgements: Sequence[Judgement]
) -> bool:
    """Whether a person gave any verdict but *same* on one of these names beside one of those, here or everywhere."""
    for judgement in judgements:
        anchors = (judgement.left, judgement.right)
        here = all(a.article is None or a.article.location == chain.article for a in anchors)
        if here and judgement.verdict is not Verdict.SAME:
            left, right = (analyse(a.name, a.kind).key for a in anchors)
            if (left in mine and right in theirs) or (right in mine and left in theirs):
                return True
    return False
