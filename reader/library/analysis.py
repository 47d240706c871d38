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
        number = insert_chain(db, article, actor_at(db, homes[chain.id]), chain)
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


def insert_chain(db: Writer, article: int, actor: int, chain: Chain) -> int:
    """A new chain, which linking has yet to look at; returns its number."""
    return db.insert(
        "INSERT INTO chain (article, actor, kind, name, key, state, nationality, declared, titles, spellings,"
        " evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        (
            *(article, actor, chain.kind.value, chain.name),
            *(analyse(chain.name, chain.kind).key, chain.state, chain.nationality),
            *(_json(list(chain.declared)), _json(list(chain.titles)), _json(dict(chain.spellings))),
        ),
    )


def _span(mention: Mention, title: str, body: str) -> str:
    text = title if mention.field is Field.TITLE else body
    if not 0 <= mention.start < mention.end <= len(text):
        raise ValueError("a mention reaches outside its text")
    return text[mention.start : mention.end]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def actor_at(db: Writer, home: Home) -> int:
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
