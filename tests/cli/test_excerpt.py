"""The sentence that a search shows with an article."""

from hypothesis import given
from hypothesis import strategies as st

from reader.cli.excerpt import LONGEST, excerpt
from reader.query import Word, parse

BODY = "The museum opened again. Visitors came from Ħoms and from Óbidos, the mayor said. Nobody else spoke.\nThe end"


def test_it_is_the_first_sentence_with_a_word_asked_for() -> None:
    assert excerpt(BODY, parse("mayor").terms) == "Visitors came from Ħoms and from Óbidos, the mayor said."
    assert excerpt(BODY, parse("nobody museum").terms) == "The museum opened again."


def test_case_and_accents_do_not_matter() -> None:
    assert excerpt(BODY, parse("OBIDOS").terms).startswith("Visitors")


def test_only_whole_words_count_unless_a_star_follows() -> None:
    assert excerpt(BODY, parse("muse").terms) == ""
    assert excerpt(BODY, parse("muse*").terms) == "The museum opened again."


def test_words_of_phrases_and_actors_count() -> None:
    assert excerpt(BODY, parse('"the mayor"').terms) == "The museum opened again."
    assert excerpt(BODY, parse("actor:mayor").terms).startswith("Visitors")


def test_a_text_without_them_gives_nothing() -> None:
    assert excerpt(BODY, parse("parliament").terms) == ""
    assert excerpt(BODY, parse("").terms) == ""
    assert excerpt("", parse("museum").terms) == ""


def test_a_long_sentence_is_cut_around_the_word() -> None:
    said = excerpt("word " * 500 + "needle " + "word " * 500, parse("needle").terms)
    assert "needle" in said
    assert len(said) <= LONGEST
    assert said.removeprefix("… ").startswith("word ")
    assert said.endswith(" word…")


@given(st.text(), st.text(min_size=1))
def test_any_text_and_any_word_do(body: str, word: str) -> None:
    said = excerpt(body, [Word(word)])
    assert len(said) <= LONGEST
    assert "\n" not in said
