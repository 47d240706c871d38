"""`tadmor add` says what it knows already, and `list` and `show` where an article lies."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "The bakery by the bridge opened again\n\nThe oven was lit at four, and by six there was no loaf left.\n"


@pytest.fixture(autouse=True)
def articles(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("add", "--later", "in").status == 0
    return folder


def test_a_copy_is_told_of_and_shown(run: Run, articles: Path) -> None:
    (articles / "b.txt").write_text(TEXT.replace(" ", "  "), encoding="utf-8")
    ended = run("add", "--later", "in")
    assert (ended.status, ended.out.splitlines()[0]) == (0, "0 articles added, 1 unchanged, 1 known already.")
    assert "1 file holds an article that is known already: b.txt is a.txt.\n" in ended.err
    places = [str(articles / "a.txt"), str(articles / "b.txt")]
    (row,) = json.loads(run("list", "--json").out)
    assert row["locations"] == places
    shown = json.loads(run("show", "1", "--json").out)
    assert shown["locations"] == places
    assert [(one["origin"], one["title"], one["text"]) for one in shown["elsewhere"]] == [
        (places[1], "The bakery by the bridge opened again", "")
    ]
    assert f"also {places[1]}" in run("show", "1").out.splitlines()


def test_json_says_what_is_known_and_from_where(run: Run, articles: Path) -> None:
    (articles / "a.txt").rename(articles / "c.txt")
    said = json.loads(run("add", "--later", "in", "--json").out)
    assert (said["added"], said["unchanged"]) == (0, 0)
    assert said["known"] == [
        {"where": str(articles / "c.txt"), "article": 1, "of": str(articles / "a.txt"), "how": "moved"}
    ]
    assert json.loads(run("list", "--json").out)[0]["locations"] == [str(articles / "c.txt")]


def test_of_many_copies_some_are_named_and_all_are_counted(run: Run, articles: Path) -> None:
    for number in range(12):
        (articles / f"b{number:02}.txt").write_text(TEXT, encoding="utf-8")
    (articles / "other").mkdir()
    (articles / "other" / "a.txt").write_text(TEXT, encoding="utf-8")
    said = run("add", "--later", "in").err
    assert "13 files hold articles that are known already: b00.txt is a.txt" in said
    assert "and 8 more" in said
    (articles / "another").mkdir()
    (articles / "another" / "a.txt").write_text(TEXT, encoding="utf-8")
    assert f"{articles}/another/a.txt is {articles}/a.txt" in run("add", "--later", "in").err


def test_a_removed_article_is_gone_wherever_it_lies(run: Run, articles: Path) -> None:
    (articles / "b.txt").write_text(TEXT, encoding="utf-8")
    assert run("add", "--later", "in").status == 0
    assert run("remove", "--filter", "bakery").status == 0
    assert run("add", "--later", "in").out.startswith("0 articles added, 2 removed earlier.\n")
    assert run("undo").status == 0
    assert len(json.loads(run("list", "--json").out)) == 1
    assert run("doctor").status == 0


def test_an_export_names_the_first_place(run: Run, articles: Path) -> None:
    (articles / "b.txt").write_text(TEXT, encoding="utf-8")
    before = run("export", "--article", "1").out
    assert run("add", "--later", "in").status == 0
    assert run("export", "--article", "1").out == before
