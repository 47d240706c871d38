"""Chains that change hands at once, when a person says so: what linking concludes later from the same words.

A move is kept with the act that made it, so that undoing and redoing it is as quick as doing it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from reader.library.change import rechain_later
from reader.library.store import Reader, Writer
from reader.model import Kind
from reader.names.analyse import analyse

_Row = tuple[Any, ...]

_ACTOR = "id, kind, name, given_kind, given_name, key, known"


@dataclass(slots=True)
class Moves:
    """What changed hands in one act, as the journal keeps it: numbers that may be gone when it is undone."""

    steps: list[tuple[int, int, list[int]]] = field(default_factory=list)
    """From which actor, to which, and the chains."""
    actors: list[_Row] = field(default_factory=list)
    """Rows of the actors that gave and took, as they were."""
    pieces: dict[str, list[tuple[int, str, int]]] = field(default_factory=dict)
    """Chains that came of parting others, by number: article, field and start of their mentions, to part them again."""
    cut: list[int] = field(default_factory=list)
    """Articles in which a chain was parted: linking has to make their chains anew."""
    doubts: list[_Row] = field(default_factory=list)
    """Rows of doubts that were answered."""
    ties: list[_Row] = field(default_factory=list)
    """Rows of doubts that came instead."""
    mentions: int = 0
    articles: int = 0
    """How much changed hands, to tell a person."""

    def state(self) -> dict[str, Any]:
        """As JSON holds it."""
        return asdict(self)

    @classmethod
    def of(cls, state: Any) -> "Moves":
        """What `state` wrote; nothing where an older act kept nothing."""
        return cls(**state) if state else cls()


class Chosen(NamedTuple):
    """A mention that is to change hands, or its place."""

    mention: int
    chain: int
    article: int
    text: str
    kind: str
    """The chain's."""


def mentions_of(db: Reader, actor: int, spellings: Iterable[str], mentions: Iterable[int]) -> list[Chosen]:
    """The mentions of an actor that are spelt so, or are among these numbers, in the order of the library."""
    rows = db.all(
        "SELECT mention.id, chain.id, chain.article, mention.text, chain.kind FROM chain"
        " CROSS JOIN mention ON mention.chain = chain.id WHERE chain.actor = ?1 AND (mention.text IN"
        " (SELECT value FROM json_each(?2)) OR mention.id IN (SELECT value FROM json_each(?3))) ORDER BY mention.id",
        (actor, json.dumps(list(spellings)), json.dumps(list(mentions))),
    )
    return [Chosen(*row) for row in rows]


def nationality_kinds(db: Reader, mentions: Sequence[int]) -> dict[str, set[Kind]]:
    """What the mentions among these that count by nationality were recognised as, by spelling."""
    found: dict[str, set[Kind]] = {}
    for text, kind in db.each(
        "SELECT DISTINCT mention.text, mention.kind FROM mention JOIN chain ON chain.id = chain"
        " WHERE mention.id IN (SELECT value FROM json_each(?)) AND nationality = 1",
        (json.dumps(list(mentions)),),
    ):
        found.setdefault(text, set()).add(Kind(kind))
    return found


def chains_of(db: Reader, actor: int) -> list[int]:
    """Every chain of an actor."""
    return db.column("SELECT id FROM chain WHERE actor = ? ORDER BY id", (actor,))


def new_actor(db: Writer, moves: Moves, kind: Kind, name: str) -> int:
    """An actor that has nothing yet; linking gives it the key that its chains deserve."""
    actor = db.insert(
        "INSERT INTO actor (kind, name, given_kind, given_name, key) VALUES (?1, ?2, ?1, ?2, '~new')",
        (kind.value, name),
    )
    db.run("UPDATE actor SET key = '~' || id WHERE id = ?", (actor,))
    _keep_row(db, moves, actor)
    return actor


