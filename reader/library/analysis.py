"""What recognition and linking found: mentions, chains, actors, and why.

Actors keep their numbers when linking runs again, so that an open card, or a way back, still leads to the same one.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from reader.library import counts, known, rulings
from reader.library.articles import brief, forget_analysis, texts
from reader.library.evidence import dump
from reader.library.store import Reader, Writer
from reader.library.views import Home
from reader.model import Chain, Cluster, Doubt, Evidence, Field, Kind, Mention, Resolution
from reader.names.analyse import analyse


def recognised(db: Reader, article: int) -> list[Mention]:
    """What the recogniser found in an article, without a person's marks (see `marks.apply`); title first, by start."""
    rows = db.all(
        "SELECT start, stop, kind, confidence, recogniser, field FROM mention"
        " WHERE article = ? AND recogniser <> 'hand' ORDER BY field DESC, start",
        (article,),
    )
    return [Mention(row[0], row[1], Kind(row[2]), row[3], row[4], Field(row[5])) for row in rows]


Place = tuple[Field, int, int]
"""Where a mention stands: field, start, end."""


def place(mention: Mention) -> Place:
    """Where a mention stands."""
    return mention.field, mention.start, mention.end


def owners(db: Reader, article: int) -> dict[Place, int]:
    """The actor of every mention of an article."""
    return {
        (Field(field), start, stop): actor
        for field, start, stop, actor in db.all(
            "SELECT field, start, stop, actor FROM mention JOIN chain ON chain.id = chain WHERE mention.article = ?",
            (article,),
        )
    }


def whose(db: Reader) -> dict[tuple[int, str, int], tuple[int, str, str]]:
    """Every mention by article, field and start: its actor, that one's name, and how it is spelt."""
    return {
        (article, field, start): (actor, name, text)
        for article, field, start, actor, name, text in db.each(
            "SELECT mention.article, field, start, actor, actor.name, mention.text FROM mention"
            " JOIN article ON article.id = mention.article AND removed_at IS NULL"
            " JOIN chain ON chain.id = chain JOIN actor ON actor.id = actor"
        )
    }


def how_many_chains(db: Reader) -> int:
    """How much there is to link."""
    number: int = db.value("SELECT count(*) FROM chain")
    return number


def store_analysis(
    db: Writer,
    article: int,
    version: int,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    homes: Mapping[str, Home],
    *,
    dropped: Sequence[Mention] = (),
    analysed: str,
) -> bool:
    """Keep what was found in one article, in place of what was there.

    `mentions` are the document's, in its order: the chains' members point into them, and each is in one chain. `homes`
    says by chain id which actor each chain belongs to. `dropped` was recognised but gives way to a person's marks.
    `analysed` names the recogniser. Returns False, and keeps nothing, when the article has changed since `version`.
    """
    if db.value("SELECT version FROM article WHERE id = ?", (article,)) != version:
        return False
    title, body = texts(db, article)
    forget_analysis(db, article)
    chain_of: dict[int, tuple[int, str]] = {}
    for chain in chains:
        home = homes[chain.id]
        number = db.insert(
            "INSERT INTO chain (article, actor, kind, name, key, nationality, declared, titles, evidence)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(article, _actor(db, home), chain.kind.value, chain.name, analyse(chain.name, chain.kind).key),
                *(chain.nationality, _list(chain.declared), _list(chain.titles), dump(home.evidence)),
            ),
        )
        for member in chain.members:
            chain_of[member] = (number, dump(chain.evidence.get(member, ())))
    if len(chain_of) != len(mentions):
        raise ValueError("every mention stands in exactly one chain")
    unlinked = ((mention, None, "[]") for mention in dropped)
    linked = ((mention, *chain_of[index]) for index, mention in enumerate(mentions))
    db.many(
        "INSERT INTO mention (article, chain, field, start, stop, kind, confidence, recogniser, text, evidence)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(article, number, mention.field.value, mention.start, mention.end, mention.kind.value),
                *(mention.confidence, mention.by, _span(mention, title, body), why),
            )
            for mention, number, why in (*linked, *unlinked)
        ),
    )
    known.remember(db, chains)
    counts.add(db, article)
    db.run("UPDATE article SET analysed = ? WHERE id = ?", (analysed, article))
    return True


