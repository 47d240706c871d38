"""The library's file: opening it, reading from several threads, writing from one.

Readers never wait for the writer (SQLite's write-ahead log). Every change is one transaction: a process that is killed
leaves the library as it was before or as it is after.
"""

import logging
import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from reader.config import expanded
from reader.library import fingerprints, full_text
from reader.library.schema import APPLICATION_ID, MIGRATIONS, VERSION
from reader.logs import where
from reader.model import TadmorError

_log = logging.getLogger(__name__)

BUSY_SECONDS = 10.0
"""How long a write waits for another program that is writing to the same library."""

RETRY_SECONDS = 0.05
"""How long to wait before asking again where SQLite does not wait by itself."""

CHUNK = 1000
"""Rows taken from SQLite at a time where there are many."""

Values = Sequence[Any]


class Interrupted(TadmorError):
    """A read was cancelled by `Library.interrupt`."""


def _explain(error: sqlite3.Error, path: Path) -> TadmorError:
    """SQLite's complaint as a sentence that says what to do."""
    said = str(error)
    if "interrupted" in said:
        return Interrupted("Cancelled.")
    if "closed" in said:
        return TadmorError(f"The library {path} is closed.")
    if "locked" in said or "busy" in said:
        return TadmorError(f"The library {path} is in use by another program; try again when it is done.")
    if "full" in said:
        return TadmorError(f"There is no room on the disk for the library {path}; what it had before is kept.")
    if "readonly" in said:
        return TadmorError(f"The library {path} cannot be written; check the permissions of the file and its folder.")
    if "malformed" in said or "not a database" in said:
        return TadmorError(f"The library {path} is damaged ({said}); `tadmor doctor` says more.")
    _log.error("SQLite failed", exc_info=error)
    return TadmorError(f"The library {path} failed: {said}. {where()}")


class Reader:
    """A connection for reading; one thread's own, and closed by any."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        # Held while SQLite works, so that closing from another thread never pulls a statement from under it.
        self._busy = threading.Lock()

    def all(self, sql: str, values: Values = ()) -> list[Any]:
        """Every row of the answer, as tuples. Raises TadmorError when the library fails, Interrupted when cancelled."""
        with self._told(), self._busy:
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """The rows one by one, for answers too large to hold."""
        with self._told():
            with self._busy:
                cursor = self._connection.execute(sql, values)
            while True:
                with self._busy:
                    rows = cursor.fetchmany(CHUNK)
                if not rows:
                    return
                yield from rows

    def one(self, sql: str, values: Values = ()) -> Any:
        """The first row, or None."""
        with self._told(), self._busy:
            return self._connection.execute(sql, values).fetchone()

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first value of the first row, or None."""
        row = self.one(sql, values)
        return None if row is None else row[0]

    def column(self, sql: str, values: Values = ()) -> list[Any]:
        """The first value of every row."""
        return [row[0] for row in self.all(sql, values)]

    def interrupt(self) -> None:
        """Cancel what this connection is asked at the moment, from another thread."""
        # A connection that has been closed meanwhile has nothing to cancel.
        with suppress(sqlite3.ProgrammingError):
            self._connection.interrupt()

    def close(self) -> None:
        """Close the connection, after the answer it is working on."""
        with self._busy:
            self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's errors as sentences."""
        try:
            yield
        except OverflowError as error:
            raise TadmorError("Nothing in a library has so large a number.") from error
        except sqlite3.Error as error:
            raise full_text.raised() or _explain(error, self._path) from error


class Writer(Reader):
    """The connection that changes the library, inside one transaction (see `Library.write`)."""

    def run(self, sql: str, values: Values = ()) -> int:
        """Change something; returns how many rows were changed."""
        with self._told():
            return self._connection.execute(sql, values).rowcount

    def insert(self, sql: str, values: Values = ()) -> int:
        """Add a row; returns its id."""
        with self._told():
            return self._connection.execute(sql, values).lastrowid or 0

    def many(self, sql: str, values: Iterable[Values]) -> None:
        """The same change with each set of values."""
        with self._told():
            self._connection.executemany(sql, values)


