"""Short names and the long ones that they may stand for: acronyms, and a first word that one long name begins with."""

from collections.abc import Iterable, Iterator

from reader.linking.nodes import Node
from reader.model import Kind
from reader.names.dictionary import Dictionary
from reader.names.fold import sound
from reader.names.likeness import acronym_of
from reader.names.spelling import word_classes
from reader.names.tables import STOPWORDS

FEW = 8
"""Long names with the initials of one acronym up to which these say something: whom more fit, it may be anybody."""

LETTERS = 3
"""Letters from which an acronym without a declaration says anything."""


def letters_of(node: Node) -> str | None:
    """The letters of a node that is an acronym of enough of them; None for all others."""
    letters = node.name.key.replace(" ", "").removesuffix("s") if _no_person(node) and node.name.acronym else ""
    return letters if len(letters) >= LETTERS else None


def initials_of(node: Node) -> set[str]:
    """The letters of which an acronym of a node's long name may be made."""
    full = node.name.full
    if not _no_person(node) or len(full) < LETTERS:
        return set()
    ways = (full, [word for word in full if word not in STOPWORDS], node.name.words)
    return {"".join(word[0] for word in words) for words in ways if len(words) >= LETTERS}


def spelt_out(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Pairs of keys of an acronym's node and of one with a long name of these initials, in order."""
    acronyms: dict[tuple[Kind, str], list[Node]] = {}
    longer: dict[tuple[Kind, str], list[Node]] = {}
    for node in nodes:
        letters = letters_of(node)
        if letters is not None:
            acronyms.setdefault((node.kind.folded, letters), []).append(node)
        for initials in initials_of(node):
            longer.setdefault((node.kind.folded, initials), []).append(node)
    for fitting, found in acronyms.items():
        for short in found:
            long = [node.key for node in longer.get(fitting, ()) if acronym_of(short.name, node.name)]
            if len(long) <= FEW:
                yield from ((short.key, key) for key in long)


def head_of(node: Node, dictionary: Dictionary) -> str | None:
    """How a name of one word sounds that a longer one may begin with: no acronym, no place, no word that many share."""
    (word, *more) = node.name.words or ("",)
    own = word and not more and not node.name.acronym and dictionary.prepared(word_classes)(word) == "word"
    return sound(word) if own and _no_person(node) else None


def begins_with(node: Node, dictionary: Dictionary) -> str | None:
    """How the first word sounds of a longer name in which a place stands after it ("Faberlic Europe")."""
    word_class = dictionary.prepared(word_classes)
    found = _no_person(node) and any(word_class(word) == "place" for word in node.name.words[1:])
    return sound(node.name.words[0]) if found else None


def only_heads(nodes: Iterable[Node], dictionary: Dictionary) -> Iterator[tuple[str, str]]:
    """Pairs of keys of a name of one word and of the only longer one that begins with it and has a place besides."""
    heads: list[tuple[Node, str]] = []
    longer: dict[tuple[Kind, str], list[Node]] = {}
    for node in nodes:
        head, first = head_of(node, dictionary), begins_with(node, dictionary)
        if head is not None:
            heads.append((node, head))
        if first is not None:
            longer.setdefault((node.kind.folded, first), []).append(node)
    for node, head in heads:
        found = longer.get((node.kind.folded, head), ())
        if len(found) == 1:
            yield node.key, found[0].key


def _no_person(node: Node) -> bool:
    return node.kind is not Kind.PERSON
