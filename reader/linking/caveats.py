"""What would have to be true for a link to be wrong: it goes with every link that somebody might doubt."""

from collections.abc import Mapping

from reader.model import Evidence, Sign
from reader.names.wording import Mechanism, rule
from reader.thresholds import SURE_LINK

RULE = "unless"
"""The rule of such a piece of evidence; it follows the reason that it qualifies."""


_CAVEATS: Mapping[str, Mechanism] = {
    "folded": Mechanism.UNLESS_NAMESAKES,
    "spelling": Mechanism.UNLESS_TWO,
    "part": Mechanism.UNLESS_FURTHER,
    "order": Mechanism.UNLESS_TURNED,
    "initial": Mechanism.UNLESS_INITIALS,
    "given": Mechanism.UNLESS_GIVEN,
    "surname": Mechanism.UNLESS_SURNAME,
    "ending": Mechanism.UNLESS_ENDING,
    "short form": Mechanism.UNLESS_SHORT,
    "head noun": Mechanism.UNLESS_SHORT,
    "head": Mechanism.UNLESS_MORE,
    "tail": Mechanism.UNLESS_MORE,
    "acronym": Mechanism.UNLESS_ACRONYM,
    "translated": Mechanism.UNLESS_COMMON,
    "usage": Mechanism.UNLESS_USAGE,
}
"""What may be wrong with a reason, by its rule."""


def doubtful(mechanism: Mechanism, *names: str) -> Evidence:
    """What would have to be true for the link just said to be wrong; it moves no score."""
    return Evidence(Sign.NEUTRAL, mechanism, 0.0, names)


def qualifies(reason: Evidence) -> bool:
    """Whether a piece of evidence says what would make the one before it wrong."""
    return rule(reason) == RULE


def qualified(reason: Evidence, short: str, long: str, caveat: Evidence | None = None) -> tuple[Evidence, ...]:
    """A reason for a link, and unless it is sure what would make it wrong: what is given, else what its rule says.

    `short` is the name that was joined, `long` the one it was joined to.
    """
    if caveat is None and reason.weight < SURE_LINK and reason.sign is Sign.FOR:
        known = _CAVEATS.get(rule(reason))
        caveat = doubtful(known, short, long) if known is not None else None
    return (reason,) if caveat is None else (reason, caveat)
