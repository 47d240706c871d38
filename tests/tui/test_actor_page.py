"""The actor's page: all that is known of one actor, and every ruling at one key."""

from collections.abc import Callable
from unittest.mock import MagicMock

import pytest
from textual.pilot import Pilot

from reader.model import Kind, Verdict
from reader.services import ActorPage, Newsroom
from reader.tui.screens.actor import ActorSheet
from reader.tui.screens.actor_lines import Part, Target
from reader.tui.screens.actor_rulings import ActorRulings
from reader.tui.screens.card import CardSheet
from reader.tui.screens.sheet import Choose
from reader.tui.screens.split import SplitSheet
from tests.tui.helpers import Stage, desk, front, press, room, screen_text, settle

WIDE = (120, 50)


async def opened(pilot: Pilot[None]) -> ActorSheet:
    """The page of the actor of the third article's second mention: John Kerry's."""
    await settle(pilot)
    await press(pilot, "j", "j", "enter", "n", "n", "A")
    sheet = pilot.app.screen
    assert isinstance(sheet, ActorSheet)
    return sheet


async def to(pilot: Pilot[None], part: Part, which: int = 0) -> Target:
    """Put the cursor on a line of a part of the page."""
    sheet = pilot.app.screen
    assert isinstance(sheet, ActorSheet)
    target = [one for one in sheet.lines.targets if isinstance(one, Target) and one.part is part][which]
    sheet.lines.go_to(target)
    await settle(pilot)
    return target


async def test_the_page_says_all_that_is_known(newsroom: Newsroom) -> None:
    kerry, palmyra = newsroom.actors.find("John Kerry").id, newsroom.actors.find("Palmyra").id
    newsroom.judgements.judge(kerry, palmyra, Verdict.RELATED, "he came")
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        text = screen_text(app)
        for words in (
            *("John Kerry", "person · 2 articles", "known  John Kerry  person, the built-in dictionary"),
            *("○ Kerry", "○ John Kerry", "SAID BY YOU", "is related to", ": he came", "RELATED, NOT THE SAME"),
            *("NAMED WITH", "Russia", "SENTENCES", "Soldiers walk back into Palmyra", "26 Mar 16  The Levant Wire"),
        ):
            assert words in text, words


async def test_a_doubt_shows_its_reasons(doubtful: Newsroom) -> None:
    question = doubtful.review.questions().questions[0]
    app = desk(doubtful)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        room(app).navigation.visit(question.left_quotes[0].article, question.left_quotes[0].mention)
        await settle(pilot)
        await press(pilot, "A")
        text = screen_text(app)
        assert "PERHAPS THE SAME" in text
        assert f"○ {question.right.name}" in text
        assert f"{question.score:.2f}" in text


