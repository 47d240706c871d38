"""Mentions marked in a text."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.export import escape
from reader.export.content import ExportMention, MarkStyle

_PARAGRAPHS = re.compile(r"\n{2,}")

HARD_BREAK = "  \n"
"""Two spaces: every Markdown since the first breaks the line there; lost, they leave a space."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention that is marked, with its number in the article and its actor's label there."""

    number: int
    label: str
    mention: ExportMention


def placed(text: str, mentions: Sequence[ExportMention], labels: Mapping[str, str], first: int) -> list[Placed]:
    """The mentions of one text that can be marked: in order, apart from each other, within one paragraph.

    `labels` gives each actor's label by its key, `first` the number of the first mention.
    """
    found: list[Placed] = []
    after = 0
    whole = (_of_whole_letters(text, mention) for mention in mentions)
    for mention in sorted(whole, key=lambda mention: (mention.start, -mention.end)):
        quoted = text[mention.start : mention.end]
        if after <= mention.start < mention.end <= len(text) and quoted.strip() == quoted and "\n\n" not in quoted:
            found.append(Placed(first + len(found), labels[mention.actor_key], mention))
            after = mention.end
    return found


def _of_whole_letters(text: str, mention: ExportMention) -> ExportMention:
    """The same mention, its first and its last letter with all signs that belong to them."""
    start, end = mention.start, mention.end
    while 0 < start < len(text) and _joined(text, start):
        start -= 1
    while 0 < end < len(text) and _joined(text, end):
        end += 1
    return mention if (start, end) == (mention.start, mention.end) else replace(mention, start=start, end=end)


_JOINERS = re.compile("[\u200c\u200d\u0e33\u0eb3\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f\U0001f3fb-\U0001f3ff]")
"""Signs that are no marks to Unicode's general category and yet part of the letter before them (UAX 29): joiners, the
vowel am of Thai and Lao, the later letters of a Korean syllable, voicing marks of narrow kana, shades of skin."""


def _joined(text: str, at: int) -> bool:
    """Whether what stands there is a part of the letter before it: no mark may begin or end there."""
    here, before = text[at], text[at - 1]
    if before == "\u200d" and unicodedata.category(here) == "So":
        return True
    return not before.isspace() and (unicodedata.category(here)[0] == "M" or bool(_JOINERS.match(here)))


def paragraphs(text: str, marks: Sequence[Placed], style: MarkStyle) -> Iterator[str]:
    """The paragraphs of a text as Markdown with its mentions marked."""
    start = 0
    rest = list(marks)
    for number, end in enumerate([*(match.start() for match in _PARAGRAPHS.finditer(text)), len(text)], 1):
        inside = [mark for mark in rest if mark.mention.start < end]
        rest = rest[len(inside) :]
        paragraph = _paragraph(text, start, end, inside, style)
        if inside and style is MarkStyle.OBSIDIAN:
            # The one kind of anchor that Obsidian's links reach inside a text.
            paragraph += f" ^p{number}"
        if paragraph:
            yield paragraph
        start = end


def line(text: str, marks: Sequence[Placed], style: MarkStyle) -> str:
    """A text of one line as Markdown with its mentions marked."""
    return _paragraph(text, 0, len(text), marks, style)


def paragraph_of(text: str, position: int) -> int:
    """The number, from 1, of the paragraph in which a position stands."""
    return 1 + sum(1 for match in _PARAGRAPHS.finditer(text) if match.start() < position)


def emphasise(words: str, before: str, after: str) -> str:
    """Words in bold between two texts, by asterisks where those are sure to be read so, else by HTML.

    CommonMark ("left-flanking delimiter run") takes asterisks for text between a letter and a punctuation mark, as in
    Chinese, or where a name ends in a dot.
    """
    if not words:
        return ""
    inside = escape.text(words)
    opens = not _is_mark(words[0]) or not before or _is_mark(before[-1]) or before[-1].isspace()
    closes = not _is_mark(words[-1]) or not after or _is_mark(after[0]) or after[0].isspace()
    return f"**{inside}**" if opens and closes else f"<strong>{inside}</strong>"


def _paragraph(text: str, start: int, end: int, marks: Sequence[Placed], style: MarkStyle) -> str:
    out = ""
    at = start
    offset = start
    backslashes: set[int] = set()
    for line_text in text[start:end].split("\n"):
        margin = len(line_text) - len(line_text.lstrip())
        backslashes |= {offset + margin + place for place in escape.escapes(line_text[margin:])}
        offset += len(line_text) + 1
    for mark in marks:
        out += escape.part(text, at, mark.mention.start, backslashes)
        words = escape.part(text, mark.mention.start, mark.mention.end, backslashes)
        out += _marked(" ".join(words.split()), mark, style)
        at = mark.mention.end
        if style is MarkStyle.OBSIDIAN and text[at : at + 1] == "(":
            # "[[Kerry]](…)" would be a link to what stands in the brackets.
            backslashes.add(at)
    out += escape.part(text, at, end, backslashes)
    return HARD_BREAK.join(line.strip() for line in out.strip().split("\n"))


def _marked(words: str, mark: Placed, style: MarkStyle) -> str:
    match style:
        case MarkStyle.OBSIDIAN:
            name = escape.note_name(mark.mention.actor)
            return f"[[{name}]]" if words == name == escape.target(name) else f"[[{escape.target(name)}|{words}]]"
        case MarkStyle.HTML:
            return f'<mark id="m{mark.number}">[{words}][{mark.label}]</mark>'
        case MarkStyle.HIGHLIGHT:
            return f'<a id="m{mark.number}"></a>[=={words}==][{mark.label}]'
        case MarkStyle.BOLD:
            return f'<a id="m{mark.number}"></a>[**{words}**][{mark.label}]'


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
