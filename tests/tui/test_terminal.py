"""The desk in a real pseudo-terminal: it starts, follows the window, and leaves the terminal as it was."""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte
import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 120
"""A guard against hanging, not a measure: a loaded machine may take its time."""
LARGEST = 200, 60
"""Columns and rows of a screen on which nothing that is drawn for a window of these tests is cut or wrapped."""
PROGRAM = """
import sys
from pathlib import Path
from reader.tui.app import run
from reader.services import Newsroom

with Newsroom.open(Path(sys.argv[1])) as newsroom:
    raise SystemExit(run(newsroom, name="sample"))
"""
OVERTAKEN = """
import fcntl, shutil, struct, termios

ask = shutil.get_terminal_size

def overtaken(*arguments):
    size = ask(*arguments)
    if size.columns == 30:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return size

shutil.get_terminal_size = overtaken
"""
"""The window gets its next size, and says so, while the program has done nothing yet with the size it asked for."""


def _set_size(file: int, columns: int, rows: int) -> None:
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Terminal:
    """A program in a pseudo-terminal, and the screen that a person would see."""

    def __init__(self, library: Path, columns: int, rows: int, program: str = PROGRAM, **environment: str) -> None:
        self.screen = pyte.Screen(*LARGEST)
        self.expect(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            _set_size(0, columns, rows)
            os.chdir(ROOT)
            kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
            terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
            os.execve(
                sys.executable, [sys.executable, "-c", program, str(library)], {**kept, **terminal, **environment}
            )

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, of which the kernel tells the program."""
        self.expect(columns, rows)
        _set_size(self.file, columns, rows)

    def expect(self, columns: int, rows: int) -> None:
        """Look at nothing but what is drawn for a window of this size, from now on."""
        self.columns, self.rows = columns, rows
        self.screen.buffer.clear()

    def type(self, keys: str) -> None:
        os.write(self.file, keys.encode())

    def _read(self) -> None:
        """Draw what the program wrote, and forget what reaches beyond the window: it was drawn for a larger one."""
        data = os.read(self.file, 65536)
        self.raw += data
        for piece in re.split(rb"(?=\x1b)", data):
            self._stream.feed(piece)
            if self.screen.cursor.x > self.columns or self.screen.cursor.y >= self.rows:
                self.screen.buffer.clear()

    def _drawn(self) -> bool:
        """Every cell was drawn; what was drawn for a smaller window leaves some out."""
        cells = ((row, column) for row in range(self.rows) for column in range(self.columns))
        return all(column in self.screen.buffer[row] for row, column in cells)

    def until(self, seen: Callable[[str], bool]) -> str:
        """Read until the whole screen is drawn and as wished; fails with the screen otherwise."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            text = self._text()
            if self._drawn() and seen(text):
                return text
            if select.select([self.file], [], [], 1)[0]:
                try:
                    self._read()
                except OSError:
                    break
        pytest.fail("never came:\n" + self._text())

    def _text(self) -> str:
        return "\n".join(line[: self.columns] for line in self.screen.display[: self.rows])

    def end(self) -> int:
        """Wait for the program to end; its exit status."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            if select.select([self.file], [], [], 0.1)[0]:
                try:
                    self.raw += os.read(self.file, 65536)
                except OSError:
                    break
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_start_resize_read_and_quit(sample: Path) -> None:
    terminal = Terminal(sample, 120, 36)
    terminal.until(lambda text: "The museum counts" in text and "ACTORS HERE" in text)
    terminal.resize(60, 15)
    terminal.until(lambda text: "Soldiers walk" in text and "│" not in text)
    terminal.resize(30, 6)
    terminal.until(lambda text: "Tadmor needs 40x10" in text)
    terminal.resize(1, 1)
    terminal.resize(80, 24)
    terminal.until(lambda text: "The museum counts" in text and "ARTICLES" in text)
    terminal.type("\r")
    terminal.until(lambda text: "next mention" in text or "first actor" in text)
    terminal.type("n")
    terminal.until(lambda text: "next article with Palmyra" in text)
    terminal.type("q")
    assert terminal.end() == 0
    assert b"\x1b[?1049l" in terminal.raw, "the terminal's own screen is back"


def test_a_size_that_overtakes_another_is_the_one_shown(sample: Path) -> None:
    terminal = Terminal(sample, 120, 36, OVERTAKEN + PROGRAM)
    terminal.until(lambda text: "The museum counts" in text and "ACTORS HERE" in text)
    terminal.expect(80, 24)
    _set_size(terminal.file, 30, 6)
    terminal.until(lambda text: "The museum counts" in text and "ARTICLES" in text)
    terminal.type("q")
    assert terminal.end() == 0


def test_without_colour_nothing_is_coloured_and_kinds_still_differ(sample: Path) -> None:
    terminal = Terminal(sample, 100, 30, NO_COLOR="1")
    terminal.until(lambda text: "The museum counts" in text and "Kurds" in text)
    terminal.type("q")
    assert terminal.end() == 0
    colours = {
        (cell.fg, cell.bg) for row in terminal.screen.buffer.values() for cell in row.values() if cell.data.strip()
    }
    greys = {fg for fg, _ in colours if len(fg) == 6 and fg[:2] == fg[2:4] == fg[4:]}
    assert {fg for fg, _ in colours} <= greys | {"default"}
