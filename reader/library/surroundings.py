"""What the articles of the library name besides, as linking asks for it (`reader.linking.context`)."""

import json
from collections.abc import Callable, Collection

from reader.library.store import Reader
from reader.model import Kind


class StoredSurroundings:
    """Answers to `reader.linking.context.Surroundings`."""

    def __init__(self, db: Reader, names: Callable[[str], str]) -> None:
        """`names` says what a known actor is called, by the id of its entry."""
        self._db = db
        self._names = names
        self._known: dict[str, tuple[int, str, Kind]] = {}

    def named(self, articles: Collection[str]) -> frozenset[str]:
        """The keys of the nodes that these articles name."""
        found = self._db.all(
            "SELECT DISTINCT node.key, node.articles, node.name, node.kind, node.entry FROM json_each(?)"
            " CROSS JOIN chain ON chain.article = value CROSS JOIN node ON node.id = chain.node",
            (json.dumps(sorted(map(int, articles))),),
        )
        for key, times, name, kind, entry in found:
            self._known[key] = times, self._names(entry) if entry else name, Kind(kind)
        return frozenset(key for key, *_ in found)

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
