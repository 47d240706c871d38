"""The review queue: what linking is unsure about, put to a person with all that helps to judge."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from math import log
from typing import TypeAlias

from reader.library import dossier, review
from reader.library.actors import actor
from reader.library.articles import status
from reader.library.judgements import judgements
from reader.library.store import Reader
from reader.library.views import ActorRow, Quote
from reader.linking.judgement_propagation import PropagatedJudgements
from reader.model import Anchor, Evidence, Judgement, Kind, TadmorError, Verdict
from reader.names.analyse import Name, analyse
from reader.names.vetoes import excluded
from reader.names.wording import rule
from reader.services.cards import with_pieces
from reader.services.views import Question, Review

QUOTED = 6
"""Articles quoted for either actor: who is not sure after so many sentences opens an article."""
EXACT = 100
"""Doubts looked through at least, so that a queue with an end in sight is counted without those that are settled."""
COMPANY, ALONE = 5, 3
"""Actors named beside both, and beside each alone: a line of a narrow terminal."""
FAMILIAR = 5
"""Articles from which a name may tell a reader where one is."""


class Lessons:
    """What the judgements teach, worked out anew when they have changed: thousands take a while."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self._known: tuple[tuple[int, int, int], PropagatedJudgements] | None = None

    def of(self, db: Reader) -> PropagatedJudgements:
        """As it is now."""
        stamp, known = review.judged(db), self._known
        if known is None or known[0] != stamp:
            known = self._known = stamp, PropagatedJudgements(judgements(db))
        return known[1]


def queue(db: Reader, propagated: PropagatedJudgements, skipped: Collection[tuple[int, int]], limit: int) -> Review:
    """The `limit` most useful questions but those `skipped` (see `Question.pair`), and how many there are.

    A pair is no question any more when a verdict was given on it under any spelling, or teaches it
    (`linking.judgement_propagation`);
    where verdicts contradict each other, that is the first question.
    """
    settled = 0
    skip = set(skipped)
    questions: list[Question] = []
    for at, doubt in enumerate(review.doubts(db)):
        if len(questions) >= limit and at >= EXACT:
            break
        left, right = (_telling(review.names(db, number)) for number in (doubt.left, doubt.right))
        # A conflict is between verdicts: that one was given is no answer.
        if not doubt.conflict and (
            _two_persons(left[0], right[0], doubt) or propagated.answer(left, right) is not None
        ):
            settled += 1
        elif len(questions) < limit and (doubt.left, doubt.right) not in skip:
            question = _question(db, doubt)
            if question is not None:
                questions.append(question)
            else:
                settled += 1
    midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0).astimezone(UTC)
    today = review.answered_since(db, midnight.isoformat(timespec="seconds"))
    return Review(tuple(questions), review.count(db) - settled, today)


def actors_of(db: Reader, question: Question) -> tuple[int, int]:
    """The two actors of a question as they are now, found again by the sentences that were shown.

    Raises TadmorError when one is gone, or both are one by now.
    """
    found = [
        next((who for quote in quotes if (who := review.actor_of(db, quote.mention)) is not None), None)
        or (asked.id if actor(db, asked.id) is not None else None)
        for asked, quotes in ((question.left, question.left_quotes), (question.right, question.right_quotes))
    ]
    left, right = found
    if left is None or right is None:
        raise TadmorError("One of these two is not in the library any more; there is nothing left to answer.")
    if left == right:
        names = f"{question.left.name} and {question.right.name}"
        raise TadmorError(f"{names} are one actor by now; undo what joined them, or split one of them off.")
    return left, right


def teaches(asked: Question, verdict: Verdict, other: Question) -> bool:
    """Whether an answer to one question answers another in another spelling (`linking.judgement_propagation`)."""
    left, right = (Anchor(one.name, one.kind) for one in (asked.left, asked.right))
    mine, theirs = (
        _telling([(one.name, one.kind), *((text, one.kind) for text, _ in one.spellings)])
        for one in (other.left, other.right)
    )
    return PropagatedJudgements([Judgement(left, right, verdict)]).answer(mine, theirs) is not None


def _telling(names: Iterable[tuple[str, Kind]]) -> list[Name]:
    """An actor's names; a surname or given name alone is many persons' and only counts where it is all there is."""
    found = [analyse(text, kind) for text, kind in names]
    return [name for at, name in enumerate(found) if not at or name.kind is not Kind.PERSON or not name.single]


def _two_persons(left: Name, right: Name, doubt: review.Open) -> bool:
    """Whether only a surname that others share ties two persons whose full names say that they are two."""
    return all(rule(one) == "surname" for one in doubt.evidence) and excluded(left, right)


