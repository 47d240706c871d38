"""Laws of the windows: everything is read once, nothing is too long, what overlaps is parted in the middle."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.ner.windows import windows_of


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=60), max_size=12), st.integers(10, 60))
def test_every_word_is_kept_once_and_no_window_is_too_long(lengths: list[list[int]], limit: int) -> None:
    pieces = [count for sentence in lengths for count in sentence]
    ends = [sum(map(len, lengths[: i + 1])) for i in range(len(lengths))]
    sentences = list(zip([0, *ends], ends, strict=False))
    found = windows_of(pieces, sentences, limit)
    assert [word for w in found for word in range(w.keep_first, w.keep_stop)] == list(range(len(pieces)))
    for window in found:
        assert window.first <= window.keep_first <= window.keep_stop <= window.stop
        assert sum(pieces[window.first : window.stop]) <= limit
    for begin, end in sentences:
        if sum(pieces[begin:end]) <= limit:  # a sentence that fits is never cut
            assert any(w.first <= begin and end <= w.stop for w in found)


def test_the_parts_of_a_long_sentence_overlap_by_a_third() -> None:
    found = windows_of([1] * 100, [(0, 100)], 30)
    assert [w.stop - w.first for w in found[:-1]] == [30] * (len(found) - 1)
    assert all(a.stop - b.first == 10 for a, b in pairwise(found))
    assert all(a.keep_stop - b.first == 5 for a, b in pairwise(found))


def test_a_text_is_parted_evenly() -> None:
    found = windows_of([1] * 44, [(at, at + 4) for at in range(0, 44, 4)], 40)
    assert sorted(w.stop - w.first for w in found) == [20, 24]
