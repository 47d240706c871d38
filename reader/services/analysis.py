"""Recognising what waits, and making chains of it; in the background, cancellable, and going on where it stopped."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.library import marks, nodes
from reader.library.analysis import Place, owners, place, recognised, shape_found, shape_stored, store_analysis
from reader.library.articles import analysed_by, status, texts, version, waiting
from reader.library.overrides import SuppressedSpellings
from reader.library.store import Library, Writer
from reader.library.views import Home, Waiting
from reader.linking import chains_of
from reader.logs import reason
from reader.model import Chain, Document, Field, Mention, TadmorError
from reader.ner import recognise_documents
from reader.ner.protocol import Recogniser
from reader.services.linking import Linker
from reader.services.views import Progress

_log = logging.getLogger(__name__)

BATCH = 8
"""Articles in one transaction: few enough that the open one is soon done."""

Tell = Callable[[Progress], None]


def recognise_waiting(
    library: Library,
    load: Callable[[], Recogniser],
    linker: Callable[[Writer], Linker],
    first: Sequence[int],
    progress: Tell,
    cancelled: Callable[[], bool],
    on_article: Callable[[int], None],
) -> Mapping[int, str]:
    """Recognise every article that waits, those of `first` before the others; linking has to follow.

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
        failed |= _recognise(library, recogniser, linker, batch)
        for article in batch:
            if article.id not in failed:
                on_article(article.id)
        done += len(batch)
        progress(Progress("recognising", min(done, total), total))
    _log.info("Recognised %d articles with %s; %d could not be", done - len(failed), recogniser.name, len(failed))
    return failed


def _recognise(
    library: Library, recogniser: Recogniser, linker: Callable[[Writer], Linker], batch: Sequence[Waiting]
) -> Mapping[int, str]:
    """Recognise a batch in one transaction; where that fails, one by one, so that one text cannot keep others back."""
    try:
        found = list(recognise_documents(recogniser, [(article.title, article.body) for article in batch]))
        with library.write() as db:
            knows = linker(db)
            for article, mentions in zip(batch, found, strict=True):
                _store(db, knows, article, _find(db, knows, article, mentions), recogniser.name)
    except TadmorError:
        raise
    except Exception as error:
        if len(batch) == 1:
            _log.exception("Article %d could not be recognised", batch[0].id)
            return {batch[0].id: reason(error)}
        _log.warning("A batch could not be recognised: its articles are tried one by one", exc_info=True)
        failed: dict[int, str] = {}
        for article in batch:
            failed |= _recognise(library, recogniser, linker, [article])
        return failed
    return {}


def make_chains_again(db: Writer, linker: Linker, articles: Iterable[int]) -> None:
    """Make articles' chains again from what was recognised and a person's marks, without the recogniser.

    Where they come out as they are, they stay, and only their nodes may be others. An article that still waits for the
    recogniser gets its marks when it has been read.
    """
    for article in articles:
        recogniser = analysed_by(db, article)
        if recogniser is not None:
            title, body = texts(db, article)
            waits = Waiting(article, version(db, article), title, body)
            found = _find(db, linker, waits, recognised(db, article))
            if shape_found(found.mentions, found.chains, found.dropped) != shape_stored(db, article):
                _store(db, linker, waits, found, recogniser, owners(db, article))
            elif nodes.keys_of(db, article) != sorted(one.key for one in linker.identities(found.chains)):
                nodes.leave(db, article)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in an article."""

    mentions: Sequence[Mention]
    chains: Sequence[Chain]
    dropped: Sequence[Mention]
    """What was recognised, but gives way to a person's marks or names nobody."""


def _find(db: Writer, linker: Linker, article: Waiting, mentions: Sequence[Mention]) -> _Found:
    """An article's mentions, a person's marks laid over them, in chains."""
    kept, dropped = marks.apply(mentions, marks.active(db, article.id))
    kept, suppressed = _without_suppressed(db, article, kept)
    document = Document(str(article.id), article.title, article.body, kept)
    return _Found(kept, chains_of(document, linker.dictionary, linker.judgements), [*dropped, *suppressed])


def _store(
    db: Writer,
    linker: Linker,
    article: Waiting,
    found: _Found,
    recogniser: str,
    owners: Mapping[Place, int] = {},
) -> None:
    """Store what was found in one article, for linking to look at.

    `owners` says whose a mention was before: it stays so until then.
    """
    homes = {}
    for chain, identity in zip(found.chains, linker.identities(found.chains), strict=True):
        before = {owners.get(place(found.mentions[member])) for member in chain.members} - {None}
        entry = identity.entry
        home = Home(None, identity.key, identity.kind, entry.name if entry else chain.name, entry.id if entry else "")
        homes[chain.id] = replace(home, actor=before.pop()) if len(before) == 1 else home
    store_analysis(
        db,
        article.id,
        article.version,
        found.mentions,
        found.chains,
        homes,
        dropped=found.dropped,
        analysed=recogniser,
    )


def _without_suppressed(db: Writer, article: Waiting, mentions: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The mentions that may name somebody, and those whose spelling a person said names nobody."""
    suppressed = SuppressedSpellings(db)
    if not suppressed:
        return mentions, []
    texts = {Field.TITLE: article.title, Field.BODY: article.body}
    out = [m for m in mentions if suppressed.dismisses(texts[m.field][m.start : m.end], m)]
    return [m for m in mentions if m not in out], out
