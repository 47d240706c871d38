"""What the spelling of two names says, word by word, when nothing known decided."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from itertools import pairwise

from reader.model import Kind
from reader.names import scores
from reader.names.alignment import Alignment, Piece, align
from reader.names.analyse import Name, Role, Token, analyse
from reader.names.comparison import (
    Comparison,
    Weighed,
    capped,
    different,
    related,
    same,
    unsure,
    wrong_if,
)
from reader.names.dictionary import Dictionary
from reader.names.fold import sound
from reader.names.given_names import is_given_name
from reader.names.likeness import (
    ACRONYM_LETTERS,
    EDIT,
    FEWEST_CONSONANTS,
    SOUND,
    VARIANT,
    Change,
    acronym_of,
    across,
    token_change,
)
from reader.names.scripts import consonant_key, foreign
from reader.names.tables import DECORATED_BY, DECORATIONS_BEFORE, DIVISIONS, GENERIC, LEGAL_FORMS, STOPWORDS
from reader.names.vetoes import ruler
from reader.names.weighing import Factor, WordClass, factors
from reader.names.wording import Mechanism

FUSED = 6
"""Letters from which a name written in one word is the same name written in two."""
LONG_SURNAME = 5
"""Letters from which one edit in a surname leaves no doubt beside a given name in another romanisation."""
SHORT_WORD = 4
"""Letters up to which a name of a single word that is no place's is another when it is spelt otherwise."""
FIRM_WORD = 7
"""Letters from which a name of a single word that is no place's is hardly another when it is spelt otherwise."""
LONG_WORD = 8
"""Letters from which one edit in a name of a single word is rather a slip than another name."""


