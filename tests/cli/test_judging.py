"""The commands that have the last word, and the history that takes it back."""

import json

import pytest

from .conftest import Run
from .test_commands import _names, articles  # noqa: F401

pytestmark = pytest.mark.usefixtures("articles")


def names(run: Run) -> set[str]:
    return {actor["name"] for actor in json.loads(run("actors", "--json").out)}


def test_actors_are_merged_and_undone_by_number(run: Run) -> None:
    before = names(run)
    ended = run("merge", "Geneva", "Orontes Relief", "--why", "for the test")
    said = "Merged “Geneva” and “Orontes Relief”: joined 1 mention in 1 article; “Geneva” now has 2 spellings,"
    assert ended.out == f"{said} 3 mentions in 2 articles.\n"
    assert len(names(run)) == len(before) - 1
    run("rename", "Ban Ki-moon", "The Envoy")
    (rename, merge) = json.loads(run("history", "--json").out)
    assert (rename["undone"], merge["label"]) == (False, "Merged “Geneva” and “Orontes Relief”")
    assert run("undo", str(merge["number"])).out.startswith("Undone: Merged")
    assert names(run) == (before - {"Ban Ki-moon"}) | {"The Envoy"}
    shown = run("history").out.splitlines()
    assert ["undone" in line for line in shown] == [False, True]
    assert run("redo").out.startswith("Done again: Merged")
    failed = run("undo", "999")
    assert (failed.status, failed.err) == (
        1,
        "Nothing was done under number 999. `tadmor history` shows the numbers.\n",
    )


def test_a_spelling_is_split_off_after_a_look(run: Run) -> None:
    shown = run("split", "Ban Ki-moon", "--spelling", "Ban", "--preview")
    assert shown.out == "1 mention in 1 article would go, 2 mentions would stay with Ban Ki-moon.\n"
    told = json.loads(run("split", "Ban Ki-moon", "--spelling", "Ban", "--preview", "--json").out)
    assert told == {"mentions": 1, "articles": 1, "left_behind": 2, "judgements": [], "afterwards": []}
    assert run("split", "Ban Ki-moon", "--spelling", "Ban").out.startswith(
        "Split “Ban” off from “Ban Ki-moon”: moved 1"
    )
    assert {"Ban", "Ban Ki-moon"} <= names(run)
    assert run("split", "Ban", "--json").status == 2


def test_a_verdict_is_about_a_spelling_or_a_mention(run: Run) -> None:
    said = run("judge", "Ban Ki-moon", "Ban Ki-moon", "different", "--spelling", "Ban").out
    assert said.startswith("Judged: “Ban”, wherever it stands, is not the same as “Ban Ki-moon”")
    page = json.loads(run("show", "2", "--json").out)
    number = next(spot["id"] for spot in page["mentions"] if spot["name"] == "Ban Ki-moon")
    said = run("judge", "Ban Ki-moon", "Ban Ki-moon", "different", "--mention", str(number)).out
    assert f"in “{page['title']}” is not the same" in said
    both = run("judge", "Ban", "Geneva", "same", "--spelling", "Ban", "--mention", "1")
    assert both.status == 2


def test_kinds_change_and_names_of_nobody_go_and_come_back(run: Run) -> None:
    assert run("kind", "Orontes Relief", "armed group").out == "“Orontes Relief” is of kind armed group.\n"
    assert json.loads(run("actors", "Orontes", "--json").out)[0]["kind"] == "armed group"
    assert run("not-an-actor", "Geneva").out.startswith("“Geneva” is not an actor: took the mark from ")
    assert "Geneva" not in names(run)
    (gone,) = json.loads(run("bring-back", "--json").out)
    assert (gone["spelling"], gone["kind"]) == ("Geneva", "place")
    assert "Geneva" in run("bring-back").out
    assert run("bring-back", str(gone["number"])).out.startswith("Brought back “Geneva”")
    assert "Geneva" in names(run)
    assert run("bring-back", "--json").out == "[]\n"


def test_conflicts_are_listed_with_both_sides(run: Run) -> None:
    assert run("conflicts", "--json").out == "[]\n"
    run("judge", "Orontes Relief", "Geneva", "different")
    run("judge", "Ban Ki-moon", "Orontes Relief", "same")
    said = run("judge", "Ban Ki-moon", "Geneva", "same").out
    assert "they stay apart, for “Orontes Relief” and “Geneva” were judged different" in said
    (found,) = json.loads(run("conflicts", "--json").out)
    assert {found["left"]["name"], found["right"]["name"]} == {"Ban Ki-moon", "Geneva"}
    listed = run("conflicts")
    assert "+ judged the same on" in listed.out
    assert "! “Orontes Relief” and “Geneva” were judged different on" in listed.out
    assert listed.err == "1 conflict.\n"
