"""What an article says about a name in one place speaks for it in the others.

A name that was found once without doubt, "Senator John Kerry", is evidence wherever the article writes it, or its
surname, again; and one spelling has one kind inside an article, unless the evidence is divided ("Chicago", the town,
and "Chicago", the team, in one report).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader.model import Kind
from reader.ner.tokenized import Hint, Span, TokenizedText

AGREED = 2.5
"""Nats for each word of a name whose kind the rest of the article agrees on."""
SURNAME = 2.0
"""Nats for the last word of a person's name, standing alone."""
_SURE = 0.8
"""Confidence of at least one mention before it speaks for others."""
_LOPSIDED = 4.0
"""How many times the evidence for one kind must outweigh that for all others together."""


def hints(tokenized: TokenizedText, spans: Sequence[Span]) -> Iterator[Hint]:
    """Hints for every place where a name found elsewhere in the text stands: missed, mistaken or unsure."""
    kinds = _agreed(tokenized, spans)
    names = {tuple(name.split(" ")): (kind, AGREED) for name, kind in kinds.items()}
    for surname in list(_surnames(names)):
        names.setdefault((surname,), (Kind.PERSON, SURNAME))
    if not names:
        return
    found = {(span.first, span.stop) for span in spans}
    covered = {at for span in spans if span.stop - span.first > 1 for at in range(span.first, span.stop)}
    longest: dict[str, int] = {}
    for name in names:
        longest[name[0]] = max(len(name), longest.get(name[0], 0))
    for first, stop in tokenized.sentences:
        words = [tokenized.word(i) for i in range(first, stop)]
        at = 0
        while at < len(words):
            reach = range(min(longest.get(words[at], 0), len(words) - at), 0, -1)
            length = next((n for n in reach if tuple(words[at : at + n]) in names), 0)
            if length:
                kind, weight = names[tuple(words[at : at + length])]
                span = (first + at, first + at + length)
                # A part of a longer mention is left alone: "Kerry" in "Kerry Group".
                if span in found or span[0] not in covered:
                    yield Hint(*span, kind, weight, "model")
            at += max(length, 1)


def _agreed(tokenized: TokenizedText, spans: Sequence[Span]) -> Mapping[str, Kind]:
    """Names, as their words with single spaces, that the text gives one kind, and at least once surely."""
    masses: dict[str, dict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    surest: dict[tuple[str, Kind], float] = defaultdict(float)
    for span in spans:
        name = " ".join(tokenized.word(i) for i in range(span.first, span.stop))
        masses[name][span.kind] += span.confidence
        surest[name, span.kind] = max(surest[name, span.kind], span.confidence)
    agreed = {}
    for name, mass in masses.items():
        kind = max(mass, key=lambda k: (mass[k], k))
        others = sum(mass.values()) - mass[kind]
        if surest[name, kind] >= _SURE and mass[kind] >= _LOPSIDED * others and name[0].isupper():
            agreed[name] = kind
    return agreed


def _surnames(names: Mapping[tuple[str, ...], tuple[Kind, float]]) -> Iterator[str]:
    """The last words of the persons' names."""
    for name, (kind, _) in names.items():
        if kind is Kind.PERSON and len(name) > 1 and name[-1][0].isupper() and len(name[-1]) > 2:
            yield name[-1]
