"""How lines are printed: aligned, whole in a pipe, and never read as markup."""

import json
import sys

import pytest

from reader.cli import output
from reader.model import Evidence, Problem, Sign
from reader.names.likeness import Change
from reader.names.wording import Mechanism
from reader.services import Progress


def test_columns_are_aligned_by_the_cells_they_take(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_columns([["1", "東京", "one"], ["10", "Homs", "two"]], right=(0,))
    assert capsys.readouterr().out == " 1  東京  one\n10  Homs  two\n"


def test_markup_and_braces_are_text(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_columns([["[bold]", "[/] {x} %s"]])
    assert capsys.readouterr().out == "[bold]  [/] {x} %s\n"


def test_a_pipe_gets_the_last_column_whole(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_columns([["1", "word " * 100]])
    assert capsys.readouterr().out == "1  " + ("word " * 100).rstrip() + "\n"


def test_a_terminal_gets_it_cut(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "width", lambda: 50)
    output.print_columns([["1", "x" * 100]])
    assert capsys.readouterr().out == "1  " + "x" * 46 + "…\n"


def test_no_rows_print_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_columns([])
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("items", [[], [{"a": 1}], [{"a": "ä"}, {"a": None}]])
def test_a_json_list_is_json(capsys: pytest.CaptureFixture[str], items: list[object]) -> None:
    output.print_json_list(items)
    assert json.loads(capsys.readouterr().out) == items


def test_a_bar_is_made_for_the_first_word_of_progress_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with output.progress_bar():
        pass
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with output.progress_bar() as progress:
        progress(Progress("linking", 1, 2))
        progress(Progress("linking", 2, 2))
    assert "linking" in capsys.readouterr().err


def test_problems_say_where_what_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_problems([Problem("a.txt", "it is empty"), Problem("b.txt", "it is a picture.", "Leave it out")])
    assert capsys.readouterr().err == "a.txt: it is empty.\nb.txt: it is a picture. Leave it out.\n"


def test_evidence_shows_its_sign_and_weight() -> None:
    reason = Evidence(Sign.AGAINST, Mechanism.KINDS_CLASH, -0.5, ("person", "place"))
    assert list(output.evidence_lines([reason])) == ["  - the kinds clash: person and place  (-0.50)"]
    assert output.evidence_json([reason]) == [
        {"sign": "-", "rule": "kind", "words": "the kinds clash: person and place", "weight": -0.5}
    ]


def test_pieces_of_two_names_stand_beside_each_other_in_columns() -> None:
    reasons = [
        Evidence(Sign.FOR, Change.EQUAL, 0.4, left="Ahmed", right="Ahmed"),
        Evidence(Sign.NEUTRAL, Change.EDIT, 0.2, left="al-Sharaa", right="東京"),
        Evidence(Sign.NEUTRAL, Mechanism.UNLESS_NAMESAKES, 0.0, ("Sharaa",)),
    ]
    assert list(output.evidence_lines(reasons)) == [
        "  + Ahmed      Ahmed  the same  (+0.40)",
        "  ~ al-Sharaa  東京   a small difference in spelling  (+0.20)",
        "  ~ wrong if two share the name “Sharaa”",
    ]
    assert output.evidence_json(reasons)[0]["left"] == "Ahmed"
