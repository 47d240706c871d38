"""The newsroom from outside, as a face uses it: add, read, jump, judge, undo, export."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.model import Field, Kind, TadmorError, Verdict
from reader.names.wording import rule, sentence
from reader.services import ActorRow, Newsroom, Page, ShownMention

from .conftest import MARCH


def titled(room: Newsroom, start: str) -> Page:
    listing = room.articles.listing()
    number = next(row.id for row in listing.rows(0, 10) if row.title.startswith(start))
    page = room.articles.page(number)
    assert page is not None
    return page


def spot(page: Page, text: str) -> ShownMention:
    return next(s for s in page.spots if s.field is Field.BODY and page.body[s.start : s.end] == text)


def places(page: Page) -> list[tuple[Field, int, int, int]]:
    return [(s.field, s.start, s.end, s.actor) for s in page.spots]


def named(room: Newsroom, name: str) -> ActorRow:
    return next(actor for actor in room.actors.search() if actor.name == name)


def test_articles_come_in_once_and_are_linked(room: Newsroom, folder: Path) -> None:
    assert room.status().articles == 3
    assert room.status().waiting == 0
    palmyra = named(room, "Palmyra")
    assert palmyra.articles == 3
    assert {text for text, _ in palmyra.spellings} == {"Palmyra", "Tadmor"}
    again = room.articles.add([folder])
    assert (again.added, again.updated, again.unchanged) == (0, 0, 3)
    assert not room.doctor()


def test_a_jump_leads_to_the_mention_in_the_next_article(room: Newsroom) -> None:
    march = titled(room, "Troops")
    putin = spot(march, "Vladimir Putin").actor
    assert spot(march, "Putin").actor == putin
    found = room.actors.neighbour(putin, march.id, 1)
    assert found is not None
    april = room.articles.page(found[0])
    assert april is not None
    landed = next(s for s in april.spots if s.id == found[1])
    assert april.body[landed.start : landed.end] == "Vladimir Putin"
    assert room.actors.neighbour(putin, april.id, -1) == (march.id, spot(march, "Vladimir Putin").id)
    assert room.actors.neighbour(putin, april.id, 1) is None


def test_a_card_says_who_where_and_why(room: Newsroom) -> None:
    march = titled(room, "Troops")
    card = room.mentions.card(spot(march, "Putin").id)
    assert card.actor.name == "Vladimir Putin"
    assert card.heading == "why “Putin” here is Vladimir Putin"
    assert any(rule(reason) and sentence(reason) for reason in card.evidence)
    assert 0 < card.score <= 1
    assert [quote.title for quote in card.elsewhere] == ["What Moscow wants"]
    assert card.elsewhere[0].quoted == "Vladimir Putin"
    assert (card.first[:10], card.last[:10]) == ("2016-03-27", "2016-04-02")


def test_a_changed_file_keeps_what_the_reader_did(room: Newsroom, folder: Path) -> None:
    march = titled(room, "Troops")
    room.articles.set_starred([march.id], True)
    room.articles.correct(march.id, "source", "The Desert Post")
    (folder / "march.md").write_text(MARCH.replace("was pleased", "was very pleased"), encoding="utf-8")
    assert room.articles.add([folder]).updated == 1
    room.analysis.run()
    page = room.articles.page(march.id)
    assert page is not None
    assert "very pleased" in page.body
    assert page.starred
    assert page.source == "The Desert Post"
    assert page.spots


def test_not_the_same_holds_after_an_import_and_a_restart_and_one_key_undoes_it(
    room: Newsroom, folder: Path, reopen: Callable[[], Newsroom]
) -> None:
    april = titled(room, "What Moscow")
    wrong = spot(april, "Vladimir Putin")
    was = wrong.actor
    room.judgements.not_the_same(wrong.id)

    def apart(room: Newsroom) -> bool:
        march, april = titled(room, "Troops"), titled(room, "What Moscow")
        return spot(april, "Vladimir Putin").actor != spot(march, "Vladimir Putin").actor

    assert apart(room)
    room = reopen()
    (folder / "more.txt").write_text("Vladimir Putin again\n\nVladimir Putin spoke of Syria.", encoding="utf-8")
    room.articles.add([folder])
    room.analysis.run()
    room.analysis.relink()
    assert apart(room)
    room = reopen()
    assert "Undone" in room.history.undo()
    assert not apart(room)
    assert spot(titled(room, "Troops"), "Vladimir Putin").actor == was
    room = reopen()
    assert "Done again" in room.history.redo()
    assert apart(room)
    assert not room.doctor()


def test_two_actors_judged_the_same_become_one(room: Newsroom) -> None:
    kerry, putin = named(room, "John Kerry"), named(room, "Vladimir Putin")
    room.judgements.judge(kerry.id, putin.id, Verdict.SAME, "for the test")
    may = titled(room, "A concert")
    march = titled(room, "Troops")
    joined = spot(may, "John Kerry")
    assert joined.actor == spot(march, "Putin").actor
    assert any(rule(reason) == "judgement" for reason in room.mentions.card(joined.id).evidence)
    room.history.undo()
    assert named(room, "John Kerry").articles == 1
    assert not room.doctor()


def test_a_missed_actor_is_marked_by_hand_and_unmarked(room: Newsroom) -> None:
    may = titled(room, "A concert")
    start = may.body.index("Musicians")
    room.mentions.mark(may.id, Field.BODY, start, start + len("Musicians"), Kind.ORGANISATION)
    marked = titled(room, "A concert")
    assert spot(marked, "Musicians").kind is Kind.ORGANISATION
    room.mentions.unmark(spot(marked, "Palmyra").id)
    bare = titled(room, "A concert")
    assert all(bare.body[s.start : s.end] != "Palmyra" for s in bare.spots)
    room.history.undo()
    room.history.undo()
    # The numbers of mentions are new; where they stand, and whose they are, is as before.
    assert places(titled(room, "A concert")) == places(may)
    assert not room.doctor()


def test_a_removed_article_stays_away_until_that_is_undone(room: Newsroom, folder: Path) -> None:
    march = titled(room, "Troops")
    room.articles.remove([march.id])
    assert room.status().articles == 2
    assert room.articles.add([folder]).removed == 1
    assert room.status().articles == 2
    room.history.undo()
    assert places(titled(room, "Troops")) == places(march)
    assert not room.doctor()


def test_work_that_is_cancelled_goes_on_where_it_stopped(reopen: Callable[[], Newsroom], folder: Path) -> None:
    room = reopen()
    room.articles.add([folder])
    room.analysis.run(cancelled=lambda: True)
    assert room.status().waiting == 3
    room = reopen()
    seen: list[int] = []
    room.analysis.run(on_article=seen.append)
    assert len(seen) == 3
    assert named(room, "Palmyra").articles == 3


def test_linking_that_was_cut_off_is_made_up_for(reopen: Callable[[], Newsroom], folder: Path) -> None:
    room = reopen()
    room.articles.add([folder])
    # Asked before each of the batches of recognition, then before linking: the stop comes between the two.
    room.analysis.run(cancelled=lambda: room.status().waiting == 0)
    assert room.status().waiting == 0
    stages: list[str] = []
    room.analysis.run(progress=lambda progress: stages.append(progress.stage))
    assert "linking" in stages


def test_the_order_of_imports_makes_no_difference(tmp_path: Path, folder: Path) -> None:
    def actors(order: list[str], name: str) -> set[tuple[str, str, int, tuple[tuple[str, int], ...]]]:
        with Newsroom.open(tmp_path / name) as room:
            for file in order:
                room.articles.add([folder / file])
                room.analysis.run()
            return {(one.name, one.kind, one.mentions, one.spellings) for one in room.actors.search(limit=None)}

    files = ["march.md", "april.md", "may.md"]
    assert actors(files, "one.sqlite") == actors(files[::-1], "two.sqlite")


def test_what_is_filtered_is_exported_once_each(room: Newsroom) -> None:
    documents = dict(room.exports.articles("actor:Palmyra"))
    assert len(documents) == 3
    assert any("Troops return" in text for text in documents.values())
    assert "Tadmor" in room.exports.actor(named(room, "Palmyra").id)
    assert "**" in room.exports.article(titled(room, "Troops").id)


def test_a_dictionary_of_ones_own_joins_and_can_be_taken_back(room: Newsroom, tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text("- id: my-kerry\n  kind: person\n  name: John Kerry\n  names: [Vladimir Putin]\n", encoding="utf-8")
    added = room.dictionaries.add(own)
    assert (added.actors, list(added.problems)) == (1, [])
    assert room.dictionaries.counts() == [("mine.yaml", 1)]
    room.history.undo()
    assert room.dictionaries.counts() == []
    with pytest.raises(TadmorError, match="mine"):
        room.dictionaries.remove("mine.yaml")


def test_what_is_gone_is_said_in_a_sentence(room: Newsroom) -> None:
    with pytest.raises(TadmorError):
        room.mentions.card(10**9)
    with pytest.raises(TadmorError):
        room.exports.article(10**9)
    assert room.articles.page(10**9) is None
    assert room.actors.get(10**9) is None
    assert room.history.redo() == "Nothing to redo."


def test_a_face_s_settings_are_kept_and_are_nothing_to_undo(reopen: Callable[[], Newsroom]) -> None:
    with reopen() as room:
        assert room.settings.get("theme") is None
        room.settings.set("theme", "tadmor-light")
        assert room.history.undo() == "Nothing to undo."
    with reopen() as room:
        assert room.settings.get("theme") == "tadmor-light"
        room.settings.set("theme", None)
        assert room.settings.get("theme") is None
