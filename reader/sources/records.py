"""Files of many records: JSON lines, JSON arrays, CSV and TSV."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, islice
from typing import BinaryIO

from reader.model import Caveat, DateOrder, Incoming, Origin, Problem
from reader.sources import dates, decoding, fields, markup
from reader.sources.article import Draft, finish, tripped
from reader.untrusted import clean_line

LOOKAHEAD = 1000
"""Records read before the first is handed on: their fields and dates tell how to read the file."""

RECORD_LIMIT = 16 << 20
"""Longest record, in bytes: a longer one is not an article but a broken file."""

_MANY_FIELDS = 20
_DEEPEST = 3
_NO_OBJECT = "is not a JSON object with an article's fields"


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file, and the line it begins at (its place, for a JSON array), from 1."""

    line: int
    fields: Mapping[str, object]


def read_records(
    records: Iterator[Record | Problem], location: str, mapping: Mapping[str, str], name: str = ""
) -> Iterator[Incoming | Problem]:
    """The articles of a file's records.

    A record is known by its id, else its URL, else its line. Two records with one id and different content are two
    articles (`7`, `7#2`); the same record again is none.
    """
    first = list(islice(records, LOOKAHEAD))
    if not first:
        yield Problem(location, "holds no records")
        return
    sample = [record.fields for record in first if isinstance(record, Record)]
    if sample:
        problem = _unfit(sample, location, mapping)
        if problem is not None:
            yield problem
            return
        yield from _not_there(sample, location, mapping)
    elif len(first) > 1:
        # Not one good line among many: the file is something else, and one sentence about it is enough.
        yield Problem(location, "holds no record that can be read", "Check that it is what its name says.")
        return
    order = dates.order_of(fields.pick(record, mapping)["date"] for record in sample)
    seen: dict[str, list[bytes]] = {}
    for record in chain(first, records):
        if isinstance(record, Problem):
            yield record
            continue
        try:
            article = _article(record, location, mapping, name, order, seen)
        except Exception as error:
            article = tripped(f"{location}, record {record.line}", error)
        if article is not None:
            yield article


def _article(
    record: Record,
    location: str,
    mapping: Mapping[str, str],
    name: str,
    order: DateOrder | None,
    seen: dict[str, list[bytes]],
) -> Incoming | Problem | None:
    """The article of a record; None for one that was `seen`: by its id, what the records looked like that had it."""
    found = fields.pick(record.fields, mapping)
    key = clean_line(found["id"]) or clean_line(found["url"])
    digest = blake2b("\0".join(found.values()).encode("utf-8", "replace"), digest_size=8).digest()
    known = seen.setdefault(key, []) if key else []
    if digest in known:
        return None
    known.append(digest)
    number = key or str(record.line)
    if markup.is_removed(found["text"] or found["title"]):
        return Problem(f"{location}, record {number}", "says only that the article was removed")
    text, cut = markup.uncut(markup.plain(found["text"]))
    draft = Draft.of(text, {name: markup.line(value) for name, value in found.items()})
    draft.caveats = (Caveat.CUT,) if cut else ()
    draft.order = order
    article = finish(
        Origin(location, number if len(known) == 1 else f"{number}#{len(known)}"),
        draft,
        name="" if found["date"] else name,
    )
    return article or Problem(f"{location}, record {number}", "has neither title nor text")


def json_lines(stream: BinaryIO, location: str) -> Iterator[Record | Problem]:
    """The objects of a file with one in each line."""
    for number, line in enumerate(decoding.lines(stream, RECORD_LIMIT), 1):
        where = f"{location}, line {number}"
        if line is None:
            yield Problem(where, f"is longer than {RECORD_LIMIT >> 20} MiB", "Give each article a line of its own.")
        elif line.strip("\ufeff \t\r\n\x1e"):
            try:
                value = json.loads(line.strip("\ufeff \t\r\n\x1e"))
            except (ValueError, RecursionError) as error:
                yield Problem(where, f"is not JSON: {clean_line(str(error), 120)}")
                continue
            if isinstance(value, dict):
                yield Record(number, value)
            else:
                yield Problem(where, _NO_OBJECT)


