"""Which words are near enough to be held against each other: what finds candidates, in memory and in the library.

Two words meet when they share a block: the consonants of their sound class, those with one consonant left out, the word
itself with one letter left out (from five letters, so that one edit never parts two words), or a given name that they
are forms of. What meets is only worth a look: `edits` says whether it is near, and how near.
"""

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from reader.names.fold import skeleton, sound
from reader.names.given_names import groups_of

EDITED = 4
"""Letters from which a word may be another with an edit; one of five that lost a letter has four."""

TWICE = 7
"""Letters from which two edits leave a word recognisable."""

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
    if distance <= FAR and shorter >= EDITED and skeleton(left) == skeleton(right):
        return distance
    return None
