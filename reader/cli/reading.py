"""Commands that bring articles in and open the desk on them: `read`, `add`."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, BinaryIO, TypeAlias

import typer

from reader.cli.base import AsJson, app, newsroom, stoppable
from reader.cli.files import STDIN
from reader.cli.output import note, print_json, print_problems, progress_bar, say
from reader.config import expanded
from reader.logs import told
from reader.model import Caveat, Known, Origin, TadmorError
from reader.plurals import counted
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.services.views import Intake, KnownAlready

NAMED = 5
"""Places told by name of those that hold known articles; the rest is counted, and JSON has them all."""

Renamed: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="OURS=THEIRS",
        help="Which field of a JSONL or CSV file is the title, text, source, author, date, url, language or id: "
        "`--map title=headline`. May be given several times; fields not named are found by themselves.",
    ),
]


NamedAs: TypeAlias = Annotated[
    str,
    typer.Option(
        "--name-pattern",
        metavar="PATTERN",
        help="What the names of files tell: `{date:%m-%d-%Y}-{source}-{title}`, or with the folder `{source}/{}`. "
        "{} is any text; the title is taken where the text has none.",
    ),
]


def mapping_of(pairs: Sequence[str] | None) -> dict[str, str]:
    """`["title=headline"]` as `{"title": "headline"}`.

    Raises:
        typer.BadParameter: a pair has no name on one of its sides.
    """
    mapping: dict[str, str] = {}
    for pair in pairs or ():
        ours, equals, theirs = pair.partition("=")
        if not (ours.strip() and equals and theirs.strip()):
            raise typer.BadParameter(f"{pair!r} is not of the form title=headline.", param_hint="--map")
        mapping[ours.strip()] = theirs.strip()
    return mapping


def open_desk(context: typer.Context, paths: Sequence[str], mapping: Mapping[str, str]) -> None:
    """Open the desk on the library, which it adds `paths` to while the reader reads.

    Raises:
        TadmorError: there is no terminal to open it in, or the library cannot be used.
    """
    stdin = _keyboard_from_terminal() if STDIN in paths else None
    if not (os.isatty(0) and sys.stdout.isatty()):
        raise TadmorError(
            "The desk needs a terminal. `tadmor list` and `tadmor show` print to a pipe; see `tadmor --help`."
        )
    with newsroom(context, create=True) as room:
        from reader.tui.app import run

        status = run(room, paths, mapping, name=context.obj.library.stem, stdin=stdin)
    raise typer.Exit(status)


def _keyboard_from_terminal() -> BinaryIO:
    """Hand back what is piped in, and put the terminal's keyboard in its place.

    Raises:
        TadmorError: there is no terminal.
    """
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise TadmorError("The desk needs a terminal. `tadmor add -` adds what is piped in without one.") from error
    piped = os.dup(0)
    os.dup2(keyboard, 0)
    os.close(keyboard)
    return os.fdopen(piped, "rb")


def _is_there(path: str) -> bool:
    try:
        return expanded(path).exists()
    except OSError:
        # A name longer than any file's, for one.
        return False


def existing(paths: Sequence[str]) -> Sequence[str]:
    """The same paths, once it is sure that each is there: a typing error is told before a library is made.

    Raises:
        TadmorError: one of them is not there.
    """
    for path in paths:
        if path != STDIN and not _is_there(path):
            raise TadmorError(f"There is no file or folder {path}. Check its name.")
    return paths


@app.command()
def read(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files and folders, with all that is in them; - is standard input."),
    ] = None,
    renamed: Renamed = None,
) -> None:
    """Add articles and open the desk on the library.

    The list shows at once; adding, recognising and linking go on behind it.
    """
    open_desk(context, existing(paths or []), mapping_of(renamed))


def _print_doubtful(intake: "Intake") -> None:
    """Say on standard error whose text is doubtful, and what can be done about it."""
    for where, caveat in intake.doubtful:
        if caveat is not Caveat.WHOLE:
            note(f"{where}: {caveat.words}.")
    if any(caveat is Caveat.THIN for _, caveat in intake.doubtful):
        note("`tadmor add --whole-page FILE` takes all that a page shows.")


def _print_dated(intake: "Intake") -> None:
    """Say on standard error which dates were read as a person said before."""
    for source, order, times in intake.dated:
        note(f"{counted(times, 'date')} of “{source}” read with the {order.value}, as you said (`tadmor dates`).")


def _print_passed_over(intake: "Intake") -> None:
    """Say on standard error what the folders hold besides: how many files of which kinds, and why they were left."""
    reasons: dict[str, list[str]] = {}
    for file, times in intake.passed_over:
        reasons.setdefault(file.why, []).append(f"{times:,} {clean_line(file.kind, 20) or 'without a suffix'}")
    for why, kinds in reasons.items():
        note(f"Passed over, {why}: {', '.join(kinds)}.")


def _print_known(intake: "Intake") -> None:
    """Say on standard error what holds articles that are known from other places, and from which."""
    for how, said in _KNOWN.items():
        found = [known for known in intake.known if known.how is how]
        if found:
            pairs = [said.pair.format(*_told_apart(known.where, known.of)) for known in found[:NAMED]]
            more = f", and {len(found) - NAMED:,} more" if len(found) > NAMED else ""
            note(f"{said.of(found)}: {', '.join(pairs)}{more}.")


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of places that turned out to hold known articles."""

    one: str
    many: str
    pair: str = "{} is {}"
    """A place, and the one by which the article was known."""

    def of(self, found: Sequence["KnownAlready"]) -> str:
        """How many there are of what."""
        if all(known.where.record for known in found):
            noun = "record"
        else:
            noun = "place" if any(known.where.record for known in found) else "file"
        return f"{counted(len(found), noun)} {self.one if len(found) == 1 else self.many}"


