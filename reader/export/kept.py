"""Mentions marked in the Markdown that an article came in, which stays what it is around them.

Where a mention stands there, an article's source says (`reader.sources.kept_markdown`). Whether it can be marked so is
tried: the marked Markdown has to read as the Markdown did, but for the mark. Where it does not (in code, in a link's
address, over the border of an emphasis), a plainer mark is tried, then none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, product

from reader.export import escape
from reader.export.content import KeptMarkdown, MarkStyle
from reader.export.markdown_shape import Shape, Shapes, is_whole, link_to, tag
from reader.export.marks import Placed
from reader.model import Field

_WIKILINK = re.compile(r"!?\[\[([^\[\]|\n]{1,200})(?:\\?\|([^\[\]\n]{0,200}))?\]\]")
_CLOSED = re.compile(
    r"(?:https?://|ftp://|www\.|mailto:)[^\s<>]+"  # addresses that dialects make links of
    r"|[\w.+-]{1,64}@[\w-]+\.[\w.-]+"
    r"|\[\^[^\]\n]*\]:?"  # keys of footnotes
    r"|(?<![\w&])#(?:[^\s#\[]+|\[\[[^\]\n]*\]\])"  # tags
    r"|(?<=\s)\^[\w-]+[ \t]*$"  # names of blocks
    r"|^[ \t]*(?:[-*] )?[A-Za-z][\w -]{0,30}::.*$"  # Logseq's properties
    r"|\(\([\w-]+\)\)|\{\{[^}\n]*\}\}|%%[^\n]*?%%|\$[^\n$]+\$"
    r"|^[ \t>]*\[![\w-]+\]|:[\w+-]+:",
    re.MULTILINE,
)
"""What dialects read as one thing, though CommonMark sees text: no mark stands in it."""

_LINK = re.compile(r"\[[^\[\]]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])|<a\s[^<>]*>[^<>]*</a>", re.IGNORECASE)
_HTML_LINK_END = re.compile(r"<(/?)a(?:\s[^<>]*)?>", re.IGNORECASE)
_BLOCK_NAME = re.compile(r"\s\^([A-Za-z0-9-]+)[ \t]*\Z")
_MARK_NUMBER = re.compile(r'id="m(\d{1,9})"')
_MARKUP = re.compile(r"[*_`~\[\]|\\\n<>&]")


_DELIMITERS = "*_~"
_MOST_DELIMITERS = 3
"""Signs that begin or end an emphasis, and how many of them at most are looked at."""

_MOST_READ = 500_000
"""So much Markdown, in code points, is read anew to try marks, which takes two seconds; what is left has none then."""

_Form = tuple[str, str, str, str]
"""What is put before a mention and behind it, and how either reads."""

_STRONG: Sequence[_Form] = (
    ("**", "**", tag("strong_open"), tag("strong_close")),
    ("<strong>", "</strong>", tag("<strong>"), tag("</strong>")),
)
_NONE: _Form = ("", "", "", "")


@dataclass(frozen=True, slots=True)
class Written:
    """The Markdown with its marks."""

    text: str
    marks: Sequence[Placed]
    """Those that are marked, those of the title first, numbered anew."""
    blocks: Mapping[int, str]
    """For Obsidian: the name of the block in which a mention stands, by its number, where it has one."""


@dataclass(frozen=True, slots=True)
class _Insertion:
    """A mention where it stands in the Markdown, and what is put around it."""

    start: int
    end: int
    mark: Placed
    before: str
    after: str
    reads: tuple[str, str]
    """How that reads."""


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    end: int
    mark: Placed
    linked: bool
    """It is a link by name: that stays, and a mark stands around it."""
    in_link: bool


def first_number(text: str) -> int:
    """The number of the first mention that is marked in a Markdown text: above any that it had been given before."""
    return max(map(int, _MARK_NUMBER.findall(text)), default=0) + 1


def written(markdown: KeptMarkdown, marks: Sequence[Placed], style: MarkStyle, first: int) -> Written | None:
    """The Markdown with those marked that can be, numbered from `first`; None where nothing can be put behind it."""
    labels = () if style is MarkStyle.OBSIDIAN else {mark.label for mark in marks}
    shapes = Shapes(markdown.text, labels)
    if not shapes.ends:
        return None
    possible = _Marking(markdown.text, shapes, style).possible(_spots(markdown, marks))
    if possible is None:
        return None
    read = sorted(possible, key=lambda one: (one.mark.mention.field is Field.BODY, one.mark.mention.start))
    numbers = {one.start: number for number, one in enumerate(read, first)}
    final = [_numbered(one, numbers[one.start]) for one in possible]
    names, blocks = _named_blocks(markdown.text, shapes, final) if style is MarkStyle.OBSIDIAN else ({}, {})
    placed = sorted((one.mark for one in final), key=lambda mark: mark.number)
    return Written(_put(markdown.text, 0, final, names), placed, blocks)


def _spots(markdown: KeptMarkdown, marks: Sequence[Placed]) -> list[_Spot]:
    """Where the mentions stand whole in the Markdown, in its order, apart from each other."""
    text = markdown.text
    links = [match.span() for match in _WIKILINK.finditer(text)]
    labels = {match.span(): match.span(2 if match[2] else 1) for match in _WIKILINK.finditer(text)}
    closed = [match.span() for match in _CLOSED.finditer(text)]
    linked = [match.span() for match in _LINK.finditer(text)]
    found: list[_Spot] = []
    for mark in marks:
        spans = markdown.title if mark.mention.field is Field.TITLE else markdown.body
        inside = spans[mark.mention.start : mark.mention.end]
        if not inside or (first := inside[0]) is None or (last := inside[-1]) is None:
            continue
        start, end = first[0], last[1]
        whole = next(_meeting(links, start, end), None)
        if whole is not None:
            label = labels[whole]
            if text[start:end].strip() != text[slice(*label)].strip() or not label[0] <= start < end <= label[1]:
                continue
            start, end = whole
        if start >= end or any(_meeting(closed, start, end)):
            continue
        found.append(_Spot(start, end, mark, whole is not None, any(_meeting(linked, start, end))))
    found.sort(key=lambda spot: spot.start)
    ends = [0, *accumulate((spot.end for spot in found), max)]
    return [spot for spot, end in zip(found, ends, strict=False) if end <= spot.start]


def _meeting(spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    return (span for span in spans if span[0] < end and start < span[1])


class _Marking:
    """Tries which mentions can be marked how."""

    def __init__(self, text: str, shapes: Shapes, style: MarkStyle) -> None:
        self._text = text
        self._shapes = shapes
        self._style = style
        self._links = list(_html_links(text))
        self._wanted: dict[tuple[int, int], Shape] = {}
        self._left = max(_MOST_READ, 8 * len(text))

    def possible(self, spots: Sequence[_Spot]) -> list[_Insertion] | None:
        """The mentions that can be marked, each with the first mark that it can have; None: they disturb each other."""
        best = [self._forms(spot)[0] for spot in spots]
        whole = 0, len(self._text)
        if self._are_read(best, whole):
            return best
        starts = [0, *accumulate(len(line) + 1 for line in self._text.split("\n"))]
        found: list[_Insertion] = []
        for first, stop in self._shapes.blocks():
            part = starts[first], min(starts[stop], len(self._text))
            inside = [spot for spot in spots if part[0] <= spot.start and spot.end <= part[1]]
            if inside:
                found += self._some(inside, part)
        return found if self._are_read(found, whole) else None

    def _some(self, spots: Sequence[_Spot], part: tuple[int, int]) -> list[_Insertion]:
        """Those of one block."""
        forms = [self._forms(spot) for spot in spots]
        best = [each[0] for each in forms]
        if self._are_read(best, part):
            return best
        if self._left <= 0:
            return []
        if len(spots) == 1:
            return next(([form] for form in forms[0][1:] if self._are_read([form], part)), [])
        half = len(spots) // 2
        one, other = self._some(spots[:half], part), self._some(spots[half:], part)
        return [*one, *other] if self._are_read([*one, *other], part) else one

    def _are_read(self, insertions: Sequence[_Insertion], part: tuple[int, int]) -> bool:
        """Whether a part of the text reads as it did, once what stands around the mentions is taken out again."""
        text = self._text[slice(*part)]
        self._left -= len(text)
        wanted = self._wanted.get(part) or self._wanted.setdefault(part, self._shapes.read(text))
        read = self._shapes.read(_put(text, part[0], insertions, {}))
        return all(_without(shape, insertions) == want for shape, want in zip(read, wanted, strict=True))

    def _forms(self, spot: _Spot) -> list[_Insertion]:
        """The marks that a mention may have, the best first; those over the border of an emphasis take all of it."""
        forms = [*self._obsidian(spot), _NONE] if self._style is MarkStyle.OBSIDIAN else self._marks(spot)
        start, end = spot.start, spot.end
        before, after = self._text[max(0, start - _MOST_DELIMITERS) : start], self._text[end : end + _MOST_DELIMITERS]
        first = start - len(before) + len(before.rstrip(_DELIMITERS))
        stop = end + len(after) - len(after.lstrip(_DELIMITERS))
        wider = {start, first}, {end, stop}
        return [
            _Insertion(first, last, spot.mark, *form[:2], form[2:])
            for first, last in sorted(product(*wider), key=lambda span: span[1] - span[0])
            for form in forms
            # Asterisks beside asterisks are read as they should be, and by people as one heap.
            if not form[0].endswith("**") or "*" not in (self._text[first], self._text[last - 1])
        ]

    def _marks(self, spot: _Spot) -> list[_Form]:
        number, label = spot.mark.number, spot.mark.label
        a, span, whole = (f'<{name} id="m{number}">' for name in ("a", "span", "mark"))
        anchor, link, link_end = tag(a) + tag("</a>"), link_to(label), tag("link_close")
        near = tag(span) + tag("</span>")
        leading: list[_Form] = []
        plain: list[_Form] = []
        match self._style:
            case MarkStyle.HTML:
                leading.append((f"{whole}[", f"][{label}]</mark>", tag(whole) + link, link_end + tag("</mark>")))
                plain.append((whole, "</mark>", tag(whole), tag("</mark>")))
            case MarkStyle.HIGHLIGHT:
                leading.append((f"{a}</a>[==", f"==][{label}]", f"{anchor}{link}==", f"=={link_end}"))
                plain.append((f"{span}</span>==", "==", f"{near}==", "=="))
            case _:
                for opens, closes, reads, stops in _STRONG:
                    leading.append((f"{a}</a>[{opens}", f"{closes}][{label}]", anchor + link + reads, stops + link_end))
                    plain.append((f"{span}</span>{opens}", closes, near + reads, stops))
        if spot.linked or any(_meeting(self._links, spot.start, spot.end)):
            return plain
        return [*plain, *leading] if spot.in_link else [*leading, *plain]

    def _obsidian(self, spot: _Spot) -> Iterator[_Form]:
        words = self._text[spot.start : spot.end]
        if spot.linked or spot.in_link or _MARKUP.search(words):
            return
        name = escape.note_name(spot.mark.mention.actor)
        if words == name == escape.target(name):
            yield "[[", "]]", "[[", "]]"
        for bar in ("|", "\\|"):
            yield f"[[{escape.target(name)}{bar}", "]]", f"[[{name}|", "]]"


def _html_links(text: str) -> Iterator[tuple[int, int]]:
    """The links that are written as HTML; one without an end goes on to that of the text."""
    start = -1
    for match in _HTML_LINK_END.finditer(text):
        if match[1] and start >= 0:
            yield start, match.end()
        start = -1 if match[1] else match.start() if "href" in match[0] else start
    if start >= 0:
        yield start, len(text)


def _without(shape: str, insertions: Sequence[_Insertion]) -> str | None:
    """A shape without what stands around mentions; None where that is not read so."""
    parts: list[str] = []
    after = 0
    for one in insertions:
        for number, words in enumerate(one.reads):
            at = shape.find(words, after)
            if at < 0 or (number == 1 and not is_whole(shape[after:at])):
                return None
            parts.append(shape[after:at])
            after = at + len(words)
    return "".join([*parts, shape[after:]])


def _put(text: str, offset: int, insertions: Sequence[_Insertion], ends: Mapping[int, str]) -> str:
    """A text that begins at an offset, with what stands around mentions and what is put at the ends of lines."""
    pieces = [
        *((one.start, 1, one.before) for one in insertions),
        *((one.end, 0, one.after) for one in insertions),
        *((end, 0, name) for end, name in ends.items()),
    ]
    out = []
    after = offset
    for at, _, words in sorted(pieces, key=lambda piece: piece[:2]):
        out += [text[after - offset : at - offset], words]
        after = at
    return "".join([*out, text[after - offset :]])


def _numbered(one: _Insertion, number: int) -> _Insertion:
    old, new = f'id="m{one.mark.number}"', f'id="m{number}"'
    return replace(one, mark=replace(one.mark, number=number), before=one.before.replace(old, new))


def _named_blocks(text: str, shapes: Shapes, marked: Sequence[_Insertion]) -> tuple[dict[int, str], dict[int, str]]:
    """Names for the blocks in which mentions stand, where Obsidian's links may lead to them, by the ends of their lines
    and by the numbers of the mentions."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    taken = set(re.findall(r"\^([A-Za-z0-9-]+)", text))
    names: dict[int, str] = {}
    blocks: dict[int, str] = {}
    number = 0
    for first, stop in shapes.paragraphs():
        begin, end = starts[first], min(starts[stop], len(text))
        inside = [one for one in marked if begin <= one.start and one.end <= end]
        body = [one for one in inside if one.mark.mention.field is Field.BODY]
        if not body:
            continue
        words = text[begin:end].rstrip()
        if own := _BLOCK_NAME.search(words):
            name = own[1]
        else:
            number += 1
            while (name := f"p{number}") in taken:
                number += 1
            names[begin + len(words)] = f" ^{name}"
        blocks.update((one.mark.number, name) for one in body)
    return names, blocks
