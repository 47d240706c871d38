"""The visible text of a web page in blocks, each with where it stands: what a story is chosen from."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

BREAK = "\x00"
"""A line break inside a block, until its lines are put together."""

_BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
        " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p pre search section"
        " summary table tbody td tfoot th thead tr ul"
    ).split()
)
UNSEEN = frozenset(
    (
        "applet area audio base button canvas col colgroup datalist embed frame frameset head iframe input link map"
        " math meta meter noframes noscript object option param progress rp rt script select source style svg template"
        " textarea title track video"
    ).split()
)
"""Elements whose text nobody reads on the page, or that are controls of it."""

_FURNITURE = frozenset(("nav", "footer", "aside", "dialog", "menu", "form", "search"))
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist form".split()
)
_NAMES = frozenset(
    (
        "nav navbar navi navigation menu menus submenu breadcrumb breadcrumbs sidebar footer comment comments disqus"
        " respond related relatedposts share shares sharing sharebar sharedaddy social socials addthis newsletter"
        " newsletters subscribe subscription signup login promo promos promotion advert adverts advertisement"
        " advertising ads ad adsense banner sponsor sponsored cookie cookies consent gdpr popular mostread trending"
        " recommended recommendation recommendations outbrain taboola pagination pager tags taglist toolbar skip"
        " widget widgets masthead topbar bottombar copyright byline author authors bio meta postmeta entrymeta"
        " paywall modal popup overlay rating ratings recirc rail teaser teasers tumb"
    ).split()
)
"""Words in classes and ids that say what is no story; among them what stands beside one: who wrote it, and when."""

_COMMENTS = frozenset("comment comments disqus respond".split())
_SHARED = frozenset("social socials share shared widget".split())

_LATE_PLACE = re.compile(r"[BP]:")
"""Ids of what keeps a place for the element of the same number whose id begins with `S:`."""

_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_HIDDEN_CLASSES = frozenset(
    "hidden visually-hidden visuallyhidden sr-only screen-reader-text screen-reader screenreader is-hidden d-none"
    " u-hidden offscreen".split()
)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u3000\u200b]+")
_INDENTED = re.compile(r"(?:\u00a0|\u3000|\t| ){2,}(?=\S)|\u3000(?=\S)")
_TWO_BREAKS = re.compile(rf"{BREAK}\s*{BREAK}[\s{BREAK}]*")
_ENDS = re.compile(r"[.!?…:。！？؟۔][\"'”’»)\]]*\Z")

_NO_CELLS = ("table", "ul", "ol", "h1", "h2", "h3", "blockquote", "article", "section", "form")

HALF, MOST = 0.5, 0.9

PARAGRAPH = 60
"""From this length, in code points, a line of its own between single breaks is a paragraph rather than verse."""

CELL = 80
"""Cells longer than this on average, in code points, are no data: the table lays out the page."""


@dataclass(slots=True, eq=False)
class Block:
    """A run of text that a page sets apart from what stands before and after it."""

    text: str
    kind: str
    """`p`, `item`, `quote`, `caption`, `pre`, `rows`, or `h1` to `h6`."""
    place: Any
    """The element that it stands in."""
    linked: int = 0
    """Code points of it that are in links."""
    links: int = 0
    """How many links it has."""
    marked: str = ""
    """The class, id, role or tag that marks it, or what it stands in, as no story: navigation, a form, comments."""
    comment: bool = False
    """Whether the page marks it as a comment of its readers."""
    group: Any = None
    """The outermost list that it is an item of."""
    mark: str = ""
    """What stands before an item or a quotation."""

    @property
    def furniture(self) -> bool:
        """Whether the page marks it as no story."""
        return bool(self.marked)

    @property
    def is_linked(self) -> bool:
        """Whether more than half of it is links."""
        return self.linked * 2 > len(self.text)


def hide(tree: Any) -> None:
    """Take out of a tree what its page does not show."""
    _put_in_place(tree)
    for element in [*tree.iter()]:
        if isinstance(element.tag, str) and element.tag not in ("html", "body") and _is_hidden(element):
            parent = element.getparent()
            if parent is not None:
                element.drop_tree()


def _put_in_place(tree: Any) -> None:
    """Show what React's servers send late: it comes hidden, and the page's script puts it where a place was kept."""
    kept = {place.get("id", "")[1:]: place for place in tree.iter("template") if _LATE_PLACE.match(place.get("id", ""))}
    for late in [part for part in tree.iter("div") if kept and part.get("id", "").startswith("S:")]:
        place = kept.pop(late.get("id")[1:], None)
        if place is not None and late not in place.iterancestors():
            late.attrib.pop("hidden", None)
            place.addnext(late)


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if (element.get("aria-hidden") or "").lower() == "true" or _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    return not _HIDDEN_CLASSES.isdisjoint((element.get("class") or "").lower().split())


def blocks_of(tree: Any, story: Set[str] = frozenset()) -> list[Block]:
    """The blocks of a page's body in order, furniture included; what is marked as in `story` is no furniture."""
    body = tree.find("body") if tree.tag != "body" else tree
    walk = _Walk(body if body is not None else tree, story)
    walk.run()
    return walk.blocks


