"""Spans that are two names, or none."""

import pytest

from reader.model import Kind
from reader.ner.known import Known
from reader.ner.parting import parted
from reader.ner.tokenized import Span, tokenize
from reader.services.dictionaries import builtin_dictionary

KNOWN = Known(builtin_dictionary())


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Roe riles Vogel", Kind.PERSON, ["Roe", "Vogel"]),
        ("Jane Roe", Kind.PERSON, ["Jane Roe"]),
        ("Anton van der Merwe", Kind.PERSON, ["Anton van der Merwe"]),
        ("Ban Ki-moon", Kind.PERSON, ["Ban Ki-moon"]),
        ("Abd al-Rahman bin Yusuf", Kind.PERSON, ["Abd al-Rahman bin Yusuf"]),
        ("R-Ohio", Kind.PERSON, []),
        ("D-N.Y.", Kind.ORGANISATION, []),
        ("Kenya's Foreign Ministry", Kind.ORGANISATION, ["Kenya", "Foreign Ministry"]),
        ("Roe’s Bakery Union", Kind.ORGANISATION, ["Roe’s Bakery Union"]),
        ("Kestrel Union", Kind.ORGANISATION, ["Kestrel Union"]),
    ],
)
def test_a_span_is_the_names_that_its_words_are(text: str, kind: Kind, names: list[str]) -> None:
    tokenized = tokenize(text)
    span = Span(0, len(tokenized.words), kind, 0.9)
    assert [tokenized.span(part.first, part.stop) for part in parted(tokenized, span, KNOWN)] == names
