"""Text whose lines and words were broken, read as what it says, with a way back to the text as it was given.

A page wrapped to forty columns parts a name at a line's end, a hyphen at a line's end parts a word of it, and signs
that nobody sees stand inside it. Offsets must stay those of the text as given, so nothing is repaired there: the names
in it are sought in a view, and each place of the view knows where it came from.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.names.korean import is_korean_given
from reader.names.tables import Title, titles

_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff"
_ODD = re.compile(f"[{_UNSEEN}\u00a0\u2000-\u200a\u200c\u200d\u2010\u2011\u202f\u205f\u3000\n\r]")
_BESIDE = re.compile("(?<=[^\\W\\d_])\u200b(?=[^\\W\\d_])")
_JOINERS = re.compile("(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]+")
"""Those that Persian, Indic and emoji need mean nothing behind a Latin letter."""
_RUN = re.compile(f"[{_UNSEEN}]+")
_SPACES = "\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_PLAIN = str.maketrans(dict.fromkeys(_SPACES, " ") | dict.fromkeys("\u2010\u2011", "-"))
"""Spaces and hyphens that differ only in how lines may break at them; the soft ones are unseen."""

_BREAK = re.compile(rf"[ \t{_UNSEEN}]*(?:\r\n|[\r\n])[ \t{_UNSEEN}]*")
_AT_END = " \t\u00a0\u200b\u2060\ufeff"
"""What is not seen at a line's end and means nothing there; a soft hyphen is seen."""
_LINE = re.compile(r"\r\n|[\r\n]")
_MARKED = re.compile(r"\s*(?:[-*•–—>|]|\d+[.)])\s|\s{2,}|\t")
"""How the lines of lists, quotations and indented paragraphs begin."""
_ENDS = re.compile(r"[.!?…:;。؟][\"'”’»)\]]*$")
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_a-z]\.$")
"""A stop that ends an initial or dotted acronym, and perhaps no sentence."""
_ENDS_INSIDE = re.compile(r"[\w)][.!?…][\"'”’»)\]]*\s+[\"'“‘«(\[]*[^\W\d_]")
_SMALL_WORD = re.compile(r"(?<![\w-])[^\W\d_A-Z][^\W\d_A-Z]*(?![\w-])")
_FOLLOWS = re.compile(r"(?:based|led|backed|born|held|run|owned|made|style|speaking|era|in|\w{2,}ed)\b")
"""What English compounds have behind the hyphen: it stays there at a line's end."""

NARROWEST, WIDEST = 24, 120
"""Code points of the longest line of a paragraph that was wrapped to fit a page."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands in the view for `start` to `end` of the text."""

    start: int
    end: int
    new: str


