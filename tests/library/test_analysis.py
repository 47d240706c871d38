from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.library import actors, articles, doctor, listing
from reader.library.analysis import store_analysis
from reader.library.store import Library
from reader.library.views import Sort
from reader.model import Field, Kind
from reader.query import parse
from tests.library.shelf import WHY, chains, cluster, conclude, incoming, link, put
from tests.properties import costly

NAMES = {
    "John Kerry": Kind.PERSON,
    "Kerry": Kind.PERSON,
    "Palmyra": Kind.PLACE,
    "Tadmur": Kind.PLACE,
    "Syria": Kind.STATE,
    "Syrian": Kind.GROUP,
    "Geneva talks": Kind.OTHER,
}


def fill(library: Library) -> list[int]:
    ids = put(
        library,
        incoming("a", "He met Kerry in Palmyra. Kerry left.", title="John Kerry in Syria", date="2016-03-01"),
        incoming("b", "Palmyra is in Syria. The Geneva talks went on.", date="2016-03-03"),
        incoming("c", "Mr. Kerry said no. Tadmur it is called.", date="2016-03-02"),
        incoming("d", "Kerry again, without a date."),
    )
    names = {name: kind for name, kind in NAMES.items() if name not in ("John Kerry", "Syrian")}
    for article in ids:
        link(library, article, {**names, "Kerry": Kind.PERSON}, {})
    return ids


def by_name(library: Library) -> dict[str, int]:
    return {actor.name: actor.id for actor in actors.actors(library.reader())}


def test_what_was_found_is_shown_where_it_stands(library: Library) -> None:
    (article,) = put(library, incoming("a", "Kerry flew. John Kerry landed in Syria.", title="Kerry flies"))
    names = {"John Kerry": Kind.PERSON, "Kerry flew": Kind.OTHER, "Syria": Kind.STATE}
    assert articles.waiting(library.reader(), 1)
    assert link(library, article, names)
    page = articles.page(library.reader(), article)
    assert page is not None
    assert page.analysed
    assert articles.waiting(library.reader(), 1) == []
    assert [(spot.field, page.body[spot.start : spot.end], spot.kind) for spot in page.spots] == [
        (Field.BODY, "Kerry flew", Kind.OTHER),
        (Field.BODY, "John Kerry", Kind.PERSON),
        (Field.BODY, "Syria", Kind.STATE),
    ]
    assert doctor.examine(library) == []


def test_results_for_an_older_text_are_refused(library: Library) -> None:
    text = incoming("a", "Kerry flew.")
    (article,) = put(library, text)
    old = articles.waiting(library.reader(), 1)[0].version
    put(library, replace(text, body="Nobody flew."))
    with library.write() as db:
        assert store_analysis(db, article, old, [], [], {}, analysed="test") is None
    assert articles.waiting(library.reader(), 1)[0].version == old + 1


def test_counts_follow_articles_in_and_out(library: Library) -> None:
    ids = fill(library)
    kerry = by_name(library)["Kerry"]
    row = actors.actor(library.reader(), kerry)
    assert row is not None
    assert (row.articles, row.mentions, row.spellings) == (3, 5, (("Kerry", 5),))
    with library.write() as db:
        articles.set_removed(db, [ids[0]], True)
    row = actors.actor(library.reader(), kerry)
    assert row is not None
    assert (row.articles, row.mentions) == (2, 2)
    assert doctor.examine(library) == []
    with library.write() as db:
        articles.set_removed(db, [ids[0]], False)
    row = actors.actor(library.reader(), kerry)
    assert row is not None
    assert (row.articles, row.mentions) == (3, 5)
    put(library, incoming("a", "Nothing left."))
    assert actors.here(library.reader(), ids[0]) == []
    assert doctor.examine(library) == []


def test_the_actors_of_an_article_come_by_kind_then_weight(library: Library) -> None:
    ids = fill(library)
    assert [(one.name, one.kind, one.here, one.articles) for one in actors.here(library.reader(), ids[0])] == [
        ("Kerry", Kind.PERSON, 3, 3),
        ("Syria", Kind.STATE, 1, 2),
        ("Palmyra", Kind.PLACE, 1, 2),
    ]


