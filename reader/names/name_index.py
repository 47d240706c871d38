"""Names in memory, by their words, as `reader.names.blocking` asks for them."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

from reader.names.blocking import ALONE, MANY, Id, Near, Postings, Words, beginning, close_among, met
from reader.names.word_blocks import in_one
from reader.names.word_index import WordIndex


class _Reached(NamedTuple):
    """Where a word leads: to its initial, and to the words that it meets or that are close to it."""

    initial: str
    words: frozenset[str]


class NameIndex(Postings[Id]):
    """Names that do not change."""

    def __init__(self, names: Iterable[tuple[Id, Words]], *, closed: bool = False) -> None:
        """Keep these names, each under an id of its own. `closed`: none but these will ever be asked about."""
        self._names: dict[Id, Words] = {one: words for one, words in names if words.words}
        self._spelt = sorted({word for name in self._names.values() for word in name.words})
        foreign = {word for name in self._names.values() if name.foreign for word in name.words}
        self._words = WordIndex(self._spelt, frozenset(foreign))
        self._closed = closed
        if closed:
            # Word by word in their order: what is alike stands together, and is remembered until then.
            self._words.close(sorted({(word, name.foreign) for name in self._names.values() for word in name.asked()}))
        self._beside: dict[str, dict[str, Sequence[Id]]] = {}
        self._written: dict[str, Sequence[Id]] = {}
        for one, name in self._names.items():
            alone = (one,)
            for word, beside in name.rows():
                _put(self._beside.setdefault(word, {}), beside, alone)
                if len(beside) == 1 and beside != ALONE:
                    _put(self._beside.setdefault(beside, {}), word, alone)
            for together in name.together:
                _put(self._written, together, alone)
        self._close: dict[str, Collection[str]] = {}
        self._often: dict[str, int] = {}

    def near(self, words: Collection[str], foreign: bool) -> Mapping[str, Near]:
        """See `Postings`."""
        return {word: self._words.near(word, foreign) for word in words}

    def sharing(self, reading: Sequence[str], near: Mapping[str, Near]) -> Iterator[Id]:
        """See `Postings`. Where the index is closed, of names that have fewer words than the reading not all come."""
        if len(reading) == 1:
            yield from self._with(near[reading[0]].across if reading[0] in near else (), frozenset((ALONE,)))
        # The rarest first: a surname leads to fewer than a given name.
        words = sorted((word for word in reading if len(word) > 1), key=lambda word: self._seen(word, near[word]))
        reached = self._rarest(words, near) or [
            self._reached(word, near) for word in (*words, *(word for word in reading if len(word) == 1))
        ]
        for at, (first, one) in enumerate(reached[: len(words)]):
            for second, other in reached[at + 1 :]:
                yield from self._with((*one, first), other.union(second))

    def _rarest(self, words: Sequence[str], near: Mapping[str, Near]) -> Sequence[_Reached]:
        """What the rarest of a reading's words lead to, where that is enough; else nothing.

        Of the shorter of two names one word at most may meet no other, and has to be close to one where there are few.
        So the two rarest of a few words lead to every name that has as many or more, and of many words two of the three
        rarest; unless two words of the shorter meet the same one.
        """
        if not self._closed or len(words) < 2:
            return ()
        found = [self._reached(word, near) for word in words[: 2 if len(words) < MANY else 3]]
        apart = all(one.words.isdisjoint(other.words) for one, other in combinations(found, 2))
        return found if apart else ()

    def _reached(self, word: str, near: Mapping[str, Near]) -> _Reached:
        met = near[word].across if len(word) > 1 else ()
        return _Reached(word[0], frozenset(met).union(self._close_to(word)))

    def _seen(self, word: str, near: Near) -> int:
        """How many words stand beside those that one meets."""
        known = self._often.get(word)
        if known is None:
            known = self._often[word] = sum(len(self._beside.get(other, ())) for other in near.across)
        return known

    def _with(self, words: Iterable[str], others: frozenset[str]) -> Iterator[Id]:
        """The names that have one of these words and beside it one of the others."""
        for word in words:
            here = self._beside.get(word)
            if here is not None:
                # The fewer are gone through: most words have few beside them.
                both = others.intersection(here) if len(here) < len(others) else filter(here.__contains__, others)
                for other in both:
                    yield from here[other]

    def _close_to(self, word: str) -> Collection[str]:
        """The words that are close to one."""
        known = self._close.get(word)
        if known is None:
            start = beginning(word)
            first, last = (bisect_left(self._spelt, end) for end in (start, start + LAST)) if start else (0, 0)
            known = self._close[word] = tuple(close_among(word, self._spelt[first:last]))
        return known

    def named(self, ids: Collection[Id]) -> Iterator[tuple[Id, Words]]:
        """See `Postings`."""
        for one in ids:
            yield one, self._names[one]

    def written(self, together: Collection[str]) -> Iterator[Id]:
        """See `Postings`."""
        for one in sorted(together):
            yield from self._written.get(one, ())


def pairs_among(names: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """The places of two names that meet, found from the one with fewer words; some come twice, and either way round."""
    # Of what two words make in one only that is asked for which somebody writes in one.
    written = {in_one(word) for name in names for word in name.words if len(word) > 1}
    names = [name.with_joints(written) for name in names]
    index = NameIndex(enumerate(names), closed=True)

    def is_as_long(at: int, other: int) -> bool:
        return other != at and len(names[other].words) >= len(names[at].words)

    for at, name in enumerate(names):
        for other in met(name, index, among=partial(is_as_long, at)):
            yield at, other


def _put(where: dict[str, Sequence[Id]], key: str, alone: tuple[Id]) -> None:
    """Keep a name under a key. Most keys are one name's: all of its keys share what says so."""
    held = where.setdefault(key, alone)
    if isinstance(held, list):
        held.append(alone[0])
    elif held is not alone:
        where[key] = [*held, *alone]


LAST = "\U0010ffff"
"""No word begins with more than this after its first letters."""
