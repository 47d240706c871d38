"""How a person's act is done: one change in one transaction, with all that follows, and one line that says so."""

from collections.abc import Callable

from reader.library import linked, nodes
from reader.library.change import Change, link_anew
from reader.library.judgement_text import JUDGED, mentions_in
from reader.library.store import Library, Writer
from reader.plurals import counted
from reader.services.known_actors import KnownActors


class Acts:
    """Does what a person does. Every act is one transaction, and can be undone, also after a restart.

    What a verdict means is linked in the same transaction, by the rules that link everything; only where it changes the
    chains of very many articles is the rest worked out by the next `Analysis.settle`.
    """

    def __init__(self, library: Library, known: KnownActors) -> None:
        """`known` are the actors that it is linked with."""
        self._library = library
        self._known = known

    def do(self, act: Callable[[Writer], Change | None], nothing: str = "Nothing changed.", said: str = "{}.") -> str:
        """Make a change and link what it touches.

        Returns what was done in one line: `said` around it, or `nothing` where nothing was.
        """
        from reader.services.date_orders import settle_sources
        from reader.services.settling import at_once

        with self._library.write() as db:
            waiting = set(nodes.unlinked(db))
            change = act(db)
            if change is None or not change.label:
                return nothing
            if change.anew:
                link_anew(db)
            dated = settle_sources(db, change.redate, change.moved)
            moved = at_once(db, lambda: self._known.dictionary, change.rechain, waiting)
            effects = [change.effect]
            if change.moves and moved.chains:
                effects.insert(0, f"{change.moves} {mentions_in(*linked.how_much(db, moved))}")
            if dated:
                effects.append(f"{counted(dated, 'article has', 'articles have')} another date")
            if change.answer:
                effects.append(change.answer(db))
        between = "; " if change.label.startswith(JUDGED) else ": "
        effect = "; ".join(filter(None, effects))
        return said.format(between.join(filter(None, (change.label, effect))))
