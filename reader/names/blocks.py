"""Which words are near enough to be held against each other: what finds candidates, in memory and in the library.

In memory two words meet when they share one of `word_blocks`: the consonants of their sound class, those with one
consonant left out, the word itself with one letter left out (from five letters, so that one edit never parts two
words), or a given name that they are forms of. What meets is only worth a look: `edits` says whether it is near, and
how near. A library keeps its words in the fewer `sure_blocks`, and its names in `name_blocks`.
"""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from reader.model import Kind
from reader.names.analyse import Name
from reader.names.fold import skeleton, sound
from reader.names.given_names import groups_of
from reader.names.tables import FAMILY_FIRST

EDITED = 4
"""Letters from which a word may be another with an edit; one of five that lost a letter has four."""

TWICE = 7
"""Letters from which two edits leave a word recognisable."""

BARE = 3
"""Consonants, the first letter counted, from which they alone bring words together: Arabic writes little else."""

FAR = 3
"""Edits that two words with the same consonants may lie apart: a romanisation changes many vowels."""


def word_blocks(word: str) -> Iterator[str]:
    """The blocks that a folded word is in; none for a single letter."""
    if len(word) < 2:
        return
    consonants = skeleton(word)
    yield f"={consonants}"
    if len(consonants) > 3:
        yield f"~{consonants}"
        for at in range(1, len(consonants)):
            yield f"~{consonants[:at]}{consonants[at + 1 :]}"
    yield from _edited(word)


def sure_blocks(word: str) -> Iterator[str]:
    """The blocks in which a library keeps a folded word: two that may be one for sure share one of them."""
    if len(word) > 1:
        yield f"={sound(word)}"
        yield from _edited(word)


def _edited(word: str) -> Iterator[str]:
    if len(word) >= EDITED:
        yield f"-{word}"
    if len(word) > EDITED:
        yield from {f"-{word[:at]}{word[at + 1 :]}" for at in range(len(word))}
    for group in groups_of(word):
        yield f"+{group}"


def edits(left: str, right: str) -> int | None:
    """How far apart two folded words are, 0 when equal; None when they are not near."""
    if left == right:
        return 0
    shorter = min(len(left), len(right))
    if shorter < 2:
        return None
    if not groups_of(left).isdisjoint(groups_of(right)):
        return 1
    if shorter < 3:
        return None
    if sound(left) == sound(right):
        return 1
    distance = OSA.distance(left, right, score_cutoff=FAR)
    if distance <= (2 if shorter >= TWICE else 1) and shorter >= EDITED:
        return distance
    if distance <= FAR and skeleton(left) == skeleton(right) and len(skeleton(left)) >= BARE:
        return distance
    return None


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
