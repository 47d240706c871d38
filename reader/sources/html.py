"""Saved web pages: main text and metadata."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.model import Caveat
from reader.sources.article import Draft
from reader.sources.page_blocks import Block, blocks_of, hide, rendered
from reader.sources.page_dates import perhaps, published
from reader.sources.page_doubt import Opinions
from reader.sources.page_names import Names, author_of, meta_of, read_names, site_of, title_of
from reader.sources.page_story import choose, misnamed, shows
from reader.sources.tags import with_few_attributes

_log = logging.getLogger(__name__)

_SPACE = re.compile(r"\s+")
_BREAK = "\x00"
_TWO_BREAKS = re.compile(r"\x00\s*\x00[\s\x00]*")
_PARTS = frozenset(("p", "item", "row", "cell", "head", "quote", "list"))

ELEMENTS_LIMIT, DEPTH_LIMIT = 20_000, 150
"""Largest page, in elements, and deepest, in elements inside each other, of which the extractor is asked, too: news
pages have some thousands, and tens. It takes a second for the first, and of what is nested time by the cube of the
depth; what other pages show is told by their blocks alone."""


LEAST = 200
"""What an extractor found in a page's data for scripts counts from this length, in code points."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page, taken apart."""

    tree: Any
    found: Any
    """What trafilatura makes of it, or None."""
    blocks: Sequence[Block]
    names: Names
    url: str
    title: str
    title_sure: bool
    extracted: str
    """The text that trafilatura takes."""


def page_of(text: str) -> Page | None:
    """The page that the text of an HTML file is; None where it is none."""
    tree = tree_of(with_few_attributes(text))
    if tree is None:
        return None
    hide(tree)
    found = _extract(tree) if _is_usual(tree) else None
    body = found.body if found is not None else None
    extracted = "\n\n".join(_paragraphs(body)) if body is not None else ""
    blocks = blocks_of(tree)
    if story := misnamed(blocks, extracted):
        blocks = blocks_of(tree, story)
    url = _canonical(tree) or meta_of(tree).get("og:url", "") or _known(found, "url")
    names = read_names(tree, blocks, url)
    return Page(tree, found, blocks, names, url, *title_of(names), extracted)


def read_html(text: str, *, whole: bool = False) -> Draft:
    """An article from the text of an HTML file; with `whole`, everything that its page shows is the article."""
    page = page_of(text)
    if page is None:
        return Draft("")
    tree, found, names = page.tree, page.found, page.names
    body, thin = (rendered(page.blocks), False) if whole else _story(page)
    meta = names.meta
    return Draft(
        body=_without_title(body, page.title),
        title=page.title,
        source=site_of(names, _known(found, "sitename"), page.url),
        author=author_of(names, tree, _known(found, "author")),
        url=page.url,
        language=tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or meta.get("og:locale", ""),
        date=(date := published(tree, meta, _known(found, "date"))),
        date_perhaps="" if date or found is None else perhaps(with_few_attributes(text)),
        title_unsure=not page.title_sure,
        wrapped=False,
        caveats=(Caveat.WHOLE,) if whole else (Caveat.THIN,) if thin else (),
    )


def _story(page: Page) -> tuple[str, bool]:
    """The story of a page, and whether it is doubtful that all of it, and nothing else, was found."""
    extracted = page.extracted
    body = rendered(choose(page.blocks, extracted, page.title))
    if len(extracted) > max(LEAST, len(body)) and not shows(page.blocks, extracted):
        return extracted, False
    opinions = Opinions.of(page.blocks, extracted, page.title)
    if opinions.prefer_extracted(body):
        return extracted or body, bool(body) or opinions.doubt(extracted)
    return body, opinions.doubt(body)


def tree_of(text: str) -> Any:
    """The tree of a page; None where its text is none."""
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


def _is_usual(tree: Any) -> bool:
    """Whether a page is no larger and no deeper than pages are."""
    from lxml import etree

    depth = 0
    for number, (event, _) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > DEPTH_LIMIT or number > 2 * ELEMENTS_LIMIT:
            return False
    return True


def _extract(tree: Any) -> Any:
    """What trafilatura finds, or None."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            tree,
            # Its second extractors are not asked: what they are for, the page's own blocks do.
            fast=True,
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


def _without_title(body: str, title: str) -> str:
    """The body without its first paragraph when that repeats the title."""
    first, _, rest = body.partition("\n\n")
    same = _SPACE.sub(" ", title).strip()
    return rest if rest and first.lstrip("# ") == same and same else body


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
