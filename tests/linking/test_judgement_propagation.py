"""What a verdict teaches about the same question in another spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking import resolve
from reader.linking.judgement_propagation import PropagatedJudgements, written_alike
from reader.model import Anchor, Chain, Judgement, Kind, Origin, Verdict
from reader.names.analyse import Name, analyse
from reader.names.dictionary import Dictionary
from reader.names.wording import sentence


def judged(left: str, right: str, verdict: Verdict, kind: Kind = Kind.PLACE, at: str = "2026-11-22") -> Judgement:
    return Judgement(Anchor(left, kind), Anchor(right, kind), verdict, at=at)


def name(text: str, kind: Kind = Kind.PLACE) -> Name:
    return analyse(text, kind)


def answer(told: list[Judgement], left: str, right: str, kind: Kind = Kind.PLACE) -> Verdict | None:
    found = PropagatedJudgements(told).answer([name(left, kind)], [name(right, kind)])
    return found.verdict if found else None


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("al-Hamadaniye", "Hamadaniyeh", True),
        ("Abu Mohammad al-Julani", "Abu Mohammed al-Jolani", True),
        ("al-Zarqa", "al-Sharqa", False),  # s, z and sh are three letters
        ("Hass", "Hess", False),  # two consonants say too little
        ("Binnish", "Binnish Camp", False),
        ("Battalion 12", "Battalion 13", False),
        ("SDF", "STF", False),
    ],
)
def test_names_written_alike(left: str, right: str, alike: bool) -> None:
    kind = Kind.ORGANISATION if left in ("SDF", "Battalion 12") else Kind.PLACE
    assert written_alike(name(left, kind), name(right, kind)) is alike


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_answers_the_same_question_in_another_spelling(verdict: Verdict) -> None:
    told = [judged("Yusuf Karmeli", "Abu Dawud", verdict, Kind.PERSON)]
    assert answer(told, "Yousuf Karmeli", "Abu Daoud", Kind.PERSON) is verdict
    assert answer(told, "Abu Daoud", "Yousuf Karmeli", Kind.PERSON) is verdict
    assert answer(told, "Yusuf Karmeli", "Abu Salim", Kind.PERSON) is None
    assert answer(told, "Yusuf Karmeli", "Abu Dawud", Kind.PLACE) is None, "of another kind"


def test_same_teaches_a_manner_of_spelling_and_different_does_not() -> None:
    assert answer([judged("Khneifes", "Khneifis", Verdict.SAME)], "Khneifees", "Khneifis") is Verdict.SAME
    assert answer([judged("Khneifes", "Khneifis", Verdict.DIFFERENT)], "Khneifees", "Khneifis") is None
    assert answer([judged("Khneifes", "Khneifis", Verdict.DIFFERENT)], "Khneifis", "Khneifes") is Verdict.DIFFERENT


def test_the_later_verdict_stands_and_opposite_lessons_teach_nothing() -> None:
    first, second = (
        judged("Yusuf Karmeli", "Abu Dawud", Verdict.SAME, Kind.PERSON, "2026-11-20"),
        judged("Yusuf Karmeli", "Abu Dawud", Verdict.DIFFERENT, Kind.PERSON, "2026-11-21"),
    )
    for told in ([first, second], [second, first]):
        assert answer(told, "Yusuf Karmeli", "Abu Daoud", Kind.PERSON) is Verdict.DIFFERENT
    other = judged("Yousuf Karmeli", "Abu Dawood", Verdict.SAME, Kind.PERSON)
    assert answer([second, other], "Yusef Karmeli", "Abu Daoud", Kind.PERSON) is None
    assert answer([second, other], "Yusuf Karmeli", "Abu Dawud", Kind.PERSON) is Verdict.DIFFERENT


def test_a_verdict_on_one_article_teaches_nothing_elsewhere() -> None:
    here = Judgement(
        Anchor("Khneifes", Kind.PLACE, Origin("1")), Anchor("Khneifis", Kind.PLACE), Verdict.SAME, at="2026-11-22"
    )
    assert answer([here], "Khneifes", "Khneifis") is None


SPELLINGS = ("Khneifes", "Khneifis", "Khneifees", "Khnayfis", "Marea", "Mareea", "Hass")


@given(
    st.lists(st.tuples(st.sampled_from(SPELLINGS), st.sampled_from(SPELLINGS), st.sampled_from(Verdict)), max_size=4),
    st.sampled_from(SPELLINGS),
    st.sampled_from(SPELLINGS),
    st.randoms(),
)
def test_the_answer_is_the_same_from_either_side_and_in_any_order(
    pairs: list[tuple[str, str, Verdict]], left: str, right: str, random: object
) -> None:
    told = [judged(a, b, verdict, at=f"2026-11-0{at}") for at, (a, b, verdict) in enumerate(pairs)]
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert answer(told, left, right) is answer(shuffled, right, left)


def chain(number: int, text: str) -> Chain:
    return Chain(str(number), str(number), Kind.PLACE, text, {text: 1})


def test_linking_joins_what_is_taught_and_asks_it_no_more() -> None:
    nothing = Dictionary.of([])
    chains = [chain(1, "Khneifes"), chain(2, "Khneifis"), chain(3, "Khneifees")]
    before = resolve(chains, nothing)
    assert len(before.clusters) == 3
    assert before.doubts
    after = resolve(chains, nothing, [judged("Khneifes", "Khneifis", Verdict.SAME)])
    assert [cluster.chains for cluster in after.clusters] == [("1", "2", "3")]
    assert not after.doubts
    assert any("written like them" in sentence(reason) for reasons in after.evidence.values() for reason in reasons)
    parted = resolve(chains, nothing, [judged("Khneifes", "Khneifis", Verdict.DIFFERENT)])
    assert len(parted.clusters) == 3
    assert len(parted.doubts) == 2, "the third may be either"
