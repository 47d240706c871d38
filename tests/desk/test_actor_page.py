"""The actor's page: all that is known of one actor, and every ruling at one key."""

import pytest
from textual.pilot import Pilot

from reader.desk.screens.actor import ActorSheet
from reader.desk.screens.card import CardSheet
from reader.desk.screens.sheet import Choose
from reader.desk.screens.split import SplitSheet
from reader.model import Kind, Verdict
from tests.desk.fake import FakeNewsroom
from tests.desk.helpers import desk, press, room, screen_text, settle

WIDE = (120, 50)


async def opened(pilot: Pilot[None]) -> ActorSheet:
    """The page of the actor of the second article's first mention in its text: John Kerry's."""
    await settle(pilot)
    await press(pilot, "j", "j", "enter", "n", "n", "A")
    sheet = pilot.app.screen
    assert isinstance(sheet, ActorSheet)
    return sheet


async def to(pilot: Pilot[None], part: str, which: int = 0) -> None:
    """Put the cursor on a line of a part of the page."""
    sheet = pilot.app.screen
    assert isinstance(sheet, ActorSheet)
    targets = [one for one in sheet._targets() if one.part.value == part]
    sheet.lines.go_to(targets[which])
    await settle(pilot)


def did(pilot: Pilot[None]) -> list[tuple[object, ...]]:
    newsroom = pilot.app.newsroom  # type: ignore[attr-defined]
    assert isinstance(newsroom, FakeNewsroom)
    return newsroom.did


async def test_the_page_says_all_that_is_known() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        text = screen_text(app)
        for words in (
            *("John Kerry", "person · 2 articles", "known  John Kerry  person, people.tsv", "secretary of state 2"),
            *("○ Kerry", "○ John Kerry", "SAID BY YOU", "1 May 16", "“Kerry” is the same as “John Kerry”: I know"),
            *("PERHAPS THE SAME", "○ Sergey Lavrov", "0.61", "~ Kerry  Kerri  another romanisation"),
            *("NAMED WITH", "Russia", "SENTENCES", "Soldiers walk back into Palmyra", "26 Mar 16  The Levant Wire"),
        ):
            assert words in text, words


async def test_a_sentence_is_gone_to_and_the_way_back_is_kept() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        before = room(app).travel.here()
        await to(pilot, "mention", 0)
        await press(pilot, "enter")
        assert app.screen is room(app)
        assert room(app).open_id == 1
        assert room(app).view.spot is not None
        assert room(app).view.spot.actor == 1
        await press(pilot, "backspace")
        assert room(app).travel.here() == before


async def test_a_spelling_narrows_the_sentences_and_widens_them_again() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        assert sheet.page is not None
        everything = len(sheet.page.mentions)
        await to(pilot, "spelling", 0)
        await press(pilot, "enter")
        assert "SENTENCES, only as “Kerry”" in screen_text(app)
        assert 0 < len(sheet.page.mentions) < everything
        await press(pilot, "enter")
        assert len(sheet.page.mentions) == everything


async def test_other_pages_open_from_this_one_and_escape_comes_back() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        await to(pilot, "companion")
        await press(pilot, "enter")
        assert isinstance(app.screen, ActorSheet)
        assert app.screen is not sheet
        assert "state · " in screen_text(app)
        await to(pilot, "mention")
        await press(pilot, "w")
        assert isinstance(app.screen, CardSheet)
        await press(pilot, "escape", "escape")
        assert app.screen is sheet
        await press(pilot, "escape")
        assert app.screen is room(app)


async def test_what_is_chosen_is_split_off_after_a_look_at_what_hangs_on_it() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await to(pilot, "spelling", 0)
        await press(pilot, "space")
        assert "● Kerry" in screen_text(app)
        await to(pilot, "mention", 0)
        await press(pilot, "space")
        assert "d split off 2" in screen_text(app)
        await press(pilot, "d")
        assert isinstance(app.screen, SplitSheet)
        text = screen_text(app)
        assert "“Kerry”, 1 chosen sentence: 2 mentions in 1 article" in text
        assert "stays  John Kerry: 3 mentions" in text
        assert "were judged same on 2016-05-01" in text
        assert did(pilot) == []
        await press(pilot, "escape")
        assert did(pilot) == []
        await press(pilot, "d", *"his son", "enter")
        (what, actor, spelling, mention, why) = did(pilot)[-1]
        assert (what, actor, spelling, why) == ("split", 1, "Kerry", "his son")
        assert isinstance(mention, int)
        assert "Split off." in screen_text(app), "what was done is said on the page"
        assert "●" not in screen_text(app)
        await press(pilot, "u")
        assert did(pilot)[-1] == ("undo",)


