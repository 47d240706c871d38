"""Chains: which mentions of one article are one actor, and why."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.linking import chains_of, resolve
from reader.model import Chain, Document, Field, Kind, Mention
from reader.names.wording import rule, sentence
from reader.services.dictionaries import builtin_dictionary

PERSON, ORGANISATION, PLACE, STATE, OTHER = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.STATE, Kind.OTHER


def marked(text: str, *names: tuple[str, Kind], title: str = "") -> Document:
    """A document whose names stand in the text in this order."""
    mentions, at = [], 0
    for name, kind in names:
        start = text.index(name, at)
        at = start + len(name)
        mentions.append(Mention(start, at, kind, 1.0, "given"))
    return Document("d", title, text, mentions)


def chains(document: Document) -> list[Chain]:
    return chains_of(document, builtin_dictionary())


def groups(document: Document) -> list[list[str]]:
    return [
        [document.text[document.mentions[i].start : document.mentions[i].end] for i in c.members]
        for c in chains(document)
    ]


def test_a_surname_belongs_to_the_full_name() -> None:
    text = "Lena Brandt met Oskar Vogel. Brandt left; Mr. Vogel stayed, and Lena wrote."
    document = marked(
        text, ("Lena Brandt", PERSON), ("Oskar Vogel", PERSON), ("Brandt", PERSON), ("Vogel", PERSON), ("Lena", PERSON)
    )
    assert groups(document) == [["Lena Brandt", "Brandt", "Lena"], ["Oskar Vogel", "Vogel"]]
    (reason,) = chains(document)[0].evidence[2]
    assert (rule(reason), sentence(reason)) == ("surname", "“Brandt” is the surname of Lena Brandt in this article")


def test_a_surname_before_its_full_name_belongs_to_it_too() -> None:
    document = marked("Brandt resigned. Lena Brandt said so.", ("Brandt", PERSON), ("Lena Brandt", PERSON))
    assert groups(document) == [["Brandt", "Lena Brandt"]]


def test_a_given_name_yields_to_a_surname() -> None:
    text = "Karim Salem and Salem Yassin spoke. Salem was angry."
    document = marked(text, ("Karim Salem", PERSON), ("Salem Yassin", PERSON), ("Salem", PERSON))
    assert groups(document) == [["Karim Salem", "Salem"], ["Salem Yassin"]]


def test_of_two_with_one_surname_the_surname_alone_is_nobodys_unless_one_is_in_front() -> None:
    lena, max_, brandt = ("Lena Brandt", PERSON), ("Max Brandt", PERSON), ("Brandt", PERSON)
    open_ = marked("Lena Brandt sang. Max Brandt sang. Brandt bowed.", lena, max_, brandt)
    assert groups(open_) == [["Lena Brandt"], ["Max Brandt"], ["Brandt"]]
    more = marked("Lena Brandt sang. Max Brandt sang. Lena Brandt ate. Brandt bowed.", lena, max_, lena, brandt)
    assert groups(more) == [["Lena Brandt", "Lena Brandt", "Brandt"], ["Max Brandt"]]
    assert chains(more)[0].evidence[3][0].weight < 0.9
    before = marked("Lena Brandt sang. Brandt bowed. Then Max Brandt sang.", lena, brandt, max_)
    assert groups(before) == [["Lena Brandt", "Brandt"], ["Max Brandt"]]


def test_who_leads_a_state_is_no_relative_of_theirs() -> None:
    wife = ("Melania Trump", PERSON)
    trump = ("Trump", PERSON)
    for text in ("Melania Trump left. President Trump stayed.", "Melania Trump left. Mr. Trump stayed."):
        assert len(groups(marked(text, wife, trump))) == 2
    son = marked("Donald Trump Jr. left. President Trump stayed.", ("Donald Trump Jr.", PERSON), trump)
    assert len(groups(son)) == 2
    own = marked("Donald Trump left. President Trump stayed.", ("Donald Trump", PERSON), trump)
    assert len(groups(own)) == 1


def test_particles_and_articles() -> None:
    text = "Pieter van der Berg and Yusuf al-Hariri. Van der Berg paid, Hariri did not."
    document = marked(
        text, ("Pieter van der Berg", PERSON), ("Yusuf al-Hariri", PERSON), ("Van der Berg", PERSON), ("Hariri", PERSON)
    )
    assert groups(document) == [["Pieter van der Berg", "Van der Berg"], ["Yusuf al-Hariri", "Hariri"]]


def test_initials_and_another_romanisation() -> None:
    text = "L. Brandt, Lena Brandt, Mohamed Salem, Muhammad Salem"
    document = marked(
        text, ("L. Brandt", PERSON), ("Lena Brandt", PERSON), ("Mohamed Salem", PERSON), ("Muhammad Salem", PERSON)
    )
    assert len(groups(document)) == 2


def test_relatives_stay_apart() -> None:
    document = marked("Lena Brandt and Max Brandt", ("Lena Brandt", PERSON), ("Max Brandt", PERSON))
    assert len(groups(document)) == 2


def test_a_place_is_never_short_for_another() -> None:
    document = marked(
        "Vienna, Vienna Woods, York, New York", *[(n, PLACE) for n in ("Vienna", "Vienna Woods", "York", "New York")]
    )
    assert len(groups(document)) == 4


def test_an_organisation_and_its_initials_and_head() -> None:
    text = "The Harbour Workers League met the Lima Football Club. HWL cheered, Lima lost."
    document = marked(
        text,
        ("Harbour Workers League", ORGANISATION),
        ("Lima Football Club", ORGANISATION),
        ("HWL", ORGANISATION),
        ("Lima", ORGANISATION),
    )
    assert groups(document) == [["Harbour Workers League", "HWL"], ["Lima Football Club", "Lima"]]


def test_a_declared_acronym_beats_the_dictionary() -> None:
    text = "The Southern Dairy Farmers (SDF) met. The SDF voted."
    document = marked(text, ("Southern Dairy Farmers", ORGANISATION), ("SDF", ORGANISATION), ("SDF", ORGANISATION))
    (chain,) = chains(document)
    assert chain.kind is ORGANISATION
    assert chain.declared == ("SDF",)


def test_also_known_as() -> None:
    text = "Nadim Farah, also known as Abu Layth, fled. Abu Layth was caught."
    document = marked(text, ("Nadim Farah", PERSON), ("Abu Layth", PERSON), ("Abu Layth", PERSON))
    assert groups(document) == [["Nadim Farah", "Abu Layth", "Abu Layth"]]


def test_known_actors_are_never_joined_by_a_bracket() -> None:
    text = "Iran (Iraq) and Hamas, also known as Hezbollah"
    document = marked(text, ("Iran", PLACE), ("Iraq", PLACE), ("Hamas", ORGANISATION), ("Hezbollah", ORGANISATION))
    assert len(groups(document)) == 4


def test_nationalities_are_chains_of_their_own() -> None:
    text = "Syria denied it. Syrian officials and other Syrians agreed."
    state, people = chains(marked(text, ("Syria", PLACE), ("Syrian", OTHER), ("Syrians", OTHER)))
    assert (state.kind, state.nationality) == (STATE, False)
    assert (people.kind, people.nationality, len(people.members)) == (STATE, True, 2)


def test_the_title_is_read_first() -> None:
    body = "Lena Brandt spoke."
    mentions = [Mention(0, 11, PERSON, 1.0, "given"), Mention(0, 6, PERSON, 1.0, "given", Field.TITLE)]
    (chain,) = chains(Document("d", "Brandt speaks", body, mentions))
    assert chain.name == "Lena Brandt"
    assert chain.members == [0, 1]


def test_roles_beside_a_name_are_kept() -> None:
    text = "Foreign Minister Lena Brandt spoke. Oskar Vogel, the mayor of Lund, listened."
    minister, mayor = chains(marked(text, ("Lena Brandt", PERSON), ("Oskar Vogel", PERSON)))
    assert minister.titles == ("foreign minister",)
    assert mayor.titles == ("mayor of lund",)


WORDS = st.sampled_from(
    ["Lena", "Brandt", "Max", "UN", "Syria", "Syrian", "al-Hariri", "League", "of", "Lima", "(", ")", "'", "ﷺ"]
)


@given(st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), st.sampled_from(Kind)), max_size=12))
def test_every_mention_is_in_exactly_one_chain(names: list[tuple[str, Kind]]) -> None:
    document = marked("\n".join(name for name, _ in names), *names)
    members = [index for chain in chains(document) for index in chain.members]
    assert sorted(members) == list(range(len(names)))
    assert len({chain.id for chain in chains(document)}) == len(chains(document))


def doubtful(document: Document, **confidence: float) -> Document:
    """The same document, its recogniser less sure of these words."""
    mentions = [
        replace(m, confidence=confidence.get(document.text[m.start : m.end], m.confidence)) for m in document.mentions
    ]
    return replace(document, mentions=mentions)


def test_a_head_noun_is_short_for_the_one_organisation_that_has_it() -> None:
    text = "The Coastal Observatory for Whales counted. The Observatory said so; the Observatorys boats agreed."
    names = [("Coastal Observatory for Whales", ORGANISATION), ("Observatory", OTHER), ("Observatorys", ORGANISATION)]
    document = marked(text, *names)
    assert groups(document) == [["Coastal Observatory for Whales", "Observatory", "Observatorys"]]
    assert "the only one so called" in sentence(chains(document)[0].evidence[1][0])


def test_a_head_noun_of_two_organisations_is_neither() -> None:
    text = "The Harbour Council of Lund met the Dairy Council for Skåne. The Council rose."
    names = [("Harbour Council of Lund", ORGANISATION), ("Dairy Council for Skåne", ORGANISATION)]
    assert len(groups(marked(text, *names, ("Council", ORGANISATION)))) == 3


def test_a_surname_taken_for_a_place_is_the_person_named_in_full() -> None:
    text = "Lena Brandtow was seen. Troops loyal to Brandtow left."
    document = marked(text, ("Lena Brandtow", PERSON), ("Brandtow", PLACE))
    assert len(groups(document)) == 2, "a kind that is sure stands"
    document = doubtful(document, Brandtow=0.45)
    (chain,) = chains(document)
    assert chain.kind is PERSON
    assert sentence(chain.evidence[1][-1]) == "alone it may read as a place"


def test_a_place_that_the_dictionary_knows_is_no_surname() -> None:
    text = "Lena Berlin was seen in Berlin."
    document = doubtful(marked(text, ("Lena Berlin", PERSON), ("Berlin", PLACE)), Berlin=0.4)
    assert len(groups(document)) == 2


def test_a_leaders_surname_before_his_government_is_the_leader() -> None:
    document = doubtful(
        marked("The Mugabe regime fell. In Mugabe all was quiet.", ("Mugabe", ORGANISATION)), Mugabe=0.8
    )
    (chain,) = chains(document)
    assert chain.kind is PERSON
    (place,) = chains(doubtful(marked("In Mugabe all was quiet.", ("Mugabe", PLACE)), Mugabe=0.8))
    assert place.kind is PLACE


def test_known_names_count_whatever_kind_they_were_taken_for() -> None:
    text = "Daesh, Angela Merkel, ISILs and Abu Sayyaf"
    names = [("Daesh", PERSON), ("Angela Merkel", ORGANISATION), ("ISILs", OTHER), ("Abu Sayyaf", PERSON)]
    found = chains(marked(text, *names))
    assert [c.kind for c in found] == [Kind.ARMED_GROUP, PERSON, PERSON]
    assert found[0].members == [0, 2]


def test_capitals_are_the_agency_and_not_the_capital() -> None:
    agency, capital = chains(marked("SANA reported from Sana", ("SANA", PLACE), ("Sana", PLACE)))
    assert agency.kind is ORGANISATION
    assert capital.kind is PLACE


def test_a_chain_is_called_by_the_name_and_not_by_its_lost_possessive() -> None:
    (chain,) = chains(marked("Syrias border. Syria closed it.", ("Syrias", PLACE), ("Syria", PLACE)))
    assert chain.name == "Syria"


def test_evidence_is_in_words_for_a_reader() -> None:
    found = chains(marked("Syrian, Daesh, Syria", ("Syrian", OTHER), ("Daesh", ORGANISATION), ("Syria", PLACE)))
    resolution = resolve(found, builtin_dictionary())
    assert [sentence(resolution.evidence[c.id][0]) for c in found] == [
        "“Syrian” is the word for Syria or its people",
        "“Daesh” is a known name of Islamic State",
        "Syria is a known state",
    ]


def test_a_surname_alone_is_not_the_relative_of_whom_it_is_said() -> None:
    text = "Oskar Vogel visited his wife Lena Vogel. Vogel smiled. Lena Vogel slept, and Lena Vogel woke."
    lena = ("Lena Vogel", PERSON)
    document = marked(text, ("Oskar Vogel", PERSON), lena, ("Vogel", PERSON), lena, lena)
    assert groups(document)[0] == ["Oskar Vogel", "Vogel"]


def test_a_surname_whose_only_bearer_here_is_a_relative_is_left_to_all_articles() -> None:
    text = "Vogel's wife Lena Vogel slept. Vogel did not."
    document = marked(text, ("Vogel", PERSON), ("Lena Vogel", PERSON), ("Vogel", PERSON))
    assert groups(document) == [["Vogel", "Vogel"], ["Lena Vogel"]]
    text = "Lena Vogel, sister of the mayor, slept. Vogel did not."
    assert len(chains(marked(text, ("Lena Vogel", PERSON), ("Vogel", PERSON)))) == 2


def test_a_leader_named_before_a_namesake_is_the_leader() -> None:
    text = "Putin spoke. Lidia Putin listened. Putin went."
    document = marked(text, ("Putin", PERSON), ("Lidia Putin", PERSON), ("Putin", PERSON))
    assert groups(document) == [["Putin", "Putin"], ["Lidia Putin"]]


def test_a_family_is_no_person() -> None:
    text = "Lena Brandt's sons came. The Brandts sang."
    family = chains(marked(text, ("Lena Brandt", PERSON), ("Brandts", PERSON)))[1]
    assert (family.name, family.kind) == ("Brandts", Kind.GROUP)
    lost = "Lena Brandt came. Brandts sons came. " + "They sang and went home. " * 15
    assert len(chains(marked(lost, ("Lena Brandt", PERSON), ("Brandts", PERSON)))) == 1


def test_the_country_behind_a_racer_is_no_name_of_his() -> None:
    document = marked("1. Francois Granec (France)", ("Francois Granec", PERSON), ("France", PLACE))
    assert len(chains(document)) == 2


def test_the_state_right_before_a_shared_name_is_part_of_what_it_is_called() -> None:
    text = "Kenya and Kenya waited. The Turkish Foreign Ministry wrote, and Peru's Supreme Court ruled."
    kenya = ("Kenya", PLACE)
    names = [("Turkish", OTHER), ("Foreign Ministry", ORGANISATION), ("Peru", PLACE), ("Supreme Court", ORGANISATION)]
    found = {chain.name: list(chain.declared) for chain in chains(marked(text, kenya, kenya, *names))}
    assert found["Foreign Ministry"] == ["Turkish Foreign Ministry"]
    assert found["Supreme Court"] == ["Peru's Supreme Court"]


def test_a_surname_is_called_also_where_a_nom_de_guerre_leads_the_chain() -> None:
    text = "Maher Kessab, nom de guerre Abu Nur al-Jazari, spoke. Kessab left."
    names = [("Maher Kessab", PERSON), ("Abu Nur al-Jazari", PERSON), ("Kessab", PERSON)]
    assert groups(marked(text, *names)) == [["Maher Kessab", "Abu Nur al-Jazari", "Kessab"]]


def test_a_couple_of_one_surname_are_two() -> None:
    text = "Mr. Vogel bakes. Mrs. Vogel sells. Ingrid Vogel sings. Mr. Vogel hums."
    document = marked(text, ("Vogel", PERSON), ("Vogel", PERSON), ("Ingrid Vogel", PERSON), ("Vogel", PERSON))
    found = chains_of(document, builtin_dictionary())
    assert [chain.members for chain in found] == [[0, 3], [1, 2]]
    couple = marked(text, ("Vogel", PERSON), ("Vogel", PERSON))
    resolution = resolve(chains_of(couple, builtin_dictionary()), builtin_dictionary())
    assert len(resolution.clusters) == 2


def test_a_name_over_a_line_break_is_the_name() -> None:
    document = marked("It was Lena\nBrandt. Lena Brandt left.", ("Lena\nBrandt", PERSON), ("Lena Brandt", PERSON))
    (chain,) = chains(document)
    assert dict(chain.spellings) == {"Lena Brandt": 2}
