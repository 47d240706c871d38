"""The service of actors: found, shown, compared, followed from article to article."""

from collections.abc import Sequence
from typing import Literal

from reader.library import actors
from reader.library.store import Library
from reader.library.views import ActorHere, ActorRow, Quote
from reader.model import TadmorError, Verdict
from reader.query import parse
from reader.services.known_actors import KnownActors
from reader.services.views import ActorPage, Relation
from reader.untrusted import clean_line

CANDIDATES = 20
"""Actors listed when a name is not clear."""

Spelt = tuple[ActorRow, str]
"""An actor, in one of its spellings."""


class Actors:
    """The actors of a library."""

    def __init__(self, library: Library, known: KnownActors) -> None:
        """`known` says what dictionaries say of them."""
        self._library = library
        self._known = known

    def get(self, actor: int) -> ActorRow | None:
        """An actor, or None when there is none of this number any more."""
        return actors.actor(self._library.reader(), actor)

    def search(self, text: str = "", limit: int | None = 200, *, filter: str = "") -> list[ActorRow]:
        """The actors with a spelling that has these words, the last perhaps unfinished; the most named first.

        Only those that the articles of a filter name; it is whole. Raises QuerySyntaxError with the place of the error.
        """
        within = parse(filter) if filter else None
        return actors.actors(self._library.reader(), clean_line(text), -1 if limit is None else limit, within)

    def here(self, article: int) -> list[ActorHere]:
        """The actors of an article: by kind, the most mentioned first."""
        return actors.here(self._library.reader(), article)

    def quotes(self, actor: int, limit: int = 20) -> list[Quote]:
        """One mention of an actor from each article that names it, in its sentence; newest first, undated last."""
        return actors.quotes(self._library.reader(), actor, limit)

    def page(self, actor: int, spelling: str = "", sentences: int | None = None) -> ActorPage:
        """Everything about an actor; `spelling` narrows its sentences, `sentences` is how many of them at most.

        Raises TadmorError when there is no such actor any more.
        """
        from reader.services.actor_page import SENTENCES, actor_page

        wanted = SENTENCES if sentences is None else sentences
        return actor_page(self._library.reader(), self._known.dictionary, actor, spelling, wanted)

    def relation(self, left: Spelt, right: Spelt) -> Relation:
        """What two actors, each in one of its spellings, are to each other, and why."""
        from reader.services.why import relation

        return relation(self._library.reader(), self._known.dictionary, left, right)

    def neighbour(self, actor: int, article: int, step: Literal[1, -1]) -> tuple[int, int] | None:
        """The next or previous article by date that names an actor, and its first mention there; None at the end."""
        return actors.neighbour(self._library.reader(), actor, article, step)

    # By what a person typed

    def spelt(self, asked: str) -> Sequence[Spelt]:
        """The actors that are spelt as a person typed, each in that spelling; or the one of a number.

        Where none is spelt just so, a spelling that is the same name counts: in another script, or with other accents.
        Raises TadmorError when there is no actor of that number.
        """
        if asked.isdecimal():
            actor = self.get(int(asked))
            if actor is None:
                raise TadmorError(f"There is no actor {asked}. `tadmor actors` shows the numbers.")
            texts = [text for text, _ in actor.spellings]
            return [(actor, actor.name if actor.name in texts or not texts else texts[0])]
        found = [(actor, text) for actor in self.search(asked, limit=None) for text, _ in actor.spellings]
        exact = [(actor, text) for actor, text in found if text.casefold() == asked.casefold()]
        return exact or _same_names(found, asked)

    def find(self, asked: str) -> ActorRow:
        """The one actor that a person means by a number or a name.

        Of several that are spelt so, the one whose name it is; where none is spelt so, the one with these words.
        Raises TadmorError when there is none, or several may be meant: the sentence lists them with their numbers.
        """
        spelt = list({actor.id: actor for actor, _ in self.spelt(asked)}.values())
        named = [actor for actor in spelt if actor.name.casefold() == asked.casefold()]
        for fitting in (named, spelt, self.search(asked, limit=CANDIDATES)):
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                # Those spelt so as well: "Assad" is one actor's whole name, and another's short one.
                possible = {actor.id: actor for actor in (*fitting, *spelt)}.values()
                raise TadmorError(
                    f"{asked!r} may be several actors: {listed([*possible][:CANDIDATES])}."
                    " Give the number of the one you mean."
                )
        raise TadmorError(f"No actor is called {asked!r}. `tadmor actors` lists them.")


def listed(found: Sequence[ActorRow]) -> str:
    """Actors with their numbers and kinds, for a person to choose from."""
    return "; ".join(f"{actor.id} {actor.name} ({actor.kind.value})" for actor in found)


def _same_names(found: Sequence[Spelt], asked: str) -> list[Spelt]:
    """Those whose spelling is the same name as the one that was asked about, by itself."""
    from reader.names.analyse import analyse
    from reader.names.compare import compare

    return [
        (actor, text)
        for actor, text in found
        if compare(analyse(asked, actor.kind), analyse(text, actor.kind)).verdict is Verdict.SAME
    ]
