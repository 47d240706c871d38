"""How the command line ends: one sentence where it fails, a status that says how, and never a traceback."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from reader import __version__
from reader.cli import base, reading
from reader.model import TadmorError

from .conftest import Run


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out == f"tadmor {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["list", "--help"], ["dictionary", "--help"]])
def test_help_is_printed(run: Run, arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.status == 0
    assert ended.out.startswith("Usage: tadmor")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["list", "--sort", "size"],
        ["list", "--sort", "shared"],
        ["list", "--limit", "-1"],
        ["show"],
        ["show", "first"],
        ["add", "--map", "title"],
        ["add", "--map", "=x"],
        ["remove"],
        ["remove", "1", "--filter", "x"],
        ["export"],
        ["export", "x", "--article", "1"],
        ["why", "a"],
        ["why", "a", "b", "--kind", "person", "--kind", "place", "--kind", "place"],
        ["why", " ", "b"],
        ["judge", "1", "2", "perhaps"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_understood_ends_with_2(run: Run, arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert "Traceback" not in ended.err


def test_a_word_that_is_no_choice_is_told_the_choices(run: Run) -> None:
    said = run("judge", "1", "2", "perhaps").err.splitlines()[-1]
    assert (
        said == "Error: Invalid value for 'VERDICT': 'perhaps' is not one of 'same', 'different', 'related', 'unsure'."
    )


@pytest.mark.parametrize(
    "arguments", [["list"], ["search", "x"], ["show", "1"], ["actors"], ["undo"], ["doctor"], ["add"], ["relink"]]
)
def test_without_a_library_a_sentence_says_how_to_make_one(run: Run, arguments: list[str], tmp_path: Path) -> None:
    ended = run(*arguments)
    assert ended.status == 1
    assert ended.err.startswith(f"There is no library at {tmp_path / 'library.sqlite'} yet.")
    assert not (tmp_path / "library.sqlite").exists()


@pytest.mark.parametrize("arguments", [[], ["read"], ["--library", "another.sqlite"]])
def test_the_desk_needs_a_terminal(run: Run, arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.status == 1
    assert ended.err.startswith("The desk needs a terminal.")


def test_a_path_that_is_not_there_is_told_before_anything_else(run: Run, tmp_path: Path) -> None:
    ended = run("add", "nowhere.txt")
    assert ended.status == 1
    assert ended.err == "There is no file or folder nowhere.txt. Check its name.\n"
    assert list(tmp_path.iterdir()) == []


def failing(error: BaseException) -> Callable[..., None]:
    def fail(*arguments: object) -> None:
        raise error

    return fail


def test_a_known_failure_is_its_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "open_desk", failing(TadmorError("The roof leaks. Mend it.")))
    ended = run("read")
    assert (ended.status, ended.err) == (1, "The roof leaks. Mend it.\n")


def test_an_unknown_failure_is_one_clean_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "open_desk", failing(ValueError("bad\x1b[31m\ntitle")))
    ended = run("read")
    assert ended.status == 1
    assert ended.err.count("\n") == 1
    assert "ValueError" in ended.err
    assert "\x1b" not in ended.err


def test_debug_shows_where_it_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "open_desk", failing(ValueError("bad")))
    monkeypatch.setattr(sys, "argv", ["tadmor", "--debug", "read"])
    with pytest.raises(ValueError, match="bad"):
        base.main()


def test_ctrl_c_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "open_desk", failing(KeyboardInterrupt()))
    ended = run("read")
    assert ended.status == 130
    assert "Traceback" not in ended.err


def test_the_first_ctrl_c_is_a_wish_to_stop() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(typer.Exit) as ended, base.stoppable() as stopped:  # noqa: PT012
        assert not stopped()
        signal.raise_signal(signal.SIGINT)
        assert stopped()
    assert ended.value.exit_code == 130
    assert signal.getsignal(signal.SIGINT) is before


def test_the_second_ctrl_c_stops_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), base.stoppable():  # noqa: PT012
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)


def test_a_pipe_that_nobody_reads_is_no_failure() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "reader", "--help"], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert ended.stderr == ""


def test_work_that_does_not_listen_is_broken_off_soon_after_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "PATIENCE", 0.0)
    with pytest.raises(typer.Exit) as ended, base.stoppable():  # noqa: PT012
        signal.raise_signal(signal.SIGINT)
        while True:
            pass
    assert ended.value.exit_code == 130
