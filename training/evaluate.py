"""Exact span-and-kind scores of a network, however it is run (torch while training, onnxruntime once exported)."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from reader.ner.decode import Decoder
from reader.ner.words import words_of
from training.data import Window, cut, pad, windows
from training.labels import LABELS, Targets
from training.sources import Document

Logits = Callable[[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]], npt.NDArray[np.float32]]
"""input_ids, attention_mask, casing → logits [batch, pieces, labels]."""

SCORED = ("person", "organisation", "place")
_DECODER = Decoder(LABELS)


@dataclass(frozen=True)
class Found:
    """A mention in sentence `sentence`: the words from `first` to `last`, and how sure the network is."""

    sentence: int
    first: int
    last: int
    kind: str
    confidence: float


def tag(
    documents: list[Document],
    logits: Logits,
    pieces_of: Tokenizer,
    most: int,
    temperature: float = 1.0,
    together: int = 16,
) -> list[list[Found]]:
    """The mentions of each document. Batches are of so many windows `together`, of like length, from all documents."""
    work: list[Window] = []
    sentences: list[tuple[int, int, int, int]] = []
    words = 0
    for number, document in enumerate(documents):
        cuts = cut(document.sentences, pieces_of, Targets(), ())
        for s, piece in enumerate(cuts):
            sentences.append((number, s, words, words + len(piece.words)))
            # The windows carry word numbers where training has targets, so each word finds its logits again.
            piece.targets = [i + 1000 for i in range(words, words + len(piece.words))]
            words += len(piece.words)
        work += windows(cuts, most, 1.0)
    scores = np.zeros((words, len(LABELS)), np.float32)
    scores[:, 0] = 10
    work.sort(key=lambda w: len(w.pieces))
    for at in range(0, len(work), together):
        ids, mask, casing, numbers = pad(work[at : at + together])
        here = numbers >= 1000
        scores[numbers[here] - 1000] = logits(ids, mask, casing)[here]
    scores /= temperature
    top = scores.max(1, keepdims=True)
    scores -= top + np.log(np.exp(scores - top).sum(1, keepdims=True))
    result: list[list[Found]] = [[] for _ in documents]
    spans = _DECODER.decode([scores[begin:end] for _, _, begin, end in sentences])
    for (number, s, _, _), found in zip(sentences, spans, strict=True):
        result[number] += [Found(s, m.first, m.stop - 1, str(m.kind), m.confidence) for m in found]
    return result


@dataclass
class Score:
    """Exact matches: right, found and gold counts by kind; `pairs` are (confidence, right) of every scored mention."""

    right: Counter[str]
    found: Counter[str]
    gold: Counter[str]
    pairs: list[tuple[float, bool]]

    def f1(self, *kinds: str) -> float:
        """F1 in per cent over these kinds, or over the three that are judged."""
        kinds = kinds or SCORED
        total = sum(self.found[k] + self.gold[k] for k in kinds)
        return 200 * sum(self.right[k] for k in kinds) / total if total else 0.0

    def line(self) -> str:
        """One line for a log."""
        right, found, gold = (sum(c[k] for k in SCORED) for c in (self.right, self.found, self.gold))
        parts = " ".join(f"{k[:3]} {self.f1(k):.1f}" for k in (*SCORED, "group"))
        return f"F1 {self.f1():.2f} (P {100 * right / max(found, 1):.1f} R {100 * right / max(gold, 1):.1f}; {parts})"


def score(documents: list[Document], tagged: list[list[Found]]) -> Score:
    """Compare what was found to the gold marks, by offsets and kind."""
    result = Score(Counter(), Counter(), Counter(), [])
    for document, mentions in zip(documents, tagged, strict=True):
        gold = set()
        for s, sentence in enumerate(document.sentences):
            gold |= {(s, span.start, span.end, span.kinds[0]) for span in sentence.spans}
        result.gold.update(kind for *_, kind in gold)
        words = [words_of(s.text) for s in document.sentences]
        for m in mentions:
            key = (m.sentence, words[m.sentence][m.first].start, words[m.sentence][m.last].end, m.kind)
            result.found[m.kind] += 1
            result.right[m.kind] += key in gold
            if m.kind in SCORED:
                result.pairs.append((m.confidence, key in gold))
    return result
