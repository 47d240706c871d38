"""One name that the recogniser took for several kinds, groups with what is said of them, places of one name."""

import pytest

from reader.linking import chains_of, resolve
from reader.model import Document, Kind, Mention, Resolution
from reader.services.dictionaries import builtin_dictionary

PERSON, ORGANISATION, ARMED, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.ARMED_GROUP, Kind.PLACE
STATE, OTHER, GROUP = Kind.STATE, Kind.OTHER, Kind.GROUP
Names = list[tuple[str, Kind]]


def linked(*articles: Names) -> Resolution:
    """What becomes of articles that are nothing but names, one a line."""
    chains = []
    for number, names in enumerate(articles):
        mentions, at = [], 0
        for name, kind in names:
            mentions.append(Mention(at, at + len(name), kind, 1.0, "given"))
            at += len(name) + 1
        text = "\n".join(name for name, _ in names)
        chains += chains_of(Document(str(number), "", text, mentions), builtin_dictionary())
    return resolve(chains, builtin_dictionary())


def kinds(*articles: Names) -> list[Kind]:
    return sorted(cluster.kind for cluster in linked(*articles).clusters)


def test_one_name_under_several_kinds_is_one_actor_of_the_kind_that_most_have() -> None:
    as_person: Names = [("Lena Brandt", PERSON)]
    assert kinds(as_person, as_person, [("Lena Brandt", ORGANISATION)]) == [PERSON]
    assert kinds([*as_person, ("Lena Brandt", ORGANISATION), *as_person]) == [PERSON]
    kestrel: Names = [("Kestrel Front", ARMED)]
    assert kinds(kestrel, kestrel, kestrel, [("Kestrel Front", PLACE)], [("Kestrel Front", OTHER)]) == [ARMED]
    outlet: Names = [("Kestrelnik", ORGANISATION)]
    assert kinds(outlet, outlet, outlet, [("Kestrelnik", OTHER)]) == [ORGANISATION]


def test_not_where_something_speaks_for_two() -> None:
    assert len(kinds([("Lebanon", STATE)], [("Lebanon", STATE)], [("Lebanon", ORGANISATION)])) == 2
    assert len(kinds([("Brandt", PERSON)], [("Brandt", PERSON)], [("Brandt", PLACE)])) == 2
    village: Names = [("Kestrel Heights", PLACE)]
    assert len(kinds(village, village, [("Kestrel Heights", ORGANISATION)])) == 2
    assert len(kinds([("Washington", PLACE)], [("George Washington", PERSON), ("Washington", PERSON)])) == 2


@pytest.mark.parametrize(
    ("name", "kind", "entry"),
    [
        ("ISIL Takfiri", GROUP, "armed:islamic-state"),
        ("Daesh Terrorist Group", ARMED, "armed:islamic-state"),
        ("Kurdish YPG Units", ARMED, "armed:ypg"),
        ("Salafi Ahrar al Sham", ARMED, "armed:ahrar-al-sham"),
        ("Ahrar al-Cham", ARMED, "armed:ahrar-al-sham"),
        ("rebel group Ahrar al-Sham", ORGANISATION, "armed:ahrar-al-sham"),
    ],
)
def test_a_known_group_is_known_with_what_is_said_of_it(name: str, kind: Kind, entry: str) -> None:
    (cluster,) = linked([(name, kind)]).clusters
    assert cluster.known == entry


def test_another_peoples_group_is_another() -> None:
    for name in ("Pakistani Taliban", "Lebanese Forces", "Kestrel militants"):
        (cluster,) = linked([(name, ARMED)]).clusters
        assert cluster.known not in ("armed:taliban", "armed:islamic-state")


def test_names_with_an_ending_an_address_or_an_operation() -> None:
    assert len(linked([("Kestrel Coalition", ORGANISATION), ("Kestrel Coalitions", ORGANISATION)]).clusters) == 1
    assert len(linked([("KestrelNews.com", ORGANISATION)], [("Kestrel News", ORGANISATION)]).clusters) == 1
    assert len(linked([("Operation Kestrel Shield", OTHER)], [("Kestrel Shield", OTHER)]).clusters) == 1
    assert len(linked([("N.J.", PLACE)], [("New Jersey", PLACE)]).clusters) == 1
    assert len(linked([("Boukamal", PLACE)], [("Abu Kamal", PLACE)]).clusters) == 1


def test_of_places_of_one_name_the_one_in_the_state_that_the_article_speaks_of_is_meant() -> None:
    def meant(*names: tuple[str, Kind]) -> set[str]:
        return {cluster.known for cluster in linked([*names]).clusters}

    assert "place:tripoli-lebanon" in meant(("Tripoli", PLACE), ("Lebanon", STATE), ("Beirut", PLACE))
    assert "place:tripoli-libya" in meant(("Tripoli", PLACE), ("Benghazi", PLACE))
    assert "place:us-georgia" in meant(("Georgia", PLACE), ("Atlanta", PLACE))
    assert "state:ge" in meant(("Georgia", PLACE), ("Atlanta", PLACE), ("Tbilisi", PLACE), ("Georgian", OTHER))
    assert "state:ge" in meant(("Georgia", PLACE), ("Washington, D.C.", PLACE))
