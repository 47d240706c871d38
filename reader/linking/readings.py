"""The other words that a name may be written with, where that much is another spelling: what candidates need to meet.

Words may be written together ("Pol Pot", "Polpot"), by their initials ("Jean-Claude", "JC"), and two names may stand in
one text ("Al-Qaida/Islamic Army"). Only what some other name has is worth a reading.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.names.alignment import JOINED, LONGEST, WINDOW
from reader.names.analyse import Name, Role, Token, analyse
from reader.names.compare import doubled

LETTERS = 3
"""Letters up to which a word in capitals may be the initials of the words of another name."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of all names of one kind."""

    words: frozenset[str]
    consonants: frozenset[str]
    """Of words so long that they are recognised with another vowel as well."""
    initials: frozenset[str]
    """Those that may be initials: they stand in capitals in a name that has other words."""


def vocabulary_of(names: Iterable[Name]) -> Vocabulary:
    """The words that stand in these names."""
    words: set[str] = set()
    initials: set[str] = set()
    for name in names:
        words.update(name.words)
        if len(name.words) > 1 and not name.text.isupper():
            initials.update(
                token.text
                for token in name.tokens
                if 1 < len(token.text) <= LETTERS and token.source.replace(".", "").isupper()
            )
    consonants = frozenset(_consonants(word) for word in words if len(word) >= LONGEST)
    return Vocabulary(frozenset(words), consonants, frozenset(initials))


def readings(name: Name, known: Vocabulary) -> Iterator[tuple[str, ...]]:
    """The word by word readings of a name besides its own, as far as other names have those words."""
    for part in doubled(name):
        yield analyse(part, name.kind).words
    for size in range(2, min(WINDOW, len(name.tokens)) + 1):
        for start in range(len(name.tokens) - size + 1):
            window = [token.text for token in name.tokens[start : start + size]]
            together, initials = "".join(window), "".join(text[0] for text in window)
            for word, there in ((together, _known(together, known)), (initials, initials in known.initials)):
                if there:
                    yield *_carrying(name.tokens[:start]), word, *_carrying(name.tokens[start + size :])


def _known(together: str, known: Vocabulary) -> bool:
    """Whether another name has these words as one."""
    if len(together) < JOINED:
        return False
    return together in known.words or (len(together) >= LONGEST and _consonants(together) in known.consonants)


def _consonants(word: str) -> str:
    return word.translate(_NO_VOWELS)


_NO_VOWELS = str.maketrans("", "", "aeiouy")


def _carrying(tokens: Iterable[Token]) -> Iterator[str]:
    return (token.text for token in tokens if token.role in (Role.WORD, Role.INITIAL))
