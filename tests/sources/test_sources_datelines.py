"""Dates that stand beside a story, not in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.datelines import in_text, is_date

STORY = "\n\n".join(f"On day {number} they met in the hall, and nobody said a word of it." for number in range(30))


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Sunday 6 Apr 2014", "2014-04-06"),
        ("31-08-2014", "2014-08-31"),
        ("Fri Sep 30 2016 102138", "2016-09-30"),
        ("Aug 142016", "2016-08-14"),
        ("10:15 | 27.03.16", "2016-03-27"),
        ("Stand: 27.03.2016, 10:00 Uhr", "2016-03-27"),
        ("27 марта 2016, 10:00", "2016-03-27"),
        ("Par Jeanne Poe, le 27 mars 2016 à 10h15", "2016-03-27"),
        ("By Sam Poe | March 27, 2016 | 3 min read", "2016-03-27"),
        ("Posted on 27/03/2016 by admin", "2016-03-27"),
        ("Giriş: 27.03.2016 - 10:00 Güncelleme: 28.03.2016 - 11:00", "2016-03-27"),
        ("发布时间：2016年3月27日 10:00", "2016-03-27"),
        ("Reuters, 27.03.2016", "2016-03-27"),
    ],
)
def test_a_line_of_its_own_near_head_or_foot_is_the_date(line: str, iso: str) -> None:
    assert in_text(f"{line}\n\n{STORY}") == (iso, False, line)
    assert in_text(f"A subtitle\n\nBy Sam Poe\n\n{line}\n\n{STORY}") == (iso, False, line)
    assert in_text(f"{STORY}\n\n{line}") == (iso, False, line)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Wed 05 Apr 2017 Fighting went on", "2017-04-05"),
        ("Published April 24 2017 Forces", "2017-04-24"),
        ("Last updated at Aug 142016 BEIRUT Forces", "2016-08-14"),
        ("Date of publication 12 June 2016 Dozens", "2016-06-12"),
        ("BEIRUT, March 27, 2016 (Agency) — The army", "2016-03-27"),
        ("Beirut, 27 Mar 2016 (Agency) – The army", "2016-03-27"),
        ("دمشق، 27 آذار 2016 (سانا) - قال", "2016-03-27"),
        ("新华社大马士革2016年3月27日电 军队", "2016-03-27"),
        ("ДАМАСК, 27 марта 2016. /ТАСС/. Армия", "2016-03-27"),
        ("Madrid, 27 de marzo de 2016 (EFE).- El ejército", "2016-03-27"),
        ("Troops return Example Sunday 27 Mar 2016 The army", "2016-03-27"),
        ("Troops return Sam Poe World 0041 06.04.2017Get short URL 18 The army", "2017-04-06"),
        ('Something else returns Example Sunday 27 Mar 2016 "The army', "2016-03-27"),
        ("They said on Sunday 27 March 2016 that it returns", ""),
        ("2020年7月11日(土)に開催された会議", ""),
        ("05.02.2015 A group", "2015-02-05"),
        ("13-12-2014 The army", "2014-12-13"),
        ("The war began on 15 March 2011", ""),
        ("On Sunday, 5 May 2013, the army came.", ""),
        ("- 5 May 2013: clashes", ""),
        ("May be the army", ""),
    ],
)
def test_a_text_may_begin_with_its_date(text: str, iso: str) -> None:
    assert in_text(text, title="Troops return")[0] == iso


def test_an_ambiguous_line_is_a_guess() -> None:
    assert in_text("03-04-2014 The army") == ("2014-03-04", True, "03-04-2014 The army")


def test_the_day_of_publication_goes_before_that_of_a_change() -> None:
    assert in_text(f"Updated 28 March 2016\nPublished 27 March 2016\n\n{STORY}")[0] == "2016-03-27"
    assert in_text(f"Updated 28 March 2016\n\n{STORY}\n\n27 March 2016")[0] == "2016-03-27"


def test_a_date_in_the_story_is_not_its_date() -> None:
    assert in_text(f"{STORY}\n\nIt was 5 November 2013.\n\n5 November 2013\n\n{STORY}") == ("", False, "")


def test_a_line_that_is_only_a_date_is_told_from_a_headline() -> None:
    assert is_date("Sunday 6 Apr 2014, 10:00")
    assert not is_date("What happened on 6 Apr 2014")


@given(st.text(max_size=300), st.text(max_size=20))
def test_no_text_breaks_the_search(text: str, title: str) -> None:
    date, guessed, words = in_text(text, title=title)
    assert bool(date) == bool(words)
    assert date or not guessed
