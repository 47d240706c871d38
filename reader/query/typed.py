"""A filter that is still being typed: what of it can be searched with already."""

import re
import unicodedata

from reader.query.errors import QuerySyntaxError
from reader.query.fields import FIELDS
from reader.query.grammar import parse

_OPERATOR = re.compile(r"(?:^|(?<=[\s(]))(?:OR|AND|NOT|-)\s*$")
_FIELD = re.compile(rf"(?:^|(?<=[\s(-]))(?:{'|'.join(FIELDS)}):(?:[\"“]|\(\s*)?$", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|(?<=[\s(-]))\(\s*$")
_WHOLE = re.compile(r"(?:^|[\s(:-])(?:/(?:\\.|[^/\\\n])+/[imsx]*|#\d+)$|[\"”]~\d*$")
"""An end that no star may follow."""

_PIECE = re.compile(
    r"[^\W\d_]+:(?=[\"“(/])|(?P<quote>[\"“])[^\"”]*(?P<closed>[\"”])?|/(?:\\.|[^/\\\n])+/[imsx]*(?=[\s)]|$)"
    r"|(?P<sign>[()])|[^\s()]+(?:\([^\s()]*\)[^\s()]*)*|\s+"
)


def typing(text: str) -> str:
    """The filter to search with while its last term is still being typed: that term also finds longer words.

    `palmy` becomes `palmy*`, `actor:"Islamic Sta` becomes `actor:"Islamic Sta*`; a field without a value yet, an
    operator without its second half and a value that may become one are left out, what is open is closed, and a term
    that is closed by a space or a quote stays as it is.
    """
    bare = _finished(text)
    while True:
        tried = _closed(_grown(bare))
        try:
            parse(tried)
        except QuerySyntaxError as error:
            if error.growing and error.start < len(bare) and not bare[error.start :].endswith((" ", ")")):
                bare = _finished(bare[: error.start])
                continue
        return tried


def _finished(text: str) -> str:
    """Without what has nothing behind it yet."""
    while True:
        bare = text
        for dangling in (_OPERATOR, _FIELD, _OPENING):
            bare = dangling.sub("", bare)
        if bare == text:
            return bare
        text = bare


def _grown(text: str) -> str:
    # A word may end in a sign for a vowel, which is no letter to Python.
    grows = text and (text[-1].isalnum() or unicodedata.category(text[-1])[0] == "M") and not _WHOLE.search(text)
    return text + "*" if grows else text


def _closed(text: str) -> str:
    """With the quote and the parentheses that are open at its end."""
    depth, quote = 0, ""
    for piece in _PIECE.finditer(text):
        depth += {"(": 1, ")": -1}.get(piece["sign"] or "", 0)
        quote = "" if piece["quote"] is None or piece["closed"] else {'"': '"', "“": "”"}[piece["quote"]]
    return text + quote * (depth > 0) + ")" * max(0, depth)
