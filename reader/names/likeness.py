"""Likeness of two names token by token.

Constants: one edit is allowed from five letters and two from eight (the budget of nomenklatura's logic-v2, rounded);
the weight of a class of change is how much of a token's agreement is left, chosen on the training sets.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from reader.names.analyse import Name
from reader.names.fold import sound
from reader.names.given_names import forms, is_given_name, one_family_name, one_given_name
from reader.names.scripts import consonant_key, consonants
from reader.names.tables import STOPWORDS


class Change(StrEnum):
    """What changed between two words that stand beside each other; the mechanism of their evidence."""

    EQUAL = "equal"
    ARTICLE = "article"
    """Equal but for the Arabic article in front."""
    JOINED = "joined"
    """Parted into words otherwise."""
    SOUND = "sound"
    """Another romanisation of the same sounds."""
    SCRIPT = "script"
    """The same consonants in another script."""
    VARIANT = "variant"
    """A form of the same name: another language's, or a short form."""
    ACRONYM = "acronym"
    """The initials of the words beside it."""
    EDIT = "edit"
    """One letter, or two in a long word."""
    SLIP = "slip"
    """More letters than a slip of the pen explains."""
    INITIAL = "initial"
    REPEATED = "repeated"
    """A word that stands twice in one of the names."""
    MISSING = "missing"
    """A word that the other name lacks."""
    CLASH = "clash"
    """Words that exclude each other."""


WEIGHTS: Mapping[Change, float] = {
    Change.EQUAL: 1.0,
    Change.JOINED: 0.97,
    Change.SCRIPT: 0.96,
    Change.SOUND: 0.95,
    Change.VARIANT: 0.9,
    Change.ACRONYM: 0.88,
    Change.EDIT: 0.85,
    Change.INITIAL: 0.6,
}
"""How much of a word's agreement is left after a change."""

EQUAL, SOUND, VARIANT, EDIT, INITIAL = (
    WEIGHTS[change] for change in (Change.EQUAL, Change.SOUND, Change.VARIANT, Change.EDIT, Change.INITIAL)
)

_DOUBLED = re.compile(r"(.)\1+")
_FIRST_LETTERS = (
    {"g", "q", "k", "c", "h", "x"},
    {"y", "i", "j", "e", "g"},
    {"u", "o", "w", "v", "a", "e"},
    {"s", "c", "z", "t"},
)
"""Letters that romanisations swap at the start of a name."""


def token_change(
    left: str, right: str, *, given: bool = False, ayn: bool = False, across: bool = False
) -> Change | None:
    """What changed between two folded tokens that may be one, or None when they are two.

    `given` says that both stand where a given name stands, `ayn` that one was written with an apostrophe inside,
    `across` that they come from two scripts.
    """
    change = _change(left, right, given=given, ayn=ayn)
    if change is None:
        change = _change_from_german(left, right, given=given, ayn=ayn)
    if across and change is not Change.EQUAL:
        other = _change_across(left, right, given=given)
        if other is not None and (change is None or WEIGHTS[other] > WEIGHTS[change]):
            return other
    return change


_GERMAN = (
    ("schtsch", "shch"), ("tsch", "ch"), ("dsch", "j"), ("sch", "sh"), ("chr", "khr"), ("jew", "yev"), ("ij", "iy"),
    ("ja", "ya"), ("ju", "yu"), ("jo", "yo"), ("je", "ye"), ("w", "v"),
)  # fmt: skip
"""How German writes the sounds of Slavic names, with what English writes."""


_SPOKEN = re.compile(r"tsch|dsch|sch[iouy]|jew|[oe]wa?$|ij$")
"""What shows that a name is written so."""


def _change_from_german(left: str, right: str, *, given: bool, ayn: bool) -> Change | None:
    """As `token_change` where one of the two is written as German speaks it."""
    mine, theirs = as_in_english(left), as_in_english(right)
    if (mine == left) is (theirs == right):
        return None
    change = _change(mine, theirs, given=given, ayn=ayn)
    return Change.SOUND if change is Change.EQUAL else change


@lru_cache(maxsize=1 << 14)
def as_in_english(word: str) -> str:
    """A folded word that German writes as it speaks ("gorbatschow"), as English does; another word as it is."""
    if len(word) < GERMAN or not _SPOKEN.search(word):
        return word
    for german, english in _GERMAN:
        word = word.replace(german, english)
    return word


