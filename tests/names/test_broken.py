"""Names broken by lines and unseen signs: what they read, and where each place was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.names.broken import mended, whole

BROKEN = st.text(
    st.sampled_from("aB .-,\n\r\t\u00ad\u200b\u2060\ufeff\u00a0\u2010\u2011\u3000\u200c中é") | st.characters(),
    max_size=120,
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The letter was read out by Hanna\nVoss on the last day of it.", "Hanna Voss"),
        ("The letter was read out by Hanna\r\nVoss on the last day of it.", "Hanna Voss"),
        ("They heard Bern-\nhard Voss on the last day of it.", "Bernhard Voss"),
        ("They heard Bern\u00ad\nhard Voss on the last day of it.", "Bernhard Voss"),
        ("They heard Khalid al-\nMasri on the last day of it.", "Khalid al-Masri"),
        ("They heard Shin Ki-\nyoung on the last day of it.", "Shin Ki-young"),
        ("They are US-\nbacked on the last day of it.", "US-backed"),
        ("It was said by Mr.\nVoss.", "Mr. Voss"),
        ("Hanna\u200bVoss came.", "Hanna Voss"),
        ("Han\u00adna Voss and Vo\u2060ss came.", "Hanna Voss and Voss"),
        ("Hanna\u00a0Voss\u2011Berg came.", "Hanna Voss-Berg"),
    ],
)
def test_a_broken_name_reads_whole(text: str, read: str) -> None:
    view = whole(text)
    assert read in view.text
    start = view.text.index(read)
    begin, end = view.span(start, start + len(read))
    assert (text[begin], text[end - 1]) == (read[0], read[-1])
    assert mended(text[begin:end]) == read


@pytest.mark.parametrize(
    "text",
    [
        "Present:\nHanna Voss\nKhalid Masri\nIngrid Dahl\n",
        "- Hanna Voss of the first ward\n- Khalid Masri of the second ward.",
        "Kampala\nHanna Voss opened the hall, which was built in two years by the town.",
        "The first line is a sentence of some words.\nHanna Voss wrote the second one.",
        "Two wards\n\nHanna Voss and others",
    ],
)
def test_lines_of_their_own_stay_apart(text: str) -> None:
    assert whole(text).text == text


@given(BROKEN)
def test_every_place_of_the_view_is_one_of_the_text(text: str) -> None:
    view = whole(text)
    places = [view.given(at) for at in range(len(view.text))]
    assert places == sorted(places)
    assert all(0 <= at < len(text) for at in places)
    mended(text)
