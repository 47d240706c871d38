"""Draw the pictures of the desk for the README: the real app, on the sample articles, without a terminal.

python docs/picture.py        # writes docs/desk.svg and docs/card.svg
"""

import asyncio
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from textual.pilot import Pilot

from reader.model import Field
from reader.services import Newsroom
from reader.tui.app import Desk

ROOT = Path(__file__).resolve().parent.parent

SIZE = (120, 36)
"""Columns and rows: wide enough for all three panes."""

ARTICLE, MENTION = 10, "Julani"
"""The row of the article to open, and the mention in its text to stand on: a byname alone, so that its card has
something to explain.
"""

FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
"""What the viewer's machine has; the picture asks no server for a font."""


def self_contained(picture: str) -> str:
    """The picture without the fonts that Rich would have it download."""
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code, monospace", FONTS)


def walk(room: Newsroom) -> Iterator[str]:
    """The keys from the opened desk to the mention."""
    page = room.articles.page(room.articles.listing().rows(ARTICLE, 1)[0].id)
    assert page is not None
    yield from ["j"] * ARTICLE
    yield "enter"
    for spot in page.spots:
        yield "n"
        if spot.field is Field.BODY and page.body[spot.start : spot.end] == MENTION:
            return


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what a key set off is on the screen; what is cancelled meanwhile is nobody's concern."""
    await pilot.pause(0.1)
    while any(worker.is_running for worker in pilot.app.workers):
        await pilot.pause(0.01)
    await pilot.pause()


async def draw(room: Newsroom) -> list[tuple[str, str]]:
    """Each picture's file and its SVG: the desk on the mention, and its card."""
    desk = Desk(room, "corpus")
    pictures = []
    async with desk.run_test(size=SIZE) as pilot:
        # A key that comes before the list does would be lost.
        await settle(pilot)
        for keys, file in ((walk(room), "desk.svg"), (("enter",), "card.svg")):
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            pictures.append((file, self_contained(desk.export_screenshot(title="Tadmor"))))
    return pictures


def main() -> None:
    """Bring the sample in, draw, write."""
    with tempfile.TemporaryDirectory() as folder, Newsroom.open(Path(folder) / "sample.sqlite") as room:
        room.articles.add([ROOT / "corpus"])
        room.analysis.run()
        for file, picture in asyncio.run(draw(room)):
            (ROOT / "docs" / file).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
