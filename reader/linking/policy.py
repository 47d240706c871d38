"""What comparing two names leads to when they are linked: the one table of policy.

`reader.names.compare` judges the names. What follows from its verdict depends on where they stand: in one article a
short form or an initial has its full name beside it, across articles nothing but the names ties them.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache

from reader.model import Verdict
from reader.names.compare import Comparison
from reader.names.wording import Mechanism
from reader.thresholds import DOUBTFUL_PAIR


class Setting(StrEnum):
    """Where two names stand that are compared."""

    ARTICLE = "in one article"
    ARTICLES = "in two articles"
    NEAR = "in two articles that speak of one state"
    KNOWN = "in an article, and in the dictionary"


class Outcome(Enum):
    """What linking does with two names."""

    JOIN = "join"
    DOUBT = "doubt"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what leads where."""

    verdict: Verdict
    outcome: Outcome
    why: str
    mechanisms: AbstractSet[str] = frozenset()
    """By what it was concluded; empty: by whatever."""
    settings: AbstractSet[Setting] = frozenset(Setting)
    score: float = 0.0
    """The lowest likelihood that it takes."""

    def speaks_of(self, verdict: Verdict, mechanism: str, setting: Setting) -> bool:
        """Whether the row is about such a comparison, likely enough."""
        named = not self.mechanisms or mechanism in self.mechanisms
        return named and verdict is self.verdict and setting in self.settings


LIKELY = 0.9
"""Score from which names whose words are common ones are joined, though one of these is spelt a little otherwise."""

WHOLE_WORDS = 0.7
"""Score from which each word of a shorter name is one of the longer one's: what is spelt otherwise scores less."""

BY_ARTICLES = frozenset(
    {
        Mechanism.ONE_WORD,
        Mechanism.ONE_WORD_SPELT,
        Mechanism.ONE_WORD_ACROSS,
        Mechanism.INITIALS_FIT,
        Mechanism.SHORTER,
        Mechanism.GENERIC,
        Mechanism.GENERIC_WORDS,
    }
)
"""What the articles together may settle where two names cannot: whom a word alone, initials or a shorter name mean, if
one person only fits; and of which state a name is that every state has (`linking.surname_only`,
`linking.shared_names`)."""

_APART = frozenset(Setting) - {Setting.ARTICLE}

POLICY = (
    Row(
        Verdict.SAME,
        Outcome.NOTHING,
        "which known actor a name is was settled by its article before names were held against each other",
        frozenset({Mechanism.ONE_ENTRY, Mechanism.BELONG_BOTH}),
    ),
    Row(
        Verdict.UNSURE,
        Outcome.NOTHING,
        "of which state a name is that every state has, its article has said",
        frozenset({Mechanism.GENERIC}),
    ),
    Row(
        Verdict.UNSURE,
        Outcome.DOUBT,
        "whom one word means, the articles that have it say first; what they leave open is a question",
        frozenset({Mechanism.ONE_WORD, Mechanism.ONE_WORD_SPELT, Mechanism.ONE_WORD_ACROSS}),
    ),
    Row(
        Verdict.SAME,
        Outcome.DOUBT,
        "where no word of a name stands firm, two persons are as likely",
        frozenset({Mechanism.NO_WORD_FIRM}),
        _APART,
    ),
    Row(
        Verdict.SAME,
        Outcome.DOUBT,
        "nothing but its letters ties an acronym to a long name, and many names have those letters",
        frozenset({Mechanism.ACRONYM}),
        _APART,
    ),
    Row(
        Verdict.SAME,
        Outcome.DOUBT,
        "one short word, spelt otherwise, is often another name",
        frozenset({Mechanism.LOOSE_WORD}),
        _APART,
    ),
    Row(
        Verdict.SAME,
        Outcome.DOUBT,
        "one word, spelt otherwise, is one name where the articles speak of one state",
        frozenset({Mechanism.WORD}),
        frozenset({Setting.ARTICLES, Setting.KNOWN}),
    ),
    Row(Verdict.SAME, Outcome.JOIN, "the names say so"),
    Row(
        Verdict.UNSURE,
        Outcome.JOIN,
        "in one article, who is named in full and with initials is one person",
        frozenset({Mechanism.INITIALS_FIT}),
        frozenset({Setting.ARTICLE}),
    ),
    Row(
        Verdict.UNSURE,
        Outcome.JOIN,
        "in one article, who is named in full and by some of these names is one person",
        frozenset({Mechanism.SHORTER}),
        frozenset({Setting.ARTICLE}),
        WHOLE_WORDS,
    ),
    Row(
        Verdict.UNSURE,
        Outcome.JOIN,
        "news names one person with and without the middle initial, and one bearer of a common name",
        frozenset({Mechanism.INITIAL_MORE, Mechanism.COMMON}),
    ),
    Row(
        Verdict.UNSURE,
        Outcome.JOIN,
        "all words but one are the same",
        frozenset({Mechanism.ALIKE}),
        score=LIKELY,
    ),
    Row(Verdict.UNSURE, Outcome.DOUBT, "only the articles or a person can tell", score=DOUBTFUL_PAIR),
)
"""The first row that fits decides; where none does, two names have nothing to do with each other."""


def outcome(found: Comparison, setting: Setting) -> Outcome:
    """What two names that were compared lead to."""
    rows = _rows(found.verdict, found.reasons[0].mechanism, setting)
    return next((row.outcome for row in rows if found.score >= row.score), Outcome.NOTHING)


@cache
def _rows(verdict: Verdict, mechanism: str, setting: Setting) -> tuple[Row, ...]:
    return tuple(row for row in POLICY if row.speaks_of(verdict, mechanism, setting))
