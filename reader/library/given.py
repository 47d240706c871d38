"""What an article's own source gives, without what a person corrected or only other places tell."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reader.library.store import Reader
from reader.model import Caveat, DateOrder, DatePlace, Incoming, Origin


def article(db: Reader, number: int) -> Incoming:
    """An article as its own source gives it: without what a person corrected, and what only other places tell."""
    row = db.one(
        "SELECT location, record, iif(page_site = '', given_title, page_title), body.text, given_source, author, url,"
        " language, coalesce(language_said, ''), given_date, given_date_guessed, date_words, date_place, caveats,"
        " date_order, coalesce(markdown.text, ''), page_site, lacks FROM article"
        " JOIN body ON body.article = id LEFT JOIN markdown ON markdown.article = id WHERE id = ?",
        (number,),
    )
    *said, date, guessed, words, place, caveats, order, kept, site, lacks = row
    location, record, title, body, source, author, url, language, language_said = said
    found = Incoming(
        Origin(location, record),
        *(title, body, source, author, url, language, language_said),
        date=date,
        date_guessed=bool(guessed),
        date_words=words,
        date_place=DatePlace(place),
        caveats=tuple(map(Caveat, caveats.split())),
        date_order=DateOrder(order),
        markdown=kept,
        title_site=site,
    )
    return replace(found, **{field: _NOTHING[field] for field in lacks.split()}) if lacks else found


def digest(db: Reader, article: int) -> bytes:
    """The hash of what an article's source said when it was last read."""
    found: bytes = db.value("SELECT digest FROM article WHERE id = ?", (article,))
    return found


_NOTHING: Mapping[str, Any] = {
    "source": "", "author": "", "url": "", "language": "",
    "date": "", "date_guessed": False, "date_words": "", "date_place": DatePlace.NOWHERE, "date_order": DateOrder.NONE,
}  # fmt: skip
"""What other places may tell of an article, and what stands for its not being told."""


def lacks(own: Incoming, filled: Incoming) -> str:
    """The fields that an article's own source does not tell, a space between."""
    return " ".join(field for field in _NOTHING if getattr(own, field) != getattr(filled, field))
