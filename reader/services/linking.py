"""Linking what changed: the pieces that a change touches are resolved again, and what comes out different is stored.

The library holds, for every chain, its node, and for every node what ties it to others. What is concluded of a piece is
a function of its nodes, of the judgements, the dictionary, and of a few statistics that come in coarsely; so linking
only what changed leaves the library as linking everything would (`tests/services/test_order.py`).
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from reader.library import bearers, linked, nodes, postings
from reader.library.judgements import judgements_by_number
from reader.library.linked import Moved
from reader.library.nodes import NodeRow
from reader.library.store import Reader, Writer
from reader.library.surroundings import StoredSurroundings
from reader.linking import candidates, heeding
from reader.linking.alike import known_as, may_follow
from reader.linking.context import Context
from reader.linking.judging import singled_out
from reader.linking.name_evidence import own_evidence_from
from reader.linking.nodes import Identity, Node, identities, spoken_first
from reader.linking.policy import Outcome
from reader.linking.resolve import Beyond, Group, Linked, Piece, resolve_piece
from reader.linking.ties import Ties, ties_of
from reader.model import Chain, Judgement
from reader.names.analyse import analyse
from reader.names.bearers import bearing, surname_of
from reader.names.blocking import met
from reader.names.dictionary import Dictionary


class Linker:
    """Links what is unlinked in a library, inside one transaction."""

    def __init__(self, db: Writer, whole: Dictionary) -> None:
        """With the judgements that stand now; `whole` is the dictionary that heeds none of them."""
        self._db = db
        self._whole = whole
        self.judgements: Sequence[Judgement] = judgements_by_number(db)
        """Those that stand, their articles by number."""
        self.dictionary = heeding(whole, self.judgements)
        """What is known, but for the names that a person took from a known actor."""
        self._singled_out = frozenset(singled_out(self.judgements))

    def identities(self, chains: Sequence[Chain]) -> list[Identity]:
        """The identities of an article's chains, in their order."""
        found = identities(chains, self.dictionary, self._singled_out)
        return [found[chain.id] for chain in chains]

    # Chains into nodes

    def enter(self, articles: Collection[int]) -> None:
        """Put the chains of articles into their nodes."""
        db = self._db
        chains = {article: nodes.without_node(db, article) for article in articles}
        found = [
            (chain, one) for here in chains.values() for chain, one in zip(here, self.identities(here), strict=True)
        ]
        self.put(found)

    def put(self, found: Sequence[tuple[Chain, Identity]]) -> None:
        """Put chains into the nodes of their identities."""
        db = self._db
        numbers = nodes.numbers_of(db, {identity.key for _, identity in found})
        for chain, identity in found:
            if identity.key not in numbers:
                numbers[identity.key] = nodes.make(db, _row(identity, chain))
        for number in _called_otherwise(db, found, numbers):
            nodes.call_anew(db, number)
        again = self._tie(nodes.enter(db, [(chain, numbers[identity.key]) for chain, identity in found]))
        nodes.unlink(db, again.union(numbers.values()))

    def _tie(self, numbers: Collection[int] = ()) -> set[int]:
        """Tie nodes to others by what is new about them; those that are called by nothing get a name first.

        Returns others that are tied otherwise for it, and have to be looked at again.
        """
        db = self._db
        again: set[int] = set()
        fresh = set(nodes.nameless(db))
        for number in fresh:
            name, kind = min(nodes.names_of(db, number), key=lambda one: spoken_first(analyse(*one)))
            nodes.call(db, number, name, kind)
        for row in nodes.rows(db, {*numbers, *fresh}):
            node = self._node(row, self._whole)
            found = self._ties(node)
            if bearing(surname_of(node.name)) in found.offers:
                again.update(bearers.gained(db, node.name))
            nodes.put_ties(db, row.id, found.offers, found.seeks)
            if row.id in fresh and candidates.may_be_misspelt(node):
                by_outcome = self._met(node)
                nodes.put_met(db, row.id, by_outcome[Outcome.JOIN])
                nodes.put_asked(db, row.id, by_outcome[Outcome.DOUBT])
                postings.put(db, row.id, node.kind, node.name)
                known = self._whole.prepared(candidates.KnownNames).met_by(node)
                likely = (one for one in known if known_as(node, one, self._whole))
                nodes.put_met_known(db, row.id, ((one.key, one.name.text) for one in likely))
        return again

    def _ties(self, node: Node) -> Ties:
        return ties_of(node, self._whole, lambda surname: bearers.several(self._db, surname, node.name))

    def _met(self, node: Node) -> Mapping[Outcome, Sequence[int]]:
        """The nodes of whose names this one's may be another spelling, by what may follow from it."""
        others = set(met(node.words, postings.StoredPostings(self._db, node.kind)))
        found: dict[Outcome, list[int]] = {one: [] for one in Outcome}
        for number, called in nodes.names(self._db, others).items():
            found[may_follow(node.name, analyse(*called), self._whole)].append(number)
        return found

    def _node(self, row: NodeRow, dictionary: Dictionary) -> Node:
        """A node as linking takes it; its chains are read when a rule looks at them."""
        identity = Identity(
            key=row.key,
            kind=row.kind,
            entry=dictionary.entry(row.entry) if row.entry else None,
            surname_only=row.surname_only,
            state=row.state,
            article=str(row.article or ""),
            base=row.base,
        )
        name = analyse(row.name, row.name_kind)
        return Node(identity, name, texts=row.texts, size=row.chains, load=lambda: nodes.chains_of(self._db, row.id))

    # Pieces

    def link(self, numbers: Collection[int]) -> Moved:
        """Resolve the pieces that these nodes are in, and store what came of them; returns what changed hands."""
        here = nodes.pieces_of(self._db, self._tie().union(numbers))
        moved = Moved()
        if not here:
            return moved
        found = {row.key: (row.id, self._node(row, self.dictionary)) for row in nodes.rows(self._db, here)}
        held = linked.held(self._db, here)
        outcome = resolve_piece(self._piece(found), self.dictionary, self.judgements)
        self._store(outcome, {key: number for key, (number, _) in found.items()}, held, moved)
        return moved

    def _piece(self, found: dict[str, tuple[int, Node]]) -> Piece:
        keys = {number: key for key, (number, _) in found.items()}
        pairs = sorted(
            (min(keys[one], keys[other]), max(keys[one], keys[other]))
            for one, other in nodes.met_among(self._db, keys.keys())
        )
        known = [
            (keys[number], one)
            for number, entry, text in nodes.met_known(self._db, keys.keys())
            if (one := candidates.known_name(entry, text, self.dictionary)) is not None
        ]
        surroundings = StoredSurroundings(self._db, self._called)
        # Of each of them what else its article names is asked for by itself: read at once.
        surroundings.read({chain.article for _, node in found.values() if node.surname_only for chain in node.chains})
        named = {key: node for key, (_, node) in found.items()}
        return Piece(
            *(named, pairs, known, Context(surroundings), lambda others: linked.named_known(self._db, others)),
            self._beyond(keys),
        )

    def _beyond(self, keys: Mapping[int, str]) -> list[Beyond]:
        """The questions with nodes outside; of those that are still to be looked at, their own pieces will ask."""
        asked = nodes.asked_beyond(self._db, keys.keys())
        outside = nodes.settled(self._db, {other for _, other in asked})
        others = {row.id: self._node(row, self.dictionary) for row in nodes.rows(self._db, outside)}
        actors = linked.actor_keys(self._db, outside)
        return [Beyond(keys[one], others[other], actors[other]) for one, other in asked if other in others]

    def _called(self, entry_id: str) -> str:
        entry = self.dictionary.entry(entry_id)
        return entry.name if entry else entry_id

    def _store(self, outcome: Linked, numbers: dict[str, int], held: linked.Held, moved: Moved) -> None:
        db = self._db
        shares = {group.actor.key: _shares(group, numbers, held) for group in outcome.groups}
        ids, touched = linked.assign(
            db, [group.actor for group in outcome.groups], shares, held.actors, numbers.values()
        )
        for group in outcome.groups:
            actor = ids[group.actor.key]
            for node in group.nodes:
                chains = self._to_tell(group, node, numbers.get(node.key, 0), actor, held)
                why = {int(chain.id): group.evidence(node, chain) for chain in chains}
                linked.give(db, actor, why, moved)
        linked.finish(db, touched | moved.actors, held.actors | set(ids.values()), outcome.doubts, ids)

    def _to_tell(self, group: Group, node: Node, number: int, actor: int, held: linked.Held) -> Sequence[Chain]:
        """The chains of a node that are to be told whose they are: the new ones only, where nothing else is new."""
        if node.surname_only or node.parted_from:
            linked.untell(self._db, number)
            return node.chains
        told = linked.signature((*node.evidence, *group.why.get(node.key, ())), own_evidence_from(node))
        same = held.told.get(number) == (actor, told)
        if not same:
            linked.tell(self._db, number, actor, told)
        return nodes.chains_of(self._db, number, untold=same)


