"""Draw the picture of the desk for the README: the real app, on the sample articles, without a terminal.

python docs/picture.py        # writes docs/desk.svg
"""

import asyncio
import re
import tempfile
from pathlib import Path

from reader.desk.app import Desk
from reader.newsroom import Newsroom

ROOT = Path(__file__).resolve().parent.parent

SIZE = (120, 36)
"""Columns and rows: wide enough for all three panes."""

KEYS = ("enter", "n", "n", "n")
"""Open the first article and walk to its third mention."""


FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
"""What the viewer's machine has; the picture asks no server for a font."""


def self_contained(picture: str) -> str:
    """The picture without the fonts that Rich would have it download."""
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code, monospace", FONTS)


async def draw(room: Newsroom) -> str:
    """The screen after `KEYS`, as SVG."""
    desk = Desk(room, "corpus")
    async with desk.run_test(size=SIZE) as pilot:
        for key in KEYS:
            await pilot.press(key)
            await desk.workers.wait_for_complete()
            await pilot.pause()
        return self_contained(desk.export_screenshot(title="Tadmor"))


def main() -> None:
    """Bring the sample in, draw, write."""
    with tempfile.TemporaryDirectory() as folder:
        room = Newsroom.open(Path(folder) / "sample.sqlite")
        try:
            room.add([ROOT / "corpus"])
            room.analyse()
            picture = asyncio.run(draw(room))
        finally:
            room.close()
    (ROOT / "docs" / "desk.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
