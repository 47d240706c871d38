"""A text as the recogniser reads it: cut into words and sentences, with what speaks for each label of each word."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Kind
from reader.ner.sentences import Sentence, sentences_of
from reader.ner.words import Word, words_of

LONGEST_SENTENCE = 2000
"""Words after which a sentence is cut whatever it says: it is a table or a dump, and memory must stay bounded."""


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """The words of a text, and where each sentence begins and ends among them."""

    text: str
    words: Sequence[Word]
    sentences: Sequence[tuple[int, int]]
    """First word of a sentence, and the word after its last."""

    def word(self, index: int) -> str:
        """The word as it is written."""
        return self.text[self.words[index].start : self.words[index].end]

    def span(self, first: int, stop: int) -> str:
        """The text from word `first` up to, not including, word `stop`."""
        return self.text[self.words[first].start : self.words[stop - 1].end]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words that a decoder found: from `first` up to, not including, `stop`."""

    first: int
    stop: int
    kind: Kind
    confidence: float


@dataclass(frozen=True, slots=True)
class Hint:
    """Evidence from outside the network that the words `first` to `stop` (not included) are one mention of a kind."""

    first: int
    stop: int
    kind: Kind
    weight: float
    """Added to the log-probability of the label at every word, so in nats for each word."""
    by: str
    """As in `Mention.by`."""


def tokenize(text: str) -> TokenizedText:
    """Cut a text into its words and sentences."""
    words: list[Word] = []
    sentences = []
    for sentence in sentences_of(text):
        first = len(words)
        words += _words(text, sentence)
        parts = range(first, len(words), LONGEST_SENTENCE)
        sentences += [(begin, min(begin + LONGEST_SENTENCE, len(words))) for begin in parts]
    return TokenizedText(text, words, sentences)


def _words(text: str, sentence: Sentence) -> list[Word]:
    return words_of(text, sentence.start, sentence.end, at_line_start=sentence.opens_line)
