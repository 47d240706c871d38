"""How long a person waits for a verdict and all that follows from it: each act, its undo and redo, in a large library.

    python -m benchmarks.verdicts                       # makes a library of 100,000 articles first: an hour
    python -m benchmarks.verdicts --articles 10000      # less
    python -m benchmarks.verdicts --library FILE        # on a copy of a library that is there

Prints a table: the act, how many mentions changed hands, and the median time of the act, of undoing and of redoing it.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.speed import stand_in
from benchmarks.synthetic import write_jsonl
from reader.model import Kind, Verdict
from reader.names.analyse import analyse
from reader.services import ActorRow, Newsroom

TIMES = 5
"""Times that an act is done on other actors; the median counts."""

Act = Callable[[Newsroom, ActorRow, ActorRow], str]


def _split(room: Newsroom, one: ActorRow, _: ActorRow) -> str:
    """Split the second name off from an actor with several, in at most as many articles as the one asked for."""
    for actor in room.actors.search(limit=None):
        names = {analyse(text).key: text for text, _ in reversed(actor.spellings)}
        if len(names) > 1 and actor.articles <= one.articles:
            return room.judgements.split(actor.id, [list(names.values())[-2]], [])
    raise LookupError("No actor has several names.")


ACTS: Sequence[tuple[str, Act]] = (
    ("same", lambda room, one, other: room.judgements.judge(one.id, other.id, Verdict.SAME)),
    ("different", lambda room, one, other: room.judgements.judge(one.id, other.id, Verdict.DIFFERENT)),
    ("related", lambda room, one, other: room.judgements.judge(one.id, other.id, Verdict.RELATED)),
    (
        "not this one (a mention)",
        lambda room, one, other: room.judgements.not_the_same(room.actors.quotes(one.id, 1)[0].mention),
    ),
    (
        "split a mention off",
        lambda room, one, other: room.judgements.split(one.id, [], [room.actors.quotes(one.id, 1)[0].mention]),
    ),
    ("split a spelling off", _split),
    ("rename", lambda room, one, other: room.overrides.rename(one.id, "Somebody Else")),
    ("change of kind", lambda room, one, other: room.overrides.set_kind(one.id, Kind.ARMED_GROUP)),
    ("not an actor", lambda room, one, other: room.overrides.not_an_actor(one.id, one.spellings[0][0])),
)


def timed(act: Callable[[], str]) -> float:
    """Milliseconds that an act takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def measure(library: Path) -> None:
    """Print the table for a library, which is changed and changed back."""
    with Newsroom.open(library) as room:
        actors = room.actors.search(limit=None)
        print(f"{room.status().articles:,} articles, {len(actors):,} actors\n")
        print("| act | on an actor in | median, ms | undo, ms | redo, ms |\n|---|---|---|---|---|")
        middle = next(at for at, actor in enumerate(actors) if actor.articles <= actors[0].articles // 100)
        for name, act in ACTS:
            for first in (1, middle):
                took: list[tuple[float, float, float]] = []
                for turn in range(TIMES):
                    # Looked up anew: one that was joined to another and parted from it again has another number.
                    one, other = room.actors.search(limit=None)[first + turn : first + turn + 2]
                    took.append(
                        (timed(partial(act, room, one, other)), timed(room.history.undo), timed(room.history.redo))
                    )
                    room.history.undo()
                medians = (f"{statistics.median(column):,.1f}" for column in zip(*took, strict=True))
                print(f"| {name} | {actors[first + 2].articles:,} articles | {' | '.join(medians)} |")


def main() -> None:
    """Read the command line, make or copy the library, measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=100_000, help="size of the library that is made")
    parser.add_argument("--library", type=Path, help="a library to measure on a copy of")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.sqlite"
        if chosen.library:
            shutil.copy(chosen.library, library)
        else:
            records = Path(folder) / "articles.jsonl"
            write_jsonl(records, chosen.articles)
            with Newsroom.open(library) as room:
                room.articles.add([records])
            stand_in(library, chosen.articles)
        measure(library)


if __name__ == "__main__":
    main()
