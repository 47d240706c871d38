"""Nodes come with the first of their chains and go with the last, and whoever depends on them is looked at again."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library import articles, doctor, nodes
from reader.library.nodes import NodeRow
from reader.library.store import Library, Writer
from reader.model import Kind, Uses
from tests.library.shelf import enter, incoming, link, put

PEOPLE = ("Petra Lindqvist", "PETRA LINDQVIST", "Oskar Vogel", "Ziegler")
NAMES = {**dict.fromkeys(PEOPLE, Kind.PERSON), "Lima": Kind.PLACE}
PETRA, OSKAR, LIMA = "person:petra lindqvist", "person:oskar vogel", "place:lima"


def fill(library: Library, *texts: str) -> list[int]:
    ids = put(library, *(incoming(str(number), text) for number, text in enumerate(texts)))
    for article in ids:
        link(library, article, NAMES)
    enter(library, *ids)
    return ids


def by_key(library: Library) -> dict[str, NodeRow]:
    db = library.reader()
    return {row.key: row for row in nodes.rows(db, db.column("SELECT id FROM node"))}


def settled(library: Library) -> None:
    with library.write() as db:
        nodes.forget_unlinked(db, nodes.unlinked(db))


def unlinked(library: Library) -> set[str]:
    numbers = set(nodes.unlinked(library.reader()))
    return {key for key, row in by_key(library).items() if row.id in numbers}


def times(library: Library) -> dict[str, tuple[int, int]]:
    """Chains and articles of every node."""
    return {key: (chains, here) for key, chains, here in library.reader().all("SELECT key, chains, articles FROM node")}


def test_a_node_has_the_chains_of_one_identity_and_their_texts(library: Library) -> None:
    fill(library, "Petra Lindqvist met Oskar Vogel. Petra Lindqvist left.", "PETRA LINDQVIST spoke. Petra Lindqvist.")
    assert times(library) == {PETRA: (3, 2), OSKAR: (1, 1)}
    petra = by_key(library)[PETRA]
    assert petra.texts == {"Petra Lindqvist": Uses(2, 2), "PETRA LINDQVIST": Uses(1, 1)}
    assert [chain.article for chain in nodes.chains_of(library.reader(), petra.id)] == ["1", "2", "2"]
    assert nodes.articles_with(library.reader(), petra.id, ["PETRA LINDQVIST"]) == {2}
    assert doctor.examine(library) == []


def test_entering_says_which_nodes_have_a_text_that_is_new_there(library: Library) -> None:
    fill(library, "Petra Lindqvist met Oskar Vogel.")
    (article,) = put(library, incoming("more", "PETRA LINDQVIST met Oskar Vogel."))
    link(library, article, NAMES)
    known = by_key(library)
    with library.write() as db:
        found = [(chain, known[f"person:{chain.name.lower()}"].id) for chain in nodes.without_node(db, article)]
        assert nodes.enter(db, found) == {known[PETRA].id}


def test_removing_an_article_takes_its_chains_out_and_bringing_it_back_lets_them_enter(library: Library) -> None:
    first, second = fill(library, "Petra Lindqvist met Oskar Vogel.", "Petra Lindqvist spoke in Lima.")
    settled(library)
    with library.write() as db:
        articles.set_removed(db, [first], True)
    assert times(library) == {PETRA: (1, 1), LIMA: (1, 1)}
    assert unlinked(library) == {PETRA}
    assert nodes.to_enter(library.reader(), 9) == [], "what was removed waits for nothing"
    assert doctor.examine(library) == []
    with library.write() as db:
        articles.set_removed(db, [first], False)
    assert nodes.to_enter(library.reader(), 9) == [first]
    enter(library, first)
    assert times(library) == {PETRA: (2, 2), OSKAR: (1, 1), LIMA: (1, 1)}
    with library.write() as db:
        for article in (first, second):
            articles.forget_analysis(db, article)
    assert times(library) == {}
    assert library.reader().column("SELECT text FROM node_text") == []
    assert nodes.unlinked(library.reader()) == []


def tie(library: Library, ties: Mapping[str, tuple[str, str]]) -> None:
    """Tie nodes by the words that each offers and seeks."""
    known = by_key(library)
    with library.write() as db:
        for key, (offers, seeks) in ties.items():
            nodes.put_ties(db, known[key].id, offers.split(), seeks.split())


def pieces(library: Library, key: str) -> set[str]:
    known = by_key(library)
    found = nodes.pieces_of(library.reader(), [known[key].id])
    return {key for key, row in known.items() if row.id in found}


def test_a_piece_is_all_that_is_tied_however_far(library: Library) -> None:
    fill(library, "Petra Lindqvist met Oskar Vogel in Lima.")
    assert pieces(library, PETRA) == {PETRA}
    tie(library, {PETRA: ("a", ""), OSKAR: ("a b", "a")})
    assert pieces(library, PETRA) == pieces(library, OSKAR) == {PETRA, OSKAR}, "what is sought meets what is offered"
    assert pieces(library, LIMA) == {LIMA}, "what two offer ties nobody"
    with library.write() as db:
        known = by_key(library)
        nodes.put_met(db, known[LIMA].id, [known[OSKAR].id])
        assert nodes.met_among(db, {known[LIMA].id, known[OSKAR].id}) == [(known[OSKAR].id, known[LIMA].id)]
        assert nodes.met_among(db, {known[LIMA].id}) == []
    assert pieces(library, LIMA) == {PETRA, OSKAR, LIMA}


def test_all_that_one_judgement_seeks_is_one_piece_until_it_is_taken_back(library: Library) -> None:
    fill(library, "Petra Lindqvist met Oskar Vogel in Lima.")
    tie(library, {PETRA: ("petra", ""), OSKAR: ("oskar", "")})
    with library.write() as db:
        nodes.put_ties(db, -7, (), ["petra", "oskar"])
        assert nodes.offering(db, ["petra", "lima"]) == [by_key(library)[PETRA].id]
    assert pieces(library, PETRA) == {PETRA, OSKAR}
    with library.write() as db:
        nodes.untie(db, -7)
    assert pieces(library, PETRA) == {PETRA}


@pytest.mark.parametrize("how", ["tied", "met"])
def test_when_a_node_goes_its_neighbours_are_looked_at_again(library: Library, how: str) -> None:
    fill(library, "Petra Lindqvist spoke.", "Oskar Vogel spoke in Lima.")
    known = by_key(library)
    if how == "tied":
        tie(library, {PETRA: ("a", ""), OSKAR: ("", "a")})
    else:
        with library.write() as db:
            nodes.put_met(db, known[PETRA].id, [known[OSKAR].id])
            nodes.put_met_known(db, known[PETRA].id, [("q1", "Petra")])
    settled(library)
    with library.write() as db:
        articles.set_removed(db, [1], True)
    assert unlinked(library) == {OSKAR}
    assert pieces(library, OSKAR) == {OSKAR}
    assert nodes.met_known(library.reader(), [known[PETRA].id]) == []


def test_a_node_whose_name_is_spelt_nowhere_any_more_is_called_anew(library: Library) -> None:
    first, _ = fill(library, "Petra Lindqvist spoke.", "PETRA LINDQVIST met Oskar Vogel.")
    tie(library, {PETRA: ("a", ""), OSKAR: ("", "a")})
    settled(library)
    with library.write() as db:
        articles.set_removed(db, [first], True)
        petra = by_key(library)[PETRA].id
        assert nodes.nameless(db) == [petra]
        assert nodes.names_of(db, petra) == [("PETRA LINDQVIST", Kind.PERSON)]
        assert set(nodes.unlinked(db)) == {petra, by_key(library)[OSKAR].id}
        nodes.call(db, petra, "PETRA LINDQVIST", Kind.PERSON)
    assert nodes.names(library.reader(), [petra]) == {petra: ("PETRA LINDQVIST", Kind.PERSON)}
    assert nodes.nameless(library.reader()) == []


def test_surnames_alone_are_looked_at_again_where_they_or_their_bearers_stand(library: Library) -> None:
    ids = fill(library, "Petra Lindqvist spoke.", "Ziegler spoke.", "Oskar Vogel spoke.", "Lima is far.")
    surname = "person:ziegler"
    tie(library, {OSKAR: ("ziegler", ""), surname: ("", "ziegler")})
    with library.write() as db:
        db.run("UPDATE node SET surname_only = 1 WHERE key = ?", (surname,))

    def again(article: int) -> set[str]:
        settled(library)
        with library.write() as db:
            nodes.unlink_surnames_in(db, [article])
        return unlinked(library)

    assert [again(article) for article in ids] == [set(), {surname}, {surname}, set()]
    with library.write() as db:
        # She is Oskar Vogel as well: what her articles name says who is called by the surname.
        db.run("UPDATE chain SET actor = (SELECT actor FROM chain WHERE key = 'oskar vogel')")
    assert again(ids[0]) == {surname}


def test_all_that_stands_beside_a_state_is_looked_at_again_where_it_comes_or_goes(library: Library) -> None:
    fill(library, "Petra Lindqvist met Oskar Vogel in Lima.", "Petra Lindqvist spoke.")
    with library.write() as db:
        db.run("UPDATE node SET kind = 'state' WHERE key = ?", (LIMA,))
        of = dict(db.all("SELECT name, id FROM chain"))
        nodes.forget_unlinked(db, nodes.unlinked(db))
        nodes.unlink_beside_states(db, [of["Oskar Vogel"]])
        assert nodes.unlinked(db) == []
        nodes.unlink_beside_states(db, [of["Lima"]])
    assert unlinked(library) == {PETRA, OSKAR, LIMA}


def test_clearing_forgets_all_nodes_and_lets_every_chain_enter_anew(library: Library) -> None:
    ids = fill(library, "Petra Lindqvist spoke.", "Oskar Vogel spoke in Lima.")
    before = times(library)
    with library.write() as db:
        nodes.clear(db)
    assert times(library) == {}
    assert sorted(nodes.to_enter(library.reader(), 9)) == ids
    enter(library, *ids)
    assert times(library) == before
    assert doctor.examine(library) == []


TEXTS = st.lists(st.sampled_from([*NAMES, "and", "U.S."]), max_size=5).map(" ".join)
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "remove", "restore", "forget"]), st.sampled_from("abc"), TEXTS), max_size=14
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_comes_and_goes_nodes_are_those_of_the_chains(
    library: Library, steps: list[tuple[str, str, str]]
) -> None:
    for step, name, text in steps:
        article = library.reader().value("SELECT id FROM article WHERE location = ?", (f"/news/{name}.txt",))
        if step == "put":
            (article,) = put(library, incoming(name, text))
            link(library, article, NAMES)
        elif article is not None:
            with library.write() as changing:
                _change(changing, step, article)
        enter(library, *nodes.to_enter(library.reader(), 99))
        assert doctor.examine(library) == []
        db = library.reader()
        assert nodes.to_enter(db, 1) == []
        assert db.all("SELECT id FROM node WHERE chains = 0") == []
        assert db.all("SELECT * FROM node_text WHERE spelt + named + declared = 0") == []


def _change(db: Writer, step: str, article: int) -> None:
    if step == "forget":
        articles.forget_analysis(db, article)
    else:
        articles.set_removed(db, [article], step == "remove")
