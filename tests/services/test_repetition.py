"""What a source prints under every article names nobody, in whatever order its articles come."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.library.repetition import ARTICLES
from reader.model import Field, Kind
from reader.services import Newsroom
from tests.properties import costly

ABOUT = "This page is a project of friends of John Kerry and is read in many towns."
PLACES = ("Geneva", "Palmyra", "Aleppo", "Homs", "Moscow", "Tehran", "Ankara", "Beirut", "Damascus", "Baghdad")


def story(number: int) -> str:
    """A story like no other."""
    place = PLACES[number % len(PLACES)]
    return f"On day {number} the talks went on in {place}, and {number * 7} people came to see them."


def _add(room: Newsroom, folder: Path, records: Sequence[dict[str, str]]) -> None:
    path = folder / "articles.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records) + "\n", encoding="utf-8")
    room.articles.add([path])
    room.analysis.run()


def _record(number: int, *lines: str, source: str = "Bree Post") -> dict[str, str]:
    return {"id": str(number), "title": f"Talks {number}", "source": source,
            "text": "\n\n".join([story(number), *lines])}  # fmt: skip


def _named(room: Newsroom) -> dict[str, list[str]]:
    """The names in each article's body, by its title."""
    found = {}
    for row in room.articles.listing().rows(0, 1000):
        page = room.articles.page(row.id)
        assert page is not None
        found[page.title] = [page.body[s.start : s.end] for s in page.spots if s.field is Field.BODY]
    return found


def _kerry(room: Newsroom) -> int:
    return sum("John Kerry" in names for names in _named(room).values())


def test_a_line_under_every_article_names_nobody(tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        records = [_record(number, ABOUT) for number in range(ARTICLES)]
        _add(room, tmp_path, records[:-1])
        assert _kerry(room) == ARTICLES - 1, "so few tell nothing"
        _add(room, tmp_path, records)
        assert _kerry(room) == 0
        assert all(_named(room).values()), "the stories are read as before"
        assert not any(actor.name == "John Kerry" for actor in room.actors.search())
        assert not room.doctor()


def test_it_is_read_again_where_it_is_repeated_no_more(tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        _add(room, tmp_path, [_record(number, ABOUT) for number in range(ARTICLES)])
        numbers = [row.id for row in room.articles.listing().rows(0, 100)]
        room.articles.remove(numbers[:1])
        room.analysis.run()
        assert _kerry(room) == ARTICLES - 1
        room.history.undo()
        room.analysis.run()
        assert _kerry(room) == 0


@pytest.mark.parametrize(
    "line", ["John Kerry", "GENEVA — John Kerry", "John Kerry said on Monday:", "Source: John Kerry, Geneva"]
)
def test_a_dateline_or_a_name_above_its_news_is_news(tmp_path: Path, line: str) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        _add(room, tmp_path, [_record(number, line) for number in range(3 * ARTICLES)])
        assert _kerry(room) == 3 * ARTICLES


def test_a_sentence_of_background_in_some_articles_is_news(tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        some = [_record(number, ABOUT) for number in range(ARTICLES + 1)]
        _add(room, tmp_path, [*some, *(_record(number) for number in range(ARTICLES + 1, 4 * ARTICLES))])
        assert _kerry(room) == ARTICLES + 1


def test_one_article_that_came_often_tells_nothing(tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        same = _record(1, ABOUT)
        _add(room, tmp_path, [{**same, "id": str(number), "title": f"Copy {number}"} for number in range(3 * ARTICLES)])
        assert _kerry(room) == 3 * ARTICLES


def test_other_sources_are_not_asked(tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        _add(room, tmp_path, [_record(number, ABOUT, source=f"Post {number}") for number in range(3 * ARTICLES)])
        assert _kerry(room) == 3 * ARTICLES


def test_what_a_person_marked_there_stays(tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        records = [_record(number, ABOUT) for number in range(ARTICLES)]
        _add(room, tmp_path, records)
        page = room.articles.page(1)
        assert page is not None
        start = page.body.index("John Kerry")
        room.mentions.mark(1, Field.BODY, start, start + len("John Kerry"), Kind.PERSON)
        assert _kerry(room) == 1
        room.analysis.run()
        assert _kerry(room) == 1


LINES = (ABOUT, "Read more of what Vladimir Putin said in the app of this paper.", "Kofi Annan")
ARRIVALS = st.lists(st.tuples(st.integers(0, 15), st.sets(st.sampled_from(LINES)), st.sampled_from(["A", "B"]),
                              st.sampled_from(["read", "wait", "remove"])), max_size=24)  # fmt: skip


@costly(12, HealthCheck.function_scoped_fixture)
@given(ARRIVALS)
def test_what_is_named_does_not_hang_on_what_came_first(
    tmp_path_factory: pytest.TempPathFactory, arrivals: list[tuple[int, set[str], str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("order")
    last = {number: (number, lines, source) for number, lines, source, _ in arrivals}
    with Newsroom.open(folder / "one.sqlite") as room:
        for number, lines, source, then in arrivals:
            path = folder / f"{number}.txt"
            path.write_text(_text(number, lines, source), encoding="utf-8")
            room.articles.add([path])
            if then == "remove":
                room.articles.remove([row.id for row in room.articles.listing().rows(0, 1)])
                room.history.undo()
            if then != "wait":
                room.analysis.run()
        room.analysis.run()
        named = _named(room)
        assert not room.doctor()
    with Newsroom.open(folder / "other.sqlite") as room:
        room.articles.add([folder / f"{number}.txt" for number in sorted(last)])
        room.analysis.run()
        assert _named(room) == named


def _text(number: int, lines: set[str], source: str) -> str:
    return "\n\n".join([f"Title: Talks {number}\nSource: {source}", story(number), *sorted(lines)])
