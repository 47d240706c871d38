"""Where sentences end: a guess by their stops, good enough to quote, and to say that two names stand in one."""

import re

_ABBREVIATIONS = "".join(
    rf"(?<!\b{word})"
    for word in (r"\w", "Mr", "Ms", "Mrs", "Dr", "St", "Lt", "Gen", "Col", "Capt", "Sen", "Rep", "Gov")
)
SENTENCE_END = re.compile(rf"(?:{_ABBREVIATIONS}\.|[!?…])[\"'”’)\]]*\s+(?=\S)|\n+")
"""The stop and what follows it, or the end of a line."""


def sentences_part(text: str) -> bool:
    """Whether a sentence ends within a stretch of text."""
    return SENTENCE_END.search(text) is not None
