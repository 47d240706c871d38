"""Names in memory, by their words, as `reader.names.blocking` asks for them."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reader.names.blocking import Id, Near, Postings, Words, near
from reader.names.blocks import other_scripts, script_blocks, sure_blocks


class NameIndex(Postings[Id]):
    """Names that do not change."""

    def __init__(self, names: Iterable[tuple[Id, Words]]) -> None:
        """Keep these names, each under an id of its own."""
        self._names: dict[Id, Words] = {one: words for one, words in names if words.words}
        self._ids = list(self._names)
        self._spelt = sorted({word for name in self._names.values() for row in name.rows() for word in row})
        self._places = {word: at for at, word in enumerate(self._spelt)}
        # A row is one number, word · word beside it · name: a million names have millions of them.
        self._name_bits, self._word_bits = len(self._ids).bit_length(), len(self._spelt).bit_length()
        self._rows = array("Q", sorted(self._all_rows()))
        starts = (bisect_left(self._rows, self._row(word, 0)) for word in range(len(self._spelt)))
        self._starts = array("Q", (*starts, len(self._rows)))
        self._spans: dict[str, tuple[int, int]] = {}
        self._written: dict[str, list[Id]] = {}
        for one, name in self._names.items():
            for together in name.together:
                self._written.setdefault(together, []).append(one)
        foreign = {word for name in self._names.values() if name.foreign for word in name.words}
        self._blocks: dict[str, list[str]] = {}
        for word in dict.fromkeys(word for name in self._names.values() for word in name.words):
            for block in (*sure_blocks(word), *script_blocks(word, word in foreign)):
                self._blocks.setdefault(block, []).append(word)
        self._found: dict[frozenset[str], tuple[tuple[int, int, int], ...]] = {}
        self._near: dict[tuple[str, bool], Near] = {}

    def _all_rows(self) -> Iterator[int]:
        for at, name in enumerate(self._names.values()):
            for word, beside in name.rows():
                yield self._row(self._places[word], self._places[beside]) + at

    def _row(self, word: int, beside: int) -> int:
        """The first that a row with these two may be."""
        return (word << self._word_bits | beside) << self._name_bits

    def near(self, words: Collection[str], foreign: bool) -> Mapping[str, Near]:
        """See `Postings`."""
        return {word: self._near_one(word, foreign) for word in words}

    def _near_one(self, word: str, foreign: bool) -> Near:
        known = self._near.get((word, foreign))
        if known is None:
            alike = {other for block in sure_blocks(word) for other in self._blocks.get(block, ())}
            across = {other for block in other_scripts(word, foreign) for other in self._blocks.get(block, ())}
            known = self._near[word, foreign] = near(word, alike, across)
        return known

    def beside(
        self, words: Collection[str], others: Collection[str], beginnings: Collection[str]
    ) -> Iterator[tuple[Id, str]]:
        """See `Postings`."""
        places = {self._places[other] for other in others if other in self._places}
        spans = self._spans_of(beginnings)
        if not places and not spans:
            return
        ends = [end for span in spans for end in span]
        bits, names, spelt = self._name_bits, (1 << self._name_bits) - 1, (1 << self._word_bits) - 1
        for word, start, end in self._rows_with(words):
            rows = self._rows[start:end] if end - start <= FEW else self._sought(word, start, end, places, spans)
            for row in rows:
                other = row >> bits & spelt
                # What comes after an odd number of ends is in a span.
                if other in places or bisect_right(ends, other) & 1:
                    yield self._ids[row & names], self._spelt[other]

    def _spans_of(self, beginnings: Collection[str]) -> Sequence[tuple[int, int]]:
        """Where the words with these beginnings stand, each once, in order."""
        found = [span for one in beginnings if (span := self._span(one))]
        if len(found) > 1:
            found.sort()
            # They lie in each other or apart.
            found = [span for at, span in enumerate(found) if not any(span[1] <= last for _, last in found[:at])]
        return found

    def _rows_with(self, words: Collection[str]) -> Sequence[tuple[int, int, int]]:
        """The places of words, each with where its rows begin and end."""
        known = self._found.get(words) if isinstance(words, frozenset) else None
        if known is None:
            places = [self._places[word] for word in words if word in self._places]
            known = tuple((place, self._starts[place], self._starts[place + 1]) for place in places)
            if isinstance(words, frozenset):
                self._found[words] = known
        return known

    def _sought(
        self, word: int, start: int, end: int, places: Collection[int], spans: Sequence[tuple[int, int]]
    ) -> Iterator[int]:
        """The rows of a word with what stands beside it at one of these places, or in one of these spans."""
        rows, bits, head = self._rows, self._name_bits, word << self._word_bits
        for first, last in (*((at, at + 1) for at in places), *spans):
            at = bisect_left(rows, (head | first) << bits, start, end)
            if at < end and rows[at] < (limit := (head | last) << bits):
                yield from rows[at : bisect_left(rows, limit, at, end)]

    def _span(self, beginning: str) -> tuple[int, int] | None:
        """The places of the words with this beginning."""
        known = self._spans.get(beginning)
        if known is None:
            first, last = (bisect_left(self._spelt, one) for one in (beginning, beginning + LAST))
            known = self._spans[beginning] = (first, last)
        return known if known[0] < known[1] else None

    def named(self, ids: Collection[Id]) -> Iterator[tuple[Id, Words]]:
        """See `Postings`."""
        for one in ids:
            yield one, self._names[one]

    def written(self, together: Collection[str]) -> Iterator[Id]:
        """See `Postings`."""
        for one in sorted(together):
            yield from self._written.get(one, ())


LAST = "\U0010ffff"
"""No word begins with more than this after its first letter."""

FEW = 16
"""Rows of a word up to which looking at all is quicker than seeking some."""