def cut(db: Writer, moves: Moves, chosen: Sequence[Chosen]) -> list[int]:
    """Part chosen mentions from the rest of their chains; returns the chains that they are now alone in.

    Every chain stays with its actor.
    """
    by_chain: dict[int, list[Chosen]] = {}
    for one in chosen:
        by_chain.setdefault(one.chain, []).append(one)
    alone = []
    for chain, members in by_chain.items():
        texts = db.column("SELECT text FROM mention WHERE chain = ?", (chain,))
        if len(texts) == len(members):
            alone.append(chain)
            continue
        taken = [one.text for one in members]
        for text in taken:
            texts.remove(text)
        name, kind = max(sorted(set(taken)), key=taken.count), Kind(members[0].kind)
        piece = db.insert(
            "INSERT INTO chain (article, actor, kind, name, key, nationality, declared, titles, evidence)"
            " SELECT article, actor, kind, ?, ?, nationality, '[]', '[]', '[]' FROM chain WHERE id = ?",
            (name, analyse(name, kind).key, chain),
        )
        db.many("UPDATE mention SET chain = ?, evidence = '[]' WHERE id = ?", ((piece, one.mention) for one in members))
        _rename(db, chain, kind, texts)
        moves.pieces[str(piece)] = db.all(
            "SELECT article, field, start FROM mention WHERE chain = ? ORDER BY id", (piece,)
        )
        alone.append(piece)
        moves.cut.append(members[0].article)
    moves.cut = sorted(set(moves.cut))
    return alone


def _rename(db: Writer, chain: int, kind: Kind, texts: Sequence[str]) -> None:
    """Call what is left of a chain by a name that is left in it."""
    key = db.value("SELECT key FROM chain WHERE id = ?", (chain,))
    if key not in {analyse(text, kind).key for text in texts}:
        name = max(sorted(set(texts)), key=lambda text: (len(analyse(text, kind).words), texts.count(text)))
        db.run("UPDATE chain SET name = ?, key = ? WHERE id = ?", (name, analyse(name, kind).key, chain))


