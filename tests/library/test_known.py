"""The index that a new article's actors are looked up in, and that it stays that of the chains."""

import pytest

from reader.library import acts, articles, doctor
from reader.library.analysis import store_resolution
from reader.library.known import COMMON, Known, complete
from reader.library.store import Library
from reader.model import Cluster, Kind, Resolution
from reader.names.analyse import analyse
from tests.library.shelf import incoming, link, put

PERSON, ORGANISATION = Kind.PERSON, Kind.ORGANISATION
NAMES = {"Petra Lindqvist": PERSON, "Oskar Vogel": PERSON, "Upper Silesia Mining Board": ORGANISATION}


def fill(library: Library, *texts: str, names: dict[str, Kind] = NAMES) -> list[int]:
    ids = put(library, *(incoming(str(number), text) for number, text in enumerate(texts)))
    for article in ids:
        assert link(library, article, names)
    return ids


def like(library: Library, text: str, kind: Kind = PERSON) -> list[str]:
    return [name for name, _, _ in Known(library.reader()).like(analyse(text, kind))]


def rows(library: Library) -> int:
    found: int = library.reader().value("SELECT count(*) FROM name_block")
    return found


def test_names_that_may_be_one_are_found(library: Library) -> None:
    fill(library, "Petra Lindqvist met Oskar Vogel at the Upper Silesia Mining Board.")
    for text in ("Petra Lindkvist", "Lindqvist Petra", "Petra A. Lindqvist", "Pettra Lindqvist", "Petra Lindqist"):
        assert like(library, text) == ["Petra Lindqvist"], text
    assert like(library, "Petra Lindqvist") == [], "the name itself is found by its key"
    for text in ("Petra Vogel", "Oskar Lindqvist", "Lindqvist"):
        assert like(library, text) == [], text
    for text in ("Upper Silesia Minning Board", "Uper Silesia Mining Board", "Upper Silezia Mining Board"):
        assert like(library, text, ORGANISATION) == ["Upper Silesia Mining Board"], text
    assert like(library, "Upper Silesia Board", ORGANISATION) == []


def test_a_surname_finds_its_one_bearer(library: Library) -> None:
    fill(library, "Petra Lindqvist met Oskar Vogel.", "Lena Vogel was there.", names={**NAMES, "Lena Vogel": PERSON})
    known = Known(library.reader())
    assert known.bearer("lindqvist") == known.by_key("petra lindqvist", PERSON)
    assert known.bearer("vogel") is None, "two bear it"
    assert known.bearer("brandt") is None
    assert known.spellings(known.bearer("lindqvist") or 0) == ["Petra Lindqvist"]


def test_a_common_surname_means_nobody(library: Library) -> None:
    given = [
        a + b
        for a in ("Kar", "Mol", "Tesh", "Vin", "Zor", "Lu", "Pe", "Ha")
        for b in ("a", "o", "i", "u", "ek", "an", "is")
    ]
    assert len(given) > COMMON
    names = {f"{first} Vogel": PERSON for first in given}
    fill(library, ". ".join(names), names=names)
    with library.write() as db:
        db.run("UPDATE chain SET actor = 1")
    assert Known(library.reader()).bearer("vogel") is None, "too common to look them all up"


@pytest.mark.parametrize("undone", [False, True])
def test_removing_an_article_and_bringing_it_back(library: Library, undone: bool) -> None:
    (article, _) = fill(library, "Petra Lindqvist spoke.", "Oskar Vogel spoke.")
    with library.write() as db:
        acts.remove(db, [article])
    if undone:
        with library.write() as db:
            acts.undo(db)
    assert doctor.examine(library) == []
    # A removed article's chains stay, so that undo finds them as they were.
    assert like(library, "Petra Lindkvist") == ["Petra Lindqvist"]


def test_an_article_read_anew_leaves_nothing_to_find(library: Library) -> None:
    fill(library, "Petra Lindqvist spoke.")
    with library.write() as db:
        articles.put(db, incoming("0", "Nobody spoke."))
    assert like(library, "Petra Lindkvist") == []
    assert Known(library.reader()).bearer("lindqvist") is None
    assert doctor.examine(library) == []


def test_linking_completes_the_index_and_sweeps_it(library: Library) -> None:
    fill(library, "Petra Lindqvist spoke.", "Oskar Vogel spoke.")
    before = rows(library)
    with library.write() as db:
        db.run("DELETE FROM name_block")
        db.run("INSERT INTO name_block (block, key, kind) VALUES (1, 'nobody there', 'person')")
    assert like(library, "Petra Lindkvist") == []
    clusters = [
        Cluster("person:petra lindqvist", PERSON, "Petra Lindqvist", ["1"]),
        Cluster("person:oskar vogel", PERSON, "Oskar Vogel", ["2"]),
    ]
    with library.write() as db:
        store_resolution(db, Resolution(clusters, {}))
    assert rows(library) == before
    assert like(library, "Petra Lindkvist") == ["Petra Lindqvist"]
    assert doctor.examine(library) == []


def test_whoever_a_name_belongs_to_is_read_from_the_chains(library: Library) -> None:
    fill(library, "Petra Lindqvist spoke.", "Oskar Vogel spoke.")
    known = Known(library.reader())
    vogel = known.by_key("oskar vogel", PERSON)
    with library.write() as db:
        db.run("UPDATE chain SET actor = ? WHERE key = 'petra lindqvist'", (vogel,))
    ((_, _, actor),) = known.like(analyse("Petra Lindkvist", PERSON))
    assert actor == vogel


def test_completing_a_whole_index_changes_nothing(library: Library) -> None:
    fill(library, "Petra Lindqvist met Oskar Vogel at the Upper Silesia Mining Board.")
    before = library.reader().all("SELECT * FROM name_block UNION ALL SELECT block, word, '' FROM word_block")
    with library.write() as db:
        complete(db)
    assert library.reader().all("SELECT * FROM name_block UNION ALL SELECT block, word, '' FROM word_block") == before
