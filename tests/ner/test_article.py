"""What an article says about its own names: declarations, consistency."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind
from reader.ner import consistency, declaration_hints
from reader.ner.tokenized import Span, tokenize
from tests.ner.fakes import shown, spans


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("the Free Cedar Movement (FCM) left", "Free Cedar Movement", "FCM"),
        ("the Union of Coastal Workers (“UCW”) left", "Union of Coastal Workers", "UCW"),
        ("the Farmers' Unity Party, or FUP, left", "Farmers' Unity Party", "FUP"),
        ("the Green River Alliance, known as GRA, left", "Green River Alliance", "GRA"),
        ("the GRA (Green River Alliance) left", "Green River Alliance", "GRA"),
        ("GRA, the Green River Alliance, left", "Green River Alliance", "GRA"),
        ("the Movimiento Rio Verde (GRA) left", "Movimiento Rio Verde", "GRA"),
    ],
)
def test_a_short_form_is_declared(text: str, long: str, short: str) -> None:
    tokenized = tokenize(text + "\nThen the GRA, FCM, FUP and UCW spoke.")
    found = declaration_hints.declarations(tokenized, spans(tokenized, Movimiento_Rio_Verde="organisation"))
    assert [(tokenized.span(d.first, d.stop), tokenized.word(d.short), d.kind) for d in found] == [
        (long, short, Kind.ORGANISATION)
    ]
    assert shown(tokenized, declaration_hints.hints(tokenized, found)).count((short, "organisation")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "ALEPPO (AP) - It rained",
        "Senator John Smith (DUP) said",
        "the team (USA) won and US troops (UN) left",
        "He paid 40 euros (EUR) to Mrs Old",
        "(ABC)",
        "Alpha Beta, Charlie (ABC) left",
    ],
)
def test_brackets_that_declare_nothing(text: str) -> None:
    tokenized = tokenize(text)
    assert declaration_hints.declarations(tokenized, spans(tokenized, ALEPPO="place", John_Smith="person")) == []


@given(st.lists(st.sampled_from(["Free", "Cedar", "of", "the", "(", ")", "FC", "FCM", ",", "or", "'"]), max_size=12))
def test_declaring_never_fails(words: list[str]) -> None:
    tokenized = tokenize(" ".join(words))
    for d in declaration_hints.declarations(tokenized, []):
        assert 0 <= d.first < d.stop <= len(tokenized.words)


def test_a_name_found_once_is_hinted_wherever_it_stands_and_so_is_the_surname() -> None:
    tokenized = tokenize("Senator Jane Roe of Elm spoke. Roe left Elm. Jane Roe slept. Roe Company did not.")
    found = spans(tokenized, Jane_Roe="person", Elm="place", Roe_Company="organisation")
    found = [s for s in found if s.first < 6 or s.kind is Kind.ORGANISATION]
    assert shown(tokenized, consistency.hints(tokenized, found)) == [
        ("Jane Roe", "person"),
        ("Elm", "place"),
        ("Roe", "person"),
        ("Elm", "place"),
        ("Jane Roe", "person"),
        ("Roe Company", "organisation"),
    ]


def test_divided_evidence_hints_at_nothing() -> None:
    tokenized = tokenize("In Elm the Elm won against Oak.")
    places = [s.first for s in spans(tokenized, Elm="place")]
    found = [Span(places[0], places[0] + 1, Kind.PLACE, 0.9), Span(places[1], places[1] + 1, Kind.ORGANISATION, 0.9)]
    assert list(consistency.hints(tokenized, found)) == []
