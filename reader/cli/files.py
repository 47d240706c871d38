"""Files that commands write, and the path that means standard input or output."""

import os
import stat
import sys
from pathlib import Path

from reader.config import expanded
from reader.model import TadmorError

STDIN = "-"
"""The path that means standard input; where something is written, standard output."""


def write_text(file: str, text: str, *, force: bool, private: bool = False) -> None:
    """Write a text that other programs read: to a file, or to standard output where `file` is -; UTF-8 everywhere.

    Raises:
        TadmorError: the file is there and `force` is false, or it cannot be written.
    """
    if file == STDIN:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        write_new(expanded(file), text, force=force, private=private)


def write_new(path: Path, text: str, *, force: bool, private: bool = False) -> None:
    """Write a file that is there whole or not at all; over one that is there only with `force`, and in its mode.

    A new `private` one is its owner's only. What is no file, such as a device or a pipe, is written to and stays.

    Raises:
        TadmorError: something is there already, or it cannot be written.
    """
    try:
        # A link stays one: what it leads to is written.
        path = path.resolve() if path.is_symlink() else path
        there = path.stat() if path.exists() else None
        if there is not None and not stat.S_ISREG(there.st_mode):
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        if there is not None and not force:
            raise TadmorError(f"{path} is there already. Choose another place, or write over it with --force.")
        _replace(path, text, None if there is None else stat.S_IMODE(there.st_mode), private=private)
    except (OSError, RuntimeError) as error:
        raise TadmorError(f"{path} cannot be written: {getattr(error, 'strerror', None) or error}.") from error


def _replace(path: Path, text: str, mode: int | None, *, private: bool) -> None:
    """Write beside the file and put that in its place; nobody may read it meanwhile who may not read it then."""
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private or mode is not None else 0o666)
        with os.fdopen(opened, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        if mode is not None:
            part.chmod(mode)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
