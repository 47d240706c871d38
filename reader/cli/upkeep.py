"""Commands that look after a library: `dictionary`, `doctor`."""

from pathlib import Path
from typing import Annotated

import typer

from reader.cli.base import AsJson, app, newsroom
from reader.cli.output import counted, note, print_columns, print_json_list, print_problems, say

dictionary = typer.Typer(
    help="Teach Tadmor actors of your own: names, kinds, other names, relations.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(dictionary, name="dictionary")


@dictionary.command("add")
def add_dictionary(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="TSV or YAML; docs/dictionary.md has the columns.")],
) -> None:
    """Add a dictionary, or the newer version of one.

    Its actors beat the built-in ones of the same id. It counts from the next linking on, which this command runs.
    """
    with newsroom(context, create=True) as room:
        entries, problems = room.add_dictionary(file.expanduser())
        print_problems(problems)
        say(f"{counted(entries, 'actor')} known from {file.name}.")
    if problems:
        raise typer.Exit(1)


@dictionary.command("list")
def list_dictionaries(context: typer.Context, as_json: AsJson = False) -> None:
    """List the dictionaries, and how many actors each holds."""
    with newsroom(context) as room:
        held = room.dictionaries()
    if as_json:
        print_json_list({"name": name, "actors": entries} for name, entries in held)
        return
    print_columns(([name, counted(entries, "actor")] for name, entries in held))


@dictionary.command("remove")
def remove_dictionary(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `tadmor dictionary list` shows it.")],
) -> None:
    """Remove a dictionary that was added."""
    with newsroom(context) as room:
        say(room.remove_dictionary(name))


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
