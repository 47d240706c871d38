"""Hostile text through every widget, hostile sizes through every screen."""

import ast
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from reader.desk.ports import ActorPage, Card, Companion, Decision, Intake, Onward, Quote, Spelling, SplitPreview
from textual.app import App

import reader.desk
from reader.desk.background import Task
from reader.model import Evidence, Field, Kind, Problem, Sign
from reader.names.dictionary import Entry
from tests.desk.fake import ACTORS, FakeNewsroom
from tests.desk.helpers import desk, press, room, screen_text, settle

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
    *("\ufe0f", "tab\tand\nline", "%s {0} $x", "x" * 3000, "", " "),
]


class NastyNewsroom(FakeNewsroom):
    """Says nasty things wherever it says anything."""

    nasty = "[/"

    def card(self, mention: int) -> Card:
        card = super().card(mention)
        row = self.actor(1)
        assert row is not None
        quote = Quote(1, 1, self.nasty, self.nasty, self.nasty, self.nasty, self.nasty, self.nasty)
        reasons = (Evidence(Sign.CONTRADICTS, "x", -1.0, told=self.nasty),)
        return Card(
            card.actor,
            self.nasty,
            self.nasty,
            ((self.nasty, 2),),
            self.nasty,
            0.5,
            reasons,
            (quote,),
            (row,),
            ((row, reasons),),
        )

    def actor_page(self, actor: int, spelling: str = "", sentences: int | None = None) -> ActorPage:
        page, nasty = super().actor_page(actor), self.nasty
        quote = Quote(1, 1, nasty, nasty, nasty, nasty, nasty, nasty)
        return replace(
            page,
            first=nasty,
            entry=Entry(nasty, Kind.PERSON, nasty, source=nasty),
            titles=((nasty, 2),),
            spellings=(Spelling(nasty, 2, 1, nasty, nasty),),
            companions=(Companion(4, nasty, Kind.STATE, 2),),
            decisions=(Decision(7, nasty, nasty, nasty),),
            mentions=(quote,),
        )

    def split_preview(self, actor: int, spellings: Sequence[str], mentions: Sequence[int]) -> SplitPreview:
        return SplitPreview(2, 1, (self.nasty,), 3, (Onward(self.nasty, self.nasty, self.nasty, 2),))

    def set_starred(self, articles: object, starred: object) -> str:
        return self.nasty

    def answer(self, question: object, verdict: object, why: str = "") -> str:
        return self.nasty

    def add(self, *arguments: object, **named: object) -> Intake:
        return Intake(0, 0, 0, 0, [Problem(self.nasty, self.nasty, self.nasty)])


@pytest.mark.parametrize("chunk", range(0, len(NASTY), 8))
async def test_hostile_text_is_shown_as_text_everywhere(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = NASTY[chunk : chunk + 8]
    articles = [(nasty, nasty, nasty, f"{nasty} John Kerry {nasty}\n\n{nasty}") for nasty in chosen]
    newsroom = NastyNewsroom.of(articles)
    assert isinstance(newsroom, NastyNewsroom)
    newsroom.nasty = " ".join(chosen)
    newsroom.doubts = [(1, 1)]
    monkeypatch.setitem(ACTORS, 1, newsroom.nasty)
    app = desk(newsroom, Task(paths=["x"]))
    raw = []
    async with app.run_test(size=(130, 40)) as pilot:
        await settle(pilot)
        raw.append(screen_text(app))
        for keys in (
            "enter n s",
            "w",
            "escape =",
            "escape A",
            "tab space d",
            "escape escape",
            "a f",
            "c",
            "escape e",
            "escape L",
            "escape v",
            "=",
            "escape escape escape",
        ):
            await press(pilot, *keys.split())
            raw.append(screen_text(app))
        for article, nasty in enumerate(chosen, 1):
            room(app).travel.visit(article)
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
async def test_no_size_crashes_anything(front: str) -> None:
    app = desk()
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
async def test_starts_and_takes_keys_at_any_size(size: tuple[int, int]) -> None:
    app = desk()
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


SOURCES = sorted(Path(reader.desk.__file__).parent.rglob("*.py"))
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


async def test_a_failing_worker_is_told_and_the_room_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom = FakeNewsroom.of()

    def broken(*arguments: object, **named: object) -> None:
        raise RuntimeError("[/no] such thing")

    monkeypatch.setattr(newsroom, "analyse", broken)
    app: App[None] = desk(newsroom)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "[/no] such thing" in screen_text(app)
        await press(pilot, "enter", "n")
        assert room(app).view.spot is not None


@pytest.mark.parametrize("terminal", ["xterm-kitty", "linux", "xterm", "screen-256color"])
async def test_kinds_differ_without_colour(terminal: str) -> None:
    app = desk(terminal=terminal)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        view = room(app).view
        looks = set()
        for kind in Kind:
            style = view.get_component_rich_style("kind--" + kind.value.replace(" ", "-"), partial=True)
            looks.add((style.bold, style.dim, style.italic, style.underline, style.underline2))
            assert terminal == "xterm-kitty" or not style.underline2
        assert len(looks) == len(Kind)


async def test_mouse_goes_wherever_keys_go() -> None:
    app = desk()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        here = room(app)
        await pilot.click("#articles", offset=(5, 3))
        await settle(pilot)
        assert here.open_id == 1
        spot = next(spot for spot in here.view.spots if spot.field is Field.BODY)
        row, cell = here.view._layout.cell_of(spot.field, spot.start)
        await pilot.click("#article", offset=(here.view.margin + cell + 1, row + 1))
        await settle(pilot)
        assert here.view.spot == spot
        await pilot.click("#article", offset=(here.view.margin + cell + 1, row + 1), times=2)
        await settle(pilot)
        assert app.screen is not here
        await pilot.click(offset=(3, 1))
        await settle(pilot)
        assert app.screen is here
        await pilot.click("#actors", offset=(4, 1))
        await settle(pilot)
        assert here.view.has_focus
        await pilot.click("#bottom", offset=(2, 0))
        await settle(pilot)


async def test_selected_text_is_the_articles_own_and_can_be_marked() -> None:
    app = desk()
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
        assert app.newsroom.did[-1][:5] == ("mark", 1, Field.BODY, start, end)  # type: ignore[attr-defined]
