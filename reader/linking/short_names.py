"""Short names and the long ones that they may stand for: acronyms, and a first word that one long name begins with."""

from collections.abc import Iterable, Iterator, Sequence

from reader.linking.nodes import Node
from reader.names.fold import sound
from reader.names.likeness import acronym_of
from reader.names.tables import STOPWORDS

FEW = 8
"""Long names with the initials of one acronym up to which these say something: whom more fit, it may be anybody."""


def spelt_out(nodes: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """Pairs of keys of an acronym's node and of one with a long name of these initials, in order."""
    acronyms: dict[str, list[Node]] = {}
    for node in nodes:
        if node.name.acronym:
            acronyms.setdefault(_sorted(node.name.key.replace(" ", "").removesuffix("s")), []).append(node)
    fitting: dict[str, list[Node]] = {}
    for node in nodes if acronyms else ():
        for letters in {_sorted(word[0] for word in words) for words in _ways(node)} & acronyms.keys():
            fitting.setdefault(letters, []).append(node)
    for letters, longer in fitting.items():
        for short in acronyms[letters]:
            found = [long.key for long in longer if acronym_of(short.name, long.name)]
            if len(found) <= FEW:
                yield from ((short.key, key) for key in found)


def only_heads(nodes: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """Pairs of keys of a name of one word and of the only longer one that begins with it ("Faberlic Europe")."""
    longer: dict[str, list[Node]] = {}
    for node in nodes:
        if len(node.name.words) > 1:
            longer.setdefault(sound(node.name.words[0]), []).append(node)
    for node in nodes:
        if len(node.name.words) == 1 and not node.name.acronym:
            found = longer.get(sound(node.name.words[0]), ())
            if len(found) == 1:
                yield node.key, found[0].key


def _ways(node: Node) -> Iterator[Sequence[str]]:
    """The words of a long name that its initials may be of: all, those that say something, those that carry it."""
    full = node.name.full
    if len(full) > 1:
        yield from (full, [word for word in full if word not in STOPWORDS], node.name.words)


def _sorted(letters: Iterable[str]) -> str:
    return "".join(sorted(letters))