GERMAN = 5
"""Letters from which a word is read so: of shorter ones too many are words of English."""


def _change_across(left: str, right: str, *, given: bool) -> Change | None:
    """As `token_change` for two words of two scripts, by their consonants alone."""
    mine, theirs = consonant_key(left), consonant_key(right)
    if mine == theirs and (len(mine) > 1 or left[0] == right[0]):
        likeness = OSA.normalized_similarity(consonants(left), consonants(right))
        return Change.SCRIPT if likeness == 1 else Change.EDIT if likeness >= VOICED else None
    if given and any(
        consonant_key(form) == other for word, other in ((left, theirs), (right, mine)) for form in forms(word)
    ):
        return Change.VARIANT
    return Change.EDIT if min(len(mine), len(theirs)) >= FEWEST_CONSONANTS and OSA.distance(mine, theirs) == 1 else None


FEWEST_CONSONANTS = 3
"""Consonants from which one may differ in another script."""
VOICED = 0.5
"""Share of consonants that must also agree in voice ("d", "t") where their classes agree."""


def _change(left: str, right: str, *, given: bool, ayn: bool) -> Change | None:
    if left == right:
        return Change.EQUAL
    if len(left) == 1 or len(right) == 1:
        return Change.INITIAL if left[0] == right[0] else None
    if given and one_given_name(left, right):
        return Change.SOUND if sound(left) == sound(right) else Change.VARIANT
    if one_family_name(left, right):
        return Change.VARIANT
    if left[:3] in ("abd", "abu") and right[:3] in ("abd", "abu") and left[:3] != right[:3]:
        return None
    shorter = min(len(left), len(right))
    if given and other_gender(left, right):
        return None
    if shorter >= 3 and sound(left) == sound(right) and abs(len(left) - len(right)) <= 3:
        return Change.SOUND
    if undoubled(left) == undoubled(right):
        return Change.SOUND
    if not first_letters_fit(left, right):
        return None
    if given and shorter >= 3 and is_given_name(left) and is_given_name(right):
        return None
    distance = OSA.distance(left, right, score_cutoff=2)
    if ayn and distance == 1 and len(left) != len(right) and shorter >= 3:
        return Change.SOUND
    if (shorter >= 8 and distance <= 2) or (shorter >= 5 and distance <= 1):
        return Change.EDIT
    # A vowel and a consonant that both differ make another short name (Kerry, Kirby), but a slip in a long one.
    if shorter >= 7 and OSA.distance(sound(left), sound(right), score_cutoff=1) <= 1 and distance <= 2:
        return Change.EDIT
    return None


@lru_cache(maxsize=1 << 15)
def undoubled(word: str) -> str:
    """A folded word with each letter that is written twice or more written once."""
    return _DOUBLED.sub(r"\1", word)


def across(left: Name, right: Name) -> bool:
    """Whether two names are written in two scripts, as far as that matters for comparing them."""
    return left.foreign is not right.foreign or left.mute is not right.mute


def other_gender(left: str, right: str) -> bool:
    """Whether two given names differ as Paula does from Paulo or Paul; a name that nobody knows may be misspelt."""
    woman, other = (left, right) if left[-1] == "a" else (right, left)
    if woman[-1] != "a" or other[-1] == "a" or sound(left) == sound(right):
        return False
    return other[-1] == "o" or is_given_name(other)


def first_letters_fit(left: str, right: str) -> bool:
    """Whether two words begin with one letter, or with letters that romanisations swap."""
    return left[0] == right[0] or any(left[0] in letters and right[0] in letters for letters in _FIRST_LETTERS)


ACRONYM_LETTERS = 3
"""Letters from which initials are hardly those of a name by chance."""


def acronym_of(short: Name, long: Name) -> bool:
    """Whether `short` is made of the initials of `long`, small words or not, in their order."""
    letters = "".join(short.full)
    if len(letters) < 2 or len(long.full) < 2 or not short.acronym:
        return False
    letters = letters.removesuffix("s") if short.text[-1:] == "s" and len(letters) > 2 else letters
    everything = "".join(word[0] for word in long.full)
    content = "".join(word[0] for word in long.full if word not in STOPWORDS)
    bare = "".join(word[0] for word in long.words)
    return letters in (everything, content, bare, everything.removeprefix("t"))
