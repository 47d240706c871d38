"""An older library gets the index of today when it is opened, whatever comes between; and Ctrl+C is never lost."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library import full_text, listing
from reader.library.doctor import examine
from reader.library.schema import APPLICATION_ID, MIGRATIONS
from reader.library.store import Library, Reader
from reader.query import parse

ARTICLES = 7
BEFORE = MIGRATIONS.index(next(one for one in MIGRATIONS if any("to index" in statement for statement in one)))
"""The version whose index knew words in Latin letters only."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library of that version."""
    path = tmp_path / "old.sqlite"
    raw = sqlite3.connect(path)
    for statement in (statement for one in MIGRATIONS[:BEFORE] for statement in one):
        raw.execute(statement)
    for number in range(1, ARTICLES + 1):
        title, body = f"Bulletin {number}", "市長は横浜へ行く。"
        raw.execute(
            "INSERT INTO article (location, record, title, source, date, date_guessed, at, title_key, source_key,"
            " given_title, given_source, given_date, given_date_guessed, author, url, language, words, digest,"
            " added_at, updated_at)"
            " VALUES (?1, '', ?2, '', '', 0, '', ?2, '', ?2, '', '', 0, '', '', '', 1, x'00', '', '')",
            (f"/{number}", title),
        )
        raw.execute("INSERT INTO body VALUES (?, ?)", (number, body))
        raw.execute("INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)", (number, title, body))
    raw.execute("INSERT INTO actor (kind, name, key) VALUES ('place', '横浜', 'y')")
    raw.execute("INSERT INTO spelling (actor, text, count) VALUES (1, '横浜', 1)")
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version = {BEFORE}")
    raw.commit()
    raw.close()
    return path


def found(library: Library, typed: str) -> int:
    return listing.listing(library, parse(typed)).total


def index_is_whole(library: Library) -> bool:
    return not [problem for problem in examine(library) if "index" in problem.where]


def test_an_older_library_is_indexed_and_counted_when_it_is_opened(old: Path) -> None:
    library = Library.open(old)
    assert (found(library, "横浜"), found(library, "bulletin")) == (ARTICLES, ARTICLES)
    assert library.reader().column("SELECT DISTINCT words FROM article") == [8]
    assert index_is_whole(library)
    library.close()


def test_who_stops_meanwhile_goes_on_the_next_time(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full_text, "AT_A_TIME", 2)
    monkeypatch.setattr(full_text, "index", _stops(after=5, index=full_text.index))
    with pytest.raises(KeyboardInterrupt):
        Library.open(old)
    raw = sqlite3.connect(old)
    assert raw.execute("SELECT value FROM setting WHERE name = 'to index'").fetchall() == [(str(ARTICLES - 4),)]
    raw.close()
    library = Library.open(old)
    assert found(library, "横浜") == ARTICLES
    assert index_is_whole(library)
    library.close()


def _stops(
    *, after: int, index: Callable[[str, str], tuple[str, str, str]]
) -> Callable[[str, str], tuple[str, str, str]]:
    done = []

    def stopping(title: str, body: str) -> tuple[str, str, str]:
        done.append(title)
        if len(done) == after:
            raise KeyboardInterrupt
        return index(title, body)

    return stopping


def test_ctrl_c_inside_a_function_of_ours_is_ctrl_c(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(text: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(full_text, "searchable", interrupted)
    interrupted.__name__ = "searchable"
    connection = sqlite3.connect(":memory:")
    full_text.register(connection)
    with pytest.raises(KeyboardInterrupt):
        Reader(connection, tmp_path).value("SELECT searchable('x')")
    assert full_text.raised() is None
