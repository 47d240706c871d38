"""Blocking: which names are worth comparing, found through their words, never all against all.

A name *asks* for another with as many words or more when each of its words is near one of the other's
(`reader.names.blocks`), or is the initial of one, in whatever order; a name of one word asks for such names only. Two
names meet when one asks for the other, or when they sound alike once each is written in one word. That is a property of
the two names and of nothing else, so that the same pairs are found whether a million names come at once or the last of
them comes alone. Whoever keeps names, in memory here, in a library's tables there, has to find them quickly: through
their rarest words.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from reader.names.alignment import JOINED
from reader.names.analyse import Name, analyse
from reader.names.blocks import edits, other_scripts, script_blocks, sure_blocks
from reader.names.compare import doubled
from reader.names.fold import sound
from reader.names.tables import ARTICLES

TELLING = 6
"""Words of a long name through which it is found: the first three and the last three."""


class Words(NamedTuple):
    """A name as blocking knows it."""

    words: tuple[str, ...]
    """Folded, each once, of a long name the outer ones."""
    foreign: bool
    """Written in another script than Latin, so that its consonants alone say what is near."""
    together: frozenset[str] = frozenset()
    """How it sounds written in one word; also each of two names that a slash parts ("Al-Qaida/Islamic Army"), and with
    initials for a double name ("JC" for "Jean-Claude")."""


def words_of(name: Name) -> Words:
    """The words by which a name is found."""
    half = TELLING // 2
    words = name.words if len(name.words) <= TELLING else (*name.words[:half], *name.words[-half:])
    return Words(tuple(dict.fromkeys(words)), name.foreign, frozenset(_together(name)))


def _together(name: Name) -> Iterator[str]:
    for text in (name.text, *doubled(name), _HYPHENED.sub(_initials, name.text)):
        one = name if text == name.text else analyse(text, name.kind)
        if len(written := "".join(one.words)) >= JOINED:
            yield sound(written)


_HYPHENED = re.compile(r"\b(\w)(\w+)-(\w)\w+")


def _initials(parts: re.Match[str]) -> str:
    """ "JC" for "Jean-Claude", but nothing for an article."""
    first, rest, second = parts.groups()
    return parts[0] if (first + rest).casefold() in ARTICLES else (first + second).upper()


Id = TypeVar("Id", covariant=True)


class Near(NamedTuple):
    """The words that one word may be another spelling of."""

    same_script: Collection[str]
    """By letters and sounds."""
    across: Collection[str]
    """By consonants alone: only where one of the two names is written in another script."""


class Postings(Protocol[Id]):
    """Names by their words, as blocking asks for them."""

    def near(self, words: Collection[str], foreign: bool) -> Mapping[str, Near]:
        """For each of these words, of a name that is `foreign` or not, the kept words that are near it."""

    def uses(self, words: Collection[str]) -> Mapping[str, int]:
        """How many names have each of these words."""

    def with_both(self, first: Collection[str], second: Collection[str]) -> Iterable[tuple[Id, Words]]:
        """The names with one of the first words and one of the second, which are none where it is not asked for."""

    def led_by(self, words: Collection[str]) -> Iterable[tuple[Id, Words]]:
        """The names whose leading word is one of these."""

    def written(self, together: Collection[str]) -> Iterable[Id]:
        """The names that sound like one of these once they are written in one word."""


def leading(words: Sequence[str], uses: Mapping[str, int]) -> list[str]:
    """The words of a name, those first by which it is found soonest: no initials if it can be, and the rarest."""
    return sorted(words, key=lambda word: (len(word) == 1, uses.get(word, 0), word))


def asked(name: Words, postings: Postings[Id]) -> Iterator[Id]:
    """The names that this one asks for, and those that are written as it is but for where words are parted."""
    yield from _asked(name, _near(name, postings), postings)
    yield from postings.written(name.together)


def met(name: Words, postings: Postings[Id]) -> Iterator[Id]:
    """The names that this one asks for, and those that ask for it; one may come twice."""
    near = _near(name, postings)
    yield from _asked(name, near, postings)
    for one, other in postings.led_by(set().union(*(_all(word, near) for word in name.words))):
        if len(other.words) <= len(name.words) and _asks(other, name, near):
            yield one
    yield from postings.written(name.together)


def _near(name: Words, postings: Postings[Id]) -> Mapping[str, Near]:
    return postings.near(name.words, name.foreign) if name.words else {}


def _all(word: str, near: Mapping[str, Near]) -> set[str]:
    return {word, *near[word].same_script, *near[word].across}


def _asked(name: Words, near: Mapping[str, Near], postings: Postings[Id]) -> Iterator[Id]:
    words = {word: _all(word, near) for word in name.words if len(word) > 1}
    if not words:
        return
    uses = postings.uses(set().union(*words.values()))
    first, *rest = sorted(words, key=lambda word: (sum(uses.get(other, 0) for other in words[word]), word))
    for one, other in postings.with_both(words[first], words[rest[0]] if rest else ()):
        if len(other.words) >= len(name.words) and _asks(name, other, near):
            yield one


def _asks(short: Words, long: Words, near: Mapping[str, Near]) -> bool:
    """Whether one name asks for the other; `near` knows the words of either."""
    if len(short.words) == 1 and len(long.words) > 1:
        return False
    scripts = short.foreign or long.foreign
    return all(any(_is_near(word, other, near, scripts) for other in long.words) for word in short.words)


def _is_near(word: str, other: str, near: Mapping[str, Near], scripts: bool) -> bool:
    if word == other or (len(word) == 1 and word == other[0]):
        return True
    known, to = (near[word], other) if word in near else (near[other], word)
    return to in known.same_script or (scripts and to in known.across)


class NameIndex(Postings[Id]):
    """Names in memory."""

    def __init__(self, names: Iterable[tuple[Id, Words]]) -> None:
        """Keep these names."""
        self._names: list[tuple[Id, Words]] = [(one, words) for one, words in names if words.words]
        self._with: dict[str, set[int]] = {}
        foreign: set[str] = set()
        for at, (_, name) in enumerate(self._names):
            for word in name.words:
                self._with.setdefault(word, set()).add(at)
            if name.foreign:
                foreign.update(name.words)
        self._led: dict[str, list[int]] = {}
        for at, (_, name) in enumerate(self._names):
            first = min(name.words, key=lambda word: (len(word) == 1, len(self._with[word]), word))
            self._led.setdefault(first, []).append(at)
        self._written: dict[str, list[int]] = {}
        for at, (_, name) in enumerate(self._names):
            for one in name.together:
                self._written.setdefault(one, []).append(at)
        self._blocks: dict[str, list[str]] = {}
        for word in self._with:
            for block in (*sure_blocks(word), *script_blocks(word, word in foreign)):
                self._blocks.setdefault(block, []).append(word)
        self._near: dict[tuple[str, bool], Near] = {}

    def near(self, words: Collection[str], foreign: bool) -> Mapping[str, Near]:
        """See `Postings`."""
        return {word: self._near_one(word, foreign) for word in words}

    def _near_one(self, word: str, foreign: bool) -> Near:
        known = self._near.get((word, foreign))
        if known is None:
            alike = {other for block in sure_blocks(word) for other in self._blocks.get(block, ())}
            across = {other for block in other_scripts(word, foreign) for other in self._blocks.get(block, ())}
            known = Near(frozenset(o for o in alike if edits(word, o) is not None), frozenset(across))
            self._near[word, foreign] = known
        return known

    def uses(self, words: Collection[str]) -> Mapping[str, int]:
        """See `Postings`."""
        return {word: len(found) for word in words if (found := self._with.get(word))}

    def with_both(self, first: Collection[str], second: Collection[str]) -> Iterator[tuple[Id, Words]]:
        """See `Postings`."""
        rare = set().union(*(self._with.get(word, ()) for word in first))
        common = [self._with[word] for word in second if word in self._with]
        for at in sorted(rare if not second else set().union(*(rare & names for names in common))):
            yield self._names[at]

    def led_by(self, words: Collection[str]) -> Iterator[tuple[Id, Words]]:
        """See `Postings`."""
        for at in sorted(at for word in words for at in self._led.get(word, ())):
            yield self._names[at]

    def written(self, together: Collection[str]) -> Iterator[Id]:
        """See `Postings`."""
        for at in sorted(at for one in together for at in self._written.get(one, ())):
            yield self._names[at][0]
