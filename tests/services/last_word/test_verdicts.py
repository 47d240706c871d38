"""The last word is a person's: verdicts hold at once and for good, are undone in any order, and contradictions show."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.model import Kind, TadmorError, Verdict
from reader.services import Newsroom
from tests.properties import costly
from tests.services.last_word.library import NAMES, fill, groups, mention, partition, spelt

Act = Callable[[Newsroom], str]

ACTS: dict[str, tuple[Act, str]] = {
    "same": (
        lambda room: room.judgements.judge(
            spelt(room, "Jonas Vogel").id, spelt(room, "Orontes Relief").id, Verdict.SAME, "he is it"
        ),
        "Judged: “Jonas Vogel” is the same as “Orontes Relief”; joined 2 mentions in 2 articles.",
    ),
    "different": (
        lambda room: room.judgements.not_the_same(mention(room, "Report 4", "Lena Brandt")),
        "Judged: “Lena Brandt” in “Report 4” is not the same as “Lena Brandt”; moved 1 mention in 1 article.",
    ),
    "related": (
        lambda room: room.judgements.judge(spelt(room, "Homs").id, spelt(room, "Marienfeld").id, Verdict.RELATED),
        "Judged: “Homs” is related to “Marienfeld”.",
    ),
    "mention": (
        lambda room: room.judgements.judge(
            spelt(room, "Lena Brandt").id,
            spelt(room, "Jonas Vogel").id,
            Verdict.SAME,
            mention=mention(room, "Report 2", "Brandt"),
        ),
        "Judged: “Lena Brandt” in “Report 2” is the same as “Jonas Vogel”; moved 2 mentions in 1 article.",
    ),
    "spelling": (
        lambda room: room.judgements.judge_spelling(spelt(room, "Brandt").id, "Brandt", None, Verdict.DIFFERENT),
        "Judged: “Brandt”, wherever it stands, is not the same as “Lena Brandt”; moved 2 mentions in 2 articles.",
    ),
    "known spelling": (
        lambda room: room.judgements.judge_spelling(spelt(room, "Islamic State").id, "Daesh", None, Verdict.DIFFERENT),
        "Judged: “Daesh”, wherever it stands, is not the same as “Islamic State”; moved 2 mentions in 1 article.",
    ),
    "spelling of another": (
        lambda room: room.judgements.judge_spelling(
            spelt(room, "Brandt").id, "Brandt", spelt(room, "Jonas Vogel").id, Verdict.SAME
        ),
        "Judged: “Brandt”, wherever it stands, is the same as “Jonas Vogel”; moved 2 mentions in 2 articles.",
    ),
    "merge": (
        lambda room: room.judgements.merge([spelt(room, name).id for name in ("Homs", "Marienfeld", "Orontes Relief")]),
        "Merged “Homs”, “Marienfeld” and “Orontes Relief”: joined 4 mentions in 3 articles; “Homs” now has 3 spellings,"
        " 7 mentions in 5 articles.",
    ),
    "split": (
        lambda room: room.judgements.split(
            spelt(room, "Lena Brandt").id, ["Brandt"], [mention(room, "Report 4", "Lena Brandt")], "another one"
        ),
        "Split “Lena Brandt” off from “Lena Brandt”: moved 3 mentions in 3 articles.",
    ),
    "rename": (
        lambda room: room.overrides.rename(spelt(room, "Homs").id, "Emesa"),
        "Renamed “Homs” to “Emesa”.",
    ),
    "kind": (
        lambda room: room.overrides.set_kind(spelt(room, "Orontes Relief").id, Kind.ARMED_GROUP),
        "“Orontes Relief” is of kind armed group.",
    ),
    "nobody": (
        lambda room: room.overrides.not_an_actor(spelt(room, "Brandt").id, "Brandt", "a word"),
        "“Brandt” is not an actor: took the mark from 2 mentions in 2 articles.",
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_a_verdict_holds_at_once_after_linking_and_after_a_restart_and_is_undone(
    room: Newsroom, reopen: Callable[[], Newsroom], name: str
) -> None:
    before = partition(room)
    act, line = ACTS[name]
    assert act(room) == line
    at_once, one = groups(room), partition(room)
    assert at_once or name
    assert not room.doctor()
    room.analysis.settle()
    assert groups(room) == at_once
    assert not room.doctor()
    room = reopen()
    room.analysis.relink()
    assert groups(room) == at_once
    assert {kind for _, kind, _ in partition(room)} == {kind for _, kind, _ in one}
    room = reopen()
    label = line.rstrip(".")
    assert room.history.undo().startswith("Undone: ")
    assert partition(room) == before
    room.analysis.settle()
    assert partition(room) == before
    room = reopen()
    assert room.history.redo().startswith("Done again: ")
    assert groups(room) == at_once
    room.analysis.settle()
    assert groups(room) == at_once
    assert not room.doctor()
    assert label.startswith(room.history.acts(1)[0].label)


@pytest.mark.parametrize("name", ACTS)
def test_a_verdict_finds_its_place_again_in_another_library_order(
    room: Newsroom, tmp_path: Path, name: str, reopen: Callable[[], Newsroom]
) -> None:
    act, _ = ACTS[name]
    act(room)
    room.analysis.settle()
    linked = groups(room)
    # The same files again: every article as new, in another order, long after the verdict was given.
    listing = room.articles.listing()
    for number in [row.id for row in listing.rows(0, listing.total)]:
        room.articles.correct(number, "title", room.articles.page(number).title + " again")  # type: ignore[union-attr]
    room.analysis.run([row.id for row in listing.rows(0, listing.total)][::-1])
    retitled = {
        frozenset((title.removesuffix(" again"), field, start) for title, field, start in g) for g in groups(room)
    }
    assert retitled == linked


@costly(10, HealthCheck.function_scoped_fixture)
@given(
    st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=5), st.randoms(use_true_random=False), st.booleans()
)
def test_whatever_was_done_undoing_all_of_it_restores_every_actor(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str], chance: Any, between: bool
) -> None:
    folder = tmp_path_factory.mktemp("room")
    with Newsroom.open(folder / "library.sqlite") as room:
        fill(room, folder / "reports")
        before = partition(room), groups(room)
        for name in acts:
            try:
                ACTS[name][0](room)
            except (TadmorError, ValueError, StopIteration):
                continue  # Said already, or nobody is called so any more.
            assert not room.doctor()
            if between:
                room.analysis.settle()
                assert not room.doctor()
        standing = [act.id for act in room.history.acts() if not act.undone]
        chance.shuffle(standing)
        for number in standing:
            room.history.undo(number)
            assert not room.doctor()
        room.analysis.settle()
        assert (partition(room), groups(room)) == before
        assert not room.doctor()


def test_a_split_is_shown_before_it_is_made(room: Newsroom) -> None:
    lena = spelt(room, "Lena Brandt")
    room.judgements.judge(lena.id, spelt(room, "Homs").id, Verdict.RELATED)
    before = partition(room)
    shown = room.judgements.split_preview(lena.id, ["Brandt"], [])
    assert (shown.mentions, shown.articles, shown.left_behind) == (2, 2, 3)
    shown = room.judgements.split_preview(lena.id, ["Lena Brandt"], [])
    assert (shown.mentions, shown.left_behind) == (3, 2)
    assert any("is related to" in line for line in shown.judgements)
    assert partition(room) == before
    with pytest.raises(TadmorError, match="leave something behind"):
        room.judgements.split_preview(lena.id, ["Lena Brandt", "Brandt"], [])
    with pytest.raises(TadmorError, match="nowhere spelt"):
        room.judgements.split(lena.id, ["Madame X"], [])
    with pytest.raises(TadmorError, match="Nothing was chosen"):
        room.judgements.split(lena.id, [], [])


def test_the_name_that_an_actor_is_known_by_can_be_split_off_for_good(
    room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NAMES, "ISIL", Kind.ARMED_GROUP)
    (tmp_path / "more.md").write_text("# More\n\nISIL left Homs, and Daesh left too.\n", encoding="utf-8")
    room.articles.add([tmp_path / "more.md"])
    room.analysis.run()
    known = spelt(room, "Islamic State")
    assert known.id == spelt(room, "Daesh").id
    room.judgements.split(known.id, ["Islamic State"], [])
    room.judgements.judge(spelt(room, "Homs").id, spelt(room, "Marienfeld").id, Verdict.DIFFERENT)
    for _ in range(2):
        assert spelt(room, "Islamic State").id != spelt(room, "Daesh").id
        assert {text for text, _ in spelt(room, "Daesh").spellings} == {"Daesh", "ISIL"}
        room.analysis.settle()
    room.history.undo()
    room.history.undo()
    room.analysis.settle()
    assert spelt(room, "Islamic State").id == spelt(room, "Daesh").id


def test_names_and_kinds_stay_when_an_actor_grows(room: Newsroom, tmp_path: Path) -> None:
    room.overrides.rename(spelt(room, "Homs").id, "Emesa")
    room.overrides.set_kind(spelt(room, "Homs").id, Kind.GROUP)
    (tmp_path / "more.md").write_text("# More\n\nHoms again, and Homs.\n", encoding="utf-8")
    room.articles.add([tmp_path / "more.md"])
    room.analysis.run()
    grown = spelt(room, "Homs")
    assert (grown.name, grown.kind, grown.articles) == ("Emesa", Kind.GROUP, 4)
    assert [one.id for one in room.actors.search("Emesa")] == [grown.id]
    room.judgements.judge(grown.id, spelt(room, "Marienfeld").id, Verdict.SAME)
    room.analysis.settle()
    assert spelt(room, "Marienfeld").name == "Emesa"
    assert room.overrides.rename(grown.id, "Emesa") == "Nothing changed."
    room.overrides.rename(grown.id, "")
    assert spelt(room, "Homs").name in ("Homs", "Marienfeld")
