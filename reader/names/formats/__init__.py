"""Formats that dictionaries come in and go out in: ours, and those of the field. Text in, entries and problems out."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reader.model import Kind
from reader.names.dictionary import Dictionary
from reader.names.formats.found import COLUMNS, Found, LeftOut, Read, sorted_out
from reader.names.formats.tables import read_csv, read_jsonl, read_tsv, read_yaml, write_jsonl, write_tsv

__all__ = [
    "COLUMNS",
    "HEAD_LINES",
    "Format",
    "Found",
    "LeftOut",
    "Read",
    "ReadOptions",
    "guess",
    "read",
    "read_csv",
    "read_jsonl",
    "read_tsv",
    "read_yaml",
    "sorted_out",
    "write_jsonl",
    "write_tsv",
]

HEAD_LINES = 200
"""How many lines of a file are looked at to tell its format: more than the longest licence above a list."""


class Format(StrEnum):
    """How a dictionary is written."""

    TSV = "tsv"
    YAML = "yaml"
    JSONL = "jsonl"
    CSV = "csv"
    FTM = "ftm"
    PETRARCH = "petrarch"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file: its format, and for CSV what its columns are."""

    format: Format | None = None
    """None: told from the file's name and its first lines."""
    mapping: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Columns of ours to those of a CSV file: `{"names": ["AKA", "Alias"]}`."""
    separator: str = "|"
    """What parts the values of a list in a CSV file."""
    kind: Kind = Kind.OTHER
    """The kind of rows of a CSV file that name none."""


def guess(suffix: str, head: Sequence[str]) -> Format:
    """The format of a file whose name ends so (`.csv`) and that begins with these lines."""
    suffix = suffix.lower()
    if suffix in (".yaml", ".yml"):
        return Format.YAML
    first = next((line.strip() for line in head if line.strip()), "")
    if first.startswith("{"):
        return Format.FTM if _is_entity(first) else Format.JSONL
    from reader.names.formats.petrarch import looks_like_petrarch

    if suffix not in (".tsv", ".csv") and looks_like_petrarch(head):
        return Format.PETRARCH
    return Format.CSV if suffix == ".csv" else Format.TSV


def _is_entity(line: str) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return '"schema"' in line
    return isinstance(value, dict) and "schema" in value


def read(lines: Iterable[str], source: str, how: Format, options: ReadOptions, known: Dictionary) -> Read:
    """Read a dictionary line by line.

    `source` is its file's name, for evidence and problems; `known` the dictionary that foreign formats are read
    against. Yields entries, problems, and at the end what was left out.
    """
    if how is Format.CSV:
        return read_csv(lines, source, options.mapping, options.separator, options.kind)
    if how is Format.YAML:
        return read_yaml("".join(lines), source)
    if how is Format.JSONL:
        return read_jsonl(lines, source)
    if how is Format.FTM:
        from reader.names.formats.followthemoney import read_followthemoney

        return read_followthemoney(lines, source, known)
    if how is Format.PETRARCH:
        from reader.names.formats.petrarch import read_petrarch

        return read_petrarch(lines, source, known)
    return read_tsv(lines, source)
