"""Dates that stand in an article's text apart from its story: on a line of their own, in a byline, in a dateline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import DateOrder
from reader.sources.date_shapes import Found, Token, dates_in, says_published, says_updated, shape, tokens
from reader.sources.dates import first_date, read

HEAD_LINES = 8
"""Lines from a text's beginning that may hold its date: site, headline, subtitle, author, place stand there too."""

FOOT_LINES = 6
"""Lines before a text's end that may."""

LINE_LIMIT = 140
"""Longest line taken for a date's own or a byline, in code points."""

WORDS_LIMIT = 8
"""Most words beside the date in a byline: two names, an agency, a place."""

_PLACE_TOKENS = 24
"""Tokens before the date of a dateline: a place, its country, an agency, a day of the week."""

_ALONE = re.compile(r"[ .,;:/|·•()\[\]<>oWTZ*_#\"'-]*\Z")
_MARKED_OFF_BEFORE = re.compile(r"(?:\A|[,|·•()/:;-])[ oWT]{0,40}[,.]?[ oW(]{0,40}\Z")
_MARKED_OFF_AFTER = re.compile(r"[ oTZW.,()]*(?:\Z|[,|·•()/;-])")
_HAN_AFTER = re.compile(r"(?: ?\([wWD日]\))?[ TZ]*(?:\Z|[ |·•/-])")
"""After a Chinese or Japanese date that is no sentence's beginning: the sentence would go on without a space."""

