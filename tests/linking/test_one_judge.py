"""One judge: what comparing two names says in no article is what linking does with two articles that hold just them.

Linking knows more than two names only where one is a word alone, of which the articles say whom it means.
"""

from collections.abc import Callable
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking import chains_of, resolve
from reader.linking.policy import BY_ARTICLES, LIKELY, POLICY, WHOLE_WORDS, Outcome, Setting, outcome
from reader.model import Chain, Document, Kind, Mention, Sign, Verdict
from reader.names import scores
from reader.names.analyse import Name, analyse
from reader.names.compare import Comparison, compare
from reader.names.dictionary import Dictionary, Entry
from reader.names.wording import Mechanism, rule
from reader.thresholds import DOUBTFUL_PAIR

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE

KNOWN = Dictionary.of(
    [
        Entry("person:brandt", PERSON, "Lena Brandt", ("Helene Brandt",)),
        Entry("org:lake", ORGANISATION, "Lake Basin Commission", acronyms=("LBC",)),
        Entry("org:sea", ORGANISATION, "Inland Sea Commission", related=("org:lake",)),
    ]
)

GROUPS: dict[Kind, list[list[str]]] = {
    PERSON: [
        ["Ruslan Khasanov", "Rouslan Khassanov", "RUSLAN KHASANOV", "Khasanov, Ruslan", "Ruslan Timurovich Khasanov"],
        ["Ruslan T. Khasanov", "R. Khasanov", "Ruslan V. Khasanov", "Ruslan Timurovich Khasanov"],
        ["Abdul Rahman al-Najjar", "Abdulrahman Najjar", "Abd ar-Rahman an-Najar", "Abu Rahman al-Najjar"],
        ["Petra Lindqvist", "Petra Lindkvist", "Lindqvist Petra", "Petra Lindquist-Holm", "Peter Lindqvist"],
        ["Jean-Claude Marchand", "JC Marchand", "J.-C. Marchand", "Jean Marchand", "Claude Marchand"],
        ["Deng Haoran", "Teng Haoran", "Haoran Deng", "Deng Hao Ran", "Ding Haoran"],
        ["Pol Ter", "PolTer", "Anton van der Bilt", "Anton Vanderbilt", "Anton Bilt"],
        ["Marwan Haddad", "مروان حداد", "Marouane Haddad", "Marwan Hadad", "Маруан Хаддад"],
        ["Lena Brandt", "Helene Brandt", "Lena Brand", "L. Brandt", "Lena Maria Brandt", "Lina Brandt"],
        ["Vladimir Sokolov", "Volodymyr Sokolov", "Vladimir Sokoloff", "Владимир Соколов"],
        ["Carlos Ortega Ruiz", "Carlos Ortega", "Ortega Ruiz, Carlos", "Carlos Ruiz", "Karl Ortega Ruiz"],
        ["Dr. Omar Saleh", "Omar Saleh Jr.", "Omar Saleh Sr.", "Omar Saleh", "Umar Salih"],
        ["Khasanov", "Ruslan Khasanov", "Khassanov"],
        ["Dave Richardson", "David Richards", "Michaela Kron", "Mikaela Krohn", "Michael Kron"],
    ],
    ORGANISATION: [
        ["Coastal Observatory for Whales", "Coastal Observatory of Whales", "Whale Coastal Observatory"],
        ["Coastal Observatory for Whales", "Coastal Observatory of Whales", "COW"],
        ["Good Will Fishing Company", "Goodwill Fishing Company", "Good Will Fishing Co.", "Goodwill Fisheries"],
        ["Lakeside Environment Agency", "Lakeside Environmental Agency", "Lakeside Agency of Environment"],
        ["LBC", "Lake Basin Commission", "Lake Basin Comission", "Inland Sea Commission", "Lake Bassin Commission"],
        ["1st Harbour Brigade", "2nd Harbour Brigade", "First Harbour Brigade", "Harbour Brigade"],
        ["Northern Dairy Board", "Southern Dairy Board", "Nothern Dairy Board", "Dairy Board"],
        ["Gaspromia", "Gazpromia", "Gasprommia", "Gaspromia Europe"],
        ["Palmers Orchard Holding", "Palmers Orchad Holding", "Orchard Palmers Holding", "Palmers Holding"],
        ["Supreme Court", "SUPREME COURT", "Court, Supreme"],
        ["Lundgren Foundation", "Lundgrens Foundation", "Lundgren Stiftung Foundation", "Lundgrin Foundation"],
    ],
    PLACE: [
        ["Qusair", "Qusayr", "al-Qusayr", "Qasr", "Qusair al-Gharbi"],
        ["Saint Ormond", "St. Ormond", "Ormond", "Sankt Ormond", "Ormond Saint"],
        ["Deir Hafer", "Dayr Hafir", "Deirhafer", "Deir az-Zor"],
    ],
}
"""Names of our making: each is held against all others of its row, so that every mechanism speaks."""

