"""Names joined by a hyphen: "the Kerry-Lavrov talks", "a Putin-backed party".

The network learnt few of them, and takes what stands beside the hyphen for no name. Two names are read with "and"
between them, which it knows; beside a participle a known surname is a person's.
"""

import re
from collections.abc import Iterator

from reader.model import Kind
from reader.names.broken import Edit, View
from reader.names.given_names import is_given_name
from reader.ner.known import Known, fold_word
from reader.ner.tokenized import Hint, TokenizedText

SURNAME = 4.0
"""Nats for a known surname before a participle: more than for a name alone, since nothing but a name stands there."""
BOTH = 2.0
"""Nats for two known surnames with "and" between them, which seldom are anything else."""

_PAIR = re.compile(r"(?<![\w-])([^\W\d_a-z][^\W\d_]+)([-–])([^\W\d_a-z][^\W\d_]+)(?![\w–-])(?=(?:['’]s)? ([a-z]+))")
"""Two capitalised words, a hyphen or a dash between them, and the word behind them."""
_BETWEEN = frozenset(
    "talk talks summit summits meeting meetings handshake pact accord accords deal agreement treaty axis alliance"
    " rivalry feud debate debates call calls clash border relationship relations ties partnership friendship duel"
    " contest race showdown encounter dialogue negotiations war conflict duo dispute row".split()
)
"""What there is between two: before them even unknown words are two names."""
_PREFIXES = frozenset(
    "al el anti post pro pre ex non neo mid inter trans pan euro afro anglo sino franco russo indo".split()
)
_PARTICIPLE = re.compile(
    r"(?<![a-z])(?:backed|led|era|style|appointed|linked|allied|affiliated|sponsored|aligned|friendly|owned|run|"
    r"brokered|supported|inspired|controlled|ordered|signed|picked|named|mediated|[a-z]{3,}ed)"
)
_BEFORE = frozenset("pro anti pre post mid ex non neo un arch".split())
_LINKS = frozenset("-‐‑–")


def parted(text: str, known: Known | None) -> View:
    """The view of a text in which two names that a hyphen joins are two."""
    return View(text, list(_pairs(text, known)))


def _pairs(text: str, known: Known | None) -> Iterator[Edit]:
    for match in _PAIR.finditer(text):
        first, dash, second, behind = match.groups()
        if fold_word(first) in _PREFIXES or (known is not None and known.kinds_of(match[0])):
            continue
        sure = known is not None and all(known.kinds_of(word) or known.is_surname(word) for word in (first, second))
        if sure or (not is_given_name(fold_word(first)) and (dash == "–" or behind in _BETWEEN)):
            yield Edit(match.start(2), match.end(2), " and ")


def hints(tokenized: TokenizedText, known: Known) -> Iterator[Hint]:
    """Known surnames before a participle, behind a prefix, with "and" between two, and before a headline's colon."""
    for first, stop in tokenized.sentences:
        if stop - first > 2 and tokenized.word(first + 1) == ":" and _is_surname(tokenized, known, first):
            yield Hint(first, first + 1, Kind.PERSON, SURNAME, "dictionary")
        for at in range(first, stop - 2):
            link = tokenized.word(at + 1)
            if link == "and" and all(_is_surname(tokenized, known, word) for word in (at, at + 2)):
                yield Hint(at, at + 1, Kind.PERSON, BOTH, "dictionary")
                yield Hint(at + 2, at + 3, Kind.PERSON, BOTH, "dictionary")
            if link in _LINKS and tokenized.word(at).lower() in _BEFORE and _is_surname(tokenized, known, at + 2):
                yield Hint(at + 2, at + 3, Kind.PERSON, SURNAME, "dictionary")
            if link not in _LINKS or not _PARTICIPLE.fullmatch(tokenized.word(at + 2)):
                continue
            joined = tokenized.text[tokenized.words[at].end : tokenized.words[at + 2].start] == link
            if joined and _is_surname(tokenized, known, at):
                yield Hint(at, at + 1, Kind.PERSON, SURNAME, "dictionary")


def _is_surname(tokenized: TokenizedText, known: Known, at: int) -> bool:
    word = tokenized.word(at)
    return word[0].isupper() and known.is_surname(word)
