"""Following up: what a person did, and what came in, is linked, a little in each transaction, until nothing is left."""

import logging
from collections.abc import Callable, Collection, Iterable, Sequence

from reader.library import failures, judgements, nodes, repetition
from reader.library.actor_edits import naming_both
from reader.library.change import begin_anew, forget_rechain, is_to_link_anew, rechain_later, to_rechain
from reader.library.linked import Moved
from reader.library.store import Library, Writer
from reader.linking.judging import taken
from reader.linking.ties import asked, asking, known, words_of
from reader.logs import reason, where
from reader.model import Judgement, TadmorError, Verdict
from reader.names.dictionary import Dictionary
from reader.plurals import counted
from reader.services.linking import Linker
from reader.services.recognising import BATCH, make_chains_again, with_what
from reader.services.views import Progress

_log = logging.getLogger(__name__)

AT_ONCE = 20
"""Articles whose chains are made again while a person waits: a tenth of a second."""

ENTERED = 40
"""Articles whose chains are put into their nodes in one transaction."""

LINKED = 400
"""Nodes whose pieces are linked in one transaction: nobody waits long for the library."""

MOST = 2000
"""Nodes whose pieces are linked while a person waits; where an act touches more, all of it is linked by and by."""


def settle(
    library: Library,
    dictionary: Callable[[], Dictionary],
    progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
) -> bool:
    """Link all that is to be linked; returns whether there was anything.

    Several may do so at once, in threads and programs: each takes what is left. A kill loses the last step at most.

    Raises:
        TadmorError: the program tripped over something; all the rest is linked, and this is left alone until it or
            the program has changed.
    """
    most = 0
    steps = _Steps(library, dictionary)
    while not cancelled():
        try:
            with library.write() as db:
                left = steps.take(db)
        except TadmorError:
            raise
        except Exception as error:
            steps.failed(error)
            continue
        if not left:
            break
        most = max(most, left)
        progress(Progress("linking", most - left, most))
    steps.tell()
    return most > 0


class _Steps:
    """What is to be done, a little at a time; what the program trips over is done one by one, and then left out."""

    def __init__(self, library: Library, dictionary: Callable[[], Dictionary]) -> None:
        self._library = library
        self._dictionary = dictionary
        self._out = {step: failures.standing(library.reader(), step) for step in failures.LINKING}
        """Left out: the articles whose chains cannot be made or entered, the nodes whose pieces cannot be resolved."""
        self._new: dict[failures.Step, set[int]] = {step: set() for step in failures.LINKING}
        """Those that were not known to be."""
        self._doing: tuple[failures.Step, Sequence[int]] = failures.Step.LINKED, ()
        """Where what is being done belongs if it fails, and what it is."""
        self._singly = 0
        """So many steps take one thing each: one of them fails."""
        self._reason = ""

    def take(self, db: Writer) -> int:
        """Do a little of what is to be done; returns how much there was, in no unit."""
        self._doing = failures.Step.LINKED, ()
        if is_to_link_anew(db):
            nodes.clear(db)
            begin_anew(db)
            self._out = {step: set() for step in failures.LINKING}
        if (outlet := repetition.unsettled(db)) is not None:
            rechain_later(db, repetition.settle(db, outlet))
            return max(1, nodes.how_much(db))
        articles, numbers = (self._out[step] for step in failures.LINKING)
        again = self._some(lambda most: to_rechain(db, most), BATCH, articles)
        entering = [] if again else self._some(lambda most: nodes.to_enter(db, most), ENTERED, articles)
        found = [] if again or entering else self._some(lambda most: nodes.unlinked(db, most), LINKED, numbers)
        if not (again or entering or found or judgements.unfollowed(db)):
            return 0
        left = nodes.how_much(db)
        linker = Linker(db, self._dictionary())
        rechain_later(db, sorted(_follow(db, linker, self._dictionary())))
        self._doing = failures.Step.LINKED if found else failures.Step.CHAINED, again or entering or found
        if again:
            forget_rechain(db, again)
            make_chains_again(db, linker, again)
        elif entering:
            linker.enter(entering)
        else:
            nodes.forget_unlinked(db, found)
            linker.link(found)
        self._singly = max(0, self._singly - 1)
        return max(1, left)

    def _some(self, first: Callable[[int], Sequence[int]], most: int, out: Collection[int]) -> list[int]:
        return [one for one in first(most + len(out)) if one not in out][: 1 if self._singly else most]

    def failed(self, error: Exception) -> None:
        """The last step failed with this and is undone.

        Raises:
            Exception: that one, where it has nothing to do with what the step was about.
        """
        step, doing = self._doing
        if not doing:
            raise error
        if len(doing) > 1:
            _log.warning("A step of linking failed: its parts are tried one by one", exc_info=error)
            self._singly = len(doing)
            return
        _log.error("Something could not be linked", exc_info=error)
        why = reason(error)
        with self._library.write() as db:
            failures.record(db, step, with_what(), [(one, why) for one in doing])
        self._out[step].update(doing)
        self._new[step].update(doing)
        self._singly = max(0, self._singly - 1)
        self._reason = self._reason or why

    def tell(self) -> None:
        """Say what was left out.

        Raises:
            TadmorError: something was.
        """
        articles, names = (self._new[step] for step in failures.LINKING)
        if articles or names:
            numbers = ", ".join(map(str, sorted(articles)[:10])) + (", …" if len(articles) > 10 else "")
            what = [f"article {numbers}"] if numbers else []
            what += [counted(len(names), "name")] if names else []
            raise TadmorError(
                f"The actors of {' and '.join(what)} could not be linked ({self._reason}). {where()}"
                " Please report it; `tadmor add` tries again."
            )


