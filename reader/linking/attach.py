"""A new article's chains to actors that the library already has, before linking runs over all of it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.linking.nodes import countries_of, dominant, entry_of, generic
from reader.linking.reasons import alike, known_name
from reader.model import Chain, Evidence, Judgement, Kind, Sign, Verdict
from reader.names.analyse import analyse
from reader.names.dictionary import Dictionary


class Known(Protocol):
    """What attaching needs from the library."""

    def by_key(self, key: str, kind: Kind) -> int | None:
        """The one actor of whom some article's fullest name, of this kind, folds to `key` (see `Name.key`)."""

    def by_entry(self, entry_id: str) -> int | None:
        """The actor that is this dictionary entry."""


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
    """Attach each chain by its dictionary entry or its folded name; the rest become new actors.

    Nothing that needs to see the whole library is decided here: likeness, lone surnames and doubts wait for `resolve`.
    A chain that a person judged not to be the actor of its name in this article becomes an actor of its own. The
    result maps chain ids.
    """
    apart = {
        (anchor.article.location, anchor.kind.folded, analyse(anchor.name, anchor.kind).key)
        for judgement in judgements
        if judgement.verdict in (Verdict.DIFFERENT, Verdict.RELATED)
        for anchor in (judgement.left, judgement.right)
        if anchor.article is not None
    }
    countries = countries_of(chains, dictionary)
    attached: dict[str, Attachment] = {}
    for chain in chains:
        entry = entry_of(chain, dictionary)
        name = analyse(chain.name, chain.kind)
        if any((chain.article, chain.kind.folded, analyse(t, chain.kind).key) in apart for t in chain.spellings):
            key = f"{entry.id if entry else f'{chain.kind.folded.value}:{name.key}'}#{chain.article}"
            attached[chain.id] = Attachment(None, key)
        elif entry is not None:
            attached[chain.id] = Attachment(known.by_entry(entry.id), entry.id, (known_name(chain, entry),))
        else:
            lone = chain.kind is Kind.PERSON and name.single
            key = f"{'lone' if lone else chain.kind.folded.value}:{name.key}"
            shared = chain.kind.folded is Kind.ORGANISATION and generic(name)
            if shared:
                key += f"@{dominant(countries.get(chain.article))}"
            actor = None if lone or shared else known.by_key(name.key, chain.kind)
            reasons: tuple[Evidence, ...] = ()
            if actor is not None:
                words = f"“{chain.name}” is written alike in other articles"
                reasons = (Evidence(Sign.FOR, "folded", words, alike(name, chain.kind)),)
            attached[chain.id] = Attachment(actor, key, reasons)
    return attached
