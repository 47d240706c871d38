"""Blocking: which names are worth comparing, found through their words, never all against all.

Two names meet when each word of the shorter meets one of the longer's (`reader.names.blocks`) or is the initial of one,
in any order. One word may fail to: when it is close to another in spite of that, or when it is one of four or more. A
name of one word meets such names only, one of initials none. Names meet, too, when they would with two neighbouring
words of one of them written in one, or when all in one they sound alike. That is a property of the two names and of
nothing else, so that the same pairs are found whether a million names come at once or the last of them comes alone.

Whoever keeps names, in memory here, in a library's tables there, keeps of each what stands beside each of its words, so
that common words find nobody who has not another word of the name as well.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, permutations
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar

from reader.names.alignment import JOINED
from reader.names.analyse import Name, analyse
from reader.names.blocks import FAR, edits, in_one
from reader.names.chinese import syllables
from reader.names.compare import doubled
from reader.names.fold import bare, sound_of
from reader.names.tables import ARTICLES

TELLING = 6
"""Words of a long name through which it is found: the first three and the last three."""


MANY = 4
"""Words of a name from which one of them may meet no other."""

PARTED = (3, 4)
"""How many words a name has, from and to, two of which may be one elsewhere ("Nikolai Patr ushev")."""

CONSONANTS = 5
"""Consonants from which a name that is written in one word is found by them, whatever its vowels."""

ALIKE = 3
"""Letters with which a longer word begins that is close to one that it does not meet."""

ALONE = "-"
"""What is kept beside the only word of a name."""


class Words(NamedTuple):
    """A name as blocking knows it."""

    words: tuple[str, ...]
    """Folded, each once, of a long name the outer ones."""
    foreign: bool
    """Written in another script than Latin, so that its consonants alone say what is near."""
    together: frozenset[str] = frozenset()
    """How it sounds written in one word; also each of two names that a slash parts ("Al-Qaida/Islamic Army"), and with
    initials for a double name ("JC" for "Jean-Claude")."""
    joined: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By what two neighbours make in one (`reader.names.blocks.in_one`), the words with that in their place."""

    def rows(self) -> Iterator[tuple[str, str]]:
        """Each word with each that stands beside it: what is kept of a name, so that it is found."""
        if len(self.words) == 1 and len(self.words[0]) > 1:
            yield self.words[0], ALONE
        yield from (row for row in permutations(self.words, 2) if len(row[0]) > 1)
        for joint, reading in self.joined.items():
            for word in reading:
                if word != joint:
                    yield joint, word
                    if len(word) > 1:
                        yield word, joint


def words_of(name: Name) -> Words:
    """The words by which a name is found."""
    half = TELLING // 2
    outer = name.words if len(name.words) <= TELLING else (*name.words[:half], *name.words[-half:])
    words = tuple(dict.fromkeys(outer))
    return Words(words, name.foreign, frozenset(_together(name)), dict(_joined(words)))


