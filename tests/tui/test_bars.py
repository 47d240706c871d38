"""The lines above and below: messages that are long."""

from reader.services import Newsroom
from tests.tui.helpers import desk, room, screen_text, settle


async def test_a_long_message_takes_the_lines_that_it_needs_and_gives_them_back(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bottom = room(app).bottom
        words = "Judged: “the Committee for the Road to Palmyra” is the same as “Road Committee”; joined 14 mentions"
        room(app).messages.say(words + " in 6 articles.")
        await settle(pilot)
        assert bottom.size.height == 2
        assert "mentions in 6 articles." in screen_text(app).replace("\n", "")
        await pilot.resize_terminal(200, 60)
        await settle(pilot)
        assert bottom.size.height == 1
        room(app).messages.say("word " * 300)
        await settle(pilot)
        assert bottom.size.height == 3
        assert screen_text(app).rstrip().endswith("word …")
        bottom.hush()
        await settle(pilot)
        assert bottom.size.height == 1
        assert "/ search" in screen_text(app)