@pytest.mark.parametrize(
    ("part", "keys", "expected"),
    [
        ("actor", "= m o s enter", ("judge", 1, 7, Verdict.SAME, None)),
        ("actor", "~ m o s enter", ("judge", 1, 7, Verdict.RELATED, None)),
        ("actor", "! m o s enter", ("judge", 1, 7, Verdict.DIFFERENT, None)),
        ("spelling", "!", ("judge_spelling", 1, "Kerry", None, Verdict.DIFFERENT)),
        ("spelling", "= m o s enter", ("judge_spelling", 1, "Kerry", 7, Verdict.SAME)),
        ("spelling", "i m o s enter", ("judge_spelling", 1, "Kerry", 7, Verdict.UNSURE)),
        ("spelling", "x", ("not_an_actor", 1, "Kerry")),
        ("tie", "=", ("judge", 1, 2, Verdict.SAME, None)),
        ("tie", "!", ("judge", 1, 2, Verdict.DIFFERENT, None)),
        ("tie", "~", ("judge", 1, 2, Verdict.RELATED, None)),
        ("tie", "i", ("judge", 1, 2, Verdict.UNSURE, None)),
        ("tie", "space k =", ("merge", 1, 2)),
        ("decision", "u", ("undo", 7)),
        ("actor", "u", ("undo",)),
        ("actor", "c end ! enter", ("rename", 1, "John Kerry!")),
        ("actor", "c ctrl+u enter", ("rename", 1, "")),
        ("actor", "K p l a enter", ("set_kind", 1, Kind.PLACE)),
        ("actor", "B enter", ("bring_back", 5)),
    ],
)
async def test_every_ruling_is_one_key(part: str, keys: str, expected: tuple[object, ...]) -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await to(pilot, part)
        await press(pilot, *keys.split())
        assert did(pilot) == [expected]
        assert isinstance(app.screen, ActorSheet), "the page stays"


async def test_a_mention_is_judged_and_taken_off_from_the_page() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        assert sheet.page is not None
        await to(pilot, "mention", 0)
        quote = sheet.page.mentions[0]
        await press(pilot, "!", "=")
        assert isinstance(app.screen, Choose)
        assert f"“{quote.quoted}” in “{quote.title}” is the same as…" in screen_text(app)
        await press(pilot, *"mos", "enter", "x", "X")
        assert did(pilot) == [
            ("not_the_same", quote.mention),
            ("judge", 1, 7, Verdict.SAME, quote.mention),
            ("unmark", quote.mention),
            ("not_an_actor", 1, quote.quoted),
        ]


async def test_the_page_follows_an_actor_that_became_another() -> None:
    newsroom = FakeNewsroom.of()
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        for number, page in newsroom.pages.items():
            spots = tuple(
                type(spot)(spot.id, spot.field, spot.start, spot.end, spot.kind, 1.0, 2, spot.chain, False)
                if spot.actor == 1
                else spot
                for spot in page.spots
            )
            newsroom._change(number, spots=spots)
        await press(pilot, "u")
        assert sheet.actor == 2
        assert "Sergey Lavrov" in screen_text(app)
        for number in newsroom.pages:
            newsroom._change(number, spots=())
        await press(pilot, "u")
        assert app.screen is room(app)
        assert "Nothing is left of that actor." in screen_text(app)


async def test_from_the_card_to_the_page_and_only_its_articles() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "enter", "n", "n", "w", "A")
        assert isinstance(app.screen, ActorSheet)
        await press(pilot, "f")
        assert app.screen is room(app)
        assert room(app).filter_text == 'actor:"John Kerry"'


async def test_the_same_keys_rule_from_the_text() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "enter", "n", "n", "K", *"pla", "enter", "X", "B", "enter")
        assert did(pilot) == [
            ("set_kind", 1, Kind.PLACE),
            ("not_an_actor", 1, "Kerry"),
            ("bring_back", 5),
        ]
        await press(pilot, "d")
        assert isinstance(app.screen, ActorSheet)
        assert "Choose spellings or sentences with Space" in screen_text(app)


async def test_sections_follow_each_other_with_tab() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        sheet = await opened(pilot)
        seen = []
        for _ in range(7):
            seen.append(sheet.target.part.value)
            await press(pilot, "tab")
        assert seen == ["actor", "spelling", "decision", "tie", "companion", "mention", "actor"]
        await press(pilot, "shift+tab")
        assert sheet.target.part.value == "actor"
