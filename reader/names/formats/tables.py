"""Dictionaries of our own shape: TSV, YAML, JSON Lines, and any CSV whose columns are named; read and written."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reader.model import Kind, Problem
from reader.names.dictionary import Entry
from reader.names.formats.found import COLUMNS, LISTS, Found, Read, entry_of, escaped, parted, unescaped
from reader.untrusted import clean_line


def read_tsv(lines: Iterable[str], source: str) -> Read:
    """Tab-separated lines; the first that is no note (`#`) names the columns. `source` is the file's name."""
    header: list[str] | None = None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r\n").split("\t")
        if header is None:
            header = [cell.strip().lower() for cell in cells]
            if "name" not in header:
                remedy = f"Use: {' '.join(COLUMNS)}."
                yield Problem(f"{source}:{number}", "The header names no column `name`.", remedy)
                return
            continue
        row = {column: _cell(column, cell) for column, cell in zip(header, cells, strict=False)}
        yield _found(entry_of(row, f"{source}:{number}", source), number)


def _cell(column: str, cell: str) -> str | list[str]:
    return parted(cell) if column in LISTS else unescaped(cell)


def _found(read: Entry | Problem, line: int) -> Found | Problem:
    return read if isinstance(read, Problem) else Found(read, line)


def read_csv(
    lines: Iterable[str],
    source: str,
    mapping: Mapping[str, Sequence[str]],
    separator: str = "|",
    kind: Kind = Kind.OTHER,
) -> Read:
    """A table of values parted by comma, semicolon, tab or bar, whose first row names its columns.

    `mapping` says which of them is which of ours, several for a list: `{"names": ["AKA", "Alias"]}`; columns of our
    own names need none. `separator` parts the values of a list, and `kind` is that of rows without one.
    """
    coming = iter(lines)
    heading = next((line for line in coming if line.strip()), "").removeprefix("\ufeff")
    delimiter = max(",;\t|", key=lambda mark: (heading.count(mark), mark == ","))
    rows = csv.reader(_chained(heading, coming), delimiter=delimiter)
    columns: list[str] = []
    line = 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Problem(f"{source}:{line}", f"This is not a row of a table: {error}.", "Check the quotes there.")
            return
        begins, line = line, rows.line_num + 1
        if not columns:
            columns = [cell.strip() for cell in row]
            wrong = _unmapped(columns, mapping, f"{source}:{begins}")
            if wrong:
                yield wrong
                return
        elif any(cell.strip() for cell in row):
            cells = dict(zip(columns, row, strict=False))
            yield _found(entry_of(_mapped(cells, mapping, separator), f"{source}:{begins}", source, kind), begins)


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _unmapped(columns: Sequence[str], mapping: Mapping[str, Sequence[str]], where: str) -> Problem | None:
    shown = ", ".join(f"“{clean_line(column, 40)}”" for column in columns)
    for ours, theirs in mapping.items():
        for column in theirs:
            if column not in columns:
                what = f"There is no column “{clean_line(column, 80)}” for `{ours}`; the columns are {shown}."
                return Problem(where, what, "Write it as the table does.")
    if "name" not in mapping and "name" not in (column.lower() for column in columns):
        return Problem(where, f"No column is the name; the columns are {shown}.", "Say which: --map name=COLUMN.")
    return None


def _mapped(
    cells: Mapping[str, str], mapping: Mapping[str, Sequence[str]], separator: str
) -> Mapping[str, str | list[str]]:
    row: dict[str, str | list[str]] = {}
    folded = {column.lower(): column for column in cells}
    for ours in COLUMNS:
        theirs = mapping.get(ours) or ([folded[ours]] if ours in folded else [])
        values = [cells.get(column, "") for column in theirs]
        if ours in LISTS:
            row[ours] = [part for value in values for part in (value.split(separator) if separator else [value])]
        else:
            row[ours] = next((value for value in values if value.strip()), "")
    return row


def read_jsonl(lines: Iterable[str], source: str) -> Read:
    """JSON Lines: an object with the keys of `COLUMNS` on each."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{source}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield Problem(where, "This is not JSON.", "Write one object a line.")
            continue
        if isinstance(row, dict):
            yield _found(entry_of(row, where, source), number)
        else:
            yield Problem(where, "The line is no object.", "Give it at least `name` and `kind`.")


HEAVIEST = 100_000
"""Most values of an entry of a YAML file, its aliases written out."""


def _weight(node: Any, known: dict[int, int]) -> int:
    """How many values a YAML node stands for, its aliases written out; more than any where one stands inside itself."""
    number = id(node)
    if number not in known:
        known[number] = HEAVIEST + 1
        parts = node.value if not isinstance(node.value, str) else ()
        inside = (each for part in parts for each in (part if isinstance(part, tuple) else (part,)))
        known[number] = 1 + sum(_weight(each, known) for each in inside)
    return known[number]


def read_yaml(text: str, source: str) -> Read:
    """YAML: a list of entries with the keys of `COLUMNS`, bare or under `actors:`."""
    import yaml

    loader = yaml.SafeLoader("")
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == "actors"), None)
        if not isinstance(node, yaml.SequenceNode):
            yield Problem(source, "There is no list of entries.", "Write a list, or a list under `actors:`.")
            return
        weights: dict[int, int] = {}
        if any(_weight(item, weights) > HEAVIEST for item in node.value):
            yield Problem(source, "Its aliases stand for more than any list of actors has.", "Write them out.")
            return
        rows = [(item.start_mark.line + 1, loader.construct_document(item)) for item in node.value]
    except Exception as error:
        # Not only YAMLError: a tag such as `!!bool foo` fails in whatever its own way is.
        mark = getattr(error, "problem_mark", None)
        where = f"{source}:{mark.line + 1}" if mark else source
        yield Problem(where, "This is not YAML.", "Check the indentation and the quotes there.")
        return
    finally:
        loader.dispose()
    for line, row in rows:
        where = f"{source}:{line}"
        if not isinstance(row, dict):
            yield Problem(where, "The entry is not a mapping.", "Give it at least `name` and `kind`.")
            continue
        listed = {
            key: value.split("|") if key in LISTS and isinstance(value, str) else value for key, value in row.items()
        }
        yield _found(entry_of(listed, where, source), line)


def write_tsv(entries: Iterable[Entry]) -> Iterator[str]:
    """Entries as lines that `read_tsv` reads back, by id, so that two versions of a file compare well."""
    yield "\t".join(COLUMNS) + "\n"
    for entry in sorted(entries, key=lambda entry: entry.id):
        cells = [escaped(cell) for cell in (entry.id, entry.kind.value, entry.name)]
        cells += ["|".join(map(escaped, getattr(entry, column))) for column in LISTS]
        yield "\t".join(cells) + "\n"


def write_jsonl(entries: Iterable[Entry]) -> Iterator[str]:
    """Entries as JSON Lines, by id; a list that is empty is left out."""
    for entry in sorted(entries, key=lambda entry: entry.id):
        row: dict[str, object] = {"id": entry.id, "kind": entry.kind.value, "name": entry.name}
        row |= {column: list(getattr(entry, column)) for column in LISTS if getattr(entry, column)}
        yield json.dumps(row, ensure_ascii=False) + "\n"
