"""One person's way through the review queue: what was asked, answered, skipped, taken back, and what comes next.

It knows no widget and asks nobody: the screen tells it what the newsroom said.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Verdict
from reader.services import Question, Review
from reader.services.review_questions import teaches

AHEAD = 6
"""Questions fetched beforehand: so many can be answered while one answer is being written down."""


@dataclass(slots=True)
class Turn:
    """One question that was put."""

    question: Question
    verdict: Verdict | None = None
    """What was answered; None while it is open, or was skipped."""
    words: str = ""
    """What the answer changed, as the newsroom said it."""
    pending: bool = False
    """Whether the answer is still being written down."""


@dataclass(frozen=True, slots=True)
class _Step:
    """An answer, as undo and redo need it."""

    turn: Turn
    before: Verdict | None
    after: Verdict


class ReviewSession:
    """Questions in the order in which they were put; one of them is in front."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self.turns: list[Turn] = []
        self.open = 0
        """Questions that are open, the one in front too."""
        self.today = 0
        """Questions answered since midnight."""
        self.fetched = False
        """Whether the newsroom was asked at all: before, an empty queue says nothing."""
        self._at = 0
        self._ahead: list[Question] = []
        self._done: list[_Step | None] = []
        self._undone: list[_Step | None] = []

    @property
    def turn(self) -> Turn | None:
        """The question in front, or None when there is none."""
        return self.turns[self._at] if self._at < len(self.turns) else None

    @property
    def asked(self) -> list[tuple[int, int]]:
        """The pairs that were put already, whatever came of it: not to be fetched again."""
        return [turn.question.pair for turn in self.turns]

    @property
    def elsewhere(self) -> list[tuple[int, int]]:
        """The same without the one in front, if it is open: it may have changed, and is fetched anew."""
        front = self.turn
        return [turn.question.pair for turn in self.turns if turn is not front or turn.verdict is not None]

    @property
    def skipped(self) -> int:
        """How many were put and left open, without the one in front."""
        return sum(turn.verdict is None and turn is not self.turn for turn in self.turns)

    @property
    def answered(self) -> int:
        """How many verdicts of this session stand."""
        return sum(turn.verdict is not None for turn in self.turns)

    @property
    def place(self) -> tuple[int, int]:
        """Which question this is, counting those that were answered, and of how many."""
        turn = self.turn
        number = self.answered + 1
        if turn is not None and turn.verdict is not None:
            number = sum(one.verdict is not None for one in self.turns[: self._at + 1])
        return number, self.answered + self.open

    # What the newsroom said

    def take(self, review: Review) -> None:
        """The top of the queue as it is now; the question in front stays."""
        underway = [step for step in self._done if step is not None and step.turn.pending]
        pending = [step.turn for step in underway]
        first = sum(step.before is None for step in underway)
        self.open, self.today = max(0, review.open - first), review.today + first
        self.fetched = True
        asked = set(self.asked)
        self._ahead = [
            question
            for question in review.questions
            if question.pair not in asked and not self._settled(question, pending)
        ]
        front = self.turn
        if front is None:
            self._next()
        elif front.verdict is None:
            # Its facts may have changed by another answer.
            same = (question for question in review.questions if question.pair == front.question.pair)
            front.question = next(same, front.question)

    def told(self, turn: Turn, words: str) -> None:
        """What an answer changed."""
        turn.words, turn.pending = words, False

    def refused(self, turn: Turn) -> None:
        """An answer could not be kept: there is nothing left to judge, and nothing to undo."""
        step = next(step for step in reversed(self._done) if step is not None and step.turn is turn)
        self._done.remove(step)
        turn.verdict, turn.pending = step.before, False

    # What the person does

    def answer(self, verdict: Verdict) -> Turn | None:
        """Answer the question in front, again if it was answered, and go on; None when there is none."""
        turn = self.turn
        if turn is None:
            return None
        if turn.verdict is None:
            self.open -= 1
            self.today += 1
        self._did(_Step(turn, turn.verdict, verdict))
        turn.verdict, turn.words, turn.pending = verdict, "", True
        self._ahead = [question for question in self._ahead if not self._settled(question, [turn])]
        self.forward()
        return turn

    def drop(self) -> None:
        """The question in front is none any more: on to the next."""
        if self.turn is not None:
            del self.turns[self._at]
            if self._at == len(self.turns):
                self._next()

    def did_otherwise(self) -> None:
        """Something else was done from here, that undo takes back first."""
        self._did(None)

    def forward(self) -> bool:
        """On to the next question; an open one stays open. Returns whether there was one to leave."""
        if self.turn is None:
            return False
        self._at += 1
        if self._at == len(self.turns):
            self._next()
        return True

    def back(self) -> bool:
        """Back to the question before. Returns whether there was one."""
        if self._at == 0:
            return False
        self._at -= 1
        return True

    def undone(self) -> Turn | None:
        """What was done last was undone: if it was an answer, its question is in front again, as it was before."""
        step = self._done.pop() if self._done else None
        self._undone.append(step)
        if step is None:
            return None
        turn = step.turn
        turn.verdict, turn.words = step.before, ""
        if step.before is None:
            self.open += 1
            self.today = max(0, self.today - 1)
        self._at = self.turns.index(turn)
        return turn

    def redone(self, words: str) -> None:
        """What was undone last was done again."""
        step = self._undone.pop() if self._undone else None
        self._done.append(step)
        if step is None:
            return
        turn = step.turn
        turn.verdict, turn.words = step.after, words
        if step.before is None:
            self.open = max(0, self.open - 1)
            self.today += 1
        if turn is self.turn:
            self.forward()

    def _did(self, step: _Step | None) -> None:
        self._done.append(step)
        self._undone.clear()

    def _next(self) -> None:
        if self._ahead:
            self.turns.append(Turn(self._ahead.pop(0)))

    @staticmethod
    def _settled(question: Question, answers: Sequence[Turn]) -> bool:
        """Whether answers that the library does not have yet answer a question, too."""
        return any(turn.verdict and teaches(turn.question, turn.verdict, question) for turn in answers)
