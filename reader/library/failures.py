"""What the program tripped over, so that it is told once, and left alone until there is a reason to try again.

Reasons are another recogniser, another version of the program, another text, an act that touches it, or a person who
asks.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from reader.library.store import Reader, Writer


class Step(StrEnum):
    """What could not be done, and of what the number is."""

    RECOGNISED = "recognised"
    """An article, whose actors were not found."""
    CHAINED = "chained"
    """An article, whose actors were not told apart, or not put to those of others."""
    LINKED = "linked"
    """A node, whose actor was not worked out."""


LINKING = (Step.CHAINED, Step.LINKED)
"""Steps that need no recogniser."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that could not be done."""

    step: Step
    number: int
    why: str
    """As `reader.logs.reason` puts it."""
    name: str = ""
    """What the node is called."""


def record(db: Writer, step: Step, by: str, failed: Iterable[tuple[int, str]]) -> None:
    """Keep what could not be done, by number, and why; `by` is what may do better in another version."""
    db.many(
        "INSERT OR REPLACE INTO failure (step, number, by, why) VALUES (?, ?, ?, ?)",
        ((step.value, number, by, why) for number, why in failed),
    )


def standing(db: Reader, step: Step) -> set[int]:
    """The numbers of what is not to be tried now."""
    return set(db.column("SELECT number FROM failure WHERE step = ?", (step.value,)))


def forget(db: Writer, step: Step, numbers: Collection[int]) -> None:
    """Let these be tried again."""
    if db.value("SELECT 1 FROM failure LIMIT 1"):
        db.run(
            "DELETE FROM failure WHERE step = ? AND number IN (SELECT value FROM json_each(?))",
            (step.value, json.dumps([*numbers])),
        )


def outdated(db: Reader, steps: Iterable[Step], by: str = "") -> list[Step]:
    """The steps of which something failed with anything but this; without `by`, with anything."""
    return [
        step
        for step in steps
        if db.value("SELECT 1 FROM failure WHERE step = ? AND (?2 = '' OR by <> ?2) LIMIT 1", (step.value, by))
    ]


def forget_all(db: Writer, steps: Iterable[Step], by: str = "") -> None:
    """Let all be tried again of these steps that failed with anything but this; without `by`, with anything."""
    for step in steps:
        db.run("DELETE FROM failure WHERE step = ? AND (?2 = '' OR by <> ?2)", (step.value, by))


def listed(db: Reader) -> list[Failure]:
    """All of them, but for those of articles that were removed."""
    rows = db.all(
        "SELECT step, number, why, coalesce(node.name, '') FROM failure"
        " LEFT JOIN node ON step = 'linked' AND node.id = number"
        " LEFT JOIN article ON step <> 'linked' AND article.id = number"
        " WHERE node.id IS NOT NULL OR (article.id IS NOT NULL AND removed_at IS NULL) ORDER BY step, number"
    )
    return [Failure(Step(step), number, why, name) for step, number, why, name in rows]
