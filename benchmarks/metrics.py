"""Measures of linking and recognition, over plain Python structures so that any system can be scored beside ours.

A clustering is a mapping from a mention to a cluster label, both anything hashable. CoNLL F1 is the mean of MUC,
B-cubed and CEAF-e F1 (Pradhan et al. 2014), taken over the mentions that the gold set gives an identity, across all
documents.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

Mention = TypeVar("Mention", bound=Hashable)
Label: TypeAlias = object


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 when both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Linking:
    """The scores of one clustering against gold."""

    muc: Score
    b3: Score
    ceafe: Score
    pairs: Score

    @property
    def conll(self) -> float:
        """Mean of the F1 of MUC, B-cubed and CEAF-e."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def linking(gold: Mapping[Mention, Label], found: Mapping[Mention, Label]) -> Linking:
    """Score `found` against `gold`; only mentions in `gold` count, and each of them must be in `found`."""
    overlap: dict[Label, dict[Label, int]] = defaultdict(lambda: defaultdict(int))
    gold_size: dict[Label, int] = defaultdict(int)
    found_size: dict[Label, int] = defaultdict(int)
    for mention, actor in gold.items():
        other = found[mention]
        overlap[actor][other] += 1
        gold_size[actor] += 1
        found_size[other] += 1
    parts_of_found: dict[Label, int] = defaultdict(int)
    for row in overlap.values():
        for other in row:
            parts_of_found[other] += 1
    n = len(gold)
    muc_recall = _ratio(
        sum(gold_size[a] - len(row) for a, row in overlap.items()), sum(size - 1 for size in gold_size.values())
    )
    muc_precision = _ratio(
        sum(found_size[f] - parts for f, parts in parts_of_found.items()), sum(size - 1 for size in found_size.values())
    )
    cells = [(a, f, count) for a, row in overlap.items() for f, count in row.items()]
    b3 = Score(
        _ratio(sum(c * c / found_size[f] for _, f, c in cells), n),
        _ratio(sum(c * c / gold_size[a] for a, _, c in cells), n),
    )
    same = sum(c * (c - 1) for _, _, c in cells)
    pairs = Score(
        _ratio(same, sum(s * (s - 1) for s in found_size.values())),
        _ratio(same, sum(s * (s - 1) for s in gold_size.values())),
    )
    best = _best_alignment([(a, f, 2 * c / (gold_size[a] + found_size[f])) for a, f, c in cells])
    ceafe = Score(_ratio(best, len(found_size)), _ratio(best, len(gold_size)))
    return Linking(Score(muc_precision, muc_recall), b3, ceafe, pairs)


def _best_alignment(cells: Iterable[tuple[Label, Label, float]]) -> float:
    """The greatest total similarity of a one-to-one alignment, solved for each connected component on its own."""
    parent: dict[tuple[int, Label], tuple[int, Label]] = {}

    def find(node: tuple[int, Label]) -> tuple[int, Label]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    cells = list(cells)
    for a, f, _ in cells:
        parent[find((0, a))] = find((1, f))
    components: dict[tuple[int, Label], list[tuple[Label, Label, float]]] = defaultdict(list)
    for cell in cells:
        components[find((0, cell[0]))].append(cell)
    total = 0.0
    for members in components.values():
        if len(members) == 1:
            total += members[0][2]
            continue
        rows = {a: i for i, a in enumerate(dict.fromkeys(a for a, _, _ in members))}
        columns = {f: i for i, f in enumerate(dict.fromkeys(f for _, f, _ in members))}
        matrix = np.zeros((len(rows), len(columns)))
        for a, f, similarity in members:
            matrix[rows[a], columns[f]] = similarity
        picked = linear_sum_assignment(matrix, maximize=True)
        total += float(matrix[picked].sum())
    return total


def spans(gold: Iterable[Hashable], found: Iterable[Hashable]) -> Score:
    """Exact-match score of two collections of spans; each item says document, offsets and kind."""
    left, right = set(gold), set(found)
    hits = len(left & right)
    return Score(_ratio(hits, len(right)), _ratio(hits, len(left)))
