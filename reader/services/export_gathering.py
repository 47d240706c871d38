"""Articles and actors on their way out: gathered from the library, written by `export`."""

from collections.abc import Iterable, Iterator

from reader.export.content import (
    ExportActor,
    ExportArticle,
    ExportMention,
    ExportQuote,
    ExportSpelling,
    KeptMarkdown,
    MarkStyle,
)
from reader.export.escape import file_name
from reader.export.markdown import article as write_article
from reader.export.markdown import dossier as write_dossier
from reader.library.actors import actor, every_quote, here
from reader.library.articles import added_on, page
from reader.library.markdown import kept
from reader.library.store import Reader
from reader.model import Kind, TadmorError
from reader.sources.kept_markdown import places


def export_article(db: Reader, number: int, style: MarkStyle) -> str:
    """An article with its mentions marked, as Markdown. Raises TadmorError when there is no such article."""
    return write_article(_gathered(db, number), style)


def export_each(db: Reader, numbers: Iterable[int], style: MarkStyle) -> Iterator[tuple[str, str]]:
    """Articles one by one, each with a file name of its own."""
    taken: set[str] = set()
    for number in numbers:
        gathered = _gathered(db, number)
        again = 1
        while (name := file_name(gathered.title, gathered.date, again)).casefold() in taken:
            again += 1
        taken.add(name.casefold())
        yield name, write_article(gathered, style)


def _gathered(db: Reader, number: int) -> ExportArticle:
    found = page(db, number)
    if found is None:
        raise TadmorError(f"There is no article {number}. `tadmor list` shows the numbers.")
    actors = {one.id: one for one in here(db, number)}
    markdown = kept(db, number)
    stands = places(markdown, found.title, found.body) if markdown else None
    return ExportArticle(
        title=found.title,
        body=found.body,
        source=found.source,
        author=found.author,
        date=found.date,
        date_guessed=found.date_guessed,
        url=found.url,
        language=found.language,
        origin=found.origin,
        retrieved=added_on(db, number),
        markdown=KeptMarkdown(markdown, stands.title, stands.body) if stands else None,
        unkept=bool(markdown) and stands is None,
        mentions=[
            ExportMention(
                spot.start, spot.end, spot.field, actors[spot.actor].kind, actors[spot.actor].name, str(spot.actor)
            )
            for spot in found.spots
            # Events, works and laws are recognised and linked, but not highlighted, on the screen as on paper.
            if spot.kind is not Kind.OTHER
        ],
    )


def export_actor(db: Reader, number: int, style: MarkStyle) -> str:
    """An actor's dossier as Markdown. Raises TadmorError when there is no such actor."""
    found = actor(db, number)
    if found is None:
        raise TadmorError(f"There is no actor {number}. `tadmor actors` shows the numbers.")
    return write_dossier(
        ExportActor(
            name=found.name,
            kind=found.kind,
            spellings=[ExportSpelling(text, count) for text, count in found.spellings],
            quotes=[
                ExportQuote(
                    *(quote.title, quote.source, quote.date, url, quote.before, quote.quoted, quote.after),
                    date_guessed=quote.date_guessed,
                )
                for url, quote in every_quote(db, number)
            ],
        ),
        style,
    )
