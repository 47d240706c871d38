"""Whose body a name is that every state has one of: what is near, the dateline, the outlet, one country's own use."""

import pytest

from reader.linking import chains_of, resolve
from reader.model import Document, Kind, Mention
from reader.services.dictionaries import builtin_dictionary

ORGANISATION, STATE, PLACE, OTHER = Kind.ORGANISATION, Kind.STATE, Kind.PLACE, Kind.OTHER

KENYA = "Kenya grew. Kenya ate. Kenya slept. "
NAMES = {
    "Kenya": STATE, "Kenyan": OTHER, "Uganda": STATE, "Kampala": PLACE, "KAMPALA": PLACE, "Russia": STATE,
    "Peru": STATE, "United States": STATE,
}  # fmt: skip


def actor(text: str, body: str, home: str = "") -> str:
    """The key of the actor that a body of this name is in a text, with the states that the text names."""
    found = [(text.index(body), body, ORGANISATION)]
    for name, kind in NAMES.items():
        at = text.find(name)
        while at >= 0:
            if not text[at + len(name)].isalpha():
                found.append((at, name, kind))
            at = text.find(name, at + 1)
    mentions = [Mention(at, at + len(name), kind, 1.0, "given") for at, name, kind in sorted(found)]
    chains = chains_of(Document("d", "", text, mentions, home), builtin_dictionary())
    (mine,) = (c.id for c in chains for member in c.members if mentions[member].start == text.index(body))
    return next(cluster.key for cluster in resolve(chains, builtin_dictionary()).clusters if mine in cluster.chains)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (KENYA + "In Kampala, the Health Ministry spoke.", "ug"),
        (KENYA + "Uganda waits. The Health Ministry spoke.", "ug"),
        ("KAMPALA (Agency) - The Health Ministry spoke. " + "Kenya did not. " * 3, "ug"),
        ("KAMPALA, Jan 3 - A day went by.\n\nThe Health Ministry spoke. Kenya did not. Kenya did.", "ug"),
        (KENYA + "And nothing else.\n\nThe Health Ministry spoke.", "ke"),
        (KENYA + "Uganda too. Uganda ate. Uganda slept.\n\nThe Health Ministry spoke.", ""),
    ],
)
def test_what_is_near_decides_before_what_is_frequent(text: str, state: str) -> None:
    found = actor(text, "Health Ministry")
    assert found.endswith(f"state:{state}" if state else "@")


@pytest.mark.parametrize("body", ["Congress", "Senate", "Justice Department", "Treasury", "House"])
def test_one_countrys_own_names_mean_its_bodies(body: str) -> None:
    key = actor(f"Russia waited. Russia slept. Russia said that the {body} was wrong about Russia.", body)
    assert key.startswith("org:us-") or key.endswith("state:us")


def test_another_that_has_such_a_body_is_meant_where_something_speaks_for_it() -> None:
    peru = "Peru waited. Peru slept. The Congress voted."
    assert actor(peru, "Congress").endswith("state:pe")
    assert actor("The United States waited. " + peru, "Congress") == "org:us-congress"
    assert actor("The United States waited. " + peru, "Congress", home="state:pe").endswith("state:pe")
    assert actor("The United States slept. In Peru, the Congress voted.", "Congress").endswith("state:pe")


def test_where_the_outlet_is_at_home_decides_where_nothing_is_near() -> None:
    assert actor("The Health Ministry spoke.", "Health Ministry", home="state:ke").endswith("state:ke")


def test_a_body_is_not_its_part_nor_a_house_another() -> None:
    names = builtin_dictionary()

    def chains(text: str, *bodies: str) -> int:
        mentions, at = [], 0
        for body in bodies:
            start = text.index(body, at)
            at = start + len(body)
            mentions.append(Mention(start, at, ORGANISATION, 1.0, "given"))
        return len(chains_of(Document("d", "", text, mentions), names))

    for whole, part in (
        ("House", "House Foreign Affairs Committee"),
        ("Kestrel Coalition", "Kestrel Coalition Media Office"),
        ("Kestrel", "Kestrel Polska"),
        ("Kestrel University", "Kestrel University Department of Physics"),
        ("Kestrel Crescent", "Kestrel Crescent Zamal branch"),
        ("House", "White House"),
    ):
        assert chains(f"The {part} met. The {whole} met.", part, whole) == 2, part
    for short, long in (
        ("Kestrel", "Kestrel Shipping Company"),
        ("Commerce", "Commerce Department"),
        ("Kestrel Bank", "Kestrel Bank of Taiwan"),
        ("Kestrel Institute", "Kestrel Institute for Innovation"),
    ):
        assert chains(f"The {long} met. The {short} met.", long, short) == 1, long
    assert chains("The Kestrel Union met. The KU met.", "Kestrel Union", "KU") == 2
    assert chains("The Kestrel Fishing Union met. The KFU met.", "Kestrel Fishing Union", "KFU") == 1
