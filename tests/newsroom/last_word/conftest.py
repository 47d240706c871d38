"""A newsroom that has read the five articles."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader import recognise
from reader.newsroom import Newsroom
from tests.newsroom.last_word.naming import Names, fill


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognise, "load", lambda *arguments, **options: Names())


@pytest.fixture
def room(reopen: Callable[[], Newsroom], tmp_path: Path) -> Newsroom:
    """A newsroom that has read the five articles."""
    room = reopen()
    fill(room, tmp_path / "reports")
    return room
