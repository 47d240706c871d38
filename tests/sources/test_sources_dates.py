"""Dates in the forms that sources use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources import dates
from reader.sources.dates import Order


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2016-03-27", "2016-03-27"),
        ("20160327", "2016-03-27"),
        ("2016-03-27T18:30:00Z", "2016-03-27T18:30:00+00:00"),
        ("2016-03-27 18:30:00+02:00", "2016-03-27T18:30:00+02:00"),
        ("2016-03-27T18:30:00", "2016-03-27"),
        ("Sun, 27 Mar 2016 10:00:00 +0300", "2016-03-27T10:00:00+03:00"),
        ("Sun, 27 Mar 2016 10:00:00 EST", "2016-03-27T10:00:00-05:00"),
        ("26 March 2016", "2016-03-26"),
        ("March 26, 2016", "2016-03-26"),
        ("Wed 05 Apr 2017", "2017-04-05"),
        ("27 March 2016 10:00 GMT+3", "2016-03-27T10:00:00+03:00"),
        ("27.3.2016", "2016-03-27"),
        ("4.3.2016", "2016-03-04"),
        ("13/04/2016", "2016-04-13"),
        ("4/13/2016", "2016-04-13"),
        ("4/13/16", "2016-04-13"),
        ("5/5/2016 10:30", "2016-05-05"),
        ("1459101000", "2016-03-27T17:50:00+00:00"),
        ("1459101000000", "2016-03-27T17:50:00+00:00"),
    ],
)
def test_a_date_is_read(value: str, iso: str) -> None:
    assert dates.parse(value) == (iso, False)


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "March 2016", "10:30", "2016", "31/31/2016", "0000-00-00", "9" * 60, "n/a", "-", "1e999", "5"],
)
def test_what_is_no_day_is_no_date(value: str) -> None:
    assert dates.parse(value) == ("", False)


def test_an_ambiguous_date_is_read_by_its_file() -> None:
    assert dates.parse("3/4/2016") == ("2016-03-04", True)
    assert dates.parse("3/4/2016", Order.MONTH_FIRST) == ("2016-03-04", False)
    assert dates.parse("3/4/2016", Order.DAY_FIRST) == ("2016-04-03", False)


def test_the_order_of_a_file_is_that_of_most_of_its_clear_dates() -> None:
    assert dates.order_of(["3/4/2016", "5/6/2016"]) is None
    assert dates.order_of(["3/4/2016", "4/13/2016"]) is Order.MONTH_FIRST
    assert dates.order_of(["13/4/2016", "14/4/2016", "4/13/2016"]) is Order.DAY_FIRST
    assert dates.order_of(["13/4/2016", "4/13/2016"]) is None


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("2016-03-27-palmyra.txt", "2016-03-27"),
        ("20160327.txt", "2016-03-27"),
        ("sana_2016_03_27.html", "2016-03-27"),
        ("/news/2016/03/27/palmyra", "2016-03-27"),
        ("201603271200.txt", ""),
        ("2016-13-27.txt", ""),
        ("000_6696030335.txt", ""),
        ("report-2016.txt", ""),
    ],
)
def test_a_file_name_may_hold_a_date(name: str, iso: str) -> None:
    assert dates.from_name(name) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Wed 05 Apr 2017 Fighting went on", "2017-04-05"),
        ("Published April 24 2017 Forces", "2017-04-24"),
        ("Date of publication 12 June 2016 Dozens", "2016-06-12"),
        ("BEIRUT, March 27, 2016 (Agency) — The army", "2016-03-27"),
        ("05.02.2015 A group", "2015-02-05"),
        ("13-12-2014 The army", "2014-12-13"),
        ("03-04-2014 The army", ""),
        ("The war began on 15 March 2011", ""),
        ("May be the army", ""),
    ],
)
def test_a_text_may_begin_with_its_date(text: str, iso: str) -> None:
    assert dates.from_dateline(text) == iso


@given(st.text(max_size=70), st.sampled_from([None, *Order]))
def test_no_value_breaks_the_parser(value: str, order: Order | None) -> None:
    date, guessed = dates.parse(value, order)
    assert date or not guessed


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y", "%a %d %b %Y"):
        assert dates.parse(day.strftime(form)) == (day.isoformat(), False)
    assert dates.parse(day.strftime("%d/%m/%Y"), Order.DAY_FIRST) == (day.isoformat(), False)
