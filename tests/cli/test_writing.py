"""What commands write: into files in their mode, through what is no file, and to a terminal nothing that drives it."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.library.store import Library

from .conftest import Run

ESCAPE = "no\x1b[31mfile"


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "mill.txt").write_text("A mill opens\n\nNora Teasel cut the ribbon.\n", encoding="utf-8")
    (tmp_path / "quay.txt").write_text("A quay is swept\n\nOtto Marn swept it.\n", encoding="utf-8")
    assert run("add", "--later", "mill.txt", "quay.txt").status == 0
    return run


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(filled: Run, tmp_path: Path) -> None:
    secret, link = tmp_path / "secret.md", tmp_path / "link.md"
    secret.touch()
    secret.chmod(0o640)
    link.symlink_to(secret)
    assert filled("export", "--article", "1", "--to", "link.md", "--force").status == 0
    assert link.is_symlink()
    assert mode(secret) == 0o640
    assert "Nora Teasel" in secret.read_text("utf-8")


def test_what_is_no_file_is_written_to_and_stays(filled: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reading = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")))
    reading.start()
    assert filled("export", "--article", "1", "--to", "pipe").status == 0
    reading.join()
    assert "Nora Teasel" in got[0]
    assert pipe.is_fifo()
    assert filled("export", "", "--to", os.devnull).status == 0
    assert not Path(os.devnull).is_file()


def test_a_library_and_what_was_judged_are_their_owner_s_only(filled: Run, tmp_path: Path) -> None:
    assert mode(tmp_path / "library.sqlite") == 0o600
    assert filled("judgements", "export", "mine.jsonl").status == 0
    assert mode(tmp_path / "mine.jsonl") == 0o600
    (tmp_path / "mine.jsonl").chmod(0o644)
    assert filled("judgements", "export", "mine.jsonl").status == 0
    assert mode(tmp_path / "mine.jsonl") == 0o644


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", ESCAPE],
        ["annotate", ESCAPE],
        ["dictionary", "add", ESCAPE],
        ["dictionary", "check", ESCAPE],
        ["judgements", "import", ESCAPE],
        ["judgements", "export", f"nowhere/{ESCAPE}"],
        ["judgements", "export", ESCAPE],
        ["export", "--article", "1", "--to", ESCAPE],
        ["export", "--article", "1", "--to", f"nowhere/{ESCAPE}"],
        ["list", f"colour:{ESCAPE}"],
        ["show", ESCAPE],
        ["actor", ESCAPE],
        [ESCAPE],
    ],
    ids=lambda arguments: " ".join(arguments).replace("\x1b", "␛"),
)
def test_own_words_never_drive_the_terminal(filled: Run, arguments: list[str]) -> None:
    ended = filled(*arguments)
    assert "\x1b" not in ended.out + ended.err
    assert "failed" not in ended.err


def test_an_empty_filter_exports_every_article(filled: Run) -> None:
    ended = filled("export", "")
    assert ended.status == 0
    assert "Nora Teasel" in ended.out
    assert "Otto Marn" in ended.out
    assert filled("export").status == 2


def test_json_has_no_infinity(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "Nothing.", "score": [1e999, {"of": -1e999}, 2.5]}\n', "utf-8")
    assert '"score": [null, {"of": null}, 2.5]' in run("annotate", "in.jsonl", "--recogniser", "dictionary").out


@pytest.mark.parametrize("name", ["x" * 300, "~nobody-of-that-name/x"])
@pytest.mark.parametrize("command", [["list"], ["add", "mill.txt"]])
def test_a_library_that_cannot_be_is_one_sentence(filled: Run, name: str, command: list[str]) -> None:
    ended = filled("--library", name, *command)
    assert "failed" not in ended.err
    assert ended.status == 1 or name.startswith("~")


def test_a_path_of_nobody_s_home_is_not_there(run: Run) -> None:
    ended = run("add", "~nobody-of-that-name/x")
    assert (ended.status, ended.err.count("\n")) == (1, 1)
    assert "There is no file or folder" in ended.err


def test_a_library_without_a_name_is_not_the_default_one(run: Run) -> None:
    assert run("--library", "", "list").status == 2


def test_an_empty_file_is_no_sound_library(run: Run, tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").touch()
    ended = run("doctor")
    assert ended.status == 1
    assert "is an empty file" in ended.err


def test_standard_output_may_be_full_or_closed(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    Library.open(library).close()
    command = [sys.executable, "-m", "reader", "--library", str(library), "list"]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run([*command, "--json"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "cannot be written" in ended.stderr
    closed = 'exec "$0" "$@" >&-'
    ended = subprocess.run(["sh", "-c", closed, *command], stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "0 articles.\n")
