"""What stands in one list is of one kind: "Kisik, Hit, Mosul, Qayyarah and Sultan Abdullah" are five towns.

Each item says how likely it is to be of each kind; the list has the kind that makes all of them likeliest together, if
no other comes near. Items that alone would be taken for something else are hinted at; one that is surely of another
kind stays what it is ("Syria, Russia and the United Nations").
"""

from collections.abc import Callable, Iterator, Sequence

from reader.model import Kind
from reader.recognise.reading import Hint, Sheet, Span

LISTED = 0.8
"""Nats for each other item whose own kind is the list's."""
_MOST = 3.0
"""Nats at most, for a name of one word; for a longer one they are shared among its words."""
_MARGIN = 3.0
"""Nats by which the list's kind must be likelier than the next."""
_FLOOR = -4.6
"""Log-probability (of one in a hundred) below which an item says no more against a kind."""
_SHORTEST = 3
_BETWEEN = ({","}, {"and"}, {"or"}, {"&"}, {",", "and"}, {",", "or"})

Likelihoods = Callable[[Span], dict[Kind, float]]
"""Log-probability of each kind, given that a span is a mention."""


def hints(sheet: Sheet, sentence: Sequence[Span], likelihoods: Likelihoods) -> Iterator[Hint]:
    """Hints for the odd items of the lists in one sentence, given its mentions in order."""
    for items in _lists(sheet, sentence):
        own = [likelihoods(item) for item in items]
        total = {kind: sum(max(each[kind], _FLOOR) for each in own) for kind in own[0]}
        best, second = sorted(total, key=lambda kind: -total[kind])[:2]
        if total[best] - total[second] < _MARGIN:
            continue
        agreeing = sum(item.kind is best for item in items)
        for item in items:
            if item.kind is not best:
                weight = min(_MOST, LISTED * agreeing) / (item.stop - item.first)
                yield Hint(item.first, item.stop, best, weight, "model")


def _lists(sheet: Sheet, sentence: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Runs of mentions with nothing but commas and conjunctions between them."""
    begin = 0
    for at in range(1, len(sentence) + 1):
        if at < len(sentence):
            between = {sheet.word(i) for i in range(sentence[at - 1].stop, sentence[at].first)}
            if between in _BETWEEN:
                continue
        if at - begin >= _SHORTEST:
            yield sentence[begin:at]
        begin = at
