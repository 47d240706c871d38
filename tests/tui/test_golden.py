"""A few whole screens, as text with the styles of its runs: what a person sees, readable in a diff.

TADMOR_GOLDEN=write pytest tests/tui/test_golden.py    writes them anew; look at the difference before you keep it.
"""

import os
from pathlib import Path

import pytest
from rich.style import Style

from reader.services import Newsroom
from tests.tui.helpers import desk, press, settle

GOLDEN = Path(__file__).parent / "golden"
SCREENS = {
    "wide-article": ((130, 30), "j enter n n n"),
    "medium-list": ((80, 24), "s j"),
    "narrow-article": ((60, 15), "j enter n n"),
    "review": ((110, 24), "v = l"),
    "narrow-review": ((80, 24), "v"),
    "card": ((100, 24), "j enter n w"),
    "actor-page": ((80, 24), "j j enter n n A tab space"),
    "split": ((80, 24), "j j enter n n A tab space d"),
    "light-export": ((80, 20), "T l i g h t enter enter n e"),
}


def _look(style: Style | None) -> str:
    if style is None:
        return ""
    flags = [name for name in ("bold", "dim", "italic", "underline", "underline2", "reverse") if getattr(style, name)]
    colours = [color.name if color else "-" for color in (style.color, style.bgcolor)]
    return " ".join([*flags, "/".join(colours)])


@pytest.mark.parametrize("name", SCREENS)
async def test_screens_look_as_they_did(newsroom: Newsroom, doubtful: Newsroom, name: str) -> None:
    size, keys = SCREENS[name]
    app = desk(doubtful if "review" in name else newsroom)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, *keys.split())
        lines = []
        for strip in app.screen._compositor.render_strips():
            lines.append("".join(segment.text for segment in strip).rstrip())
            runs: list[list[str]] = []
            for segment in strip:
                look = _look(segment.style)
                if segment.text.strip():
                    if runs and runs[-1][1] == look:
                        runs[-1][0] += segment.text
                    else:
                        runs.append([segment.text, look])
            lines += [f"    {text.strip()!r}: {look}" for text, look in runs]
    seen = "\n".join(lines) + "\n"
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("TADMOR_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(seen, encoding="utf-8")
    assert seen == path.read_text(encoding="utf-8")
