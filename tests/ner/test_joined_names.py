"""Names in other shapes, read by the network: broken by lines, joined by hyphens, the family name first."""

from functools import cache

import pytest

from reader.model import Kind
from reader.ner import Recogniser, load
from reader.services.dictionaries import builtin_dictionary


@cache
def _recogniser() -> Recogniser:
    return load("tadmor", builtin_dictionary())


def _found(text: str) -> list[tuple[str, Kind]]:
    [mentions] = _recogniser().recognise([text])
    return [(text[m.start : m.end], m.kind) for m in mentions]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The bridge was paid for, it seems, by the European\nUnion, not us.",
            "European\nUnion",
            "organisation",
        ),
        ("The well was dug for them by Ingrid\r\nThorsen on Friday.\r\nIt is dry.", "Ingrid\r\nThorsen", "person"),
        ("Kofi\u200bAnnan wrote to the ward.", "Kofi\u200bAnnan", "person"),
        ("They met Angela\u2060 Merkel in the ward.", "Angela\u2060 Merkel", "person"),
        ("They met An\u00adgela Mer\u00adkel in the ward.", "An\u00adgela Mer\u00adkel", "person"),
        ("The Hollande-Renzi talks were short.", "Renzi", "person"),
        ("The Thorsen-Bertolli pact was signed.", "Bertolli", "person"),
        ("The Lebanon–Israel border was calm.", "Lebanon", "state"),
        ("A Merkel-backed bill failed.", "Merkel", "person"),
        ("A Washington-backed bill failed.", "Washington", "place"),
        ("Rooms: Thorsen, Ingrid; Bertolli, Carlo; Vogel, Hans.", "Bertolli, Carlo", "person"),
        ("It was won by Thorsen, Ingrid and Bertolli, Carlo, says the list.", "Thorsen, Ingrid", "person"),
        ("It was led by Strand, Ingrid and Bertolli, Carlo on Friday.", "Bertolli, Carlo", "person"),
        ("It was late. Ban Ki-moon left.", "Ban Ki-moon", "person"),
    ],
)
def test_a_name_is_marked_whole_and_alone(text: str, name: str, kind: str) -> None:
    assert (name, Kind(kind)) in _found(text)


def test_a_known_double_name_stays_one() -> None:
    assert _found("The Guinea-Bissau deal was signed.")[0] == ("Guinea-Bissau", Kind.STATE)


def test_names_that_commas_part_stay_apart() -> None:
    text = "They met Merkel, Hollande and Putin, and later Anna, Maria and Tom."
    assert ("Merkel", Kind.PERSON) in _found(text)
    assert not [name for name, _ in _found(text) if "," in name]