def test_the_way_from_article_to_article_goes_by_date_with_the_undated_last(library: Library) -> None:
    a, b, c, d = fill(library)
    kerry = by_name(library)["Kerry"]
    db = library.reader()

    def step(article: int, way: int) -> int | None:
        found = actors.neighbour(db, kerry, article, way)
        return found[0] if found else None

    assert [step(a, 1), step(c, 1), step(d, 1)] == [c, d, None]
    assert [step(d, -1), step(c, -1), step(a, -1)] == [c, a, None]
    # From an article that does not name him, to where he is named next.
    assert [step(b, 1), step(b, -1)] == [d, c]
    found = actors.neighbour(db, kerry, c, -1)
    assert found is not None
    (title_spot, *_) = [spot for spot in articles.spots(db, a) if spot.actor == kerry]
    assert found[1] == title_spot.id
    assert title_spot.field is Field.TITLE
    assert actors.span(db, kerry) == ("2016-03-01", "2016-03-02")


def test_guessed_dates_are_told_and_do_not_stretch_an_actors_time(library: Library) -> None:
    guessed = replace(incoming("late", "Kerry met nobody.", date="2026-11-22"), date_guessed=True)
    sure = incoming("early", "Kerry met Lavrov.", date="2016-03-01")
    (late,) = put(library, guessed)
    link(library, late, {"Kerry": Kind.PERSON})
    kerry = by_name(library)["Kerry"]
    assert actors.span(library.reader(), kerry) == ("2026-11-22", "2026-11-22")
    (early,) = put(library, sure)
    link(library, early, {"Kerry": Kind.PERSON})
    assert actors.span(library.reader(), kerry) == ("2016-03-01", "2016-03-01")
    assert [(quote.date, quote.date_guessed) for quote in actors.quotes(library.reader(), kerry)] == [
        ("2026-11-22", True),
        ("2016-03-01", False),
    ]


def test_a_corrected_date_moves_the_article_for_its_actors_too(library: Library) -> None:
    a, _, c, _ = fill(library)
    kerry = by_name(library)["Kerry"]
    with library.write() as db:
        articles.correct(db, a, "date", "2016-03-09")
    found = actors.neighbour(library.reader(), kerry, c, 1)
    assert found is not None
    assert found[0] == a
    assert doctor.examine(library) == []


def test_quotes_are_sentences_newest_first(library: Library) -> None:
    a, _, c, d = fill(library)
    kerry = by_name(library)["Kerry"]
    found = actors.quotes(library.reader(), kerry)
    assert [(quote.article, quote.before, quote.quoted, quote.after) for quote in found] == [
        (c, "Mr. ", "Kerry", " said no."),
        (a, "He met ", "Kerry", " in Palmyra."),
        (d, "", "Kerry", " again, without a date."),
    ]
    assert [quote.article for quote in actors.quotes(library.reader(), kerry, besides=c, limit=1)] == [a]
    assert [quote.article for _, quote in actors.every_quote(library.reader(), kerry)] == [a, a, a, c, d]


@pytest.mark.parametrize(
    ("text", "quoted", "before", "after"),
    [
        ("One. Then Kerry spoke! Two.", "Kerry", "Then ", " spoke!"),
        ("The U.S. said Gen. Hijazi and J. Smith left.", "Hijazi", "The U.S. said Gen. ", " and J. Smith left."),
        ("A line\nKerry\nanother", "Kerry", "", ""),
        ("word " * 60 + "Kerry" + " word" * 60, "Kerry", "…" + "word " * 31, " word" * 31 + "…"),
    ],
)
def test_a_mention_is_shown_in_its_sentence(text: str, quoted: str, before: str, after: str) -> None:
    start = text.index(quoted)
    assert actors.around(text, start, start + len(quoted)) == (before, after)


