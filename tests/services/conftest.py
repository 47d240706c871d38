"""A newsroom on a library of its own, with a recogniser that needs no weights."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader import ner
from reader.names.dictionary import Dictionary
from reader.ner.protocol import Recogniser
from reader.services import Newsroom

load = ner.load

MARCH = """---
title: Troops return to Palmyra
source: Desert Post
date: 2016-03-27
---

Syrian troops took Palmyra. In Moscow, Vladimir Putin was pleased, and Putin said so.
"""

APRIL = """---
title: What Moscow wants
source: The Levant Wire
date: 2016-04-02
---

Vladimir Putin called the ruins of Tadmor a symbol. Syria thanked him.
"""

MAY = """---
title: A concert among ruins
source: Orontes Review
date: 2016-05-06
---

Musicians played at Palmyra. John Kerry was not there; Russia was.
"""


def write(folder: Path) -> None:
    """Three articles that share actors, and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, text in (("march.md", MARCH), ("april.md", APRIL), ("may.md", MAY)):
        (folder / name).write_text(text, encoding="utf-8")


def by_dictionary(name: str = "", dictionary: Dictionary | None = None, threads: int = 1) -> Recogniser:
    """What is tested here is the newsroom: the dictionary alone recognises."""
    return load("dictionary", dictionary, threads)


@pytest.fixture(scope="session")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the articles are in every test, as a library knows an article by its path."""
    return tmp_path_factory.mktemp("newsroom") / "articles"


@pytest.fixture(scope="session")
def _read(_place: Path) -> Path:
    """A library that has read the three articles, made once and copied."""
    write(_place)
    library = _place.with_name("library.sqlite")
    with pytest.MonkeyPatch.context() as patch, Newsroom.open(library) as room:
        patch.setattr(ner, "load", by_dictionary)
        room.articles.add([_place])
        room.analysis.run()
    return library


@pytest.fixture
def folder(_place: Path) -> Path:
    """Three articles that share actors."""
    write(_place)
    return _place


@pytest.fixture(autouse=True)
def _without_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "load", by_dictionary)


@pytest.fixture
def reopen(tmp_path: Path) -> Iterator[Callable[[], Newsroom]]:
    """Opens the same library again, as after a restart."""
    rooms: list[Newsroom] = []

    def again() -> Newsroom:
        for room in rooms:
            room.close()
        rooms[:] = [Newsroom.open(tmp_path / "library.sqlite")]
        return rooms[0]

    yield again
    for room in rooms:
        room.close()


@pytest.fixture
def room(reopen: Callable[[], Newsroom], folder: Path, _read: Path, tmp_path: Path) -> Newsroom:
    """A newsroom that has read the three articles."""
    shutil.copyfile(_read, tmp_path / "library.sqlite")
    return reopen()
