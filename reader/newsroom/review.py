"""The review queue: what linking is unsure about, put to a person with all that helps to judge."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from itertools import product
from math import log

from reader.library import dossier, review
from reader.library.actors import actor
from reader.library.articles import status
from reader.library.judgements import judgements
from reader.library.store import Reader
from reader.library.views import ActorRow, Quote
from reader.linking.taught import Taught
from reader.model import Anchor, Judgement, Kind, TadmorError, Verdict
from reader.names.analyse import Name, analyse
from reader.names.likeness import vetoes
from reader.newsroom.views import Question, Review

QUOTED = 6
"""Articles quoted for either actor: who is not sure after so many sentences opens an article."""
EXACT = 100
"""Doubts looked through at least, so that a queue with an end in sight is counted without those that are settled."""
COMPANY = 5
"""Actors named beside both: a line of a narrow terminal."""


def queue(db: Reader, skipped: Collection[tuple[int, int]], limit: int) -> Review:
    """The `limit` most useful questions but those `skipped` (see `Question.pair`), and how many there are.

    A pair is no question any more when a verdict was given on it under any spelling, or teaches it (`linking.taught`);
    where verdicts contradict each other, that is the first question.
    """
    taught = Taught(judgements(db))
    settled = 0
    skip = set(skipped)
    questions: list[Question] = []
    for at, doubt in enumerate(review.doubts(db)):
        if len(questions) >= limit and at >= EXACT:
            break
        left, right = (_telling(review.names(db, number)) for number in (doubt.left, doubt.right))
        # A conflict is between verdicts: that one was given is no answer.
        if not doubt.conflict and (_two_persons(left[0], right[0], doubt) or taught.answer(left, right) is not None):
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
        raise TadmorError(f"{question.left.name} and {question.right.name} are one actor by now.")
    return left, right


def teaches(asked: Question, verdict: Verdict, other: Question) -> bool:
    """Whether an answer to one question answers another: the same in another spelling (see `linking.taught`)."""
    left, right = (Anchor(one.name, one.kind) for one in (asked.left, asked.right))
    mine, theirs = (
        _telling([(one.name, one.kind), *((text, one.kind) for text, _ in one.spellings)])
        for one in (other.left, other.right)
    )
    return Taught([Judgement(left, right, verdict)]).answer(mine, theirs) is not None


def _telling(names: Iterable[tuple[str, Kind]]) -> list[Name]:
    """An actor's names; a surname or given name alone is many persons' and only counts where it is all there is."""
    found = [analyse(text, kind) for text, kind in names]
    return [name for at, name in enumerate(found) if not at or name.kind is not Kind.PERSON or not name.single]


def _two_persons(left: Name, right: Name, doubt: review.Open) -> bool:
    """Whether only a surname that others share ties two persons whose full names say that they are two."""
    return all(one.rule == "surname" for one in doubt.evidence) and bool(vetoes(left, right))


def _question(db: Reader, doubt: review.Open) -> Question | None:
    pair = [one for one in (actor(db, doubt.left), actor(db, doubt.right)) if one is not None]
    if len(pair) < 2:
        return None
    left, right = sorted(pair, key=lambda one: (-one.mentions, -one.articles, one.id))
    both = review.shared(db, left.id, right.id)
    mine, theirs = (
        list(dict.fromkeys([*both[:1], *review.articles_of(db, one.id, QUOTED)]))[:QUOTED] for one in (left, right)
    )
    first, second = _nearest(db, mine, theirs, {left.id, right.id})
    return Question(
        left,
        right,
        doubt.score,
        doubt.evidence,
        tuple(_quotes(db, left.id, first, mine)),
        tuple(_quotes(db, right.id, second, theirs)),
        len(both),
        _company(db, left, right),
    )


def _company(db: Reader, left: ActorRow, right: ActorRow) -> tuple[str, ...]:
    """The actors named beside both, first those that are so often and are seldom named elsewhere."""
    articles = status(db).articles

    def telling(found: tuple[str, int, int, int]) -> tuple[float, str]:
        name, mine, theirs, everywhere = found
        return min(mine / left.articles, theirs / right.articles) * log(1 + articles / everywhere), name

    found = sorted(review.company(db, left.id, right.id), key=telling, reverse=True)
    return tuple(name for name, *_ in found[:COMPANY])


def _nearest(db: Reader, mine: list[int], theirs: list[int], apart: set[int]) -> tuple[int, int]:
    """The two articles that have most in common beside the two actors: one article, if it names both."""
    company = {article: review.beside(db, article) for article in {*mine, *theirs}}

    def common(articles: tuple[int, int]) -> float:
        one, other = articles
        return sum(1 / company[one][who] for who in (company[one].keys() & company[other].keys()) - apart)

    return max(product(mine, theirs), key=lambda pair: (pair[0] == pair[1], common(pair)))


def _quotes(db: Reader, number: int, first: int, articles: list[int]) -> Iterator[Quote]:
    for article in dict.fromkeys((first, *articles)):
        mention = review.mention_in(db, number, article)
        quote = dossier.sentence(db, mention) if mention is not None else None
        if quote is not None:
            yield quote
