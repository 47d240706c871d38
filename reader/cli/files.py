"""Files that commands write, and the path that means standard input or output."""

import os
import sys
from pathlib import Path

from reader.model import TadmorError

STDIN = "-"
"""The path that means standard input; where something is written, standard output."""


def write_text(file: str, text: str, *, force: bool) -> None:
    """Write a text that other programs read: to a file, or to standard output where `file` is -; UTF-8 everywhere.

    Raises:
        TadmorError: the file is there and `force` is false, or it cannot be written.
    """
    if file == STDIN:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        write_new(Path(file).expanduser(), text, force=force)


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write a file that is there whole or not at all; over one that is there only with `force`.

    Raises:
        TadmorError: something is there already, or it cannot be written.
    """
    if path.exists() and not force:
        raise TadmorError(f"{path} is there already. Choose another place, or write over it with --force.")
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise TadmorError(f"{path} cannot be written: {error.strerror or error}.") from error
