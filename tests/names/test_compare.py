"""Two names outside any article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Kind, Sign, Verdict
from reader.names.analyse import analyse
from reader.names.compare import compare
from reader.newsroom.dictionaries import builtin_dictionary

PERSON, ORGANISATION, PLACE, STATE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.STATE
ARMED, GROUP, OTHER = Kind.ARMED_GROUP, Kind.GROUP, Kind.OTHER
SAME, DIFFERENT, RELATED, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.RELATED, Verdict.UNSURE

GOLDEN = [
    # The dictionary.
    ("Burma", STATE, "Myanmar", STATE, SAME),
    ("Doctors Without Borders", ORGANISATION, "MSF", ORGANISATION, SAME),
    ("Arab Republic of Egypt", STATE, "Egypt", STATE, SAME),
    ("Rwanda", STATE, "Uganda", STATE, DIFFERENT),
    ("Guinea-Bissau", STATE, "Guinea", STATE, DIFFERENT),
    ("Jalal Talabani", PERSON, "Masoud Barzani", PERSON, DIFFERENT),
    ("Taliban", ARMED, "Haqqani network", ARMED, RELATED),
    ("Khartoum", PLACE, "Sudan", STATE, RELATED),
    ("Kremlin", ORGANISATION, "Russia", STATE, RELATED),
    ("Congo", STATE, "DR Congo", STATE, UNSURE),
    # Nationalities and institutions.
    ("Kenyans", GROUP, "Kenya", STATE, RELATED),
    ("Kenyan", OTHER, "Uganda", STATE, DIFFERENT),
    ("Maduro", PERSON, "Maduro government", ORGANISATION, RELATED),
    ("Chad", STATE, "Chadian interior ministry", ORGANISATION, RELATED),
    # Kinds.
    ("Jordan", STATE, "Michael Jordan", PERSON, DIFFERENT),
    ("Geneva", PLACE, "Geneva Convention", OTHER, DIFFERENT),
    # Folding.
    ("al-Hasan", PERSON, "el-Hassan", PERSON, UNSURE),
    ("General Joseph Aoun", PERSON, "Joseph Aoun", PERSON, SAME),
    ("3rd Brigade", ORGANISATION, "Third Brigade", ORGANISATION, SAME),
    ("SuperMercado", ORGANISATION, "Super Mercado", ORGANISATION, SAME),
    # Vetoes.
    ("3rd Brigade", ORGANISATION, "4th Brigade", ORGANISATION, DIFFERENT),
    ("North Darfur", PLACE, "South Darfur", PLACE, DIFFERENT),
    ("Ramon Diaz Jr.", PERSON, "Ramon Diaz", PERSON, DIFFERENT),
    ("Abd al-Salam", PERSON, "Abu Salam", PERSON, DIFFERENT),
    ("John R. Miller", PERSON, "John K. Miller", PERSON, DIFFERENT),
    ("RSF", ORGANISATION, "SAF", ORGANISATION, DIFFERENT),
    # Persons, word by word.
    ("Dmitriy Kozak", PERSON, "Dmitri Kozak", PERSON, SAME),
    ("Rafael Correia", PERSON, "Rafael Correa", PERSON, SAME),
    ("Bill Cassidy", PERSON, "William Cassidy", PERSON, SAME),
    ("Ahmed Qureia", PERSON, "Ahmad Qurei", PERSON, SAME),
    ("Zhao Lijian", PERSON, "Lijian Zhao", PERSON, SAME),
    ("Marcus Thuram", PERSON, "Lilian Thuram", PERSON, DIFFERENT),
    ("Mark Lane", PERSON, "Mark Kane", PERSON, DIFFERENT),
    ("P. Kovac", PERSON, "Petra Kovac", PERSON, UNSURE),
    ("R. Kovac", PERSON, "Petra Kovac", PERSON, DIFFERENT),
    ("Kovac", PERSON, "Petra Kovac", PERSON, UNSURE),
    ("Hussein Ali", PERSON, "Husain Ali", PERSON, UNSURE),
    ("Hassan Ibrahim", PERSON, "Hassan Ibrahim al-Douri", PERSON, UNSURE),
    # Organisations and places.
    ("Lake Basin Fishing Union", ORGANISATION, "LBFU", ORGANISATION, SAME),
    ("Defence Ministry", ORGANISATION, "Ministry of Defence", ORGANISATION, UNSURE),
    ("High Court of Kenya", ORGANISATION, "High Court of Malawi", ORGANISATION, DIFFERENT),
    ("Labour Party", ORGANISATION, "Zambian Labour Party", ORGANISATION, UNSURE),
    ("Orlen", ORGANISATION, "Orlen Unipetrol", ORGANISATION, DIFFERENT),
    ("Orlen", ORGANISATION, "Orlen Foundation", ORGANISATION, RELATED),
    ("Zamalka", PLACE, "Zamalkah", PLACE, SAME),
    ("Orleans", PLACE, "New Orleans", PLACE, DIFFERENT),
    ("Homs", PLACE, "Hons", PLACE, DIFFERENT),
]


@pytest.mark.parametrize(("left", "left_kind", "right", "right_kind", "verdict"), GOLDEN)
def test_verdicts(left: str, left_kind: Kind, right: str, right_kind: Kind, verdict: Verdict) -> None:
    found = compare(analyse(left, left_kind), analyse(right, right_kind), builtin_dictionary())
    assert found.verdict is verdict, found.evidence


WORDS = st.sampled_from(
    [
        "Ali",
        "Abu",
        "Abd",
        "al-Rahman",
        "Hassan",
        "Petra",
        "P.",
        "II",
        "Jr.",
        "US",
        "Syria",
        "Syrian",
        "Army",
        "of",
        "Bank",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.text(min_size=1, max_size=12)


@settings(max_examples=300)
@given(NAMES, NAMES, st.sampled_from(Kind), st.sampled_from(Kind))
def test_comparing_is_symmetric(left: str, right: str, left_kind: Kind, right_kind: Kind) -> None:
    one, two = analyse(left, left_kind), analyse(right, right_kind)
    there, back = compare(one, two, builtin_dictionary()), compare(two, one, builtin_dictionary())
    assert (there.verdict, there.score) == (back.verdict, back.score)
    assert there.evidence == back.evidence
    assert 0.0 <= there.score <= 1.0


@given(NAMES, st.sampled_from(Kind))
def test_a_name_is_never_different_from_itself(text: str, kind: Kind) -> None:
    assert compare(analyse(text, kind), analyse(text, kind), builtin_dictionary()).verdict is not DIFFERENT


def test_every_verdict_has_its_reason() -> None:
    for left, left_kind, right, right_kind, verdict in GOLDEN:
        found = compare(analyse(left, left_kind), analyse(right, right_kind), builtin_dictionary())
        assert found.evidence
        assert all(reason.words and reason.rule and -1 <= reason.weight <= 1 for reason in found.evidence)
        if verdict is SAME:
            assert found.evidence[0].sign is Sign.FOR


def test_a_known_mistake_is_not_made_without_a_dictionary() -> None:
    assert compare(analyse("Syria", STATE), analyse("Cyria", STATE)).verdict is not DIFFERENT
    assert compare(analyse("ISIS", ARMED), analyse("Daesh", ARMED)).verdict is DIFFERENT
