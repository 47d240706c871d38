"""What comparing two names concludes, and how its reasons add up to its score."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reader.model import Evidence, Sign, Verdict
from reader.names.alignment import Alignment
from reader.names.analyse import Name
from reader.names.dictionary import Dictionary
from reader.names.likeness import Change
from reader.names.scores import KNOWN_NOTHING, TIED, Bounds
from reader.names.tables import ARTICLES
from reader.names.weighing import BIAS, Factor, likelihood, probability, table_of
from reader.names.wording import Mechanism


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two names are to each other."""

    verdict: Verdict
    score: float
    """How likely they are one actor, 0 to 1; around one half when only the article could tell."""
    reasons: tuple[Evidence, ...]
    """The conclusion, and what would make it wrong."""
    weighed: "Weighed | None" = None
    """What the conclusion was drawn from, where words were laid side by side."""
    turned: bool = False
    """The pieces are shown on the other sides: those of the right name to the left."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The conclusion, every piece that it was drawn from, and what would make it wrong; made when asked for.

        The weights add up to the score, from one half, which is where nothing is known.
        """
        found = self.reasons if self.weighed is None else _explained(self.score, self.reasons, self.weighed)
        return tuple(replace(one, left=one.right, right=one.left) for one in found) if self.turned else found

    def drawn_from(self, weighed: "Weighed") -> "Comparison":
        """The same, with what it was drawn from."""
        return Comparison(self.verdict, self.score, self.reasons, weighed)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two names laid side by side, and what each piece says."""

    alignment: Alignment
    factors: Sequence[Factor]
    person: bool


Rule = Callable[[Name, Name, Dictionary], Comparison | None]

_SIGNS = {
    Change.EDIT: Sign.NEUTRAL,
    Change.SLIP: Sign.NEUTRAL,
    Change.INITIAL: Sign.NEUTRAL,
    Change.REPEATED: Sign.NEUTRAL,
    Change.MISSING: Sign.AGAINST,
    Change.CLASH: Sign.CONTRADICTS,
}


def decided(
    verdict: Verdict, score: float, sign: Sign, mechanism: Mechanism, *names: str, numbers: tuple[float, ...] = ()
) -> Comparison:
    """A comparison that one reason decides; `names` and `numbers` are the facts of its evidence."""
    reason = Evidence(sign, mechanism, round(score - KNOWN_NOTHING, 4), names, numbers)
    return Comparison(verdict, score, (reason,))


def same(score: float, mechanism: Mechanism, *names: str, numbers: tuple[float, ...] = ()) -> Comparison:
    """One actor, for this reason."""
    return decided(Verdict.SAME, score, Sign.FOR, mechanism, *names, numbers=numbers)


def different(score: float, mechanism: Mechanism, *names: str, numbers: tuple[float, ...] = ()) -> Comparison:
    """Two actors, for this reason."""
    return decided(Verdict.DIFFERENT, score, Sign.AGAINST, mechanism, *names, numbers=numbers)


def related(mechanism: Mechanism, *names: str) -> Comparison:
    """Two actors that are tied, by this."""
    return decided(Verdict.RELATED, TIED, Sign.NEUTRAL, mechanism, *names)


def unsure(score: float, mechanism: Mechanism, *names: str, numbers: tuple[float, ...] = ()) -> Comparison:
    """What only the article or a person can tell."""
    return decided(Verdict.UNSURE, score, Sign.NEUTRAL, mechanism, *names, numbers=numbers)


def wrong_if(comparison: Comparison, mechanism: Mechanism, *names: str) -> Comparison:
    """The comparison with what would have to be true for it to be wrong."""
    doubt = Evidence(Sign.NEUTRAL, mechanism, 0.0, names)
    return replace(comparison, reasons=(*comparison.reasons, doubt))


def _explained(score: float, reasons: Sequence[Evidence], weighed: Weighed) -> tuple[Evidence, ...]:
    """The reasons with every piece behind the conclusion, each with what it moves the likelihood by.

    The conclusion's own weight is the rest: what the rule itself adds, or takes away.
    """
    alignment, table = weighed.alignment, table_of(weighed.person)
    pairs = len(alignment.pairs)
    # What holds before any word is compared holds because some agree: it is theirs, in equal shares.
    share = table.get(BIAS, 0.0) / pairs if pairs else 0.0
    total, before = (0.0 if pairs else table.get(BIAS, 0.0)), KNOWN_NOTHING
    pieces = []
    for factor in weighed.factors:
        if BIAS in factor.terms:
            continue
        total += factor.log_odds(table) + (share if factor.piece in alignment.pairs else 0.0)
        after = probability(total)
        if factor.piece is not None:
            pieces.append(_piece(alignment, factor, after - before))
        elif factor.mechanism is not None:
            sign = Sign.AGAINST if after < before else Sign.NEUTRAL
            pieces.append(Evidence(sign, factor.mechanism, round(after - before, 4)))
        before = after
    conclusion, *doubts = reasons
    rest = round(score - KNOWN_NOTHING - sum(piece.weight for piece in pieces), 3)
    return replace(conclusion, weight=rest + 0.0), *pieces, *doubts


def _piece(alignment: Alignment, factor: Factor, weight: float) -> Evidence:
    piece = factor.piece
    assert piece is not None
    left, right = alignment.sources(piece)
    change = Change.ARTICLE if piece.change is Change.EQUAL and _only_article(left, right) else piece.change
    return Evidence(_SIGNS.get(change, Sign.FOR), change, round(weight, 4), left=left, right=right)


def _only_article(left: str, right: str) -> bool:
    """Whether two equal words are written with another article, or only one of them with any."""
    return left.casefold() != right.casefold() and any(
        text.casefold().replace("-", " ").split()[0] in ARTICLES and len(text.replace("-", " ").split()) > 1
        for text in (left, right)
    )


def capped(found: Iterable[Factor], person: bool, within: Bounds) -> float:
    """The likelihood, held within what the rule allows."""
    return round(min(within.most, max(within.least, likelihood(list(found), person))), 4)
