"""Which words are near enough to be held against each other: what finds candidates, in memory and in the library.

Two words meet when they share one of their blocks: how they sound, the word itself with one letter left out, a given
name that they are forms of, a family name or Chinese syllables that they romanise. What meets is only worth a look:
`edits` says whether it is near, and how near.
"""

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from reader.names.chinese import syllables
from reader.names.fold import bare, skeleton, sound
from reader.names.given_names import families_of, forms, groups_of
from reader.names.likeness import undoubled
from reader.names.scripts import consonant_key

EDITED = 3
"""Letters from which a word may be another with an edit, if that has one more."""

TWICE = 6
"""Letters from which two edits leave a word recognisable."""

THRICE = 11
"""Letters from which three edits do."""

FAR = 3
"""Edits that two words with the same consonants may lie apart: a romanisation changes many vowels."""

SURE = 5
"""Letters from which words that one edit parts are found, as in `reader.names.likeness`."""

TELLING = 3
"""Consonants from which a word is found by them alone."""

LONG = 8
"""Letters from which a word is found by its beginning alone, wherever two edits are behind it."""

BEGINNING = 5
"""Letters of that beginning."""


IN_ONE = "="
"""How words begin that two words make, written in one."""


def in_one(word: str) -> str:
    """Two words written in one, as a word that meets what sounds like them."""
    return word if word.startswith(IN_ONE) else IN_ONE + sound(word)


def sure_blocks(word: str) -> Iterator[str]:
    """The blocks of a folded word: two that one edit parts share one of them, and most that two part."""
    if len(word) < 2:
        return
    joined = word[0] == IN_ONE
    sounds = word[1:] if joined else sound(word)
    consonants = bare(sounds)
    # Few consonants are many words': these must sound alike.
    yield f"={consonants if len(consonants) >= TELLING else sounds}"
    if joined:
        return
    for group in groups_of(word):
        yield f"+{group}"
    for family in families_of(word):
        yield f"%{family}"
    sounds = syllables(word)
    if sounds:
        yield f"^{sounds}"
    if len(word) >= LONG:
        yield f"<{word[:BEGINNING]}"
    if len(word) >= SURE - 1:
        yield f"-{word}"
    if len(word) >= SURE:
        yield from (f"-{rest}" for rest in _without_one(word))


def script_blocks(word: str, foreign: bool) -> Iterator[str]:
    """The blocks by which a word is found from another script: its consonants, and those of forms of a given name.

    What is `foreign` itself, written in another script than Latin, is found from every script by them.
    """
    if len(word) > 1 and word[0] != IN_ONE:
        for form in {word, *forms(word)}:
            yield f"~{consonant_key(form)}"
            if foreign:
                yield f"*{consonant_key(form)}"


def other_scripts(word: str, foreign: bool) -> Iterator[str]:
    """The blocks in which a word looks for others of another script."""
    if len(word) > 1 and word[0] != IN_ONE:
        for form in {word, *forms(word)}:
            yield f"~{consonant_key(form)}" if foreign else f"*{consonant_key(form)}"


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def edits(left: str, right: str) -> int | None:
    """How far apart two folded words are, 0 when equal; None when they are not near."""
    if left == right:
        return 0
    if IN_ONE in (left[:1], right[:1]):
        return 0 if in_one(right) == left or in_one(left) == right else None
    shorter = min(len(left), len(right))
    if shorter < 2:
        return None
    if not groups_of(left).isdisjoint(groups_of(right)) or not families_of(left).isdisjoint(families_of(right)):
        return 1
    if shorter < 3:
        return 1 if undoubled(left) == undoubled(right) or _chinese(left, right) else None
    if sound(left) == sound(right):
        return 1
    distance = OSA.distance(left, right, score_cutoff=FAR)
    most = 3 if shorter >= THRICE else 2 if shorter >= TWICE else 1
    if distance <= most and len(left) + len(right) > 2 * EDITED:
        return distance
    if distance <= FAR and shorter > EDITED and skeleton(left) == skeleton(right):
        return distance
    return 1 if _chinese(left, right) else None


def _chinese(left: str, right: str) -> bool:
    """Whether two words are the same Chinese sounds in two romanisations."""
    sounds = syllables(left)
    return bool(sounds) and sounds == syllables(right)
