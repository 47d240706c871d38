"""What the titles of a site's pages share at their ends is its name; a headline's own dash stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.site_endings import has_ending, without_endings

HEADS = ("Bridge closed", "Assad - a portrait", "Harbour: what next?", "Rain, and more rain")


@pytest.mark.parametrize(
    "ending", [" - Bree Post", " | Bree Post", " – Bree Post", "_布里报", " — Бри пост", "｜ブリー新聞"]
)
def test_what_several_pages_end_in_goes(ending: str) -> None:
    found = without_endings(head + ending for head in HEADS)
    assert sorted(found.values()) == sorted(HEADS)


def test_two_pages_are_enough_at_a_bar_and_not_at_a_dash() -> None:
    assert without_endings(["Bridge closed | Bree Post", "Rain | Bree Post"])
    assert not without_endings(["Bridge closed - Syria", "Rain - Syria"])
    assert not without_endings(["Bridge closed | Bree Post"])


def test_one_article_saved_thrice_tells_nothing() -> None:
    assert not without_endings(["Assad - a portrait"] * 3)


def test_endings_that_differ_stay() -> None:
    assert not without_endings(["Bridge - closed", "Bridge - open", "Assad - a portrait", "Putin – the man", "A | b"])


def test_what_some_pages_of_many_end_in_stays() -> None:
    others = [f"Story {number} - told by {number}" for number in range(9)]
    assert not without_endings(["War - Syria", "Peace - Syria", "Rain - Syria", *others])


def test_all_that_is_shared_goes_at_once() -> None:
    titles = [f"{head} | World | Bree Post" for head in HEADS]
    assert sorted(without_endings(titles).values()) == sorted(HEADS)
    mixed = without_endings([*titles, "Football | Bree Post"])
    assert mixed["Football | Bree Post"] == "Football"


def test_case_and_width_make_no_other_ending() -> None:
    assert len(without_endings(["A day - Bree Post", "B day – BREE POST", "C day | Bree Post"])) == 3


parts = st.text(alphabet="ab|-– _:», 北", max_size=12)


@given(st.lists(st.builds(lambda head, end: f"{head}{end}", parts, st.sampled_from(["", " - S", "|S", " | T | S"]))))
def test_any_titles(titles: list[str]) -> None:
    found = without_endings(titles)
    assert found == without_endings(reversed(titles * 2))
    for whole, bare in found.items():
        assert whole.startswith(bare)
        assert bare.strip()
        assert has_ending(whole)
