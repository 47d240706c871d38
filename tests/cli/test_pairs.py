"""Many pairs from a file: `tadmor why --pairs` and `tadmor judge --pairs`."""

import json
from pathlib import Path

import pytest

from .conftest import Run
from .test_commands import articles  # noqa: F401


def write(path: Path, *lines: str) -> str:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path.name


def test_pairs_of_names_are_compared_line_by_line_without_a_library(run: Run, tmp_path: Path) -> None:
    file = write(
        tmp_path / "pairs.tsv",
        "# names that we wonder about",
        "Kim Jong-un\tKim Jong-uun\tperson",
        "",
        "Lena Brandt\tMax Brandt\tperson\tperson",
    )
    ended = run("why", "--pairs", file)
    assert ended.status == 0
    rows = [line.split("\t") for line in ended.out.splitlines()]
    assert [(row[0], row[2:]) for row in rows] == [
        ("same", ["Kim Jong-un", "Kim Jong-uun"]),
        ("different", ["Lena Brandt", "Max Brandt"]),
    ]
    alone = json.loads(run("why", "Kim Jong-un", "Kim Jong-uun", "--kind", "person", "--json").out)
    many = [json.loads(line) for line in run("why", "--pairs", file, "--json").out.splitlines()]
    assert many[0] == {key: value for key, value in alone.items() if key != "library"}


@pytest.mark.usefixtures("articles")
def test_verdicts_are_given_line_by_line_and_each_is_undone_by_itself(run: Run, tmp_path: Path) -> None:
    file = write(
        tmp_path / "verdicts.tsv",
        "Geneva\tOrontes Relief\tsame\tfor the test",
        "Nobody\tGeneva\tsame",
        "Geneva\tBan\tno",
    )
    ended = run("judge", "--pairs", file)
    assert ended.status == 1
    assert ended.out.startswith("Judged: “Geneva” is the same as “Orontes Relief”")
    assert "verdicts.tsv:2: " in ended.err
    assert "verdicts.tsv:3: “no” is no verdict" in ended.err
    assert run("undo").out.startswith("Undone")


@pytest.mark.parametrize(
    ("arguments", "lines", "said"),
    [
        (("why",), ["only one"], "pairs.tsv:1 has not the 2 to 4 parts"),
        (("why",), ["a\tb\tplanet"], "pairs.tsv:1: “planet” is not a kind"),
        (("judge",), ["a\tb"], "pairs.tsv:1 has not the 3 to 4 parts"),
    ],
)
def test_a_line_that_is_no_pair_is_told_by_its_place(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], lines: list[str], said: str
) -> None:
    ended = run(*arguments, "--pairs", write(tmp_path / "pairs.tsv", *lines))
    assert ended.status == 1
    assert said in ended.err


def test_a_file_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    assert "missing.tsv cannot be read" in run("why", "--pairs", "missing.tsv").err
    (tmp_path / "latin.tsv").write_bytes(b"caf\xe9\tbar\n")
    assert "latin.tsv is not UTF-8" in run("why", "--pairs", "latin.tsv").err
    assert run("why", "A", "B", "--pairs", "latin.tsv").status == 2
