"""Recognising and linking what the library holds: in the background, cancellable, and going on where it stopped."""

import logging
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from reader.library import marks
from reader.library.analysis import (
    Place,
    all_chains,
    last_chain,
    owners,
    place,
    recognised,
    store_analysis,
    store_resolution,
)
from reader.library.articles import analysed_by, status, texts, version, waiting
from reader.library.change import more_to_rechain, rechain_later, to_rechain
from reader.library.entries import set_setting, setting
from reader.library.judgements import judgements_by_number
from reader.library.known import Known
from reader.library.rulings import Nobody
from reader.library.store import Library, Reader, Writer
from reader.library.views import Home, Waiting
from reader.linking import Attachment, Cancelled, attach, chains_of, heeding, resolve
from reader.logs import reason
from reader.model import Chain, Document, Field, Judgement, Mention, TadmorError
from reader.names.dictionary import Dictionary
from reader.newsroom.views import Progress
from reader.recognise import recognise_documents
from reader.recognise.protocol import Recogniser

_log = logging.getLogger(__name__)

BATCH = 8
"""Articles in one transaction: few enough that the open one is soon done."""

AT_ONCE = 20
"""Articles whose chains are made again while a person waits: a tenth of a second."""

_TO_LINK = "to link"
"""Setting that is there while something came in, or a verdict was given, that linking has not run over yet."""

_LINKED = "linked"
"""Setting: the number of the newest chain when linking last ran over all."""

LARGE = 250_000
"""Chains from which linking all of them takes minutes (`benchmarks/linking_scale.py`)."""

SHARE = 100
"""A large library is linked anew when one in so many of its chains is new; until then new ones stay attached."""

Tell = Callable[[Progress], None]


def wants_linking(db: Writer) -> str:
    """Remember, in the same transaction as the change, that linking has to run again; returns the wish's own name."""
    wish = secrets.token_hex(8)
    set_setting(db, _TO_LINK, wish)
    return wish


def _worth_linking(db: Writer) -> bool:
    """Whether what came in since linking last ran is worth running it again: always, but in a large library."""
    linked = int(setting(db, _LINKED) or 0)
    return linked < LARGE or (last_chain(db) - linked) * SHARE >= linked


def recognise_waiting(
    library: Library,
    load: Callable[[], Recogniser],
    dictionary: Dictionary,
    first: Sequence[int],
    progress: Tell,
    cancelled: Callable[[], bool],
    on_article: Callable[[int], None],
) -> Mapping[int, str]:
    """Recognise every article that waits, those of `first` before the others; attach their chains to known actors.

    Returns why articles could not be recognised, by number: they go on waiting, and all others are done.
    """
    failed: dict[int, str] = {}
    total = status(library.reader()).waiting
    if not total:
        return failed
    progress(Progress("recognising", 0, total))
    recogniser = load()
    done = 0
    while not cancelled():
        queue = waiting(library.reader(), BATCH + len(failed), first)
        batch = [article for article in queue if article.id not in failed][:BATCH]
        if not batch:
            break
        failed |= _recognise(library, recogniser, dictionary, batch)
        for article in batch:
            if article.id not in failed:
                on_article(article.id)
        done += len(batch)
        progress(Progress("recognising", min(done, total), total))
    _log.info("Recognised %d articles with %s; %d could not be", done - len(failed), recogniser.name, len(failed))
    return failed


def _recognise(
    library: Library, recogniser: Recogniser, dictionary: Dictionary, batch: Sequence[Waiting]
) -> Mapping[int, str]:
    """Recognise a batch in one transaction; where that fails, one by one, so that one text cannot keep others back."""
    try:
        found = recognise_documents(recogniser, [(article.title, article.body) for article in batch])
        with library.write() as db:
            judged = judgements_by_number(db)
            heeded = heeding(dictionary, judged)
            for article, mentions in zip(batch, found, strict=True):
                _keep(db, article, mentions, heeded, judged, recogniser.name)
            if _worth_linking(db):
                wants_linking(db)
    except TadmorError:
        raise
    except Exception as error:
        if len(batch) == 1:
            _log.exception("Article %d could not be recognised", batch[0].id)
            return {batch[0].id: reason(error)}
        _log.warning("A batch could not be recognised: its articles are tried one by one", exc_info=True)
        failed: dict[int, str] = {}
        for article in batch:
            failed |= _recognise(library, recogniser, dictionary, [article])
        return failed
    return {}


