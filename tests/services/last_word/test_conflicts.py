"""What two judgements, or a judgement and new evidence, contradict each other about is kept apart and told."""

from pathlib import Path

import pytest

from reader.model import Verdict
from reader.names.wording import sentence
from reader.services import Newsroom
from tests.services.last_word.library import spelt


def contradict(room: Newsroom) -> str:
    """Judge three actors so that not all of it can hold; returns what was said to the last verdict."""
    room.judgements.judge(spelt(room, "Orontes Relief").id, spelt(room, "Marienfeld").id, Verdict.DIFFERENT)
    room.judgements.judge(spelt(room, "Homs").id, spelt(room, "Orontes Relief").id, Verdict.SAME)
    return room.judgements.judge(spelt(room, "Homs").id, spelt(room, "Marienfeld").id, Verdict.SAME)


def test_different_blocks_every_chain_of_reasoning_and_what_would_join_is_told(room: Newsroom) -> None:
    assert "they stay apart, for “Orontes Relief” and “Marienfeld” were judged different on" in contradict(room)
    for _ in range(2):
        assert spelt(room, "Homs").id == spelt(room, "Orontes Relief").id != spelt(room, "Marienfeld").id
        (conflict,) = room.judgements.conflicts()
        assert {conflict.left.id, conflict.right.id} == {spelt(room, "Homs").id, spelt(room, "Marienfeld").id}
        assert sentence(conflict.judgement[0]).startswith("“Orontes Relief” and “Marienfeld” were judged different")
        assert sentence(conflict.by[0]).startswith("judged the same")
        room.analysis.settle()


@pytest.mark.parametrize("settled", [False, True])
@pytest.mark.parametrize("verdict", Verdict)
def test_a_conflict_is_settled_by_judging_once_more(room: Newsroom, verdict: Verdict, settled: bool) -> None:
    contradict(room)
    if settled:
        room.analysis.settle()
    room.judgements.judge(spelt(room, "Homs").id, spelt(room, "Marienfeld").id, verdict)
    for _ in range(2):
        assert room.judgements.conflicts() == []
        assert (spelt(room, "Homs").id == spelt(room, "Marienfeld").id) is (verdict is Verdict.SAME)
        room.analysis.settle()
    room.history.undo()
    room.analysis.settle()
    assert len(room.judgements.conflicts()) == 1


def test_a_verdict_that_says_the_contrary_of_an_older_one_says_so(room: Newsroom) -> None:
    def judge(left: str, right: str, verdict: Verdict) -> str:
        return room.judgements.judge(spelt(room, left).id, spelt(room, right).id, verdict)

    assert "overrules" not in judge("Homs", "Orontes Relief", Verdict.DIFFERENT)
    assert "overrules" not in judge("Homs", "Orontes Relief", Verdict.UNSURE)
    assert "overrules" not in judge("Homs", "Marienfeld", Verdict.SAME)
    # What was said of Homs holds for all that it was joined with; whoever says Marienfeld may not think of it.
    assert "it overrules that “Homs” and “Orontes Relief” were judged unsure on" in judge(
        "Marienfeld", "Orontes Relief", Verdict.SAME
    )
    assert room.judgements.conflicts() == []
    room.history.undo()
    merged = room.judgements.merge([spelt(room, name).id for name in ("Homs", "Orontes Relief")])
    assert "it overrules that “Homs” and “Orontes Relief” were judged unsure on" in merged


def test_new_evidence_that_would_join_what_was_judged_different_is_told(room: Newsroom, tmp_path: Path) -> None:
    room.judgements.judge(spelt(room, "Homs").id, spelt(room, "Orontes Relief").id, Verdict.DIFFERENT)
    room.judgements.judge(spelt(room, "Orontes Relief").id, spelt(room, "Marienfeld").id, Verdict.SAME)
    room.analysis.settle()
    assert room.judgements.conflicts() == []
    dictionary = tmp_path / "mine.tsv"
    dictionary.write_text("id\tkind\tname\tnames\nm:1\tplace\tHoms\tMarienfeld\n", encoding="utf-8")
    room.dictionaries.add(dictionary)
    room.analysis.settle()
    assert spelt(room, "Orontes Relief").id != spelt(room, "Homs").id
    assert len(room.judgements.conflicts()) == 1
