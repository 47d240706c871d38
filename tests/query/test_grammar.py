import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query import TERMS, Actor, Phrase, Query, QuerySyntaxError, Term, Word, parse, typing


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("   ", ()),
        ("palmyra", (Word("palmyra"),)),
        ("palmyra museum*", (Word("palmyra"), Word("museum", True))),
        ('"cease fire" now', (Phrase("cease fire"), Word("now"))),
        ("“cease fire”", (Phrase("cease fire"),)),
        ("actor:kerry", (Actor("kerry"),)),
        ('ACTOR:"Islamic State" raqqa', (Actor("Islamic State"), Word("raqqa"))),
        ('actor:"Islamic Sta*', (Actor("Islamic Sta", True),)),
        ('"not closed', (Phrase("not closed"),)),
        ("salt & pepper", (Word("salt"), Word("pepper"))),
        ("Syria: the", (Word("Syria:"), Word("the"))),
        ("12:30", (Word("12:30"),)),
        ("https://example.org/a?b=c", (Word("https://example.org/a?b=c"),)),
        ("U.S.", (Word("U.S."),)),
        ('say"so', (Word('say"so'),)),
    ],
)
def test_what_is_typed_means(text: str, terms: tuple[object, ...]) -> None:
    assert parse(text) == Query(terms)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("raqqa foo:bar", 6, "foo:"),
        ("actor:", 6, "name"),
        ("actor: kerry", 6, "name"),
        ('x actor:""', 8, "name"),
        ("actor:!!", 6, "name"),
        ("a" * 1001, 1000, "too long"),
        ("a " * 70, 128, "too many"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(text: str, position: int, says: str) -> None:
    with pytest.raises(QuerySyntaxError, match=says) as caught:
        parse(text)
    assert caught.value.position == position


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    position = 0
    terms: tuple[Term, ...] = ()
    try:
        terms = parse(text).terms
    except QuerySyntaxError as error:
        position = error.position
    assert 0 <= position <= len(text)
    assert all(any(character.isalnum() for character in term.text) for term in terms)


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("palmy", "palmy*"),
        ("palmyra ", "palmyra "),
        ('actor:"Islamic Sta', 'actor:"Islamic Sta*'),
        ('actor:"Islamic State"', 'actor:"Islamic State"'),
        ("raqqa actor:", "raqqa "),
        ('actor:"', ""),
        ("", ""),
    ],
)
def test_the_last_term_is_open_while_typing(typed: str, searched: str) -> None:
    assert typing(typed) == searched


def test_every_example_of_the_help_is_valid() -> None:
    for term in TERMS:
        assert len(parse(term.example).terms) == 1
