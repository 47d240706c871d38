"""The date of a saved page."""

import pytest

from reader.model import Incoming, Origin
from reader.sources.article import finish
from reader.sources.html import read_html

STORY = "".join(f"<p>On day {number} they met in the hall, and nobody said a word of it.</p>" for number in range(9))


def page(head: str = "", before: str = "", after: str = "") -> Incoming:
    html = f"<html><head><title>Talks begin</title>{head}</head><body>{before}<article>{STORY}</article>{after}</body>"
    article = finish(Origin("/page.html"), read_html(html), name="page.html")
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("head", "before", "date"),
    [
        ('<meta property="article:published_time" content="2016-03-27T10:00:00Z">', "", "2016-03-27"),
        ('<meta name="datePublished" content="1988"><meta name="date" content="27 March 2016">', "", "2016-03-27"),
        ("", '<span itemprop="datePublished" content="2016-03-27"></span>', "2016-03-27"),
        ("", '<time datetime="10:00">Now</time><time datetime="2016-03-27">then</time>', "2016-03-27"),
    ],
)
def test_what_names_the_day_of_publication_is_its_date(head: str, before: str, date: str) -> None:
    found = page(head, before)
    assert (found.date[:10], found.date_guessed) == (date, False)


def test_a_year_alone_is_no_date() -> None:
    assert page(after="<footer>© 2016 The Example</footer>").date == ""
