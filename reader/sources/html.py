"""Saved web pages: main text and metadata."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from reader.sources.article import Draft
from reader.sources.page_dates import perhaps, published

_log = logging.getLogger(__name__)

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_SITES = ("og:site_name", "dc.publisher", "publisher", "application-name")
_SITE_AT_END = re.compile(r"\s+(?:[|–—·»-]|::)\s+[^|–—·»]{1,40}\Z")
_DATED_BYLINE = re.compile(r"[;,|·\s]*\b(?:Published|Updated|Posted|Last modified)\b.*", re.I | re.S)
_SPACE = re.compile(r"\s+")
_BREAK = "\x00"
_TWO_BREAKS = re.compile(r"\x00\s*\x00[\s\x00]*")
_DROPPED = ("script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form", "iframe")
_BLOCKS = frozenset(
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "th", "dt", "dd", "div",
        "section", "article", "br", "hr", "tr", "figcaption",
    }
)  # fmt: skip
_PARTS = frozenset(("p", "item", "row", "cell", "head", "quote", "list"))

ELEMENTS_LIMIT = 50_000
"""Largest page, in elements, whose main text is looked for: news pages have some thousands, and hundreds of thousands
would hold the extractor up for minutes."""


def read_html(text: str) -> Draft:
    """An article from the text of an HTML file; what trafilatura does not find is taken from `<meta>` and `<title>`."""
    tree = _tree(text)
    if tree is None:
        return Draft("")
    meta = _meta(tree)
    found = _extract(text) if sum(1 for _ in tree.iter()) <= ELEMENTS_LIMIT else None
    body = "\n\n".join(_paragraphs(found.body)) if found is not None and found.body is not None else ""
    title = _title(tree, meta, _known(found, "title"))
    return Draft(
        body=_without_title(body or _everything(tree), title),
        title=title,
        source=_first(meta, _SITES) or _known(found, "sitename"),
        # A byline may go on with its date: "Sam Poe; Published Mar".
        author=_DATED_BYLINE.sub("", _known(found, "author")) or _first(meta, _AUTHORS),
        url=_canonical(tree) or meta.get("og:url", "") or _known(found, "url"),
        language=tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or meta.get("og:locale", ""),
        date=(date := published(tree, meta, _known(found, "date"))),
        date_perhaps="" if date or found is None else perhaps(text),
        wrapped=False,
    )


def _tree(text: str) -> Any:
    from lxml import etree, html

    try:
        # As bytes: lxml refuses text that declares an encoding.
        tree = html.document_fromstring(
            text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (etree.LxmlError, ValueError):
        _log.info("lxml finds no page in what is called HTML", exc_info=True)
        return None
    return tree


def _extract(text: str) -> Any:
    """What trafilatura finds, or None."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            text,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:
        # A page by a stranger must not stop an import, whatever the extractor trips over.
        _log.warning("A page's main text could not be extracted: all of its text is taken", exc_info=True)
        return None


def _paragraphs(body: Any) -> Iterator[str]:
    """The blocks of trafilatura's tree as plain text with our block marks."""
    for element in body:
        words = _words(element)
        match element.tag:
            case "head":
                level = str(element.get("rend") or "h2")[-1:]
                if words:
                    yield "#" * (int(level) if level.isdigit() and level > "1" else 2) + " " + words
            case "list":
                items = ["- " + line for item in element.iter("item") if (line := _words(item))]
                if items:
                    yield "\n".join(items)
            case "quote":
                parts = [_words(part) for part in element] if len(element) else []
                parts = [part for part in parts if part] if not (element.text or "").strip() else []
                quoted = "\n>\n".join("> " + part for part in parts) if parts else "> " + words
                if words:
                    yield quoted
            case "table":
                rows = [" | ".join(_words(cell) for cell in row.iter("cell")) for row in element.iter("row")]
                if any(rows):
                    yield "\n".join(filter(None, rows))
            case _:
                yield from _broken(element)


def _broken(element: Any) -> Iterator[str]:
    """The paragraphs of an element: two line breaks part paragraphs, one parts lines."""
    for part in _TWO_BREAKS.split(_flat(element, _BREAK)):
        lines = (_SPACE.sub(" ", line).strip() for line in part.split(_BREAK))
        if words := "\n".join(filter(None, lines)):
            yield words


def _words(element: Any) -> str:
    return _SPACE.sub(" ", _flat(element, " ")).strip()


def _flat(element: Any, line_break: str) -> str:
    """All text of an element; blocks are parted by spaces, inline elements are not."""
    text = element.text or ""
    for child in element:
        joint = line_break if child.tag == "lb" else " " if child.tag in _PARTS else ""
        if child.tag == "lb":
            text += joint + (child.tail or "")
            continue
        text += joint + (_flat(child, line_break) if isinstance(child.tag, str) else "") + joint + (child.tail or "")
    return text


def _everything(tree: Any) -> str:
    """All text of a page that is no furniture, a paragraph to each block: for pages in which no main text is found."""
    from lxml import etree

    etree.strip_elements(tree, etree.Comment, *_DROPPED, with_tail=False)
    body = tree.find("body")
    blocks = [""]
    for event, element in etree.iterwalk(body if body is not None else tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            blocks.append("")
        text = element.text if event == "start" else element.tail
        if text and element is not tree and (event == "start" or element is not body) and element.tag != "title":
            blocks[-1] += text
    return "\n\n".join(words for block in blocks if (words := _SPACE.sub(" ", block).strip()))


def _without_title(body: str, title: str) -> str:
    """The body without its first paragraph when that repeats the title."""
    first, _, rest = body.partition("\n\n")
    same = _SPACE.sub(" ", title).strip()
    return rest if rest and first.lstrip("# ") == same and same else body


def _title(tree: Any, meta: dict[str, str], found: str) -> str:
    """The page's title: as its metadata say; as found, if `<title>` or a first heading says so too; else `<title>`."""
    if named := _first(meta, _TITLES):
        return named
    whole = _SPACE.sub(" ", tree.findtext(".//title") or "").strip()
    headings = {_SPACE.sub(" ", heading.text_content()).strip(): heading.tag for heading in tree.iter("h2", "h1")}
    if found and found != whole and (not whole or found in whole or headings.get(found) == "h1"):
        return found
    # "Talks begin | The Example": the site's name goes when a headline is left.
    headline = _SITE_AT_END.sub("", whole)
    return headline if len(headline.split()) > 1 or headline in headings else whole


def _meta(tree: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.strip().lower(), content)
    return meta


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta and not meta[name].startswith("http")), "")


def _known(found: Any, name: str) -> str:
    value = getattr(found, name, None) if found is not None else None
    return value if isinstance(value, str) else ""


def _canonical(tree: Any) -> str:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return str(link.get("href") or "")
    return ""
