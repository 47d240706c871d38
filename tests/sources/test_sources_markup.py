"""Records whose values carry markup, or were cut by whoever handed them out."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.model import Caveat, Incoming, PassedOver, Problem
from reader.sources import read
from reader.sources.markup import plain, uncut


def articles(folder: Path, value: object, mapping: Mapping[str, str] = {}) -> list[Incoming | Problem | PassedOver]:
    file = folder / "a.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    return [*read([file], mapping)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<p>One <b>bold</b>.</p><p>Two<br>three</p>", "One bold.\n\nTwo\nthree"),
        ("<ul><li>x</li><li>y</li></ul>", "- x\n- y"),
        ("AT&amp;T&#8217;s &ldquo;five&rdquo; &lt; six", "AT&T’s “five” < six"),
        ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\n\nTwo"),
        ("Para <i>one</i>\n\nPara two", "Para one\n\nPara two"),
        ("<p>Seen</p><p hidden>Not</p><script>not()</script>", "Seen"),
        ("a < b and c > d & e", "a < b and c > d & e"),
        ("R&D, Q&A;", "R&D, Q&A;"),
    ],
)
def test_a_value_is_read_as_it_would_be_shown(value: str, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(
    ("value", "text", "cut"),
    [
        ("The president met Bashar al-As… [+146 chars]", "The president met …", True),
        ("It rained. Nobody came to the tow...[+1,146 chars]", "It rained. Nobody came to the …", True),
        ("It rained. [+12 chars]", "It rained.", True),
        ("It rained [1].", "It rained [1].", False),
        ("It rained…", "It rained…", False),
    ],
)
def test_no_name_is_read_where_an_interface_cut(value: str, text: str, cut: bool) -> None:
    assert uncut(value) == (text, cut)


def test_a_cut_text_says_so_and_what_is_gone_is_refused(tmp_path: Path) -> None:
    cut, gone = articles(
        tmp_path,
        [
            {"title": "A &amp; B", "content": "It rained in the… [+9 chars]"},
            {"title": "[Removed]", "content": "[Removed]"},
        ],
    )
    assert isinstance(cut, Incoming)
    assert (cut.title, cut.caveats) == ("A & B", (Caveat.CUT,))
    assert isinstance(gone, Problem)
    assert "removed" in gone.what


@pytest.mark.parametrize(
    "value",
    [
        {"response": {"docs": [{"headline": {"main": "T"}, "content_text": "Body."}], "meta": {"hits": 1}}},
        {"hits": {"hits": [{"_id": "1", "_source": {"title": "T", "body": "Body."}}]}},
        [{"id": 7, "article": {"title": "T", "body": "Body."}}],
        [{"title": {"rendered": "T"}, "content": {"rendered": "<p>Body.</p>"}}],
        [{"title": "T", "paragraphs": [{"text": "Body."}]}],
    ],
)
def test_articles_are_found_where_services_put_them(tmp_path: Path, value: object) -> None:
    (article,) = articles(tmp_path, value)
    assert isinstance(article, Incoming)
    assert (article.title, article.body) == ("T", "Body.")


@pytest.mark.parametrize("name", ["date_publish", "publishedAt", "pub_date", "datePublished", "webPublicationDate"])
def test_dates_go_by_many_names(tmp_path: Path, name: str) -> None:
    (article,) = articles(tmp_path, [{"title": "T", "text": "Body.", name: "2016-03-04"}])
    assert isinstance(article, Incoming)
    assert article.date == "2016-03-04"


def test_a_field_is_mapped_by_its_path_through_records_and_lists(tmp_path: Path) -> None:
    record = {"title": "T", "a": {"b": "Deep."}, "parts": [{"t": "One."}, {"t": "Two."}]}
    for path, body in (("a.b", "Deep."), ("parts.t", "One.\n\nTwo."), ("parts.1.t", "Two.")):
        (article,) = articles(tmp_path, [record], {"text": path})
        assert isinstance(article, Incoming)
        assert article.body == body
