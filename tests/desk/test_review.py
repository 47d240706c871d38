"""The review queue at the desk: answer, skip, back, undo, and what is shown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk.aligned import aligned
from reader.desk.screens.actor import ActorSheet
from reader.desk.screens.review import ReviewSheet
from reader.desk.sitting import Sitting
from reader.model import Evidence, Sign, TadmorError, Verdict
from reader.newsroom.views import Question, Review
from tests.desk.fake import FakeNewsroom
from tests.desk.helpers import desk, press, room, screen_text, settle

WIDE, MEDIUM = (140, 40), (80, 24)
VERDICT_KEYS = [("=", Verdict.SAME), ("!", Verdict.DIFFERENT), ("~", Verdict.RELATED), ("i", Verdict.UNSURE)]


def did(newsroom: FakeNewsroom) -> list[object]:
    return [act for act in newsroom.did if act[0] == "answer"]


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_a_question_shows_both_names_sentences_and_reasons(size: tuple[int, int]) -> None:
    app = desk()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert isinstance(app.screen, ReviewSheet)
        text = screen_text(app)
        assert "1 of 3" in text
        assert text.count("John Kerry") >= 3
        assert "Sergey Lavrov received" in text
        assert "may be one" in text
        assert "3 mentions hang on it" in text
        assert "= same" in text


async def test_the_question_is_whole_when_the_queue_is_opened_again() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        before = screen_text(app)
        await press(pilot, "escape", "v")
        assert screen_text(app) == before


@pytest.mark.parametrize(("key", "verdict"), VERDICT_KEYS)
async def test_a_verdict_is_one_key_and_the_next_question_comes(key: str, verdict: Verdict) -> None:
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", key)
        assert did(newsroom) == [("answer", 1, 2, verdict, "")]
        text = screen_text(app)
        assert "2 of 3 · 1 answered today" in text
        assert "Kurds" in text
        assert "joined 3 mentions" in text, "what the answer changed"


async def test_skipped_questions_are_not_lost_and_the_end_teaches() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "space", "=", "=")
        text = screen_text(app)
        assert "Nothing else is open for review." in text
        assert "Backspace goes back to the 1 question that you skipped." in text
        await press(pilot, "backspace", "backspace", "backspace")
        assert "Sergey Lavrov received" in screen_text(app)
        await press(pilot, "backspace")
        assert "Sergey Lavrov received" in screen_text(app), "there is nothing before the first"
        await press(pilot, "!", "space", "space")
        text = screen_text(app)
        assert "Nothing is open for review." in text
        assert "3 answered today" in text


async def test_undo_brings_the_question_back_and_redo_takes_it_away() -> None:
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "=", "=", "u")
        assert newsroom.judged == [(1, 2)]
        text = screen_text(app)
        assert "2 of 3 · 1 answered today" in text
        assert "Islamic State" in text
        assert "Undone." in text
        await press(pilot, "ctrl+r")
        assert newsroom.judged == [(1, 2), (3, 9)]
        assert "3 of 3 · 2 answered today" in screen_text(app)
        await press(pilot, "u", "u", "!")
        assert did(newsroom)[-1] == ("answer", 1, 2, Verdict.DIFFERENT, "")


async def test_a_reason_goes_with_the_next_verdict_and_no_further() -> None:
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "#", *"both met", "enter", "!", "=")
        assert did(newsroom) == [
            ("answer", 1, 2, Verdict.DIFFERENT, "both met"),
            ("answer", 3, 9, Verdict.SAME, ""),
        ]


async def test_enter_reads_on_at_the_mention_and_the_queue_waits() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "=", "l", "enter")
        here = room(app)
        assert app.screen is here
        assert here.open_id == 3
        assert here.view.spot is not None
        assert here.view.spot.actor == 9
        await press(pilot, "v")
        assert "2 of 3 · 1 answered today" in screen_text(app)
        await press(pilot, "v")
        assert app.screen is here


@pytest.mark.parametrize(("key", "act"), [("x", "unmark"), ("X", "not_an_actor"), ("d", "split")])
async def test_what_is_wrong_with_a_sentence_is_corrected_from_here(key: str, act: str) -> None:
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "l", key)
        assert newsroom.did[-1][0] == act
        assert "1 of 3" in screen_text(app), "the question stays"


async def test_the_page_of_either_actor_is_a_key_away() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "l", "A")
        assert isinstance(app.screen, ActorSheet)
        assert "Sergey Lavrov" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewSheet)
        assert "1 of 3" in screen_text(app)


async def test_tab_goes_through_both_sides_and_the_reasons() -> None:
    app = desk()
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


async def test_a_question_whose_actor_is_gone_gives_way_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        known = newsroom.actor
        monkeypatch.setattr(newsroom, "actor", lambda actor: None if actor == 2 else known(actor))
        await press(pilot, "l", "x")
        text = screen_text(app)
        assert "1 of 2" in text
        assert "Kurds" in text


async def test_an_answer_that_comes_too_late_says_so_and_is_nothing_to_undo() -> None:
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    newsroom.gone_meanwhile = True
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "=")
        text = screen_text(app)
        assert "are one actor by now." in text
        assert "answered today" not in text
        assert "Kurds" in text, "and the next question is there"


async def test_two_that_an_answer_made_one_are_not_judged_again_in_passing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "=")
        known = newsroom.actor
        monkeypatch.setattr(newsroom, "actor", lambda actor: None if actor == 2 else known(actor))
        await press(pilot, "backspace")
        before = screen_text(app).splitlines()[0]
        await press(pilot, "!")
        assert [one[0] for one in did(newsroom)] == ["answer"]
        assert screen_text(app).splitlines()[0] == before
        assert "u takes back the latest answer first" in screen_text(app)


async def test_an_empty_queue_teaches() -> None:
    newsroom = FakeNewsroom.of()
    newsroom.doubts = []
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        text = screen_text(app)
        assert "Nothing is open for review." in text
        assert "one key for your verdict" in text
        await press(pilot, "=", "space", "backspace", "enter", "escape")
        assert app.screen is room(app)


async def test_a_queue_that_cannot_be_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom = FakeNewsroom.of()

    def broken(*arguments: object) -> Review:
        raise TadmorError("The library is damaged.")

    monkeypatch.setattr(newsroom, "review", broken)
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert "The library is damaged." in screen_text(app)


async def test_what_goes_on_behind_leaves_the_question_in_front_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "l")
        sheet = app.screen
        assert isinstance(sheet, ReviewSheet)
        sentence = sheet.lines.target
        front = newsroom.question(1, 2)
        grown = replace(front, left=replace(front.left, mentions=70), right_quotes=front.right_quotes[::-1])
        other = newsroom.question(3, 9)
        monkeypatch.setattr(newsroom, "review", lambda skipped, limit: Review((other, grown), 9, 4))
        sheet.fetch()
        await settle(pilot)
        text = screen_text(app)
        assert "1 of 9 · 4 answered today" in text
        assert "70 mentions" in text
        assert "Sergey Lavrov received" in text
        assert sheet.lines.target is sentence
        await press(pilot, "=")
        assert did(newsroom) == [("answer", 1, 2, Verdict.SAME, "")]


async def test_a_conflict_says_that_the_answer_overrules(monkeypatch: pytest.MonkeyPatch) -> None:
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    reasons = (
        Evidence(Sign.FOR, "judgement", 1.0, told="judged the same"),
        Evidence(Sign.CONTRADICTS, "conflict", -1, told="…"),
    )
    question = replace(newsroom.question(1, 2), evidence=reasons)
    monkeypatch.setattr(newsroom, "review", lambda skipped, limit: Review((question,), 1, 0))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert "verdicts contradict each other here: the one that you give now holds" in screen_text(app)


# The way through the queue, without a screen


def questions() -> dict[tuple[int, int], Question]:
    newsroom = FakeNewsroom.of()
    pairs = [(a, b) for a in range(1, 9) for b in range(a + 1, 10)]
    return {pair: newsroom.question(*pair) for pair in pairs}


QUESTIONS = questions()


class Queue:
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
    queue, sitting = Queue(), Sitting()
    sitting.take(queue.review(sitting.asked))
    for key in keys:
        if key == "answer":
            turn = sitting.answer(Verdict.DIFFERENT)
            if turn is not None:
                pair = turn.question.pair
                queue.open = [one for one in queue.open if one != pair]
                queue.judged.append(pair)
                queue.undone.clear()
                sitting.told(turn, "Judged.")
        elif key == "skip":
            sitting.forward()
        elif key == "back":
            sitting.back()
        elif key == "undo" and queue.judged:
            pair = queue.judged.pop()
            queue.undone.append(pair)
            if pair not in queue.judged:
                queue.open = [one for one in QUESTIONS if one in queue.open or one == pair]
            turn = sitting.undone()
            assert turn is not None
            assert turn is sitting.turn
            assert turn.question.pair == pair
        elif key == "redo" and queue.undone:
            pair = queue.undone.pop()
            queue.judged.append(pair)
            queue.open = [one for one in queue.open if one != pair]
            sitting.redone("Done again.")
        sitting.take(queue.review(sitting.asked))
        assert len(set(sitting.asked)) == len(sitting.asked)
        assert sitting.open == len(queue.open)
        assert sitting.answered == len(QUESTIONS) - len(queue.open)
        assert sitting.place[1] == len(QUESTIONS)
        assert sitting.turn is None or sitting.place[0] <= len(QUESTIONS)


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


async def test_a_key_that_is_held_down_answers_but_one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.desk.screens.review.GLANCE_SECONDS", 3600.0)
    app = desk()
    newsroom = app.newsroom
    assert isinstance(newsroom, FakeNewsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "=", "=", "=")
        assert did(newsroom) == []
        assert "1 of 3" in screen_text(app)