def _keep(
    db: Writer,
    article: Waiting,
    mentions: Sequence[Mention],
    dictionary: Dictionary,
    judged: Sequence[Judgement],
    recogniser: str,
    owners: Mapping[Place, int] = {},
) -> None:
    """Store one article's mentions, a person's marks laid over them, in chains attached to actors.

    `owners` says whose a mention was before: it stays so where nothing but linking over all can tell.
    """
    kept, dropped = marks.apply(mentions, marks.active(db, article.id))
    kept, nobody = _without_nobody(db, article, kept)
    document = Document(str(article.id), article.title, article.body, kept)
    chains = chains_of(document, dictionary, judged)
    homes = _homes(chains, attach(chains, Known(db), dictionary, judged), dictionary)
    for chain in chains:
        before = {owners.get(place(kept[member])) for member in chain.members} - {None}
        if len(before) == 1:
            homes[chain.id] = replace(homes[chain.id], actor=before.pop())
    store_analysis(
        db, article.id, article.version, kept, chains, homes, dropped=[*dropped, *nobody], analysed=recogniser
    )


def _without_nobody(db: Writer, article: Waiting, mentions: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The mentions that may name somebody, and those whose spelling a person said names nobody."""
    nobody = Nobody(db)
    if not nobody:
        return mentions, []
    texts = {Field.TITLE: article.title, Field.BODY: article.body}
    out = [m for m in mentions if nobody.dismisses(texts[m.field][m.start : m.end], m)]
    return [m for m in mentions if m not in out], out


def _homes(chains: Sequence[Chain], attached: Mapping[str, Attachment], dictionary: Dictionary) -> dict[str, Home]:
    homes = {}
    for chain in chains:
        found = attached[chain.id]
        entry = dictionary.entry(found.key)
        homes[chain.id] = Home(
            actor=found.actor,
            key=found.key,
            kind=entry.kind if entry else chain.kind,
            name=entry.name if entry else chain.name,
            known=entry.id if entry else "",
            evidence=found.evidence,
        )
    return homes


def rechain(db: Writer, articles: Sequence[int], dictionary: Dictionary) -> None:
    """Make articles' chains again: of a few at once, so that a person sees it; of many before linking runs."""
    lay_marks(db, articles[:AT_ONCE], dictionary)
    rechain_later(db, articles[AT_ONCE:])


def lay_marks(db: Writer, articles: Iterable[int], dictionary: Dictionary) -> None:
    """Make articles' chains again from what was recognised and a person's marks, without the recogniser.

    An article that still waits for the recogniser gets its marks when it has been read.
    """
    judged = judgements_by_number(db)
    heeded = heeding(dictionary, judged)
    for article in articles:
        recogniser = analysed_by(db, article)
        if recogniser is not None:
            title, body = texts(db, article)
            waits = Waiting(article, version(db, article), title, body)
            _keep(db, waits, recognised(db, article), heeded, judged, recogniser, owners(db, article))


def link_all(library: Library, dictionary: Dictionary, progress: Tell, cancelled: Callable[[], bool]) -> None:
    """Link every chain of the library anew, whatever the order in which its articles came.

    Several may do so at once, in threads and programs. Each leaves its wish before it looks; whoever finds its own wish
    still there at the end has seen everything that is in the library, and takes the wish away. What a person judges
    meanwhile holds: linking that did not know of it is done again.
    """
    while not cancelled():
        with library.write() as writer:
            lay_marks(writer, to_rechain(writer, BATCH), dictionary)
            asked = wants_linking(writer)
            if more_to_rechain(writer):
                continue
        db = library.reader()
        judged = judgements_by_number(db)
        newest = last_chain(db)
        try:
            resolution = resolve(
                all_chains(db),
                dictionary,
                judged,
                cancelled=cancelled,
                progress=lambda done, total: progress(Progress("linking", done, total)),
            )
        except Cancelled:
            return
        with library.write() as writer:
            wish = setting(writer, _TO_LINK)
            if wish is None:
                # Another began later, ended sooner, and knew all that was known here, and perhaps a newer judgement.
                return
            if judgements_by_number(writer) != judged:
                continue
            store_resolution(writer, resolution)
            set_setting(writer, _LINKED, str(newest))
            _log.info("Linked all chains, up to number %d", newest)
            # Another wish: what came in while linking ran is still to be linked.
            if wish == asked:
                set_setting(writer, _TO_LINK, None)
            return


def link_here(db: Writer, dictionary: Dictionary) -> None:
    """Link every chain anew inside a transaction: for a small library, by whoever looks ahead (see `foresight`)."""
    while more_to_rechain(db):
        lay_marks(db, to_rechain(db, BATCH), dictionary)
    store_resolution(db, resolve(all_chains(db), dictionary, judgements_by_number(db)))


def waits_for_linking(db: Reader) -> bool:
    """Whether linking has to run again."""
    return setting(db, _TO_LINK) is not None


def link_if_wanted(library: Library, dictionary: Dictionary, progress: Tell, cancelled: Callable[[], bool]) -> bool:
    """Link all, if anything changed since it was last done: also after a stop between recognising and linking.

    Returns whether anything had.
    """
    wanted = waits_for_linking(library.reader())
    if wanted:
        link_all(library, dictionary, progress, cancelled)
    return wanted
