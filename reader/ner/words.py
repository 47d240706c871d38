"""Words with offsets and casing: the one way text is cut for the recogniser, in training and in use.

The encoder is uncased, so what capital letters say travels beside the word pieces as one small number per word
(`Word.casing`). Both sides must cut and number alike, or the weights read a language they never learnt; that is why
`training/` imports this module instead of having its own.

A word is a run of letters and digits (with the marks that combine with them), a dotted abbreviation such as "U.S.", a
number with inner points or commas, or any other single visible character. So hyphens, slashes and apostrophes are words
of their own: in "US-backed" the name is "US", in "Syria's" it is "Syria".
"""

import re
from functools import lru_cache
from typing import NamedTuple

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
"""Combining accents and Arabic vowel signs: `\\w` leaves them out, yet they belong to the letter before them."""

_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"  # U.S. · U.N. · J.P. (also at the end of a sentence: the stop belongs to the name)
    rf"|\d+(?:[.,]\d+)+"  # 1,000 · 3.5
    rf"|[^\W_][^\W_{MARKS}]*(?:[{MARKS}][^\W_{MARKS}]*)*"  # letters and digits, with their marks
    rf"|\S"
)

SPECIAL = 0
"""The casing of pieces that are no word: [CLS], [SEP] and padding."""

CASES = ("special", "lower", "capitalised", "upper", "single", "dotted", "mixed", "digit", "mark", "caseless")
"""Classes of a word's casing, by their number; `special` stands for pieces that are no word."""

STARTS = ("inside", "sentence", "line")
"""Where a word stands: inside a sentence, first in it, or first in a line; the class is shifted by it."""

CASINGS = len(CASES) * len(STARTS)
"""How many casing numbers there are: the rows of the casing embedding."""

_LOWER, _CAPITALISED, _UPPER, _SINGLE, _DOTTED, _MIXED, _DIGIT, _MARK, _CASELESS = range(1, len(CASES))


class Word(NamedTuple):
    """One word: `start` and `end` in code points of the text it was cut from, `casing` in `range(CASINGS)`."""

    start: int
    end: int
    casing: int


_LONG = 40
"""Code points from which a word is not worth remembering: words repeat, lines of Chinese and hashes do not."""


def case_of(word: str) -> int:
    """The casing class of one word, an index into `CASES` (never `special`)."""
    return _remembered(word) if len(word) < _LONG else _case_of(word)


def _case_of(word: str) -> int:
    if not any(c.isalnum() for c in word):
        return _MARK
    if "." in word and word[0].isalpha():
        return _DOTTED
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return _DIGIT
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return _LOWER if any(c.islower() for c in letters) else _CASELESS
    if upper == len(letters):
        return _SINGLE if len(word) == 1 else _UPPER
    if upper == 1 and letters[0].isupper():
        return _CAPITALISED
    return _MIXED


_remembered = lru_cache(maxsize=65_536)(_case_of)


def words_of(text: str, start: int = 0, end: int | None = None, *, at_line_start: bool = True) -> list[Word]:
    """The words of one sentence, `text[start:end]`, with offsets into the whole `text`.

    The first word, and the first one with a letter or digit (a quotation mark may come before it), are marked as the
    start of a sentence, or of a line if `at_line_start`.
    """
    stop = len(text) if end is None else end
    shift = len(CASES) * (2 if at_line_start else 1)
    found: list[Word] = []
    opening = True
    for match in _WORD.finditer(text, start, stop):
        case = case_of(match.group())
        found.append(Word(match.start(), match.end(), case + shift if opening or not found else case))
        opening = opening and case == _MARK
    return found
