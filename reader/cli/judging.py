"""Commands that change what is linked, and take changes back: `judge`, `undo`, `redo`, `relink`."""

from typing import Annotated

import typer

from reader.cli.actors import actor_of
from reader.cli.base import app, newsroom, stoppable
from reader.cli.output import counted, progress_bar, say
from reader.model import Verdict


@app.command()
def judge(
    context: typer.Context,
    left: Annotated[str, typer.Argument(metavar="ACTOR", help="A name, or the number that `tadmor actors` shows.")],
    right: Annotated[str, typer.Argument(metavar="ACTOR", help="The other one.")],
    verdict: Annotated[Verdict, typer.Argument(help="What they are to each other.")],
    reason: Annotated[str, typer.Option("--why", metavar="TEXT", help="A word on why, kept with the judgement.")] = "",
) -> None:
    """Say whether two actors are one.

    It beats what Tadmor concludes, now and after every later import.
    """
    with newsroom(context) as room:
        say(room.judge(actor_of(room, left).id, actor_of(room, right).id, verdict, reason))


@app.command()
def undo(context: typer.Context) -> None:
    """Take back the last change made by hand, in the desk or here."""
    with newsroom(context) as room:
        say(room.undo())


@app.command()
def redo(context: typer.Context) -> None:
    """Make the last change again that was taken back."""
    with newsroom(context) as room:
        say(room.redo())


@app.command()
def relink(context: typer.Context) -> None:
    """Link all actors anew.

    From the mentions that are recognised, the dictionaries and the judgements.
    """
    with newsroom(context) as room:
        with stoppable() as stopped, progress_bar() as progress:
            room.relink(progress=progress, cancelled=stopped)
        say(f"{counted(room.status().actors, 'actor')}.")
