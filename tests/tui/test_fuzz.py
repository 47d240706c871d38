"""The desk under a hail of keys, clicks and sizes that do not wait for each other: it neither ends nor stands still."""

import random
import time
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from hypothesis import settings
from textual import events
from textual.app import App

from reader.services import Newsroom
from reader.tui.commands import COMMANDS
from tests.conftest import QUICK_EXAMPLES

from .helpers import desk, settle

SIZES = ((120, 40), (160, 50), (80, 24), (40, 12), (20, 5))
SEEDS = 4
SHORT, LONG = 500, 20_000
"""Keys and clicks in all, of `make test` and of `make test-long`."""
ANSWER_SECONDS, PATIENCE_SECONDS = 3.0, 60.0
"""Longest that the desk may work on one burst before it looks at the next key, in seconds of its own thread: of
`make test-long`, and of `make test`, where it is a guard against standing still and no measure.
"""

TYPED = [*"syriak' \"(:-*é中", "backspace", "delete", "ctrl+u", "enter", "escape", "tab"]
KEYS = [key for command in COMMANDS if command.id != "quit" for chord in command.keys for key in chord.split()]
LEAVING = ["enter", "enter", "escape", "escape", "question_mark"]
"""More often than others: what opens and closes sheets is where bursts did harm."""


def hail(seed: int, app: App[None], much: int) -> Iterator[list[events.Event] | tuple[int, int]]:
    """Bursts of events, and now and then a new size."""
    chance = random.Random(seed)
    while much > 0:
        if chance.random() < 0.03:
            yield chance.choice(SIZES)
        burst: list[events.Event] = []
        for _ in range(chance.choice((1, 2, 3, 5, 8, 13))):
            much -= 1
            if chance.random() < 0.15:
                burst += click(chance, app)
            else:
                key = chance.choice(chance.choice((KEYS, KEYS, KEYS, LEAVING, TYPED)))
                burst.append(events.Key(key, key if len(key) == 1 else None))
        yield burst


def click(chance: random.Random, app: App[None]) -> list[events.Event]:
    """A press and a release somewhere on the screen."""
    x, y = chance.randrange(app.size.width), chance.randrange(app.size.height)
    at = (None, x, y, 0, 0, chance.choice((1, 1, 1, 2, 3)), False, False, False)
    return [events.MouseMove(*at), events.MouseDown(*at), events.MouseUp(*at)]


@pytest.mark.parametrize("seed", range(SEEDS))
async def test_whatever_is_pressed_the_desk_goes_on(
    seed: int, doubtful: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(webbrowser, "get", MagicMock(side_effect=webbrowser.Error))
    thorough = settings().max_examples > QUICK_EXAMPLES
    much, longest = (LONG, ANSWER_SECONDS) if thorough else (SHORT, PATIENCE_SECONDS)
    app = desk(doubtful)
    # The palette knows the way out, too.
    monkeypatch.setattr(app, "exit", lambda *arguments, **named: None)
    async with app.run_test(size=SIZES[0]) as pilot:
        for burst in hail(seed, app, much=much // SEEDS):
            began = time.thread_time()
            if isinstance(burst, tuple):
                await pilot.resize_terminal(*burst)
            else:
                for event in burst:
                    app.post_message(event)
            await settle(pilot)
            assert time.thread_time() - began < longest, burst
        assert app.is_running
    assert doubtful.doctor() == []
