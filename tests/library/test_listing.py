import itertools
from random import Random

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.library import articles, listing
from reader.library.store import Library
from reader.library.views import Sort
from reader.query import QuerySyntaxError, parse
from tests.library.shelf import incoming, put
from tests.properties import costly


def fill(library: Library, count: int) -> list[int]:
    random = Random(count)
    return put(
        library,
        *(
            incoming(
                str(n),
                title=f"{random.choice(['Éclair', 'eclipse', '“Apple”', 'Zoo'])} {random.randrange(50)}",
                date=random.choice(["", f"2016-{random.randrange(1, 13):02d}-01", "2016-05-05T10:00:00+00:00"]),
                source=random.choice(["Desert Post", "desert post", "Wire", ""]),
            )
            for n in range(count)
        ),
    )


def everything(library: Library, sort: Sort, descending: bool) -> list[int]:
    found = listing.listing(library, None, sort, descending)
    return [row.id for row in found.rows(0, found.total)]


@pytest.mark.parametrize(("sort", "down"), [*itertools.product([Sort.DATE, Sort.TITLE, Sort.SOURCE], [True, False])])
def test_every_way_to_a_row_gives_the_same_row(library: Library, sort: Sort, down: bool) -> None:
    fill(library, 700)
    whole = everything(library, sort, down)
    assert len(set(whole)) == 700
    walked = listing.listing(library, None, sort, down)
    assert [walked.rows(index, 1)[0].id for index in range(700)] == whole
    back = listing.listing(library, None, sort, down)
    assert [back.rows(index, 1)[0].id for index in reversed(range(700))] == whole[::-1]
    jumped = listing.listing(library, None, sort, down)
    assert [row.id for row in jumped.rows(500, 150)] == whole[500:650]
    assert [jumped.position(article) for article in whole[::37]] == list(range(700))[::37]
    assert jumped.position(10_000) is None
    # The same order by the other road: a filter that every article passes.
    found = listing.listing(library, parse("some"), sort, down)
    assert [row.id for row in found.rows(0, 700)] == whole
    assert found.position(whole[3]) == 3


def test_dates_go_down_first_and_the_undated_come_last_both_ways(library: Library) -> None:
    fill(library, 60)
    reader = library.reader()
    for down in (True, False):
        dates = [articles.moment(row.date) for row in listing.listing(library, None, Sort.DATE, down).rows(0, 60)]
        dated = [date for date in dates if date]
        assert dated == sorted(dated, reverse=down)
        assert dates == dated + [""] * (60 - len(dated))
    assert reader.value("SELECT count(*) FROM article WHERE at = ''") > 0


def test_titles_sort_without_case_accents_and_quotes(library: Library) -> None:
    put(library, *(incoming(str(n), title=title) for n, title in enumerate(["zoo", "“Beta”", "Älpha", "alpine"])))
    assert [row.title for row in listing.listing(library, None, Sort.TITLE).rows(0, 9)] == [
        "Älpha",
        "alpine",
        "“Beta”",
        "zoo",
    ]


def test_rows_outside_the_list_are_none(library: Library) -> None:
    fill(library, 3)
    found = listing.listing(library)
    assert found.total == 3
    assert found.rows(3, 10) == []
    assert len(found.rows(2, 10)) == 1
    assert len(found.rows(-5, 7)) == 2


def test_a_list_shows_what_changed_since_it_was_made(library: Library) -> None:
    (article,) = put(library, incoming("a"))
    found = listing.listing(library)
    assert found.rows(0, 1)[0].unread
    with library.write() as db:
        articles.set_flag(db, [article], "unread", False)
    assert not found.rows(0, 1)[0].unread


@pytest.mark.parametrize(
    ("filter_", "names"),
    [
        ("museum", ["a", "b"]),
        ("MUSÉUM", ["a", "b"]),
        ("mus*", ["a", "b"]),
        ("museum palmyra", ["a"]),
        ('"museum of palmyra"', ["a"]),
        ('"palmyra of"', []),
        ("u.s.", ["c"]),
        ("mus", []),
        ("about", ["a", "b", "c"]),
        ("“museum of", ["a"]),
    ],
)
def test_a_filter_finds(library: Library, filter_: str, names: list[str]) -> None:
    put(
        library,
        incoming("a", "The museum of Palmyra reopened."),
        incoming("b", "Another Muséum."),
        incoming("c", "The U.S. said so."),
    )
    found = listing.listing(library, parse(filter_))
    assert sorted(row.title.removeprefix("About ") for row in found.rows(0, 9)) == names
    assert found.total == len(names)


@costly(1, HealthCheck.function_scoped_fixture)
@given(st.one_of(st.text(), st.text(alphabet="abc\"*:()^+-{}. NEAR\0AND“”actor:é'")))
def test_whatever_is_typed_is_answered_or_refused(library: Library, typed: str) -> None:
    try:
        query = parse(typed)
    except QuerySyntaxError:
        return
    listing.listing(library, query).rows(0, 5)
