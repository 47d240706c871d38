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
        foreign = {word for node in both if node.name.foreign for word in node.name.words}
        names = [node.name.words for node in both]
        for left, right in meetings(names, len(here), persons=kind is Kind.PERSON, foreign=foreign):
            yield both[left].key, both[right].key


def meetings(
    names: Sequence[Sequence[str]], first: int, *, persons: bool = False, foreign: Collection[str] = ()
) -> Iterator[tuple[int, int]]:
    """Pairs of indices of names, given by their folded words: one of the `first` ones with any after it, in order.

    Persons also meet by an initial and a near surname. `foreign` words were written in another script than Latin.
    """
    words = sorted({word for name in names for word in name})
    index = _Index(near_words(words, foreign), words, names, persons=persons)
    for left in range(first):
        for right in index.after(left):
            yield left, right


_Members = int | list[int]
"""Names by index: most blocks have one, which needs no list."""


class _Index:
    """Names by the pairs of words in them."""

    def __init__(
        self, near: Sequence[Sequence[int]], words: Sequence[str], names: Sequence[Sequence[str]], *, persons: bool
    ) -> None:
        self._near = near
        number = {word: at for at, word in enumerate(words)}
        self._names = [_telling(name, number) for name in names]
        self._initials = self._initials_of(names, number) if persons else {}
        uses = [0] * len(words)
        for at in range(len(names)):
            for word in {word for pair in self._pairs(at) for word in pair}:
                uses[word] += 1
        self._uses = uses
        # A pair is kept with the rarer of its words, so that no word has more partners than names.
        self._partners: list[dict[int, _Members]] = [{} for _ in words]
        for at in range(len(names)):
            for left, right in self._pairs(at):
                rare, other = (left, right) if self._rarer(left, right) else (right, left)
                _put(self._partners[rare], other, at)
        self._crowds = self._split_crowds()

    def _rarer(self, left: int, right: int) -> bool:
        return (self._uses[left], left) < (self._uses[right], right)

    def _pairs(self, at: int) -> Iterable[tuple[int, int]]:
        """The pairs of words that a name is found by; a name of one word by that word twice."""
        name = self._names[at]
        if len(name) == 1:
            return ((name[0], name[0]),)
        pairs = [*combinations(name, 2)]
        return [*pairs, self._initials[at]] if at in self._initials else pairs

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

    def after(self, at: int) -> list[int]:
        """The names after this one that it is to be held against, in order."""
        met: dict[int, int] = {}
        for left, right in self._pairs(at):
            thirds = {near for word in self._names[at] if word not in (left, right) for near in self._near[word]}
            crowd = ((left, right) if self._rarer(left, right) else (right, left)) in self._crowds
            for mine, theirs in ((left, right), (right, left)):
                for word in self._near[mine]:
                    partners = self._partners[word]
                    for other in partners.keys() & self._near[theirs] if partners else ():
                        self._meet(at, word, other, thirds, crowd, met)
                if left == right:
                    break
        found = sorted(met)
        return found if len(found) <= MOST else sorted(sorted(found, key=met.__getitem__)[:MOST])

    def _meet(self, at: int, word: int, other: int, thirds: set[int], crowd: bool, met: dict[int, int]) -> None:
        """Take in the names with these two words, with how many there are.

        Of a crowd, or for one of a `crowd`, those that share a third word or have none.
        """
        members = self._partners[word][other]
        if isinstance(members, int):
            blocks: Iterable[Sequence[int]] = ((members,),)
        elif len(members) <= CROWD:
            blocks = (members,)
        else:
            crowd, by_third = False, self._crowds[word, other]
            blocks = [by_third[third][: 2 * CROWD] for third in (by_third.keys() & thirds) | (by_third.keys() & {-1})]
        for block in blocks:
            for name in block:
                if name > at and not (crowd and len(self._names[name]) > 2 and thirds.isdisjoint(self._names[name])):
                    met[name] = min(met.get(name, len(block)), len(block))


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
