"""The nodes of linking: chains of one identity, the texts that they use, and what ties them to each other.

A node comes with the first of its chains and goes with the last. Whatever may look different because a chain came or
went is put among the *unlinked*, whose pieces linking looks at again. What a tie is, says `reader.linking.ties`.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add
from typing import Any

from reader.library import bearers, failures
from reader.library.store import Reader, Writer
from reader.library.tie_codes import tie_code
from reader.model import Chain, Kind, Uses, doublings
from reader.names.analyse import analyse


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node as the library keeps it."""

    key: str
    kind: Kind
    entry: str
    """Id of the known actor that it is, or empty."""
    surname_only: bool
    state: str
    article: int
    """The one article that it was singled out for, or 0."""
    base: str
    name: str
    """The spelling that speaks for all; empty when it is to be chosen anew."""
    name_kind: Kind
    """What the name is read as."""
    chains: int = 0
    id: int = 0
    texts: dict[str, Uses] = field(default_factory=dict)


_COLUMNS = "key, kind, entry, surname_only, state, article, base, name, name_kind"


def rows(db: Reader, numbers: Collection[int]) -> list[NodeRow]:
    """Nodes by their numbers, with their texts."""
    wanted = (json.dumps(sorted(numbers)),)
    texts: dict[int, dict[str, Uses]] = {}
    for number, text, *uses in db.each(
        "SELECT node, text, spelt, named, declared, by_nationality FROM json_each(?)"
        " CROSS JOIN node_text ON node = value",
        wanted,
    ):
        texts.setdefault(number, {})[text] = Uses(*uses)
    found = db.all(
        f"SELECT node.{_COLUMNS}, chains, node.id FROM json_each(?) AS wanted"
        " CROSS JOIN node ON node.id = wanted.value",
        wanted,
    )
    return [
        NodeRow(
            key,
            Kind(kind),
            entry,
            bool(alone),
            state,
            article,
            base,
            name,
            Kind(as_kind),
            size,
            number,
            texts.get(number, {}),
        )
        for key, kind, entry, alone, state, article, base, name, as_kind, size, number in found
    ]


def numbers_of(db: Reader, keys: Collection[str]) -> dict[str, int]:
    """The nodes of these keys, as far as they are there."""
    return dict(
        db.all(
            "SELECT node.key, node.id FROM json_each(?) AS wanted CROSS JOIN node ON node.key = wanted.value",
            (json.dumps(sorted(keys)),),
        )
    )


def names(db: Reader, numbers: Iterable[int]) -> dict[int, tuple[str, Kind]]:
    """What speaks for nodes, and what it is read as."""
    return {
        number: (name, Kind(kind))
        for number, name, kind in db.each(
            "SELECT node.id, name, name_kind FROM json_each(?) AS wanted CROSS JOIN node ON node.id = wanted.value",
            (json.dumps(sorted(numbers)),),
        )
    }


def make(db: Writer, node: NodeRow) -> int:
    """A new node; returns its number."""
    return db.insert(
        f"INSERT INTO node ({_COLUMNS}, chains, articles) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
        (
            *(node.key, node.kind.value, node.entry, int(node.surname_only), node.state, node.article, node.base),
            *(node.name, node.name_kind.value),
        ),
    )


# Chains

CHAIN = "chain.id, chain.article, chain.kind, chain.name, spellings, nationality, declared, titles, chain.state"


def read_chain(row: Sequence[Any]) -> Chain:
    """A chain as linking takes it; `members` and `evidence` stay in the library."""
    number, article, kind, name, spellings, nationality, declared, titles, state = row
    return Chain(
        id=str(number),
        article=str(article),
        kind=Kind(kind),
        name=name,
        spellings=json.loads(spellings),
        declared=json.loads(declared) if declared != "[]" else (),
        titles=json.loads(titles) if titles != "[]" else (),
        state=state,
        nationality=bool(nationality),
    )


def chains_of(db: Reader, number: int, *, untold: bool = False) -> list[Chain]:
    """The chains of a node; with `untold` only those that linking has not looked at yet."""
    found = db.all(
        f"SELECT {CHAIN} FROM chain WHERE node = ? {'AND evidence = ?' if untold else ''} ORDER BY article, id",
        (number, *([""] if untold else [])),
    )
    return [read_chain(row) for row in found]


