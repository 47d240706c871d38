"""Which names are worth comparing: a property of the two names, whoever came first and whoever else is there."""

from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import strategies as st

from reader.linking import heeding
from reader.linking.candidates import KnownNames, known_name, known_pairs, pairs
from reader.linking.nodes import Identity, Node
from reader.model import Anchor, Judgement, Kind, Verdict
from reader.names.analyse import analyse
from reader.names.blocking import met, words_of
from reader.names.dictionary import Dictionary, Entry
from reader.names.name_index import NameIndex
from reader.names.word_blocks import is_near, sure_blocks

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE
LETTERS = "abcdefghijklmnopqrstuvwxyz"
words = st.text(LETTERS, min_size=5, max_size=12)
NAMES = st.lists(
    st.sampled_from(
        "Petra Pettra Lindqvist Lindkvist Vogel Vogl Volodymyr Vladimir P. L. Bashar Assad الأسد بشار Асад".split()
    ),
    min_size=1,
    max_size=7,
).map(" ".join)


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
    assert not set(sure_blocks(left)).isdisjoint(sure_blocks(right))
    assert is_near(left, right)


@given(st.text(LETTERS, min_size=1, max_size=8), st.text(LETTERS, min_size=1, max_size=8))
def test_nearness_has_no_sides(left: str, right: str) -> None:
    assert is_near(left, right) == is_near(right, left)


def test_words_far_apart_are_not_near() -> None:
    assert not is_near("lavrov", "kerry")
    assert not is_near("mark", "lane")
    assert not is_near("al", "el")
    assert is_near("vladimir", "volodymyr"), "a form of the same given name"
    assert is_near("shibani", "shaibani")


def meet(left: str, *others: str, kind: Kind = PERSON) -> list[str]:
    """Those of the other names that a name meets."""
    index = NameIndex((other, words_of(analyse(other, kind))) for other in others)
    return sorted(set(met(words_of(analyse(left, kind)), index)))


@given(edited(), words)
def test_a_name_meets_itself_with_one_edit_in_a_word(pair: tuple[str, str], other: str) -> None:
    left, right = (" ".join((other, word)) for word in pair)
    # Of a word that stands twice one is looked for, some say what somebody is, and a letter drawn out counts once.
    assume(all(analyse(name, PERSON).words == tuple(name.split()) for name in (left, right)))
    assume(all(len(set(name.split())) == 2 for name in (left, right)))
    assert meet(left, right) == [right]


@given(NAMES, NAMES, st.lists(NAMES, max_size=6))
def test_meeting_has_no_sides_and_depends_on_nobody_else(left: str, right: str, others: list[str]) -> None:
    assert (right in meet(left, right)) == (left in meet(right, left))
    assert (right in meet(left, right, *others)) == (right in meet(left, right))


@given(st.lists(NAMES, max_size=7, unique=True))
def test_pairs_are_all_that_meet_each_once(names: list[str]) -> None:
    nodes = {node.key: node for node in map(node_of, names)}
    expected = {
        (min(one, other), max(one, other))
        for one, left in nodes.items()
        for other, right in nodes.items()
        if one != other and right.name.text in meet(left.name.text, right.name.text)
    }
    found = list(pairs(nodes))
    assert len(found) == len(set(found))
    assert set(found) == expected


def node_of(text: str, kind: Kind = PERSON) -> Node:
    name = analyse(text, kind)
    return Node(Identity(f"{kind.folded}:{text}", kind, surname_only=kind is PERSON and name.single), name)


def test_names_meet_by_near_words_in_any_order() -> None:
    assert meet("Petra Lindqvist", "Lindkvist Petra", "Petra Vogel", "Oskar Lindqvist") == ["Lindkvist Petra"]
    assert meet("Ahmed Hussein Sharaa", "Ahmad Sharaa") == ["Ahmad Sharaa"]
    assert meet("Lavrov Sergei", "Sergey Kerry Lavrov") == ["Sergey Kerry Lavrov"]


def test_one_word_may_be_spelt_otherwise_than_words_meet() -> None:
    assert meet("Petra Merkel", "Petra Merkur", "Petra Markov", "Anna Merkur") == ["Petra Merkur"]
    assert meet("Petra Oskar Merkel", "Petra Merkur") == ["Petra Merkur"]
    assert meet("P. Merkel", "Petra Merkur") == [], "an initial is not enough beside it"


def test_of_many_words_one_may_meet_no_other() -> None:
    guards = "Coastal Revolutionary Guard Corps"
    others = ("Coastal Revolution Guards Corps", "Inland Dairy Guards Corps", "Coastal Patrol Guards Corps")
    assert meet(guards, *others, kind=ORGANISATION) == [
        "Coastal Patrol Guards Corps",
        "Coastal Revolution Guards Corps",
    ]
    assert meet("Coastal Guard Corps", "Inland Guard Corps", kind=ORGANISATION) == []


def test_an_initial_meets_full_names_with_a_near_surname() -> None:
    others = ("Petra Lindkvist", "Oskar Lindqvist", "Peter Vogel")
    assert meet("P. Lindqvist", *others) == ["Petra Lindkvist"]
    assert meet("Petra Lindkvist", "P. Lindqvist", "O. Lindqvist") == ["P. Lindqvist"]
    assert meet("Petra Lindqvist", "P. O. Lindqvist", "Petra O. Lindqvist") == ["Petra O. Lindqvist"]


