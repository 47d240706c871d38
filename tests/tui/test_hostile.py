"""Hostile text through every widget, hostile sizes through every screen."""

import ast
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

import reader.tui
from reader.model import Field, Kind, Problem
from reader.services import Intake, Newsroom, Page
from reader.tui.background import Task
from tests.tui.helpers import desk, front, press, room, screen_text, settle

NASTY = [
    *(
        "[/",
        "[/some/path]",
        "[@click=app.quit()]Click me[/]",
        "[type=x, v={'a[0]'}]",
        "RT [AFP] news",
        "[$primary]x[/]",
    ),
    *("back\\[slash", "[[nested]]", '[bar="] baz', "\x1b]52;c;ZXZpbA==\x07\x1b[31m", "\x9b31m", "nul\x00byte"),
    *("\u202egnp.exe", "\ud800 lone", "تدمر مدينة", "👩‍👩‍👧‍👦 family 🇸🇾", "a\u0300\u0301\u0302" * 30, "\u200d\u200d"),
    *("\ufe0f", "tab\tand\nline", "%s {0} $x", "x" * 600, "", " "),
]


def soiled(value: Any, nasty: str) -> Any:
    """The same answer with nasty text wherever it has any; offsets of mentions go with the text that they are in."""
    if isinstance(value, Page):
        spots = tuple(replace(one, start=one.start + len(nasty), end=one.end + len(nasty)) for one in value.spots)
        others: dict[str, Any] = dict.fromkeys(("source", "author", "date", "url", "origin", "language"), nasty)
        return replace(value, **others, title=nasty + value.title, body=nasty + value.body, spots=spots)
    if isinstance(value, str) and not isinstance(value, Enum):
        return nasty
    if isinstance(value, list | tuple):
        return type(value)(soiled(one, nasty) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: soiled(getattr(value, one.name), nasty) for one in fields(value)})
    return Nasty(value, nasty) if hasattr(value, "rows") else value


class Nasty:
    """A service, or a listing, that says nasty things wherever it says anything."""

    def __init__(self, real: Any, nasty: str) -> None:
        self._real, self._nasty = real, nasty

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        if not callable(found):
            return soiled(found, self._nasty)
        return lambda *arguments, **named: soiled(found(*arguments, **named), self._nasty)

    def add(self, *arguments: object, **named: object) -> Intake:
        return Intake(0, 0, 0, 0, [Problem(self._nasty, self._nasty, self._nasty)])


def nasty_newsroom(newsroom: Newsroom, nasty: str) -> Newsroom:
    """The same services, through whose every answer a stranger speaks."""
    names = ("articles", "mentions", "actors", "judgements", "overrides", "review", "history")
    services: dict[str, Any] = {name: Nasty(getattr(newsroom, name), nasty) for name in names}
    return replace(newsroom, **services)


FRONT_KEYS = (
    *("enter n s", "w", "escape =", "escape A", "tab space d", "escape escape", "a f", "c", "escape e", "escape L"),
    *("escape v", "=", "L", "escape escape escape"),
)


@pytest.mark.parametrize("chunk", range(0, len(NASTY), 8))
async def test_hostile_text_is_shown_as_text_everywhere(doubtful: Newsroom, chunk: int) -> None:
    chosen = NASTY[chunk : chunk + 8]
    app = desk(nasty_newsroom(doubtful, " ".join(chosen)), Task(paths=["x"]))
    raw = []
    async with app.run_test(size=(130, 40)) as pilot:
        await settle(pilot)
        raw.append(screen_text(app))
        for keys in FRONT_KEYS:
            await press(pilot, *keys.split())
            raw.append(screen_text(app))
        for article, nasty in enumerate(chosen, 1):
            room(app).navigation.visit(article)
            room(app).filter.set_text(nasty)
            await settle(pilot)
            raw.append(screen_text(app))
        assert app.is_running
    text = "\n".join(raw)
    assert "\x1b" not in text
    assert "\x9b" not in text
    assert "\u202e" not in text
    for nasty in chosen:
        if nasty.isascii() and nasty.isprintable() and 0 < len(nasty) < 40:
            assert nasty.strip() in text, "nothing is swallowed as markup"


SIZES = [(1, 1), (3, 1), (1, 30), (12, 5), (40, 10), (79, 20), (300, 90)]
FRONTS = {
    "room": "",
    "card": "enter n w",
    "help": "?",
    "palette": "ctrl+p",
    "same": "enter n =",
    "edit": "c",
    "export": "e",
    "log": "L",
    "filter": "/ x",
    "marking": "enter m",
    "actors": "a",
    "review": "v",
    "actor-page": "enter n A",
    "split": "enter n A tab space d",
}
"""What may be in front when the size changes, with the keys that bring it there."""


