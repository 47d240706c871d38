"""Commands for dictionaries: `dictionary add`, `list`, `export`, `check`, `remove`."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from reader.cli.base import AsJson, app, newsroom, settle
from reader.cli.files import STDIN, write_text
from reader.cli.output import (
    note,
    print_columns,
    print_json,
    print_json_list,
    print_problems,
    progress_bar,
    say,
)
from reader.config import expanded
from reader.model import Kind, Problem, TadmorError
from reader.plurals import counted

if TYPE_CHECKING:
    from reader.names.formats import ReadOptions

dictionary = typer.Typer(
    help="Teach Tadmor actors of your own: names, kinds, other names, relations.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(dictionary, name="dictionary")

FormatName: TypeAlias = Annotated[
    Literal["tsv", "yaml", "jsonl", "csv", "ftm", "petrarch"] | None,
    typer.Option("--format", help="How FILE is written; without it, its name and first lines tell."),
]
Mapped: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="OURS=THEIRS",
        help="Which column of a CSV file is the id, kind, name, names, demonyms, acronyms or related: "
        "`--map names=Aliases`. May be given several times; columns of these names are found by themselves.",
    ),
]
Separator: TypeAlias = Annotated[
    str, typer.Option("--sep", metavar="TEXT", help="What parts the values of a list in a CSV file.")
]
KindOfAll: TypeAlias = Annotated[
    Kind | None, typer.Option("--kind", help="The kind of the rows of a CSV file that name none.")
]


@dictionary.command("add")
def add_dictionary(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="TSV, YAML, JSON Lines, CSV, entities of FollowTheMoney, or an actor file of PETRARCH; "
            "docs/dictionary.md says how each is read.",
        ),
    ],
    format_: FormatName = None,
    renamed: Mapped = None,
    separator: Separator = "|",
    kind: KindOfAll = None,
    as_json: AsJson = False,
) -> None:
    """Add a dictionary, or the newer version of one.

    Its actors beat the built-in ones of the same id, and add their names to those that they share a name with. It
    counts from the next linking on, which this command runs.
    """
    options = options_of(format_, renamed, separator, kind)
    with newsroom(context, create=True) as room:
        with progress_bar() as progress:
            added = room.dictionaries.add(expanded(file), options, progress=progress)
        settle(room)
    print_problems(added.problems)
    if as_json:
        print_json(
            {
                "name": added.name,
                "format": added.format.value,
                "actors": added.actors,
                "new": added.new,
                "changed": added.changed,
                "gone": added.gone,
                "extended": added.extended,
                "left_out": dict(added.left_out),
                "problems": [_problem(problem) for problem in added.problems],
            }
        )
    else:
        outcome = _outcome(added.new, added.changed, added.gone)
        say(f"{counted(added.actors, 'actor')} known from {added.name}: {outcome}.")
        if added.extended:
            note(f"Known before under another id, and named in more ways now: {counted(added.extended, 'actor')}.")
        if added.left_out:
            note("Left out: " + ", ".join(f"{what} ({times:,})" for what, times in added.left_out.items()) + ".")
    if added.problems:
        raise typer.Exit(1)


def _outcome(new: int, changed: int, gone: int) -> str:
    parts = [f"{times:,} {what}" for times, what in ((new, "new"), (changed, "changed"), (gone, "gone")) if times]
    return ", ".join(parts) or "nothing new"


def options_of(format_: str | None, renamed: Sequence[str] | None, separator: str, kind: Kind | None) -> "ReadOptions":
    """How to read a file, from a command's options.

    Raises:
        typer.BadParameter: a pair of `--map` names no column of ours, or nothing on one of its sides.
    """
    from reader.names.formats import COLUMNS, Format, ReadOptions

    mapping: dict[str, list[str]] = {}
    for pair in renamed or ():
        ours, equals, theirs = pair.partition("=")
        if ours.strip() not in COLUMNS or not (equals and theirs.strip()):
            known = ", ".join(COLUMNS)
            raise typer.BadParameter(f"{pair!r} is not of the form name=COLUMN; ours are {known}.", param_hint="--map")
        mapping.setdefault(ours.strip(), []).append(theirs.strip())
    return ReadOptions(Format(format_) if format_ else None, mapping, separator, kind or Kind.OTHER)


@dictionary.command("list")
def list_dictionaries(context: typer.Context, as_json: AsJson = False) -> None:
    """List the dictionaries, and how many actors each holds."""
    with newsroom(context) as room:
        held = room.dictionaries.counts()
    if as_json:
        print_json_list({"name": name, "actors": entries} for name, entries in held)
        return
    print_columns(([name, counted(entries, "actor")] for name, entries in held))


@dictionary.command("export")
def export_dictionary(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where to write; - is standard output.")],
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME...", help="Only these dictionaries, as `list` shows them.")
    ] = None,
    format_: Annotated[
        Literal["tsv", "jsonl"] | None,
        typer.Option("--format", help="How to write; without it, FILE's name tells, and it is TSV if that does not."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write your own actors to a file, as `tadmor dictionary add` reads it.

    One actor a line, in the order of their ids, so that two versions compare and merge well.
    """
    with newsroom(context) as room:
        from reader.names.formats import Format
        from reader.services.dictionaries import format_of, written

        held = room.dictionaries.entries(names or ())
        if not held:
            raise TadmorError("There is no dictionary of yours to write. `tadmor dictionary add FILE` adds one.")
        text = "".join(written(held, Format(format_) if format_ else format_of(file)))
        write_text(file, text, force=force)
    if file != STDIN:
        say(f"{counted(len(held), 'actor')} written to {file}.")


@dictionary.command("check")
def check_dictionary(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="What to check; without a file, the dictionaries of the library."),
    ] = None,
    format_: FormatName = None,
    renamed: Mapped = None,
    separator: Separator = "|",
    kind: KindOfAll = None,
    as_json: AsJson = False,
) -> None:
    """Say what is wrong with dictionaries: names that two actors share, ids that nobody has, words that are no names.

    Files are checked by themselves, with one another, and beside what is known already. Status 1 when something is
    wrong.
    """
    from reader.services.dictionaries import check

    options = options_of(format_, renamed, separator, kind)
    paths = [expanded(file) for file in files or ()]
    if paths and not context.obj.library.exists():
        problems = check(paths, options, ())
    else:
        with newsroom(context) as room:
            problems = check(paths, options, room.dictionaries.entries())
    if as_json:
        print_json_list(map(_problem, problems))
    else:
        _print(problems)
        note(f"{counted(len(problems), 'clash', 'clashes')}." if problems else "Nothing clashes.")
    if problems:
        raise typer.Exit(1)


def _print(problems: Iterable[Problem]) -> None:
    for problem in problems:
        say(f"{problem.where}: {problem.what} {problem.remedy}".rstrip())


def _problem(problem: Problem) -> dict[str, str]:
    return {"where": problem.where, "what": problem.what, "remedy": problem.remedy}


@dictionary.command("remove")
def remove_dictionary(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `tadmor dictionary list` shows it.")],
) -> None:
    """Remove a dictionary that was added."""
    with newsroom(context) as room:
        say(room.dictionaries.remove(name))
        settle(room)
