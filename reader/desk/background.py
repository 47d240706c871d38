"""The work behind the desk: reading what was asked for, then recognising it, what is on the screen first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.desk.ports import Intake, Progress
from reader.model import TadmorError

if TYPE_CHECKING:
    from reader.desk.screens.reading import ReadingRoom

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
    """Runs in one worker thread and only posts messages back."""

    @dataclass
    class Progressed(Message):
        """Work went on."""

        progress: Progress

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

    def __init__(self, room: "ReadingRoom", task: Task) -> None:
        """Nothing runs until `start`."""
        self.room = room
        self.task = task
        self.reading = bool(task.paths)
        """Whether articles may still come in."""
        self._waiting = False
        self._visible: list[int] = []
        self._pause: Timer | None = None
        self._reviewing = False
        self._settling = False
        self._again = False

    def start(self) -> None:
        """Begin; quitting the desk cancels it, and the next start goes on where it stopped."""
        self._visible = self.room.articles.ids_in_view()
        self.room.run_worker(self._work, thread=True, exclusive=True, group="background", exit_on_error=False)

    def _work(self) -> None:
        worker, room, newsroom = get_current_worker(), self.room, self.room.newsroom

        def cancelled() -> bool:
            return worker.is_cancelled

        def recognised(article: int) -> None:
            room.post_message(self.Recognised(article))

        told = 0.0

        def progressed(progress: Progress) -> None:
            nonlocal told
            now = monotonic()
            if now - told >= REFRESH_SECONDS or progress.done == progress.total:
                told = now
                room.post_message(self.Progressed(progress))

        def take_in() -> None:
            intake = newsroom.add(
                self.task.paths,
                self.task.mapping or {},
                stdin=self.task.stdin,
                progress=progressed,
                cancelled=cancelled,
            )
            room.post_message(self.Taken(intake))

        def analyse() -> None:
            first = [room.open_id] if room.open_id is not None else []
            newsroom.analyse(
                [*first, *self._visible],
                progress=progressed,
                cancelled=cancelled,
                on_article=recognised,
            )

        # What cannot be read keeps nothing that waits from being recognised.
        for step in (take_in, analyse) if self.task.paths else (analyse,):
            if not cancelled():
                try:
                    step()
                except TadmorError as error:
                    room.post_message(self.Failed(str(error)))
        if not cancelled():
            room.post_message(self.Finished())

    def settle_soon(self) -> None:
        """Link before long; a verdict that comes meanwhile puts it off."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.room.set_timer(REVIEW_SECONDS if self._reviewing else SETTLE_SECONDS, self.settle)

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
            self.room.run_worker(self._link, thread=True, group="settling", exit_on_error=False)

    def _link(self) -> None:
        worker, room = get_current_worker(), self.room
        began = told = monotonic()

        def progressed(progress: Progress) -> None:
            nonlocal told
            now = monotonic()
            # A small library is linked before a word of it could be read.
            if now - began >= REFRESH_SECONDS and now - told >= REFRESH_SECONDS:
                told = now
                room.post_message(self.Progressed(progress))

        linked = False
        try:
            linked = room.newsroom.settle(progress=progressed, cancelled=lambda: worker.is_cancelled)
        except TadmorError as error:
            room.post_message(self.Failed(str(error)))
        finally:
            room.post_message(self.Settled(linked))

    # In the screen's thread

    def progressed(self, progress: Progress) -> None:
        """Say how far it is."""
        of = f" of {progress.total:,}" if progress.total is not None else ""
        self.room.status.tell(busy=f"{progress.stage} {progress.done:,}{of}")
        if progress.stage == "reading":
            self.soon()

    def recognised(self, article: int) -> None:
        """An article is done: the open one is shown with its actors at once."""
        if article == self.room.open_id:
            self.room.travel.reload()
        self.soon()

    def taken(self, intake: Intake) -> None:
        """Say what came in, and what could not be read."""
        self.reading = False
        self.room.relist_here()
        parts = [f"{intake.added:,} added"] if intake.added else []
        parts += [f"{intake.updated:,} updated"] if intake.updated else []
        if intake.problems:
            parts.append(f"{len(intake.problems):,} could not be read; L lists them")
            for problem in intake.problems:
                remedy = f" {problem.remedy}" if problem.remedy else ""
                self.room.acts.log.append((f"{problem.where}: {problem.what}{remedy}", True))
        if not intake.problems and not intake.added + intake.updated + intake.unchanged + intake.removed:
            self.room.say("No article was found in what was given.", error=True)
        if parts:
            self.room.say(", ".join(parts) + ".", error=bool(intake.problems))

    def settled(self, linked: bool) -> None:
        """Linking has run over all, where there was anything to link."""
        self._settling = False
        if self._again:
            self.settle()
        elif linked:
            self.room.status.tell(busy="")
            self.room.acts.refresh()

    def finished(self) -> None:
        """Nothing is left to do."""
        self.reading = False
        self.room.status.tell(busy="")
        self.room.travel.reload()
        self.room.relist_here()

    def soon(self) -> None:
        """Refresh the list before long: many wishes, one refresh."""
        if not self._waiting:
            self._waiting = True
            self.room.set_timer(REFRESH_SECONDS, self._refresh)

    def _refresh(self) -> None:
        self._waiting = False
        self.room.relist_here()
