"""What the desk's tests share: an app on real services, what stands in for a screen, and waiting without sleeping."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from reader.model import TadmorError
from reader.services import Newsroom
from reader.tui.app import Desk
from reader.tui.background import Task
from reader.tui.changes import Act, Changes, Reason
from reader.tui.messages import Messages
from reader.tui.screens.reading.room import ReadingRoom
from reader.tui.screens.sheet import Sheet
from reader.tui.workbench import Workbench

Call = tuple[Any, ...]
"""The name of a method, and what it was called with."""


def desk(newsroom: Newsroom, task: Task | None = None, terminal: str = "xterm-kitty") -> Desk:
    """A desk in a terminal of this name."""
    return Desk(newsroom, "sample", task, {"TERM": terminal})


def front(app: App[None]) -> Screen[Any]:
    """The screen in front."""
    return app.screen


def room(app: App[None]) -> ReadingRoom:
    """The reading room, also while a sheet is in front of it."""
    found = app.screen_stack[0]
    assert isinstance(found, ReadingRoom)
    return found


async def settle(pilot: Pilot[None]) -> None:
    """Wait until messages are handled and no worker runs; what a last message sets off is waited for, too."""
    idle = 0
    while idle < 2:
        await pilot.pause()
        idle = idle + 1 if all(worker.is_finished for worker in pilot.app.workers) else 0


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, waiting for what each sets off."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def screen_text(app: App[None]) -> str:
    """What is on the screen, without styles."""
    strips: list[Strip] = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


# Without a screen


class Recorder:
    """A service that does nothing but keep what it is asked for."""

    def __init__(self, calls: list[Call]) -> None:
        self._calls = calls

    def __getattr__(self, name: str) -> Callable[..., str]:
        def method(*arguments: Any, **named: Any) -> str:
            self._calls.append((name, *arguments, *named.values()))
            return "Done."

        return method


class AtOnce(Changes):
    """Makes changes at once, where the caller stands."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def do(self, act: Act, *, shows: bool = True) -> None:
        try:
            self._messages.say(act() or "")
        except TadmorError as error:
            self._messages.fail(error)


class Stage:
    """What a command needs, without a screen: reading is real, and what would be changed is only kept in `calls`."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.calls: list[Call] = []
        self.said: list[str] = []
        self.ran: list[str] = []
        self.sheets: list[Sheet[Any]] = []
        self.answers: list[Any] = []
        """What the sheets that will be asked answer, in their order."""
        messages = Messages(lambda text, error: self.said.append(text))
        recorder: Any = Recorder(self.calls)
        services: dict[str, Any] = {
            "judgements": recorder,
            "history": recorder,
            "articles": _Both(newsroom.articles, recorder, "page"),
            "mentions": _Both(newsroom.mentions, recorder, "card"),
            "overrides": _Both(newsroom.overrides, recorder, "dismissed"),
        }
        self.newsroom = replace(newsroom, **services)
        self.reason = Reason()
        self.bench = Workbench(self.newsroom, AtOnce(messages), messages, self.reason, self.ran.append)

    def ask(self, sheet: Sheet[Any], done: Callable[[Any], None] | None = None) -> None:
        """Answer a sheet with the next of `answers`; without one, leave it."""
        self.sheets.append(sheet)
        if done is not None:
            done(self.answers.pop(0) if self.answers else None)


class _Both:
    """A service that reads as the real one and keeps the rest."""

    def __init__(self, real: Any, recorder: Any, reading: str) -> None:
        self._real, self._recorder, self._reading = real, recorder, reading.split()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real if name in self._reading else self._recorder, name)
