"""A library of the version before nodes opens, is linked once more, and has the same actors with the same numbers."""

import json
import sqlite3
from pathlib import Path

import pytest

from reader import ner
from reader.library.schema import APPLICATION_ID, MIGRATIONS, VERSION
from reader.library.store import Library
from reader.model import Verdict
from reader.services import Newsroom
from tests.services.listed import Listed, write
from tests.services.test_order import actors, questions

ARTICLES = [
    ["person: Lena Brandt", "person: Brandt", "place: Khneifes", "organisation: Supreme Court", "place: France"],
    ["person: Brandt", "person: Lenna Brandt", "place: Khneifis", "other: French"],
    ["person: Brandt", "person: Ruslan Khasanov", "organisation: Lake Basin Fishing Union"],
    ["person: Rouslan Khassanov", "organisation: LBFU", "person: Khasanov", "organisation: Supreme Court"],
]
TABLES = (
    *("article", "body", "correction", "actor", "chain", "mention", "appearance", "spelling", "doubt", "mark"),
    *("judgement", "journal", "entry", "setting", "ruling", "rechain", "shared"),
)
OLD_EVIDENCE = json.dumps([["+", "lone", "the only person of that name here", 0.8]])
OLD_MOVES = {"steps": [[1, 2, [1]]], "actors": [], "pieces": {}, "cut": [], "doubts": [], "ties": [], "mentions": 1}


def as_version_2(source: Path, path: Path) -> None:
    """What is in a library, as the program of the second version kept it."""
    raw = sqlite3.connect(path)
    for statement in (*MIGRATIONS[0], *MIGRATIONS[1]):
        raw.execute(statement)
    raw.execute("ATTACH ? AS now", (str(source),))
    for table in TABLES:
        columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA table_info({table})"))
        raw.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM now.{table}")
    raw.execute("INSERT INTO article_text (rowid, title, body) SELECT id, title, body FROM article_words")
    # What it had besides: its own index of names, reasons in sentences, and what each act moved.
    raw.execute("INSERT INTO name_block (block, key, kind) VALUES (1, 'lena brandt', 'person')")
    raw.execute("INSERT INTO word_block (block, word) VALUES (1, 'brandt')")
    raw.execute("UPDATE chain SET evidence = ?", (OLD_EVIDENCE,))
    raw.execute(
        "UPDATE journal SET before = json_set(before, '$.moved', json(?1)),"
        " after = json_set(after, '$.moved', json(?1)) WHERE action = 'judged'",
        (json.dumps(OLD_MOVES),),
    )
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute("PRAGMA user_version = 2")
    raw.commit()
    raw.close()


def numbers(room: Newsroom) -> dict[str, int]:
    return {one.name: one.id for one in room.actors.search(limit=None)}


def spelt(room: Newsroom, text: str) -> int:
    return next(one.id for one in room.actors.search(limit=None) if text in dict(one.spellings))


@pytest.fixture
def now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of today, with two verdicts, one of them undone."""
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Listed())
    path = tmp_path / "now.sqlite"
    with Newsroom.open(path) as room:
        room.articles.add(write(tmp_path, ARTICLES))
        room.analysis.run()
        for one, other in (("Lena Brandt", "Ruslan Khasanov"), ("Supreme Court", "Lake Basin Fishing Union")):
            room.judgements.judge(spelt(room, one), spelt(room, other), Verdict.SAME)
        room.history.undo()
        room.analysis.settle()
    return path


def test_the_same_actors_with_the_same_numbers_and_reasons(now: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    as_version_2(now, old)
    with Newsroom.open(now) as before, Newsroom.open(old) as after:
        assert after.library.reader().value("PRAGMA user_version") == VERSION
        after.analysis.settle()
        assert (actors(after), questions(after)) == (actors(before), questions(before))
        assert numbers(after) == numbers(before)
        why = "SELECT name, evidence FROM chain ORDER BY id"
        assert after.library.reader().all(why) == before.library.reader().all(why)
        assert after.doctor() == []
        assert not after.analysis.settle(), "all was done"


def test_old_acts_can_be_undone_and_done_again(now: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    as_version_2(now, old)
    with Newsroom.open(now) as before, Newsroom.open(old) as after:
        for step in ("redo", "undo", "undo", "redo"):
            for room in (before, after):
                assert getattr(room.history, step)()
                room.analysis.settle()
            assert (actors(after), questions(after)) == (actors(before), questions(before)), step


def test_until_it_is_linked_it_is_shown_as_it_was(now: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    as_version_2(now, old)
    library = Library.open(old)
    with Newsroom.on(library) as after, Newsroom.open(now) as before:
        assert actors(after) == actors(before)
