"""One name taken apart: what of it tells people, organisations and places apart, and what is only manner of writing."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reader.model import Kind
from reader.names import tables
from reader.names.fold import APOSTROPHES, fold


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

    @property
    def surname(self) -> str:
        """A person's last word that is no initial, or empty."""
        return next((t.text for t in reversed(self.tokens) if t.role is Role.WORD), "")

    @property
    def numbers(self) -> frozenset[str]:
        """Digits and ordinals, which must agree in two spellings of one name."""
        return frozenset(t.text for t in self.tokens if t.role is Role.NUMBER)

    @property
    def single(self) -> bool:
        """A person's name of one word: a surname, a given name or a mononym."""
        return len(self.words) == 1 and not any(t.role in (Role.REGAL, Role.NUMBER) for t in self.tokens)


_INNER_APOSTROPHE = re.compile(rf"\w[{APOSTROPHES}](?!s\b)\w")
_HYPHENS = re.compile("[-‐‑‒–—]")
_DOTTED_INITIALS = re.compile(r"(?<!\w)([^\W\d_]\.)(?=[^\W\d_]\.)")
_NUMBER = re.compile(r"^(\d+)(?:st|nd|rd|th)?$")
_SERVANT_FUSED = re.compile(r"^abd(?:[aeou]l|oul|e?u?r|us|es)(?=[a-z]*[aeiou][a-z]*[aeiou]|[a-z]{4})([a-z]{3,})$")
_DIN_FUSED = re.compile(r"^([a-z]{3,}?)(?:a|e|u|i)?d?d(?:in|ine|een)$")
_ALLAH = re.compile(r"^ab[dt][aeou]*l+[aeou]h?$|^abdullah$|^abdallah$|^abdalla$")
_ROMAN_RUN = re.compile(r"\b[IVX]{2,}\b")
_CAPITALS = re.compile(r"[A-Z]")


_CARRYING = (Role.WORD, Role.INITIAL)


def _is_person(kind: Kind | None) -> bool:
    return kind is Kind.PERSON


def _words(text: str) -> list[tuple[str, bool]]:
    """Folded words, each with whether a hyphen joined it to the next."""
    words: list[tuple[str, bool]] = []
    for run in text.split():
        pieces = [folded for piece in _HYPHENS.split(run) for folded in [fold(piece).split()] if folded]
        for at, piece in enumerate(pieces):
            words += [(word, False) for word in piece[:-1]]
            words.append((piece[-1], at + 1 < len(pieces)))
    return words


def _is_article(words: list[tuple[str, bool]], at: int) -> bool:
    word, joined = words[at]
    if word not in tables.ARTICLES or at + 1 >= len(words):
        return False
    if joined:
        return True
    following = words[at + 1][0]
    if word in tables.AMBIGUOUS_ARTICLES:
        return at > 0 and len(word) == 2 and word[1] == following[0] and word[1] in "dnrstz"
    return not (word == "al" and at == 0 and following in tables.AL_GIVEN)


def _strip_ends(words: list[tuple[str, bool]], kind: Kind | None) -> tuple[list[tuple[str, bool]], list[str]]:
    """Without leading *the*, honorifics, legal forms and facility nouns, while a name is left."""
    honorific: list[str] = []
    if len(words) > 1 and words[0][0] == "the":
        words = words[1:]
    if _is_person(kind):
        start = 0
        while start < len(words) - 1 and words[start][0] in tables.HONORIFICS and not words[start][1]:
            start += 1
        honorific = [word for word, _ in words[:start]]
        words = words[start:]
    if kind in (Kind.ORGANISATION, Kind.ARMED_GROUP, None):
        words = _without_legal_phrase(words)
        while len(words) > 1 and words[-1][0] in tables.LEGAL_FORMS:
            words = words[:-1]
        if len(words) > 1 and words[0][0] in tables.LEADING_FORMS:
            words = words[1:]
        if len(words) > 1 and words[-1][0] == "and":
            words = words[:-1]
    if kind in (Kind.PLACE, Kind.STATE):
        if len(words) > 1 and words[0][0] in tables.EXPANSIONS:
            words = [(tables.EXPANSIONS[words[0][0]], False), *words[1:]]
        while len(words) > 1 and words[-1][0] in tables.FACILITIES:
            words = words[:-1]
            if len(words) > 1 and words[-1][0] in ("air", "military", "army"):
                words = words[:-1]
    return words, honorific


