"""A newsroom in memory, with a few articles of our own, so that the desk is tested without a library."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reader.desk.ports import (
    ActorHere,
    ActorPage,
    ActorRow,
    Card,
    Companion,
    Decision,
    Dismissed,
    Intake,
    Page,
    Progress,
    Question,
    Quote,
    Review,
    Row,
    Sort,
    Spelling,
    SplitPreview,
    Spot,
    Status,
    Tie,
)

from reader.model import Evidence, Field, Kind, Sign, TadmorError, Verdict
from reader.names.dictionary import Entry
from reader.names.likeness import Change
from reader.query import Term, parse

NAMES: dict[str, tuple[int, Kind]] = {
    "John Kerry": (1, Kind.PERSON),
    "Kerry": (1, Kind.PERSON),
    "Sergey Lavrov": (2, Kind.PERSON),
    "Lavrov": (2, Kind.PERSON),
    "Islamic State": (3, Kind.ARMED_GROUP),
    "ISIS": (3, Kind.ARMED_GROUP),
    "Russia": (4, Kind.STATE),
    "Syria": (5, Kind.STATE),
    "Palmyra": (6, Kind.PLACE),
    "Tadmor": (6, Kind.PLACE),
    "Moscow": (7, Kind.PLACE),
    "United Nations": (8, Kind.ORGANISATION),
    "UN": (8, Kind.ORGANISATION),
    "Kurds": (9, Kind.GROUP),
}
ACTORS = {
    1: "John Kerry", 2: "Sergey Lavrov", 3: "Islamic State", 4: "Russia", 5: "Syria",
    6: "Palmyra", 7: "Moscow", 8: "United Nations", 9: "Kurds",
}  # fmt: skip

ARTICLES = [
    (
        "Soldiers walk back into Palmyra",
        "Desert Post",
        "2016-03-27",
        "Soldiers walked back into Palmyra on Sunday, ten months after Islamic State had taken the oasis.\n\n"
        'In Moscow, John Kerry said the talks had gone further than anybody expected. "Russia can help," Kerry told '
        "reporters.\n\n"
        "## What stands\n\n"
        "- The theatre and most of the colonnade\n"
        "- The castle on its hill, though its gate is rubble\n\n"
        "> We counted the columns at dawn, and then we counted them again.\n\n"
        "A UN team is to visit Tadmor, as its people call the city, before the summer. The United Nations has asked "
        "Syria for leave.",
    ),
    (
        "Lavrov and Kerry meet again",
        "The Levant Wire",
        "2016-03-26",
        "Sergey Lavrov received John Kerry for four hours. Lavrov spoke of a window; Kerry spoke of a door.\n\n"
        "Neither Russia nor its guests would say what was agreed in Moscow.",
    ),
    (
        "The museum counts its losses",
        "Orontes Review",
        "2016-04-02",
        "Of the statues that stood in the museum of Palmyra, a third are whole.\n\n"
        "ISIS had used the cellar as a court. The Kurds of the north have offered masons.",
    ),
]


@dataclass
class FakeListing:
    """Rows that were filtered and sorted beforehand."""

    found: list[Row]
    sought: Sequence[Term] = ()

    @property
    def total(self) -> int:
        return len(self.found)

    def rows(self, first: int, count: int) -> list[Row]:
        return self.found[first : first + count]

    def position(self, article: int) -> int | None:
        return next((i for i, row in enumerate(self.found) if row.id == article), None)


@dataclass
class FakeNewsroom:
    """Does as the real one says, without files."""

    pages: dict[int, Page] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    did: list[tuple[Any, ...]] = field(default_factory=list)
    work: list[int] = field(default_factory=list)
    """Articles to recognise when asked."""
    preferences: dict[str, str] = field(default_factory=dict)
    settled: int = 0
    """How often linking ran over all."""
    trouble: Exception | None = None
    """What recognising ends with."""
    doubts: list[tuple[int, int]] = field(default_factory=lambda: [(1, 2), (3, 9), (6, 7)])
    """Pairs of actors that linking is unsure about, the most useful first."""
    judged: list[tuple[int, int]] = field(default_factory=list)
    unjudged: list[tuple[int, int]] = field(default_factory=list)
    gone_meanwhile: bool = False
    """Whether answers come too late."""

    @classmethod
    def of(cls, articles: Sequence[tuple[str, str, str, str]] = ARTICLES) -> "FakeNewsroom":
        room, mention = cls(), 0
        pattern = re.compile("|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)))
        for number, (title, source, date, body) in enumerate(articles, 1):
            spots = []
            for which, text in ((Field.TITLE, title), (Field.BODY, body)):
                for match in pattern.finditer(text):
                    mention += 1
                    actor, kind = NAMES[match.group()]
                    spots.append(
                        Spot(mention, which, match.start(), match.end(), kind, 0.98, actor, actor * 100 + number, False)
                    )
            room.pages[number] = Page(
                number, title, body, source, "", date, False, f"https://example.org/{number}", "en", True, False,
                len(body.split()), True, f"/articles/{number}.md", tuple(spots),
            )  # fmt: skip
        return room

    # reading

    def listing(
        self, filter: str = "", sort: Sort = Sort.DATE, descending: bool | None = None, beside: int | None = None
    ) -> FakeListing:
        if filter.count('"') % 2:
            raise TadmorError("A quotation mark is missing its partner at 1; close the phrase.")
        terms = [a or b for a, b in re.findall(r'"([^"]*)"|(\S+)', re.sub(r'actor:"?([^"]*)"?', r'"\1"', filter))]
        actors = {spot.actor for spot in self.pages[beside].spots} if beside in self.pages else set()
        rows = []
        for page in self.pages.values():
            text = f"{page.title} {page.body}".lower()
            if page.id in self.gone or not all(term.lower() in text for term in terms):
                continue
            shared = len(actors & {spot.actor for spot in page.spots})
            rows.append(
                Row(page.id, page.title, page.source, page.date, page.date_guessed, page.unread, page.starred, shared)
            )
        keys: dict[Sort, Callable[[Row], Any]] = {
            Sort.DATE: lambda row: row.date, Sort.TITLE: lambda row: row.title, Sort.SOURCE: lambda row: row.source,
            Sort.SHARED: lambda row: row.shared,
        }  # fmt: skip
        down = sort in (Sort.DATE, Sort.SHARED) if descending is None else descending
        return FakeListing(sorted(rows, key=keys[sort], reverse=down), parse(filter).terms)

    def page(self, article: int) -> Page | None:
        return None if article in self.gone else self.pages.get(article)

    def actors_here(self, article: int) -> list[ActorHere]:
        counts: dict[int, int] = {}
        for spot in self.pages[article].spots:
            counts[spot.actor] = counts.get(spot.actor, 0) + 1
        rows = [self.actor(actor) for actor in counts]
        return [ActorHere(row.id, row.name, row.kind, counts[row.id], row.articles) for row in rows if row]

    def actor(self, actor: int) -> ActorRow | None:
        spots = [(page, spot) for page in self.pages.values() for spot in page.spots if spot.actor == actor]
        if not spots:
            return None
        spellings: dict[str, int] = {}
        for page, spot in spots:
            text = (page.title if spot.field is Field.TITLE else page.body)[spot.start : spot.end]
            spellings[text] = spellings.get(text, 0) + 1
        articles = len({page.id for page, _ in spots})
        ranked = tuple(sorted(spellings.items(), key=lambda item: -item[1]))
        return ActorRow(actor, ACTORS.get(actor, f"Actor {actor}"), spots[0][1].kind, len(spots), articles, ranked)

    def actors(self, text: str = "", limit: int | None = 200) -> list[ActorRow]:
        rows = [self.actor(actor) for actor in ACTORS]
        return [row for row in rows if row and text.lower() in row.name.lower()][:limit]

    def _find(self, mention: int) -> tuple[Page, Spot]:
        return next((page, spot) for page in self.pages.values() for spot in page.spots if spot.id == mention)

    def card(self, mention: int) -> Card:
        page, spot = self._find(mention)
        row = self.actor(spot.actor)
        assert row is not None
        quotes = tuple(
            _quote(other, there)
            for other in self.pages.values()
            for there in other.spots
            if there.actor == spot.actor and there.field is Field.BODY and other.id != page.id
        )
        text = (page.title if spot.field is Field.TITLE else page.body)[spot.start : spot.end]
        evidence = (
            Evidence(Sign.FOR, "surname", 0.9, told=f'surname of "{row.name}", the only person here with it'),
            Evidence(Sign.FOR, Change.EQUAL, 1.0, left="Kerry", right="Kerry"),
            Evidence(Sign.NEUTRAL, Change.VARIANT, 0.9, left="Jack", right="Jonathan"),
            Evidence(Sign.NEUTRAL, "unless", 0.0, told="wrong if two of them are named so"),
        )
        heading = f'why "{text}" here is {row.name}'
        titles = (("secretary of state", 2),)
        here, joined = _quote(page, spot), quotes[0] if quotes else None
        return Card(row, "2016-03-26", "2016-04-02", titles, heading, 0.99, evidence, quotes, (), (), here, joined)

    def actor_page(self, actor: int, spelling: str = "", sentences: int | None = None) -> ActorPage:
        row = self.actor(actor)
        if row is None:
            raise TadmorError("That actor is not in the library any more.")
        quotes = [
            _quote(page, spot)
            for page in sorted(self.pages.values(), key=lambda page: page.date, reverse=True)
            for spot in page.spots
            if spot.actor == actor
        ]
        told = [quote for quote in quotes if spelling in ("", quote.quoted)]
        dates = {text: sorted(quote.date for quote in quotes if quote.quoted == text) for text, _ in row.spellings}
        other = self.actor(2 if actor != 2 else 1)
        reasons = (Evidence(Sign.NEUTRAL, Change.SOUND, 0.9, left="Kerry", right="Kerri"),)
        return ActorPage(
            actor=row,
            first=quotes[-1].date,
            last=quotes[0].date,
            entry=Entry("known", row.kind, row.name, source="people.tsv"),
            titles=(("secretary of state", 2),),
            spellings=tuple(Spelling(text, n, 1, dates[text][0], dates[text][-1]) for text, n in row.spellings),
            companions=(Companion(4, "Russia", Kind.STATE, 2),),
            ties=(Tie(other, Verdict.UNSURE, 0.61, reasons),) if other else (),
            decisions=(Decision(7, "2016-05-01T10:00:00+00:00", "“Kerry” is the same as “John Kerry”", "I know"),),
            spelling=spelling,
            mentions=tuple(told[:sentences]),
            more=sentences is not None and len(told) > sentences,
        )

    def neighbour(self, actor: int, article: int, step: int) -> tuple[int, int] | None:
        order = sorted(self.pages.values(), key=lambda page: (page.date, page.id))
        at = next(i for i, page in enumerate(order) if page.id == article)
        for page in order[at + 1 :] if step > 0 else reversed(order[:at]):
            for spot in page.spots:
                if spot.actor == actor:
                    return page.id, spot.id
        return None

    def status(self) -> Status:
        pages = [page for page in self.pages.values() if page.id not in self.gone]
        return Status(len(pages), sum(page.unread for page in pages), len(self.work), len(ACTORS))

    def preference(self, name: str) -> str | None:
        return self.preferences.get(name)

    def set_preference(self, name: str, value: str | None) -> None:
        self.preferences[name] = value or ""

    # acts

    def _change(self, article: int, **values: Any) -> None:
        self.pages[article] = replace(self.pages[article], **values)

    def seen(self, article: int) -> None:
        self._change(article, unread=False)

    def set_unread(self, numbers: Sequence[int], unread: bool) -> str:
        for article in numbers:
            self._change(article, unread=unread)
        return "Marked unread." if unread else "Marked read."

    def set_starred(self, numbers: Sequence[int], starred: bool) -> str:
        for article in numbers:
            self._change(article, starred=starred)
        return "Starred." if starred else "Star taken off."

    def correct(self, article: int, field: str, value: str) -> str:
        self._change(article, **{field: value})
        return f"Corrected the {field}."

    def remove(self, numbers: Sequence[int]) -> str:
        self.gone |= set(numbers)
        return "Removed."

    def mark(self, article: int, field: Field, start: int, end: int, kind: Kind) -> str:
        self.did.append(("mark", article, field, start, end, kind))
        return "Marked."

    def unmark(self, mention: int) -> str:
        self.did.append(("unmark", mention))
        return "Mark taken off."

    def judge(self, left: int, right: int, verdict: Verdict, why: str = "", mention: int | None = None) -> str:
        self.did.append(("judge", left, right, verdict, mention))
        return "Judged."

    # the review queue

    def question(self, left: int, right: int, score: float = 0.5) -> Question:
        """Whether two actors are one, with a sentence from each article that names them."""
        rows = [self.actor(left), self.actor(right)]
        quotes = [
            tuple(
                next(_quote(page, spot) for spot in page.spots if spot.actor == actor and spot.field is Field.BODY)
                for page in self.pages.values()
                if any(spot.actor == actor and spot.field is Field.BODY for spot in page.spots)
            )
            for actor in (left, right)
        ]
        assert rows[0] is not None
        assert rows[1] is not None
        words = f"“{rows[0].name}” and “{rows[1].name}” may be one"
        evidence = (Evidence(Sign.NEUTRAL, "spelling", score, told=words),)
        spelt = rows[0].name, rows[1].spellings[-1][0]
        return Question(rows[0], rows[1], score, evidence, *quotes, 1, ("Syria",), spelt, (("Moscow",), ()))

    def review(self, skipped: Collection[tuple[int, int]] = (), limit: int = 1) -> Review:
        still = [pair for pair in self.doubts if pair not in self.judged and all(map(self.actor, pair))]
        asked = [self.question(*pair) for pair in still if tuple(sorted(pair)) not in set(skipped)]
        return Review(tuple(asked[:limit]), len(still), len(self.judged))

    def answer(self, question: Question, verdict: Verdict, why: str = "") -> str:
        if self.gone_meanwhile:
            raise TadmorError(f"{question.left.name} and {question.right.name} are one actor by now.")
        self.judged.append((question.left.id, question.right.id))
        self.did.append(("answer", question.left.id, question.right.id, verdict, why))
        return f"Judged: {verdict.value}; joined {question.hangs} mentions."

    def not_the_same(self, mention: int, why: str = "") -> str:
        self.did.append(("not_the_same", mention))
        return "Not the same, from now on."

    def judge_spelling(self, actor: int, spelling: str, right: int | None, verdict: Verdict, why: str = "") -> str:
        self.did.append(("judge_spelling", actor, spelling, right, verdict))
        return "Judged."

    def merge(self, actors: Sequence[int], why: str = "") -> str:
        self.did.append(("merge", *actors))
        return "Merged."

    def split_preview(self, actor: int, spellings: Sequence[str], mentions: Sequence[int]) -> SplitPreview:
        return SplitPreview(2, 1, ("“Kerry” and “John Kerry” were judged same on 2016-05-01",), 3)

    def split(self, actor: int, spellings: Sequence[str], mentions: Sequence[int], why: str = "") -> str:
        self.did.append(("split", actor, *spellings, *mentions, why))
        return "Split off."

    def rename(self, actor: int, name: str) -> str:
        self.did.append(("rename", actor, name))
        return "Renamed."

    def set_kind(self, actor: int, kind: Kind) -> str:
        self.did.append(("set_kind", actor, kind))
        return "Another kind."

    def not_an_actor(self, actor: int, spelling: str) -> str:
        self.did.append(("not_an_actor", actor, spelling))
        return "No actor."

    def bring_back(self, number: int) -> str:
        self.did.append(("bring_back", number))
        return "Brought back."

    def dismissed(self) -> list[Dismissed]:
        return [Dismissed(5, "Nobody", Kind.PERSON, "2016-05-01T10:00:00+00:00", "", 3)]

    def undo(self, number: int | None = None) -> str:
        self.gone.clear()
        if self.judged:
            self.unjudged.append(self.judged.pop())
        self.did.append(("undo",) if number is None else ("undo", number))
        return "Undone."

    def redo(self) -> str:
        if self.unjudged:
            self.judged.append(self.unjudged.pop())
        self.did.append(("redo",))
        return "Done again."

    # work

    def add(
        self, paths: Sequence[str | Path], mapping: Mapping[str, str] = {}, *, stdin: Any = None,
        progress: Callable[[Progress], None], cancelled: Callable[[], bool],
    ) -> Intake:  # fmt: skip
        progress(Progress("reading", 1, 1))
        return Intake(1, 0, 0, 0, ())

    def settle(self, *, progress: Callable[[Progress], None], cancelled: Callable[[], bool]) -> bool:
        self.settled += 1
        return True

    def analyse(
        self, first: Sequence[int] = (), *, progress: Callable[[Progress], None], cancelled: Callable[[], bool],
        on_article: Callable[[int], None],
    ) -> None:  # fmt: skip
        while self.work and not cancelled():
            article = self.work.pop()
            self._change(article, analysed=True)
            on_article(article)
            progress(Progress("recognising", 1, 1))
        if self.trouble is not None:
            progress(Progress("recognising", 1, 2))
            raise self.trouble

    # export

    def export_article(self, article: int, style: str = "bold") -> str:
        return f"# {self.pages[article].title}\n"

    def export_actor(self, actor: int, style: str = "bold") -> str:
        return f"# {ACTORS[actor]}\n"

    def export_filter(self, filter: str, style: str = "bold") -> Iterable[tuple[str, str]]:
        return [(f"{page.id}.md", f"# {page.title}\n") for page in self.pages.values()]


def _quote(page: Page, spot: Spot) -> Quote:
    before, quoted = page.body[max(0, spot.start - 40) : spot.start], page.body[spot.start : spot.end]
    after = page.body[spot.end : spot.end + 60].replace("\n", " ")
    return Quote(page.id, spot.id, page.title, page.source, page.date, before, quoted, after)
