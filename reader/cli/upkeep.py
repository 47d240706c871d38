"""The command that looks after a library: `doctor`."""

import typer

from reader.cli.base import AsJson, app, newsroom
from reader.cli.output import note, print_json_list, print_problems
from reader.plurals import counted


@app.command()
def doctor(context: typer.Context, as_json: AsJson = False) -> None:
    """Check that the library is sound.

    SQLite's own checks, offsets inside their texts, counts that agree. Status 1 when something is wrong.
    """
    with newsroom(context) as room:
        problems = room.doctor()
    if as_json:
        print_json_list(
            {"where": problem.where, "what": problem.what, "remedy": problem.remedy} for problem in problems
        )
    else:
        print_problems(problems)
        note(f"{counted(len(problems), 'problem')}." if problems else "The library is sound.")
    if problems:
        raise typer.Exit(1)
