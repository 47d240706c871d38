"""What a dictionary's reader hands over: entries with their lines, what cannot be used, and what is left out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.model import Kind, Problem
from reader.names.analyse import analyse
from reader.names.dictionary import Entry
from reader.untrusted import clean_line

COLUMNS = ("id", "kind", "name", "names", "demonyms", "acronyms", "related")
"""Columns of a dictionary in TSV, and keys of one in YAML and JSON Lines; lists are parted by `|` in TSV."""

LISTS = COLUMNS[3:]

_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, and the line of its file where it begins."""

    entry: Entry
    line: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a file holds that is no actor of a dictionary, or no name to know one by; said once, at the end."""

    what: str
    """In the plural, for a person: "weak aliases"."""
    times: int


Read = Iterator[Found | Problem | LeftOut]
"""What every reader yields. None of them raises: a line that cannot be used is a `Problem`, and the rest is read."""


def parted(cell: str) -> list[str]:
    r"""The values of a cell, parted by `|`; `\|` is a bar inside of one."""
    return [unescaped(part) for part in _BAR.sub("\\1\0", cell).split("\0")]


def unescaped(cell: str) -> str:
    r"""A cell as it was meant: `\|`, `\\` and `\#` without the backslash."""
    return _ESCAPED.sub(r"\1", cell)


def escaped(value: str) -> str:
    """A value as `parted` gives it back."""
    value = value.replace("\\", "\\\\").replace("|", "\\|")
    return f"\\{value}" if value.startswith("#") else value


def automatic_id(kind: Kind, name: str) -> str:
    """The id of an entry that has none of its own: the same name of the same kind is the same entry again."""
    return f"{kind.value}:{analyse(name, kind).key}"


def texts(values: Iterable[object]) -> tuple[str, ...]:
    """Cleaned lines, each once, without the empty ones."""
    return tuple(dict.fromkeys(line for value in values if (line := clean_line(str(value)))))


def entry_of(row: Mapping[str, object], where: str, source: str, kind: Kind = Kind.OTHER) -> Entry | Problem:
    """An entry from the cells of a row; a list is a list, or the one value that it holds.

    `where` names the place for problems, `source` the file, `kind` is the kind of a row that names none.
    """

    def text(column: str) -> str:
        value = row.get(column)
        return clean_line(str(value)) if value is not None else ""

    def several(column: str) -> tuple[str, ...]:
        value = row.get(column)
        return texts(value if isinstance(value, list | tuple) else () if value is None else (value,))

    name = text("name")
    if not name:
        return Problem(where, "The entry has no name.", "Give it a `name`.")
    if text("kind"):
        try:
            kind = Kind(text("kind").lower())
        except ValueError:
            known = ", ".join(kind.value for kind in Kind)
            return Problem(where, f"“{text('kind')}” is not a kind.", f"Use one of: {known}.")
    names, demonyms, acronyms, related = (several(column) for column in LISTS)
    return Entry(text("id") or automatic_id(kind, name), kind, name, names, demonyms, acronyms, related, source)


def sorted_out(read: Read) -> tuple[list[Entry], list[Problem]]:
    """What a reader found, as two lists: the entries, and what could not be used."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for found in read:
        if isinstance(found, Found):
            entries.append(found.entry)
        elif isinstance(found, Problem):
            problems.append(found)
    return entries, problems


def merged(entry: Entry, other: Entry) -> Entry:
    """`entry` with all that `other` adds to it: the names of both; kind, id and preferred name stay."""

    def both(left: Sequence[str], right: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*left, *right)))

    names = tuple(name for name in both(entry.names, (other.name, *other.names)) if name != entry.name)
    return Entry(
        entry.id,
        entry.kind,
        entry.name,
        names,
        both(entry.demonyms, other.demonyms),
        both(entry.acronyms, other.acronyms),
        tuple(other_id for other_id in both(entry.related, other.related) if other_id not in (entry.id, other.id)),
        entry.source,
    )
