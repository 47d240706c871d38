"""Commands that carry judgements from one library to another: `judgements export`, `judgements import`."""

from pathlib import Path
from typing import Annotated

import typer

from reader.cli.base import AsJson, app, newsroom, settle
from reader.cli.files import STDIN, write_text
from reader.cli.output import note, print_json, print_problems, say
from reader.config import expanded
from reader.plurals import counted

judgements = typer.Typer(
    help="Share what you judged: files of JSON Lines that merge in git.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(judgements, name="judgements")


@judgements.command("export")
def export_judgements(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where to write; - is standard output.")],
) -> None:
    """Write all that you judged and ruled, and that holds.

    A file that is there is brought up to date: lines of others that you have not taken in stay.
    """
    with newsroom(context) as room:
        exported = room.judgements.export(None if file == STDIN else expanded(file))
    # What somebody judged is nobody else's to read, unless they give it away.
    write_text(file, exported.text, force=True, private=True)
    if file != STDIN:
        say(f"{counted(exported.said, 'judgement')} written to {file}.")
    if exported.others:
        note(f"With {counted(exported.others, 'line')} of others, which do not count here.")


@judgements.command("import")
def import_judgements(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="What `export` wrote, or a resolver's file of nomenklatura or FollowTheMoney."
        ),
    ],
    entities: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Entities of FollowTheMoney: who the ids of a resolver are, beside your dictionaries."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take in what others judged, as one change that `tadmor undo` takes back.

    What contradicts a judgement of yours changes nothing: both are told, and the status is 1. Judge it anew to decide.
    """
    with newsroom(context, create=True) as room:
        taken = room.judgements.take_in(expanded(file), expanded(entities) if entities else None)
        settle(room)
    if as_json:
        print_json(
            {
                "taken": taken.taken,
                "known": taken.known,
                "elsewhere": taken.elsewhere,
                "contradictions": [
                    {"where": one.where, "mine": one.mine, "theirs": one.theirs} for one in taken.contradictions
                ],
                "problems": [
                    {"where": problem.where, "what": problem.what, "remedy": problem.remedy}
                    for problem in taken.problems
                ],
            }
        )
    else:
        print_problems(taken.problems)
        for one in taken.contradictions:
            note(one.words)
        known = f", {taken.known:,} known already" if taken.known else ""
        say(f"{counted(taken.taken, 'judgement')} taken in{known}.")
        if taken.elsewhere:
            articles = "about an article that is" if taken.elsewhere == 1 else "about articles that are"
            note(f"{taken.elsewhere:,} {articles} not in this library; import again once they are.")
    if taken.problems or taken.contradictions:
        raise typer.Exit(1)