QUOTED = 10
"""Quotations inside each other that are marked: a page of thousands would become many times as long."""


class _Walk:
    """One pass over a body: without recursion, pages nest as deep as they like."""

    def __init__(self, root: Any, story: Set[str]) -> None:
        self.root = root
        self.size = _size(root)
        self._story = story
        self.blocks: list[Block] = []
        self._run: list[str] = []
        self._linked = 0
        self._links = 0
        self._inside_link = 0
        self._open = [root]
        self._furniture = 0
        self._marked = ""
        self._comments = 0
        self._numbers: dict[Any, int] = {}

    def run(self) -> None:
        from lxml import etree

        events = etree.iterwalk(self.root, events=("start", "end", "comment", "pi"))
        for event, element in events:
            if event in ("comment", "pi"):
                if element is not self.root:
                    self._say(element.tail)
            elif event == "start":
                if element is not self.root and self._passes_over(element):
                    events.skip_subtree()
                else:
                    self._start(element)
            elif element is not self.root:
                self._end(element)
                self._say(element.tail)
        self._flush()

    def _passes_over(self, element: Any) -> bool:
        tag = element.tag
        if tag == "table" and is_data(element):
            self._flush()
            if rows := _rows(element):
                links = [len(link.text_content()) for link in element.iter("a")]
                self.blocks.append(Block(rows, "rows", element, sum(links), len(links), self._marked))
            return True
        return tag in UNSEEN

    def _start(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            self._open.append(element) if element is not self.root else None
        if tag == "a":
            self._inside_link += 1
            self._links += 1
        if tag == "br":
            self._run.append(BREAK)
        marked = self._marked if self._furniture or element is self.root else self._furniture_mark(element)
        if marked:
            self._marked = marked
            self._furniture += 1
            if self._comments or _named(element, _COMMENTS):
                self._comments += 1
        if tag not in UNSEEN:
            self._say(element.text)

    def _end(self, element: Any) -> None:
        tag = element.tag
        if tag in UNSEEN or (tag == "table" and self._open[-1] is not element):
            return
        if tag in _BLOCKS:
            self._flush()
            self._open.pop()
        if tag == "a":
            self._inside_link -= 1
        if self._furniture:
            self._furniture -= 1
            self._marked = self._marked if self._furniture else ""
        if self._comments:
            self._comments -= 1

    def _say(self, text: str | None) -> None:
        if text:
            self._run.append(text)
            if self._inside_link:
                self._linked += len(text.strip())

    def _flush(self) -> None:
        text, linked, links = "".join(self._run), self._linked, self._links
        self._run, self._linked, self._links = [], 0, int(self._inside_link > 0)
        if not text.strip(f"{BREAK} \t\r\n\u00a0\u3000\u200b"):
            return
        kind, group, mark = self._context()
        if kind == "pre":
            paragraphs = [text.replace(BREAK, "\n").strip("\n")]
        else:
            paragraphs = [*paragraphs_of(text)] if kind in ("p", "quote") else [" ".join(_clean_lines(text))]
        total = sum(map(len, paragraphs)) or 1
        for paragraph in paragraphs:
            # Which of its paragraphs hold the links of a run is not known: they are taken to hold them evenly.
            part = len(paragraph) / total
            counts = round(linked * part), round(links * part)
            self.blocks.append(
                Block(paragraph, kind, self._open[-1], *counts, self._marked, self._comments > 0, group, mark)
            )
            mark = "  " if kind == "item" else mark

    def _context(self) -> tuple[str, Any, str]:
        kind, group, mark, quoted = "", None, "", 0
        for element in reversed(self._open):
            tag = element.tag
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6", "pre", "caption") and not kind:
                kind = tag
            elif tag == "figcaption":
                kind = kind or "caption"
            elif tag == "li" and not mark:
                kind = kind or "item"
                mark = self._item_mark(element)
            elif tag in ("ul", "ol"):
                group = element
            elif tag == "blockquote":
                quoted += 1
        if quoted and kind in ("", "item"):
            return "quote", None, "> " * min(quoted, QUOTED)
        kind = kind or "p"
        return (kind, group, mark) if kind == "item" else (kind, None, "")

    def _item_mark(self, element: Any) -> str:
        if element in self._numbers:
            return "  "
        parent = element.getparent()
        self._numbers[element] = 1
        if parent is None or parent.tag != "ol":
            return "- "
        self._numbers[parent] = self._numbers.get(parent, 0) + 1
        return f"{self._numbers[parent]}. "

    def _furniture_mark(self, element: Any) -> str:
        """What marks an element as no story; empty where nothing does."""
        tag = element.tag
        if tag in ("html", "body", "main", "article", "a", "span", "h1"):
            return ""
        if tag == "footer" and next(element.iterancestors("blockquote"), None) is not None:
            return ""
        if tag == "header":
            return tag if element.getparent() is self.root and element.find(".//h1") is None else ""
        role = (element.get("role") or "").lower()
        marks = [tag] if tag in _FURNITURE else [role] if role in _ROLES else _marks(element)
        marked = next((mark for mark in marks if mark not in self._story), "")
        if not marked or element.find(".//h1") is not None:
            return ""
        # What holds half the page, or its headline, is the page, whatever it is called; comments may be longer than it.
        share = MOST if _named(element, _COMMENTS) else HALF
        return marked if _size(element) < share * self.size else ""


def _size(element: Any) -> int:
    """How much text an element holds, in code points, without its scripts, which may be longer than all it shows."""
    return len(element.text_content()) - sum(len(part.text or "") for part in element.iter("script", "style"))


def _named(element: Any, wanted: Set[str] = _NAMES) -> bool:
    return bool(_marks(element, wanted))


def _marks(element: Any, wanted: Set[str] = _NAMES) -> list[str]:
    """The classes and the id of an element that say what it is, by a wanted word in them: `sidebar-grid` and `sidebar`
    of `sidebar-grid__sidebar`.
    """
    found: set[str] = set()
    marks = []
    for name in f"{element.get('class') or ''} {element.get('id') or ''}".replace("__", " ").split():
        if said := wanted & {word.lower() for word in _WORDS.findall(name)}:
            found |= said
            marks.append(name)
    # A post of a social network that a story quotes is marked "social" too.
    return [] if marks and _SHARED.issuperset(found) and element.find(".//blockquote") is not None else marks


def _clean_lines(text: str) -> Iterator[str]:
    return filter(None, (_SPACE.sub(" ", line).strip() for line in text.split(BREAK)))


def paragraphs_of(text: str) -> Iterator[str]:
    """The paragraphs of a run: two line breaks part them; one does before an indented line, and between long ones."""
    for part in _TWO_BREAKS.split(text):
        raw = [line for line in part.split(BREAK) if line.strip()]
        lines = [_SPACE.sub(" ", line).strip() for line in raw]
        pending: list[str] = []
        for at, line in enumerate(lines):
            if not line:
                continue
            if pending and (_INDENTED.match(raw[at].lstrip("\r\n")) or _are_paragraphs(pending[-1], line)):
                yield "\n".join(pending)
                pending = []
            pending.append(line)
        if pending:
            yield "\n".join(pending)


def _are_paragraphs(before: str, after: str) -> bool:
    return bool(_ENDS.search(before)) and max(len(before), len(after)) >= PARAGRAPH


def is_data(table: Any) -> bool:
    """Whether a table holds values in rows and columns; the others lay out a page."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    if (
        next(table.iterdescendants("table", "p", "div", "ul", "ol", "h1", "h2", "h3", "blockquote", "article"), None)
        is not None
    ):
        return False
    cells = [len(row.findall("td")) + len(row.findall("th")) for row in table.iter("tr")]
    if max(cells, default=0) < 2 or sum(count > 1 for count in cells) < 2:
        return False
    texts = [len(_SPACE.sub(" ", cell.text_content()).strip()) for cell in table.iter("td", "th")]
    filled = [length for length in texts if length]
    return bool(filled) and sum(filled) / len(filled) <= CELL


def _rows(table: Any) -> str:
    rows = []
    for row in table.iter("caption", "tr"):
        cells = [row] if row.tag == "caption" else [cell for cell in row if cell.tag in ("td", "th")]
        words = [_SPACE.sub(" ", cell.text_content()).strip() for cell in cells]
        if any(words):
            rows.append(" | ".join(words))
    return "\n".join(rows)


def rendered(blocks: Sequence[Block]) -> str:
    """Blocks as plain text with our block marks, a blank line between paragraphs and none between a list's items."""
    out: list[str] = []
    before: Block | None = None
    for block in blocks:
        text = _marked(block)
        if before is not None and before.group is not None and before.group is block.group:
            out[-1] += "\n" + text
        elif before is not None and before.kind == block.kind == "quote" and before.mark == block.mark:
            out[-1] += f"\n{block.mark.rstrip()}\n{text}"
        else:
            out.append(text)
        before = block
    return "\n\n".join(out)


def _marked(block: Block) -> str:
    if block.kind[0] == "h":
        return "#" * max(2, int(block.kind[1])) + " " + block.text
    if block.kind == "quote":
        return "\n".join(block.mark + line for line in block.text.split("\n"))
    return block.mark + block.text
