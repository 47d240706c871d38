"""Search, filters, the order of the list, and the source of an article."""

import webbrowser
from dataclasses import replace

import pytest

from reader.services import Newsroom, Row, Sort
from reader.tui.screens.reading.room import ReadingRoom
from reader.tui.source import open_source
from tests.tui.conftest import Filled
from tests.tui.helpers import desk, press, room, screen_text, settle
from tests.tui.library import ARTICLES

WIDE, MEDIUM, NARROW = (140, 40), (80, 24), (60, 15)


async def test_search_as_one_types_and_escape_clears(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await press(pilot, "/", *"museum")
        here = room(app)
        here.filter.ask()
        await settle(pilot)
        assert here.articles.total == 1
        assert "1 of 3" in screen_text(app)
        await press(pilot, "enter")
        assert here.articles.has_focus
        await press(pilot, "escape")
        assert here.articles.total == 3


async def test_a_filter_that_is_none_is_explained_and_one_that_finds_nothing_teaches(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        here = room(app)
        here.filter.set_text("colour:red")
        await settle(pilot)
        assert "No term is called “colour:”" in screen_text(app)
        line = next(line for line in screen_text(app).split("\n") if "^" in line)
        head = next(line for line in screen_text(app).split("\n") if "colour:red" in line)
        assert line.index("^") == head.index("colour:red")
        here.filter.set_text("zzz")
        await settle(pilot)
        text = screen_text(app)
        assert "No article matches." in text
        assert "No term is called" not in text


async def test_filtering_by_actors_combines_and_toggles(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "n", "f")
        here = room(app)
        assert here.list_query.text == 'actor:"Palmyra"'
        await press(pilot, "n", "n", "f")
        assert here.list_query.text == 'actor:"Palmyra" actor:"Islamic State"'
        await press(pilot, "f")
        assert here.list_query.text == 'actor:"Palmyra"'


async def test_a_filter_that_is_being_typed_is_never_refused(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        here = room(app)
        typed = 'is:unread (museum OR "cease fire") date:2016-03'
        for length in range(len(typed) + 1):
            here.filter.set_text(typed[:length])
            await settle(pilot)
            assert not here.query_one("#refusal").has_class("-shown"), typed[:length]


async def test_how_a_filter_was_read_is_told_under_it(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        here = room(app)
        here.filter.set_text("museum palmyra OR zzz ")
        await settle(pilot)
        assert "Read as: (museum palmyra) OR zzz" in screen_text(app)
        here.filter.toggle_actor("Palmyra")
        await settle(pilot)
        assert here.list_query.text == '(museum palmyra OR zzz) actor:"Palmyra"'


async def test_sorting_goes_round(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        here = room(app)
        seen = []
        for _ in range(4):
            await press(pilot, "S")
            seen.append(here.list_query.sort)
        assert seen == [Sort.TITLE, Sort.SOURCE, Sort.SHARED, Sort.DATE]


def listed(here: ReadingRoom) -> list[Row]:
    """The rows of the list."""
    assert here.articles.listing is not None
    return [*here.articles.listing.rows(0, here.articles.total)]


async def test_the_order_turns_around_and_says_so(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        here = room(app)
        newest_first = [row.date for row in listed(here)]
        await press(pilot, "R")
        assert [row.date for row in listed(here)] == newest_first[::-1]
        assert "oldest first" in screen_text(app)
        await press(pilot, "S")
        titles = [row.title for row in listed(here)]
        assert titles == sorted(titles)
        assert "by title" in screen_text(app).split("\n")[1]
        assert here.articles.cursor_index == 0


async def test_the_order_is_remembered(newsroom: Newsroom) -> None:
    for keys, expected in (("S R", (Sort.TITLE, True)), ("S S", (Sort.SHARED, False)), ("S", (Sort.TITLE, False))):
        app = desk(newsroom)
        async with app.run_test(size=MEDIUM) as pilot:
            await settle(pilot)
            await press(pilot, *keys.split())
            assert (room(app).list_query.sort, room(app).list_query.turned) == expected
    newsroom.settings.set("order", "an order that went away")
    app = desk(newsroom)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        assert room(app).list_query.sort is Sort.DATE


async def test_an_article_that_was_found_opens_where_the_words_stand(filled: Filled) -> None:
    long = "\n\n".join(["A paragraph without names."] * 40)
    found = ("A long story", "Meridian Monitor", "2016-03-28", f"{long}\n\nThen a balcony fell.\n\n{long}")
    app = desk(filled([*ARTICLES, found]))
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        here = room(app)
        here.filter.set_text("balcony")
        await settle(pilot)
        await press(pilot, "enter", "enter")
        assert here.opened.id == 4
        assert "Then a balcony fell." in screen_text(app)
        await press(pilot, "g", "g", "tab", "tab", "enter")
        assert here.view.scroll_offset.y == 0, "whoever reads on stays where he is"
        here.filter.set_text("fell")
        await settle(pilot)
        here.panes.show(here.articles)
        await press(pilot, "enter")
        assert "Then a balcony fell." in screen_text(app)


async def test_the_source_is_opened_in_a_browser_beside_the_terminal(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    class Browser:
        def open(self, url: str) -> bool:
            asked.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", Browser)
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "o")
        assert asked == ["https://example.org/3"]
        assert "Opened https://example.org/3" in screen_text(app)


def test_only_pages_of_the_web_are_opened_and_never_in_the_terminal(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = newsroom.articles.page(1)
    assert page is not None
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("lynx"))
    assert open_source(page) == "No browser can be opened from here: https://example.org/1"
    for address in ("file:///etc/passwd", "javascript:alert(1)", "http:", "http://[", "/articles/1.md"):
        assert open_source(replace(page, url=address)) == "It came from /articles/1.md."
    assert open_source(replace(page, url="", origin="")) == "Nothing says where it came from."

    def none() -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    assert open_source(replace(page, url="", origin="https://a.example/")).endswith("from here: https://a.example/")


async def test_words_that_were_sought_are_marked_in_the_text(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        here = room(app)
        here.filter.set_text('museum "the statues"')
        await settle(pilot)
        tint = here.view.get_component_rich_style("article--hit", partial=True).bgcolor

        def marked() -> str:
            strips = [here.view.render_line(y) for y in range(here.view.size.height)]
            return " ".join(s.text for strip in strips for s in strip if s.style and s.style.bgcolor == tint)

        assert marked() == "museum the statues museum"
        here.filter.set_text("")
        await settle(pilot)
        assert marked() == ""
