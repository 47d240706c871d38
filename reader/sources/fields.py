"""The names that files give to an article's fields, in front matter, headers, records and columns."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reader.model import TadmorError

FIELDS: Mapping[str, Sequence[str]] = {
    "title": ("title", "headline", "head", "subject", "name"),
    "text": ("text", "body", "content", "article", "fulltext", "articletext", "articlebody", "maintext", "bodytext",
             "story", "rawtext", "cleantext", "description", "summary", "abstract"),
    "source": ("source", "outlet", "publisher", "publication", "newspaper", "sourcename", "site", "sitename", "website",
               "feed", "domain"),
    "date": ("date", "published", "publishdate", "publisheddate", "publishedat", "publishedon", "datepublished",
             "pubdate", "publicationdate", "articledate", "datetime", "timestamp", "time", "createdat", "created",
             "dateline"),
    "author": ("author", "authors", "byline", "by", "creator", "writer"),
    "url": ("url", "link", "permalink", "href", "uri", "weburl", "webaddress", "articleurl", "sourceurl",
            "canonicalurl", "canonical"),
    "id": ("id", "uid", "uuid", "guid", "articleid", "docid", "documentid"),
    "language": ("language", "lang", "inlanguage", "locale"),
}  # fmt: skip
"""Our fields, and the names they go by (folded), the likeliest first."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_DEEPEST = 3
_LONGEST = 16 << 20


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A field's name without case, spaces and marks: `Published At`, `published_at` and `publishedAt` are one."""
    return _NOT_LETTERS.sub("", name).casefold()


def check_mapping(mapping: Mapping[str, str]) -> Mapping[str, str]:
    """The mapping (our field to theirs) with `body` understood as `text`.

    Raises TadmorError when it names a field that an article does not have.
    """
    checked = {}
    for ours, theirs in mapping.items():
        name = "text" if ours == "body" else ours
        if name not in FIELDS:
            raise TadmorError(f"An article has no field “{ours}”; map one of {', '.join(FIELDS)}.")
        checked[name] = theirs
    return checked


def pick(record: Mapping[str, object], mapping: Mapping[str, str] = {}) -> dict[str, str]:
    """The fields of an article found in a record, by the mapping or else by their usual names, as text."""
    folded = {fold(key): value for key, value in reversed([*record.items()]) if isinstance(key, str)}
    found = {}
    for field, names in FIELDS.items():
        value = ""
        if field in mapping:
            value = as_text(lookup(record, mapping[field]), field)
        if not value:
            value = next((text for name in names if name in folded and (text := as_text(folded[name], field))), "")
        found[field] = value
    return found


def lookup(record: Mapping[str, object], name: str) -> object:
    """The value of a field by its exact name, or by a path into nested records such as `meta.title`."""
    if name in record:
        return record[name]
    value: object = record
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def as_text(value: object, field: str, depth: int = 0) -> str:
    """A value as text: lists joined, of a nested record its `name`; empty for what says nothing."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(value) if math.isfinite(value) else ""
    if isinstance(value, Mapping):
        inner = next((value[key] for key in ("name", "title", "value", "text", "#text", "@id") if key in value), None)
        return as_text(inner, field, depth + 1)
    if isinstance(value, Sequence) and depth == 0:
        # The sum is bounded: in YAML a list can name one long text again and again.
        parts: list[str] = []
        room = _LONGEST
        for part in value:
            if found := as_text(part, field, depth + 1):
                parts.append(found)
                room -= len(found)
            if room < 0:
                break
        return ("\n\n" if field == "text" else ", ").join(parts)
    return ""
