"""Whether a word in Latin letters may be one in Arabic or Hebrew script, letter for letter.

Consonants alone say too little there: those of بشار are those of Besser and Batzra. Its letters say more: which
sibilant it is, and that a vowel stands between two of them. What transcriptions of English, French, German, Turkish and
Slavic languages write for each letter is listed here; short vowels may be anywhere.
"""

import re
from functools import lru_cache

from reader.names.fold import letters

_SHORT = "(?:ou|oo|ee|[aeiouy])?"
"""A vowel that is not written."""
_B, _T, _TH, _J, _KH, _D = "b+|p+|v", "t+|d+|th", "th|t+|s+|z", "dsch|dzh|dj|zh|j+|g+|c|y", "kh|ch|h+|k+|j|x", "d+|t|dh"
_S, _SH, _Z, _GH, _F, _Q = (
    "ss?|c|z|ts",
    "tsch|tch|sch|sh|ch|sz|x",
    "z+|s+|dh|d+|th",
    "gh|g+|q|r",
    "f+|v+|ph|p|w",
    "q+|k+|g+|c+",
)
_K, _H, _ANY = "ck|kh|ch|k+|c+|q|g", "h*", "[aeiouyjw]*"
_W, _Y, _LONG_A = f"v+|b|f|{_ANY}[ouw]{_ANY}", f"g|{_ANY}[iyej]{_ANY}", f"{_ANY}[aeou]{_ANY}"
_PLAIN_HISS = "s"
"""What Turkish and Slavic transcriptions leave of sh without its sign; then the vowels must fit better."""

_LETTERS = {
    "ب": _B, "پ": "p+|b", "ت": _T, "ط": _T, "ٹ": _T, "ث": _TH, "ج": _J, "چ": "tsch|tch|ch|c|j", "ح": _H, "خ": _KH,
    "د": _D, "ڈ": _D, "ض": _D + "|z", "ذ": "dh|z+|d+|th|s", "ر": "r+", "ڑ": "r+", "ز": _Z, "ژ": "zh|j|z", "س": _S,
    "ص": _S, "ش": _SH, "ظ": _Z, "ع": "a*", "غ": _GH, "ف": _F, "ق": _Q, "ك": _K, "گ": "g+|k", "ل": "l+", "م": "m+",
    "ن": "n+|m", "ه": _H, "و": _W, "ي": _Y, "ا": _LONG_A, "ء": _ANY, "ڤ": "v+|w|f", "ں": "n?", "ے": _Y,
    "א": _ANY, "ב": "b+|v+|w", "ג": "g+|j", "ד": "d+|t", "ה": _H, "ו": _W + "|", "ז": "z+|s", "ח": "h+|ch|kh|",
    "ט": _T, "י": _Y, "כ": "ck|kh|ch|k+|c|h", "ך": "kh|ch|k|h", "ל": "l+", "מ": "m+", "ם": "m+", "נ": "n+", "ן": "n+",
    "ס": _S, "ע": _ANY, "פ": "p+|f+|ph", "ף": "f+|ph|p", "צ": "tz|ts|cz|z|c|s+", "ץ": "tz|ts|cz|z|c|s+",
    "ק": _Q, "ר": "r+", "ש": _SH + "|s+", "ת": _T,
}  # fmt: skip
_BY_SOUND = str.maketrans("ئؤى", "ءءا")
"""Letters that folding makes others of."""


def transcribes(latin: str, word: str) -> bool:
    """Whether a folded word in Latin letters may stand for one in Arabic or Hebrew script.

    The article is part of neither.
    """
    return bool(_pattern(word).fullmatch(latin))


@lru_cache(maxsize=1 << 12)
def _pattern(word: str) -> re.Pattern[str]:
    tied = word.endswith(("ة", "ۃ"))
    plain = letters((word[:-1] if tied else word).translate(_BY_SOUND)).replace("تش", "چ")
    if plain.startswith("ال") and len(plain) > 3:
        plain = plain[2:]
    strict = _written(plain, tied, _SH, _LONG_A)
    return re.compile(f"{strict}|{_written(plain, tied, _PLAIN_HISS, f'{_ANY}a{_ANY}')}")


def _written(word: str, tied: bool, hiss: str, long_a: str) -> str:
    """As an expression; `tied` says that the feminine sign, which is a vowel, stood at the end."""
    forms = {**_LETTERS, "ش": hiss, "ا": long_a}
    parts = [f"(?:{forms.get(letter, '')})" for letter in word]
    for at in range(1, len(word)):
        if word[at - 1] == "ا" and word[at] in "ويאוי":
            # The two together are one vowel.
            parts[at - 1 : at + 1] = ["", f"(?:{_ANY}[aeiouyjwv]{_ANY})"]
    if word.startswith("ا"):
        parts[0] = f"h?{parts[0] and _ANY + '[aeiouyw]' + _ANY}"
    elif word.startswith(("ه", "ح")):
        parts[0] = "(?:h+|ch|kh)"
    end = ("" if word.endswith("ا") else "[ae]") + "(?:h|t)?" if tied else "h?" if word.endswith("ا") else "e?"
    return _SHORT + _SHORT.join(parts) + end
