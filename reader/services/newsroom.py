"""The newsroom: everything that a face, or another program, may ask for, as one object."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.config import default_library
from reader.library.articles import status
from reader.library.store import Library
from reader.library.views import Status
from reader.model import Problem
from reader.services.actors import Actors
from reader.services.acts import Acts
from reader.services.analysis import Analysis
from reader.services.articles import Articles
from reader.services.dates import Dates
from reader.services.exports import Exports
from reader.services.history import History
from reader.services.judgements import Judgements
from reader.services.known_actors import KnownActors
from reader.services.mentions import Mentions
from reader.services.overrides import Overrides
from reader.services.recognisers import Recognisers
from reader.services.review_queue import ReviewQueue
from reader.services.settings import Settings
from reader.services.user_dictionaries import UserDictionaries


@dataclass(frozen=True, slots=True)
class Newsroom(AbstractContextManager["Newsroom"]):
    """A library with the services that work on it. Safe to use from several threads; changes are made one at a time.

    Every text in their answers is a stranger's, cleaned once on entry: show it as text, never as markup. What a person
    does returns one line that says what was done, and can be undone, also after a restart.
    """

    library: Library
    """What the services share; closed with the newsroom."""
    articles: Articles
    dates: Dates
    mentions: Mentions
    actors: Actors
    judgements: Judgements
    overrides: Overrides
    review: ReviewQueue
    history: History
    known: KnownActors
    dictionaries: UserDictionaries
    recognisers: Recognisers
    analysis: Analysis
    exports: Exports
    settings: Settings

    @classmethod
    def open(cls, path: str | Path | None = None, tell: Callable[[int], None] | None = None) -> Self:
        """Open the library at `path`, or the person's own, and make it when it is not there.

        The search index of an older library is made anew; `tell` hears now and then how many articles may be left.

        Raises:
            TadmorError: it is no library, was written by a newer Tadmor, or cannot be read or written.
        """
        file = Path(path) if path is not None else default_library()
        return cls.on(Library.open(file, tell=tell))

    @classmethod
    def on(cls, library: Library) -> Self:
        """The services on a library that is open; it is closed with them."""
        known = KnownActors(library)
        acts = Acts(library, known)
        judgements = Judgements(library, acts, known)
        recognisers = Recognisers(library, known)
        return cls(
            library=library,
            articles=Articles(library, acts),
            dates=Dates(library, acts),
            mentions=Mentions(library, acts),
            actors=Actors(library, known),
            judgements=judgements,
            overrides=Overrides(library, acts),
            review=ReviewQueue(library, judgements),
            history=History(library, acts),
            known=known,
            dictionaries=UserDictionaries(library, acts),
            recognisers=recognisers,
            analysis=Analysis(library, known, recognisers),
            exports=Exports(library),
            settings=Settings(library),
        )

    def close(self) -> None:
        """Close the library. Work that goes on in other threads ends with an error."""
        self.library.interrupt()
        self.library.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def status(self) -> Status:
        """How much is in the library, and how much still waits."""
        return status(self.library.reader())

    def doctor(self) -> list[Problem]:
        """What is wrong with the library: nothing, unless a disk or another program harmed it."""
        from reader.library.doctor import examine

        return examine(self.library)
