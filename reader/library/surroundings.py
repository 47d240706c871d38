"""What the articles of the library name besides, as linking asks for it (`reader.linking.context`)."""

import json
from collections.abc import Callable, Collection

from reader.library import bearers
from reader.library.store import Reader
from reader.model import Kind


class StoredSurroundings:
    """Answers to `reader.linking.context.Surroundings`."""

    def __init__(self, db: Reader, names: Callable[[str], str]) -> None:
        """`names` says what a known actor is called, by the id of its entry."""
        self._db = db
        self._names = names
        self._known: dict[str, tuple[int, str, Kind]] = {}
        self._keys: dict[int, str] = {}
        self._named: dict[str, frozenset[str]] = {}

    def named(self, articles: Collection[str]) -> frozenset[str]:
        """The keys of the nodes that these articles name."""
        self.read(articles)
        return frozenset().union(*(self._named[article] for article in articles))

    def read(self, articles: Collection[str]) -> None:
        """Read what articles name, if that was not done yet: many surnames stand in the same ones."""
        articles = set(articles) - self._named.keys()
        if not articles:
            return
        pairs = self._db.all(
            "SELECT chain.article, node FROM json_each(?) CROSS JOIN chain ON chain.article = value"
            " WHERE node IS NOT NULL",
            (json.dumps(sorted(map(int, articles))),),
        )
        numbers = {number for _, number in pairs} - self._keys.keys()
        for number, key, times, name, kind, entry in self._db.all(
            "SELECT node.id, node.key, articles, name, kind, entry FROM json_each(?) AS wanted"
            " CROSS JOIN node ON node.id = wanted.value",
            (json.dumps(sorted(numbers)),),
        ):
            self._keys[number] = key
            self._known[key] = times, self._names(entry) if entry else name, Kind(kind)
        found: dict[str, set[str]] = {article: set() for article in articles}
        for article, number in pairs:
            found[str(article)].add(self._keys[number])
        self._named |= {article: frozenset(keys) for article, keys in found.items()}

    def articles(self, key: str) -> int:
        """How many articles name a node that `named` told of."""
        return self._known[key][0]

    def told(self, key: str) -> tuple[str, Kind]:
        """What a reader would call it, and its kind."""
        return self._known[key][1:]

    def states(self, key: str) -> frozenset[str]:
        """The states that the articles of a node name, by the ids of their entries."""
        return frozenset(
            self._db.column(
                "SELECT DISTINCT state.entry FROM node CROSS JOIN chain AS its ON its.node = node.id"
                " CROSS JOIN chain ON chain.article = its.article CROSS JOIN node AS state ON state.id = chain.node"
                " WHERE node.key = ? AND state.kind = 'state' AND state.entry <> ''"
                " AND (chain.kind IN ('place', 'state') OR chain.nationality)",
                (key,),
            )
        )

    def several(self, surname: str) -> bool:
        """Whether those who bear a surname are too many for an initial to mean one of them."""
        return bearers.several(self._db, surname)
