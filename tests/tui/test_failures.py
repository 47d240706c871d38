"""What nobody foresaw, in a worker or on the way: told in a sentence, with its traceback in the log."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from textual import events
from textual.app import App
from textual.screen import Screen
from textual.worker import WorkerFailed

from reader import logs
from reader.tui.app import Desk
from reader.tui.screens.sheet import Choose
from reader.tui.widgets.lines import Item

from .conftest import Filled
from .helpers import desk, room, settle
from .library import ARTICLES


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log of this test."""
    path = tmp_path / "tadmor.log"
    monkeypatch.setenv(logs.FILE_VARIABLE, str(path))
    logs.start()
    yield path
    logs.stop()


def search(text: str) -> Sequence[Item]:
    raise ValueError("odd")


class Bare(Desk):
    """The desk without its reading room."""

    def get_default_screen(self) -> Screen[None]:  # type: ignore[override]
        return Screen()

    def on_mount(self) -> None:
        search("")


async def test_what_ends_the_desk_is_logged(file: Path) -> None:
    app = Bare(MagicMock())
    await app.run_async(headless=True)
    assert app.return_code == 1
    assert "in search" in file.read_text("utf-8")


async def test_a_search_that_fails_leaves_its_sheet_open_and_is_logged(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, bool]] = []
    monkeypatch.setattr(Choose, "say", lambda sheet, text, *, error=False: told.append((text, error)))
    app: App[None] = App()
    async with app.run_test() as pilot:
        sheet = Choose("The same as", search, slow=True)
        await app.push_screen(sheet)
        with pytest.raises(WorkerFailed):
            await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen is sheet
    assert told == [(f"Something went wrong (ValueError: odd). {file} says where. Please report it.", True)]
    assert "in search" in file.read_text("utf-8")


@pytest.mark.parametrize(
    "keys", [["w", "enter", "enter"], ["question_mark", "escape", "escape"], ["w", "escape", "enter"]]
)
async def test_a_sheet_that_is_closed_twice_in_one_burst_closes_once(filled: Filled, keys: Sequence[str]) -> None:
    app = desk(filled(ARTICLES))
    async with app.run_test() as pilot:
        for key in keys:
            app.post_message(events.Key(key, None))
        await settle(pilot)
        assert app.screen_stack == [room(app)]
