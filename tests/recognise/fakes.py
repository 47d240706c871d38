"""Stand-ins for what other rooms or the weights would give."""

import numpy as np
import numpy.typing as npt

from reader.recognise.decode import Decoder
from reader.recognise.known import Known
from reader.recognise.layered import Layered
from reader.recognise.transformer import Network, Settings, Vocabulary

KINDS = ("person", "organisation", "place", "group", "other")
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BIES"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *_LETTERS, *".,'-()", *(f"##{c}" for c in _LETTERS)]


def marks_capitals(longest: int = 40) -> Network:
    """A network that marks every capitalised word as a person, alone, and has seen at most `longest` pieces."""

    def run(ids: npt.NDArray, mask: npt.NDArray, casing: npt.NDArray) -> npt.NDArray[np.float32]:
        assert ids.shape == mask.shape == casing.shape
        assert ids.shape[1] <= longest
        assert (ids[:, 0] == PIECES.index("[CLS]")).all()
        logits = np.zeros((*ids.shape, len(LABELS)), np.float32)
        logits[..., 0] = 4
        logits[casing % 10 == 2, LABELS.index("S-person")] = 8
        return logits

    return Network(Settings(LABELS, longest, 1.0), Vocabulary(PIECES), run)


def layered(known: Known | None = None, longest: int = 40) -> Layered:
    """The whole recogniser around that network."""
    return Layered("test", marks_capitals(longest), Decoder(LABELS), known)
