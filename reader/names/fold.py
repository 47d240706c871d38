"""Text folding: what two spellings must agree in to be the same name, and the looser classes that likeness works on."""

import re
import unicodedata
from functools import cache, lru_cache

APOSTROPHES = "'’‘‛ʼʻʽʾʿˈ`´′＇"
"""Every sign that writers use for an apostrophe, an ayn or a hamza."""

_LETTERS = str.maketrans(
    {
        "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
        "ħ": "h", "ŋ": "n", "ĸ": "k", "ŧ": "t", "&": " and ", "ـ": "",
    }
)  # fmt: skip
_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+(?:[^\W\d_](?!\w)|(?<=\.[^\W\d_]\.))")
_POSSESSIVE = re.compile(f"(?:[{APOSTROPHES}]s|(?<=s)[{APOSTROPHES}])$", re.IGNORECASE)
_NOT_WORD = re.compile("(?:_|[^\\w\u0900-\u0dff\u0e31-\u0eff\u102b-\u109f])+")
"""Words end here; the vowel signs of Indic and Thai scripts are no letters to Python, yet part of the word."""


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Case, accents, apostrophes, dots, possessives and punctuation away; words parted by single spaces. Idempotent."""
    text = unicodedata.normalize("NFKD", text.strip())
    text = _POSSESSIVE.sub("", text)
    text = _MARKS.sub("", text).casefold().translate(_LETTERS)
    text = unicodedata.normalize("NFKD", text)
    text = _MARKS.sub("", text)
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
