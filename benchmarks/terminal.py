"""A program in a real pseudo-terminal, and how long it takes to answer a key.

An answer lasts from the key to the last byte written before the terminal was still; the terminal's own drawing is not
in it. Processor time is read beside it, since it does not depend on what else the machine does.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

COLUMNS, ROWS = 120, 40

QUIET = 0.15
"""Seconds without a byte after which an answer is over; slow enough to take in an answer that comes in two writes."""

FIRST = 5.0
"""Seconds to wait for an answer's first byte; a key that changes nothing on the screen has none."""

PATIENCE = 300.0
"""Seconds after which a program that does not answer is given up."""

KEYS = {"enter": "\r", "esc": "\x1b", "down": "\x1b[B", "pgdn": "\x1b[6~", "end": "\x1b[F", "home": "\x1b[H"}


@dataclass(frozen=True, slots=True)
class Answer:
    """How long an answer took: seconds on the clock, and seconds of processor time of the program."""

    wall: float
    cpu: float


class Terminal:
    """A running program, its keys and its screen's bytes; a context manager that ends the program."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        self.seen = bytearray()
        self._ended = False
        self._begun = time.perf_counter()
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"} | dict(environment or {}))
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            try:
                os.execvp(command[0], list(command))
            finally:
                os._exit(127)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._process, signal.SIGTERM)
        end = time.monotonic() + 2
        while os.waitpid(self._process, os.WNOHANG) == (0, 0):
            # What it still writes must be read, or it waits for us and never ends.
            self._read(0.05)
            if time.monotonic() > end:
                os.kill(self._process, signal.SIGKILL)
        os.close(self._terminal)

    def cpu(self) -> float:
        """Seconds of processor time that the program has used, all threads."""
        tasks = Path(f"/proc/{self._process}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def started(self, marker: str) -> Answer:
        """Wait until `marker` has been written; the time since the program was started."""
        while marker.encode() not in self.seen:
            self._read(1.0)
            if self._ended or time.perf_counter() - self._begun > PATIENCE:
                raise TimeoutError(f"{marker!r} did not come; the last bytes: {bytes(self.seen[-500:])!r}")
        return Answer(time.perf_counter() - self._begun, self.cpu())

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until the program has written nothing for a while."""
        self._answer(time.perf_counter(), quiet)

    def press(self, key: str) -> Answer:
        """Type a key (or its name in `KEYS`), and wait for the end of the answer."""
        begun, used = time.perf_counter(), self.cpu()
        os.write(self._terminal, KEYS.get(key, key).encode())
        return Answer(self._answer(begun, QUIET) - begun, self.cpu() - used)

    def _answer(self, begun: float, quiet: float) -> float:
        last = begun
        patience = max(quiet, FIRST)
        while self._read(patience):
            last, patience = time.perf_counter(), quiet
            if last - begun > PATIENCE:
                break
        return last

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return False
        try:
            came = os.read(self._terminal, 1 << 16)
        except OSError:
            # So a pseudo-terminal says that its program has ended.
            came = b""
        self._ended = not came
        self.seen += came
        return bool(came)
