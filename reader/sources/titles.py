"""Titles of articles that do not give theirs apart from their text."""

import re

from reader.sources import datelines

LONGEST = 150
"""Longest first line taken for a headline, in code points; longer ones are paragraphs."""

CLIP = 110
"""Where a title made of a first sentence is cut, in code points: it fits a list's line on a wide terminal."""

_ENDS_SENTENCE = re.compile(r"[.;:,][\"'”’»)\]]*\Z")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?…]+[\"'”’»)]*(?=\s+[\"'“‘«(]*[^\W\d_a-z])|[。！？؟۔]")
_UNDERLINE = re.compile(r"(={3,}|-{3,})\Z")
_ABBREVIATIONS = frozenset(
    {
        "Gen", "Gov", "Sen", "Rep", "Col", "Capt", "Sgt", "Brig", "Maj", "Prof", "Hon", "Rev", "Pres", "Jan",
        "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Dept", "Inc", "Ltd",
    }
)  # fmt: skip


def looks_like_title(line: str) -> bool:
    """Whether a first line reads as a headline: short, with words, not the end of a sentence, not a date alone."""
    if not 3 <= len(line) <= LONGEST or _ENDS_SENTENCE.search(line):
        return False
    if not any(char.isalpha() for char in line):
        return False
    return not datelines.is_date(line)


def split_title(body: str) -> tuple[str, str]:
    """Title and body of a cleaned text without a title.

    The first line is the title, and no longer in the body, when it looks like one and a blank line (or a line of `===`)
    follows; else the title is the first sentence, clipped, and the body keeps it. A date may stand before either.
    """
    first, _, rest = body.partition("\n")
    if rest.strip() and datelines.is_date(first):
        # The date stands before the headline, and stays in the text.
        title, after = _split(rest.lstrip("\n"))
        return title, f"{first}\n\n{after}"
    return _split(body)


def _split(body: str) -> tuple[str, str]:
    first, _, rest = body.partition("\n")
    second, _, after = rest.partition("\n")
    if looks_like_title(first.strip()):
        if _UNDERLINE.match(second.strip()) and after.strip():
            return first.strip(), after.strip("\n")
        if not second.strip() and after.strip():
            return first.strip(), after.strip("\n")
    return first_sentence(body), body


def first_sentence(body: str) -> str:
    """The first sentence of a text on one line, clipped at a word."""
    paragraph = " ".join(body.strip()[: 4 * LONGEST].split("\n\n", 1)[0].split())
    for match in _SENTENCE_END.finditer(paragraph):
        word = re.split(r"\W", paragraph[: match.start()])[-1]
        if word not in _ABBREVIATIONS:
            paragraph = paragraph[: match.end()]
            break
    if paragraph.endswith(".") and not paragraph.endswith(".."):
        paragraph = paragraph[:-1]
    return clip(paragraph, CLIP)


def clip(line: str, limit: int) -> str:
    """A line cut at a word so that it has at most `limit` code points, with an ellipsis where something is missing."""
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head).rstrip(" ,;:–—-") + "…"
