"""Articles of our own to fill a library with."""

from reader.library import articles
from reader.library.store import Library
from reader.model import Incoming, Origin


def incoming(name: str, body: str = "Some text.", title: str = "", date: str = "", source: str = "") -> Incoming:
    return Incoming(Origin(f"/news/{name}.txt"), title or f"About {name}", body, source=source, date=date)


def put(library: Library, *texts: Incoming) -> list[int]:
    with library.write() as db:
        return [articles.put(db, text)[1] for text in texts]
