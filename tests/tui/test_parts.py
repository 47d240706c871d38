"""The parts of the desk that need no screen: the way back, chords, words, dates, commands, themes, exporting."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Field, TadmorError
from reader.query import QuerySyntaxError, Term, parse, typing
from reader.services import Newsroom
from reader.tui.chords import PENDING, Chords
from reader.tui.commands import BY_ID, CHORDS, COMMANDS, bindings, groups, key_name, key_table, shown_keys
from reader.tui.dates import long_date, month, short_date
from reader.tui.screens.export import Wish, file_name, write
from reader.tui.screens.help import command_items
from reader.tui.screens.reading.trail import LIMIT, Trail, Visit
from reader.tui.themes import DARK, LIGHT, double_underline
from reader.tui.words import found, sentence_at, sought, stretched, word_after, word_at, word_before
from tests.tui.helpers import desk, room


def visit(article: int) -> Visit:
    return Visit(article, (Field.BODY, article), article, 80, None)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=40), st.integers(0, 60))
def test_back_and_forward_undo_each_other(trail: list[int], steps: int) -> None:
    history, here = Trail(), visit(0)
    for article in trail:
        history.leave(here)
        here = visit(article)
    start, back = here, 0
    for _ in range(steps):
        before = history.back(here)
        if before is None:
            break
        here, back = before, back + 1
    for _ in range(back):
        after = history.forward(here)
        assert after is not None
        here = after
    assert here == start


def test_going_somewhere_new_drops_the_way_forward() -> None:
    history = Trail()
    history.leave(visit(1))
    assert history.back(visit(2)) == visit(1)
    history.leave(visit(1))
    assert history.forward(visit(3)) is None


def test_the_trail_is_bounded() -> None:
    history = Trail()
    for article in range(LIMIT + 50):
        history.leave(visit(article))
    seen = [there.article for there in iter(lambda: history.back(None), None) if there is not None]
    assert seen == [*range(LIMIT + 49, 49, -1)]


def test_chords_complete_or_lead_nowhere() -> None:
    chords = Chords({("g", "g"): "top", ("z", "t", "x"): "far"})
    assert chords.feed("g") == PENDING
    assert chords.feed("g") == "top"
    assert [chords.feed(key) for key in "ztx"] == [PENDING, PENDING, "far"]
    assert chords.feed("g") == PENDING
    chords.reset()
    assert chords.feed("g") == PENDING
    assert chords.feed("q") is None


@given(st.text(alphabet="ab .,-\n'é", max_size=60), st.integers(0, 60))
def test_words_are_found_from_anywhere(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    for span in (word_at(text, offset), word_after(text, offset), word_before(text, offset)):
        if span is not None:
            start, end = span
            assert 0 <= start < end <= len(text)
            assert text[start].isalnum()
            assert text[end - 1].isalnum()
            longer = stretched(text, span, 1)
            assert longer[0] == start
            assert longer[1] >= end


def test_sentences_end_at_stops_and_lines() -> None:
    text = "One stop. Two came to Palmyra. Three.\nA line"
    start = text.index("Palmyra")
    assert sentence_at(text, start, start + 7) == "Two came to Palmyra."
    assert sentence_at(text, 0, 3) == "One stop."
    assert sentence_at(text, len(text) - 4, len(text)) == "A line"


def _terms(filter: str) -> Sequence[Term]:
    try:
        return parse(typing(filter)).terms
    except QuerySyntaxError:
        return ()


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        ("cafe", ["Café"]),
        ("caf", ["Café"]),
        ("caf ", []),
        ('"of palmyra"', ["of\n\nPalmyra"]),
        ("us-led", ["US-led"]),
        ("actor:Palmyra", []),
        ("actor:Palmyra led", ["led"]),
        ("&", []),
    ],
)
def test_what_was_sought_is_found_as_the_search_finds_it(filter: str, expected: list[str]) -> None:
    text = "The Café of\n\nPalmyra, US-led."
    assert [text[start:end] for start, end in found(text, sought(_terms(filter)))] == expected


@given(st.text(), st.text())
def test_nothing_that_is_sought_does_harm(text: str, filter: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in found(text, sought(_terms(filter))))


def test_dates() -> None:
    assert long_date("2016-03-27T10:00:00+02:00") == "27 March 2016"
    assert long_date("2016-03-27", True) == "27 March 2016 (guessed)"
    assert long_date("soon") == "soon"
    assert short_date("2016-03-07") == " 7 Mar 16"
    assert short_date("2016-13-07") == ""
    assert month("2016-03") == "Mar 2016"
    assert all(len(short_date(f"2016-{m:02}-28")) <= 9 for m in range(1, 13))


def test_no_key_means_two_things() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    assert len(BY_ID) == len(COMMANDS)


async def test_every_command_has_a_part_of_the_room_that_knows_it(newsroom: Newsroom) -> None:
    app = desk(newsroom)
    async with app.run_test():
        assert [command.id for command in COMMANDS if room(app).command(command.id) is None] == []


def test_the_registry_makes_bindings_help_palette_and_the_documents_table() -> None:
    bound = {binding.action for binding in bindings()}  # type: ignore[union-attr]
    assert all(f"run('{c.id}')" in bound for c in COMMANDS if any(" " not in key for key in c.keys))
    assert {c.id for _, commands in groups() for c in commands} == set(BY_ID)
    table = key_table()
    assert all(f"| {c.title} |" in table for c in COMMANDS)
    assert {item.target for item in command_items("")} == set(BY_ID) - {"palette"}
    assert command_items("next mention")[0].target == "next_mention"
    assert CHORDS == {("g", "g"): "go_top"}
    assert key_name("ctrl+p") == "Ctrl+p"
    assert shown_keys(BY_ID["back"]) == ("Backspace", "Alt+←", "Ctrl+o")


def test_double_underlines_only_where_they_are_known() -> None:
    assert double_underline({"TERM": "xterm-kitty"})
    assert double_underline({"TERM": "xterm-256color", "VTE_VERSION": "7600"})
    assert not double_underline({"TERM": "xterm-256color"})
    assert not double_underline({"TERM": "xterm-kitty", "TMUX": "/run/tmux"})
    assert DARK.dark
    assert not LIGHT.dark


def test_file_names_are_harmless() -> None:
    assert file_name("../../etc/passwd\x00: [x]", "2016-03-27T01:02") == "2016-03-27-etc-passwd-x.md"
    assert file_name("", "\x1b]0;") == "0.md"
    assert file_name("…") == "export.md"


def test_exports_write_new_files_only(newsroom: Newsroom, tmp_path: Path) -> None:
    exports = newsroom.exports
    assert write(exports, Wish("filter", 0, ""), "bold", tmp_path / "all").startswith("Wrote 3 files")
    assert len(list((tmp_path / "all").iterdir())) == 3
    with pytest.raises(TadmorError, match="there already"):
        write(exports, Wish("filter", 0, ""), "bold", tmp_path / "all")
    kerry = newsroom.actors.find("John Kerry")
    write(exports, Wish("actor", kerry.id, kerry.name), "html", tmp_path / "new" / "kerry.md")
    assert (tmp_path / "new" / "kerry.md").read_text("utf-8").count("# John Kerry\n") == 1
    with pytest.raises(TadmorError, match="Could not write"):
        write(exports, Wish("article", 1, "x"), "bold", tmp_path / ("x" * 300))
