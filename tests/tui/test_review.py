"""The review queue at the desk: answer, skip, back, undo, and what is shown."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Evidence, Kind, Sign, TadmorError, Verdict
from reader.names.wording import sentence
from reader.services import ActorRow, Newsroom, Question, Review
from reader.tui.aligned import aligned
from reader.tui.review_session import ReviewSession
from reader.tui.screens.actor import ActorSheet
from reader.tui.screens.review import ReviewSheet
from tests.tui.conftest import Filled
from tests.tui.helpers import desk, front, press, room, screen_text, settle

WIDE, MEDIUM = (140, 40), (80, 24)
VERDICT_KEYS = [("=", Verdict.SAME), ("!", Verdict.DIFFERENT), ("~", Verdict.RELATED), ("i", Verdict.UNSURE)]


def questions(newsroom: Newsroom) -> tuple[Question, ...]:
    """The open questions, in the order in which they are put."""
    return newsroom.review.questions(limit=10).questions


def labels(newsroom: Newsroom) -> list[str]:
    """What was done and stands, the latest first."""
    return [act.label for act in newsroom.history.acts() if not act.undone]


class Queue:
    """A review queue that says what it is told to say."""

    def __init__(self, *answers: Review | Exception) -> None:
        self.answers = [*answers]

    def questions(self, skipped: Collection[tuple[int, int]] = (), limit: int = 1) -> Review:
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def asking(newsroom: Newsroom, *answers: Review | Exception) -> Newsroom:
    """The same services, with a queue that says what it is told to say."""
    queue: Any = Queue(*answers)
    return replace(newsroom, review=queue)


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_a_question_shows_both_names_sentences_and_reasons(doubtful: Newsroom, size: tuple[int, int]) -> None:
    question = questions(doubtful)[0]
    app = desk(doubtful)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert isinstance(app.screen, ReviewSheet)
        text = screen_text(app)
        assert "1 of 3" in text
        assert text.count(question.left.name) >= 3
        assert question.right_quotes[0].before.strip() in text
        assert sentence(question.evidence[0]) in text
        assert "1 mention hangs on it" in text
        assert "= same" in text


async def test_the_question_is_whole_when_the_queue_is_opened_again(doubtful: Newsroom) -> None:
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        before = screen_text(app)
        await press(pilot, "escape", "v")
        assert screen_text(app) == before


@pytest.mark.parametrize(("key", "verdict"), VERDICT_KEYS)
async def test_a_verdict_is_one_key_and_the_next_question_comes(doubtful: Newsroom, key: str, verdict: Verdict) -> None:
    first, second, _ = questions(doubtful)
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", key)
        (said,) = labels(doubtful)
        assert said.startswith("Judged: ")
        assert all(name in said for name in (first.left.name, first.right.name))
        text = screen_text(app)
        assert "2 of 3 · 1 answered today" in text
        assert second.left.name in text
        assert said in text, "what the answer changed"
    together = {doubtful.actors.find(one.name).id for one in (first.left, first.right)}
    assert (len(together) == 1) == (verdict is Verdict.SAME)


async def test_skipped_questions_are_not_lost_and_the_end_teaches(doubtful: Newsroom) -> None:
    first = questions(doubtful)[0].left.name
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "space", "=", "=")
        text = screen_text(app)
        assert "Nothing else is open for review." in text
        assert "Backspace goes back to the 1 question that you skipped." in text
        await press(pilot, "backspace", "backspace", "backspace")
        assert first in screen_text(app)
        await press(pilot, "backspace")
        assert first in screen_text(app), "there is nothing before the first"
        await press(pilot, "!", "space", "space")
        text = screen_text(app)
        assert "Nothing is open for review." in text
        assert "3 answered today" in text


async def test_undo_brings_the_question_back_and_redo_takes_it_away(doubtful: Newsroom) -> None:
    first, second, _ = questions(doubtful)
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "!", "!", "u")
        assert len(labels(doubtful)) == 1
        text = screen_text(app)
        assert "2 of 3 · 1 answered today" in text
        assert second.left.name in text
        assert "Undone" in text
        await press(pilot, "ctrl+r")
        assert len(labels(doubtful)) == 2
        assert "3 of 3 · 2 answered today" in screen_text(app)
        await press(pilot, "u", "u", "~")
        (said,) = labels(doubtful)
        assert first.left.name in said
        assert "related" in said


async def test_a_reason_goes_with_the_next_verdict_and_no_further(doubtful: Newsroom) -> None:
    first, second, _ = questions(doubtful)
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "#", *"both met", "enter", "!", "!")
    whys = [doubtful.actors.page(one.left.id).decisions[0].why for one in (first, second)]
    assert whys == ["both met", ""]


async def test_enter_reads_on_at_the_mention_and_the_queue_waits(doubtful: Newsroom) -> None:
    second = questions(doubtful)[1]
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "!", "l", "enter")
        here = room(app)
        assert front(app) is here
        assert here.opened.id == second.right_quotes[0].article
        assert here.view.spot is not None
        assert here.view.spot.actor == second.right.id
        await press(pilot, "v")
        assert "2 of 3 · 1 answered today" in screen_text(app)
        await press(pilot, "v")
        assert front(app) is here


@pytest.mark.parametrize("key", ["x", "X"])
async def test_what_is_wrong_with_a_sentence_is_corrected_from_here(doubtful: Newsroom, key: str) -> None:
    first, second, _ = questions(doubtful)
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "l", key)
        assert len(labels(doubtful)) == 1
        assert doubtful.actors.get(first.right.id) is None
        text = screen_text(app)
        assert "1 of 2" in text, "nobody is left to ask about; the next question is there"
        assert second.left.name in text


async def test_one_sentence_is_split_off_from_here(doubtful: Newsroom) -> None:
    first = questions(doubtful)[0]
    assert first.left.articles == 2
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "d")
        assert isinstance(app.screen, ReviewSheet)
        shown = screen_text(app)
        assert first.left.name in shown, "the question stays, and what was split off is one by now"
        assert first.right.name in shown
    kept = doubtful.actors.get(first.left.id)
    assert kept is not None
    assert kept.articles == 1


async def test_the_page_of_either_actor_is_a_key_away(doubtful: Newsroom) -> None:
    question = questions(doubtful)[0]
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "l", "A")
        assert isinstance(app.screen, ActorSheet)
        assert question.right.name in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewSheet)
        assert "1 of 3" in screen_text(app)


async def test_help_and_messages_come_in_front_of_it(doubtful: Newsroom) -> None:
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "!", "L")
        assert "Judged: " in screen_text(app)
        await press(pilot, "escape", "?")
        assert "One line or row down." in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewSheet)


async def test_tab_goes_through_both_sides_and_the_reasons(doubtful: Newsroom) -> None:
    app = desk(doubtful)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        seen = []
        for _ in range(3):
            await press(pilot, "tab")
            seen.append(app.focused.id if app.focused else "")
        assert seen == ["other", "reasons", "one"]
        await press(pilot, "shift+tab", "j", "x", "d", "X", "enter")
        assert isinstance(app.screen, ReviewSheet), "the reasons hold nothing to act on"
        assert labels(doubtful) == []


async def test_an_answer_that_comes_too_late_says_so_and_is_nothing_to_undo(doubtful: Newsroom) -> None:
    first, second, _ = questions(doubtful)
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        doubtful.judgements.judge(first.left.id, first.right.id, Verdict.SAME)
        await press(pilot, "!")
        text = screen_text(app)
        assert "are one actor by now" in text
        assert second.left.name in text, "and the next question is there"
    assert len(labels(doubtful)) == 1


async def test_two_that_an_answer_made_one_are_not_judged_again_in_passing(doubtful: Newsroom) -> None:
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "=", "backspace")
        before = screen_text(app).splitlines()[0]
        await press(pilot, "!")
        assert len(labels(doubtful)) == 1
        assert screen_text(app).splitlines()[0] == before
        assert "u takes back the latest answer first" in screen_text(app)


async def test_an_empty_queue_teaches(filled: Filled) -> None:
    app = desk(filled())
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        text = screen_text(app)
        assert "Nothing is open for review." in text
        assert "one key for your verdict" in text
        await press(pilot, "=", "space", "backspace", "enter", "escape")
        assert front(app) is room(app)


async def test_a_queue_that_cannot_be_read_says_so(newsroom: Newsroom) -> None:
    app = desk(asking(newsroom, TadmorError("The library is damaged.")))
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert "The library is damaged." in screen_text(app)


async def test_what_goes_on_behind_leaves_the_question_in_front_as_it_is(doubtful: Newsroom) -> None:
    front, other, _ = questions(doubtful)
    grown = replace(front, left=replace(front.left, mentions=70), left_quotes=front.left_quotes[::-1])
    app = desk(asking(doubtful, Review((front,), 3, 0), Review((other, grown), 9, 4)))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "l")
        sheet = app.screen
        assert isinstance(sheet, ReviewSheet)
        sentence = sheet.lines.target
        sheet.fetch()
        await settle(pilot)
        text = screen_text(app)
        assert "1 of 9 · 4 answered today" in text
        assert "70 mentions" in text
        assert front.right.name in text
        assert sheet.lines.target is sentence


async def test_a_conflict_says_that_the_answer_overrules(doubtful: Newsroom) -> None:
    reasons = (
        Evidence(Sign.FOR, "judgement", 1.0, told="judged the same"),
        Evidence(Sign.CONTRADICTS, "conflict", -1, told="…"),
    )
    question = replace(questions(doubtful)[0], evidence=reasons)
    app = desk(asking(doubtful, Review((question,), 1, 0)))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert "verdicts contradict each other here: the one that you give now holds" in screen_text(app)


async def test_a_key_that_is_held_down_answers_but_one_question(
    doubtful: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.screens.review.GLANCE_SECONDS", 3600.0)
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "=", "=", "=")
        assert labels(doubtful) == []
        assert "1 of 3" in screen_text(app)


# The way through the queue, without a screen


def question(left: int, right: int) -> Question:
    one, other = (ActorRow(at, f"Actor {at}", Kind.PERSON, 1, 1, ((f"Actor {at}", 1),)) for at in (left, right))
    return Question(one, other, 0.5, (), (), (), 0, (), (one.name, other.name), ((), ()))


QUESTIONS = {(a, b): question(a, b) for a in range(1, 9) for b in range(a + 1, 10)}


class Doubts:
    """A queue that answers as the library does: what is judged is asked no more."""

    def __init__(self) -> None:
        self.open = list(QUESTIONS)
        self.judged: list[tuple[int, int]] = []
        self.undone: list[tuple[int, int]] = []

    def review(self, asked: list[tuple[int, int]]) -> Review:
        found = [QUESTIONS[pair] for pair in self.open if pair not in asked]
        return Review(tuple(found[:3]), len(self.open), len(self.judged))


@given(st.lists(st.sampled_from(["answer", "skip", "back", "undo", "redo", "fetch"]), max_size=60))
def test_no_pair_is_put_twice_and_the_count_is_true_whatever_is_pressed(keys: list[str]) -> None:
    queue, session = Doubts(), ReviewSession()
    session.take(queue.review(session.asked))
    for key in keys:
        if key == "answer":
            turn = session.answer(Verdict.DIFFERENT)
            if turn is not None:
                pair = turn.question.pair
                queue.open = [one for one in queue.open if one != pair]
                queue.judged.append(pair)
                queue.undone.clear()
                session.told(turn, "Judged.")
        elif key == "skip":
            session.forward()
        elif key == "back":
            session.back()
        elif key == "undo" and queue.judged:
            pair = queue.judged.pop()
            queue.undone.append(pair)
            if pair not in queue.judged:
                queue.open = [one for one in QUESTIONS if one in queue.open or one == pair]
            turn = session.undone()
            assert turn is not None
            assert turn is session.turn
            assert turn.question.pair == pair
        elif key == "redo" and queue.undone:
            pair = queue.undone.pop()
            queue.judged.append(pair)
            queue.open = [one for one in queue.open if one != pair]
            session.redone("Done again.")
        session.take(queue.review(session.asked))
        assert len(set(session.asked)) == len(session.asked)
        assert session.open == len(queue.open)
        assert session.answered == len(QUESTIONS) - len(queue.open)
        assert session.place[1] == len(QUESTIONS)
        assert session.turn is None or session.place[0] <= len(QUESTIONS)


@given(st.text("ab -", max_size=30), st.text("ab -", max_size=30))
def test_aligned_names_keep_all_their_words_in_order(left: str, right: str) -> None:
    columns = aligned(left, right)
    assert " ".join(word for word, _ in columns if word).split() == left.split()
    assert " ".join(word for _, word in columns if word).split() == right.split()


def test_words_that_are_alike_stand_in_one_column() -> None:
    assert aligned("Abu Mohammad Julani", "Abu Muhammed al-Jolani") == [
        ("Abu", "Abu"),
        ("Mohammad", "Muhammed"),
        ("Julani", "al-Jolani"),
    ]
    assert aligned("Osama Said", "Said") == [("Osama", ""), ("Said", "Said")]
