import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reader.library import articles, doctor, store
from reader.library.store import Library, Writer
from reader.model import Kind, TadmorError
from tests.library.shelf import enter, incoming, link, put

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("harm", "where"),
    [
        ("UPDATE mention SET start = 900, stop = 905 WHERE id = 1", "mention 1"),
        ("UPDATE mention SET text = 'Terry' WHERE id = 1", "mention 1"),
        ("UPDATE mention SET start = 0, stop = 9, text = 'Kerry met' WHERE id = 1", "mention 2"),
        ("UPDATE mention SET chain = 99 WHERE id = 1", "mention 1"),
        ("UPDATE mention SET article = 2 WHERE id = 1", "mention 1"),
        ("DELETE FROM mention WHERE id = 1", "chain 1"),
        ("UPDATE node SET chains = 7 WHERE id = 1", "name 1"),
        ("UPDATE node SET articles = 7 WHERE id = 1", "name 1"),
        ("UPDATE chain SET node = NULL WHERE id = 1", "name 1"),
        ("UPDATE node_text SET spelt = 7 WHERE node = 1", "name 1"),
        ("UPDATE chain SET node = 99 WHERE id = 1", "chain 1"),
        ("UPDATE appearance SET mentions = 7 WHERE actor = 1", "actor 1"),
        ("DELETE FROM appearance WHERE actor = 1", "actor 1"),
        ("UPDATE spelling SET count = 7 WHERE actor = 1", "actor 1"),
        ("UPDATE actor SET mentions = 7 WHERE id = 1", "actor 1"),
        ("UPDATE article SET removed_at = 'now' WHERE id = 1", "actor 1"),
        ("UPDATE article SET analysed = NULL WHERE id = 1", "article 1"),
        ("UPDATE article SET source = 'Wire' WHERE id = 1", "article 1"),
        ("DELETE FROM body WHERE article = 2", "article 2"),
        ("UPDATE body SET text = 'Another text.' WHERE article = 2", "search index of articles"),
        ("UPDATE spelling SET text = 'Karry' WHERE actor = 1", "search index of spellings of actors"),
    ],
)
def test_what_is_wrong_is_found(library: Library, harm: str, where: str) -> None:
    for article in put(library, incoming("a", "Kerry met Lavrov."), incoming("b", "Nobody met.")):
        link(library, article, {"Kerry": Kind.PERSON, "met": Kind.OTHER, "Lavrov": Kind.PERSON})
        enter(library, article)
    assert doctor.examine(library) == []
    with sqlite3.connect(library.path) as raw:
        raw.execute(harm)
    raw.close()
    found = doctor.examine(library)
    assert where in {problem.where for problem in found}
    assert all(problem.what and problem.remedy for problem in found)


def test_many_cases_of_one_trouble_are_counted(library: Library) -> None:
    put(library, *(incoming(str(n)) for n in range(20)))
    with sqlite3.connect(library.path) as raw:
        raw.execute("UPDATE article SET source = 'x'")
    raw.close()
    found = doctor.examine(library)
    assert [problem.where for problem in found][-1] == "15 more"
    assert len(found) == doctor.MOST + 1


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = Library.open(path)
    put(library, *(incoming(str(n), "word " * 2000) for n in range(50)))
    library.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xee" * (size // 4))
    library = Library.open(path)
    found = doctor.examine(library)
    assert found
    assert all(problem.where == str(path) for problem in found)
    library.close()


