"""Words as questions to the full-text index. What a person types reaches SQLite as a quoted string only.

A word that is typed in one script finds the names in another: Путин finds Putin, and Putin finds Путин. What a word is
in another script is looked up among the words of the names in the library (`spelling_words`, which is the index itself
seen as a list), so that nothing more is stored.
"""

from collections.abc import Iterator
from itertools import islice

from reader.library.store import Reader
from reader.names.fold import fold
from reader.names.likeness import Change, token_change
from reader.names.scripts import consonant_key, foreign, romanise, vowelless
from reader.names.searchable import asked
from reader.names.tables import ARTICLES
from reader.names.transcription import transcribes
from reader.names.unspaced import lone
from reader.query import Word

ALIKE = 40
"""Most words in other scripts that one word is searched by."""

_BEYOND_LATIN = "\u0370"
"""Where the scripts after Latin begin; what comes before sorts before."""

_FIRST_LETTERS = {"a": "aeiouwyh", "b": "bpfvw", "k": "kgqcxjh", "t": "tdj", "s": "szctjx", "l": "lr"}
"""What a name may begin with in Latin letters, by the class of its first consonant (`consonant_key`)."""


def _phrase(words: str, prefix: bool) -> str:
    """A full-text string: words in their order; with `prefix`, the last may be longer."""
    return '"' + words.replace('"', '""') + ('" *' if prefix else '"')


def in_order(text: str, prefix: bool = False) -> list[str]:
    """The full-text strings of which any finds the words of `text` in their order."""
    return [_phrase(*one) for one in asked(text, prefix=prefix)]


def any_script(db: Reader, text: str, prefix: bool) -> str:
    """The full-text question for a spelling, or a text, that has every word of `text`, in any order and any script.

    Empty where there is no word in it.
    """
    return asked_for(db, text, prefix)[0]


def asked_for(db: Reader, text: str, prefix: bool) -> tuple[str, list[Word]]:
    """The same, with the words that texts may have it in."""
    words = text.split()
    found = [_word(db, word, prefix and at == len(words) - 1) for at, word in enumerate(words)]
    return " AND ".join(filter(None, (one for one, _ in found))), [form for _, forms in found for form in forms]


def _word(db: Reader, word: str, prefix: bool) -> tuple[str, list[Word]]:
    """The full-text question for one word as it is typed, or as names in other scripts have it; and all these forms."""
    forms = [Word(word, prefix)]
    choices = in_order(word, prefix)
    plain = fold(word)
    if len(plain) < 2 and not lone(plain):
        # A single letter is no name in another script.
        return any_of(choices), forms
    if foreign(word):
        latin = [part for part in fold(romanise(word)).split() if part not in ARTICLES]
        # Where the script leaves vowels out, its letters say more than their reading.
        letters = word if vowelless(word) and len(latin) == 1 else ""
        parts = [[Word(part, prefix), *map(Word, _latin_words(db, part, letters))] for part in latin]
        choices += [" AND ".join(map(_either, parts))] if parts else []
        forms += [form for part in parts for form in part]
    else:
        found = [*islice(_foreign_words(db, plain, prefix), ALIKE)]
        choices += [choice for one in found for choice in in_order(one)]
        forms += map(Word, found)
    return any_of(choices), forms


def any_of(choices: list[str]) -> str:
    """The question that any of these answers."""
    return choices[0] if len(choices) == 1 else f"({' OR '.join(choices)})" if choices else ""


def _either(forms: list[Word]) -> str:
    return f"({' OR '.join(choice for form in forms for choice in in_order(form.text, form.prefix))})"


def _latin_words(db: Reader, word: str, letters: str) -> list[str]:
    """The words of names in Latin letters that a romanised word may be; the first letters narrow the look.

    `letters`: the word in Arabic or Hebrew, if it is one.
    """
    consonants = consonant_key(word)
    if not consonants:
        return []
    found = []
    for letter in _FIRST_LETTERS.get(consonants[0], consonants[0]):
        terms = db.column(
            "SELECT term FROM spelling_words WHERE term >= ? AND term < ? AND col <> 'foreign'",
            (letter, chr(ord(letter) + 1)),
        )
        found += [
            term
            for term in terms
            if consonant_key(term) == consonants
            and _one(term, word)
            and (not letters or term == word or transcribes(term, letters))
        ]
    return sorted({*found})[:ALIKE]


def _foreign_words(db: Reader, word: str, prefix: bool) -> Iterator[str]:
    """The words of names in other scripts that a word in Latin letters may be, or with `prefix` begin."""
    for term in db.column("SELECT term FROM spelling_words WHERE term >= ? AND col = 'foreign'", (_BEYOND_LATIN,)):
        read = [part for part in fold(romanise(term)).split() if part not in ARTICLES]
        mute = len(read) == 1 and vowelless(term)
        if any(
            (prefix and part.startswith(word))
            or (_one(word, part) and (not mute or word == part or transcribes(word, term)))
            for part in read
        ):
            yield term


def _one(left: str, right: str) -> bool:
    return token_change(left, right, across=True) in (Change.EQUAL, Change.SOUND, Change.SCRIPT)