class Library:
    """The one file that holds everything. Use `Library.open`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, fixed: bool = False) -> None:
        self.path = path
        self.fixed = fixed
        """Whether it lies where nothing can be written, and can only be read."""
        self.generation = 0
        """Grows with every change made through this object: what was read under an older one may be out of date."""
        self._writer = connection
        self._lock = threading.Lock()
        self._local = threading.local()
        # Weakly: a thread's reader goes with its thread.
        self._readers: weakref.WeakSet[Reader] = weakref.WeakSet()
        self._readers_lock = threading.Lock()
        self._closed = False

    @classmethod
    def open(cls, path: Path, *, create: bool = True, tell: Callable[[int], None] | None = None) -> "Library":
        """Open a library, bringing an older one up to date; with `create`, make it when there is none.

        Where the search index has to be made anew, `tell` hears now and then how many articles may be left. A library
        that lies where nothing can be written, such as on a disk that is mounted for reading, can be read.

        Raises TadmorError when the file is no library, was written by a newer version, cannot be read or written, or
        its folder cannot be made.
        """
        path = Path(os.path.abspath(expanded(path)))  # noqa: PTH100 (resolve() would follow a link to the library)
        try:
            is_folder, is_there = path.is_dir(), path.exists()
        except OSError as error:
            raise TadmorError(f"The library {path} cannot be opened: {error.strerror or error}.") from error
        if is_folder:
            raise TadmorError(f"{path} is a folder; name a file for the library.")
        if not is_there:
            if not create:
                raise TadmorError(f"There is no library at {path}.")
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise TadmorError(f"The folder {path.parent} cannot be made: {error.strerror or error}.") from error
            _make(path)
        try:
            connection = _connect(path)
        except sqlite3.Error as error:
            raise TadmorError(f"The library {path} cannot be opened: {error}.") from error
        try:
            _make_ready(connection, path, tell or (lambda left: None))
        except sqlite3.Error as error:
            connection.close()
            if (raised := full_text.raised()) is not None:
                raise raised from error
            if _is_fixed(path, error):
                return cls(path, _open_fixed(path), fixed=True)
            if "malformed" in str(error):
                raise TadmorError(
                    f"The library {path} is damaged and cannot be opened ({error}); go back to a copy of it, or add the"
                    " articles to a new library."
                ) from error
            raise _explain(error, path) from error
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        """Close every connection, after the change that is being made; reads that are going on are cancelled.

        What is asked afterwards, in any thread, raises TadmorError. The last connection to close folds the write-ahead
        log into the file.
        """
        with self._readers_lock:
            self._closed = True
            readers = list(self._readers)
        for reader in readers:
            reader.interrupt()
            reader.close()
        with self._lock:
            self._writer.close()

    def reader(self) -> Reader:
        """This thread's connection for reading; it sees what was committed when each question is asked."""
        reader: Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            with self._readers_lock:
                if self._closed:
                    raise TadmorError(f"The library {self.path} is closed.")
                try:
                    connection = _connect(self.path, fixed=self.fixed)
                    connection.execute("PRAGMA query_only = ON")
                    connection.execute("PRAGMA cache_size = -16000")
                except sqlite3.Error as error:
                    raise _explain(error, self.path) from error
                reader = self._local.reader = Reader(connection, self.path)
                self._readers.add(reader)
        return reader

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """One transaction: committed when the block ends, undone when it raises. One writer at a time."""
        with self._lock:
            try:
                self._writer.execute("BEGIN IMMEDIATE")
            except sqlite3.Error as error:
                raise _explain(error, self.path) from error
            try:
                yield Writer(self._writer, self.path)
                self._writer.execute("COMMIT")
                self.generation += 1
            except sqlite3.Error as error:
                self._rollback()
                raise _explain(error, self.path) from error
            except BaseException:
                self._rollback()
                raise

    @contextmanager
    def copy(self) -> Iterator[Writer]:
        """A copy of the library that may be written to, in a file of SQLite's own that goes with the block.

        Raises TadmorError when there is no room for it.
        """
        with closing(_connect(self.path, fixed=self.fixed)) as original, closing(sqlite3.connect("")) as copied:
            full_text.register(copied)
            try:
                original.backup(copied)
                yield Writer(copied, self.path)
            except sqlite3.Error as error:
                raise _explain(error, self.path) from error

    def interrupt(self) -> None:
        """Cancel the reads that are going on in other threads: they raise Interrupted."""
        with self._readers_lock:
            for reader in self._readers:
                reader.interrupt()

    def _rollback(self) -> None:
        # SQLite itself has already rolled back after some errors, such as a full disk.
        if self._writer.in_transaction:
            self._writer.execute("ROLLBACK")


