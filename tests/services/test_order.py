"""The same articles give the same actors, in whatever order and in however many imports they came."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader import ner
from reader.model import Field, TadmorError, Verdict
from reader.services import Newsroom, settling
from tests.properties import costly

from .listed import Listed, write

NAMES = [
    *(
        "person: " + name
        for name in ("Lena Brandt", "LENA BRANDT", "Max Brandt", "Brandt", "L. Brandt", "Lenna Brandt")
    ),
    *(
        "person: " + name
        for name in ("Ruslan Khasanov", "Rouslan Khassanov", "Khasanov", "Khassanov", "Vladimir Putin")
    ),
    *("person: " + name for name in ("Putin", "Путин", "Vladmir Putin", "Naina Khasanova", "Brandts")),
    *("person: " + name for name in ("Nils Brandt", "M. Brandt", "R. Khasanov")),
    *("organisation: " + name for name in ("Lake Basin Fishing Union", "LBFU", "Lima Choir", "Lima", "Supreme Court")),
    *("organisation: " + name for name in ("Syrian Supreme Court", "Syria Foreign Ministry", "Foreign Ministry")),
    *("place: " + name for name in ("Lima", "Khneifes", "al-Khneifes", "Khneifis", "Marienfeld", "Syrias", "Syria")),
    *("armed group: " + name for name in ("Daesh", "Islamic State")),
    *("other: " + name for name in ("Syrian", "Syria", "Lake Basin Fishing Union", "Marienfeld")),
]
ARTICLES = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), min_size=2, max_size=7)


@pytest.fixture(autouse=True)
def _listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Listed())


@pytest.fixture
def little_by_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Linking in steps so small that what is one actor's now is another's in the next."""
    monkeypatch.setattr(settling, "LINKED", 2)
    monkeypatch.setattr(settling, "ENTERED", 1)


Actors = list[tuple[str, str, list[tuple[str, int]], list[tuple[str, Field, int]]]]


def actors(room: Newsroom) -> Actors:
    """Every actor as a person sees it, with its spellings and its mentions by article; but not its number."""
    mentions: dict[int, list[tuple[str, Field, int]]] = {}
    listing = room.articles.listing()
    for row in listing.rows(0, listing.total):
        page = room.articles.page(row.id)
        assert page is not None
        for spot in page.spots:
            mentions.setdefault(spot.actor, []).append((page.title, spot.field, spot.start))
    return sorted(
        (one.name, one.kind.value, sorted(one.spellings), sorted(mentions[one.id]))
        for one in room.actors.search(limit=None)
    )


def questions(room: Newsroom) -> set[tuple[frozenset[str], float]]:
    """What is left open between which actors, and how unsure."""
    found = room.review.questions(limit=1000).questions
    return {(frozenset((one.left.name, one.right.name)), one.score) for one in found}


def reasons(room: Newsroom) -> set[tuple[str, ...]]:
    """Why each chain belongs to its actor, and why there is a doubt, or a tie, between which two."""
    db = room.library.reader()
    chains = "SELECT title, chain.name, chain.evidence FROM chain JOIN article ON article.id = chain.article"
    doubts = (
        "SELECT min(mine.name, theirs.name), max(mine.name, theirs.name), verdict, evidence FROM doubt"
        " JOIN actor AS mine ON mine.id = left_actor JOIN actor AS theirs ON theirs.id = right_actor"
        " WHERE mine.articles > 0 AND theirs.articles > 0"
    )
    return {*db.all(f"{chains} WHERE removed_at IS NULL"), *db.all(doubts)}


@costly(10, HealthCheck.function_scoped_fixture)
@given(ARTICLES, st.randoms(use_true_random=False), st.integers(1, 7), st.booleans())
def test_any_order_and_any_number_of_imports_give_the_same_actors(
    tmp_path_factory: pytest.TempPathFactory, articles: list[list[str]], chance: Any, size: int, between: bool
) -> None:
    folder = tmp_path_factory.mktemp("order")
    files = write(folder, articles)
    with Newsroom.open(folder / "at-once.sqlite") as room:
        room.articles.add(files)
        room.analysis.run()
        expected = actors(room), questions(room)
    chance.shuffle(files)
    with Newsroom.open(folder / "by-and-by.sqlite") as room:
        for at in range(0, len(files), size):
            room.articles.add(files[at : at + size])
            if between:
                room.analysis.run()
        room.analysis.run()
        assert (actors(room), questions(room)) == expected
        assert not room.doctor()


