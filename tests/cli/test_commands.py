"""The commands on a small library: what they print, for people and for programs."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import ner
from reader.model import Kind, Mention

from .conftest import Run

KINDS = {"Ban Ki-moon": Kind.PERSON, "Ban": Kind.PERSON, "Geneva": Kind.PLACE, "Orontes Relief": Kind.ORGANISATION}

TALKS = """---
title: Talks resume in Geneva
source: Desert Post
date: 2016-03-26
---
Ban Ki-moon flew to Geneva on Friday. Nothing had been agreed, Ban said.
"""

CONVOY = """---
title: A convoy [bold]waits[/] at the border
source: The Levant Wire
date: 2016-04-02
---
Forty lorries of Orontes Relief waited. Ban Ki-moon asked for the road to be opened.
"""


class Names:
    """Recognises the names of `KINDS`, the longest first."""

    name = "names"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        pattern = re.compile("|".join(sorted(map(re.escape, KINDS), key=len, reverse=True)))
        return [
            [Mention(m.start(), m.end(), KINDS[m.group()], 0.9, self.name) for m in pattern.finditer(text)]
            for text in texts
        ]


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Names())


@pytest.fixture
def articles(run: Run, tmp_path: Path) -> None:
    """A library with two articles, recognised and linked."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "talks.md").write_text(TALKS, encoding="utf-8")
    (folder / "convoy.md").write_text(CONVOY, encoding="utf-8")
    ended = run("add", "articles")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("2 articles added.\n")


def listed(run: Run, *arguments: str) -> list[dict[str, object]]:
    ended = run(*arguments, "--json")
    assert ended.status == 0, ended.err
    return list(json.loads(ended.out))


def titles(run: Run, *arguments: str) -> list[object]:
    return [row["title"] for row in listed(run, "list", *arguments)]


TITLES = ["A convoy [bold]waits[/] at the border", "Talks resume in Geneva"]


@pytest.mark.usefixtures("articles")
def test_adding_again_changes_nothing(run: Run) -> None:
    assert run("add", "articles").out.startswith("0 articles added, 2 unchanged.\n")


@pytest.mark.usefixtures("articles")
def test_adding_says_in_json_what_became_of_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "articles" / "talks.md").write_text(TALKS + "\nMore followed.\n", encoding="utf-8")
    (tmp_path / "articles" / "new.txt").write_text("News\n\nNothing happened today.\n", encoding="utf-8")
    said = json.loads(run("add", "articles", "--json").out)
    assert {key: said[key] for key in ("added", "updated", "unchanged", "removed", "articles", "waiting")} == {
        "added": 1,
        "updated": 1,
        "unchanged": 1,
        "removed": 0,
        "articles": 3,
        "waiting": 0,
    }


def test_what_cannot_be_read_is_told_and_the_rest_goes_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("News\n\nNothing happened today.\n", encoding="utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7\x00\x01\x02")
    ended = run("add", "good.txt", "bad.pdf")
    assert ended.status == 1
    assert ended.out.startswith("1 article added.\n")
    assert "bad.pdf" in ended.err


