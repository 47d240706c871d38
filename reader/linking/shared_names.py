"""Names that every state has one of, and parties that many have: "Supreme Court", "Social Democrats".

Such a name is one actor only together with its state: the one in the name ("Turkish Foreign Ministry", "Supreme Court
of India"), else the one that the article says beside it or speaks of most.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reader.linking.states import States
from reader.linking.surface_forms import SurfaceForm
from reader.model import Document, Field, Kind
from reader.names.analyse import Name, analyse
from reader.names.dictionary import Dictionary, Entry
from reader.names.tables import GENERIC, STOPWORDS

_PARTY = {
    "christian": "christian", "christians": "christian", "communist": "communist", "communists": "communist",
    "conservative": "conservative", "conservatives": "conservative", "democrat": "democrat", "democratic": "democrat",
    "democrats": "democrat", "free": "free", "freedom": "freedom", "green": "green", "greens": "green", "left": "left",
    "liberal": "liberal", "liberals": "liberal", "labor": "labor", "labour": "labor", "nationalist": "nationalist",
    "nationalists": "nationalist", "party": "", "progressive": "progressive", "progressives": "progressive",
    "reform": "reform", "republican": "republican", "republicans": "republican", "social": "social",
    "socialist": "socialist", "socialists": "socialist",
}  # fmt: skip
"""Words that names of parties are made of, without their endings; the word "party" says nothing."""

_WRITTEN = {"defence": "defense", "affairs": "", "centre": "center", "organisation": "organization"}
"""Words of offices that are written in two ways, or left out."""

_GAPS = ("'s ", "’s ", " ")
"""What may stand between a state and its organisation."""

_LONGEST = 4
"""Words that a state's name has at most where it is looked for in another name."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A name that many states have one of."""

    rest: str
    """The name without its state, its words in order of the alphabet."""
    party: bool
    """A party's: not every state has one of that name."""
    state: str = ""
    """Id of the state in the name, or empty."""


def shared(name: Name, dictionary: Dictionary) -> Shared | None:
    """What of an organisation's name is common to many states, and which state it says; None for a name of its own."""
    words = name.full
    if not any(word in GENERIC or word in _PARTY for word in words):
        return None
    own = _rest(words)
    if own is not None:
        return Shared(*own)
    for said, rest in _parted(words):
        state = _state(said, dictionary)
        if state is not None:
            return Shared(*rest, state.id)
    return None


def rest_of(text: str) -> str:
    """A name as `Shared.rest` says it."""
    found = _rest(analyse(text, Kind.ORGANISATION).full)
    return found[0] if found is not None else ""


def states_asked(name: Name) -> Iterator[str]:
    """The keys of the states that a name may say (see `shared`), whatever a dictionary knows."""
    words = name.full
    if any(word in GENERIC or word in _PARTY for word in words) and _rest(words) is None:
        for said, _ in _parted(words):
            yield said
            yield _place(said).key


def _parted(words: Sequence[str]) -> Iterator[tuple[str, tuple[str, bool]]]:
    """A name's words as what may be a state, and the rest (see `_rest`); the longest first."""
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        for said, others in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            rest = _rest(others)
            if rest is not None:
                yield " ".join(said), rest


def _rest(words: Sequence[str]) -> tuple[str, bool] | None:
    """Words without a state as a key, and whether they are a party's; None when one of them is a name of its own."""
    content = [word for word in words if word not in STOPWORDS]
    if not content or not all(word in GENERIC or word in _PARTY for word in content):
        return None
    party = all(word in _PARTY for word in content)
    stems = [_PARTY[word] if party else _WRITTEN.get(word, word) for word in content]
    return " ".join(sorted(stem for stem in stems if stem) or content), party


@lru_cache(maxsize=1 << 12)
def _place(text: str) -> Name:
    return analyse(text, Kind.STATE)


def _state(text: str, dictionary: Dictionary) -> Entry | None:
    entry = dictionary.demonym(text) or dictionary.lookup(_place(text.upper() if len(text) < 4 else text))
    return entry if entry is not None and entry.kind is Kind.STATE else None


@dataclass(frozen=True, slots=True)
class KnownShared:
    """The known organisations with such names."""

    of: Mapping[tuple[str, str], Entry]
    """By the name's rest and the state's id."""
    states: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By the organisation's id, the states that its names say."""


def known_shared(dictionary: Dictionary) -> KnownShared:
    """Find them in a dictionary."""
    of: dict[tuple[str, str], Entry] = {}
    states: dict[str, set[str]] = {}
    for entry in dictionary.entries():
        if entry.kind is Kind.ORGANISATION:
            for text in (entry.name, *entry.names):
                name = shared(analyse(text, entry.kind), dictionary)
                if name is not None and name.state:
                    of.setdefault((name.rest, name.state), entry)
                    states.setdefault(entry.id, set()).add(name.state)
    return KnownShared(of, {key: frozenset(found) for key, found in states.items()})


def bound(
    name: Name,
    declared: Sequence[str],
    entry: Entry | None,
    states: States,
    dictionary: Dictionary,
    near: str = "",
    own: str = "",
) -> tuple[Shared, Entry | None] | None:
    """Which state's organisation a shared name is in its article, and which known one; None for a name of its own.

    `declared` are the fuller names the article gives it, `entry` what the dictionary takes the name for by itself,
    `states` those that the article speaks of, `near` the one that stands near the name, `own` the one whose press calls
    a body of its own so.
    """
    said = shared(name, dictionary)
    if said is None or (entry is not None and not said.party) or name.acronym:
        return None
    known = dictionary.prepared(known_shared)
    mine = known.states.get(entry.id, frozenset()) if entry else frozenset()
    if entry is not None and (not mine or said.state):
        return None
    state = said.state or _said_beside(declared, said, dictionary) or near or ("" if said.party else own)
    if not state:
        if said.party:
            state = next((s for s in states.all() if s in mine or (said.rest, s) in known.of), own)
        ranked = states.ranked()
        if entry is not None and not ranked:
            return None
        state = state or _dominant(ranked)
    found = known.of.get((said.rest, state))
    found = found and dictionary.entry(found.id)
    return Shared(said.rest, said.party, state), entry if entry is not None and state in mine else found


def _said_beside(declared: Sequence[str], said: Shared, dictionary: Dictionary) -> str:
    for text in declared:
        fuller = shared(analyse(text, Kind.ORGANISATION), dictionary)
        if fuller is not None and fuller.rest == said.rest and fuller.state:
            return fuller.state
    return ""


def _dominant(ranked: Sequence[tuple[str, int]]) -> str:
    """The state named most, or empty when two are named equally often."""
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else ""


def said_with_states(document: Document, forms: Sequence[SurfaceForm], dictionary: Dictionary) -> None:
    """Where a state stands right before a shared name ("Turkish Foreign Ministry"), declare both together its name."""
    states = [
        document.mentions[index]
        for form in forms
        if form.entry is not None and form.entry.kind is Kind.STATE
        for index in form.members
    ]
    ends = {(mention.field, mention.end): mention.start for mention in states}
    for form in forms if ends else ():
        said = shared(form.name, dictionary) if form.kind.folded is Kind.ORGANISATION else None
        if said is None or said.state or form.name.acronym:
            continue
        for index in form.members:
            mention = document.mentions[index]
            text = document.title if mention.field is Field.TITLE else document.text
            gap = next((gap for gap in _GAPS if text[: mention.start].endswith(gap)), "")
            start = ends.get((mention.field, mention.start - len(gap))) if gap else None
            if start is not None:
                form.declared.append(text[start : mention.end])
                break