def _joined(words: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    fewest, most = PARTED
    for at, (one, other) in enumerate(pairwise(words) if fewest <= len(words) <= most else ()):
        if len(one) > 1 and len(other) > 1:
            joint = in_one(one + other)
            yield joint, (*words[:at], joint, *words[at + 2 :])


def _together(name: Name) -> Iterator[str]:
    for one in (name, *(analyse(text, name.kind) for text in _others(name))):
        for written in {one.together, "".join(one.full)}:
            if len(written) >= JOINED:
                sounds = sound_of(written)
                consonants = bare(sounds).lstrip("aiu")
                yield consonants if len(consonants) >= CONSONANTS else sounds
    chinese = [syllables(word) for word in name.words]
    if len(chinese) > 1 and all(chinese):
        # The family name comes first or last, and the given name in one word or two.
        yield "-".join(sorted("-".join(chinese).split("-")))


def _others(name: Name) -> Iterator[str]:
    """The two names that a slash parts, and a name with the initials of a double one."""
    yield from doubled(name)
    if "-" in name.text and (short := _HYPHENED.sub(_initials, name.text)) != name.text:
        yield short


_HYPHENED = re.compile(r"\b(\w)(\w+)-(\w)\w+")


def _initials(parts: re.Match[str]) -> str:
    """ "JC" for "Jean-Claude", but nothing for an article."""
    first, rest, second = parts.groups()
    return parts[0] if (first + rest).casefold() in ARTICLES else (first + second).upper()


Id = TypeVar("Id")


class Near(NamedTuple):
    """The words that one word meets, itself among them, and it as two words in one."""

    same_script: Collection[str]
    """By letters and sounds."""
    across: Collection[str]
    """By consonants as well: where one of the two names is written in another script."""


def near(word: str, alike: Iterable[str], across: Iterable[str]) -> Near:
    """What a word meets of those with which it shares a block, by letters and sounds or by consonants."""
    here = frozenset((word, in_one(word), *(other for other in alike if edits(word, other) is not None)))
    return Near(here, here.union(across))


class Postings(Protocol[Id]):
    """Names by their words, as blocking asks for them."""

    def near(self, words: Collection[str], foreign: bool) -> Mapping[str, Near]:
        """For each of these words, of a name that is `foreign` or not, the kept words that it meets."""

    def beside(
        self, words: Collection[str], others: Collection[str], beginnings: Collection[str]
    ) -> Iterable[tuple[Id, str]]:
        """The names that have one of these words and beside it one of the others, or one with such a beginning.

        With each name comes what stands beside.
        """

    def named(self, ids: Collection[Id]) -> Iterable[tuple[Id, Words]]:
        """These names."""

    def written(self, together: Collection[str]) -> Iterable[Id]:
        """The names that sound like one of these once they are written in one word."""


def met(name: Words, postings: Postings[Id], among: Callable[[Id], bool] = lambda one: True) -> Iterator[Id]:
    """The names that this one meets, itself too if it is kept, as far as they are `among` those asked about.

    One may come twice.
    """
    near = postings.near({word for word in (*name.words, *name.joined) if len(word) > 1}, name.foreign)
    words = _Met(name, near)
    found = {one for one in _found(words, postings) if among(one)}
    yield from (one for one, other in postings.named(found) if words.meet(other))
    yield from filter(among, postings.written(name.together))


def _found(words: "_Met", postings: Postings[Id]) -> Iterator[Id]:
    """The names that have two words of this one, or one and one close to another; of one word, that have just it."""
    for reading in words.readings:
        for at, word in enumerate(reading):
            if len(word) == 1:
                continue
            # What both have is looked for once, from the later of the two words: surnames are fewer people's.
            known = {ALONE} if len(reading) == 1 else {other[0] for other in reading if other is not word}
            known.update(*(words.met_by(other) for other in reading[:at] if len(other) > 1))
            rest = [other for other in reading if other is not word]
            beginnings = {other[:ALIKE] for other in rest if len(other) == 1 or len(other) > ALIKE}
            for one, beside in postings.beside(words.met_by(word), known, beginnings):
                if beside in known or any(_is_close(other, beside) for other in rest):
                    yield one


class _Met:
    """What the words of a name meet."""

    def __init__(self, name: Words, near: Mapping[str, Near]) -> None:
        self._name = name
        self._near = near
        joined = [reading for joint, reading in name.joined.items() if len(near[joint].same_script) > 1]
        self.readings: Sequence[Sequence[str]] = (name.words, *joined)
        """The name's; of those with two words in one the ones that somebody writes so."""

    def met_by(self, word: str) -> Collection[str]:
        """The words that one of the name's own meets, in whatever script."""
        return self._near[word].across

    def meet(self, other: Words) -> bool:
        """Whether the name meets another."""
        scripts = self._name.foreign or other.foreign
        known = {word: near.across if scripts else near.same_script for word, near in self._near.items()}
        mine = self._name.words
        return any(self._reach(reading, other.words, known) for reading in self.readings) or any(
            self._reach(mine, reading, known)
            for joint, reading in other.joined.items()
            if any(joint in known.get(word, ()) for word in mine)
        )

    def _reach(self, mine: Sequence[str], theirs: Sequence[str], known: Mapping[str, Collection[str]]) -> bool:
        """Whether each word of the shorter, or all but one that may fail to, meets one of the longer."""
        found = False
        if len(mine) <= len(theirs):
            met = [any(b in known.get(a, ()) or _initial_of(a, b) for b in theirs) for a in mine]
            found = self._suffice(mine, met, theirs)
        if not found and len(theirs) <= len(mine):
            met = [any(b in known.get(a, ()) or _initial_of(b, a) for a in mine) for b in theirs]
            found = self._suffice(theirs, met, mine)
        return found

    def _suffice(self, short: Sequence[str], met: Sequence[bool], long: Sequence[str]) -> bool:
        if len(short) == 1:
            return len(long) == 1 and met[0] and len(short[0]) > 1
        whole = [word for word, one in zip(short, met, strict=True) if one and len(word) > 1]
        missed = [word for word, one in zip(short, met, strict=True) if not one]
        if not whole or len(missed) > 1:
            return False
        return all(
            len(word) > 1 and (len(whole) + 1 >= MANY or any(_is_close(word, other) for other in long))
            for word in missed
        )


def _is_close(word: str, other: str) -> bool:
    """Whether a word is close to another that it does not meet, or its initial."""
    if len(word) == 1:
        return word == other[0]
    apart = len(word) - len(other)
    return -FAR <= apart <= FAR and word[:ALIKE] == other[:ALIKE] and _is_near(word, other)


@lru_cache(maxsize=1 << 16)
def _is_near(word: str, other: str) -> bool:
    return min(len(word), len(other)) > ALIKE and edits(word, other) is not None


def _initial_of(initial: str, word: str) -> bool:
    return len(initial) == 1 and initial == word[0]
