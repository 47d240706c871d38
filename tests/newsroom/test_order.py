"""The same articles give the same actors, in whatever order and in however many imports they came."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import recognise
from reader.model import Field
from reader.newsroom import Newsroom

from .listed import Listed, write

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


@pytest.fixture(autouse=True)
def _listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognise, "load", lambda *arguments, **options: Listed())


Actors = list[tuple[str, str, list[tuple[str, int]], list[tuple[str, Field, int]]]]


def actors(room: Newsroom) -> Actors:
    """Every actor as a person sees it, with its spellings and its mentions by article; but not its number."""
    mentions: dict[int, list[tuple[str, Field, int]]] = {}
    listing = room.articles.listing()
    for row in listing.rows(0, listing.total):
        page = room.articles.page(row.id)
        assert page is not None
        for spot in page.spots:
            mentions.setdefault(spot.actor, []).append((page.title, spot.field, spot.start))
    return sorted(
        (one.name, one.kind.value, sorted(one.spellings), sorted(mentions[one.id]))
        for one in room.actors.search(limit=None)
    )


def questions(room: Newsroom) -> set[tuple[frozenset[str], float]]:
    """What is left open between which actors, and how unsure."""
    found = room.review.questions(limit=1000).questions
    return {(frozenset((one.left.name, one.right.name)), one.score) for one in found}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARTICLES, st.randoms(use_true_random=False), st.integers(1, 7), st.booleans())
def test_any_order_and_any_number_of_imports_give_the_same_actors(
    tmp_path_factory: pytest.TempPathFactory, articles: list[list[str]], chance: Any, size: int, between: bool
) -> None:
    folder = tmp_path_factory.mktemp("order")
    files = write(folder, articles)
    with Newsroom.open(folder / "at-once.sqlite") as room:
        room.articles.add(files)
        room.analysis.run()
        expected = actors(room), questions(room)
    chance.shuffle(files)
    with Newsroom.open(folder / "by-and-by.sqlite") as room:
        for at in range(0, len(files), size):
            room.articles.add(files[at : at + size])
            if between:
                room.analysis.run()
        room.analysis.run()
        assert (actors(room), questions(room)) == expected
        assert not room.doctor()
