"""Articles of our own to fill a library with."""

import re

from reader.library import articles, marks
from reader.library.analysis import store_analysis
from reader.library.store import Library
from reader.library.views import Home
from reader.model import Chain, Evidence, Field, Incoming, Kind, Mention, Origin, Sign
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
    for index, mention in enumerate(mentions):
        text = (title if mention.field is Field.TITLE else body)[mention.start : mention.end]
        members.setdefault(actor_of.get(text, text), []).append(index)
    chains, homes = [], {}
    for name, indices in members.items():
        kind = mentions[indices[0]].kind
        chains.append(
            Chain(name, str(article), kind, name, {}, indices, titles=["minister"], evidence={indices[-1]: [WHY]})
        )
        homes[name] = Home(None, f"{kind}:{name.lower()}", kind, name, evidence=(WHY,))
    version = articles.version(db, article)
    with library.write() as writer:
        return store_analysis(writer, article, version, mentions, chains, homes, dropped=dropped, analysed="test")


WHY = Evidence(Sign.FOR, Mechanism.FOLDED, 0.9, ("Kerry", "KERRY"))