def without_node(db: Reader, article: int) -> list[Chain]:
    """The chains of an article that are in no node yet."""
    found = db.all(f"SELECT {CHAIN} FROM chain WHERE article = ? AND node IS NULL ORDER BY id", (article,))
    return [read_chain(row) for row in found]


def to_enter(db: Reader, limit: int) -> list[int]:
    """Some of the articles with chains that are in no node yet."""
    found: list[int] = db.column(
        "SELECT DISTINCT chain.article FROM chain INDEXED BY chain_without_node"
        " JOIN article ON article.id = chain.article WHERE node IS NULL AND removed_at IS NULL LIMIT ?",
        (limit,),
    )
    return found


def enter(db: Writer, found: Sequence[tuple[Chain, int]]) -> set[int]:
    """Put chains into nodes; returns those that have a text that is new there."""
    uses: dict[tuple[int, str], Uses] = {}
    for chain, number in found:
        for text, one in chain.uses().items():
            uses[number, text] = Uses(*map(add, uses.get((number, text), Uses()), one))
    numbers = {number for _, number in found}
    there = set(
        db.all(
            "SELECT node, text FROM json_each(?) CROSS JOIN node_text ON node = value", (json.dumps(sorted(numbers)),)
        )
    )
    db.many(
        "INSERT INTO node_text (node, text, spelt, named, declared, by_nationality) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (node, text) DO UPDATE SET spelt = spelt + excluded.spelt, named = named + excluded.named,"
        " declared = declared + excluded.declared, by_nationality = by_nationality + excluded.by_nationality",
        ((*key, *one) for key, one in uses.items()),
    )
    places = {(number, int(chain.article)) for chain, number in found}
    new = Counter(number for number, _ in places - _standing(db, places))
    db.many("UPDATE chain SET node = ? WHERE id = ?", ((number, int(chain.id)) for chain, number in found))
    db.many("UPDATE node SET chains = chains + 1 WHERE id = ?", ((number,) for _, number in found))
    count_articles(db, new)
    return {number for number, text in uses.keys() - there}


def leave(db: Writer, article: int) -> None:
    """Take an article's chains out of their nodes: before they are dropped, or because the article is removed."""
    take_out(db, db.column("SELECT id FROM chain WHERE article = ?", (article,)))


def take_out(db: Writer, chains: Collection[int]) -> None:
    """Take chains out of their nodes."""
    out = json.dumps(sorted(chains))
    here = [
        (number, read_chain(row))
        for number, *row in db.each(
            f"SELECT node, {CHAIN} FROM json_each(?) AS wanted CROSS JOIN chain ON chain.id = wanted.value"
            " WHERE node IS NOT NULL",
            (out,),
        )
    ]
    db.many(
        "UPDATE node_text SET spelt = spelt - ?, named = named - ?, declared = declared - ?,"
        " by_nationality = by_nationality - ? WHERE node = ? AND text = ?",
        ((*uses, number, text) for number, chain in here for text, uses in chain.uses().items()),
    )
    db.many("UPDATE node SET chains = chains - 1 WHERE id = ?", ((number,) for number, _ in here))
    db.run("UPDATE chain SET node = NULL, evidence = '' WHERE id IN (SELECT value FROM json_each(?))", (out,))
    places = {(number, int(chain.article)) for number, chain in here}
    gone = Counter(number for number, _ in places - _standing(db, places))
    count_articles(db, {number: -times for number, times in gone.items()})
    _tidy(db, sorted({number for number, _ in places}))


