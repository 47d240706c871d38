"""Work behind the desk: what it tells, and that it moves nothing."""

import pytest
from reader.desk.ports import Intake, Progress

from reader.desk.background import Task
from reader.model import TadmorError
from tests.desk.fake import FakeNewsroom
from tests.desk.helpers import desk, press, room, screen_text, settle

WIDE, MEDIUM = (130, 40), (90, 24)


async def test_work_behind_the_desk_reports_and_refreshes() -> None:
    newsroom = FakeNewsroom.of()
    newsroom.work = [1, 2, 3]
    app = desk(newsroom, Task(paths=["folder"]))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert newsroom.work == []
        assert "1 added." in screen_text(app)
        assert room(app).status.busy == ""
        room(app).background.progressed(Progress("recognising", 37, 804))
        await settle(pilot)
        assert "recognising 37 of 804" in screen_text(app)


@pytest.mark.parametrize("trouble", [TadmorError("Article 7 is too much; please report it."), ValueError("odd")])
async def test_work_that_fails_says_so_and_leaves_the_rest_done(trouble: Exception) -> None:
    newsroom = FakeNewsroom.of()
    newsroom.work, newsroom.trouble = [1, 2], trouble
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert str(trouble) in screen_text(app)
        assert room(app).status.busy == ""
        assert newsroom.work == []
        await press(pilot, "L")
        assert str(trouble) in screen_text(app)


async def test_paths_that_cannot_be_read_keep_nothing_from_being_recognised() -> None:
    newsroom = FakeNewsroom.of()
    newsroom.work = [1]

    def add(*args: object, **named: object) -> Intake:
        raise TadmorError("There is no folder of that name.")

    newsroom.add = add  # type: ignore[method-assign]
    app = desk(newsroom, Task(paths=["folder"]))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "There is no folder of that name." in screen_text(app)
        assert newsroom.work == []


async def test_a_folder_without_articles_is_told_of() -> None:
    newsroom = FakeNewsroom()
    newsroom.add = lambda *args, **named: Intake(0, 0, 0, 0, ())  # type: ignore[method-assign]
    app = desk(newsroom, Task(paths=["folder"]))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "No article was found in" in screen_text(app)
        assert "tadmor read FOLDER" in screen_text(app)


async def test_new_articles_do_not_move_what_the_eye_is_on() -> None:
    newsroom = FakeNewsroom.of(
        [(f"Story {i}", "Desert Post", f"2016-01-{i:02}", "Palmyra. " * 200) for i in range(1, 29)]
    )
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        here = room(app)
        await press(pilot, *["j"] * 15)
        row, line = here.articles.cursor_row, here.articles.cursor_index * 2 - here.articles.scroll_offset.y
        newer = FakeNewsroom.of([("New", "Desert Post", "2017-01-01", "x")] * 5).pages
        for number, page in newer.items():
            newsroom.pages[100 + number] = type(page)(*[100 + number, *[getattr(page, f) for f in page.__slots__[1:]]])
        here.relist_here()
        await settle(pilot)
        assert here.articles.cursor_row == row
        assert here.articles.cursor_index * 2 - here.articles.scroll_offset.y == line
        await press(pilot, "enter", "pagedown", "j")
        scroll = here.view.scroll_offset
        here.travel.reload()
        await settle(pilot)
        assert here.view.scroll_offset == scroll


async def test_a_row_of_verdicts_is_linked_once_and_linking_goes_on_where_one_came_meanwhile() -> None:
    newsroom = FakeNewsroom.of()
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        here = room(app)
        for _ in range(3):
            await here.acts.perform(lambda: "Judged.")
        assert newsroom.settled == 0
        here.background.settle()
        here.background.settle()
        await settle(pilot)
        assert newsroom.settled == 2
