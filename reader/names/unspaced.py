"""Scripts that write words without a space between them, and Korean, which ties particles to its words.

Where a word ends there only a dictionary knows. Searching does without: a run of such letters is cut into pairs of
letters that overlap, and a word is found where its pairs stand one after the other.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

HAN = "\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_KANA = (
    "\u3031-\u3035\u3041-\u3096\u309b-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f\U0001b000-\U0001b16f"
)
_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb"
_SPELT = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u109a-\u109d"
    "\u1780-\u17d3\u17d7\u17dc"
)
"""Thai, Lao, Burmese and Khmer, without digits and stops."""
_MORE_SPELT = "\u1950-\u1974\u1980-\u19c9\u1a20-\u1a7c\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f\uaa80-\uaadd"
"""Their smaller neighbours."""
LETTERS = HAN + _KANA + _HANGUL + _SPELT + _MORE_SPELT
"""The inside of a class of a regular expression, as the others."""

_HAN_LETTER = re.compile(f"[{HAN}]")
_SPELT_LETTER = re.compile(f"[{_SPELT}{_MORE_SPELT}]")
_ANY = re.compile(f"[{LETTERS}]")
STACKS = "\u1039\u17d2\u1a60\uaaf6"
"""Signs that put the letter after them below the one before."""
LETTERS_OF_A_WORD = 4
"""Letters and signs a word in Thai, Lao, Burmese and Khmer: a round number, about what running text has."""


@cache
def marks() -> str:
    """Signs that belong to the letter before them, as the inside of a class of a regular expression.

    Those of Latin, Arabic and the like are among them, where folding has left any.
    """
    blocks = ((0x0300, 0x1E00), (0x20D0, 0x20F1), (0x2CEF, 0x3100), (0xA66F, 0xABF0), (0x11000, 0x11700))
    signs = [code for first, stop in blocks for code in range(first, stop) if unicodedata.category(chr(code))[0] == "M"]
    gaps = [at for at in range(1, len(signs)) if signs[at] != signs[at - 1] + 1]
    ranges = zip((0, *gaps), (*gaps, len(signs)), strict=True)
    return "".join(f"{chr(signs[first])}-{chr(signs[stop - 1])}" for first, stop in ranges)


@cache
def _runs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A run of such letters, and one letter with all that belongs to it."""
    one = f"[{LETTERS}](?:[{STACKS}][{LETTERS}]|[{marks()}\uff9e\uff9f])*"
    return re.compile(f"(?:{one})+"), re.compile(one)


def unspaced(text: str) -> bool:
    """Whether there is a letter of such a script in it."""
    return not text.isascii() and bool(_ANY.search(text))


def cut(text: str, *, open_end: bool = False) -> str:
    """The text with each run of such letters as overlapping pairs, parted by spaces; other words are left alone.

    A last letter that may be a word of its own follows alone, so that each such letter begins something in the index.
    With `open_end` it does not where the text ends, since running text may go on there.
    """
    if not unspaced(text):
        return text
    run, _ = _runs()
    end = len(text.rstrip()) if open_end else -1
    return run.sub(lambda match: f" {' '.join(_pairs(match[0], last=match.end() != end))} ", text)


def _pairs(run: str, *, last: bool) -> Iterator[str]:
    letters = _runs()[1].findall(run)
    if len(letters) == 1:
        yield run
        return
    for one, other in pairwise(letters):
        yield one + other
    if last and lone(letters[-1]):
        yield letters[-1]


def single(text: str) -> bool:
    """Whether it is one letter of such a script, with all that belongs to it."""
    return unspaced(text) and bool(_runs()[1].fullmatch(text))


def lone(text: str) -> bool:
    """Whether it is one letter that may be a word of its own: a Chinese character, a Thai letter with its vowel.

    A kana, a bare letter or a Korean syllable is a part of a word nearly everywhere.
    """
    return single(text) and (bool(_HAN_LETTER.match(text)) or (len(text) > 1 and bool(_SPELT_LETTER.match(text))))


def count_words(text: str) -> int:
    """How many words a text has: where no space parts them, by the usual reckoning.

    A Chinese character or a kana counts as one, as word processors have it; in Thai and its like a word is taken to
    have `LETTERS_OF_A_WORD`. Korean has spaces.
    """
    if not unspaced(text):
        return len(text.split())
    spelt = re.compile(f"[{_SPELT}{_MORE_SPELT}]+")
    text = spelt.sub(lambda match: " x" * -(-len(match[0]) // LETTERS_OF_A_WORD) + " ", text)
    text = re.sub(f"[{HAN}{_KANA}]", " x ", text)
    return sum(any(sign.isalnum() for sign in word) for word in text.split())
