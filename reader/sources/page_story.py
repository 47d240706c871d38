"""Which of a page's blocks are its story.

An extractor (trafilatura) is precise: what it takes is nearly always story, and it leaves out lists, headings, captions
and lines that stand by themselves. So what it takes says where the story is, and whatever else stands there is taken
too unless it is marked, or reads, as something else. Where it takes next to nothing, or something else than the page
is about, the page's own plain paragraphs say where the story is.
"""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Any

from reader.sources.page_blocks import Block

ENOUGH = 250
"""An extraction shorter than this, in code points, is held against the rest of the page."""

SMALL = 600
"""In a page with less running text than this, in code points, short lines count as much as long ones."""

PLAIN = 40
"""A block from this length, in code points, that is no link is taken for running text."""

MANY = 8
"""So many links in a block are a menu or a cloud of subjects."""

STEM = 5
"""Words that are equal in so many letters are taken for forms of one; shorter words say little of a title."""

HEADING = 60
"""A longer line, in code points, is no heading over other articles."""

HEADLINE = 40
"""Links that are longer on average, in code points, are headlines of other articles; shorter ones are names."""

LONGEST_LIST = 400
"""How far a list is looked at, in blocks, to tell what it is."""

MOST = 0.85
"""The share of the story's text that stands in its innermost common element; the rest may be elsewhere."""

_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")
_OTHERS = re.compile(
    r"\W*(?:related|read (?:more|also|next)|more (?:on|from|stories|news|like|about|in|articles)|see also|also read|"
    r"recommended|popular|trending|most (?:read|popular|viewed|shared)|latest|recent (?:posts|articles|news)|"
    r"you (?:may|might)|what to read|up next|next (?:article|story|up)|previous|editor.?s.? picks?|top stories|"
    r"(?:\d+ )?comments?\b|leave a (?:reply|comment)|join the (?:conversation|discussion)|share\b|"
    r"follow us|follow \w+ on|"
    r"tags?\b|topics\b|filed under|categor|sign up|subscribe|newsletter|about the author|advertisement|sponsored|"
    r"external links|around the web|elsewhere on|"
    r"lire (?:aussi|également)|à lire|sur le même|articles liés|voir aussi|partager|commentaires|plus d.infos|"
    r"mehr zum|lesen sie|weitere |auch interessant|das könnte|kommentare|teilen|themen\b|schlagwort|verwandte|"
    r"te puede|lea también|lee también|relacionad|más (?:noticias|sobre|leíd)|comentarios|compartir|etiquetas|"
    r"leggi anche|potrebbe|correlat|commenti\b|condividi|leia (?:também|mais)|veja também|comentários|mais lidas|"
    r"lees ook|meer over|reacties|deel dit|läs (?:också|mer)|les også|læs også|zobacz|"
    r"czytaj (?:też|także|więcej)|powiązane|"
    r"читайте|по теме|похожие|комментари|поделит|ещё по|другие новости|отзывы|(?:самые )?популярн|теги\b|"
    r"ilgili haber|bunlar da|yorumlar|etiketler|paylaş|διαβάστε|σχετικά|"
    r"اقرأ|إقرأ|مواضيع|أخبار ذات|ذات صلة|التعليقات|شارك|"
    r"相关|相關|关联|推荐|推薦|延伸阅读|延伸閱讀|评论|分享|関連|おすすめ|コメント|シェア)",
    re.I,
)
"""How headings over what is no story begin: other articles, comments, buttons."""

_ENDS_WITH_COLON = re.compile(r"[:：][\"'”’»)\]]*\Z")
_BUTTON = re.compile(
    r"\W*(?:advertisement|ad|anzeige|werbung|publicité|publicidad|pubblicità|реклама|reklam|إعلان|广告|広告|"
    r"share(?: this)?(?: (?:article|story|post|on \w+))?|tweet|print|e-?mail|facebook|twitter|"
    r"whatsapp|telegram|linkedin|"
    r"copy link|save|listen|play|close|menu|search|loading.*|back to top|top|skip to .*|continue reading.*|read more|"
    r"read full .*|click here.*|sign (?:in|up|out).*|log ?(?:in|out)|subscribe.*|get (?:our|the) .*newsletter.*|"
    r"(?:photo(?:graph)?s?|image|video|picture|credit|foto|фото|bild|crédit|quelle|source)(?: credit| by)?\s*[:/©].*|"
    r"image \d+ of \d+|caption|\(image credit.*|"
    r"follow (?:us|@?\w+)(?: on .*)?|(?:©|copyright\b|\(c\)).*|all rights reserved.*|"
    r"image (?:source|caption|copyright).*|"
    r"\d+ (?:comments?|shares?|views?|likes?)|tags?:.*|filed under:?.*|topics:.*|categor(?:y|ies):.*|"
    r"imprimer|partager.*|teilen|drucken|compartir|imprimir|condividi|stampa|поделиться|печать|распечатать)\W*",
    re.I | re.S,
)
"""Whole blocks that are buttons, advertisements, or lines about the page."""


def words_of(text: str) -> list[str]:
    """The words of a text, folded, to be held against those of another."""
    return _NOT_WORD.sub(" ", text.casefold()).split()


