"""Guarded likeness of two nodes: when a difference in spelling alone may join two names across articles."""

import re
from collections.abc import Callable

from reader.linking.nodes import Node
from reader.model import Evidence, Kind, Sign
from reader.names.likeness import EDIT, EQUAL, INITIAL, SOUND, VARIANT, TokenPair, align_persons, token_weight, vetoes

_NOT_HISSING = re.compile("[^scz]")


def _quoted(left: Node, right: Node) -> str:
    return f"“{left.name.text}” and “{right.name.text}”"


def likely(left: Node, right: Node, near: Callable[[Node, Node], bool]) -> Evidence | None:
    """Evidence for two names being one, with sign `+` when it may join them and `~` when a person should look.

    `near` says whether articles with either name speak of one state.
    """
    if left.kind.folded is not right.kind.folded or left.surname_only or right.surname_only:
        return None
    if left.entry and right.entry and left.entry.id != right.entry.id:
        return None
    if vetoes(left.name, right.name):
        return None
    if left.kind is Kind.PERSON:
        return _persons(left, right)
    return _names(left, right, near)


def _spelt(pairs: tuple[TokenPair, ...]) -> str:
    changed = [f"{p.left}/{p.right} ({p.words})" for p in pairs if p.weight < EQUAL]
    return ", ".join(changed)


def _persons(left: Node, right: Node) -> Evidence | None:
    aligned = align_persons(left.name, right.name)
    weights = [pair.weight for pair in aligned.pairs]
    if len(weights) < 2 or len(weights) < min(len(left.name.words), len(right.name.words)):
        return None
    if aligned.swapped:
        return Evidence(Sign.FOR, "order", f"{_quoted(left, right)} are the same words in another order", 0.9)
    exact = sum(weight == EQUAL for weight in weights)
    alike = sum(weight >= SOUND for weight in weights)
    if not aligned.left_over:
        words = f"{_quoted(left, right)} differ only in spelling: {_spelt(aligned.pairs)}"
        if min(weights) >= EDIT and (exact >= 1 or alike == len(weights)):
            return Evidence(Sign.FOR, "spelling", words, aligned.score)
        if weights[-1] >= SOUND and min(weights) >= INITIAL:
            return Evidence(Sign.NEUTRAL, "initial", f"{_quoted(left, right)} may be one: the initials agree", 0.6)
        return None
    words = f"{_quoted(left, right)} agree, but for {', '.join(aligned.left_over)}"
    if aligned.whole and min(weights) >= VARIANT and exact >= 1:
        return Evidence(Sign.FOR, "part", words, aligned.score)
    if min(weights) >= VARIANT:
        return Evidence(Sign.NEUTRAL, "part", words, 0.5)
    return None


def _hissing(token: str) -> str:
    """The s, z and sh of a token: three letters in Arabic, Hebrew and Cyrillic, seldom mixed up in Latin."""
    return _NOT_HISSING.sub("", token.replace("sh", "c")).replace("ss", "s")


def _names(left: Node, right: Node, near: Callable[[Node, Node], bool]) -> Evidence | None:
    mine, theirs = left.name.words, right.name.words
    if len(mine) != len(theirs) or left.name.key == right.name.key:
        return None
    ayn = left.name.ayn or right.name.ayn
    weights = [token_weight(a, b, ayn=ayn) for a, b in zip(mine, theirs, strict=True)]
    if min(weights) == 0.0:
        return None
    pairs = tuple(TokenPair(a, b, w) for a, b, w in zip(mine, theirs, weights, strict=True))
    spelt = _spelt(pairs)
    words = f"{_quoted(left, right)} differ only in {f'spelling: {spelt}' if spelt else 'the order of words'}"
    score = sum(weights) / len(weights)
    if len(mine) == 1:
        if weights[0] < SOUND or left.name.acronym or right.name.acronym:
            return None
        long_enough = left.kind.folded is Kind.PLACE or len(mine[0]) >= 7
        sure = long_enough and _hissing(mine[0]) == _hissing(theirs[0]) and near(left, right)
        return Evidence(Sign.FOR if sure else Sign.NEUTRAL, "spelling", words, 0.85 if sure else 0.5)
    if weights.count(EQUAL) >= len(weights) - 1 or min(weights) >= SOUND:
        return Evidence(Sign.FOR, "spelling", words, score)
    return Evidence(Sign.NEUTRAL, "spelling", words, score * 0.6)
