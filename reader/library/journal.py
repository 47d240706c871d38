"""What a person did, in order, so that it can be undone and done again, after a restart too.

The journal knows no act by name: `acts` says what each does to the library.
"""

import json
from dataclasses import dataclass
from typing import Any

from reader.library.articles import now
from reader.library.store import Reader, Writer


@dataclass(frozen=True, slots=True)
class Act:
    """One act as the journal keeps it."""

    id: int
    at: str
    """ISO 8601, UTC."""
    action: str
    label: str
    """What was done, for a person: Starred “Troops return”."""
    before: Any
    after: Any
    """What `acts` needs to go back and forth."""
    undone: bool


def record(db: Writer, action: str, label: str, before: Any, after: Any) -> None:
    """Write an act down. What was undone before it is no longer next to be done again: the way forked."""
    db.run("UPDATE journal SET turn = 0 WHERE undone = 1 AND turn <> 0")
    db.run(
        "INSERT INTO journal (at, action, label, before, after) VALUES (?, ?, ?, ?, ?)",
        (now(), action, label, json.dumps(before, ensure_ascii=False), json.dumps(after, ensure_ascii=False)),
    )


def to_undo(db: Reader) -> Act | None:
    """The newest act that stands, or None."""
    return _act(db, "undone = 0 ORDER BY id DESC")


def to_redo(db: Reader) -> Act | None:
    """The act that was undone last, or None."""
    return _act(db, "undone = 1 AND turn <> 0 ORDER BY turn DESC")


def act(db: Reader, number: int) -> Act | None:
    """The act of this number, or None."""
    row = db.one(f"{_SELECT} WHERE id = ?", (number,))
    return None if row is None else _read(row)


def since(db: Reader, number: int) -> list[Act]:
    """The acts after that of a number, oldest first."""
    return [_read(row) for row in db.each(f"{_SELECT} WHERE id > ? ORDER BY id", (number,))]


def set_undone(db: Writer, act: Act, undone: bool) -> None:
    """Note that an act was undone, or done again."""
    turn = db.value("SELECT max(1, max(turn) + 1) FROM journal") if undone else 0
    db.run("UPDATE journal SET undone = ?, turn = ? WHERE id = ?", (undone, turn, act.id))


def history(db: Reader, limit: int = 100) -> list[Act]:
    """The latest acts, newest first, undone ones too."""
    return [_read(row) for row in db.all(f"{_SELECT} ORDER BY id DESC LIMIT ?", (limit,))]


_SELECT = "SELECT id, at, action, label, before, after, undone FROM journal"


def _act(db: Reader, which: str) -> Act | None:
    row = db.one(f"{_SELECT} WHERE {which} LIMIT 1")
    return None if row is None else _read(row)


def _read(row: tuple[int, str, str, str, str, str, int]) -> Act:
    number, at, action, label, before, after, undone = row
    return Act(number, at, action, label, json.loads(before), json.loads(after), bool(undone))
