"""What a person may do to their own dictionary: take entries in, and take them out. Each act can be undone."""

import base64
import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from reader.library import journal, user_dictionary
from reader.library.change import Change
from reader.library.store import Writer
from reader.model import Kind, TadmorError
from reader.names.dictionary import Entry
from reader.plurals import counted
from reader.untrusted import clean_line

PLAIN = 50
"""Entries up to which the journal keeps them as they are; more are packed, at a tenth of the size."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a dictionary differs from what was there."""

    new: int = 0
    changed: int = 0
    gone: int = 0


def add(db: Writer, new: Sequence[Entry], *, instead_of: str | None = None) -> tuple[Change, Difference]:
    """Take entries in, in place of those with the same ids; with `instead_of`, the others of that source go."""
    wanted = {entry.id: entry for entry in new}
    there = {
        entry.id: entry
        for entry in user_dictionary.entries(db)
        if entry.id in wanted or entry.source == instead_of is not None
    }
    put = [entry for entry in wanted.values() if there.get(entry.id) != entry]
    gone = [entry for entry in there if entry not in wanted]
    changed = sum(entry.id in there for entry in put)
    difference = Difference(len(put) - changed, changed, len(gone))
    if not put and not gone:
        return Change(""), difference
    user_dictionary.drop(db, gone)
    user_dictionary.put(db, put)
    touched = [*(entry.id for entry in put), *gone]
    if put:
        label = f"Added {_counted(put)} to the dictionary"
    else:
        label = f"Removed {_counted([there[entry] for entry in gone])} from the dictionary"
    before = _state(touched, [there[entry] for entry in touched if entry in there])
    journal.record(db, "dictionary", label, before, _state(touched, put))
    return Change(label, anew=True), difference


def remove(db: Writer, ids: Sequence[str]) -> Change:
    """Take entries out of the user's dictionary. Raises TadmorError when one is not there."""
    before = {entry.id: entry for entry in user_dictionary.entries(db)}
    for entry in ids:
        if entry not in before:
            raise TadmorError(f"Your dictionary has no entry “{clean_line(entry, 60)}”.")
    user_dictionary.drop(db, ids)
    label = f"Removed {_counted([before[entry] for entry in ids])} from the dictionary"
    journal.record(db, "dictionary", label, _state(ids, [before[entry] for entry in ids]), _state(ids, []))
    return Change(label, anew=True)


def _counted(held: Sequence[Entry]) -> str:
    """2 entries of “groups.tsv”: in the history a number alone says nothing."""
    sources = {entry.source for entry in held}
    of = f" of “{clean_line(sources.pop(), 60)}”" if len(sources) == 1 and "" not in sources else ""
    return counted(len(held), "entry", "entries") + of


def _state(ids: Iterable[str], there: Sequence[Entry]) -> Any:
    """What the journal keeps of entries: `there`, out of `ids`."""
    held = [asdict(entry) for entry in there]
    if len(held) <= PLAIN:
        return {"ids": list(ids), "entries": held}
    packed = zlib.compress(json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
    return {"ids": list(ids), "packed": base64.b85encode(packed).decode("ascii")}


def _held(state: Mapping[str, Any]) -> list[Entry]:
    rows = state.get("entries")
    if rows is None:
        rows = json.loads(zlib.decompress(base64.b85decode(state["packed"])))
    return [Entry(**{**row, "kind": Kind(row["kind"])}) for row in rows]


def _to_dictionary(db: Writer, state: Any) -> Change:
    user_dictionary.drop(db, state["ids"])
    user_dictionary.put(db, _held(state))
    return Change("", anew=True)


ACTIONS: Mapping[str, Callable[[Writer, Any], Change]] = {"dictionary": _to_dictionary}
"""How the dictionary comes to the state that the journal has kept, by action."""
