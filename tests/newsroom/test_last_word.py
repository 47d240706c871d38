"""The last word is a person's: verdicts hold at once and for good, are undone in any order, and contradictions show."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import recognise
from reader.model import Field, Kind, Mention, TadmorError, Verdict
from reader.newsroom import ActorRow, Newsroom

NAMES = {
    "Lena Brandt": Kind.PERSON,
    "Brandt": Kind.PERSON,
    "Jonas Vogel": Kind.PERSON,
    "J. Vogel": Kind.PERSON,
    "Ruslan Khasanov": Kind.PERSON,
    "Rouslan Khassanov": Kind.PERSON,
    "Orontes Relief": Kind.ORGANISATION,
    "Daesh": Kind.ARMED_GROUP,
    "Islamic State": Kind.ARMED_GROUP,
    "Homs": Kind.PLACE,
    "Marienfeld": Kind.PLACE,
}
TEXTS = [
    "Lena Brandt came to Marienfeld. Brandt met Jonas Vogel there, of Orontes Relief.",
    "Jonas Vogel wrote from Homs that Daesh had left. Islamic State said nothing, and Daesh even less.",
    "Ruslan Khasanov and Lena Brandt spoke in Marienfeld. Brandt went on to Homs.",
    "Rouslan Khassanov was seen with J. Vogel. Orontes Relief denied it.",
    "Islamic State was driven out of Homs, Lena Brandt wrote.",
]


class Names:
    """Recognises the names of `NAMES`, the longest first."""

    name = "names"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        pattern = re.compile("|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)))
        return [
            [Mention(m.start(), m.end(), NAMES[m.group()], 0.95, self.name) for m in pattern.finditer(text)]
            for text in texts
        ]


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognise, "load", lambda *arguments, **options: Names())


def fill(room: Newsroom, folder: Path, order: Sequence[int] = range(len(TEXTS))) -> None:
    """Add the articles, one import each, and link them."""
    folder.mkdir(exist_ok=True)
    for number in order:
        file = folder / f"article-{number}.md"
        file.write_text(f"# Report {number}\n\n{TEXTS[number]}\n", encoding="utf-8")
        room.add([file])
    room.analyse()


@pytest.fixture
def room(reopen: Callable[[], Newsroom], tmp_path: Path) -> Newsroom:
    """A newsroom that has read the five articles."""
    room = reopen()
    fill(room, tmp_path / "reports")
    return room


def spelt(room: Newsroom, spelling: str) -> ActorRow:
    """The actor with a spelling; the one of which it is the only one, where there are several."""
    found = [one for one in room.actors(limit=None) if spelling in dict(one.spellings)]
    return min(found, key=lambda one: len(one.spellings))


def partition(room: Newsroom) -> set[tuple[str, Kind, tuple[tuple[str, int], ...]]]:
    """Every actor as a person sees it, without its number."""
    return {(one.name, one.kind, one.spellings) for one in room.actors(limit=None)}


def groups(room: Newsroom) -> set[frozenset[tuple[str, Field, int]]]:
    """Which mentions are one actor, by article title and place."""
    by_actor: dict[int, set[tuple[str, Field, int]]] = {}
    listing = room.listing()
    for row in listing.rows(0, listing.total):
        page = room.page(row.id)
        assert page is not None
        for spot in page.spots:
            by_actor.setdefault(spot.actor, set()).add((page.title, spot.field, spot.start))
    return set(map(frozenset, by_actor.values()))


def mention(room: Newsroom, title: str, spelling: str) -> int:
    """The first mention of a spelling in an article."""
    listing = room.listing()
    for row in listing.rows(0, listing.total):
        page = room.page(row.id)
        if page is not None and page.title == title:
            return next(s.id for s in page.spots if page.body[s.start : s.end] == spelling)
    raise AssertionError(title)


Act = Callable[[Newsroom], str]

ACTS: dict[str, tuple[Act, str]] = {
    "same": (
        lambda room: room.judge(
            spelt(room, "Jonas Vogel").id, spelt(room, "Orontes Relief").id, Verdict.SAME, "he is it"
        ),
        "Judged: “Jonas Vogel” is the same as “Orontes Relief”; joined 2 mentions in 2 articles.",
    ),
    "different": (
        lambda room: room.not_the_same(mention(room, "Report 4", "Lena Brandt")),
        "Judged: “Lena Brandt” in “Report 4” is not the same as “Lena Brandt”; moved 1 mention in 1 article.",
    ),
    "related": (
        lambda room: room.judge(spelt(room, "Homs").id, spelt(room, "Marienfeld").id, Verdict.RELATED),
        "Judged: “Homs” is related to “Marienfeld”.",
    ),
    "mention": (
        lambda room: room.judge(
            spelt(room, "Lena Brandt").id,
            spelt(room, "Jonas Vogel").id,
            Verdict.SAME,
            mention=mention(room, "Report 2", "Brandt"),
        ),
        "Judged: “Lena Brandt” in “Report 2” is the same as “Jonas Vogel”; moved 2 mentions in 1 article.",
    ),
    "spelling": (
        lambda room: room.judge_spelling(spelt(room, "Brandt").id, "Brandt", None, Verdict.DIFFERENT),
        "Judged: “Brandt”, wherever it stands, is not the same as “Lena Brandt”; moved 2 mentions in 2 articles.",
    ),
    "known spelling": (
        lambda room: room.judge_spelling(spelt(room, "Islamic State").id, "Daesh", None, Verdict.DIFFERENT),
        "Judged: “Daesh”, wherever it stands, is not the same as “Islamic State”; moved 2 mentions in 1 article.",
    ),
    "spelling of another": (
        lambda room: room.judge_spelling(
            spelt(room, "Brandt").id, "Brandt", spelt(room, "Jonas Vogel").id, Verdict.SAME
        ),
        "Judged: “Brandt”, wherever it stands, is the same as “Jonas Vogel”; moved 2 mentions in 2 articles.",
    ),
    "merge": (
        lambda room: room.merge([spelt(room, name).id for name in ("Homs", "Marienfeld", "Orontes Relief")]),
        "Merged “Homs”, “Marienfeld” and “Orontes Relief”: joined 4 mentions in 4 articles; “Homs” now has 3 spellings,"
        " 7 mentions in 5 articles.",
    ),
    "split": (
        lambda room: room.split(
            spelt(room, "Lena Brandt").id, ["Brandt"], [mention(room, "Report 4", "Lena Brandt")], "another one"
        ),
        "Split “Lena Brandt” off from “Lena Brandt”: moved 3 mentions in 3 articles.",
    ),
    "rename": (
        lambda room: room.rename(spelt(room, "Homs").id, "Emesa"),
        "Renamed “Homs” to “Emesa”.",
    ),
    "kind": (
        lambda room: room.set_kind(spelt(room, "Orontes Relief").id, Kind.ARMED_GROUP),
        "“Orontes Relief” is of kind armed group.",
    ),
    "nobody": (
        lambda room: room.not_an_actor(spelt(room, "Brandt").id, "Brandt", "a word"),
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
    room.settle()
    assert groups(room) == at_once
    assert not room.doctor()
    room = reopen()
    room.relink()
    assert groups(room) == at_once
    assert {kind for _, kind, _ in partition(room)} == {kind for _, kind, _ in one}
    room = reopen()
    label = line.rstrip(".")
    assert room.undo().startswith("Undone: ")
    assert partition(room) == before
    room.settle()
    assert partition(room) == before
    room = reopen()
    assert room.redo().startswith("Done again: ")
    assert groups(room) == at_once
    room.settle()
    assert groups(room) == at_once
    assert not room.doctor()
    assert label.startswith(room.history(1)[0].label)


@pytest.mark.parametrize("name", ACTS)
def test_a_verdict_finds_its_place_again_in_another_library_order(
    room: Newsroom, tmp_path: Path, name: str, reopen: Callable[[], Newsroom]
) -> None:
    act, _ = ACTS[name]
    act(room)
    room.settle()
    linked = groups(room)
    # The same files again: every article as new, in another order, long after the verdict was given.
    listing = room.listing()
    for number in [row.id for row in listing.rows(0, listing.total)]:
        room.correct(number, "title", room.page(number).title + " again")  # type: ignore[union-attr]
    room.analyse([row.id for row in listing.rows(0, listing.total)][::-1])
    retitled = {
        frozenset((title.removesuffix(" again"), field, start) for title, field, start in g) for g in groups(room)
    }
    assert retitled == linked


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
                room.settle()
                assert not room.doctor()
        standing = [act.id for act in room.history() if not act.undone]
        chance.shuffle(standing)
        for number in standing:
            room.undo(number)
            assert not room.doctor()
        room.settle()
        assert (partition(room), groups(room)) == before
        assert not room.doctor()


def contradict(room: Newsroom) -> str:
    """Judge three actors so that not all of it can hold; returns what was said to the last verdict."""
    room.judge(spelt(room, "Orontes Relief").id, spelt(room, "Marienfeld").id, Verdict.DIFFERENT)
    room.judge(spelt(room, "Homs").id, spelt(room, "Orontes Relief").id, Verdict.SAME)
    return room.judge(spelt(room, "Homs").id, spelt(room, "Marienfeld").id, Verdict.SAME)


def test_different_blocks_every_chain_of_reasoning_and_what_would_join_is_told(room: Newsroom) -> None:
    assert "they stay apart, for “Orontes Relief” and “Marienfeld” were judged different on" in contradict(room)
    for _ in range(2):
        assert spelt(room, "Homs").id == spelt(room, "Orontes Relief").id != spelt(room, "Marienfeld").id
        (conflict,) = room.conflicts()
        assert {conflict.left.id, conflict.right.id} == {spelt(room, "Homs").id, spelt(room, "Marienfeld").id}
        assert conflict.judgement.startswith("“Orontes Relief” and “Marienfeld” were judged different")
        assert conflict.by.startswith("judged the same")
        room.settle()


@pytest.mark.parametrize("settled", [False, True])
@pytest.mark.parametrize("verdict", Verdict)
def test_a_conflict_is_settled_by_judging_once_more(room: Newsroom, verdict: Verdict, settled: bool) -> None:
    contradict(room)
    if settled:
        room.settle()
    room.judge(spelt(room, "Homs").id, spelt(room, "Marienfeld").id, verdict)
    for _ in range(2):
        assert room.conflicts() == []
        assert (spelt(room, "Homs").id == spelt(room, "Marienfeld").id) is (verdict is Verdict.SAME)
        room.settle()
    room.undo()
    room.settle()
    assert len(room.conflicts()) == 1


def test_a_verdict_that_says_the_contrary_of_an_older_one_says_so(room: Newsroom) -> None:
    def judge(left: str, right: str, verdict: Verdict) -> str:
        return room.judge(spelt(room, left).id, spelt(room, right).id, verdict)

    assert "overrules" not in judge("Homs", "Orontes Relief", Verdict.DIFFERENT)
    assert "overrules" not in judge("Homs", "Orontes Relief", Verdict.UNSURE)
    assert "overrules" not in judge("Homs", "Marienfeld", Verdict.SAME)
    # What was said of Homs holds for all that it was joined with; whoever says Marienfeld may not think of it.
    assert "it overrules that “Homs” and “Orontes Relief” were judged unsure on" in judge(
        "Marienfeld", "Orontes Relief", Verdict.SAME
    )
    assert room.conflicts() == []
    room.undo()
    merged = room.merge([spelt(room, name).id for name in ("Homs", "Orontes Relief")])
    assert "it overrules that “Homs” and “Orontes Relief” were judged unsure on" in merged


def test_new_evidence_that_would_join_what_was_judged_different_is_told(room: Newsroom, tmp_path: Path) -> None:
    room.judge(spelt(room, "Homs").id, spelt(room, "Orontes Relief").id, Verdict.DIFFERENT)
    room.judge(spelt(room, "Orontes Relief").id, spelt(room, "Marienfeld").id, Verdict.SAME)
    room.settle()
    assert room.conflicts() == []
    dictionary = tmp_path / "mine.tsv"
    dictionary.write_text("id\tkind\tname\tnames\nm:1\tplace\tHoms\tMarienfeld\n", encoding="utf-8")
    room.add_dictionary(dictionary)
    room.settle()
    assert spelt(room, "Orontes Relief").id != spelt(room, "Homs").id
    assert len(room.conflicts()) == 1


def test_a_split_is_shown_before_it_is_made(room: Newsroom) -> None:
    lena = spelt(room, "Lena Brandt")
    room.judge(lena.id, spelt(room, "Homs").id, Verdict.RELATED)
    before = partition(room)
    shown = room.split_preview(lena.id, ["Brandt"], [])
    assert (shown.mentions, shown.articles, shown.left_behind) == (2, 2, 3)
    shown = room.split_preview(lena.id, ["Lena Brandt"], [])
    assert (shown.mentions, shown.left_behind) == (3, 2)
    assert any("is related to" in line for line in shown.judgements)
    assert partition(room) == before
    with pytest.raises(TadmorError, match="leave something behind"):
        room.split_preview(lena.id, ["Lena Brandt", "Brandt"], [])
    with pytest.raises(TadmorError, match="nowhere spelt"):
        room.split(lena.id, ["Madame X"], [])
    with pytest.raises(TadmorError, match="Nothing was chosen"):
        room.split(lena.id, [], [])


def test_the_name_that_an_actor_is_known_by_can_be_split_off_for_good(
    room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NAMES, "ISIL", Kind.ARMED_GROUP)
    (tmp_path / "more.md").write_text("# More\n\nISIL left Homs, and Daesh left too.\n", encoding="utf-8")
    room.add([tmp_path / "more.md"])
    room.analyse()
    known = spelt(room, "Islamic State")
    assert known.id == spelt(room, "Daesh").id
    room.split(known.id, ["Islamic State"], [])
    room.judge(spelt(room, "Homs").id, spelt(room, "Marienfeld").id, Verdict.DIFFERENT)
    for _ in range(2):
        assert spelt(room, "Islamic State").id != spelt(room, "Daesh").id
        assert {text for text, _ in spelt(room, "Daesh").spellings} == {"Daesh", "ISIL"}
        room.settle()
    room.undo()
    room.undo()
    room.settle()
    assert spelt(room, "Islamic State").id == spelt(room, "Daesh").id


def test_names_and_kinds_stay_when_an_actor_grows(room: Newsroom, tmp_path: Path) -> None:
    room.rename(spelt(room, "Homs").id, "Emesa")
    room.set_kind(spelt(room, "Homs").id, Kind.GROUP)
    (tmp_path / "more.md").write_text("# More\n\nHoms again, and Homs.\n", encoding="utf-8")
    room.add([tmp_path / "more.md"])
    room.analyse()
    grown = spelt(room, "Homs")
    assert (grown.name, grown.kind, grown.articles) == ("Emesa", Kind.GROUP, 4)
    assert [one.id for one in room.actors("Emesa")] == [grown.id]
    room.judge(grown.id, spelt(room, "Marienfeld").id, Verdict.SAME)
    room.settle()
    assert spelt(room, "Marienfeld").name == "Emesa"
    assert room.rename(grown.id, "Emesa") == "Nothing changed."
    room.rename(grown.id, "")
    assert spelt(room, "Homs").name in ("Homs", "Marienfeld")


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