def json_value(text: str, location: str) -> Iterator[Record | Problem] | None:
    """The objects of a file that is one JSON value: an array, an object around one, or a single object.

    None when the text is not one JSON value (but perhaps JSON lines).
    """
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        value = _wrapped(value) or [value]
    if not isinstance(value, list):
        value = [value]
    return (
        Record(number, part) if isinstance(part, dict) else Problem(f"{location}, item {number}", _NO_OBJECT)
        for number, part in enumerate(value, 1)
    )


def _wrapped(value: Mapping[str, object], depth: int = 0) -> list[object]:
    """The articles that the answer of a news service wraps: {"response": {"docs": […]}}, {"articles": […]}."""
    if depth > _DEEPEST or (fields.pick(value)["text"] and fields.pick(value)["title"]):
        return []
    lists = [part for part in value.values() if isinstance(part, list) and part and isinstance(part[0], dict)]
    told = [part for part in lists if fields.pick(part[0])["text"]]
    if len(lists) == 1 or told:
        return max(told or lists, key=len)
    inner = (part for part in value.values() if isinstance(part, Mapping))
    return next((found for part in inner if (found := _wrapped(part, depth + 1))), [])


def table(stream: BinaryIO, location: str) -> Iterator[Record | Problem]:
    """The rows of a file of values separated by comma, semicolon, tab or bar, named by its first row."""
    if csv.field_size_limit() < RECORD_LIMIT:
        csv.field_size_limit(RECORD_LIMIT)
    lines = _whole(decoding.lines(stream, RECORD_LIMIT))
    try:
        heading = next(lines, "").removeprefix("\ufeff")
        if heading.lower().startswith("sep=") and len(heading.strip()) == 5:
            heading = next(lines, "")
    except csv.Error as error:
        yield Problem(f"{location}, line 1", f"is not a table row: {error}")
        return
    rows = csv.reader(chain([heading], lines), delimiter=delimiter_of(heading))
    names: list[str] = []
    line = 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Problem(f"{location}, line {rows.line_num}", f"is not a table row: {clean_line(str(error), 120)}")
            return
        if not names:
            names = [name.strip() for name in row]
        elif any(cell.strip() for cell in row):
            yield Record(line, dict(zip(names, row, strict=False)))
        line = rows.line_num + 1


def _whole(lines: Iterator[str | None]) -> Iterator[str]:
    """The lines up to one that is too long, after which nobody knows where rows begin."""
    for line in lines:
        if line is None:
            raise csv.Error(f"it is longer than {RECORD_LIMIT >> 20} MiB")
        yield line


def delimiter_of(heading: str) -> str:
    """What parts the columns of a table, by its first line."""
    return max("\t;,|", key=lambda mark: (heading.count(mark), mark == ","))


def names_articles(names: Iterable[str]) -> bool:
    """Whether a table's first row names an article's text and one more field of it."""
    found = {field for field, known in fields.FIELDS.items() for name in names if fields.fold(name) in known}
    return "text" in found and len(found) > 1


def _unfit(sample: list[Mapping[str, object]], location: str, mapping: Mapping[str, str]) -> Problem | None:
    """What to say about a file in which no record has a text."""
    if any(fields.pick(record, mapping)["text"] for record in sample):
        return None
    return Problem(
        location,
        f"has no field with the articles' text; its fields are {_listed(sample)}",
        "Say which one it is: --map text=FIELD.",
    )


def _not_there(sample: list[Mapping[str, object]], location: str, mapping: Mapping[str, str]) -> Iterator[Problem]:
    for ours, theirs in mapping.items():
        if all(fields.lookup(record, theirs) is None for record in sample):
            yield Problem(
                location,
                f"has no field “{clean_line(theirs, 80)}” for the {ours}; its fields are {_listed(sample)}",
                "The field was looked for under its usual names.",
            )


def _listed(sample: list[Mapping[str, object]]) -> str:
    names = list(dict.fromkeys(clean_line(str(name), 40) for record in sample for name in record))
    shown = ", ".join(f"“{name}”" for name in names[:_MANY_FIELDS])
    return f"{shown} and {len(names) - _MANY_FIELDS} more" if len(names) > _MANY_FIELDS else shown or "none"
