"""Commands on what was done by hand: `history`, `undo`, `redo`."""

from datetime import datetime
from typing import Annotated

import typer

from reader.cli.base import AsJson, app, newsroom, settle
from reader.cli.output import note, print_columns, print_json_list, say
from reader.plurals import counted

Number = Annotated[
    int | None, typer.Argument(metavar="N", help="The number that `tadmor history` shows; without it, the last one.")
]


@app.command()
def history(
    context: typer.Context,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many.")] = None,
    as_json: AsJson = False,
) -> None:
    """List what was done by hand, in the desk or here, the latest first.

    What was undone stays in the list, and can be done again by its number.
    """
    with newsroom(context) as room:
        acts = room.history.acts(limit)
    if as_json:
        print_json_list(
            {"number": act.id, "at": act.at, "action": act.action, "label": act.label, "undone": act.undone}
            for act in acts
        )
        return
    print_columns(
        ([str(act.id), _moment(act.at), "undone" if act.undone else "", act.label] for act in acts), right=(0,)
    )
    note(f"{counted(len(acts), 'change')}.")


def _moment(at: str) -> str:
    """A moment in the person's own time, to the minute."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


@app.command()
def undo(context: typer.Context, number: Number = None) -> None:
    """Take back the last change made by hand, in the desk or here, or any one by its number."""
    with newsroom(context) as room:
        say(room.history.undo(number))
        settle(room)


@app.command()
def redo(context: typer.Context, number: Number = None) -> None:
    """Make the last change again that was taken back, or any one by its number."""
    with newsroom(context) as room:
        say(room.history.redo(number))
        settle(room)
