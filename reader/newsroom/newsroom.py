"""The newsroom: everything that a face, or another program, may ask for."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Literal, Self

from reader.config import default_library
from reader.library import actors as library_actors
from reader.library import articles, entries, vocabulary
from reader.library.listing import listing as list_articles
from reader.library.store import Library
from reader.library.views import ActorHere, ActorRow, Listing, Page, Quote, Sort, Status
from reader.logs import where
from reader.model import Problem, TadmorError, Verdict
from reader.newsroom.acting import Acting
from reader.newsroom.views import ActorPage, Card, Intake, Progress, Question, Relation, Review
from reader.plurals import counted
from reader.query import parse, typing
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary, Entry
    from reader.names.formats import Manner
    from reader.newsroom.dictionaries import Added
    from reader.newsroom.recognisers import Offer
    from reader.newsroom.review import Lessons
    from reader.newsroom.sharing import Exported, Imported
    from reader.recognise.protocol import Recogniser


_PREFERENCE = "desk "
"""What parts a face's settings from the newsroom's own, which are kept in the same table."""


def _nobody_listens(progress: Progress) -> None:
    """Progress that nobody asked for."""


def _never() -> bool:
    """Work that nobody cancels."""
    return False


class Newsroom(Acting, AbstractContextManager["Newsroom"]):
    """A library with all that works on it. Safe to use from several threads; changes are made one at a time.

    Every text in its answers is a stranger's, cleaned once on entry: show it as text, never as markup. What a person
    does returns one line that says what was done, and can be undone, also after a restart.
    """

    def __init__(self, library: Library) -> None:
        """Use `Newsroom.open`."""
        self._library = library
        self._known: tuple[tuple[int, ...], list[Entry], Dictionary] | None = None
        self._lessons: Lessons | None = None
        self._recogniser: Recogniser | None = None
        self._recogniser_knows: Dictionary | None = None
        self._working = Lock()

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the library at `path`, or the person's own, and make it when it is not there.

        Raises:
            TadmorError: it is no library, was written by a newer Tadmor, or cannot be read or written.
        """
        return cls(Library.open(path if path is not None else default_library()))

    def close(self) -> None:
        """Close the library. Work that goes on in other threads ends with an error."""
        self._library.interrupt()
        self._library.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Reading: quick, from any thread

    def listing(
        self, filter: str = "", sort: Sort = Sort.DATE, descending: bool | None = None, beside: int | None = None
    ) -> Listing:
        """The articles that a filter finds, in an order; `beside` is the open article, for the actors in common.

        The last word of the filter may be unfinished. Raises QuerySyntaxError with the place of the error.
        """
        return list_articles(self._library, parse(typing(filter)), sort, descending, beside)

    def page(self, article: int) -> Page | None:
        """An article to read, or None when there is none of this number."""
        return articles.page(self._library.reader(), article)

    def actors_here(self, article: int) -> list[ActorHere]:
        """The actors of an article: by kind, the most mentioned first."""
        return library_actors.here(self._library.reader(), article)

    def actor(self, actor: int) -> ActorRow | None:
        """An actor, or None when there is none of this number any more."""
        return library_actors.actor(self._library.reader(), actor)

    def actors(self, text: str = "", limit: int | None = 200) -> list[ActorRow]:
        """The actors with a spelling that has these words, the last perhaps unfinished; the most named first."""
        return library_actors.actors(self._library.reader(), clean_line(text), -1 if limit is None else limit)

    def quotes(self, actor: int, limit: int = 20) -> list[Quote]:
        """One mention of an actor from each article that names it, in its sentence; newest first, undated last."""
        return library_actors.quotes(self._library.reader(), actor, limit)

    def card(self, mention: int) -> Card:
        """All about a mention's actor, and why it is that one. Raises TadmorError when the mention is gone."""
        from reader.newsroom.cards import card

        return card(self._library.reader(), mention)

    def actor_page(self, actor: int, spelling: str = "", sentences: int | None = None) -> ActorPage:
        """Everything about an actor; `spelling` narrows its sentences, `sentences` is how many of them at most.

        Raises TadmorError when there is no such actor any more.
        """
        from reader.newsroom.actor_page import SENTENCES, actor_page

        wanted = SENTENCES if sentences is None else sentences
        return actor_page(self._library.reader(), self.dictionary, actor, spelling, wanted)

    def relation(self, left: tuple[ActorRow, str], right: tuple[ActorRow, str]) -> Relation:
        """What two actors, each in one of its spellings, are to each other, and why."""
        from reader.newsroom.why import relation

        return relation(self._library.reader(), self.dictionary, left, right)

    def mention_of(self, article: int, name: str) -> int:
        """The first mention with this spelling in an article. Raises TadmorError when there is none."""
        from reader.newsroom.why import mention_of

        return mention_of(self._library.reader(), article, name)

    def review(self, skipped: Collection[tuple[int, int]] = (), limit: int = 1) -> Review:
        """The most useful questions that linking leaves for a person, but those `skipped` (see `Question.pair`)."""
        from reader.newsroom.review import Lessons, queue

        self._lessons = self._lessons or Lessons()
        db = self._library.reader()
        return queue(db, self._lessons.of(db), skipped, limit)

    def neighbour(self, actor: int, article: int, step: Literal[1, -1]) -> tuple[int, int] | None:
        """The next or previous article by date that names an actor, and its first mention there; None at the end."""
        return library_actors.neighbour(self._library.reader(), actor, article, step)

    def status(self) -> Status:
        """How much is in the library, and how much still waits."""
        return articles.status(self._library.reader())

    def doctor(self) -> list[Problem]:
        """What is wrong with the library: nothing, unless a disk or another program harmed it."""
        from reader.library.doctor import examine

        return examine(self._library)

    # A face's own settings: no change of the library's matter, so nothing to undo

    def preference(self, name: str) -> str | None:
        """What a face was told to remember under a name, such as its theme; None when it was told nothing."""
        return entries.setting(self._library.reader(), _PREFERENCE + name)

    def set_preference(self, name: str, value: str | None) -> None:
        """Remember something for a face, with this library; None forgets it."""
        with self._library.write() as db:
            entries.set_setting(db, _PREFERENCE + name, value)

    # What a person does, beside what `Acting` has

    def answer(self, question: Question, verdict: Verdict, why: str = "") -> str:
        """Judge the two actors of a question, as they are now. Raises TadmorError when they are gone, or one by now."""
        from reader.newsroom.review import actors_of

        left, right = actors_of(self._library.reader(), question)
        return self.judge(left, right, verdict, why)

    # Dictionaries

    @property
    def dictionary(self) -> "Dictionary":
        """The built-in dictionary under the person's own entries, as they are now.

        Of a very large one only what can matter to the library's articles; `dictionary_about` is for other names.
        """
        db = self._library.reader()
        stamp = entries.stamp(db)
        known = self._known
        if known is None or known[0] != stamp:
            from reader.newsroom.dictionaries import over_builtin

            own = entries.at_hand(db)
            unchanged = known is not None and known[0][0] == stamp[0] and known[1] == own
            known = self._known = stamp, own, known[2] if known is not None and unchanged else over_builtin(own)
        return known[2]

    def dictionary_about(self, names: Sequence[str]) -> "Dictionary":
        """The same, with all that can matter to some names, which need not be in any article."""
        from reader.newsroom.dictionaries import over_builtin

        own = entries.at_hand(self._library.reader(), names)
        known = self.dictionary
        return known if self._known is not None and self._known[1] == own else over_builtin(own)

    def add_dictionary(
        self,
        file: Path,
        manner: "Manner | None" = None,
        *,
        progress: Callable[[Progress], None] = _nobody_listens,
    ) -> "Added":
        """Take in a dictionary, or the newer version of one, in any of the formats that docs/dictionary.md names.

        What an earlier version had and this one has not goes. Raises TadmorError when the file cannot be read, or
        holds no entry.
        """
        from reader.newsroom.dictionaries import take_in

        return take_in(file, manner, self._act, progress)

    def dictionaries(self) -> list[tuple[str, int]]:
        """The user's dictionaries by file name, with how many entries each has."""
        return entries.sources(self._library.reader())

    def dictionary_entries(self, names: Sequence[str] = ()) -> "list[Entry]":
        """The user's own entries by id; with `names`, those of the dictionaries called so.

        Raises TadmorError when one is not there.
        """
        held = dict(self.dictionaries())
        for name in names:
            if name not in held:
                raise TadmorError(f"No dictionary is called {name}. `tadmor dictionary list` shows their names.")
        own = entries.entries(self._library.reader())
        return [entry for entry in own if not names or entry.source in names]

    def remove_dictionary(self, name: str) -> str:
        """Forget the entries that came from a file of this name."""
        ids = [entry.id for entry in self.dictionary_entries([name])]
        return self._act(lambda db: vocabulary.remove(db, ids))

    # Judgements, from one library to another

    def export_judgements(self, there: Path | None = None) -> "Exported":
        """All that was judged and holds, as JSON Lines; with what only the file that is `there` already says.

        Raises TadmorError when that file holds something else.
        """
        from reader.newsroom.sharing import export

        return export(self._library.reader(), there)

    def import_judgements(self, file: Path, entities: Path | None = None) -> "Imported":
        """Take in what others judged: our own lines, or the resolver of nomenklatura or FollowTheMoney.

        `entities` says who a resolver's ids are. What contradicts a judgement of this library changes nothing and is
        told. Raises TadmorError when a file cannot be read, or holds nothing of the kind.
        """
        from reader.newsroom.sharing import take_in

        return take_in(file, self._library.reader(), entities, self._act)

    # Work: in a worker thread; cancelled between two batches, and going on from there the next time

    def add(
        self,
        paths: Sequence[str | Path],
        mapping: Mapping[str, str] = {},
        *,
        stdin: BinaryIO | None = None,
        progress: Callable[[Progress], None] = _nobody_listens,
        cancelled: Callable[[], bool] = _never,
    ) -> Intake:
        """Add the articles of files and folders ("-" is standard input); adding the same again changes nothing.

        `mapping` names the fields of JSONL and CSV files: `{"title": "headline"}`.
        """
        from reader.newsroom.intake import take_in

        return take_in(self._library, paths, mapping, stdin, progress, cancelled)

    def analyse(
        self,
        first: Sequence[int] = (),
        *,
        progress: Callable[[Progress], None] = _nobody_listens,
        cancelled: Callable[[], bool] = _never,
        on_article: Callable[[int], None] = lambda article: None,
    ) -> None:
        """Recognise what waits, the articles of `first` before the others, then link all of it.

        `on_article` is called with each article whose actors are known now. Raises TadmorError at the end, when there
        were articles that the recogniser tripped over; all others are done.
        """
        from reader.newsroom.analysis import link_if_wanted, recognise_waiting

        with self._working:
            failed = recognise_waiting(
                self._library, self._load_recogniser, self.dictionary, first, progress, cancelled, on_article
            )
            if not cancelled():
                link_if_wanted(self._library, self.dictionary, progress, cancelled)
        if failed:
            numbers = ", ".join(map(str, [*failed][:10])) + (", …" if len(failed) > 10 else "")
            reason = next(iter(failed.values()))
            raise TadmorError(
                f"No actors could be recognised in article {numbers} ({reason}). {where()} Please report it."
            )

    def settle(
        self,
        *,
        progress: Callable[[Progress], None] = _nobody_listens,
        cancelled: Callable[[], bool] = _never,
    ) -> bool:
        """Work out for the whole library what was judged, marked or taught since linking last ran.

        Returns whether there was anything.
        """
        from reader.newsroom.analysis import link_if_wanted

        with self._working:
            return link_if_wanted(self._library, self.dictionary, progress, cancelled)

    def relink(
        self,
        *,
        progress: Callable[[Progress], None] = _nobody_listens,
        cancelled: Callable[[], bool] = _never,
    ) -> None:
        """Link all actors anew from the recognised mentions, the dictionaries and the judgements; count them anew."""
        from reader.library.counts import recount_all
        from reader.newsroom.analysis import link_all

        with self._working:
            link_all(self._library, self.dictionary, progress, cancelled)
            with self._library.write() as db:
                recount_all(db)

    def _load_recogniser(self) -> "Recogniser":
        from reader.newsroom.recognisers import chosen

        known, name = self.dictionary, chosen(self._library.reader())
        if self._recogniser is None or self._recogniser.name != name or self._recogniser_knows is not known:
            from reader.recognise import load

            self._recogniser = load(name, known)
            self._recogniser_knows = known
        return self._recogniser

    def recognisers(self) -> "list[Offer]":
        """The recognisers on this machine, the one that this library is read with marked."""
        from reader.newsroom.recognisers import offers

        return offers(self._library.reader())

    def use_recogniser(self, name: str, *, again: bool = False) -> str:
        """Read articles with this recogniser from now on; with `again`, `analyse` reads anew what another one has read.

        Raises TadmorError when it is not there or does not start; nothing is changed then.
        """
        from reader.newsroom.recognisers import choose
        from reader.recognise import load

        load(name, self.dictionary)
        with self._library.write() as db:
            choose(db, name)
            waiting = articles.read_anew(db, name) if again else 0
        line = f"Actors are found by {clean_line(name, 60)} from now on"
        return f"{line}; {counted(waiting, 'article is', 'articles are')} to be read anew." if waiting else f"{line}."

    # Export

    def export_article(self, article: int, style: str = "bold") -> str:
        """An article as Markdown, its mentions marked: `bold`, `highlight`, `html` or `obsidian`."""
        from reader.export.content import MarkStyle
        from reader.newsroom.publishing import export_article

        return export_article(self._library.reader(), article, MarkStyle(style))

    def export_actor(self, actor: int, style: str = "bold") -> str:
        """An actor's dossier as Markdown: spellings, and every mention in its sentence, by date."""
        from reader.export.content import MarkStyle
        from reader.newsroom.publishing import export_actor

        return export_actor(self._library.reader(), actor, MarkStyle(style))

    def export_filter(self, filter: str, style: str = "bold") -> Iterator[tuple[str, str]]:
        """The articles that a filter finds, each as a file name and its Markdown."""
        from reader.export.content import MarkStyle
        from reader.newsroom.publishing import export_each

        found = list_articles(self._library, parse(filter))
        numbers = (row.id for row in found.rows(0, found.total))
        return export_each(self._library.reader(), numbers, MarkStyle(style))
