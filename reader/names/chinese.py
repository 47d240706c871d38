"""Chinese names in two romanisations: pinyin ("Deng Xiaoping") and Wade-Giles ("Teng Hsiao-p'ing")."""

import re
from collections.abc import Iterable
from functools import lru_cache

_INITIALS = {
    "zh": "c", "ch": "c", "j": "c", "q": "c", "sh": "x", "hs": "x", "x": "x", "ts": "z", "tz": "z", "z": "z", "c": "z",
    "sz": "s", "s": "s", "b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k", "m": "m", "f": "f", "n": "n",
    "l": "l", "h": "h", "r": "r", "y": "", "w": "",
}  # fmt: skip
"""First consonants in classes: both systems write each of a class for another of it."""
_FINALS = {
    "a": "a", "ai": "ai", "an": "an", "ang": "ang", "ao": "ao", "e": "e", "eh": "e", "ei": "ei", "en": "en",
    "eng": "eng", "er": "er", "erh": "er", "i": "i", "ih": "i", "ia": "ia", "ian": "ian", "ien": "ian", "iang": "iang",
    "iao": "iao", "ie": "ie", "ieh": "ie", "in": "in", "ing": "ing", "iong": "iong", "iung": "iong", "iu": "iu",
    "o": "o", "uo": "o", "ong": "ong", "ung": "ong", "ou": "ou", "u": "u", "ua": "ua", "uai": "uai", "uan": "uan",
    "uang": "uang", "ue": "ue", "ueh": "ue", "ui": "ui", "uei": "ui", "un": "un", "yi": "i",
}  # fmt: skip


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_SYLLABLE = re.compile(f"({_longest_first(_INITIALS)})?({_longest_first(_FINALS)})")


@lru_cache(maxsize=1 << 15)
def syllables(token: str) -> str:
    """A folded word as the sounds that both systems write, or empty when it is no Chinese word.

    Every syllable is the longest that can be read, and nothing may be left: one look from left to right.
    """
    found = list(_SYLLABLE.finditer(token))
    if sum(len(match.group()) for match in found) != len(token):
        return ""
    return "-".join(_INITIALS.get(match[1] or "", "") + _FINALS[match[2]] for match in found)