@pytest.mark.parametrize("step", [1, -1])
def test_two_known_actors_are_tied_whichever_is_named_first_and_however_it_is_spelt(tmp_path: Path, step: int) -> None:
    files = write(tmp_path, [["armed group: HTS"], ["person: Ahmed Al-Sharra"]])[::step]
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        for file in files:
            room.articles.add([file])
            room.analysis.run()
        (sharaa,) = (one for one in room.actors.search(limit=None) if one.name == "Ahmed al-Sharaa")
        (tie,) = room.actors.page(sharaa.id).ties
        assert (tie.verdict, tie.actor.name) == (Verdict.RELATED, "Hayat Tahrir al-Sham")
        assert [reason.names for reason in tie.evidence] == [("Hayat Tahrir al-Sham", "Ahmed al-Sharaa")]


def test_what_was_one_actor_is_parted_whichever_part_is_linked_first(tmp_path: Path, little_by_little: None) -> None:
    files = write(tmp_path, [*[["person: Lena Brandt"]] * 3, ["person: Brandt"], ["person: Jonas Vogel"]])
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add(files)
        room.analysis.run()
        before = actors(room), questions(room), reasons(room)
        found = {one.name: one.id for one in room.actors.search(limit=None)}
        room.judgements.judge(found["Lena Brandt"], found["Jonas Vogel"], Verdict.SAME)
        (joined,) = (act.id for act in room.history.acts())
        own = tmp_path / "own.tsv"
        own.write_text(DICTIONARY, encoding="utf-8")
        room.dictionaries.add(own)
        # What the dictionary changes is linked by and by, and this with it.
        room.history.undo(joined)
        room.history.undo()
        room.analysis.settle()
        assert (actors(room), questions(room), reasons(room)) == before
        room.analysis.relink()
        assert (actors(room), questions(room), reasons(room)) == before


@pytest.mark.parametrize("last", [0, 1, 2, 3])
def test_whom_an_initial_means_is_asked_again_when_a_surname_gets_many_bearers_and_when_it_loses_them(
    tmp_path: Path, little_by_little: None, last: int
) -> None:
    names = ["Lena Brandt", "Max Brandt", "L. Brandt", "Nils Brandt"]
    files = write(tmp_path, [[f"person: {name}"] for name in names])
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add([*files[:last], *files[last + 1 :]])
        room.analysis.run()
        room.articles.add([files[last]])
        room.analysis.run()
        found = {one.name: one.id for one in room.actors.search(limit=None)}
        room.judgements.judge(found["Lena Brandt"], found["Max Brandt"], Verdict.SAME)
        room.analysis.settle()
        apart = actors(room), questions(room), reasons(room)
        assert len(apart[0]) == 3, "whom the initial means is open among so many"
        (number,) = (row.id for row in room.articles.listing().rows(0, 4) if row.title == "Report 3")
        room.articles.remove([number])
        room.analysis.settle()
        joined = actors(room), questions(room), reasons(room)
        assert len(joined[0]) == 1, "one person is left, though called by two names"
        room.analysis.relink()
        assert (actors(room), questions(room), reasons(room)) == joined
        room.history.undo()
        room.analysis.settle()
        assert (actors(room), questions(room), reasons(room)) == apart


def test_a_question_is_about_whom_a_name_belongs_to_when_all_is_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "MOST", 0)
    monkeypatch.setattr(settling, "LINKED", 1)
    names = ["Otto Vogel", "Otto Vogel", "J. Brandt", "Jonas Brandt", "Max Brandt", "Nils Brandt"]
    files = write(tmp_path, [[f"person: {name}"] for name in [*names, "J. Brandt"]])
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        for file in files[:-1]:
            room.articles.add([file])
            room.analysis.run()
        found = {one.name: one.id for one in room.actors.search(limit=None)}
        room.judgements.judge(found["Otto Vogel"], found["Jonas Brandt"], Verdict.SAME)
        room.analysis.settle()
        room.history.undo()
        # The initial is looked at between the two who were one.
        room.articles.add(files[-1:])
        room.analysis.run()
        assert [tie.actor.name for tie in room.actors.page(found["J. Brandt"]).ties] == ["Jonas Brandt"]


