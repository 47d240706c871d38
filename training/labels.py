"""The labels of the network, and what a word may be taught when a source does not say everything about it.

Words carry BIOES labels of five kinds. A source that never marks, say, events cannot teach that a capitalised word is
*not* one, so a word's target is a set of labels that would all be right; the loss asks only that the set be likely.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

KINDS = ("person", "organisation", "place", "group", "other")
LABELS = ("O", *(f"{p}-{k}" for k in KINDS for p in "BIES"))


class Targets:
    """Sets of labels, numbered: the first `len(LABELS)` are the labels themselves, `IGNORED` teaches nothing."""

    IGNORED = len(LABELS)

    def __init__(self) -> None:
        self._numbers = {frozenset([i]): i for i in range(len(LABELS))}
        self._numbers[frozenset(range(len(LABELS)))] = self.IGNORED

    def number(self, labels: Iterable[str]) -> int:
        """The number of a set of labels, given by their names."""
        key = frozenset(LABELS.index(label) for label in labels)
        return self._numbers.setdefault(key, len(self._numbers))

    def outside(self, unmarked: tuple[str, ...]) -> int:
        """The target of a word in no mention, which may belong to a kind that the source leaves unmarked."""
        return self.number(["O", *(f"{p}-{k}" for k in unmarked for p in "BIES")])

    def inside(self, kinds: tuple[str, ...], place: int, length: int) -> int:
        """The target of word number `place` of a mention of `length` words, of one of these kinds (none: unknown)."""
        if not kinds:
            return self.IGNORED
        prefix = "S" if length == 1 else "B" if place == 0 else "E" if place == length - 1 else "I"
        return self.number(f"{prefix}-{k}" for k in kinds)

    def table(self) -> npt.NDArray[np.bool_]:
        """[target, label]: which labels each target allows."""
        rows = np.zeros((len(self._numbers), len(LABELS)), dtype=np.bool_)
        for labels, number in self._numbers.items():
            rows[number, list(labels)] = True
        return rows