def _without_legal_phrase(words: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    for phrase in _PHRASES:
        size = len(phrase)
        if len(words) > size:
            if tuple(word for word, _ in words[-size:]) == phrase:
                return words[:-size]
            if tuple(word for word, _ in words[:size]) == phrase:
                return words[size:]
    return words


_PHRASES = [tuple(phrase.split()) for phrase in tables.LEGAL_PHRASES]


def _tokens(words: list[tuple[str, bool]], kind: Kind | None, roman: frozenset[str]) -> list[Token]:
    person = _is_person(kind)
    plain: list[str] = []
    for at, (word, _) in enumerate(words):
        if not _is_article(words, at):
            plain.append(word)
        elif plain and plain[-1] in tables.SERVANT:
            continue
    tokens: list[Token] = []
    at = 0
    while at < len(plain):
        word, following = plain[at], plain[at + 1] if at + 1 < len(plain) else ""
        number = _NUMBER.match(word)
        if word in tables.SERVANT and following and (person or kind is None) and len(following) > 1:
            at += 1
            tokens.append(Token("abd" + following if following not in ("allah", "ullah") else "abdullah", Role.WORD))
        elif word in tables.KUNYAS and following:
            at += 1
            head = "umm" if word in ("umm", "um", "oum") else "abu"
            if following in tables.SERVANT and at + 1 < len(plain):
                at += 1
                following = "abd" + plain[at]
            tokens.append(Token(head + following, Role.WORD))
        elif word in tables.DIN and tokens and tokens[-1].role is Role.WORD and (person or kind is None):
            tokens[-1] = Token(tokens[-1].text + "din", Role.WORD)
        elif number:
            tokens.append(Token(str(int(number.group(1))), Role.NUMBER))
        elif word in tables.ORDINALS and following:
            tokens.append(Token(tables.ORDINALS[word], Role.NUMBER))
        elif word in tables.CARDINALS and not person and len(plain) > 1:
            tokens.append(Token(tables.CARDINALS[word], Role.NUMBER))
        elif word in roman and tokens:
            tokens.append(Token(tables.ROMAN[word], Role.NUMBER))
        elif person and word in tables.GENERATIONS and tokens:
            tokens.append(Token(tables.GENERATIONS[word], Role.GENERATION))
        elif person and word in tables.REGAL and following and not tokens:
            tokens.append(Token(word, Role.REGAL))
        elif person and word in tables.FILIATIONS and following and (tokens or word != "ben"):
            tokens.append(Token("bin", Role.PARTICLE))
        elif (person and word in tables.PARTICLES and following and (tokens or word not in tables.NOT_LEADING)) or (
            not person and word in tables.STOPWORDS and tokens and following
        ):
            tokens.append(Token(word, Role.PARTICLE))
        elif len(word) == 1 and person:
            tokens.append(Token(word, Role.INITIAL))
        else:
            tokens.append(Token(_fused(word) if person else word, Role.WORD))
        at += 1
    return tokens


def _fused(word: str) -> str:
    """A compound written in one word, in the spelling that its parts would get."""
    if _ALLAH.match(word):
        return "abdullah"
    servant = _SERVANT_FUSED.match(word)
    if servant:
        return "abd" + servant.group(1)
    din = _DIN_FUSED.match(word)
    return din.group(1) + "din" if din and len(word) > 6 else word


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


_PARTICIPLE = re.compile(r"[-‐‑](?:based|led|backed|born|held|run|owned|made|style|speaking|\w{2,}ed)$")


def without_participle(text: str) -> str:
    """The name in "Damascus-based" or "US-led", where a recogniser took the whole word."""
    return _PARTICIPLE.sub("", text.strip())


@lru_cache(maxsize=1 << 15)
def analyse(text: str, kind: Kind | None = None) -> Name:
    """Take a name apart, reading it as `kind` when that is given.

    The text should be cleaned (`reader.untrusted`). One without letters and digits is its own key.
    """
    words = _words(_in_order(text) if _is_person(kind) else without_participle(text))
    kept, honorific = _strip_ends(words, kind)
    tokens = _tokens(kept, kind, _roman(text, len(kept)))
    key = " ".join(t.text for t in tokens) or fold(text) or text.strip()
    return Name(
        text=text,
        kind=kind,
        key=key,
        tokens=tuple(tokens),
        words=tuple(t.text for t in tokens if t.role in _CARRYING),
        full=tuple(word for word, _ in words),
        acronym=_is_acronym(text),
        ayn=bool(_INNER_APOSTROPHE.search(text)),
        honorific=" ".join(honorific),
    )
