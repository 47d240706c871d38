"""Names in a library are found as names in memory are, whenever they came."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import nodes, postings
from reader.library.nodes import NodeRow
from reader.library.postings import StoredPostings
from reader.library.store import Library, Writer
from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.blocking import met, words_of
from reader.names.name_index import NameIndex
from tests.properties import costly

PERSON, ORGANISATION = Kind.PERSON, Kind.ORGANISATION
WORDS = st.sampled_from(
    "Petra Pettra Peter Lindqvist Lindkvist Lindqist Vogel Vogl Volodymyr Vladimir P. L. Bashar Assad الأسد بشار"
    " Khadurov Mining Minning Union Unoin of the".split()
)
NAMES = st.lists(
    st.tuples(st.lists(WORDS, min_size=1, max_size=7).map(" ".join), st.sampled_from([PERSON, ORGANISATION])),
    max_size=9,
)


def put(db: Writer, text: str, kind: Kind) -> int:
    """A node of that name; returns its number."""
    number = nodes.make(db, NodeRow(f"{kind}:{text} {nodes.how_much(db)}", kind, "", False, "", 0, "", text, kind))
    nodes.unlink(db, [number])
    postings.put(db, number, kind, analyse(text, kind))
    return number


def found(db: Writer, text: str, kind: Kind = PERSON) -> set[int]:
    return set(met(words_of(analyse(text, kind)), StoredPostings(db, kind)))


@costly(3)
@given(NAMES)
def test_each_name_that_comes_finds_what_it_would_find_in_memory(
    tmp_path_factory: pytest.TempPathFactory, names: list[tuple[str, Kind]]
) -> None:
    library = Library.open(tmp_path_factory.mktemp("postings") / "library.sqlite")
    there: dict[Kind, list[tuple[int, str]]] = {PERSON: [], ORGANISATION: []}
    with library.write() as db:
        for text, kind in names:
            index = NameIndex((number, words_of(analyse(other, kind))) for number, other in there[kind])
            name = words_of(analyse(text, kind))
            assert set(met(name, StoredPostings(db, kind))) == set(met(name, index))
            there[kind].append((put(db, text, kind), text))
    library.close()


def test_names_that_may_be_one_are_found(library: Library) -> None:
    with library.write() as db:
        petra, _, board = (
            put(db, "Petra Lindqvist", PERSON),
            put(db, "Oskar Vogel", PERSON),
            put(db, "Upper Silesia Mining Board", ORGANISATION),
        )
        for text in ("Petra Lindkvist", "Lindqvist Petra", "Petra A. Lindqvist", "P. Lindqvist", "Pettra Lindqist"):
            assert found(db, text) == {petra}, text
        for text in ("Petra Vogel", "Oskar Lindqvist", "Lindqvist"):
            assert found(db, text) == set(), text
        for text in ("Upper Silesia Minning Board", "Uper Silesia Mining Board", "Silesia Board"):
            assert found(db, text, ORGANISATION) == {board}, text
        assert found(db, "Petra Lindqvist", ORGANISATION) == set(), "kinds are kept apart"


def test_what_is_called_by_nothing_is_not_found(library: Library) -> None:
    with library.write() as db:
        petra = put(db, "Petra Lindqvist", PERSON)
        nodes.call_anew(db, petra)
        assert found(db, "Petra Lindkvist") == set()
        nodes.call(db, petra, "Petra Brandt", PERSON)
        postings.put(db, petra, PERSON, analyse("Petra Brandt", PERSON))
        assert found(db, "Petra Lindkvist") == set()
        assert found(db, "Petra Brand") == {petra}


def test_blocks_of_one_kind_find_no_words_of_another(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite")
    with library.write() as db:
        put(db, "بشار الأسد", ORGANISATION)
        latin = put(db, "Bashar Assad", PERSON)
        assert found(db, "Bashshar Asad") == {latin}
        assert found(db, "بشار الأسد") == {latin}
    library.close()
