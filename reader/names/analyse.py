"""One name taken apart: what of it tells people, organisations and places apart, and what is only manner of writing."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from reader.model import Kind
from reader.names import tables
from reader.names.affixes import bared, land_of
from reader.names.fold import APOSTROPHES, fold
from reader.names.given_names import is_given_name
from reader.names.legal_forms import form_behind
from reader.names.scripts import foreign, romanise, vowelless


class Role(StrEnum):
    """What a token does in its name."""

    WORD = "word"
    INITIAL = "initial"
    PARTICLE = "particle"
    NUMBER = "number"
    GENERATION = "generation"
    REGAL = "regal"


@dataclass(frozen=True, slots=True)
class Token:
    """One folded word of a name with its role; compounds such as Abd al-Rahman are one token."""

    text: str
    role: Role
    source: str = field(default="", compare=False)
    """As it stands in the name, with an article in front of it: "ash-Sharara"."""


class _Word(NamedTuple):
    """A folded word, whether a hyphen joined it to the next, and what stood there."""

    text: str
    joined: bool
    source: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the house compares it."""

    text: str
    kind: Kind | None
    key: str
    """Folded key: equal keys are equal names. Never empty for a text with a letter or digit."""
    tokens: tuple[Token, ...]
    """What is left without article, honorific and legal form."""
    words: tuple[str, ...]
    """The tokens that carry the name: no particles, numbers, generations and regal titles."""
    full: tuple[str, ...]
    """Every folded word, for acronyms and declarations."""
    acronym: bool
    """Written as an acronym: one word, two to eight letters, capitals (or dotted, or CamelCase with two capitals)."""
    ayn: bool
    """Had an apostrophe inside, which other spellings may write as a vowel or not at all."""
    honorific: str
    """The folded words stripped before a person's name."""
    legal: str = ""
    """What sort of company its legal form says it is: "stock", "private", or nothing certain."""
    land: str = ""
    """The folded land of a ruler, where the name says it: "france" of "Louis XIV of France"."""
    foreign: bool = False
    """Written in another script than Latin: the tokens are romanised."""
    mute: bool = False
    """In a script that leaves vowels out: only the consonants of the tokens say something."""

    @property
    def surname(self) -> str | None:
        """A person's last word that is no initial; None where there are initials only ("J.C."). Never empty."""
        return next((t.text for t in reversed(self.tokens) if t.role is Role.WORD), None)

    @property
    def together(self) -> str:
        """All that is compared, written as one word."""
        return "".join(token.text for token in self.tokens)

    @property
    def numbers(self) -> frozenset[str]:
        """Digits and ordinals, which must agree in two spellings of one name."""
        if self.plain:
            return _NO_NUMBERS
        return frozenset(t.text for t in self.tokens if t.role is Role.NUMBER)

    @property
    def plain(self) -> bool:
        """Whether all of it are words and initials, as of most names."""
        return len(self.words) == len(self.tokens)

    @property
    def single(self) -> bool:
        """A person's name of one word: a surname, a given name or a mononym."""
        return len(self.words) == 1 and not any(t.role in (Role.REGAL, Role.NUMBER) for t in self.tokens)


_NO_NUMBERS: frozenset[str] = frozenset()

