"""What comes of a split, found out by doing it and taking it back."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from reader.library import actors, nodes, parts
from reader.library.analysis import Whose, whose
from reader.library.linked import articles_of
from reader.library.parts import Onward, Part
from reader.library.store import Library, Writer
from reader.names.dictionary import Dictionary
from reader.services.settling import at_once


class _Seen(Exception):
    """All was seen that there was to see: the transaction is undone."""


def afterwards(
    library: Library, dictionary: Callable[[], Dictionary], split: Callable[[Writer], object], part: Part
) -> tuple[Onward, ...]:
    """What linking moves because a part is split off, beside the part itself; nothing is changed."""
    touched: set[int] = set()
    before: Whose = {}
    after: Whose = {}
    last = actors.last(library.reader())
    with suppress(_Seen), library.write() as db:
        touched = _touched(db, dictionary, split)
        after = whose(db, touched)
        raise _Seen
    before = whose(library.reader(), touched)
    chosen = parts.places(library.reader(), part)
    found: Counter[tuple[str, str, str]] = Counter()
    new = Counter(after[place][0] for place in chosen if place in after and after[place][0] > last)
    itself = max(new, key=lambda actor: (new[actor], -actor), default=0)
    for place, (actor, name, spelling) in after.items():
        was = before.get(place)
        whence = part.name if place in chosen else was[1] if was else ""
        stays = actor == itself if place in chosen else was is None or actor == was[0]
        if not stays:
            found[spelling, whence, name if actor <= last else ""] += 1
    return tuple(Onward(*which, times) for which, times in sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _touched(db: Writer, dictionary: Callable[[], Dictionary], split: Callable[[Writer], object]) -> set[int]:
    """Do it; returns the articles in which anything changed hands."""
    waiting = set(nodes.unlinked(db))
    split(db)
    return articles_of(db, at_once(db, dictionary, (), waiting))
