import os
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.library import journal, store
from reader.library.doctor import examine
from reader.library.schema import APPLICATION_ID, MIGRATIONS, VERSION
from reader.library.store import Interrupted, Library
from reader.model import TadmorError


def test_a_new_library_is_ours_and_comes_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "library.sqlite"
    Library.open(path).close()
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Library.open(path).close()
    before = path.read_bytes()
    Library.open(path).close()
    assert path.read_bytes() == before


def test_a_library_of_the_first_version_is_brought_up_to_date_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    raw = sqlite3.connect(path)
    for statement in MIGRATIONS[0]:
        raw.execute(statement)
    raw.execute("INSERT INTO actor (kind, name, key) VALUES ('person', 'Lena Brandt', 'person:lena brandt')")
    raw.executemany(
        "INSERT INTO journal (at, action, label, before, after, undone) VALUES ('', 'starred', ?, '{}', '{}', ?)",
        [("Starred “One”", 0), ("Starred “Two”", 1), ("Starred “Three”", 1)],
    )
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute("PRAGMA user_version = 1")
    raw.commit()
    raw.close()
    for _ in range(2):
        library = Library.open(path)
        db = library.reader()
        assert db.value("PRAGMA user_version") == VERSION
        assert db.all("SELECT name, kind, given_name, given_kind FROM actor") == [("Lena Brandt", "person") * 2]
        undone = journal.to_redo(db)
        assert undone is not None
        assert undone.label == "Starred “Two”"
        library.close()


def test_a_newer_library_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Library.open(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(TadmorError, match="newer Tadmor"):
        Library.open(path)
    assert path.read_bytes() == before


def test_what_is_no_library_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("These are notes, not a library. " * 100)
    other = tmp_path / "other.sqlite"
    raw = sqlite3.connect(other)
    raw.execute("CREATE TABLE theirs (x)")
    raw.commit()
    raw.close()
    for path in (text, other, tmp_path):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(TadmorError):
            Library.open(path)
        assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_library_that_must_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(TadmorError, match="no library"):
        Library.open(tmp_path / "none.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TadmorError, match="cannot be made"):
        Library.open(tmp_path / "file" / "library.sqlite")


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.touch()
    Library.open(path).close()
    Library.open(path, create=False).close()


def test_a_change_that_fails_leaves_nothing(library: Library) -> None:
    def change() -> None:
        with library.write() as db:
            db.run("INSERT INTO setting VALUES ('a', 'b')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change()
    assert library.reader().all("SELECT * FROM setting") == []
    with library.write() as db:
        db.run("INSERT INTO setting VALUES ('a', 'b')")
    assert library.reader().all("SELECT * FROM setting") == [("a", "b")]


def test_readers_cannot_write_and_complain_in_words(library: Library) -> None:
    with pytest.raises(TadmorError):
        library.reader().all("INSERT INTO setting VALUES ('a', 'b')")


def test_a_reader_does_not_wait_for_the_writer(library: Library) -> None:
    with library.write() as db:
        db.run("INSERT INTO setting VALUES ('a', 'b')")
        assert library.reader().value("SELECT count(*) FROM setting") == 0
    assert library.reader().value("SELECT count(*) FROM setting") == 1


def test_threads_have_readers_of_their_own_that_go_with_them(library: Library) -> None:
    seen: list[object] = []

    def read() -> None:
        seen.append(library.reader().value("SELECT count(*) FROM article"))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [0] * 8


def test_a_long_read_can_be_cancelled(library: Library) -> None:
    started = threading.Event()
    raised: list[BaseException] = []

    def read() -> None:
        reader = library.reader()
        started.set()
        try:
            reader.all("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
        except TadmorError as error:
            raised.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    started.wait()
    while thread.is_alive():
        library.interrupt()
        thread.join(0.01)
    assert isinstance(raised[0], Interrupted)


def test_closing_does_not_wait_for_long_reads_nor_hurt_them(library: Library) -> None:
    begun = threading.Barrier(5)
    raised: list[BaseException] = []

    def read() -> None:
        reader = library.reader()
        begun.wait()
        try:
            while True:
                reader.all(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT i FROM n"
                )
                list(reader.each("SELECT name FROM sqlite_master"))
        except TadmorError as error:
            raised.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    begun.wait()
    library.close()
    for thread in threads:
        thread.join()
    assert len(raised) == 4
    with pytest.raises(TadmorError, match="closed"):
        library.reader()


def test_what_is_asked_of_a_closed_library_is_refused_in_words(library: Library) -> None:
    reader = library.reader()
    library.close()
    with pytest.raises(TadmorError, match="closed"):
        reader.all("SELECT 1")
    with pytest.raises(TadmorError, match="closed"), library.write():
        pass
    library.interrupt()
    library.close()


def test_programs_that_make_a_library_at_the_same_moment_all_get_it(tmp_path: Path) -> None:
    for turn in range(8):
        path = tmp_path / f"{turn}.sqlite"
        start = threading.Barrier(4)

        def open_it(path: Path = path, start: threading.Barrier = start) -> None:
            start.wait()
            Library.open(path).close()

        with ThreadPoolExecutor(4) as programs:
            for done in [programs.submit(open_it) for _ in range(4)]:
                done.result()


def test_a_number_larger_than_any_is_refused_in_words(library: Library) -> None:
    with pytest.raises(TadmorError, match="so large a number"):
        library.reader().one("SELECT 1 FROM article WHERE id = ?", (10**30,))


def test_a_damaged_library_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Library.open(path).close()
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(TadmorError, match="go back to a copy"):
        Library.open(path)


def test_a_library_that_lies_where_nothing_can_be_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make_ready(connection: sqlite3.Connection, path: Path, tell: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    path = tmp_path / "a ? name%20.sqlite"
    library = Library.open(path)
    with library.write() as db:
        db.run("INSERT INTO actor (kind, name, key) VALUES ('person', 'Lena Brandt', 'person:lena brandt')")
    library.close()
    # As on a disk that is mounted for reading; a test may run as somebody to whom nothing is forbidden.
    monkeypatch.setattr(store, "_make_ready", make_ready)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    library = Library.open(path)
    assert library.fixed
    assert library.reader().column("SELECT name FROM actor") == ["Lena Brandt"]
    with pytest.raises(TadmorError, match="cannot be written"), library.write() as db:
        db.run("DELETE FROM actor")
    assert [one for one in examine(library) if "index" in one.where] == []
    library.close()
    monkeypatch.setattr(store, "VERSION", VERSION + 1)
    with pytest.raises(TadmorError, match="older Tadmor"):
        Library.open(path)
