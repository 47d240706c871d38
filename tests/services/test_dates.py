"""The dates that nobody knows for sure: told by other dates, listed, corrected in bulk."""

from itertools import permutations
from pathlib import Path

import pytest

from reader.model import DateOrder, TadmorError
from reader.services import Newsroom

TEXTS = {
    "a.txt": "Mill is mended\n\n5/11/2015\n\nThey mended it.",
    "b.txt": "Well is dug\n\n25/11/2015\n\nThey dug it.",
    "c.txt": "Quay is swept\n\nThey swept it.",
    "sub/d.txt": "Pier is closed\n\n6/11/2015\n\nThey closed it.",
    "4-6-2014-hill_post-roof.txt": "Roof is red\n\nThey painted it.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
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
    for number, files in enumerate(permutations(("a.txt", "b.txt"))):
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
        assert (rows["Roof is red"].source, rows["Roof is red"].date) == ("in", "2014-06-04")
        with pytest.raises(TadmorError):
            room.articles.add([folder], name_pattern="{outlet}")
