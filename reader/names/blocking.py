"""Blocking: which names are worth comparing, found through their words, never all against all.

Two names meet when each word of the shorter meets one of the longer's (`reader.names.word_blocks`) or is the initial of
one, in any order. One word may fail to: when it is close to another in spite of that, or when it is one of four or
more. A name of one word meets such names only, one of initials none. Names meet, too, when they would with two
neighbouring words of one of them written in one, or when all in one they sound alike. That is a property of the two
names and of nothing else, so that the same pairs are found whether a million names come at once or the last of them
comes alone.

Whoever keeps names, in memory here, in a library's tables there, keeps of each what stands beside each of its words, so
that common words find nobody who has not another word of the name as well.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, permutations
from typing import NamedTuple, Protocol, TypeVar

from reader.names.alignment import JOINED
from reader.names.analyse import Name, analyse
from reader.names.chinese import syllables
from reader.names.compare import doubled
from reader.names.fold import bare, sound_of
from reader.names.tables import ARTICLES
from reader.names.word_blocks import FAR, few_edits_among, in_one, is_near, near_among

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
    together: tuple[str, ...] = ()
    """How it sounds written in one word; also each of two names that a slash parts ("Al-Qaida/Islamic Army"), and with
    initials for a double name ("JC" for "Jean-Claude")."""
    joints: tuple[str, ...] = ()
    """What each two neighbours make (`reader.names.word_blocks.in_one`), empty where one of them is an initial."""

    def joined(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """By what two neighbours make in one, the words with that in their place."""
        for at, joint in enumerate(self.joints):
            if joint:
                yield joint, (*self.words[:at], joint, *self.words[at + 2 :])

    def asked(self) -> set[str]:
        """What is looked for, each by itself: the words that are no initials, and what two of them make in one."""
        return {word for word in (*self.words, *self.joints) if len(word) > 1}

    def with_joints(self, those: Collection[str]) -> "Words":
        """The same with those joints only."""
        kept = tuple(joint if joint in those else "" for joint in self.joints)
        return self if kept == self.joints else self._replace(joints=kept if any(kept) else ())

    def rows(self) -> Iterator[tuple[str, str]]:
        """Each word with each that stands beside it: what is kept of a name, so that it is found."""
        if len(self.words) == 1 and len(self.words[0]) > 1:
            yield self.words[0], ALONE
        yield from (row for row in permutations(self.words, 2) if len(row[0]) > 1)
        for joint, reading in self.joined():
            for word in reading:
                if word != joint:
                    yield joint, word
                    if len(word) > 1:
                        yield word, joint


def words_of(name: Name) -> Words:
    """The words by which a name is found."""
    half = TELLING // 2
    outer = name.words if len(name.words) <= TELLING else (*name.words[:half], *name.words[-half:])
    # A million names are kept by their words: the tuple is the name's own where it can be.
    words = outer if len(set(outer)) == len(outer) else tuple(dict.fromkeys(outer))
    return Words(words, name.foreign, tuple(dict.fromkeys(_together(name))), tuple(_joints(words)))


def _joints(words: Sequence[str]) -> Iterator[str]:
    fewest, most = PARTED
    for one, other in pairwise(words) if fewest <= len(words) <= most else ():
        yield in_one(one + other) if len(one) > 1 and len(other) > 1 else ""


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


def near(word: str, alike: Collection[str], across: Collection[str]) -> Near:
    """What a word meets of those with which it shares a block, by letters and sounds or by consonants."""
    here = tuple(dict.fromkeys((word, in_one(word), *near_among(word, [*alike]))))
    return Near(here, tuple(dict.fromkeys((*here, *across))) if across else here)


class Postings(Protocol[Id]):
    """Names by their words, as blocking asks for them."""

    def near(self, words: Collection[str], foreign: bool) -> Mapping[str, Near]:
        """For each of these words, of a name that is `foreign` or not, the kept words that it meets."""

    def sharing(self, reading: Sequence[str], near: Mapping[str, Near]) -> Iterable[Id]:
        """The names that share two words with this reading of a name: what both meet stands side by side in them.

        One of the two may be close instead to what it does not meet (`is_close`). Of a single word, the names that have
        just what it meets. Whoever shares some other way may come too, and anybody twice.
        """

    def named(self, ids: Collection[Id]) -> Iterable[tuple[Id, Words]]:
        """These names."""

    def written(self, together: Collection[str]) -> Iterable[Id]:
        """The names that sound like one of these once they are written in one word."""


def met(name: Words, postings: Postings[Id], among: Callable[[Id], bool] = lambda one: True) -> Iterator[Id]:
    """The names that this one meets, itself too if it is kept, as far as they are `among` those asked about.

    One may come twice.
    """
    near = postings.near(name.asked(), name.foreign)
    words = _Met(name, near)
    found = {one for reading in words.readings for one in postings.sharing(reading, near) if among(one)}
    yield from (one for one, other in postings.named(found) if words.meet(other))
    yield from filter(among, postings.written(name.together))


class _Met:
    """What the words of a name meet."""

    def __init__(self, name: Words, near: Mapping[str, Near]) -> None:
        self._name = name
        self._near = near
        joined = (
            [reading for joint, reading in name.joined() if len(near[joint].same_script) > 1] if name.joints else ()
        )
        self.readings: Sequence[Sequence[str]] = (name.words, *joined)
        """The name's; of those with two words in one the ones that somebody writes so."""
        self._known: dict[bool, Mapping[str, frozenset[str]]] = {}

    def meet(self, other: Words) -> bool:
        """Whether the name meets another."""
        known = self._known_in(self._name.foreign or other.foreign)
        mine = self._name.words
        return any(_reach(reading, other.words, known) for reading in self.readings) or any(
            _reach(mine, reading, known)
            for joint, reading in other.joined()
            if any(joint in known.get(word, ()) for word in mine)
        )

    def _known_in(self, scripts: bool) -> Mapping[str, frozenset[str]]:
        """What each word meets, in two `scripts` or one."""
        known = self._known.get(scripts)
        if known is None:
            known = self._known[scripts] = {
                word: frozenset(near.across if scripts else near.same_script) for word, near in self._near.items()
            }
        return known


