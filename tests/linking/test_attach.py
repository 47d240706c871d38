"""A new article's chains and the actors that a library already has: by name, by likeness, by a lone surname."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from reader.linking import attach
from reader.model import Anchor, Chain, Judgement, Kind, Origin, Verdict
from reader.names.analyse import Name
from reader.names.wording import rule, sentence
from reader.newsroom.dictionaries import builtin_dictionary

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE


@dataclass
class Library:
    """A library that knows some actors: names by the actor's number, and who may be called by one word alone."""

    names: Mapping[str, int] = field(default_factory=dict)
    surnames: Mapping[str, int] = field(default_factory=dict)
    entries: Mapping[str, int] = field(default_factory=dict)
    kind: Kind = PERSON

    def by_key(self, key: str, kind: Kind) -> int | None:
        return {name.lower(): actor for name, actor in self.names.items()}.get(key)

    def by_entry(self, entry_id: str) -> int | None:
        return self.entries.get(entry_id)

    def like(self, name: Name) -> Sequence[tuple[str, Kind, int]]:
        return [(text, self.kind, actor) for text, actor in self.names.items()]

    def bearer(self, surname: str) -> int | None:
        return self.surnames.get(surname)

    def spellings(self, actor: int) -> Sequence[str]:
        return [text for text, number in self.names.items() if number == actor]


def chain(name: str, kind: Kind = PERSON, article: str = "5") -> Chain:
    return Chain(f"{article}/{name}", article, kind, name, {name: 1})


def attached(library: Library, name: str, kind: Kind = PERSON, judgements: Sequence[Judgement] = ()) -> int | None:
    ((found),) = attach([chain(name, kind)], library, builtin_dictionary(), judgements).values()
    assert (found.actor is None) == (not found.evidence) or found.key.startswith("state:")
    return found.actor


def test_by_dictionary_entry_and_folded_name() -> None:
    library = Library({"Lena Brandt": 7}, entries={"state:sy": 3})
    assert attached(library, "LENA BRANDT") == 7
    assert attached(library, "Oskar Vogel") is None
    assert attached(library, "Syria", PLACE) == 3
    found = attach([chain("Iraq", PLACE), chain("Oskar Vogel")], library, builtin_dictionary())
    assert [one.key for one in found.values()] == ["state:iq", "person:oskar vogel"]
    assert [one.actor for one in found.values()] == [None, None]


def test_by_a_spelling_that_is_surely_the_same() -> None:
    library = Library({"Ruslan Khasanov": 7, "Petra Lindqvist": 8})
    assert attached(library, "Rouslan Khassanov") == 7
    assert attached(library, "Petra Lindkvist") == 8
    assert attached(library, "Pietro Lindqvist") is None
    firm = Library({"Upper Silesia Mining Board": 9}, kind=ORGANISATION)
    assert attached(firm, "Upper Silesia Minning Board", ORGANISATION) == 9
    assert attached(firm, "Lower Silesia Mining Board", ORGANISATION) is None
    (found,) = attach([chain("Petra Lindkvist")], library, builtin_dictionary()).values()
    assert "lindkvist" in sentence(found.evidence[0]).lower()


def test_what_two_actors_fit_waits() -> None:
    assert attached(Library({"Petra Lindqvist": 7, "Petra Lindkwist": 8}), "Petra Lindkvist") is None


def test_another_spelling_of_the_actor_may_forbid_it() -> None:
    assert attached(Library({"Petra Lindqvist": 7, "Petra Lindqvist Jr.": 7}), "Petra Lindkvist") is None


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.RELATED, Verdict.UNSURE])
def test_never_against_a_judgement(verdict: Verdict) -> None:
    library = Library({"Petra Lindqvist": 7, "Petra Lindqist": 7}, {"lindqvist": 7})
    apart = Judgement(Anchor("Petra Lindkvist", PERSON), Anchor("Petra Lindqist", PERSON), verdict)
    assert attached(library, "Petra Lindkvist", judgements=[apart]) is None
    elsewhere = Judgement(Anchor("Petra Lindkvist", PERSON, Origin("6")), Anchor("Petra Lindqist", PERSON), verdict)
    assert attached(library, "Petra Lindkvist", judgements=[elsewhere]) == 7
    alone = Judgement(Anchor("Petra Lindqvist", PERSON), Anchor("Lindqvist", PERSON), verdict)
    assert attached(library, "Lindqvist", judgements=[alone]) is None


def test_a_judgement_on_this_article_makes_an_actor_of_its_own() -> None:
    here = Anchor("Lena Brandt", PERSON, Origin("5"), "Lena Brandt")
    judgement = Judgement(here, Anchor("Lena Brandt", PERSON), Verdict.DIFFERENT)
    assert attached(Library({"Lena Brandt": 7}), "Lena Brandt", judgements=[judgement]) is None


def test_a_lone_surname_goes_to_its_one_bearer() -> None:
    library = Library({"Lena Brandt": 7, "Erik Maria": 8, "Oskar Merkel": 9}, {"brandt": 7, "maria": 8, "merkel": 9})
    (found,) = attach([chain("Brandt")], library, builtin_dictionary()).values()
    assert (found.actor, found.key, rule(found.evidence[0])) == (7, "lone:brandt", "surname")
    assert attached(library, "Vogel") is None, "nobody, or several"
    assert attached(library, "Maria") is None, "a given name alone names nobody"
    assert attached(library, "Merkel") is None, "a leader abroad has that name too"
