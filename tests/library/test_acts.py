from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import actors, acts, articles, dictionary_edits, doctor, journal, judgements, marks, user_dictionary
from reader.library.acts import Change
from reader.library.rechained import kept
from reader.library.store import Library, Writer
from reader.model import Anchor, Field, Judgement, Kind, Origin, TadmorError, Verdict
from reader.names.dictionary import Entry
from tests.library.shelf import incoming, link, put
from tests.properties import costly

NAMES = {"Kerry": Kind.PERSON, "Palmyra": Kind.PLACE, "Sunday": Kind.OTHER}
SAME = Judgement(Anchor("Kerry", Kind.PERSON), Anchor("John Kerry", Kind.PERSON), Verdict.SAME, "I know", "2026-01-01")
ENTRY = Entry("q1", Kind.PLACE, "Palmyra", names=("Tadmur",), acronyms=("PAL",))


def settle(library: Library) -> None:
    """Recognise what waits, as the newsroom does."""
    for article in articles.waiting(library.reader(), 100):
        link(library, article.id, NAMES)


def do(library: Library, act: Callable[[Writer], Change | None]) -> Change | None:
    with library.write() as db:
        change = act(db)
    for article in change.rechain if change else ():
        link(library, article, NAMES)
    settle(library)
    return change


def state(library: Library) -> list[object]:
    """Everything that a person can see of a library."""
    db = library.reader()
    shown: list[object] = [judgements.judgements(db), user_dictionary.entries(db)]
    for article in db.column("SELECT id FROM article ORDER BY id"):
        page = articles.page(db, article)
        if page is not None:
            spots = [(spot.field, spot.start, spot.end, spot.kind, spot.confidence) for spot in page.spots]
            shown += [replace(page, spots=()), spots, [(one.name, one.here) for one in actors.here(db, article)]]
    return shown


@pytest.fixture
def stocked(library: Library) -> Library:
    put(
        library,
        incoming("a", "Kerry went to Palmyra on Sunday. Nobody saw Smith.", title="Kerry travels"),
        incoming("b", "Palmyra again."),
    )
    settle(library)
    return library


def marked(library: Library, article: int) -> dict[str, int]:
    """The mentions in an article's body: their text and their numbers."""
    page = articles.page(library.reader(), article)
    assert page is not None
    return {page.body[spot.start : spot.end]: spot.id for spot in page.spots if spot.field is Field.BODY}


def spot(library: Library, article: int, text: str) -> int:
    return marked(library, article)[text]


