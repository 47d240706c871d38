"""The desk: a reading room in a terminal."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from textual.app import App
from textual.theme import Theme

from reader.config import packaged
from reader.services import Newsroom
from reader.tui.background import Task
from reader.tui.screens.reading.room import ReadingRoom
from reader.tui.themes import DARK, LIGHT, THEME, double_underline, own_variables

_log = logging.getLogger(__name__)


def _stylesheets() -> str:
    """The desk's styles, from wherever they are: `styles/` of a checkout, or inside the installed package."""
    folder = packaged("styles")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".tcss"))
    return "\n".join(folder.joinpath(name).read_text("utf-8") for name in names)


class Desk(App[None]):
    """Holds the newsroom, the themes and the styles; the room does the rest."""

    TITLE = "Tadmor"
    ENABLE_COMMAND_PALETTE = False
    CSS = _stylesheets()

    def __init__(
        self,
        newsroom: Newsroom,
        name: str = "",
        task: Task | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        """`name` says which library this is; `task` is work to do behind the first screen.

        `environment` tells what the terminal can draw.
        """
        super().__init__()
        self.newsroom = newsroom
        self._library_name = name
        self._first_task = task or Task()
        self.animation_level = "none"
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        kept = newsroom.settings.get(THEME)
        self.theme = kept if kept in self.available_themes else DARK.name
        self.set_class(double_underline(environment), "-double-underline")

    def get_default_screen(self) -> ReadingRoom:
        """The reading room is the first and last screen."""
        return ReadingRoom(self.newsroom, self._library_name, self._first_task)

    def on_mount(self) -> None:
        """Follow the window in order, however quickly its sizes follow each other.

        A bare signal handler, as Textual sets one, may be interrupted by the next signal once it has asked for the size
        and then tells the older one last; the event loop runs one after the other.
        """
        if sys.platform == "win32" or self.is_headless:
            return
        follow = signal.getsignal(signal.SIGWINCH)
        if callable(follow):
            asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, follow, signal.SIGWINCH, None)

    def action_help_quit(self) -> None:
        """Ctrl+c with nothing selected: say how to leave, in the bottom line as everything else."""
        room = self.screen_stack[0]
        if isinstance(room, ReadingRoom):
            room.messages.say("q leaves Tadmor; Ctrl+c copies selected text.")

    def _handle_exception(self, error: Exception) -> None:
        """Log what ends the desk: Textual prints it in a terminal that is soon gone."""
        _log.critical("The desk failed", exc_info=error)
        super()._handle_exception(error)

    def get_css_variables(self) -> dict[str, str]:
        """Textual's variables and ours, for whichever theme is on."""
        variables = super().get_css_variables()
        theme: Theme = self.current_theme
        return {**own_variables(theme, variables), **variables}


def run(
    newsroom: Newsroom,
    paths: Sequence[str | Path] = (),
    mapping: Mapping[str, str] | None = None,
    *,
    name: str = "",
    stdin: BinaryIO | None = None,
) -> int:
    """Open the desk on a newsroom, add `paths` behind the first screen, and come back when it is left.

    Returns the exit status for the shell.
    """
    desk = Desk(newsroom, name, Task(paths, mapping, stdin))
    desk.run()
    return desk.return_code or 0
