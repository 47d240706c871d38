"""The decoder against a brute force over all label sequences."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind
from reader.ner.decode import Decoder
from reader.ner.tokenized import Hint
from tests.properties import costly

LABELS = ("O", *(f"{part}-{kind}" for kind in ("person", "place") for part in "BIES"))


def _stands(path: tuple[str, ...]) -> bool:
    open_kind = ""
    for label in path:
        part, kind = label[0], label[2:]
        if (part in "IE") != bool(open_kind) or (open_kind and kind != open_kind):
            return False
        open_kind = kind if part in "BI" else ""
    return not open_kind


def _spans(path: tuple[str, ...]) -> list[tuple[int, int, str]]:
    spans, first = [], 0
    for at, label in enumerate(path):
        if label[0] in "BS":
            first = at
        if label[0] in "ES":
            spans.append((first, at + 1, label[2:]))
    return spans


def _brute(scores: np.ndarray) -> list[tuple[int, int, str, float]]:
    weights = {}
    for path in product(range(len(LABELS)), repeat=len(scores)):
        labels = tuple(LABELS[i] for i in path)
        if _stands(labels):
            weights[labels] = float(sum(scores[at, i] for at, i in enumerate(path)))
    best = max(weights, key=lambda labels: weights[labels])
    total = sum(np.exp(w) for w in weights.values())
    return [
        (*span, sum(np.exp(w) for labels, w in weights.items() if span in _spans(labels)) / total)
        for span in _spans(best)
    ]


@costly(3)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_decodes_the_best_sequence_with_its_exact_posterior(lengths: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    sentences = [rng.normal(scale=3, size=(n, len(LABELS))).astype(np.float32) for n in lengths]
    for scores, spans in zip(sentences, Decoder(LABELS).decode(sentences), strict=True):
        expected = _brute(scores)
        assert [(s.first, s.stop, s.kind) for s in spans] == [e[:3] for e in expected]
        assert [s.confidence for s in spans] == pytest.approx([e[3] for e in expected], abs=1e-4)


def test_a_hint_joins_what_the_scores_had_split() -> None:
    decoder = Decoder(LABELS)
    scores = np.full((3, len(LABELS)), -6, np.float32)
    scores[0, LABELS.index("S-place")] = scores[1, 0] = scores[2, LABELS.index("S-place")] = 0
    assert [(s.first, s.stop) for s in decoder.decode([scores])[0]] == [(0, 1), (2, 3)]
    hinted = decoder.hinted(scores, [Hint(0, 3, Kind.PLACE, 7.0, "dictionary")])
    assert [(s.first, s.stop, s.kind) for s in decoder.decode([hinted])[0]] == [(0, 3, Kind.PLACE)]
    assert scores[0, LABELS.index("B-place")] == -6


def test_nothing_in_nothing_out() -> None:
    decoder = Decoder(LABELS)
    assert decoder.decode([]) == []
    assert decoder.decode([np.empty((0, len(LABELS)), np.float32)]) == [[]]


def test_labels_that_are_not_bioes_are_refused() -> None:
    with pytest.raises(ValueError, match="labels"):
        Decoder(["O", "X-person"])
