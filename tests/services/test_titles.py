"""The titles of a site's pages, whatever came in first."""

from itertools import permutations
from pathlib import Path

import pytest

from reader.services import Newsroom

STORY = "<p>The bridge was closed on Monday, the mayor of the town said, and nobody knew when it would open again.</p>"
TITLES = ("Bridge closed - Bree Post", "Assad - a portrait - Bree Post", "Rain - Bree Post", "Why it rains - Bree Post")


def _page(title: str, site: str = "bree.example", extra: str = "") -> str:
    address = f'<link rel="canonical" href="https://{site}/{abs(hash(title))}">' if site else ""
    return f"<html><head><title>{title}</title>{address}</head><body>{extra}{STORY * 3}</body></html>"


def _titles(room: Newsroom) -> list[str]:
    listing = room.articles.listing()
    return sorted(row.title for row in listing.rows(0, 100))


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    found = []
    for number, title in enumerate(TITLES):
        path = tmp_path / f"page{number}.html"
        path.write_text(_page(title), encoding="utf-8")
        found.append(path)
    return found


def test_they_lose_what_they_share_in_whatever_order_they_come(pages: list[Path], tmp_path: Path) -> None:
    for number, order in enumerate([*permutations(pages)][::5]):
        with Newsroom.open(tmp_path / f"{number}.sqlite") as room:
            for path in order[:2]:
                room.articles.add([path])
            assert all(title.endswith("Bree Post") for title in _titles(room))
            room.articles.add(order[2:])
            assert _titles(room) == ["Assad - a portrait", "Bridge closed", "Rain", "Why it rains"]
            assert room.articles.add(pages).unchanged == len(pages)
            assert _titles(room) == ["Assad - a portrait", "Bridge closed", "Rain", "Why it rains"]
            assert not room.doctor()


def test_pages_of_other_sites_are_not_asked(tmp_path: Path) -> None:
    for number, title in enumerate(TITLES):
        (tmp_path / f"{number}.html").write_text(_page(title, f"site{number}.example"), encoding="utf-8")
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([tmp_path])
        assert _titles(room) == sorted(TITLES)


def test_pages_without_an_address_are_those_of_their_folder(tmp_path: Path) -> None:
    for number, title in enumerate(TITLES):
        (tmp_path / f"{number}.html").write_text(_page(title, ""), encoding="utf-8")
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([tmp_path])
        assert _titles(room) == ["Assad - a portrait", "Bridge closed", "Rain", "Why it rains"]


def test_a_title_that_its_heading_confirms_stays(pages: list[Path], tmp_path: Path) -> None:
    sure = "<h1>Rain - Bree Post</h1>"
    pages[2].write_text(_page(TITLES[2], extra=sure), encoding="utf-8")
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add(pages)
        assert _titles(room) == ["Assad - a portrait", "Bridge closed", "Rain - Bree Post", "Why it rains"]


def test_a_changed_page_gives_back_what_is_shared_no_more(pages: list[Path], tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add(pages[:3])
        pages[1].write_text(_page("Assad - a portrait"), encoding="utf-8")
        room.articles.add(pages[:3])
        assert _titles(room) == ["Assad - a portrait", "Bridge closed - Bree Post", "Rain - Bree Post"]


def test_a_persons_title_stays(pages: list[Path], tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add(pages[:1])
        room.articles.correct(1, "title", "Closed - by me")
        room.articles.add(pages)
        assert "Closed - by me" in _titles(room)
