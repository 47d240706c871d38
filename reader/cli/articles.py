"""Commands about articles: `list`, `search`, `show`, `remove`."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from reader.cli.base import AsJson, FilterCommand, app, newsroom, settle
from reader.cli.output import note, print_columns, print_json, print_json_list, say, width
from reader.model import Field, Kind, TadmorError
from reader.plurals import counted

if TYPE_CHECKING:
    from reader.services import Listing, Newsroom, Page, Row

PAGE = 500
"""Rows asked for at once: few enough to start printing at once, enough that asking costs nothing."""

MEASURE = 80
"""Widest line of an article's text, in columns, as in the desk."""

STYLES = {
    Kind.PERSON: "bold",
    Kind.ORGANISATION: "underline",
    Kind.ARMED_GROUP: "bold underline",
    Kind.STATE: "italic",
    Kind.PLACE: "italic underline",
    Kind.GROUP: "dim italic",
}
"""Each kind told apart without colour, as in the desk."""

UNDATED = "undated"
"""What stands in place of a date that nobody knows."""

FILTER_HELP = 'Words, "phrases", -word, OR, (…), actor:NAME, source:, date: and more. See docs/filter.md.'


def rows_of(listing: "Listing") -> Iterator["Row"]:
    """All rows, page by page."""
    first = 0
    while rows := listing.rows(first, PAGE):
        yield from rows
        first += len(rows)


def tell_remarks(room: "Newsroom", listing: "Listing") -> None:
    """Say what of a filter could have been meant otherwise."""
    for remark in room.articles.remarks(listing):
        note(remark)


def row_json(row: "Row") -> dict[str, Any]:
    """A row of the list for other programs."""
    return {
        "id": row.id,
        "title": row.title,
        "source": row.source,
        "date": row.date,
        "date_guessed": row.date_guessed,
        "unread": row.unread,
        "starred": row.starred,
        "shared": row.shared,
        "caveats": [caveat.value for caveat in row.caveats],
        "locations": list(row.locations),
    }


def day(date: str, guessed: bool) -> str:
    """A date without its time; a guessed one says so, and so does none."""
    return date[:10] + ("?" if guessed else "") if date else UNDATED


def page_of(room: "Newsroom", article: int) -> "Page":
    """The article of that number.

    Raises:
        TadmorError: there is none.
    """
    page = room.articles.page(article)
    if page is None:
        raise TadmorError(f"There is no article {article}. `tadmor list` shows the numbers.")
    return page


@app.command("list", cls=FilterCommand)
def list_articles(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="FILTER...", help=FILTER_HELP)] = None,
    sort: Annotated[
        Literal["date", "title", "source", "shared"],
        typer.Option(help="Sort by date, title, source, or actors in common with the article of --beside."),
    ] = "date",
    beside: Annotated[int | None, typer.Option(metavar="ARTICLE", help="Count actors in common with this one.")] = None,
    reverse: Annotated[bool, typer.Option("--reverse", help="The other way round.")] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the articles, newest first.

    ● is unread, ★ starred; a question mark follows a guessed date.
    """
    if sort == "shared" and beside is None:
        raise typer.BadParameter("sorting by actors in common needs --beside ARTICLE.", param_hint="--sort")
    with newsroom(context) as room:
        from reader.services import Sort

        # Dates and common actors go down by nature, titles and sources up.
        descending = sort in {"title", "source"} if reverse else None
        listing = room.articles.listing(" ".join(words or ()), Sort(sort), descending, beside, whole=True)
        rows = islice(rows_of(listing), limit)
        if as_json:
            print_json_list(row_json(row) for row in rows)
            return
        print_columns(
            (
                [
                    str(row.id),
                    ("●" if row.unread else " ") + ("★" if row.starred else " "),
                    day(row.date, row.date_guessed),
                    row.source[:24],
                    *([f"{row.shared} shared"] if beside is not None else []),
                    row.title,
                ]
                for row in rows
            ),
            right=(0,),
        )
        tell_remarks(room, listing)
        note(f"{counted(listing.total, 'article')}.")


@app.command(cls=FilterCommand)
def search(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="FILTER...", help=FILTER_HELP)] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Search the articles, each found one with a sentence.

    The newest that match come first.
    """
    from reader.cli.excerpt import excerpt

    with newsroom(context) as room:
        listing = room.articles.listing(" ".join(words or ()), whole=True)
        rows = listing.rows(0, limit)
        found = [
            (row, excerpt(page.body, listing.sought) if (page := room.articles.page(row.id)) else "") for row in rows
        ]
        if as_json:
            print_json_list(row_json(row) | {"excerpt": said} for row, said in found)
            return
        for row, said in found:
            about = " · ".join(part for part in (row.source, day(row.date, row.date_guessed)) if part)
            say(f"{row.id}  {row.title}" + (f"  ({about})" if about else ""))
            if said:
                say(f"    {said}")
        tell_remarks(room, listing)
        note(f"{len(found):,} of {counted(listing.total, 'article')}.")


