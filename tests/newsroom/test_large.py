"""A large library: what comes in is attached at once, and linked with all the rest when there is enough of it."""

from pathlib import Path
from typing import Any

import pytest

from reader.linking import resolve
from reader.model import Resolution
from reader.newsroom import Newsroom, analysis

from .test_newsroom import named


def partition(room: Newsroom) -> set[tuple[str, int, int]]:
    return {(actor.name, actor.articles, actor.mentions) for actor in room.actors.search()}


def write(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.write_text(f"---\ntitle: More\ndate: 2016-07-01\n---\n\n{body}\n", encoding="utf-8")
    return path


def test_a_little_more_is_attached_and_waits_for_linking(
    room: Newsroom, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis, "LARGE", 1)
    monkeypatch.setattr(analysis, "SHARE", 2)
    assert room.status().attached == 0
    before = named(room, "Palmyra").articles
    ran = []

    def seen(*given: Any, **options: Any) -> Resolution:
        ran.append(True)
        return resolve(*given, **options)

    monkeypatch.setattr(analysis, "resolve", seen)

    room.articles.add([write(folder, "june.md", "Palmyra was quiet in June.")])
    room.analysis.run()
    assert not ran
    assert room.status().attached == 1
    assert named(room, "Palmyra").articles == before + 1, "attached by its name"
    assert room.doctor() == []

    room.analysis.relink()
    assert ran
    assert room.status().attached == 0
    whole = Newsroom.open(tmp_path / "another.sqlite")
    whole.articles.add([folder])
    whole.analysis.run()
    assert partition(whole) == partition(room), "the same articles, the same actors"
    whole.close()


def test_much_more_is_linked_at_once(room: Newsroom, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "LARGE", 1)
    monkeypatch.setattr(analysis, "SHARE", 10_000)
    room.articles.add([write(folder, "june.md", "Palmyra was quiet in June. John Kerry was in Moscow.")])
    room.analysis.run()
    assert room.status().attached == 0
    assert named(room, "John Kerry").articles == 2


def test_a_small_library_is_always_linked(room: Newsroom, folder: Path) -> None:
    room.articles.add([write(folder, "june.md", "Palmyra was quiet in June.")])
    room.analysis.run()
    assert room.status().attached == 0
