"""What a person's pattern finds in the names of files."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import TadmorError
from reader.sources.name_patterns import NamePattern


@pytest.mark.parametrize(
    ("pattern", "location", "fields"),
    [
        (
            "{date:%m-%d-%Y}-{source}-{title}",
            "/news/4-6-2014-desert_post-troops-return.txt",
            {"date": "2014-04-06", "source": "desert post", "title": "troops return"},
        ),
        ("{date:%Y%m%d}_{source}", "/news/20140406_Wire.html", {"date": "2014-04-06", "source": "Wire"}),
        ("{source}/{}", "/news/The Wire/a.txt", {"source": "The Wire"}),
        ("{source}/{date:%Y}/{title}", "/news/Wire/2014/a.txt", {"source": "Wire", "date": "2014-01-01", "title": "a"}),
        ("{date}_{title}", "/news/6 Apr 2014_talks.txt", {"date": "2014-04-06", "title": "talks"}),
        ("{date:%d-%m-%Y}-{source}", "/news/32-4-2014-wire.txt", {"source": "wire"}),
        ("{date:%m-%d-%Y}-{source}", "/news/talks.txt", {}),
        ("{source}-{title}", "stdin:0123", {}),
    ],
)
def test_a_pattern_finds_its_parts(pattern: str, location: str, fields: Mapping[str, str]) -> None:
    assert NamePattern(pattern).fields(location) == fields


@pytest.mark.parametrize(
    "pattern", ["", "talks", "{}", "{outlet}", "{date:%Q}", "{source}-{source}", "{source", "{title:%Y}"]
)
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(TadmorError):
        NamePattern(pattern)


@given(st.text(max_size=300))
def test_no_name_breaks_a_pattern(name: str) -> None:
    NamePattern("{date:%m-%d-%Y}-{source}-{title}").fields(f"/news/{name}")
