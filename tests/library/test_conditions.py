"""What a filter finds in a library."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings

from reader.library import articles, full_text, listing
from reader.library.store import Library
from reader.model import Incoming, Kind, Origin, TadmorError
from reader.query import Query, parse
from reader.query.tree import All, Is, Not
from tests.library.shelf import link, put
from tests.query.filters import FILTERS, read

TODAY = datetime.now().astimezone().date().isoformat()

SHELF = (
    # title, source, author, url, language, date, whether it is guessed
    ("Museum reopens", "Al-Ahram", "R. Fisk", "", "en", "2016-03-27", False),
    ("Talks", "Reuters", "", "https://example.org/a/talks", "en", "2016-04-01T01:00:00+02:00", True),
    ("Lorries", "Reuters Africa", "", "", "ar", "", False),
    ("Quiet", "", "", "", "", TODAY, False),
)
BODIES = (
    "Palmyra museum, said Anna Kovac.\n\nBoris Ilic spoke.",
    "Anna Kovac met Boris Ilic. The lorries left.",
    "Boris Ilic left. Anna Kovac came. Then Anna Kovac spoke of the cease-fire in Palmyra.",
    "Nothing at all happened in the museum of the city, wrote the paper.",
)

PEOPLE = {"Anna Kovac": Kind.PERSON, "Boris Ilic": Kind.PERSON, "Palmyra": Kind.PLACE}


@pytest.fixture
def shelf(library: Library) -> Library:
    for number, (title, source, author, url, language, date, guessed) in enumerate(SHELF, 1):
        text = Incoming(
            *(Origin(f"/news/{date[:4] or 'none'}/{number}.txt"), title, BODIES[number - 1]),
            source=source, author=author, url=url, language=language, date=date, date_guessed=guessed,
        )  # fmt: skip
        [article] = put(library, text)
        link(library, article, PEOPLE)
    with library.write() as db:
        articles.set_flag(db, [1, 2], "unread", False)
        articles.set_flag(db, [2], "starred", True)
    return library


def found(library: Library, text: str) -> list[int]:
    hits = listing.listing(library, parse(text))
    return [row.id for row in hits.rows(0, hits.total)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("museum", {1, 4}),
        ("museum -palmyra", {4}),
        ("-museum", {2, 3}),
        ("museum OR lorries", {1, 2, 3, 4}),
        ("palmyra museum OR talks", {1, 2}),
        ("palmyra (museum OR talks)", {1}),
        ("-(museum OR lorries)", set()),
        ("NOT museum lorries", {2, 3}),
        ('"anna boris"~1', {1}),
        ('"boris anna"~2', {1, 2, 3}),
        ('"palmyra anna"~2', {1}),
        ('"lorries palmyra"~5', set()),
        ("/cease.?FIRE/i", {3}),
        ("/cease.?FIRE/", set()),
        ("-/Anna|Boris/", {4}),
        ("title:museum", {1}),
        ("text:museum -title:museum", {4}),
        ("title:(talks OR quiet)", {2, 4}),
        ("title:/^L/", {3}),
        ("source:reuters", {2, 3}),
        ("source:(ahram OR africa)", {1, 3}),
        ('source:"reuters africa"', {3}),
        ("source:reut", set()),
        ("source:reut*", {2, 3}),
        ("author:fisk", {1}),
        ("url:example.org", {2}),
        ("path:/2016/", {1, 2}),
        ("lang:en", {1, 2}),
        ("lang:e", set()),
        ("lang:(ar OR en)", {1, 2, 3}),
        ("is:unread", {3, 4}),
        ("is:read", {1, 2}),
        ("is:starred", {2}),
        ("-is:starred is:read", {1}),
        ("is:undated", {3}),
        ("is:guessed", {2}),
        ("is:thin", set()),
        ("is:judged", set()),
        ("has:actor", {1, 2, 3}),
        ("no:author", {2, 3, 4}),
        ("no:(url source)", {4}),
        ("date:2016-03", {1}),
        ("date:2016-04-01", {2}),
        ("date:2016", {1, 2}),
        ("date:2016-03..2016-04", {1, 2}),
        ("date:2016-04..", {2, 4}),
        ("date:..2016-03", {1}),
        ("before:2016-04", {1}),
        ("after:2016-03", {2, 4}),
        ("after:2016-03-27 before:2017", {2}),
        ("@today", {4}),
        ("date:@7d", {4}),
        ("after:@7d", {4}),
        ("before:@7d", {1, 2}),
        ("added:@today", {1, 2, 3, 4}),
        ("added:..2016", set()),
        ("words:>13", {3}),
        ("words:<9", {1, 2}),
        ("actor:anna", {1, 2, 3}),
        ("actor:(anna mentions:>1)", {3}),
        ("mentions:2", {3}),
        ("kind:place", {1, 3}),
        ("actor:(kind:place palmyra)", {1, 3}),
        ("actor:(kind:place anna)", set()),
        ("actor:(kind:person -anna)", {1, 2, 3}),
        ("-actor:palmyra", {2, 4}),
        ("with:(anna boris)", {1, 2, 3}),
        ("with:(anna palmyra)", {1, 3}),
        ("with:(anna anna)", set()),
        ("near:(anna boris)", {2, 3}),
        ("near:(anna palmyra)", {1, 3}),
        ("sentence:(anna boris)", {2}),
        ("sentence:(palmyra anna)", {1, 3}),
        ("sentence:(anna kind:place)", {1, 3}),
        ("with:(anna (boris OR palmyra))", {1, 2, 3}),
        ("actor:#999", set()),
        ("is:read museum OR is:unread lorries", {1, 3}),
        ("& museum", {1, 4}),
        ("-&", {1, 2, 3, 4}),
    ],
)
def test_what_a_filter_finds(shelf: Library, text: str, expected: set[int]) -> None:
    assert set(found(shelf, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sort:title", [3, 1, 4, 2]),
        ("sort:source", [4, 1, 2, 3]),
        ("sort:-date", [1, 2, 4, 3]),
        ("sort:date #2", [4, 2]),
        ("sort:-added", [1, 2, 3, 4]),
        ("museum sort:-title #1", [4]),
        ("#0", []),
    ],
)
def test_order_and_number(shelf: Library, text: str, expected: list[int]) -> None:
    assert found(shelf, text) == expected


def test_an_actor_of_a_number(shelf: Library) -> None:
    number = shelf.reader().value("SELECT id FROM actor WHERE name = 'Boris Ilic'")
    assert found(shelf, f"actor:#{number} is:unread") == [3]


def test_a_name_of_several_takes_them_all_and_says_which(library: Library) -> None:
    for number, name in enumerate(("Jaysh al-Islam", "Jaysh al-Fateh", "Jaysh al-Islam")):
        [article] = put(library, Incoming(Origin(f"/{number}"), "News", f"Here is {name} again."))
        link(library, article, {name: Kind.ARMED_GROUP})
    hits = listing.listing(library, parse("actor:jaysh"))
    assert hits.total == 3
    [taken] = hits.taken
    assert (taken.name, taken.total) == ("jaysh", 2)
    assert [(name, kind, number) for _, name, kind, number in taken.actors] == [
        ("Jaysh al-Islam", Kind.ARMED_GROUP, 2),
        ("Jaysh al-Fateh", Kind.ARMED_GROUP, 1),
    ]
    assert listing.listing(library, parse("actor:islam")).taken == []
    assert listing.listing(library, parse("-actor:jaysh")).taken == []
    assert listing.listing(library, parse("actor:(jaysh -islam)")).taken == []
    assert [one.name for one in listing.listing(library, parse("with:(jaysh islam)")).taken] == ["jaysh"]


def test_what_is_denied_is_not_sought(shelf: Library) -> None:
    sought = listing.listing(shelf, parse('museum -(palmyra OR "cease fire") -actor:anna title:talks')).sought
    assert {term.text for term in sought} == {"museum", "talks"}


def test_an_article_that_a_person_marked_was_judged(shelf: Library) -> None:
    with shelf.write() as db:
        db.run(
            "INSERT INTO mark (article, adds, kind, field, quote, before, after)"
            " VALUES (4, 1, 'place', 'body', '', '', '')"
        )
        db.run(
            "INSERT INTO judgement"
            " (left_name, left_kind, left_quote, right_name, right_kind, right_quote, verdict, why, at)"
            " VALUES ('Palmyra', 'place', '', 'Tadmor', 'place', '', 'same', '', '')"
        )
    assert set(found(shelf, "is:judged")) == {1, 3, 4}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILTERS)
def test_whatever_can_be_read_can_be_asked(shelf: Library, text: str) -> None:
    query = read(text)
    if isinstance(query, Query):
        first = found(shelf, text)
        assert len(set(first)) == len(first) <= len(SHELF)
        if query.most is None and query.terms:
            denied = {
                row.id for row in listing.listing(shelf, Query((Not(All((Is("read"), *query.terms))),))).rows(0, 9)
            }
            both = {row.id for row in listing.listing(shelf, Query((Is("read"), *query.terms))).rows(0, 9)}
            assert denied | both == {1, 2, 3, 4}
            assert not denied & both


def test_a_regular_expression_that_tries_too_many_ways_is_given_up_and_said(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(full_text, "PATIENCE_SECONDS", 0.01)
    put(shelf, Incoming(Origin("/news/long.txt"), "Long", "ab" * 60))
    with pytest.raises(TadmorError, match="takes too long"):
        listing.listing(shelf, parse("/^(?:a|b|ab)*[^ab]$/")).rows(0, 10)
