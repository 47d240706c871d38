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
    cities: Counter[str] = field(default_factory=Counter)
    """By their places that do not stand for their government."""

    def ranked(self) -> list[tuple[str, int]]:
        """Named states, the most frequent first, and where there is none those that others stand for."""
        return sorted((self.named or self.tied).items(), key=lambda item: (-item[1], item[0]))

    def all(self) -> list[str]:
        """Every state, the named ones first, the most frequent of each first."""
        both = [sorted(found.items(), key=lambda item: (-item[1], item[0])) for found in (self.named, self.tied)]
        return list(dict.fromkeys(state for found in both for state, _ in found))


def states_of(
    chains: Iterable[Chain], entries: Mapping[str, Entry | None], dictionary: Dictionary
) -> dict[str, States]:
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
            here = found.setdefault(chain.article, States())
            here.tied[states[0]] += times
            state = dictionary.entry(states[0])
            if entry.kind is Kind.PLACE and state is not None and entry.id not in state.related:
                here.cities[states[0]] += times
    return found


def homonym(name: Name, states: States, dictionary: Dictionary) -> Entry | None:
    """Which of several known places of one name an article means: Georgia in the Caucasus or in America.

    The one of whose state it speaks most; of a state and a region called alike, the region where the article names
    other places in its land and nothing of that state. Where it tells nothing, the only state among them.
    """
    found = [entry for entry in dictionary.homonyms(name) if entry.kind.folded is Kind.PLACE]
    if len(found) < 2:
        return None
    sovereign = [entry for entry in found if entry.kind is Kind.STATE]
    spoken_of = {entry.id: _spoken_of(entry, states, cities_only=bool(sovereign)) for entry in found}
    first, second = sorted(found, key=lambda entry: -spoken_of[entry.id])[:2]
    if spoken_of[first.id] > spoken_of[second.id]:
        return first
    return sovereign[0] if len(sovereign) == 1 else None


def _spoken_of(entry: Entry, states: States, *, cities_only: bool) -> int:
    """How often an article speaks of a place's state; of a region's with `cities_only` by its other places alone."""
    if entry.kind is Kind.STATE:
        return states.named[entry.id] + states.tied[entry.id]
    return sum(
        states.cities[state] if cities_only else states.named[state] + states.tied[state] for state in entry.related
    )
