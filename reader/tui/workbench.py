"""What is handed to whatever changes the library from the desk: sheets, and the commands of the reading room."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.services import Newsroom
from reader.tui.changes import Changes, Reason
from reader.tui.messages import Messages


@dataclass(frozen=True, slots=True)
class Workbench:
    """The library's services, and the ways to change it and to speak of it."""

    newsroom: Newsroom
    changes: Changes
    messages: Messages
    reason: Reason
    run: Callable[[str], None]
    """Runs a command of the reading room by its id."""
