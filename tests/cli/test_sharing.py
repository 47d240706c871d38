"""Dictionaries and judgements on the command line: in and out of files, with what is wrong with them."""

import json
from pathlib import Path

import pytest

from .conftest import Run
from .test_commands import _names, articles, listed  # noqa: F401 (fixtures)

ENTITIES = """\
{"id": "Q1", "schema": "Person", "properties": {"name": ["Ban Ki-moon"], "weakAlias": ["Ban"]}}
{"id": "Q2", "schema": "Organization", "properties": {"name": ["Orontes Relief"]}}
{"id": "Q3", "schema": "Vessel", "properties": {"name": ["Blue Sea"]}}
"""


def test_a_dictionary_of_others_comes_in_and_goes_out_as_ours(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(ENTITIES, encoding="utf-8")
    ended = run("dictionary", "add", "list.json")
    assert (ended.status, ended.out) == (0, "2 actors known from list.json: 2 new.\n")
    assert "weak aliases (1), entities that are no actors (1)" in ended.err
    assert json.loads(run("dictionary", "add", "list.json", "--json").out)["new"] == 0
    exported = run("dictionary", "export", "-", "--format", "jsonl").out
    assert [json.loads(line)["name"] for line in exported.splitlines()] == ["Ban Ki-moon", "Orontes Relief"]
    assert run("dictionary", "export", "own.tsv").out == "2 actors written to own.tsv.\n"
    assert run("dictionary", "export", "own.tsv").status == 1, "nothing is written over"
    assert run("dictionary", "export", "other.tsv", "nothing").status == 1
    assert run("undo").status == 0
    assert listed(run, "dictionary", "list") == []
    assert run("dictionary", "add", "own.tsv").status == 0
    (tmp_path / "own.tsv").write_text("id\tname\nQ2\tOrontes Relief\n", encoding="utf-8")
    assert run("dictionary", "add", "own.tsv").out == "1 actor known from own.tsv: 1 changed, 1 gone.\n"


def test_a_table_is_read_by_its_columns(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Nom,Alias\nOrontes Relief,ORA;Orontes Aid\n", encoding="utf-8")
    said = run("dictionary", "add", "list.csv").err
    assert "“Nom”, “Alias”" in said
    ways = ("--map", "name=Nom", "--map", "names=Alias", "--sep", ";", "--kind", "organisation")
    assert run("dictionary", "add", "list.csv", *ways).status == 0
    row = json.loads(run("dictionary", "export", "-", "--format", "jsonl").out)
    assert (row["kind"], row["names"]) == ("organisation", ["ORA", "Orontes Aid"])
    assert run("dictionary", "add", "list.csv", "--map", "title=Nom").status == 2


def test_clashes_are_told_with_their_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("kind\tname\nperson\tSalim Haddad\nplanet\tX\nperson\tAhmed\n", encoding="utf-8")
    ended = run("dictionary", "check", "own.tsv")
    assert ended.status == 1
    assert [line.partition(" ")[0] for line in ended.out.splitlines()] == ["own.tsv:3:", "own.tsv:4:"]
    assert [row["where"] for row in json.loads(run("dictionary", "check", "own.tsv", "--json").out)] == [
        "own.tsv:3",
        "own.tsv:4",
    ]
    (tmp_path / "own.tsv").write_text("kind\tname\nperson\tSalim Haddad\n", encoding="utf-8")
    assert run("dictionary", "check", "own.tsv").status == 0
    assert run("dictionary", "add", "own.tsv").status == 0
    assert run("dictionary", "check").err == "Nothing clashes.\n"


@pytest.mark.usefixtures("articles")
def test_what_a_dictionary_says_holds_at_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("kind\tname\narmed group\tOrontes Relief\n", encoding="utf-8")

    def kind() -> object:
        return next(row["kind"] for row in listed(run, "actors") if row["name"] == "Orontes Relief")

    assert kind() == "organisation"
    assert run("dictionary", "add", "own.tsv").status == 0
    assert kind() == "armed group"
    assert run("dictionary", "remove", "own.tsv").status == 0
    assert kind() == "organisation"


@pytest.mark.usefixtures("articles")
def test_judgements_go_out_come_in_and_contradict(run: Run, tmp_path: Path) -> None:
    assert run("judge", "Geneva", "Orontes Relief", "related", "--why", "a seat").status == 0
    assert run("judgements", "export", "judged.jsonl").out == "1 judgement written to judged.jsonl.\n"
    line = (tmp_path / "judged.jsonl").read_text("utf-8")
    assert run("judgements", "export", "-").out == line
    assert run("judgements", "import", "judged.jsonl").out == "0 judgements taken in, 1 known already.\n"
    (tmp_path / "theirs.jsonl").write_text(line.replace('"related"', '"same"'), encoding="utf-8")
    ended = run("judgements", "import", "theirs.jsonl")
    assert ended.status == 1
    assert "theirs.jsonl:1: “Geneva” is the same as “Orontes Relief”" in ended.err
    assert "here: “Geneva” is related to “Orontes Relief” (" in ended.err
    assert ended.err.count(": a seat)") == 2, "the reasons of both help to decide"
    said = json.loads(run("judgements", "import", "theirs.jsonl", "--json").out)
    assert (said["taken"], len(said["contradictions"])) == (0, 1)
    (tmp_path / "more.jsonl").write_text('["Q1", "Q2", "negative", null, "me", "2024-05-01"]\n', encoding="utf-8")
    (tmp_path / "list.json").write_text(ENTITIES, encoding="utf-8")
    ended = run("judgements", "import", "more.jsonl", "--entities", "list.json")
    assert (ended.status, ended.out) == (0, "1 judgement taken in.\n")
    assert "Took in 1 judgement" in run("undo").out
