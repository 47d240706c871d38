"""The work behind the desk: reading what was asked for, then recognising it, what is on the screen first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from reader.logs import told
from reader.model import Known
from reader.plurals import counted
from reader.services import Intake, Newsroom, Progress

REFRESH_SECONDS = 0.5
"""Rest between two refreshes of list and progress while work goes on: short enough to see it grow, no flicker."""

SETTLE_SECONDS, REVIEW_SECONDS = 2.0, 30.0
"""Rest after the last verdict before linking runs over all: a row of verdicts is worked out once, not one by one; the
longer one while questions are put one after the other, since each answer holds at once and linking slows the screen."""


@dataclass(frozen=True, slots=True)
class Task:
    """What the desk was started with."""

    paths: Sequence[str | Path] = ()
    mapping: Mapping[str, str] | None = None
    stdin: BinaryIO | None = None


class Background:
    """Works in threads, and posts messages back to the screen that it works for."""

    @dataclass
    class Progressed(Message):
        """Work went on."""

        progress: Progress

        @property
        def words(self) -> str:
            """How far it is."""
            of = f" of {self.progress.total:,}" if self.progress.total is not None else ""
            return f"{self.progress.stage} {self.progress.done:,}{of}"

    @dataclass
    class Recognised(Message):
        """An article's actors are known now."""

        article: int

    @dataclass
    class Taken(Message):
        """The paths were read."""

        intake: Intake

    @dataclass
    class Settled(Message):
        """What a person judged is worked out for the whole library."""

        linked: bool
        """Whether there was anything to work out."""

    @dataclass
    class Finished(Message):
        """All work is done, or as much of it as could be."""

    @dataclass
    class Failed(Message):
        """A part of the work could not be done; the rest goes on."""

        reason: str

    def __init__(self, host: Widget, newsroom: Newsroom, task: Task) -> None:
        """Nothing runs until `start`; `host` has the workers and gets the messages."""
        self._host = host
        self._newsroom = newsroom
        self._task = task
        self.reading = bool(task.paths)
        """Whether articles may still come in."""
        self._pause: Timer | None = None
        self._reviewing = False
        self._settling = False
        self._again = False
        self._told: set[str] = set()

    def start(self, in_view: Callable[[], Sequence[int]]) -> None:
        """Begin; quitting the desk cancels it, and the next start goes on where it stopped.

        `in_view` says which articles are on the screen; they are recognised first.
        """
        self._host.run_worker(
            lambda: self._work(in_view), thread=True, exclusive=True, group="background", exit_on_error=False
        )

    def _work(self, in_view: Callable[[], Sequence[int]]) -> None:
        worker, post = get_current_worker(), self._host.post_message

        def cancelled() -> bool:
            return worker.is_cancelled

        told = 0.0

        def progressed(progress: Progress) -> None:
            nonlocal told
            now = monotonic()
            if now - told >= REFRESH_SECONDS or progress.done == progress.total:
                told = now
                post(self.Progressed(progress))

        def recognised(article: int) -> None:
            post(self.Recognised(article))

        def take_in() -> None:
            task = self._task
            add = self._newsroom.articles.add
            taken = add(task.paths, task.mapping or {}, stdin=task.stdin, progress=progressed, cancelled=cancelled)
            post(self.Taken(taken))

        def analyse() -> None:
            run = self._newsroom.analysis.run
            run(in_view(), progress=progressed, cancelled=cancelled, on_article=recognised)

        # What cannot be read keeps nothing that waits from being recognised.
        for step in (take_in, analyse) if self._task.paths else (analyse,):
            if not cancelled():
                try:
                    step()
                except Exception as error:
                    self._failed(error)
        if not cancelled():
            post(self.Finished())
            # So that the first verdict need not wait for it.
            self._newsroom.known.prepare()

    # Linking what was judged

    def settle_soon(self) -> None:
        """Link before long; a verdict that comes meanwhile puts it off."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self._host.set_timer(REVIEW_SECONDS if self._reviewing else SETTLE_SECONDS, self.settle)

    def reviewing(self, going_on: bool) -> None:
        """Leave linking be while a review goes on; what waits then is done soon."""
        self._reviewing = going_on
        if self._pause is not None and not going_on:
            self.settle_soon()

    def settle(self) -> None:
        """Link now, or once more when the linking that is going on is done."""
        self._pause = None
        self._again = self._settling
        if not self._settling:
            self._settling = True
            self._host.run_worker(self._link, thread=True, group="settling", exit_on_error=False)

    def settled(self) -> bool:
        """Linking has ended; returns whether it begins once more, for what was judged meanwhile."""
        self._settling = False
        again = self._again
        if again:
            self.settle()
        return again

    def _link(self) -> None:
        worker, post = get_current_worker(), self._host.post_message
        began = told = monotonic()

        def progressed(progress: Progress) -> None:
            nonlocal told
            now = monotonic()
            # A small library is linked before a word of it could be read.
            if now - began >= REFRESH_SECONDS and now - told >= REFRESH_SECONDS:
                told = now
                post(self.Progressed(progress))

        linked = False
        try:
            linked = self._newsroom.analysis.settle(progress=progressed, cancelled=lambda: worker.is_cancelled)
        except Exception as error:
            self._failed(error)
        finally:
            post(self.Settled(linked))

    def _failed(self, error: Exception) -> None:
        """Say what could not be done, once: work that goes on trips over the same thing again and again."""
        words = told(error)
        if words not in self._told:
            self._told.add(words)
            self._host.post_message(self.Failed(words))


def problems(intake: Intake) -> Iterator[str]:
    """What could not be read, a line each."""
    for problem in intake.problems:
        yield f"{problem.where}: {problem.what}" + (f" {problem.remedy}" if problem.remedy else "")


def outcome(intake: Intake) -> tuple[str, bool]:
    """What came in, and how much could not be read, with whether anything was wrong; empty where nothing happened."""
    if not intake.problems and not intake.added + intake.updated + intake.unchanged + intake.removed + len(
        intake.known
    ):
        return "No article was found in what was given.", True
    parts = [f"{intake.added:,} added"] if intake.added else []
    parts += [f"{intake.updated:,} updated"] if intake.updated else []
    known = sum(one.how is not Known.LONGER for one in intake.known)
    parts += [f"{known:,} known already"] if known else []
    dated = sum(times for _, _, times in intake.dated)
    parts += (
        [f"{counted(dated, 'date')} read as you said of {'its' if dated == 1 else 'their'} source"] if dated else []
    )
    parts += [f"{len(intake.problems):,} could not be read; L lists them"] if intake.problems else []
    return ", ".join(parts) + "." if parts else "", bool(intake.problems)
