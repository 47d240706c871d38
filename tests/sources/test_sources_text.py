"""Plain text: titles, wrapped lines, headers."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.text import join_lines, split_header, unwrap
from reader.sources.titles import CLIP, first_sentence, looks_like_title, split_title

SENTENCES = (
    "The foreign minister flew to the capital on Sunday for talks on the ceasefire, his office said.",
    "Nobody expected the talks, which were the first since the town had been retaken, to go on for more than a day.",
    "In the north the fighting went on, and the road to the border stayed closed for a third week.",
)


def test_a_headline_before_a_blank_line_is_the_title_and_leaves_the_body() -> None:
    assert split_title("Talks begin in Astana\n\nThe delegations met.") == (
        "Talks begin in Astana",
        "The delegations met.",
    )
    assert split_title("Talks begin\n===========\nThey met.") == ("Talks begin", "They met.")
    assert split_title("6 Apr 2014\n\nTalks begin\n\nThey met.") == ("Talks begin", "6 Apr 2014\n\nThey met.")


@pytest.mark.parametrize(
    "body",
    [
        "The delegations met on Monday.\n\nThey will meet again.",
        "Talks begin\nThe delegations met.",
        "Wed 05 Apr 2017\n\nThe delegations met.",
        "Talks begin",
        "word " * 60 + "\n\nMore.",
    ],
)
def test_other_first_lines_stay_in_the_body(body: str) -> None:
    title, rest = split_title(body)
    assert rest == body
    assert title
    assert len(title) <= CLIP


def test_a_title_made_of_a_sentence_does_not_stop_at_an_abbreviation() -> None:
    assert first_sentence("The U.S. and Gen. Dunford met Mr. Lavrov. Then they left.") == (
        "The U.S. and Gen. Dunford met Mr. Lavrov"
    )
    assert first_sentence("“Is it over?” he asked. It was not.") == "“Is it over?” he asked"
    assert first_sentence("long " * 100).endswith("long…")


def test_what_reads_as_a_title() -> None:
    assert looks_like_title("Who holds Marea?")
    assert not looks_like_title("It fell.")
    assert not looks_like_title("27.03.2016")
    assert not looks_like_title("--")


@pytest.mark.parametrize("width", [62, 70, 78, 90, 99])
def test_wrapped_paragraphs_become_lines(width: int) -> None:
    paragraphs = [" ".join(SENTENCES), " ".join(reversed(SENTENCES))]
    page = "\n\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in paragraphs)
    assert unwrap(page) == "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    "body",
    [
        "\n".join(SENTENCES),
        "Roses are red\nViolets are blue\n\nSugar is sweet\nAnd so are you",
        "- John Kerry, who came to Moscow on Sunday to see the foreign minister there\n- Sergei Lavrov",
        "Damascus\nThe delegation of the opposition arrived on Sunday in the capital of Kazakhstan.\nAstana",
        "One line only, as most sources have it.",
        "",
    ],
)
def test_other_lines_stay(body: str) -> None:
    assert unwrap(body) == body


@given(st.text(alphabet="ab .-\n", max_size=300))
def test_unwrapping_moves_no_word(body: str) -> None:
    gone = str.maketrans("", "", "\n -")
    assert unwrap(body).translate(gone) == body.translate(gone)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["around Pal-", "myra today"], "around Palmyra today"),
        (["the US-", "backed force"], "the US-backed force"),
        (["the Russian-", "led force"], "the Russian-led force"),
        (["Deir al-", "Zor fell"], "Deir al-Zor fell"),
        (["state-of-the-", "art arms"], "state-of-the-art arms"),
        (["a 10-", "day truce"], "a 10-day truce"),
        (["anti-", "government"], "anti-government"),
        (["his counter-", "part, too"], "his counterpart, too"),
        (["“re-", "public” of"], "“republic” of"),
        (["was with-", "in reach"], "was within reach"),
        (["the co-", "leader said"], "the co-leader said"),
        (["ex-", "leader of"], "ex-leader of"),
        (["rebel-", "held towns"], "rebel-held towns"),
        (["a dash -", "then more"], "a dash - then more"),
        (["北京", "消息"], "北京消息"),
        (["다마스쿠스", "소식"], "다마스쿠스 소식"),
    ],
)
def test_a_hyphen_at_a_line_end(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


def test_a_header_of_fields_is_read_off() -> None:
    found, body = split_header("Title: Talks begin\nDate: 3 March 2016\nPlace: Astana\n\nThey met.")
    assert found == {"title": "Talks begin", "date": "3 March 2016"}
    assert body == "They met."


@pytest.mark.parametrize(
    "text",
    [
        "Kerry: we can work with Russia\n\nHe said so.",
        "Title: one field is no header\n\nText",
        "Note: a\nWell: b\n\nText",
    ],
)
def test_a_headline_with_a_colon_is_no_header(text: str) -> None:
    assert split_header(text) == ({}, text)
