"""What is kept of an article besides its text goes along from place to place."""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from pathlib import Path

import pytest

from reader import ner
from reader.library.repetition import ARTICLES
from reader.model import DateOrder, Field, Kind, Known, Mention, TadmorError
from reader.ner.protocol import Recogniser
from reader.services import Newsroom
from reader.sources import languages
from tests.services.test_known import STORY
from tests.services.test_repetition import ABOUT, story
from tests.services.test_work import Stumbles

URL = "https://ferry.example/2016/05/12/runs-again"
HEAD = f"---\ntitle: The ferry runs\nurl: {URL}\n---\n"
NOTE = f"{HEAD}{STORY[0].replace('for the first time', '*for the first time*')}\n"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom.open(tmp_path / "library.sqlite") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "in"
    found.mkdir()
    return found


def page(title: str, *paragraphs: str, url: str = "") -> str:
    """A page that says nowhere besides what its title is."""
    address = f'<link rel="canonical" href="{url}">' if url else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title>{address}</head><body>{text}</body></html>"


def titles(room: Newsroom) -> list[str]:
    return sorted(row.title for row in room.articles.listing().rows(0, 100))


def dates(room: Newsroom) -> dict[str, tuple[str, bool]]:
    return {row.title: (row.date, row.date_guessed) for row in room.articles.listing().rows(0, 100)}


def how(room: Newsroom, *paths: Path) -> list[Known]:
    return [one.how for one in room.articles.add(paths).known]


def test_a_renamed_note_goes_out_as_it_came_in(room: Newsroom, folder: Path) -> None:
    (folder / "note.md").write_text(NOTE, "utf-8")
    room.articles.add([folder])
    (folder / "note.md").rename(folder / "ferry.md")
    assert how(room, folder) == [Known.MOVED]
    assert "*for the first time*" in room.exports.article(1)


def test_a_copy_that_becomes_an_article_of_its_own_has_its_own_marks(room: Newsroom, folder: Path) -> None:
    for name, mark in (("a.md", "*"), ("b.md", "*"), ("c.md", "__"), ("d.md", "")):
        (folder / name).write_text(NOTE.replace(HEAD, "# The ferry runs\n\n").replace("*", mark), "utf-8")
        room.articles.add([folder / name])
    assert room.status().articles == 1
    # Marks may change without a word's doing so, in the article's own place or in another.
    (folder / "a.md").write_text((folder / "a.md").read_text("utf-8").replace("*", "***"), "utf-8")
    (folder / "d.md").write_text((folder / "d.md").read_text("utf-8").replace("goats", "`goats`"), "utf-8")
    assert room.articles.add([folder]).unchanged == 4
    assert "***for the first time***" in room.exports.article(1)
    for name, mark in (("a.md", "*for the first time*"), ("b.md", "__for the first time__"), ("c.md", "for the first")):
        (folder / name).write_text(f"# {name} was corrected\n\n{STORY[1]} That was {name}.\n", "utf-8")
        room.articles.add([folder])
        (number,) = (row.id for row in room.articles.listing("“The ferry runs”").rows(0, 9))
        assert mark in room.exports.article(number)
    assert not room.doctor()


def test_marks_go_and_come_with_the_text_that_is_longest(room: Newsroom, folder: Path) -> None:
    (folder / "note.md").write_text(NOTE, "utf-8")
    room.articles.add([folder])
    (folder / "saved.html").write_text(page("The ferry runs", *STORY, url=URL), "utf-8")
    assert how(room, folder) == [Known.LONGER]
    assert STORY[1] in room.exports.article(1)
    assert "*for the first time*" not in room.exports.article(1)
    (folder / "saved.html").write_text(page("The ferry runs", STORY[0][:150], url=URL), "utf-8")
    room.articles.add([folder])
    assert "*for the first time*" in room.exports.article(1)
    assert room.articles.add([folder]).unchanged == 2
    assert not room.doctor()


SITE = {
    f"{name}.html": page(f"{title} - Bree Post", *(f"{paragraph} {title}." for paragraph in STORY),
                         url=f"https://bree.example/{name}")
    for name, title in (("bridge", "Bridge closed"), ("rain", "Rain"), ("wind", "Wind"))
}  # fmt: skip


@pytest.mark.parametrize("order", [*permutations([*SITE, "rain.txt"])][::5])
def test_a_page_and_its_text_are_one_whatever_their_site_is_called(
    room: Newsroom, folder: Path, order: tuple[str, ...]
) -> None:
    text = "Title: Rain\nSource: Somebody else\n\n" + "\n\n".join(f"{paragraph} Rain." for paragraph in STORY)
    for name in order:
        (folder / name).write_text(SITE.get(name, text), "utf-8")
        room.articles.add([folder / name])
    assert titles(room) == ["Bridge closed", "Rain", "Wind"]
    assert room.articles.add([folder]).unchanged == 4
    assert titles(room) == ["Bridge closed", "Rain", "Wind"]
    assert not room.doctor()