def equal(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """Names that are equal once folded, or once their words are written together."""
    both = left.text, right.text
    if left.key == right.key:
        if _many_have_it(left) and left.text != right.text:
            return unsure(scores.SHARED, Mechanism.COMMON, *both)
        if left.kind and left.kind.folded is Kind.ORGANISATION and _generic(left.words):
            return unsure(scores.GENERIC, Mechanism.GENERIC, left.text)
        if left.legal and right.legal and left.legal != right.legal:
            return unsure(scores.SHARED, Mechanism.LEGAL_FORM, *both)
        across_scripts = foreign(left.text) is not foreign(right.text)
        return same(scores.FOLDED, Mechanism.TWO_SCRIPTS if across_scripts else Mechanism.FOLDED, *both)
    if len(left.together) >= FUSED and left.together == right.together:
        return same(scores.PARTED, Mechanism.PARTED, *both)
    return None


def _many_have_it(name: Name) -> bool:
    return name.kind is Kind.PERSON and len(name.words) == 2 and all(is_given_name(word) for word in name.words)


def _generic(words: Iterable[str]) -> bool:
    return all(word in GENERIC or word in STOPWORDS for word in words)


def acronym(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """Initials and the name that they are made of."""
    for short, long in ((left, right), (right, left)):
        if acronym_of(short, long) and long.kind is not Kind.PERSON:
            known = dictionary.acronym_of(short)
            if known and dictionary.lookup(long) not in known:
                return unsure(scores.SHARED, Mechanism.ACRONYM_OF_OTHERS, short.text, *(entry.name for entry in known))
            if _generic(long.words) and dictionary.lookup(long) is None:
                return unsure(scores.SHARED, Mechanism.GENERIC, long.text)
            if len(short.key) < ACRONYM_LETTERS:
                return unsure(scores.SHARED, Mechanism.ACRONYM, short.text, long.text)
            found = same(scores.ACRONYM, Mechanism.ACRONYM, short.text, long.text)
            return wrong_if(found, Mechanism.UNLESS_STANDS_FOR, short.text)
    return None


def person(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """Two persons' names, word by word in any order."""
    if left.kind is not Kind.PERSON and right.kind is not Kind.PERSON:
        return None
    if left.numbers != right.numbers or any(t.role is Role.REGAL for n in (left, right) for t in n.tokens):
        return _regnal(left, right)
    if not left.words or not right.words:
        return None
    if min(len(left.words), len(right.words)) == 1:
        short, long = (left, right) if len(left.words) == 1 else (right, left)
        concluded = _surname_only(short, long)
        if concluded is not None:
            return concluded
    alignment = align(left, right)
    found = factors(alignment, True, dictionary.prepared(word_classes))
    return _person_verdict(left, right, alignment, found, dictionary).drawn_from(Weighed(alignment, found, True))


def _person_verdict(
    left: Name, right: Name, alignment: Alignment, found: list[Factor], dictionary: Dictionary
) -> Comparison:
    both = left.text, right.text
    score = partial(capped, found, True)
    changes = [piece.change for piece in alignment.pairs]
    weights = [piece.likeness for piece in alignment.pairs]
    if alignment.clashes or not weights:
        return different(score(scores.DISAGREE), Mechanism.DISAGREE, *both)
    if alignment.exchanged:
        return different(score(scores.FILIATION), Mechanism.FILIATION, *both)
    if alignment.swapped and not alignment.missing and all(is_given_name(token.text) for token in alignment.left):
        return unsure(score(scores.NOT_ENOUGH), Mechanism.EITHER_GIVEN, *both)
    if Change.SLIP in changes:
        doubtful = score(scores.SLIP if _believed(alignment) else scores.DISAGREE)
        if doubtful >= scores.KNOWN_NOTHING:
            return unsure(doubtful, Mechanism.MISSPELT, *both)
        return different(doubtful, Mechanism.TOO_DIFFERENT, *both)
    known = dictionary.lookup(left) or dictionary.lookup(right)
    if Change.INITIAL in changes or any(_is_initial(alignment, piece) for piece in alignment.missing):
        return _with_initials(alignment, known.name if known else "", both, score)
    if alignment.missing:
        return _shorter(alignment, both, score)
    if alignment.swapped and (
        not _is_turned(alignment) or _same_beginning(left, right) or (alignment.syllabic and known is None)
    ):
        return unsure(score(scores.RESPELT), Mechanism.OTHER_ORDER, *both)
    if alignment.swapped and len(weights) == len(alignment.left) and min(weights) >= SOUND:
        order = same(score(scores.AGREE), Mechanism.ORDER, *both)
        return wrong_if(order, Mechanism.UNLESS_EXCHANGED)
    if _sure(alignment):
        if _many_have_it(left) and _many_have_it(right):
            return unsure(score(scores.SHARED_RESPELT), Mechanism.COMMON, *both)
        firm = Mechanism.SPELLING if _firm(alignment) else Mechanism.NO_WORD_FIRM
        return _doubted(same(score(scores.AGREE), firm, *both), alignment)
    return unsure(score(scores.RESPELT), Mechanism.RESPELT, *both)


def _is_turned(alignment: Alignment) -> bool:
    """Whether one name has the other's words turned round, the family name at the other end; or has patronymics.

    In any other order two family names, or two given names, change places, which makes another person of it. Russian
    lists put patronymics anywhere.
    """
    places = [place for piece in alignment.pairs for place in piece.right]
    turns = sum(after < before for before, after in pairwise(places))
    patronymic = any(_PATRONYMIC.search(token.text) for token in alignment.left)
    return patronymic or (turns == 1 and places[-1] < places[0])


def _same_beginning(left: Name, right: Name) -> bool:
    """Whether both begin with one particle, which is a family name then: Le Duc Anh is not Le Anh Duc."""
    return left.tokens[0] == right.tokens[0] and left.tokens[0].role is Role.PARTICLE


_PATRONYMIC = re.compile(r"[^\W\d_]{2}(?:ovich|evich|ovych|evych|ovna|evna|ivna|yevna|ovitch|evitch|oglu|ogly|kyzy)$")


def _believed(alignment: Alignment) -> bool:
    """Whether a slip is one: it stands beside a firm word, or begins as its counterpart does beside a near one."""
    best = max(piece.likeness for piece in alignment.pairs)
    slips = [piece for piece in alignment.pairs if piece.change is Change.SLIP]
    begins = all(alignment.left[piece.left[0]].text[0] == alignment.right[piece.right[0]].text[0] for piece in slips)
    return best >= VARIANT or (best >= EDIT and begins)


def _sure(alignment: Alignment) -> bool:
    """Whether words that all agree leave no room for another person: all are near, and one firm or the surname long."""
    weights = [piece.likeness for piece in alignment.pairs]
    if min(weights) < EDIT:
        return False
    long_enough = min(len(alignment.left[-1].text), len(alignment.right[-1].text)) >= LONG_SURNAME
    return _firm(alignment) or (weights[0] >= VARIANT and long_enough and not alignment.swapped)


def _firm(alignment: Alignment) -> bool:
    """Whether a word is unchanged, or all sound as they did."""
    plain = any(piece.change in (Change.EQUAL, Change.JOINED) for piece in alignment.pairs)
    return plain or min(piece.likeness for piece in alignment.pairs) >= SOUND


def _is_initial(alignment: Alignment, piece: Piece) -> bool:
    token = alignment.left[piece.left[0]] if piece.left else alignment.right[piece.right[0]]
    return len(token.text) == 1


Score = Callable[[scores.Bounds], float]


def _ends(alignment: Alignment) -> bool:
    """Whether the first word meets the first and the last the last."""
    pairs = alignment.pairs
    starts = any(0 in piece.left and 0 in piece.right for piece in pairs)
    last = len(alignment.left) - 1, len(alignment.right) - 1
    return starts and any(last[0] in piece.left and last[1] in piece.right for piece in pairs)


def _with_initials(alignment: Alignment, known: str, both: tuple[str, str], score: Score) -> Comparison:
    pairs = alignment.pairs
    full = [
        piece for piece in pairs if piece.change is not Change.INITIAL and len(alignment.left[piece.left[0]].text) > 1
    ]
    if not full:
        return unsure(score(scores.NOT_ENOUGH), Mechanism.INITIALS_ONLY, *both)
    if min(piece.likeness for piece in full) < EDIT:
        return unsure(score(scores.INITIALS_RESPELT), Mechanism.INITIALS_FIT, *both)
    if _ends(alignment) and len(full) > 1 and not alignment.missing:
        found = same(score(scores.BETWEEN), Mechanism.INITIAL_BETWEEN, *both)
        return wrong_if(found, Mechanism.UNLESS_INITIAL)
    if known and Change.INITIAL in [piece.change for piece in pairs] and full[-1].likeness >= SOUND:
        found = same(score(scores.INITIALS_KNOWN), Mechanism.INITIALS_KNOWN, *both, known)
        return wrong_if(found, Mechanism.UNLESS_SOMEBODY, known)
    if _ends(alignment) and not any(piece.change is Change.INITIAL for piece in pairs) and _inside(alignment):
        return unsure(score(scores.INITIALS_FIT), Mechanism.INITIAL_MORE, *both, _over(alignment))
    return unsure(score(scores.INITIALS_FIT), Mechanism.INITIALS_FIT, *both)


def _shorter(alignment: Alignment, both: tuple[str, str], score: Score) -> Comparison:
    over = _over(alignment)
    pairs = alignment.pairs
    spelt = min(piece.likeness for piece in pairs) < VARIANT or _by_few_consonants(alignment)
    if (
        not spelt
        and len(pairs) > 1
        and _inside(alignment)
        and not (alignment.swapped and _short_and_respelt(alignment))
    ):
        found = same(score(scores.BETWEEN), Mechanism.PART_BETWEEN, *both, over)
        return wrong_if(found, Mechanism.UNLESS_WITHOUT, over)
    if not spelt and len(pairs) > 2 and len(alignment.missing) == 1 and not alignment.swapped:
        found = same(score(scores.PART), Mechanism.PART, *both, over, numbers=(len(pairs),))
        return wrong_if(found, Mechanism.UNLESS_WITHOUT, over)
    few = scores.SHORTER if len(pairs) > 2 else scores.SHORTER_OF_TWO
    return unsure(score(scores.SHORTER_RESPELT if spelt else few), Mechanism.SHORTER, *both)


def _by_few_consonants(alignment: Alignment) -> bool:
    """Whether nothing but one or two consonants a word says that words of two scripts are one: Schön and 在寅."""
    return any(piece.change is Change.SCRIPT for piece in alignment.pairs) and all(
        piece.change in (Change.SCRIPT, Change.VARIANT)
        and len(consonant_key(alignment.left[piece.left[0]].text)) < FEWEST_CONSONANTS
        for piece in alignment.pairs
    )


def _short_and_respelt(alignment: Alignment) -> bool:
    """Whether a word so short that chance may have it sound alike is one of those that agree ("Ang", "Yong")."""
    return any(
        piece.change is not Change.EQUAL and len(alignment.left[piece.left[0]].text) <= SHORT_WORD
        for piece in alignment.pairs
    )


def _over(alignment: Alignment) -> str:
    """What one of the names has more."""
    return " ".join("".join(alignment.sources(piece)) for piece in alignment.missing)


def _inside(alignment: Alignment) -> bool:
    """Whether what one name lacks stands between words of the other, wherever the family name comes."""
    for piece in alignment.missing:
        side, places = (alignment.left, piece.left) if piece.left else (alignment.right, piece.right)
        if places[0] == 0 or places[-1] == len(side) - 1:
            return False
    return True


def _doubted(comparison: Comparison, alignment: Alignment) -> Comparison:
    """With what would make a likeness in spelling wrong: that what changed is two names, not two spellings."""
    for piece in alignment.pairs:
        if piece.change in (Change.EDIT, Change.SOUND, Change.SCRIPT):
            left, right = alignment.sources(piece)
            return wrong_if(comparison, Mechanism.UNLESS_SPELT, left, right)
        if piece.change is Change.VARIANT:
            left, right = alignment.sources(piece)
            return wrong_if(comparison, Mechanism.UNLESS_NOT_CALLED, left, right)
    return comparison


def _regnal(left: Name, right: Name) -> Comparison:
    one, two = ruler(left), ruler(right)
    if one == two and one[1] and not all(map(_is_crowned, (left, right))):
        return same(scores.RULER, Mechanism.REGAL_TITLE, left.text, right.text)
    mine, theirs = set(left.words), set(right.words)
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return unsure(scores.SHARED_IN_PART, Mechanism.REGNAL, left.text, right.text)
    return different(scores.UNTIED, Mechanism.OTHER_REGNAL, left.text, right.text)


def _is_crowned(name: Name) -> bool:
    return any(token.role is Role.REGAL for token in name.tokens)


def _surname_only(short: Name, long: Name) -> Comparison | None:
    word = short.words[0]
    both = short.text, long.text
    scripts = across(short, long)
    if len(long.words) == 1:
        other = long.words[0]
        change = token_change(word, other, across=scripts)
        if change in (Change.SOUND, Change.SCRIPT) and min(len(word), len(other)) >= 4:
            return unsure(scores.SHARED_IN_PART, Mechanism.COMMON_RESPELT, *both)
        if change is Change.EDIT and min(len(word), len(other)) >= LONG_WORD and _one_edit(word, other):
            return unsure(scores.LONG_MISSPELT, Mechanism.LONG_MISSPELT, *both)
        return different(scores.UNTIED, Mechanism.TWO_WORDS, *both)
    if any(word == "".join(long.words[at : at + 2]) for at in range(len(long.words) - 1)):
        return None
    if word in long.words:
        return unsure(scores.KNOWN_NOTHING, Mechanism.ONE_WORD, *both)
    if scripts and any(token_change(word, other, across=True) for other in long.words):
        return unsure(scores.KNOWN_NOTHING, Mechanism.ONE_WORD_ACROSS, *both)
    if any(len(word) >= 4 and sound(word) == sound(other) for other in long.words):
        return unsure(scores.KNOWN_NOTHING, Mechanism.ONE_WORD_SPELT, *both)
    return different(scores.UNTIED, Mechanism.NO_WORD, *both)


def _one_edit(left: str, right: str) -> bool:
    return token_change(left[:7], right[:7]) is not None and abs(len(left) - len(right)) <= 1


def word_classes(dictionary: Dictionary) -> WordClass:
    """Tells the words of organisations' names apart: places, words that many share, and those that make a name."""

    @lru_cache(maxsize=1 << 16)
    def word_class(word: str) -> str:
        if word in GENERIC or word in DIVISIONS or word in LEGAL_FORMS:
            return "generic"
        return "place" if _is_place(word, dictionary) else "word"

    return word_class


def _is_place(word: str, dictionary: Dictionary) -> bool:
    return bool(dictionary.lookup(analyse(word, Kind.PLACE)) or dictionary.demonym(word))


def other(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """Two names of anything but persons, word by word."""
    if not any(w not in STOPWORDS for w in left.words) or not any(w not in STOPWORDS for w in right.words):
        return None
    alignment = align(left, right)
    word_class = dictionary.prepared(word_classes)
    found = factors(alignment, False, word_class)
    verdict = _other_verdict(left, right, alignment, found, word_class)
    return verdict.drawn_from(Weighed(alignment, found, False)) if verdict else None


def _texts(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]


def _other_verdict(
    left: Name, right: Name, alignment: Alignment, found: list[Factor], word_class: WordClass
) -> Comparison | None:
    both = left.text, right.text
    score = partial(capped, found, False)
    place = left.kind in (Kind.PLACE, Kind.STATE)
    pairs = alignment.pairs
    if not pairs or left.acronym or right.acronym:
        return None
    if alignment.clashes:
        return different(score(scores.DISAGREE), Mechanism.DISAGREE, *both)
    if alignment.missing:
        return _longer(alignment, both, place, score, word_class)
    changes = {piece.change for piece in pairs}
    if changes == {Change.EQUAL}:
        if place:
            return different(scores.REORDERED_PLACE, Mechanism.ORDER, *both)
        if _generic(_texts(alignment.left)):
            return unsure(scores.GENERIC, Mechanism.GENERIC_WORDS, *both)
        return same(score(scores.REORDERED), Mechanism.ORDER, *both)
    if Change.INITIAL in changes:
        return None
    plain = any(
        piece.change in (Change.EQUAL, Change.JOINED) and word_class(alignment.left[piece.left[0]].text) != "generic"
        for piece in pairs
    )
    weights = [piece.likeness for piece in pairs]
    if Change.SLIP in changes:
        doubtful = score(scores.DISAGREE if place else scores.SLIP)
        if doubtful >= scores.KNOWN_NOTHING:
            return unsure(doubtful, Mechanism.MISSPELT, *both)
        return different(doubtful, Mechanism.TOO_DIFFERENT, *both)
    single = len(pairs) == 1
    long_enough = place or len(alignment.left[0].text) > SHORT_WORD
    if (single and weights[0] >= VARIANT and long_enough) or (not single and (plain or min(weights) >= SOUND)):
        mechanism = _word(alignment, place) if single else Mechanism.SPELLING
        return _doubted(same(score(scores.AGREE), mechanism, *both), alignment)
    alike = Mechanism.ALIKE_WORD if single else Mechanism.ALIKE
    return unsure(score(scores.RESPELT if long_enough else scores.RESPELT_SHORT), alike, *both)


def _word(alignment: Alignment, place: bool) -> Mechanism:
    """How one word that is a whole name is spelt otherwise: so that it is the same word, or hardly."""
    left, right = alignment.left[0].text, alignment.right[0].text
    firm = (place or len(left) >= FIRM_WORD) and _hissing(left) == _hissing(right)
    return Mechanism.WORD if firm else Mechanism.LOOSE_WORD


def _hissing(word: str) -> str:
    """The s, z and sh of a word: three letters in Arabic, Hebrew and Cyrillic, seldom mixed up in Latin."""
    return _NOT_HISSING.sub("", word.replace("sh", "c")).replace("ss", "s")


_NOT_HISSING = re.compile("[^scz]")


def _only_decorated(alignment: Alignment) -> str:
    """What one of two names that agree has more, where that is only what news says of such a group; else empty."""
    short, long = sorted((alignment.left, alignment.right), key=len)
    lost = [at for piece in alignment.missing for at in (piece.left or piece.right)]
    before = [at for at in lost if at < min(set(range(len(long))) - set(lost), default=0)]
    said = all(long[at].text in (DECORATIONS_BEFORE if at in before else DECORATED_BY) for at in lost)
    agree = all(piece.change is Change.EQUAL for piece in alignment.pairs) and not alignment.swapped
    named = any(token.text not in GENERIC and len(token.text) > SHORT_WORD for token in short)
    return " ".join(long[at].source for at in lost) if said and agree and named else ""


def _longer(
    alignment: Alignment, both: tuple[str, str], place: bool, score: Score, word_class: WordClass
) -> Comparison:
    """One of two names has words more."""
    if place:
        return different(score(scores.LONGER_PLACE), Mechanism.LONGER_PLACE, *both)
    said = _only_decorated(alignment)
    if said:
        return same(scores.SURE, Mechanism.DECORATED, *both, said)
    short, long = (
        (alignment.left, alignment.right)
        if len(alignment.left) < len(alignment.right)
        else (alignment.right, alignment.left)
    )
    extra = [(alignment.left[p.left[0]] if p.left else alignment.right[p.right[0]]).text for p in alignment.missing]
    if min(piece.likeness for piece in alignment.pairs) < EDIT:
        return different(score(scores.DISAGREE), Mechanism.EXTRA_AND_SPELLING, *both, " ".join(extra))
    if _generic(_texts(short)) or any(word_class(word) == "place" for word in extra):
        return unsure(score(scores.HEAD_OF_MANY), Mechanism.HEAD_OF_MANY, *both)
    ends = _texts(long)[-len(extra) :] == extra
    if ends and all(word in DIVISIONS or word in GENERIC for word in extra):
        return related(Mechanism.DIVISION, *both)
    return different(score(scores.EXTRA), Mechanism.EXTRA, *both, " ".join(extra))
