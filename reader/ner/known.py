"""Names of known actors in a text: what the dictionary has to say about its words.

The dictionary gives evidence and does not overrule: each name that it finds is a hint whose weight says how seldom
such a name means something else. A name of several words, or an acronym in capitals, weighs much; a single word little,
since it may be a surname or, at the start of a sentence, no name at all.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.model import Kind
from reader.names.declarations import is_acronym
from reader.names.tables import FAMILY_FIRST, Title, titles
from reader.ner.caseless import CaselessNames
from reader.ner.sentences import OPENERS
from reader.ner.tokenized import Hint, TokenizedText
from reader.ner.words import words_of

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary

SEVERAL_WORDS = 4.0
"""Nats for each word of a name of two words or more: enough to join what the network split."""
ACRONYM = 3.5
SINGLE_WORD = 3.5
"""For organisations and armed groups: such names are seldom anything else, if they are names at all."""
CONFIRMED = 8.0
"""For an acronym that is a word too, when another name of its bearer is in the text; the network, which does not see
case as we do, takes IS for the verb and is sure of it."""
SEVERAL_PLACE = 3.0
PLACE_ACRONYM = 2.5
SEVERAL_PERSON = 6.0
"""For a known person's whole name that touches no other: the network takes the Ban of Ban Ki-moon for the verb."""
SINGLE_PLACE = 2.0
"""For places, peoples and persons: Jordan, Chad, Washington and Israel are persons too."""
_TITLED = 4
"""Letters of an acronym from which on some papers write it with one capital: Nato, Isil, Unesco."""

_APOSTROPHES = "'’‘ʼʻ`´"
_HYPHENS = frozenset("-‐‑–")
_JOINERS = frozenset("-‐‑‒–." + _APOSTROPHES)
"""Marks that may stand between two words of one name without a space before them: al-Qaeda, Mar'a, St. Louis."""
_LISTED_TITLES = titles(Title.LISTED)
_WORDS_TOO = frozenset({"IS", "IT", "WHO", "US", "AID", "CAR", "ACT", "ARM", "MAY", "CAN", "AS", "SO", "ALL", "NOW"})
"""Acronyms that are words when written small."""
_DATES = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March"}
    | {"April", "May", "June", "July", "August", "September", "October", "November", "December"}
)
"""Capitalised words that are no part of the name beside them: "On Sunday Syria said"."""
_SMALL = 4
"""Letters of the longest word that may be written small before the last of a name: of, and, the, al, from."""
_TAIL = 2
"""Letters of the longest last word that may be: Mar'a, People's."""


