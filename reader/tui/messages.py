"""What is said to the reader, and kept: every message has its place in the log."""

from collections.abc import Callable

from reader.logs import told


class Messages:
    """One line after the other; whoever shows them is told of each."""

    def __init__(self, show: Callable[[str, bool], None]) -> None:
        """`show` is handed each line, and whether it tells of a failure."""
        self._show = show
        self.log: list[tuple[str, bool]] = []
        """All of them, the oldest first, with whether they tell of a failure."""

    def say(self, text: str, *, error: bool = False) -> None:
        """Show one line for a while, and keep it."""
        if text:
            self.keep(text, error=error)
            self._show(text, error)

    def keep(self, text: str, *, error: bool = False) -> None:
        """Keep a line for the log that is not shown, or shown elsewhere."""
        self.log.append((text, error))

    def fail(self, error: BaseException) -> None:
        """Say what went wrong: one of ours is a sentence; of any other the traceback goes to the log."""
        self.say(told(error), error=True)
