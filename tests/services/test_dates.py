"""The dates that nobody knows for sure: told by other dates, listed, corrected in bulk."""

from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.model import DateOrder, DateTeller, TadmorError
from reader.services import Newsroom
from tests.properties import costly

TEXTS = {
    "news/a.txt": "Mill is mended\n\n5/11/2015\n\nThey mended it.",
    "news/b.txt": "Well is dug\n\n25/11/2015\n\nThey dug it.",
    "news/c.txt": "Quay is swept\n\nThey swept it.",
    "sub/d.txt": "Pier is closed\n\n6/11/2015\n\nThey closed it.",
    "news/4-6-2014-hill_post-roof.txt": "Roof is red\n\nThey painted it.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for part in ("news", "sub"):
        (folder / part).mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def dated(room: Newsroom) -> dict[str, tuple[str, bool]]:
    return {row.title: (row.date, row.date_guessed) for row in room.articles.listing().rows(0, 100)}


def test_the_clear_dates_of_a_folder_decide_for_the_others_there(folder: Path, tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([folder])
        assert dated(room) == {
            "Well is dug": ("2015-11-25", False),
            "Mill is mended": ("2015-11-05", False),
            "Pier is closed": ("2015-06-11", True),
            "Roof is red": ("2014-06-04", True),
            "Quay is swept": ("", False),
        }
        assert room.articles.add([folder]).unchanged == len(TEXTS)
        assert room.doctor() == []


def test_in_whatever_order_they_came(folder: Path, tmp_path: Path) -> None:
    found = []
    for number, files in enumerate(permutations(("news/a.txt", "news/b.txt"))):
        with Newsroom.open(tmp_path / f"{number}.sqlite") as room:
            for file in files:
                room.articles.add([folder / file])
            found.append(dated(room))
    assert found[0] == found[1]


def test_records_of_a_file_are_read_as_its_clear_dates_are(tmp_path: Path) -> None:
    lines = [f'{{"title": "No {n}", "text": "They met.", "date": "{n}/3/2019-09:10"}}' for n in (7, 25)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([tmp_path / "a.jsonl"])
        assert dated(room) == {"No 7": ("2019-03-07", False), "No 25": ("2019-03-25", False)}


def test_undated_articles_are_last_both_ways(folder: Path, tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([folder])
        for down in (True, False):
            assert [row.title for row in room.articles.listing(descending=down).rows(0, 100)][-1] == "Quay is swept"


def test_unsure_dates_are_listed_with_what_they_were_read_from(folder: Path, tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([folder])
        rows = room.dates.unsure()
        assert [(row.title, row.words, row.place.value) for row in rows] == [
            ("Pier is closed", "6/11/2015", "text"),
            ("Roof is red", "4-6-2014-hill_post-roof.txt", "name"),
            ("Quay is swept", "", ""),
        ]
        assert [row.title for row in room.dates.unsure("swept ")] == ["Quay is swept"]
        assert len(room.dates.unsure(every=True)) == len(TEXTS)
        assert room.dates.unsure(source="Nobody") == []


def test_dates_are_corrected_in_bulk_and_it_is_undone_at_once(folder: Path, tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([folder])
        before = dated(room)
        assert room.dates.read_as(room.dates.unsure(), DateOrder.DAY_FIRST) == "Corrected the date of 2 articles."
        assert dated(room)["Pier is closed"] == ("2015-11-06", False)
        assert dated(room)["Roof is red"] == ("2014-06-04", False)
        room.articles.add([folder])
        assert dated(room)["Pier is closed"] == ("2015-11-06", False), "it stays"
        room.history.undo()
        assert dated(room) == before

        room.dates.read_names(room.dates.unsure(), "{date:%m-%d-%Y}-{source}-{}")
        assert dated(room)["Roof is red"] == ("2014-04-06", False)
        assert {row.source for row in room.articles.listing().rows(0, 100)} == {"", "hill post"}
        room.history.undo()
        assert dated(room) == before

        room.dates.set(room.dates.unsure("swept "), "2016-01-02")
        assert dated(room)["Quay is swept"] == ("2016-01-02", False)
        with pytest.raises(TadmorError):
            room.dates.set(room.dates.unsure(), "soon")
        room.history.undo()
        assert dated(room) == before


def test_names_of_files_and_folders_tell_what_a_pattern_says(folder: Path, tmp_path: Path) -> None:
    (folder / "sub" / "4-7-2014-vale-post.txt").write_text("They met in the hall and said nothing.", encoding="utf-8")
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([folder], name_pattern="{source}/{date:%d-%m-%Y}-{}-{title}")
        rows = {row.title: row for row in room.articles.listing().rows(0, 100)}
        assert (rows["post"].source, rows["post"].date, rows["post"].date_guessed) == ("sub", "2014-07-04", False)
        assert (rows["Roof is red"].source, rows["Roof is red"].date) == ("news", "2014-06-04")
        with pytest.raises(TadmorError):
            room.articles.add([folder], name_pattern="{outlet}")


def write(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]


def of(source: str, title: str, date: str) -> str:
    return f"---\ntitle: {title}\nsource: {source}\ndate: {date}\n---\nThey said nothing of {title}."


TOLD = {
    "all/clear.md": of("", "Above", "25/3/2015"),
    "all/below/deep/a.md": of("", "Below", "5/3/2015"),
    "post/1/clear.md": of("Desert Post", "Clear", "26/3/2015"),
    "post/2/open.md": of("desert post", "Elsewhere", "6/3/2015"),
    "post/3/clear.md": of("Vale Wire", "Vale", "3/27/2015"),
    "post/3/open.md": of("Desert Post", "Nearer", "3/7/2015"),
    "torn/1.md": of("", "One way", "3/28/2015"),
    "torn/2.md": of("", "The other", "28/3/2015"),
    "torn/3.md": of("Desert Post", "Torn", "3/8/2015"),
    "alone/1.md": of("Nobody else", "Alone", "3/9/2015"),
}
"""By file: what is clear, or is told by its folder, by a folder above, by its source elsewhere, or by nobody."""


def test_the_nearest_clear_dates_tell(tmp_path: Path) -> None:
    write(tmp_path, TOLD)
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([tmp_path])
        found = {title: day for title, day in dated(room).items() if title not in ("Above", "Clear", "Vale")}
        assert found == {
            "Below": ("2015-03-05", False),
            "Elsewhere": ("2015-03-06", False),
            "Nearer": ("2015-03-07", False),
            "Torn": ("2015-03-08", True),
            "One way": ("2015-03-28", False),
            "The other": ("2015-03-28", False),
            "Alone": ("2015-03-09", True),
        }
        told = {row.title: row.told for row in room.dates.unsure(every=True) if row.told}
        assert told == {
            "Below": DateTeller.ABOVE,
            "Elsewhere": DateTeller.SOURCE,
            "Nearer": DateTeller.FOLDER,
            "Torn": DateTeller.NOBODY,
            "Alone": DateTeller.NOBODY,
        }


@given(st.permutations(range(len(TOLD))))
@costly(20, HealthCheck.function_scoped_fixture)
def test_who_tells_does_not_hang_on_what_came_first(tmp_path: Path, order: list[int]) -> None:
    folder = tmp_path / "in"
    files = write(folder, TOLD)
    found = []
    for name, paths in (("whole", [[folder]]), ("one", [[files[at]] for at in order])):
        place = tmp_path / f"{name}.sqlite"
        place.unlink(missing_ok=True)
        with Newsroom.open(place) as room:
            for some in paths:
                room.articles.add(some)
            room.dates.order("Desert Post", DateOrder.MONTH_FIRST)
            found.append(dated(room))
            room.history.undo()
            found.append(dated(room))
    assert found[:2] == found[2:]
    assert found[0] != found[1]


def test_what_a_person_says_of_a_source_holds_for_what_comes_later_until_it_is_undone(tmp_path: Path) -> None:
    (first,) = write(tmp_path, {"1/a.md": of("Desert Post", "Mill", "5/3/2015")})
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([first])
        assert dated(room)["Mill"] == ("2015-05-03", True)
        said = room.dates.order("desert post", DateOrder.DAY_FIRST)
        assert said == "Dates of “Desert Post” are read with the day first from now on: 1 article has another date."
        assert dated(room)["Mill"] == ("2015-03-05", False)
        taken = room.articles.add(write(tmp_path, {"2/b.md": of("Desert Post", "Well", "6/3/2015")}))
        assert taken.dated == [("Desert Post", DateOrder.DAY_FIRST, 1)]
        # Nor do clear dates beside it change that.
        room.articles.add(write(tmp_path, {"2/c.md": of("Vale Wire", "Quay", "3/27/2015")}))
        assert dated(room)["Well"] == ("2015-03-06", False)
        assert room.articles.add([first]).dated == []
        assert room.dates.orders() == {"Desert Post": DateOrder.DAY_FIRST}
        room.history.undo()
        assert dated(room)["Mill"] == ("2015-05-03", True)
        assert dated(room)["Well"] == ("2015-06-03", False)
        room.history.redo()
        assert dated(room)["Well"] == ("2015-03-06", False)
        assert room.doctor() == []
        with pytest.raises(TadmorError, match="No article is of"):
            room.dates.order("Nobody", DateOrder.DAY_FIRST)


def test_a_corrected_source_brings_its_order_along(tmp_path: Path) -> None:
    texts = {"1/a.md": of("Desert Post", "Mill", "25/3/2015"), "2/b.md": of("", "Well", "6/3/2015")}
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add(write(tmp_path, texts))
        assert dated(room)["Well"] == ("2015-06-03", True)
        (well,) = room.dates.unsure()
        room.articles.correct(well.id, "source", "Desert Post")
        assert dated(room)["Well"] == ("2015-03-06", False)
        room.history.undo()
        assert dated(room)["Well"] == ("2015-06-03", True)


def test_what_names_of_files_tell_of_each_other_is_no_guess(tmp_path: Path) -> None:
    bare = {
        "4-6-2014-roof.txt": "Roof is red\n\nThey painted it.",
        "25-6-2014-wall.txt": "Wall is up\n\nThey built it.",
    }
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add(write(tmp_path, bare))
        assert dated(room) == {"Roof is red": ("2014-06-04", False), "Wall is up": ("2014-06-25", False)}


def test_a_pattern_of_names_corrects_what_is_there_already(tmp_path: Path) -> None:
    paths = write(tmp_path / "in", {"4-6-2014-hill_post-roof.txt": "Roof is red\n\nThey painted it."})
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add(paths)
        taken = room.articles.add(paths, name_pattern="{date:%d-%m-%Y}-{source}-{}")
        assert (taken.updated, dated(room)["Roof is red"]) == (1, ("2014-06-04", False))
