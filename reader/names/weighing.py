"""How likely two names laid side by side are one: a sum of log odds, one term for each piece, from a small table.

The table (`reader.names.fitted_weights`) is fitted by `training/names/weights.py`. Every term is a piece of evidence,
and the evidence shows the very numbers: what each piece moves the likelihood by, in the order in which they are listed,
from one half to the score.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.names.alignment import Alignment, Piece
from reader.names.fitted_weights import OTHERS, PERSONS
from reader.names.given_names import is_given_name
from reader.names.likeness import WEIGHTS, Change
from reader.names.tables import HONORIFICS
from reader.names.wording import Mechanism

BIAS = "bias"
STEP = 0.25
"""Likeness that a slip loses for one unit of the term `slip further`."""

WordClass = Callable[[str], str]
"""Tells of which class a word of an organisation's name is: `word`, `place` or `generic`."""


class Factor(NamedTuple):
    """What one piece, or the order of words, says: amounts of the table's terms."""

    terms: Mapping[str, float]
    piece: Piece | None = None
    mechanism: Mechanism | None = None
    """What it says, where it is not about a piece."""

    def log_odds(self, table: Mapping[str, float]) -> float:
        """What it adds to the log odds of the two names being one."""
        return sum(table.get(term, 0.0) * amount for term, amount in self.terms.items())


def factors(alignment: Alignment, person: bool, word_class: WordClass) -> list[Factor]:
    """Everything that speaks for or against, the first being what holds before any word is compared."""
    found = [
        Factor({BIAS: 1.0}),
        *(_person(alignment, piece) if person else _other(alignment, piece, word_class) for piece in alignment.pieces),
    ]
    if alignment.swapped:
        both = person and all(is_given_name(token.text) for token in alignment.left)
        terms = {"exchanged": 1.0} if alignment.exchanged else {"order of given names" if both else "order": 1.0}
        found.append(Factor(terms, mechanism=Mechanism.REORDERED))
    if person and min(len(alignment.left), len(alignment.right)) == 1:
        found.append(Factor({"single": 1.0}, mechanism=Mechanism.SINGLE))
    return found


def _slip(piece: Piece) -> dict[str, float]:
    return {"slip": 1.0, "slip further": (WEIGHTS[Change.EDIT] - piece.likeness) / STEP}


def _person(alignment: Alignment, piece: Piece) -> Factor:
    last = (piece.left and piece.left[-1] == len(alignment.left) - 1) or (
        piece.right and piece.right[-1] == len(alignment.right) - 1
    )
    match piece.change:
        case Change.EQUAL if len(alignment.left[piece.left[0]].text) == 1:
            terms = {"equal initial": 1.0}
        case Change.EQUAL:
            terms = {"equal last" if last else "equal": 1.0}
        case Change.SLIP:
            terms = _slip(piece)
        case Change.CLASH:
            terms = {"clash" if piece is alignment.clashes[0] else "further clash": 1.0}
        case Change.MISSING:
            terms = {"missing beside a clash" if alignment.clashes else _place(alignment, piece, bool(last)): 1.0}
        case _:
            terms = {piece.change.value: 1.0}
    return Factor(terms, piece)


def _place(alignment: Alignment, piece: Piece, last: bool) -> str:
    side, at = (alignment.left, piece.left[0]) if piece.left else (alignment.right, piece.right[0])
    if len(side[at].text) == 1:
        return "missing initial"
    if side[at].text in HONORIFICS:
        return "missing title"
    return "missing last" if last else "missing first" if at == 0 else "missing between"


def _other(alignment: Alignment, piece: Piece, word_class: WordClass) -> Factor:
    mine = [alignment.left[at].text for at in piece.left]
    theirs = [alignment.right[at].text for at in piece.right]
    classes = {word_class(word) for word in (*mine, *theirs)}
    match piece.change:
        case Change.EQUAL:
            terms = {f"equal {word_class(mine[0])}": 1.0}
        case Change.SLIP:
            terms = _slip(piece)
        case Change.CLASH if classes == {"generic"}:
            terms = {"clash of generic words": 1.0}
        case Change.CLASH:
            terms = {"clash" if piece is alignment.clashes[0] else "further clash": 1.0}
        case Change.MISSING:
            terms = {f"missing {classes.pop()}": 1.0}
        case _:
            terms = {piece.change.value: 1.0}
    return Factor(terms, piece)


def table_of(person: bool) -> Mapping[str, float]:
    """The weights for persons, or for everything else."""
    return PERSONS if person else OTHERS


def probability(log_odds: float) -> float:
    """Log odds as a likelihood, from 0 to 1."""
    return 1.0 / (1.0 + math.exp(-log_odds))


def likelihood(found: Sequence[Factor], person: bool) -> float:
    """How likely the two names are one, from 0 to 1."""
    table = table_of(person)
    return probability(sum(factor.log_odds(table) for factor in found))
