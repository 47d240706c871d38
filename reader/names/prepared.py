"""The built-in dictionary as it is loaded: the entries of all tables with the keys of their names, in one file.

The tables are what people read and correct; taking their thirteen thousand names apart takes a second, which every
command would wait for. `python -m training.dictionary.prepare` writes the file anew, and a test holds it to the tables.
"""

import json
from collections.abc import Iterable

from reader.model import Kind
from reader.names.dictionary import Dictionary, Entry, keys_of

PREPARED = "builtin.jsonl"
"""The file's name, beside the tables."""


def prepare(entries: Iterable[Entry]) -> str:
    """The text of the file: one line of JSON for each entry."""
    rows = (
        [
            *(
                entry.id,
                entry.kind,
                entry.name,
                entry.names,
                entry.demonyms,
                entry.acronyms,
                entry.related,
                entry.source,
            ),
            keys_of(entry),
        ]
        for entry in entries
    )
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def from_prepared(text: str) -> Dictionary:
    """The dictionary that was prepared. Raises ValueError, KeyError or TypeError when the text is damaged."""
    entries, keys = [], {}
    # As one document: a thousand small ones take ten times as long.
    for row in json.loads(f"[{','.join(text.splitlines())}]"):
        entry_id, kind, name, names, demonyms, acronyms, related, source, its_keys = row
        entries.append(
            Entry(entry_id, Kind(kind), name, tuple(names), tuple(demonyms), tuple(acronyms), tuple(related), source)
        )
        keys[entry_id] = [(key, surname) for key, surname in its_keys]
    if not entries:
        raise ValueError("it is empty")
    return Dictionary.of(entries, keys=keys)