def _make(path: Path) -> None:
    """Make the file, its owner's only: what somebody reads and judges is theirs."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        # Another program makes the same library at this moment.
        return
    except OSError as error:
        raise TadmorError(f"The library {path} cannot be made: {error.strerror or error}.") from error


def _connect(path: Path, *, fixed: bool = False) -> sqlite3.Connection:
    # Without a journal, which SQLite would make beside a file of write-ahead logs even to read it.
    place = f"{path.as_uri()}?mode=ro&immutable=1" if fixed else path
    connection = sqlite3.connect(place, BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=fixed)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    full_text.register(connection)
    full_text.provide(connection, fingerprints.whole_key, 2)
    full_text.provide(connection, fingerprints.body_key, 1)
    full_text.provide(connection, fingerprints.address_key, 1)
    return connection


def _is_fixed(path: Path, error: sqlite3.Error) -> bool:
    """Whether a library could not be opened only because nothing can be written there, and can be read as it stands."""
    if not ("unable to open" in str(error) or "readonly" in str(error)):
        return False
    log = path.with_name(f"{path.name}-wal")
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return not writable and os.access(path, os.R_OK) and not (log.exists() and log.stat().st_size)


def _open_fixed(path: Path) -> sqlite3.Connection:
    """A connection to a library that cannot be written.

    Raises:
        TadmorError: it is none, or an older one, which would have to be brought up to date.
    """
    connection = _connect(path, fixed=True)
    try:
        _check(connection, path)
        if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            raise TadmorError(
                f"The library {path} was written by an older Tadmor and cannot be brought up to date where it is; copy"
                " it to where files can be written."
            )
    except sqlite3.Error as error:
        connection.close()
        raise _explain(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _make_ready(connection: sqlite3.Connection, path: Path, tell: Callable[[int], None]) -> None:
    """Check, prepare and bring up to date, while others may be doing the same with a library in the making."""
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            _check(connection, path)
            _prepare(connection)
            _migrate(connection)
            full_text.catch_up(connection, tell)
            return
        except sqlite3.OperationalError as error:
            # SQLite does not wait by itself while another program turns the journal into a write-ahead log.
            if "locked" not in str(error) or time.monotonic() > give_up:
                raise
            time.sleep(RETRY_SECONDS)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is not ours, before anything is written to it."""
    # In one transaction: another program may be making the library at this moment.
    connection.execute("BEGIN")
    try:
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise TadmorError(f"{path} is not a Tadmor library; name another file, or none to use your own.") from error
        raise
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    if owner != APPLICATION_ID and (owner or version or tables):
        raise TadmorError(f"{path} is the database of another program, not a Tadmor library.")
    if version > VERSION:
        raise TadmorError(
            f"The library {path} was written by a newer Tadmor (its version is {version}, this program knows"
            f" {VERSION}); update Tadmor to open it."
        )


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL keeps the file whole through any crash; only a power cut may lose the last moments.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -64000")
    connection.execute("PRAGMA journal_size_limit = 67108864")


def _migrate(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again inside the transaction: another program may have done it meanwhile.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
