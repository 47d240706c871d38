"""A date that was only the time of a file is none, once an older library is opened."""

import sqlite3
from pathlib import Path

from reader.library.articles import page
from reader.library.doctor import examine
from reader.library.listing import listing
from reader.library.schema import APPLICATION_ID, MIGRATIONS
from reader.library.store import Library

ADDED = "2026-03-05T10:00:00+00:00"
ARTICLES = [
    ("/news/import.txt", "", "2026-03-05", 1),
    ("/news/saved.txt", "", "2026-01-27", 1),
    ("/news/may-be-a-guess.txt", "", "2016-03-04", 1),
    ("/news/2016-03-27-named.txt", "", "2016-03-27", 1),
    ("/news/sure.txt", "", "2026-03-05", 0),
    ("/news/record.jsonl", "7", "2016-04-13", 1),
    ("/news/corrected.txt", "", "2026-03-05", 1),
]


def as_version_4(path: Path) -> None:
    raw = sqlite3.connect(path)
    for statements in MIGRATIONS[:4]:
        for statement in statements:
            raw.execute(statement)
    for number, (location, record, date, guessed) in enumerate(ARTICLES, 1):
        raw.execute(
            "INSERT INTO article (id, location, record, title, source, date, date_guessed, at, title_key, source_key,"
            " given_title, given_source, given_date, given_date_guessed, author, url, language, words, digest,"
            " added_at, updated_at)"
            " VALUES (?1, ?2, ?3, ?2, '', ?4, ?5, ?4, ?2, '', ?2, '', ?4, ?5, '', '', '', 1, x'', ?6, ?6)",
            (number, location, record, date, guessed, ADDED),
        )
        raw.execute("INSERT INTO body (article, text) VALUES (?, 'Text.')", (number,))
        raw.execute("INSERT INTO article_text (rowid, title, body) VALUES (?, ?, 'Text.')", (number, location))
    raw.execute("INSERT INTO correction (article, field, value) VALUES (7, 'date', '2016-01-01')")
    raw.execute("UPDATE article SET date = '2016-01-01', date_guessed = 0, at = date WHERE id = 7")
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute("PRAGMA user_version = 4")
    raw.commit()
    raw.close()


def test_what_was_surely_the_time_of_a_file_is_no_date(tmp_path: Path) -> None:
    as_version_4(tmp_path / "library.sqlite")
    library = Library.open(tmp_path / "library.sqlite")
    found = {}
    for number, (location, *_) in enumerate(ARTICLES, 1):
        shown = page(library.reader(), number)
        assert shown is not None
        found[location.removeprefix("/news/")] = shown.date, shown.date_guessed
    assert found == {
        "import.txt": ("", False),
        "saved.txt": ("", False),
        "may-be-a-guess.txt": ("2016-03-04", True),
        "2016-03-27-named.txt": ("2016-03-27", True),
        "sure.txt": ("2026-03-05", False),
        "record.jsonl": ("2016-04-13", True),
        "corrected.txt": ("2016-01-01", False),
    }
    assert {row.date for row in listing(library).rows(5, 2)} == {""}
    assert examine(library) == []
    library.close()
