"""One page has one address, whatever was hung on it on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.addresses import address

ONE = "https://example.org/2016/03/27/palmyra?id=7"


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/2016/03/27/palmyra?id=7",
        "https://www.example.org/2016/03/27/palmyra/?id=7",
        "HTTPS://Example.ORG:443/2016/03/27/palmyra?id=7#comments",
        "http://example.org:80/2016/03/27/palmyra?utm_source=a&id=7&UTM_campaign=b",
        "https://example.org/2016/03/27/palmyra?fbclid=x&id=7&gclid=y&mc_eid=z",
        "https://example.org/2016/03/27/p%61lmyra?id=7",
    ],
)
def test_what_says_only_how_one_came_there_is_left_out(other: str) -> None:
    assert address(other) == address(ONE) != ""


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/2016/03/27/palmyra",
        "https://example.org/2016/03/27/palmyra?id=8",
        "https://example.org/2016/03/27/Palmyra?id=7",
        "https://example.org/2016/03/27/palmyra?id=7&page=2",
        "https://m.example.org/2016/03/27/palmyra?id=7",
        "https://example.org:8080/2016/03/27/palmyra?id=7",
        "https://example.org/2016/03/27/palmyra?id=7#!/live/4",
        "https://example.org/amp/2016/03/27/palmyra?id=7",
    ],
)
def test_what_may_lead_to_another_page_stays(other: str) -> None:
    assert address(other) != address(ONE)


def test_letters_outside_ascii_may_be_escaped() -> None:
    assert address("https://example.org/новости/1") == address(
        "https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1"
    )
    assert address("https://example.org/a%2Fb") != address("https://example.org/a/b")


@pytest.mark.parametrize(
    "front",
    ["https://example.org", "https://www.example.org/?utm_source=x", "https://example.org/#top", "", "file:///a"],
)
def test_a_front_page_is_the_address_of_no_article(front: str) -> None:
    assert address(front) == ""


@given(st.text(max_size=40), st.sampled_from(["http://", "https://www.", "https://example.org/"]))
def test_any_text_has_an_address_or_none(text: str, head: str) -> None:
    found = address(head + text)
    assert not found or address("https://" + found) == found