@app.command()
def show(
    context: typer.Context,
    article: Annotated[int, typer.Argument(metavar="ARTICLE", help="Its number, as `tadmor list` shows it.")],
    as_json: AsJson = False,
) -> None:
    """Print an article and its actors."""
    with newsroom(context) as room:
        page = page_of(room, article)
        here = room.actors.here(article)
        if as_json:
            names = {actor.id: actor.name for actor in here}
            print_json(_page_json(page, names))
            return
        _print_text(page, Field.TITLE)
        about = (
            page.source,
            page.author,
            day(page.date, page.date_guessed),
            counted(page.words, "word"),
            page.language,
            *(caveat.words for caveat in page.caveats),
            page.url or page.origin,
        )
        say(" · ".join(part for part in about if part))
        for other in page.elsewhere:
            say(other.words)
        say()
        _print_text(page, Field.BODY)
        if here:
            say()
            print_columns(
                (
                    [actor.name, actor.kind.value, f"{actor.here:,} here", counted(actor.articles, "article")]
                    for actor in sorted(here, key=lambda actor: (list(Kind).index(actor.kind), -actor.here, actor.name))
                ),
                right=(2,),
            )
        elif page.failed:
            note(f"Its actors could not be recognised ({page.failed}): `tadmor add` tries again.")
        elif not page.analysed:
            note("Its actors are not recognised yet: `tadmor add` does it.")


def _page_json(page: "Page", names: dict[int, str]) -> dict[str, Any]:
    return {
        "id": page.id,
        "title": page.title,
        "text": page.body,
        "source": page.source,
        "author": page.author,
        "date": page.date,
        "date_guessed": page.date_guessed,
        "url": page.url,
        "language": page.language,
        "origin": page.origin,
        "unread": page.unread,
        "starred": page.starred,
        "words": page.words,
        "analysed": page.analysed,
        "failed": page.failed,
        "caveats": [caveat.value for caveat in page.caveats],
        "locations": list(page.locations),
        "elsewhere": [asdict(other) for other in page.elsewhere],
        "mentions": [
            {
                "id": spot.id,
                "field": spot.field.value,
                "start": spot.start,
                "end": spot.end,
                "kind": spot.kind.value,
                "confidence": spot.confidence,
                "actor": spot.actor,
                "name": names.get(spot.actor, ""),
                "nationality": spot.nationality,
            }
            for spot in page.spots
        ],
    }


def _print_text(page: "Page", field: Field) -> None:
    """Print the title or the body: on a terminal wrapped, its mentions in the weight and slant of their kind as in the
    desk; in a pipe as it is.
    """
    text = page.title if field is Field.TITLE else page.body
    if not sys.stdout.isatty():
        say(text)
        return
    from rich.console import Console
    from rich.text import Text

    marked = Text(text)
    for spot in page.spots:
        if spot.field is field and spot.kind in STYLES:
            marked.stylize(STYLES[spot.kind], spot.start, spot.end)
    Console(width=min(MEASURE, width()), highlight=False).print(marked)


@app.command()
def remove(
    context: typer.Context,
    articles: Annotated[
        list[int] | None, typer.Argument(metavar="ARTICLE...", help="Their numbers, as `tadmor list` shows them.")
    ] = None,
    filter_: Annotated[
        str | None,
        typer.Option("--filter", metavar="FILTER", help='Every article that this filter finds; "" finds all.'),
    ] = None,
) -> None:
    """Remove articles from the library.

    `tadmor undo` brings them back. Their files are not touched.
    """
    if bool(articles) == (filter_ is not None):
        raise typer.BadParameter("say which articles: either their numbers or --filter FILTER.")
    from reader.query import parse

    with newsroom(context) as room:
        numbers = [page_of(room, article).id for article in articles or ()]
        if filter_ is not None:
            if filter_.strip() and not parse(filter_).terms:
                raise TadmorError("The filter has no word in it, so nothing was removed.")
            listing = room.articles.listing(filter_, whole=True)
            tell_remarks(room, listing)
            numbers = [row.id for row in rows_of(listing)]
        if not numbers:
            raise TadmorError("No article matches the filter, so nothing was removed.")
        say(room.articles.remove(numbers))
        settle(room)
