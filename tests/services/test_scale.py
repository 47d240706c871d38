"""What linking costs as a library grows: nothing that a new article asks goes through a whole table."""

import random
import re
from pathlib import Path

from benchmarks.forms import forms
from benchmarks.linking_scale import STEPS, build, linked, renamed
from reader.library.store import Library
from reader.model import Origin

GROWING = (
    "article mention chain actor spelling appearance doubt met met_known node node_text node_tie node_word word_block"
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