def choose(blocks: Sequence[Block], extracted: str, title: str = "") -> list[Block]:
    """The blocks that are the story, in the page's order; `extracted` is what an extractor took."""
    evidence = {at for at in taken(blocks, extracted) if not _is_cloud(blocks[at])}
    evidence |= _kin(blocks, evidence)
    plain = {at for at, block in enumerate(blocks) if _is_plain(block)}
    if plain:
        evidence = {at for at in evidence if not blocks[at].comment}
    length = sum(len(blocks[at].text) for at in evidence)
    visible = sum(len(blocks[at].text) for at in plain)
    if length < ENOUGH or (length * 4 < visible and not is_about(extracted, title)):
        evidence = {at for at in evidence if _is_prose(blocks[at])} | plain
    if max(length, visible) < SMALL:
        evidence = evidence | {at for at, block in enumerate(blocks) if _is_prose(block)}
    if not evidence:
        evidence = {at for at, block in enumerate(blocks) if not block.furniture} or {*range(len(blocks))}
    return _around(blocks, evidence) if evidence else []


def misnamed(blocks: Sequence[Block], extracted: str) -> frozenset[str]:
    """The marks of no story under which most of what an extractor took stands: a `paywall` is also what is behind it,
    and a `sidebar-grid` what stands beside the sidebar.
    """
    weights: Counter[str] = Counter()
    for at in taken(blocks, extracted):
        if not blocks[at].comment and _is_plain(replace(blocks[at], marked="")):
            weights[blocks[at].marked] += len(blocks[at].text)
    return frozenset(
        mark for mark, weight in weights.items() if mark and weight >= ENOUGH and weight * 2 > weights.total()
    )


def is_about(text: str, title: str) -> bool:
    """Whether a text holds any of its title's longer words; a title of few such words says nothing."""
    said = {word[:STEM] for word in words_of(title) if len(word) >= STEM}
    return len(said) < 3 or any(word[:STEM] in said for word in words_of(text))


def _is_cloud(block: Block) -> bool:
    """Whether a block is many links and little else, whatever an extractor makes of it."""
    return block.links >= MANY and block.linked * 4 > 3 * len(block.text)


def _kin(blocks: Sequence[Block], evidence: set[int]) -> set[int]:
    """Running text that a page marks just as it marks most of the evidence: a story goes on behind an advertisement."""
    weights: Counter[tuple[str, ...]] = Counter()
    for at in evidence:
        weights[_signature(blocks[at])] += len(blocks[at].text)
    if not weights:
        return set()
    signature, weight = weights.most_common(1)[0]
    if not any(signature[1::2]) or weight * 2 < weights.total():
        return set()
    return {at for at, block in enumerate(blocks) if _is_plain(block) and _signature(block) == signature}


def _signature(block: Block) -> tuple[str, ...]:
    parent = block.place.getparent()
    near = (block.place, parent) if parent is not None else (block.place,)
    return tuple(part for element in near for part in (element.tag, element.get("class") or ""))


def taken(blocks: Sequence[Block], extracted: str) -> set[int]:
    """Which blocks an extractor took: those whose words stand in what it gave."""
    lines = {" ".join(words_of(line)) for line in extracted.split("\n")}
    whole = " " + " ".join(words_of(extracted)) + " "
    found = set()
    for at, block in enumerate(blocks):
        words = " ".join(words_of(block.text))
        if words and (words in lines or (len(words) >= PLAIN and f" {words} " in whole)):
            found.add(at)
    return found


def shows(blocks: Sequence[Block], text: str) -> bool:
    """Whether a page shows most of a text, and does not only hold it in data for its scripts."""
    shown = {word for block in blocks for word in words_of(block.text)}
    words = {*words_of(text)}
    return len(words & shown) * 2 >= len(words)


def _is_plain(block: Block) -> bool:
    return len(block.text) >= PLAIN and _is_prose(block)


def _is_prose(block: Block) -> bool:
    return not (block.furniture or block.is_linked or _BUTTON.fullmatch(block.text) or _OTHERS.match(block.text))


def _around(blocks: Sequence[Block], evidence: set[int]) -> list[Block]:
    """The blocks of the evidence, and those beside them that nothing speaks against."""
    home = _home([blocks[at] for at in sorted(evidence)])
    surroundings = _Surroundings(blocks, evidence, home)
    out: list[Block] = []
    said = _Said()
    others = ""
    for at, block in enumerate(blocks):
        others = _others(block, at in evidence, others)
        sure = surroundings.is_sure(at) and not (others and block.is_linked)
        if (sure or (not others and surroundings.belongs(at))) and said.is_new(block.text, sure):
            out.append(block)
    # A heading with nothing behind it but what is left out is that one's.
    rest = blocks[blocks.index(out[-1]) + 1 :] if out else ()
    while out and out[-1].kind[0] == "h" and out[-1].kind != "h1" and not all(block.furniture for block in rest):
        rest = [out.pop()]
    return out


