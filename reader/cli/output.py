"""How the command line prints: JSON, aligned lines, problems, progress. Strangers' text is printed, never parsed."""

import json
import math
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import typer

from reader.model import Evidence, Problem
from reader.untrusted import shown

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from reader.services import Progress

NARROWEST = 40
"""Columns below which lines are no longer shortened to the terminal: they would say nothing."""


def say(line: str = "") -> None:
    """Print a line of output."""
    typer.echo(shown(line))


def note(line: str) -> None:
    """Print a line about the output, which a pipe does not get."""
    typer.echo(shown(line), err=True)


def print_json(value: Any) -> None:
    """Print one JSON value on one line."""
    say(_dump(value))


def print_json_list(items: Iterable[Any]) -> None:
    """Print a JSON array, one item a line, without holding all of it."""
    empty = True
    for item in items:
        say(("[" if empty else ",") + _dump(item))
        empty = False
    say("[]" if empty else "]")


def _dump(value: Any) -> str:
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    return json_text(value, ascii_only=plain)


def json_text(value: Any, *, ascii_only: bool = False) -> str:
    """A value as JSON on one line; a number that JSON does not have (`NaN`, `Infinity`) is null."""
    try:
        return json.dumps(value, ensure_ascii=ascii_only, allow_nan=False)
    except ValueError:
        return json.dumps(_finite(value), ensure_ascii=ascii_only, allow_nan=False)


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(one) for key, one in value.items()}
    return [_finite(one) for one in value] if isinstance(value, list | tuple) else value


def print_problems(problems: Sequence[Problem]) -> None:
    """Say on standard error what could not be read, one line each: where, what, what to do."""
    for problem in problems:
        note(f"{problem.where}: " + " ".join(map(_sentence, filter(None, (problem.what, problem.remedy)))))


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else words + "."


def width() -> int:
    """Columns to print in; without a terminal there is no limit, so that nothing is cut in a pipe."""
    if not sys.stdout.isatty():
        return sys.maxsize
    return shutil.get_terminal_size().columns


def print_columns(rows: Iterable[Sequence[str]], *, right: Sequence[int] = (), sample: int = 1000) -> None:
    """Print rows in aligned columns; `right` names the columns aligned right, and the last column takes what is left.

    Widths come from the first `sample` rows, so that a long list starts to print at once.
    """
    from itertools import chain, islice

    from rich.cells import cell_len, set_cell_size

    coming = iter(rows)
    first = list(islice(coming, sample))
    if not first:
        return
    widths = [max(cell_len(row[column]) for row in first) for column in range(len(first[0]) - 1)]
    left = width() - sum(widths) - 2 * len(widths)
    for row in chain(first, coming):
        cells = []
        for column, cell in enumerate(row[:-1]):
            space = " " * (widths[column] - cell_len(cell))
            cells.append(space + cell if column in right else cell + space)
        last = row[-1]
        if left >= NARROWEST and cell_len(last) > left:
            last = set_cell_size(last, left - 1) + "…"
        say("  ".join([*cells, last]).rstrip())


def evidence_lines(evidence: Iterable[Evidence]) -> Iterator[str]:
    """Reasons as the card shows them: sign, sentence, weight; pieces of two names beside each other in columns.

    What only says when a link would be wrong has no weight, and shows none.
    """
    from rich.cells import cell_len

    from reader.names.wording import sentence

    reasons = list(evidence)
    pairs = [reason for reason in reasons if reason.left and reason.right]
    lefts = max((cell_len(reason.left) for reason in pairs), default=0)
    rights = max((cell_len(reason.right) for reason in pairs), default=0)
    for reason in reasons:
        beside = ""
        if reason.left and reason.right:
            gaps = lefts - cell_len(reason.left) + 2, rights - cell_len(reason.right) + 2
            beside = f"{reason.left}{' ' * gaps[0]}{reason.right}{' ' * gaps[1]}"
        weight = f"  ({reason.weight:+.2f})" if reason.weight else ""
        yield f"  {reason.sign.value} {beside}{sentence(reason)}{weight}"


def reasons_line(evidence: Iterable[Evidence]) -> str:
    """Reasons on one line, each with its weight."""
    from reader.names.wording import sentence

    return "; ".join(
        f"{sentence(reason)} ({reason.weight:+.2f})" if reason.weight else sentence(reason) for reason in evidence
    )


def evidence_json(evidence: Iterable[Evidence]) -> list[Mapping[str, Any]]:
    """Reasons for other programs; `left` and `right` where pieces of two names are compared."""
    from reader.names.wording import rule, sentence

    return [
        {"sign": reason.sign.value, "rule": rule(reason), "words": sentence(reason), "weight": reason.weight}
        | ({"left": reason.left, "right": reason.right} if reason.left and reason.right else {})
        for reason in evidence
    ]


@contextmanager
def progress_bar() -> Iterator[Callable[["Progress"], None]]:
    """A bar on standard error, one line for each stage of the work; nothing at all where that is no terminal.

    It comes with the first word of progress: most commands have nothing to show, and need not load Rich for it.
    """
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    with ExitStack() as shown:
        bars: Bars | None = None
        stages: dict[str, TaskID] = {}

        def show(progress: "Progress") -> None:
            nonlocal bars
            bars = bars or shown.enter_context(_bars())
            if progress.stage not in stages:
                stages[progress.stage] = bars.add_task(progress.stage, total=progress.total)
            bars.update(stages[progress.stage], completed=progress.done, total=progress.total)

        yield show


def _bars() -> "Bars":
    from rich import progress as bar
    from rich.console import Console

    columns = (
        bar.TextColumn("{task.description}", markup=False),
        bar.BarColumn(),
        bar.MofNCompleteColumn(),
        bar.TimeRemainingColumn(),
    )
    return bar.Progress(*columns, console=Console(stderr=True), transient=True)
