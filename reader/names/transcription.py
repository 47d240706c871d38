"""Whether a word in Latin letters may be one in Arabic or Hebrew script, letter for letter.

Consonants alone say too little there: those of بشار are those of Besser and Batzra. Its letters say more: which
sibilant it is, and that a vowel stands between two of them. What transcriptions of English, French, German, Turkish and
Slavic languages write for each letter is listed here; short vowels may be anywhere.
"""

import re
from functools import lru_cache

from reader.names.fold import APOSTROPHES, letters

_SHORT, _SHORT_IN_HEBREW = "(?:ou|oo|uu|ee|aa|oe|ue|[aeiouy])?h?", "[aeiouy]{0,2}h?"
"""A vowel that is not written; an h behind it is mute."""
_B, _T, _TH, _J, _KH, _D = "b+|p+|v", "t+|d+|th", "th|t+|s+|z", "dsch|dzh|dj|zh|j+|g+|c|y", "kh|ch|h+|k+|j|x", "d+|t|dh"
_S, _SH, _Z, _GH, _F, _Q = (
    "ss?|c|z|ts",
    "tsch|tch|sch|sh|ch|sz|x",
    "z+|s+|dh|d+|th",
    "gh|g+|q|r",
    "f+|v+|ph|p|w",
    "qu|q+|k+|g+|cch|ch|ck|c+",
)
_K, _H, _ANY = "ck|kh|cch|ch|k+|c+|qu|q|g", "h*", "[aeiouyjw]*"
_W, _Y, _LONG_A = f"v+|wh|b|f|{_ANY}[ouw]{_ANY}", f"g|{_ANY}[iyej]{_ANY}", f"{_ANY}[aeou]{_ANY}"
_PLAIN_HISS = "s"
"""What Turkish and Slavic transcriptions leave of sh without its sign; then the vowels must fit better."""

_LETTERS = {
    "ب": _B, "پ": "p+|b", "ت": _T, "ط": _T, "ٹ": _T, "ث": _TH, "ج": _J, "چ": "tsch|tch|cch|ch|c+|j", "ح": _H, "خ": _KH,
    "د": _D, "ڈ": _D, "ض": _D + "|z", "ذ": "dh|z+|d+|th|s", "ر": "r+", "ڑ": "r+", "ز": _Z, "ژ": "zh|j|z", "س": _S,
    "ص": _S, "ش": _SH, "ظ": _Z, "ع": "a*", "غ": _GH, "ف": _F, "ق": _Q, "ك": _K, "گ": "g+|k", "ل": "l+", "م": "m+",
    "ن": "n+|m", "ه": _H, "و": _W, "ي": _Y, "ا": _LONG_A, "ء": _ANY, "ڤ": "v+|w|f", "ں": "n?", "ے": _Y,
    "א": _ANY, "ב": "b+|v+|w", "ג": "g+|j", "ד": "d+|t", "ה": _H, "ו": _W + "|", "ז": "z+|s", "ח": "h+|ch|kh|",
    "ט": _T, "י": _Y, "כ": "ck|kh|ch|k+|c|h", "ך": "kh|ch|k|h", "ל": "l+", "מ": "m+", "ם": "m+", "נ": "n+", "ן": "n+",
    "ס": _S, "ע": _ANY, "פ": "p+|f+|ph", "ף": "f+|ph|p", "צ": "tz|ts|cz|z+|c|s+", "ץ": "tz|ts|cz|z+|c|s+",
    "ק": _Q, "ר": "r+", "ש": _SH + "|s+", "ת": _T,
}  # fmt: skip
_BY_SOUND = str.maketrans("ئؤى", "ءءا")
"""Letters that folding makes others of."""
_SIGNS = (("تش", "چ"), ("ג'", "ج"), ("צ'", "چ"), ("ז'", "ژ"), ("כס", "x"), ("קס", "x"), ("كس", "x"))
"""Two signs that stand for one sound."""
_X = f"x|(?:{_K}){_SHORT}(?:{_S})"
_VOWEL_SIGNS = re.compile("[اويعءאויע]{2,}")
_ONE_VOWEL = f"{_ANY}[aeiouyjwv]{_ANY}"
"""What several signs for vowels in a row may be."""
_HEBREW = re.compile("[\u05d0-\u05ea]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}׳]")


LONGEST = 30
"""Letters of the longest word that may be a name."""
_VOWELS_IN_A_ROW = re.compile("([aeiouywjh]{6})[aeiouywjh]+")
"""More than any name has; each further one would be a further way to match."""


def transcribes(latin: str, word: str) -> bool:
    """Whether a folded word in Latin letters may stand for one in Arabic or Hebrew script.

    The article is part of neither.
    """
    latin = _VOWELS_IN_A_ROW.sub(r"\1", latin)
    return max(len(latin), len(word)) <= LONGEST and bool(_pattern(word).fullmatch(latin))


@lru_cache(maxsize=1 << 12)
def _pattern(word: str) -> re.Pattern[str]:
    tied = word.endswith(("ة", "ۃ"))
    word = word[:-1] if tied else word
    if word.startswith("ال") and len(word) > 3:
        word = word[2:]
    plain = _APOSTROPHE.sub("'", letters(word.translate(_BY_SOUND)))
    for signs, sign in _SIGNS:
        plain = plain.replace(signs, sign)
    strict = _written(plain, tied, _SH, _LONG_A)
    return re.compile(f"{strict}|{_written(plain, tied, _PLAIN_HISS, f'{_ANY}a{_ANY}')}")


def _written(word: str, tied: bool, hiss: str, long_a: str) -> str:
    """As an expression; `tied` says that the feminine sign, which is a vowel, stood at the end."""
    forms = {**_LETTERS, "x": _X, "ش": hiss, "ا": long_a, "-": _ONE_VOWEL}
    signs = _VOWEL_SIGNS.sub("-", word[1:])
    parts = [f"(?:{forms.get(sign, '')})" for sign in word[:1] + signs]
    if word.startswith("ا"):
        # The first of two signs for one vowel, or all of it.
        parts[0] = f"h?(?:{_ANY}[aeiouyw]{_ANY})"
        parts[1:2] = [f"{part}?" if signs[0] in "وي-" else part for part in parts[1:2]]
    elif word.startswith(("ه", "ح")):
        parts[0] = "(?:h+|ch|kh)"
    open_end = word.endswith("ا")
    end = ("" if open_end else "[ae]") + "(?:h|t)?" if tied else "h?" if open_end else "e?h?"
    short = _SHORT_IN_HEBREW if _HEBREW.search(word) else _SHORT
    return short + short.join(parts) + end
