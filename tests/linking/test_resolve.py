"""Actors across articles: the order of evidence, the vetoes, judgements, and that order of import does not matter."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reader.linking import chains_of, resolve
from reader.model import Anchor, Chain, Document, Judgement, Kind, Mention, Origin, Resolution, Verdict
from reader.names.analyse import analyse
from reader.names.combine import combined
from reader.names.dictionary import Entry
from reader.names.wording import rule, sentence
from reader.services.dictionaries import builtin_dictionary
from tests.properties import costly

PERSON, ORGANISATION, PLACE, OTHER = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.OTHER
Names = Sequence[tuple[str, Kind]]


def article(number: int, names: Names) -> Document:
    """An article that is nothing but names, one a line."""
    mentions, at = [], 0
    for name, kind in names:
        mentions.append(Mention(at, at + len(name), kind, 1.0, "given"))
        at += len(name) + 1
    return Document(str(number), "", "\n".join(name for name, _ in names), mentions)


def all_chains(articles: Sequence[Names]) -> list[Chain]:
    return [c for n, names in enumerate(articles) for c in chains_of(article(n, names), builtin_dictionary())]


def linked(*articles: Names, judgements: Sequence[Judgement] = ()) -> Resolution:
    return resolve(all_chains(articles), builtin_dictionary(), judgements)


def partition(resolution: Resolution) -> set[tuple[str, ...]]:
    return {tuple(cluster.chains) for cluster in resolution.clusters}


def people(*names: str) -> Names:
    return [(name, PERSON) for name in names]


def actors(*articles: Names, judgements: Sequence[Judgement] = ()) -> int:
    return len(linked(*articles, judgements=judgements).clusters)


def test_equal_names_are_one_actor_and_say_so() -> None:
    found = linked(people("Lena Brandt"), people("LENA BRANDT"))
    (cluster,) = found.clusters
    assert cluster.name == "Lena Brandt"
    assert {rule(reason) for reasons in found.evidence.values() for reason in reasons} == {"folded"}


def test_the_dictionary_joins_and_keeps_apart() -> None:
    assert actors([("Burma", PLACE)], [("Myanmar", PLACE)], [("Burmese", OTHER)]) == 1
    assert actors([("Niger", PLACE)], [("Nigeria", PLACE)]) == 2
    (cluster,) = linked([("Daesh", ORGANISATION)], [("ISIL", ORGANISATION)]).clusters
    assert (cluster.known, cluster.kind) == ("armed:islamic-state", Kind.ARMED_GROUP)


def test_a_lone_surname_belongs_to_the_only_person_who_bears_it() -> None:
    found = linked(people("Lena Brandt"), people("Brandt"))
    assert len(found.clusters) == 1
    assert any(rule(reason) == "surname" for reasons in found.evidence.values() for reason in reasons)


def test_a_lone_surname_of_two_persons_is_a_doubt() -> None:
    found = linked(people("Lena Brandt"), people("Max Brandt"), people("Brandt"))
    assert len(found.clusters) == 3
    doubts = [doubt for doubt in found.doubts if doubt.verdict is Verdict.UNSURE]
    assert len(doubts) == 2
    assert all("lone:brandt" in (doubt.left, doubt.right) for doubt in doubts)


def test_a_lone_surname_of_a_known_leader() -> None:
    (cluster,) = linked(people("Zelenskiy"), people("Volodymyr Zelenskyy")).clusters
    assert cluster.known == "person:volodymyr-zelensky"
    assert linked(people("Ahmadinejad")).clusters[0].known == "person:mahmoud-ahmadinejad"


def test_a_lone_surname_is_nobody_s_who_only_stands_in_a_list() -> None:
    own = combined(builtin_dictionary(), [Entry("list:7", PERSON, "Mette Kjaergaard")])
    chains = [
        c
        for n, names in enumerate([people("Kjaergaard"), people("Kjaergaard")])
        for c in chains_of(article(n, names), own)
    ]
    assert [cluster.known for cluster in resolve(chains, own).clusters] == [""]
    chains += chains_of(article(2, people("Mette Kjaergaard")), own)
    assert [cluster.known for cluster in resolve(chains, own).clusters] == ["list:7"]
    # Nor does a list's namesake keep the surname from whom everybody means by it.
    crowded = combined(builtin_dictionary(), [Entry("list:8", PERSON, "Farhad Ahmadinejad")])
    (cluster,) = resolve(chains_of(article(0, people("Ahmadinejad")), crowded), crowded).clusters
    assert cluster.known == "person:mahmoud-ahmadinejad"


def test_of_two_scripts_the_latin_one_names_an_actor() -> None:
    for names in (("Dmitri Malinin", "Дмитрий Малинин"), ("Дмитрий Малинин", "Dmitri Malinin")):
        (cluster,) = linked(*map(people, names)).clusters
        assert cluster.name == "Dmitri Malinin"


def test_spelling_joins_only_what_it_may() -> None:
    assert actors(people("Ruslan Khasanov"), people("Rouslan Khassanov")) == 1
    assert actors(people("Petra Lindqvist"), people("Petra Lindkvist")) == 1
    assert actors(people("Petra Lindqvist"), people("Pietro Lindqvist")) == 2
    assert actors(people("Mark Lane"), people("Mark Kane")) == 2
    assert actors([("Upper Silesia Mining Board", ORGANISATION)], [("Lower Silesia Mining Board", ORGANISATION)]) == 2


def test_a_misspelt_known_name_is_the_known_actor() -> None:
    (cluster,) = linked(people("Volodymir Zelenskij")).clusters
    assert cluster.known == "person:volodymyr-zelensky"


def test_places_in_one_country_may_be_spelt_in_two_ways() -> None:
    syria = ("Syria", PLACE)
    assert actors([syria, ("Ma'ra", PLACE)], [syria, ("Maera", PLACE)]) == 2
    assert actors([("Ma'ra", PLACE)], [("Maera", PLACE), ("Peru", PLACE)]) == 3


def test_an_acronym_is_what_articles_spell_it_out_as() -> None:
    union = ("Lake Basin Fishing Union", ORGANISATION)
    assert actors([union, ("LBFU", ORGANISATION)], [("LBFU", ORGANISATION)]) == 1
    other = ("Lower Bavarian Farmers Union", ORGANISATION)
    assert actors([union, ("LBFU", ORGANISATION)], [other, ("LBFU", ORGANISATION)], [("LBFU", ORGANISATION)]) == 3


def test_a_short_form_is_learnt_from_the_articles_that_explain_it() -> None:
    club = ("Lima Football Club", ORGANISATION)
    assert actors([club, ("Lima", ORGANISATION)], [("Lima", ORGANISATION)], [("Lima", PLACE)]) == 2
    choir = ("Lima Choir", ORGANISATION)
    assert actors([club, ("Lima", ORGANISATION)], [choir, ("Lima", ORGANISATION)], [("Lima", ORGANISATION)]) == 3


def test_a_lost_apostrophe_and_a_plural() -> None:
    assert actors([("Zamalka", PLACE)], [("Zamalkas", PLACE)]) == 1
    assert actors([("Separatist", OTHER)], [("Separatists", OTHER)]) == 1
    assert actors([("Time", ORGANISATION)], [("Times", ORGANISATION)]) == 2
    assert linked([("Syrias", PLACE)]).clusters[0].known == "state:sy"


def test_an_initial_belongs_to_the_only_person_whom_it_fits() -> None:
    assert actors(people("Petra Kovac"), people("P. Kovac"), people("Kovac")) == 1
    assert actors(people("Petra Kovac"), people("Pavel Kovac"), people("P. Kovac")) == 3
    assert actors(people("Petra Kovac"), people("R. Kovac")) == 2


def test_a_surname_of_two_words_belongs_to_the_only_full_name_that_ends_in_it() -> None:
    assert actors(people("Enrique Varga Sosa"), people("Varga Sosa")) == 1
    assert actors(people("Enrique Varga Sosa"), people("Lucia Varga Sosa"), people("Varga Sosa")) == 3


def test_who_is_named_in_full_far_more_often_is_meant_by_the_surname_and_the_doubt_is_kept() -> None:
    articles = [people("Lena Brandt")] * 4 + [people("Max Brandt"), people("Brandt")]
    found = linked(*articles)
    assert len(found.clusters) == 2
    assert any(doubt.right == "person:max brandt" or doubt.left == "person:max brandt" for doubt in found.doubts)


def test_a_name_that_every_state_has_is_told_apart_by_the_article() -> None:
    court = ("Supreme Court", ORGANISATION)
    kenya, peru = ("Kenya", PLACE), ("Peru", PLACE)
    assert actors([court, kenya], [court, peru], [court, kenya]) == 4


def test_a_judgement_beats_everything() -> None:
    same = Judgement(Anchor("Lena Brandt", PERSON), Anchor("Madame X", PERSON), Verdict.SAME)
    one = Judgement(Anchor("Burma", PLACE), Anchor("Peru", PLACE), Verdict.SAME)
    assert actors(people("Lena Brandt"), people("Madame X"), judgements=[same]) == 1
    assert actors([("Burma", PLACE)], [("Peru", PLACE)], judgements=[one]) == 1
    different = Judgement(Anchor("Ruslan Khasanov", PERSON), Anchor("Rouslan Khassanov", PERSON), Verdict.DIFFERENT)
    assert actors(people("Ruslan Khasanov"), people("Rouslan Khassanov"), judgements=[different]) == 2


def test_the_latest_judgement_stands() -> None:
    left, right = Anchor("Lena Brandt", PERSON), Anchor("Madame X", PERSON)
    judgements = [
        Judgement(left, right, Verdict.SAME, at="2020-01-01T00:00:00Z"),
        Judgement(right, left, Verdict.DIFFERENT, at="2021-01-01T00:00:00Z"),
    ]
    for order in (judgements, judgements[::-1]):
        assert actors(people("Lena Brandt"), people("Madame X"), judgements=order) == 2


def test_not_the_same_in_one_article() -> None:
    articles = [people("Lena Brandt"), people("Lena Brandt"), people("Lena Brandt")]
    here = Anchor("Lena Brandt", PERSON, Origin("1"), "Lena Brandt")
    judgement = Judgement(here, Anchor("Lena Brandt", PERSON), Verdict.DIFFERENT)
    assert partition(linked(*articles, judgements=[judgement])) == {("0/0", "2/0"), ("1/0",)}
    known = [people("John Kerry"), people("John Kerry")]
    here = Anchor("John Kerry", PERSON, Origin("1"), "John Kerry")
    judgement = Judgement(here, Anchor("John Kerry", PERSON), Verdict.DIFFERENT)
    found = linked(*known, judgements=[judgement])
    assert len(found.clusters) == 2
    assert len({cluster.key for cluster in found.clusters}) == 2


NAMES = st.sampled_from(
    [
        *people(
            "Lena Brandt", "L. Brandt", "Brandt", "Max Brandt", "Lena Brand", "Lenna Brandt", "John Kerry", "Kerry"
        ),
        *people("Jon Kerry", "Abdul Rahman Salem", "Abd al-Rahman Salim", "Salem", "Assad", "Bashar al-Assad"),
        *[
            (n, ORGANISATION)
            for n in ("UN", "United Nations", "LBFU", "Lake Basin Fishing Union", "Supreme Court", "ISIS")
        ],
        *[
            (n, PLACE)
            for n in ("Syria", "Peru", "Mar'a", "Marea", "Mara", "Lima", "Georgia", "Guinea", "Equatorial Guinea")
        ],
        *[(n, OTHER) for n in ("Syrian", "Peruvians", "Supreme Court", "World Cup", "Islamic State")],
    ]
)
ARTICLES = st.lists(st.lists(NAMES, min_size=1, max_size=5), min_size=1, max_size=7)


@costly(4)
@given(ARTICLES, st.randoms())
def test_the_order_of_chains_does_not_matter(articles: list[Names], random: object) -> None:
    chains = all_chains(articles)
    shuffled = list(chains)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled, builtin_dictionary()) == resolve(chains, builtin_dictionary())


@costly(4)
@given(ARTICLES)
def test_every_chain_has_one_actor_and_no_actor_is_two_known_ones(articles: list[Names]) -> None:
    chains = all_chains(articles)
    found = resolve(chains, builtin_dictionary())
    placed = [chain for cluster in found.clusters for chain in cluster.chains]
    assert sorted(placed) == sorted(chain.id for chain in chains)
    assert len({cluster.key for cluster in found.clusters}) == len(found.clusters)
    by_id = {chain.id: chain for chain in chains}
    for cluster in found.clusters:
        entries = {
            entry.id
            for chain in cluster.chains
            if not by_id[chain].nationality
            and (entry := builtin_dictionary().lookup(analyse(by_id[chain].name, by_id[chain].kind)))
        }
        assert len(entries) <= 1


@costly(8)
@given(
    ARTICLES,
    st.sampled_from(["Lena Brandt", "Brandt", "John Kerry", "UN"]),
    st.sampled_from(["Max Brandt", "Jon Kerry"]),
)
def test_what_a_person_judged_different_is_never_joined(articles: list[Names], left: str, right: str) -> None:
    judgement = Judgement(Anchor(left, PERSON), Anchor(right, PERSON), Verdict.DIFFERENT)
    chains = [
        chain
        for number, names in enumerate(articles)
        for chain in chains_of(article(number, names), builtin_dictionary(), [judgement])
    ]
    for cluster in resolve(chains, builtin_dictionary(), [judgement]).clusters:
        names = {chain.name for chain in chains if chain.id in cluster.chains}
        assert not {left, right} <= names


def test_a_village_is_not_another_whose_name_hisses_otherwise() -> None:
    places = [("Zaara", "Shaara"), ("Qusair", "Qusayr")]
    chains = [
        chain
        for number, pair in enumerate(places)
        for half in (0, 1)
        for chain in chains_of(
            article(10 * number + half, [(pair[half], PLACE), ("Syria", PLACE)]), builtin_dictionary()
        )
    ]
    together = [
        {c.name for c in chains if c.id in cluster.chains} for cluster in resolve(chains, builtin_dictionary()).clusters
    ]
    assert {"Qusair", "Qusayr"} in together
    assert {"Zaara", "Shaara"} not in together


def test_a_known_town_taken_for_a_person_once_is_the_town() -> None:
    often: list[Names] = [[("Homs", PLACE)]] * 40
    assert actors(*often, people("Homs")) == 1
    found = linked(*often, people("Homs"))
    assert any("40 articles" in sentence(reason) for reasons in found.evidence.values() for reason in reasons)


def test_a_spelling_that_is_not_overwhelmingly_one_actors_stays() -> None:
    assert actors(*[[("Zorvath", PLACE)]] * 3, people("Zorvath")) == 2
    assert actors(*[[("Zorvath", PLACE)]] * 40, people("Lena Zorvath")) == 2, "a full name is never a place"
    assert actors(*[[("Zorvath", PLACE)]] * 40, [("Zorvath", ORGANISATION)]) == 2, "a club goes by its city's name"


def test_a_judgement_keeps_a_stray_apart() -> None:
    often: list[Names] = [[("Homs", PLACE)]] * 40
    verdict = Judgement(Anchor("Homs", PERSON), Anchor("Homs", PLACE), Verdict.DIFFERENT)
    assert actors(*often, people("Homs"), judgements=[verdict]) == 2


def test_a_lone_surname_whose_apostrophe_was_lost() -> None:
    assert actors(people("Lena Zorvath"), people("Zorvaths")) == 1
    assert actors(people("Lena Zorvath"), people("Max Zorvaths"), people("Zorvaths")) == 2


def test_a_first_name_alone_is_no_leader_of_another_country() -> None:
    assert all(not cluster.known for cluster in linked(people("Ahmed")).clusters)


CITY = [("Lake Board", ORGANISATION), ("Northport", PLACE), ("Ada Kron", PERSON), ("Port Choir", ORGANISATION)]
RIVER = [("River Board", ORGANISATION), ("Southport", PLACE), ("Bo Lund", PERSON), ("River Choir", ORGANISATION)]
CITY += [(f"{name} Club", ORGANISATION) for name in ("Quay", "Pier", "Mole", "Dock")]
RIVER += [(f"{name} Club", ORGANISATION) for name in ("Weir", "Ford", "Mill", "Lock")]


def test_of_two_with_one_surname_the_one_beside_the_same_names_is_meant_article_by_article() -> None:
    lena, max_, alone = people("Lena Brandt"), people("Max Brandt"), people("Brandt")
    found = linked([*lena, *CITY], [*max_, *RIVER], [*alone, *CITY], [*alone, *RIVER])
    assert len(found.clusters) == 2 + len(CITY) + len(RIVER)
    chains = all_chains([[*lena, *CITY], [*max_, *RIVER], [*alone, *CITY], [*alone, *RIVER]])
    (city,) = [c.id for c in chains if c.name == "Brandt" and c.article == "2"]
    reason, caveat = found.evidence[city]
    assert "of 2 persons named Brandt, Lena Brandt stands beside the same names" in sentence(reason)
    assert (rule(caveat), sentence(caveat)) == ("unless", "wrong if Max Brandt is meant")
    cluster = next(cluster for cluster in found.clusters if city in cluster.chains)
    assert cluster.name == "Lena Brandt"


def test_the_only_bearer_of_a_surname_is_not_meant_where_everything_else_is_another_matter() -> None:
    found = linked([*people("Lena Brandt"), *CITY], [*people("Brandt"), *RIVER])
    assert len(found.clusters) == 2 + len(CITY) + len(RIVER)
    assert any({doubt.left, doubt.right} == {"lone:brandt", "person:lena brandt"} for doubt in found.doubts)
    few = linked([*people("Lena Brandt"), *CITY], [*people("Brandt"), *RIVER[:2]])
    assert len(few.clusters) == 1 + len(CITY) + 2


def test_a_surname_beside_a_relative_is_the_namesake_whom_other_articles_name() -> None:
    texts = ["Oskar Vogel spoke.", "Vogel's wife Lena Vogel slept. Vogel did not."]
    names = [[("Oskar Vogel", PERSON)], [("Vogel", PERSON), ("Lena Vogel", PERSON), ("Vogel", PERSON)]]
    chains = []
    for number, (text, marks) in enumerate(zip(texts, names, strict=True)):
        mentions, at = [], 0
        for name, kind in marks:
            start = text.index(name, at)
            at = start + len(name)
            mentions.append(Mention(start, at, kind, 1.0, "given"))
        chains += chains_of(Document(str(number), "", text, mentions), builtin_dictionary())
    both = {cluster.name: cluster.chains for cluster in resolve(chains, builtin_dictionary()).clusters}
    assert {name: len(found) for name, found in both.items()} == {"Oskar Vogel": 2, "Lena Vogel": 1}
    alone = resolve([chain for chain in chains if chain.article == "1"], builtin_dictionary())
    assert [cluster.name for cluster in alone.clusters] == ["Lena Vogel"]
    (_, caveat) = alone.evidence[next(c.id for c in chains if c.article == "1" and c.name == "Vogel")]
    assert sentence(caveat).startswith("wrong if the better known Vogel is meant")


def test_a_shared_name_is_one_with_the_name_that_says_its_state() -> None:
    peru, kenya = ("Peru", PLACE), ("Kenya", PLACE)
    ministry = ("Foreign Ministry", ORGANISATION)
    said = ("Peruvian Foreign Ministry", ORGANISATION)
    assert actors([ministry, peru], [said], [ministry, kenya]) == 2 + 2
    assert actors([("Supreme Court", ORGANISATION), peru], [("Supreme Court of Peru", ORGANISATION)]) == 1 + 1
    assert linked([("Senate", ORGANISATION), ("Ohio", PLACE)]).clusters[0].known == "org:us-senate"


def test_a_partys_name_is_the_known_party_of_a_state_that_the_article_speaks_of() -> None:
    democrats = ("Social Democrats", ORGANISATION)
    found = linked([democrats, ("Romania", PLACE)], [democrats, ("Germany", PLACE)], [democrats])
    parties = {c.known: len(c.chains) for c in found.clusters if c.kind is ORGANISATION}
    assert parties == {"org:psd-ro": 1, "org:spd": 2}
    assert actors([("Republicans", OTHER), ("Washington", PLACE)], [("GOP", ORGANISATION)]) == 1 + 1
    chain = next(c for c in all_chains([[democrats, ("Romania", PLACE)]]) if c.kind is ORGANISATION)
    reason, caveat = found.evidence[chain.id]
    assert rule(reason) == "state"
    assert sentence(caveat) == "wrong if another state’s “Social Democrats” is meant"


def test_one_word_of_a_full_name_is_not_a_known_person() -> None:
    article_ = people("Omar Varga", "Omar", "Varga")
    assert [cluster.known for cluster in linked(article_).clusters] == [""]


def test_a_link_that_one_would_doubt_says_what_would_make_it_wrong() -> None:
    for names in (people("Ruslan Khasanov", "Rouslan Khassanov"), people("Petra Kovac", "P. Kovac")):
        found = linked([names[0]], [names[1]])
        for reasons in found.evidence.values():
            _, *rest = reasons
            assert [rule(r) for r in rest] == ["unless"]
            assert all(sentence(r).startswith("wrong if ") and r.weight == 0 for r in rest)
    chains = all_chains([people("Lena Brandt", "Lena", "Brandt")])
    given, surname = [chains[0].evidence[index] for index in (1, 2)]
    assert [rule(reason) for reason in given] == ["given", "unless"]
    assert [rule(reason) for reason in surname] == ["surname"]


def test_places_of_one_name_are_told_apart_by_what_else_the_article_names() -> None:
    def known(*names: str) -> set[str]:
        return {cluster.known for cluster in linked([(name, PLACE) for name in names]).clusters}

    assert "state:ge" in known("Georgia", "Tbilisi")
    assert "state:ge" in known("Georgia")
    assert "place:us-georgia" in known("Georgia", "Alabama", "Florida")
    assert "state:cg" in known("Congo", "Brazzaville")
    assert known("Congo") == {""}


def test_a_surname_is_the_foremosts_where_the_article_names_him_however_and_no_namesakes() -> None:
    many = [people("Bashar al-Assad")] * 8
    article_ = [*people("Bashar al Assads", "Assad"), *CITY]
    found = linked(*many, [*people("Hafez al-Assad"), *CITY], article_)
    assert {c.known: len(c.chains) for c in found.clusters if "assad" in c.known} == {
        "person:bashar-al-assad": 9,
        "person:hafez-al-assad": 1,
    }


def test_what_an_article_declares_holds_in_the_others_however_unlike_the_names_are() -> None:
    text = "Nadim Farahat, also known as Walid Korani, fled."
    names = ("Nadim Farahat", "Walid Korani")
    marks = [Mention(text.index(name), text.index(name) + len(name), PERSON, 1.0, "given") for name in names]
    others = [
        article(1, people("Nadim Farahat")),
        article(2, people("Nadeem Farahat")),
        article(3, people("Walid Korani")),
    ]
    dictionary = builtin_dictionary()
    chains = [c for one in [Document("0", "", text, marks), *others] for c in chains_of(one, dictionary)]
    found = resolve(chains, dictionary)
    assert len(found.clusters) == 1
    (why,) = {e for reasons in found.evidence.values() for e in reasons if rule(e) == "declared" and e.article}
    assert (why.names, why.article) == (("Walid Korani", "Nadim Farahat"), "0")