_INNER_APOSTROPHE = re.compile(rf"\w[{APOSTROPHES}](?!s\b)\w")
_HYPHENS = re.compile("[-‐‑‒–—]")
_DOTTED_INITIALS = re.compile(r"(?<!\w)([^\W\d_]\.)(?=[^\W\d_]\.)")
_NUMBER = re.compile(r"^(\d+)(?:st|nd|rd|th)?$")
_SERVANT_FUSED = re.compile(r"^abd(?:[aeou]l|oul|e?u?r|us|es)(?=[a-z]*[aeiou][a-z]*[aeiou]|[a-z]{4})([a-z]{3,})$")
_DIN_FUSED = re.compile(r"^([a-z]{3,}?)(?:a|e|u|i)?d?d(?:in|ine|een)$")
_ALLAH = re.compile(r"^ab[dt][aeou]*l+[aeou]h?$|^abdullah$|^abdallah$|^abdalla$")
_REPEATED = re.compile(r"([a-z])\1{2,}")
_ROMAN_RUN = re.compile(r"\b[IVX]{2,}\b")
_CAPITALS = re.compile(r"[A-Z]")
_AROUND = ' .,;:()[]{}"“”„«»'
_PLACE_RAS = re.compile(rf"\b(ra)[{APOSTROPHES}]s(?=[\s-])", re.IGNORECASE)
"""The Arabic for a cape, whose hamza looks like an English possessive."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2})")


_CARRYING = (Role.WORD, Role.INITIAL)


def _is_person(kind: Kind | None) -> bool:
    return kind is Kind.PERSON


def _words(text: str, originals: Mapping[str, str]) -> list[_Word]:
    """Folded words of a text, with what stood there, which for a romanised run is the original."""
    return [word for run in text.split() for word in _run_words(run, originals.get(run, ""))]


@lru_cache(maxsize=1 << 15)
def _run_words(run: str, original: str) -> tuple[_Word, ...]:
    """The folded words of what stands between two spaces; the same runs stand in many names."""
    words: list[_Word] = []
    pieces = [(piece, folded) for piece in _HYPHENS.split(run) for folded in [fold(piece).split()] if folded]
    stood = _stood(original.strip(_AROUND), [folded for _, folded in pieces])
    for at, (piece, folded) in enumerate(pieces):
        source = stood[at] if stood else piece.strip(_AROUND)
        words += [_Word(word, False, word if len(folded) > 1 else source) for word in folded[:-1]]
        words.append(_Word(folded[-1], at + 1 < len(pieces), folded[-1] if len(folded) > 1 else source))
    return tuple(words)


def _stood(original: str, pieces: Sequence[Sequence[str]]) -> list[str]:
    """What each piece of a romanised run was; an article that is one word with its noun there was nothing by itself."""
    parts = [part for part in _HYPHENS.split(original) if part]
    if len(parts) == len(pieces):
        return parts
    if parts and all(word in tables.ARTICLES for folded in pieces[:-1] for word in folded):
        return [*[""] * (len(pieces) - 1), original]
    return []


def _is_article(words: list[_Word], at: int) -> bool:
    word, joined, _ = words[at]
    if word not in tables.ARTICLES or at + 1 >= len(words):
        return False
    following = words[at + 1].text
    if joined:
        # Before a hyphen, too: the En of En-lai is none.
        return word not in tables.AMBIGUOUS_ARTICLES or word == "ul" or word[1] == following[0]
    if word in tables.AMBIGUOUS_ARTICLES:
        return at > 0 and len(word) == 2 and word[1] == following[0] and word[1] in "dnrstz"
    return not (word == "al" and at == 0 and following in tables.AL_GIVEN)


def _strip_ends(words: list[_Word], kind: Kind | None) -> tuple[list[_Word], list[str]]:
    """Without leading *the*, honorifics, legal forms and facility nouns, while a name is left."""
    honorific: list[str] = []
    if len(words) > 1 and words[0].text == "the":
        words = words[1:]
    if _is_person(kind):
        start = 0
        while start < len(words) - 1 and words[start].text in tables.HONORIFICS:
            if words[start].joined and words[start + 1].text not in tables.HONORIFICS:
                break  # Vice-Admiral is a rank, Bishop-Hall a name.
            start += 1
        honorific = [word.text for word in words[:start]]
        words = words[start:]
    if kind in (Kind.ORGANISATION, Kind.ARMED_GROUP, None):
        words = _without_legal_forms(words)
        if len(words) > 1 and words[0].text in tables.LEADING_FORMS:
            words = words[1:]
        if len(words) > 1 and words[-1].text == "and":
            words = words[:-1]
    if kind is Kind.OTHER and len(words) > 1 and words[0].text in tables.SHIPS:
        words = words[1:]
    if kind is Kind.OTHER and len(words) > 2:
        # Of the operation and of its name news says the one, and the other, and both.
        words = words[words[0].text == "operation" : len(words) - (words[-1].text == "operation")]
    if kind in (Kind.PLACE, Kind.STATE):
        words = _written_out(words, kind)
        while len(words) > 1 and words[-1].text in tables.FACILITIES:
            words = words[:-1]
            if len(words) > 1 and words[-1].text in ("air", "military", "army"):
                words = words[:-1]
    return words, honorific


def _written_out(words: list[_Word], kind: Kind | None) -> list[_Word]:
    """A place's words with what is short written out, and the Arabic noun that it begins with spelt one way."""
    found = []
    for at, word in enumerate(words):
        # Behind another word only the saints are short for a word; at the end "St" is a street.
        short = tables.EXPANSIONS if at == 0 else tables.SAINTS
        text = short.get(word.text) if at + 1 < len(words) else None
        if text is None and at == 0 and len(words) > 1 and kind is Kind.PLACE:
            text = tables.PLACE_NOUNS.get(word.text)
        found.append(word._replace(text=text, joined=False) if text else word)
    return found


def _without_legal_forms(words: list[_Word]) -> list[_Word]:
    """Without the forms at either end, one after another: "SE & Co. KGaA"."""
    begun = len(words)
    while True:
        size = len(words)
        words = _without_legal_phrase(words)
        while len(words) > 1 and (_is_legal_form(words[-1].text) or (len(words) < begun and words[-1].text in _AND)):
            words = words[:-1]
        words = words[: len(words) - form_behind([word.text for word in words])]
        if len(words) == size:
            return words