def _standing(db: Reader, places: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of these nodes, each with an article, that have a chain there."""
    return set(
        db.all(
            "SELECT DISTINCT node, article FROM json_each(?) AS place CROSS JOIN chain"
            " ON node = json_extract(place.value, '$[0]') AND article = json_extract(place.value, '$[1]')",
            (json.dumps(sorted(places)),),
        )
    )


def _tidy(db: Writer, numbers: Sequence[int]) -> None:
    """Let linking look again at nodes that chains have left; they go with the last one, or lose a name that is gone."""
    unlink(db, numbers)
    wanted = json.dumps(numbers)
    db.run(
        "DELETE FROM node_text WHERE node IN (SELECT value FROM json_each(?))"
        " AND spelt = 0 AND named = 0 AND declared = 0",
        (wanted,),
    )
    for number, left in db.all(
        "SELECT node.id, chains FROM json_each(?) AS wanted CROSS JOIN node ON node.id = wanted.value"
        " WHERE NOT EXISTS (SELECT 1 FROM chain"
        " WHERE chain.node = node.id AND chain.name = node.name AND chain.kind = node.name_kind)",
        (wanted,),
    ):
        call_anew(db, number)
        if not left:
            db.run("DELETE FROM unlinked WHERE node = ?", (number,))
            db.run("DELETE FROM node WHERE id = ?", (number,))


def call_anew(db: Writer, number: int) -> None:
    """Forget by what a node is called and found; what was tied to it, or asked about, is looked at again."""
    unlink(db, _neighbours(db, number))
    unlink(db, (other for _, other in asked_beyond(db, [number])))
    ((name, kind),) = names(db, [number]).values()
    for table in ("node_tie", "node_word", "met_known"):
        db.run(f"DELETE FROM {table} WHERE node = ?", (number,))
    for table in ("met", "asked"):
        db.run(f"DELETE FROM {table} WHERE one = ?1 OR other = ?1", (number,))
    db.run("UPDATE node SET name = '' WHERE id = ?", (number,))
    unlink(db, bearers.lost(db, analyse(name, kind)))


def call(db: Writer, number: int, name: str, kind: Kind) -> None:
    """Let a name, read as a kind, speak for a node; what is no known actor is of that kind."""
    db.run(
        "UPDATE node SET name = ?1, name_kind = ?2, kind = CASE entry WHEN '' THEN ?2 ELSE kind END WHERE id = ?3",
        (name, kind.value, number),
    )


def nameless(db: Reader) -> list[int]:
    """The nodes that have to be called and found by something again."""
    found: list[int] = db.column("SELECT id FROM node WHERE name = ''")
    return found


def names_of(db: Reader, number: int) -> list[tuple[str, Kind]]:
    """The fullest names of a node's chains, each with what it is read as."""
    return [
        (name, Kind(kind)) for name, kind in db.each("SELECT DISTINCT name, kind FROM chain WHERE node = ?", (number,))
    ]


def count_articles(db: Writer, steps: Mapping[int, int]) -> None:
    """Count articles more, or fewer, for nodes; where that changes what they weigh, who depends on it is unlinked."""
    before = db.all(
        "SELECT node.id, articles FROM json_each(?) AS wanted CROSS JOIN node ON node.id = wanted.value",
        (json.dumps(sorted(steps)),),
    )
    db.many("UPDATE node SET articles = articles + ? WHERE id = ?", ((step, number) for number, step in steps.items()))
    weighs = [number for number, times in before if doublings(times) != doublings(times + steps[number])]
    if weighs:
        unlink_surnames_in(
            db,
            db.column(
                "SELECT DISTINCT article FROM json_each(?) CROSS JOIN chain ON node = value", (json.dumps(weighs),)
            ),
        )


def unlink_surnames_in(db: Writer, articles: Collection[int]) -> None:
    """Unlink the surnames alone that depend on what these articles name: that stand there, or whose bearers do.

    A bearer may have the surname from another name of its actor's, in another article.
    """
    db.run(
        "WITH owner(actor) AS (SELECT DISTINCT chain.actor FROM json_each(?) AS here"
        " CROSS JOIN chain ON chain.article = here.value CROSS JOIN node ON node.id = chain.node"
        " WHERE node.kind = 'person'),"
        " person(id, surname_only) AS (SELECT DISTINCT node.id, surname_only FROM owner"
        " CROSS JOIN chain ON chain.actor = owner.actor CROSS JOIN node ON node.id = chain.node"
        " WHERE node.kind = 'person')"
        " INSERT OR IGNORE INTO unlinked (node)"
        " SELECT id FROM person WHERE surname_only"
        " UNION SELECT other.node FROM person CROSS JOIN node_tie AS tie ON tie.node = person.id"
        f" CROSS JOIN node_tie AS other ON other.tie = {_FLIPPED}"
        " CROSS JOIN node ON node.id = other.node AND node.surname_only",
        (json.dumps(sorted(articles)),),
    )


def unlink_beside_states(db: Writer, chains: Collection[int]) -> None:
    """Unlink all that stands in the articles of those chains that name a state, where these come or go."""
    db.run(
        "INSERT OR IGNORE INTO unlinked (node) SELECT DISTINCT chain.node FROM json_each(?) AS wanted"
        " CROSS JOIN chain AS its ON its.id = wanted.value"
        " CROSS JOIN node ON node.id = its.node AND node.kind = 'state'"
        " CROSS JOIN chain ON chain.article = its.article WHERE chain.node IS NOT NULL",
        (json.dumps(sorted(chains)),),
    )


# Ties


_FLIPPED = "tie.tie + 1 - 2 * (tie.tie & 1)"
"""The tie of the other end: what seeks a word for what offers it."""


def put_ties(db: Writer, number: int, offers: Iterable[str], seeks: Iterable[str]) -> None:
    """Tie a node, or by its negative number a judgement, to what offers and seeks these words."""
    found = {tie_code(word, sought=False) for word in offers} | {tie_code(word, sought=True) for word in seeks}
    db.many("INSERT OR IGNORE INTO node_tie (tie, node) VALUES (?, ?)", ((tie, number) for tie in found))


def untie(db: Writer, number: int) -> None:
    """Take away all ties of a node, or by its negative number of a judgement."""
    db.run("DELETE FROM node_tie WHERE node = ?", (number,))


def offering(db: Reader, words: Iterable[str]) -> list[int]:
    """The nodes that offer one of these words."""
    wanted = json.dumps(sorted({tie_code(word, sought=False) for word in words}))
    found: list[int] = db.column("SELECT DISTINCT node FROM json_each(?) CROSS JOIN node_tie ON tie = value", (wanted,))
    return found


def put_met(db: Writer, number: int, others: Iterable[int]) -> None:
    """Keep that the names of nodes are worth comparing, and may have an influence on each other."""
    _put_pairs(db, "met", number, others)


def put_asked(db: Writer, number: int, others: Iterable[int]) -> None:
    """Keep that the names of nodes are worth comparing, though no more than a question may follow."""
    _put_pairs(db, "asked", number, others)


def _put_pairs(db: Writer, table: str, number: int, others: Iterable[int]) -> None:
    db.many(
        f"INSERT OR IGNORE INTO {table} (one, other) VALUES (?, ?)",
        ((min(number, other), max(number, other)) for other in others),
    )


def put_met_known(db: Writer, number: int, known: Iterable[tuple[str, str]]) -> None:
    """Keep that a node's name is worth comparing with names of known actors, by entry and text."""
    db.many("INSERT OR IGNORE INTO met_known (node, entry, text) VALUES (?, ?, ?)", ((number, *one) for one in known))


def met_known(db: Reader, numbers: Collection[int]) -> list[tuple[int, str, str]]:
    """The names of known actors that these nodes' names are worth comparing with: node, entry, text."""
    return db.all(
        "SELECT node, entry, text FROM json_each(?) CROSS JOIN met_known ON node = value",
        (json.dumps(sorted(numbers)),),
    )


def met_among(db: Reader, numbers: Collection[int]) -> list[tuple[int, int]]:
    """The pairs of these nodes whose names are worth comparing."""
    pairs = db.all(
        "SELECT one, other FROM json_each(?1) CROSS JOIN met ON one = value"
        " UNION ALL SELECT one, other FROM json_each(?1) CROSS JOIN asked ON one = value",
        (json.dumps(sorted(numbers)),),
    )
    return [(one, other) for one, other in pairs if other in numbers]


def asked_beyond(db: Reader, numbers: Collection[int]) -> list[tuple[int, int]]:
    """Of these nodes each with one beyond them, where no more than a question may follow from their names."""
    pairs = db.all(
        "SELECT one, other FROM json_each(?1) CROSS JOIN asked ON one = value"
        " UNION ALL SELECT other, one FROM json_each(?1) CROSS JOIN asked ON other = value",
        (json.dumps(sorted(numbers)),),
    )
    return [(one, other) for one, other in pairs if other not in numbers]


_TIED = (
    "SELECT other.node FROM {0} CROSS JOIN node_tie AS tie ON tie.node = {0}.node"
    f" CROSS JOIN node_tie AS other ON other.tie = {_FLIPPED}"
    " UNION SELECT other FROM {0} CROSS JOIN met ON one = {0}.node"
    " UNION SELECT one FROM {0} CROSS JOIN met ON other = {0}.node"
)


def _neighbours(db: Reader, number: int) -> list[int]:
    """What a node is tied to, also by a judgement."""
    found = _tied(db, [number])
    found |= _tied(db, [one for one in found if one < 0])
    return [one for one in found if one > 0]


def _tied(db: Reader, numbers: Iterable[int]) -> set[int]:
    return set(
        db.column(
            f"WITH here(node) AS (SELECT value FROM json_each(?)) {_TIED.format('here')}",
            (json.dumps(sorted(numbers)),),
        )
    )


def pieces_of(db: Reader, numbers: Iterable[int]) -> set[int]:
    """All nodes of the pieces that these are in: with what they are tied to, however far."""
    found: set[int] = set()
    ends = set(numbers)
    while ends:
        found |= ends
        ends = _tied(db, ends) - found
    return {number for number in found if number > 0}


# What is to be looked at again


def settled(db: Reader, numbers: Collection[int]) -> set[int]:
    """Those of these nodes in whose pieces nothing is to be looked at again."""
    rest = set(numbers) - _unlinked_among(db, numbers)
    if not _unlinked_among(db, pieces_of(db, rest)):
        return rest
    return {number for number in rest if not _unlinked_among(db, pieces_of(db, [number]))}


def _unlinked_among(db: Reader, numbers: Collection[int]) -> set[int]:
    return set(
        db.column("SELECT node FROM json_each(?) CROSS JOIN unlinked ON node = value", (json.dumps(sorted(numbers)),))
    )


def unlink(db: Writer, numbers: Iterable[int]) -> None:
    """Let linking look again at the pieces of these nodes."""
    numbers = [number for number in numbers if number > 0]
    db.many("INSERT OR IGNORE INTO unlinked (node) VALUES (?)", ((number,) for number in numbers))
    failures.forget(db, failures.Step.LINKED, numbers)


def unlinked(db: Reader, limit: int = -1) -> list[int]:
    """The nodes that are to be looked at again, or some of them."""
    numbers: list[int] = db.column("SELECT node FROM unlinked ORDER BY node LIMIT ?", (limit,))
    return numbers


def how_much(db: Reader) -> int:
    """How much is to be linked: articles whose chains are to be made again or entered, and nodes to be looked at."""
    number: int = db.value(
        "SELECT (SELECT count(*) FROM rechain) + (SELECT count(DISTINCT article) FROM chain WHERE node IS NULL)"
        " + (SELECT count(*) FROM unlinked)"
    )
    return number


def forget_unlinked(db: Writer, numbers: Iterable[int]) -> None:
    """These nodes have been looked at."""
    db.many("DELETE FROM unlinked WHERE node = ?", ((number,) for number in numbers))


def articles_with(db: Reader, number: int, texts: Collection[str]) -> set[int]:
    """The articles in which a chain of a node is spelt, or declared to be called, in one of these ways."""
    return set(
        db.column(
            "SELECT DISTINCT article FROM chain WHERE node = ?1 AND ("
            " EXISTS (SELECT 1 FROM json_each(spellings) AS spelt WHERE spelt.key IN (SELECT value FROM json_each(?2)))"
            " OR EXISTS (SELECT 1 FROM json_each(declared) AS said"
            " WHERE said.value IN (SELECT value FROM json_each(?2))))",
            (number, json.dumps(sorted(texts))),
        )
    )


def clear(db: Writer) -> None:
    """Forget all nodes: every article's chains are to be entered anew."""
    db.run("UPDATE chain SET node = NULL, evidence = '' WHERE node IS NOT NULL")
    for table in ("node_text", "node_tie", "node_word", "word_block", "met", "asked", "met_known", "unlinked", "node"):
        db.run(f"DELETE FROM {table}")
    db.run("UPDATE judgement SET linked = 0")
    failures.forget_all(db, failures.LINKING)
