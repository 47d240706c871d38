"""Pairs of nodes, and of nodes and known names, that are worth comparing (see `reader.names.blocking`)."""

from collections.abc import Iterator, Mapping

from reader.linking.nodes import Identity, Node
from reader.model import Kind
from reader.names.analyse import analyse
from reader.names.blocking import met
from reader.names.dictionary import Dictionary
from reader.names.name_index import NameIndex, pairs_among


def may_be_misspelt(node: Node) -> bool:
    """Whether a name may be another's spelling: the dictionary lists those of the places it knows."""
    return not (node.entry and node.entry.kind.folded is Kind.PLACE)


def pairs(nodes: Mapping[str, Node]) -> list[tuple[str, str]]:
    """Pairs of node keys that may be one actor, each once, in a fixed order."""
    by_kind: dict[Kind, list[Node]] = {}
    for key in sorted(nodes):
        if may_be_misspelt(nodes[key]):
            by_kind.setdefault(nodes[key].kind.folded, []).append(nodes[key])
    found: set[tuple[str, str]] = set()
    for named in by_kind.values():
        # They are in the order of their keys.
        places = pairs_among([node.words for node in named])
        found.update((named[min(pair)].key, named[max(pair)].key) for pair in places)
    return sorted(found)


class KnownNames:
    """The names of known actors, to be found by names that are spelt much like them. Prepared once for a dictionary."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Of all but places."""
        by_kind: dict[Kind, list[Node]] = {}
        for entry in dictionary.entries():
            if entry.kind.folded is not Kind.PLACE:
                for text in dict.fromkeys((entry.name, *entry.names)):
                    node = Node(Identity(entry.id, entry.kind, entry), analyse(text, entry.kind))
                    by_kind.setdefault(entry.kind.folded, []).append(node)
        self._names = by_kind
        self._index = {
            kind: NameIndex((at, node.words) for at, node in enumerate(names)) for kind, names in by_kind.items()
        }

    def met_by(self, node: Node) -> Iterator[Node]:
        """The known names that the name of a node that is no known actor meets, each as a node."""
        kind = node.kind.folded
        if kind in self._index and node.entry is None and not node.surname_only:
            for at in sorted(set(met(node.words, self._index[kind]))):
                yield self._names[kind][at]


def known_name(entry_id: str, text: str, dictionary: Dictionary) -> Node | None:
    """A known actor's name as a node; None where a person took it from that actor."""
    entry = dictionary.entry(entry_id)
    if entry is None:
        return None
    name = analyse(text, entry.kind)
    return Node(Identity(entry.id, entry.kind, entry), name) if dictionary.goes_by(entry.id, name.key) else None


def known_pairs(nodes: Mapping[str, Node], dictionary: Dictionary) -> Iterator[tuple[str, Node]]:
    """Nodes, by their keys, with the known names that they are worth comparing with, in a fixed order."""
    known = dictionary.prepared(KnownNames)
    for key in sorted(nodes):
        met_by = [*known.met_by(nodes[key])]
        nodes[key].forget_words()
        for one in met_by:
            found = known_name(one.key, one.name.text, dictionary)
            if found is not None:
                yield key, found
