"""Guarded likeness of two nodes: when a difference in spelling alone may join two names across articles."""

import re

from reader.linking.nodes import Node
from reader.model import Evidence, Kind, Sign
from reader.names.likeness import EDIT, EQUAL, INITIAL, SOUND, VARIANT, align_persons, token_weight
from reader.names.vetoes import vetoes
from reader.names.wording import Mechanism

_NOT_HISSING = re.compile("[^scz]")


def likely(left: Node, right: Node) -> Evidence | None:
    """Evidence for two names being one, with sign `+` when it may join them and `~` when a person should look."""
    if left.kind.folded is not right.kind.folded or left.lone or right.lone:
        return None
    if left.entry and right.entry and left.entry.id != right.entry.id:
        return None
    if vetoes(left.name, right.name):
        return None
    if left.kind is Kind.PERSON:
        return _persons(left, right)
    return _names(left, right)


def _persons(left: Node, right: Node) -> Evidence | None:
    aligned = align_persons(left.name, right.name)
    weights = [pair.weight for pair in aligned.pairs]
    if len(weights) < 2 or len(weights) < min(len(left.name.words), len(right.name.words)):
        return None
    both = left.name.text, right.name.text
    if aligned.swapped:
        return Evidence(Sign.FOR, Mechanism.ORDER, 0.9, both)
    exact = sum(weight == EQUAL for weight in weights)
    alike = sum(weight >= SOUND for weight in weights)
    if not aligned.left_over:
        if min(weights) >= EDIT and (exact >= 1 or alike == len(weights)):
            return Evidence(Sign.FOR, Mechanism.SPELLING, aligned.score, both)
        if weights[-1] >= SOUND and min(weights) >= INITIAL:
            return Evidence(Sign.NEUTRAL, Mechanism.INITIALS_FIT, 0.6, both)
        return None
    over = " ".join(aligned.left_over)
    if aligned.whole and min(weights) >= VARIANT and exact >= 1:
        return Evidence(Sign.FOR, Mechanism.PART_BETWEEN, aligned.score, (*both, over))
    if min(weights) >= VARIANT:
        return Evidence(Sign.NEUTRAL, Mechanism.SHORTER, 0.5, both)
    return None


def _hissing(token: str) -> str:
    """The s, z and sh of a token: three letters in Arabic, Hebrew and Cyrillic, seldom mixed up in Latin."""
    return _NOT_HISSING.sub("", token.replace("sh", "c")).replace("ss", "s")


def _names(left: Node, right: Node) -> Evidence | None:
    mine, theirs = left.name.words, right.name.words
    if len(mine) != len(theirs) or left.name.key == right.name.key:
        return None
    ayn = left.name.ayn or right.name.ayn
    weights = [token_weight(a, b, ayn=ayn) for a, b in zip(mine, theirs, strict=True)]
    if min(weights) == 0.0:
        return None
    both = left.name.text, right.name.text
    score = sum(weights) / len(weights)
    if len(mine) == 1:
        if weights[0] < SOUND or left.name.acronym or right.name.acronym:
            return None
        near = not set(left.countries).isdisjoint(right.countries)
        sure = (
            near and (left.kind.folded is Kind.PLACE or len(mine[0]) >= 7) and _hissing(mine[0]) == _hissing(theirs[0])
        )
        if sure:
            return Evidence(Sign.FOR, Mechanism.SPELLING, 0.85, both)
        return Evidence(Sign.NEUTRAL, Mechanism.ALIKE, 0.5, both)
    if weights.count(EQUAL) >= len(weights) - 1 or min(weights) >= SOUND:
        return Evidence(Sign.FOR, Mechanism.SPELLING, score, both)
    return Evidence(Sign.NEUTRAL, Mechanism.ALIKE, score * 0.6, both)
