"""The actor's page: everything the library knows of one actor, and what a person ruled about it."""

from dataclasses import replace
from itertools import islice

from reader.library import dossier
from reader.library.actors import actor, span, ties, titles
from reader.library.store import Reader
from reader.model import TadmorError
from reader.names.dictionary import Dictionary
from reader.services.cards import with_pieces
from reader.services.views import ActorPage

SENTENCES = 200
"""Sentences that a page holds unless told otherwise: more than anybody reads through at once."""
COMPANIONS = 8
"""Actors named beside this one: the company it keeps, not a census."""
TITLES = 8


def actor_page(
    db: Reader, dictionary: Dictionary, number: int, spelling: str = "", sentences: int = SENTENCES
) -> ActorPage:
    """All about an actor; `spelling` narrows the sentences to those that spell it so, `sentences` is how many at most.

    Raises TadmorError when there is no such actor any more.
    """
    found = actor(db, number)
    if found is None:
        raise TadmorError("That actor is not in the library any more.")
    first, last = span(db, number)
    read = tuple(islice(dossier.mentions(db, number, spelling), sentences + 1))
    return ActorPage(
        actor=found,
        first=first,
        last=last,
        entry=dictionary.entry(dossier.known(db, number)),
        titles=titles(db, number, TITLES),
        spellings=dossier.spellings(db, number),
        companions=dossier.companions(db, number, COMPANIONS),
        ties=tuple(replace(tie, evidence=with_pieces(tie.evidence, found.kind)) for tie in ties(db, number)),
        decisions=dossier.decisions(db, number),
        spelling=spelling,
        mentions=read[:sentences],
        more=len(read) > sentences,
    )