class Known:
    """The names of a dictionary, ready to be found in texts."""

    def __init__(self, dictionary: "Dictionary") -> None:
        self._names: dict[tuple[str, ...], set[Kind]] = {}
        self._cased: dict[str, set[Kind]] = {}
        """Short forms, which hold as they are written only: US, LeT."""
        self._longest: dict[str, int] = {}
        self._surnames: set[str] = set()
        self._other_names: dict[str, set[str]] = {}
        """Of acronyms that are words too (IS, WHO): the other names of those who bear them, case folded."""
        self.caseless = CaselessNames(dictionary)
        """Its names in scripts without capitals."""
        for entry in dictionary.entries():
            if entry.kind is Kind.PERSON:
                self._surnames.update(_surnames(entry.name))
            for name in (entry.name, *entry.names, *entry.acronyms):
                self._add(name, entry.kind)
            for demonym in entry.demonyms:
                self._add(demonym, Kind.GROUP)
            for acronym in _WORDS_TOO.intersection(entry.acronyms):
                names = {name.casefold() for name in (entry.name, *entry.names, *entry.acronyms) if name != acronym}
                self._other_names.setdefault(acronym, set()).update(names)

    def _add(self, name: str, kind: Kind) -> None:
        if _is_cased(name):
            bare = name.replace(".", "")
            self._cased.setdefault(bare, set()).add(kind)
            if len(bare) >= _TITLED and bare.isalpha() and kind.folded is Kind.ORGANISATION:
                self._cased.setdefault(bare.capitalize(), set()).add(kind)
            return
        for key in _keys(name):
            if kind is Kind.PERSON and len(key) > 1 and key[0] in _LISTED_TITLES:
                key = key[1:]
            self._names.setdefault(key, set()).add(kind)
            self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))

    def kinds_of(self, name: str) -> frozenset[Kind]:
        """The kinds of the known actors that go by this name, case and marks aside; acronyms in capitals only."""
        found = self._cased.get(name.replace(".", ""), set())
        for key in _keys(name):
            found = found | self._names.get(key, set())
        return frozenset(found)

    def is_surname(self, word: str) -> bool:
        """Whether a word is a known person's surname and, as far as is known, no other name."""
        return fold_word(word) in self._surnames and Kind.PERSON in (self.kinds_of(word) or {Kind.PERSON})

    def hints(self, tokenized: TokenizedText) -> list[Hint]:
        """A hint for every known name in a text; of names that overlap, the first and longest."""
        hints = [hint for first, stop in tokenized.sentences for hint in self._in_sentence(tokenized, first, stop)]
        found = {tokenized.span(hint.first, hint.stop).casefold() for hint in hints}
        return [self._confirmed(tokenized, hint, found) for hint in hints]

    def _confirmed(self, tokenized: TokenizedText, hint: Hint, found: set[str]) -> Hint:
        """More weight for an acronym that is a word too, when the text has its bearer's name as well."""
        if not found.intersection(self._other_names.get(tokenized.span(hint.first, hint.stop), ())):
            return hint
        return Hint(hint.first, hint.stop, hint.kind, CONFIRMED, hint.by)

    def _in_sentence(self, tokenized: TokenizedText, first: int, stop: int) -> Iterator[Hint]:
        letters = [i for i in range(first, stop) if tokenized.text[tokenized.words[i].start].isalnum()]
        keys = [fold_word(tokenized.word(i)) for i in letters]
        shouted = is_shouted(tokenized, letters)
        at = 0
        while at < len(letters):
            length, kinds = self._longest_at(tokenized, letters, keys, at)
            weights = (SEVERAL_WORDS, SEVERAL_PLACE) if length > 1 else (SINGLE_WORD, SINGLE_PLACE)
            if not length and not shouted:
                length, kinds = self._cased_at(tokenized.word(letters[at]))
                weights = (ACRONYM, PLACE_ACRONYM)
            kind = _only(kinds)
            if length == 1 and keys[at] in _PARTIES and not self._is_party(tokenized, letters, keys, at):
                kind = None
            if kind and not _is_part(tokenized, letters, at, at + length - 1, kind):
                weight = weights[kind is not Kind.ORGANISATION]
                if kind is Kind.PERSON and length > 1 and not _touching(tokenized, letters, at, at + length - 1):
                    weight = SEVERAL_PERSON
                yield Hint(letters[at], letters[at + length - 1] + 1, kind, weight, "dictionary")
            at += max(length, 1)

    def _is_party(self, tokenized: TokenizedText, letters: Sequence[int], keys: Sequence[str], at: int) -> bool:
        """Whether Democrats are the party: not Social Democrats, but those of the Senate, and of Texas."""
        if at == 0 or not _after_capital(tokenized, letters, at):
            return True
        before = self.kinds_of(tokenized.word(letters[at - 1]))
        return keys[at - 1] in _CHAMBERS or any(kind.folded is Kind.PLACE for kind in before)

    def _longest_at(
        self, tokenized: TokenizedText, letters: Sequence[int], keys: Sequence[str], at: int
    ) -> tuple[int, set[Kind]]:
        """The longest name that begins at letter-word `at`: its length in such words (0: none) and its kinds."""
        reach = 1
        most = min(self._longest.get(keys[at], 0), len(letters) - at)
        while reach < most and is_joined(tokenized, letters[at + reach - 1], letters[at + reach]):
            reach += 1
        for length in range(min(reach, most), 0, -1):
            kinds = self._names.get(tuple(keys[at : at + length]))
            if kinds and _is_written_as_name(_written(tokenized, letters[at : at + length])):
                return length, kinds
        return 0, set()

    def _cased_at(self, word: str) -> tuple[int, set[Kind]]:
        kinds = self._cased.get(word.replace(".", ""))
        return (1, kinds) if kinds else (0, set())


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A word without case, accents and inner dots."""
    plain = unicodedata.normalize("NFD", word.casefold()) if not word.isascii() else word.casefold()
    return "".join(c for c in plain if c != "." and not unicodedata.combining(c)) or word


def is_shouted(tokenized: TokenizedText, letters: Iterable[int]) -> bool:
    """Whether words are written in capitals for emphasis, as a headline is, so that capitals say nothing."""
    words = [word for word in map(tokenized.word, letters) if len(word) > 1 and word.upper() != word.lower()]
    loud = sum(word.isupper() for word in words)
    return loud >= 3 and loud > len(words) / 2


def is_joined(tokenized: TokenizedText, left: int, right: int) -> bool:
    """Whether two words can be neighbours in one name: a space, or a hyphen or apostrophe, between them."""
    between = tokenized.text[tokenized.words[left].end : tokenized.words[right].start]
    bare = between.rstrip()
    return bare in _JOINERS if bare else "\n" not in between


def _keys(name: str) -> list[tuple[str, ...]]:
    """The word sequences a name is found by: with its apostrophes parting words, as text is cut, and with them lost."""
    found = []
    for spelling in dict.fromkeys((name, "".join(c for c in name if c not in _APOSTROPHES))):
        words = [spelling[w.start : w.end] for w in words_of(spelling)]
        key = tuple(fold_word(word) for word in words if word[0].isalnum())
        if len(key) > 1 and key[0] == "the":
            key = key[1:]
        if key:
            found.append(key)
    return found


def _written(tokenized: TokenizedText, letters: Sequence[int]) -> list[str]:
    """The words of a name, those that a hyphen joins as one: the moon of Ban Ki-moon has the capital of Ki."""
    words = [tokenized.word(letters[0])]
    for before, at in pairwise(letters):
        if at - before > 1 and tokenized.word(before + 1) in _HYPHENS and tokenized.word(before)[0].isupper():
            words[-1] += tokenized.word(at)
        else:
            words.append(tokenized.word(at))
    return words


def _is_written_as_name(words: Sequence[str]) -> bool:
    """Whether words are capitalised as a name's are; "us", "may", "turkey" and the army of "Syrian army" are not."""
    if not any(word[0].isupper() for word in words) or (words[-1][0].islower() and len(words[-1]) > _TAIL):
        return False
    return all(not word[0].islower() or len(word) <= _SMALL for word in words)


