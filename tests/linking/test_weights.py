"""How sure linking is of its mechanisms: what the weights have to keep to, whatever they are set to."""

import pytest

from reader.linking.caveats import qualified
from reader.linking.mechanism_weights import CERTAIN, OPEN, WEIGHTS, speaks_for
from reader.names.wording import Mechanism, rule
from reader.thresholds import SURE_LINK

SAY_IT_THEMSELVES = {Mechanism.STATE, Mechanism.COMPANY, Mechanism.COMPANY_BESIDE}
"""Mechanisms whose step says what would make the link wrong, by names that only it knows."""


def test_what_speaks_for_a_link_is_surer_than_what_speaks_neither_way() -> None:
    assert all(OPEN < weight <= CERTAIN for weight in WEIGHTS.values())


@pytest.mark.parametrize("mechanism", sorted(set(WEIGHTS) - SAY_IT_THEMSELVES))
def test_a_link_that_one_would_doubt_says_what_would_make_it_wrong(mechanism: Mechanism) -> None:
    reason, *caveats = qualified(speaks_for(mechanism, ("Brandt", "Lena Brandt")), "Brandt", "Lena Brandt")
    assert [rule(caveat) for caveat in caveats] == ([] if reason.weight >= SURE_LINK else ["unless"])
