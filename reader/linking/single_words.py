"""Names of one word whom no longer name explains: spelt alike, they are a question, and never more."""

from collections.abc import Iterable, Iterator

from reader.linking.alike import alike
from reader.linking.clusters import Clusters
from reader.linking.nodes import Node
from reader.linking.policy import Outcome
from reader.linking.surname_only import Pending
from reader.model import Kind
from reader.names.dictionary import Dictionary
from reader.names.given_names import is_given_name


def single_words(
    clusters: Clusters, pairs: Iterable[tuple[str, str]], dictionary: Dictionary, pending: Pending
) -> None:
    """Ask about persons named by one word of whom nothing else is known: in two spellings, or beside a first name.

    `pairs` are the keys of names worth comparing, of whichever nodes.
    """
    alone = {
        key: node
        for key, node in sorted(clusters.nodes.items())
        if node.surname_only and len(clusters.members(key)) == 1 and clusters.entry(key) is None
    }
    spelt = ((alone[one], alone[other]) for one, other in pairs if one in alone and other in alone)
    for left, right in (*spelt, *_first_names(clusters, alone.values())):
        follows, reasons = alike(left, right, dictionary, lambda one, other: False)
        if follows is Outcome.DOUBT and not clusters.judged_apart(left.key, right.key):
            pending.append((left.key, right.key, reasons[0].weight, reasons))


def first_name(node: Node) -> str | None:
    """The first word of a person's full name; None where thousands have it."""
    words = node.name.words
    named = node.kind is Kind.PERSON and not node.surname_only and bool(words)
    return words[0] if named and not is_given_name(words[0]) else None


def _first_names(clusters: Clusters, alone: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    """Each name of one word with the only person who has it as first name."""
    alone = list(alone)
    asked = {node.name.words[0] for node in alone}
    bearers: dict[str, set[str]] = {}
    for key, node in clusters.nodes.items():
        word = first_name(node)
        if word in asked:
            bearers.setdefault(word, set()).add(clusters.root(key))
    for node in alone:
        found = bearers.get(node.name.words[0], set())
        if len(found) == 1:
            yield node, clusters.nodes[next(iter(found))]
