"""The five minutes at the desk, key by key."""

from pathlib import Path

import pytest

from reader.library.articles import put
from reader.model import Evidence, Field, Incoming, Kind, Origin, Sign
from reader.names.likeness import Change
from reader.services import Card, Newsroom, Page
from reader.thresholds import DOUBTFUL_MENTION
from reader.tui.app import Desk
from reader.tui.screens.card import CardSheet
from reader.tui.screens.reading.appearance import per_cent
from reader.tui.screens.sheet import Choose
from tests.tui.conftest import Filled
from tests.tui.helpers import desk, front, press, room, screen_text, settle
from tests.tui.library import ARTICLES

WIDE, MEDIUM, NARROW = (140, 40), (80, 24), (60, 15)


def page(newsroom: Newsroom, article: int) -> Page:
    found = newsroom.articles.page(article)
    assert found is not None
    return found


async def test_the_list_is_there_and_the_first_article_beside_it(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "ARTICLES" in text
        assert "The museum counts its losses" in text
        assert "ACTORS HERE" in text
        assert "3 unread" in text
        assert room(app).articles.has_focus
        assert page(newsroom, 3).unread, "shown beside the list is not read yet"


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_enter_opens_and_counts_as_read(newsroom: Newsroom, size: tuple[int, int]) -> None:
    app = desk(newsroom)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        assert room(app).opened.id == 1
        assert room(app).view.has_focus
        assert not page(newsroom, 1).unread
        assert "Soldiers walked back" in screen_text(app)


async def test_mentions_one_after_the_other_and_back(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "n")
        view = room(app).view
        places = [view.here()]
        await press(pilot, "n")
        places.append(view.here())
        assert [place and place[0] for place in places] == [Field.TITLE, Field.BODY]
        await press(pilot, "N", "N")
        assert view.cursor == 0
        assert "first mention" in screen_text(app)


async def test_mentions_of_the_same_actor(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "n")
        view = room(app).view
        actor = view.spot and view.spot.actor
        seen = [view.here()]
        for _ in range(2):
            await press(pilot, ".")
            assert view.spot is not None
            assert view.spot.actor == actor
            seen.append(view.here())
        assert len(set(seen)) == 3
        await press(pilot, ".")
        assert view.here() == seen[-1]
        await press(pilot, "comma")
        assert view.here() == seen[1]


async def test_next_article_lands_on_the_mention_and_back_restores_everything(filled: Filled) -> None:
    long = "\n\n".join(["A paragraph without names."] * 40)
    story = ("A long story", "Meridian Monitor", "2016-03-28", f"{long}\n\nThen Lavrov spoke.\n\n{long}")
    newsroom = filled([*ARTICLES, story])
    lavrov = newsroom.actors.find("Lavrov").id
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        here = room(app)
        here.navigation.visit(2)
        await settle(pilot)
        await press(pilot, "n", "n", "n")
        while here.view.spot is None or here.view.spot.actor != lavrov:
            await press(pilot, "n")
        before = here.navigation.here()
        await press(pilot, "]")
        assert here.opened.id == 4
        assert here.view.spot is not None
        assert here.view.spot.actor == lavrov
        row = here.view._layout.line_of(Field.BODY, here.view.spot.start)
        assert row - here.view.scroll_offset.y == here.view.size.height // 3
        there = here.navigation.here()
        await press(pilot, "backspace")
        assert here.navigation.here() == before
        await press(pilot, "alt+right")
        assert here.navigation.here() == there
        await press(pilot, "ctrl+o", "ctrl+o")
        assert here.opened.id in (2, 3)


async def test_at_the_last_article_of_an_actor_the_key_that_leads_on_is_named(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "n")
        await press(pilot, *["]"] * (len(ARTICLES) + 1))
        assert "No later article names" in screen_text(app)
        assert "[ goes to an earlier one." in screen_text(app)


async def test_the_card_says_who_why_and_where_else(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "enter", "n", "n", "enter")
        assert isinstance(app.screen, CardSheet)
        text = screen_text(app)
        assert "why “Kerry” here is John Kerry" in text
        assert "+ “Kerry” is the surname of John Kerry" in text
        assert "Desert Post" in text
        await press(pilot, "enter")
        assert room(app).opened.id == 1, "Enter on a quotation goes there"
        assert room(app).view.spot is not None


async def test_pieces_of_two_names_and_both_sentences_stand_beside_each_other(newsroom: Newsroom) -> None:
    row = newsroom.actors.find("John Kerry")
    here, there = newsroom.actors.quotes(row.id)
    evidence = (
        Evidence(Sign.FOR, Change.EQUAL, 1.0, left="Kerry", right="Kerry"),
        Evidence(Sign.NEUTRAL, Change.VARIANT, 0.9, left="Jack", right="Jonathan"),
        Evidence(Sign.NEUTRAL, "unless", 0.0, told="wrong if two of them are named so"),
    )
    card = Card(row, "2016-03-26", "", (), "why so", 0.9, evidence, (there,), (), (), here, there)
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.push_screen(CardSheet(card))
        await settle(pilot)
        text = screen_text(app)
        assert "+ Kerry  Kerry     the same  +1.00" in text
        assert "~ Jack   Jonathan  a form of the same name  +0.90" in text
        assert "~ wrong if" in text
        rows = text.split("\n")
        assert any("here" in row and here.source in row for row in rows), "the sentence it stands in"
        assert any("there" in row and there.source in row for row in rows), "and the one it was joined to"


async def test_a_card_offers_only_what_there_is(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        view = room(app).view
        while view.text_of(view.spot.field)[view.spot.start : view.spot.end] != "Kurds" if view.spot else True:
            await press(pilot, "n")
        await press(pilot, "w")
        hints = screen_text(app).split("\n")[-1]
        assert "No other article names this actor yet." in screen_text(app)
        assert "next article" not in hints
        assert "go there" not in hints
        assert "Esc back" in hints


async def test_escape_leaves_the_card_where_it_was(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "n")
        here = room(app).navigation.here()
        await press(pilot, "w", "escape")
        assert front(app) is room(app)
        assert room(app).navigation.here() == here


async def test_actors_follow_the_text_and_the_text_follows_them(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "n")
        here = room(app)
        assert here.actors.target == here.view.spot.actor  # type: ignore[union-attr]
        await press(pilot, "a", "g", "g")
        assert here.actors.has_focus
        assert here.view.spot is not None
        assert here.view.spot.actor == here.actors.target == newsroom.actors.find("John Kerry").id
        await press(pilot, "j", "enter")
        assert here.view.has_focus
        assert here.view.spot.actor == here.actors.target


async def test_star_read_undo_from_list_and_article(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        assert page(newsroom, 3).starred
        assert "★" in screen_text(app)
        await press(pilot, "r")
        assert not page(newsroom, 3).unread
        await press(pilot, "enter", "s")
        assert not page(newsroom, 3).starred
        await press(pilot, "u")
        assert page(newsroom, 3).starred
        await press(pilot, "ctrl+r")
        assert not page(newsroom, 3).starred


async def test_a_removed_article_leaves_the_screen_and_comes_back(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "D")
        assert room(app).articles.total == 2
        assert room(app).opened.id != 3
        await press(pilot, "u")
        assert room(app).articles.total == 3


async def test_a_judgement_takes_two_names_and_shows_at_once(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "n", "=")
        assert isinstance(app.screen, Choose)
        await press(pilot, *"mosc", "enter")
        assert newsroom.actors.find("Moscow").id == newsroom.actors.find("Palmyra").id
        assert newsroom.actors.find("Moscow").id in room(app).opened.actors
        assert "is the same as" in screen_text(app)


async def test_a_missed_actor_is_marked_by_keys(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "n", "n", "m")
        view = room(app).view
        before = set(view.spots)
        assert room(app).marking.going_on
        await press(pilot, "right", "right", "shift+right", "enter")
        assert isinstance(app.screen, Choose)
        await press(pilot, *"pla", "enter")
        (marked,) = {(one.field, one.start, one.end, one.kind) for one in view.spots} - {
            (one.field, one.start, one.end, one.kind) for one in before
        }
        field, start, end, kind = marked
        assert (field, kind) == (Field.BODY, Kind.PLACE)
        assert len(view.text_of(field)[start:end].split()) == 2
        assert not room(app).marking.going_on


async def test_correcting_what_the_source_says(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "c", "end", "!", "enter")
        assert page(newsroom, 3).title == "The museum counts its losses!"
        assert "losses!" in screen_text(app)


async def test_export_writes_a_new_file_and_never_over_one(newsroom: Newsroom, tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "e", "tab", "enter")
        (file,) = tmp_path.iterdir()
        assert file.name == "2016-04-02-The-museum-counts-its-losses.md"
        file.write_text("mine")
        await press(pilot, "e", "tab", "enter")
        assert file.read_text() == "mine"
        assert "there already" in screen_text(app)


async def test_space_pages_and_then_opens_the_next_unread(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "space")
        assert room(app).opened.id == 3
        await press(pilot, "space")
        assert room(app).opened.id == 1


async def test_copy_brings_the_citation(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "n", "n", "y")
        assert app.clipboard.startswith("“Soldiers walked back into Palmyra on Sunday")
        assert "Desert Post, 27 March 2016" in app.clipboard


async def test_help_palette_log_and_themes(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "?")
        assert "Next mention" not in screen_text(app) or "KEYS" in screen_text(app)
        assert "One line or row down." in screen_text(app)
        await press(pilot, "escape", "ctrl+p", *"star", "enter")
        assert page(newsroom, 3).starred
        await press(pilot, "L")
        assert "Starred" in screen_text(app)
        await press(pilot, "escape", "T", *"tadmor-light", "enter")
        assert app.theme == "tadmor-light"
        await press(pilot, "q")
    assert app.return_code == 0


async def test_the_theme_is_remembered(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "T", *"tadmor-light", "enter")
    assert desk(newsroom).theme == "tadmor-light"
    newsroom.settings.set("theme", "a theme that went away")
    assert desk(newsroom).theme == "tadmor-dark"


async def test_what_the_recogniser_doubts_is_fainter_and_how_sure_it_must_be_is_remembered(newsroom: Newsroom) -> None:
    def is_faint(app: Desk) -> bool:
        view = room(app).view
        segments = [segment for row in range(view.size.height) for segment in view.render_line(row)]
        return any(segment.text == "Palmyra" and segment.style and segment.style.dim for segment in segments)

    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        assert room(app).view.faint_below == DOUBTFUL_MENTION
        assert not is_faint(app)
        await press(pilot, "ctrl+p", *"doubtful", "enter", "end", *(["backspace"] * 4), *"99", "enter")
        assert is_faint(app)
        assert "less sure than 99%" in screen_text(app)
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        assert room(app).view.faint_below == 0.99


@pytest.mark.parametrize(
    ("typed", "share"),
    [("60", 0.6), (" 75 % ", 0.75), ("0", 0.0), ("100", 1.0), ("101", 0.5), ("some", 0.5), ("", 0.5)],
)
def test_a_share_is_read_as_a_person_types_it(typed: str, share: float) -> None:
    assert per_cent(typed, 0.5) == share


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_empty_library_teaches_and_no_key_harms(filled: Filled, size: tuple[int, int]) -> None:
    app = desk(filled())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "tadmor read FOLDER" in screen_text(app)
        keys = "n ] [ . w = ! ~ e m x y f S D r s c space backspace a enter escape G g g tab"
        await press(pilot, *keys.split())
        assert front(app) is room(app)


async def test_other_names_are_marked_on_request(filled: Filled) -> None:
    app = desk(filled([("A fair", "Desert Post", "2016-01-01", "The Tadmor Festival opened.")]))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert room(app).view.spots == ()
        await press(pilot, "ctrl+p", *"other names", "enter")
        assert [one.kind for one in room(app).view.spots] == [Kind.OTHER]
        assert "OTHER" in screen_text(app)


async def test_a_mention_that_was_taken_away_is_where_the_next_step_starts(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        view = room(app).view
        await press(pilot, "j", "enter", "n", "n", "n")
        place, following = view.here(), view.spots[(view.cursor or 0) + 1]
        await press(pilot, "x")
        assert view.spot is None
        await press(pilot, "u")
        assert view.here() == place
        await press(pilot, "x", "n")
        assert view.here() == (following.field, following.start)


async def test_a_guessed_date_is_marked(filled: Filled) -> None:
    newsroom = filled()
    with newsroom.library.write() as db:
        put(db, Incoming(Origin("/articles/1.md"), "Undated", "Nothing.", date="2016-04-02", date_guessed=True))
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "~2 Apr 16" in screen_text(app)
        assert "(guessed)" in screen_text(app)


async def test_pointing_at_words_goes_from_the_title_to_the_text_and_back(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m")
        view = room(app).view
        first = view.caret
        assert first == ((Field.BODY, 0), (Field.BODY, 2))
        await press(pilot, "left")
        assert view.caret is not None
        assert view.caret[0][0] is Field.TITLE
        await press(pilot, "right")
        assert view.caret == first
        await press(pilot, "escape")
        assert view.caret is None


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_an_article_in_several_places_says_so_and_where(
    newsroom: Newsroom, tmp_path: Path, size: tuple[int, int]
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("The well at Brask\n\nIt was dug by hand, and by two hands only.\n", "utf-8")
    newsroom.articles.add([tmp_path])
    number = newsroom.articles.listing("Brask").rows(0, 1)[0].id
    app = desk(newsroom)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        room(app).navigation.visit(number)
        await settle(pilot)
        assert "in 2 places" in screen_text(app).replace("\xa0", " ")
        await press(pilot, "G")
        lines = room(app).view._layout.lines
        assert "also" in "".join(line.text for line in lines)
        # One that lies in one place only says nothing about it.
        room(app).navigation.visit(1)
        await settle(pilot)
        assert "places" not in screen_text(app)
