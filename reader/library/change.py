"""What an act did to the library, and what is still to be worked out because of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.library import failures
from reader.library.store import Reader, Writer


@dataclass(frozen=True, slots=True)
class Change:
    """What an act did."""

    label: str
    """What was done, for a person: Starred “Troops return”. Holds text of strangers; empty when nothing changed."""
    effect: str = ""
    """What came of it at once, for a person: marks 14 mentions in 6 articles again; empty when that is nothing."""
    moves: str = ""
    """What it does to the mentions that change hands because of it: joined, moved; empty when nobody is to be told."""
    rechain: tuple[int, ...] = ()
    """Articles whose marks changed: their chains are to be made again from `rechained.kept` and `marks.active`."""
    redate: tuple[str, ...] = ()
    """Sources whose dates may have to be read again, day and month in another order."""
    moved: tuple[int, ...] = ()
    """Articles that are of another source now: so may theirs."""
    anew: bool = False
    """Whether chains are to be made and linked anew everywhere, since what is known of actors changed."""
    answer: Callable[["Reader"], str] | None = None
    """What is to be told besides once linking has followed, asked of the library as it is then."""


def link_anew(db: Writer) -> None:
    """Remember that all chains are to be made and linked anew, whatever was concluded of them."""
    db.run("INSERT OR REPLACE INTO setting (name, value) VALUES ('to link', 'anew')")


def is_to_link_anew(db: Reader) -> bool:
    """Whether all chains are to be made and linked anew."""
    return db.value("SELECT 1 FROM setting WHERE name = 'to link'") is not None


def begin_anew(db: Writer) -> None:
    """Let the chains of all articles be made again, in place of the wish for it."""
    db.run("DELETE FROM setting WHERE name = 'to link'")
    db.run("INSERT OR IGNORE INTO rechain (article) SELECT id FROM article WHERE analysed IS NOT NULL")


def rechain_later(db: Writer, articles: Sequence[int]) -> None:
    """Remember articles whose chains are to be made again before linking runs; what is shown of them is right by now.

    One that waits for the recogniser gets its chains from there.
    """
    db.many("INSERT OR IGNORE INTO rechain (article) VALUES (?)", ((article,) for article in articles))
    failures.forget(db, failures.Step.CHAINED, articles)


def to_rechain(db: Reader, limit: int) -> list[int]:
    """Some of the articles that `rechain_later` remembered."""
    articles: list[int] = db.column("SELECT article FROM rechain ORDER BY article LIMIT ?", (limit,))
    return articles


def forget_rechain(db: Writer, articles: Sequence[int]) -> None:
    """The chains of these articles are made again with this transaction."""
    db.many("DELETE FROM rechain WHERE article = ?", ((article,) for article in articles))