def _span(mention: Mention, title: str, body: str) -> str:
    text = title if mention.field is Field.TITLE else body
    if not 0 <= mention.start < mention.end <= len(text):
        raise ValueError("a mention reaches outside its text")
    return text[mention.start : mention.end]


def _list(texts_: Iterable[str]) -> str:
    return json.dumps(list(texts_), ensure_ascii=False)


def _actor(db: Writer, home: Home) -> int:
    """The actor of a chain: the one named, if it is still there, else the one with its key, else a new one."""
    if home.actor is not None and db.value("SELECT 1 FROM actor WHERE id = ?", (home.actor,)):
        return home.actor
    found: int | None = db.value("SELECT id FROM actor WHERE key = ?", (home.key,))
    return _new_actor(db, home.kind, home.name, home.key, home.known) if found is None else found


def _new_actor(db: Writer, kind: Kind, name: str, key: str, known: str) -> int:
    actor = db.insert(
        "INSERT INTO actor (kind, name, given_kind, given_name, key, known) VALUES (?1, ?2, ?1, ?2, ?3, ?4)",
        (kind.value, name, key, known),
    )
    db.run("INSERT INTO spelling (actor, text, count) VALUES (?, ?, 0)", (actor, name))
    return actor


def all_chains(db: Reader) -> list[Chain]:
    """Every chain of every article, to be linked anew; `members` and `evidence` stay in the library."""
    spellings: dict[int, dict[str, int]] = {}
    for chain, text, times in db.each(
        "SELECT chain, mention.text, count(*) FROM mention JOIN article ON article.id = mention.article"
        " WHERE chain IS NOT NULL AND removed_at IS NULL GROUP BY chain, mention.text"
    ):
        spellings.setdefault(chain, {})[text] = times
    return [
        Chain(
            id=str(number),
            article=str(article),
            kind=Kind(kind),
            name=name,
            spellings=spellings[number],
            declared=json.loads(declared),
            titles=json.loads(titles),
            nationality=bool(nationality),
        )
        for number, article, kind, name, nationality, declared, titles in db.each(
            "SELECT id, article, kind, name, nationality, declared, titles FROM chain ORDER BY id"
        )
        if number in spellings
    ]


def last_chain(db: Reader) -> int:
    """The number of the newest chain; those that come in later have higher ones."""
    found: int = db.value("SELECT coalesce(max(id), 0) FROM chain")
    return found


def store_resolution(db: Writer, resolution: Resolution) -> int:
    """Make the library's actors what linking concluded; returns how many chains changed hands.

    A cluster is the actor with its key, or else the actor whose chains it shares most, or else a new one. Chains that
    came in after linking began keep their actor. Only what differs is written.
    """
    chain_rows = {
        number: (actor, why)
        for number, actor, why in db.each(
            "SELECT chain.id, actor, evidence FROM chain JOIN article ON article.id = article WHERE removed_at IS NULL"
        )
    }
    clusters = [
        (cluster, chains)
        for cluster in resolution.clusters
        if (chains := [int(chain) for chain in cluster.chains if int(chain) in chain_rows])
    ]
    ids = _assign(db, clusters, chain_rows)
    renamed = _name(db, clusters, ids)
    moved: list[tuple[int, str, int]] = []
    touched = set(renamed)
    hands = 0
    for cluster, chains in clusters:
        actor = ids[cluster.key]
        for chain in chains:
            old, old_why = chain_rows[chain]
            why = dump(_titled(db, resolution.evidence.get(str(chain), ())))
            if old != actor:
                touched |= {old, actor}
                hands += 1
            if old != actor or old_why != why:
                moved.append((actor, why, chain))
    db.many("UPDATE chain SET actor = ?, evidence = ? WHERE id = ?", moved)
    touched -= _drop_unused(db)
    known.complete(db)
    counts.recount(db, touched)
    # After counting: of two actors with a name that a ruling is about, the one in more articles is meant.
    counts.recount(db, rulings.lay(db))
    _store_doubts(db, resolution.doubts, ids)
    return hands