_AND = frozenset(("and", "et", "und", "u", "y", "e", "en"))


def _without_legal_phrase(words: list[_Word]) -> list[_Word]:
    if not words:
        return words
    first, last = words[0].text, words[-1].text
    for phrase in _PHRASES:
        size = len(phrase)
        if len(words) > size:
            # The one letter first: nearly every name parts from every phrase there.
            if last[0] == phrase[-1][0] and all(map(_alike, (word.text for word in words[-size:]), phrase)):
                return words[:-size]
            if first == phrase[0] and tuple(word.text for word in words[:size]) == phrase:
                return words[size:]
    return words


def _legal_sort(forms: Iterable[_Word]) -> str:
    """What the legal forms at the end of a name say."""
    for form in forms:
        if form.text in tables.STOCK_FORMS:
            return "stock"
        if form.text in tables.PRIVATE_FORMS:
            return "private"
    return ""


def _is_legal_form(word: str) -> bool:
    return word in tables.LEGAL_FORMS or any(len(word) > 5 and _alike(word, form) for form in tables.LONG_FORMS)


def _alike(word: str, form: str) -> bool:
    """Whether a word is this one, or a long one with a letter missing or wrong."""
    return word == form or (
        min(len(word), len(form)) >= 5 and word[0] == form[0] and OSA.distance(word, form, score_cutoff=1) <= 1
    )


_PHRASES = [tuple(phrase.split()) for phrase in tables.LEGAL_PHRASES]


def _plain(words: list[_Word]) -> list[_Word]:
    """Words without the Arabic article, which stays in the source of the word that it belongs to."""
    plain: list[_Word] = []
    article = ""
    for at, word in enumerate(words):
        if _is_article(words, at):
            article += word.source and word.source + ("-" if word.joined else " ")
        else:
            plain.append(_Word(word.text, word.joined, article + word.source) if article else word)
            article = ""
    return plain


def _tokens(words: list[_Word], kind: Kind | None, roman: frozenset[str]) -> list[Token]:
    person = _is_person(kind)
    plain = _plain(words)
    tokens: list[Token] = []
    at = 0
    while at < len(plain):
        start, word = at, plain[at].text
        following = plain[at + 1].text if at + 1 < len(plain) else ""
        number = _NUMBER.match(word)
        text, role = word, Role.WORD
        if word in tables.SERVANT and following and (person or kind is None) and len(following) > 1:
            at += 1
            text = "abd" + following if following not in ("allah", "ullah") else "abdullah"
        elif word in tables.KUNYAS and following:
            at += 1
            head = "umm" if word in ("umm", "um", "oum") else "abu"
            if following in tables.SERVANT and at + 1 < len(plain):
                at += 1
                following = "abd" + plain[at].text
            text = head + following
        elif word in tables.DIN and tokens and tokens[-1].role is Role.WORD and (person or kind is None):
            before = tokens.pop()
            tokens.append(Token(before.text + "din", Role.WORD, f"{before.source} {plain[at].source}"))
            at += 1
            continue
        elif number:
            text, role = _digits(number.group(1)), Role.NUMBER
        elif word in tables.ORDINALS and following:
            text, role = tables.ORDINALS[word], Role.NUMBER
        elif word in tables.CARDINALS and not person and len(plain) > 1:
            text, role = tables.CARDINALS[word], Role.NUMBER
            unit = tables.UNITS.get(following, following)
            if text in _TENS and len(unit) == 1 and unit.isdecimal():
                at += 1
                text = str(int(text) + int(unit))
        elif word in roman and tokens:
            text, role = tables.ROMAN[word], Role.NUMBER
        elif person and word == "i" and tokens and not following and plain[at].source == "I":
            text, role = "1", Role.NUMBER
        elif person and word in tables.GENERATIONS and tokens:
            text, role = tables.GENERATIONS[word], Role.GENERATION
        elif person and word in tables.REGAL and following and not tokens:
            role = Role.REGAL
        elif person and word in tables.FILIATIONS and following and (tokens or word != "ben"):
            text, role = "bin", Role.PARTICLE
        elif (person and word in tables.PARTICLES and following and (tokens or word not in tables.NOT_LEADING)) or (
            not person and word in tables.STOPWORDS and tokens and following
        ):
            role = Role.PARTICLE
        elif len(word) == 1 and person:
            role = Role.INITIAL
        else:
            text = _of_person(word) if person else tables.SPELLINGS.get(word, word)
        at += 1
        tokens.append(Token(text, role, " ".join(plain[i].source for i in range(start, at))))
    return tokens


_TENS = frozenset(str(ten) for ten in range(20, 100, 10))


