"""Run the command line inside the test, as a shell would run it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.cli import main


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """`run("list", "--json")`; works in a folder of its own, on the library there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TADMOR_LIBRARY", str(tmp_path / "library.sqlite"))

    def run(*arguments: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["tadmor", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Ended(int(ended.value.code or 0), printed.out, printed.err)

    return run
