"""The card of a mention: who it is, where else, and why."""

from reader.library.actors import actor, link, quotes, span, ties, titles
from reader.library.store import Reader
from reader.library.views import Link
from reader.model import Evidence, TadmorError, Verdict
from reader.newsroom.views import Card

ELSEWHERE = 50
"""Articles quoted on a card: more than anybody scrolls through; the filter has them all."""


def card(db: Reader, mention: int) -> Card:
    """All about a mention's actor. Raises TadmorError when the mention is not there any more."""
    way = link(db, mention)
    found = actor(db, way.actor) if way else None
    if way is None or found is None:
        raise TadmorError("That mention is not in the library any more; its article was read anew.")
    tied = ties(db, found.id)
    first, last = span(db, found.id)
    evidence = (*way.to_chain, *way.to_actor)
    return Card(
        actor=found,
        first=first,
        last=last,
        titles=titles(db, found.id),
        heading=_heading(way, found.name),
        score=score(evidence),
        evidence=evidence,
        elsewhere=tuple(quotes(db, found.id, ELSEWHERE, besides=way.article)),
        related=tuple(tie.actor for tie in tied if tie.verdict is Verdict.RELATED),
        doubts=tuple((tie.actor, tie.evidence) for tie in tied if tie.verdict is Verdict.UNSURE),
    )


def _heading(way: Link, name: str) -> str:
    return f"why “{way.text}” here is {name}"


def score(evidence: tuple[Evidence, ...]) -> float:
    """How sure a link is, 0 to 1: the weakest of its steps, since a chain of reasons holds no better than that.

    A mention with nothing to explain, its actor's own full name, scores 1.
    """
    return max(0.0, min((one.weight for one in evidence if one.weight > 0), default=1.0))
