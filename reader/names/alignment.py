"""Two names laid side by side, word by word, whatever their order and wherever words are parted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from reader.model import Kind
from reader.names.analyse import Name, Role, Token
from reader.names.chinese import syllables
from reader.names.fold import sound
from reader.names.given_names import is_family_name, is_given_name, one_family_name
from reader.names.korean import is_korean_family, korean_syllables, one_in_korean
from reader.names.likeness import WEIGHTS, Change, across, first_letters_fit, other_gender, token_change
from reader.names.scripts import consonant_key
from reader.names.tables import FAMILY_FIRST, STOPWORDS

SLIP = 0.55
"""What two words must have in common, from 0 to 1, to be laid beside each other at all."""
LETTERS, SOUNDS, CONSONANTS = 0.2, 0.3, 0.5
"""How much of what two words have in common is their letters, sounds and consonants; together 1.

Chosen by hand: romanisations keep the consonants and change the vowels, so that consonants count as much as the rest.
"""
SHORT = 5
"""Letters below which a word that is spelt otherwise is another word, unless it sounds the same."""
BACKWARDS = 0.75
"""Likeness of a word and itself written backwards, as some do to escape a search."""
MANY = 3
"""Words and numbers of a name from which one of them, though short, may be a slip of the pen."""
LONG = 7
"""Letters from which even the first may be a slip."""
LONGEST = 9
"""Letters from which one edit, the first letter's too, leaves words written together recognisable."""
WINDOW = 3
"""Words that may stand for one: "van der Bilt" and "Vanderbilt"."""
PARTED = 0.02
"""Likeness lost when words are parted otherwise besides."""
FURTHEST = 2
"""Letters by which words written together may be longer or shorter than the one that they are."""
JOINED = 5
"""Letters from which a word may be two of the other name."""


class Piece(NamedTuple):
    """What stands beside each other: words of the left name, words of the right, and what changed between them."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    """Places among the words of each name; one of the two is empty where there is no counterpart."""
    change: Change
    likeness: float
    """From 0 to 1; 0 without a counterpart."""


@dataclass(frozen=True)
class Alignment:
    """The words of two names and how they were laid side by side."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    pieces: tuple[Piece, ...]
    """Pairs in the order of the left name, then words that exclude each other, then those without counterpart."""
    syllabic: bool = False
    """All words are made of Chinese or Korean syllables: which is the family name, their order says."""
    exchanged: bool = False
    """"A bin B" is set against "B bin A": father and son change places."""

    @cached_property
    def pairs(self) -> list[Piece]:
        """The pieces whose words agree."""
        return [piece for piece in self.pieces if piece.likeness > 0]

    @cached_property
    def clashes(self) -> list[Piece]:
        """The pieces whose words exclude each other: each name has one that the other lacks."""
        return [piece for piece in self.pieces if piece.change is Change.CLASH]

    @cached_property
    def missing(self) -> list[Piece]:
        """The words of one name that the other lacks, where it has none in their place."""
        return [piece for piece in self.pieces if piece.change is Change.MISSING]

    @cached_property
    def swapped(self) -> bool:
        """Whether the pairs stand in another order in the other name."""
        return any(after.right[0] < before.right[-1] for before, after in pairwise(self.pairs))

    def sources(self, piece: Piece) -> tuple[str, str]:
        """A piece as it stands in the two names."""
        left = " ".join(self.left[i].source or self.left[i].text for i in piece.left)
        right = " ".join(self.right[i].source or self.right[i].text for i in piece.right)
        return left, right


def align(left: Name, right: Name) -> Alignment:
    """Lay two names of one kind side by side; each word is used once, the likest pairs first."""
    mine, theirs = _carrying(left), _carrying(right)
    equal = _equal(mine, theirs)
    script = _romanised_from(mine, theirs) if Kind.PERSON in (left.kind, right.kind) else ""
    found = [*equal, *_candidates(left, right, mine, theirs, equal, script)]
    if not (_is_each_once(piece.left for piece in found) and _is_each_once(piece.right for piece in found)):
        found = _likest(found, mine, theirs)
    pieces = sorted(found, key=lambda piece: piece.left)
    taken = {at for piece in pieces for at in piece.left}, {at for piece in pieces for at in piece.right}
    over = (
        [_alone(mine, at, theirs, left=True) for at in range(len(mine)) if at not in taken[0]],
        [_alone(theirs, at, mine, left=False) for at in range(len(theirs)) if at not in taken[1]],
    )
    opposed = _opposed(*over)
    return Alignment(tuple(mine), tuple(theirs), (*pieces, *opposed), bool(script), _exchanged(left, right))


def _is_each_once(places: Iterable[tuple[int, ...]]) -> bool:
    all_of_them = [at for places_of_one in places for at in places_of_one]
    return len(set(all_of_them)) == len(all_of_them)


