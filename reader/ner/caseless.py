"""Scripts without capitals: names that the dictionary has in them, and no others.

The network learnt English and takes whole clauses in such scripts for persons. Arabic ties "and", "in", "to" and the
article to the word behind them, Hebrew the like; Chinese, Japanese, Thai and their neighbours part no words at all, and
Korean ties particles to the end of a word.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.model import Kind, Mention
from reader.names.dictionary import Dictionary
from reader.names.fold import letters
from reader.names.unspaced import LETTERS, unspaced
from reader.ner.tokenized import Span, TokenizedText

CONFIDENCE = 0.9
"""Of a name that the dictionary has: a word of two letters may be a part of another."""

_CASED = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "COPTIC", "GLAGOLITIC", "CHEROKEE", "FULLWIDTH")
_PREFIXES = {"ARABIC": ("وال", "بال", "فال", "كال", "لل", "و", "ف", "ب", "ل", "ك"), "HEBREW": tuple("והבלמשכ")}
"""What a word may begin with that is no part of it; the article, where a name has it, is."""
_FEWEST = 2
"""Letters of the shortest name that is looked for inside running text."""
_MOST = 12
"""Words, or letters where no space parts words, of the longest name."""
_ANY = re.compile(
    "[\u0590-\u08ff\u0900-\u109f\u1100-\u137f\u1780-\u1aff\u3040-\ud7af\uf900-\ufdff\ufe70-\ufefc\uff66-\uff9f]"
)
"""Letters of such scripts, and others near them: a text that has none is not looked through."""
_RUN = re.compile(f"[{LETTERS}]+")
_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0640\u0670\u0900-\u0dff])*"
)


@lru_cache(maxsize=1 << 14)
def is_caseless(text: str) -> bool:
    """Whether most letters of a text are of a script that has no capitals."""
    if text.isascii():
        return False
    own = [letter for letter in text if letter.isalpha()]
    cased = sum(unicodedata.name(letter, "LATIN").startswith(_CASED) for letter in own)
    return bool(own) and 2 * cased < len(own)


def without_guesses(tokenized: TokenizedText, spans: Sequence[Span]) -> list[Span]:
    """The spans but for those in such scripts, which nothing but the dictionary can know."""
    if tokenized.text.isascii():
        return list(spans)
    return [span for span in spans if not is_caseless(tokenized.span(span.first, span.stop))]


class CaselessNames:
    """The names of a dictionary in such scripts, ready to be found in texts."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Take the dictionary's names; of one that several kinds have nothing is known."""
        self._words: dict[tuple[str, ...], set[Kind]] = {}
        self._runs: dict[str, set[Kind]] = {}
        for entry in dictionary.entries():
            for name in (entry.name, *entry.names):
                if name.isascii() or not is_caseless(name):
                    continue
                if unspaced(name):
                    self._runs.setdefault(name, set()).add(entry.kind)
                else:
                    self._words.setdefault(tuple(map(_folded, _WORD.findall(name))), set()).add(entry.kind)

    def mentions(self, text: str) -> list[Mention]:
        """What of these names stands in a text, in its order; of names that overlap, the first and longest."""
        if text.isascii() or not _ANY.search(text):
            return []
        found = sorted((*self._in_words(text), *self._in_runs(text)))
        return [Mention(start, end, kind, CONFIDENCE, "dictionary") for start, end, kind in found]

    def _in_words(self, text: str) -> Iterator[tuple[int, int, Kind]]:
        words = [match.span() for match in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            length, start, kind = self._at(text, words, at)
            if kind is not None:
                yield start, words[at + length - 1][1], kind
            at += max(length, 1)

    def _at(self, text: str, words: Sequence[tuple[int, int]], at: int) -> tuple[int, int, Kind | None]:
        """How many words the longest name has that begins with one of them, where it begins, and its kind."""
        start, end = words[at]
        if text[start:end].isascii():
            return 0, start, None
        reach = 1
        while reach < min(_MOST, len(words) - at) and text[words[at + reach - 1][1] : words[at + reach][0]].isspace():
            reach += 1
        rest = [_folded(text[first:stop]) for first, stop in words[at + 1 : at + reach]]
        for begins in _beginnings(text[start:end]):
            first = _folded(text[start + begins : end])
            for length in range(reach, 0, -1):
                kinds = self._words.get((first, *rest[: length - 1]), set())
                if len(kinds) == 1:
                    return length, start + begins, next(iter(kinds))
        return 0, start, None

    def _in_runs(self, text: str) -> Iterator[tuple[int, int, Kind]]:
        for match in _RUN.finditer(text):
            run, at = match[0], 0
            while at < len(run):
                sizes = range(min(_MOST, len(run) - at), _FEWEST - 1, -1)
                length = next((n for n in sizes if len(self._runs.get(run[at : at + n], ())) == 1), 0)
                if length:
                    begin = match.start() + at
                    yield begin, begin + length, next(iter(self._runs[run[at : at + length]]))
                at += max(length, 1)


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    """A word without marks, with the letters that writers mix up made one."""
    return letters(word)


def _beginnings(word: str) -> list[int]:
    """Where the name in a word may begin: at its start, or behind what its script ties to it."""
    script = unicodedata.name(word[0], "").partition(" ")[0]
    found = [0]
    for prefix in _PREFIXES.get(script, ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= _FEWEST:
            found += [len(prefix)] if not prefix.endswith("ال") else [len(prefix) - 2, len(prefix)]
    for first in found[1:]:
        # "And in Syria": one after the other.
        found += [first + more for more in _beginnings(word[first:])[1:] if first == 1]
    return list(dict.fromkeys(found))
