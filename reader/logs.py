"""The log: what went wrong inside the program, with its traceback, in a file that is there when somebody asks.

The standard library's `logging`. Every module logs to `logging.getLogger(__name__)`; a program that only imports
`reader` decides by itself where that goes, the command line and the desk write it to a file (`start`). Titles and texts
of articles are logged at debug at most, and so are the words of exceptions, which may quote them.
"""

import logging
import os
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.model import TadmorError
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

FILE_VARIABLE = "TADMOR_LOG"
"""Environment variable that names the log's file."""

LEVEL_VARIABLE = "TADMOR_LOG_LEVEL"
"""Environment variable that says from which level on records are kept: one of `LEVELS`."""

LEVELS = ("debug", "info", "warning", "error")
"""What may be kept, from everything to failures only; `info` tells of every import, recognition and linking."""

DEFAULT_LEVEL = "warning"

MOST_BYTES, OLD_FILES = 1_000_000, 3
"""A log that has grown so large is put aside as `tadmor.log.1`, and so many old ones are kept."""

_REASON = 200
"""Code points of an exception's words that a sentence quotes."""

_logger = logging.getLogger("reader")


def log_file() -> Path:
    """Where the log is: the file that TADMOR_LOG names, else `tadmor.log` in the platform's log folder."""
    named = os.environ.get(FILE_VARIABLE)
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_log_path("tadmor", appauthor=False) / "tadmor.log"


def start(*, debug: bool = False) -> None:
    """Write what the program logs to its file, from the level of TADMOR_LOG_LEVEL on; all of it with `debug`.

    A second call begins anew. A log that cannot be written stops nothing.
    """
    # The standard library's own complaints about a log would be printed across the desk.
    logging.raiseExceptions = False
    stop()
    named = "debug" if debug else os.environ.get(LEVEL_VARIABLE, DEFAULT_LEVEL).strip().lower()
    level = named if named in LEVELS else DEFAULT_LEVEL
    _logger.setLevel(level.upper())
    _logger.addHandler(_LogFile(quoting=level == "debug"))
    if level != named:
        _logger.warning("%s is %r, which is none of %s", LEVEL_VARIABLE, named, ", ".join(LEVELS))


def stop() -> None:
    """Close the log."""
    handler = _handler()
    if handler is not None:
        _logger.removeHandler(handler)
        handler.close()


def told(error: BaseException, what: str = "Something went wrong") -> str:
    """The sentences that tell a person of an exception, whose traceback goes to the log: `what` happened, and why.

    A TadmorError is a sentence already; it was foreseen.
    """
    if isinstance(error, TadmorError):
        _logger.debug("Told: %s", error, exc_info=error)
        return str(error)
    _logger.error("%s", what, exc_info=error)
    return f"{what} ({reason(error)}). {where()} Please report it."


def reason(error: BaseException) -> str:
    """An exception on one clean line: its class and its words."""
    return clean_line(f"{type(error).__name__}: {error}", _REASON)


def where() -> str:
    """The sentence that says where the traceback of what was logged last is to be seen."""
    handler = _handler()
    if handler is None or handler.file is None:
        return "`tadmor --debug …` shows where."
    return f"{handler.file.baseFilename} says where."


def _handler() -> "_LogFile | None":
    return next((handler for handler in _logger.handlers if isinstance(handler, _LogFile)), None)


class _LogFile(logging.Handler):
    """Opens its rotating file with the first record: a run that logs nothing pays nothing and leaves no file."""

    def __init__(self, *, quoting: bool) -> None:
        """`quoting` keeps the words of exceptions."""
        super().__init__()
        self.setFormatter(_Formatter(quoting=quoting))
        self.file: RotatingFileHandler | None = None
        """None before the first record, and as long as the file cannot be opened."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, if the file can be opened."""
        if self.file is None:
            self._open()
        if self.file is not None:
            self.file.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self.file is not None:
            self.file.close()
        super().close()

    def _open(self) -> None:
        from logging.handlers import RotatingFileHandler

        # RuntimeError is what `expanduser` raises where there is no such home.
        with suppress(OSError, RuntimeError):
            path = log_file().expanduser()
            path.parent.mkdir(parents=True, exist_ok=True)
            self.file = RotatingFileHandler(
                path, maxBytes=MOST_BYTES, backupCount=OLD_FILES, encoding="utf-8", errors="backslashreplace"
            )
            self.file.setFormatter(self.formatter)


class _Formatter(logging.Formatter):
    """Lines with time, process, level and module; of an exception its frames and class, its words only if `quoting`."""

    def __init__(self, *, quoting: bool) -> None:
        super().__init__("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")
        self._quoting = quoting

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """The traceback, from the exception that came first to the one that was raised last."""
        if self._quoting:
            return super().formatException(ei)
        parts: list[str] = []
        error = ei[1]
        while error is not None:
            parts[:0] = [*traceback.format_tb(error.__traceback__), f"{type(error).__qualname__}\n"]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "".join(parts).rstrip()