def _likest(found: Sequence[Piece], mine: Sequence[Token], theirs: Sequence[Token]) -> list[Piece]:
    """Of pieces that have words in common the likest, each word once."""
    order = sorted(
        found, key=lambda piece: (-piece.likeness, -len(piece.left) - len(piece.right), _shift(piece, mine, theirs))
    )
    taken: tuple[set[int], set[int]] = set(), set()
    pieces = []
    for piece in order:
        if taken[0].isdisjoint(piece.left) and taken[1].isdisjoint(piece.right):
            pieces.append(piece)
            taken[0].update(piece.left)
            taken[1].update(piece.right)
    return pieces


def _exchanged(left: Name, right: Name) -> bool:
    mine = _sons(left)
    theirs = _sons(right) if mine else frozenset()
    return any(child != father and (father, child) in theirs for child, father in mine)


def _sons(name: Name) -> frozenset[tuple[str, str]]:
    """Who is whose son by a name, each with the father: "A bin B"."""
    if not any(token.text == "bin" for token in name.tokens):
        return frozenset()
    threes = zip(name.tokens, name.tokens[1:], name.tokens[2:], strict=False)
    return frozenset((before.text, after.text) for before, son, after in threes if son.text == "bin")


def _opposed(left: Sequence[Piece], right: Sequence[Piece]) -> list[Piece]:
    """Words without counterpart; where both names have some, they exclude each other, the first the first."""
    mine = [piece for piece in left if piece.change is Change.MISSING]
    theirs = [piece for piece in right if piece.change is Change.MISSING]
    clashes = [Piece(a.left, b.right, Change.CLASH, 0.0) for a, b in zip(mine, theirs, strict=False)]
    alone = [*mine[len(clashes) :], *theirs[len(clashes) :]]
    return [*clashes, *alone, *(piece for piece in (*left, *right) if piece.change is Change.REPEATED)]


def _carrying(name: Name) -> list[Token]:
    return [
        token
        for token in name.tokens
        if token.role in (Role.WORD, Role.INITIAL)
        and (name.kind is Kind.PERSON or token.text not in STOPWORDS or len(name.words) == 1)
    ]


def _shift(piece: Piece, mine: Sequence[Token], theirs: Sequence[Token]) -> tuple[int, int, int]:
    """How far apart the words of a piece stand, counted from the nearer end: of equal pairs the nearest are taken."""
    start = abs(piece.left[0] - piece.right[0])
    end = abs((len(mine) - piece.left[-1]) - (len(theirs) - piece.right[-1]))
    return min(start, end), piece.left[0], piece.right[0]


def _alone(side: Sequence[Token], at: int, other: Sequence[Token], *, left: bool) -> Piece:
    """A word without counterpart; one that the other name has, and this one twice, is only repeated."""
    repeated = len(side[at].text) > 1 and any(token.text == side[at].text for token in other)
    change = Change.REPEATED if repeated else Change.MISSING
    return Piece((at,), (), change, 0.0) if left else Piece((), (at,), change, 0.0)


def _equal(mine: Sequence[Token], theirs: Sequence[Token]) -> list[Piece]:
    """The words that stand once in either name: nothing likens either more to another word, which saves looking."""
    places = {token.text: at for at, token in enumerate(theirs)}
    pairs = [(at, places[token.text]) for at, token in enumerate(mine) if token.text in places]
    if len({pair[1] for pair in pairs}) < len(pairs) or len(places) < len(theirs):
        return []
    return [Piece((at,), (other,), Change.EQUAL, WEIGHTS[Change.EQUAL]) for at, other in pairs]


def _candidates(
    left: Name, right: Name, mine: Sequence[Token], theirs: Sequence[Token], equal: Sequence[Piece], script: str
) -> list[Piece]:
    """What may stand beside each other of the words that are not `equal`; `script` as of `_romanised_from`."""
    done = {at for piece in equal for at in piece.left}, {at for piece in equal for at in piece.right}
    person = Kind.PERSON in (left.kind, right.kind)
    many = min(len(side) + len(name.numbers) for side, name in ((mine, left), (theirs, right))) >= MANY
    ayn, scripts = left.ayn or right.ayn, across(left, right)
    found = []
    for i, one in enumerate(mine):
        for j, two in enumerate(theirs) if i not in done[0] else ():
            if j in done[1]:
                continue
            given = person and (i < len(mine) - 1 or j < len(theirs) - 1)
            change, likeness = _change(one.text, two.text, ayn, scripts, given, script, many)
            if change is not None:
                found.append(Piece((i,), (j,), change, likeness))
    if len(done[1]) < len(theirs) and len(mine) - len(done[0]) > 1:
        found += [Piece(parted, whole, *how) for parted, whole, how in _joined(mine, theirs, script)]
    if len(done[0]) < len(mine) and len(theirs) - len(done[1]) > 1:
        found += [Piece(whole, parted, *how) for parted, whole, how in _joined(theirs, mine, script)]
    return found


CHINESE, KOREAN = "chinese", "korean"
"""Languages whose names are held against each other by their syllables, since they have several romanisations."""

KOREAN_SYLLABLES = 3
"""Syllables from which a name with a Korean family name is read as Korean: with fewer it is as likely Chinese."""


