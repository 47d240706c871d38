"""What was taken of a page is doubted where neither an extractor nor the page's own text bears it out."""

import pytest

from reader.model import Caveat
from reader.sources.html import read_html
from reader.sources.page_doubt import Opinions

STORY = [
    f"On day {number} the council of Bree met at the harbour for {number} hours, and the mayor told reporters of the"
    f" Herald that the {word} would be built again before the winter, whatever that may cost the people of the town."
    for number, word in enumerate(("bridge", "quay", "market", "church", "school", "mill", "wall", "tower", "road"), 1)
]
OTHER = [
    f"Reader {number} thinks that nobody should ever have crossed the river without a boat." for number in range(40)
]
TITLE = "Bridge of Bree will be built again"


def opinions(extracted: str, running: str = "") -> Opinions:
    return Opinions(extracted, running or extracted, TITLE)


def test_what_both_others_took_is_not_doubted() -> None:
    story = "\n\n".join(STORY)
    assert not opinions(story).doubt(story)


def test_what_one_of_them_took_is_not_doubted() -> None:
    story = "\n\n".join(STORY)
    assert not opinions("\n".join(STORY[:5]), story).doubt(story)
    assert not opinions(story, "\n".join([*STORY, *OTHER])).doubt(story)


def test_what_neither_took_is() -> None:
    story = "\n\n".join(STORY)
    assert opinions(story).doubt("\n\n".join([*STORY, *OTHER])), "far too much"
    assert opinions(story).doubt("\n\n".join(STORY[:2])), "far too little"
    assert opinions(story).doubt("\n\n".join(OTHER)), "something else"
    assert opinions(story).doubt("")


@pytest.mark.parametrize("share", [1, 2])
def test_a_bit_of_a_long_page_is_doubted_though_the_extractor_agrees(share: int) -> None:
    bit = STORY[0]
    assert opinions(bit, "\n".join(STORY * share)).doubt(bit)


def test_a_headline_alone_is_doubted_though_the_page_shows_no_more() -> None:
    assert opinions(TITLE).doubt(TITLE)
    assert opinions(TITLE).doubt(f"# {TITLE}")
    assert Caveat.THIN in read_html(f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1></body>").caveats


def test_next_to_nothing_gives_way_to_what_the_extractor_took() -> None:
    story = "\n\n".join(STORY)
    assert opinions(story).prefer_extracted("")
    assert opinions(story).prefer_extracted("Bridge of Bree")
    assert not opinions(story).prefer_extracted("\n\n".join(STORY[:3]))
    assert not opinions("").prefer_extracted(STORY[0])


def test_a_plain_page_is_not_doubted() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY)
    head = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
    assert Caveat.THIN not in read_html(f"{head}<article>{paragraphs}</article></body></html>").caveats
    assert Caveat.THIN not in read_html(f"{head}<p>{STORY[0]}</p></body></html>").caveats
