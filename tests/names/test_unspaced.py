from hypothesis import given
from hypothesis import strategies as st

from reader.names.unspaced import LETTERS_OF_A_WORD, count_words, cut


def test_runs_are_cut_into_pairs_and_other_words_left_alone() -> None:
    assert cut("in 北京大 now").split() == ["in", "北京", "京大", "大", "now"]
    assert cut("北京大", open_end=True).split() == ["北京", "京大"]
    assert cut("ที่นี่").split() == ["ที่นี่", "นี่"]
    assert cut("plain") == "plain"


def test_words_are_counted_where_no_space_parts_them() -> None:
    assert count_words("It is an old text - here.") == 7
    assert count_words("市長はシリアに行く。") == 9
    assert count_words("我们在 Berlin 学习") == 6
    assert count_words("서울에서 만났다") == 2
    assert count_words("กรุงเทพ") == -(-len("กรุงเทพ") // LETTERS_OF_A_WORD)


@given(st.text())
def test_cutting_loses_no_letter(text: str) -> None:
    assert {*text} - {" "} <= {*cut(text)}
