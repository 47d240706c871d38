"""Numbers with what they count."""

import pytest

from reader.plurals import counted


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (2_000, "2,000 articles")]
)
def test_what_is_counted_is_one_or_many(number: int, said: str) -> None:
    assert counted(number, "article") == said


def test_a_plural_may_be_irregular() -> None:
    assert counted(1, "entry", "entries") == "1 entry"
    assert counted(2, "entry", "entries") == "2 entries"
