"""An article that lies in several places is one, and nothing is lost of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.library import acts, articles, doctor, judgements, locations
from reader.library.arrivals import Arrival, arrive
from reader.library.articles import Put
from reader.library.fingerprints import LINE, SUBSTANTIAL, squeezed
from reader.library.listing import listing
from reader.library.locations import whole_pages
from reader.library.store import Library
from reader.library.views import Page
from reader.model import Anchor, Caveat, Incoming, Judgement, Kind, Known, Origin, Verdict
from tests.library.shelf import put
from tests.properties import costly

BODY = (
    "Masons took the scaffolding from the granary at Brask on Monday, two winters after the roof had come down under "
    "the snow. Ilse Varga, who keeps its books, said the beams were larch and would outlast her.\n\n"
    "The council paid a third of it. The rest came from the mills along the river, from a lottery, and from a singer "
    "who was born there and asked not to be named, which everybody in the town did all the same.\n"
)
MORE = BODY + "\nOn Tuesday the first grain was carried in, forty sacks of barley, and the children had the day off."
SHORT = "No decision was made."
URL = "https://example.org/brask/granary"


def place(name: str, body: str = BODY, title: str = "The granary stands again", **said: object) -> Incoming:
    record = str(said.pop("record", ""))
    return replace(Incoming(Origin(f"/news/{name}", record), title, body), **said)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Disk:
    """Files that are all the same or all different, and some of which are gone."""

    gone: Sequence[str] = ()
    same: bool = True

    def is_gone(self, location: str) -> bool:
        return location in self.gone

    def are_same(self, one: str, other: str) -> bool:
        return self.same


def take(library: Library, *places: Incoming, gone: Sequence[str] = (), same: bool = True) -> list[Arrival]:
    with library.write() as db:
        return [arrive(db, one, Disk(gone, same)) for one in places]


def puts(arrivals: Sequence[Arrival]) -> list[Put]:
    return [arrival.put for arrival in arrivals]


def page(library: Library, article: int = 1) -> Page:
    found = articles.page(library.reader(), article)
    assert found is not None
    return found


def count(library: Library) -> int:
    return articles.status(library.reader()).articles


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        BODY.replace(" ", "  "),
        BODY.replace("\n\n", "\n"),
        "\n".join(BODY.split()),
        f"The granary stands again\n{BODY}",
    ],
)
def test_the_same_text_but_for_white_space_is_one_article_in_two_places(library: Library, body: str) -> None:
    first, second = take(library, place("a.txt"), place("b.txt", body))
    assert (first.put, second.put, second.article) == (Put.ADDED, Put.KNOWN, first.article)
    assert (second.known, second.of) == (Known.COPY, Origin("/news/a.txt"))
    assert page(library).locations == ("/news/a.txt", "/news/b.txt")
    assert page(library).body == BODY
    assert listing(library).rows(0, 9)[0].locations == ("/news/a.txt", "/news/b.txt")
    assert puts(take(library, place("a.txt"), place("b.txt", body))) == [Put.UNCHANGED] * 2
    assert doctor.examine(library) == []


def test_another_word_is_another_article(library: Library) -> None:
    assert puts(take(library, place("a.txt"), place("b.txt", BODY.replace("larch", "oak")))) == [Put.ADDED] * 2


def test_a_text_that_was_printed_elsewhere_on_another_day_is_one_and_says_both(library: Library) -> None:
    here = place("a.txt", source="Brask Post", date="2016-03-27", url="https://post.example/1")
    there = place("b.txt", source="The Levant Wire", date="2016-03-28", url="https://wire.example/9")
    assert puts(take(library, here, there)) == [Put.ADDED, Put.KNOWN]
    shown = page(library)
    assert (shown.source, shown.date, shown.url) == ("Brask Post", "2016-03-27", "https://post.example/1")
    (other,) = shown.elsewhere
    assert (other.source, other.date, other.url, other.text) == (
        "The Levant Wire",
        "2016-03-28",
        "https://wire.example/9",
        "",
    )


def test_what_every_page_of_a_site_says_under_other_titles_stays_apart(library: Library) -> None:
    pages = [
        place(f"{n}.html", title=f"Story {n}", url=f"https://example.org/{n}", source="example.org") for n in range(8)
    ]
    assert puts(take(library, *pages)) == [Put.ADDED] * 8


def test_another_title_alone_does_not_make_a_second_article(library: Library) -> None:
    assert puts(take(library, place("a.html", title="The granary stands again | Brask Post"), place("b.txt"))) == [
        Put.ADDED,
        Put.KNOWN,
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Tuesday"},
        {"date": "2016-03-28"},
        {"source": "Elsewhere"},
        {"author": "B. Other"},
        {"url": "https://example.org/tuesday"},
    ],
)
def test_short_texts_that_differ_in_anything_they_say_are_two(library: Library, other: dict[str, str]) -> None:
    said = {"date": "2016-03-27", "source": "Minutes", "author": "A. Clerk"}
    one = place("a.txt", SHORT, "Monday", url="https://example.org/monday" if "url" in other else "", **said)
    assert len(SHORT) < SUBSTANTIAL
    assert puts(take(library, one, replace(one, origin=Origin("/news/b.txt"), **other))) == [Put.ADDED] * 2  # type: ignore[arg-type]


def test_a_line_is_known_where_the_file_is_the_same_and_a_paragraph_by_itself(library: Library) -> None:
    line, copy = place("a.txt", SHORT), place("copy of a.txt", SHORT)
    assert puts(take(library, line, copy, same=True)) == [Put.ADDED, Put.KNOWN]
    assert puts(take(library, place("b.html", SHORT), same=False)) == [Put.ADDED]
    paragraph = BODY[: LINE + 60]
    assert LINE < len(squeezed(paragraph)) < SUBSTANTIAL
    assert puts(take(library, place("c.txt", paragraph), place("c.html", paragraph), same=False)) == [
        Put.ADDED,
        Put.KNOWN,
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("a.jsonl", "1", ""), ("a.jsonl", "2", ""), Put.ADDED),
        (("a.jsonl", "1", "2016-03-27"), ("a.jsonl", "2", "2016-03-27"), Put.ADDED),
        (("a.jsonl", "1", ""), ("b.jsonl", "2", ""), Put.ADDED),
        (("a.jsonl", "1", ""), ("b.jsonl", "1", ""), Put.KNOWN),
        (("a.jsonl", "1", "2016-03-27"), ("b.jsonl", "2", "2016-03-27"), Put.KNOWN),
        (("a.jsonl", "1", "2016-03-27"), ("b.jsonl", "2", "2016-03-28"), Put.ADDED),
    ],
)
def test_short_records_are_one_only_where_more_than_chance_says_so(
    library: Library, one: tuple[str, str, str], other: tuple[str, str, str], expected: Put
) -> None:
    records = [place(name, SHORT, record=record, date=date) for name, record, date in (one, other)]
    assert puts(take(library, *records)) == [Put.ADDED, expected]


def test_long_records_of_one_file_are_one_under_one_title(library: Library) -> None:
    first, same, other = (place("a.jsonl", record=n, title=title) for n, title in (("1", "A"), ("2", "A"), ("3", "B")))
    assert puts(take(library, first, same, other)) == [Put.ADDED, Put.KNOWN, Put.ADDED]
    assert page(library).locations == ("/news/a.jsonl#1", "/news/a.jsonl#2")


@pytest.mark.parametrize("caveat", [Caveat.THIN, Caveat.CUT])
def test_a_doubtful_text_proves_nothing(library: Library, caveat: Caveat) -> None:
    pages = [place(f"{n}.html", url=f"https://example.org/{n}", caveats=(caveat,)) for n in range(2)]
    assert puts(take(library, *pages)) == [Put.ADDED] * 2


def test_one_lacks_what_the_other_tells(library: Library) -> None:
    bare, full = place("a.txt"), place("b.html", url=URL, author="A. Writer", source="example.org", date="2016-03-27")
    take(library, bare, full)
    shown = page(library)
    assert (shown.url, shown.author, shown.source, shown.date) == (URL, "A. Writer", "example.org", "2016-03-27")
    assert puts(take(library, bare, full)) == [Put.UNCHANGED] * 2
    assert page(library).date == "2016-03-27"
    # What the first says itself, once it does, counts; and what nothing tells any more goes.
    assert puts(take(library, replace(bare, date="2016-03-26"))) == [Put.UPDATED]
    assert (page(library).date, page(library).author) == ("2016-03-26", "A. Writer")
    take(library, replace(full, body="Something else entirely.", title="Other", url=""))
    assert (page(library).date, page(library).author) == ("2016-03-26", "")
    assert doctor.examine(library) == []


def test_a_longer_version_of_one_address_becomes_the_text_and_the_shorter_is_kept(library: Library) -> None:
    short, long = place("a.html", url=URL), place("b.html", MORE, "Granary stands", url=URL + "/?utm_source=x")
    with library.write() as db:
        first = arrive(db, short)
        articles.set_flag(db, [first.article], "starred", True)
        articles.set_flag(db, [first.article], "unread", False)
        articles.correct(db, first.article, "source", "Mine")
        second = arrive(db, long)
    assert (second.put, second.known, second.of) == (Put.UPDATED, Known.LONGER, short.origin)
    shown = page(library)
    assert (shown.body, shown.title, shown.origin) == (MORE, "Granary stands", "/news/b.html")
    assert (shown.starred, shown.unread, shown.source) == (True, False, "Mine")
    (other,) = shown.elsewhere
    assert (other.origin, other.text, other.title) == ("/news/a.html", BODY, "The granary stands again")
    assert puts(take(library, short, long, short)) == [Put.UNCHANGED] * 3
    assert page(library).body == MORE
    assert doctor.examine(library) == []


def test_a_shorter_version_of_one_address_takes_nothing_away(library: Library) -> None:
    long, short = place("a.html", MORE, url=URL), place("b.html", url=URL)
    (_, second) = take(library, long, short)
    assert (second.put, second.known) == (Put.KNOWN, Known.SHORTER)
    assert (page(library).body, page(library).elsewhere[0].text) == (MORE, BODY)
    # A copy of the shorter one, which says no address, is known by it.
    assert puts(take(library, place("c.txt"))) == [Put.KNOWN]
    assert count(library) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (place("a.html", url="https://example.org/"), place("b.html", MORE, url="https://example.org/")),
        (place("a.html", url=URL), place("b.html", "Barley rose. " * 40, "Markets", url=URL)),
        (
            place("a.jsonl", "Ten o'clock: the mayor came. " * 9, record="1", url=URL),
            place("b.jsonl", "Noon: rain fell upon everyone. " * 9, record="2", url=URL),
        ),
        (place("a.jsonl", record="1", url=URL), place("a.jsonl", MORE, record="2", url=URL)),
    ],
    ids=["front page", "section page", "live page", "records of one file"],
)
def test_one_address_may_lead_to_many_articles(library: Library, one: Incoming, other: Incoming) -> None:
    assert puts(take(library, one, other)) == [Put.ADDED] * 2


def test_a_renamed_file_is_the_same_article_and_what_was_judged_in_it_holds(library: Library) -> None:
    (first,) = take(library, place("old.txt"))
    at = Origin("/news/old.txt")
    with library.write() as db:
        articles.set_flag(db, [1], "starred", True)
        left, right = (Anchor(name, Kind.PERSON, at, quote=name) for name in ("Ilse Varga", "Varga"))
        judgements.add(db, Judgement(left, right, Verdict.DIFFERENT))
    (second,) = take(library, place("new/name.txt"), gone=["/news/old.txt"])
    assert (second.put, second.known, second.of, second.article) == (Put.KNOWN, Known.MOVED, at, first.article)
    assert page(library).locations == ("/news/new/name.txt",)
    assert page(library).starred
    (told,) = judgements.judgements_by_number(library.reader())
    assert (told.left.article, told.right.article) == (Origin("1"), Origin("1"))
    assert puts(take(library, place("new/name.txt"))) == [Put.UNCHANGED]
    # Where it was, something else may lie one day.
    assert puts(take(library, place("old.txt", "Another text.", "Another"))) == [Put.ADDED]


def test_of_two_places_the_one_that_is_gone_has_moved(library: Library) -> None:
    take(library, place("a.txt"), place("b.txt"))
    (moved,) = take(library, place("c.txt"), gone=["/news/b.txt"])
    assert (moved.known, moved.of) == (Known.MOVED, Origin("/news/b.txt"))
    assert page(library).locations == ("/news/a.txt", "/news/c.txt")


def test_a_copy_whose_original_is_gone_takes_its_place(library: Library) -> None:
    take(library, place("a.txt"), place("b.txt"), place("c.txt"))
    left, right = (Anchor(name, Kind.PERSON, Origin("/news/a.txt")) for name in ("Varga", "Ilse"))
    with library.write() as db:
        judgements.add(db, Judgement(left, right, Verdict.DIFFERENT))
    (again, other) = take(library, place("b.txt"), place("c.txt"), gone=["/news/a.txt"])
    assert (again.known, again.of, other.put) == (Known.MOVED, Origin("/news/a.txt"), Put.UNCHANGED)
    assert page(library).locations == ("/news/b.txt", "/news/c.txt")
    assert judgements.judgements_by_number(library.reader())[0].left.article == Origin("1")


def test_a_removed_article_stays_away_wherever_it_comes_from(library: Library) -> None:
    take(library, place("a.html", url=URL))
    with library.write() as db:
        articles.set_removed(db, [1], True)
    again = [place("a.html", url=URL), place("b.txt"), place("c.html", MORE, url=URL)]
    assert puts(take(library, *again)) == [Put.REMOVED] * 3
    assert puts(take(library, *again)) == [Put.REMOVED] * 3
    assert count(library) == 0
    with library.write() as db:
        articles.set_removed(db, [1], False)
    assert page(library).body == MORE
    assert set(page(library).locations) == {"/news/a.html", "/news/b.txt", "/news/c.html"}


def test_where_the_first_is_edited_its_copies_keep_the_old_text(library: Library) -> None:
    take(library, place("a.txt"), place("b.txt"), place("c.txt"))
    assert puts(take(library, place("a.txt", BODY.replace("larch", "oak")))) == [Put.UPDATED]
    assert count(library) == 2
    assert [page(library, n).locations for n in (1, 2)] == [("/news/a.txt",), ("/news/b.txt", "/news/c.txt")]
    assert "larch" in page(library, 2).body
    assert doctor.examine(library) == []


def test_where_the_first_of_one_address_is_cut_down_the_longer_stays(library: Library) -> None:
    take(library, place("a.html", MORE, url=URL), place("b.html", url=URL))
    take(library, place("a.html", BODY[:120], url=URL))
    assert count(library) == 1
    assert (page(library).body, page(library).origin) == (MORE[: len(BODY)], "/news/b.html")
    assert page(library).elsewhere[0].text == BODY[:120]


def test_a_copy_that_becomes_another_text_is_another_article(library: Library) -> None:
    take(library, place("a.txt"), place("b.txt"))
    assert puts(take(library, place("b.txt", "Something else.", "Else"))) == [Put.ADDED]
    assert [page(library, n).locations for n in (1, 2)] == [("/news/a.txt",), ("/news/b.txt",)]


def test_a_page_that_was_asked_for_whole_is_read_whole_again_in_every_place(library: Library) -> None:
    take(library, place("a.html", caveats=(Caveat.WHOLE,)), place("b.html", caveats=(Caveat.WHOLE,)), place("c.txt"))
    assert whole_pages(library.reader()) == {"/news/a.html", "/news/b.html"}


def test_very_many_copies_are_one(library: Library) -> None:
    places = [place(f"{n}.txt") for n in range(3 * locations.MOST)]
    assert puts(take(library, *places)) == [Put.ADDED, *[Put.KNOWN] * (len(places) - 1)]
    assert len(page(library).locations) == len(places)


@pytest.mark.parametrize("touched", [0, 1, 2])
def test_a_place_that_shows_two_articles_to_be_one_makes_them_one_where_nobody_touched_one(
    library: Library, touched: int
) -> None:
    """A text without an address, an older version with one, and then the same text with that address."""
    page_, text = place("a.html", MORE, url=URL), place("b.txt")
    assert puts(take(library, page_, text)) == [Put.ADDED] * 2
    with library.write() as db:
        articles.set_flag(db, [touched], "starred", True)
    take(library, place("c.html", url=URL))
    kept = max(1, touched)
    assert count(library) == 1
    assert (page(library, kept).body, page(library, kept).starred) == (MORE, touched > 0)
    assert set(page(library, kept).locations) == {"/news/a.html", "/news/b.txt", "/news/c.html"}
    assert doctor.examine(library) == []
    assert puts(take(library, place("c.html", url=URL), page_, text)) == [Put.UNCHANGED] * 3


def test_a_text_that_says_less_makes_no_two_one_that_differ(library: Library) -> None:
    pages = [place(f"{n}.html", title=f"Story {n}", url=f"https://example.org/{n}") for n in range(3)]
    minutes = [place(f"{n}.txt", SHORT, "Minutes", date=f"2016-03-2{n}") for n in range(3)]
    assert puts(take(library, *pages, *minutes)) == [Put.ADDED] * 6
    assert puts(take(library, place("bare.txt", title=""), place("minutes.txt", SHORT, "Minutes"))) == [Put.KNOWN] * 2
    assert count(library) == 6


def test_places_that_change_their_article_are_known_to_be_unchanged(library: Library) -> None:
    """Of a copy only the white space of the article's own text is kept."""
    spaced = BODY.replace(" ", "  ")
    places = [place("a.html", MORE, url=URL), place("b.txt", spaced), place("c.txt"), place("d.html", url=URL)]
    assert puts(take(library, *places))[:3] == [Put.ADDED, Put.ADDED, Put.KNOWN]
    assert count(library) == 1
    assert puts(take(library, *places)) == [Put.UNCHANGED] * 4
    edited = place("a.html", "Nothing of that is true. " * 30, "A correction")
    assert puts(take(library, edited, *places[1:])) == [Put.UPDATED, *[Put.UNCHANGED] * 3]
    assert count(library) == 2