def _others(block: Block, taken: bool, before: str) -> str:
    """Whether other articles or comments follow, under a `heading` or a mere `line`, given what was so `before`."""
    if not taken and len(block.text) <= HEADING and _OTHERS.match(block.text) and not _BUTTON.fullmatch(block.text):
        return "heading" if block.kind[0] == "h" else "line"
    ends = block.kind[0] == "h" or (taken and not block.is_linked) or (before == "line" and _is_plain(block))
    return "" if ends else before


class _Said:
    """What was said, so that a page that says it again is heard once."""

    def __init__(self) -> None:
        self._recent: list[str] = []
        self._texts: set[str] = set()
        self._starts: dict[str, str] = {}

    def is_new(self, text: str, sure: bool) -> bool:
        """Whether a text is not yet said, whole or as the beginning of another; of what is `sure`, only just now."""
        if len(text) < PLAIN:
            return True
        if text in (self._recent if sure else self._texts):
            return False
        start = text.rstrip("… .")
        if not sure and self._starts.get(start[: 2 * PLAIN], "").startswith(start) and len(start) >= 2 * PLAIN:
            return False
        self._recent = [*self._recent[-2:], text]
        self._texts.add(text)
        self._starts.setdefault(text[: 2 * PLAIN], text)
        return True


class _Surroundings:
    """Where the evidence stands, and whether what stands beside it belongs to it."""

    def __init__(self, blocks: Sequence[Block], evidence: set[int], home: Any) -> None:
        self._blocks = blocks
        self._evidence = evidence
        self._inside: Set[Any] = {*home.iter()}
        near = [at for at in sorted(evidence) if blocks[at].place in self._inside]
        self._first = next((at for at in near if blocks[at].group is None), near[0])
        self._last = near[-1]
        self._lists: dict[Any, bool] = {}

    def is_sure(self, at: int) -> bool:
        """Whether a block is evidence that nothing about its place contradicts."""
        block = self._blocks[at]
        if at not in self._evidence:
            return False
        small = len(block.text) < PLAIN or block.place not in self._inside
        return not (small and (block.furniture or (block.kind == "p" and self._labels_link(at))))

    def belongs(self, at: int) -> bool:
        """Whether a block that is no evidence is story all the same."""
        block = self._blocks[at]
        if block.furniture or block.place not in self._inside or not any(map(str.isalpha, block.text)):
            return False
        if _BUTTON.fullmatch(block.text) or (_OTHERS.match(block.text) and block.is_linked):
            return False
        if block.group is not None:
            if block.group not in self._lists:
                self._lists[block.group] = self._list_belongs(at)
            return self._lists[block.group]
        if block.is_linked:
            short = block.place.tag == "p" and len(block.text) < HEADLINE
            return self._between(at) and (short or block.kind in ("rows", "caption"))
        if len(block.text) < PLAIN and block.kind not in ("caption", "h1") and self._labels_link(at):
            return False
        return at > self._first or block.kind in ("caption", "h1") or len(block.text) >= PLAIN

    def _labels_link(self, at: int) -> bool:
        """Whether what stands nearest to a block is a link elsewhere: its date, its author, its section."""
        block = self._blocks[at]
        ways = {element: far for far, element in enumerate((block.place, *block.place.iterancestors()))}
        near: dict[int, bool] = {}
        for other in (at - 1, at + 1):
            if 0 <= other < len(self._blocks):
                beside = self._blocks[other]
                places = (beside.place, *beside.place.iterancestors())
                far = next(ways[element] for element in places if element in ways)
                is_link = beside.is_linked and other not in self._evidence
                near[far] = near.get(far, True) and is_link
        return bool(near) and near[min(near)]

    def _list_belongs(self, start: int) -> bool:
        """A list is story, unless it is one of links that reads like headlines, or stands at the story's edge and
        leads elsewhere."""
        group = self._blocks[start].group
        items = [block for block in self._blocks[start : start + LONGEST_LIST] if block.group is group]
        length = sum(len(item.text) for item in items)
        linked = sum(item.linked for item in items)
        if linked * 2 <= length and (start > self._first or not linked):
            return True
        if start and _ENDS_WITH_COLON.search(self._blocks[start - 1].text):
            return True
        if length >= HEADLINE * len(items) or start < self._first:
            return False
        return self._between(start) or not any(map(_is_tag, items))

    def _between(self, at: int) -> bool:
        return self._first < at < self._last


def _is_tag(item: Block) -> bool:
    """Whether an item's links lead to a site's pages about a subject, rather than belonging to what is told."""
    return any("tag" in (link.get("rel") or "") or "/tag" in (link.get("href") or "") for link in item.place.iter("a"))


def _home(evidence: Sequence[Block]) -> Any:
    """The innermost element in which most of the evidence stands."""
    weights: Counter[Any] = Counter()
    for block in evidence:
        element = block.place
        while element is not None:
            weights[element] += len(block.text)
            element = element.getparent()
    total = sum(len(block.text) for block in evidence)
    best, depth = None, -1
    for element, weight in weights.items():
        if weight >= MOST * total:
            deep = sum(1 for _ in element.iterancestors())
            if deep > depth:
                best, depth = element, deep
    return best
