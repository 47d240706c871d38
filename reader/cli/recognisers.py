"""Commands about what finds the actors in a text: `recogniser list`, `use`, `benchmark`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reader.cli.base import AsJson, app, newsroom, stoppable
from reader.cli.output import print_columns, print_json_list, print_problems, progress_bar, say
from reader.config import expanded
from reader.model import Problem, TadmorError
from reader.plurals import counted

if TYPE_CHECKING:
    from reader.services import Progress
    from reader.services.recogniser_trial import Trial

recogniser = typer.Typer(
    help="Choose what finds the actors in a text, and measure it.", rich_markup_mode=None, no_args_is_help=True
)
app.add_typer(recogniser, name="recogniser")


@recogniser.command("list")
def list_recognisers(context: typer.Context, as_json: AsJson = False) -> None:
    """List the recognisers on this machine; * is the one in use."""
    with newsroom(context, create=True) as room:
        offers = room.recognisers.offers()
    if as_json:
        print_json_list({"name": offer.name, "in_use": offer.chosen, "about": offer.about} for offer in offers)
        return
    print_columns(["*" if offer.chosen else " ", offer.name, offer.about] for offer in offers)


@recogniser.command("use")
def use_recogniser(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `tadmor recogniser list` shows it.")],
    again: Annotated[
        bool, typer.Option("--again", help="Also read again what another recogniser has read; marks of yours stay.")
    ] = False,
) -> None:
    """Find actors with this recogniser from now on, in this library."""
    with newsroom(context, create=True) as room:
        say(room.recognisers.use(name, again=again))
        if again:
            with stoppable() as stopped, progress_bar() as progress:
                room.analysis.run(again=True, progress=progress, cancelled=stopped)
            say(f"The library has {counted(room.status().actors, 'actor')}.")


@recogniser.command("benchmark")
def benchmark_recognisers(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="JSONL with `text` and `mentions` of `start`, `end`, `kind`.")
    ],
    names: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="NAME", help="One to try; may be given several times."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure recognisers on texts whose actors are marked: exact span and kind, and words a second of one core."""
    from reader.ner import DEFAULT, load
    from reader.services.annotate import Bare, read_documents
    from reader.services.dictionaries import builtin_dictionary
    from reader.services.recogniser_trial import trial

    documents: list[Bare] = []
    problems: list[Problem] = []
    try:
        with expanded(file).open("rb") as lines:
            for found in read_documents(lines, str(file), given=True):
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    documents.append(found)
    except OSError as error:
        raise TadmorError(f"{file} cannot be read: {error.strerror or error}. Check its name.") from error
    print_problems(problems)
    trials = []
    for name in names or [DEFAULT]:
        tried = load(name, builtin_dictionary())
        with progress_bar() as progress:
            trials.append(trial(tried, documents, partial(_tell, progress, name)))
    if as_json:
        print_json_list(map(_json, trials))
    else:
        _print(trials)
    if problems:
        raise typer.Exit(1)


def _tell(progress: "Callable[[Progress], None]", stage: str, done: int, total: int) -> None:
    from reader.services import Progress

    progress(Progress(stage, done, total))


def _print(trials: "list[Trial]") -> None:
    for tried in trials:
        speed = f"{tried.words / tried.seconds:,.0f} words a second of one core" if tried.seconds else ""
        say(f"{tried.recogniser}: {counted(tried.words, 'word')}, {speed}")
        rows = [["kind", "F1", "precision", "recall", "marked", "found", ""]]
        for kind, marks in (*((kind.value, marks) for kind, marks in tried.kinds.items()), ("all", tried.whole)):
            rates = (f"{100 * rate:.1f}" for rate in (marks.f1, marks.precision, marks.recall))
            rows.append([kind, *rates, f"{marks.wanted:,}", f"{marks.found:,}", ""])
        print_columns(rows, right=range(1, 6))


def _json(tried: "Trial") -> dict[str, object]:
    kinds = {**{kind.value: marks for kind, marks in tried.kinds.items()}, "all": tried.whole}
    return {
        "recogniser": tried.recogniser,
        "words": tried.words,
        "seconds": round(tried.seconds, 3),
        "kinds": {
            kind: {"marked": marks.wanted, "found": marks.found, "right": marks.right, "f1": round(marks.f1, 4)}
            for kind, marks in kinds.items()
        },
    }