def test_what_is_there_does_not_go_into_what_was_removed(library: Library) -> None:
    put(library, place("a.txt"), place("b.txt"))
    with library.write() as db:
        articles.set_removed(db, [1], True)
    assert puts(take(library, place("c.txt"))) == [Put.KNOWN]
    assert page(library, 2).locations == ("/news/b.txt", "/news/c.txt")


@pytest.mark.parametrize("how", ["read", "undone"])
def test_two_articles_that_a_person_worked_with_stay_two(library: Library, how: str) -> None:
    take(library, place("a.html", MORE, url=URL), place("b.txt"))
    with library.write() as db:
        for number in (1, 2):
            if how == "read":
                articles.set_flag(db, [number], "unread", False)
            else:
                acts.correct(db, number, "source", "Mine")
                acts.undo(db)
    assert puts(take(library, place("c.html", url=URL))) == [Put.KNOWN]
    assert count(library) == 2


FAMILIES = (
    (URL, "The granary", (BODY, MORE, MORE + "\nRain fell.", BODY[:380])),
    ("", "The granary", ("Larch and oak. " * 30, "Oak and larch. " * 31, "Neither of them. " * 25)),
    (
        "https://example.org/b",
        "Barley",
        ("Barley rose on every market along the river, and nobody could say why. " * 6,),
    ),
    ("", "Minutes", (SHORT, "Nothing was said.")),
)
PLACES = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.sampled_from(FAMILIES),
        st.integers(0, 3),
        st.sampled_from([" ", "  ", "\n"]),
        st.booleans(),
    ),
    unique_by=lambda drawn: drawn[0],
    max_size=8,
)
Drawn = tuple[int, tuple[str, str, tuple[str, ...]], int, str, bool]


