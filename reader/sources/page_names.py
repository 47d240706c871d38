"""What a page, its author and its site are called."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from reader.sources.page_blocks import Block

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author", "cxenseparse:author")
_SITES = ("og:site_name", "dc.publisher", "publisher", "application-name")
_ARTICLE_TYPES = re.compile(r"article|posting|report|review|liveblog", re.I)
_SPACE = re.compile(r"\s+")
_NOT_LETTER = re.compile(r"[\W_]+")
_PARTING = re.compile(
    r"\s+(?:[|–—―·•»«‹›:-]|::|//|/)\s+|\s*[|｜¦]\s*|\s*[_＿]\s*(?=\S{1,20}\Z)|:\s+|\s*[-—–](?=[^\x00-\x7f]{2,12}\Z)"
)
"""What stands between a headline and the name of its site."""

_CUT = re.compile(r"\s*(?:…|\.\.\.)\Z")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d))?)?,?\s*(?:by\s+)?"
    r"([^.|,·©\n]{2,50})",
    re.I,
)

_BY = re.compile(
    r"\W*(?:(?:written|story|words|text|posted|reported|report|article|analysis|photographs?|published)\s+by|by|von|"
    r"par|por|di|da|de|door|af|av|autor|autora|autore|auteur|author|autores|автор|yazan|بقلم|كتب|记者|作者|文|"
    r"текст)(?:\s*[:：]\s*|\s+)",
    re.I,
)
_GOES_ON = re.compile(
    r"(?:[;,|·•\s–—(-]+|\A)(?:published|updated|posted|last (?:modified|updated)|on \w+day|\d{1,2}[./:]\d{1,2}|"
    r"\d{4}-\d\d|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur?|sun)(?:day)?,|"
    r"\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*\.? \d).*|\s+(?:for|in|at) the .*|\s+\(?@\w+\)?.*|\s*[<(]?\S+@\S+\.\S+[>)]?.*",
    re.I | re.S,
)
"""What a byline goes on with behind the name: its date, an outlet, an address."""

_JOINT = re.compile(r"\s*(?:;|\||/|、|\s&\s|\s(?:and|und|et|y|e|и|ve|en|och|og)\s)\s*", re.I)
_ROLES = frozenset(
    (
        "admin administrator editor editors editorial staff reporter reporters writer writers author authors guest"
        " correspondent correspondents contributor contributors newsroom news desk webmaster root user anonymous"
        " unknown team press agency agencies wire wires online web redaktion redaktor redacción redaccion redacao"
        " redação redazione rédaction redactie redakcja редакция redaksiyon bureau service services subscribe follow"
        " share none null undefined read more posts view all profile senior auto political national security business"
        " sports science technology health chief deputy managing associate special"
        " foreign our the from of by a team www com author's archive"
    ).split()
)
"""Words that say what somebody does, not who it is; a byline made of nothing else names nobody."""

_LONGEST_AUTHOR = 7
"""Words of one name; more are a sentence."""

LONGEST = 500
"""Longest title or name looked at, in code points."""

_LONGEST_BYLINE = 300

_COMMENT_PLACES = re.compile(r"comment|disqus|respond|reply", re.I)
_BYLINE_PLACES = re.compile(
    r"(?:\A|[\s_-])(?:by-?line|author|authors|author-?name|entry-author|post-author)(?:\Z|[\s_-])", re.I
)


@dataclass(slots=True)
class Names:
    """What a page says of itself in its head, before anything is concluded from it."""

    meta: dict[str, str]
    title: str
    """Its `<title>`."""
    headings: Sequence[str]
    """Its first-level headings, outside navigation and its like if any are."""
    site: str
    sites: frozenset[str] = field(default_factory=frozenset)
    """Everything that the page calls its site, folded."""
    host: str = ""
    headlines: Sequence[str] = ()
    """Headlines in linked data."""
    authors: Sequence[str] = ()
    """Authors in linked data."""


def read_names(tree: Any, blocks: Sequence[Block], url: str) -> Names:
    """What a page's head, linked data and blocks say of it."""
    meta = meta_of(tree)
    linked = [*_linked_data(tree)]
    headings = [block.text for block in blocks if block.kind == "h1" and not block.furniture]
    headings = headings or [block.text for block in blocks if block.kind == "h1"]
    site = _first(meta, _SITES) or next((name for name in map(_publisher, linked) if name), "")
    return Names(
        meta,
        _line(tree.findtext(".//title") or ""),
        [_line(heading) for heading in headings],
        site,
        frozenset(filter(None, map(fold, [site, *_called(tree, blocks)]))),
        fold((_host(url)).removeprefix("www.")),
        [_line(part["headline"]) for part in linked if isinstance(part.get("headline"), str)],
        [name for part in linked for name in _persons(part.get("author"))],
    )