PAIRS = [(kind, *pair) for kind, rows in GROUPS.items() for row in rows for pair in combinations(row, 2)]


def chains(kind: Kind, names: tuple[str, str], dictionary: Dictionary) -> list[Chain]:
    """The chains of two articles, each of which holds nothing but one of the names."""
    documents = (
        Document(str(at), "", name, [Mention(0, len(name), kind, 1.0, "given")]) for at, name in enumerate(names)
    )
    return list(chain.from_iterable(chains_of(document, dictionary) for document in documents))


def linked(kind: Kind, names: tuple[str, str], dictionary: Dictionary) -> Outcome:
    """What linking makes of two articles, each of which holds nothing but one of the names."""
    found = resolve(chains(kind, names, dictionary), dictionary)
    if len(found.clusters) == 1:
        return Outcome.JOIN
    asked = [doubt for doubt in found.doubts if doubt.verdict is Verdict.UNSURE]
    return Outcome.DOUBT if asked else Outcome.NOTHING


def agree(kind: Kind, left: str, right: str, dictionary: Dictionary) -> None:
    """Fail where linking does otherwise than the policy says of the judge's verdict."""
    one, other = analyse(left, kind), analyse(right, kind)
    found = compare(one, other, dictionary)
    if found.reasons[0].mechanism in BY_ARTICLES:
        return
    if one.key == other.key or found.reasons[0].mechanism == Mechanism.ONE_ENTRY:
        expected = Outcome.JOIN  # They are one name before any is held against another.
    elif meant(one, dictionary) & meant(other, dictionary):
        expected = Outcome.JOIN  # Each is, by its spelling, a name of one known actor.
    else:
        expected = outcome(found, Setting.ARTICLES)
    did = linked(kind, (left, right), dictionary)
    said = f"{left} / {right}: {found.verdict} {found.score} by {found.reasons[0].mechanism}"
    assert did is expected, said


def meant(name: Name, dictionary: Dictionary) -> set[str]:
    """The known actors whose name it is, or whose name it is like enough."""
    known = dictionary.lookup(name)
    return (
        {known.id}
        if known
        else {
            entry.id
            for entry in dictionary.entries()
            for text in (entry.name, *entry.names)
            if entry.kind is name.kind
            and outcome(compare(name, analyse(text, entry.kind), dictionary), Setting.KNOWN) is Outcome.JOIN
        }
    )


@pytest.mark.parametrize(("kind", "left", "right"), PAIRS)
def test_linking_does_what_the_judge_says(kind: Kind, left: str, right: str) -> None:
    for dictionary in (Dictionary(), KNOWN):
        agree(kind, left, right, dictionary)


def test_the_pairs_let_many_mechanisms_speak() -> None:
    spoken = {compare(analyse(a, kind), analyse(b, kind), KNOWN).reasons[0].mechanism for kind, a, b in PAIRS}
    assert len(spoken) > 25


