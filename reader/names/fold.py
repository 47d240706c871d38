"""Text folding: what two spellings must agree in to be the same name, and the looser classes that likeness works on."""

import re
import unicodedata
from functools import cache, lru_cache

APOSTROPHES = "'’‘‛ʼʻʽʾʿˈ`´′＇"
"""Every sign that writers use for an apostrophe, an ayn or a hamza."""

_LETTERS = str.maketrans(
    {
        "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
        "ħ": "h", "ŋ": "n", "ĸ": "k", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o",
        "ɨ": "i", "ʉ": "u", "ƶ": "z", "ɲ": "n",
        # Forms of one Arabic letter: wasla, the yeh without dots and the tied teh of careless typing, Persian and Urdu
        # yeh, kaf and heh.
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ۍ": "ي", "ې": "ي", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ک": "ك",
    }
)  # fmt: skip
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe20-\ufe2f"
    "\u00ad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
"""Accents, vowel points and marks, the Arabic stretch; and, in the last line, what has no width."""
_TRADE = str.maketrans(dict.fromkeys("™℠®©", " "))
"""Signs that Unicode would take apart into letters of the word before them, and their like."""
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+(?:[^\W\d_](?!\w)|(?<=\.[^\W\d_]\.))")
_POSSESSIVE = re.compile(f"(?:[{APOSTROPHES}]s|(?<=s)[{APOSTROPHES}])$", re.IGNORECASE)
_NOT_WORD = re.compile("(?:_|[^\\w\u0900-\u0dff\u0e31-\u0eff\u102b-\u109f])+")
"""Words end here; the vowel signs of Indic and Thai scripts are no letters to Python, yet part of the word."""


def letters(text: str) -> str:
    """The bare letters that all comparing and searching starts from: no case, accents, points, ligatures or widths.

    Forms of one letter become one, whatever the language; signs between words stay. Idempotent.
    """
    if text.isascii():
        return text.lower()
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_TRADE))).casefold().translate(_LETTERS)
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Case, accents, apostrophes, dots, possessives and punctuation away; words parted by single spaces. Idempotent."""
    text = letters(_POSSESSIVE.sub("", unicodedata.normalize("NFKD", text.strip()))).replace("&", " and ")
    text = _DOTTED.sub(lambda m: m.group().replace(".", "") + " ", text)
    text = _APOSTROPHE.sub("", text)
    return _NOT_WORD.sub(" ", text).strip()


_DIGRAPHS = (
    # Consonants that romanisations of Arabic, Persian, Russian, Turkish and Greek use for one sound.
    ("tsch", "c"), ("dsch", "j"), ("shch", "s"), ("sch", "s"), ("dzh", "j"), ("tch", "c"), ("ph", "f"),
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("zh", "z"), ("ch", "c"), ("ck", "k"),
    ("dj", "j"), ("ts", "s"), ("tz", "s"), ("ks", "x"), ("qu", "k"), ("rh", "r"), ("wh", "w"),
)  # fmt: skip
_SINGLES = str.maketrans({"q": "k", "c": "k", "z": "s", "x": "k", "j": "g"})
_VOWELS = re.compile("[aeiouyw]+")
_FINAL_H = re.compile("(?<=[aeiou])h$")
_VOWEL_J = re.compile("(?<=i)j|(?<=[aeou])j(?![aeiou])")
_DOUBLE = re.compile(r"([^aeiou])\1+")
_VOWEL_CLASSES = (
    (
        re.compile(
            "^(?:e|i|y|ei|ai|ay|ey|ie|ee|ij|iy|ii|yi|ae|eai|aie|ia|ea|eyi|eyy|ayi|ayy|iyy|aei|ye|iye|iya|iyya)$"
        ),
        "i",
    ),
    (re.compile("^(?:o|u|w|ou|oo|aw|au|ow|eu|uo|oe|ue|uw|wu|owa|awa|aou|ouw|uu|eo|aeu|oew|oeu)$"), "u"),
)


@lru_cache(maxsize=1 << 16)
def sound(token: str) -> str:
    """The sound class of a folded token: consonants that romanisations mix up and vowels that they mix up made one.

    Equal classes mean "may be two romanisations of one name" ("shibani", "shaibani"), never more than that.
    """
    return sound_of(token)


def sound_of(token: str) -> str:
    """The same, of what is looked at once: nothing is remembered of it."""
    consonants = _FINAL_H.sub("", token) if token.endswith("h") else token
    if "j" in consonants:
        consonants = _VOWEL_J.sub("y", consonants)
    for digraph, single in _DIGRAPHS:
        consonants = consonants.replace(digraph, single)
    consonants = _DOUBLE.sub(r"\1", consonants.replace("j", "g"))
    return _VOWELS.sub(_vowels_of, consonants).translate(_SINGLES)


def _vowels_of(match: re.Match[str]) -> str:
    return _vowel_class(match[0])


@cache
def _vowel_class(run: str) -> str:
    for pattern, sign in _VOWEL_CLASSES:
        if pattern.match(run):
            return sign
    return "a"


_NO_VOWELS = str.maketrans("", "", "aiu")
_BLOCKS = str.maketrans({"g": "k", "p": "b", "v": "f", "d": "t", "z": "s"})


@lru_cache(maxsize=1 << 15)
def skeleton(token: str) -> str:
    """The consonants of a token's sound class, voiced and voiceless made one, and its first letter: a block."""
    return bare(sound(token))


def bare(classes: str) -> str:
    """The same of a sound class."""
    return (classes[:1] + classes[1:].translate(_NO_VOWELS)).translate(_BLOCKS)
