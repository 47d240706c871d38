"""Articles of our own to fill a library with."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reader.library import articles, linked, marks, nodes
from reader.library.analysis import store_analysis
from reader.library.linked import Moved
from reader.library.nodes import NodeRow
from reader.library.store import Library
from reader.library.views import Home
from reader.model import Chain, Cluster, Doubt, Evidence, Field, Incoming, Kind, Mention, Origin, Sign
from reader.names.analyse import analyse
from reader.names.wording import Mechanism


def incoming(name: str, body: str = "Some text.", title: str = "", date: str = "", source: str = "") -> Incoming:
    return Incoming(Origin(f"/news/{name}.txt"), title or f"About {name}", body, source=source, date=date)


def put(library: Library, *texts: Incoming) -> list[int]:
    with library.write() as db:
        return [articles.put(db, text)[1] for text in texts]


def recognise(title: str, body: str, names: dict[str, Kind]) -> list[Mention]:
    """Every place where one of the names stands, title first."""
    found = []
    for field, text in ((Field.TITLE, title), (Field.BODY, body)):
        spans = [
            Mention(match.start(), match.end(), kind, 0.9, "model", field)
            for name, kind in names.items()
            for match in re.finditer(re.escape(name), text)
        ]
        found += sorted(spans, key=lambda mention: mention.start)
    return found


def link(library: Library, article: int, names: dict[str, Kind], actor_of: dict[str, str] | None = None) -> bool:
    """Recognise the names in an article, a chain for each name that `actor_of` sends to the same actor."""
    actor_of = actor_of or {}
    db = library.reader()
    title, body = articles.texts(db, article)
    mentions, dropped = marks.apply(recognise(title, body, names), marks.active(db, article))
    members: dict[str, list[int]] = {}
    spelt: dict[str, Counter[str]] = {}
    for index, mention in enumerate(mentions):
        text = (title if mention.field is Field.TITLE else body)[mention.start : mention.end]
        name = actor_of.get(text, text)
        members.setdefault(name, []).append(index)
        spelt.setdefault(name, Counter())[text] += 1
    made, homes = [], {}
    for name, indices in members.items():
        kind, why = mentions[indices[0]].kind, {indices[-1]: [WHY]}
        made.append(Chain(name, str(article), kind, name, spelt[name], indices, titles=["minister"], evidence=why))
        homes[name] = Home(None, f"{kind}:{name.lower()}", kind, name)
    version = db.value("SELECT version FROM article WHERE id = ?", (article,))
    with library.write() as writer:
        found = store_analysis(writer, article, version, mentions, made, homes, dropped=dropped, analysed="test")
    return found is not None


def enter(library: Library, *of: int) -> None:
    """Put the chains of articles into nodes, one for each folded name and kind, called as their first chain."""
    with library.write() as db:
        found = []
        for chain in (chain for article in of for chain in nodes.without_node(db, article)):
            key = f"{chain.kind.folded}:{analyse(chain.name, chain.kind).key}"
            number = nodes.numbers_of(db, [key]).get(key)
            if number is None:
                number = nodes.make(db, NodeRow(key, chain.kind, "", False, "", 0, "", chain.name, chain.kind))
            found.append((chain, number))
        nodes.enter(db, found)


def chains(library: Library) -> list[Chain]:
    """Every chain of a library, by number."""
    return [nodes.read_chain(row) for row in library.reader().each(f"SELECT {nodes.CHAIN} FROM chain ORDER BY id")]


def cluster(kind: Kind, name: str, members: Sequence[str], key: str = "") -> Cluster:
    return Cluster(key or f"{kind}:{name.lower()}", kind, name, sorted(members))


def conclude(
    library: Library,
    clusters: Sequence[Cluster],
    why: Mapping[str, Sequence[Evidence]] = {},
    doubts: Sequence[Doubt] = (),
) -> Moved:
    """Store that these are the actors, `why` by the number of the chain; returns what changed hands."""
    moved = Moved()
    with library.write() as db:
        owners: dict[int, int] = dict(db.all("SELECT id, actor FROM chain"))
        shares = {one.key: Counter(owners[int(chain)] for chain in one.chains) for one in clusters}
        ids, touched = linked.assign(db, clusters, shares, set(owners.values()), db.column("SELECT id FROM node"))
        for one in clusters:
            linked.give(db, ids[one.key], {int(chain): why.get(chain, ()) for chain in one.chains}, moved)
        linked.finish(db, touched | moved.actors, {*owners.values(), *ids.values()}, doubts, ids)
    return moved


WHY = Evidence(Sign.FOR, Mechanism.FOLDED, 0.9, ("Kerry", "KERRY"))