def _reach(mine: Sequence[str], theirs: Sequence[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether each word of the shorter, or all but one that may fail to, meets one of the longer."""
    met: list[bool]
    if len(mine) <= len(theirs):
        met = [any(a == b[0] for b in theirs) if len(a) == 1 else not known[a].isdisjoint(theirs) for a in mine]
        if _suffice(mine, met, theirs) and _lead_to_two(mine, theirs, lambda a, b: b in known.get(a, ())):
            return True
    if len(theirs) <= len(mine):
        reached = frozenset().union(*(known[a] for a in mine if len(a) > 1))
        met = [any(a[0] == b for a in mine) if len(b) == 1 else b in reached for b in theirs]
        return _suffice(theirs, met, mine) and _lead_to_two(theirs, mine, lambda b, a: b in known.get(a, ()))
    return False


def _lead_to_two(short: Sequence[str], long: Sequence[str], is_met: Callable[[str, str], bool]) -> bool:
    """Whether the words of the shorter lead to two of the longer at least: one word does not stand for two.

    An initial of the longer does not say that it is met, but may be what another word leads to.
    """
    led = {b for b in long for a in short if is_met(a, b) or is_close(a, b) or is_close(b, a)}
    return len(short) == 1 or len(led) > 1


def _suffice(short: Sequence[str], met: Sequence[bool], long: Sequence[str]) -> bool:
    if len(short) == 1:
        return len(long) == 1 and met[0] and len(short[0]) > 1
    whole = [word for word, one in zip(short, met, strict=True) if one and len(word) > 1]
    missed = [word for word, one in zip(short, met, strict=True) if not one]
    if not whole or len(missed) > 1:
        return False
    return all(
        len(word) > 1 and (len(whole) + 1 >= MANY or any(is_close(word, other) for other in long)) for word in missed
    )


def beginning(word: str) -> str:
    """How a word begins that is close to this one, or has it as its initial; empty where none is."""
    return word[:ALIKE] if len(word) == 1 or len(word) > ALIKE else ""


def is_close(word: str, other: str) -> bool:
    """Whether a word is close to another that it does not meet, or its initial."""
    if len(word) == 1:
        return word == other[0]
    return _begins_alike(word, other) and _is_near(word, other)


def close_among(word: str, others: Sequence[str]) -> Iterator[str]:
    """Those of some words that are close to a word, or have it as their initial; of those that it meets only some."""
    if len(word) == 1:
        yield from (other for other in others if word == other[0])
    else:
        yield from (other for other in few_edits_among(word, others) if _begins_alike(word, other))


def _begins_alike(word: str, other: str) -> bool:
    apart = len(word) - len(other)
    return -FAR <= apart <= FAR and word[:ALIKE] == other[:ALIKE] and min(len(word), len(other)) > ALIKE


@lru_cache(maxsize=1 << 16)
def _is_near(word: str, other: str) -> bool:
    return is_near(word, other)