def at_once(db: Writer, dictionary: Callable[[], Dictionary], again: Iterable[int], waiting: Collection[int]) -> Moved:
    """Link what an act touched, in its own transaction; returns what changed hands.

    The chains of the articles `again` are made anew, those of many by and by; `waiting` was to be linked before.
    """
    again = set(again)
    if is_to_link_anew(db):
        rechain_later(db, sorted(again))
        return Moved()
    if not (again or judgements.unfollowed(db) or nodes.to_enter(db, 1) or nodes.unlinked(db, len(waiting) + 1)):
        return Moved()
    linker = Linker(db, dictionary())
    articles = sorted(again | _follow(db, linker, dictionary()))
    make_chains_again(db, linker, articles[:AT_ONCE])
    rechain_later(db, articles[AT_ONCE:])
    linker.enter(nodes.to_enter(db, AT_ONCE))
    numbers = [number for number in nodes.unlinked(db) if number not in waiting]
    if len(numbers) > MOST:
        return Moved()
    nodes.forget_unlinked(db, numbers)
    return linker.link(numbers)


def _follow(db: Writer, linker: Linker, whole: Dictionary) -> set[int]:
    """Look again at all that judgements say which came or went; returns the articles whose chains they change."""
    changed = judgements.unfollowed(db)
    if not changed:
        return set()
    before = taken(whole, judgements.followed(db))
    now = taken(whole, linker.judgements)
    articles: set[int] = set()
    for number, told, stands in changed:
        words = words_of(told)
        nodes.unlink(db, nodes.offering(db, words))
        if stands:
            nodes.put_ties(db, -number, (), words)
        else:
            nodes.untie(db, -number)
        articles |= _named_apart(db, told, stands)
    for entry in before.keys() | now.keys():
        names = before.get(entry, frozenset()) ^ now.get(entry, frozenset())
        if names:
            nodes.unlink(db, nodes.offering(db, [known(entry)]))
            articles |= _asking(db, names)
    judgements.follow(db)
    return articles


def _named_apart(db: Writer, told: Judgement, stands: bool) -> set[int]:
    """The articles that a judgement is about, and those that have both its names, in one chain or in two."""
    here = [anchor.article for anchor in (told.left, told.right) if anchor.article is not None]
    if here:
        return {int(origin.location) for origin in here if not origin.record and origin.location.isdecimal()}
    return set() if told.verdict is Verdict.SAME else set(naming_both(db, told, one_chain=stands))


def _asking(db: Writer, keys: Collection[str]) -> set[int]:
    """The articles in which a text asks for one of these names, which a known actor lost or got back.

    So does a name that lost its apostrophe: whom "UNs" means hangs on whom "UN" does.
    """
    wanted = {*keys, *(f"{key}s" for key in keys)}
    found: set[int] = set()
    for row in nodes.rows(db, nodes.offering(db, asking(wanted))):
        texts = [text for text in row.texts if not wanted.isdisjoint(asked(text))]
        if texts:
            found |= nodes.articles_with(db, row.id, texts)
    return found