def _assign(
    db: Reader, clusters: Sequence[tuple[Cluster, list[int]]], chain_rows: Mapping[int, tuple[int, str]]
) -> dict[str, int]:
    """The number of every cluster's actor, by cluster key; new ones are numbered after all that ever were."""
    by_key: dict[str, int] = dict(db.each("SELECT key, id FROM actor"))
    ids = {cluster.key: by_key[cluster.key] for cluster, _ in clusters if cluster.key in by_key}
    taken = set(ids.values())
    overlaps = sorted(
        (-shared, cluster.key, actor)
        for cluster, chains in clusters
        if cluster.key not in ids
        for actor, shared in Counter(chain_rows[chain][0] for chain in chains).items()
        if actor not in taken
    )
    for _, key, actor in overlaps:
        if key not in ids and actor not in taken:
            ids[key] = actor
            taken.add(actor)
    following = count((db.value("SELECT seq FROM sqlite_sequence WHERE name = 'actor'") or 0) + 1)
    for cluster, _ in sorted(clusters, key=lambda pair: pair[0].key):
        if cluster.key not in ids:
            ids[cluster.key] = next(following)
    return ids


def _name(db: Writer, clusters: Sequence[tuple[Cluster, list[int]]], ids: Mapping[str, int]) -> set[int]:
    """Give actors the names that linking gave them, making those that are new; returns those that changed."""
    rows = {row[0]: row[1:] for row in db.each("SELECT id, given_kind, given_name, key, known FROM actor")}
    wanted = {
        ids[cluster.key]: (cluster.kind.value, cluster.name, cluster.key, cluster.known) for cluster, _ in clusters
    }
    changed = {actor: row for actor, row in wanted.items() if rows.get(actor) != row}
    # Keys are unique and may change places between two actors: all are freed before any is given.
    db.many("UPDATE actor SET key = '~' || id WHERE id = ?", ((actor,) for actor in changed if actor in rows))
    db.many(
        "UPDATE actor SET kind = ?1, name = ?2, given_kind = ?1, given_name = ?2, key = ?3, known = ?4 WHERE id = ?5",
        ((*row, actor) for actor, row in changed.items() if actor in rows),
    )
    db.many(
        "INSERT INTO actor (id, kind, name, given_kind, given_name, key, known) VALUES (?1, ?2, ?3, ?2, ?3, ?4, ?5)",
        ((actor, *row) for actor, row in changed.items() if actor not in rows),
    )
    return set(changed)


def _drop_unused(db: Writer) -> set[int]:
    """Drop the actors that no chain belongs to any more; returns their numbers."""
    unused = set(db.column("SELECT id FROM actor WHERE NOT EXISTS (SELECT 1 FROM chain WHERE actor = actor.id)"))
    for table, column in (("appearance", "actor"), ("spelling", "actor"), ("actor", "id")):
        db.many(f"DELETE FROM {table} WHERE {column} = ?", ((actor,) for actor in unused))
    return unused


def _store_doubts(db: Writer, doubts: Iterable[Doubt], ids: Mapping[str, int]) -> None:
    rows = {}
    for doubt in doubts:
        if doubt.left in ids and doubt.right in ids and doubt.left != doubt.right:
            pair = tuple(sorted((ids[doubt.left], ids[doubt.right])))
            rows[pair] = (doubt.verdict.value, doubt.score, dump(_titled(db, doubt.evidence)))
    db.run("DELETE FROM doubt")
    db.many(
        "INSERT INTO doubt (left_actor, right_actor, verdict, score, evidence) VALUES (?, ?, ?, ?, ?)",
        ((*pair, *row) for pair, row in rows.items()),
    )


def _titled(db: Reader, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """The evidence, with the title of the article that says so in place of its number."""
    for one in evidence:
        told = brief(db, int(one.article)) if one.article else None
        yield replace(one, article=told.title) if told else one
