"""The date of a saved web page: what its markup says, and what htmldate makes of it where that says nothing."""

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from reader.sources import dates

_log = logging.getLogger(__name__)

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "dc.date.issued",
    "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "date",
)  # fmt: skip
"""Names in `<meta>` of the day of publication, the surest first."""


def published(tree: Any, meta: Mapping[str, str], found: str) -> str:
    """When a page says that it was published, in its own words; empty when it does not say.

    First what says so by name; then what trafilatura `found`; a `<time>` may be that of a comment, or of another story.
    """
    return next((value for value in _candidates(tree, meta, found) if dates.parse(value)[0]), "")


def perhaps(text: str) -> str:
    """A day that some part of a page names, ISO 8601, where nothing better is found: right in two of three pages.

    By `benchmarks/page_dates.py`. A first of January is left out: it stands for a year alone, as in a copyright line.
    """
    from htmldate import find_date

    try:
        day: str = find_date(text, extensive_search=True, original_date=True) or ""
    except Exception:
        # A page by a stranger must not stop an import, whatever htmldate trips over.
        _log.warning("A page could not be searched for its date", exc_info=True)
        return ""
    return "" if day.endswith("-01-01") else day


def _candidates(tree: Any, meta: Mapping[str, str], found: str) -> Iterator[str]:
    yield from (meta[name] for name in _PUBLISHED if name in meta)
    for element in tree.iter():
        if isinstance(element.tag, str) and element.get("itemprop") == "datePublished":
            yield str(element.get("content") or element.get("datetime") or element.text or "")
    yield found
    yield from (str(element.get("datetime")) for element in tree.iter("time") if element.get("datetime"))
