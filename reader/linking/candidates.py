"""Pairs of names worth comparing: found through the words that they share or nearly share, never all against all.

Two names meet when two of their words are near (`reader.names.blocks`), in whatever order; where more than a crowd
share the two words, three must be. So the number of names met does not grow with the number of names there are, and
nothing is left out because a block has grown large.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reader.linking.nodes import Node
from reader.linking.words import near_words
from reader.model import Kind

CROWD = 40
"""Names that share two words above which they must share a third."""

MOST = 60
"""Names that one name is held against: those that share the rarest words first."""

TELLING = 4
"""Words of a long name through which it is found: the first two and the last two."""


def pairs(nodes: Mapping[str, Node], known: Mapping[str, Node] = {}) -> Iterator[tuple[str, str]]:
    """Pairs of node keys that may be one actor, each once, in a fixed order; of nodes and `known` ones the node first.

    Two `known` ones, which the dictionary tells apart, do not come.
    """
    sides: dict[Kind, tuple[list[Node], list[Node]]] = {}
    for key in sorted(nodes):
        node = nodes[key]
        if node.lone or (node.entry and node.entry.kind.folded is Kind.PLACE):
            # Lone names are nobody's spelling, and the dictionary lists the spellings of the places it knows.
            continue
        sides.setdefault(node.kind.folded, ([], []))[0].append(node)
    for key in sorted(known):
        sides.setdefault(known[key].kind.folded, ([], []))[1].append(known[key])
    for kind in sorted(sides):
        here, there = sides[kind]
        both = here + there
        names = [node.name.words for node in both]
        for left, right in meetings(names, len(here), persons=kind is Kind.PERSON):
            yield both[left].key, both[right].key


def meetings(names: Sequence[Sequence[str]], first: int, *, persons: bool = False) -> Iterator[tuple[int, int]]:
    """Pairs of indices of names, given by their folded words: one of the `first` ones with any after it, in order.

    Persons also meet by an initial and a near surname.
    """
    words = sorted({word for name in names for word in name})
    index = _Index(words, names, persons=persons)
    for left in range(first):
        for right in index.after(left):
            yield left, right


class _Index:
    """Names by the pairs of words in them."""

    def __init__(self, words: Sequence[str], names: Sequence[Sequence[str]], *, persons: bool) -> None:
        self._near = near_words(words)
        self._size = len(words)
        number = {word: at for at, word in enumerate(words)}
        self._names = [_telling(name, number) for name in names]
        self._blocks: dict[int, int | list[int]] = {}
        for at, name in enumerate(self._names):
            for block in self._pairs(name):
                self._put(block, at)
        self._initials: dict[int, tuple[int, int]] = {}
        if persons:
            self._put_initials(names, number)
        self._finer = self._split_crowds()

    def _put(self, block: int, at: int) -> None:
        there = self._blocks.get(block)
        if there is None:
            self._blocks[block] = at
        elif isinstance(there, int):
            self._blocks[block] = [there, at]
        else:
            there.append(at)

    def _pair(self, left: int, right: int) -> int:
        return left * self._size + right if left < right else right * self._size + left

    def _pairs(self, name: Sequence[int]) -> Iterable[int]:
        if len(name) == 1:
            return (self._pair(name[0], name[0]),)
        return {self._pair(left, right) for left, right in combinations(name, 2)}

    def _put_initials(self, names: Sequence[Sequence[str]], number: Mapping[str, int]) -> None:
        """Put full names where a name with their initial looks, as far as there is one with that surname."""
        asked = {
            last
            for name in names
            if len(name) > 1 and len(name[0]) == 1
            for last in self._near[number[name[-1]]]
        }  # fmt: skip
        for at, name in enumerate(names):
            if len(name) > 1 and len(name[0]) > 1 and number[name[-1]] in asked and name[0][0] in number:
                self._initials[at] = number[name[0][0]], number[name[-1]]
                self._put(self._pair(*self._initials[at]), at)

    def _split_crowds(self) -> dict[int, dict[int, list[int]]]:
        """For every block that is a crowd its names by a third word, and under -1 those that have no third."""
        finer: dict[int, dict[int, list[int]]] = {}
        for block, members in self._blocks.items():
            if isinstance(members, list) and len(members) > CROWD:
                thirds = finer[block] = {}
                for at in members:
                    for word in self._thirds(block, at):
                        thirds.setdefault(word, []).append(at)
        return finer

    def _thirds(self, block: int, at: int) -> Collection[int]:
        return [word for word in self._names[at] if word not in divmod(block, self._size)] or [-1]

    def after(self, at: int) -> list[int]:
        """The names after this one that it is to be held against, in order."""
        met: dict[int, int] = {}
        name = self._names[at]
        ways = [*combinations(name, 2)] if len(name) > 1 else [(name[0], name[0])] if name else []
        if at in self._initials:
            ways.append(self._initials[at])
        for left, right in ways:
            others = [word for word in name if word not in (left, right)]
            for one in self._near[left]:
                for two in self._near[right]:
                    block = self._pair(one, two)
                    there = self._blocks.get(block)
                    if there is None:
                        continue
                    if isinstance(there, int):
                        if there > at:
                            met[there] = 1
                    elif block not in self._finer:
                        for other in there:
                            if other > at:
                                met[other] = min(met.get(other, CROWD), len(there))
                    else:
                        self._meet_in_crowd(at, self._finer[block], others, met)
        found = sorted(met)
        return found if len(found) <= MOST else sorted(sorted(found, key=met.__getitem__)[:MOST])

    def _meet_in_crowd(
        self, at: int, thirds: Mapping[int, Sequence[int]], others: Iterable[int], met: dict[int, int]
    ) -> None:
        for third in (-1, *(near for other in others for near in self._near[other])):
            block = thirds.get(third, ())
            for other in block[: 2 * CROWD]:
                if other > at:
                    met[other] = min(met.get(other, CROWD), len(block))


def _telling(name: Sequence[str], number: Mapping[str, int]) -> tuple[int, ...]:
    """The numbers of the words through which a name is found, each once."""
    half = TELLING // 2
    words = name if len(name) <= TELLING else (*name[:half], *name[-half:])
    return tuple(dict.fromkeys(number[word] for word in words))
