"""What every format ends in: raw values become an article, cleaned once."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.model import Incoming, Origin
from reader.sources import dates
from reader.sources.text import unwrap
from reader.sources.titles import first_sentence, split_title
from reader.untrusted import clean_line, clean_text

LINK_LIMIT = 2000
"""Longest URL kept, in code points: what browsers and servers agree on."""

VALUE_LIMIT = 200
"""Longest source or author kept, in code points."""


@dataclass(slots=True)
class Draft:
    """An article as a format found it: values of strangers, not cleaned yet."""

    body: str
    title: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    date: str = ""
    order: dates.Order | None = None
    """What the other dates of its file say about `3/4/2016`."""
    wrapped: bool = True
    """Whether its lines may be those of a page, to be joined into paragraphs."""
    thin: bool = False
    """Whether it is doubtful that all of its page's story was found, and nothing else."""

    @classmethod
    def of(cls, body: str, fields: Mapping[str, str]) -> "Draft":
        """A draft with the fields that `reader.sources.fields.pick` found."""
        draft = cls(body)
        for name in ("title", "source", "author", "url", "language", "date"):
            setattr(draft, name, fields.get(name, ""))
        return draft


def finish(origin: Origin, draft: Draft, *, name: str = "", time: float | None = None) -> Incoming | None:
    """Clean a draft and fill in what its text, its file's `name` and then its file's `time` (seconds since 1970) tell.

    None when neither title nor text is left.
    """
    body = clean_text(draft.body)
    title = clean_line(draft.title)
    if not title:
        found, body = split_title(body)
        title = clean_line(found)
    if draft.wrapped:
        body = unwrap(body)
    if not body and not title:
        return None
    url = _link(draft.url)
    source = clean_line(draft.source, VALUE_LIMIT)
    if not url and (url := _link(source)):
        source = ""
    date, guessed = _date(draft, body, name, url, time)
    return Incoming(
        origin=origin,
        title=title or first_sentence(body),
        body=body,
        source=source or _site(url),
        author=clean_line(draft.author, VALUE_LIMIT),
        url=url,
        language=_language(draft.language),
        date=date,
        date_guessed=guessed,
    )


def _date(draft: Draft, body: str, name: str, url: str, time: float | None) -> tuple[str, bool]:
    date, guessed = dates.parse(clean_line(draft.date), draft.order)
    if not date or guessed:
        # A dateline settles what the field leaves open.
        line = dates.from_dateline(body, draft.order)
        if line:
            return line, False
    if date:
        return date, guessed
    date = dates.from_name(name) or dates.from_name(urlsplit(url).path if url else "")
    if not date and time is not None:
        date = dates.from_time(time)
    return date, bool(date)


def _link(value: str) -> str:
    """The value if it is a web address: other schemes could start a program when opened."""
    url = clean_line(value, LINK_LIMIT)
    if len(url) >= LINK_LIMIT or " " in url or not url.lower().startswith(("http://", "https://")):
        return ""
    try:
        return url if urlsplit(url).hostname else ""
    except ValueError:
        return ""


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _language(value: str) -> str:
    tag = clean_line(value, 40).replace("_", "-")
    parts = tag.split("-")
    plain = 2 <= len(parts[0]) <= 3 and all(part.isascii() and part.isalnum() and len(part) <= 8 for part in parts)
    return "-".join([parts[0].lower(), *parts[1:]]) if plain else ""
