"""Texts that are not English: what the network makes of them, corrected; and capitals where it cannot read at all.

The network learnt English. In other languages written in Latin letters it still finds most names, somewhat surer than
it should be, and takes a sentence's first small word for a part of the name after it. Cyrillic and Greek it does not
read; there names are what is written with capitals inside a sentence, and less can be said of what they name.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.model import Kind
from reader.names.declarations import is_acronym
from reader.names.given_names import is_given_name
from reader.names.scripts import romanise
from reader.ner.tokenized import Span, TokenizedText

OVERSURE = 0.92
"""What confidence is multiplied by in other languages: of 83 mentions in German, French, Italian, Portuguese, Spanish
and Turkish (`benchmarks/languages`), 76 in 100 were right where 82.5 were promised."""
PERSON, LIKELY, UNKNOWN = 0.85, 0.5, 0.4
"""Confidence of capitals: a known given name and more (right in 91 of 100 such runs in English news); an acronym (an
organisation in 48 of 100), a word after a preposition of place, two or three words that nothing is known of (persons
more often than not in these languages, which seldom write an institution with more than one capital); anything else,
which is `other` because nothing says what it is."""

_FUNCTION_WORDS = {
    "en": "the of and to in a is was for on that by with as at from it be are his he has an have were this its not",
    "es": "de la el los las que y en un una por con para del se su al lo como más según este esta fue ha sus es",
    "fr": "de la le les des et du une un est dans pour qui sur au aux par pas plus en il à ce selon avec ont été",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch nach bei hat wie in",
    "it": "di il che la è per un una in del della non sono con dei nel al si da gli ha alle dopo secondo",
    "pt": "de o a os as do da dos das em um uma que e não para com por no na ao se foi mais segundo depois",
    "nl": "de het van een en in is dat op te voor met zijn niet aan er om ook als bij door naar",
    "tr": "ve bir bu için ile da de olarak çok daha sonra kadar olan yeni dün göre ise gibi",
    "pl": "w i na z się nie do jest to że po od przez za ma dla oraz jako",
    "sv": "och att det som en på är av för med till den har de inte om ett från",
    "ro": "de și în a la cu pe din care nu un o pentru este sunt ca mai fost",
    "id": "yang dan di dari untuk dengan ini itu pada tidak dalam akan telah oleh ke",
}
"""The commonest small words of languages in Latin letters. Written from general knowledge."""
_PLACE_BEFORE = frozenset("в во из у з із зі до під біля под около στην στη στο στον".split())
"""Russian, Ukrainian and Greek words before a name that is a place more often than anything else."""
_OPENERS = _PLACE_BEFORE | frozenset(
    "а и но на с со к по о об за от для при как это он она они его і й та але про від за як це він вона вони"
    " ο η το οι τα του της των τον την για από με και ένας μία ένα".split()
)
"""Small words of these languages that open a sentence and are no part of the name after them."""
_LANGUAGES = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_LEAST_WORDS = 8
"""Small words of some language that a text must have before it is called anything but English."""
_CASED_SCRIPTS = ("CYRILLIC", "GREEK")


def language_of(tokenized: TokenizedText) -> str:
    """The language that most of a text's small words belong to; `en` when that is not clear."""
    counts: Counter[str] = Counter(tokenized.word(number).casefold() for number in range(len(tokenized.words)))
    found = {language: sum(counts[word] for word in words) for language, words in _LANGUAGES.items()}
    best = max(found, key=lambda language: (found[language], language == "en"))
    return best if found[best] >= max(_LEAST_WORDS, 1.5 * found["en"]) else "en"


def corrected(tokenized: TokenizedText, sentences: Sequence[list[Span]]) -> list[list[Span]]:
    """The spans of each sentence as they should be in a text that may not be English."""
    language = language_of(tokenized)
    found = []
    for (first, stop), spans in zip(tokenized.sentences, sentences, strict=True):
        if _script(tokenized, first, stop) in _CASED_SCRIPTS:
            spans = sorted([*spans, *_beside(_capitals(tokenized, first, stop), spans)], key=lambda span: span.first)
        elif language != "en":
            spans = [s for span in spans if (s := _trimmed(tokenized, span, first, _LANGUAGES[language]))]
        found.append(spans)
    return found


def _trimmed(tokenized: TokenizedText, span: Span, first: int, small: frozenset[str]) -> Span | None:
    """Without the small word that opens the sentence, and less sure."""
    begin = span.first
    if begin == first and span.stop - begin > 1 and tokenized.word(begin).casefold() in small:
        begin += 1
    return Span(begin, span.stop, span.kind, span.confidence * OVERSURE)


def _beside(spans: Iterator[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Those that touch none of the others."""
    taken = {word for span in others for word in range(span.first, span.stop)}
    return (span for span in spans if taken.isdisjoint(range(span.first, span.stop)))


def _script(tokenized: TokenizedText, first: int, stop: int) -> str:
    """The script of most words of a sentence: the first word of its letters' Unicode names."""
    scripts = Counter(_script_of(tokenized.text[tokenized.words[number].start]) for number in range(first, stop))
    scripts.pop("", None)
    return max(scripts, key=lambda script: scripts[script]) if scripts else ""


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""


def _capitals(tokenized: TokenizedText, first: int, stop: int) -> Iterator[Span]:
    """Runs of capitalised words; a sentence's first word only where more such words follow it."""
    at = first
    while at < stop:
        end = at
        while end < stop and _is_capital(tokenized.word(end)) and (end == at or _touch(tokenized, end - 1)):
            end += 1
        begin = at + 1 if at == first and end > at and _only_opens(tokenized, at, end) else at
        if begin < end:
            yield _named(tokenized, begin, end, first)
        at = max(end, at + 1)


def _only_opens(tokenized: TokenizedText, at: int, end: int) -> bool:
    """Whether the first word of a sentence has its capital from that alone."""
    if end - at == 1 or tokenized.word(at).casefold() in _OPENERS:
        return True
    return end - at > 2 and not _is_given(tokenized, at) and _is_given(tokenized, at + 1)


def _named(tokenized: TokenizedText, first: int, stop: int, opening: int) -> Span:
    if stop - first > 1:
        if _is_given(tokenized, first):
            return Span(first, stop, Kind.PERSON, PERSON)
        return Span(first, stop, Kind.PERSON if stop - first < 4 else Kind.OTHER, LIKELY)
    if is_acronym(tokenized.word(first)):
        return Span(first, stop, Kind.ORGANISATION, LIKELY)
    if first > opening and tokenized.word(first - 1).casefold() in _PLACE_BEFORE:
        return Span(first, stop, Kind.PLACE, LIKELY)
    return Span(first, stop, Kind.OTHER, UNKNOWN)


def _is_given(tokenized: TokenizedText, at: int) -> bool:
    return is_given_name(romanise(tokenized.word(at)).casefold())


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _touch(tokenized: TokenizedText, left: int) -> bool:
    """Whether nothing but a space stands between a word and the next."""
    return tokenized.text[tokenized.words[left].end : tokenized.words[left + 1].start] == " "
