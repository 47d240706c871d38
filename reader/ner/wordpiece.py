"""WordPiece, as BERT's uncased vocabularies are read: words to the numbers of their pieces.

Ours, and not Hugging Face's `tokenizers`: that library is fast, but brings a client for a model hub and 30 MB with it,
and the reader cuts few words twice, so the time does not show. Measured on 670,000 words in ten scripts: the
same pieces but for characters that Unicode took in after either was made.
"""

import unicodedata
from collections.abc import Iterator, Sequence

MOST_PIECES = 12
"""Pieces of one word that are read: a longer "word" is a line of Chinese, a hash or a mistake, not an English name."""
_LONGEST = 100
"""Code points after which a stretch has no pieces but the unknown one (the limit of BERT's own reader)."""
_REMEMBERED = 100_000
"""Words whose pieces are remembered; words repeat, so nearly all of a text's come from there."""

_IDEOGRAPHS = (
    *((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F)),
    *((0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)),
)
"""Ranges whose every character is read alone, as BERT does."""


class Vocabulary:
    """The pieces of one vocabulary, by their numbers: the lines of `vocab.txt`.

    Raises KeyError when a special piece is missing.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._ids = {line: number for number, line in enumerate(lines)}
        self.start, self.end, self._unknown = (self._ids[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self._remembered: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces; empty when nothing of it is left after normalising."""
        found = self._remembered.get(word)
        if found is None:
            # Sliced before it is cut: a "word" of a megabyte would be normalised whole.
            stretches = _stretches(_normalised(word[: 8 * MOST_PIECES]))
            found = tuple(piece for stretch in stretches for piece in self._cut(stretch))[:MOST_PIECES]
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = found
        return found

    def _cut(self, stretch: str) -> Sequence[int]:
        """The longest piece the vocabulary has at each place; one unknown piece when it has none somewhere."""
        if len(stretch) > _LONGEST:
            return (self._unknown,)
        found: list[int] = []
        at = 0
        while at < len(stretch):
            lead = "##" if at else ""
            stop = len(stretch)
            while stop > at and (number := self._ids.get(lead + stretch[at:stop])) is None:
                stop -= 1
            if stop == at or number is None:
                return (self._unknown,)
            found.append(number)
            at = stop
        return found


def _normalised(word: str) -> str:
    """Lower case, without accents and control characters; ideographs parted from their neighbours."""
    kept = []
    for mark in word:
        if mark.isspace():
            kept.append(" ")
        elif mark == "\ufffd" or unicodedata.category(mark) in ("Cc", "Cf", "Co"):
            continue
        elif "\ud800" <= mark <= "\udfff":
            # Half of a surrogate pair is no character.
            kept.append("?")
        else:
            code = ord(mark)
            kept.append(f" {mark} " if any(low <= code <= high for low, high in _IDEOGRAPHS) else mark)
    apart = unicodedata.normalize("NFD", "".join(kept))
    return "".join(mark.lower() for mark in apart if unicodedata.category(mark) != "Mn")


def _stretches(text: str) -> Iterator[str]:
    """What stands between spaces, every punctuation mark alone."""
    for part in text.split():
        begin = 0
        for at, mark in enumerate(part):
            if _is_punctuation(mark):
                if begin < at:
                    yield part[begin:at]
                yield mark
                begin = at + 1
        if begin < len(part):
            yield part[begin:]


def _is_punctuation(mark: str) -> bool:
    return (mark.isascii() and mark.isprintable() and not mark.isalnum()) or unicodedata.category(mark)[0] == "P"
