"""The network: texts in, for every word the log-probability of every label out.

It runs with onnxruntime on the CPU, quantised to eight bits, from the files in `weights/` (`training/` makes them):
`model.onnx` takes a window's `words` and `casing` and gives `logits`; `words.npz` is the word embedding, kept outside
so that a smaller network, `fast.onnx`, can share it; `vocab.txt` is the vocabulary, `labels.json` has the labels, the
longest window and, for each network, the temperature that makes its probabilities honest.
"""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from io import BytesIO
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from reader.model import TadmorError
from reader.ner.decode import Scores
from reader.ner.tokenized import TokenizedText
from reader.ner.windows import Window, windows_of
from reader.ner.wordpiece import Vocabulary
from reader.ner.words import SPECIAL

_log = logging.getLogger(__name__)

Ids = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Run = Callable[[Ids, Ids], Floats]
"""Of one window, the number of each piece and its word's casing, both [piece], to logits, [piece, label]."""

_SILENT = np.float32(-12.0)
"""Log-probability of every label but `O` for a word of which the vocabulary keeps nothing, such as a lone accent."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `labels.json` says."""

    labels: tuple[str, ...]
    longest: int
    """Pieces in a window, the two marks at its ends included."""
    temperature: float
    """What logits are divided by, fitted on held-out text, so that confidences are probabilities."""


class Embedding:
    """Pieces to vectors, kept in eight bits with a scale for each piece."""

    def __init__(self, packed: bytes) -> None:
        with np.load(BytesIO(packed)) as arrays:
            self._rows: npt.NDArray[np.int8] = arrays["rows"]
            self._scale: Floats = arrays["scale"]

    def of(self, ids: Ids) -> Floats:
        """The vectors of these pieces, [piece, hidden]."""
        vectors: Floats = self._rows[ids] * self._scale[ids]
        return vectors


class Network:
    """Reads texts with one network."""

    def __init__(self, settings: Settings, vocabulary: Vocabulary, run: Run) -> None:
        self.labels = settings.labels
        self._settings = settings
        self._vocabulary = vocabulary
        self._run = run

    def scores(self, batch: Sequence[TokenizedText]) -> list[Scores]:
        """For every text, [word, label].

        Windows are read one by one. Eight-bit activations are scaled by the largest in what is read together, so a text
        would be marked a little differently in different company; and batches are no faster on a CPU.
        """
        return [self._scores(tokenized) for tokenized in batch]

    def _scores(self, tokenized: TokenizedText) -> Scores:
        pieces = [self._vocabulary.pieces(tokenized.word(i)) for i in range(len(tokenized.words))]
        scores = np.full((len(pieces), len(self.labels)), _SILENT, np.float32)
        scores[:, self.labels.index("O")] = 0
        for window in windows_of([len(p) for p in pieces], tokenized.sentences, self._settings.longest - 2):
            if not any(tokenized.text[word.start].isalnum() for word in tokenized.words[window.first : window.stop]):
                # Rules and ornaments name nobody; a page of dots would be read for a minute.
                continue
            logits = self._logits(tokenized, pieces, window)
            at = 1
            for word in range(window.first, window.stop):
                if pieces[word] and window.keep_first <= word < window.keep_stop:
                    scores[word] = logits[at]
                at += len(pieces[word])
        return scores

    def _logits(self, tokenized: TokenizedText, pieces: Sequence[tuple[int, ...]], window: Window) -> Scores:
        """Log-probabilities of one window, [piece, label]."""
        words = range(window.first, window.stop)
        inside = [piece for word in words for piece in pieces[word]]
        casing = [tokenized.words[word].casing for word in words for _ in pieces[word]]
        ids = np.array([self._vocabulary.start, *inside, self._vocabulary.end], np.int64)
        logits = self._run(ids, np.array([SPECIAL, *casing, SPECIAL], np.int64))
        logits = logits / np.float32(self._settings.temperature)
        logits -= logits.max(1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(1, keepdims=True))
        return logits


def load_network(folder: Traversable, name: str = "model", threads: int = 1) -> Network:
    """The network `name` of those in a folder of weights, on so many threads.

    Raises TadmorError when files are missing or are not such weights.
    """
    try:
        settings = _settings(json.loads(folder.joinpath("labels.json").read_text("utf-8")), name)
        vocabulary = Vocabulary(folder.joinpath("vocab.txt").read_text("utf-8").split("\n"))
        embedding = Embedding(folder.joinpath("words.npz").read_bytes())
        run = _session(folder.joinpath(f"{name}.onnx").read_bytes(), embedding, threads)
    except (OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise TadmorError(
            f"The recogniser's weights in {folder} cannot be read ({type(error).__name__}): "
            "name a folder that `make -C training` wrote, or install Tadmor again."
        ) from error
    return Network(settings, vocabulary, run)


def _settings(said: Mapping[str, object], name: str) -> Settings:
    labels, longest, temperatures = said["labels"], said["longest"], said["temperature"]
    if not isinstance(labels, list) or not isinstance(longest, int) or not isinstance(temperatures, dict):
        raise TypeError("labels.json")
    return Settings(tuple(map(str, labels)), longest, float(temperatures[name]))


def _session(model: bytes, embedding: Embedding, threads: int) -> Run:
    """The one place that touches onnxruntime, which has no types."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that wait must not burn a core: the reader reads while this works.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own that are no ValueError
        _log.exception("onnxruntime does not take the weights")
        raise ValueError("model.onnx") from error

    def run(ids: Ids, casing: Ids) -> Floats:
        logits: Floats = session.run(["logits"], {"words": embedding.of(ids), "casing": casing})[0]
        return logits

    return run
