"""The card of a mention: who it is, where else, and why."""

from collections.abc import Iterable
from dataclasses import replace

from reader.library.actors import actor, link, quotes, span, ties, titles
from reader.library.dossier import counterpart, sentence
from reader.library.store import Reader
from reader.library.views import ActorRow, Link, Quote
from reader.model import Evidence, Kind, TadmorError, Verdict
from reader.names.analyse import analyse
from reader.names.compare import compare_beside
from reader.names.likeness import Change
from reader.names.wording import rule
from reader.services.views import Card

ELSEWHERE = 50
"""Articles quoted on a card: more than anybody scrolls through; the filter has them all."""

_LIKE = frozenset({"spelling", "order", "part", "initial", "joined"})
"""Rules that rest on two names being alike."""
_BY_ITSELF = frozenset({"dictionary", "nationality"})
"""Rules that need no other article: what they know stands in a dictionary."""


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
        evidence=with_pieces(evidence, found.kind),
        elsewhere=tuple(quotes(db, found.id, ELSEWHERE, besides=way.article)),
        related=tuple(tie.actor for tie in tied if tie.verdict is Verdict.RELATED),
        doubts=tuple(
            (tie.actor, with_pieces(tie.evidence, found.kind)) for tie in tied if tie.verdict is Verdict.UNSURE
        ),
        here=sentence(db, mention),
        joined=_joined(db, way, found),
    )


def _joined(db: Reader, way: Link, found: ActorRow) -> Quote | None:
    """The sentence that a mention's chain was joined to: of a name that the evidence is about, else of the same one."""
    if not way.to_actor or all(rule(reason) in _BY_ITSELF for reason in way.to_actor):
        return None
    about = [name for reason in way.to_actor for name in reason.names]
    names = dict.fromkeys((*about, way.chain_name, found.name))
    keys = dict.fromkeys(analyse(name, found.kind).key for name in names)
    mine = analyse(way.chain_name, found.kind).key
    # Another name explains more than the same one again.
    other = counterpart(db, found.id, way.article, [key for key in keys if key != mine] + [mine])
    return sentence(db, other) if other is not None else None


def _heading(way: Link, name: str) -> str:
    return f"why “{way.text}” here is {name}"


def with_pieces(evidence: Iterable[Evidence], kind: Kind) -> tuple[Evidence, ...]:
    """Reasons, and under each that two names are alike the pieces of both beside each other, by class of change.

    The pieces weigh nothing here: what they weigh is in the reason that they explain.
    """
    reasons = tuple(evidence)
    if any(reason.left and reason.right for reason in reasons):
        return reasons
    found: list[Evidence] = []
    for reason in reasons:
        found.append(reason)
        if rule(reason) in _LIKE and len(reason.names) > 1:
            pieces = compare_beside(analyse(reason.names[0], kind), analyse(reason.names[1], kind)).evidence
            found += [
                replace(piece, weight=0.0)
                for piece in pieces
                if (piece.left and piece.right) or piece.mechanism == Change.MISSING
            ]
    return tuple(found)


def score(evidence: tuple[Evidence, ...]) -> float:
    """How sure a link is, 0 to 1: the weakest of its steps, since a chain of reasons holds no better than that.

    A mention with nothing to explain, its actor's own full name, scores 1.
    """
    return max(0.0, min((one.weight for one in evidence if one.weight > 0), default=1.0))
