"""Changes of the library: made in a thread, one after the other, and shown."""

import asyncio
from collections.abc import Callable
from typing import TypeAlias

from textual.widget import Widget

from reader.model import TadmorError
from reader.tui.messages import Messages
from reader.tui.widgets.bars import StatusLine

PATIENCE_SECONDS = 0.3
"""How long a change may take before the header says that something is going on."""

Act: TypeAlias = Callable[[], str | None]
"""Makes a change and says in one line what it was, or nothing where that goes without saying."""


class Changes:
    """Makes what a person changes, in the order asked."""

    def __init__(
        self, host: Widget, messages: Messages, status: StatusLine, made: Callable[[], None], show: Callable[[], None]
    ) -> None:
        """`made` is called after every change, `show` where the screen has to show it; `host` has the workers."""
        self._host = host
        self._messages = messages
        self._status = status
        self._made = made
        self._show = show
        self._turn = asyncio.Lock()

    def do(self, act: Act, *, shows: bool = True) -> None:
        """Make a change and say what came of it; `shows` is whether anything on the screen depends on it."""
        self._host.run_worker(self._do(act, shows), group="changes", exit_on_error=False)

    async def _do(self, act: Act, shows: bool) -> None:
        try:
            said = await self.perform(act)
        except TadmorError as error:
            self._messages.fail(error)
            return
        self._messages.say(said or "")
        if shows:
            self._show()

    async def perform(self, act: Act) -> str | None:
        """Make a change, after those that were asked for before; what to say of it.

        Raises TadmorError when it cannot be made.
        """
        async with self._turn:
            work = asyncio.ensure_future(asyncio.to_thread(act))
            done, _ = await asyncio.wait({work}, timeout=PATIENCE_SECONDS)
            busy = self._status.busy
            if not done:
                self._status.tell(busy="working")
            try:
                said = await work
            finally:
                if self._status.busy == "working":
                    self._status.tell(busy=busy)
        self._made()
        return said


class Reason:
    """Why the next verdict is given, in the person's words."""

    def __init__(self) -> None:
        """No reason is given yet."""
        self.words = ""

    def take(self) -> str:
        """The words, for the verdict that is being given; the one after it has none."""
        words, self.words = self.words, ""
        return words
