"""Names that the text itself declares: "Syrian Democratic Forces (SDF)", "SDF, the Syrian Democratic Forces".

A short form in brackets after a long name, or beside it between commas, is that name wherever the article writes it in
capitals. The long name is found by its initials, or is the mention that stands right before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model import Kind
from reader.names.declarations import CLOSING, OPENING, in_brackets, introduced, is_acronym, spells
from reader.ner.known import fold_word
from reader.ner.tokenized import Hint, Span, TokenizedText

DECLARED = 5.0
"""Nats for the short form, and for each word of its long name: the text says so itself."""

_AGENCY_TAGS = frozenset(
    {"AP", "AFP", "UPI", "DPA", "EFE", "ANSA", "ITAR", "TASS", "KUNA", "ANI", "PTI", "IANS", "ICN"}
)
"""News agencies that sign a dateline in brackets after the town: "DAMASCUS (AP)" declares nothing."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A short form and the long name it stands for, as words."""

    short: int
    first: int
    stop: int
    kind: Kind


def declarations(tokenized: TokenizedText, spans: Sequence[Span]) -> list[Declaration]:
    """What a text declares, given the mentions found in it so far."""
    return [d for first, stop in tokenized.sentences for d in _in_sentence(tokenized, spans, first, stop)]


def hints(tokenized: TokenizedText, declared: Sequence[Declaration]) -> Iterator[Hint]:
    """The long names where they are declared, and each short form wherever it stands."""
    kinds = {tokenized.word(d.short).replace(".", ""): d.kind for d in declared}
    for d in declared:
        yield Hint(d.first, d.stop, d.kind, DECLARED, "declared")
    for at in range(len(tokenized.words)) if kinds else ():
        kind = kinds.get(tokenized.word(at).replace(".", ""))
        if kind:
            yield Hint(at, at + 1, kind, DECLARED, "declared")


def _in_sentence(tokenized: TokenizedText, spans: Sequence[Span], first: int, stop: int) -> Iterator[Declaration]:
    for at in range(first, stop):
        short = tokenized.word(at)
        if not is_acronym(short) or short in _AGENCY_TAGS:
            continue
        before = _end_of_long_name(tokenized, first, at)
        found = _by_initials(tokenized, short, first, before) if before else None
        if found is None and before and tokenized.word(at - 1) in OPENING:
            found = _mention_before(spans, before)
        if found is None:
            found = _after(tokenized, short, at, stop)
        if found:
            begin, end = found
            yield Declaration(at, begin, end, _kind(spans, begin, end))


def _end_of_long_name(tokenized: TokenizedText, first: int, short: int) -> int:
    """The word after the long name that would stand before a short form, or 0 when nothing declares it there."""
    word = tokenized.words[short]
    end = in_brackets(tokenized.text, word.start, word.end)
    if end is None:
        end = introduced(tokenized.text, word.start, tokenized.words[first].start)
    if end is None:
        return 0
    return next((i + 1 for i in range(short - 1, first - 1, -1) if tokenized.words[i].end <= end), 0)


def _by_initials(tokenized: TokenizedText, short: str, first: int, stop: int) -> tuple[int, int] | None:
    """The capitalised words before `stop` whose initials are the short form; the shortest such run."""
    words: list[str] = []
    for begin in range(stop - 1, max(first, stop - 3 * len(short) - 4) - 1, -1):
        word = tokenized.word(begin)
        if not word[0].isalnum():
            if begin + 1 < stop and word not in "-‐‑–'’.&":
                return None
            continue
        if words and word == "s":  # of a possessive
            continue
        words.insert(0, word)
        if word[0].isupper() and len(words) > 1 and _spells(short, words):
            return begin, stop
    return None


def _spells(short: str, words: Sequence[str]) -> bool:
    return spells(fold_word(short), [fold_word(word) for word in words])


def _mention_before(spans: Sequence[Span], stop: int) -> tuple[int, int] | None:
    """The organisation of several words that ends right before a bracket: its short form may be foreign."""
    for span in spans:
        if span.stop == stop and span.stop - span.first > 1 and span.kind is Kind.ORGANISATION:
            return span.first, span.stop
    return None


def _after(tokenized: TokenizedText, short: str, at: int, stop: int) -> tuple[int, int] | None:
    """The long name in "SDF, the Syrian Democratic Forces" or "SDF (Syrian Democratic Forces)"."""
    if at + 3 >= stop or (tokenized.word(at + 1) not in OPENING and tokenized.word(at + 1) != ","):
        return None
    begin = at + 2
    if tokenized.word(at + 1) == ",":
        if tokenized.word(begin) not in ("the", "or"):
            return None
        begin += 1
    elif tokenized.word(begin).lower() == "the":
        begin += 1
    words: list[str] = []
    for i in range(begin, min(stop, begin + 3 * len(short) + 4)):
        word = tokenized.word(i)
        if not word[0].isalnum():
            if word in CLOSING or word in ",;:":
                break
            continue
        if word == "s":
            continue
        words.append(word)
        if words[0][0].isupper() and len(words) > 1 and _spells(short, words):
            return begin, i + 1
    return None


def _kind(spans: Sequence[Span], first: int, stop: int) -> Kind:
    """The kind of the mention that covers most of these words; an organisation when nothing names actors there."""
    kind, most = Kind.ORGANISATION, 0
    for span in spans:
        shared = min(span.stop, stop) - max(span.first, first)
        if shared > most and span.kind in (Kind.ORGANISATION, Kind.OTHER, Kind.GROUP):
            kind, most = span.kind, shared
    return kind
