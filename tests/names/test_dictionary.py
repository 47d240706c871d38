"""Dictionaries: what they read, what they refuse, and what they know a name for."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import packaged
from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.dictionary import Dictionary, Entry
from reader.names.prepared import PREPARED, from_prepared, prepare
from reader.services.dictionaries import builtin_dictionary
from training.dictionary.prepare import of_tables

RIVERLAND = Entry(
    "state:riverland", Kind.STATE, "Riverland", ("Republic of Riverland",), ("Riverlander", "Riverlanders"), ("RV",)
)
FRONT = Entry("armed:front", Kind.ARMED_GROUP, "Front of the Hills", ("Hill Front",), (), ("FOH", "IT"))
DICTIONARY = Dictionary.of([RIVERLAND, FRONT])


def lookup(text: str, kind: Kind | None = None, dictionary: Dictionary = DICTIONARY) -> str | None:
    entry = dictionary.lookup(analyse(text, kind))
    return entry.id if entry else None


def test_names_are_found_folded() -> None:
    assert lookup("REPUBLIC OF RIVERLAND") == "state:riverland"
    assert lookup("the Hill Front’s", Kind.ORGANISATION) == "armed:front"


def test_acronyms_only_in_capitals() -> None:
    assert lookup("IT", Kind.ORGANISATION) == "armed:front"
    assert lookup("I.T.") == "armed:front"
    assert lookup("it", Kind.ORGANISATION) is None


def test_the_kind_must_fit() -> None:
    assert lookup("Riverland", Kind.PLACE) == "state:riverland"
    assert lookup("Riverland", Kind.PERSON) is None
    assert lookup("Riverland", Kind.ORGANISATION) is None
    assert lookup("Hill Front", Kind.OTHER) == "armed:front"


def test_demonyms() -> None:
    assert DICTIONARY.demonym("Riverlanders") is RIVERLAND
    assert DICTIONARY.demonym("Hill") is None


def test_a_name_of_two_actors_names_neither() -> None:
    both = Dictionary.of([Entry("place:a", Kind.PLACE, "Alba"), Entry("place:b", Kind.PLACE, "Alba")])
    assert lookup("Alba", Kind.PLACE, both) is None
    assert len(both.homonyms(analyse("Alba", Kind.PLACE))) == 2


def test_the_preferred_name_wins_over_an_alias() -> None:
    both = Dictionary.of([Entry("place:a", Kind.PLACE, "Alba", ("Bela",)), Entry("place:b", Kind.PLACE, "Bela")])
    assert lookup("Bela", Kind.PLACE, both) == "place:b"


def test_the_users_dictionary_wins() -> None:
    mine = Entry("state:riverland", Kind.STATE, "Rivierland", ("Riverland",))
    assert (DICTIONARY | Dictionary.of([mine])).entries()[0] is mine
    assert lookup("Hill Front", Kind.ARMED_GROUP, DICTIONARY | Dictionary.of([mine])) == "armed:front"


BUILTIN = {
    ("Burma", Kind.PLACE): "state:mm",
    ("Frankreich", Kind.PLACE): "state:fr",
    ("Франция", Kind.STATE): "state:fr",
    ("UAE", Kind.STATE): "state:ae",
    ("Al-Shabab", Kind.ORGANISATION): "armed:al-shabaab",
    ("Tamil Tigers", Kind.ARMED_GROUP): "armed:ltte",
    ("World Health Organisation", Kind.ORGANISATION): "org:who",
    ("Bombay", Kind.PLACE): "place:mumbai",
    ("Yasir Arafat", Kind.PERSON): "person:yasser-arafat",
    ("Dayr az-Zawr", Kind.PLACE): "place:deir-ez-zor",
}


@pytest.mark.parametrize(("name", "entry"), BUILTIN.items())
def test_builtin(name: tuple[str, Kind], entry: str) -> None:
    assert lookup(*name, dictionary=builtin_dictionary()) == entry


def test_builtin_relations_are_known_and_ids_are_unique() -> None:
    entries = builtin_dictionary().entries()
    ids = {entry.id for entry in entries}
    assert len(ids) == len(entries)
    assert {other for entry in entries for other in entry.related} <= ids


def test_builtin_knows_every_united_nations_member() -> None:
    assert sum(entry.kind is Kind.STATE and len(entry.id) == 8 for entry in builtin_dictionary().entries()) >= 193


def test_a_lost_possessive_is_found_where_the_word_is_the_usual_name() -> None:
    entries = [
        Entry("state:one", Kind.STATE, "Iran", ("Zara",)),
        Entry("org:one", Kind.ORGANISATION, "Harbour League", acronyms=("HLG",)),
    ]
    dictionary = Dictionary.of(entries)

    def found(text: str, kind: Kind) -> str:
        entry = dictionary.lookup(analyse(text, kind))
        return entry.id if entry else ""

    assert found("Irans", Kind.PLACE) == "state:one"
    assert found("Zaras", Kind.PLACE) == "", "four letters in another language are too few"
    assert found("HLGs", Kind.ORGANISATION) == "org:one"
    assert found("HLGS", Kind.ORGANISATION) == ""


def test_a_name_that_was_taken_from_an_actor_finds_it_no_more() -> None:
    poorer = DICTIONARY.without({"armed:front": {"hill front", "foh"}, "state:riverland": {"riverlanders"}})
    assert lookup("Hill Front", Kind.ARMED_GROUP, poorer) is None
    assert lookup("FOH", Kind.ARMED_GROUP, poorer) is None
    assert lookup("Front of the Hills", Kind.ARMED_GROUP, poorer) == "armed:front"
    assert poorer.demonym("Riverlanders") is None
    assert poorer.demonym("Riverlander") == poorer.entry("state:riverland")
    assert [entry.names for entry in poorer.entries()] == [RIVERLAND.names, ()]
    assert poorer.whole is DICTIONARY
    assert lookup("FOH", Kind.ARMED_GROUP) == "armed:front"


TEXTS = ("Alba", "Bela", "Karim Alba", "Bela Front", "Albans", "ALB", "Belas")

ENTRIES = st.lists(
    st.builds(
        Entry,
        st.sampled_from("abcd"),
        st.sampled_from((Kind.PERSON, Kind.STATE, Kind.ARMED_GROUP)),
        st.sampled_from(TEXTS),
        *(st.lists(st.sampled_from(TEXTS), max_size=2, unique=True).map(tuple) for _ in range(3)),
        st.lists(st.sampled_from("abcd"), max_size=1).map(tuple),
    ),
    unique_by=lambda entry: entry.id,
)


@given(ENTRIES, ENTRIES)
def test_a_dictionary_made_of_another_finds_what_one_made_of_nothing_finds(
    before: Sequence[Entry], now: Sequence[Entry]
) -> None:
    entries = list({entry.id: entry for entry in (*now, *before)}.values())
    fresh, reused = Dictionary.of(entries), Dictionary.of(entries, base=Dictionary.of(before))
    for text in TEXTS:
        assert reused.demonym(text) == fresh.demonym(text)
        assert reused.bearers(analyse(text).surname or "") == fresh.bearers(analyse(text).surname or "")
        for kind in (None, Kind.PERSON, Kind.STATE, Kind.ARMED_GROUP):
            name = analyse(text, kind)
            assert reused.homonyms(name) == fresh.homonyms(name)
            assert reused.lookup(name) == fresh.lookup(name)
            if kind is not None:
                assert reused.with_words(name.words, kind) == fresh.with_words(name.words, kind)
    for entry in entries:
        assert reused.entry(entry.id) == fresh.entry(entry.id) == entry
        assert reused.related_to(entry.id) == fresh.related_to(entry.id)


def test_the_prepared_dictionary_is_that_of_the_tables() -> None:
    prepared = packaged("names", "data", PREPARED).read_text("utf-8")
    assert prepared == prepare(of_tables()), "python -m training.dictionary.prepare writes it anew"
    tables, loaded = Dictionary.of(of_tables()), from_prepared(prepared)
    assert list(loaded.entries()) == list(tables.entries())
    for entry in tables.entries():
        for text in (entry.name, *entry.names):
            name = analyse(text, entry.kind)
            assert [one.id for one in loaded.homonyms(name)] == [one.id for one in tables.homonyms(name)]
            assert [one.id for one in loaded.bearers(name.surname or "")] == [
                one.id for one in tables.bearers(name.surname or "")
            ]
            words = loaded.with_words(name.words, entry.kind)
            assert [one.id for one in words] == [one.id for one in tables.with_words(name.words, entry.kind)]
        assert loaded.related_to(entry.id) == tables.related_to(entry.id)


def test_only_the_entries_that_are_asked_for_are_made() -> None:
    head, *lines = prepare(DICTIONARY.entries()).splitlines()
    dictionary = from_prepared("\n".join([head, *("no entry" for _ in lines[:-1]), lines[-1]]))
    last = DICTIONARY.entries()[-1]
    assert dictionary.entry(last.id) == last
    assert dictionary.homonyms(analyse(last.name, last.kind)) == (last,)
    assert dictionary.entry(last.id) is dictionary.lookup(analyse(last.name, last.kind)), "one entry, made once"


@pytest.mark.parametrize(
    "damaged", ["", "[]", "{", '["only an id"]', '{"ids":[]}', prepare(DICTIONARY.entries()).rpartition("\n[")[0]]
)
def test_a_damaged_prepared_dictionary_is_refused(damaged: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_prepared(damaged)


def test_what_is_prepared_is_made_once_however_many_threads_ask_for_it() -> None:
    dictionary = Dictionary.of([RIVERLAND, FRONT])
    begun, asked = Event(), Event()
    made: list[object] = []

    def make(_: Dictionary) -> object:
        begun.set()
        asked.wait(10)
        made.append(object())
        return made[-1]

    def ask() -> object:
        asked.set()
        return dictionary.prepared(make)

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(dictionary.prepared, make)
        begun.wait(10)
        second = threads.submit(ask)
        assert first.result() is second.result()
    assert len(made) == 1