def test_one_word_does_not_stand_for_two() -> None:
    assert meet("Vogel Vogl", "Vogel Bashar", "Vogel الأسد", "Vogl Vogel") == ["Vogl Vogel"]
    assert meet("Gong Wiing", "Rahiri Wei Jiing") == []


def test_one_word_meets_only_one_word() -> None:
    assert meet("Daesh", "Daech", "Daesh Front", kind=ORGANISATION) == ["Daech"]
    assert meet("Daesh Front", "Daesh", "Front", kind=ORGANISATION) == []


def test_names_meet_that_are_parted_otherwise() -> None:
    assert meet("Ruslan Kha durov", "Ruslan Petrovich Khadurov", "Ruslan Petrovich Durov") == [
        "Ruslan Petrovich Khadurov"
    ]
    assert meet("Ruslan Petrovich Khadurov", "Ruslan Kha durov") == ["Ruslan Kha durov"]
    assert meet("KaradoAG", "Karado AG", "Karadi AG", kind=ORGANISATION) == ["Karado AG"]
    assert meet("Andran Gheta", "'Ndrangheta", kind=ORGANISATION) == ["'Ndrangheta"]
    assert meet("Abdul Rahman al-Najjar", "Abdulrahman Najjar", "Abdul Najjar") == ["Abdulrahman Najjar"]
    assert meet("Polter", "Pol Ter", "Pol Tarkov") == ["Pol Ter"]
    assert meet("JC Marchand", "Jean-Claude Marchand", "Jean Marchand") == ["Jean-Claude Marchand"]
    assert meet("al-Bahr/Sons of Tides", "Sons of Tides", "Sons of Sands", kind=ORGANISATION) == ["Sons of Tides"]


def test_a_name_of_many_words_is_found_by_the_first_and_the_last() -> None:
    full = "National Union of Free Workers and Peasants of Upper Karado"
    assert meet(full, full.replace("Karado", "Kardo"), kind=ORGANISATION) != []
    assert meet(full, full.replace("Workers", "Soldiers"), kind=ORGANISATION) != []


def test_what_is_written_in_another_script_is_met_by_its_consonants() -> None:
    assert meet("بشار الأسد", "Bashar Assad", "Bashshar al-Asad", "Boris Asadov") == [
        "Bashar Assad",
        "Bashshar al-Asad",
    ]
    assert meet("Bashar Assad", "بشار الأسد") == ["بشار الأسد"]
    assert meet("Ruslan Khadurov", "Hdr Rsln") == [], "two names in Latin letters need their vowels"


def in_pairs(*names: tuple[str, Kind]) -> set[tuple[str, str]]:
    return set(pairs({node.key: node for node in (node_of(*name) for name in names)}))


def test_kinds_do_not_meet() -> None:
    assert in_pairs(("Petra Lindqvist", PERSON), ("Petra Lindkvist", ORGANISATION)) == set()
    assert in_pairs(("Jaysh Homs", Kind.ARMED_GROUP), ("Jaish Homs", ORGANISATION)) == {
        ("organisation:Jaish Homs", "organisation:Jaysh Homs")
    }, "an armed group is an organisation"


DICTIONARY = Dictionary.of(
    [Entry("q1", PERSON, "Petra Lindqvist", names=("Petra Vogel",)), Entry("q2", PLACE, "Tadmur", names=("Palmyra",))]
)


def known(*names: tuple[str, Kind]) -> Sequence[tuple[str, str]]:
    nodes = {node.key: node for node in (node_of(*name) for name in names)}
    return [(key, one.name.text) for key, one in known_pairs(nodes, DICTIONARY)]


def test_names_meet_the_names_of_known_actors_but_not_of_places() -> None:
    assert known(("Petra Lindkvist", PERSON), ("Petra Vogl", PERSON), ("Oskar Vogel", PERSON)) == [
        ("person:Petra Lindkvist", "Petra Lindqvist"),
        ("person:Petra Vogl", "Petra Vogel"),
    ]
    assert known(("Tadmr", PLACE), ("Lindqvist", PERSON)) == []


def test_a_known_name_is_one_while_its_actor_goes_by_it() -> None:
    (petra,) = KnownNames(DICTIONARY).met_by(node_of("Petra Lindkvist"))
    found = known_name(petra.key, petra.name.text, DICTIONARY)
    assert found is not None
    assert (found.entry, found.name) == (DICTIONARY.entry("q1"), petra.name)
    parted = Judgement(Anchor("Petra Vogel", PERSON), Anchor("Petra Lindqvist", PERSON), Verdict.DIFFERENT)
    heeded = heeding(DICTIONARY, [parted])
    assert known_name("q1", "Petra Vogel", DICTIONARY) is not None
    assert known_name("q1", "Petra Vogel", heeded) is None, "a person took it from her"
    assert known_name("q1", "Petra Lindqvist", heeded) is not None
    assert known_name("q9", "Petra Lindqvist", DICTIONARY) is None
