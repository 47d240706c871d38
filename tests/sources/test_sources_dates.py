"""Dates in the forms that sources use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import DateOrder
from reader.sources import dates


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
        ("20160327120000", "2016-03-27"),
        ("20160327T100000Z", "2016-03-27T10:00:00+00:00"),
        ("2016-W12-7", "2016-03-27"),
        ("2016/3/27 10:00", "2016-03-27"),
        ("4.3.2016 10:00", "2016-03-04"),
        ("4. 3. 2016", "2016-03-04"),
        ("Fri 04.03.2016", "2016-03-04"),
        ("10:00 04.03.16", "2016-03-04"),
        ("4.3.2016, 10.00 Uhr", "2016-03-04"),
        ("Fri 4/3/2016", "2016-03-04"),
        ("4-Mar-16", "2016-03-04"),
        ("04Mar2016", "2016-03-04"),
        ("Mar 42016", "2016-03-04"),
        ("Mar 272016", "2016-03-27"),
        ("March 4th, 2016 at 9:05 PM EST", "2016-03-04T21:05:00-05:00"),
        ("Fri Mar 04 09:05:33 +0300 2016", "2016-03-04T09:05:33+03:00"),
        ("4/Mar/2016:10:00:00 +0300", "2016-03-04T10:00:00+03:00"),
        ("vendredi 4 mars 2016 à 9h05", "2016-03-04"),
        ("1er août 2016", "2016-08-01"),
        ("Freitag, 4. März 2016", "2016-03-04"),
        ("viernes, 4 de marzo de 2016", "2016-03-04"),
        ("4 марта 2016 г. в 09:05", "2016-03-04"),
        ("пятница, 4 марта 2016 года", "2016-03-04"),
        ("٤ مارس ٢٠١٦", "2016-03-04"),
        ("الجمعة، 4 آذار 2016", "2016-03-04"),
        ("4 تشرين الثاني 2016 م", "2016-11-04"),
        ("4 Kasım 2016 Cuma", "2016-11-04"),
        ("4 آذار/مارس 2016", "2016-03-04"),
        ("4 .3. 2016", "2016-03-04"),
        ("2016年3月4日 星期五 10:00", "2016-03-04"),
        ("二〇一六年三月二十七日", "2016-03-27"),
        ("2016년 3월 4일", "2016-03-04"),
        ("ngày 4 tháng 3 năm 2016", "2016-03-04"),
        ("2016. március 4.", "2016-03-04"),
        ("4 Μαρτίου 2016", "2016-03-04"),
        ("4-6 March 2016", "2016-03-04"),
        ("(Published: 4 March 2016)", "2016-03-04"),
        ("Updated 6 March 2016, published 4 March 2016", "2016-03-04"),
    ],
)
def test_a_date_is_read(value: str, iso: str) -> None:
    assert dates.parse(value) == (iso, False)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "March 2016",
        "10:30",
        "2016",
        "31/31/2016",
        "0000-00-00",
        "9" * 60,
        "n/a",
        "-",
        "1e999",
        "5",
        "30 February 2016",
        "2016-02-30",
        "32.01.2016",
        "Friday",
        "4 March",
        "version 1.2.2016.5",
    ],
)
def test_what_is_no_day_is_no_date(value: str) -> None:
    assert dates.parse(value) == ("", False)


@pytest.mark.parametrize(
    "value", ["3/4/2016.", "3/4/2016-10:00", "(3/4/2016)", "10:00, 3/4/2016", "03 04 2016", "3-4-16"]
)
def test_whatever_stands_around_it_an_ambiguous_date_is_a_guess(value: str) -> None:
    assert dates.parse(value) == ("2016-03-04", True)
    assert dates.parse(value, DateOrder.DAY_FIRST) == ("2016-04-03", False)


def test_a_day_that_is_still_to_come_is_a_guess() -> None:
    assert dates.parse("2150-03-04") == ("2150-03-04", True)
    assert dates.parse("4 March 2150") == ("2150-03-04", True)


def test_an_ambiguous_date_is_read_by_its_file() -> None:
    assert dates.parse("3/4/2016") == ("2016-03-04", True)
    assert dates.parse("3/4/2016", DateOrder.MONTH_FIRST) == ("2016-03-04", False)
    assert dates.parse("3/4/2016", DateOrder.DAY_FIRST) == ("2016-04-03", False)


def test_the_order_of_a_file_is_that_of_most_of_its_clear_dates() -> None:
    assert dates.order_of(["3/4/2016", "5/6/2016"]) is None
    assert dates.order_of(["3/4/2016", "4/13/2016"]) is DateOrder.MONTH_FIRST
    assert dates.order_of(["13/4/2016", "14/4/2016", "4/13/2016"]) is DateOrder.DAY_FIRST
    assert dates.order_of(["13/4/2016", "4/13/2016"]) is None
    assert dates.order_of(["10:00 3/4/2016", "10:00 13/4/2016"]) is DateOrder.DAY_FIRST
    assert dates.order_of(["Sun 3/4/2016"]) is DateOrder.DAY_FIRST


@pytest.mark.parametrize(
    ("name", "iso", "open_"),
    [
        ("2016-03-27-palmyra.txt", "2016-03-27", False),
        ("20160327.txt", "2016-03-27", False),
        ("sana_2016_03_27.html", "2016-03-27", False),
        ("003_2016-03-27_sana.txt", "2016-03-27", False),
        ("27-3-2016-sana-palmyra.txt", "2016-03-27", False),
        ("3-27-2016-sana-2-palmyra.txt", "2016-03-27", False),
        ("27.03.2016 sana.txt", "2016-03-27", False),
        ("4-3-2016-sana.txt", "2016-04-03", True),
        ("04-03-16-sana.txt", "2016-04-03", True),
        ("27-mar-2016-sana.md", "2016-03-27", False),
        ("march_27_2016.md", "2016-03-27", False),
        ("201603271200.txt", "", False),
        ("2016-13-27.txt", "", False),
        ("000_6696030335.txt", "", False),
        ("report-2016.txt", "", False),
        ("1-2-3-palmyra.txt", "", False),
        ("12345678.txt", "", False),
    ],
)
def test_a_file_name_may_hold_a_date(name: str, iso: str, open_: bool) -> None:
    assert dates.in_name(name) == (iso, open_)


@pytest.mark.parametrize(
    ("path", "iso"),
    [
        ("/news/2016/03/27/palmyra", "2016-03-27"),
        ("/news/2016/mar/27/palmyra", "2016-03-27"),
        ("/20160327/palmyra", "2016-03-27"),
        ("/palmyra-2016-3-27.html", "2016-03-27"),
        ("/news/2016/03/palmyra", ""),
        ("/article/12345678", ""),
        ("/article/201603270001", ""),
    ],
)
def test_the_path_of_an_address_may_hold_a_date(path: str, iso: str) -> None:
    assert dates.in_path(path) == (iso, False)


def test_a_day_that_is_still_to_come_is_a_guess_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "is_to_come", lambda iso: iso >= "2016")
    assert dates.in_path("/2016/03/27/palmyra") == ("2016-03-27", True)
    assert dates.in_path("/2015/03/27/palmyra") == ("2015-03-27", False)
    assert dates.in_name("27-3-2016-palmyra.txt") == ("2016-03-27", True)
    assert dates.in_name("27-3-2015-palmyra.txt") == ("2015-03-27", False)


@pytest.mark.parametrize(
    ("words", "iso", "guessed"),
    [
        ("Posted 09/07/2015, updated 9 July 2015", "2015-07-09", False),
        ("09/07/2015 (Thursday, 9 Jul 2015)", "2015-07-09", False),
        ("Posted 09/07/2015, updated 11 July 2015", "2015-09-07", True),
        ("Posted 09/07/2015, updated 07/09/2015", "2015-09-07", True),
    ],
)
def test_a_date_that_is_said_twice_in_one_line_may_settle_itself(words: str, iso: str, guessed: bool) -> None:
    assert dates.parse(words) == (iso, guessed)


@pytest.mark.parametrize("words", ["20160912_quay.txt", "20160912", "2016-09-12-quay.txt", "12 Sep 2016"])
def test_a_date_with_its_year_first_says_nothing_of_the_order_of_others(words: str) -> None:
    assert dates.order_in(words) is DateOrder.NONE


@given(st.text(max_size=70), st.sampled_from([None, DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST]))
def test_no_value_breaks_the_parser(value: str, order: DateOrder | None) -> None:
    date, guessed = dates.parse(value, order)
    assert date or not guessed


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2025, 1, 1)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y", "%a %d %b %Y"):
        assert dates.parse(day.strftime(form)) == (day.isoformat(), False)
    assert dates.parse(day.strftime("%d/%m/%Y"), DateOrder.DAY_FIRST) == (day.isoformat(), False)