def _romanised_from(mine: Sequence[Token], theirs: Sequence[Token]) -> str:
    """The language that both names are by all their words, or empty."""
    if _are_korean(mine) and _are_korean(theirs):
        return KOREAN
    return CHINESE if _are_chinese(mine, theirs) else ""


def _are_korean(words: Sequence[Token]) -> bool:
    if not any(is_korean_family(token.text) for token in (words[0], words[-1])):
        return False
    read = [[1] if is_korean_family(token.text) else [*map(len, korean_syllables(token.text))] for token in words]
    return all(read) and sum(map(max, read)) >= KOREAN_SYLLABLES


def _one_romanised(script: str, one: str, two: str) -> bool:
    """Whether two words are one by their syllables."""
    if script == KOREAN:
        return one_in_korean(one, two) or (one_family_name(one, two) and is_korean_family(one))
    return bool(script) and syllables(one) == syllables(two)


def _are_chinese(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether every word is made of Chinese syllables, and one that stands first or last is a family name."""
    return all(syllables(token.text) for token in (*mine, *theirs)) and any(
        token.text in FAMILY_FIRST or is_family_name(token.text) for token in (mine[0], mine[-1], theirs[0], theirs[-1])
    )


@lru_cache(maxsize=1 << 16)
def _change(
    one: str, two: str, ayn: bool, scripts: bool, given: bool, script: str, many: bool
) -> tuple[Change | None, float]:
    """What changed between two words, and their likeness; flags as of `token_change`, `align` and `_slip`."""
    if script == KOREAN and one != two and _one_romanised(script, one, two):
        return Change.SOUND, WEIGHTS[Change.SOUND]
    change = token_change(one, two, given=given, ayn=ayn, across=scripts)
    if change is not None:
        return change, WEIGHTS[change]
    if _one_romanised(script, one, two):
        return Change.SOUND, WEIGHTS[Change.SOUND]
    likeness = _slip(one, two, given=given, many=many)
    return (Change.SLIP, likeness) if likeness else (None, 0.0)


def _slip(one: str, two: str, *, given: bool, many: bool) -> float:
    """How much two words have in common that are spelt too differently for one, by letters, sounds and consonants.

    `many` says that they stand in long names, where a short word may be a slip as well.
    """
    if many and min(len(one), len(two)) == SHORT - 1 and OSA.distance(one, two) == 1:
        return round((1 - 1 / SHORT) * WEIGHTS[Change.EDIT], 4)
    if one == two[::-1] and len(one) >= SHORT:
        return BACKWARDS
    if one.startswith("abd") and two.startswith("abd"):
        one, two = one[3:], two[3:]
    if min(len(one), len(two)) < SHORT or not (first_letters_fit(one, two) or min(len(one), len(two)) >= LONG):
        return 0.0
    if given and (other_gender(one, two) or (is_given_name(one) and is_given_name(two) and OSA.distance(one, two) > 1)):
        return 0.0
    letters, sounds, consonants = (
        OSA.normalized_similarity(of(one), of(two)) for of in (lambda word: word, sound, consonant_key)
    )
    likeness = LETTERS * letters + SOUNDS * sounds + CONSONANTS * consonants
    return round(likeness * WEIGHTS[Change.EDIT], 4) if likeness >= SLIP else 0.0


Places = tuple[int, ...]


def _joined(
    parted: Sequence[Token], whole: Sequence[Token], script: str
) -> Iterator[tuple[Places, Places, tuple[Change, float]]]:
    """Two or three words of one name that are one word of the other, or whose initials are."""
    for size in range(2, WINDOW + 1):
        for start in range(len(parted) - size + 1):
            window = [token.text for token in parted[start : start + size]]
            places = tuple(range(start, start + size))
            together = "".join(window)
            for at, token in enumerate(whole):
                if len(token.text) == size and _are_initials(token, window):
                    yield places, (at,), (Change.ACRONYM, WEIGHTS[Change.ACRONYM])
                near = bool(script) or abs(len(together) - len(token.text)) <= FURTHEST
                if not near or len(token.text) < JOINED or token.text in window:
                    continue
                change = _change_joined(together, token.text, script)
                if change is not None:
                    likeness = WEIGHTS[Change.JOINED] if change is Change.EQUAL else WEIGHTS[change] - PARTED
                    yield places, (at,), (Change.JOINED, likeness)


def _are_initials(token: Token, words: Sequence[str]) -> bool:
    return token.text == "".join(word[0] for word in words) and token.source.replace(".", "").isupper()


@lru_cache(maxsize=1 << 16)
def _change_joined(together: str, whole: str, script: str) -> Change | None:
    if together != whole and _one_romanised(script, together, whole):
        return Change.SOUND
    change = token_change(together, whole) if abs(len(together) - len(whole)) <= FURTHEST else None
    if change is None and min(len(together), len(whole)) >= LONGEST and OSA.distance(together, whole) <= 1:
        return Change.EDIT
    return change