def _made(drawn: Drawn) -> Incoming:
    number, (url, title, bodies), version, space, says_url = drawn
    tracked = f"{url}?utm_source={number}" if url and says_url else ""
    return place(f"{number}.txt", bodies[version % len(bodies)].replace(" ", space), title, url=tracked)


def _together(places: Sequence[Incoming]) -> list[list[Incoming]]:
    """Places in groups of those that one text or one address ties to each other."""
    groups: list[list[Incoming]] = []
    for one in places:
        tied = [group for group in groups if any(_is_tied(one, other) for other in group)]
        groups = [group for group in groups if group not in tied] + [
            [one, *(other for group in tied for other in group)]
        ]
    return groups


def _is_tied(one: Incoming, other: Incoming) -> bool:
    return squeezed(one.body) == squeezed(other.body) or bool(
        one.url and one.url.partition("?")[0] == other.url.partition("?")[0]
    )


def _state(library: Library) -> set[tuple[str, frozenset[str]]]:
    found = listing(library)
    return {(squeezed(page(library, row.id).body), frozenset(row.locations)) for row in found.rows(0, found.total)}


@costly(4, HealthCheck.function_scoped_fixture)
@given(PLACES, st.randoms(use_true_random=False))
def test_in_any_order_the_same_articles_with_their_longest_texts_in_all_their_places(
    make: Callable[[], Library], drawn: list[Drawn], random: object
) -> None:
    places = [_made(one) for one in drawn]
    wanted = {
        (max((squeezed(one.body) for one in group), key=len), frozenset(str(one.origin) for one in group))
        for group in _together(places)
    }
    library = make()
    take(library, *places)
    assert _state(library) == wanted
    random.shuffle(places)  # type: ignore[attr-defined]
    other = make()
    take(other, *places)
    assert _state(other) == wanted
    assert set(puts(take(other, *places))) <= {Put.UNCHANGED}
    # Every file is renamed at once.
    renamed = [replace(one, origin=Origin(one.origin.location.replace("/news", "/olds"))) for one in places]
    take(other, *renamed, gone=[one.origin.location for one in places])
    assert _state(other) == {
        (text, frozenset(location.replace("/news", "/olds") for location in held)) for text, held in wanted
    }
    assert doctor.examine(other) == []


@pytest.fixture
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Library]:
    return lambda: Library.open(tmp_path_factory.mktemp("library") / "library.sqlite")
