"""The built-in dictionary as it is loaded: the entries of all tables behind the index that finds them, in one file.

The tables are what people read and correct; taking their thirteen thousand names apart takes a second, which every
command would wait for. So the index is kept, and of the entries only those are made that somebody asks for.
`python -m training.dictionary.prepare` writes the file anew, and a test holds it to the tables.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, overload

from reader.model import Kind
from reader.names.dictionary import Dictionary, Entry, Index, index

PREPARED = "builtin.jsonl"
"""The file's name, beside the tables."""


def prepare(entries: Iterable[Entry]) -> str:
    """The text of the file: the index as one line of JSON, then a line for each entry."""
    entries = list(entries)
    found = index(entries)
    by_text = {each.name: getattr(found, each.name) for each in fields(Index) if each.name != "ids"}
    rows = (
        [
            *(entry.id, entry.kind, entry.name, entry.names, entry.demonyms),
            *(entry.acronyms, entry.related, entry.source),
        ]
        for entry in entries
    )
    return "".join(f"{_compact(line)}\n" for line in ({"ids": [*found.ids]} | by_text, *rows))


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_prepared(text: str) -> Dictionary:
    """The dictionary that was prepared. Raises ValueError, KeyError or TypeError when the text is damaged."""
    head, *lines = text.removesuffix("\n").split("\n")
    found: dict[str, Any] = json.loads(head)
    ids = {entry_id: place for place, entry_id in enumerate(found.pop("ids"))}
    if not ids or len(ids) != len(lines):
        raise ValueError("it is not whole")
    return Dictionary(_Entries(lines), Index(ids, **found))


class _Entries(Sequence[Entry]):
    """The entries of the file, each made when it is first asked for."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> list[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | list[Entry]:
        if isinstance(at, slice):
            return [self[place] for place in range(len(self))[at]]
        made = self._made.get(at)
        # Two threads may make one at the same time; all get the one that is kept.
        return made if made is not None else self._made.setdefault(at, _entry(self._lines[at]))


def _entry(line: str) -> Entry:
    entry_id, kind, name, names, demonyms, acronyms, related, source = json.loads(line)
    return Entry(entry_id, Kind(kind), name, tuple(names), tuple(demonyms), tuple(acronyms), tuple(related), source)
