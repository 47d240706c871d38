"""What the desk's tests share: an app on a fake newsroom, and waiting without sleeping."""

from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip

from reader.desk.app import Desk
from reader.desk.background import Task
from reader.desk.screens.reading import ReadingRoom
from tests.desk.fake import FakeNewsroom


def desk(newsroom: FakeNewsroom | None = None, task: Task | None = None, terminal: str = "xterm-kitty") -> Desk:
    """A desk over a few articles, in a terminal of this name."""
    return Desk(newsroom or FakeNewsroom.of(), "sample", task, {"TERM": terminal})


def room(app: App[None]) -> ReadingRoom:
    """The reading room, also while a sheet is in front of it."""
    found = app.screen_stack[0]
    assert isinstance(found, ReadingRoom)
    return found


async def settle(pilot: Pilot[None]) -> None:
    """Wait until messages are handled and no worker runs."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.pause(0.001)
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, waiting for what each sets off."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def screen_text(app: App[None]) -> str:
    """What is on the screen, without styles."""
    strips: list[Strip] = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