def test_a_title_that_its_site_settled_stays_with_a_renamed_page_and_with_what_other_places_tell(
    room: Newsroom, folder: Path
) -> None:
    for name, text in SITE.items():
        (folder / name).write_text(text, "utf-8")
    room.articles.add([folder])
    (folder / "rain.html").rename(folder / "drizzle.html")
    text = "\n\n".join(f"{paragraph} Wind." for paragraph in STORY)
    (folder / "wind.txt").write_text(f"Title: Wind\nAuthor: Ada Brandt\nDate: 2016-05-12\n\n{text}\n", "utf-8")
    room.articles.add([folder])
    assert titles(room) == ["Bridge closed", "Rain", "Wind"]
    (wind,) = room.articles.listing("Wind").rows(0, 9)
    shown = room.articles.page(wind.id)
    assert shown is not None
    assert (shown.author, shown.date, shown.url) == ("Ada Brandt", "2016-05-12", "https://bree.example/wind")
    assert not room.doctor()


def test_pages_of_one_text_tell_of_the_site_that_its_title_goes_with(room: Newsroom, folder: Path) -> None:
    """An article that goes into another is a page of its site no more; its place is one still."""
    for name, text in SITE.items():
        (folder / name).write_text(text, "utf-8")
        (folder / f"copy of {name}").write_text(text, "utf-8")
    room.articles.add([folder])
    assert titles(room) == ["Bridge closed", "Rain", "Wind"]
    assert room.status().articles == 3
    # Two of three pages have another title now, in all their places.
    for name, title in (("rain.html", "Rain"), ("wind.html", "Wind")):
        for at in (name, f"copy of {name}"):
            (folder / at).write_text(SITE[name].replace(f"{title} - Bree Post", f"{title} today"), "utf-8")
    room.articles.add([folder])
    assert titles(room) == ["Bridge closed - Bree Post", "Rain today", "Wind today"]


