"""The names that files give to an article's fields, in front matter, headers, records and columns."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reader.model import TadmorError

FIELDS: Mapping[str, Sequence[str]] = {
    "title": ("title", "headline", "head", "subject", "webtitle", "headlinetext", "articletitle", "newstitle", "name"),
    "text": ("text", "body", "content", "article", "fulltext", "articletext", "articlebody", "maintext", "bodytext",
             "story", "rawtext", "cleantext", "contenttext", "contenthtml", "bodyhtml", "texthtml", "plaintext",
             "textcontent", "articlecontent", "newstext", "newscontent", "fullarticle", "contentencoded", "paragraphs",
             "description", "summary", "abstract", "snippet", "leadparagraph"),
    "source": ("source", "sourcename", "outlet", "publisher", "publication", "newspaper", "site", "sitename", "website",
               "feed", "sourcetitle", "domain", "sourcedomain"),
    "date": ("date", "published", "publishdate", "publisheddate", "publishedat", "publishedon", "datepublished",
             "pubdate", "publicationdate", "articledate", "datetime", "timestamp", "time", "createdat", "created",
             "dateline", "datepublish", "datepub", "publishtime", "publishedtime", "publishedatutc",
             "webpublicationdate", "firstpublished", "firstpublicationdate", "pubtime", "postdate", "dateposted",
             "postedat", "newsdate"),
    "author": ("author", "authors", "authorname", "byline", "by", "creator", "writer", "journalist", "reporter"),
    "url": ("url", "link", "permalink", "href", "uri", "weburl", "webaddress", "articleurl", "sourceurl",
            "canonicalurl", "canonical", "shorturl"),
    "id": ("id", "uid", "uuid", "guid", "articleid", "docid", "documentid"),
    "language": ("language", "lang", "inlanguage", "locale"),
}  # fmt: skip
"""Our fields, and the names they go by (folded), the likeliest first."""

_TEASERS = 5
"""How many of the names of a text, the last, may be those of a teaser."""

_INNER = ("name", "rendered", "main", "full", "title", "value", "text", "#text", "@id")
_INNER_TEXT = ("rendered", "text", "body", "content", "plain", "html", "value", "#text")
"""Where a nested record has the value that it stands for, the likeliest first."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_DEEPEST = 3
_LISTS = 3
_LONGEST = 16 << 20


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A field's name without case, spaces and marks: `Published At`, `published_at` and `publishedAt` are one."""
    return _NOT_LETTERS.sub("", name).casefold()


def _folded(record: Mapping[str, object]) -> dict[str, object]:
    return {fold(key): value for key, value in reversed([*record.items()]) if isinstance(key, str)}


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
    folded = _folded(record)
    texts = (folded[name] for name in FIELDS["text"][:-_TEASERS] if name in folded)
    if not any(as_text(value, "text") for value in texts if not isinstance(value, Mapping)):
        # {"id": 7, "article": {"title": …, "body": …}}: the article is one of the record's values.
        for inner in [part for part in record.values() if isinstance(part, Mapping)]:
            within = _folded(inner)
            if all(any(name in within for name in FIELDS[field]) for field in ("text", "title")):
                folded = {**{name: value for name, value in folded.items() if value is not inner}, **within}
    found: dict[str, str] = {}
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
        if isinstance(value, Sequence) and not isinstance(value, str):
            # `articles.0.body` is the first's; `paragraphs.text` is that of all.
            if part.isdecimal():
                value = value[int(part)] if int(part) < len(value) else None
            else:
                value = [inner[part] for inner in value if isinstance(inner, Mapping) and part in inner] or None
        else:
            value = value.get(part) if isinstance(value, Mapping) else None
        if value is None:
            return None
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
        inner = next((value[key] for key in (_INNER_TEXT if field == "text" else _INNER) if key in value), None)
        return as_text(inner, field, depth + 1)
    if isinstance(value, Sequence) and depth < _LISTS:
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