_STORY_AFTER = re.compile(r"[ oTZ.,)]*(?:[-:|/(]|\))")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\Z")
_ITEM = re.compile(r"\s*(?:[-*•–—]|\d+[.)])\s")
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?…]['\"”’»)]*\Z")
_WIRE = frozenset("电電讯訊")
"""What a Chinese agency writes after its dateline."""

_GLUED_LINES = 3
"""Lines at the head in which a date may be glued between headline and story."""

_GLUED_WORDS = 6
"""Most words between the headline and such a date: source, author, section."""

_GLUED = re.compile(r"(?:\A|w )(?:Y )?[ W]*\Z")
_WEEKDAY_GLUED = re.compile(r"w W ?\Z")
"""Prose has a word or a comma there: "on Wednesday, 4 March"."""

_RUNS_ON = re.compile(r"(?: ?[TZNDY])*(?: ?[\"'“«(]?[wWMDo]|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text that tells its date."""

    words: str
    """The line, or its beginning."""
    found: list[Token]
    one: Found
    rank: int
    """0: it says that this is the day of publication; 2: it says that something was changed that day; else 1."""


def in_text(text: str, order: DateOrder | None = None, title: str = "") -> tuple[str, bool, str]:
    """The date of a text by a line near its head or its foot: ISO 8601, whether it is a guess, and the line's words;
    all empty when there is none. The `title` is what its first line may repeat.
    """
    best = min(_lines(text, title), key=lambda line: line.rank, default=None)
    if best is None:
        return "", False, ""
    return *read(best.found, best.one, order), best.words


def is_date(line: str) -> bool:
    """Whether a line is a date and nothing else ("Sunday 6 Apr 2014, 10:00")."""
    line = line.strip()
    return len(line) <= LINE_LIMIT and bool(found := tokens(line)) and _alone(found) is not None


def _lines(text: str, title: str) -> Iterator[Line]:
    lines = [line for line in text.split("\n") if line.strip()]
    sure = False
    for number, line in enumerate(lines[:HEAD_LINES]):
        if any(map(str.isnumeric, line[: 4 * LINE_LIMIT])) and (told := _line(line) or _dateline(line, number, title)):
            sure |= told.rank < 2
            yield told
    if sure:
        return
    for line in reversed(lines[HEAD_LINES:][-FOOT_LINES:]):
        if told := _line(line):
            yield told


def _line(line: str) -> Line | None:
    """A date's own line, or a byline with a date in it."""
    line = line.strip()
    if len(line) > LINE_LIMIT:
        return None
    found = tokens(line)
    one = _alone(found) or _beside_names(line, found)
    return _told(line, found, one) if one else None


def _told(line: str, found: list[Token], one: Found) -> Line:
    before = found[: one.start]
    return Line(line, found, one, 0 if says_published(before) else 2 if says_updated(before) else 1)


def _alone(found: list[Token]) -> Found | None:
    """The date of a line that holds no other words than labels."""
    one = first_date(found)
    if one is None:
        return None
    rest = list(dates_in(found))
    inside = {at for date in rest for at in range(date.start, date.end)}
    left = [token for at, token in enumerate(found) if at not in inside]
    others = [token for token in left if not _is_label(token) and not _CLOCK.match(token.text)]
    return one if _ALONE.match(shape(others)) else None


def _is_label(token: Token) -> bool:
    return says_published([token]) or says_updated([token])


def _beside_names(line: str, found: list[Token]) -> Found | None:
    """The date of a byline: few words, marked off from the date, and no sentence."""
    one = first_date(found)
    if one is None or one.short or _ITEM.match(line):
        return None
    before, after = found[: one.start], found[one.end :]
    words = [token for token in (*before, *after) if token.sign in "wM"]
    labelled = says_published(before) or says_updated(before)
    if len(words) > WORDS_LIMIT or (_SENTENCE_END.search(line) and not labelled):
        return None
    if labelled and not any(token.sign == "w" and not _is_label(token) for token in before):
        return one
    if "年" in shape(found[one.start : one.end]) and not _HAN_AFTER.match(shape(after)):
        return None
    marked_off = labelled or _MARKED_OFF_BEFORE.search(shape(before))
    return one if marked_off and _MARKED_OFF_AFTER.match(shape(after)) else None


def _dateline(line: str, place: int, title: str) -> Line | None:
    """The date with which a paragraph begins: "BEIRUT, March 27, 2016 (Agency) - The army".

    Saved texts also have it glued between headline and story: "Troops return Reuters Wed 4 Mar 2015 The army".
    """
    line = line.strip()
    start = 0 if any(dates_in(tokens(title))) else _end_of(title, line)
    repeats = start > 0
    head = line[start:][: 2 * LINE_LIMIT].strip()
    found = tokens(head)
    one = next(dates_in(found), None)
    if one is None or one.short or _ITEM.match(line):
        return None
    begun = found[: one.start]
    before, after = shape(begun), shape(found[one.end :])
    labelled = says_published(begun) or says_updated(begun)
    words = sum(token.sign == "w" and not _is_label(token) for token in begun)
    glued = place < _GLUED_LINES and _RUNS_ON.match(after) is not None
    sentence = "年" in shape(found[one.start : one.end]) and not labelled
    if not words and not sentence and _ALONE.match(before.replace("w", "")):
        right = _STORY_AFTER.match(after) is not None or (glued and (labelled or repeats or "o" not in before))
        right = right or (place == 0 and "o" not in before)
    elif words and one.start <= _PLACE_TOKENS and _named_place(head, before):
        right = _STORY_AFTER.match(after) is not None or _shouted(head)
    else:
        near = words <= _GLUED_WORDS and repeats and _GLUED.search(before) is not None
        right = glued and not sentence and (near or _WEEKDAY_GLUED.search(before) is not None)
    right = right or any(token.text[:1] in _WIRE or token.text[1:2] in _WIRE for token in found[one.end : one.end + 1])
    return _told(head[:LINE_LIMIT], found, one) if right else None


def _end_of(title: str, line: str) -> int:
    """Where a line's story begins that repeats its title, whatever marks it leaves out; 0 when it does not."""
    at = 0
    for char in filter(str.isalnum, title):
        while at < len(line) and not line[at].isalnum():
            at += 1
        if line[at : at + 1].casefold() != char.casefold():
            return 0
        at += 1
    return at


def _named_place(head: str, before: str) -> bool:
    """Whether what stands before a date can be a place and an agency, parted from it by a mark."""
    return before.startswith(("w", "(")) and before.count("w") <= 5 and bool(re.search(r"[,/(-][ oW,]{0,40}\Z", before))


def _shouted(head: str) -> bool:
    """Whether a paragraph begins with a place in capitals, as agencies write it."""
    place = head.split(",")[0]
    return place.isupper() and len(place) > 2
