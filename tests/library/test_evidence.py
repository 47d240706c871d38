"""Evidence on the shelf: what was written by an older version is read as well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.evidence import dump, load
from reader.model import Evidence, Judged, Sign, Verdict
from reader.names.wording import sentence

PIECES = st.text(max_size=8)
LISTED = st.lists(PIECES, max_size=3).map(tuple)
EVIDENCE = st.builds(
    Evidence,
    st.sampled_from(Sign),
    PIECES,
    st.floats(-1, 1),
    LISTED,
    st.lists(st.integers(0, 9), max_size=2).map(tuple),
    PIECES,
    PIECES,
    PIECES,
    st.none() | st.builds(Judged, st.sampled_from(Verdict), PIECES, PIECES),
    PIECES,
)


@given(st.lists(EVIDENCE, max_size=4))
def test_what_is_written_is_read(evidence: list[Evidence]) -> None:
    assert load(dump(evidence)) == tuple(evidence)


@pytest.mark.parametrize(
    ("row", "pieces"),
    [
        ('["!", "conflict", "they were judged apart", -1.0, "Kerry", "Kerri"]', ("Kerry", "Kerri")),
        ('["+", "a rule of old", "the same", 0.9]', ("", "")),
    ],
)
def test_a_sentence_of_an_older_library_is_shown_as_it_was_told(row: str, pieces: tuple[str, str]) -> None:
    (reason,) = load(f"[{row}]")
    assert (reason.left, reason.right) == pieces
    assert sentence(reason) in row
    assert load(dump([reason])) == (reason,)
