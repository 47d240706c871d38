"""Work behind the desk: what it tells, and that it moves nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.library.articles import put
from reader.linking.candidates import KnownNames
from reader.linking.nodes import Identity, Node
from reader.model import Incoming, Kind, Known, Origin, Problem, TadmorError
from reader.names.analyse import analyse
from reader.services import Intake, Newsroom, Progress
from reader.services.views import KnownAlready
from reader.tui.background import Background, Task, outcome, problems
from tests.tui.conftest import Filled
from tests.tui.helpers import desk, press, room, screen_text, settle

WIDE, MEDIUM = (130, 40), (90, 24)
NOTHING = Intake(0, 0, 0, 0, ())
HERE, THERE = Origin("/news/b.txt"), Origin("/news/a.txt")
LENA = Node(Identity("person:lenna brandt", Kind.PERSON), analyse("Lenna Brandt", Kind.PERSON))
ODD = Problem("b.txt", "is odd.", "Mend it.")


class Troubled:
    """Analysis that fails after it is done, and counts how often it links."""

    def __init__(self, newsroom: Newsroom, trouble: Exception | None = None) -> None:
        self._analysis, self._trouble = newsroom.analysis, trouble
        self.linked = 0

    def run(self, first: Sequence[int], **told: Any) -> None:
        self._analysis.run(first, **told)
        if self._trouble is not None:
            told["progress"](Progress("recognising", 1, 2))
            raise self._trouble

    def settle(self, **told: Callable[..., Any]) -> bool:
        self.linked += 1
        return True


def troubled(newsroom: Newsroom, trouble: Exception | None = None) -> tuple[Newsroom, Troubled]:
    """The same services, with such an analysis."""
    analysis: Any = Troubled(newsroom, trouble)
    return replace(newsroom, analysis=analysis), analysis


def story(folder: Path, text: str = "Soldiers came to Palmyra.") -> Path:
    """A folder with one article."""
    (folder / "story.md").write_text(f"# A story\n\n{text}\n", encoding="utf-8")
    return folder


async def test_work_behind_the_desk_reports_and_refreshes(newsroom: Newsroom, tmp_path: Path) -> None:
    app = desk(newsroom, Task(paths=[story(tmp_path)]))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert newsroom.status().waiting == 0
        assert newsroom.actors.find("Palmyra").articles == 3
        text = screen_text(app)
        assert "1 added." in text
        assert "A story" in text
        assert room(app).status.busy == ""
        room(app).post_message(Background.Progressed(Progress("recognising", 37, 804)))
        await settle(pilot)
        assert "recognising 37 of 804" in screen_text(app)


@pytest.mark.parametrize("trouble", [TadmorError("Article 7 is too much; please report it."), ValueError("odd")])
async def test_work_that_fails_says_so_and_leaves_the_rest_done(
    newsroom: Newsroom, tmp_path: Path, trouble: Exception
) -> None:
    failing, _ = troubled(newsroom, trouble)
    app = desk(failing, Task(paths=[story(tmp_path)]))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert str(trouble) in screen_text(app)
        assert room(app).status.busy == ""
        assert newsroom.status().waiting == 0
        await press(pilot, "L")
        assert str(trouble) in screen_text(app)


async def test_paths_that_cannot_be_read_keep_nothing_from_being_recognised(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.articles.add([story(tmp_path)])
    assert newsroom.status().waiting == 1
    app = desk(newsroom, Task(paths=[tmp_path / "nowhere"]))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "could not be read" in screen_text(app)
        assert newsroom.status().waiting == 0


async def test_a_desk_makes_ready_what_the_first_verdict_needs(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("id\tkind\tname\nown:lena\tperson\tLena Brandt\n", encoding="utf-8")
    with Newsroom.open(sample) as newsroom:
        newsroom.dictionaries.add(own)
        newsroom.analysis.settle()
    with Newsroom.open(sample) as newsroom:
        async with desk(newsroom).run_test(size=WIDE) as pilot:
            await settle(pilot)
        monkeypatch.delattr(KnownNames, "__init__")
        assert [*newsroom.known.dictionary.prepared(KnownNames).met_by(LENA)]


async def test_a_folder_without_articles_is_told_of(filled: Filled, tmp_path: Path) -> None:
    app = desk(filled(), Task(paths=[tmp_path]))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert outcome(NOTHING)[0] in text
        assert "tadmor read FOLDER" in text


@pytest.mark.parametrize(
    ("intake", "said"),
    [
        (NOTHING, ("No article was found in what was given.", True)),
        (replace(NOTHING, unchanged=3), ("", False)),
        (replace(NOTHING, added=1200, updated=2), ("1,200 added, 2 updated.", False)),
        (
            replace(NOTHING, updated=1, known=[KnownAlready(HERE, 1, THERE, how) for how in Known]),
            ("1 updated, 3 known already.", False),
        ),
        (
            replace(NOTHING, added=1, problems=[Problem("a", "b")]),
            ("1 added, 1 could not be read; L lists them.", True),
        ),
    ],
)
def test_what_came_in_is_told_in_one_line(intake: Intake, said: tuple[str, bool]) -> None:
    assert outcome(intake) == said


def test_what_could_not_be_read_is_told_with_its_remedy() -> None:
    intake = replace(NOTHING, problems=[Problem("a.txt", "is empty"), ODD])
    assert [*problems(intake)] == ["a.txt: is empty", "b.txt: is odd. Mend it."]


async def test_new_articles_do_not_move_what_the_eye_is_on(filled: Filled) -> None:
    newsroom = filled([(f"Story {i}", "Desert Post", f"2016-01-{i:02}", "Palmyra. " * 200) for i in range(1, 29)])
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        here = room(app)
        await press(pilot, *["j"] * 15)
        row, line = here.articles.cursor_row, here.articles.cursor_index * 2 - here.articles.scroll_offset.y
        with newsroom.library.write() as db:
            for at in range(5):
                put(db, Incoming(Origin(f"/new/{at}.md"), "New", "x", source="Desert Post", date="2017-01-01"))
        here.list_query.again()
        await settle(pilot)
        assert here.articles.cursor_row == row
        assert here.articles.cursor_index * 2 - here.articles.scroll_offset.y == line
        await press(pilot, "enter", "pagedown", "j")
        scroll = here.view.scroll_offset
        here.opened.reload()
        await settle(pilot)
        assert here.view.scroll_offset == scroll


async def test_a_row_of_verdicts_is_linked_once_and_linking_goes_on_where_one_came_meanwhile(
    newsroom: Newsroom,
) -> None:
    counting, analysis = troubled(newsroom)
    app = desk(counting)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        here = room(app)
        await press(pilot, "s", "s", "s")
        assert analysis.linked == 0
        here.background.settle()
        here.background.settle()
        await settle(pilot)
        assert analysis.linked == 2
