"""What an act did to the library, and what is still to be worked out because of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.store import Reader, Writer


@dataclass(frozen=True, slots=True)
class Change:
    """What an act did."""

    label: str
    """What was done, for a person: Starred “Troops return”. Holds text of strangers; empty when nothing changed."""
    effect: str = ""
    """What came of it at once, for a person: joined 14 mentions in 6 articles; empty when there is nothing to say."""
    rechain: tuple[int, ...] = ()
    """Articles whose marks changed: their chains are to be made again from `analysis.recognised` and `marks.active`."""
    relink: bool = False
    """Whether linking is to run again."""


def rechain_later(db: Writer, articles: Sequence[int]) -> None:
    """Remember articles whose chains are to be made again before linking runs; what is shown of them is right by now.

    One that waits for the recogniser gets its chains from there.
    """
    db.many("INSERT OR IGNORE INTO rechain (article) VALUES (?)", ((article,) for article in articles))


def to_rechain(db: Writer, limit: int) -> list[int]:
    """Some of the articles that `rechain_later` remembered; they are forgotten with this transaction."""
    articles: list[int] = db.column("SELECT article FROM rechain ORDER BY article LIMIT ?", (limit,))
    db.many("DELETE FROM rechain WHERE article = ?", ((article,) for article in articles))
    return articles


def more_to_rechain(db: Reader) -> bool:
    """Whether articles are left of those that `rechain_later` remembered."""
    return db.value("SELECT 1 FROM rechain LIMIT 1") is not None
