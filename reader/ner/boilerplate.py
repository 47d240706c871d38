"""Lines of a page that are no part of the story: bylines, tags, what to follow and to read next, credits of pictures.

They stay in the text; who is named there only wrote, photographed or sells it, so no mention is made of it. A line is
such by how it begins, and by being short. Captions are not: they tell the story.
"""

import re
from collections.abc import Sequence

from reader.model import Mention

LONGEST = 240
"""Code points of the longest line that may be one."""
BYLINE = 100
"""Code points of the longest byline."""
HEAD, FOOT = 4, 3
"""Lines that are not empty, from the beginning (a title is the first) and from the end, among which a byline stands."""

_AGENCIES = (
    r"(?:getty|reuters|ap\b|afp|epa\b|shutterstock|alamy|xinhua|anadolu|dpa|flickr|wikimedia|unsplash|istock|imago)"
)
_LINE = re.compile(
    r"\W{0,3}(?:"
    r"(?:tags?|topics|keywords|filed under|labels|categor(?:y|ies)|schlagw[oö]rter?|mots[- ]cl[ée]s|etiquetas|теги)"
    r"\s?[:：]|(?:follow|like|join|find) "
    r"(?:us\b|@|(?:\S+ ){1,8}on (?:twitter|facebook|instagram|linkedin|youtube|telegram|tiktok|x\b))"
    r"|(?:share|tweet|e-?mail|print) (?:this|on (?:twitter|facebook|whatsapp|linkedin|x\b)|via)\b"
    r"|(?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin)(?:\s?[|·•/,]\s?|\s+)"
    r"(?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin)\b"
    r"|(?:sign up|subscribe|register|get)\b.{0,120}\b(?:newsletters?|inbox|alerts|briefings?|podcast|app)\b"
    r"|(?:(?:daily|weekly|morning|evening|our|more) )?newsletters?(?:\s?[:：]|$)"
    r"|(?:photos?|photographs?|images?|pictures?|fotos?|bild|cover|featured image)(?: (?:image|photo))?"
    r" ?(?:credits?|source|copyright|courtesy|by)\b"
    rf"|(?:photos?|images?|pictures?|fotos?|bild|credit|via)\s?[:：/|].{{0,60}}[/,(|] ?{_AGENCIES}"
    r"|(?:©|\(c\)|copyright\b|all rights reserved)"
    r"|(?:read more|read also|also read|read next|see also|related(?: articles?| stories| topics| news)?"
    r"|more (?:from|on)|recommended|most (?:read|popular)|trending(?: now)?|don['’]t miss|up next"
    r"|you (?:may|might) also like)\b.{0,40}?[:：>»]"
    r"|(?:additional )?(?:reporting|editing|writing|translation) by\b|(?:compiled|translated|edited|written) by\b"
    r")",
    re.IGNORECASE,
)
_BY = frozenset(("By", "BY", "by", "Von", "Par", "Por", "Door", "Text", "Author", "Authors", "Autor", "Auteur"))
_IN_BYLINE = frozenset(
    "and und et y en e of de van von for in the & | - – — / al bin correspondent reporter editor staff writer".split()
)
"""Words written small in a byline."""
_MOST_WORDS = 14


def without_boilerplate(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that do not stand in such a line of the text."""
    lines: dict[int, bool] = {}
    found = []
    for mention in mentions:
        reach = max(0, mention.start - LONGEST)
        start = text.rfind("\n", reach, mention.start) + 1
        if start == 0 < reach:
            found.append(mention)  # Its line is too long to be one.
            continue
        if start not in lines:
            end = text.find("\n", mention.start, start + LONGEST + 1)
            lines[start] = _is_boilerplate(text, start, end if end >= 0 else len(text))
        if not lines[start]:
            found.append(mention)
    return found


def _is_boilerplate(text: str, start: int, end: int) -> bool:
    if end - start > LONGEST:
        return False
    line = text[start:end].strip()
    if _LINE.match(line):
        return True
    return len(line) <= BYLINE and _is_byline(line) and _at_an_end(text, start, end)


def _is_byline(line: str) -> bool:
    first, *words = line.replace(":", " ").strip("-–—|* ").split() or [""]
    if first not in _BY or not 1 < len(words) <= _MOST_WORDS or line.endswith((".", "?", "!")):
        return False
    named = [word for word in words if word[0].isupper() or word[0] == "@"]
    return len(named) > 1 and all(word in named or word.strip(",") in _IN_BYLINE for word in words)


def _at_an_end(text: str, start: int, end: int) -> bool:
    """Whether a line is among the first or last of a text, and not the whole of it."""
    before, after = _full(text[max(0, start - HEAD * LONGEST) : start]), _full(text[end : end + FOOT * LONGEST])
    near_head = start <= HEAD * LONGEST and before < HEAD
    near_foot = end + FOOT * LONGEST >= len(text) and after < FOOT
    return before + after > 0 and (near_head or near_foot)


def _full(text: str) -> int:
    return sum(1 for line in text.split("\n") if line.strip())
