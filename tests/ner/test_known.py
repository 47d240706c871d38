"""What the dictionary hints at, and what it leaves alone."""

import pytest

from reader.model import Kind
from reader.names.dictionary import Dictionary, Entry
from reader.ner.known import Known, is_shouted
from reader.ner.tokenized import tokenize
from tests.ner.fakes import shown

KNOWN = Known(
    Dictionary.of(
        [
            Entry("TR", Kind.STATE, "Turkey", ("Türkiye",), ("Turkish", "Turks")),
            Entry("US", Kind.STATE, "United States", (), ("American",), ("US", "USA")),
            Entry("JO", Kind.STATE, "Jordan", (), ("Jordanian",)),
            Entry("hit", Kind.PLACE, "Hit"),
            Entry("marea", Kind.PLACE, "Marea", ("Mar'a",)),
            Entry("sl", Kind.PLACE, "St. Louis"),
            Entry("qaeda", Kind.ARMED_GROUP, "al-Qaeda"),
            Entry("lra", Kind.ARMED_GROUP, "Lord's Resistance Army", (), (), ("LRA",)),
            Entry("let", Kind.ARMED_GROUP, "Lashkar-e-Taiba", (), (), ("LeT",)),
            Entry("is", Kind.ARMED_GROUP, "Islamic State", (), (), ("IS", "ISIS", "ISIL")),
            Entry("wash", Kind.PLACE, "Washington"),
            Entry("gw", Kind.PERSON, "George Washington", ("Washington",)),
            Entry("sihanouk", Kind.PERSON, "King Norodom Sihanouk"),
        ]
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He may eat turkey with us, the turks say, to hit them.", []),
        ("In Turkey and in TÜRKIYE, Turks met.", [("Turkey", "place"), ("TÜRKIYE", "place"), ("Turks", "group")]),
        ("a US-backed force and the U.S. army", [("US", "place"), ("U.S.", "place")]),
        ("TELL US WHERE THEY WENT", []),
        ("Al Qaeda, al-Qaeda, Al-Qaïda", [("Al Qaeda", "organisation"), ("al-Qaeda", "organisation")]),
        ("Mar’a, Mar'a and Mara", [("Mar’a", "place"), ("Mar'a", "place"), ("Mara", "place")]),
        ("the Lords Resistance Army", [("Lords Resistance Army", "organisation")]),
        ("St. Louis", [("St. Louis", "place")]),
        ("Let it be; LeT it was", [("LeT", "organisation")]),
        ("Michael Jordan met Jordan Smith in Jordan", [("Jordan", "place")]),
        ("the Bank of Turkey said", []),
        ("Washington crossed", []),
        ("King Norodom Sihanouk", [("Norodom Sihanouk", "person")]),
        (
            "On Sunday Turkey left; fighters of Isil, the Bank of Turkey",
            [("Turkey", "place"), ("Isil", "organisation")],
        ),
        ("a man of the Syrian army and the United states", []),
        ("United, States", []),
        ("the United\nStates", []),
    ],
)
def test_hints(text: str, expected: list[tuple[str, str]]) -> None:
    tokenized = tokenize(text)
    assert shown(tokenized, KNOWN.hints(tokenized)) == expected


def test_an_acronym_that_is_a_word_too_weighs_more_beside_its_full_name() -> None:
    alone, beside = (tokenize(text) for text in ("It IS so.", "The Islamic State fell. What did IS lose?"))
    assert KNOWN.hints(alone)[-1].weight < 5 < KNOWN.hints(beside)[-1].weight


def test_the_finer_kind_of_a_name() -> None:
    assert KNOWN.kinds_of("turkey") == {Kind.STATE}
    assert KNOWN.kinds_of("U.S.") == {Kind.STATE}
    assert KNOWN.kinds_of("us") == frozenset()
    assert KNOWN.kinds_of("Washington") == {Kind.PLACE, Kind.PERSON}


def test_shouting_is_told_from_acronyms() -> None:
    for text, expected in (
        ("WAR IN THE EAST", True),
        ("EU and UN leaders met NATO", False),
        ("US", False),
        ("", False),
    ):
        tokenized = tokenize(text)
        assert is_shouted(tokenized, range(len(tokenized.words))) is expected
