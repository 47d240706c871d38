"""The command line's ground: the app, the options before a command, the library it opens, how a failure ends."""

import _thread
import atexit
import errno
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeAlias

import typer
from typer.core import TyperCommand

from reader import __version__, logs
from reader.config import LIBRARY_VARIABLE, default_library, expanded
from reader.model import TadmorError
from reader.untrusted import shown

if TYPE_CHECKING:
    from reader.services import Newsroom

_log = logging.getLogger(__name__)

TOLD_OF = 10_000
"""Articles that are put into the search index between two words about it; about five seconds."""

STOPPED = 130
"""Exit status after Ctrl+C: 128 and the number of SIGINT, as shells have it."""

PATIENCE = 1.2
"""Seconds after Ctrl+C in which a step of the work may still end in order; then it is broken off and undone."""

LONGEST_POINTED = 200
"""Longest filter, in code points, that is shown with a caret under it; of a longer one the lines would break."""


class FilterCommand(TyperCommand):
    """A command whose words are a filter: `-word` is one of them, and no option, wherever it stands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the words of the filter behind the options."""
        flags = {name: one for one in self.get_params(ctx) for name in one.opts}
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                words += rest
            elif arg in flags:
                takes_value = not getattr(flags[arg], "is_flag", False)
                options += [arg, *([value] if takes_value and (value := next(rest, None)) is not None else [])]
            else:
                (options if arg.startswith("--") else words).append(arg)
        return super().parse_args(ctx, [*options, "--", *words] if words else options)


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
    if library is not None and str(library) in ("", "."):
        raise typer.BadParameter("name a file for the library.", param_hint="--library")
    global _debug
    _debug = debug
    logs.start(debug=debug)
    _log.info("tadmor %s: %s", __version__, context.invoked_subcommand or "read")
    context.obj = Settings(expanded(library) if library is not None else default_library())
    if context.invoked_subcommand is None:
        # As `tadmor read` without a path.
        read = context.command.get_command(context, "read")  # type: ignore[attr-defined]
        context.invoke(read.callback)


def _is_void(path: Path) -> bool:
    """Whether a file holds nothing at all, and nothing waits beside it to be written into it."""
    log = path.with_name(f"{path.name}-wal")
    return path.is_file() and not path.stat().st_size and not (log.exists() and log.stat().st_size)


@contextmanager
def newsroom(context: typer.Context, *, create: bool = False) -> Iterator["Newsroom"]:
    """The newsroom on the library that was asked for, closed at the end.

    Raises:
        TadmorError: there is no such library and `create` is false, or it cannot be used.
    """
    path: Path = context.obj.library
    try:
        there = path.exists()
    except OSError as error:
        raise TadmorError(f"The library {path} cannot be opened: {error.strerror or error}.") from error
    if not create and not there:
        raise TadmorError(
            f"There is no library at {path} yet. `tadmor add FOLDER` makes one from a folder of articles."
        )
    if not create and _is_void(path):
        raise TadmorError(f"The library {path} is an empty file: all that was in it is lost. Go back to a copy of it.")
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

    Leaves with status 130 where the wish came up, after the work has ended in order, or after `PATIENCE`.
    """
    wished = False

    impatient = False

    def break_off() -> None:
        nonlocal impatient
        impatient = True
        _thread.interrupt_main()

    impatience = threading.Timer(PATIENCE, break_off)
    impatience.daemon = True

    def wish(number: int, frame: FrameType | None) -> None:
        nonlocal wished
        wished = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        impatience.start()

    before = signal.signal(signal.SIGINT, wish)
    try:
        yield lambda: wished
    except KeyboardInterrupt:
        # The work was in the middle of a step, which leaves no trace; all before is kept.
        if not impatient:
            raise
    finally:
        impatience.cancel()
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
    _prepare_streams()
    try:
        # Not on its own: what was typed is part of what it says, and goes to the terminal as everything else does.
        status = app(prog_name="tadmor", standalone_mode=False)
        sys.stdout.flush()
    except TadmorError as error:
        _point(error)
        _end(logs.told(error), 1)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except BrokenPipeError:
        _silence()
        sys.exit(1)
    except Exception as error:
        if isinstance(error, typer.Abort):
            sys.exit(1)
        if hasattr(error, "format_message"):
            _not_understood(error)
        if _debug:
            raise
        if isinstance(error, OSError) and error.filename is None and error.errno in _UNWRITABLE:
            _silence()
            _end(f"Standard output cannot be written: {error.strerror}.", 1)
        _end(logs.told(error, "Tadmor failed"), 1)
    sys.exit(status or 0)


_UNWRITABLE = (errno.ENOSPC, errno.EBADF, errno.EIO, errno.EDQUOT)


def _prepare_streams() -> None:
    if sys.stdout is None:
        # Closed by whoever started the program, who wants to see nothing.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as the program runs
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe that cannot show a letter gets its number; it never ends the program.
        if stream is not None:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _not_understood(error: Any) -> NoReturn:
    """Say what of the command was not understood."""
    error.message = shown(error.message)
    error.show()
    sys.exit(error.exit_code)


def _point(error: TadmorError) -> None:
    """Show the place in a filter that cannot be read, where it fits on a line."""
    if "reader.query" in sys.modules:
        from reader.query import QuerySyntaxError

        if isinstance(error, QuerySyntaxError) and len(error.text) < LONGEST_POINTED:
            typer.echo(shown(error.text.replace("\n", " ")), err=True)
            typer.echo(error.caret(), err=True)


def _end(said: str, status: int) -> NoReturn:
    typer.echo(shown(said), err=True)
    sys.exit(status)


def _silence() -> None:
    """Nobody reads standard output any more: keep Python from complaining when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