async def test_a_sentence_is_gone_to_and_the_way_back_is_kept(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        before = room(app).navigation.here()
        await to(pilot, Part.MENTION, 0)
        await press(pilot, "enter")
        assert front(app) is room(app)
        assert room(app).opened.id == 1
        spot = room(app).view.spot
        assert spot is not None
        assert spot.actor == sheet.actor
        await press(pilot, "backspace")
        assert room(app).navigation.here() == before


async def test_a_spelling_narrows_the_sentences_and_widens_them_again(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        assert sheet.page is not None
        everything = len(sheet.page.mentions)
        await to(pilot, Part.SPELLING, 0)
        await press(pilot, "enter")
        assert "SENTENCES, only as “Kerry”" in screen_text(app)
        assert 0 < len(sheet.page.mentions) < everything
        await press(pilot, "enter")
        assert len(sheet.page.mentions) == everything


async def test_other_pages_open_from_this_one_and_escape_comes_back(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        await to(pilot, Part.COMPANION)
        await press(pilot, "enter")
        assert isinstance(app.screen, ActorSheet)
        assert front(app) is not sheet
        await to(pilot, Part.MENTION)
        await press(pilot, "w")
        assert isinstance(app.screen, CardSheet)
        await press(pilot, "escape", "escape")
        assert front(app) is sheet
        await press(pilot, "escape")
        assert front(app) is room(app)


async def test_what_is_chosen_is_split_off_after_a_look_at_what_hangs_on_it(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await to(pilot, Part.SPELLING, 0)
        await press(pilot, "space")
        assert "● Kerry" in screen_text(app)
        await to(pilot, Part.MENTION, 0)
        await press(pilot, "space")
        assert "d split off 2" in screen_text(app)
        await press(pilot, "d")
        assert isinstance(app.screen, SplitSheet)
        text = screen_text(app)
        assert "“Kerry”, 1 chosen sentence: 4 mentions in 2 articles" in text
        assert "stays  John Kerry: 1 mention" in text
        await press(pilot, "escape")
        assert newsroom.history.acts() == []
        await press(pilot, "d", *"his son", "enter")
        assert newsroom.history.acts(1)[0].label.startswith("Split ")
        text = screen_text(app)
        assert "Split “John Kerry” off" in text, "what was done is said on the page"
        assert ": his son" in text
        assert "●" not in text
        await press(pilot, "u")
        assert newsroom.history.acts(1)[0].undone


async def test_a_ruling_shows_on_the_page_at_once_and_the_page_stays(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        await press(pilot, "c", "end", "!", "enter")
        assert "John Kerry!" in screen_text(app)
        await press(pilot, "K", *"pla", "enter")
        assert "place · 2 articles" in screen_text(app)
        await press(pilot, "=")
        assert isinstance(app.screen, Choose)
        assert "John Kerry! is the same as…" in screen_text(app)
        await press(pilot, "escape")
        await to(pilot, Part.MENTION, 0)
        await press(pilot, "x")
        assert sheet.page is not None
        assert sheet.page.actor.mentions == 4
        await to(pilot, Part.DECISION, 0)
        await press(pilot, "u")
        assert front(app) is sheet


async def test_the_page_follows_an_actor_that_became_another_and_leaves_with_the_last(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        palmyra = newsroom.actors.find("Palmyra").id
        newsroom.judgements.judge(palmyra, sheet.actor, Verdict.SAME)
        sheet.changed()
        await settle(pilot)
        (one,) = {newsroom.actors.find(name).id for name in ("Palmyra", "John Kerry")}
        assert sheet.actor == one
        newsroom.articles.remove([1, 2, 3])
        sheet.changed()
        await settle(pilot)
        assert front(app) is room(app)
        assert "Nothing is left of that actor." in screen_text(app)


async def test_from_the_card_to_the_page_and_only_its_articles(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "enter", "n", "n", "w", "A")
        assert isinstance(app.screen, ActorSheet)
        await press(pilot, "f")
        assert front(app) is room(app)
        assert room(app).list_query.text == 'actor:"John Kerry"'


async def test_splitting_begins_on_the_page_with_a_word_on_how(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "enter", "n", "n", "d")
        assert isinstance(app.screen, ActorSheet)
        assert "Choose spellings or sentences with Space" in screen_text(app)


async def test_sections_follow_each_other_with_tab(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        seen = []
        for _ in range(5):
            seen.append(sheet.target.part)
            await press(pilot, "tab")
        assert seen == [Part.ACTOR, Part.SPELLING, Part.COMPANION, Part.MENTION, Part.ACTOR]
        await press(pilot, "shift+tab")
        assert sheet.target.part is Part.ACTOR


# What a ruling asks of the services, without a screen

MOSCOW = 7000
"""An actor that is chosen where another one is asked for; nothing looks it up."""
KERRY = ("judge_spelling", "ME", "Kerry")
Rule = Callable[[ActorRulings, ActorPage, int], None]


def judged(part: Part, key: int | str, command: str, *joined: int) -> Rule:
    return lambda rulings, page, mention: rulings.judge(
        page, Target(part, mention if key == "mention" else key), joined, command
    )


@pytest.mark.parametrize(
    ("rule", "answer", "expected"),
    [
        (judged(Part.ACTOR, 0, "same"), MOSCOW, ("judge", "ME", MOSCOW, Verdict.SAME, "why")),
        (judged(Part.ACTOR, 0, "related"), MOSCOW, ("judge", "ME", MOSCOW, Verdict.RELATED, "why")),
        (judged(Part.ACTOR, 0, "different"), MOSCOW, ("judge", "ME", MOSCOW, Verdict.DIFFERENT, "why")),
        (judged(Part.ACTOR, 0, "same"), None, None),
        (
            judged(Part.SPELLING, "Kerry", "different"),
            None,
            ("judge_spelling", "ME", "Kerry", None, Verdict.DIFFERENT, "why"),
        ),
        (
            judged(Part.SPELLING, "Kerry", "same"),
            MOSCOW,
            ("judge_spelling", "ME", "Kerry", MOSCOW, Verdict.SAME, "why"),
        ),
        (
            judged(Part.SPELLING, "Kerry", "unsure"),
            MOSCOW,
            ("judge_spelling", "ME", "Kerry", MOSCOW, Verdict.UNSURE, "why"),
        ),
        (judged(Part.MENTION, "mention", "different"), None, ("not_the_same", "MENTION", "why")),
        (judged(Part.MENTION, "mention", "same"), MOSCOW, ("judge", "ME", MOSCOW, Verdict.SAME, "why", "MENTION")),
        (judged(Part.TIE, 2, "same"), None, ("judge", "ME", 2, Verdict.SAME, "why")),
        (judged(Part.TIE, 2, "different"), None, ("judge", "ME", 2, Verdict.DIFFERENT, "why")),
        (judged(Part.TIE, 2, "related"), None, ("judge", "ME", 2, Verdict.RELATED, "why")),
        (judged(Part.TIE, 2, "unsure"), None, ("judge", "ME", 2, Verdict.UNSURE, "why")),
        (judged(Part.TIE, 2, "same", 2, 3), None, ("merge", ["ME", 2, 3], "why")),
        (lambda rulings, page, mention: rulings.undo(Target(Part.DECISION, 7)), None, ("undo", 7)),
        (lambda rulings, page, mention: rulings.undo(Target(Part.ACTOR, 0)), None, ("undo", None)),
        (lambda rulings, page, mention: rulings.rename(page), {"name": "J. K."}, ("rename", "ME", "J. K.")),
        (lambda rulings, page, mention: rulings.rename(page), {"name": ""}, ("rename", "ME", "")),
        (lambda rulings, page, mention: rulings.rename(page), {}, None),
        (lambda rulings, page, mention: rulings.kind(page), Kind.PLACE, ("set_kind", "ME", Kind.PLACE)),
        (
            lambda rulings, page, mention: rulings.unmark(page, Target(Part.MENTION, mention)),
            None,
            ("unmark", "MENTION"),
        ),
        (
            lambda rulings, page, mention: rulings.unmark(page, Target(Part.SPELLING, "Kerry")),
            None,
            ("not_an_actor", "ME", "Kerry"),
        ),
        (
            lambda rulings, page, mention: rulings.not_an_actor(page, Target(Part.MENTION, mention)),
            None,
            ("not_an_actor", "ME", "Kerry"),
        ),
        (lambda rulings, page, mention: rulings.not_an_actor(page, Target(Part.ACTOR, 0)), None, None),
        (
            lambda rulings, page, mention: rulings.split(page.actor.id, ["Kerry"], [mention], "his son"),
            None,
            ("split", "ME", ["Kerry"], ["MENTION"], "his son"),
        ),
    ],
)
def test_every_ruling_is_one_change(
    newsroom: Newsroom, rule: Rule, answer: object, expected: tuple[object, ...] | None
) -> None:
    stage = Stage(newsroom)
    page = newsroom.actors.page(newsroom.actors.find("John Kerry").id)
    mention = next(one.mention for one in page.mentions if one.quoted == "Kerry")
    stage.reason.words, stage.answers = "why", [answer]
    rule(ActorRulings(stage.bench, stage.ask), page, mention)
    stands: dict[object, object] = {"ME": page.actor.id, "MENTION": mention}
    wanted = [
        [stands.get(one, one) for one in part] if isinstance(part, list) else stands.get(part, part)
        for part in expected or ()
    ]
    assert [[*call] for call in stage.calls] == ([wanted] if expected else [])


@pytest.mark.parametrize("key", ["tab", "shift+tab", "space", "enter"])
async def test_a_key_before_the_page_is_read_does_no_harm(
    key: str, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ActorSheet, "read", lambda sheet: None)
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        await press(pilot, key)
        assert front(app) is sheet
        assert app.is_running


@pytest.mark.parametrize("command", ["move_down", "open", "same", "next_pane", "page_or_next", "leave"])
async def test_a_key_before_the_page_is_drawn_does_no_harm(command: str, newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        sheet = ActorSheet(MagicMock(newsroom=newsroom), newsroom.actors.find("John Kerry").id)
        shown = app.push_screen(sheet)
        sheet.action_run(command)
        await shown
        await settle(pilot)
        assert app.is_running
        assert (front(app) is sheet) == (command != "leave")
