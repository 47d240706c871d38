"""Which names are held against each other: near words, pairs of words, crowds, and the law that one edit parts none."""

from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st
from reader.linking.words import near_words

from reader.linking.candidates import CROWD, MOST, meetings
from reader.names.blocks import edits, sure_blocks, word_blocks

LETTERS = "abcdefghijklmnopqrstuvwxyz"
words = st.text(LETTERS, min_size=5, max_size=12)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A word of five letters or more, and the same with one letter more, less, other, or two that changed places."""
    word = draw(words)
    at, letter = draw(st.integers(0, len(word) - 1)), draw(st.sampled_from(LETTERS))
    edit = draw(st.sampled_from(("more", "less", "other", "swapped")))
    if edit == "swapped":
        assume(at + 1 < len(word))
        return word, word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word, word[:at] + ("" if edit == "less" else letter) + word[at + (edit != "more") :]


@given(edited())
def test_one_edit_never_parts_two_words(pair: tuple[str, str]) -> None:
    left, right = pair
    assert not set(word_blocks(left)).isdisjoint(word_blocks(right))
    assert not set(sure_blocks(left)).isdisjoint(sure_blocks(right))
    assert edits(left, right) in (0, 1)


@given(edited(), words)
def test_a_name_meets_itself_with_one_edit_in_a_word(pair: tuple[str, str], other: str) -> None:
    left, right = pair
    assume(left != right)
    assert list(meetings([(other, left), (other, right)], 2, persons=True)) == [(0, 1)]


@given(st.text(LETTERS, min_size=1, max_size=8), st.text(LETTERS, min_size=1, max_size=8))
def test_nearness_has_no_sides(left: str, right: str) -> None:
    assert edits(left, right) == edits(right, left)


def test_words_far_apart_are_not_near() -> None:
    assert edits("lavrov", "kerry") is None
    assert edits("mark", "lane") is None
    assert edits("al", "el") is None
    assert edits("vladimir", "volodymyr") == 1, "a form of the same given name"
    assert edits("shibani", "shaibani") == 1


def test_near_words_know_each_other() -> None:
    vocabulary = sorted(["lindqvist", "lindkvist", "lindqist", "brandt", "vogel", "vogl"])
    near = {vocabulary[at]: {vocabulary[other] for other in others} for at, others in enumerate(near_words(vocabulary))}
    assert near["lindqvist"] == {"lindqvist", "lindkvist", "lindqist"}
    assert near["vogl"] == {"vogl", "vogel"}
    assert near["brandt"] == {"brandt"}


def test_a_word_of_another_script_is_near_by_its_consonants() -> None:
    vocabulary = ["hdurf", "khadurov", "vogel"]
    assert near_words(vocabulary)[0] == (0,)
    assert 1 in near_words(["bshar", "bashshaar"], {"bshar"})[0]
    assert near_words(["asd", "assad"], {"asd"})[0] == (0, 1)


def met(*names: str, persons: bool = True) -> set[tuple[int, int]]:
    return set(meetings([tuple(name.split()) for name in names], len(names), persons=persons))


def test_names_meet_by_two_near_words_in_any_order() -> None:
    assert met("petra lindqvist", "lindkvist petra", "petra vogel", "oskar lindqvist") == {(0, 1)}
    assert met("ahmed hussein sharaa", "ahmad sharaa") == {(0, 1)}


def test_an_initial_meets_full_names_with_a_near_surname() -> None:
    assert met("p lindqvist", "petra lindkvist", "oskar lindqvist", "peter vogel") == {(0, 1)}
    assert met("p lindqvist", "petra lindkvist", persons=False) == set()


def test_of_known_names_two_are_not_held_against_each_other() -> None:
    assert list(meetings([("a", "vogel"), ("a", "vogl"), ("a", "vogal")], 1)) == [(0, 1), (0, 2)]


def test_in_a_crowd_a_third_word_decides() -> None:
    towns = [
        a + b + c for a, b, c in product(("kar", "mol", "tesh", "vin"), ("ado", "ubi", "eno"), ("ra", "lis", "k", "z"))
    ]
    assert len(towns) > CROWD
    crowd = [f"national union {town}" for town in towns]
    found = met(*crowd, "natoinal union karadora", persons=False)
    last = len(crowd)
    assert (crowd.index("national union karadora"), last) in found
    assert all(right < last or edits(towns[left], "karadora") is not None for left, right in found)


def test_a_name_is_held_against_a_bounded_number_of_others() -> None:
    firsts = [f"kar{a}m{b}n" for a, b in product("aeiou", repeat=2)]
    lasts = [f"lind{a}vist{b}" for a, b in product("aeiou", repeat=2)]
    names = [(first, last) for first in firsts for last in lasts]
    per_name: dict[int, int] = {}
    for left, _ in meetings(names, len(names), persons=True):
        per_name[left] = per_name.get(left, 0) + 1
    assert max(per_name.values()) <= MOST
