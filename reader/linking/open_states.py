"""Names that every state has one of where an article leaves open which: questions, with whose they may be."""

from reader.linking.clusters import Clusters
from reader.linking.mechanism_weights import OPEN
from reader.linking.nodes import Node
from reader.linking.shared_names import shared
from reader.linking.surname_only import DOUBTS, Pending
from reader.model import NO_STATE, Evidence, Kind, Sign
from reader.names.analyse import analyse
from reader.names.dictionary import Dictionary
from reader.names.wording import Mechanism


def rest_of(node: Node, dictionary: Dictionary) -> str:
    """What a node's name has in common with other states'; empty where it is a name of its own."""
    if node.kind.folded is not Kind.ORGANISATION or not (node.state or node.entry):
        return ""
    name = analyse(node.entry.name, node.kind) if node.entry else node.name
    said = shared(name, dictionary)
    return said.rest if said is not None else ""


def open_states(clusters: Clusters, dictionary: Dictionary, pending: Pending) -> None:
    """Ask of every such name whether it is one that a state has, the most named first."""
    of: dict[str, list[Node]] = {}
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        rest = rest_of(node, dictionary)
        if rest:
            of.setdefault(rest, []).append(node)
    for several in of.values():
        told = sorted((node for node in several if node.state != NO_STATE), key=lambda node: (-node.size, node.key))
        for node in (node for node in several if node.state == NO_STATE):
            for other in told[:DOUBTS]:
                if not clusters.judged_apart(node.key, other.key):
                    names = node.name.text, other.title
                    reason = Evidence(Sign.NEUTRAL, Mechanism.STATE_OPEN, OPEN, names)
                    pending.append((node.key, other.key, OPEN, (reason,)))
