"""What resolving works on: the chains of one name, or of one known actor, as a node."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import add
from sys import intern

from reader.linking.national_bodies import own_state
from reader.linking.shared_names import bound
from reader.linking.states import States, homonym, states_of
from reader.model import NO_STATE, Chain, Evidence, Kind, Uses
from reader.names.analyse import Name, Token, analyse
from reader.names.blocking import Words, words_of
from reader.names.dictionary import Dictionary, Entry
from reader.names.genders import title_gender
from reader.names.likeness import acronym_of

SingledOut = frozenset[tuple[str, Kind, str]]
"""Article, folded kind and folded name of what judgements say about one article only."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which node a chain belongs to, by its name, its article and the dictionary alone."""

    key: str
    """Unique and deterministic; nobody takes it apart."""
    kind: Kind
    entry: Entry | None = None
    """The known actor that it is."""
    surname_only: bool = False
    """A person named by one word."""
    state: str = ""
    """Where every state has one of that name: id of the state that the article speaks of, or `NO_STATE`."""
    article: str = ""
    """The one article that a judgement is about, where the chain was singled out for it."""
    base: str = ""
    """The key that it would have otherwise, where it was singled out."""


class Node:
    """Chains with one identity."""

    __slots__ = (
        "_chains",
        "_load",
        "_texts",
        "_whole",
        "_words",
        "evidence",
        "identity",
        "name",
        "parted_from",
        "size",
    )

    def __init__(
        self,
        identity: Identity,
        name: Name,
        chains: Iterable[Chain] = (),
        *,
        texts: Mapping[str, Uses] | None = None,
        size: int = 0,
        load: Callable[[], Sequence[Chain]] | None = None,
    ) -> None:
        """Of these chains; or of `size` chains with these texts, which `load` brings where a rule looks at each."""
        self.identity = identity
        self.name = name
        self.evidence: tuple[Evidence, ...] = ()
        self.parted_from = ""
        """The key of the node that its chains, or those that went, were of together; empty where it is whole."""
        self.size = size
        self._chains = list(chains)
        self._texts = texts
        self._load = load
        self._whole: Sequence[Chain] | None = None
        self._words: Words | None = None
        if load is None:
            self.size = len(self._chains)

    @property
    def key(self) -> str:
        """Unique and deterministic; the smallest of a cluster's keys orders it."""
        return self.identity.key

    @property
    def kind(self) -> Kind:
        """What sort of actor it names."""
        return self.identity.kind

    @property
    def entry(self) -> Entry | None:
        """The known actor that it is."""
        return self.identity.entry

    @property
    def surname_only(self) -> bool:
        """Whether it is a person named by one word."""
        return self.identity.surname_only

    @property
    def state(self) -> str:
        """Of a name that every state has one of, which state's (see `Identity.state`)."""
        return self.identity.state

    @property
    def article(self) -> str:
        """The one article that it was singled out for, or empty."""
        return self.identity.article

    @property
    def chains(self) -> Sequence[Chain]:
        """Its chains."""
        if self._load is not None:
            self._chains = list(self._load())
            self._load = None
        return self._chains

    @property
    def whole(self) -> Sequence[Chain]:
        """Its chains, and those that it had before it was parted."""
        return self.chains if self._whole is None else self._whole

    @property
    def texts(self) -> Mapping[str, Uses]:
        """Every text in its chains, with how many of them use it."""
        if self._texts is not None:
            return self._texts
        if len(self._chains) == 1:
            return self._chains[0].uses()
        found: dict[str, Uses] = {}
        for chain in self._chains:
            for text, uses in chain.uses().items():
                known = found.get(text)
                found[text] = uses if known is None else Uses(*map(add, known, uses))
        return found

    @property
    def words(self) -> Words:
        """By what its name is found."""
        if self._words is None:
            self._words = words_of(self.name)
        return self._words

    def forget_words(self) -> None:
        """They are not needed any more: a million nodes have many."""
        self._words = None

    @property
    def title(self) -> str:
        """What a reader would call it."""
        return self.entry.name if self.entry else self.name.text

    def put(self, chain: Chain) -> None:
        """One chain more."""
        self._chains.append(chain)
        self.size += 1

    def call(self, name: Name) -> None:
        """Let this name speak for it; what is no known actor is of the name's kind."""
        self.name = name
        self._words = None
        if self.entry is None and name.kind is not None:
            self.identity = replace(self.identity, kind=name.kind)

    def parted(self, key: str, chains: Sequence[Chain]) -> "Node":
        """Some of its chains as a node of this key, and no longer of this one."""
        apart = {chain.id for chain in chains}
        self._whole = self.whole
        rest = [chain for chain in self.chains if chain.id not in apart]
        self._chains, self._texts, self.size = rest, None, len(rest)
        self.parted_from = self.parted_from or self.key
        other = Node(replace(self.identity, key=key), self.name, chains)
        other.parted_from = self.parted_from
        return other


