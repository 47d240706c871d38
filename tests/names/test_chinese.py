"""Chinese names in two romanisations: what is read of a word, in a time that grows with its length only."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.names import chinese
from reader.names.chinese import syllables

INITIALS, FINALS = ("|".join(sorted(table, key=len, reverse=True)) for table in (chinese._INITIALS, chinese._FINALS))
WHOLE = re.compile(f"(?:(?:{INITIALS})?(?:{FINALS}))+")
"""A word that can be parted into syllables in any way: exponential, so for short words only."""

SYLLABLES = st.sampled_from([*chinese._INITIALS, *chinese._FINALS, "v", "a'"])
WORDS = st.lists(SYLLABLES, max_size=7).map("".join) | st.text("aeihgnouzsctyx", max_size=14)


def by_every_way(word: str) -> str:
    """The same, of words that some way of parting them takes whole."""
    if not WHOLE.fullmatch(word):
        return ""
    found = list(re.finditer(f"({INITIALS})?({FINALS})", word))
    if sum(len(match.group()) for match in found) != len(word):
        return ""
    return "-".join(chinese._INITIALS.get(match[1] or "", "") + chinese._FINALS[match[2]] for match in found)


@given(WORDS)
def test_one_look_reads_what_trying_every_way_reads(word: str) -> None:
    assert syllables(word) == by_every_way(word)


def test_both_romanisations_read_the_same() -> None:
    assert syllables("xiaoping") == syllables("hsiaoping") == "xiao-ping"
    assert syllables("") == syllables("smith") == ""


def test_a_long_word_that_is_nearly_chinese_is_no_trouble() -> None:
    assert syllables("ieh" * 20_000 + "v") == ""
    assert syllables("ieh" * 3) == "ie-ie-ie"