def _only(kinds: set[Kind]) -> Kind | None:
    """The kind that all of them are to the network, or None when they differ."""
    folded = {kind.folded for kind in kinds}
    return folded.pop() if len(folded) == 1 else None


def _is_part(tokenized: TokenizedText, letters: Sequence[int], first: int, last: int, kind: Kind) -> bool:
    """Whether a place, or a name of one word, touches other capitalised words: then the network decides alone."""
    if first < last and kind not in (Kind.PLACE, Kind.GROUP):
        return False
    if _before_capital(tokenized, letters, last):
        return True
    return kind is not Kind.ORGANISATION and _after_capital(tokenized, letters, first)


def _touching(tokenized: TokenizedText, letters: Sequence[int], first: int, last: int) -> bool:
    """Whether other capitalised words touch a name."""
    return _before_capital(tokenized, letters, last) or _after_capital(tokenized, letters, first)


def _surnames(name: str) -> list[str]:
    """The folded surname of a person's name of several words: the last, and the first where it is an Eastern one's."""
    words = [fold_word(word) for word in name.split()]
    # A text has the article of al-Assad as a word of its own.
    return [] if len(words) < 2 else [re.split("[-‐]", words[-1])[-1], *(words[:1] if words[0] in FAMILY_FIRST else [])]


def _before_capital(tokenized: TokenizedText, letters: Sequence[int], last: int) -> bool:
    """Whether a capitalised word follows that is no acronym: "Jordan Times", but not "ISIL IS"."""
    if last + 1 >= len(letters) or not _touches(tokenized, letters, last):
        return False
    following = tokenized.word(letters[last + 1])
    if fold_word(following) in _OFFICES or _is_judge(tokenized, letters[last + 1 : last + 3]):
        return False
    return _is_capital(following) and not is_acronym(following)


_OFFICES = frozenset("gov sen rep governor senator judge republican republicans democrat democrats".split())
"""Folded titles and parties before which a place, or a chamber, is a name of its own: "Ohio Gov. John Kasich"."""
_PARTIES = frozenset(("democrats", "republicans"))
_CHAMBERS = frozenset(("senate", "house", "congressional"))
_COURTS = frozenset(("district", "circuit", "appeals"))


def _is_judge(tokenized: TokenizedText, letters: Sequence[int]) -> bool:
    words = [fold_word(tokenized.word(at)) for at in letters]
    return len(words) > 1 and words[0] in _COURTS and words[1] == "judge"


def _after_capital(tokenized: TokenizedText, letters: Sequence[int], first: int) -> bool:
    """Whether a capitalised word stands right before, or before *of*: "Michael Jordan", "Bank of Syria"."""
    before = first - 1
    if before > 0 and tokenized.word(letters[before]) == "the" and tokenized.word(letters[before - 1]) == "of":
        before -= 1
    if before > 0 and tokenized.word(letters[before]) == "of":
        # A capital at the start of a sentence says nothing: "People of Syria".
        return (
            before > 1 and _touches(tokenized, letters, before - 1) and _is_capital(tokenized.word(letters[before - 1]))
        )
    if before < 0 or not _touches(tokenized, letters, before) or not _is_capital(tokenized.word(letters[before])):
        return False
    return before > 0 or tokenized.word(letters[before]).lower() not in OPENERS


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word not in _DATES


def _touches(tokenized: TokenizedText, letters: Sequence[int], left: int) -> bool:
    """Whether nothing but a space stands between a word with letters and the next such."""
    return tokenized.text[tokenized.words[letters[left]].end : tokenized.words[letters[left + 1]].start] == " "


def _is_cased(name: str) -> bool:
    """Whether a name is a short form that holds only as it is written, because of its capitals."""
    return name.replace(".", "").isalnum() and len(name) <= 8 and sum(c.isupper() for c in name) > 1
