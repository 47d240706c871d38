"""Which words are near enough to be held against each other: what finds candidates, in memory and in the library.

In memory two words meet when they share one of `word_blocks`: the consonants of their sound class, the word itself with
one letter left out or, from seven letters, with two (so that so many edits never part two words), or a given name that
they are forms of. What meets is only worth a look: `edits` says whether it is near, and how near. A library keeps its
words in the fewer `sure_blocks`, and its names in `name_blocks`.
"""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from reader.model import Kind
from reader.names.analyse import Name
from reader.names.chinese import syllables
from reader.names.fold import skeleton, sound
from reader.names.given_names import families_of, groups_of
from reader.names.likeness import undoubled
from reader.names.tables import FAMILY_FIRST

EDITED = 3
"""Letters from which a word may be another with an edit, if that has one more."""

TWICE = 6
"""Letters from which two edits leave a word recognisable."""

THRICE = 11
"""Letters from which three edits do."""

FAR = 3
"""Edits that two words with the same consonants may lie apart: a romanisation changes many vowels."""

SURE = 5
"""Letters from which one edit may be overlooked when a new article is attached, as in `reader.names.likeness`."""


def word_blocks(word: str) -> Iterator[str]:
    """The blocks that a folded word is in; none for a single letter."""
    if len(word) < 2:
        return
    yield f"={skeleton(word)}"
    for group in groups_of(word):
        yield f"+{group}"
    for family in families_of(word):
        yield f"*{family}"
    sounds = syllables(word)
    if sounds:
        yield f"~{sounds}"
    if len(word) >= EDITED:
        yield f"-{word}"
    if len(word) > EDITED:
        shorter = _without_one(word)
        yield from (f"-{rest}" for rest in shorter)
        if len(word) >= TWICE:
            yield from (f"-{rest}" for rest in {rest for one in shorter for rest in _without_one(one)})


def sure_blocks(word: str) -> Iterator[str]:
    """The blocks in which a library keeps a folded word: two that may be one for sure share one of them."""
    if len(word) < 2:
        return
    yield f"={sound(word)}"
    for group in groups_of(word):
        yield f"+{group}"
    if len(word) >= SURE - 1:
        yield f"-{word}"
    if len(word) >= SURE:
        yield from (f"-{rest}" for rest in _without_one(word))


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def edits(left: str, right: str) -> int | None:
    """How far apart two folded words are, 0 when equal; None when they are not near."""
    if left == right:
        return 0
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


def name_blocks(name: Name) -> Iterator[str]:
    """The blocks in which a library keeps a name: of a person the outer words, and the surname that stands alone."""
    words = name.words
    if name.kind is not Kind.PERSON:
        yield other_block(sound(word) for word in words)
    elif len(words) < 2:
        yield f"person {' '.join(words)}"
    else:
        yield person_block(words[0], words[-1])
        yield surname_block(words[-1])
        if words[0] in FAMILY_FIRST:
            yield surname_block(words[0])


def person_block(first: str, last: str) -> str:
    """The block of persons with these outer words, in either order."""
    return f"person {min(first, last)} {max(first, last)}"


def surname_block(surname: str) -> str:
    """The block of persons who may be called by this word alone."""
    return f"surname {surname}"


def other_block(sounds: Iterable[str]) -> str:
    """The block of what is no person and has words of these sounds."""
    return f"other {' '.join(sounds)}"
