"""What the names of two nodes say by themselves: the one judge's verdict, and what linking makes of it."""

from reader.linking.nodes import Node
from reader.linking.policy import Outcome, Setting, outcome
from reader.model import Evidence, Sign
from reader.names.compare import Comparison, compare
from reader.names.dictionary import Dictionary


def alike(
    left: Node, right: Node, dictionary: Dictionary, *, known: bool = False
) -> tuple[Outcome, tuple[Evidence, ...]]:
    """What follows from comparing two nodes' names across articles, and why; `known`: the right one is an entry's."""
    if left.kind.folded is not right.kind.folded:
        return Outcome.NOTHING, ()
    if left.entry and right.entry and left.entry.id != right.entry.id:
        return Outcome.NOTHING, ()
    if left.name.key == right.name.key:
        # Equal names are one node, unless their articles or a person told them apart.
        return Outcome.NOTHING, ()
    found = compare(left.name, right.name, dictionary)
    near = not left.countries.keys().isdisjoint(right.countries)
    setting = Setting.KNOWN if known else Setting.NEAR if near else Setting.ARTICLES
    follows = outcome(found, setting)
    return follows, () if follows is Outcome.NOTHING else reasons(found, follows)


def reasons(found: Comparison, follows: Outcome) -> tuple[Evidence, ...]:
    """The conclusion of a comparison as the reason for a link or a doubt, and what would make it wrong."""
    conclusion, *others = found.reasons
    sign = Sign.FOR if follows is Outcome.JOIN else Sign.NEUTRAL
    return Evidence(sign, conclusion.mechanism, found.score, conclusion.names, conclusion.numbers), *others