@given(st.text(), st.integers(0, 400), st.integers(0, 400))
def test_what_surrounds_a_mention_is_short_and_on_one_line(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for side in actors.around(text, start, end):
        assert "\n" not in side
        assert len(side) <= actors.REACH + 1


def test_every_link_can_say_why_once_linking_has_looked(library: Library) -> None:
    ids = fill(library)
    spot = [spot for spot in articles.spots(library.reader(), ids[0]) if spot.kind is Kind.PERSON][-1]
    why = actors.link(library.reader(), spot.id)
    assert why is not None
    assert (why.article, why.text, why.chain_name, why.actor) == (ids[0], "Kerry", "Kerry", spot.actor)
    assert (why.to_chain, why.to_actor) == ((WHY,), ())
    kerry = [chain.id for chain in chains(library) if chain.name == "Kerry"]
    conclude(library, [cluster(Kind.PERSON, "Kerry", kerry)], {chain: [WHY] for chain in kerry})
    why = actors.link(library.reader(), spot.id)
    assert why is not None
    assert (why.actor, why.to_actor) == (spot.actor, (WHY,))
    assert actors.link(library.reader(), 10_000) is None
    assert actors.titles(library.reader(), spot.actor) == (("minister", 3),)


def test_actors_are_found_by_any_spelling_and_by_their_preferred_name(library: Library) -> None:
    fill(library)
    db = library.reader()
    named: dict[str, list[str]] = {}
    for chain in chains(library):
        named.setdefault(chain.name, []).append(chain.id)
    clusters = [
        cluster(Kind.PLACE, "Palmyra", named["Palmyra"] + named["Tadmur"]),
        cluster(Kind.PERSON, "John Forbes Kerry", named["Kerry"], "person:kerry"),
        cluster(Kind.STATE, "Syria", named["Syria"]),
        cluster(Kind.OTHER, "Geneva talks", named["Geneva talks"]),
    ]
    assert [str(chain) for chain in conclude(library, clusters).chains] == named["Tadmur"]
    for typed in ("tadm", "TADMUR", "palm", "Pálmyra"):
        assert [actor.name for actor in actors.actors(db, typed)] == ["Palmyra"]
    assert [actor.name for actor in actors.actors(db, "forbes ker")] == ["John Forbes Kerry"]
    assert actors.actors(db, "kerry palmyra") == []
    assert [name for name, _ in actors.actors(db, "tadmur")[0].spellings] == ["Palmyra", "Tadmur"]
    assert [actor.name for actor in actors.actors(db, limit=2)] == ["John Forbes Kerry", "Palmyra"]

    def found(filter_: str) -> int:
        return listing.listing(library, parse(filter_)).total

    assert found("actor:palmyra") == 3
    assert found('actor:"forbes kerry"') == 3
    assert found("actor:palmyra actor:kerry") == 2
    assert found("actor:palm*") == 3
    assert found("actor:palm") == 0
    assert found("actor:palmyra museum") == 0
    assert doctor.examine(library) == []


def test_lists_say_how_many_actors_are_shared_without_events(library: Library) -> None:
    a, b, c, d = fill(library)
    rows = {row.id: row.shared for row in listing.listing(library, beside=a).rows(0, 9)}
    assert rows == {a: 0, b: 2, c: 1, d: 1}
    order = [row.id for row in listing.listing(library, sort=Sort.SHARED, beside=a).rows(0, 9)]
    assert order == [a, b, c, d]
    assert {row.shared for row in listing.listing(library, beside=None).rows(0, 9)} == {0}


WORDS = st.lists(st.sampled_from(["Kerry", "Palmyra", "Tadmur", "Syria", "and", "U.S."]), max_size=6).map(" ".join)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from("abc"), WORDS),
        st.tuples(st.just("link"), st.sampled_from("abc"), st.just("")),
        st.tuples(st.just("remove"), st.sampled_from("abc"), st.just("")),
        st.tuples(st.just("restore"), st.sampled_from("abc"), st.just("")),
        st.tuples(st.just("title"), st.sampled_from("abc"), WORDS),
        st.tuples(st.just("date"), st.sampled_from("abc"), st.sampled_from(["2016", "", "2017-01-01"])),
        st.tuples(st.just("relink"), st.sampled_from("abc"), st.just("")),
    ),
    max_size=14,
)


@costly(2, HealthCheck.function_scoped_fixture)
@given(STEPS)
def test_whatever_happens_the_library_agrees_with_itself(library: Library, steps: list[tuple[str, str, str]]) -> None:
    for step, name, text in steps:
        article = library.reader().value("SELECT id FROM article WHERE location = ?", (f"/news/{name}.txt",))
        if step == "put":
            put(library, incoming(name, text))
        elif step == "relink":
            there = chains(library)
            kinds = sorted({chain.kind for chain in there})
            conclude(library, [cluster(kind, f"all {kind}", [c.id for c in there if c.kind is kind]) for kind in kinds])
        elif article is None:
            continue
        elif step == "link":
            link(
                library,
                article,
                {"Kerry": Kind.PERSON, "Palmyra": Kind.PLACE, "Tadmur": Kind.PLACE, "Syria": Kind.STATE},
            )
        else:
            with library.write() as db:
                if step in ("remove", "restore"):
                    articles.set_removed(db, [article], step == "remove")
                else:
                    articles.correct(db, article, step, text)
    assert doctor.examine(library) == []


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("It was the bombs. Kerry had known. He left.", "", " had known."),
        ("It was the bombs.\n\nKerry had known.", "", " had known."),
        ("So said Mr. Kerry. He left.", "So said Mr. ", "."),
        ("It was him. “Who?” Kerry asked. “Him.”", "“Who?” ", " asked."),
        ("In U.S. politics Kerry is old.", "In U.S. politics ", " is old."),
    ],
)
def test_a_quote_is_one_sentence(text: str, before: str, after: str) -> None:
    start = text.index("Kerry")
    assert actors.around(text, start, start + len("Kerry")) == (before, after)