def _row(identity: Identity, chain: Chain) -> NodeRow:
    """A new node; it is called and tied when all chains of its article are there."""
    return NodeRow(
        key=identity.key,
        kind=identity.kind,
        entry=identity.entry.id if identity.entry else "",
        surname_only=identity.surname_only,
        state=identity.state,
        article=int(identity.article or 0),
        base=identity.base,
        name="",
        name_kind=chain.kind,
    )


def _called_otherwise(db: Reader, found: Sequence[tuple[Chain, Identity]], numbers: Mapping[str, int]) -> set[int]:
    """The nodes of which one of these chains has a name that speaks for them from now on."""
    names = nodes.names(db, numbers.values())
    called = set()
    for chain, identity in found:
        name, kind = names[numbers[identity.key]]
        if name and spoken_first(analyse(chain.name, chain.kind)) < spoken_first(analyse(name, kind)):
            called.add(numbers[identity.key])
    return called


def _shares(group: Group, numbers: dict[str, int], held: linked.Held) -> Counter[int]:
    """How many of a group's chains each actor owned before."""
    found: Counter[int] = Counter()
    for node in group.nodes:
        number = numbers.get(node.parted_from or node.key, 0)
        if number in held.told:
            found[held.told[number][0]] += node.size
        else:
            found.update(held.owners[int(chain.id)] for chain in node.chains)
    return found
