"""What is split off stays together, and what linking then does is told beforehand."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reader import ner
from reader.model import Kind, Verdict
from reader.services import ActorRow, Newsroom
from reader.services.judgement_format import Place, Said, to_line

from .listed import Listed, write
from .test_order import actors, questions, reasons

FAMILY = [
    ["person: Lena Brandt", "person: Brandt", "place: Marienfeld"],
    ["person: Lena Brandt", "place: Marienfeld"],
    ["person: Lena Brandt", "person: Brandt"],
    ["person: Max Brandt", "person: Jonas Vogel"],
]
SYRIANS = [["place: Syria", "group: Syrian"], ["group: Syrian", "group: Syrians"], ["state: Syria"]]


@pytest.fixture(autouse=True)
def _listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Listed())


@pytest.fixture
def fill(reopen: Callable[[], Newsroom], tmp_path: Path) -> Callable[[Sequence[Sequence[str]]], Newsroom]:
    """A newsroom on articles, linked."""

    def filled(articles: Sequence[Sequence[str]]) -> Newsroom:
        room = reopen()
        room.articles.add(write(tmp_path, articles))
        room.analysis.run()
        return room

    return filled


def spelt(room: Newsroom, spelling: str) -> list[ActorRow]:
    return [one for one in room.actors.search(limit=None) if spelling in dict(one.spellings)]


def mentions(room: Newsroom, name: str, spelling: str) -> int:
    (found,) = (one for one in room.actors.search(limit=None) if one.name == name)
    return dict(found.spellings).get(spelling, 0)


Fill = Callable[[Sequence[Sequence[str]]], Newsroom]


def test_what_linking_does_after_a_split_is_told_and_then_done(fill: Fill) -> None:
    room = fill(FAMILY)
    (lena,) = (one for one in spelt(room, "Brandt") if one.name == "Lena Brandt")
    shown = room.judgements.split_preview(lena.id, ["Brandt"], [])
    assert (shown.mentions, shown.left_behind) == (2, 3)
    told = {(one.spelling, one.whence, one.to): one.mentions for one in shown.afterwards}
    assert set(told) == {("Brandt", "Brandt", "Max Brandt")}
    assert room.history.acts() == []
    assert mentions(room, "Lena Brandt", "Brandt") == 2, "looking changes nothing"
    room.judgements.split(lena.id, ["Brandt"], [])
    assert mentions(room, "Max Brandt", "Brandt") == sum(told.values())
    assert not room.doctor()


def test_a_look_ahead_tells_of_the_split_alone_where_linking_was_due_anyway(fill: Fill) -> None:
    room = fill(FAMILY)
    (max_,) = spelt(room, "Max Brandt")
    (jonas,) = spelt(room, "Jonas Vogel")
    room.judgements.judge(max_.id, jonas.id, Verdict.SAME)
    (place,) = spelt(room, "Marienfeld")
    number = next(quote.mention for quote in room.actors.quotes(place.id))
    assert room.judgements.split_preview(place.id, [], [number]).afterwards == ()


def test_a_nationality_that_is_split_off_stays_in_one_piece(fill: Fill) -> None:
    room = fill(SYRIANS)
    (state,) = spelt(room, "Syrian")
    assert state.name == "Syria"
    assert room.judgements.split_preview(state.id, ["Syrian"], []).afterwards == ()
    room.judgements.split(state.id, ["Syrian"], [])
    room.analysis.settle()
    (parted,) = spelt(room, "Syrian")
    assert dict(parted.spellings) == {"Syrian": 2}


def test_whom_a_name_without_its_apostrophe_means_follows_the_name(fill: Fill) -> None:
    room = fill([["organisation: United Nations", "organisation: UN"], ["organisation: UNs"], ["organisation: UN"]])
    (un,) = spelt(room, "UN")
    room.judgements.split(un.id, ["UN"], [])
    room.analysis.settle()
    assert mentions(room, "United Nations", "UNs") == 0
    room.history.undo()
    room.analysis.settle()
    assert dict(spelt(room, "UN")[0].spellings) == {"UN": 2, "UNs": 1, "United Nations": 1}


def linked(room: Newsroom) -> tuple[object, ...]:
    return actors(room), questions(room), reasons(room)


COURT = ["organisation: Supreme Court", "organisation: Foreign Ministry"]


@pytest.mark.parametrize(
    "asking",
    [
        ["organisation: Syrian Foreign Ministry"],
        ["organisation: Foreign Ministry of the Syrians"],
        ["other: Syrian Supreme Court", *COURT],
        ["place: Syrian Airport", *COURT],
        ["organisation: Syrian", *COURT],
        ["other: The Syrian", "person: Syrians", *COURT],
        ["place: Syrias", *COURT],
    ],
)
@pytest.mark.parametrize("spelling", ["Syria", "Syrian"])
def test_what_a_name_decides_in_other_names_follows_it(fill: Fill, spelling: str, asking: list[str]) -> None:
    room = fill([["state: Syria", *COURT], ["group: Syrian"], asking])
    before = linked(room)
    room.judgements.split(spelt(room, spelling)[0].id, [spelling], [])
    room.analysis.settle()
    parted = linked(room)
    room.analysis.relink()
    assert linked(room) == parted
    room.history.undo()
    room.analysis.settle()
    assert linked(room) == before


def test_mentions_stay_the_same_ones_whatever_their_actors(fill: Fill) -> None:
    room = fill(FAMILY)

    def numbers() -> list[list[int]]:
        pages = (room.articles.page(row.id) for row in room.articles.listing().rows(0, len(FAMILY)))
        return [sorted(spot.id for spot in page.spots) for page in pages if page is not None]

    before = numbers()
    (lena,) = (one for one in spelt(room, "Brandt") if one.name == "Lena Brandt")
    room.judgements.split(lena.id, ["Brandt"], [])
    assert numbers() == before
    (place,) = spelt(room, "Marienfeld")
    room.overrides.not_an_actor(place.id, "Marienfeld")
    assert room.actors.get(place.id) is None
    assert sum(map(len, numbers())) == sum(map(len, before)) - 2
    room.history.undo()
    room.history.undo()
    assert numbers() == before
    assert not room.doctor()


def test_spellings_judged_apart_are_apart_though_one_name_has_both(fill: Fill, tmp_path: Path) -> None:
    room = fill([["person: Lena Brandt", "person: Lena Brant"], ["person: Lena Brandt", "person: Brandt"]])
    before = linked(room)
    assert spelt(room, "Brandt") == spelt(room, "Lena Brant")
    file = tmp_path / "told.jsonl"
    said = Said(Place("Lena Brant", Kind.PERSON), Place("Brandt", Kind.PERSON), Verdict.DIFFERENT, at="2026-01-01")
    file.write_text(to_line(said) + "\n", "utf-8")
    for _ in range(2):
        room.judgements.take_in(file)
        room.analysis.settle()
        assert spelt(room, "Brandt") != spelt(room, "Lena Brant")
        parted = linked(room)
        room.analysis.relink()
        assert linked(room) == parted
        assert room.doctor() == []
        room.history.undo()
        room.analysis.settle()
        assert linked(room) == before
