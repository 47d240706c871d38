"""Recognising and linking what the library holds: in the background, cancellable, and going on where it stopped."""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.library import marks
from reader.library.analysis import Known, all_chains, recognised, store_analysis, store_resolution
from reader.library.articles import analysed_by, status, texts, version, waiting
from reader.library.entries import set_setting, setting
from reader.library.judgements import judgements_by_number
from reader.library.store import Library, Reader, Writer
from reader.library.views import Home, Waiting
from reader.linking import Cancelled, attach, chains_of, resolve
from reader.model import Chain, Document, Mention
from reader.names.analyse import analyse as analyse_name
from reader.names.dictionary import Dictionary
from reader.newsroom.views import Progress
from reader.recognise import recognise_documents
from reader.recognise.protocol import Recogniser

BATCH = 8
"""Articles recognised together: enough to fill the network's batches, few enough that the open one is soon done."""

_TO_LINK = "to link"
"""Setting that is there while something came in, or a verdict was given, that linking has not run over yet."""

Tell = Callable[[Progress], None]


def wants_linking(db: Writer) -> None:
    """Remember, in the same transaction as the change, that linking has to run again."""
    set_setting(db, _TO_LINK, secrets.token_hex(8))


def recognise_waiting(
    library: Library,
    load: Callable[[], Recogniser],
    dictionary: Dictionary,
    first: Sequence[int],
    progress: Tell,
    cancelled: Callable[[], bool],
    on_article: Callable[[int], None],
) -> None:
    """Recognise every article that waits, those of `first` before the others; attach their chains to known actors."""
    total = status(library.reader()).waiting
    if not total:
        return
    progress(Progress("recognising", 0, total))
    recogniser = load()
    done = 0
    while not cancelled() and (batch := waiting(library.reader(), BATCH, first)):
        found = recognise_documents(recogniser, [(article.title, article.body) for article in batch])
        with library.write() as db:
            for article, mentions in zip(batch, found, strict=True):
                _keep(db, article, mentions, dictionary, recogniser.name)
            wants_linking(db)
        for article in batch:
            on_article(article.id)
        done += len(batch)
        progress(Progress("recognising", min(done, total), total))


def _keep(db: Writer, article: Waiting, mentions: Sequence[Mention], dictionary: Dictionary, recogniser: str) -> None:
    """Store one article's mentions, a person's marks laid over them, in chains attached to actors."""
    kept, dropped = marks.apply(mentions, marks.active(db, article.id))
    chains = chains_of(Document(str(article.id), article.title, article.body, kept), dictionary)
    homes = _homes(db, chains, dictionary)
    store_analysis(db, article.id, article.version, kept, chains, homes, dropped=dropped, analysed=recogniser)


def _homes(db: Reader, chains: Sequence[Chain], dictionary: Dictionary) -> Mapping[str, Home]:
    attached = attach(chains, Known(db), dictionary, judgements_by_number(db))
    homes = {}
    for chain in chains:
        found = attached[chain.id]
        entry = dictionary.lookup(analyse_name(chain.name, chain.kind))
        homes[chain.id] = Home(
            actor=found.actor,
            key=found.key,
            kind=entry.kind if entry else chain.kind,
            name=entry.name if entry else chain.name,
            known=entry.id if entry else "",
            evidence=found.evidence,
        )
    return homes


def lay_marks(db: Writer, articles: Iterable[int], dictionary: Dictionary) -> None:
    """Make articles' chains again from what was recognised and a person's marks, without the recogniser.

    An article that still waits for the recogniser gets its marks when it has been read.
    """
    for article in articles:
        recogniser = analysed_by(db, article)
        if recogniser is not None:
            title, body = texts(db, article)
            waits = Waiting(article, version(db, article), title, body)
            _keep(db, waits, recognised(db, article), dictionary, recogniser)


def link_all(library: Library, dictionary: Dictionary, progress: Tell, cancelled: Callable[[], bool]) -> None:
    """Link every chain of the library anew, whatever the order in which its articles came."""
    db = library.reader()
    asked = setting(db, _TO_LINK)
    try:
        resolution = resolve(
            all_chains(db),
            dictionary,
            judgements_by_number(db),
            cancelled=cancelled,
            progress=lambda done, total: progress(Progress("linking", done, total)),
        )
    except Cancelled:
        return
    with library.write() as writer:
        store_resolution(writer, resolution)
        # What came in while linking ran is still to be linked.
        if setting(writer, _TO_LINK) == asked:
            set_setting(writer, _TO_LINK, None)


def link_if_wanted(library: Library, dictionary: Dictionary, progress: Tell, cancelled: Callable[[], bool]) -> None:
    """Link all, if anything changed since it was last done: also after a stop between recognising and linking."""
    if setting(library.reader(), _TO_LINK) is not None:
        link_all(library, dictionary, progress, cancelled)
