"""What forbids that two names are one, however alike they are: the vetoes that beat every likeness."""

from dataclasses import dataclass

from reader.model import Kind
from reader.names.analyse import Name, Role
from reader.names.likeness import SOUND, across, token_weight
from reader.names.tables import COMPOUNDED, DIRECTIONS
from reader.names.wording import Mechanism


@dataclass(frozen=True, slots=True)
class Veto:
    """One reason why two names cannot be one."""

    mechanism: Mechanism
    names: tuple[str, ...] = ()
    """What of the two names it is about, as `Evidence.names`."""


def vetoes(left: Name, right: Name) -> list[Veto]:
    """What in two names forbids that they are one; empty when nothing does.

    Given names are held against each other where they stand; `reader.names.alignment` sees more of their spelling.
    """
    found = exclusions(left, right)
    if left.kind is Kind.PERSON and right.kind is Kind.PERSON:
        found += _contradictions(left, right)
    return found


def exclusions(left: Name, right: Name) -> list[Veto]:
    """The vetoes that no likeness of words can lift: numbers, generations, abd and abu, directions, acronyms."""
    found: list[Veto] = []
    if left.numbers != right.numbers and ((left.numbers and right.numbers) or left.kind is not Kind.PERSON):
        found.append(Veto(Mechanism.NUMBERS, (_listed(left.numbers), _listed(right.numbers))))
    generations = [frozenset(t.text for t in n.tokens if t.role is Role.GENERATION) for n in (left, right)]
    if generations[0] != generations[1] and (len(left.words) > 1 and len(right.words) > 1):
        found.append(Veto(Mechanism.GENERATION))
    if left.kind is Kind.PERSON and right.kind is Kind.PERSON:
        if _servant_and_father(left, right):
            found.append(Veto(Mechanism.SERVANT_AND_FATHER))
    else:
        mine, theirs = set(left.words), set(right.words)
        directions = (_directions(left) ^ _directions(right)) & (mine ^ theirs)
        if directions:
            found.append(Veto(Mechanism.DIRECTION, (min(directions),)))
        if left.acronym and right.acronym and left.key != right.key:
            found.append(Veto(Mechanism.TWO_ACRONYMS))
    return found


def _directions(name: Name) -> set[str]:
    """Words of direction that are not the first half of a place's name ("New York Times")."""
    following = (*name.words[1:], "")
    return {w for w, after in zip(name.words, following, strict=False) if w in DIRECTIONS and after not in COMPOUNDED}


def _listed(numbers: frozenset[str]) -> str:
    return ", ".join(sorted(numbers)) or "none"


def _contradictions(left: Name, right: Name) -> list[Veto]:
    mine, theirs = left.words, right.words
    found: list[Veto] = []
    if len(mine) > 1 and len(theirs) > 1 and sorted(mine) != sorted(theirs):
        scripts = across(left, right)
        if token_weight(mine[0], theirs[0], given=True, across=scripts) == 0 and not (
            _has(theirs, mine[0], scripts) and _has(mine, theirs[0], scripts)
        ):
            found.append(Veto(Mechanism.GIVEN_NAMES, (mine[0].capitalize(), theirs[0].capitalize())))
        middle = [{t for t in words[1:-1] if len(t) == 1} for words in (mine, theirs)]
        if middle[0] and middle[1] and not (middle[0] <= middle[1] or middle[1] <= middle[0]):
            found.append(Veto(Mechanism.MIDDLE_INITIALS))
    return found


def _servant_and_father(left: Name, right: Name) -> bool:
    """Whether one name has "abd" (servant of) where the other has "abu" (father of)."""
    return any(
        {a[:3], b[:3]} == {"abd", "abu"} and token_weight(a[3:], b[3:]) > 0
        for a in left.words
        for b in right.words
        if len(a) > 4 and len(b) > 4
    )


def _has(words: tuple[str, ...], word: str, scripts: bool) -> bool:
    """Whether a word has a counterpart among the words of a name that may stand in another order."""
    return any(token_weight(word, other, across=scripts) >= SOUND for other in words)