def meta_of(tree: Any) -> dict[str, str]:
    """A page's `<meta>` values by their folded names; of several with one name the first."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.strip().lower(), content)
    return meta


def fold(text: str) -> str:
    """A name without case, spaces and marks."""
    return _NOT_LETTER.sub("", text).casefold()


def title_of(names: Names) -> tuple[str, bool]:
    """The headline, and whether it is sure that the name of the site is no part of it.

    A heading that `<title>` or the metadata repeat is it, whole; so is one that they begin with. Else it is what they
    say, without the name of the site where that is known to be one.
    """
    said = [text for text in (_line(_first(names.meta, _TITLES)), names.title, *names.headlines) if text]
    headings = [heading for heading in names.headings if heading and not _is_site(heading, names)]
    for same in (_equal, _beginning):
        for heading in headings:
            if any(same(heading, text) for text in said):
                return heading, True
    bare = [(without := _without_site(text, names), without != text) for text in said if not _is_site(text, names)]
    if names.meta and bare and _first(names.meta, _TITLES):
        return bare[0]
    if len(headings) == 1 and (not bare or len(headings[0].split()) > 2):
        return headings[0], True
    return bare[0] if bare else (headings[0], True) if headings else (said[0] if said else "", True)


def _equal(heading: str, text: str) -> bool:
    return fold(heading) == fold(text) != ""


def _beginning(heading: str, text: str) -> bool:
    """Whether a text is a heading with something parted from it, or the beginning of one."""
    if _CUT.search(text):
        return heading.startswith(_CUT.sub("", text))
    parts = _PARTING.finditer(text)
    return any(_equal(heading, part) for found in parts for part in (text[: found.start()], text[found.end() :]))


def _without_site(text: str, names: Names) -> str:
    """A title without the name of its site at its end, or at its beginning."""
    cuts = [*_PARTING.finditer(text)]
    for found in cuts:
        if _is_site(text[found.end() :], names) and text[: found.start()].strip():
            return _without_site(text[: found.start()].strip(), names)
    for found in reversed(cuts):
        if _is_site(text[: found.start()], names) and text[found.end() :].strip():
            return text[found.end() :].strip()
    return text


def _is_site(text: str, names: Names) -> bool:
    folded = fold(text)
    if not folded:
        return False
    if folded in names.sites or folded.removeprefix("the") in names.sites or f"the{folded}" in names.sites:
        return True
    bare = folded.removeprefix("the")
    # "The Example News" of www.examplenews.org
    return len(bare) > 2 and bool(names.host) and (names.host.startswith(bare) or bare == names.host)


def author_of(names: Names, tree: Any, found: str) -> str:
    """Who wrote a page, several parted by commas: as its metadata say, else as `found` by an extractor, else by its
    byline. What names a site, a date, an address or a role is nobody."""
    said = [names.meta[name] for name in _AUTHORS if name in names.meta]
    commenters = {fold(name) for name in _bylines(tree, comments=True)}
    for candidates in (names.authors, said[:1], said[1:], [found], [*_bylines(tree, comments=False)][:3]):
        authors: dict[str, str] = {}
        for candidate in candidates:
            for author in authors_in(candidate):
                key = fold(author)
                if not _is_site(author, names) and (key not in commenters or candidates is said):
                    authors.setdefault(key, author)
        if authors:
            return ", ".join(authors.values())
    return ""


def site_of(names: Names, found: str, url: str) -> str:
    """What a page calls its site; what an extractor `found` counts where it is no mere guess from the title."""
    host = _host(url).removeprefix("www.")
    if names.site or not found:
        return names.site or host
    if _is_site(found, names) or not (host or "://" in found or fold(found) in fold(names.title)):
        return found
    return host


def authors_in(byline: str) -> Iterator[str]:
    """The persons that a byline names."""
    line = _line(byline[:_LONGEST_BYLINE])
    if "://" in line or line.startswith("www."):
        return
    while (shorter := _BY.sub("", line, count=1) if _BY.match(line) else line) != line:
        line = shorter
    for part in _JOINT.split(line):
        if (part := _GOES_ON.sub("", part).strip(" ,;:|·•–—-")) == "":
            continue
        names = [name.strip() for name in part.split(",")]
        # "Doe, Jane" is one; "Jane Doe, John Roe" are two, and "Jane Doe, Staff Writer" is one with her role.
        names = names if all(" " in name for name in names) or any(map(_says_role, names)) else [part]
        yield from (_without_role(name) for name in names if _is_person(name))


_MONTHS = (
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday"
).split()


def _without_role(name: str) -> str:
    """A name without the role, or the beginning of a date, that a byline puts behind it."""
    words = name.split()
    while len(words) > 2 and (_is_role(words[-1]) or words[-1].lower().strip(".,") in _MONTHS):
        words.pop()
    return " ".join(words)


def _is_role(name: str) -> bool:
    words = re.findall(r"[^\W\d_]+", name.lower())
    return bool(words) and all(word in _ROLES for word in words)


def _says_role(name: str) -> bool:
    """Whether a part of a byline ends with a role: "AP National Political Writer"."""
    return _is_role(name.split()[-1]) if name else True


def _is_person(name: str) -> bool:
    return (
        1 <= len(name.split()) <= _LONGEST_AUTHOR
        and not re.search(r"[\d@/\\<>{}=]|\.(?:com|org|net|de|co)\b", name)
        and not _says_role(name)
        and name.lower() not in _MONTHS
        and len(fold(name)) > 1
    )


def _line(text: str) -> str:
    return _SPACE.sub(" ", text[: 4 * LONGEST]).strip()[:LONGEST]


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta and not meta[name].startswith("http")), "")


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles in a page's linked data (JSON-LD)."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            waiting = [json.loads(script.text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            part = waiting.pop()
            if isinstance(part, list):
                waiting += reversed(part)
            elif isinstance(part, dict):
                if _ARTICLE_TYPES.search(str(part.get("@type") or "")):
                    yield part
                waiting += [value for value in (part.get("@graph"), part.get("mainEntity")) if value]


def _publisher(part: dict[str, Any]) -> str:
    publisher = part.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return _line(name) if isinstance(name, str) and not name.startswith("http") else ""


def _persons(value: Any) -> Iterator[str]:
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict) and part.get("@type") != "Organization":
            part = part.get("name")
            yield from (name for name in (part if isinstance(part, list) else [part]) if isinstance(name, str))
        elif isinstance(part, str):
            yield part


def _called(tree: Any, blocks: Sequence[Block]) -> Iterator[str]:
    """What else a page calls its site: where it links to the front page, its feed, and who has the copyright."""
    for link in tree.iter("a"):
        target = (link.get("href") or "").strip()
        if target == "/" or re.fullmatch(r"https?://[^/?#]+/?", target):
            yield _line(link.get("title") or "")
            yield _line(link.text_content())
            yield from (_line(image.get("alt") or "") for image in link.iter("img"))
    for link in tree.iter("link"):
        if "rss" in (link.get("type") or "") or "atom" in (link.get("type") or ""):
            yield _line(link.get("title") or "")
    for block in blocks:
        if len(block.text) < 200 and (found := _COPYRIGHT.search(block.text)):
            yield found[1]


def _bylines(tree: Any, *, comments: bool) -> Iterator[str]:
    """The texts of elements that name an author, of comments or of the page itself."""
    for element in tree.iter("a", "span", "p", "div", "address", "strong", "li", "h3", "h4", "cite"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.get("rel") == "author" or element.get("itemprop") == "author" or _BYLINE_PLACES.search(names):
            text = _line(element.text_content())
            if text and len(text) < 120 and _in_comments(element) == comments:
                yield text


def _in_comments(element: Any) -> bool:
    places: Iterable[Any] = (element, *element.iterancestors())
    return any(
        _COMMENT_PLACES.search(f"{place.get('class') or ''} {place.get('id') or ''}")
        for place in places
        if place.tag not in ("body", "html")
    )
