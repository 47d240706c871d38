"""How a person's act is done: one change in one transaction, one line that says what was done."""

from collections.abc import Callable

from reader.library.change import Change
from reader.library.saying import JUDGED
from reader.library.store import Library, Writer
from reader.newsroom.known_actors import KnownActors


class Acts:
    """Does what a person does. Every act is one transaction, and can be undone, also after a restart.

    A verdict takes effect at once on the actors at hand. What it means for all others is worked out by the next
    `Analysis.settle`, or the linking at the end of `Analysis.run`.
    """

    def __init__(self, library: Library, known: KnownActors) -> None:
        """`known` are the actors that chains are made again with."""
        self._library = library
        self._known = known

    def do(self, act: Callable[[Writer], Change | None], nothing: str = "Nothing changed.", said: str = "{}.") -> str:
        """Make a change, and the chains that it changes; linking is wished for, and waits.

        Returns what was done in one line: `said` around it, or `nothing` where nothing was.
        """
        from reader.newsroom.analysis import rechain, wants_linking

        with self._library.write() as db:
            change = act(db)
            if change is None or not change.label:
                return nothing
            if change.rechain:
                rechain(db, change.rechain, self._known.dictionary)
            if change.relink:
                wants_linking(db)
        between = "; " if change.label.startswith(JUDGED) else ": "
        return said.format(between.join(filter(None, (change.label, change.effect))))
