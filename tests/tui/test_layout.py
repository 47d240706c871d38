"""Where every character stands: the law between offsets and cells, at any width, for any script."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from reader.model import Field
from reader.tui.layout import _SINGLE, Layout, Role, graphemes, wrap
from reader.tui.safe import clip, fit, shown

PIECES = st.sampled_from(
    [
        *(
            "Palmyra",
            "تدمر",
            "Пальмира",
            "巴尔米拉",
            "パルミラ",
            "팔미라",
            "e\u0301",
            "👩‍👩‍👧",
            "🇸🇾",
            "☂\ufe0f",
            "—",
            "…",
        ),
        *("a" * 30, "\t", " ", "  ", "\n", "\n\n", "- ", "> ", "## ", "12. "),
        *("\u200b", "\u200d", "\x1b[31m", "\u202e", "[/b]"),
    ]
)
few = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join)
WIDTHS = st.integers(1, 90)


@few
@given(TEXTS, TEXTS, WIDTHS)
def test_every_character_that_is_drawn_is_found_again_where_it_stands(title: str, body: str, width: int) -> None:
    layout = Layout(title, ["meta"], body, ["foot"], width=width)
    for row, line in enumerate(layout.lines):
        if line.field is None:
            continue
        text = title if line.field is Field.TITLE else body
        assert len(line.text) == line.end - line.start
        assert line.text == shown(text)[line.start : line.end]
        for start, _, cells in graphemes(line.text):
            if cells:
                place = layout.cell_of(line.field, line.start + start)
                assert place[0] == row
                assert layout.offset_at(*place) == (line.field, line.start + start)


@few
@given(TEXTS, WIDTHS)
def test_lines_fit_their_width_unless_one_character_does_not(body: str, width: int) -> None:
    for line in Layout("t", (), body, width=width).lines:
        if len(graphemes(line.text)) > 1:
            assert cell_len(line.text) <= width


@few
@given(TEXTS, WIDTHS)
def test_the_wrap_swallows_nothing_but_spaces_and_marks(body: str, width: int) -> None:
    drawn = [line for line in Layout("t", (), body, width=width).lines if line.field is Field.BODY]
    seen = {offset for line in drawn for offset in range(line.start, line.end)}
    assert all(a.end <= b.start for a, b in pairwise(drawn))
    marks = {" ", "#", ">"}
    assert all(shown(body)[offset] in marks for offset in range(len(body)) if offset not in seen)


@few
@given(TEXTS, WIDTHS, st.integers(-5, 200), st.integers(-5, 200))
def test_any_cell_has_an_answer(body: str, width: int, row: int, cell: int) -> None:
    layout = Layout("Title", (), body, width=width)
    place = layout.offset_at(row, cell)
    assert place is None or 0 <= place[1] <= max(len(body), 5)


@few
@given(TEXTS, WIDTHS, st.integers(0, 100), st.integers(0, 100))
def test_spans_are_cut_between_characters_only(body: str, width: int, start: int, length: int) -> None:
    layout = Layout("", (), body, width=width)
    start, end = min(start, len(body)), min(start + length, len(body))
    for row, line in enumerate(layout.lines):
        if line.field is Field.BODY:
            a, b = layout.snapped(row, start, end)
            assert 0 <= a <= max(a, b) <= len(line.text)
            edges = {edge for piece in graphemes(line.text) for edge in piece[:2]}
            assert a >= b or (a in edges and b in edges)


def test_characters_that_count_as_single_cells_are() -> None:
    single = [chr(code) for code in range(0x3000) if _SINGLE.fullmatch(chr(code))]
    assert all(get_character_cell_size(character) == 1 for character in single)


def test_blocks_have_their_shape() -> None:
    layout = Layout("A title", ["meta"], "## Head\n\n- one two three four\n\n> said so\n\nPlain.", width=14)
    drawn = [(line.role, line.prefix + line.text) for line in layout.lines]
    assert drawn == [
        (Role.TITLE, "A title"),
        (Role.META, "meta"),
        (Role.BLANK, ""),
        (Role.HEADING, "Head"),
        (Role.BLANK, ""),
        (Role.TEXT, "- one two"),
        (Role.TEXT, "  three four"),
        (Role.BLANK, ""),
        (Role.QUOTE, "│ said so"),
        (Role.BLANK, ""),
        (Role.TEXT, "Plain."),
    ]


def test_words_stay_whole_and_long_ones_are_cut() -> None:
    text = "The oasis of Tadmor " + "x" * 25
    assert [text[a:b] for a, b in wrap(text, 0, len(text), 10)] == [
        "The oasis",
        "of Tadmor",
        "x" * 10,
        "x" * 10,
        "x" * 5,
    ]


def test_wide_characters_break_anywhere() -> None:
    text = "叙利亚军队重新控制了巴尔米拉"
    assert [text[a:b] for a, b in wrap(text, 0, len(text), 8)] == ["叙利亚军", "队重新控", "制了巴尔", "米拉"]


def test_a_hundred_thousand_words_are_wrapped_in_one_go() -> None:
    body = "\n\n".join(" ".join(["antiquity"] * 500) for _ in range(200))
    layout = Layout("Long", (), body, width=80)
    assert len(layout.lines) > 10_000
    assert layout.cell_of(Field.BODY, len(body) - 1)[0] == len(layout.lines) - 1


@few
@given(st.text(), st.integers(0, 30))
def test_clipped_text_fits_and_is_harmless(text: str, width: int) -> None:
    assert cell_len(clip(text, width)) <= width
    assert cell_len(fit(text, width)) <= max(width, 0)
    assert len(shown(text)) == len(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in shown(text))
