"""Which entries of a large dictionary can matter to a library: those whose words its texts hold, or nearly hold.

A list of a hundred thousand companies and persons is read against the names of one archive, of which most of it says
nothing. What is left aside here could not be found in its texts, nor be taken for another spelling of a name in them,
but for spellings two consonants apart.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.dictionary import Entry
from reader.names.fold import fold, sound

EDITED = 5
"""Letters from which a word may be another with one letter changed, as in `likeness`."""

EXACTLY = "="
"""Before a word that has no other spelling."""


def words_of(entry: Entry) -> list[list[str]]:
    """What `Words.hold` asks of an entry: of each name its folded words, behind the sign of what sort of name it is.

    The sign is a person's surname, `EXACTLY` for an acronym, else nothing.
    """
    found: dict[tuple[str, tuple[str, ...]], None] = {}
    for text in (entry.name, *entry.names):
        name = analyse(text, entry.kind)
        surname = (name.surname or "") if entry.kind is Kind.PERSON else ""
        found[surname, name.words or (name.key,)] = None
        # As it is written, too: a text has Ft where a place's name is read as Fort.
        if spelt := tuple(fold(text).split()):
            found.setdefault((surname if len(spelt) > 1 else "", spelt))
    found |= {(EXACTLY, (fold(text).replace(" ", ""),)): None for text in entry.acronyms}
    found |= {("", tuple(fold(text).split())): None for text in entry.demonyms}
    return [[surname, *words] for surname, words in found]


class Words:
    """The folded words of a library's names and texts."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(chain.from_iterable((word, word.removesuffix("s")) for word in words))
        self._sounds = frozenset(sound(word) for word in self._words)
        self._shorter = frozenset(chain.from_iterable(_shorter(word) for word in self._words))
        self._near: dict[str, bool] = {}

    def hold(self, names: Iterable[Sequence[str]]) -> bool:
        """Whether one of an entry's names, as `words_of` has them, may stand in these texts in some spelling.

        Of a person the first and the last word are asked for, since those between are often left out; or the surname,
        which alone may mean its bearer, or keep it from meaning somebody else.
        """
        return any(self._holds(surname, words) for surname, *words in names)

    def _holds(self, surname: str, words: Sequence[str]) -> bool:
        if surname == EXACTLY:
            return words[0] in self._words
        if surname:
            return surname in self._words or (self._is_near(words[0]) and self._is_near(words[-1]))
        return all(map(self._is_near, words))

    def _is_near(self, word: str) -> bool:
        known = self._near.get(word)
        if known is None:
            known = self._near[word] = (
                word in self._words
                or sound(word) in self._sounds
                or word in self._shorter
                or any(one in self._shorter or one in self._words for one in _shorter(word))
            )
        return known


def _shorter(word: str) -> Iterable[str]:
    """A word with each of its letters left out in turn: two words one letter apart share one of these, or are one."""
    if len(word) >= EDITED:
        for at in range(len(word)):
            yield word[:at] + word[at + 1 :]
