"""Who bears a surname: a statistic by which initials beside it are tied to all of them, or to none.

Where they are several an initial concludes nothing (`reader.names.bearers`), so it seeks nobody, and pieces stay small.
What comes in of a surname is only whether they are, so that one bearer more seldom changes anything.
"""

from collections.abc import Iterator

from reader.library.store import Reader, Writer
from reader.library.tie_codes import tie_code
from reader.model import Kind
from reader.names.analyse import Name, analyse
from reader.names.bearers import are_several, bearing, is_initial, surname_of

_FEW = 20
"""Bearers that are read first: mostly they show that there are several."""


def several(db: Reader, surname: str, *more: Name) -> bool:
    """Whether those who bear a surname are several, of the nodes that are tied and of `more`."""
    return are_several(_names(db, surname, *more))


def gained(db: Writer, name: Name) -> list[int]:
    """A node of that name is about to be tied: where they are several from now on, initials seek nobody any more.

    Returns the nodes that are to be looked at again.
    """
    surname = surname_of(name)
    if several(db, surname) or not several(db, surname, name):
        return []
    there = list(_bearers(db, surname))
    db.many(
        "DELETE FROM node_tie WHERE tie = ? AND node = ?",
        ((tie_code(bearing(surname), sought=True), number) for number, one in there if is_initial(one)),
    )
    return [number for number, _ in there]


def lost(db: Writer, name: Name) -> list[int]:
    """A node of that name is tied no more: where they are not several, initials seek all who are left.

    Returns the nodes that are to be looked at again.
    """
    surname = surname_of(name)
    if not surname or several(db, surname):
        return []
    initials = [number for number, one in _bearers(db, surname) if is_initial(one)]
    db.many(
        "INSERT OR IGNORE INTO node_tie (tie, node) VALUES (?, ?)",
        ((tie_code(bearing(surname), sought=True), number) for number in initials),
    )
    return initials


def _names(db: Reader, surname: str, *more: Name) -> Iterator[Name]:
    yield from more
    for _, name in _bearers(db, surname):
        yield name


def _bearers(db: Reader, surname: str) -> Iterator[tuple[int, Name]]:
    """The nodes that bear a surname, each with its name."""
    for limit, offset in ((_FEW, 0), (-1, _FEW)):
        rows = db.each(
            "SELECT node.id, name, name_kind FROM node_tie CROSS JOIN node ON node.id = node_tie.node"
            " WHERE tie = ? ORDER BY node_tie.node LIMIT ? OFFSET ?",
            (tie_code(bearing(surname), sought=False), limit, offset),
        )
        for number, text, kind in rows:
            name = analyse(text, Kind(kind))
            if surname_of(name) == surname:  # Words that share a number are taken for each other.
                yield number, name
