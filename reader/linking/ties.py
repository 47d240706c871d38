"""Ties: through what one node may have an influence on what is concluded of another.

Linking falls into pieces: nodes between which there is no tie have no influence on each other, so a change of one node
asks for its piece only. A tie is a word that one node *offers* and another *seeks*, or a pair of names that are alike
(`reader.linking.alike`). Every rule of linking has its tie here; a rule that looks at other nodes and has none breaks
the law that linking what changed gives what linking everything gives (`tests/linking/test_pieces.py`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.linking.alike import known_as
from reader.linking.candidates import KnownNames
from reader.linking.judgement_propagation import written_loosely
from reader.linking.nodes import Node
from reader.linking.open_states import rest_of
from reader.linking.several_kinds import may_tell
from reader.linking.shared_names import states_asked
from reader.linking.short_forms_across_articles import begins_with, head_of, initials_of, letters_of
from reader.linking.single_words import first_name
from reader.linking.surname_only import known_bearer, names_of, surnames
from reader.linking.translated import KnownSenses, said
from reader.model import NO_STATE, Anchor, Judgement, Kind
from reader.names.analyse import analyse
from reader.names.bearers import bearing, is_initial, surname_of
from reader.names.compare import doubled
from reader.names.decorations import plainer
from reader.names.dictionary import Dictionary, Entry
from reader.names.fold import fold
from reader.names.given_names import is_given_name

_SHORTENED = (Kind.ORGANISATION, Kind.OTHER)
"""Kinds, folded, of which articles use short forms that others may learn."""


SURNAME = "surname "
"""How the tie of a surname alone to all who bear it begins."""

_MISTAKEN = (Kind.PLACE, Kind.ORGANISATION)


@dataclass(slots=True)
class Ties:
    """The words through which a node is tied to others."""

    offers: set[str] = field(default_factory=set)
    seeks: set[str] = field(default_factory=set)

    def both(self, word: str) -> None:
        """Tie all nodes that have this word."""
        self.offers.add(word)
        self.seeks.add(word)


def named(kind: Kind, key: str) -> str:
    """The tie of whatever has a folded name, of a kind once folded."""
    return f"named {kind.folded.value} {key}"


def spelt(kind: Kind, key: str) -> str:
    """The tie of whatever is spelt so in some article, beside its own name."""
    return f"spelt {kind.folded.value} {key}"


def known(entry_id: str) -> str:
    """The tie of all that a known actor's names may decide."""
    return f"known {entry_id}"


def _asks(key: str) -> str:
    """The tie of whatever may ask a dictionary for a key that is not its text's own."""
    return f"asks {key}"


def asking(keys: Iterable[str]) -> Iterator[str]:
    """The ties of all for whose sake a dictionary may be asked for one of these keys (see `asked`)."""
    for key in keys:
        yield _asks(key)
        for kind in Kind:
            yield named(kind, key)
            yield spelt(kind, key)


_READ_AS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.GROUP, Kind.OTHER)


@lru_cache(maxsize=1 << 14)
def asked(text: str) -> frozenset[str]:
    """The keys for which a dictionary may be asked because a text stands in an article, whatever it is taken for.

    Its own, the states in it, and two names in one. What an article's chains are hangs on the answers.
    """
    names = [analyse(text, kind) for kind in _READ_AS]
    own = {name.key for name in names}
    capitals = {key.replace(" ", "") for key in own} if text.isupper() else set()
    states = {key for name in names for key in states_asked(name)}
    plain = {analyse(plain, Kind.ARMED_GROUP).key for plain, _ in plainer(names[0], people=True)}
    first = analyse(text.partition(" ")[0]).key
    return frozenset(
        {*own, *capitals, *states, *plain, first, *(key for part in doubled(names[0]) for key in asked(part))}
    )


def written(text: str, kind: Kind | None) -> str:
    """The tie of names that are written alike, as a verdict teaches it (`reader.linking.judgement_propagation`)."""
    return f"written {' '.join(map(str, written_loosely(text, kind)))}"


def about(anchor: Anchor, *, teaches: bool) -> Iterator[str]:
    """The words that a judgement on an anchor seeks; with `teaches` also those of what is only written like it."""
    key = analyse(anchor.name, anchor.kind).key
    yield named(anchor.kind, key)
    yield spelt(anchor.kind, key)
    if teaches:
        yield written(anchor.name, anchor.kind)


def words_of(judgement: Judgement) -> set[str]:
    """The words that a judgement seeks: of all that it is about, and that it teaches anything of."""
    teaches = judgement.left.article is None and judgement.right.article is None
    return {word for one in (judgement.left, judgement.right) for word in about(one, teaches=teaches)}


def ties_of(node: Node, dictionary: Dictionary, several: Callable[[str], bool]) -> Ties:
    """The ties of a node, by its name, its texts and the dictionary.

    `several` says of a surname whether those who bear it, this node among them, are several: see
    `reader.linking.context.Surroundings`.
    """
    ties = Ties()
    ties.offers.add(named(node.kind, node.name.key))
    ties.offers.add(written(node.name.text, node.name.kind))
    if node.entry is not None:
        ties.both(known(node.entry.id))
        ties.offers.add(named(node.kind, analyse(node.entry.name, node.kind).key))
    if node.identity.base:
        ties.seeks.add(f"base {node.identity.base}")
    ties.offers.add(f"base {node.key}")
    _by_texts(node, ties)
    _by_kind(node, ties)
    _by_sense(node, ties, dictionary)
    _by_state(node, ties, dictionary)
    _by_likeness(node, ties, dictionary)
    if node.kind is Kind.PERSON:
        _by_surname(node, ties, dictionary)
        _by_initial(node, ties, several)
    else:
        _by_short_name(node, ties, dictionary)
    if len(node.name.words) == 1:
        _by_word(node, ties, dictionary)
    return ties


