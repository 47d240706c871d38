"""What linking would make of an act, found out by doing it and taking it back."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from reader.library.analysis import how_many_chains, whose
from reader.library.parts import Onward
from reader.library.store import Library, Writer
from reader.names.dictionary import Dictionary
from reader.newsroom.analysis import link_here, waits_for_linking

SMALL = 30_000
"""Chains up to which one may look ahead: linking them takes two or three seconds, and nobody can write meanwhile."""


class _Seen(Exception):
    """All was seen that there was to see: the transaction is undone."""


def afterwards(library: Library, dictionary: Dictionary, act: Callable[[Writer], object]) -> tuple[Onward, ...] | None:
    """What linking moves once an act is done, beside what the act itself moves; None in a large library.

    Nothing is changed. Raises what the act raises.
    """
    if how_many_chains(library.reader()) > SMALL:
        return None
    found: Counter[tuple[str, str, str]] = Counter()
    with suppress(_Seen), library.write() as db:
        if waits_for_linking(db):
            link_here(db, dictionary)
        act(db)
        before = whose(db)
        link_here(db, dictionary)
        there = {actor for actor, *_ in before.values()}
        for place, (actor, name, spelling) in whose(db).items():
            was = before.get(place)
            if was is not None and was[0] != actor:
                found[spelling, was[1], name if actor in there else ""] += 1
        raise _Seen
    return tuple(Onward(*which, times) for which, times in sorted(found.items(), key=lambda item: (-item[1], item[0])))
