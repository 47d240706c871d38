"""How sure linking is of each mechanism: the weight of the reason that it gives, all of them in this file.

A weight says how sure a link is that stands on this reason alone, from 0 to 1. Where two names speak for themselves,
the reason weighs what comparing them scored (`reader.names.scores`); that is not listed here. No weight decides whether
two are linked, which is what the steps of `reader.linking.resolve` and `reader.linking.policy` do. It decides what a
person is told: from `reader.thresholds.SURE_LINK` a link stands without what would make it wrong, a card shows the
weakest step that a mention hangs on, and of several reasons the strongest is given.

Where the numbers come from: they were chosen by hand, so that what can be trusted more weighs more. None is fitted, and
none is a measured likelihood: what was measured is what each mechanism adds to linking (`docs/linking.md`).
"""

from collections.abc import Mapping

from reader.model import Evidence, Judged, Sign
from reader.names.wording import Mechanism

CERTAIN = 1.0
"""What a person, the dictionary or the article itself says."""

SAID_ELSEWHERE = 0.9
"""What a person said of other spellings, or another article of these names: less than what is said of the very ones."""

ONE_OF_SEVERAL_KINDS = 0.9
"""One name of several words, taken for two kinds."""

FULL, ONE_WORD, COMMON = 0.95, 0.85, 0.7
"""Two names written alike: of several words, of one, of nothing but common words or a surname alone."""

OPEN = 0.5
"""What speaks neither way: a tie between two, one of those who bear a surname, names that a judgement keeps apart.

As the score of a question it also orders them: in the review queue, and where verdicts on other spellings answer them.
"""

WEIGHTS: Mapping[Mechanism, float] = {
    # What a person said
    Mechanism.JUDGEMENT: CERTAIN,
    Mechanism.TAUGHT: SAID_ELSEWHERE,
    # What a dictionary knows
    Mechanism.KNOWN: CERTAIN,
    Mechanism.KNOWN_NAME: CERTAIN,
    Mechanism.NATIONALITY: FULL,
    Mechanism.STATE: ONE_WORD,
    # Names that are written alike
    Mechanism.REJOINED: FULL,
    Mechanism.SAME_NAME: ONE_OF_SEVERAL_KINDS,
    Mechanism.ANY_KIND: ONE_OF_SEVERAL_KINDS,
    # What an article says
    Mechanism.DECLARED: CERTAIN,
    Mechanism.DECLARED_ELSEWHERE: SAID_ELSEWHERE,
    # Short forms of a name in full in the same article
    Mechanism.SURNAME: 0.95,
    Mechanism.GIVEN: 0.85,
    Mechanism.NAME_PART: 0.8,
    Mechanism.SURNAME_SPELT: 0.75,
    Mechanism.ACRONYM_HERE: 0.9,
    Mechanism.HEAD_NOUN: 0.85,
    Mechanism.HEAD: 0.8,
    Mechanism.TAIL: 0.8,
    # Who is meant in an article that does not say it
    Mechanism.ONLY_BEARER: 0.85,
    Mechanism.ONLY_BEARER_BESIDE: 0.85,
    Mechanism.ONLY_LONGER: 0.8,
    Mechanism.COMPANY: 0.8,
    Mechanism.COMPANY_BESIDE: 0.8,
    Mechanism.ONLY_FITTING: 0.75,
    Mechanism.ONLY_KNOWN: 0.7,
    Mechanism.FOREMOST: 0.7,
    Mechanism.BESIDE: 0.6,
    # What all articles together say
    Mechanism.ENDING: 0.85,
    Mechanism.TRANSLATED: 0.85,
    Mechanism.LEARNT: 0.8,
    Mechanism.USAGE: 0.7,
}
"""What speaks for a link, by mechanism."""

PART_OF_SEVERAL = 0.6
"""Instead of `HEAD` and `TAIL`, where several names in the article begin or end so."""

ONE_OF_SEVERAL = 0.25
"""What a lone name of a person loses where several in the article are called so."""

MISREAD = 0.1
"""What it loses where the recogniser took it for another kind."""


def speaks_for(
    mechanism: Mechanism,
    names: tuple[str, ...],
    numbers: tuple[float, ...] = (),
    *,
    article: str = "",
    judged: Judged | None = None,
) -> Evidence:
    """The reason for a link that a mechanism gives, with its weight; its facts as of `Evidence`."""
    return Evidence(Sign.FOR, mechanism, WEIGHTS[mechanism], names, numbers, article=article, judged=judged)
