"""Groups whose names are said in Arabic here and in English there."""

from reader.names.wording import rule
from tests.linking.test_resolve import ORGANISATION, PLACE, actors, linked, people


def test_a_known_group_goes_by_its_name_in_english_too() -> None:
    for name in ("Army of Islam", "Islam Army", "Jaish al-Islam"):
        (cluster,) = linked([(name, ORGANISATION)]).clusters
        assert cluster.known == "armed:jaysh-al-islam", name


def test_two_names_that_say_the_same_in_two_languages_are_one_group_and_say_so() -> None:
    banner, liwa = ("Lions of the Coast Brigade", ORGANISATION), ("Liwa Usud al-Sahel", ORGANISATION)
    found = linked([banner], [liwa])
    assert len(found.clusters) == 1
    rules = [[rule(reason) for reason in reasons] for reasons in found.evidence.values()]
    assert rules == [["translated", "unless"], ["translated", "unless"]]
    assert actors([("Lions of the Coastline Brigade", ORGANISATION)], [banner]) == 2
    assert actors([("Liwa Suqour al-Sahel", ORGANISATION)], [liwa]) == 2


def test_a_place_that_has_a_mullahs_first_name_is_a_place() -> None:
    found = linked(*[people("Mullah Omar")] * 25, [("al-Omar", PLACE)])
    assert sorted(len(cluster.chains) for cluster in found.clusters) == [1, 25]
    assert [cluster.known for cluster in linked(people("Omar")).clusters] == [""]
