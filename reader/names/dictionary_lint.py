"""What is wrong with a dictionary as a whole: names that two actors share, ids that nobody has, words for names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model import Kind, Problem
from reader.names.analyse import analyse
from reader.names.dictionary import Dictionary, Entry, compatible
from reader.names.fold import fold
from reader.names.given_names import is_given_name
from reader.names.tables import GENERIC, HONORIFICS, ROLES, STOPWORDS

SHOWN = 3
"""How many of many clashing entries are named."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry and the place where it stands: "mine.tsv:12"."""

    entry: Entry
    where: str


def lint(listed: Sequence[Listed], base: Dictionary) -> Iterator[Problem]:
    """What is wrong with entries, by themselves and beside a dictionary that they are to stand over; in their order.

    `base` holds what else is known: the built-in entries, and those of a library's other dictionaries.
    """
    places = {id(one): at for at, one in enumerate(listed)}
    found = [
        *_ids(listed, base),
        *_empty(listed),
        *_common(listed),
        *_shared(listed, base),
        *_kinds(listed, base),
    ]
    yield from (problem for _, problem in sorted(found, key=lambda marked: places[id(marked[0])]))


Marked = Iterator[tuple[Listed, Problem]]
"""Problems, each with the entry that it is told of."""


def _ids(listed: Sequence[Listed], base: Dictionary) -> Marked:
    first: dict[str, Listed] = {}
    for one in listed:
        earlier = first.setdefault(one.entry.id, one)
        if earlier is not one:
            what = f"The id “{one.entry.id}” stands at {earlier.where} as well; the later entry counts."
            yield one, Problem(one.where, what, "Give each entry its own, or make one of both.")
    for one in listed:
        for other in one.entry.related:
            if other not in first and base.entry(other) is None:
                what = f"“{one.entry.name}” is related to “{other}”, an id that no entry has."
                yield one, Problem(one.where, what, "Write the id of an entry, yours or a built-in one.")


def _empty(listed: Sequence[Listed]) -> Marked:
    for one in listed:
        for text in (one.entry.name, *one.entry.names, *one.entry.acronyms, *one.entry.demonyms):
            if not fold(text):
                what = f"“{text}” has no letter or digit, so no text is ever found to name it."
                yield one, Problem(one.where, what, "Take it out.")


def _common(listed: Sequence[Listed]) -> Marked:
    """Names that texts are full of without anybody being meant."""
    for one in listed:
        for text in (one.entry.name, *one.entry.names):
            words = fold(text).split()
            if one.entry.kind is Kind.PERSON:
                common = len(words) == 1 and (is_given_name(words[0]) or words[0] in HONORIFICS | ROLES)
                reason = "is a name that many bear, or a title"
            else:
                common = bool(words) and all(word in GENERIC or word in STOPWORDS or word in ROLES for word in words)
                reason = "is made of common words only"
            if common:
                what = f"“{text}” {reason}: every text that has it would name “{one.entry.name}”."
                yield one, Problem(one.where, what, "Write more of the name, or take it out.")


def _shared(listed: Sequence[Listed], base: Dictionary) -> Marked:
    """One name, acronym or demonym for two of the entries: then it is nobody's, or the wrong one's."""
    names = _holders(listed, lambda entry: (entry.name, *entry.names), lambda text, kind: analyse(text, kind).key)
    acronyms = _holders(listed, lambda entry: entry.acronyms, lambda text, kind: fold(text))
    demonyms = _holders(listed, lambda entry: entry.demonyms, lambda text, kind: fold(text))
    for what, shared, meant in (
        ("name", names, "so it is known to name nobody"),
        ("acronym", acronyms, "so it is known to name nobody"),
        ("demonym", demonyms, "and counts to the first of them only"),
    ):
        for holders in shared:
            one, text = holders[-1]
            means = meant
            others = [f"“{other.entry.name}” ({other.where})" for other, _ in holders[:-1]]
            usual = [other for other, text in holders if text == other.entry.name]
            if what == "name" and len(usual) == 1:
                means = f"and counts to “{usual[0].entry.name}” only, whose usual name it is"
            more = f" and {len(others) - SHOWN} more" if len(others) > SHOWN else ""
            said = (
                f"The {what} “{text}” of “{one.entry.name}” is that of {', '.join(others[:SHOWN])}{more} too, {means}."
            )
            yield one, Problem(one.where, said, "Leave it to one of them, or make one entry of both.")
    for one in listed:
        for text in one.entry.demonyms:
            owner = base.demonym(text)
            if owner is not None and owner.id != one.entry.id and not _is(one.entry, owner, base):
                what = f"The demonym “{text}” of “{one.entry.name}” is that of {owner.name} ({owner.id}) too."
                yield one, Problem(one.where, what, "Take it out, or give the entry that id.")


def _holders(
    listed: Sequence[Listed], texts: Callable[[Entry], Iterable[str]], key_of: Callable[[str, Kind], str]
) -> list[list[tuple[Listed, str]]]:
    """Entries of one kind that share a text, once for each key that several have; each with the text as it has it."""
    found: dict[tuple[Kind, str], dict[str, tuple[Listed, str]]] = {}
    for one in listed:
        for text in texts(one.entry):
            if fold(text):
                key = one.entry.kind.folded, key_of(text, one.entry.kind)
                found.setdefault(key, {}).setdefault(one.entry.id, (one, text))
    return [[*holders.values()] for holders in found.values() if len(holders) > 1]


def _kinds(listed: Sequence[Listed], base: Dictionary) -> Marked:
    """Entries that are known already, but as something else."""
    for one in listed:
        entry = one.entry
        same_id = base.entry(entry.id)
        if same_id is not None:
            known: Sequence[Entry] = (same_id,)
        else:
            known = base.homonyms(analyse(entry.name, entry.kind))
        if known and not any(compatible(other.kind, entry.kind) for other in known):
            other = known[0]
            known_as = f"{other.name} ({other.id}) is known already, of kind {other.kind.value}"
            what = f"“{entry.name}” is of kind {entry.kind.value} here; {known_as}."
            yield one, Problem(one.where, what, "Check the kind, or give it another name.")


def _is(entry: Entry, owner: Entry, base: Dictionary) -> bool:
    return base.lookup(analyse(entry.name, entry.kind)) is owner
