"""`tadmor review`: the questions with both sentences, as text and as JSON."""

import json
from pathlib import Path

from reader.library.store import Library
from reader.model import Kind
from tests.cli.conftest import Run
from tests.library.shelf import incoming, link, put


def two_spellings(folder: Path) -> None:
    """A library in which one place is spelt in two ways."""
    library = Library.open(folder / "library.sqlite")
    texts = {"Khneifes": "Shells fell on Khneifes at dawn.", "Khneifis": "A convoy reached Khneifis."}
    for number, name in zip(put(library, *(incoming(*text) for text in texts.items())), texts, strict=True):
        link(library, number, {name: Kind.PLACE})
    library.close()


def test_questions_with_both_sentences(run: Run, tmp_path: Path) -> None:
    two_spellings(tmp_path)
    run("relink")
    shown = run("review")
    assert shown.status == 0
    assert "Shells fell on Khneifes at dawn." in shown.out
    assert "A convoy reached Khneifis." in shown.out
    assert "(place, 2 mentions in 1 article)" in shown.out
    assert shown.err == "1 open question.\n"
    found = json.loads(run("review", "--json", "--limit", "1").out)
    (question,) = found["questions"]
    assert {question["left"]["name"], question["right"]["name"]} == {"Khneifes", "Khneifis"}
    assert question["evidence"][0]["words"]
    assert found["open"] == 1
    command = next(line for line in shown.out.splitlines() if "tadmor judge" in line).split("|")[0].split()
    assert run(*command[1:]).status == 0
    assert run("review").err == "0 open questions, 1 answered today.\n"


def test_nothing_to_review(run: Run, tmp_path: Path) -> None:
    Library.open(tmp_path / "library.sqlite").close()
    shown = run("review")
    assert (shown.status, shown.out, shown.err) == (0, "", "0 open questions.\n")
    assert json.loads(run("review", "--json").out) == {"open": 0, "answered_today": 0, "questions": []}
