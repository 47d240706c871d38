"""What recognition found in each article: mentions, and the chains that they are in."""

import json
from collections.abc import Collection, Mapping, Sequence

from reader.library import counts
from reader.library.articles import forget_analysis, texts
from reader.library.evidence import dump
from reader.library.store import Reader, Writer
from reader.library.views import Home
from reader.model import Chain, Field, Kind, Mention
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


Whose = dict[tuple[int, str, int], tuple[int, str, str]]
"""Mentions by article, field and start: the actor of each, that one's name, and how it is spelt."""


def whose(db: Reader, articles: Collection[int]) -> Whose:
    """Whose the mentions in these articles are."""
    return {
        (article, field, start): (actor, name, text)
        for article, field, start, actor, name, text in db.each(
            "SELECT mention.article, field, start, actor, actor.name, mention.text FROM json_each(?)"
            " CROSS JOIN mention ON mention.article = value CROSS JOIN chain ON chain.id = chain"
            " CROSS JOIN actor ON actor.id = actor",
            (json.dumps(sorted(articles)),),
        )
    }


Shape = list[tuple[object, ...]]
"""Chains and mentions of one article, to see whether two findings are the same."""


def shape_stored(db: Reader, article: int) -> Shape:
    """What is kept of an article."""
    rows = db.all(
        "SELECT chain.kind, name, nationality, declared, titles, field, start, stop, mention.kind, confidence,"
        " recogniser, mention.evidence, chain FROM mention LEFT JOIN chain ON chain.id = chain"
        " WHERE mention.article = ?",
        (article,),
    )
    first: dict[int, tuple[object, ...]] = {}
    for row in sorted(rows, key=lambda row: row[5:8]):
        first.setdefault(row[12], row[5:8])
    return sorted(((*row[:12], first[row[12]]) for row in rows), key=lambda row: row[5:8])


def shape_found(mentions: Sequence[Mention], chains: Sequence[Chain], dropped: Sequence[Mention]) -> Shape:
    """What was found, as `store_analysis` takes it, in the shape of what is kept."""

    def place_of(mention: Mention) -> tuple[object, ...]:
        return mention.field.value, mention.start, mention.end

    def row(mention: Mention, evidence: str) -> tuple[object, ...]:
        return (*place_of(mention), mention.kind.value, mention.confidence, mention.by, evidence)

    shape: Shape = []
    for chain in chains:
        head = (
            chain.kind.value,
            chain.name,
            int(chain.nationality),
            _json(list(chain.declared)),
            _json(list(chain.titles)),
        )
        first = min(place_of(mentions[member]) for member in chain.members)
        shape += [
            (*head, *row(mentions[member], dump(chain.evidence.get(member, ()))), first) for member in chain.members
        ]
    alone = min(map(place_of, dropped), default=())
    shape += [(None, None, None, None, None, *row(mention, "[]"), alone) for mention in dropped]
    return sorted(shape, key=lambda one: one[5:8])


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
) -> list[int] | None:
    """Keep what was found in one article, in place of what was there; returns the numbers of the chains.

    `mentions` are the document's, in its order: the chains' members point into them, and each is in one chain. `homes`
    says by chain id whose each chain is until linking has looked at it. `dropped` was recognised but gives way to a
    person's marks. `analysed` names the recogniser. Returns None, and keeps nothing, when the article has changed since
    `version`.
    """
    if db.value("SELECT version FROM article WHERE id = ?", (article,)) != version:
        return None
    title, body = texts(db, article)
    forget_analysis(db, article)
    chain_of: dict[int, tuple[int, str]] = {}
    numbers = []
    for chain in chains:
        number = db.insert(
            "INSERT INTO chain (article, actor, kind, name, key, nationality, declared, titles, spellings, evidence)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            (
                *(article, _actor(db, homes[chain.id]), chain.kind.value, chain.name),
                *(analyse(chain.name, chain.kind).key, chain.nationality),
                *(_json(list(chain.declared)), _json(list(chain.titles)), _json(dict(chain.spellings))),
            ),
        )
        numbers.append(number)
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
    counts.add(db, article)
    db.run("UPDATE article SET analysed = ? WHERE id = ?", (analysed, article))
    return numbers


def _span(mention: Mention, title: str, body: str) -> str:
    text = title if mention.field is Field.TITLE else body
    if not 0 <= mention.start < mention.end <= len(text):
        raise ValueError("a mention reaches outside its text")
    return text[mention.start : mention.end]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _actor(db: Writer, home: Home) -> int:
    """The actor of a chain until linking looks at it: the one named, if it is there, else that of its node's last.

    That has the node's key otherwise; it is a new one where there is none.
    """
    if home.actor is not None and db.value("SELECT 1 FROM actor WHERE id = ?", (home.actor,)):
        return home.actor
    found: int | None = db.value(
        "SELECT chain.actor FROM node JOIN chain ON node = node.id WHERE node.key = ? ORDER BY chain.id DESC LIMIT 1",
        (home.key,),
    )
    if found is None:
        found = db.value("SELECT id FROM actor WHERE key = ?", (home.key,))
    return _new_actor(db, home.kind, home.name, home.key, home.known) if found is None else found


def _new_actor(db: Writer, kind: Kind, name: str, key: str, known: str) -> int:
    actor = db.insert(
        "INSERT INTO actor (kind, name, given_kind, given_name, key, known) VALUES (?1, ?2, ?1, ?2, ?3, ?4)",
        (kind.value, name, key, known),
    )
    db.run("INSERT INTO spelling (actor, text, count) VALUES (?, ?, 0)", (actor, name))
    return actor
