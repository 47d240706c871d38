"""What linking concluded, stored: actors keep their numbers, and only what came out different is written."""

from dataclasses import replace

import pytest

from reader.library import actors, doctor, linked
from reader.library.store import Library
from reader.model import Cluster, Doubt, Evidence, Kind, Sign, Verdict
from reader.names.wording import Mechanism
from tests.library.shelf import WHY, chains, cluster, conclude, incoming, link, put

NAMES = {"Kerry": Kind.PERSON, "Palmyra": Kind.PLACE, "Tadmur": Kind.PLACE}
OTHER_WHY = Evidence(Sign.FOR, Mechanism.ANY_KIND, 0.9, ("Kerry",))


@pytest.fixture
def filled(library: Library) -> Library:
    for article in put(
        library, incoming("a", "Kerry saw Palmyra."), incoming("b", "Kerry saw Tadmur."), incoming("c", "Kerry left.")
    ):
        link(library, article, NAMES)
    return library


def by_name(library: Library) -> dict[str, int]:
    return {actor.name: actor.id for actor in actors.actors(library.reader())}


def ids(library: Library, *names: str) -> list[str]:
    return [chain.id for chain in chains(library) if chain.name in names]


def as_they_are(library: Library) -> list[Cluster]:
    return [cluster(kind, name, ids(library, name)) for name, kind in NAMES.items()]


def test_linking_again_moves_nothing_and_keeps_numbers(filled: Library) -> None:
    before = by_name(filled)
    moved = conclude(filled, as_they_are(filled))
    assert (moved.chains, moved.actors) == ([], set())
    assert by_name(filled) == before


def test_only_what_differs_is_written(filled: Library) -> None:
    same = as_they_are(filled)
    why = {chain: [WHY] for chain in ids(filled, *NAMES)}
    conclude(filled, same, why)
    with filled.write() as db:
        db.run("CREATE TABLE written (what TEXT, number INTEGER)")
        for table in ("chain", "actor"):
            db.run(
                f"CREATE TRIGGER watch_{table} AFTER UPDATE ON {table}"
                f" BEGIN INSERT INTO written VALUES ('{table}', old.id); END"
            )

    def written() -> list[tuple[str, int]]:
        rows: list[tuple[str, int]] = filled.reader().all("SELECT DISTINCT what, number FROM written ORDER BY 1, 2")
        return rows

    conclude(filled, same, why)
    assert written() == []
    (tadmur,) = ids(filled, "Tadmur")
    moved = conclude(filled, same, {**why, tadmur: [OTHER_WHY]})
    assert written() == [("chain", int(tadmur))]
    assert moved.chains == [], "another reason moves nothing"


def test_an_actor_with_another_key_keeps_its_number_by_its_chains(filled: Library) -> None:
    before = by_name(filled)
    renamed = [
        one if one.name != "Kerry" else replace(one, key="q1", name="John Kerry", known="q1")
        for one in as_they_are(filled)
    ]
    conclude(filled, renamed)
    assert by_name(filled)["John Kerry"] == before["Kerry"]
    assert linked.named_known(filled.reader(), ["q1", "q2"]) == ["q1"]


def test_of_two_parts_the_larger_keeps_the_number_and_doubts_are_stored(filled: Library) -> None:
    before = by_name(filled)
    first, *rest = ids(filled, "Kerry")
    parts = [one for one in as_they_are(filled) if one.name != "Kerry"]
    parts += [cluster(Kind.PERSON, "Kerry A", [first], "x1"), cluster(Kind.PERSON, "Kerry B", rest, "x2")]
    moved = conclude(filled, parts, doubts=[Doubt("x1", "x2", Verdict.UNSURE, 0.4, [WHY])])
    after = by_name(filled)
    assert after["Kerry B"] == before["Kerry"]
    assert after["Kerry A"] > max(before.values()), "a number that was never used"
    assert moved.chains == [int(first)]
    assert linked.articles_of(filled.reader(), moved) == {1}
    assert linked.how_much(filled.reader(), moved) == (1, 1)
    (tie,) = actors.ties(filled.reader(), after["Kerry A"])
    assert (tie.actor.id, tie.verdict, tie.score, tie.evidence) == (after["Kerry B"], Verdict.UNSURE, 0.4, (WHY,))
    conclude(filled, parts)
    assert list(actors.ties(filled.reader(), after["Kerry A"])) == [], "what is doubtful no more is forgotten"
    assert doctor.examine(filled) == []


def test_two_actors_may_change_keys(filled: Library) -> None:
    before = by_name(filled)
    swapped = [
        cluster(Kind.PLACE, "Tadmur", ids(filled, "Palmyra"), "place:tadmur"),
        cluster(Kind.PLACE, "Palmyra", ids(filled, "Tadmur"), "place:palmyra"),
    ]
    moved = conclude(filled, swapped)
    assert moved.actors == {before["Palmyra"], before["Tadmur"]}
    assert by_name(filled) == before, "keys decide; the chains changed hands"
    assert doctor.examine(filled) == []


def test_an_actor_that_owns_nothing_any_more_is_gone_and_has_its_number_when_it_is_back(filled: Library) -> None:
    before = by_name(filled)
    places = ids(filled, "Palmyra", "Tadmur")
    conclude(filled, [cluster(Kind.PLACE, "Palmyra", places)])
    assert set(by_name(filled)) == {"Kerry", "Palmyra"}
    conclude(
        filled,
        [
            cluster(Kind.PLACE, "Palmyra", ids(filled, "Palmyra")),
            cluster(Kind.PLACE, "Tadmur", ids(filled, "Tadmur")),
        ],
    )
    assert by_name(filled) == before
    assert doctor.examine(filled) == []
