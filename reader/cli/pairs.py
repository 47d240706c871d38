"""Pairs from a file, for commands that would otherwise be started once for each: `--pairs FILE`."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from reader.cli.files import STDIN
from reader.config import expanded
from reader.model import TadmorError
from reader.untrusted import clean_line

Pairs = Annotated[
    str,
    typer.Option(
        "--pairs",
        metavar="FILE",
        help="Many pairs, one a line, what belongs to it parted by tabs; - is standard input.",
    ),
]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of such a file."""

    where: str
    """For a person: "pairs.tsv:12"."""
    cells: tuple[str, ...]
    """Two names, and what the command takes besides; cleaned."""


def read_pairs(file: str, least: int, most: int) -> Iterator[Line]:
    """The lines of a file; empty ones and those that begin with # are notes.

    Raises:
        TadmorError: the file cannot be read, or a line has fewer or more parts than the command takes.
    """
    name = "standard input" if file == STDIN else Path(file).name
    for number, line in enumerate(_text(file).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(clean_line(cell) for cell in line.split("\t"))
        where = f"{name}:{number}"
        if not (least <= len(cells) <= most) or not all(cells[:least]):
            parts = f"{least}" if least == most else f"{least} to {most}"
            raise TadmorError(f"{where} has not the {parts} parts, with a tab between them, that it should have.")
        yield Line(where, cells)


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == STDIN else expanded(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise TadmorError(f"{file} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise TadmorError(f"{file} is not UTF-8; save it as that.") from error
