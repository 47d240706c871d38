"""Words and sentences: what the recogniser's training and use share."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ner.sentences import sentences_of
from reader.ner.words import CASES, CASINGS, STARTS, case_of, words_of


def cut(text: str) -> list[str]:
    return [text[w.start : w.end] for w in words_of(text)]


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("US-backed", ["US", "-", "backed"]),
        ("Syria's", ["Syria", "'", "s"]),
        ("Syria’s", ["Syria", "’", "s"]),
        ("Mar'a/Marea", ["Mar", "'", "a", "/", "Marea"]),
        ("the U.S. and J.P. Ray", ["the", "U.S.", "and", "J.P.", "Ray"]),
        ("in the U.S.", ["in", "the", "U.S."]),
        ("1,000 (3.5%).", ["1,000", "(", "3.5", "%", ")", "."]),
        ("H5N1 F-16", ["H5N1", "F", "-", "16"]),
        ("E\u0301cole Pe\u0301rez", ["E\u0301cole", "Pe\u0301rez"]),
        ("a_b\ufffd", ["a", "_", "b", "\ufffd"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words_are_cut_where_names_end(text: str, words: list[str]) -> None:
    assert cut(text) == words


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("town", "lower"),
        ("Town", "capitalised"),
        ("TOWN", "upper"),
        ("A", "single"),
        ("U.S.", "dotted"),
        ("p.m.", "dotted"),
        ("McCain", "mixed"),
        ("iPhone", "mixed"),
        ("2015", "digit"),
        ("3.5", "digit"),
        ("H5N1", "upper"),
        ("’", "mark"),
        ("حلب", "caseless"),
    ],
)
def test_casing_has_a_class_for_each_way_of_writing(word: str, case: str) -> None:
    assert CASES[case_of(word)] == case


def test_the_opening_of_a_sentence_and_of_a_line_show_in_the_casing() -> None:
    inside, sentence, line = (len(CASES) * STARTS.index(s) for s in ("inside", "sentence", "line"))
    text = "“The end” came."
    mark, capitalised, lower = (CASES.index(c) for c in ("mark", "capitalised", "lower"))
    assert [w.casing for w in words_of(text)][:3] == [mark + line, capitalised + line, lower + inside]
    assert [w.casing for w in words_of(text, at_line_start=False)][:2] == [mark + sentence, capitalised + sentence]


@given(st.text())
def test_words_hold_every_visible_character_once_and_in_order(text: str) -> None:
    words = words_of(text)
    assert "".join(text[w.start : w.end] for w in words) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert all(0 < w.casing < CASINGS and w.start < w.end for w in words)


@given(st.text(alphabet=st.sampled_from("Ab .!?\n\r\u2028“”\"'U.S")))
def test_sentences_hold_every_visible_character_once_and_in_order(text: str) -> None:
    assert "".join("".join(s.split()) for s in sentences(text)) == "".join(text.split())


@given(st.text(), st.text())
def test_a_line_break_parts_whatever_stands_on_its_two_sides(one: str, two: str) -> None:
    assert sentences(f"{one}\n{two}") == sentences(one) + sentences(two)


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Lloyd J. Austin spoke to Mr. Smith.",
        "The U.S. Army left the U.N. Security Council.",
        "It costs 3.5 dollars.",
        "They left at 5 p.m. Sunday.",
        "He asked. then left",
    ],
)
def test_a_stop_inside_a_name_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. The army left.", ["It fell.", "The army left."]),
        ("“It fell.” The army left.", ["“It fell.”", "The army left."]),
        ("They went to the U.S. The army left.", ["They went to the U.S.", "The army left."]),
        ("Did it? Yes! No.", ["Did it?", "Yes!", "No."]),
        ("He said no. She said yes.", ["He said no.", "She said yes."]),
        ("In 2015. 300 came.", ["In 2015.", "300 came."]),
        ("TITLE\n\n  First line.  \r\nSecond", ["TITLE", "First line.", "Second"]),
    ],
)
def test_sentences_end_where_a_reader_would_pause(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_the_first_sentence_of_a_line_says_so() -> None:
    assert [s.opens_line for s in sentences_of("One. Two.\nThree.")] == [True, False, True]
