"""A person's own entries over the built-in dictionary: what they say counts, and nothing that was known is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.dictionary import Dictionary, Entry
from reader.names.fold import fold
from reader.names.formats.found import merged


def combined(base: Dictionary, own: Iterable[Entry]) -> Dictionary:
    """`own` over `base`.

    An entry with the id of one of `base` replaces it. One that goes by a name of one of `base`, and of no other of its
    own kind, is the same actor: it adds its names to it, so that a list from elsewhere does not make two of one known
    actor, and a name that both have does not become doubtful. Of places several may bear one name: of two own entries
    that would add to one place, neither does.
    """
    entries = {entry.id: entry for entry in own}
    meant = same_actors(base, list(entries.values()))
    kept: dict[str, Entry] = {}
    added: list[Entry] = []
    for entry in entries.values():
        related = tuple(dict.fromkeys(meant.get(other, other) for other in entry.related))
        entry = entry if related == entry.related else replace(entry, related=related)
        known = base.entry(meant[entry.id]) if entry.id in meant else None
        if known is None:
            added.append(entry)
        else:
            kept[known.id] = merged(kept.get(known.id, known), entry)
    rest = (kept.get(entry.id, entry) for entry in base.entries() if entry.id not in entries)
    listed = {entry.id for entry in added if base.entry(entry.id) is None}
    return Dictionary.of([*added, *rest], listed, base)


def same_actors(base: Dictionary, own: Sequence[Entry]) -> dict[str, str]:
    """From the ids of own entries to those of the entries of `base` that are the same actors under another id."""
    ids = {entry.id for entry in own}
    # A large list is not taken apart name by name where none of its words is known.
    words = {word for entry in base.entries() for name in (entry.name, *entry.names) for word in fold(name).split()}
    words |= {fold(acronym) for entry in base.entries() for acronym in entry.acronyms}
    claims: dict[str, list[str]] = {}
    for entry in own:
        shared = [word in words for word in fold(entry.name).split()]
        if base.entry(entry.id) is not None or not (all(shared) if entry.kind is Kind.PERSON else any(shared)):
            continue
        name = analyse(entry.name, entry.kind)
        known = base.lookup(name) if entry.kind is not Kind.PERSON or not name.single else None
        if known is not None and known.kind.folded is entry.kind.folded and known.id not in ids:
            claims.setdefault(known.id, []).append(entry.id)
    places = {entry.id for entry in own if entry.kind is Kind.PLACE}
    return {
        claimant: known
        for known, claimants in claims.items()
        for claimant in claimants
        if len(claimants) == 1 or claimant not in places
    }
