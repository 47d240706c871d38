"""Articles in: from sources to the library, a batch at a time, so that a stop at any moment keeps what was done."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from reader.library.articles import Put, put
from reader.library.store import Library
from reader.model import Incoming, Problem
from reader.services.dating import kin, settle_orders
from reader.services.views import Intake, Progress

_log = logging.getLogger(__name__)

BATCH = 200
"""Articles in one transaction: so many that commits cost nothing, so few that a kill loses a moment's work."""

BATCH_SECONDS = 0.5
"""A batch is written after this time even when it is small, so that the list fills while a slow source is read."""


def take_in(
    library: Library,
    paths: Sequence[str | Path],
    mapping: Mapping[str, str],
    stdin: BinaryIO | None,
    progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    name_pattern: str = "",
) -> Intake:
    """Read paths and put what they hold into the library; what cannot be read is told, and the rest goes on."""
    from reader.sources import count, read

    files = count(paths)
    outcomes: Counter[Put] = Counter()
    problems: list[Problem] = []
    batch: list[Incoming] = []
    kinds: set[tuple[str, bool]] = set()
    began = time.monotonic()

    def keep() -> None:
        with library.write() as db:
            outcomes.update(put(db, incoming)[0] for incoming in batch)
        batch.clear()
        done = outcomes.total()
        # Files that hold many articles each make the number of files no total of articles.
        progress(Progress("reading", done, files if files is not None and files >= done else None))

    for found in read(paths, mapping, stdin=stdin, name_pattern=name_pattern):
        if cancelled():
            break
        if isinstance(found, Problem):
            problems.append(found)
            continue
        batch.append(found)
        kinds.add(kin(found.origin))
        if len(batch) >= BATCH or time.monotonic() - began > BATCH_SECONDS:
            keep()
            began = time.monotonic()
    if batch:
        keep()
    settle_orders(library, kinds)
    _log.info("Took in %s; %d problems", {str(put): times for put, times in outcomes.items()}, len(problems))
    return Intake(
        added=outcomes[Put.ADDED],
        updated=outcomes[Put.UPDATED],
        unchanged=outcomes[Put.UNCHANGED],
        removed=outcomes[Put.REMOVED],
        problems=problems,
    )
