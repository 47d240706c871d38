"""The command line's ground: the app, the options before a command, the library it opens, how a failure ends."""

import atexit
import gc
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeAlias

import typer

from reader import __version__, logs
from reader.config import LIBRARY_VARIABLE, default_library
from reader.model import TadmorError

if TYPE_CHECKING:
    from reader.services import Newsroom

_log = logging.getLogger(__name__)

TOLD_OF = 10_000
"""Articles that are put into the search index between two words about it; about five seconds."""

STOPPED = 130
"""Exit status after Ctrl+C: 128 and the number of SIGINT, as shells have it."""

app = typer.Typer(
    name="tadmor",
    help="Read news in a terminal, see who is named, and follow an actor from article to article.",
    epilog="Without a command, the desk opens on the library. `tadmor COMMAND --help` says more about a command.",
    invoke_without_command=True,
    # Plain help and plain usage errors: names that strangers wrote are never read as markup, and Rich is not loaded.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options before the command said; every command finds it as `context.obj`."""

    library: Path


AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON instead of text, for other programs.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tadmor {__version__}")
        raise typer.Exit


@app.callback()
def tadmor(
    context: typer.Context,
    library: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The library to use, one SQLite file.",
            envvar=LIBRARY_VARIABLE,
            show_default="library.sqlite in the platform's data folder",
            show_envvar=True,
        ),
    ] = None,
    debug: Annotated[
        bool,
        typer.Option(
            "--debug",
            help="Show where in the program an internal error came up, and log everything, words of articles included.",
        ),
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    global _debug
    _debug = debug
    logs.start(debug=debug)
    _log.info("tadmor %s: %s", __version__, context.invoked_subcommand or "read")
    context.obj = Settings(library.expanduser() if library is not None else default_library())
    if context.invoked_subcommand is None:
        # As `tadmor read` without a path.
        read = context.command.get_command(context, "read")  # type: ignore[attr-defined]
        context.invoke(read.callback)


@contextmanager
def newsroom(context: typer.Context, *, create: bool = False) -> Iterator["Newsroom"]:
    """The newsroom on the library that was asked for, closed at the end.

    Raises:
        TadmorError: there is no such library and `create` is false, or it cannot be used.
    """
    path: Path = context.obj.library
    if not create and not path.exists():
        raise TadmorError(
            f"There is no library at {path} yet. `tadmor add FOLDER` makes one from a folder of articles."
        )
    from reader.services import Newsroom

    room = Newsroom.open(path, _tell_of_index)
    try:
        yield room
    finally:
        room.close()


def _tell_of_index(left: int) -> None:
    """Say now and then that the search index is made anew, where that takes longer than a few seconds."""
    if left % TOLD_OF < 1_000 and left > TOLD_OF:
        typer.echo(f"Making the search index anew, once: some {left:,} articles to go.", err=True)


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """Turn the first Ctrl+C into a wish to stop, which long work asks for; a second one stops at once.

    Leaves with status 130 where the wish came up, after the work has ended in order.
    """
    wished = False

    def wish(number: int, frame: FrameType | None) -> None:
        nonlocal wished
        wished = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, wish)
    try:
        yield lambda: wished
    finally:
        signal.signal(signal.SIGINT, before)
    if wished:
        typer.echo("Stopped. What was done is kept; the same command goes on from there.", err=True)
        raise typer.Exit(STOPPED)


def settle(room: "Newsroom") -> None:
    """Work out what a change means for the whole library, with its progress shown; Ctrl+C leaves it for later."""
    from reader.cli.output import progress_bar

    with stoppable() as stopped, progress_bar() as progress:
        room.analysis.settle(progress=progress, cancelled=stopped)


_debug = False


def main() -> NoReturn:
    """Run the command line on the program's arguments, and end the program.

    Exit status: 0 when all went well, 1 when something failed (said in one sentence on standard error), 2 when the
    command was not understood, 130 after Ctrl+C.
    """
    # At the end Python looks through all that is left for circles, which takes longer than some commands do.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe that cannot show a letter gets its number; it never ends the program.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app(prog_name="tadmor")
    except TadmorError as error:
        typer.echo(logs.told(error), err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except BrokenPipeError:
        _silence()
        sys.exit(1)
    except Exception as error:
        said = logs.told(error, "Tadmor failed")
        if _debug:
            raise
        typer.echo(said, err=True)
        sys.exit(1)
    sys.exit(0)


def _silence() -> None:
    """Nobody reads standard output any more: keep Python from complaining when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