NOISE: list[Callable[[str], str]] = [
    str.upper,
    lambda name: " ".join(reversed(name.split())),
    lambda name: name.replace("a", "e", 1),
    lambda name: name.replace("i", "y"),
    lambda name: name[:3] + name[4:],
    lambda name: name.replace(" ", "", 1),
    lambda name: f"{name.split()[0][0]}. {' '.join(name.split()[1:])}",
    lambda name: name.replace(" ", " K. ", 1),
    lambda name: name.replace(" ", " Maria ", 1),
    lambda name: f"{name} 2",
]
SYLLABLES = [consonant + vowel for consonant in "bdgklmnprstvz" for vowel in "aeiou"]
WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4).map(lambda found: "".join(found).title())


@given(
    st.lists(WORDS, min_size=2, max_size=3, unique=True).map(" ".join),
    st.sampled_from(NOISE),
    st.sampled_from(list(GROUPS)),
)
def test_linking_does_what_the_judge_says_of_any_variant(name: str, spoil: Callable[[str], str], kind: Kind) -> None:
    other = spoil(name)
    both = compare(analyse(name, kind), analyse(other, kind))
    # One of the two may be so far from the other that it is not looked at, though a person might have been asked.
    asked = outcome(both, Setting.ARTICLES) is Outcome.DOUBT
    if asked and both.reasons[0].mechanism not in BY_ARTICLES:
        assert linked(kind, (name, other), Dictionary()) in (Outcome.DOUBT, Outcome.NOTHING)
    else:
        agree(kind, name, other, Dictionary())


def test_every_row_of_the_policy_says_why_and_is_reached() -> None:
    rows: set[str] = set()
    for kind, left, right in PAIRS:
        found = compare(analyse(left, kind), analyse(right, kind), KNOWN)
        for setting in Setting:
            speaking = [row for row in POLICY if row.speaks_of(found.verdict, found.reasons[0].mechanism, setting)]
            rows.update(row.why for row in speaking if found.score >= row.score)
    assert rows == {row.why for row in POLICY}


def test_what_is_not_joined_is_asked_from_the_one_threshold_on() -> None:
    said = compare(analyse("Ruslan Khasanov", PERSON), analyse("R. Khasanov", PERSON))
    assert said.verdict is Verdict.UNSURE
    for score, expected in ((DOUBTFUL_PAIR, Outcome.DOUBT), (DOUBTFUL_PAIR - 0.01, Outcome.NOTHING)):
        assert outcome(Comparison(said.verdict, score, said.reasons), Setting.ARTICLES) is expected


def test_scores_lie_on_the_side_of_a_threshold_that_the_policy_counts_on() -> None:
    # A shorter name is joined in one article where its words are whole, and never where one is spelt otherwise.
    assert scores.SHORTER_RESPELT.most < WHOLE_WORDS <= scores.SHORTER_OF_TWO.most <= scores.SHORTER.most
    # Names alike are joined where all words but one are the same, and never where that hangs on a short word.
    assert scores.RESPELT_SHORT.most < LIKELY <= scores.RESPELT.most
    # What says too little, or that they are two, is no question.
    unasked = (scores.NOT_ENOUGH, scores.EXTRA, scores.DISAGREE, scores.LONGER_PLACE, scores.FILIATION)
    assert max(bounds.most for bounds in unasked) < DOUBTFUL_PAIR


def test_a_link_shows_the_judges_reason_and_weight() -> None:
    names = ("Ruslan Khasanov", "Rouslan Khassanov")
    left, right = (analyse(name, PERSON) for name in names)
    found = compare(left, right)
    for reason, caveat in resolve(chains(PERSON, names, KNOWN), KNOWN).evidence.values():
        assert (reason.sign, reason.mechanism, reason.weight) == (Sign.FOR, found.reasons[0].mechanism, found.score)
        assert rule(caveat) == "unless"
