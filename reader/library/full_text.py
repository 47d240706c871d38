"""The full-text index: what it holds is what `reader.names.searchable` makes of titles, bodies and spellings.

SQLite's own tokenizers know neither the letters that are one in a reader's eye nor scripts without spaces. They are
left to part words at spaces, and `reader.names` does the rest, through functions that every connection has. A library
of a version before that has its index made anew when it is opened, some articles at a time; who stops meanwhile goes on
there the next time.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable

from reader.library.sentences import sentences_part
from reader.model import TadmorError
from reader.names.searchable import joined, plain_words, searchable, spelt
from reader.names.unspaced import count_words, cut

_log = logging.getLogger(__name__)

AT_A_TIME = 1000
"""Articles put into the index in one transaction: about a second."""

_raised = threading.local()


def register(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the schema and the filter use."""
    for function in (searchable, joined, spelt, spaced, sentences_part):
        provide(connection, function, 1)
    provide(connection, matches, 2)


def provide(connection: sqlite3.Connection, function: Callable[..., str | int | None], arguments: int) -> None:
    """Give a connection a function of that many texts, which always answers the same."""
    connection.create_function(function.__name__, arguments, _kept(function), deterministic=True)


def spaced(text: str) -> str:
    """The words of a line in bare letters, a space before and behind each: to look for words in it."""
    return f" {' '.join(cut(plain_words(text)).split())} "


PATIENCE_SECONDS = 1.0
"""For a regular expression in one text: one that is worth waiting for takes a thousandth of that."""


def matches(pattern: str, text: str) -> bool:
    """Whether a regular expression finds something. Raises TadmorError where it tries a text in too many ways."""
    import regex

    try:
        return regex.search(pattern, text, timeout=PATIENCE_SECONDS, concurrent=True) is not None
    except TimeoutError:
        raise TadmorError(f"The regular expression /{pattern}/ takes too long; make it simpler.") from None


def _kept(function: Callable[..., str | int | None]) -> Callable[..., str | int | None]:
    """The function, whose exception is kept: SQLite tells only that there was one, even of Ctrl+C."""

    def called(*texts: str) -> str | int | None:
        try:
            return function(*texts)
        except BaseException as error:
            _raised.error = error
            raise

    return called


def raised() -> BaseException | None:
    """What a function raised in this thread since this was last asked."""
    error: BaseException | None = getattr(_raised, "error", None)
    _raised.error = None
    return error


def index(title: str, body: str) -> tuple[str, str, str]:
    """The columns of the index for an article."""
    return searchable(title), searchable(body), joined(f"{title} {body}")


def catch_up(connection: sqlite3.Connection, tell: Callable[[int], None]) -> None:
    """Put into the index what a library of an older version holds; another program may be doing the same.

    `tell` hears before each step how many articles there may still be.
    """
    try:
        while (left := _waiting(connection)) is not None:
            tell(left)
            _some(connection)
    except sqlite3.DatabaseError as error:
        # A damaged library opens as far as it can, so that it can be looked at and copied.
        if "malformed" not in str(error):
            raise
        _log.error("the search index cannot be made anew", exc_info=error)


def _some(connection: sqlite3.Connection) -> None:
    """The next articles, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again inside the transaction: another program may have done it meanwhile.
        last = _waiting(connection)
        if last is not None:
            articles = connection.execute(
                "SELECT id, title, text, words FROM article JOIN body ON article = id WHERE id <= ?"
                " ORDER BY id DESC LIMIT ?",
                (last, AT_A_TIME),
            ).fetchall()
            _put(connection, articles)
            if len(articles) < AT_A_TIME:
                connection.execute("DELETE FROM setting WHERE name = 'to index'")
            else:
                connection.execute("UPDATE setting SET value = ? WHERE name = 'to index'", (str(articles[-1][0] - 1),))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _waiting(connection: sqlite3.Connection) -> int | None:
    """The article from which on, downwards, none is in the index; None where all are."""
    row = connection.execute("SELECT value FROM setting WHERE name = 'to index'").fetchone()
    return None if row is None else int(row[0])


def _put(connection: sqlite3.Connection, articles: list[tuple[int, str, str, int]]) -> None:
    connection.executemany(
        "INSERT INTO article_text (rowid, title, body, joined) VALUES (?, ?, ?, ?)",
        ((number, *index(title, body)) for number, title, body, _ in reversed(articles)),
    )
    counted = ((count_words(body), number, words) for number, _, body, words in articles)
    connection.executemany(
        "UPDATE article SET words = ? WHERE id = ?",
        ((count, number) for count, number, words in counted if count != words),
    )