ACTS: dict[str, tuple[Callable[[Library], Callable[[Writer], Change]], str]] = {
    "read": (lambda _: lambda db: acts.set_unread(db, [1], False), "Marked as read: “Kerry travels”"),
    "star": (lambda _: lambda db: acts.set_starred(db, [1, 2], True), "Starred 2 articles"),
    "remove": (lambda _: lambda db: acts.remove(db, [2]), "Removed “About b”"),
    "title": (
        lambda _: lambda db: acts.correct(db, 1, "title", "Palmyra travels"),
        "Corrected the title of “Kerry travels”",
    ),
    "date": (lambda _: lambda db: acts.correct(db, 2, "date", "2016-01-01"), "Corrected the date of “About b”"),
    "mark": (lambda _: lambda db: acts.mark(db, 1, Field.BODY, 44, 49, Kind.PERSON), "Marked “Smith” as person"),
    "over": (
        lambda _: lambda db: acts.mark(db, 1, Field.BODY, 0, 10, Kind.ORGANISATION),
        "Marked “Kerry went” as organisation",
    ),
    "unmark": (
        lambda library: lambda db: acts.unmark(db, spot(library, 1, "Sunday")),
        "Took the mark from “Sunday”",
    ),
    "judge": (lambda _: lambda db: acts.judge(db, SAME), "Judged: “Kerry” is the same as “John Kerry”"),
    "entries": (lambda _: lambda db: dictionary_edits.add(db, [ENTRY])[0], "Added 1 entry to the dictionary"),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_changes_something_and_undo_and_redo_go_back_and_forth(stocked: Library, name: str) -> None:
    make, label = ACTS[name]
    before = state(stocked)
    change = do(stocked, make(stocked))
    assert change is not None
    assert change.label == label
    after = state(stocked)
    assert after != before
    told = label.replace("Judged: ", "the verdict that ")
    for _ in range(2):
        undone = do(stocked, acts.undo)
        assert undone is not None
        # Articles that come back get their chains anew, as marked ones do.
        rechained = (2,) if name == "remove" else change.rechain
        assert (undone.label, undone.anew, undone.rechain) == (told, change.anew, rechained)
        assert state(stocked) == before
        assert do(stocked, acts.undo) is None
        redone = do(stocked, acts.redo)
        assert redone is not None
        assert redone.label == told
        assert state(stocked) == after
        assert do(stocked, acts.redo) is None
    assert doctor.examine(stocked) == []


@pytest.mark.parametrize(
    "act",
    [
        lambda db: acts.set_unread(db, [1], True),
        lambda db: acts.set_starred(db, [], True),
        lambda db: acts.remove(db, [99]),
        lambda db: dictionary_edits.add(db, [])[0],
    ],
)
def test_what_changes_nothing_leaves_no_trace(stocked: Library, act: Callable[[Writer], Change]) -> None:
    change = do(stocked, act)
    assert change is not None
    assert change.label == ""
    assert journal.history(stocked.reader()) == []


@pytest.mark.parametrize(
    "act",
    [
        lambda db: acts.correct(db, 99, "title", "x"),
        lambda db: acts.correct(db, 1, "body", "x"),
        lambda db: acts.mark(db, 1, Field.BODY, 5, 5, Kind.PERSON),
        lambda db: acts.mark(db, 1, Field.TITLE, 0, 500, Kind.PERSON),
        lambda db: acts.mark(db, 99, Field.TITLE, 0, 5, Kind.PERSON),
        lambda db: acts.unmark(db, 999),
        lambda db: dictionary_edits.remove(db, ["nobody"]),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_no_trace(stocked: Library, act: Callable[[Writer], Change]) -> None:
    before = state(stocked)
    with pytest.raises(TadmorError):
        do(stocked, act)
    assert state(stocked) == before
    assert journal.history(stocked.reader()) == []


def test_a_new_act_ends_the_way_forward(stocked: Library) -> None:
    do(stocked, lambda db: acts.set_starred(db, [1], True))
    do(stocked, acts.undo)
    do(stocked, lambda db: acts.set_starred(db, [2], True))
    assert do(stocked, acts.redo) is None
    history = journal.history(stocked.reader())
    assert [(act.label, act.undone) for act in history] == [
        ("Starred “About b”", False),
        ("Starred “Kerry travels”", True),
    ]


def test_bulk_acts_take_back_only_what_they_changed(stocked: Library) -> None:
    do(stocked, lambda db: acts.set_starred(db, [1], True))
    do(stocked, lambda db: acts.set_starred(db, [1, 2], True))
    do(stocked, acts.undo)
    page = articles.page(stocked.reader(), 1)
    assert page is not None
    assert page.starred


def test_what_a_mark_overrides_is_kept_for_undo(stocked: Library) -> None:
    found = kept(stocked.reader(), 1).recognised
    do(stocked, ACTS["over"][0](stocked))
    assert kept(stocked.reader(), 1).recognised == found
    do(stocked, lambda db: acts.unmark(db, spot(stocked, 1, "Kerry went")))
    assert kept(stocked.reader(), 1).recognised == found
    assert list(marked(stocked, 1)) == ["Palmyra", "Sunday"]


def test_marks_and_judgements_find_their_place_in_a_changed_article(stocked: Library) -> None:
    do(stocked, ACTS["mark"][0](stocked))
    mention = spot(stocked, 1, "Smith")
    anchor = judgements.anchor_of_mention(stocked.reader(), mention)
    assert anchor == Anchor("Smith", Kind.PERSON, Origin("/news/a.txt"), "went to Palmyra on Sunday. Nobody saw Smith.")
    assert judgements.anchor_of_actor(stocked.reader(), by_name(stocked, "Palmyra")) == Anchor("Palmyra", Kind.PLACE)
    do(stocked, lambda db: acts.judge(db, replace(SAME, left=anchor)))
    (there,) = judgements.judgements_by_number(stocked.reader())
    assert there.left.article == Origin("1")
    put(stocked, incoming("a", "Smith was the baker. New: nobody saw Smith. And Smith slept.", title="Kerry travels"))
    settle(stocked)
    (mark,) = marks.active(stocked.reader(), 1)
    assert (mark.start, mark.end) == (37, 42)
    put(stocked, incoming("a", "Not here any more.", title="Kerry travels"))
    settle(stocked)
    assert marks.active(stocked.reader(), 1) == []
    put(stocked, incoming("a", "Smith is back.", title="Kerry travels"))
    assert [mark.start for mark in marks.active(stocked.reader(), 1)] == [0]
    assert doctor.examine(stocked) == []


def by_name(library: Library, name: str) -> int:
    return next(actor.id for actor in actors.actors(library.reader()) if actor.name == name)


def test_the_dictionary_comes_back_as_it_went_in(library: Library) -> None:
    other = Entry("q2", Kind.STATE, "Syria", demonyms=("Syrian",), related=("q1",), source="mine.tsv")
    do(library, lambda db: dictionary_edits.add(db, [other, ENTRY])[0])
    assert user_dictionary.entries(library.reader()) == [ENTRY, other]
    do(library, lambda db: dictionary_edits.add(db, [replace(ENTRY, name="Tadmur")])[0])
    do(library, lambda db: dictionary_edits.remove(db, ["q2"]))
    assert journal.history(library.reader(), 1)[0].label == "Removed 1 entry of “mine.tsv” from the dictionary"
    do(library, acts.undo)
    do(library, acts.undo)
    assert user_dictionary.entries(library.reader()) == [ENTRY, other]


def test_settings_are_kept_and_forgotten(library: Library) -> None:
    with library.write() as db:
        user_dictionary.set_setting(db, "import", "[]")
        assert user_dictionary.setting(db, "import") == "[]"
        user_dictionary.set_setting(db, "import", None)
    assert user_dictionary.setting(library.reader(), "import") is None


MOVES = st.lists(st.sampled_from([*ACTS, "undo", "undo", "redo", "restart"]), max_size=12)


@costly(4)
@given(MOVES)
def test_undo_and_redo_walk_the_same_way_back_and_forth(
    tmp_path_factory: pytest.TempPathFactory, moves: list[str]
) -> None:
    path = tmp_path_factory.mktemp("undo") / "library.sqlite"
    library = Library.open(path)
    put(
        library,
        incoming("a", "Kerry went to Palmyra on Sunday. Nobody saw Smith.", title="Kerry travels"),
        incoming("b", "Palmyra again."),
    )
    settle(library)
    walked, at = [state(library)], 0
    for move in moves:
        if move == "restart":
            library.close()
            library = Library.open(path)
        elif move == "undo":
            assert (do(library, acts.undo) is not None) == (at > 0)
            at = max(0, at - 1)
        elif move == "redo":
            assert (do(library, acts.redo) is not None) == (at + 1 < len(walked))
            at = min(len(walked) - 1, at + 1)
        else:
            if move == "unmark" and "Sunday" not in marked(library, 1):
                continue
            change = do(library, ACTS[move][0](library))
            if change and change.label:
                walked, at = [*walked[: at + 1], state(library)], at + 1
        assert state(library) == walked[at]
    while at:
        do(library, acts.undo)
        at -= 1
        assert state(library) == walked[at]
    assert doctor.examine(library) == []
    library.close()
