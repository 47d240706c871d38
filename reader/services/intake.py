"""Articles in: from sources to the library, a batch at a time, so that a stop at any moment keeps what was done."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from reader.library.arrivals import Arrival, arrive
from reader.library.articles import Put
from reader.library.locations import whole_pages
from reader.library.store import Library
from reader.logs import reason
from reader.model import Caveat, Incoming, PassedOver, Problem, TadmorError
from reader.services.date_orders import kin, settle_orders
from reader.services.disk import Disk
from reader.services.titles import settle_titles
from reader.services.views import Intake, KnownAlready, Progress

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
    *,
    whole_page: bool | None = None,
) -> Intake:
    """Read paths and put what they hold into the library; what cannot be read is told, and the rest goes on."""
    from reader.sources import count, read
    from reader.sources.languages import language_of

    as_whole = whole_pages(library.reader()) if whole_page is None else frozenset()
    files = count(paths)
    outcomes: Counter[Put] = Counter()
    problems: list[Problem] = []
    passed_over: Counter[PassedOver] = Counter()
    doubtful: list[tuple[str, Caveat]] = []
    known: list[KnownAlready] = []
    batch: list[Incoming] = []
    kinds: set[tuple[str, bool]] = set()
    began = time.monotonic()
    disk = Disk()

    def store(articles: Sequence[Incoming]) -> None:
        """Put articles into the library in one transaction; where that fails, each in its own."""
        try:
            with library.write() as db:
                kept = [arrive(db, incoming, disk, language_of) for incoming in articles]
        except TadmorError:
            raise
        except Exception as error:
            if len(articles) == 1:
                problems.append(_refused(articles[0], error))
                return
            for one in articles:
                store([one])
        else:
            outcomes.update(arrival.put for arrival in kept)
            for incoming, arrival in zip(articles, kept, strict=True):
                if arrival.put in (Put.ADDED, Put.UPDATED):
                    doubtful.extend((str(incoming.origin), caveat) for caveat in incoming.caveats)
                known.extend(_known(incoming, arrival))
                kinds.update(kin(origin) for origin in arrival.others)

    def keep() -> None:
        store(batch)
        batch.clear()
        done = outcomes.total()
        # Files that hold many articles each make the number of files no total of articles.
        progress(Progress("reading", done, files if files is not None and files >= done else None))

    for found in read(
        paths,
        mapping,
        stdin=stdin,
        name_pattern=name_pattern,
        whole_page=lambda location: location in as_whole if whole_page is None else whole_page,
    ):
        if cancelled():
            break
        if isinstance(found, PassedOver):
            passed_over[found] += 1
            continue
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
    said = settle_orders(library, kinds)
    settle_titles(library)
    _log.info("Took in %s; %d problems", {str(put): times for put, times in outcomes.items()}, len(problems))
    return Intake(
        added=outcomes[Put.ADDED],
        updated=outcomes[Put.UPDATED],
        unchanged=outcomes[Put.UNCHANGED],
        removed=outcomes[Put.REMOVED],
        known=known,
        problems=problems,
        doubtful=doubtful,
        passed_over=passed_over.most_common(),
        dated=[(source, order, times) for (source, order), times in sorted(said.items())],
    )


def _known(incoming: Incoming, arrival: Arrival) -> Iterator[KnownAlready]:
    if arrival.known and arrival.of and arrival.put is not Put.REMOVED:
        yield KnownAlready(incoming.origin, arrival.article, arrival.of, arrival.known)


def _refused(article: Incoming, error: Exception) -> Problem:
    _log.error("An article could not be stored", exc_info=error)
    origin = article.origin
    where = f"{origin.location}, record {origin.record}" if origin.record else origin.location
    return Problem(where, f"cannot be stored: {reason(error)}")