@pytest.mark.parametrize("front", FRONTS)
async def test_no_size_crashes_anything(doubtful: Newsroom, front: str) -> None:
    app = desk(doubtful)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, *FRONTS[front].split())
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            screen_text(app)
        await press(pilot, "j", "pagedown", "enter", "escape")
        assert app.is_running


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (39, 12), (40, 10)])
async def test_starts_and_takes_keys_at_any_size(newsroom: Newsroom, size: tuple[int, int]) -> None:
    app = desk(newsroom)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "n", "]", "?", "escape", "ctrl+p", "escape", "w", "escape", "G", "tab")
        if size[0] >= 40:
            assert "Tadmor needs" not in screen_text(app)
        elif size == (39, 12):
            assert "Tadmor needs 40x10" in screen_text(app)
        await press(pilot, "q")
    assert app.return_code == 0


def _calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _name(call: ast.Call) -> str:
    return (
        call.func.attr
        if isinstance(call.func, ast.Attribute)
        else call.func.id
        if isinstance(call.func, ast.Name)
        else ""
    )


SOURCES = sorted(Path(reader.tui.__file__).parent.rglob("*.py"))
PARSES_MARKUP = {
    "Static",
    "Label",
    "notify",
    "Option",
    "Button",
    "Checkbox",
    "TabPane",
    "Collapsible",
    "from_markup",
    "update",
}
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip"}


def _data(node: ast.expr) -> bool:
    """Whether an expression builds a string from data: an f-string, a concatenation, a format, or a bare name."""
    return isinstance(node, ast.JoinedStr | ast.BinOp | ast.Name | ast.Attribute | ast.Subscript) or (
        isinstance(node, ast.Call) and _name(node) in {"format", "join", "str"}
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_widget_is_handed_a_string_made_of_data(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    bad = [call.lineno for call in _calls(tree) if _name(call) in PARSES_MARKUP and call.args and _data(call.args[0])]
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            names = {target.attr for target in node.targets if isinstance(target, ast.Attribute)}
            if names & ATTRIBUTES and _data(node.value):
                bad.append(node.lineno)
    assert not bad, f"{path.name}: markup would be parsed in lines {bad}"


def test_the_lint_sees_what_it_should() -> None:
    bad = ast.parse('Static(f"{title}")\nnotify(a + b)\nself.border_title = title')
    assert all(_data(call.args[0]) for call in _calls(bad))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_rooms_stay_small(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= (300 if path.name == "app.py" else 500)


async def test_a_failing_worker_is_told_and_the_room_stays_open(newsroom: Newsroom) -> None:
    class Broken:
        def run(self, *arguments: object, **named: object) -> None:
            raise RuntimeError("[/no] such thing")

    broken: Any = Broken()
    app: App[None] = desk(replace(newsroom, analysis=broken))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "[/no] such thing" in screen_text(app)
        await press(pilot, "enter", "n")
        assert room(app).view.spot is not None


@pytest.mark.parametrize("terminal", ["xterm-kitty", "linux", "xterm", "screen-256color"])
async def test_kinds_differ_without_colour(newsroom: Newsroom, terminal: str) -> None:
    app = desk(newsroom, terminal=terminal)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        view = room(app).view
        looks = set()
        for kind in Kind:
            style = view.get_component_rich_style("kind--" + kind.value.replace(" ", "-"), partial=True)
            looks.add((style.bold, style.dim, style.italic, style.underline, style.underline2))
            assert terminal == "xterm-kitty" or not style.underline2
        assert len(looks) == len(Kind)


async def test_mouse_goes_wherever_keys_go(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        here = room(app)
        await pilot.click("#articles", offset=(5, 3))
        await settle(pilot)
        assert here.opened.id == 1
        spot = next(spot for spot in here.view.spots if spot.field is Field.BODY)
        row, cell = here.view._layout.cell_of(spot.field, spot.start)
        await pilot.click("#article", offset=(here.view.margin + cell + 1, row + 1))
        await settle(pilot)
        assert here.view.spot == spot
        await pilot.click("#article", offset=(here.view.margin + cell + 1, row + 1), times=2)
        await settle(pilot)
        assert front(app) is not here
        await pilot.click(offset=(3, 1))
        await settle(pilot)
        assert front(app) is here
        await pilot.click("#actors", offset=(4, 1))
        await settle(pilot)
        assert here.view.has_focus
        await pilot.click("#bottom", offset=(2, 0))
        await settle(pilot)


async def test_selected_text_is_the_articles_own_and_can_be_marked(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        here = room(app)
        view = here.view
        body = view.text_of(Field.BODY)
        start, end = body.index("theatre"), body.index("colonnade") + len("colonnade")
        first, last = view._layout.cell_of(Field.BODY, start), view._layout.cell_of(Field.BODY, end - 1)
        await pilot.mouse_down("#article", offset=(view.margin + first[1], first[0] + 1))
        await pilot.hover("#article", offset=(view.margin + last[1] + 1, last[0] + 1))
        await pilot.mouse_up("#article", offset=(view.margin + last[1] + 1, last[0] + 1))
        await settle(pilot)
        assert here.get_selected_text() == body[start:end]
        await press(pilot, "y")
        assert body[start:end] in app.clipboard
        await press(pilot, "m", "enter")
        assert (Field.BODY, start, end) in {(one.field, one.start, one.end) for one in view.spots}
