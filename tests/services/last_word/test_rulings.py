"""What is no actor, history, and what was found to go wrong once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.model import Kind, TadmorError, Verdict
from reader.services import Newsroom
from tests.services.last_word.library import NAMES, fill, groups, mention, partition, spelt


def test_what_is_no_actor_stays_away_and_comes_back(room: Newsroom, tmp_path: Path) -> None:
    before = partition(room)
    room.overrides.not_an_actor(spelt(room, "Homs").id, "Homs")
    (tmp_path / "more.md").write_text("# More\n\nHoms again; Lena Brandt too.\n", encoding="utf-8")
    room.articles.add([tmp_path / "more.md"])
    room.analysis.run()
    assert not [one for one in room.actors.search(limit=None) if "Homs" in dict(one.spellings)]
    (gone,) = room.overrides.dismissed()
    assert (gone.spelling, gone.kind, gone.mentions) == ("Homs", Kind.PLACE, 4)
    assert room.overrides.bring_back(gone.number) == "Brought back “Homs”: marks 4 mentions in 4 articles again."
    assert room.overrides.dismissed() == []
    assert spelt(room, "Homs").mentions == 4
    with pytest.raises(TadmorError, match="bring-back"):
        room.overrides.bring_back(gone.number)
    room.history.undo()
    assert not [one for one in room.actors.search(limit=None) if "Homs" in dict(one.spellings)]
    room.history.undo()
    room.articles.remove([room.articles.listing("Homs again").rows(0, 1)[0].id])
    room.analysis.settle()
    assert partition(room) == before


@pytest.mark.parametrize("spelling", ["Al-Ba'ath Party", "U.N.D.P.", "“Wagner” Group", "Иван Петренко"])
def test_what_is_no_actor_goes_at_once_however_it_is_written(
    reopen: Callable[[], Newsroom], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: str
) -> None:
    monkeypatch.setitem(NAMES, spelling, Kind.ORGANISATION)
    (tmp_path / "one.md").write_text(f"# One\n\n{spelling} denied it. {spelling} left.\n", encoding="utf-8")
    room = reopen()
    room.articles.add([tmp_path / "one.md"])
    room.analysis.run()
    said = room.overrides.not_an_actor(spelt(room, spelling).id, spelling)
    assert said == f"“{spelling}” is not an actor: took the mark from 2 mentions in 1 article."
    assert room.actors.search() == []
    room.history.undo()
    room.history.redo()
    assert room.actors.search() == []


def test_what_is_no_actor_or_is_again_holds_for_an_article_that_was_away(room: Newsroom) -> None:
    before = partition(room)
    away = room.articles.listing('"Homs that Daesh"').rows(0, 1)[0].id
    room.overrides.not_an_actor(spelt(room, "Homs").id, "Homs")
    room.articles.remove([away])
    room.overrides.bring_back(room.overrides.dismissed()[0].number)
    removal = room.history.acts(2)[1].id
    room.history.undo(removal)
    assert partition(room) == before
    room.history.redo(removal)
    room.overrides.not_an_actor(spelt(room, "Homs").id, "Homs")
    room.history.undo(removal)
    assert not [one for one in room.actors.search(limit=None) if "Homs" in dict(one.spellings)]
    assert room.doctor() == []


def test_history_keeps_what_was_undone_and_any_number_goes_back_and_forth(room: Newsroom) -> None:
    room.overrides.rename(spelt(room, "Homs").id, "Emesa")
    room.judgements.judge(spelt(room, "Jonas Vogel").id, spelt(room, "Orontes Relief").id, Verdict.SAME)
    room.articles.set_starred([1], True)
    room.articles.set_starred([1], False)
    numbers = [act.id for act in room.history.acts()][::-1]
    with pytest.raises(TadmorError, match="cannot be undone by itself"):
        room.history.undo(numbers[2])
    room.history.undo(numbers[0])
    assert spelt(room, "Homs").name == "Homs"
    room.history.undo(numbers[1])
    assert spelt(room, "Jonas Vogel").id != spelt(room, "Orontes Relief").id
    assert [act.undone for act in room.history.acts()] == [False, False, True, True]
    with pytest.raises(TadmorError, match="undone already"):
        room.history.undo(numbers[1])
    room.history.redo()
    assert spelt(room, "Jonas Vogel").id == spelt(room, "Orontes Relief").id
    room.articles.set_unread([1], False)
    assert room.history.redo() == "Nothing to redo."
    room.history.redo(numbers[0])
    assert spelt(room, "Homs").name == "Emesa"
    with pytest.raises(TadmorError, match="nothing to do again"):
        room.history.redo(numbers[0])
    with pytest.raises(TadmorError, match="Nothing was done under"):
        room.history.undo(10**6)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Jonas Vogel", "Ruslan Khasanov"), ("Jonas Vogel", "Lena Brandt"), ("Ruslan Khasanov", "Homs")],
)
def test_whoever_is_joined_keeps_his_own_spellings(room: Newsroom, left: str, right: str) -> None:
    # Another name of somebody, as a person said, clashes with each of his spellings; that parts none of them.
    room.judgements.judge(spelt(room, left).id, spelt(room, right).id, Verdict.SAME)
    at_once = groups(room)
    room.analysis.settle()
    assert groups(room) == at_once


def test_the_only_mention_of_a_spelling_stays_split_off(room: Newsroom) -> None:
    assert spelt(room, "Ruslan Khasanov").id == spelt(room, "Rouslan Khassanov").id
    for title, spelling in (("Report 2", "Ruslan Khasanov"), ("Report 3", "Rouslan Khassanov")):
        room.judgements.split(spelt(room, spelling).id, (), [mention(room, title, spelling)])
        room.analysis.settle()
        assert spelt(room, "Ruslan Khasanov").id != spelt(room, "Rouslan Khassanov").id
        room.history.undo()
        room.analysis.settle()


def test_a_part_is_split_off_from_what_is_of_several_kinds(room: Newsroom) -> None:
    room.judgements.merge([spelt(room, "Marienfeld").id, spelt(room, "Orontes Relief").id])
    room.analysis.settle()
    room.judgements.split(spelt(room, "Marienfeld").id, (), [mention(room, "Report 0", "Orontes Relief")])
    at_once = groups(room)
    room.analysis.settle()
    assert groups(room) == at_once


def test_what_was_brought_back_is_not_taken_back_from_under_it(room: Newsroom) -> None:
    before = partition(room)
    room.overrides.not_an_actor(spelt(room, "Homs").id, "Homs")
    room.overrides.bring_back(room.overrides.dismissed()[0].number)
    back, gone = (act.id for act in room.history.acts(2))
    with pytest.raises(TadmorError, match=f"{back} changed the same again"):
        room.history.undo(gone)
    room.history.undo(back)
    room.history.undo(gone)
    assert (partition(room), room.overrides.dismissed()) == (before, [])


def test_what_cannot_be_said_is_told_in_a_sentence(room: Newsroom) -> None:
    homs = spelt(room, "Homs").id
    with pytest.raises(TadmorError, match="one actor already"):
        room.judgements.judge(homs, homs, Verdict.SAME)
    with pytest.raises(TadmorError, match="takes two"):
        room.judgements.merge([homs, homs])
    with pytest.raises(TadmorError, match="not in the library"):
        room.judgements.judge(homs, 10**6, Verdict.SAME)
    with pytest.raises(TadmorError, match="all that this actor is called"):
        room.judgements.judge_spelling(homs, "Homs", None, Verdict.DIFFERENT)
    with pytest.raises(TadmorError, match="already"):
        room.judgements.judge_spelling(homs, "Homs", None, Verdict.SAME)
    with pytest.raises(TadmorError, match="nowhere spelt"):
        room.overrides.not_an_actor(homs, "Madame X")
    assert room.overrides.set_kind(homs, Kind.PLACE) == "Nothing changed."


def verdicts_on(room: Newsroom) -> Iterator[str]:
    """The labels of the acts that stand."""
    return (act.label for act in room.history.acts() if not act.undone)


def test_of_several_acts_in_one_breath_the_last_holds(room: Newsroom) -> None:
    homs, field = spelt(room, "Homs").id, spelt(room, "Marienfeld").id
    room.judgements.judge(homs, field, Verdict.SAME)
    room.history.undo()
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        left, right = spelt(room, "Homs").id, spelt(room, "Marienfeld").id
        if left != right:
            room.judgements.judge(left, right, verdict)
        else:
            room.judgements.judge_spelling(left, "Marienfeld", None, verdict)
    room.analysis.settle()
    assert spelt(room, "Homs").id != spelt(room, "Marienfeld").id
    assert len([*verdicts_on(room)]) == 2


def test_what_was_said_elsewhere_parts_chains_that_are_here(room: Newsroom, tmp_path: Path) -> None:
    before = groups(room)
    with Newsroom.open(tmp_path / "other.sqlite") as other:
        fill(other, tmp_path / "reports")
        other.judgements.judge_spelling(spelt(other, "Brandt").id, "Brandt", None, Verdict.DIFFERENT)
        other.analysis.settle()
        lines = tmp_path / "judged.jsonl"
        lines.write_text(other.judgements.export().text, encoding="utf-8")
        apart = groups(other)
    room.judgements.take_in(lines)
    room.analysis.settle()
    assert groups(room) == apart
    room.history.undo()
    room.analysis.settle()
    assert groups(room) == before
