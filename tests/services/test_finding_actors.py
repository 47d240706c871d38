"""An actor found by what a person typed: a number, a name, a spelling, some of its words."""

from pathlib import Path

import pytest

from reader.model import Field, Kind, TadmorError, Verdict
from reader.services import Newsroom


def found(room: Newsroom, asked: str) -> str:
    return room.actors.find(asked).name


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Vladimir Putin", "Vladimir Putin"),
        ("vladimir putin", "Vladimir Putin"),
        ("Putin", "Vladimir Putin"),
        ("tadmor", "Palmyra"),
        ("vladimir", "Vladimir Putin"),
        ("Пальмира", "Palmyra"),
        ("Pálmyra", "Palmyra"),
    ],
)
def test_a_name_finds_its_actor_however_it_is_typed(room: Newsroom, asked: str, name: str) -> None:
    assert found(room, asked) == name


def test_a_number_finds_its_actor(room: Newsroom) -> None:
    palmyra = room.actors.find("Palmyra")
    assert room.actors.find(str(palmyra.id)) == palmyra
    assert room.actors.spelt(str(palmyra.id)) == [(palmyra, "Palmyra")]
    with pytest.raises(TadmorError, match="There is no actor 999"):
        room.actors.find("999")


def test_an_actor_comes_in_the_spelling_that_was_typed(room: Newsroom) -> None:
    assert [(actor.name, text) for actor, text in room.actors.spelt("TADMOR")] == [("Palmyra", "Tadmor")]
    assert room.actors.spelt("vladimir") == [], "a word of a name is not the name"


def test_of_several_that_are_spelt_so_the_one_with_that_name_is_meant(room: Newsroom) -> None:
    putin, kerry = room.actors.find("Putin"), room.actors.find("Kerry")
    room.overrides.rename(kerry.id, "Putin")
    assert room.actors.find("Putin").id == putin.id, "a name given by hand is no spelling"
    room.history.undo()
    room.judgements.split(putin.id, ["Putin"], [])
    split_off = room.actors.find("Putin")
    assert split_off.name == "Putin"
    assert split_off.id != room.actors.find("Vladimir Putin").id


def test_where_several_may_be_meant_they_are_listed(room: Newsroom, tmp_path: Path) -> None:
    text = "Orontes Relief met Orontes Bureau."
    (tmp_path / "more.md").write_text(f"# More\n\n{text}\n", encoding="utf-8")
    room.articles.add([tmp_path / "more.md"])
    room.analysis.run()
    article = room.articles.listing("bureau").rows(0, 1)[0].id
    for name in ("Orontes Relief", "Orontes Bureau"):
        start = text.index(name)
        room.mentions.mark(article, Field.BODY, start, start + len(name), Kind.ORGANISATION)
    with pytest.raises(TadmorError, match=r"may be several actors: .*Orontes (Relief|Bureau).*Orontes"):
        room.actors.find("Orontes")
    assert found(room, "bureau") == "Orontes Bureau"


def test_nobody_is_told_in_a_sentence(room: Newsroom) -> None:
    with pytest.raises(TadmorError, match="No actor is called 'Nobody At All'"):
        room.actors.find("Nobody At All")


def test_two_names_are_one_relation_in_whatever_script(room: Newsroom) -> None:
    (left,), (right,) = room.actors.spelt("Tadmor"), room.actors.spelt("Пальмира")
    assert room.actors.relation(left, right).verdict is Verdict.SAME
