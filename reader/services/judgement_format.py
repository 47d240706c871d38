"""What a person judged, as JSON Lines: one thing said a line, in words that mean the same on another machine.

A line is the same wherever it is written: its keys have one order, its `id` is made from the rest, an article is told
by title, date and file, and the lines of a file stand in the order of their bytes. So the union of two files, sorted,
is a file, which is what a merge in git makes of them.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reader.model import Kind, Ruled, TadmorError, Verdict
from reader.names.analyse import analyse
from reader.untrusted import clean_line, clean_text

VERSION = 1
"""The shape of the lines; grows when an older Tadmor could misread one."""

ID_LETTERS = 16
"""Hexadecimal digits of an id: among a million lines two have one by chance once in some 40 million files."""

_SORTS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00", re.ASCII)
"""How moments are written here."""


@dataclass(frozen=True, slots=True)
class About:
    """An article, as it can be told apart in another library."""

    title: str = ""
    date: str = ""
    """ISO 8601, as its source has it."""
    file: str = ""
    """The name of its file without the folders, which are nobody's matter; or its URL."""
    record: str = ""
    """Its id in a file of many."""


@dataclass(frozen=True, slots=True)
class Place:
    """A spelling: everywhere, or in one article."""

    name: str
    kind: Kind
    about: About | None = None
    quote: str = ""
    """The mention with a little around it."""
    state: str = ""
    """Of a name that every state has one of: as in `model.Anchor`."""

    @property
    def key(self) -> tuple[str, str, str, About | None]:
        """What is the same place in another spelling of case and accents."""
        return analyse(self.name, self.kind).key, self.kind.folded.value, self.state, self.about


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a person said: a verdict on two places, or a ruling on one."""

    left: Place
    right: Place | None
    """None for a ruling."""
    what: Verdict | Ruled
    value: str = ""
    """Of a ruling: the name or the kind that the actor is to have."""
    why: str = ""
    at: str = ""
    """ISO 8601, UTC."""

    @property
    def matter(self) -> tuple[object, ...]:
        """What it is about; of two that are about one matter, only one can hold."""
        if self.right is None:
            return (str(self.what), self.left.key)
        return ("judgement", *sorted((self.left.key, self.right.key), key=repr))

    @property
    def answer(self) -> str:
        """What it says about its matter."""
        return self.value if self.right is None else self.what.value

    @property
    def id(self) -> str:
        """The same for the same words, on every machine."""
        content = json.dumps(_content(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LETTERS]


def to_line(said: Said) -> str:
    """What was said as a line of JSON, with its end."""
    return json.dumps({**_content(said), "id": said.id, "version": VERSION}, ensure_ascii=False) + "\n"


def _content(said: Said) -> dict[str, Any]:
    row: dict[str, Any]
    if said.right is None:
        row = {"actor": _place(said.left), "ruling": said.what.value, "value": said.value}
    else:
        row = {"left": _place(said.left), "right": _place(said.right), "verdict": said.what.value}
    row |= {"why": said.why, "at": said.at}
    return {key: value for key, value in row.items() if value != ""}


def _place(place: Place) -> dict[str, Any]:
    row: dict[str, Any] = {"name": place.name, "kind": place.kind.value}
    if place.about is not None:
        about = place.about
        fields = {"title": about.title, "date": about.date, "file": about.file, "record": about.record}
        row["article"] = {key: value for key, value in fields.items() if value}
    if place.quote:
        row["quote"] = place.quote
    if place.state:
        row["state"] = place.state
    return row


def is_ours(row: object) -> bool:
    """Whether a JSON value is a line of this shape, of whatever version."""
    return isinstance(row, dict) and bool({"verdict", "ruling"} & row.keys()) and bool({"left", "actor"} & row.keys())


def from_row(row: Mapping[str, Any]) -> Said:
    """What a line says.

    Raises:
        TadmorError: it says nothing that can be used; the message ends in what is wrong, not in where.
    """
    version = row.get("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise TadmorError("It was written by a newer Tadmor. Update Tadmor to read it.")
    why, at = _text(row, "why"), moment(_text(row, "at"))
    if "verdict" in row:
        verdict = _one_of(Verdict, row, "verdict")
        return Said(_read_place(row, "left"), _read_place(row, "right"), verdict, "", why, at)
    ruled = _one_of(Ruled, row, "ruling")
    value = _text(row, "value")
    if ruled is Ruled.KIND and value and value not in {kind.value for kind in Kind}:
        raise TadmorError(f"“{value}” is not a kind. Use one of: {', '.join(Kind)}.")
    return Said(_read_place(row, "actor"), None, ruled, value, why, at)


def moment(at: str) -> str:
    """A moment (ISO 8601) as it sorts among others here, for of two verdicts the later holds; empty stays empty.

    Raises:
        TadmorError: it is none.
    """
    try:
        told = datetime.fromisoformat(at) if at else None
        if told is None or _SORTS.fullmatch(at):
            return at
        return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC).isoformat(timespec="microseconds")
    except (ValueError, OverflowError) as error:
        raise TadmorError(f"“{at}” is no date and time. Write it as 2026-03-27T10:00:00+00:00.") from error


def _one_of(words: Any, row: Mapping[str, Any], key: str) -> Any:
    try:
        return words(row[key])
    except (ValueError, TypeError) as error:
        said = clean_line(str(row[key]), 40)
        raise TadmorError(f"“{said}” is no {key}. Use one of: {', '.join(words)}.") from error


def _read_place(row: Mapping[str, Any], key: str) -> Place:
    value = row.get(key)
    if not isinstance(value, dict) or not _text(value, "name"):
        raise TadmorError(f'There is no name in `{key}`. Write it as {{"name": "…", "kind": "…"}}.')
    about = value.get("article")
    kind: Kind = _one_of(Kind, {"kind": value.get("kind", Kind.OTHER)}, "kind")
    article = None
    if isinstance(about, dict):
        article = About(*(_text(about, field) for field in ("title", "date", "file", "record")))
    quote = value.get("quote", "")
    quoted = clean_text(quote) if isinstance(quote, str) else ""
    if isinstance(quote, str) and quoted.strip() == quote.strip():
        # A quote may begin or end where words are parted.
        quoted = quote
    return Place(_text(value, "name"), kind, article, quoted, _text(value, "state"))


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return clean_line(str(value)) if isinstance(value, str | int | float) else ""
