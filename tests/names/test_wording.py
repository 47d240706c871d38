"""From facts to sentences: every mechanism has one, and it says the facts."""

import pytest

from reader.model import Evidence, Judged, Sign, Verdict
from reader.names.likeness import Change
from reader.names.wording import CHANGES, Mechanism, rule, sentence

NAMES = ("Brandt", "Lena Brandt", "Brand", "Vogel", "Khasanov")
JUDGED = Judged(Verdict.DIFFERENT, "2026-01-02T03:04:05+00:00", "they met")


@pytest.mark.parametrize("mechanism", Mechanism)
def test_every_mechanism_makes_one_line_of_its_facts(mechanism: Mechanism) -> None:
    reason = Evidence(Sign.FOR, mechanism, 0.5, NAMES, (1234, 1), judged=JUDGED)
    said = sentence(reason)
    assert said
    assert not set("{}\n") & set(said)
    assert said.startswith("wrong if ") == (rule(reason) == "unless")
    assert said == sentence(Evidence(Sign.AGAINST, mechanism.value, -0.5, NAMES, (1234, 1), judged=JUDGED))


def test_ids_of_mechanisms_and_changes_are_told_apart() -> None:
    assert not {one.value for one in Mechanism} & {one.value for one in Change}
    assert set(CHANGES) == set(Change)


def test_numbers_and_names_are_said_as_one_says_them() -> None:
    foremost = Evidence(Sign.FOR, Mechanism.FOREMOST, 0.7, ("Assad", "Bashar al-Assad"), (1200, 2))
    assert sentence(foremost) == "Bashar al-Assad is named in full in 1,200 articles, others so called in 2"
    learnt = Evidence(Sign.FOR, Mechanism.LEARNT, 0.8, ("the Board", "Lake Board"), (1,))
    assert sentence(learnt) == "“the Board” is used for Lake Board in 1 article, for another in none"
    several = Evidence(Sign.NEUTRAL, Mechanism.HOMONYM, 0.0, ("Congo", "A", "B", "C"))
    assert sentence(several) == "“Congo” is a name of A, B and C"
    caveat = Evidence(Sign.NEUTRAL, Mechanism.UNLESS_OTHERS, 0.0, ("Max Brandt", "Lena Brandt"))
    assert sentence(caveat) == "wrong if Max Brandt or Lena Brandt is meant"


def test_a_judgement_is_told_with_its_date_and_reason() -> None:
    told = Evidence(Sign.AGAINST, Mechanism.JUDGEMENT, -1.0, judged=JUDGED)
    assert sentence(told) == "judged different on 2026-01-02: they met"
    undated = Evidence(Sign.FOR, Mechanism.JUDGEMENT, 1.0, judged=Judged(Verdict.SAME))
    assert sentence(undated) == "judged the same"


def test_the_article_that_says_so_stands_at_the_end() -> None:
    declared = Evidence(Sign.FOR, Mechanism.DECLARED_ELSEWHERE, 0.9, ("LB", "Lake Board"), article="At the lake")
    assert sentence(declared) == "“LB” and “Lake Board” are one in “At the lake”"


def test_a_piece_without_a_counterpart_is_named() -> None:
    assert sentence(Evidence(Sign.FOR, Change.EQUAL, 0.1, left="Lena", right="Lena")) == "the same"
    assert sentence(Evidence(Sign.AGAINST, Change.MISSING, -0.1, right="Maria")) == "“Maria” has no counterpart"


def test_names_with_braces_are_names() -> None:
    assert sentence(Evidence(Sign.FOR, Mechanism.KNOWN, 1.0, ("{n}", "state"))) == "{n} is a known state"
