"""What linking concluded, stored: only what came out different is written.

Actors keep their numbers when linking runs again, so that an open card, or a way back, still leads to the same one.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from zlib import crc32

from reader.library import counts, overrides
from reader.library.articles import brief
from reader.library.evidence import dump
from reader.library.store import Reader, Writer
from reader.model import Cluster, Doubt, Evidence


@dataclass(slots=True)
class Held:
    """What linking concluded of some nodes when it last looked at them."""

    told: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Actor, and what the node was told, by node; of surnames alone and of new nodes there is none."""
    owners: dict[int, int] = field(default_factory=dict)
    """Actor by chain, of all other nodes' chains."""

    @property
    def actors(self) -> set[int]:
        """All actors that own any of it."""
        return {actor for actor, _ in self.told.values()} | set(self.owners.values())


def held(db: Reader, numbers: Collection[int]) -> Held:
    """What is held of these nodes."""
    wanted = json.dumps(sorted(numbers))
    found = Held()
    for number, actor, told in db.each(
        "SELECT node.id, actor, told FROM json_each(?) AS wanted CROSS JOIN node ON node.id = wanted.value"
        " WHERE actor IS NOT NULL",
        (wanted,),
    ):
        found.told[number] = actor, told
    rest = json.dumps(sorted(set(numbers) - found.told.keys()))
    found.owners = dict(
        db.all("SELECT chain.id, chain.actor FROM json_each(?) CROSS JOIN chain ON node = value", (rest,))
    )
    return found


def assign(
    db: Writer,
    actors: Sequence[Cluster],
    shares: Mapping[str, Counter[int]],
    before: Collection[int],
    here: Collection[int],
) -> tuple[dict[str, int], set[int]]:
    """Number the actors of these keys: new, renamed or as they were; also returns the numbers of those that changed.

    An actor is the one with its key, or else the one whose chains it shares most, of those that owned them `before` and
    nothing outside of the nodes that are looked at `here`; or else the one that had its key and was gone; or else a new
    one, numbered after all that ever were.
    """
    by_key: dict[str, int] = dict(
        db.all(
            "SELECT actor.key, actor.id FROM json_each(?) CROSS JOIN actor ON actor.key = value",
            (json.dumps([a.key for a in actors]),),
        )
    )
    ids = dict(by_key)
    taken = set(ids.values())
    overlaps = sorted(
        (-shared, actor.key, number)
        for actor in actors
        if actor.key not in ids
        for number, shared in shares[actor.key].items()
        if number not in taken and number in before
    )
    taken |= _owning_besides(db, {number for *_, number in overlaps}, here)
    for _, key, number in overlaps:
        if key not in ids and number not in taken:
            ids[key] = number
            taken.add(number)
    keys = json.dumps([actor.key for actor in actors if actor.key not in ids])
    for key, number in db.all(
        "SELECT former_actor.key, actor FROM json_each(?) CROSS JOIN former_actor ON former_actor.key = value"
        " WHERE actor NOT IN (SELECT id FROM actor) ORDER BY 1",
        (keys,),
    ):
        if number not in taken:
            ids[key] = number
            taken.add(number)
    following = count((db.value("SELECT seq FROM sqlite_sequence WHERE name = 'actor'") or 0) + 1)
    for actor in sorted(actors, key=lambda actor: actor.key):
        if actor.key not in ids:
            ids[actor.key] = next(following)
    return ids, _name(db, actors, ids)


def _owning_besides(db: Reader, numbers: Collection[int], here: Collection[int]) -> set[int]:
    """Those of these actors that linking has found to own chains of other nodes than those that it looks at."""
    return set(
        db.column(
            "SELECT value FROM json_each(?1) AS wanted WHERE EXISTS (SELECT 1 FROM chain"
            " WHERE actor = wanted.value AND evidence <> '' AND node NOT IN (SELECT value FROM json_each(?2)))",
            (json.dumps(sorted(numbers)), json.dumps(sorted(here))),
        )
    )


def _name(db: Writer, actors: Sequence[Cluster], ids: Mapping[str, int]) -> set[int]:
    """Give actors the names that linking gave them, making those that are new; returns those that changed."""
    rows = {
        row[0]: row[1:]
        for row in db.each(
            "SELECT actor.id, given_kind, given_name, actor.key, known, state, parted_in FROM json_each(?) AS wanted"
            " CROSS JOIN actor ON actor.id = wanted.value",
            (json.dumps(sorted(ids.values())),),
        )
    }
    wanted = {
        ids[one.key]: (one.kind.value, one.name, one.key, one.known, one.state, int(one.article or 0)) for one in actors
    }
    changed = {actor: row for actor, row in wanted.items() if rows.get(actor) != row}
    # Keys are unique and may change places between two actors: all are freed before any is given.
    db.many("UPDATE actor SET key = '~' || id WHERE id = ?", ((actor,) for actor in changed if actor in rows))
    db.many(
        "UPDATE actor SET kind = ?1, name = ?2, given_kind = ?1, given_name = ?2, key = ?3, known = ?4, state = ?5,"
        " parted_in = ?6 WHERE id = ?7",
        ((*row, actor) for actor, row in changed.items() if actor in rows),
    )
    db.many(
        "INSERT INTO actor (id, kind, name, given_kind, given_name, key, known, state, parted_in)"
        " VALUES (?1, ?2, ?3, ?2, ?3, ?4, ?5, ?6, ?7)",
        ((actor, *row) for actor, row in changed.items() if actor not in rows),
    )
    return set(changed)


@dataclass(slots=True)
class Moved:
    """What changed hands."""

    chains: list[int] = field(default_factory=list)
    actors: set[int] = field(default_factory=set)
    """That gave or took."""