def test_whom_a_person_joined_to_what_names_nobody_now_is_looked_at_again(tmp_path: Path) -> None:
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add(write(tmp_path, [["organisation: Lima Choir"], ["person: Naina Khasanova"]]))
        room.analysis.run()
        found = {one.name: one.id for one in room.actors.search(limit=None)}
        room.judgements.judge(found["Lima Choir"], found["Naina Khasanova"], Verdict.SAME)
        (joined,) = room.actors.search(limit=None)
        room.overrides.not_an_actor(joined.id, "Lima Choir")
        assert [reason for _, *reason in reasons(room)] == [["Naina Khasanova", "[]"]]


def test_reasons_say_what_a_name_is_called_now(tmp_path: Path) -> None:
    files = write(tmp_path, [["place: Khneifes"], ["place: al-Khneifes"], ["place: Al Khneifes"]])
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        room.articles.add(files)
        room.analysis.run()
        with_all = reasons(room)
        (number,) = (row.id for row in room.articles.listing().rows(0, 3) if row.title == "Report 2")
        room.articles.remove([number])
        room.analysis.settle()
        without = reasons(room)
        room.analysis.relink()
        assert reasons(room) == without
        room.history.undo()
        room.analysis.settle()
        assert reasons(room) == with_all


DICTIONARY = "id\tkind\tname\tnames\nown:brandt\tperson\tMax Brandt\tMaxim Brandt\nown:lima\tplace\tLima\tKhneifes\n"
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "judge",
                "mention",
                "spelling",
                "split",
                "undo",
                "redo",
                "remove",
                "settle",
                "add",
                "change",
                "learn",
                "nobody",
            ]
        ),
        st.integers(0, 1000),
        st.integers(0, 1000),
        st.sampled_from([*Verdict]),
    ),
    max_size=8,
)


def act(room: Newsroom, files: list[str], dictionary: Path, what: str, one: int, other: int, verdict: Verdict) -> None:
    """Do something to what is there; nothing where there is nothing to do it to."""
    there = room.actors.search(limit=None)
    listing = room.articles.listing()
    if what == "add" and files:
        room.articles.add([files.pop()])
        room.analysis.run()
    elif what == "change":
        changed = sorted(dictionary.parent.glob("*.md"))[one % len(list(dictionary.parent.glob("*.md")))]
        changed.write_text(changed.read_text(encoding="utf-8") + f"\n\n{NAMES[other % len(NAMES)]}\n", encoding="utf-8")
        if str(changed) not in files:
            room.articles.add([changed])
            room.analysis.run()
    elif what == "settle":
        room.analysis.settle()
    elif what == "undo":
        room.history.undo()
    elif what == "redo":
        room.history.redo()
    elif what == "learn":
        room.dictionaries.add(dictionary)
    elif what == "remove" and listing.total > 1:
        room.articles.remove([listing.rows(one % listing.total, 1)[0].id])
    elif there:
        left, right = there[one % len(there)], there[other % len(there)]
        spelling = left.spellings[other % len(left.spellings)][0]
        if what == "judge" and left.id != right.id:
            room.judgements.judge(left.id, right.id, verdict)
        elif what == "spelling" and (left.id != right.id or verdict is not Verdict.SAME):
            with suppress(TadmorError):
                room.judgements.judge_spelling(left.id, spelling, right.id, verdict)
        elif what == "split":
            with suppress(TadmorError):
                room.judgements.split(left.id, [spelling], [])
        elif what == "nobody":
            with suppress(TadmorError):
                room.overrides.not_an_actor(left.id, spelling)
        elif what == "mention":
            quote = room.actors.quotes(left.id)[0]
            with suppress(TadmorError):
                room.judgements.judge(left.id, right.id, verdict, mention=quote.mention)


@costly(10, HealthCheck.function_scoped_fixture)
@given(ARTICLES, ACTS)
def test_linking_what_changed_gives_what_linking_everything_gives(
    tmp_path_factory: pytest.TempPathFactory,
    little_by_little: None,
    articles: list[list[str]],
    acts: list[tuple[str, int, int, Verdict]],
) -> None:
    folder = tmp_path_factory.mktemp("law")
    files = [str(file) for file in write(folder, articles)]
    dictionary = folder / "own.tsv"
    dictionary.write_text(DICTIONARY, encoding="utf-8")
    with Newsroom.open(folder / "library.sqlite") as room:
        room.articles.add([files.pop() for _ in range(len(files) // 2)])
        room.analysis.run()
        for one in acts:
            act(room, files, dictionary, *one)
        room.analysis.settle()
        by_and_by = actors(room), questions(room), reasons(room)
        assert not room.doctor()
        room.analysis.relink()
        assert (actors(room), questions(room), reasons(room)) == by_and_by