@pytest.mark.usefixtures("articles")
def test_recognising_can_be_left_for_later(run: Run, tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_text("Late news\n\nBan Ki-moon spoke.\n", encoding="utf-8")
    assert "1 article still to be recognised" in run("add", "--later", "late.txt").err
    assert json.loads(run("add", "--json").out)["waiting"] == 0


@pytest.mark.usefixtures("articles")
def test_the_list_sorts_and_filters(run: Run) -> None:
    assert titles(run) == TITLES
    assert titles(run, "--reverse") == TITLES[::-1]
    assert titles(run, "--sort", "title") == TITLES
    assert titles(run, "--sort", "source") == TITLES[::-1]
    assert titles(run, "--limit", "1") == TITLES[:1]
    assert titles(run, "lorries") == TITLES[:1]
    assert titles(run, 'actor:"Ban Ki-moon"') == TITLES
    assert titles(run, "lorr") == []


@pytest.mark.usefixtures("articles")
def test_the_list_for_people_shows_titles_as_they_are(run: Run) -> None:
    ended = run("list")
    assert "2016-04-02  The Levant Wire  A convoy [bold]waits[/] at the border\n" in ended.out
    assert ended.err == "2 articles.\n"


@pytest.mark.usefixtures("articles")
def test_actors_in_common_are_counted_beside_an_article(run: Run) -> None:
    first = listed(run, "list")[0]["id"]
    rows = listed(run, "list", "--sort", "shared", "--beside", str(first))
    assert {row["title"]: row["shared"] for row in rows if row["id"] != first} == {TITLES[1]: 1}


@pytest.mark.usefixtures("articles")
def test_a_filter_that_cannot_be_read_is_one_sentence(run: Run) -> None:
    ended = run("list", "lorries", "is:unraed")
    assert (ended.status, ended.out) == (1, "")
    shown, caret, said = ended.err.splitlines()
    assert shown[caret.index("^") :] == "unraed"
    assert "unread" in said


@pytest.mark.usefixtures("articles")
def test_a_minus_is_part_of_the_filter_and_no_option(run: Run) -> None:
    found = [row["title"] for row in listed(run, "list", "lorries")]
    assert found
    for arguments in (["-lorries"], ["NOT", "lorries"], ["-(lorries", "OR", "zzz)", "--limit", "9"]):
        assert [row["title"] for row in listed(run, "list", *arguments)] == [one for one in TITLES if one not in found]
    assert [row["title"] for row in listed(run, "search", "lorries", "-zzz", "--limit", "1")] == found
    assert run("list", "--", "-lorries").out == run("list", "-lorries").out
    assert run("list", "--no-such-option").status == 2
    assert "Orontes" in run("export", "-zzz", "lorries").out


@pytest.mark.usefixtures("articles")
def test_the_actors_of_a_filter(run: Run) -> None:
    everyone = {row["name"] for row in listed(run, "actors")}
    of_lorries = {row["name"] for row in listed(run, "actors", "--filter", "lorries")}
    assert "Orontes Relief" in of_lorries < everyone
    others = {row["name"] for row in listed(run, "actors", "--filter", "-lorries")}
    assert of_lorries | others == everyone
    assert listed(run, "actors", "orontes", "--filter", "-lorries") == []


@pytest.mark.usefixtures("articles")
def test_what_could_be_meant_otherwise_is_told(run: Run) -> None:
    assert "Read as: (ban geneva) OR lorries" in run("list", "ban", "geneva", "OR", "lorries").err
    assert "Read as" not in run("list", "ban", "geneva").err


@pytest.mark.usefixtures("articles")
def test_search_shows_the_sentence(run: Run) -> None:
    assert "Forty lorries of Orontes Relief waited." in run("search", "LORRIES").out
    assert [row["excerpt"] for row in listed(run, "search", "agreed")] == ["Nothing had been agreed, Ban said."]


@pytest.mark.usefixtures("articles")
def test_an_article_is_shown_with_its_actors(run: Run) -> None:
    number = str(listed(run, "list", "lorries")[0]["id"])
    printed = run("show", number).out
    assert printed.startswith("A convoy [bold]waits[/] at the border\nThe Levant Wire · 2016-04-02 · ")
    assert re.search(r"^Ban Ki-moon +person +1 here +2 articles$", printed, re.MULTILINE)
    page = json.loads(run("show", number, "--json").out)
    named = {page["text"][m["start"] : m["end"]]: (m["kind"], m["name"]) for m in page["mentions"]}
    assert named["Ban Ki-moon"] == ("person", "Ban Ki-moon")


@pytest.mark.usefixtures("articles")
def test_an_article_that_is_not_there_is_told(run: Run) -> None:
    for arguments in (["show", "99"], ["remove", "99"], ["export", "--article", "99"]):
        ended = run(*arguments)
        assert (ended.status, ended.err.startswith("There is no article 99.")) == (1, True)


@pytest.mark.usefixtures("articles")
def test_actors_are_listed_and_shown(run: Run) -> None:
    actors = {str(actor["name"]): actor for actor in listed(run, "actors")}
    assert {"Ban Ki-moon", "Geneva", "Orontes Relief"} == set(actors)
    assert actors["Ban Ki-moon"]["articles"] == 2
    assert actors["Ban Ki-moon"]["mentions"] == 3
    assert [actor["name"] for actor in listed(run, "actors", "--kind", "place")] == ["Geneva"]
    assert [actor["name"] for actor in listed(run, "actors", "relief")] == ["Orontes Relief"]
    shown = json.loads(run("actor", "ban", "--json").out)
    assert {row["title"] for row in shown["in"]} == set(TITLES)
    printed = run("actor", str(shown["id"])).out
    assert printed.startswith("Ban Ki-moon  (person, 2 articles, 3 mentions)\nas  Ban Ki-moon 2   Ban 1\n")
    assert "    Ban Ki-moon flew to Geneva on Friday.\n" in printed
    assert run("actor", "Nobody").status == 1


@pytest.mark.usefixtures("articles")
def test_removing_is_undone_and_done_again(run: Run) -> None:
    assert run("remove", "--filter", "lorries").status == 0
    assert titles(run) == TITLES[1:]
    assert run("undo").status == 0
    assert titles(run) == TITLES
    assert run("redo").status == 0
    assert titles(run) == TITLES[1:]
    assert run("redo").out == "Nothing to redo.\n"
    assert run("remove", "--filter", "lorries").status == 1
    # A filter that says nothing finds everything; that is not to be removed by a slip of the finger.
    assert run("remove", "--filter", "&").status == 1


@pytest.mark.usefixtures("articles")
def test_a_judgement_beats_the_program_and_can_be_undone(run: Run) -> None:
    assert run("judge", "Geneva", "Orontes Relief", "same", "--why", "a test").status == 0
    assert len(listed(run, "actors")) == 2
    assert run("relink").status == 0
    assert len(listed(run, "actors")) == 2
    assert run("undo").status == 0
    assert len(listed(run, "actors")) == 3


@pytest.mark.usefixtures("articles")
def test_export_goes_to_standard_output_a_file_or_a_folder(run: Run, tmp_path: Path) -> None:
    number = str(listed(run, "list", "lorries")[0]["id"])
    article = run("export", "--article", number).out
    assert article.startswith("---\n")
    assert run("export", "--actor", "Geneva").out.startswith("---\n")
    assert run("export", "--article", number, "--to", "one.md").status == 0
    assert (tmp_path / "one.md").read_text("utf-8") == article
    assert run("export", "ban", "--to", "all/", "--marks", "obsidian").out == "2 files written to all.\n"
    assert len(list((tmp_path / "all").glob("*.md"))) == 2


@pytest.mark.usefixtures("articles")
def test_an_empty_filter_finds_every_article_wherever_a_filter_is(run: Run) -> None:
    assert titles(run) == [row["title"] for row in listed(run, "list", "")] == TITLES
    for arguments in (["search"], ["search", ""], ["search", " "]):
        assert [row["title"] for row in listed(run, *arguments)] == TITLES
    assert run("export", "", "--to", "all/").out == f"{len(TITLES)} files written to all.\n"
    assert run("export").status == 2, "no filter is not an empty one"
    assert run("remove").status == 2
    assert run("remove", "--filter", "").status == 0
    assert titles(run) == []
    assert run("undo").status == 0
    assert titles(run) == TITLES


@pytest.mark.usefixtures("articles")
def test_export_writes_over_nothing_unless_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine", encoding="utf-8")
    assert run("export", "ban", "--to", "mine.md").status == 1
    assert (tmp_path / "mine.md").read_text("utf-8") == "mine"
    assert run("export", "ban", "--to", "mine.md", "--force").status == 0
    assert (tmp_path / "mine.md").read_text("utf-8") != "mine"
    assert [path.name for path in tmp_path.glob(".*part")] == []


@pytest.mark.usefixtures("articles")
def test_dictionaries_come_and_go(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("id\tkind\tname\tnames\nban\tperson\tBan Ki Moon\tBan\n", encoding="utf-8")
    assert run("dictionary", "add", "own.tsv").out == "1 actor known from own.tsv: 1 new.\n"
    assert run("dictionary", "add", "own.tsv").out == "1 actor known from own.tsv: nothing new.\n"
    assert listed(run, "dictionary", "list") == [{"name": "own.tsv", "actors": 1}]
    assert run("dictionary", "remove", "own.tsv").status == 0
    assert listed(run, "dictionary", "list") == []
    assert run("dictionary", "remove", "own.tsv").status == 1
    assert run("dictionary", "add", "nowhere.tsv").status == 1


@pytest.mark.usefixtures("articles")
def test_a_sound_library_is_sound(run: Run) -> None:
    ended = run("doctor")
    assert (ended.status, ended.err) == (0, "The library is sound.\n")
    assert listed(run, "doctor") == []


def test_a_file_that_is_no_library_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_text("not a library", encoding="utf-8")
    ended = run("list")
    assert ended.status == 1
    assert ended.err.count("\n") == 1
    assert (tmp_path / "library.sqlite").read_text("utf-8") == "not a library"


def test_why_needs_no_library(run: Run, tmp_path: Path) -> None:
    said = json.loads(run("why", "UN", "United Nations", "--kind", "organisation", "--json").out)
    assert (said["verdict"], said["left"], said["right"]) == ("same", "UN", "United Nations")
    assert 0 <= said["score"] <= 1
    assert said["evidence"]
    assert {"sign", "rule", "words", "weight"} == set(said["evidence"][0])
    printed = run("why", "Ban Ki-moon", "Geneva", "--kind", "person", "--kind", "place").out
    assert printed.startswith("different  ")
    assert not (tmp_path / "library.sqlite").exists()


@pytest.mark.usefixtures("articles")
def test_why_says_what_two_names_are_in_the_library(run: Run) -> None:
    said = json.loads(run("why", "Ban", "Ban Ki-moon", "--json").out)
    library = said["library"]
    assert library["verdict"] == "same"
    assert library["left"]["actor"]["id"] == library["right"]["actor"]["id"]
    assert library["left"]["sentence"]["quoted"] == "Ban"
    printed = run("why", "Ban", "ban ki-moon").out
    assert "In the library both are Ban Ki-moon (" in printed
    assert "    Ban Ki-moon asked for the road to be opened.\n" in printed
    numbers = [str(library["left"]["actor"]["id"]), str(next(iter(listed(run, "actors", "Geneva")))["id"])]
    assert "In the library two actors:  different" in run("why", *numbers).out
    assert json.loads(run("why", "Ban", "Nobody At All", "--json").out)["library"] is None
    assert "In the library both are Ban Ki-moon (" in run("why", "Бан", "Ban Ki-moon").out
    assert "In the library both are Ban Ki-moon (" in run("why", "Bán Ki-moon", "Ban").out
    assert run("why", "999", "Ban").err == "There is no actor 999. `tadmor actors` shows the numbers.\n"


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("verdict", "score", "sign"), [("different", "0.00", "-"), ("unsure", "0.50", "~"), ("related", "1.00", "~")]
)
def test_why_says_what_was_judged_of_two_actors(run: Run, verdict: str, score: str, sign: str) -> None:
    run("judge", "Geneva", "Orontes Relief", verdict, "--why", "a city")
    printed = run("why", "Orontes Relief", "Geneva").out
    assert f"In the library two actors:  {verdict}  {score}\n" in printed
    assert f"\n  {sign} judged {verdict} on 20" in printed
    assert ": a city" in printed


@pytest.mark.usefixtures("articles")
def test_why_says_why_a_name_in_an_article_is_who_it_is(run: Run) -> None:
    article = next(row["id"] for row in listed(run, "list") if row["title"] == TITLES[1])
    printed = run("why", "ban", "--in", str(article)).out
    assert printed.startswith("why “Ban” here is Ban Ki-moon  ")
    said = json.loads(run("why", "ban", "--in", str(article), "--json").out)
    assert said["actor"]["name"] == "Ban Ki-moon"
    assert said["sentence"]["quoted"] == "Ban"
    assert said["evidence"]
    assert run("why", "Nobody", "--in", str(article)).err.startswith(f"Article {article} names no actor")


def test_what_cannot_be_recognised_fails_the_add_that_meets_it_and_those_that_ask(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stumbles(Names):
        def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
            if any("lorries" in text for text in texts):
                raise IndexError("odd")
            return super().recognise(texts)

    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Stumbles())
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "convoy.md").write_text(CONVOY, encoding="utf-8")
    first = run("add", "articles")
    assert (first.status, first.err.count("odd")) == (1, 1)
    (folder / "talks.md").write_text(TALKS, encoding="utf-8")
    later = run("add", "articles")
    assert (later.status, later.err) == (0, "")
    assert "2 articles" in later.out
    said = json.loads(run("add", "articles", "--json").out)
    assert (said["waiting"], said["failed"]) == (0, 1)
    assert run("doctor").err.count("odd") == 1
    assert "odd" in run("show", "1").err
    assert run("add").status == 1
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Names())
    assert run("add").status == 0
    assert run("doctor").status == 0
