"""Which states an article speaks of: by name, by nationality, by their capitals, regions and offices."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reader.model import Chain, Kind
from reader.names.analyse import Name
from reader.names.dictionary import Dictionary, Entry


@dataclass(slots=True)
class States:
    """The states that an article speaks of, by entry id, with how often."""

    named: Counter[str] = field(default_factory=Counter)
    """By name or nationality."""
    tied: Counter[str] = field(default_factory=Counter)
    """By their capitals, regions and offices."""

    def ranked(self) -> list[tuple[str, int]]:
        """Named states, the most frequent first, and where there is none those that others stand for."""
        return sorted((self.named or self.tied).items(), key=lambda item: (-item[1], item[0]))

    def all(self) -> list[str]:
        """Every state, the named ones first, the most frequent of each first."""
        both = [sorted(found.items(), key=lambda item: (-item[1], item[0])) for found in (self.named, self.tied)]
        return list(dict.fromkeys(state for found in both for state, _ in found))


def states_of(chains: Iterable[Chain], entries: Mapping[str, Entry | None]) -> dict[str, States]:
    """For each article the states it speaks of; `entries` says by chain id which known actor a chain is."""
    found: dict[str, States] = {}
    for chain in chains:
        entry = entries[chain.id]
        if entry is None or chain.kind is Kind.PERSON:
            continue
        times = sum(chain.spellings.values()) or 1
        if entry.kind is Kind.STATE:
            if chain.kind.folded is Kind.PLACE or chain.nationality:
                found.setdefault(chain.article, States()).named[entry.id] += times
            continue
        states = [other for other in entry.related if other.startswith("state:")]
        if len(states) == 1:
            found.setdefault(chain.article, States()).tied[states[0]] += times
    return found


REGIONS = 2
"""Mentions of other places in a state from which a name is rather one of its regions than the state of that name."""


def homonym(name: Name, states: States, dictionary: Dictionary) -> Entry | None:
    """Which of several known places of one name an article means: Georgia in the Caucasus or in America.

    The state that the article also names otherwise, else a region of the state whose other places it names, else the
    only state among them.
    """
    found = [entry for entry in dictionary.homonyms(name) if entry.kind.folded is Kind.PLACE]
    if len(found) < 2:
        return None
    named = [entry for entry in found if states.named[entry.id] or states.tied[entry.id]]
    if len(named) == 1:
        return named[0]
    regions = [
        entry
        for entry in found
        if entry.kind is Kind.PLACE and any(states.tied[state] >= REGIONS for state in entry.related)
    ]
    if not named and len(regions) == 1:
        return regions[0]
    sovereign = [entry for entry in found if entry.kind is Kind.STATE]
    return sovereign[0] if len(sovereign) == 1 else None