def test_what_sqlite_says_of_damage_is_told_line_by_line_and_never_sends_in_circles(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with_many = Library.open(path)
    put(with_many, *(incoming(str(number), f"Text {number}. " * 200) for number in range(200)))
    with_many.close()
    whole = path.read_bytes()
    for at in range(16 * 4096, len(whole), 16 * 4096):
        path.write_bytes(whole[:at] + bytes(20_000) + whole[at + 20_000 :])
        harmed = Library.open(path)
        found = doctor.examine(harmed)
        harmed.close()
        assert found
        assert len(found) <= doctor.MOST
        assert not any("\n" in problem.what or "doctor" in problem.what for problem in found)


WORKER = """
import os, signal, sys
from pathlib import Path
from tests.library.shelf import enter, incoming, link, put
from reader.library import articles
from reader.library.store import Library, Writer
from reader.model import Kind

steps = int(sys.argv[2])


def counted(change):
    def then(*values):
        global steps
        steps -= 1
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return change(*values)
    return then


Writer.run, Writer.insert, Writer.many = counted(Writer.run), counted(Writer.insert), counted(Writer.many)
library = Library.open(Path(sys.argv[1]))
for batch in range(1000):
    names = {"Kerry": Kind.PERSON, "Lavrov": Kind.PERSON}
    for article in put(library, *(incoming(str(n), f"Kerry met Lavrov {batch} times.") for n in range(10))):
        link(library, article, names)
        enter(library, article)
        print("linked", flush=True)
    with library.write() as db:
        articles.set_removed(db, [batch % 10 + 1], True)
        articles.correct(db, batch % 7 + 1, "title", f"Kerry {batch}")
"""


@pytest.mark.parametrize("steps", [1, 2, 17, 30, 31, 45, 52, 58, 64, 71, 140, 300, 901, 902, 903, 904, 905])
def test_a_kill_at_any_moment_leaves_a_whole_library_that_goes_on(tmp_path: Path, steps: int) -> None:
    path = tmp_path / "library.sqlite"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    worker = subprocess.run(
        [sys.executable, "-c", WORKER, str(path), str(steps)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert worker.returncode == -signal.SIGKILL
    library = Library.open(path)
    assert doctor.examine(library) == []
    # The first ten articles went in as one or not at all, and what was linked is there.
    status = articles.status(library.reader())
    assert library.reader().value("SELECT count(*) FROM article") in (0, 10)
    linked = worker.stdout.count("linked")
    if linked < 10:
        assert 10 - status.waiting in (linked, linked + 1) if status.articles else linked == 0
    for article in articles.waiting(library.reader(), 100):
        link(library, article.id, {"Kerry": Kind.PERSON, "Lavrov": Kind.PERSON})
    assert articles.status(library.reader()).waiting == 0
    assert doctor.examine(library) == []
    library.close()


@pytest.fixture
def unwritable(library: Library, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Library]:
    """The library as on a disk that is mounted for reading; a test may run as somebody to whom nothing is forbidden."""

    def make_ready(connection: sqlite3.Connection, path: Path, tell: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    def opened() -> Library:
        library.close()
        monkeypatch.setattr(store, "_make_ready", make_ready)
        monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
        return Library.open(library.path)

    return opened


@pytest.mark.parametrize(
    ("harm", "where"),
    [
        ("UPDATE body SET text = 'Another text.' WHERE article = 2", "search index of articles"),
        ("UPDATE spelling SET text = 'Karry' WHERE actor = 1", "search index of spellings of actors"),
        ("SELECT 1", ""),
    ],
)
def test_the_search_index_is_checked_where_nothing_can_be_written(
    library: Library, unwritable: Callable[[], Library], harm: str, where: str
) -> None:
    for article in put(library, incoming("a", "Kerry met Lavrov."), incoming("b", "Nobody met.")):
        link(library, article, {"Kerry": Kind.PERSON})
        enter(library, article)
    with sqlite3.connect(library.path) as raw:
        raw.execute(harm)
    raw.close()
    fixed = unwritable()
    assert fixed.fixed
    before = library.path.read_bytes()
    assert [one.where for one in doctor.examine(fixed) if "index" in one.where] == ([where] if where else [])
    assert library.path.read_bytes() == before


def test_a_check_of_the_search_index_that_cannot_be_made_is_told(
    library: Library, unwritable: Callable[[], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    fixed = unwritable()

    def full(library: Library) -> AbstractContextManager[Writer]:
        raise TadmorError("There is no room on the disk.")

    monkeypatch.setattr(Library, "copy", full)
    (problem,) = doctor.examine(fixed)
    assert "no room" in problem.what
