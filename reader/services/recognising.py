"""Recognising what waits, and making chains of it; in the background, cancellable, and going on where it stopped."""

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reader import __version__
from reader.library import failures, marks, nodes, rechained, repetition
from reader.library.analysis import store_analysis
from reader.library.articles import analysed, status, waiting
from reader.library.overrides import SuppressedSpellings
from reader.library.rechained import Fresh, Held, Kept, Row, row_of, shape_of
from reader.library.store import Library, Writer
from reader.library.views import Home, Waiting
from reader.linking import chains_of
from reader.linking.nodes import Identity
from reader.logs import reason
from reader.model import Chain, Document, Field, Mention, TadmorError
from reader.ner import recognise_documents
from reader.ner.protocol import Recogniser
from reader.ner.repetition import Line, repeatable
from reader.services.linking import Linker
from reader.services.outlets import home_of
from reader.services.views import Progress

_log = logging.getLogger(__name__)

BATCH = 8
"""Articles in one transaction: few enough that the open one is soon done."""

Tell = Callable[[Progress], None]


def with_what(recogniser: str = "") -> str:
    """What may do better in another version: the recogniser, if it has a part in it, and the program."""
    return f"{recogniser} {__version__}".strip()


def recognise_waiting(
    library: Library,
    load: Callable[[], Recogniser],
    by: str,
    linker: Callable[[Writer], Linker],
    first: Sequence[int],
    progress: Tell,
    cancelled: Callable[[], bool],
    on_article: Callable[[int], None],
) -> Mapping[int, str]:
    """Recognise every article that waits, those of `first` before the others; linking has to follow.

    `by` says with what (`with_what`). Returns why articles could not be recognised, by number. They are left alone from
    then on, until another recogniser, another version of the program or another text may do better; all others are
    done.
    """
    failed: dict[int, str] = {}
    total = status(library.reader()).waiting
    if not total:
        return failed
    progress(Progress("recognising", 0, total))
    recogniser = load()
    done = 0
    while not cancelled():
        batch = waiting(library.reader(), BATCH, first)
        if not batch:
            break
        found = _recognise(library, recogniser, linker, batch)
        if found:
            with library.write() as db:
                failures.record(db, failures.Step.RECOGNISED, by, found.items())
        failed |= found
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
            knows, nobody = linker(db), SuppressedSpellings(db)
            for article, mentions in zip(batch, found, strict=True):
                _store(db, knows, article, _find(db, knows, nobody, article, mentions), recogniser.name)
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
    recogniser gets its marks when it has been read, one that is removed when it is brought back.
    """
    made = []
    nobody = SuppressedSpellings(db)
    for article, recogniser in filter(None, (analysed(db, number) for number in articles)):
        was = rechained.kept(db, article.id)
        found = _find(db, linker, nobody, article, was.recognised)
        if {*found.rows, *map(row_of, found.dropped)} == was.mentions.keys():
            made.append((article.id, found, was))
            _note_lines(db, article, found)
        else:
            _store(db, linker, article, found, recogniser, was)
    _store_different(db, linker, made)


def _store_different(db: Writer, linker: Linker, made: Iterable[tuple[int, "_Found", Kept]]) -> None:
    """Store the chains that came out otherwise, of articles whose mentions are the same, and put them into nodes."""
    fresh: list[tuple[Fresh, Identity]] = []
    entering: list[tuple[Chain, Identity]] = []
    dropped: list[Held] = []
    gone: list[int] = []
    renamed = []
    for article, found, was in made:
        left = dict(was.chains)
        identities = linker.identities(found.chains)
        if {identity.key for identity in identities} != set(was.keys.values()):
            renamed.append(article)
        for chain, identity in zip(found.chains, identities, strict=True):
            number = left.pop(shape_of(found.rows, chain), None)
            if number is None:
                members = {member: was.mentions[found.rows[member]] for member in chain.members}
                fresh.append((Fresh(article, chain, _home(found, chain, identity, was), members), identity))
            elif was.keys[number] != identity.key:
                entering.append((replace(chain, id=str(number)), identity))
        dropped += [held for m in found.dropped if (held := was.mentions[row_of(m)]).chain is not None]
        gone += left.values()
    leaving = [*gone, *(int(chain.id) for chain, _ in entering)]
    nodes.unlink_beside_states(db, leaving)
    nodes.take_out(db, leaving)
    numbers = rechained.put(db, [one for one, _ in fresh], dropped, gone)
    entering += [
        (replace(one.chain, id=str(number)), identity) for number, (one, identity) in zip(numbers, fresh, strict=True)
    ]
    linker.put(entering)
    nodes.unlink_beside_states(db, [int(chain.id) for chain, _ in entering])
    nodes.unlink_surnames_in(db, renamed)


@dataclass(frozen=True)
class _Found:
    """What was found in an article."""

    mentions: Sequence[Mention]
    chains: Sequence[Chain]
    dropped: Sequence[Mention]
    """What was recognised, but gives way to a person's marks, names nobody, or stands in what its source repeats."""
    lines: Sequence[Line] = ()
    """Lines that its source may repeat."""

    @cached_property
    def rows(self) -> Sequence[Row]:
        """The mentions as they would be kept."""
        return [row_of(mention) for mention in self.mentions]


