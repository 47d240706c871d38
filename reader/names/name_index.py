"""Names in memory, by their words, as `reader.names.blocking` asks for them."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations

from reader.names.blocking import ALONE, MANY, Id, Near, Postings, Words, beginning, close_among, met
from reader.names.blocks import in_one
from reader.names.word_index import WordIndex


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
        for one, other in self._pairs(reading, near):
            # From the rarer of the two: a surname leads to fewer than a given name, an initial to the most.
            met = near[other].across if len(other) > 1 else ()
            yield from self._with(near[one].across, frozenset((*met, other[0])).union(self._close_to(other)))
            yield from self._with((*self._close_to(one), one[0]), frozenset(met))

    def _pairs(self, reading: Sequence[str], near: Mapping[str, Near]) -> Iterable[tuple[str, str]]:
        """The words of a reading through which names are found, two by two, the rarer first.

        Of the shorter of two names one word at most may meet no other, and has to be close to one where there are few.
        So the two rarest of a few words lead to every name that has as many or more, and of many words two of the three
        rarest; unless both words of the shorter meet the same one.
        """
        words = sorted((word for word in reading if len(word) > 1), key=lambda word: self._seen(word, near[word]))
        if self._closed and len(words) > 1:
            rarest = words[:2] if len(words) < MANY else words[:3]
            met = [other for word in rarest for other in {*near[word].across, *self._close_to(word)}]
            if len(set(met)) == len(met):
                return combinations(rarest, 2)
        initials = (word for word in reading if len(word) == 1)
        return (pair for pair in combinations((*words, *initials), 2) if len(pair[0]) > 1)

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