def give(db: Writer, actor: int, chains: Mapping[int, Sequence[Evidence]], moved: Moved) -> None:
    """Let chains belong to an actor, each with why, where they do not already; what changes hands goes into `moved`."""
    rows = db.all(
        "SELECT chain.id, actor, evidence FROM json_each(?) AS wanted CROSS JOIN chain ON chain.id = wanted.value",
        (json.dumps(sorted(chains)),),
    )
    different = []
    for chain, owner, old_why in rows:
        why = dump(_titled(db, chains[chain]))
        if owner != actor:
            moved.chains.append(chain)
            moved.actors |= {owner, actor}
        if owner != actor or why != old_why:
            different.append((actor, why, chain))
    db.many("UPDATE chain SET actor = ?, evidence = ? WHERE id = ?", different)


def tell(db: Writer, number: int, actor: int, told: str) -> None:
    """Remember whose a node is and why, so that it need not be told again."""
    db.run("UPDATE node SET actor = ?, told = ? WHERE id = ?", (actor, told, number))


def untell(db: Writer, number: int) -> None:
    """Forget what a node was told: its chains are no longer all one actor's."""
    db.run("UPDATE node SET actor = NULL, told = '' WHERE id = ? AND actor IS NOT NULL", (number,))


def finish(db: Writer, touched: set[int], owners: set[int], doubts: Sequence[Doubt], ids: Mapping[str, int]) -> None:
    """Count the actors that were touched, drop those that nothing belongs to, and keep what is doubtful now.

    `owners` are all actors that own, or owned, what linking looked at.
    """
    counts.recount(db, touched)
    drop_unused(db)
    # After counting: of two actors with a name that a ruling is about, the one in more articles is meant.
    counts.recount(db, overrides.apply(db))
    _store_doubts(db, doubts, owners, ids)


def drop_unused(db: Writer) -> None:
    """Drop the actors that no chain belongs to any more, not even one of a removed article."""
    unused = db.column(
        "SELECT id FROM actor INDEXED BY actor_absent WHERE articles = 0"
        " AND NOT EXISTS (SELECT 1 FROM chain WHERE chain.actor = actor.id)"
    )
    db.many(
        "INSERT OR REPLACE INTO former_actor (key, actor) SELECT key, id FROM actor WHERE id = ?",
        ((actor,) for actor in unused),
    )
    for table, column in (("appearance", "actor"), ("spelling", "actor"), ("actor", "id")):
        db.many(f"DELETE FROM {table} WHERE {column} = ?", ((actor,) for actor in unused))


def _store_doubts(db: Writer, doubts: Iterable[Doubt], owners: Collection[int], ids: Mapping[str, int]) -> None:
    """Keep doubts in place of all that there were between any and those who own, or owned, what was looked at."""
    found = {}
    for doubt in doubts:
        left, right = (
            ids.get(key) or db.value("SELECT id FROM actor WHERE key = ?", (key,)) for key in (doubt.left, doubt.right)
        )
        if left and right and left != right:
            pair = (min(left, right), max(left, right))
            found[pair] = (doubt.verdict.value, doubt.score, dump(_titled(db, doubt.evidence)))
    # All are written again: what an answer is worth depends on how often the actors are named now. Whoever owns what
    # linking found to be his elsewhere has his doubts from there.
    here = set(ids.values())
    asked = json.dumps(sorted(here | (set(owners) - _owning_besides(db, set(owners) - here, ()))))
    for side in ("left_actor", "right_actor"):
        db.run(f"DELETE FROM doubt WHERE {side} IN (SELECT value FROM json_each(?))", (asked,))
    db.many(
        "INSERT INTO doubt (left_actor, right_actor, verdict, score, evidence) VALUES (?, ?, ?, ?, ?)",
        ((*pair, *row) for pair, row in found.items()),
    )


def _titled(db: Reader, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """The evidence, with the title of the article that says so in place of its number."""
    for one in evidence:
        told = brief(db, int(one.article)) if one.article else None
        yield replace(one, article=told.title) if told else one


def signature(evidence: Iterable[Evidence], own: str) -> str:
    """What a node is told: why, and on what each chain's own reason hangs; to see when that would be anything else."""
    return f"{crc32(own.encode())} {dump(evidence)}"


def actor_keys(db: Reader, numbers: Collection[int]) -> dict[int, str]:
    """Of nodes that linking has looked at, and that are no surname alone, each one's actor by its key."""
    return dict(
        db.all(
            "SELECT node.id, actor.key FROM json_each(?) AS wanted CROSS JOIN node ON node.id = wanted.value"
            " JOIN actor ON actor.id"
            " = coalesce(node.actor, (SELECT chain.actor FROM chain WHERE chain.node = node.id LIMIT 1))",
            (json.dumps(sorted(numbers)),),
        )
    )


def named_known(db: Reader, entries: Collection[str]) -> list[str]:
    """Those of these known actors that the library names."""
    found: list[str] = db.column(
        "SELECT DISTINCT known FROM json_each(?) CROSS JOIN actor ON known = value AND known <> ''",
        (json.dumps(sorted(entries)),),
    )
    return found


def articles_of(db: Reader, moved: Moved) -> set[int]:
    """The articles in which something changed hands."""
    return set(
        db.column(
            "SELECT DISTINCT article FROM json_each(?) CROSS JOIN chain ON chain.id = value",
            (json.dumps(moved.chains),),
        )
    )


def how_much(db: Reader, moved: Moved) -> tuple[int, int]:
    """How many mentions changed hands, in how many articles."""
    mentions, articles = db.one(
        "SELECT count(*), count(DISTINCT article) FROM json_each(?) CROSS JOIN mention ON chain = value",
        (json.dumps(moved.chains),),
    )
    return mentions, articles
