"""Names in other scripts: read in Latin letters as a newspaper would spell them, or near enough to meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.fold import fold
from reader.names.scripts import consonant_key, foreign, romanise, vowelless

SIGNS = st.text(alphabet="abÉ习近平김정은АБвіїҐשרהגאבىعالمد ΑΒμπντ・バラ-'’.·ñø12", max_size=20)


@given(st.text(max_size=40) | SIGNS)
def test_romanising_twice_changes_nothing(text: str) -> None:
    assert romanise(romanise(text)) == romanise(text)


@given(st.text(max_size=40) | SIGNS)
def test_latin_text_stays_as_it_is(text: str) -> None:
    assert foreign(text) or romanise(text) == text


@given(SIGNS)
def test_what_is_romanised_is_not_foreign(text: str) -> None:
    assert not foreign(romanise(text))


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Ангела Меркель", "angela merkel"),
        ("Юлія Тимошенко", "yuliya timoshenko"),
        ("Αλέξης Τσίπρας", "alexis tsipras"),
        ("Μπαράκ", "barak"),
        ("აბაშიძე", "abashidze"),
        ("أبو مازن", "abu mazin"),
        ("ابن خلدون", "ibn khldun"),
        ("عبدالله", "abdallah"),
        ("محمود عباس", "mhmud abas"),
        ("יאיר לפיד", "iair lapid"),
        ("ג'ורג'", "jorj"),
        ("胡锦涛", "hu jintao"),
        ("司马光", "sima guang"),
        ("문재인", "moon jae in"),
        ("トヨタ", "toyota"),
        ("Café Zürich", "cafe zurich"),
    ],
)
def test_as_a_newspaper_spells_it(text: str, latin: str) -> None:
    assert _skeleton(fold(romanise(text))) == _skeleton(latin)


def _skeleton(text: str) -> list[str]:
    return [consonant_key(word) for word in text.split()]


def test_scripts_that_leave_vowels_out() -> None:
    assert vowelless("دمشق")
    assert vowelless("חיפה")
    assert not vowelless("Дамаск")
    assert not vowelless("Haifa")


@pytest.mark.parametrize(
    ("left", "right"),
    [("Ангела Меркель", "Angela Merkel"), ("Αλέξης Τσίπρας", "Alexis Tsipras"), ("胡锦涛", "Hu Jintao")],
)
def test_where_nothing_is_left_out_the_keys_meet(left: str, right: str) -> None:
    one, two = analyse(left, Kind.PERSON), analyse(right, Kind.PERSON)
    assert one.foreign
    assert not two.foreign
    assert [consonant_key(word) for word in one.words] == [consonant_key(word) for word in two.words]
