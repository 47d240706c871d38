from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.library import articles
from reader.library.arrivals import arrive
from reader.library.articles import Put
from reader.library.store import Library
from reader.model import Incoming, Origin, TadmorError
from tests.library.shelf import incoming, put
from tests.properties import costly


def test_an_article_comes_back_as_it_went_in(library: Library) -> None:
    given_ = Incoming(
        Origin("/news/all.jsonl", "7"),
        "Troops return",
        "To the city.\n\nOn Sunday.",
        source="Desert Post",
        author="A. Writer",
        url="https://example.org/1",
        language="en",
        date="2016-03-27",
        date_guessed=True,
    )
    (article,) = put(library, given_)
    page = articles.page(library.reader(), article)
    assert page is not None
    assert (page.title, page.body, page.source, page.author) == (
        "Troops return",
        "To the city.\n\nOn Sunday.",
        "Desert Post",
        "A. Writer",
    )
    assert (page.url, page.language, page.date, page.date_guessed) == (
        "https://example.org/1",
        "en",
        "2016-03-27",
        True,
    )
    assert (page.unread, page.starred, page.analysed, page.words) == (True, False, False, 5)
    assert page.origin == "/news/all.jsonl#7"
    assert articles.find(library.reader(), Origin("/news/all.jsonl", "7")) == article
    assert articles.page(library.reader(), article + 1) is None


def test_importing_again_changes_nothing_and_a_change_keeps_what_the_reader_did(library: Library) -> None:
    first = incoming("a", "Old words here.")
    (article,) = put(library, first)
    with library.write() as db:
        articles.set_flag(db, [article], "unread", False)
        articles.set_flag(db, [article], "starred", True)
        articles.correct(db, article, "source", "My own")
        assert articles.put(db, first) == (Put.UNCHANGED, article)
        assert articles.put(db, replace(first, body="New words here.", source="Theirs")) == (Put.UPDATED, article)
    page = articles.page(library.reader(), article)
    assert page is not None
    assert (page.body, page.source, page.unread, page.starred) == ("New words here.", "My own", False, True)
    with library.write() as db:
        articles.correct(db, article, "source", None)
    page = articles.page(library.reader(), article)
    assert page is not None
    assert page.source == "Theirs"


def test_a_removed_article_stays_away_when_it_comes_again(library: Library) -> None:
    text = incoming("a")
    (article,) = put(library, text)
    with library.write() as db:
        assert articles.set_removed(db, [article], True) == [article]
        assert articles.put(db, text) == (Put.REMOVED, article)
        assert articles.put(db, replace(text, body="Another text.")) == (Put.REMOVED, article)
    assert articles.page(library.reader(), article) is None
    assert articles.status(library.reader()).articles == 0
    assert articles.waiting(library.reader(), 10) == []
    with library.write() as db:
        assert articles.set_removed(db, [article], False) == [article]
    page = articles.page(library.reader(), article)
    assert page is not None
    assert page.body == "Another text."


def test_those_on_the_screen_are_recognised_first_then_the_newest(library: Library) -> None:
    ids = put(library, *(incoming(str(n), date=f"2016-03-{n:02d}") for n in range(1, 6)), incoming("undated"))
    order = [article.id for article in articles.waiting(library.reader(), 10, [ids[1]])]
    assert order == [ids[1], ids[4], ids[3], ids[2], ids[0], ids[5]]
    assert [article.id for article in articles.waiting(library.reader(), 2)] == [ids[4], ids[3]]


@pytest.mark.parametrize("value", ["2016", "2016-03", "2016-03-26", "2016-03-26T10:00:00+02:00", ""])
def test_dates_that_can_be_written(value: str) -> None:
    assert articles.valid_correction("date", value) == value


@pytest.mark.parametrize(("field", "value"), [("date", "yesterday"), ("date", "2016-13-40"), ("body", "x")])
def test_corrections_that_cannot_be(field: str, value: str) -> None:
    with pytest.raises(TadmorError):
        articles.valid_correction(field, value)


def test_moments_are_compared_in_one_time_zone() -> None:
    assert articles.moment("2016-03-26T23:30:00-05:00") == "2016-03-27T04:30:00"
    assert articles.moment("2016-03-26") == "2016-03-26"
    assert articles.moment("2016 or so") == "2016 or so"


TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20)
ARRIVAL = st.builds(
    lambda name, title, body, date: Incoming(Origin(f"/{name}"), title, body, date=date),
    st.sampled_from("abc"),
    TEXT,
    TEXT,
    st.sampled_from(["", "2016-01-01", "2016-01-02T10:00:00Z"]),
)


@costly(2, HealthCheck.function_scoped_fixture)
@given(st.lists(ARRIVAL, max_size=8))
def test_the_library_holds_the_last_state_of_every_origin_and_a_second_import_is_silent(
    library: Library, arrivals: list[Incoming]
) -> None:
    put(library, *arrivals)
    last = {arrival.origin: arrival for arrival in arrivals}
    reader = library.reader()
    for origin, arrival in last.items():
        article = articles.find(reader, origin)
        assert article is not None
        assert articles.texts(reader, article) == (arrival.title, arrival.body)
    with library.write() as db:
        assert {articles.put(db, arrival)[0] for arrival in last.values()} <= {Put.UNCHANGED}
        # rank 1: compare the full-text index with the articles themselves.
        db.run("INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")


def test_the_language_is_worked_out_for_texts_that_are_new_or_changed(library: Library) -> None:
    asked: list[tuple[str, str]] = []

    def told(text: str, said: str) -> str:
        asked.append((text, said))
        return "fr" if "Bonjour" in text else said

    def again(text: Incoming) -> tuple[Put, str]:
        with library.write() as db:
            arrival = arrive(db, text, language_of=told)
        page = articles.page(library.reader(), arrival.article)
        assert page is not None
        return arrival.put, page.language

    first = replace(incoming("a", "Bonjour."), language_said="de")
    assert again(first) == (Put.ADDED, "fr")
    assert again(first) == (Put.UNCHANGED, "fr")
    assert asked == [("Bonjour.", "de")]
    changed = replace(first, body="Guten Tag.")
    assert again(changed) == (Put.UPDATED, "de")
    assert again(replace(changed, language_said="nl")) == (Put.UPDATED, "nl")
    assert again(replace(changed, language="sv", language_said="nl")) == (Put.UPDATED, "sv")
    assert asked[1:] == [("Guten Tag.", "de"), ("Guten Tag.", "nl")]


def test_an_article_of_an_older_library_is_asked_for_its_language_once(library: Library) -> None:
    asked: list[str] = []

    def told(text: str, said: str) -> str:
        asked.append(text)
        return said or "en"

    first = incoming("a", "Some words.")
    for _ in range(2):
        with library.write() as db:
            outcome = arrive(db, first, language_of=told).put
            db.run("UPDATE article SET language_said = NULL WHERE ?", (outcome is Put.ADDED,))
    with library.write() as db:
        assert arrive(db, first, language_of=told).put is Put.UNCHANGED
    assert asked == ["Some words."] * 2
