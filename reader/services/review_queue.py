"""The service of the review queue: what linking is unsure about, asked and answered."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from reader.library.store import Library
from reader.model import Verdict
from reader.services.judgements import Judgements
from reader.services.views import Question, Review

if TYPE_CHECKING:
    from reader.services.review_questions import Lessons


class ReviewQueue:
    """Questions that linking leaves for a person."""

    def __init__(self, library: Library, judgements: Judgements) -> None:
        """Answers become `judgements`."""
        self._library = library
        self._judgements = judgements
        self._lessons: Lessons | None = None

    def questions(self, skipped: Collection[tuple[int, int]] = (), limit: int = 1) -> Review:
        """The most useful questions, but those `skipped` (see `Question.pair`)."""
        from reader.services.review_questions import Lessons, queue

        self._lessons = self._lessons or Lessons()
        db = self._library.reader()
        return queue(db, self._lessons.of(db), skipped, limit)

    def answer(self, question: Question, verdict: Verdict, why: str = "") -> str:
        """Judge the two actors of a question, as they are now. Raises TadmorError when they are gone, or one by now."""
        from reader.services.review_questions import actors_of

        left, right = actors_of(self._library.reader(), question)
        return self._judgements.judge(left, right, verdict, why)
