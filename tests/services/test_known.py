"""A folder in which an article lies several times: as a copy, as text and as page, renamed, saved again."""

import shutil
import sqlite3
from pathlib import Path

from reader.library.migrations.locations import LOCATIONS
from reader.library.schema import MIGRATIONS
from reader.model import Known
from reader.services import Newsroom
from tests.services.conftest import MARCH
from tests.services.test_newsroom import spot, titled

STORY = (
    "The ferry between the two banks ran for the first time since the flood on Thursday, and the queue for it reached "
    "to the market. Nobody paid: the ferryman had said that he would not count on the first day.",
    "By noon he had carried four hundred people, eleven goats and a piano, which belonged to the school and had been "
    "on the wrong side of the river since March. It was played that evening, out of tune, in the yard.",
)


def page(
    *paragraphs: str, url: str = "https://ferry.example/2016/05/12/runs-again/", title: str = "The ferry runs"
) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<html><head><title>{title}</title><link rel="canonical" href="{url}"></head>'
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    )


def locations(room: Newsroom, title: str) -> set[str]:
    return {Path(one).name for one in titled(room, title).locations}


def test_copies_and_other_forms_are_known(room: Newsroom, folder: Path) -> None:
    shutil.copy(folder / "march.md", folder / "march (1).md")
    (folder / "ferry.html").write_text(page(*STORY), "utf-8")
    (folder / "ferry.txt").write_text("The ferry runs\n\n" + "\n\n".join(STORY).replace(". ", ".\n"), "utf-8")
    (folder / "again.html").write_text(
        page(*STORY, url="http://www.ferry.example/2016/05/12/runs-again?fbclid=1"), "utf-8"
    )
    intake = room.articles.add([folder])
    assert (intake.added, intake.unchanged, intake.updated) == (1, 3, 0)
    told = {(Path(one.where.location).name, Path(one.of.location).name, one.how) for one in intake.known}
    assert told == {
        ("march (1).md", "march.md", Known.COPY),
        ("ferry.html", "again.html", Known.COPY),
        ("ferry.txt", "again.html", Known.COPY),
    }
    assert room.status().articles == 4
    assert locations(room, "The ferry") == {"again.html", "ferry.html", "ferry.txt"}
    again = room.articles.add([folder])
    assert (again.added, again.updated, again.unchanged, again.known) == (0, 0, 7, [])
    assert not room.doctor()


def test_a_renamed_folder_keeps_everything(room: Newsroom, folder: Path, tmp_path: Path) -> None:
    march, april = titled(room, "Troops"), titled(room, "What Moscow")
    room.articles.set_starred([march.id], True)
    room.articles.seen(april.id)
    room.articles.correct(march.id, "source", "My own")
    wrong = spot(april, "Vladimir Putin")
    room.judgements.not_the_same(wrong.id)
    moved = tmp_path / "another place"
    folder.rename(moved)
    (moved / "april.md").rename(moved / "spring.md")
    intake = room.articles.add([moved])
    assert (intake.added, {one.how for one in intake.known}, len(intake.known)) == (0, {Known.MOVED}, 3)
    room.analysis.run()
    room.analysis.relink()
    march_, april_ = titled(room, "Troops"), titled(room, "What Moscow")
    assert (march_.id, march_.starred, march_.source, march_.origin) == (
        march.id,
        True,
        "My own",
        str(moved / "march.md"),
    )
    assert (april_.id, april_.unread, april_.locations) == (april.id, False, (str(moved / "spring.md"),))
    assert spot(april_, "Vladimir Putin").actor != spot(march_, "Vladimir Putin").actor
    assert "Undone" in room.history.undo()
    assert spot(titled(room, "What Moscow"), "Vladimir Putin").actor == spot(march_, "Vladimir Putin").actor
    again = room.articles.add([moved])
    assert (again.unchanged, again.known) == (3, [])
    assert not room.doctor()


def test_a_page_saved_again_gives_its_longer_text_and_loses_none(room: Newsroom, folder: Path) -> None:
    (folder / "early.html").write_text(page(STORY[0]), "utf-8")
    room.articles.add([folder])
    early = titled(room, "The ferry")
    room.articles.set_starred([early.id], True)
    (folder / "late.html").write_text(page(*STORY, title="The ferry runs, and carries a piano"), "utf-8")
    intake = room.articles.add([folder])
    assert [(one.how, one.article) for one in intake.known] == [(Known.LONGER, early.id)]
    assert (intake.added, intake.updated) == (0, 1)
    late = titled(room, "The ferry")
    assert (late.id, late.starred, late.title) == (early.id, True, "The ferry runs, and carries a piano")
    assert STORY[1] in late.body
    assert [other.text for other in late.elsewhere] == [STORY[0]]
    room.analysis.run()
    assert room.articles.listing("piano").total == 1
    assert not room.doctor()


def test_a_removed_article_does_not_come_back_as_its_copy(room: Newsroom, folder: Path) -> None:
    room.articles.remove([titled(room, "Troops").id])
    (folder / "copy.md").write_text(MARCH.replace("\n\nSyrian", "\n\n\n Syrian"), "utf-8")
    intake = room.articles.add([folder])
    assert (intake.added, intake.removed, intake.known) == (0, 2, [])
    room.history.undo()
    assert locations(room, "Troops") == {"march.md", "copy.md"}


def test_what_is_piped_in_is_known(room: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "ferry.html").write_text(page(*STORY), "utf-8")
    room.articles.add([tmp_path / "ferry.html"])
    (tmp_path / "piped").write_text("The ferry runs\n\n" + "\n\n".join(STORY), "utf-8")
    with (tmp_path / "piped").open("rb") as stdin:
        assert [one.how for one in room.articles.add(["-"], stdin=stdin).known] == [Known.COPY]


def test_an_older_library_knows_its_articles_again(tmp_path: Path, folder: Path) -> None:
    shutil.copy(folder / "march.md", folder / "twin.md")
    path = tmp_path / "library.sqlite"
    with Newsroom.open(path) as room:
        room.articles.add([folder / "march.md", folder / "april.md"])
        room.articles.add([folder / "may.md"])
    # As it was before: without locations, and what came after them.
    raw = sqlite3.connect(path)
    for table in ("other_location", "fingerprint", "asked"):
        raw.execute(f"DROP TABLE {table}")
    for index in ("judgement_left_at", "judgement_right_at", "ruling_at"):
        raw.execute(f"DROP INDEX {index}")
    raw.execute("DROP TRIGGER article_url_changed")
    raw.execute("ALTER TABLE article DROP COLUMN lacks")
    raw.execute(f"PRAGMA user_version = {MIGRATIONS.index(LOCATIONS)}")
    raw.commit()
    raw.close()
    with Newsroom.open(path) as room:
        intake = room.articles.add([folder])
        assert (intake.added, intake.unchanged, len(intake.known)) == (0, 3, 1)
        assert locations(room, "Troops") == {"march.md", "twin.md"}
        assert not room.doctor()


def test_a_line_is_no_copy_of_the_same_line_in_another_file(room: Newsroom, tmp_path: Path) -> None:
    line = "Minutes of the meeting\n\nNo decision was made.\n"
    for name, text in (
        ("one.txt", line),
        ("two.txt", line.replace(" ", "  ")),
        ("three.html", page("No decision was made.", url="", title="Minutes of the meeting")),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    intake = room.articles.add([tmp_path])
    assert intake.added == 2
    assert [Path(one.where.location).name for one in intake.known] == ["two.txt"]
