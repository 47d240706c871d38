"""Which words are near enough to be held against each other: what finds candidates, in memory and in the library.

Two words meet when they share one of their blocks: how they sound, the word itself with one letter left out, a given
name that they are forms of, a family name or Chinese syllables that they romanise. What meets is only worth a look:
`is_near` says whether it is near.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

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


def near_among(word: str, others: Sequence[str]) -> list[str]:
    """Those of some words that are near a word, in their order."""
    distances = dict(_within_reach(word, others))
    return [
        other
        for at, other in enumerate(others)
        if word == other or (at in distances and _few_edits(word, other, distances[at])) or _is_one(word, other)
    ]


def few_edits_among(word: str, others: Sequence[str]) -> list[str]:
    """Those of some words that a few edits part from a word."""
    return [others[at] for at, distance in _within_reach(word, others) if _few_edits(word, others[at], distance)]


def _within_reach(word: str, others: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of the words that are not too many edits apart, with how many; asked of all at once, most are not."""
    for _, distance, at in extract(word, others, scorer=OSA.distance, score_cutoff=FAR, limit=None):
        yield at, int(distance)


def is_near(left: str, right: str) -> bool:
    """Whether two folded words are near each other."""
    return left == right or _few_edits(left, right, OSA.distance(left, right, score_cutoff=FAR)) or _is_one(left, right)


def _few_edits(left: str, right: str, distance: int) -> bool:
    """Whether two words that lie so far apart are near: longer ones may lie further, and any with one skeleton."""
    shorter = min(len(left), len(right))
    if distance > FAR or shorter < EDITED or IN_ONE in (left[0], right[0]):
        return False
    most = 3 if shorter >= THRICE else 2 if shorter >= TWICE else 1
    if distance <= most:
        return len(left) + len(right) > 2 * EDITED
    return shorter > EDITED and skeleton(left) == skeleton(right)


def _is_one(left: str, right: str) -> bool:
    """Whether two words are one, however they are spelt: by sound, as forms of a name, or in Chinese."""
    if IN_ONE in (left[:1], right[:1]):
        return in_one(right) == left or in_one(left) == right
    shorter = min(len(left), len(right))
    if shorter < 2:
        return False
    alike = sound(left) == sound(right) if shorter >= EDITED else undoubled(left) == undoubled(right)
    return alike or _one_name(left, right) or _chinese(left, right)


def _one_name(left: str, right: str) -> bool:
    """Whether two words are forms of one given name or family name."""
    given, family = groups_of(left), families_of(left)
    return bool(
        (given and not given.isdisjoint(groups_of(right))) or (family and not family.isdisjoint(families_of(right)))
    )


def _chinese(left: str, right: str) -> bool:
    """Whether two words are the same Chinese sounds in two romanisations."""
    sounds = syllables(left)
    return bool(sounds) and sounds == syllables(right)
