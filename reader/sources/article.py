"""What every format ends in: raw values become an article, cleaned once."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from reader.logs import reason
from reader.model import Caveat, DateOrder, DatePlace, Incoming, Origin, Problem
from reader.sources import datelines, dates
from reader.sources.repair import repaired
from reader.sources.site_endings import has_ending
from reader.sources.text import unwrap
from reader.sources.titles import first_sentence, split_title
from reader.untrusted import clean_line, clean_markup, clean_text

_log = logging.getLogger(__name__)

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
    date_perhaps: str = ""
    """A day that may be its date where nothing tells it, ISO 8601."""
    order: DateOrder | None = None
    """What the other dates of its file say about `3/4/2016`."""
    title_unsure: bool = False
    """Whether its title may end in the name of its site, and nothing on its page tells."""
    wrapped: bool = True
    """Whether its lines may be those of a page, to be joined into paragraphs."""
    caveats: tuple[Caveat, ...] = ()
    """What its format knows to be doubtful about it."""
    markdown: str = ""
    """The Markdown that its body was read from, without front matter."""

    @classmethod
    def of(cls, body: str, fields: Mapping[str, str]) -> "Draft":
        """A draft with the fields that `reader.sources.fields.pick` found."""
        draft = cls(body)
        for name in ("title", "source", "author", "url", "language", "date"):
            setattr(draft, name, fields.get(name, ""))
        return draft


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, and where it was found."""

    date: str = ""
    guessed: bool = False
    words: str = ""
    place: DatePlace = DatePlace.NOWHERE


def finish(origin: Origin, draft: Draft, *, name: str = "") -> Incoming | None:
    """Clean a draft and fill in what its text, its URL and its file's `name` tell.

    None when neither title nor text is left.
    """
    given = draft.title, draft.body, draft.author
    whole = repaired(draft.title), repaired(draft.body), repaired(draft.author)
    title, body, author = clean_line(whole[0]), clean_text(whole[1]), clean_line(whole[2], VALUE_LIMIT)
    if not title:
        found, body = split_title(body)
        title = clean_line(found)
    lines = body
    if draft.wrapped:
        body = unwrap(body)
    if not body and not title:
        return None
    url = _link(draft.url)
    source = clean_line(draft.source, VALUE_LIMIT)
    if not url and (url := _link(source)):
        source = ""
    dated = _date(draft, title, lines, name, url)
    return Incoming(
        origin=origin,
        title=title or first_sentence(body),
        body=body,
        source=source or _site(url),
        author=author,
        url=url,
        language_said=_language(draft.language),
        date=dated.date,
        date_guessed=dated.guessed,
        date_words=dated.words,
        date_place=dated.place,
        caveats=draft.caveats if whole == given else (*draft.caveats, Caveat.REPAIRED),
        date_order=dates.order_in(dated.words) if dated.words else DateOrder.NONE,
        markdown=clean_markup(repaired(draft.markdown)),
        title_site=_titled_by(origin, url, source) if draft.title_unsure and has_ending(title) else "",
    )


def _titled_by(origin: Origin, url: str, source: str) -> str:
    """Whose pages have titles like this one's: those of its site, where that is known, else those of its folder."""
    return _site(url) or source.casefold() or origin.location.rpartition("/")[0] or origin.location


def tripped(where: str, error: Exception) -> Problem:
    """What is said of something that the program, or a library of others below it, tripped over; the rest goes on."""
    _log.error("A source could not be read", exc_info=error)
    return Problem(where, f"cannot be read: {reason(error)}")


def _date(draft: Draft, title: str, text: str, name: str, url: str) -> Dated:
    """The date of a draft, from the first of these that tells one: its field, its text, its URL, its file's name.

    What the first leaves open, whether `3/4/2016` is in March or in April, a later one may settle.
    """
    found = (dated for dated in _dates(draft, title, text, name, url) if dated.date)
    first = next(found, Dated())
    if first.date and first.words == draft.date_perhaps:
        # Nobody knows who says it.
        return replace(first, guessed=True)
    sure = next((other for other in found if not other.guessed), None) if first.guessed else None
    if sure is None:
        return first
    if sure.place is DatePlace.TEXT:
        return sure
    agrees = sure.date in (first.date[:10], _turned(first.date))
    return sure if agrees and not dates.is_to_come(sure.date) else first


def _dates(draft: Draft, title: str, text: str, name: str, url: str) -> Iterator[Dated]:
    field = clean_line(draft.date, dates.LONGEST + 1)
    yield Dated(*dates.parse(field, draft.order), field, DatePlace.FIELD)
    day, guessed, line = datelines.in_text(text, draft.order, title)
    yield Dated(day, guessed, line, DatePlace.TEXT)
    path = urlsplit(url).path if url else ""
    yield Dated(*dates.in_path(path), path, DatePlace.URL)
    yield Dated(draft.date_perhaps, True, draft.date_perhaps, DatePlace.TEXT)
    yield Dated(*dates.in_name(name), name, DatePlace.NAME)


def read_again(words: str, place: DatePlace, title: str, order: DateOrder | None) -> tuple[str, bool]:
    """What a date says that was found in a place, day and month in this order; and whether it is a guess."""
    if place is DatePlace.NAME:
        return dates.in_name(words, order)
    if place is DatePlace.TEXT:
        return datelines.in_text(words, order, title)[:2]
    return dates.parse(words, order) if place is DatePlace.FIELD else ("", False)


def _turned(day: str) -> str:
    """A day with the numbers of day and month exchanged."""
    return f"{day[:4]}-{day[8:10]}-{day[5:7]}"


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
