"""What forbids that two names are one, however alike they are: the vetoes that beat every likeness."""

from dataclasses import dataclass

from reader.model import Kind
from reader.names.alignment import align
from reader.names.analyse import Name, Role
from reader.names.likeness import token_change
from reader.names.tables import COMPOUNDED, DIRECTIONS
from reader.names.wording import Mechanism


@dataclass(frozen=True, slots=True)
class Veto:
    """One reason why two names cannot be one."""

    mechanism: Mechanism
    names: tuple[str, ...] = ()
    """What of the two names it is about, as `Evidence.names`."""


def excluded(left: Name, right: Name) -> bool:
    """Whether two names cannot be one actor's, whatever other names it has: a veto, or words that exclude each other.

    Words are held against each other of two persons only: an organisation may go by names that share none.
    """
    if exclusions(left, right):
        return True
    persons = left.kind is Kind.PERSON and right.kind is Kind.PERSON
    if not persons or min(len(left.words), len(right.words)) < 2 or left.together == right.together:
        return False
    return bool(align(left, right).clashes)


def exclusions(left: Name, right: Name) -> list[Veto]:
    """The vetoes that no likeness of words can lift: numbers, generations, abd and abu, directions, acronyms."""
    if left.key == right.key:
        return []
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


def _servant_and_father(left: Name, right: Name) -> bool:
    """Whether one name has "abd" (servant of) where the other has "abu" (father of)."""
    return any(
        {a[:3], b[:3]} == {"abd", "abu"} and token_change(a[3:], b[3:]) is not None
        for a in left.words
        for b in right.words
        if len(a) > 4 and len(b) > 4
    )