def _find(
    db: Writer, linker: Linker, suppressed: SuppressedSpellings, article: Waiting, mentions: Sequence[Mention]
) -> _Found:
    """An article's mentions, a person's marks laid over them, in chains."""
    kept, dropped = marks.apply(mentions, marks.active(db, article.id))
    kept, silent = _without_suppressed(suppressed, article, kept)
    lines = repeatable(article.body, mentions)
    kept, aside = _without_repeated(kept, lines, repetition.repeated(db, article.id, {line.text for line in lines}))
    document = Document(str(article.id), article.title, article.body, kept, home_of(article.url))
    return _Found(kept, chains_of(document, linker.dictionary, linker.judgements), [*dropped, *silent, *aside], lines)


def _store(
    db: Writer, linker: Linker, article: Waiting, found: _Found, recogniser: str, was: Kept | None = None
) -> None:
    """Store what was found in one article, for linking to look at.

    `was` is what is kept of it: a mention stays whose it was until then.
    """
    homes = {
        chain.id: _home(found, chain, identity, was)
        for chain, identity in zip(found.chains, linker.identities(found.chains), strict=True)
    }
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
    _note_lines(db, article, found)


def _note_lines(db: Writer, article: Waiting, found: _Found) -> None:
    repetition.note(db, article.id, ((line.text, line.beside) for line in found.lines))


def _home(found: _Found, chain: Chain, identity: Identity, was: Kept | None) -> Home:
    """Whose a chain is until linking has looked at it: whose its mentions were, if they were one actor's."""
    before = was.owners(found.mentions[member] for member in chain.members) if was else set()
    entry = identity.entry
    return Home(
        before.pop() if len(before) == 1 else None,
        identity.key,
        identity.kind,
        entry.name if entry else chain.name,
        entry.id if entry else "",
    )


def _without_repeated(
    mentions: list[Mention], lines: Sequence[Line], repeated: Collection[int]
) -> tuple[list[Mention], list[Mention]]:
    """The mentions of the story, and those that stand in a line which the source repeats; a person's marks stay."""
    if not repeated:
        return mentions, []
    places = [(line.start, line.end) for line in lines if line.text in repeated]
    out = [
        mention
        for mention in mentions
        if mention.field is Field.BODY
        and mention.by != "hand"
        and any(start <= mention.start < end for start, end in places)
    ]
    return [m for m in mentions if m not in out], out


def _without_suppressed(
    suppressed: SuppressedSpellings, article: Waiting, mentions: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """The mentions that may name somebody, and those whose spelling a person said names nobody."""
    if not suppressed:
        return mentions, []
    texts = {Field.TITLE: article.title, Field.BODY: article.body}
    out = [m for m in mentions if suppressed.dismisses(texts[m.field][m.start : m.end], m)]
    return [m for m in mentions if m not in out], out
