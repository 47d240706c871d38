"""What the names of two nodes say by themselves: the one judge's verdict, and what linking makes of it."""

from collections.abc import Callable

from reader.linking.nodes import Node
from reader.linking.policy import Outcome, Setting, outcome
from reader.model import Evidence, Sign
from reader.names.analyse import Name
from reader.names.compare import Comparison, compare
from reader.names.dictionary import Dictionary
from reader.names.wording import Mechanism


def alike(
    left: Node, right: Node, dictionary: Dictionary, near: Callable[[Node, Node], bool]
) -> tuple[Outcome, tuple[Evidence, ...]]:
    """What follows from comparing two nodes' names across articles, and why.

    `near` says whether articles with either name speak of one state; it is asked only where that decides. What a
    person took from a known actor counts as known here: it changes who a node is, not how names compare.
    """
    if not _may_be_one(left, right):
        return Outcome.NOTHING, ()
    found = compare(left.name, right.name, dictionary.whole)
    follows, closer = outcome(found, Setting.ARTICLES), outcome(found, Setting.NEAR)
    if closer is not follows and near(left, right):
        follows = closer
    return follows, () if follows is Outcome.NOTHING else reasons(found, follows)


def known_as(node: Node, known: Node, dictionary: Dictionary) -> tuple[Evidence, ...]:
    """Why a node is the known actor who has another name; empty where the names do not say so."""
    if node.entry is not None or not _may_be_one(node, known):
        return ()
    found = compare(node.name, known.name, dictionary.whole)
    return reasons(found, Outcome.JOIN) if outcome(found, Setting.KNOWN) is Outcome.JOIN else ()


def may_follow(left: Name, right: Name, dictionary: Dictionary) -> Outcome:
    """What may follow at most from comparing two names across articles, whatever these say besides.

    A doubt is all where an initial fits, and only there: it has no influence on what is concluded of either name. Where
    linking asks about two names otherwise, other rules may look at both.
    """
    found = compare(left, right, dictionary.whole)
    follows = {outcome(found, setting) for setting in (Setting.ARTICLES, Setting.NEAR)}
    if follows == {Outcome.DOUBT} and found.reasons[0].mechanism == Mechanism.INITIALS_FIT:
        return Outcome.DOUBT
    return Outcome.NOTHING if follows == {Outcome.NOTHING} else Outcome.JOIN


def _may_be_one(left: Node, right: Node) -> bool:
    if left.kind.folded is not right.kind.folded:
        return False
    if left.entry and right.entry and left.entry.id != right.entry.id:
        return False
    if left.state or right.state:
        # Of which state a name is that every state has, its article says.
        return False
    # Equal names are one node, unless their articles or a person told them apart.
    return left.name.key != right.name.key


def reasons(found: Comparison, follows: Outcome) -> tuple[Evidence, ...]:
    """The conclusion of a comparison as the reason for a link or a doubt, and what would make it wrong."""
    conclusion, *others = found.reasons
    sign = Sign.FOR if follows is Outcome.JOIN else Sign.NEUTRAL
    return Evidence(sign, conclusion.mechanism, found.score, conclusion.names, conclusion.numbers), *others
