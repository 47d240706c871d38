"""Desks on the real services: libraries are built once a test run, and copied for each test."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import pytest

from reader import ner
from reader.services import Newsroom
from tests.tui.library import ARTICLES, DOUBTFUL, Article, Names, fill


class Filled(Protocol):
    """Makes the services on a library of other articles, or of none."""

    def __call__(self, articles: Sequence[Article] = ()) -> Newsroom:
        """They are closed when the test ends."""


def _names(*arguments: object, **options: object) -> Names:
    return Names()


@pytest.fixture(autouse=True)
def _quick_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read a question faster than a person does, and recognise names without weights."""
    monkeypatch.setattr("reader.tui.screens.review.GLANCE_SECONDS", 0.0)
    monkeypatch.setattr(ner, "load", _names)


def _built(path: Path, articles: Sequence[Article]) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ner, "load", _names)
        with Newsroom.open(path) as newsroom:
            fill(newsroom, articles)
    return path


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the articles that most tests read; copy it before anything is changed."""
    return _built(tmp_path_factory.mktemp("library") / "sample.sqlite", ARTICLES)


@pytest.fixture(scope="session")
def doubtful_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with three pairs of actors that may be one; copy it before anything is changed."""
    return _built(tmp_path_factory.mktemp("library") / "doubtful.sqlite", DOUBTFUL)


@pytest.fixture
def sample(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the library that most tests read."""
    return Path(shutil.copy(library, tmp_path_factory.mktemp("desk")))


@pytest.fixture
def newsroom(sample: Path) -> Iterator[Newsroom]:
    """The services on a copy of the articles that most tests read."""
    with Newsroom.open(sample) as opened:
        yield opened


@pytest.fixture
def doubtful(doubtful_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """The services on a copy of the library with three open questions."""
    with Newsroom.open(Path(shutil.copy(doubtful_library, tmp_path_factory.mktemp("desk")))) as opened:
        yield opened


@pytest.fixture
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """Makes the services on a library of other articles, or of none."""
    opened: list[Newsroom] = []

    def make(articles: Sequence[Article] = ()) -> Newsroom:
        opened.append(Newsroom.open(tmp_path_factory.mktemp("desk") / "own.sqlite"))
        fill(opened[-1], articles)
        return opened[-1]

    yield make
    for one in opened:
        one.close()
