"""The network: texts in, for every word the log-probability of every label out.

It runs with onnxruntime on the CPU, quantised to eight bits, from the files in `weights/` (`training/` makes them):
`model.onnx` takes `input_ids`, `attention_mask` and `casing` and gives `logits`, `vocab.txt` is the vocabulary,
`labels.json` has the labels, the longest window and the temperature that makes the probabilities honest.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

from reader.config import packaged
from reader.model import TadmorError
from reader.recognise.decode import Scores
from reader.recognise.reading import Sheet
from reader.recognise.windows import Window, windows_of

Ids = npt.NDArray[np.int64]
Run = Callable[[Ids, Ids, Ids], npt.NDArray[np.float32]]
"""input_ids, attention_mask, casing, each [window, piece], to logits [window, piece, label]."""

_BATCH = 512
"""Pieces, padding included, given to the network at once: so few that they stay in the cache, which is faster."""
_MOST_PIECES = 32
"""Pieces of one word that are read: a longer "word" is a line of Chinese, a hash or a mistake, not an English name."""
_REMEMBERED = 100_000
"""Words whose pieces are remembered; words repeat, so nearly all of a text's come from there."""
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


class Vocabulary:
    """Words to pieces: BERT's uncased WordPiece."""

    def __init__(self, lines: Sequence[str]) -> None:
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

        ids = {line: i for i, line in enumerate(lines)}
        self.start, self.end = ids["[CLS]"], ids["[SEP]"]
        self._cutter = Tokenizer(models.WordPiece(vocab=ids, unk_token="[UNK]", max_input_chars_per_word=100))
        self._cutter.normalizer = normalizers.BertNormalizer(
            clean_text=True, handle_chinese_chars=True, strip_accents=True, lowercase=True
        )
        self._cutter.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        self._remembered: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces; empty when nothing of it is left after normalising."""
        found = self._remembered.get(word)
        if found is None:
            # Sliced before it is cut: a "word" of a megabyte would be normalised whole. Halves of surrogate pairs,
            # which are no characters to the tokeniser, become question marks.
            readable = word[: 8 * _MOST_PIECES].encode("utf-8", "replace").decode("utf-8")
            encoded = self._cutter.encode(readable, add_special_tokens=False)
            found = tuple(encoded.ids[:_MOST_PIECES])
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = found
        return found


class Network:
    """Reads texts with one network."""

    def __init__(self, settings: Settings, vocabulary: Vocabulary, run: Run) -> None:
        self.labels = settings.labels
        self._settings = settings
        self._vocabulary = vocabulary
        self._run = run

    def scores(self, sheets: Sequence[Sheet]) -> list[Scores]:
        """For every text, [word, label]: windows of like length are read together, whatever text they are from."""
        pieces = [[self._vocabulary.pieces(sheet.word(i)) for i in range(len(sheet.words))] for sheet in sheets]
        limit = self._settings.longest - 2
        work = [
            (number, window, 2 + sum(map(len, pieces[number][window.first : window.stop])))
            for number, sheet in enumerate(sheets)
            for window in windows_of([len(p) for p in pieces[number]], sheet.sentences, limit)
        ]
        work.sort(key=lambda item: item[2])
        found = [self._silence(len(sheet.words)) for sheet in sheets]
        for batch in _batches(work):
            logits = self._logits(sheets, pieces, batch)
            for row, (number, window, _) in enumerate(batch):
                at = 1
                for word in range(window.first, window.stop):
                    count = len(pieces[number][word])
                    if count and window.keep_first <= word < window.keep_stop:
                        found[number][word] = logits[row, at]
                    at += count
        return found

    def _silence(self, words: int) -> Scores:
        scores = np.full((words, len(self.labels)), _SILENT, np.float32)
        scores[:, self.labels.index("O")] = 0
        return scores

    def _logits(
        self,
        sheets: Sequence[Sheet],
        pieces: Sequence[Sequence[tuple[int, ...]]],
        batch: Sequence[tuple[int, Window, int]],
    ) -> Scores:
        """Log-probabilities of one batch, [window, piece, label]."""
        ids, mask, casing = (np.zeros((len(batch), batch[-1][2]), np.int64) for _ in range(3))
        for row, (number, window, length) in enumerate(batch):
            words = range(window.first, window.stop)
            ids[row, :length] = [
                self._vocabulary.start,
                *(p for w in words for p in pieces[number][w]),
                self._vocabulary.end,
            ]
            mask[row, :length] = 1
            cases = [sheets[number].words[w].casing for w in words for _ in pieces[number][w]]
            casing[row, 1 : length - 1] = cases
        logits = self._run(ids, mask, casing) / np.float32(self._settings.temperature)
        logits -= logits.max(2, keepdims=True)
        logits -= np.log(np.exp(logits).sum(2, keepdims=True))
        return logits


def _batches(work: Sequence[tuple[int, Window, int]]) -> Iterator[Sequence[tuple[int, Window, int]]]:
    """Runs of windows, sorted by length, that together stay within `_BATCH` once padded to the longest."""
    begin = 0
    for at, (_, _, length) in enumerate(work):
        if (at + 1 - begin) * length > _BATCH and at > begin:
            yield work[begin:at]
            begin = at
    if begin < len(work):
        yield work[begin:]


def load_network(threads: int = 1, folder: Traversable | None = None) -> Network:
    """The network whose weights are in `folder`, by default those in the package, on so many threads.

    Raises TadmorError when files are missing or are not such weights.
    """
    folder = folder or packaged("recognise", "weights")
    try:
        settings = _settings(json.loads(folder.joinpath("labels.json").read_text("utf-8")))
        vocabulary = Vocabulary(folder.joinpath("vocab.txt").read_text("utf-8").split("\n"))
        run = _session(folder.joinpath("model.onnx").read_bytes(), threads)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TadmorError(
            f"The recogniser's weights cannot be read ({type(error).__name__}): install Tadmor again."
        ) from error
    return Network(settings, vocabulary, run)


def _settings(said: Mapping[str, object]) -> Settings:
    labels, longest, temperature = said["labels"], said["longest"], said["temperature"]
    if not isinstance(labels, list) or not isinstance(longest, int) or not isinstance(temperature, int | float):
        raise TypeError("labels.json")
    return Settings(tuple(map(str, labels)), longest, float(temperature))


def _session(model: bytes, threads: int) -> Run:
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
        raise ValueError("model.onnx") from error

    def run(input_ids: Ids, attention_mask: Ids, casing: Ids) -> npt.NDArray[np.float32]:
        given = {"input_ids": input_ids, "attention_mask": attention_mask, "casing": casing}
        logits: npt.NDArray[np.float32] = session.run(["logits"], given)[0]
        return logits

    return run
