"""From the scores of single words to mentions: the best sequence of labels that can stand, and how sure it is.

Labels are BIOES: `O`, or `B-`, `I-`, `E-`, `S-` before a kind. The sequence is found by Viterbi over the transitions
that can stand inside a sentence; the confidence of a mention is its exact posterior under the same transitions (forward
and backward sums), so it says how likely span and kind are right together.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reader.model import Kind
from reader.ner.tokenized import Hint, Span

Scores = npt.NDArray[np.float32]
"""Log-probabilities, [word, label]."""

_NEVER = np.float32(-1e9)
_FLOOR = 1e-9
"""Least probability of a label, so that no sentence is impossible."""
_BATCH = 4096
"""Words, padding included, decoded together: enough to amortise a step's overhead, few enough to stay in the cache."""


class Decoder:
    """Decodes the scores of one set of labels.

    Raises ValueError when a label is not `O` or a BIOES label of a kind.
    """

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        self._at = {label: i for i, label in enumerate(labels)}
        self._kinds = [None if label == "O" else Kind(label[2:]) for label in labels]
        self._parts = "".join(label[0] for label in labels)
        if "O" not in self._at or set(self._parts) - set("OBIES"):
            raise ValueError("labels must be O and B-, I-, E-, S- of kinds")
        allowed = np.array([[_may_follow(after, before) for after in labels] for before in labels])
        self._allowed = allowed.astype(np.float64)
        self._steps = np.where(allowed, np.float32(0), _NEVER).astype(np.float32)
        self._opens = np.array([_may_follow(label, None) for label in labels])
        self._closes = np.array([part not in "BI" for part in self._parts])

    def knows(self, kind: Kind) -> bool:
        """Whether there are labels for a kind."""
        return f"S-{kind}" in self._at

    def hinted(self, scores: Scores, hints: Sequence[Hint]) -> Scores:
        """A copy of the scores of some words, with hints (counted from the first of these words) added to them."""
        scores = scores.copy()
        for hint in hints:
            last = hint.stop - 1
            for at in range(hint.first, hint.stop):
                part = "S" if hint.first == last else "B" if at == hint.first else "E" if at == last else "I"
                scores[at, self._at[f"{part}-{hint.kind}"]] += hint.weight
        return scores

    def decode(self, sentences: Sequence[Scores]) -> list[list[Span]]:
        """The mentions of each sentence, given log-probabilities [word, label]; spans count from its first word."""
        found: list[list[Span]] = [[] for _ in sentences]
        order = sorted((i for i, scores in enumerate(sentences) if len(scores)), key=lambda i: len(sentences[i]))
        begin = 0
        for at in range(1, len(order) + 1):
            if at == len(order) or (at + 1 - begin) * len(sentences[order[at]]) > _BATCH:
                batch = order[begin:at]
                for i, spans in zip(batch, self._decode([sentences[i] for i in batch]), strict=True):
                    found[i] = spans
                begin = at
        return found

    def _decode(self, batch: Sequence[Scores]) -> list[list[Span]]:
        lengths = np.array([len(scores) for scores in batch])
        padded = np.full((len(batch), int(lengths.max()), len(self.labels)), 0, np.float32)
        for row, scores in enumerate(batch):
            padded[row, : len(scores)] = scores
        paths = self._best(padded, lengths)
        spans = [self._spans(path[:length]) for path, length in zip(paths, lengths, strict=True)]
        if not any(spans):
            return [[] for _ in batch]
        sums = _Sums(padded, lengths, self._allowed, self._opens, self._closes)
        return [
            [Span(first, stop, kind, sums.probability(row, path, first, stop)) for first, stop, kind in found]
            for row, (path, found) in enumerate(zip(paths, spans, strict=True))
        ]

    def _best(self, padded: Scores, lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The best path of each sentence (Viterbi); what follows a sentence's end repeats its last label."""
        rows, longest, labels = padded.shape
        best = np.where(self._opens, padded[:, 0], _NEVER)
        back = np.empty((longest, rows, labels), np.int64)
        back[:] = np.arange(labels)
        for at in range(1, longest):
            through = best[:, :, None] + self._steps
            came = through.argmax(1)
            step = np.take_along_axis(through, came[:, None, :], 1)[:, 0] + padded[:, at]
            goes_on = at < lengths
            back[at][goes_on] = came[goes_on]
            best = np.where(goes_on[:, None], step, best)
        label = np.where(self._closes, best, _NEVER).argmax(1)
        paths = np.empty((rows, longest), np.int64)
        every = np.arange(rows)
        for at in range(longest - 1, -1, -1):
            paths[:, at] = label
            label = back[at, every, label]
        return paths

    def _spans(self, path: npt.NDArray[np.int64]) -> list[tuple[int, int, Kind]]:
        spans = []
        first = 0
        for at in np.flatnonzero(path != self._at["O"]).tolist():
            label = int(path[at])
            if self._parts[label] in "BS":
                first = at
            kind = self._kinds[label]
            if self._parts[label] in "ES" and kind is not None:
                spans.append((first, at + 1, kind))
        return spans


class _Sums:
    """Forward and backward sums over all sequences that can stand, scaled at each word."""

    def __init__(
        self,
        padded: Scores,
        lengths: npt.NDArray[np.int64],
        allowed: npt.NDArray[np.float64],
        opens: npt.NDArray[np.bool_],
        closes: npt.NDArray[np.bool_],
    ) -> None:
        rows, longest, labels = padded.shape
        scores = padded.astype(np.float64)
        self._words = np.maximum(np.exp(scores - scores.max(2, keepdims=True)), _FLOOR)
        self._lengths = lengths
        self._allowed = allowed
        self._forward = np.empty((longest, rows, labels))
        """Before word `at`: the sum over all beginnings, by the label that word `at` then has."""
        self._backward = np.empty((longest, rows, labels))
        """After word `at`: the sum over all endings, by the label that word `at` has."""
        self._scale = np.empty((longest, rows))
        before = np.tile(opens.astype(np.float64), (rows, 1))
        for at in range(longest):
            self._forward[at] = before
            here = before * self._words[:, at]
            total = here.sum(1)
            self._scale[at] = total
            before = (here / total[:, None]) @ allowed
        after = np.tile(closes.astype(np.float64), (rows, 1))
        for at in range(longest - 1, -1, -1):
            is_last = at == lengths - 1
            after = np.where((is_last | (at >= lengths))[:, None], closes.astype(np.float64), after)
            self._backward[at] = after
            after = (after * self._words[:, at]) @ allowed.T / self._scale[at][:, None]

    def probability(self, row: int, path: npt.NDArray[np.int64], first: int, stop: int) -> float:
        """The posterior that words `first` to `stop` carry the labels of `path`, so that they are this mention."""
        mass = float(self._forward[first, row, path[first]])
        for at in range(first, stop):
            mass *= float(self._words[row, at, path[at]]) / float(self._scale[at, row])
        # Sums are scaled by the forward totals, which leaves out what cannot be closed at the end: set it right here.
        last = int(self._lengths[row]) - 1
        whole = float((self._forward[last, row] * self._words[row, last] * self._backward[last, row]).sum())
        mass *= float(self._backward[stop - 1, row, path[stop - 1]])
        return min(1.0, mass * float(self._scale[last, row]) / whole)


def _may_follow(label: str, before: str | None) -> bool:
    """Whether a label may come directly after another (None: at the start of a sentence)."""
    is_open = before is not None and before[0] in "BI"
    if label[0] in "IE":
        return is_open and before is not None and label[2:] == before[2:]
    return not is_open
