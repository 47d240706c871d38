"""Stand-ins for what other rooms or the weights would give."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from reader.model import Kind
from reader.ner.decode import Decoder
from reader.ner.known import Known
from reader.ner.layered import Layered
from reader.ner.tokenized import Hint, Span, TokenizedText
from reader.ner.transformer import Network, Settings
from reader.ner.wordpiece import Vocabulary

KINDS = ("person", "organisation", "place", "group", "other")
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BIES"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *_LETTERS, *".,'-()", *(f"##{c}" for c in _LETTERS)]


def marks_capitals(longest: int = 40) -> Network:
    """A network that marks every capitalised word as a person, alone, and has seen at most `longest` pieces."""

    def run(ids: npt.NDArray[np.int64], casing: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        assert ids.shape == casing.shape
        assert len(ids) <= longest
        assert ids[0] == PIECES.index("[CLS]")
        logits = np.zeros((*ids.shape, len(LABELS)), np.float32)
        logits[..., 0] = 4
        logits[casing % 10 == 2, LABELS.index("S-person")] = 8
        return logits

    return Network(Settings(LABELS, longest, 1.0), Vocabulary(PIECES), run)


def layered(known: Known | None = None, longest: int = 40) -> Layered:
    """The whole recogniser around that network."""
    return Layered("test", marks_capitals(longest), Decoder(LABELS), known)


def spans(tokenized: TokenizedText, **kinds: str) -> list[Span]:
    """Mentions of a text, written as name="kind", underscores for spaces."""
    found = []
    for name, kind in kinds.items():
        words = name.split("_")
        found += [
            Span(at, at + len(words), Kind(kind), 0.95)
            for at in range(len(tokenized.words) - len(words) + 1)
            if [tokenized.word(i) for i in range(at, at + len(words))] == words
        ]
    return sorted(found, key=lambda span: span.first)


def shown(tokenized: TokenizedText, hints: Iterable[Hint]) -> list[tuple[str, str]]:
    """Hints as text and kind."""
    return [(tokenized.span(hint.first, hint.stop), str(hint.kind)) for hint in hints]
