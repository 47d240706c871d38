"""Names with the family name first, as lists and indexes write them: "Doe, John; Marchetti, Paola"."""

from collections.abc import Sequence

from reader.model import Kind
from reader.names.genders import is_first_name
from reader.ner.known import fold_word
from reader.ner.tokenized import Span, TokenizedText

_BESIDE = frozenset((";", "and", "&", "|", "/", "(", ".", ":", "by", "•", "·"))
"""What stands between two such names, and not between the names of a list that commas part."""
LEAST = 2
"""Such names in one sentence before they are read so: one alone is rather two people of a list."""


def joined(tokenized: TokenizedText, sentences: Sequence[list[Span]]) -> list[list[Span]]:
    """The spans of each sentence, with the family and the given name of one person as one."""
    found = []
    for (first, stop), spans in zip(tokenized.sentences, sentences, strict=True):
        at = [n for n in range(len(spans) - 1) if _is_inverted(tokenized, spans[n], spans[n + 1], first, stop)]
        at = sorted({*at, *_in_pairs(tokenized, spans)})
        alone = len(spans) == LEAST and spans and spans[0].first == first and spans[-1].stop == stop
        found.append(_with_joined(spans, at) if len(at) >= LEAST or (at and alone) else spans)
    return found


def _in_pairs(tokenized: TokenizedText, spans: Sequence[Span]) -> set[int]:
    """Where two such names stand with "and" between them: of one sort, whatever the sentence goes on with."""
    found: set[int] = set()
    for n in range(len(spans) - 3):
        one, other = spans[n : n + 2], spans[n + 2 : n + 4]
        beside = one[1].stop + 1 == other[0].first and tokenized.word(one[1].stop) in ("and", "&")
        if beside and all(_is_surname_first(tokenized, family, given) for family, given in (one, other)):
            found |= {n, n + 2}
    return found


def _is_surname_first(tokenized: TokenizedText, family: Span, given: Span) -> bool:
    """Whether a comma parts what is no given name from one that is."""
    if family.kind is not Kind.PERSON or given.kind is not Kind.PERSON or given.first != family.stop + 1:
        return False
    parted = tokenized.word(family.stop) == "," and given.stop == given.first + 1
    surname, name = fold_word(tokenized.word(family.first)), fold_word(tokenized.word(given.first))
    return parted and is_first_name(name) and not is_first_name(surname) and family.stop - family.first <= LONGEST


def _is_inverted(tokenized: TokenizedText, family: Span, given: Span, first: int, stop: int) -> bool:
    if family.kind is not Kind.PERSON or given.kind is not Kind.PERSON or given.first != family.stop + 1:
        return False
    if tokenized.word(family.stop) != "," or any(span.stop - span.first > LONGEST for span in (family, given)):
        return False
    surnames, names = (
        [fold_word(tokenized.word(at)) for at in range(span.first, span.stop)] for span in (family, given)
    )
    known = all(is_first_name(name) or len(name) == 1 or not name.isalnum() for name in names)
    if (is_first_name(surnames[0]) and (len(surnames) > 1 or not known)) or (len(names) > 1 and not known):
        return False
    before = tokenized.word(family.first - 1) if family.first > first else ";"
    after = tokenized.word(given.stop) if given.stop < stop else ";"
    if ";" in (before, after):
        return before != "," and after in _BESIDE
    return known and before != "," and (after in _BESIDE or after == ",")


LONGEST = 3
"""Words of a family name, or of given names: "van der Merwe, Anna Maria"."""


def _with_joined(spans: Sequence[Span], at: Sequence[int]) -> list[Span]:
    found: list[Span] = []
    for number, span in enumerate(spans):
        if number - 1 in at:
            before = found.pop()
            confidence = min(before.confidence, span.confidence)
            found.append(Span(before.first, span.stop, Kind.PERSON, confidence))
        else:
            found.append(span)
    return found
