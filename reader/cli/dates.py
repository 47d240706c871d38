"""The command about the dates that nobody knows for sure: `dates`."""

from typing import Annotated, Literal

import typer

from reader.cli.articles import FILTER_HELP, UNDATED, day
from reader.cli.base import AsJson, FilterCommand, app, newsroom, settle
from reader.cli.output import note, print_columns, print_json_list, say
from reader.model import DateOrder, DatePlace, TadmorError
from reader.plurals import counted

_PLACES = {
    DatePlace.FIELD: "said of it",
    DatePlace.TEXT: "in the text",
    DatePlace.URL: "in the URL",
    DatePlace.NAME: "in the file's name",
    DatePlace.NOWHERE: "",
}


_ORDERS = {"day": DateOrder.DAY_FIRST, "month": DateOrder.MONTH_FIRST}


@app.command(cls=FilterCommand)
def dates(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="FILTER...", help=FILTER_HELP)] = None,
    source: Annotated[str, typer.Option(metavar="NAME", help="Only the articles of this source.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Also those whose date is sure.")] = False,
    first: Annotated[
        Literal["day", "month"] | None,
        typer.Option(
            help="Correct: read dates such as 3/4/2016 with the day, or the month, first; with --source alone, all of"
            " that source, those that come in later too."
        ),
    ] = None,
    from_name: Annotated[
        str,
        typer.Option(
            "--from-name",
            "--name-pattern",
            metavar="PATTERN",
            help="Correct: take date and source from the file's name, `{date:%m-%d-%Y}-{source}-{}`; {} is any text.",
        ),
    ] = "",
    to: Annotated[
        str | None, typer.Option("--set", metavar="DATE", help="Correct: give them this date (2016-03-26).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the articles whose date is guessed or missing, with what it was read from.

    A question mark follows a guessed date: its day and month may be exchanged and no other date of its file, folder or
    source tells, or it is still to come. With one of --first, --from-name and --set, all that would be listed are
    corrected; `tadmor undo` takes it back.
    """
    filter_ = " ".join(words or ())
    if (first is not None) + bool(from_name) + (to is not None) > 1:
        raise typer.BadParameter("give one of --first, --from-name and --set.")
    with newsroom(context) as room:
        if first and source and not (filter_ or every):
            say(room.dates.order(source, _ORDERS[first]))
            settle(room)
            return
        orders = room.dates.orders()
        rows = room.dates.unsure(filter_, source, every=every)
        if first or from_name or to is not None:
            if not rows:
                raise TadmorError("No such article, so nothing was corrected.")
            if first:
                said = room.dates.read_as(rows, _ORDERS[first])
            else:
                said = room.dates.read_names(rows, from_name) if from_name else room.dates.set(rows, to or "")
            say(said)
            settle(room)
            return
    if as_json:
        print_json_list(
            {
                "id": row.id,
                "title": row.title,
                "source": row.source,
                "date": row.date,
                "date_guessed": row.date_guessed,
                "found": row.words,
                "where": row.place.value,
                "order": row.order.value,
                "read": row.read.value,
                "told": row.told.value,
                "origin": row.origin,
            }
            for row in rows
        )
        return
    print_columns(
        (
            [
                str(row.id),
                day(row.date, row.date_guessed),
                _PLACES[row.place],
                row.words[:40],
                row.source[:24],
                row.title,
            ]
            for row in rows
        ),
        right=(0,),
    )
    undated = sum(not row.date for row in rows)
    for name, order in orders.items():
        note(f"Dates of “{name}” are read with the {order.value}, as you said.")
    note(f"{counted(sum(row.date_guessed for row in rows), 'guessed date')}, {undated:,} {UNDATED}.")
