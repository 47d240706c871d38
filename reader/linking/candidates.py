"""Pairs of names worth comparing: found through the words that they share or nearly share, never all against all.

Two names meet when every word of the one with fewer words is near one of the other's (`reader.names.blocks`), in
whatever order. They are found through two words, the rarest that the shorter name has; where more than a crowd share
these, a third must be near. So what a name is held against does not grow with the number of names there are, and
nothing is left out because a block has grown large.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reader.linking.nodes import Node
from reader.linking.readings import readings, vocabulary_of
from reader.linking.short_names import only_heads, spelt_out
from reader.linking.words import near_words
from reader.model import Kind

CROWD = 40
"""Names that share two words above which they must share a third."""

MOST = 60
"""Names that one name is held against: those that share the rarest words first."""

TELLING = 6
"""Words of a long name through which it is found: the first three and the last three."""


def pairs(nodes: Mapping[str, Node], known: Mapping[str, Node] = {}) -> Iterator[tuple[str, str]]:
    """Pairs of node keys that may be one actor, each once, in a fixed order.

    Of a node and a `known` one the node comes first. Two `known` ones, which the dictionary tells apart, do not come.
    """
    sides: dict[Kind, tuple[list[Node], list[Node]]] = {}
    for key in sorted(nodes):
        node = nodes[key]
        # The dictionary lists the spellings of the places it knows.
        if node.entry is None or node.entry.kind.folded is not Kind.PLACE:
            sides.setdefault(node.kind.folded, ([], []))[0].append(node)
    for key in sorted(known):
        sides.setdefault(known[key].kind.folded, ([], []))[1].append(known[key])
    for kind in sorted(sides):
        here, there = sides[kind]
        yield from dict.fromkeys(_pairs(here, there, persons=kind is Kind.PERSON))


def _pairs(here: Sequence[Node], there: Sequence[Node], *, persons: bool) -> Iterator[tuple[str, str]]:
    """The pairs of one kind of actor; a pair may come more than once."""
    vocabulary = vocabulary_of(node.name for node in (*here, *there))
    # Each node by its own words, and by any other reading of them.
    rows = [(node, node.name.words) for node in here if not node.lone]
    rows += [(node, reading) for node in here for reading in readings(node.name, vocabulary)]
    # A lone name is nobody's spelling, but may be a full name written as one word.
    together = {reading for _, reading in rows if len(reading) == 1}
    rows += [(node, node.name.words) for node in here if node.lone and node.name.words in together]
    first = len(rows)
    rows += [(node, reading) for node in there for reading in (node.name.words, *readings(node.name, vocabulary))]
    foreign = {word for node in (*here, *there) if node.name.foreign for word in node.name.words}
    for left, right in meetings([row[1] for row in rows], first, persons=persons, foreign=foreign):
        one, other = rows[left][0], rows[right][0]
        if one is not other:
            yield (other.key, one.key) if right < first and other.key < one.key else (one.key, other.key)
    if not persons:
        yield from spelt_out(here)
        yield from only_heads(here)


def meetings(
    names: Sequence[Sequence[str]], first: int, *, persons: bool = False, foreign: Collection[str] = ()
) -> Iterator[tuple[int, int]]:
    """Pairs of indices of names, given by their folded words, one of them among the `first`; the smaller first.

    Each pair comes once, and the same names give the same pairs in the same order. Persons also meet by an initial and
    a near surname. `foreign` words were written in another script than Latin.
    """
    words = sorted({word for name in names for word in name})
    index = _Index(near_words(words, foreign), words, names, persons=persons)
    for one in range(len(names)):
        for other in index.met(one):
            if min(one, other) < first:
                yield (one, other) if one < other else (other, one)


_Members = int | list[int]
"""Names by index: most blocks have one, which needs no list."""


class _Index:
    """Names by the pairs of words in them."""

    def __init__(
        self, near: Sequence[Sequence[int]], words: Sequence[str], names: Sequence[Sequence[str]], *, persons: bool
    ) -> None:
        self._near = near
        self._words = words
        number = {word: at for at, word in enumerate(words)}
        self._names = [_telling(name, number) for name in names]
        self._uses = [0] * len(words)
        for name in self._names:
            for word in name:
                self._uses[word] += 1
        # A pair is kept with the rarer of its words, so that no word has more partners than names.
        self._partners: list[dict[int, _Members]] = [{} for _ in words]
        initials = self._initials_of(names, number) if persons else {}
        for at, name in enumerate(self._names):
            for left, right in combinations(name, 2) if len(name) > 1 else [(word, word) for word in name]:
                self._put(left, right, at)
            if at in initials:
                self._put(*initials[at], at)
        self._crowds = self._split_crowds()

    def _put(self, left: int, right: int, at: int) -> None:
        rare, other = (left, right) if self._rarer(left, right) else (right, left)
        _put(self._partners[rare], other, at)

    def _rarer(self, left: int, right: int) -> bool:
        return (self._uses[left], left) < (self._uses[right], right)

    def _initials_of(self, names: Sequence[Sequence[str]], number: Mapping[str, int]) -> dict[int, tuple[int, int]]:
        """Initial and surname of full names, as far as a name with that initial may look for such a surname."""
        asked = {
            (name[0], last)
            for name in names
            if len(name) > 1 and len(name[0]) == 1
            for last in self._near[number[name[-1]]]
        }
        return {
            at: (number[name[0][0]], number[name[-1]])
            for at, name in enumerate(names)
            if len(name) > 1 and len(name[0]) > 1 and (name[0][0], number[name[-1]]) in asked
        }

    def _split_crowds(self) -> dict[tuple[int, int], dict[int, list[int]]]:
        """For every pair that a crowd shares its names by a third word, and under -1 those that have no third."""
        crowds: dict[tuple[int, int], dict[int, list[int]]] = {}
        for rare, partners in enumerate(self._partners):
            for other, members in partners.items():
                if isinstance(members, list) and len(members) > CROWD:
                    thirds = crowds[rare, other] = {}
                    for at in members:
                        for word in [word for word in self._names[at] if word not in (rare, other)] or [-1]:
                            thirds.setdefault(word, []).append(at)
        return crowds

    def met(self, at: int) -> list[int]:
        """The names that this one asks for, in order; of two names the shorter asks, or the one with an initial."""
        name = self._names[at]
        if not name:
            return []
        left, right = self._asking(name)
        thirds = {near for word in name if word not in (left, right) for near in self._near[word]}
        met: dict[int, int] = {}
        for mine, theirs in ((left, right), (right, left)) if left != right else ((left, left),):
            wanted = set(self._near[theirs])
            for word in self._near[mine]:
                partners = self._partners[word].keys()
                # Nearly always nobody is there, and asking that first is twice as fast.
                for other in () if partners.isdisjoint(wanted) else partners & wanted:
                    for block in self._blocks(word, other, thirds):
                        for one in block:
                            if one != at:
                                met[one] = min(met.get(one, len(block)), len(block))
        rank = self._rank(at)
        found = sorted(one for one in met if rank < self._rank(one) and self._covers(name, self._names[one]))
        return found if len(found) <= MOST else sorted(sorted(found, key=met.__getitem__)[:MOST])

    def _asking(self, name: Sequence[int]) -> tuple[int, int]:
        """The two words that a name is sought by: no initials if it can be, and the rarest."""
        ranked = sorted(name, key=lambda word: (len(self._words[word]) == 1, self._uses[word], word))
        return ranked[0], ranked[min(1, len(ranked) - 1)]

    def _rank(self, at: int) -> tuple[int, bool, int]:
        name = self._names[at]
        return len(name), all(len(self._words[word]) > 1 for word in name), at

    def _blocks(self, word: int, other: int, thirds: set[int]) -> Iterable[Sequence[int]]:
        """The names with these two words; of a crowd those that have a third of these, or no third."""
        members = self._partners[word][other]
        if isinstance(members, int):
            return ((members,),)
        if len(members) <= CROWD:
            return (members,)
        by_third = self._crowds[word, other]
        return [by_third[third][: 2 * CROWD] for third in (by_third.keys() & thirds) | (by_third.keys() & {-1})]

    def _covers(self, short: Sequence[int], long: Sequence[int]) -> bool:
        """Whether every word of the one name is near one of the other's, or its initial."""
        for word in short:
            near = self._near[word]
            if not any(other in near or self._initial(word, other) for other in long):
                return False
        return True

    def _initial(self, left: int, right: int) -> bool:
        one, other = self._words[left], self._words[right]
        return one[0] == other[0] and (len(one) == 1 or len(other) == 1)


def _put(blocks: dict[int, _Members], key: int, at: int) -> None:
    there = blocks.setdefault(key, at)
    if isinstance(there, list):
        there.append(at)
    elif there != at:
        blocks[key] = [there, at]


def _telling(name: Sequence[str], number: Mapping[str, int]) -> tuple[int, ...]:
    """The numbers of the words through which a name is found, each once."""
    half = TELLING // 2
    words = name if len(name) <= TELLING else (*name[:half], *name[-half:])
    return tuple(dict.fromkeys(number[word] for word in words))
