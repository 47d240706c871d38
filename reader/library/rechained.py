"""Chains that are made again: what came out as it was stays, and only what came out otherwise is stored."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.library import counts
from reader.library.analysis import actor_at, insert_chain
from reader.library.evidence import dump
from reader.library.linked import drop_unused
from reader.library.store import Reader, Writer
from reader.library.views import Home
from reader.model import Chain, Field, Kind, Mention

Row = tuple[str, int, int, str, float, str]
"""A mention as it is kept: field, start, end, kind, confidence, recogniser."""

Place = tuple[str, int, int]
"""Where it stands: field, start, end."""


_KINDS = {kind.value: kind for kind in Kind}
_FIELDS = {side.value: side for side in Field}


def row_of(mention: Mention) -> Row:
    """A mention as it would be kept."""
    return mention.field, mention.start, mention.end, mention.kind, mention.confidence, mention.by


class Shape(NamedTuple):
    """A chain as it is kept, to see whether one that was found is the same."""

    head: tuple[object, ...]
    """Kind, name, state, nationality, declared, titles."""
    members: frozenset[tuple[Row, str]]
    """Its mentions, each with why it belongs there."""


def shape_of(rows: Sequence[Row], chain: Chain) -> Shape:
    """The shape of a chain that was found among mentions that would be kept so."""
    declared, titles = (
        json.dumps(list(texts), ensure_ascii=False) if texts else "[]" for texts in (chain.declared, chain.titles)
    )
    return Shape(
        (chain.kind, chain.name, chain.state, int(chain.nationality), declared, titles),
        frozenset((rows[member], dump(chain.evidence.get(member, ()))) for member in chain.members),
    )


class Held(NamedTuple):
    """A mention that is kept."""

    number: int
    chain: int | None
    """None where it names nobody."""
    actor: int | None

    @property
    def owner(self) -> set[int]:
        """The actor that it belongs to, if there is one."""
        return {self.actor} if self.actor is not None else set()


@dataclass(slots=True)
class Kept:
    """What is kept of one article."""

    mentions: dict[Row, Held] = field(default_factory=dict)
    chains: dict[Shape, int] = field(default_factory=dict)
    """The number of each chain."""
    keys: dict[int, str | None] = field(default_factory=dict)
    """The key of each chain's node, by the chain's number; None where it is in none yet."""
    actors: dict[Place, int] = field(default_factory=dict)
    """Whose the mentions are, by where they stand."""

    @property
    def recognised(self) -> list[Mention]:
        """What the recogniser found, without a person's marks (see `marks.apply`); title first, by start."""
        found = [
            Mention(start, stop, _KINDS[kind], confidence, by, _FIELDS[side])
            for side, start, stop, kind, confidence, by in self.mentions
            if by != "hand"
        ]
        return sorted(found, key=lambda mention: (mention.field is not Field.TITLE, mention.start))

    def owners(self, mentions: Iterable[Mention]) -> set[int]:
        """The actors that what stands in the places of these mentions belongs to."""
        found = (self.actors.get(row_of(mention)[:3]) for mention in mentions)
        return {actor for actor in found if actor is not None}


def kept(db: Reader, article: int) -> Kept:
    """What is kept of an article."""
    found = Kept()
    heads: dict[int, tuple[object, ...]] = {}
    members: dict[int, list[tuple[Row, str]]] = {}
    for row in db.all(
        "SELECT field, start, stop, mention.kind, confidence, recogniser, mention.evidence, mention.id, chain.actor,"
        " chain.id, node.key, chain.kind, chain.name, chain.state, nationality, declared, titles"
        " FROM mention"
        " LEFT JOIN chain ON chain.id = chain LEFT JOIN node ON node.id = chain.node WHERE mention.article = ?",
        (article,),
    ):
        mention, (why, number, actor, chain, key), head = row[:6], row[6:11], row[11:]
        found.mentions[mention] = Held(number, chain, actor)
        if chain is not None:
            heads[chain], found.keys[chain], found.actors[mention[:3]] = head, key, actor
            members.setdefault(chain, []).append((mention, why))
    found.chains = {Shape(head, frozenset(members[chain])): chain for chain, head in heads.items()}
    return found


class Fresh(NamedTuple):
    """A chain that came out otherwise."""

    article: int
    chain: Chain
    home: Home
    """Whose it is until linking has looked at it."""
    members: Mapping[int, Held]
    """Its mentions as they are kept, by their index in the chain's document."""


def put(db: Writer, fresh: Sequence[Fresh], dropped: Iterable[Held], gone: Collection[int]) -> list[int]:
    """Keep chains that came out otherwise in place of those that are gone, which are in no node any more.

    Mentions that are `dropped` name nobody now. Returns the numbers of the chains, in their order.
    """
    touched: set[int] = set()
    moves: list[tuple[int | None, str, int]] = []
    numbers = []
    for article, chain, home, members in fresh:
        actor = actor_at(db, home)
        numbers.append(insert_chain(db, article, actor, chain))
        for index, held in members.items():
            moves.append((numbers[-1], dump(chain.evidence.get(index, ())), held.number))
            if actor != held.actor:
                touched |= {actor, *held.owner}
    for held in dropped:
        moves.append((None, "[]", held.number))
        touched |= held.owner
    db.many("UPDATE mention SET chain = ?, evidence = ? WHERE id = ?", moves)
    db.many("DELETE FROM chain WHERE id = ?", ((number,) for number in gone))
    if touched:
        counts.recount(db, touched)
        drop_unused(db)
    return numbers
