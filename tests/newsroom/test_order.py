"""The same articles give the same actors, in whatever order and in however many imports they came."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import recognise
from reader.model import Field, Kind, Mention
from reader.newsroom import Newsroom

NAMES = [
    *(
        "person: " + name
        for name in ("Lena Brandt", "LENA BRANDT", "Max Brandt", "Brandt", "L. Brandt", "Lenna Brandt")
    ),
    *(
        "person: " + name
        for name in ("Ruslan Khasanov", "Rouslan Khassanov", "Khasanov", "Khassanov", "Vladimir Putin")
    ),
    *("person: " + name for name in ("Putin", "Путин", "Vladmir Putin", "Naina Khasanova", "Brandts")),
    *("organisation: " + name for name in ("Lake Basin Fishing Union", "LBFU", "Lima Choir", "Lima", "Supreme Court")),
    *("place: " + name for name in ("Lima", "Khneifes", "Khneifis", "Marienfeld", "Syrias", "Syria")),
    *("armed group: " + name for name in ("Daesh", "Islamic State")),
    *("other: " + name for name in ("Syrian", "Lake Basin Fishing Union", "Marienfeld")),
]
ARTICLES = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), min_size=2, max_size=7)


class Listed:
    """Recognises what stands after its kind on a line of its own."""

    name = "listed"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        pattern = re.compile(r"^([a-z ]+): (.+)$", re.MULTILINE)
        return [
            [Mention(m.start(2), m.end(2), Kind(m.group(1)), 0.95, self.name) for m in pattern.finditer(text)]
            for text in texts
        ]


@pytest.fixture(autouse=True)
def _listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognise, "load", lambda *arguments, **options: Listed())


def write(folder: Path, articles: Sequence[Sequence[str]]) -> list[Path]:
    """Every article as a file that is nothing but names, one a line."""
    files = []
    for number, names in enumerate(articles):
        files.append(folder / f"article-{number}.md")
        files[-1].write_text(f"# Report {number}\n\n" + "\n\n".join(names) + "\n", encoding="utf-8")
    return files


Actors = list[tuple[str, str, list[tuple[str, int]], list[tuple[str, Field, int]]]]


def actors(room: Newsroom) -> Actors:
    """Every actor as a person sees it, with its spellings and its mentions by article; but not its number."""
    mentions: dict[int, list[tuple[str, Field, int]]] = {}
    listing = room.listing()
    for row in listing.rows(0, listing.total):
        page = room.page(row.id)
        assert page is not None
        for spot in page.spots:
            mentions.setdefault(spot.actor, []).append((page.title, spot.field, spot.start))
    return sorted(
        (one.name, one.kind.value, sorted(one.spellings), sorted(mentions[one.id])) for one in room.actors(limit=None)
    )


def questions(room: Newsroom) -> set[tuple[frozenset[str], float]]:
    """What is left open between which actors, and how unsure."""
    found = room.review(limit=1000).questions
    return {(frozenset((one.left.name, one.right.name)), one.score) for one in found}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARTICLES, st.randoms(use_true_random=False), st.integers(1, 7), st.booleans())
def test_any_order_and_any_number_of_imports_give_the_same_actors(
    tmp_path_factory: pytest.TempPathFactory, articles: list[list[str]], chance: Any, size: int, between: bool
) -> None:
    folder = tmp_path_factory.mktemp("order")
    files = write(folder, articles)
    with Newsroom.open(folder / "at-once.sqlite") as room:
        room.add(files)
        room.analyse()
        expected = actors(room), questions(room)
    chance.shuffle(files)
    with Newsroom.open(folder / "by-and-by.sqlite") as room:
        for at in range(0, len(files), size):
            room.add(files[at : at + size])
            if between:
                room.analyse()
        room.analyse()
        assert (actors(room), questions(room)) == expected
        assert not room.doctor()
