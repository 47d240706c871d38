"""Words to pieces: longest first, uncased, without accents, and never for ever."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ner.wordpiece import MOST_PIECES, Vocabulary

LINES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "pal", "##my", "##ra", "palm", "##yra", "'", "s", "?", "中", "##s", "e"]
VOCABULARY = Vocabulary(LINES)


def cut(word: str) -> list[str]:
    return [LINES[number] for number in VOCABULARY.pieces(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("palmyra", ["palm", "##yra"]),
        ("PALMYRA", ["palm", "##yra"]),
        ("Pálmyrà", ["palm", "##yra"]),
        ("Palmyra's", ["palm", "##yra", "'", "s"]),
        ("pal\u200bm", ["palm"]),
        ("palz", ["[UNK]"]),
        ("中中", ["中", "中"]),
        ("\ud83d", ["?"]),
        ("\u0301", []),
        ("", []),
        ("e" * 101, ["[UNK]"]),
    ],
)
def test_words_are_cut_as_the_network_learnt_them(word: str, pieces: list[str]) -> None:
    assert cut(word) == pieces


@given(st.text(st.characters(), max_size=40))
def test_any_text_has_a_bounded_number_of_known_pieces(word: str) -> None:
    numbers = VOCABULARY.pieces(word)
    assert len(numbers) <= MOST_PIECES
    assert all(0 <= number < len(LINES) for number in numbers)


@given(st.text(st.sampled_from("palmyrs'é中 "), max_size=12))
def test_case_and_accents_change_nothing(word: str) -> None:
    plain = unicodedata.normalize("NFD", word.upper())
    assert VOCABULARY.pieces(word) == VOCABULARY.pieces(plain)


def test_a_vocabulary_without_its_special_pieces_is_refused() -> None:
    with pytest.raises(KeyError):
        Vocabulary(["palm"])
