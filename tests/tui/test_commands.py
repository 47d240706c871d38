"""One command, one call: what each asks of the services, without a screen."""

from collections.abc import Callable
from typing import Any

import pytest

from reader.model import Kind, Verdict
from reader.services import Newsroom
from reader.tui.commands import BY_ID, COMMANDS
from reader.tui.screens.choices import choose_actor, choose_kind
from reader.tui.screens.edit import EditSheet
from reader.tui.screens.reading.article_edits import ArticleEdits
from reader.tui.screens.reading.hints import Situation, likely
from reader.tui.screens.reading.judging import Judging
from reader.tui.screens.reading.subject import NO_MENTION, Subject
from reader.tui.screens.sheet import Choose
from tests.tui.helpers import Stage

OTHER = 7000
"""An actor that is chosen where another one is asked for; nothing looks it up."""


def kerry(newsroom: Newsroom) -> Subject:
    """The mention of Kerry in the title of the second article."""
    page = newsroom.articles.page(2)
    assert page is not None
    spot = next(one for one in page.spots if page.title[one.start : one.end] == "Kerry")
    return Subject(page.id, spot.actor, spot, "Kerry")


def run(part: object, command: str) -> None:
    assert command in BY_ID
    getattr(part, "do_" + command)()


@pytest.mark.parametrize(
    ("command", "answers", "expected"),
    [
        ("different", [], lambda it: ("not_the_same", it.spot.id, "why")),
        ("same", [OTHER], lambda it: ("judge", it.actor, OTHER, Verdict.SAME, "why")),
        ("related", [OTHER], lambda it: ("judge", it.actor, OTHER, Verdict.RELATED, "why")),
        ("unsure", [OTHER], lambda it: ("judge", it.actor, OTHER, Verdict.UNSURE, "why")),
        ("same", [], None),
        ("kind", [Kind.PLACE], lambda it: ("set_kind", it.actor, Kind.PLACE)),
        ("kind", [], None),
        ("unmark", [], lambda it: ("unmark", it.spot.id)),
        ("not_an_actor", [], lambda it: ("not_an_actor", it.actor, "Kerry")),
    ],
)
def test_judging_is_one_call(
    newsroom: Newsroom, command: str, answers: list[object], expected: Callable[[Subject], tuple[object, ...]] | None
) -> None:
    stage, about = Stage(newsroom), kerry(newsroom)
    stage.answers, stage.reason.words = answers, "why"
    run(Judging(stage.bench, stage.ask, lambda: about), command)
    assert stage.calls == ([expected(about)] if expected else [])
    assert stage.said == (["Done."] if expected else [])


@pytest.mark.parametrize("command", ["different", "same", "related", "unsure", "kind", "unmark", "not_an_actor"])
def test_without_a_mention_judging_says_how_to_come_to_one(newsroom: Newsroom, command: str) -> None:
    stage = Stage(newsroom)
    run(Judging(stage.bench, stage.ask, Subject), command)
    assert (stage.said, stage.calls, stage.sheets) == ([NO_MENTION], [], [])


def test_a_reason_is_kept_for_one_verdict_only(newsroom: Newsroom) -> None:
    stage, about = Stage(newsroom), kerry(newsroom)
    judging = Judging(stage.bench, stage.ask, lambda: about)
    stage.answers = [{"why": "both met"}]
    run(judging, "reason")
    assert isinstance(stage.sheets[0], EditSheet)
    run(judging, "different")
    run(judging, "different")
    assert [call[-1] for call in stage.calls] == ["both met", ""]
    stage.answers = [{"why": ""}]
    run(judging, "reason")
    assert "without a why" in stage.said[-1]


def test_a_spelling_is_brought_back_by_its_number(newsroom: Newsroom) -> None:
    about = kerry(newsroom)
    empty = Stage(newsroom)
    run(Judging(empty.bench, empty.ask, lambda: about), "bring_back")
    assert empty.said == ["No spelling was said to name no actor."]
    newsroom.overrides.not_an_actor(newsroom.actors.find("Kurds").id, "Kurds")
    (dismissed,) = newsroom.overrides.dismissed()
    stage = Stage(newsroom)
    stage.answers = [dismissed.number]
    run(Judging(stage.bench, stage.ask, lambda: about), "bring_back")
    assert stage.calls == [("bring_back", dismissed.number)]


@pytest.mark.parametrize(
    ("command", "answers", "expected"),
    [
        ("toggle_read", [], [("set_unread", [2], False)]),
        ("toggle_star", [], [("set_starred", [2], True)]),
        ("remove", [], [("remove", [2])]),
        (
            "edit",
            [{"title": "A title", "date": "2016"}],
            [("correct", 2, "title", "A title"), ("correct", 2, "date", "2016")],
        ),
        ("edit", [{}], []),
        ("edit", [], []),
        ("undo", [], [("undo",)]),
        ("redo", [], [("redo",)]),
    ],
)
def test_a_change_of_an_article_is_one_call(
    newsroom: Newsroom, command: str, answers: list[object], expected: list[tuple[object, ...]]
) -> None:
    stage = Stage(newsroom)
    stage.answers = answers
    run(ArticleEdits(stage.bench, stage.ask, lambda: Subject(article=2)), command)
    assert stage.calls == expected


@pytest.mark.parametrize("command", ["toggle_read", "toggle_star", "remove", "edit"])
def test_without_an_article_nothing_is_changed(newsroom: Newsroom, command: str) -> None:
    stage = Stage(newsroom)
    run(ArticleEdits(stage.bench, stage.ask, Subject), command)
    assert (stage.calls, stage.sheets) == ([], [])


def searched(sheet: Choose, text: str) -> list[object]:
    return [item.target for item in sheet._search(text)]


def test_choosers_answer_what_was_typed(newsroom: Newsroom) -> None:
    moscow, palmyra = newsroom.actors.find("Moscow").id, newsroom.actors.find("Palmyra").id
    assert searched(choose_actor(newsroom, "…", palmyra), "mosc") == [moscow]
    assert searched(choose_actor(newsroom, "…", moscow), "mosc") == []
    assert searched(choose_kind("…"), "pla") == [Kind.PLACE]


PANES = ("articles", "article", "actors")


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize(
    "facts", [{}, {"listed": True}, {"open": True}, {"open": True, "mention": True}, {"actor": "UN"}]
)
@pytest.mark.parametrize("mode", [{}, {"marking": True}, {"typing": True}, {"filtered": True}])
def test_hints_name_commands_wherever_one_is(pane: str, facts: dict[str, Any], mode: dict[str, Any]) -> None:
    hints = likely(Situation(pane=pane, **facts, **mode))
    assert hints
    assert {command for command, _ in hints} <= {command.id for command in COMMANDS}
    if mode == {}:
        assert ("help", "keys") in hints


def test_the_next_article_is_offered_by_the_actor_s_name() -> None:
    reading = Situation("article", open=True, mention=True, actor="the [/] UN")
    assert ("next_article", "next article with the [/] UN") in likely(reading)
    assert ("leave", "clear the filter") in likely(Situation("articles", filtered=True))