_KNOWN = {
    Known.COPY: _Said("holds an article that is known already", "hold articles that are known already"),
    Known.MOVED: _Said("has moved", "have moved", "{1} is {0} now"),
    Known.SHORTER: _Said(
        "of a known address holds another text, which is kept beside the article's",
        "of known addresses hold other texts, which are kept beside the articles'",
    ),
    Known.LONGER: _Said(
        "of a known address holds a longer text, which is the article's now",
        "of known addresses hold longer texts, which are the articles' now",
    ),
}


def _told_apart(where: Origin, of: Origin) -> tuple[str, str]:
    """Two places by the names of their files; where these are the same, with their folders."""
    here, there = (replace(place, location=PurePath(place.location).name) for place in (where, of))
    return (str(here), str(there)) if here != there else (str(where), str(of))


@app.command()
def add(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files and folders, with all that is in them; - is standard input."),
    ] = None,
    renamed: Renamed = None,
    name_pattern: NamedAs = "",
    whole_page: Annotated[
        bool | None,
        typer.Option(
            "--whole-page/--story",
            help="Take all that saved web pages show, or only their story again; else each is read as it was before.",
            show_default=False,
        ),
    ] = None,
    later: Annotated[
        bool, typer.Option("--later", help="Leave recognising and linking for the desk, or for another `tadmor add`.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Add articles, recognise the actors in them, link them.

    Adding the same thing again changes nothing; a changed file updates its article. What lies in several places is one
    article: a copy or a renamed file is known, and said to be. Stopped at any moment, the same command goes on from
    there. Without a path, recognise what still waits, and try again what could not be recognised or linked, which
    `tadmor doctor` lists.
    """
    mapping = mapping_of(renamed)
    existing(paths or [])
    report: dict[str, object] = {}
    failed = False
    with newsroom(context, create=bool(paths)) as room:
        with stoppable() as stopped, progress_bar() as progress:
            if paths:
                stdin = sys.stdin.buffer if STDIN in paths else None
                intake = room.articles.add(
                    paths,
                    mapping,
                    stdin=stdin,
                    name_pattern=name_pattern,
                    progress=progress,
                    cancelled=stopped,
                    whole_page=whole_page,
                )
                print_problems(intake.problems)
                _print_doubtful(intake)
                _print_passed_over(intake)
                _print_known(intake)
                _print_dated(intake)
                failed = bool(intake.problems)
                report = {
                    "added": intake.added,
                    "updated": intake.updated,
                    "unchanged": intake.unchanged,
                    "removed": intake.removed,
                    "problems": [
                        {"where": problem.where, "what": problem.what, "remedy": problem.remedy}
                        for problem in intake.problems
                    ],
                    "passed_over": [
                        {"kind": file.kind, "why": file.why, "files": times} for file, times in intake.passed_over
                    ],
                    "known": [
                        {"where": str(one.where), "article": one.article, "of": str(one.of), "how": one.how.value}
                        for one in intake.known
                    ],
                    "dated": [
                        {"source": source, "order": order.value, "dates": times}
                        for source, order, times in intake.dated
                    ],
                    "doubtful": [{"where": where, "caveat": caveat.value} for where, caveat in intake.doubtful],
                }
            if not later and not stopped():
                try:
                    room.analysis.run(again=not paths, progress=progress, cancelled=stopped)
                except TadmorError as error:
                    # What came in is reported all the same.
                    note(told(error))
                    failed = True
        status = room.status()
    if as_json:
        counts = {
            "articles": status.articles,
            "waiting": status.waiting,
            "failed": status.failed,
            "actors": status.actors,
        }
        print_json(report | counts)
    else:
        if paths:
            came = {
                "updated": intake.updated,
                "unchanged": intake.unchanged,
                "known already": sum(one.how is not Known.LONGER for one in intake.known),
                "removed earlier": intake.removed,
            }
            others = "".join(f", {number:,} {what}" for what, number in came.items() if number)
            say(f"{counted(intake.added, 'article')} added{others}.")
        say(f"The library has {counted(status.articles, 'article')} and {counted(status.actors, 'actor')}.")
        if status.waiting:
            note(f"{counted(status.waiting, 'article')} still to be recognised: `tadmor add` does it.")
    if failed:
        raise typer.Exit(1)