def release(db: Writer, mentions: Sequence[int]) -> tuple[int, int]:
    """Take mentions out of their chains, as what names no actor; returns how many, in how many articles."""
    wanted = json.dumps(list(mentions))
    among = "FROM json_each(?) AS wanted CROSS JOIN mention ON mention.id = wanted.value JOIN chain ON chain.id = chain"
    counted = f"{among} CROSS JOIN article ON article.id = mention.article WHERE removed_at IS NULL"
    places = db.all(
        f"SELECT actor, article.id, coalesce(nullif(at, ''), '~'), count(*) {counted} GROUP BY actor, article.id",
        (wanted,),
    )
    spelt = db.all(f"SELECT actor, mention.text, count(*) {counted} GROUP BY actor, mention.text", (wanted,))
    chains = db.all(f"SELECT DISTINCT chain.id, chain.article, chain.kind, actor {among}", (wanted,))
    db.run(
        "UPDATE mention SET chain = NULL, evidence = '[]' WHERE id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    for chain, _, kind, _ in chains:
        texts = db.column("SELECT text FROM mention WHERE chain = ?", (chain,))
        if texts:
            _rename(db, chain, Kind(kind), texts)
        else:
            db.run("DELETE FROM chain WHERE id = ?", (chain,))
    for owner in {owner for *_, owner in chains}:
        _leave(db, owner, [place for who, *place in places if who == owner])
        count_spellings(db, owner, [(text, -times) for who, text, times in spelt if who == owner])
        count(db, owner)
        drop_if_empty(db, owner)
    articles = sorted({article for _, article, *_ in chains})
    rechain_later(db, articles)
    return sum(times for *_, times in places), len({article for _, article, *_ in places})


def give(db: Writer, moves: Moves, chains: Sequence[int], actor: int, why: str) -> None:
    """Move chains to an actor, `why` being the evidence for it (see `evidence.dump`); count what moved."""
    _keep_row(db, moves, actor)
    by_owner: dict[int, list[int]] = {}
    for owner, chain in db.all(
        "SELECT actor, chain.id FROM json_each(?) AS wanted CROSS JOIN chain ON chain.id = wanted.value"
        " WHERE actor <> ? ORDER BY chain.id",
        (json.dumps(list(chains)), actor),
    ):
        by_owner.setdefault(owner, []).append(chain)
    for owner, owned in by_owner.items():
        _keep_row(db, moves, owner)
        mentions, articles = _move(db, owned, owner, actor, why)
        moves.steps.append((owner, actor, owned))
        moves.mentions += mentions
        moves.articles += articles


def again(db: Writer, moves: Moves, *, back: bool) -> None:
    """Undo what changed hands, or do it again: as much of it as is still there; linking mends the rest."""
    now = {int(piece): _parted_again(db, int(piece), places) for piece, places in moves.pieces.items()}
    steps = [(to, owner, chains) for owner, to, chains in reversed(moves.steps)] if back else moves.steps
    for _, to, chains in steps:
        _make_again(db, to, moves.actors)
        wanted = [there for chain in chains for there in now.get(chain, [chain])]
        owners: dict[int, list[int]] = {}
        for chain, owner in db.all(
            "SELECT chain.id, actor FROM json_each(?) AS wanted CROSS JOIN chain ON chain.id = wanted.value"
            " WHERE actor <> ?",
            (json.dumps(wanted), to),
        ):
            owners.setdefault(owner, []).append(chain)
        for owner, owned in owners.items():
            _move(db, owned, owner, to, "[]")
    if back:
        _call_again(db, moves.actors)
    gone, come = (moves.ties, moves.doubts) if back else (moves.doubts, moves.ties)
    _drop_doubts(db, gone)
    _add_doubts(db, come)
    rechain_later(db, moves.cut)


def _parted_again(db: Writer, piece: int, places: Sequence[tuple[int, str, int]]) -> list[int]:
    """The chains that the mentions of a piece are alone in: itself, or new ones where chains were made anew."""
    if db.value("SELECT 1 FROM chain WHERE id = ?", (piece,)):
        return [piece]
    found = [
        db.one(
            "SELECT mention.id, chain.id, chain.article, mention.text, chain.kind FROM mention"
            " JOIN chain ON chain.id = chain WHERE mention.article = ? AND field = ? AND start = ?",
            tuple(place),
        )
        for place in places
    ]
    return cut(db, Moves(), [Chosen(*row) for row in found if row is not None])


def _call_again(db: Writer, rows: Sequence[_Row]) -> None:
    """Give actors the names that they had; what a person ruled on them since is laid over it."""
    for actor, kind, name, given_kind, given_name, *_ in rows:
        db.run(
            "UPDATE actor SET kind = ?, name = ?, given_kind = ?, given_name = ? WHERE id = ?",
            (kind, name, given_kind, given_name, actor),
        )
        count_spellings(db, actor, [])


def _make_again(db: Writer, actor: int, rows: Sequence[_Row]) -> None:
    row = next((row for row in rows if row[0] == actor), None)
    if row is not None and not db.value("SELECT 1 FROM actor WHERE id = ?", (actor,)):
        key = f"~{actor}" if db.value("SELECT 1 FROM actor WHERE key = ?", (row[5],)) else row[5]
        db.run(f"INSERT INTO actor ({_ACTOR}) VALUES (?, ?, ?, ?, ?, ?, ?)", (*row[:5], key, row[6]))
        db.run("INSERT INTO spelling (actor, text, count) VALUES (?, ?, 0)", (actor, row[2]))


def _keep_row(db: Reader, moves: Moves, actor: int) -> None:
    if actor not in {row[0] for row in moves.actors}:
        moves.actors.append(db.one(f"SELECT {_ACTOR} FROM actor WHERE id = ?", (actor,)))


def _move(db: Writer, chains: Sequence[int], owner: int, actor: int, why: str) -> tuple[int, int]:
    """Move chains between two actors, counting only them, for either actor may be in half of all articles.

    Returns how many mentions in how many articles. An actor that has nothing left is gone.
    """
    wanted = json.dumps(list(chains))
    here = (
        "FROM json_each(?) AS wanted CROSS JOIN mention ON mention.chain = wanted.value"
        " CROSS JOIN article ON article.id = mention.article WHERE removed_at IS NULL"
    )
    places = db.all(f"SELECT article.id, coalesce(nullif(at, ''), '~'), count(*) {here} GROUP BY article.id", (wanted,))
    spelt = db.all(f"SELECT mention.text, count(*) {here} GROUP BY mention.text", (wanted,))
    db.many("UPDATE chain SET actor = ?, evidence = ? WHERE id = ?", ((actor, why, chain) for chain in chains))
    _leave(db, owner, places)
    db.many(
        "INSERT INTO appearance (actor, at, article, mentions) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (actor, at, article) DO UPDATE SET mentions = mentions + excluded.mentions",
        ((actor, at, article, times) for article, at, times in places),
    )
    count_spellings(db, owner, [(text, -times) for text, times in spelt])
    count_spellings(db, actor, spelt)
    for one in (owner, actor):
        count(db, one)
    drop_if_empty(db, owner)
    return sum(times for _, _, times in places), len(places)


def _leave(db: Writer, actor: int, places: Sequence[Sequence[Any]]) -> None:
    """Count an actor's mentions down in articles (number, date, how many)."""
    db.many(
        "UPDATE appearance SET mentions = mentions - ? WHERE actor = ? AND at = ? AND article = ?",
        ((times, actor, at, article) for article, at, times in places),
    )
    db.many(
        "DELETE FROM appearance WHERE actor = ? AND at = ? AND article = ? AND mentions = 0",
        ((actor, at, article) for article, at, _ in places),
    )


def count_spellings(db: Writer, actor: int, changes: Iterable[tuple[str, int]]) -> None:
    """Count spellings of an actor up or down; its name stays where nothing is spelt so, the others go."""
    db.many(
        "INSERT INTO spelling (actor, text, count) VALUES (?, ?, ?)"
        " ON CONFLICT (actor, text) DO UPDATE SET count = count + excluded.count",
        ((actor, text, times) for text, times in changes),
    )
    db.run(
        "DELETE FROM spelling WHERE actor = ?1 AND count <= 0 AND text <> (SELECT name FROM actor WHERE id = ?1)",
        (actor,),
    )
    db.run("INSERT OR IGNORE INTO spelling (actor, text, count) SELECT id, name, 0 FROM actor WHERE id = ?", (actor,))


def count(db: Writer, actor: int) -> None:
    """Count an actor's articles and mentions from its appearances."""
    db.run(
        "UPDATE actor SET (articles, mentions) ="
        " (SELECT count(*), coalesce(sum(mentions), 0) FROM appearance WHERE actor = ?1) WHERE id = ?1",
        (actor,),
    )


def drop_if_empty(db: Writer, actor: int) -> None:
    """Drop an actor that no chain belongs to any more, as linking does."""
    if not db.value("SELECT 1 FROM chain WHERE actor = ? LIMIT 1", (actor,)):
        for table, column in (("appearance", "actor"), ("spelling", "actor"), ("actor", "id")):
            db.run(f"DELETE FROM {table} WHERE {column} = ?", (actor,))


_DOUBT = "left_actor, right_actor, verdict, score, evidence, worth"


def answer_doubt(db: Writer, moves: Moves, left: int, right: int, tie: tuple[str, float, str] | None = None) -> None:
    """Drop the doubt between two actors; `tie` (verdict, score, evidence) is what stands there instead."""
    low, high = sorted((left, right))
    answered = db.all(f"SELECT {_DOUBT} FROM doubt WHERE left_actor = ? AND right_actor = ?", (low, high))
    _answered(db, moves, answered, [(low, high, *tie, 0.0)] if tie else [])


def follow_doubts(db: Writer, moves: Moves, gone: int, actor: int) -> None:
    """What is doubtful about an actor that is to become another is doubtful about that one; to be called before."""
    rows = db.all(f"SELECT {_DOUBT} FROM doubt WHERE left_actor = ?1 OR right_actor = ?1", (gone,))
    ties = []
    for left, right, *rest in rows:
        low, high = sorted((actor if one == gone else one) for one in (left, right))
        there = db.value("SELECT 1 FROM doubt WHERE left_actor = ? AND right_actor = ?", (low, high))
        if low != high and not there:
            ties.append((low, high, *rest))
    _answered(db, moves, rows, ties)


def _answered(
    db: Writer, moves: Moves, answered: Sequence[tuple[Any, ...]], instead: Sequence[tuple[Any, ...]]
) -> None:
    moves.doubts += answered
    moves.ties += instead
    _drop_doubts(db, answered)
    _add_doubts(db, instead)


def _drop_doubts(db: Writer, rows: Iterable[_Row]) -> None:
    db.many("DELETE FROM doubt WHERE left_actor = ? AND right_actor = ?", ((row[0], row[1]) for row in rows))


def _add_doubts(db: Writer, rows: Iterable[_Row]) -> None:
    db.many(
        f"INSERT OR IGNORE INTO doubt ({_DOUBT}) SELECT ?1, ?2, ?3, ?4, ?5, ?6"
        " WHERE (SELECT count(*) FROM actor WHERE id IN (?1, ?2)) = 2",
        rows,
    )
