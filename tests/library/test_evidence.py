"""Evidence on the shelf: what was written by an older version is read as well."""

from hypothesis import given
from hypothesis import strategies as st

from reader.library.evidence import dump, load
from reader.model import Evidence, Sign

PIECES = st.text(max_size=8)
EVIDENCE = st.builds(Evidence, st.sampled_from(Sign), PIECES, PIECES, st.floats(-1, 1), PIECES, PIECES)


@given(st.lists(EVIDENCE, max_size=4))
def test_what_is_written_is_read(evidence: list[Evidence]) -> None:
    assert load(dump(evidence)) == tuple(evidence)


def test_evidence_from_before_it_had_pieces_is_read() -> None:
    assert load('[["+", "folded", "the same", 0.9]]') == (Evidence(Sign.FOR, "folded", "the same", 0.9),)
