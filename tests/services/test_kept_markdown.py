"""An article that came in Markdown goes out as that, and an older library learns it when the files are added again."""

import sqlite3
from pathlib import Path

from reader.services import Newsroom

NOTE = """---
title: Talks
tags: [a]
---
- *Vladimir Putin* met [[John Kerry|Kerry]] in `Moscow`.
"""


def _newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom.open(tmp_path / "library.sqlite")


def test_it_goes_out_as_it_came_in(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(NOTE, encoding="utf-8")
    with _newsroom(tmp_path) as room:
        room.articles.add([note])
        assert "\n- *Vladimir Putin* met [[John Kerry|Kerry]] in `Moscow`.\n" in room.exports.article(1)
        note.write_text(NOTE.replace("*Vladimir Putin*", "__Vladimir Putin__"), encoding="utf-8")
        assert room.articles.add([note]).unchanged == 1, "its words are the same"
        assert "- __Vladimir Putin__ met" in room.exports.article(1)
        room.articles.correct(1, "title", "Talks of March")
        assert "# Talks of March\n\n- __Vladimir Putin__ met" in room.exports.article(1)


def test_what_was_read_before_markdown_was_kept_is_plain_until_it_is_added_again(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(NOTE, encoding="utf-8")
    with _newsroom(tmp_path) as room:
        room.articles.add([note])
    with sqlite3.connect(tmp_path / "library.sqlite") as db:
        db.execute("DELETE FROM markdown")
    with _newsroom(tmp_path) as room:
        assert "- Vladimir Putin met Kerry in Moscow." in room.exports.article(1)
        room.articles.add([note])
        assert "- *Vladimir Putin* met" in room.exports.article(1)


def test_markdown_that_no_longer_reads_as_its_article_is_written_as_plain_text(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(NOTE, encoding="utf-8")
    with _newsroom(tmp_path) as room:
        room.articles.add([note])
    with sqlite3.connect(tmp_path / "library.sqlite") as db:
        db.execute("UPDATE markdown SET text = 'Something else.'")
    with _newsroom(tmp_path) as room:
        text = room.exports.article(1)
    assert "Vladimir Putin met Kerry in Moscow." in text
    assert "Something else" not in text
    assert "written without the marks" in text
