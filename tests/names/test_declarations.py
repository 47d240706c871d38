"""How a text declares that two names are one."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.names.declarations import has_letters, in_brackets, introduced, is_acronym, is_also_known, spells


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Syrian Democratic Forces (SDF) said", True),
        ("Syrian Democratic Forces [SDF] said", True),
        ("Syrian Democratic Forces (the SDF) said", True),
        ("Syrian Democratic Forces (“SDF”) said", True),
        ("Syrian Democratic Forces ( or SDF ) said", True),
        ("Syrian Democratic Forces (SDF, Arabic) said", True),
        ("Syrian Democratic Forces SDF) said", False),
        ("Syrian Democratic Forces (SDF said", False),
        ("Syrian Democratic Forces (led by SDF) said", False),
        ("Syrian Democratic Forces (SDF and many of its allies) said", False),
    ],
)
def test_a_short_form_in_brackets(text: str, held: bool) -> None:
    start = text.index("SDF")
    bracket = in_brackets(text, start, start + 3)
    assert (bracket is not None) is held
    if bracket is not None:
        assert text[:bracket] == "Syrian Democratic Forces "


@pytest.mark.parametrize(
    "words", [", or ", " (also known as ", ", abbreviated to the “", " called ", ", known as the ", ", abbreviated "]
)
def test_words_that_introduce_a_short_form(words: str) -> None:
    text = f"Syrian Democratic Forces{words}SDF"
    start = text.index("SDF")
    begin = introduced(text, start, 0)
    assert begin is not None
    assert text[:begin].rstrip(" (") == "Syrian Democratic Forces"
    assert introduced(text, start, start - 1) is None


@pytest.mark.parametrize(
    ("between", "known"),
    [
        (", also known as ", True),
        (" (formerly ", True),
        (", nom de guerre “", True),
        (", a.k.a. ", True),
        (", who was better known as ", True),
        (", whose real name is ", True),
        (" or ", False),
        (" and ", False),
        (", formerly of ", False),
    ],
)
def test_words_that_make_two_names_one(between: str, known: bool) -> None:
    assert is_also_known(between) is known


@pytest.mark.parametrize(
    ("short", "words", "spelt"),
    [
        ("sdf", "syrian democratic forces", True),
        ("afl", "american federation of labor", True),
        ("afol", "american federation of labor", True),
        ("sdf", "syrian forces", False),
        ("sd", "syrian democratic forces", False),
        ("sf", "syrian democratic forces", False),
    ],
)
def test_initials_spell_a_name(short: str, words: str, spelt: bool) -> None:
    assert spells(short, words.split()) is spelt


@given(st.lists(st.text(string.ascii_lowercase, min_size=3, max_size=8), min_size=2, max_size=8))
def test_every_name_is_spelt_by_its_initials(words: list[str]) -> None:
    initials = "".join(word[0] for word in words)
    assert spells(initials, words)
    assert has_letters(initials.upper(), words)
    assert is_acronym(initials.upper())
    assert not is_acronym(initials)


@pytest.mark.parametrize(
    ("short", "words", "found"),
    [("AAS", "ahrar sham", True), ("KRD", "kurdistan region", True), ("SAA", "ahrar sham", False), ("A", "a b", False)],
)
def test_letters_in_order(short: str, words: str, found: bool) -> None:
    assert has_letters(short, words.split()) is found


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("UN", True), ("U.N.", True), ("PYD2", True), ("U", False), ("Nato", False), ("UN troops", False), ("2UN", False)],
)
def test_acronyms(name: str, is_one: bool) -> None:
    assert is_acronym(name) is is_one