class View:
    """A text as it reads, and where each place of it was."""

    __slots__ = ("_given", "_here", "text")

    def __init__(self, text: str, edits: Sequence[Edit] = ()) -> None:
        """Of a text with these edits, in order; they do not overlap."""
        pieces: list[str] = []
        self._here, self._given = [0], [0]
        done = length = 0
        for edit in edits:
            pieces += [text[done : edit.start], edit.new]
            length += edit.start - done
            if edit.new:
                self._note(length, edit.start)
            length += len(edit.new)
            done = edit.end
            self._note(length, done)
        self.text = "".join((*pieces, text[done:])) if edits else text

    def _note(self, here: int, given: int) -> None:
        if self._here[-1] == here:
            self._given[-1] = given
        else:
            self._here.append(here)
            self._given.append(given)

    def given(self, at: int) -> int:
        """Where the code point `at` of the view stands in the text as given."""
        place = bisect_right(self._here, at) - 1
        return self._given[place] + at - self._here[place]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the view, not empty, in the text as given."""
        return self.given(start), self.given(end - 1) + 1


def whole(text: str) -> View:
    """The view of a text in which no name is broken."""
    if not _ODD.search(text):
        return View(text)
    edits = sorted([*_joined(text), *_unseen(text)], key=lambda edit: (edit.start, -edit.end))
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    view = View(text, kept)
    view.text = view.text.translate(_PLAIN)
    return view


def mended(name: str) -> str:
    """A name cut out of a text, as it reads: on one line, without what nobody sees."""
    if not _ODD.search(name):
        return name
    parts = _LINE.split(name.translate(_PLAIN))
    said, *rest = (part.strip() for part in parts)
    for part in rest:
        drop, glue = _seam(said, part)
        said = said[: len(said) - drop] + glue + part
    said = _BESIDE.sub(_between, said)
    return " ".join(_RUN.sub("", _JOINERS.sub("", said)).split())


def _unseen(text: str) -> Iterator[Edit]:
    for match in _JOINERS.finditer(text):
        yield Edit(match.start(), match.end(), "")
    for match in _RUN.finditer(text):
        beside = _BESIDE.match(text, match.start())
        yield Edit(match.start(), match.end(), _between(beside) if beside else "")


def _between(match: re.Match[str]) -> str:
    """What a break without width stands for: a space where a capital follows a small letter, else nothing."""
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return " " if before.islower() and after.isupper() else ""


def _joined(text: str) -> Iterator[Edit]:
    """The line breaks of paragraphs that were wrapped to fit a page."""
    starts = [0, *(match.end() for match in _LINE.finditer(text))]
    if len(starts) == 1:
        return
    bounds = [*starts[1:], len(text) + 1]
    block: list[tuple[int, str]] = []
    for start, bound in zip(starts, bounds, strict=True):
        line = text[start : min(bound, len(text))].rstrip("\r\n").rstrip(_AT_END)
        if line:
            block.append((start, line))
            continue
        yield from _joined_in(text, block)
        block = []
    yield from _joined_in(text, block)


def _joined_in(text: str, block: Sequence[tuple[int, str]]) -> Iterator[Edit]:
    lines = [_RUN.sub("", line) for _, line in block]
    width = max(map(len, lines), default=0)
    firm = any(map(_goes_on, lines, lines[1:])) or any(map(_ENDS_INSIDE.search, lines))
    loose = firm or bool(lines and _ENDS.search(lines[-1]))
    running = False
    for at, (before, after) in enumerate(pairwise(lines)):
        running = running and not _ENDS.search(before)
        if not after.strip() or _MARKED.match(after):
            continue
        start, line = block[at]
        small = bool(_SMALL_WORD.search(before))
        is_prose = (firm and (at > 0 or small)) or (loose and small)
        is_prose = is_prose and (not _ENDS.search(before) or bool(_INITIAL.search(before)))
        is_full = NARROWEST <= width <= WIDEST and len(before) + 1 + len(after.split()[0]) > width
        # In the middle of a sentence that came from the line before, even a short line is no heading.
        running = (running and small) or _goes_on(before, after) or _is_parted(line, after) or (is_prose and is_full)
        if running:
            drop, glue = _seam(line, after)
            match = _BREAK.match(text, start + len(line))
            if match:
                yield Edit(start + len(line) - drop, match.end(), glue)


def _is_parted(line: str, after: str) -> bool:
    """Whether a word goes on behind the line's end: at a hyphen, or at a title's full stop ("Mr.", "St.")."""
    following = after.lstrip()
    if not following[0].isalpha():
        return False
    if line[-1] in _LINE_HYPHENS:
        return len(line) > 1 and line[-2].isalpha()
    return line[-1] == "." and line[:-1].split(" ")[-1].casefold() in _SHORT_TITLES


_LINE_HYPHENS = "-‐\u2011\u00ad"
_SHORT_TITLES = titles(Title.ABBREVIATED)


def _goes_on(before: str, after: str) -> bool:
    """Whether a line only goes on the sentence of the one before."""
    return after.lstrip()[:1].islower() and not _ENDS.search(before)


def _seam(before: str, after: str) -> tuple[int, str]:
    """Where two lines meet: the code points that go at the end of the first, and what stands between them then."""
    last = before[-1:]
    if last and last in _LINE_HYPHENS and len(before) > 1 and before[-2].isalnum():
        if _parts_word(before[:-1].split()[-1], after):
            return 1, ""
        return (1, "-") if last == "\u00ad" else (0, "")
    close = bool(before and after) and ord(last) > _SPACELESS and ord(after.lstrip()[:1] or " ") > _SPACELESS
    return 0, "" if close else " "


_SPACELESS = 0x2E7F
"""From the code point after this one on, scripts put no space between words: Chinese and Japanese."""


def _parts_word(part: str, after: str) -> bool:
    """Whether the hyphen behind `part` parts one word, and goes; in "al-/Assad", "US-/led", "Ki-/moon" it stays."""
    following = after.split()[0] if after.split() else ""
    if not following[:1].islower() or part.isupper() or "-" in part or _FOLLOWS.match(following):
        return False
    return not (is_korean_given(part) and is_korean_given(re.sub(r"\W.*", "", following)))
