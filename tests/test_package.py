"""What is built is what is installed: the wheel holds all that the program needs, and runs from anywhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from reader import __version__

ROOT = Path(__file__).resolve().parent.parent

WORN = {"__pycache__", ".DS_Store"}
"""Leavings that are no part of the package."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return Path(next(built))


def files_under(folder: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not WORN & set(path.parts)
    }


def test_the_wheel_holds_code_styles_weights_and_tables(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert files_under("reader") <= held
    assert {f"reader/{name}" for name in files_under("styles")} <= held
    assert "reader/py.typed" in held
    assert any(name.startswith("reader/styles/") and name.endswith(".tcss") for name in held)
    assert any(name.startswith("reader/names/data/") and name.endswith(".tsv") for name in held)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        others = {name for name in archive.namelist() if not name.startswith("reader/")}
    assert all(name.startswith(f"tadmor-{__version__}.dist-info/") for name in others)
    assert any(name.endswith("/LICENSE") for name in others)


def test_the_installed_program_runs_and_finds_its_files(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    environment = os.environ | {"PYTHONPATH": str(installed)}

    def run(*arguments: str) -> str:
        ended = subprocess.run(
            [sys.executable, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        return ended.stdout.strip()

    assert run("-m", "reader", "--version") == f"tadmor {__version__}"
    where = "from reader.config import packaged; print(packaged({!r}))"
    assert Path(run("-c", where.format("styles"))) == installed / "reader" / "styles"
    names = "from reader.services.dictionaries import builtin_dictionary; print(len(builtin_dictionary().entries()))"
    assert int(run("-c", names)) > 0