def _by_texts(node: Node, ties: Ties) -> None:
    """Aliases and short forms of the node that others go by, and what is called as it is."""
    for text, used in node.texts.items():
        name = analyse(text, node.kind)
        ties.offers.update(_asks(key) for key in asked(text) if key != name.key)
        if name.key != node.name.key:
            ties.offers.add(spelt(node.kind, name.key))
            if len(name.words) > 1 or node.kind.folded in _SHORTENED:
                ties.seeks.add(named(node.kind, name.key))
        if used.spelt > used.by_nationality:
            ties.offers.add(f"word {fold(text)}")


def _by_kind(node: Node, ties: Ties) -> None:
    """One name under several kinds, and with an ending more or less."""
    if may_tell(node.name) and not (node.surname_only or node.state or node.article):
        ties.both(f"kinds {node.name.key}")
    if node.surname_only or node.kind is Kind.PERSON:
        return
    open_kind = node.kind in (Kind.OTHER, Kind.GROUP)
    if node.entry is None:
        ties.offers.add(f"kind {node.name.key}")
        if open_kind:
            ties.seeks.add(f"kind {node.name.key}")
    if not node.name.acronym and not node.state:
        group = (Kind.OTHER if open_kind else node.kind.folded).value
        ties.offers.add(f"ending {group} {node.name.key}")
        if node.name.key.endswith("s"):
            ties.seeks.add(f"ending {group} {node.name.key[:-1]}")


def _by_state(node: Node, ties: Ties, dictionary: Dictionary) -> None:
    """Names that every state has one of, where an article leaves open which."""
    rest = rest_of(node, dictionary)
    if rest:
        ties.offers.add(f"of a state {rest}")
        if node.state == NO_STATE:
            ties.seeks.add(f"of a state {rest}")


def _by_sense(node: Node, ties: Ties, dictionary: Dictionary) -> None:
    """Groups whose names say the same in two languages."""
    found = said(node.name) if node.kind.folded is Kind.ORGANISATION and not node.state else None
    if found is not None:
        ties.both(f"sense {' '.join(found[0])}")
        for group in dictionary.prepared(KnownSenses).of(found[0]):
            ties.both(known(group.entry))


def _by_likeness(node: Node, ties: Ties, dictionary: Dictionary) -> None:
    """Known actors whose name it may be, misspelt."""
    for other in dictionary.prepared(KnownNames).met_by(node):
        entry = dictionary.entry(other.key)
        if entry is not None and known_as(node, other, dictionary):
            ties.both(known(entry.id))
            _called(entry, ties)


def _called(entry: Entry, ties: Ties) -> None:
    if entry.kind is Kind.PERSON:
        ties.offers.update(SURNAME + surname for name in names_of(entry) for surname in surnames(name))


def _by_short_name(node: Node, ties: Ties, dictionary: Dictionary) -> None:
    """Acronyms and long names of their initials, and a word that a longer name begins with."""
    kind = node.kind.folded.value
    letters, head, first = letters_of(node), head_of(node, dictionary), begins_with(node, dictionary)
    ties.offers.update(f"letters {kind} {initials}" for initials in initials_of(node))
    if letters is not None:
        ties.seeks.add(f"letters {kind} {letters}")
    if first is not None:
        ties.offers.add(f"head {kind} {first}")
    if head is not None:
        ties.seeks.add(f"head {kind} {head}")


def _by_surname(node: Node, ties: Ties, dictionary: Dictionary) -> None:
    """Surnames that mean one of those who bear them, and names that end as another does."""
    words = node.name.words
    if node.surname_only:
        surname = words[0]
        ties.seeks.add(f"first {surname}")
        for one in {surname, surname.removesuffix("s")}:
            ties.seeks.add(SURNAME + one)
            leader = known_bearer(node.name, one, dictionary)
            if leader is not None:
                ties.both(known(leader.id))
        return
    ties.offers.update(SURNAME + surname for surname in surnames(node.name))
    first = first_name(node)
    if first is not None:
        ties.offers.add(f"first {first}")
    if node.entry is not None:
        _called(node.entry, ties)
    if len(words) < 2:
        return
    ties.offers.update(f"end {' '.join(words[-size:])}" for size in range(2, len(words)))
    if not is_given_name(words[0]):
        ties.seeks.add(f"end {' '.join(words)}")


def _by_initial(node: Node, ties: Ties, several: Callable[[str], bool]) -> None:
    """An initial and all who bear the surname beside it, as long as it may mean one of them."""
    surname = "" if node.surname_only else surname_of(node.name)
    if surname:
        ties.offers.add(bearing(surname))
        if is_initial(node.name) and not several(surname):
            ties.seeks.add(bearing(surname))


def _by_word(node: Node, ties: Ties, dictionary: Dictionary) -> None:
    """One word that may be another actor's usual name, taken for another kind."""
    if node.surname_only or (node.entry is None and not node.state and node.kind.folded in _MISTAKEN):
        ties.seeks.add(f"word {fold(node.name.text)}")
        for entry in dictionary.homonyms(node.name):
            ties.both(known(entry.id))