def entry_of(chain: Chain, dictionary: Dictionary) -> Entry | None:
    """The dictionary entry that a chain is, by its fullest name first, then by the other spellings if they agree."""
    if chain.nationality:
        return dictionary.demonym(chain.name)
    main = analyse(chain.name, chain.kind)
    entry = dictionary.lookup(main)
    if entry is not None:
        return entry
    found: dict[str, Entry] = {}
    for text in chain.spellings:
        name = analyse(text, chain.kind)
        other = dictionary.lookup(name)
        if other is None or (chain.kind is Kind.PERSON and name.single and name.words[0] in main.words):
            # Omar Khadr is not the Omar whom everybody knows.
            continue
        redefined = acronym_of(name, main) and not dictionary.by_name(name, other)
        if not redefined:
            found[other.id] = other
    return next(iter(found.values())) if len(found) == 1 else None


def identities(
    chains: Sequence[Chain], dictionary: Dictionary, singled_out: SingledOut = frozenset()
) -> dict[str, Identity]:
    """The identities of one article's chains, by chain id."""
    entries = {chain.id: entry_of(chain, dictionary) for chain in chains}
    spoken_of = (states_of(chains, entries, dictionary).get(chains[0].article) if chains else None) or States()
    found = {}
    for chain in chains:
        identity = _identity(chain, entries[chain.id], spoken_of, dictionary)
        if singled_out and any(
            (chain.article, identity.kind.folded, analyse(text, chain.kind).key) in singled_out
            for text in chain.spellings
        ):
            key = f"{identity.key}#{chain.article}"
            identity = replace(identity, key=key, article=chain.article, base=identity.key)
        found[chain.id] = identity
    return found


def _identity(chain: Chain, entry: Entry | None, states: States, dictionary: Dictionary) -> Identity:
    """`entry` is the known actor of a chain's name (see `entry_of`), `states` are those that its article speaks of."""
    name = analyse(chain.name, chain.kind)
    folded = chain.kind.folded
    if folded in (Kind.ORGANISATION, Kind.OTHER, Kind.GROUP) and not chain.nationality:
        found = bound(name, chain.declared, entry, states, dictionary, chain.state, own_state(name, states, dictionary))
        if found is not None and (folded is Kind.ORGANISATION or found[1] is not None):
            shared, entry = found
            if entry is None:
                key = f"organisation:{shared.rest}@{shared.state}"
                return Identity(key, chain.kind, state=shared.state or NO_STATE)
    if entry is None and folded is Kind.PLACE:
        entry = homonym(name, states, dictionary)
    if entry is not None:
        return Identity(entry.id, entry.kind, entry)
    alone = chain.kind is Kind.PERSON and name.single
    # Chains are called by their title only where it tells them from others of the surname (`couples`).
    title = (title_gender(name.honorific) or name.honorific) if alone else ""
    key = f"{'lone' if alone else folded.value}:{name.key}{'+' + title if title else ''}"
    return Identity(key, chain.kind, surname_only=alone)


def nodes_of(chains: Iterable[Chain], dictionary: Dictionary, singled_out: SingledOut = frozenset()) -> dict[str, Node]:
    """Group chains into nodes by key."""
    nodes = Nodes()
    # Article by article, so that names are taken apart once and nothing is kept of an article but its chains.
    for _, here in groupby(sorted(chains, key=_place), key=lambda chain: chain.article):
        one = list(here)
        found = identities(one, dictionary, singled_out)
        for chain in one:
            nodes.add(chain, found[chain.id])
    return nodes.by_key


def _place(chain: Chain) -> tuple[str, str]:
    return chain.article, chain.id


class Nodes:
    """Nodes in the making."""

    def __init__(self) -> None:
        self.by_key: dict[str, Node] = {}
        self._slim = _Slim()

    def add(self, chain: Chain, identity: Identity) -> None:
        """Put a chain into the node of its identity."""
        name = analyse(chain.name, chain.kind)
        node = self.by_key.get(identity.key)
        if node is None:
            self.by_key[identity.key] = Node(identity, self._slim(name), [chain])
        else:
            node.put(chain)
            if spoken_first(name) < spoken_first(node.name):
                node.call(self._slim(name))


def spoken_first(name: Name) -> tuple[bool, str, str]:
    """Of several spellings of one node the smallest speaks for all, whichever article came first."""
    return name.text.isupper(), name.text, name.kind or ""


class _Slim:
    """Names that share their words and tokens: of a million names most words are others' as well."""

    def __init__(self) -> None:
        self._tokens: dict[Token, Token] = {}

    def __call__(self, name: Name) -> Name:
        """An equal name, made of what equal names before it are made of."""
        tokens = tuple(self._tokens.setdefault(token, token) for token in name.tokens)
        words = tuple(map(intern, name.words))
        full = words if name.full == words else tuple(map(intern, name.full))
        return replace(name, tokens=tokens, words=words, full=full)
