"""The one door: what no text may carry past it, and that it changes nothing twice."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.untrusted import TITLE_LIMIT, clean_line, clean_path, clean_text

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]8;;file:///etc/passwd\x1b\\link\x1b]8;;\x1b\\",
    "\x9b2J\x9d0;title\x9c",
    "a\x00b\x08\x08c\x7f",
    "user\u202egnp.exe\u202c",
    "\u2066isolated\u2069",
    "zero\u200bwidth\u2060\ufeff",
    "soft\u00adhyphen",
    "\U000e0041\U000e0042 tags",
    "[AFP] [/ [/x] [@click=app.quit()]x[/] [[nested]] back\\[slash",
    "lone \ud800 surrogate \ufdd0\uffff",
    "z" + "\u0301" * 500,
    "line\r\nline\rline\x0bline\x0cline\u2028line\u2029line\x85end",
    " \n\u3000\n \t \n",
]

texts = st.one_of(
    st.text(),
    st.text(
        alphabet=st.sampled_from("a é\u0301\u00ad\u200b\u200d\u202e\u2066\x1b\x85\x00\n\r\t \u2028\ufeff\u3000가\u1160")
    ),
    st.sampled_from(HOSTILE),
)

ALLOWED_FORMATS = {"\u200c", "\u200d"}


def _shown(char: str) -> bool:
    category = unicodedata.category(char)
    return category not in ("Cc", "Cs", "Zl", "Zp") and (
        category != "Cf" or char in ALLOWED_FORMATS or _is_visible(char)
    )


def _is_visible(char: str) -> bool:
    # Signs of Arabic, Syriac, Kaithi and others that Unicode counts as formats but that have a shape.
    return "\u0600" <= char <= "\u0605" or char in "\u06dd\u070f\u0890\u0891\u08e2" or char >= "\U000110bd"


@given(texts)
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(texts)
def test_no_control_survives(text: str) -> None:
    assert all(_shown(char) for char in clean_text(text) if char not in "\n\t")
    assert all(_shown(char) for char in clean_line(text))


@given(texts)
def test_the_result_can_be_stored_and_has_no_blank_edges(text: str) -> None:
    body = clean_text(text)
    body.encode("utf-8")
    assert unicodedata.is_normalized("NFC", body)
    assert "\n\n\n" not in body
    assert all(line == line.rstrip() for line in body.split("\n"))


@given(texts, st.integers(1, 40))
def test_a_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    assert line == line.strip()


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=80))
def test_ordinary_text_keeps_every_offset(text: str) -> None:
    body = clean_text("x" + unicodedata.normalize("NFC", text) + "x")
    assert body == clean_text(body)
    assert len(body) <= len(unicodedata.normalize("NFC", text)) + 2


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("user\u202egnp", "user⟨U+202E⟩gnp"),
        ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("Mar\x92a \x93quoted\x94", "Mar’a “quoted”"),
        ("Pal\u200bmyra", "Palmyra"),
        ("Pal\u00admyra", "Palmyra"),
        ("Pal\u00ad\nmyra", "Pal-\nmyra"),
        ("\u200fمحمد\u200e", "محمد"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀 ❤\ufe0f", "👩\u200d🚀 ❤\ufe0f"),
        ("e\u0301", "é"),
        ("a\r\nb\rc\u2028d\u2029e\x0cf", "a\nb\nc\nd\n\ne\nf"),
        ("a \t\n\u00a0\n\n\n b", "a\n\n b"),
        ("\x1b[31mred", "[31mred"),
        ("[/x] stays [as it is]", "[/x] stays [as it is]"),
        ("x" + "\u0336" * 20, "x" + "\u0336" * 4),
    ],
)
def test_what_goes_and_what_is_shown(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_a_long_line_says_that_it_was_cut() -> None:
    assert clean_line("word " * 200).endswith("…")
    assert len(clean_line("word " * 200)) <= TITLE_LIMIT


def test_paths_that_hide_something_stay_two() -> None:
    assert clean_path("/news/a.txt") == "/news/a.txt"
    assert clean_path("/news/a\x1b.txt") == "/news/a\\u001b.txt"
    assert len({clean_path("a"), clean_path("a\u200b"), clean_path("a\n"), clean_path("a\udcff")}) == 4
