"""`tadmor dates`, and how undated articles are printed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def articles(tmp_path: Path, run: Run) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Mill is mended\n\n5/11/2015\n\nThey mended it.", encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text("Quay is swept\n\nThey swept it.", encoding="utf-8")
    assert run("add", "--later", "in").status == 0


def test_guessed_and_undated_articles_are_listed(run: Run) -> None:
    lines = run("dates").out.splitlines()
    assert ["2015-05-11?" in lines[0], "5/11/2015" in lines[0], "undated" in lines[1]] == [True] * 3
    first, second = json.loads(run("dates", "--json").out)
    assert (first["date"], first["found"], first["where"], first["order"]) == (
        "2015-05-11",
        "5/11/2015",
        "text",
        "open",
    )
    assert (second["title"], second["date"], second["date_guessed"]) == ("Quay is swept", "", False)


def test_an_undated_article_says_so(run: Run) -> None:
    assert "undated" in run("list", "swept").out
    assert "undated" in run("show", "2").out
    assert json.loads(run("show", "2", "--json").out)["date"] == ""
    assert "undated" in run("export", "--article", "2").out


def test_they_are_corrected_and_that_is_undone(run: Run) -> None:
    assert run("dates", "--first", "day").out == "Corrected the date of “Mill is mended”.\n"
    assert "2015-11-05 " in run("list").out
    assert run("undo").status == 0
    assert "2015-05-11?" in run("list").out
    assert run("dates", "swept", "--set", "2016-02-03").status == 0
    assert "2016-02-03" in run("list").out


def test_one_correction_at_a_time_and_of_something(run: Run) -> None:
    assert run("dates", "--first", "day", "--set", "2016-02-03").status == 2
    assert run("dates", "nowhere", "--first", "day").status == 1
    assert run("dates", "--from-name", "{outlet}").status == 1
    assert run("dates", "--set", "soon").status == 1


def test_what_was_said_of_a_source_is_told_where_it_is_used(run: Run, tmp_path: Path) -> None:
    for name, day in (("c", "5/3/2015"), ("d", "6/3/2015")):
        text = f"---\ntitle: {name}\nsource: Desert Post\ndate: {day}\n---\nThey met."
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    assert run("add", "--later", "c.md").status == 0
    assert run("dates", "--source", "desert post", "--first", "day").out.startswith("Dates of “Desert Post” are read")
    ended = run("add", "--later", "d.md")
    assert "1 date of “Desert Post” read with the day first, as you said" in ended.err
    assert "2015-03-06 " in run("list").out
    assert "“Desert Post” are read with the day first, as you said" in run("dates").err
    (row,) = json.loads(run("dates", "--all", "--json", "--source", "Desert Post", "d").out)
    assert (row["read"], row["told"]) == ("day first", "person")
    assert run("undo").status == 0
    assert "2015-06-03?" in run("list").out
    assert run("dates", "--source", "Nowhere", "--first", "day").status == 1


def test_names_of_files_correct_what_is_there_already(run: Run, tmp_path: Path) -> None:
    (tmp_path / "4-6-2014-vale.txt").write_text("Roof is red\n\nThey painted it.", encoding="utf-8")
    assert run("add", "--later", "4-6-2014-vale.txt").status == 0
    assert run("dates", "roof", "--name-pattern", "{date:%d-%m-%Y}-{source}").status == 0
    (row,) = json.loads(run("list", "roof", "--json").out)
    assert (row["date"], row["source"]) == ("2014-06-04", "vale")
