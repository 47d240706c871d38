"""A newsroom that has read the five articles."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import ner
from reader.services import Newsroom
from tests.services.last_word.library import Names, fill


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Names())


@pytest.fixture(scope="session")
def _read_five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that has read the five articles, made once and copied."""
    folder = tmp_path_factory.mktemp("last-word")
    with pytest.MonkeyPatch.context() as patch, Newsroom.open(folder / "library.sqlite") as room:
        patch.setattr(ner, "load", lambda *arguments, **options: Names())
        fill(room, folder / "reports")
    return folder / "library.sqlite"


@pytest.fixture
def room(reopen: Callable[[], Newsroom], _read_five: Path, tmp_path: Path) -> Newsroom:
    """A newsroom that has read the five articles."""
    shutil.copyfile(_read_five, tmp_path / "library.sqlite")
    return reopen()
