"""What is wrong with a dictionary, and what becomes of one that stands over another."""

import pytest

from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.combine import combined, same_actors
from reader.names.dictionary import Dictionary, Entry
from reader.names.dictionary_lint import Listed, lint

RIVERLAND = Entry("state:rl", Kind.STATE, "Riverland", ("Republic of Riverland",), ("Riverlander",), ("RVL",))
FRONT = Entry("armed:front", Kind.ARMED_GROUP, "Front of the Hills", ("Hill Front",), related=("state:rl",))
TOWNS = (Entry("place:1", Kind.PLACE, "Alba", ("Alba Nova",)), Entry("place:2", Kind.PLACE, "Alba", ("Alba Vetus",)))
BASE = Dictionary.of([RIVERLAND, FRONT, *TOWNS])


def entry(
    identifier: str,
    kind: Kind,
    name: str,
    *names: str,
    demonyms: tuple[str, ...] = (),
    acronyms: tuple[str, ...] = (),
    related: tuple[str, ...] = (),
) -> Entry:
    return Entry(identifier, kind, name, names, demonyms, acronyms, related)


def told(*entries: Entry) -> list[str]:
    return [problem.what for problem in lint([Listed(one, f"own.tsv:{at}") for at, one in enumerate(entries, 2)], BASE)]


FOUND = {
    "stands at own.tsv:2 as well": [entry("a", Kind.PLACE, "One"), entry("a", Kind.PLACE, "Two")],
    "an id that no entry has": [entry("a", Kind.PLACE, "One", related=("state:xx",))],
    "has no letter or digit": [entry("a", Kind.OTHER, "One", "…")],
    "a name that many bear": [entry("a", Kind.PERSON, "Ahmed")],
    "common words only": [entry("a", Kind.ORGANISATION, "Ministry of Defence")],
    "counts to “Harbour League” only": [
        entry("a", Kind.ORGANISATION, "League", "HARBOUR LEAGUE"),
        entry("b", Kind.ARMED_GROUP, "Harbour League"),
    ],
    "is known to name nobody": [entry("a", Kind.PLACE, "One", "Three"), entry("b", Kind.PLACE, "Two", "THREE")],
    "The acronym “H.L.”": [
        entry("a", Kind.ORGANISATION, "Harbour League", acronyms=("HL",)),
        entry("b", Kind.ORGANISATION, "Highland Lions", acronyms=("H.L.", "HL")),
    ],
    "The demonym “lander” of “Two” is that of “One”": [
        entry("a", Kind.STATE, "One", demonyms=("Lander",)),
        entry("b", Kind.STATE, "Two", demonyms=("lander", "Lander")),
    ],
    "is that of Riverland (state:rl)": [entry("a", Kind.STATE, "One", demonyms=("Riverlander",))],
    "“Riverland” is of kind person here; Riverland (state:rl) is known already, of kind state": [
        entry("a", Kind.PERSON, "Riverland")
    ],
    "is of kind place here; Front of the Hills": [entry("armed:front", Kind.PLACE, "Hills")],
}


@pytest.mark.parametrize("words", FOUND)
def test_a_clash_is_told(words: str) -> None:
    assert any(words in what for what in told(*FOUND[words])), told(*FOUND[words])


def test_nothing_clashes_in_a_sound_list() -> None:
    sound = [
        entry("a", Kind.STATE, "Riverland", "Land of the River", demonyms=("Riverlander",), acronyms=("RL",)),
        entry("b", Kind.PERSON, "Salim Haddad", "Saleem al-Haddad", related=("a", "armed:front")),
        # A town and a man of one name are no clash.
        entry("c", Kind.PLACE, "Haddad"),
    ]
    assert told(*sound) == []


def test_an_entry_that_goes_by_a_known_name_adds_to_it() -> None:
    own = [
        entry("ftm-1", Kind.STATE, "Republic of Riverland", "Rivierland"),
        entry("ftm-2", Kind.ORGANISATION, "River Bank", related=("ftm-1", "x")),
    ]
    over = combined(BASE, own)
    known = over.lookup(analyse("Rivierland", Kind.STATE))
    assert known is not None
    assert (known.id, known.name, known.demonyms) == ("state:rl", "Riverland", ("Riverlander",))
    assert over.lookup(analyse("Riverland", Kind.STATE)) is known
    bank = over.entry("ftm-2")
    assert bank is not None
    assert bank.related == ("state:rl", "x")
    assert over.entry("ftm-1") is None


def test_what_could_be_another_stays_another() -> None:
    towns = Dictionary.of([Entry("place:3", Kind.PLACE, "Vetus"), *BASE.entries()])
    others = [
        entry("a", Kind.PERSON, "Riverland"),
        entry("b", Kind.PLACE, "Alba"),
        entry("c", Kind.PLACE, "Vetus"),
        entry("d", Kind.PLACE, "Vetus"),
    ]
    assert same_actors(towns, others) == {}
    assert {one.id for one in others} <= {one.id for one in combined(towns, others).entries()}


def test_several_entries_may_add_to_one_that_is_known() -> None:
    others = [
        entry("c", Kind.ARMED_GROUP, "Hill Front", "Hillmen"),
        entry("d", Kind.ARMED_GROUP, "Front of the Hills", "Hillers"),
    ]
    assert same_actors(BASE, others) == {"c": "armed:front", "d": "armed:front"}
    known = combined(BASE, others).entry("armed:front")
    assert known is not None
    assert {"Hillmen", "Hillers"} <= set(known.names)


def test_an_entry_with_a_known_id_replaces_it() -> None:
    mine = entry("state:rl", Kind.STATE, "Rivierland")
    over = combined(BASE, [mine])
    assert over.entry("state:rl") == mine
    assert over.lookup(analyse("Riverland", Kind.STATE)) is None
