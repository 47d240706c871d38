"""The review queue: what is asked, in which order, and that nothing is asked twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.library import review as shelf_of_doubts
from reader.library.evidence import dump
from reader.library.store import Library
from reader.linking.judgement_propagation import written_alike
from reader.model import Evidence, Judged, Kind, Sign, TadmorError, Verdict
from reader.names.analyse import analyse
from reader.names.wording import Mechanism
from reader.services import Newsroom, Question
from tests.library.shelf import incoming, link, put
from tests.properties import costly

PLACES = {
    "Khneifes": "Shells fell on Khneifes near Homs at dawn.",
    "Khneifis": "A convoy reached Khneifis near Homs on Monday.",
    "Khneifees": "The wells of Khneifees are dry.",
    "al-Qusor": "Buses left al-Qusor at noon.",
    "al-Qussour": "The bakery of al-Qussour opened again. So did the school of al-Qussour.",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library.sqlite")
    yield opened
    opened.close()


def fill(library: Library, texts: dict[str, str]) -> Newsroom:
    """A newsroom on articles that name one place each, linked."""
    numbers = put(library, *(incoming(name, text, date="2016-05-01") for name, text in texts.items()))
    for number, name in zip(numbers, texts, strict=True):
        assert link(library, number, {name: Kind.PLACE, "Homs": Kind.PLACE})
    room = Newsroom.on(library)
    room.analysis.relink()
    return room


@pytest.fixture
def room(library: Library) -> Newsroom:
    return fill(library, PLACES)


def asked(question: Question) -> set[str]:
    return {question.left.name, question.right.name}


def the_only(room: Newsroom, *skipped: tuple[int, int]) -> Question:
    (question,) = room.review.questions(skipped).questions
    return question


def test_pieces_of_names_stand_on_the_side_of_their_actor(room: Newsroom) -> None:
    for question in room.review.questions(limit=10).questions:
        pieces = [(one.left, one.right) for one in question.evidence if one.left and one.right]
        assert pieces
        assert all(left in question.spelt[0] and right in question.spelt[1] for left, right in pieces)


def test_a_question_has_all_that_helps_to_judge(room: Newsroom) -> None:
    question = the_only(room)
    assert question.left.mentions >= question.right.mentions
    assert asked(question) < set(PLACES)
    assert 0 < question.score < 1
    assert question.evidence
    for actor, quotes in ((question.left, question.left_quotes), (question.right, question.right_quotes)):
        assert [quote.quoted for quote in quotes] == [actor.name]
        assert quotes[0].before
        assert quotes[0].after


def test_what_is_skipped_waits_and_still_counts(room: Newsroom) -> None:
    everything = room.review.questions(limit=100)
    first = everything.questions[0]
    rest = room.review.questions([first.pair], limit=100)
    assert rest.questions == everything.questions[1:]
    assert rest.open == everything.open == len(everything.questions)


@pytest.mark.parametrize("verdict", Verdict)
def test_an_answer_holds_before_and_after_linking_and_undo_asks_again(room: Newsroom, verdict: Verdict) -> None:
    before = room.review.questions(limit=100)
    question = before.questions[0]
    said = room.review.answer(question, verdict, "a word on why")
    assert said.startswith("Judged: ")
    for _ in range(2):
        after = room.review.questions(limit=100)
        assert after.today == before.today + 1
        assert after.open == len(after.questions) < before.open
        assert all(asked(other) != asked(question) for other in after.questions)
        room.analysis.relink()
    assert room.history.acts()[0].label.startswith("Judged: ")
    room.history.undo()
    room.analysis.relink()
    assert sorted(map(sorted, map(asked, room.review.questions(limit=100).questions))) == sorted(
        map(sorted, map(asked, before.questions))
    )


def test_today_counts_questions_that_were_answered_not_verdicts(room: Newsroom) -> None:
    (one, *_), (other, *_) = room.actors.search("Khneifes"), room.actors.search("Homs")
    room.judgements.judge(one.id, other.id, Verdict.DIFFERENT)
    assert room.review.questions(limit=100).today == 0
    question = room.review.questions(limit=100).questions[0]
    room.review.answer(question, Verdict.RELATED)
    room.review.answer(question, Verdict.DIFFERENT)
    assert room.review.questions(limit=100).today == 1


def test_the_same_question_is_not_asked_in_another_spelling(room: Newsroom) -> None:
    question = next(one for one in room.review.questions(limit=100).questions if asked(one) == {"Khneifes", "Khneifis"})
    room.review.answer(question, Verdict.SAME)
    for _ in range(2):
        assert not [one for one in room.review.questions(limit=100).questions if asked(one) & {"Khneifees", "Khneifes"}]
        room.analysis.relink()
    (found,) = room.actors.search("Khneifees")
    assert set(dict(found.spellings)) == {"Khneifes", "Khneifis", "Khneifees"}


def test_an_article_that_names_both_is_quoted_for_both(library: Library) -> None:
    texts = {**PLACES, "Khneifis": "They left Khneifes and came to Khneifis near Homs."}
    numbers = put(library, *(incoming(name, text, date="2016-05-01") for name, text in texts.items()))
    for number in numbers:
        link(library, number, dict.fromkeys(PLACES, Kind.PLACE))
    room = Newsroom.on(library)
    room.analysis.relink()
    question = next(one for one in room.review.questions(limit=100).questions if asked(one) == {"Khneifes", "Khneifis"})
    assert question.together == 1
    assert question.left_quotes[0].article == question.right_quotes[0].article


def test_an_answer_finds_its_actors_again_after_linking(room: Newsroom) -> None:
    questions = room.review.questions(limit=100).questions
    first = next(one for one in questions if asked(one) == {"Khneifes", "Khneifis"})
    second = next(one for one in questions if asked(one) == {"Khneifis", "Khneifees"})
    room.review.answer(first, Verdict.DIFFERENT)
    room.analysis.relink()
    room.review.answer(second, Verdict.SAME)
    room.analysis.relink()
    last = next(one for one in questions if asked(one) == {"Khneifes", "Khneifees"})
    with pytest.raises(TadmorError, match="one actor by now"):
        room.review.answer(second, Verdict.SAME)
    assert room.review.answer(last, Verdict.DIFFERENT)


def test_where_verdicts_contradict_each_other_is_asked_first(room: Newsroom) -> None:
    def actor(name: str) -> int:
        return next(one.id for one in room.actors.search(name) if name in dict(one.spellings))

    room.judgements.judge(actor("Khneifes"), actor("Khneifis"), Verdict.DIFFERENT)
    room.judgements.judge(actor("Khneifes"), actor("al-Qussour"), Verdict.SAME)
    room.judgements.judge(actor("al-Qussour"), actor("Khneifis"), Verdict.SAME)
    for _ in range(2):
        question = the_only(room)
        assert "Khneifis" in asked(question)
        assert any(reason.sign is Sign.CONTRADICTS for reason in question.evidence)
        room.analysis.relink()
    room.review.answer(question, Verdict.DIFFERENT)
    for _ in range(2):
        reasons = [reason for one in room.review.questions(limit=100).questions for reason in one.evidence]
        assert not [reason for reason in reasons if reason.sign is Sign.CONTRADICTS]
        room.analysis.relink()


def test_two_persons_whom_only_a_lone_surname_ties_are_no_question(library: Library) -> None:
    names = ["Lena Vogel"] * 5 + ["Oskar Vogel", "Vogel"]
    numbers = put(library, *(incoming(f"article {at}", f"They asked {name}.") for at, name in enumerate(names)))
    for number, name in zip(numbers, names, strict=True):
        link(library, number, {name: Kind.PERSON})
    room = Newsroom.on(library)
    room.analysis.relink()
    assert not [one for one in room.review.questions(limit=9).questions if asked(one) == {"Lena Vogel", "Oskar Vogel"}]


@costly(10, HealthCheck.function_scoped_fixture)
@given(data=st.data())
def test_whatever_is_answered_nothing_is_asked_twice_and_there_is_an_end(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    library = Library.open(tmp_path_factory.mktemp("review") / "library.sqlite")
    try:
        room = fill(library, PLACES)
        before: list[tuple[set[str], Verdict]] = []
        while questions := room.review.questions(limit=100).questions:
            question = data.draw(st.sampled_from(questions))
            assert not any(_the_same(asked(question), names, verdict) for names, verdict in before), before
            verdict = data.draw(st.sampled_from(Verdict))
            room.review.answer(question, verdict)
            before.append((asked(question), verdict))
            if data.draw(st.booleans()):
                room.analysis.relink()
            assert len(before) <= 20
        room.analysis.relink()
        assert not room.review.questions().questions
    finally:
        library.close()


def _the_same(names: set[str], others: set[str], verdict: Verdict) -> bool:
    """Whether two questions are one: the very names, or names written alike where that was said to be no difference."""
    if names == others:
        return True
    every = [analyse(name, Kind.PLACE) for name in (*names, *others)]
    return verdict is Verdict.SAME and all(written_alike(every[0], one) for one in every)


# The order


@costly(4)
@given(
    doubts=st.lists(
        st.tuples(st.integers(1, 12), st.integers(1, 12), st.sampled_from([0.0, 0.125, 0.5, 0.75, 1.0]), st.booleans()),
        max_size=60,
    ),
    mentions=st.lists(st.integers(0, 9), min_size=12, max_size=12),
    page=st.integers(1, 7),
)
def test_conflicts_come_first_then_what_settles_most(
    tmp_path_factory: pytest.TempPathFactory,
    doubts: list[tuple[int, int, float, bool]],
    mentions: list[int],
    page: int,
) -> None:
    library = Library.open(tmp_path_factory.mktemp("order") / "library.sqlite")
    kept: dict[tuple[int, int], tuple[float, bool]] = {}
    for left, right, score, conflict in doubts:
        if left < right:
            kept[left, right] = (score, conflict)
    with library.write() as db:
        for number, times in enumerate(mentions, 1):
            db.insert(
                "INSERT INTO actor (id, kind, name, key, mentions) VALUES (?, 'place', ?, ?, ?)",
                (number, f"Place {number}", f"place:{number}", times),
            )
        for (left, right), (score, conflict) in kept.items():
            mechanism = Mechanism.CONFLICT if conflict else Mechanism.SPELLING
            evidence = dump([Evidence(Sign.NEUTRAL, mechanism, score, ("a", "b"), judged=Judged(Verdict.DIFFERENT))])
            db.run(
                "INSERT INTO doubt (left_actor, right_actor, verdict, score, evidence) VALUES (?, ?, 'unsure', ?, ?)",
                (left, right, score, evidence),
            )

    def place(pair: tuple[int, int]) -> tuple[bool, float]:
        score, conflict = kept[pair]
        return not conflict, -4 * score * (1 - score) * min(mentions[pair[0] - 1], mentions[pair[1] - 1])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf_of_doubts, "PAGE", page)
        found = [(one.left, one.right) for one in shelf_of_doubts.doubts(library.reader())]
    assert list(map(place, found)) == sorted(map(place, kept))
    assert sorted(found) == sorted(kept)
    assert shelf_of_doubts.count(library.reader()) == len(kept)
    library.close()


def test_of_equal_worth_the_questions_about_one_actor_follow_each_other(library: Library) -> None:
    with library.write() as db:
        for number in range(1, 7):
            db.insert(
                "INSERT INTO actor (id, kind, name, key, mentions) VALUES (?1, 'place', ?2, ?2, 1)",
                (number, f"Place {number}"),
            )
        for left, right in ((1, 2), (3, 4), (2, 5), (4, 6), (1, 5)):
            db.run(
                "INSERT INTO doubt (left_actor, right_actor, verdict, score, evidence)"
                " VALUES (?, ?, 'unsure', 0.5, '[]')",
                (left, right),
            )
    found = [(one.left, one.right) for one in shelf_of_doubts.doubts(library.reader())]
    assert found == [(1, 2), (1, 5), (2, 5), (3, 4), (4, 6)]


def test_only_the_top_of_the_queue_is_read(library: Library) -> None:
    plan = " ".join(
        row[3]
        for row in library.reader().all(
            f"EXPLAIN QUERY PLAN {shelf_of_doubts.TOP}", (Verdict.UNSURE.value, float("inf"), 0, 0, 1)
        )
    )
    assert "doubt_worth" in plan
    assert "TEMP" not in plan, "nothing is sorted"


def test_nothing_is_asked_of_an_empty_library(reopen: Callable[[], Newsroom]) -> None:
    found = reopen().review.questions(limit=5)
    assert (found.questions, found.open, found.today) == ((), 0, 0)
