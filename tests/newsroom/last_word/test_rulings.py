"""What is no actor, history, and what was found to go wrong once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.model import Kind, TadmorError, Verdict
from reader.newsroom import Newsroom
from tests.newsroom.last_word.naming import NAMES, fill, groups, mention, partition, spelt


def test_what_is_no_actor_stays_away_and_comes_back(room: Newsroom, tmp_path: Path) -> None:
    before = partition(room)
    room.not_an_actor(spelt(room, "Homs").id, "Homs")
    (tmp_path / "more.md").write_text("# More\n\nHoms again; Lena Brandt too.\n", encoding="utf-8")
    room.add([tmp_path / "more.md"])
    room.analyse()
    assert not [one for one in room.actors(limit=None) if "Homs" in dict(one.spellings)]
    (gone,) = room.dismissed()
    assert (gone.spelling, gone.kind, gone.mentions) == ("Homs", Kind.PLACE, 4)
    assert room.bring_back(gone.number) == "Brought back “Homs”: marks 4 mentions in 4 articles again."
    assert room.dismissed() == []
    assert spelt(room, "Homs").mentions == 4
    with pytest.raises(TadmorError, match="bring-back"):
        room.bring_back(gone.number)
    room.undo()
    assert not [one for one in room.actors(limit=None) if "Homs" in dict(one.spellings)]
    room.undo()
    room.remove([room.listing("Homs again").rows(0, 1)[0].id])
    room.settle()
    assert partition(room) == before


@pytest.mark.parametrize("spelling", ["Al-Ba'ath Party", "U.N.D.P.", "“Wagner” Group", "Иван Петренко"])
def test_what_is_no_actor_goes_at_once_however_it_is_written(
    reopen: Callable[[], Newsroom], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: str
) -> None:
    monkeypatch.setitem(NAMES, spelling, Kind.ORGANISATION)
    (tmp_path / "one.md").write_text(f"# One\n\n{spelling} denied it. {spelling} left.\n", encoding="utf-8")
    room = reopen()
    room.add([tmp_path / "one.md"])
    room.analyse()
    said = room.not_an_actor(spelt(room, spelling).id, spelling)
    assert said == f"“{spelling}” is not an actor: took the mark from 2 mentions in 1 article."
    assert room.actors() == []
    room.undo()
    room.redo()
    assert room.actors() == []


def test_what_is_no_actor_or_is_again_holds_for_an_article_that_was_away(room: Newsroom) -> None:
    before = partition(room)
    away = room.listing('"Homs that Daesh"').rows(0, 1)[0].id
    room.not_an_actor(spelt(room, "Homs").id, "Homs")
    room.remove([away])
    room.bring_back(room.dismissed()[0].number)
    removal = room.history(2)[1].id
    room.undo(removal)
    assert partition(room) == before
    room.redo(removal)
    room.not_an_actor(spelt(room, "Homs").id, "Homs")
    room.undo(removal)
    assert not [one for one in room.actors(limit=None) if "Homs" in dict(one.spellings)]
    assert room.doctor() == []


def test_history_keeps_what_was_undone_and_any_number_goes_back_and_forth(room: Newsroom) -> None:
    room.rename(spelt(room, "Homs").id, "Emesa")
    room.judge(spelt(room, "Jonas Vogel").id, spelt(room, "Orontes Relief").id, Verdict.SAME)
    room.set_starred([1], True)
    room.set_starred([1], False)
    numbers = [act.id for act in room.history()][::-1]
    with pytest.raises(TadmorError, match="cannot be undone by itself"):
        room.undo(numbers[2])
    room.undo(numbers[0])
    assert spelt(room, "Homs").name == "Homs"
    room.undo(numbers[1])
    assert spelt(room, "Jonas Vogel").id != spelt(room, "Orontes Relief").id
    assert [act.undone for act in room.history()] == [False, False, True, True]
    with pytest.raises(TadmorError, match="undone already"):
        room.undo(numbers[1])
    room.redo()
    assert spelt(room, "Jonas Vogel").id == spelt(room, "Orontes Relief").id
    room.set_unread([1], False)
    assert room.redo() == "Nothing to redo."
    room.redo(numbers[0])
    assert spelt(room, "Homs").name == "Emesa"
    with pytest.raises(TadmorError, match="nothing to do again"):
        room.redo(numbers[0])
    with pytest.raises(TadmorError, match="Nothing was done under"):
        room.undo(10**6)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Jonas Vogel", "Ruslan Khasanov"), ("Jonas Vogel", "Lena Brandt"), ("Ruslan Khasanov", "Homs")],
)
def test_whoever_is_joined_keeps_his_own_spellings(room: Newsroom, left: str, right: str) -> None:
    # Another name of somebody, as a person said, clashes with each of his spellings; that parts none of them.
    room.judge(spelt(room, left).id, spelt(room, right).id, Verdict.SAME)
    at_once = groups(room)
    room.settle()
    assert groups(room) == at_once


def test_the_only_mention_of_a_spelling_stays_split_off(room: Newsroom) -> None:
    assert spelt(room, "Ruslan Khasanov").id == spelt(room, "Rouslan Khassanov").id
    for title, spelling in (("Report 2", "Ruslan Khasanov"), ("Report 3", "Rouslan Khassanov")):
        room.split(spelt(room, spelling).id, (), [mention(room, title, spelling)])
        room.settle()
        assert spelt(room, "Ruslan Khasanov").id != spelt(room, "Rouslan Khassanov").id
        room.undo()
        room.settle()


def test_a_part_is_split_off_from_what_is_of_several_kinds(room: Newsroom) -> None:
    room.merge([spelt(room, "Marienfeld").id, spelt(room, "Orontes Relief").id])
    room.settle()
    room.split(spelt(room, "Marienfeld").id, (), [mention(room, "Report 0", "Orontes Relief")])
    at_once = groups(room)
    room.settle()
    assert groups(room) == at_once


def test_what_was_brought_back_is_not_taken_back_from_under_it(room: Newsroom) -> None:
    before = partition(room)
    room.not_an_actor(spelt(room, "Homs").id, "Homs")
    room.bring_back(room.dismissed()[0].number)
    back, gone = (act.id for act in room.history(2))
    with pytest.raises(TadmorError, match=f"{back} changed the same again"):
        room.undo(gone)
    room.undo(back)
    room.undo(gone)
    assert (partition(room), room.dismissed()) == (before, [])


def test_what_cannot_be_said_is_told_in_a_sentence(room: Newsroom) -> None:
    homs = spelt(room, "Homs").id
    with pytest.raises(TadmorError, match="one actor already"):
        room.judge(homs, homs, Verdict.SAME)
    with pytest.raises(TadmorError, match="takes two"):
        room.merge([homs, homs])
    with pytest.raises(TadmorError, match="not in the library"):
        room.judge(homs, 10**6, Verdict.SAME)
    with pytest.raises(TadmorError, match="all that this actor is called"):
        room.judge_spelling(homs, "Homs", None, Verdict.DIFFERENT)
    with pytest.raises(TadmorError, match="already"):
        room.judge_spelling(homs, "Homs", None, Verdict.SAME)
    with pytest.raises(TadmorError, match="nowhere spelt"):
        room.not_an_actor(homs, "Madame X")
    assert room.set_kind(homs, Kind.PLACE) == "Nothing changed."


def verdicts_on(room: Newsroom) -> Iterator[str]:
    """The labels of the acts that stand."""
    return (act.label for act in room.history() if not act.undone)


def test_of_several_acts_in_one_breath_the_last_holds(room: Newsroom) -> None:
    homs, field = spelt(room, "Homs").id, spelt(room, "Marienfeld").id
    room.judge(homs, field, Verdict.SAME)
    room.undo()
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        left, right = spelt(room, "Homs").id, spelt(room, "Marienfeld").id
        if left != right:
            room.judge(left, right, verdict)
        else:
            room.judge_spelling(left, "Marienfeld", None, verdict)
    room.settle()
    assert spelt(room, "Homs").id != spelt(room, "Marienfeld").id
    assert len([*verdicts_on(room)]) == 2


def test_what_was_said_elsewhere_parts_chains_that_are_here(room: Newsroom, tmp_path: Path) -> None:
    before = groups(room)
    with Newsroom.open(tmp_path / "other.sqlite") as other:
        fill(other, tmp_path / "reports")
        other.judge_spelling(spelt(other, "Brandt").id, "Brandt", None, Verdict.DIFFERENT)
        other.settle()
        lines = tmp_path / "judged.jsonl"
        lines.write_text(other.export_judgements().text, encoding="utf-8")
        apart = groups(other)
    room.import_judgements(lines)
    room.settle()
    assert groups(room) == apart
    room.undo()
    room.settle()
    assert groups(room) == before
