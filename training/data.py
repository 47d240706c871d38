"""Windows of word pieces, ready for the network: several sentences in a row, targets on each word's first piece."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers

from reader.ner.words import Word, words_of
from training import augment, tables
from training.labels import Targets
from training.sources import Document, Sentence, Span

LONGEST = 192
"""The most pieces in a window, [CLS] and [SEP] included; positions beyond are never trained."""

Ints = npt.NDArray[np.int32]
_STYLES = (("lower", 0.05), ("upper", 0.09), ("title", 0.12), ("lost", 0.20), ("curled", 0.26))
"""What may happen to a run of sentences, with the chance that it is this or one before."""


def tokenizer(vocabulary: Path) -> Tokenizer:
    """BERT's uncased WordPiece over a `vocab.txt`; it is given words, so it never joins what `words_of` parted."""
    made = Tokenizer(models.WordPiece.from_file(str(vocabulary), unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer(
        clean_text=True, handle_chinese_chars=True, strip_accents=True, lowercase=True
    )
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.decoder = decoders.WordPiece()
    return made


@dataclass
class Window:
    """Pieces, casing and targets side by side, equally long; `weight` of its words in the loss."""

    pieces: Ints
    casing: Ints
    targets: Ints
    weight: float


@dataclass
class Cut:
    """One sentence cut to words and pieces: `first[i]` is the first piece of word i, or -1 if it has none."""

    words: list[Word]
    pieces: list[int]
    casing: list[int]
    first: list[int]
    targets: list[int]


def cut(sentences: list[Sentence], pieces_of: Tokenizer, targets: Targets, unmarked: tuple[str, ...]) -> list[Cut]:
    """Words, pieces, casing and targets of sentences."""
    worded = [words_of(s.text, at_line_start=s.opens_line) for s in sentences]
    encoded = pieces_of.encode_batch(
        [[s.text[w.start : w.end] for w in words] for s, words in zip(sentences, worded, strict=True)],
        is_pretokenized=True,
        add_special_tokens=False,
    )
    found = []
    for sentence, words, encoding in zip(sentences, worded, encoded, strict=True):
        first = [-1] * len(words)
        casing = []
        for i, word in enumerate(encoding.word_ids):
            if first[word] < 0:
                first[word] = i
            casing.append(words[word].casing)
        found.append(Cut(words, encoding.ids, casing, first, word_targets(words, sentence.spans, targets, unmarked)))
    return found


def word_targets(words: list[Word], spans: list[Span], targets: Targets, unmarked: tuple[str, ...]) -> list[int]:
    """One target per word."""
    strict = targets.outside(())
    soft = targets.outside(unmarked)
    # Only a word that could be a name may be of a kind its source leaves unmarked: lower case, digits, marks cannot.
    found = [soft if w.casing % 10 in (2, 3, 4, 5, 6) else strict for w in words]
    at = 0
    for span in spans:
        while at < len(words) and words[at].end <= span.start:
            at += 1
        begin = at
        while at < len(words) and words[at].start < span.end:
            at += 1
        for i in range(begin, at):
            found[i] = targets.inside(span.kinds, i - begin, at - begin)
    return found


def windows(cuts: list[Cut], most: int, weight: float) -> Iterator[Window]:
    """Pack sentences, in order, into windows of at most `most` pieces; longer ones are cut where a word begins."""
    pieces: list[int] = []
    casing: list[int] = []
    targets: list[int] = []
    for piece in cuts:
        marks = [Targets.IGNORED] * len(piece.pieces)
        for first, target in zip(piece.first, piece.targets, strict=True):
            if first >= 0:
                marks[first] = target
        at = 0
        while at < len(piece.pieces):
            if pieces and len(pieces) + len(piece.pieces) > most - 2:
                yield _window(pieces, casing, targets, weight)
                pieces, casing, targets = [], [], []
            end = at + most - 2
            while at < end < len(piece.pieces) and end not in piece.first:
                end -= 1
            pieces += piece.pieces[at:end]
            casing += piece.casing[at:end]
            targets += marks[at:end]
            at = end
    if pieces:
        yield _window(pieces, casing, targets, weight)


def _window(pieces: list[int], casing: list[int], targets: list[int], weight: float) -> Window:
    ignored = Targets.IGNORED
    return Window(
        np.array([101, *pieces, 102], np.int32),
        np.array([0, *casing, 0], np.int32),
        np.array([ignored, *targets, ignored], np.int32),
        weight,
    )


def epoch(
    documents: list[Document], pools: augment.Pools, pieces_of: Tokenizer, targets: Targets, seed: int
) -> list[Window]:
    """One pass over all documents, augmented anew by `seed`."""
    rng = random.Random(seed)
    found: list[Window] = []
    for document in documents:
        # Runs of sentences, not documents, take a style: so a document does not lose all of its casing at once.
        at = 0
        while at < len(document.sentences):
            run = document.sentences[at : at + rng.choice((1, 3, 8, 20))]
            at += len(run)
            most = rng.choice((48, 96, 128, 160, LONGEST))
            found += windows(cut(_vary(run, pools, rng), pieces_of, targets, document.unmarked), most, document.weight)
    made = [augment.template_sentence(pools, rng) for _ in range(len(found) // 12)]
    pages = [line for _ in range(len(found) // 15) for line in tables.page(pools, rng)]
    found += windows(cut(made, pieces_of, targets, ()), 96, 0.5)
    found += windows(cut(pages, pieces_of, targets, ()), 96, 0.5)
    return found


def _vary(sentences: list[Sentence], pools: augment.Pools, rng: random.Random) -> list[Sentence]:
    share = rng.choice((0.0, 0.0, 0.1, 0.4))
    if share:
        sentences = [augment.replace_names(s, pools, rng, share) for s in sentences]
    sentences = [augment.expand(s, pools, rng, 0.02) for s in sentences]
    sentences = [augment.declare_acronym(s, rng, 0.05) for s in sentences]
    roll = rng.random()
    style = next((name for name, upto in _STYLES if roll < upto), "")
    if not style:
        return sentences
    if style == "lost":
        marks = rng.choice(("'’", "'’,", ",", "'’,\"“”"))
        return [augment.lose(s, marks) for s in sentences]
    if style == "curled":
        return [augment.curl(s) for s in sentences]
    return [augment.recase(s, style) for s in sentences]


def batches(windows: list[Window], pieces: int, rng: random.Random) -> list[list[Window]]:
    """Batches of windows nearly equally long, about `pieces` pieces each, in random order."""
    ordered = sorted(windows, key=lambda w: len(w.pieces) + rng.random() * 6)
    found: list[list[Window]] = []
    batch: list[Window] = []
    for window in ordered:
        if batch and (len(batch) + 1) * max(len(window.pieces), len(batch[-1].pieces)) > pieces:
            found.append(batch)
            batch = []
        batch.append(window)
    if batch:
        found.append(batch)
    rng.shuffle(found)
    return found


def pad(batch: list[Window]) -> tuple[npt.NDArray[np.int64], ...]:
    """input_ids, attention_mask, casing, targets: [batch, longest]."""
    longest = max(len(w.pieces) for w in batch)
    arrays = [np.zeros((len(batch), longest), np.int64) for _ in range(4)]
    arrays[3][:] = Targets.IGNORED
    for i, window in enumerate(batch):
        n = len(window.pieces)
        arrays[0][i, :n], arrays[1][i, :n], arrays[2][i, :n], arrays[3][i, :n] = (
            window.pieces,
            1,
            window.casing,
            window.targets,
        )
    return tuple(arrays)
