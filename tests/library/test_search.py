"""Names are found whatever the script that they are typed in."""

import pytest

from reader.library import actors, listing
from reader.library.doctor import examine
from reader.library.store import Library
from reader.model import Kind
from reader.query import parse
from tests.library.shelf import incoming, link, put

SPELT = [
    "Vladimir Putin",
    "Путин",
    "Bashar al-Assad",
    "بشار الأسد",
    "Xi Jinping",
    "习近平",
    "Petra Kovac",
    "Зеленський",
]


@pytest.fixture
def names(library: Library) -> Library:
    for number, name in enumerate(SPELT):
        [article] = put(library, incoming(str(number), f"Here is {name} again."))
        link(library, article, {name: Kind.PERSON})
    return library


def found(library: Library, text: str) -> set[str]:
    return {row.name for row in actors.actors(library.reader(), text)}


@pytest.mark.parametrize(
    ("typed", "names_found"),
    [
        ("Putin", {"Vladimir Putin", "Путин"}),
        ("Путин", {"Vladimir Putin", "Путин"}),
        ("Пути", {"Vladimir Putin", "Путин"}),
        ("Владимир Путин", {"Vladimir Putin"}),
        ("Assad", {"Bashar al-Assad", "بشار الأسد"}),
        ("الأسد", {"Bashar al-Assad", "بشار الأسد"}),
        ("بشار الأسد", {"Bashar al-Assad", "بشار الأسد"}),
        ("Xi Jinping", {"Xi Jinping", "习近平"}),
        ("习近平", {"Xi Jinping", "习近平"}),
        ("Zelensky", {"Зеленський"}),
        ("Kovac", {"Petra Kovac"}),
        ("Мухин", set()),
        ("*\"'()", set()),
    ],
)
def test_actors_in_any_script(names: Library, typed: str, names_found: set[str]) -> None:
    assert found(names, typed) == names_found


@pytest.mark.parametrize(
    ("typed", "articles"),
    [("Путин", {1, 2}), ("putin", {1, 2}), ("actor:Путин", {1, 2}), ("actor:assad", {3, 4}), ("习近平", {5, 6})],
)
def test_articles_in_any_script(names: Library, typed: str, articles: set[int]) -> None:
    hits = listing.listing(names, parse(typed))
    assert {row.id for row in hits.rows(0, hits.total)} == articles


@pytest.mark.parametrize(
    ("typed", "words"),
    [("Путин", {"putin", "путин"}), ("putin", {"putin", "путин"}), ("actor:习近平", {"xi", "jinping", "习近平"})],
)
def test_what_was_sought_is_told_in_every_script_so_that_it_can_be_shown(
    names: Library, typed: str, words: set[str]
) -> None:
    sought = listing.listing(names, parse(typed)).sought
    assert {term.text.casefold() for term in sought} == words
    assert listing.listing(names).sought == ()


def test_a_word_that_shares_consonants_only_is_not_taken_for_a_name(library: Library) -> None:
    for number, name in enumerate(("Besser", "Batzra", "Baschar", "بشار")):
        [article] = put(library, incoming(str(number), f"Here is {name} again."))
        link(library, article, {name: Kind.PERSON})
    for typed, expected in (("بشار", {"Baschar", "بشار"}), ("besser", {"Besser"}), ("baschar", {"Baschar", "بشار"})):
        hits = listing.listing(library, parse(typed))
        assert {actor.name for row in hits.rows(0, 9) for actor in actors.here(library.reader(), row.id)} == expected


def test_a_single_letter_is_no_name_in_another_script(library: Library) -> None:
    [article] = put(library, incoming("one", "Here is Ko again."))
    link(library, article, {"Ko": Kind.PERSON})
    for typed in ("к", "ก", "ك"):
        assert listing.listing(library, parse(typed)).total == 0


@pytest.mark.parametrize("typed", ["ـــ", "’", "\u0301", "™ &"])
def test_what_has_no_word_in_it_asks_for_nothing(names: Library, typed: str) -> None:
    assert listing.listing(names, parse(typed)).total == len(SPELT)
    assert actors.actors(names.reader(), typed) == []


def test_a_changed_text_is_found_by_its_new_words_only(library: Library) -> None:
    [article] = put(library, incoming("one", "Die Straße; 北京大学."))
    assert put(library, incoming("one", "Ba'ath; 南京大学.")) == [article]
    found = {typed: listing.listing(library, parse(typed)).total for typed in ("strasse", "北京", "baath", "南京")}
    assert found == {"strasse": 0, "北京": 0, "baath": 1, "南京": 1}
    assert examine(library) == []
