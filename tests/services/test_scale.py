"""What linking costs as a library grows: nothing that a new article asks goes through a whole table."""

import random
import re
from pathlib import Path

import pytest

from benchmarks.forms import forms
from benchmarks.linking_scale import STEPS, build, linked, renamed
from reader import ner
from reader.library import nodes
from reader.library.store import Library
from reader.model import Origin
from reader.services import Newsroom

from .listed import Listed, write

GROWING = (
    "article mention chain actor spelling appearance doubt"
    " asked met met_known node node_text node_tie node_word word_block"
).split()


def test_a_new_article_looks_through_no_whole_table(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    build(path, 48)
    library = Library.open(path)
    asked: list[str] = []
    with library.write() as db:
        db._connection.set_trace_callback(asked.append)
    chance = random.Random(1)
    here = [renamed(how, form, chance) for form in forms(4) for how in ("equal", "spelt", "new")]
    spent, chains = linked(library, Origin("/new.jsonl", "1"), here)
    with library.write() as db:
        db._connection.set_trace_callback(None)
        plans = {
            row[3]: statement
            for statement in dict.fromkeys(asked)
            if re.match(r"(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b", statement)
            for row in db.all(f"EXPLAIN QUERY PLAN {statement}")
        }
    library.close()
    assert len(spent) == len(STEPS)
    assert len(chains) == len(here)
    whole = re.compile(rf"SCAN (?:{'|'.join(GROWING)})(?: USING COVERING INDEX sqlite_autoindex\S*)?$")
    assert {plan: statement for plan, statement in plans.items() if whole.match(plan)} == {}


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Listed())


def test_what_is_only_asked_about_an_initial_makes_no_piece(tmp_path: Path, listed: None) -> None:
    names = ["L. Brandt", "Lena Brandt", "Lothar Brandt", "Max Brandt", "Nils Brandt"]
    files = write(tmp_path, [[f"person: {name}"] for name in names])
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        for file in files:
            room.articles.add([file])
            room.analysis.run()
        db = room.library.reader()
        keys = [f"person:{name.lower().replace('.', '')}" for name in names]
        assert [len(nodes.pieces_of(db, [number])) for number in nodes.numbers_of(db, keys).values()] == [1] * 5

        def asked() -> list[str]:
            (initial,) = (one.id for one in room.actors.search(limit=None) if one.name == "L. Brandt")
            return sorted(tie.actor.name for tie in room.actors.page(initial).ties)

        assert asked() == ["Lena Brandt", "Lothar Brandt"]
        (lena,) = (row.id for row in room.articles.listing().rows(0, 5) if row.title == "Report 1")
        room.articles.remove([lena])
        room.analysis.settle()
        assert asked() == ["Lothar Brandt"]
        room.history.undo()
        room.analysis.settle()
        assert asked() == ["Lena Brandt", "Lothar Brandt"]


def test_an_initial_is_tied_to_the_bearers_of_its_surname_while_they_are_few(tmp_path: Path, listed: None) -> None:
    names = ["Q. Brandt", "Lena Brandt", "Lothar Brandt", "Max Brandt", "Nils Brandt"]
    files = write(tmp_path, [[f"person: {name}"] for name in names])
    with Newsroom.open(tmp_path / "library.sqlite") as room:

        def piece() -> int:
            db = room.library.reader()
            return len(nodes.pieces_of(db, [nodes.numbers_of(db, ["person:q brandt"])["person:q brandt"]]))

        sizes = []
        for file in files:
            room.articles.add([file])
            room.analysis.run()
            sizes.append(piece())
        assert sizes == [1, 2, 3, 1, 1]
        reports = {row.title: row.id for row in room.articles.listing().rows(0, 5)}
        for number in (4, 3):
            room.articles.remove([reports[f"Report {number}"]])
            room.analysis.settle()
            sizes.append(piece())
        assert sizes[5:] == [1, 3]