def _question(db: Reader, doubt: review.Open) -> Question | None:
    pair = [one for one in (actor(db, doubt.left), actor(db, doubt.right)) if one is not None]
    if len(pair) < 2:
        return None
    left, right = sorted(pair, key=lambda one: (-one.mentions, -one.articles, one.id))
    mine, theirs = _spelt(left, right, doubt)
    both = review.shared(db, left.id, right.id)
    first, second = (review.articles_of(db, *side, QUOTED) for side in ((left.id, mine), (right.id, theirs)))
    nearest = (both[0], both[0]) if both else _nearest(db, _best(first), _best(second), {left.id, right.id})
    company, alone = _company(db, left, right)
    return Question(
        left,
        right,
        doubt.score,
        _facing(with_pieces(doubt.evidence, left.kind), mine),
        _quotes(db, left.id, [nearest[0], *(article for article, _ in first)], mine),
        _quotes(db, right.id, [nearest[1], *(article for article, _ in second)], theirs),
        len(both),
        company,
        (mine, theirs),
        alone,
    )


def _facing(evidence: tuple[Evidence, ...], mine: str) -> tuple[Evidence, ...]:
    """Reasons whose pieces stand on the sides of the question: those of `mine`, the left one's name, to the left."""
    if any(one.left and one.right and one.left not in mine and one.right in mine for one in evidence):
        return tuple(replace(one, left=one.right, right=one.left) for one in evidence)
    return evidence


def _spelt(left: ActorRow, right: ActorRow, doubt: review.Open) -> tuple[str, str]:
    """The spellings that the reasons are about; else the actors' names."""
    about = [text for reason in doubt.evidence for text in reason.names]

    def of(one: ActorRow) -> list[str]:
        spellings = {text for text, _ in one.spellings}
        return [text for text in about if text in spellings and text != one.name]

    return next(iter(of(left)), left.name), next(iter(of(right)), right.name)


_Company: TypeAlias = dict[str, tuple[int, int]]
"""Who is named beside an actor: in how many articles with it, and in how many at all."""


def _company(
    db: Reader, left: ActorRow, right: ActorRow
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], tuple[str, ...]]]:
    """The actors named beside both, and beside one only; first those that are so often, and seldom named elsewhere."""
    mine, theirs = (review.company(db, one.id) for one in (left, right))
    articles, themselves = status(db).articles, {left.name, right.name}

    def share(found: _Company, of: ActorRow) -> dict[str, float]:
        return {name: times / of.articles * log(1 + articles / every) for name, (times, every) in found.items()}

    ours, others = share(mine, left), share(theirs, right)
    both = {name: min(ours[name], others[name]) for name in (ours.keys() & others.keys()) - themselves}
    first, second = (
        # What stands in one article only is seldom known to who reads: a city says more than a street.
        {name: shares[name] for name in shares.keys() - both.keys() - themselves if found[name][1] >= FAMILIAR}
        for found, shares in ((mine, ours), (theirs, others))
    )
    return _most(both, COMPANY), (_most(first, ALONE), _most(second, ALONE))


def _most(shares: dict[str, float], limit: int) -> tuple[str, ...]:
    return tuple(sorted(shares, key=lambda name: (-shares[name], name))[:limit])


def _best(articles: Sequence[tuple[int, bool]]) -> list[int]:
    """The articles that spell an actor as it is in question, else all."""
    return [article for article, spelt in articles if spelt] or [article for article, _ in articles]


def _nearest(db: Reader, mine: Sequence[int], theirs: Sequence[int], apart: set[int]) -> tuple[int, int]:
    """The two articles that have most in common beside the two actors, seldom named actors counting more."""
    company = {article: review.beside(db, article) for article in {*mine, *theirs}}

    def common(articles: tuple[int, int]) -> float:
        one, other = articles
        return sum(1 / company[one][who] for who in (company[one].keys() & company[other].keys()) - apart)

    return max(product(mine, theirs), key=common)


def _quotes(db: Reader, number: int, articles: Iterable[int], spelt: str) -> tuple[Quote, ...]:
    """One sentence from each article, the same words only once: news agencies are copied."""
    found: dict[tuple[str, str, str], Quote] = {}
    for article in dict.fromkeys(articles):
        mention = review.mention_in(db, number, article, spelt)
        quote = dossier.sentence(db, mention) if mention is not None else None
        if quote is not None:
            found.setdefault((quote.before, quote.quoted, quote.after), quote)
    return tuple(found.values())