def _digits(number: str) -> str:
    """A number without leading zeros, in European digits; of any length, which `int` does not take."""
    return "".join(str(unicodedata.decimal(digit)) for digit in number).lstrip("0") or "0"


@lru_cache(maxsize=1 << 15)
def _of_person(word: str) -> str:
    """A word of a person's name in the spelling by which it is compared."""
    return _fused(_read(word))


def _read(word: str) -> str:
    """A word of a person's name with digits read as the letters that they stand for, and no letter three times."""
    if not word.isalpha():
        word = word.translate(tables.LEET)
    return _REPEATED.sub(r"\1", word)


def _fused(word: str) -> str:
    """A compound written in one word, in the spelling that its parts would get."""
    if _ALLAH.match(word):
        return "abdullah"
    servant = _SERVANT_FUSED.match(word)
    if servant:
        return "abd" + servant.group(1)
    din = _DIN_FUSED.match(word)
    return din.group(1) + "din" if din and len(word) > 6 else word


def _parted(text: str) -> str:
    """A person's name with a given name parted from what was written on to it ("JanDaniel Bothma")."""
    if not _CAMEL.search(text):
        return text
    runs = []
    for run in text.split():
        first, *rest = _CAMEL.split(run)
        whole = not rest or fold(first) in tables.PREFIXES or not (len(first) > 4 or is_given_name(fold(first)))
        runs.append(run if whole else " ".join((first, *rest)))
    return " ".join(runs)


def _in_order(text: str) -> str:
    """A person's name with initials parted, and with the surname put last where a comma shows that it stands first."""
    surname, comma, given = text.partition(",")
    if comma and given.strip() and "," not in given and fold(given) not in tables.GENERATIONS:
        text = f"{given.strip()} {surname.strip()}"
    return _DOTTED_INITIALS.sub(r"\1 ", text)


def _roman(text: str, words: int) -> frozenset[str]:
    """The folded words written as Roman numerals; in capitals throughout, two words have none ("XI JINPING")."""
    if text.isupper() and words < 3:
        return frozenset()
    return frozenset(run.lower() for run in _ROMAN_RUN.findall(text) if run.lower() in tables.ROMAN)


def _is_acronym(text: str) -> bool:
    bare = text.strip().removesuffix("'s").removesuffix("’s").replace(".", "")
    letters = bare.removesuffix("s") if len(bare) > 3 else bare
    if not 2 <= len(letters) <= 8 or not letters.isalnum():
        return False
    return letters.isupper() or (letters[0].isupper() and len(letters) <= 6 and len(_CAPITALS.findall(letters)) >= 2)


_PARTICIPLE = re.compile(r"[-‐‑](?:based|led|backed|born|held|run|owned|made|style|speaking|[^\W\dA-Z_]\w+ed)$")


def without_participle(text: str) -> str:
    """The name in "Damascus-based" or "US-led", where a recogniser took the whole word."""
    return _PARTICIPLE.sub("", text.strip())


def _runs(latin: str, text: str) -> Mapping[str, str]:
    """What each romanised run of letters was, where the two texts have as many; else nothing."""
    if latin is text:
        return {}
    runs, originals = latin.split(), text.split()
    return dict(zip(runs, originals, strict=True)) if len(runs) == len(originals) else {}


@lru_cache(maxsize=1 << 15)
def analyse(text: str, kind: Kind | None = None) -> Name:
    """Take a name apart, reading it as `kind` when that is given.

    The text should be cleaned (`reader.untrusted`). One without letters and digits is its own key.
    """
    other_script = foreign(text)
    latin = romanise(text) if other_script else text
    runs = _runs(latin, text)
    said = _PLACE_RAS.sub(r"\1s", bared(latin, kind))
    words = _words(_in_order(_parted(said)) if _is_person(kind) else without_participle(said), runs)
    kept, honorific = _strip_ends(words, kind)
    tokens = _tokens(kept, kind, _roman(text, len(kept)))
    key = " ".join(t.text for t in tokens) or fold(latin) or text.strip()
    shown = bared(text, kind) if kind is not Kind.PERSON else text
    return Name(
        text=text,
        kind=kind,
        key=key,
        tokens=tuple(tokens),
        words=tuple(t.text for t in tokens if t.role in _CARRYING),
        full=tuple(word.text for word in words),
        acronym=_is_acronym(shown),
        ayn=bool(_INNER_APOSTROPHE.search(text)),
        honorific=" ".join(honorific),
        legal="" if _is_person(kind) else _legal_sort(words[len(kept) :] if len(kept) < len(words) else []),
        land=fold(land_of(latin)) if _is_person(kind) else "",
        foreign=other_script,
        mute=other_script and vowelless(text),
    )
