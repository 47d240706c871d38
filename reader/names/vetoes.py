"""What forbids that two names are one, however alike they are: the vetoes that beat every likeness."""

from dataclasses import dataclass

from reader.model import Kind
from reader.names.alignment import align
from reader.names.analyse import Name, Role
from reader.names.genders import contradicts, name_gender, title_gender
from reader.names.likeness import acronym_of, token_change
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
    found: list[Veto] = []
    if left.kind is Kind.PERSON and right.kind is Kind.PERSON and _man_and_woman(left, right):
        found.append(Veto(Mechanism.MAN_AND_WOMAN, (left.text, right.text)))
    if left.land and right.land and left.land != right.land:
        found.append(Veto(Mechanism.TWO_LANDS, (left.land, right.land)))
    if left.key == right.key:
        return found
    (rest, number), (other_rest, other_number) = map(ruler, (left, right))
    if number and other_number and number != other_number and rest == other_rest:
        found.append(Veto(Mechanism.NUMBERS, (number, other_number)))
    elif left.numbers != right.numbers and ((left.numbers and right.numbers) or left.kind is not Kind.PERSON):
        found.append(Veto(Mechanism.NUMBERS, (_listed(left.numbers), _listed(right.numbers))))
    if len(left.words) > 1 and len(right.words) > 1 and _generations(left) != _generations(right):
        found.append(Veto(Mechanism.GENERATION))
    if left.kind is Kind.PERSON and right.kind is Kind.PERSON:
        if _servant_and_father(left, right):
            found.append(Veto(Mechanism.SERVANT_AND_FATHER))
    else:
        mine, theirs = set(left.words), set(right.words)
        directions = (_directions(left) ^ _directions(right)) & (mine ^ theirs)
        if directions and not acronym_of(left, right) and not acronym_of(right, left):
            found.append(Veto(Mechanism.DIRECTION, (min(directions),)))
        if left.acronym and right.acronym and left.key != right.key:
            found.append(Veto(Mechanism.TWO_ACRONYMS))
    return found


def ruler(name: Name) -> tuple[tuple[str, ...], str]:
    """A person's words without titles, and the number of a ruler that they end with, or an empty one.

    V and X alone are numbers only beside another number; by themselves they are initials ("Malcolm X").
    """
    tokens = [token for token in name.tokens if token.role is not Role.REGAL]
    if name.kind is not Kind.PERSON or len(tokens) < 2:
        return tuple(token.text for token in tokens), ""
    last = tokens[-1]
    number = last.text if last.role is Role.NUMBER else ""
    if last.role is Role.INITIAL and name.text.endswith(("V", "X")):
        number = {"v": "5", "x": "10"}.get(last.text, "")
    return tuple(token.text for token in tokens[: -1 if number else None]), number


def _man_and_woman(left: Name, right: Name) -> bool:
    """Whether titles say that one is a man and the other a woman, or the title of one word what the other's given name
    is not: "Mrs Hale" and "John Hale"."""
    titled = _titled(left), _titled(right)
    if contradicts(*titled):
        return True
    return any(
        len(short.words) == 1 and len(long.words) > 1 and contradicts(said, name_gender(long.words[0]))
        for short, long, said in ((left, right, titled[0]), (right, left, titled[1]))
    )


def excluded_by_title(alone: Name, full: Name) -> bool:
    """Whether the title before a lone surname says that it is not this person's."""
    return bool(_titled(alone)) and _man_and_woman(alone, full)


def _titled(name: Name) -> str:
    """The gender that a name's titles say."""
    if name.plain and not name.honorific:
        return ""
    regal = " ".join(token.text for token in name.tokens if token.role is Role.REGAL)
    return title_gender(f"{name.honorific} {regal}")


def _generations(name: Name) -> set[str]:
    return set() if name.plain else {token.text for token in name.tokens if token.role is Role.GENERATION}


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
