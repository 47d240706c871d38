"""The actor's page, the card's two sentences, and why two actors are what they are to each other."""

from pathlib import Path

import pytest

from reader.model import Evidence, Field, Kind, Sign, TadmorError, Verdict
from reader.names.wording import Mechanism
from reader.services import Newsroom
from reader.services.cards import with_pieces

from .test_newsroom import named, spot, titled


def marked(room: Newsroom, folder: Path, number: int, name: str) -> None:
    """Add an article that names a person whom no dictionary knows."""
    text = f"---\ntitle: Story {number}\ndate: 2025-01-{number:02}\n---\n\nOn Monday {name} spoke. A crowd listened.\n"
    (folder / f"story{number}.md").write_text(text, encoding="utf-8")
    room.articles.add([folder])
    room.analysis.run()
    page = titled(room, f"Story {number}")
    start = page.body.index(name)
    room.mentions.mark(page.id, Field.BODY, start, start + len(name), Kind.PERSON)


def test_the_page_gathers_what_the_library_knows(room: Newsroom) -> None:
    palmyra = named(room, "Palmyra")
    page = room.actors.page(palmyra.id)
    assert page.actor == palmyra
    assert page.entry is not None
    assert page.entry.name == "Palmyra"
    assert [(one.text, one.mentions, one.articles) for one in page.spellings] == [("Palmyra", 3, 2), ("Tadmor", 1, 1)]
    assert [(one.first[:10], one.last[:10]) for one in page.spellings] == [
        ("2016-03-27", "2016-05-06"),
        ("2016-04-02", "2016-04-02"),
    ]
    assert [quote.title for quote in page.mentions] == [
        "A concert among ruins",
        "What Moscow wants",
        "Troops return to Palmyra",
        "Troops return to Palmyra",
    ]
    together = {one.name: one.together for one in page.companions}
    assert together["Syria"] == 2
    assert together["John Kerry"] == 1
    assert "Palmyra" not in together


def test_sentences_can_be_narrowed_and_read_in_part(room: Newsroom) -> None:
    palmyra = named(room, "Palmyra").id
    assert [quote.quoted for quote in room.actors.page(palmyra, "Tadmor").mentions] == ["Tadmor"]
    some = room.actors.page(palmyra, sentences=2)
    assert len(some.mentions) == 2
    assert some.more
    assert not room.actors.page(palmyra, sentences=4).more
    with pytest.raises(TadmorError, match="not in the library"):
        room.actors.page(10_000)


def test_what_was_said_of_an_actor_stands_on_its_page_until_it_is_taken_back(room: Newsroom) -> None:
    palmyra, putin, kerry = (named(room, name).id for name in ("Palmyra", "Vladimir Putin", "John Kerry"))
    room.judgements.judge(putin, kerry, Verdict.DIFFERENT, "two presidents")
    room.overrides.rename(putin, "V. V. Putin")
    assert room.actors.page(palmyra).decisions == ()
    (renamed, judged) = room.actors.page(putin).decisions
    assert (judged.why, renamed.why) == ("two presidents", "")
    assert "John Kerry" in judged.words
    assert not judged.words.startswith("Judged")
    assert [one.act for one in room.actors.page(kerry).decisions] == [judged.act]
    room.history.undo(judged.act)
    assert [one.act for one in room.actors.page(putin).decisions] == [renamed.act]
    room.history.undo()
    assert room.actors.page(putin).decisions == ()


def test_a_split_is_on_the_page_of_both(room: Newsroom) -> None:
    palmyra = named(room, "Palmyra").id
    assert room.judgements.split_preview(palmyra, ["Tadmor"], []).left_behind == 3
    room.judgements.split(palmyra, ["Tadmor"], [], "another town")
    tadmor = named(room, "Tadmor").id
    for actor in (palmyra, tadmor):
        (decision,) = room.actors.page(actor).decisions
        assert decision.why == "another town"
    room.analysis.settle()
    assert [one.text for one in room.actors.page(named(room, "Tadmor").id).spellings] == ["Tadmor"]


def test_a_link_across_articles_shows_both_sentences_and_the_names_beside_each_other(
    room: Newsroom, folder: Path
) -> None:
    for number, name in enumerate(("Ahmed al-Sharaa", "Ahmed Ash-Sharara"), 1):
        marked(room, folder, number, name)
    room.analysis.settle()
    page = titled(room, "Story 2")
    card = room.mentions.card(spot(page, "Ahmed Ash-Sharara").id)
    assert card.here is not None
    assert (card.here.quoted, card.here.article) == ("Ahmed Ash-Sharara", page.id)
    assert card.joined is not None
    assert card.joined.quoted == "Ahmed al-Sharaa"
    pieces = [(one.left, one.right) for one in card.evidence if one.left]
    assert {frozenset(pair) for pair in pieces} == {frozenset({"Ahmed"}), frozenset({"al-Sharaa", "Ash-Sharara"})}

    actor = room.actors.get(card.actor.id)
    assert actor is not None
    relation = room.actors.relation((actor, "Ahmed al-Sharaa"), (actor, "Ahmed Ash-Sharara"))
    assert relation.verdict is Verdict.SAME
    assert relation.left.quote is not None
    assert relation.right.quote is not None
    assert (relation.left.quote.quoted, relation.right.quote.quoted) == ("Ahmed al-Sharaa", "Ahmed Ash-Sharara")
    assert room.mentions.named(page.id, "ahmed ash-sharara") == spot(page, "Ahmed Ash-Sharara").id
    with pytest.raises(TadmorError, match="names no actor 'Nobody'"):
        room.mentions.named(page.id, "Nobody")


def test_what_a_dictionary_knows_needs_no_second_sentence(room: Newsroom) -> None:
    card = room.mentions.card(spot(titled(room, "What Moscow"), "Tadmor").id)
    assert card.here is not None
    assert card.here.quoted == "Tadmor"
    assert card.joined is None


def test_two_actors_without_a_tie_are_told_apart_by_their_names(room: Newsroom) -> None:
    putin, kerry = named(room, "Vladimir Putin"), named(room, "John Kerry")
    relation = room.actors.relation((putin, putin.name), (kerry, kerry.name))
    assert relation.verdict is Verdict.DIFFERENT
    assert relation.evidence
    room.judgements.judge(putin.id, kerry.id, Verdict.RELATED, "they met")
    assert room.actors.relation((putin, putin.name), (kerry, kerry.name)).verdict is Verdict.RELATED


def test_pieces_weigh_nothing_where_their_reason_does() -> None:
    reason = Evidence(Sign.FOR, Mechanism.SPELLING, 0.9, ("Sergei Rudskoi", "Sergey Rudskoy"))
    shown = with_pieces([reason], Kind.PERSON)
    assert shown[0] == reason
    assert [(one.left, one.right, one.weight) for one in shown[1:]] == [
        ("Sergei", "Sergey", 0.0),
        ("Rudskoi", "Rudskoy", 0.0),
    ]
    assert with_pieces(shown, Kind.PERSON) == shown
    other = Evidence(Sign.FOR, Mechanism.WRITTEN_ALIKE, 0.95, ("A B",), (3,))
    assert with_pieces([other], Kind.PERSON) == (other,)
