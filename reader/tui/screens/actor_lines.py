"""The lines of an actor's page, from top to bottom; what can be chosen or judged has a target."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from rich.cells import cell_len
from textual.content import Content

from reader.model import Verdict
from reader.plurals import counted
from reader.services import ActorPage, Companion, Quote, Tie
from reader.tui.dates import month, short_date
from reader.tui.evidence import evidence_items
from reader.tui.safe import assemble, clip, fit, plain, shown
from reader.tui.screens.card import head, with_counts
from reader.tui.styles import KIND_CLASS
from reader.tui.widgets.lines import Drawing, Item, wrapped

FEW = 8
"""Spellings, and related actors, shown before the others are asked for: a state has so many that they hide the rest."""
LIFE = 19
"""Cells of the months between which something is named: Aug 2012 – Nov 2017."""
NARROW = 60
"""Columns below which a line has no room for dates and counts beside its words."""


class Part(Enum):
    """What a line of the page stands for."""

    ACTOR = "actor"
    SPELLING = "spelling"
    EVERYTHING = "everything"
    DECISION = "decision"
    TIE = "tie"
    COMPANION = "companion"
    MENTION = "mention"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Target:
    """What a line stands for, in words that a reading of the library anew does not change."""

    part: Part
    key: int | str
    """Actor, spelling, mention, or the number of an act."""


def page_items(page: ActorPage, chosen: Collection[Target], *, full: bool, airy: bool) -> list[Item]:
    """The page; `chosen` is marked, `full` shows rare spellings and every tie too, `airy` parts the sections."""
    items = [Item(head(page.actor, page.first, page.last), Target(Part.ACTOR, page.actor.id)), *_facts(page)]
    for section in (
        _spellings(page, chosen, full),
        _decisions(page),
        _ties(page, Verdict.UNSURE, chosen, full),
        _ties(page, Verdict.RELATED, chosen, full),
        _companions(page),
        _mentions(page, chosen),
    ):
        lines = list(section)
        if lines:
            items += [Item(wrapped(plain(""))), *lines] if airy else lines
    return items


def _facts(page: ActorPage) -> Iterator[Item]:
    if page.entry is not None:
        source = f", {page.entry.source}" if page.entry.source else ""
        known = assemble(("known  ", "quiet"), page.entry.name, (f"  {page.entry.kind.value}{source}", "quiet"))
        yield Item(wrapped(known, 1, 8))
    if page.titles:
        yield Item(wrapped(assemble(("titles  ", "quiet"), *with_counts(page.titles)), 1, 9))


def _heading(left: str, right: str = "") -> Item:
    def draw(width: int) -> list[Content]:
        note = right if cell_len(left) + cell_len(right) + 4 <= width else ""
        return [assemble((" " + fit(left, width - cell_len(note) - 2), "heading"), (note + " ", "quiet"))]

    return Item(draw)


def _box(target: Target, chosen: Collection[Target]) -> tuple[str, str]:
    return ("● ", "accent") if target in chosen else ("○ ", "quiet")


_NO_BOX = ("  ", "")


def _columns(box: tuple[str, str], words: str, style: str, facts: str) -> Drawing:
    """A mark, words as wide as there is room, and facts at the right where there is any."""

    def draw(width: int) -> list[Content]:
        right = facts if width >= NARROW else ""
        room = max(1, width - 4 - cell_len(right) - (1 if right else 0))
        name = clip(words, room)
        return [assemble(" ", box, (name, style), " " * (room - cell_len(name) + 1), (right, "quiet"))]

    return draw


def _life(first: str, last: str) -> str:
    return " – ".join(dict.fromkeys(part for part in (month(first), month(last)) if part))


def _few(number: int, full: bool, one: str, many: str) -> tuple[int, list[Item]]:
    """How many of a number to show, and the line that asks for the others; one is not worth a line."""
    if full or number <= FEW + 1:
        return number, []
    words = f"… {counted(number - FEW, one, many)}"
    return FEW, [Item(wrapped(plain(words, "quiet"), 3), Target(Part.EVERYTHING, one))]


def _spellings(page: ActorPage, chosen: Collection[Target], full: bool) -> Iterator[Item]:
    shown_ones, rest = _few(len(page.spellings), full, "more spelling", "more spellings")
    yield _heading("SPELLINGS", "times  articles  " + " " * LIFE)
    for one in page.spellings[:shown_ones]:
        target = Target(Part.SPELLING, one.text)
        facts = f"{one.mentions:>7,}  {one.articles:>8,}  {_life(one.first, one.last):<{LIFE}}"
        shut = page.spelling and page.spelling == one.text
        yield Item(_columns(_box(target, chosen), one.text, "strong" if shut else "", facts), target)
    yield from rest


def _decisions(page: ActorPage) -> Iterator[Item]:
    if page.decisions:
        yield _heading("SAID BY YOU")
    for one in page.decisions:
        why = [(f": {one.why}", "quiet")] if one.why else []
        words = assemble((f"{short_date(one.at):>9}  ", "quiet"), one.words, *why)
        yield Item(wrapped(words, 1, 12), Target(Part.DECISION, one.act))


def _ties(page: ActorPage, verdict: Verdict, chosen: Collection[Target], full: bool) -> Iterator[Item]:
    ties = [tie for tie in page.ties if tie.verdict is verdict]
    if verdict is Verdict.RELATED:
        ties.sort(key=lambda tie: -tie.actor.articles)
    if ties:
        yield _heading("PERHAPS THE SAME" if verdict is Verdict.UNSURE else "RELATED, NOT THE SAME")
    shown_ones, rest = _few(len(ties), full, "more", "more")
    for tie in ties[:shown_ones]:
        yield from _tie(tie, chosen)
    yield from rest


def _tie(tie: Tie, chosen: Collection[Target]) -> Iterator[Item]:
    actor, target = tie.actor, Target(Part.TIE, tie.actor.id)
    facts = f"{actor.kind.value}, {counted(actor.articles, 'article')}"
    if tie.verdict is Verdict.UNSURE:
        facts += f"   {tie.score:.2f}"
    box = _box(target, chosen) if tie.verdict is Verdict.UNSURE else _NO_BOX
    yield Item(_columns(box, actor.name, KIND_CLASS[actor.kind], facts), target)
    if tie.verdict is Verdict.UNSURE:
        yield from evidence_items(tie.evidence)


def _companions(page: ActorPage) -> Iterator[Item]:
    if page.companions:
        yield _heading("NAMED WITH", "articles together ")
    for one in page.companions:
        yield Item(_companion(one), Target(Part.COMPANION, one.id))


def _companion(one: Companion) -> Drawing:
    return _columns(_NO_BOX, one.name, KIND_CLASS[one.kind], f"{one.together:,} ")


def _mentions(page: ActorPage, chosen: Collection[Target]) -> Iterator[Item]:
    narrowed = f", only as “{page.spelling}”" if page.spelling else ""
    yield _heading(f"SENTENCES{narrowed}")
    article = None
    for quote in page.mentions:
        if quote.article != article:
            article = quote.article
            yield Item(_article(quote))
        target = Target(Part.MENTION, quote.mention)
        yield Item(_in_context(quote, _box(target, chosen)), target)
    if page.more:
        yield Item(wrapped(plain("… more sentences", "quiet"), 3), Target(Part.MORE, ""))


def _article(quote: Quote) -> Drawing:
    def draw(width: int) -> list[Content]:
        date = f" {'~' if quote.date_guessed else ' '}{short_date(quote.date):>9}  "
        source = clip(quote.source, 20) + "  " if width >= NARROW and quote.source else ""
        title = clip(quote.title, width - cell_len(date) - cell_len(source) - 1)
        return [assemble((date + source, "quiet"), (title, "heading"))]

    return draw


def _in_context(quote: Quote, box: tuple[str, str]) -> Drawing:
    """A sentence with its mention in one column, under the others, what stands around it cut as it must be."""

    def draw(width: int) -> list[Content]:
        room = max(1, width - 5)
        before = _ending(quote.before, room * 2 // 5)
        quoted = clip(quote.quoted, room - cell_len(before))
        after = clip(quote.after, room - cell_len(before) - cell_len(quoted))
        return [assemble("   ", box, (before, ""), (quoted, "quoted"), (after, ""))]

    return draw


def _ending(text: str, width: int) -> str:
    """The last part of a text, in exactly so many cells, from the right."""
    text = shown(text)
    if cell_len(text) > width:
        # A character takes a cell at least, but for marks on letters: of those a few more are lost than must be.
        text = text[-width:]
        while text and cell_len(text) > width - 1:
            text = text[1:]
        text = "…" + text
    return " " * max(0, width - cell_len(text)) + text