def test_a_language_is_worked_out_for_places_that_are_new_or_changed(
    room: Newsroom, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def told(text: str, said: str) -> str:
        asked.append(text)
        return said or "en"

    monkeypatch.setattr(languages, "language_of", told)
    (folder / "note.md").write_text(NOTE, "utf-8")
    (folder / "copy.md").write_text(NOTE, "utf-8")
    (folder / "saved.html").write_text(page("The ferry runs", *STORY, url=URL), "utf-8")
    room.articles.add([folder])
    assert room.status().articles == 1
    assert len(asked) == 3
    assert room.articles.add([folder]).unchanged == 3
    assert len(asked) == 3
    (folder / "note.md").write_text(NOTE.replace("title:", "lang: fr\ntitle:"), "utf-8")
    room.articles.add([folder])
    assert len(asked) == 4
    room.articles.add([folder])
    assert len(asked) == 4


@pytest.fixture
def reopen(tmp_path: Path) -> Iterator[Callable[[], Newsroom]]:
    rooms: list[Newsroom] = []

    def opened() -> Newsroom:
        for one in rooms:
            one.close()
        rooms.append(Newsroom.open(tmp_path / "library.sqlite"))
        return rooms[-1]

    yield opened
    rooms[-1].close()


def test_what_could_not_be_recognised_is_known_in_its_new_place_and_tried_again_with_a_longer_text(
    reopen: Callable[[], Newsroom], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stumbles = Stumbles("market.")

    def load(*arguments: object, **options: object) -> Recogniser:
        return stumbles

    monkeypatch.setattr(ner, "load", load)
    room = reopen()
    (folder / "note.md").write_text(NOTE, "utf-8")
    room.articles.add([folder])
    with pytest.raises(TadmorError, match="too hard"):
        room.analysis.run()
    stumbles.read.clear()
    (folder / "note.md").rename(folder / "ferry.md")
    shutil.copy(folder / "ferry.md", folder / "copy.md")
    room.articles.add([folder])
    room.analysis.run()
    assert stumbles.read == []
    assert [problem.where for problem in room.doctor()] == ["article 1"]
    longer = [paragraph.replace("market.", "market") for paragraph in STORY]
    (folder / "saved.html").write_text(page("The ferry runs", *longer, url=URL), "utf-8")
    assert how(room, folder) == [Known.LONGER]
    room.analysis.run()
    assert room.doctor() == []


def _kerry(room: Newsroom) -> int:
    found = 0
    for row in room.articles.listing().rows(0, 100):
        shown = room.articles.page(row.id)
        assert shown is not None
        found += any(
            spot.field is Field.BODY and shown.body[spot.start : spot.end] == "John Kerry" for spot in shown.spots
        )
    return found


def test_what_a_folder_repeats_is_counted_where_its_articles_lie_now(
    reopen: Callable[[], Newsroom], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stumbles = Stumbles("nothing at all")
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: stumbles)
    room = reopen()
    (folder / "saved").mkdir()
    for number in range(ARTICLES):
        text = f"Talks {number}\n\n{' '.join(story(100 * number + day) for day in range(3))}\n\n{ABOUT}\n"
        (folder / "saved" / f"{number}.txt").write_text(text, "utf-8")
    room.articles.add([folder])
    room.analysis.run()
    assert _kerry(room) == 0
    (folder / "saved").rename(folder / "kept")
    assert len(how(room, folder)) == ARTICLES
    room.analysis.run()
    assert _kerry(room) == 0
    (folder / "kept" / "0.txt").rename(folder / "0.txt")
    assert how(room, folder) == [Known.MOVED]
    room.analysis.run()
    assert _kerry(room) == ARTICLES
    assert not room.doctor()


def test_dates_are_read_as_those_beside_the_place_that_the_text_is_from(room: Newsroom, folder: Path) -> None:
    text = "The ferry runs\n\n5/11/2015\n\n" + "\n\n".join(STORY)
    for name in ("here", "there"):
        (folder / name).mkdir()
        (folder / name / "ferry.txt").write_text(text, "utf-8")
        room.articles.add([folder / name])
    (folder / "there" / "well.txt").write_text("Well is dug\n\n25/11/2015\n\nThey dug it.", "utf-8")
    room.articles.add([folder / "there"])
    assert dates(room)["The ferry runs"] == ("2015-05-11", True)
    # Its own place has another text: the copy is an article again, though only the folder of the other was read.
    (folder / "here" / "ferry.txt").write_text("A barge sank\n\n6/11/2015\n\nNobody was aboard.", "utf-8")
    room.articles.add([folder / "here"])
    assert dates(room) == {
        "A barge sank": ("2015-06-11", True),
        "The ferry runs": ("2015-11-05", False),
        "Well is dug": ("2015-11-25", False),
    }
    (folder / "here" / "ferry.txt").unlink()
    (folder / "there" / "ferry.txt").rename(folder / "here" / "ferry.txt")
    room.articles.add([folder / "here"])
    assert dates(room)["The ferry runs"] == ("2015-05-11", True)
    assert not room.doctor()


def test_a_date_that_another_place_tells_stays_as_a_person_said_of_it(room: Newsroom, folder: Path) -> None:
    (folder / "a.txt").write_text("Title: The ferry runs\nSource: Bank Post\n\n" + "\n\n".join(STORY), "utf-8")
    (folder / "b.txt").write_text(
        "Title: The ferry runs\nSource: Bank Post\nDate: 5/11/2015\n\n" + "\n\n".join(STORY), "utf-8"
    )
    room.articles.add([folder])
    assert dates(room) == {"The ferry runs": ("2015-05-11", True)}
    room.dates.order("Bank Post", DateOrder.DAY_FIRST)
    assert dates(room) == {"The ferry runs": ("2015-11-05", False)}
    shutil.copy(folder / "a.txt", folder / "c.txt")
    again = room.articles.add([folder])
    assert (again.dated, dates(room)) == ([], {"The ferry runs": ("2015-11-05", False)})


def test_a_copy_of_a_short_text_whose_date_was_told_by_others_is_one(room: Newsroom, folder: Path) -> None:
    (folder / "a.txt").write_text("Mill is mended\n\n5/11/2015\n\nThey mended it.", "utf-8")
    (folder / "b.txt").write_text("Well is dug\n\n25/11/2015\n\nThey dug it.", "utf-8")
    room.articles.add([folder])
    assert dates(room)["Mill is mended"] == ("2015-11-05", False)
    shutil.copy(folder / "a.txt", folder / "c.txt")
    assert how(room, folder) == [Known.COPY]
    assert dates(room)["Mill is mended"] == ("2015-11-05", False)


class Bodies:
    """A recogniser of one ministry."""

    name = "bodies"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        return [
            [Mention(*match.span(), Kind.ORGANISATION, 1.0, "bodies") for match in re.finditer("Health Ministry", text)]
            for text in texts
        ]


@pytest.mark.parametrize("order", [*permutations(("a.txt", "b.html"))])
def test_where_its_outlet_is_at_home_may_be_told_by_another_place(
    room: Newsroom, folder: Path, monkeypatch: pytest.MonkeyPatch, order: tuple[str, str]
) -> None:
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Bodies())
    text = "The Health Ministry said nothing of the ferry. " * 8
    written = {
        "a.txt": f"Title: The ferry runs\nSource: Bank Post\n\n{text}",
        "b.html": page("The ferry runs", text, url="https://ferry.example.ke/1"),
    }
    for name in order:
        (folder / name).write_text(written[name], "utf-8")
        room.articles.add([folder / name])
        room.analysis.run()
    assert room.status().articles == 1
    assert room.library.reader().column("SELECT state FROM node WHERE chains > 0") == ["state:ke"]
