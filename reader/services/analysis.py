"""The service of analysis: recognising and linking, as work in a worker thread."""

from collections.abc import Callable, Sequence
from threading import Lock

from reader.library import failures
from reader.library.store import Library
from reader.logs import where
from reader.model import TadmorError
from reader.services.known_actors import KnownActors
from reader.services.recognisers import Recognisers
from reader.services.views import Progress, never, unheard


class Analysis:
    """Recognises and links what a library holds; cancelled between two batches, it goes on from there the next time."""

    def __init__(self, library: Library, known: KnownActors, recognisers: Recognisers) -> None:
        """`recognisers` has the one that the library is read with."""
        self._library = library
        self._known = known
        self._recognisers = recognisers
        self._working = Lock()

    def run(
        self,
        first: Sequence[int] = (),
        *,
        again: bool = False,
        progress: Callable[[Progress], None] = unheard,
        cancelled: Callable[[], bool] = never,
        on_article: Callable[[int], None] = lambda article: None,
    ) -> None:
        """Recognise what waits, the articles of `first` before the others, then link all of it.

        `on_article` is called with each article whose actors are known now. Raises TadmorError at the end, when there
        were articles that the recogniser or linking tripped over; all others are done. What failed is told once, and
        tried again when it or the program has changed, or with `again`.
        """
        from reader.services.linking import Linker
        from reader.services.recognising import recognise_waiting, with_what
        from reader.services.settling import settle

        with self._working:
            self._try_again([failures.Step.RECOGNISED], "" if again else with_what(self._recognisers.chosen))
            self._try_again(failures.LINKING, "" if again else with_what())
            failed = recognise_waiting(
                self._library,
                self._recognisers.load,
                with_what(self._recognisers.chosen),
                lambda db: Linker(db, self._known.dictionary),
                first,
                progress,
                cancelled,
                on_article,
            )
            try:
                settle(self._library, lambda: self._known.dictionary, progress, cancelled)
            except TadmorError:
                # What could not be recognised is the cause that comes first.
                if not failed:
                    raise
        if failed:
            numbers = ", ".join(map(str, [*failed][:10])) + (", …" if len(failed) > 10 else "")
            reason = next(iter(failed.values()))
            raise TadmorError(
                f"No actors could be recognised in article {numbers} ({reason}). {where()}"
                " Please report it; `tadmor add` tries again."
            )

    def _try_again(self, steps: Sequence[failures.Step], by: str = "") -> None:
        """Let be tried again what failed with anything but this."""
        if outdated := failures.outdated(self._library.reader(), steps, by):
            with self._library.write() as db:
                failures.forget_all(db, outdated, by)

    def settle(self, *, progress: Callable[[Progress], None] = unheard, cancelled: Callable[[], bool] = never) -> bool:
        """Work out for the whole library what was judged, marked or taught since linking last ran.

        Returns whether there was anything.
        """
        from reader.services.settling import settle

        with self._working:
            return settle(self._library, lambda: self._known.dictionary, progress, cancelled)

    def relink(self, *, progress: Callable[[Progress], None] = unheard, cancelled: Callable[[], bool] = never) -> None:
        """Link all actors anew from the recognised mentions, the dictionaries and the judgements; count them anew."""
        from reader.library.change import link_anew
        from reader.library.counts import recount_all
        from reader.services.settling import settle

        with self._working:
            with self._library.write() as db:
                link_anew(db)
            settle(self._library, lambda: self._known.dictionary, progress, cancelled)
            with self._library.write() as db:
                recount_all(db)
