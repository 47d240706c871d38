"""The card: who a mention is, every spelling, why it was joined, and where else it stands."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from reader.plurals import counted
from reader.services import ActorRow, Card, Quote
from reader.tui.commands import SHEET_COMMANDS, bindings
from reader.tui.dates import month, short_date
from reader.tui.evidence import evidence_items
from reader.tui.safe import assemble, clip, fit, plain, shown
from reader.tui.screens.sheet import Sheet
from reader.tui.styles import KIND_CLASS
from reader.tui.widgets.lines import Drawing, Item, wrapped

JUDGING = (
    "same",
    "different",
    "related",
    "unsure",
    "reason",
    "next_article",
    "previous_article",
    "filter_actor",
    "actor_page",
    "export",
)
"""Commands that leave the card and act on its actor."""
SENTENCE_ROWS = 2
"""Rows that either sentence of a link takes at most, so that what follows stays in sight."""


class CardSheet(Sheet[object]):
    """Answers a Quote to go to, or the id of a command to run."""

    BINDINGS = bindings(SHEET_COMMANDS + JUDGING)

    def __init__(self, card: Card) -> None:
        """Shows this card."""
        super().__init__()
        self.card = card
        self.HINTS = (
            *([("open", "go there")] if card.elsewhere else []),
            ("same", "same as…"),
            ("different", "not the same"),
            ("leave", "back"),
            ("actor_page", "its page"),
            *([("next_article", "next article")] if card.elsewhere else []),
            ("related", "related to…"),
        )

    def chosen(self, target: object) -> None:
        """Go to a quotation."""
        self.dismiss(target)

    def other(self, command: str) -> None:
        """Leave, and let the reading room do it."""
        self.dismiss(command)

    def items(self) -> Sequence[Item]:
        """The card from top to bottom."""
        card, actor = self.card, self.card.actor
        items = [Item(head(actor, card.first, card.last)), *self._names()]
        items += [_RULE, Item(self._why_head)]
        items += evidence_items(card.evidence) or [
            Item(wrapped(plain("the fullest name here; nothing else was needed", "quiet"), 3))
        ]
        if card.here and card.joined:
            items += [_sentence("here ", card.here), _sentence("there", card.joined, card.joined)]
        if card.elsewhere:
            items += [_RULE, *(_quote(quote) for quote in card.elsewhere)]
        else:
            items += [_RULE, Item(wrapped(plain("No other article names this actor yet.", "quiet"), 1))]
        if card.related:
            items += [_RULE, Item(wrapped(plain("related, not the same", "heading"), 1))]
            items += [_actor_line(other) for other in card.related]
        for other, reasons in card.doubts:
            items += [
                _RULE,
                Item(wrapped(assemble(("perhaps also ", "heading"), (other.name, KIND_CLASS[other.kind])), 1)),
            ]
            items += evidence_items(reasons)
        return [item for item in items if actor.id or item]

    def _names(self) -> Iterable[Item]:
        if self.card.actor.spellings:
            yield Item(wrapped(assemble(("as  ", "quiet"), *with_counts(self.card.actor.spellings)), 1, 5))
        if self.card.titles:
            yield Item(wrapped(assemble(("titles  ", "quiet"), *with_counts(self.card.titles)), 1, 9))

    def _why_head(self, width: int) -> list[Content]:
        score = f"{self.card.score:.2f} "
        return [assemble((fit(" " + self.card.heading, width - len(score)), "strong"), (score, "quiet"))]


def head(actor: ActorRow, first: str, last: str) -> Drawing:
    """Who it is, and at the right its kind, its counts, and the months in which it is named."""
    life = " – ".join(dict.fromkeys(part for part in (month(first), month(last)) if part))
    counts = counted(actor.articles, "article"), counted(actor.mentions, "mention")
    facts = " · ".join(part for part in (actor.kind.value, *counts, life) if part)

    def draw(width: int) -> list[Content]:
        name = shown(actor.name)
        if len(name) + len(facts) + 4 > width:
            return [*wrapped(plain(name, "strong"), 1)(width), *wrapped(plain(facts, "quiet"), 1)(width)]
        gap = " " * (width - len(facts) - 2 - Content(name).cell_length)
        return [assemble(" ", (name, "strong"), gap, (facts, "quiet"))]

    return draw


def with_counts(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, str] | str]:
    """Words with how often each occurs, in quieter letters."""
    parts: list[tuple[str, str] | str] = []
    for text, count in pairs:
        parts += [text, (f" {count}   ", "quiet")]
    return parts


def _rule(width: int) -> list[Content]:
    return [plain(" " + "─" * max(0, width - 2), "quiet")]


_RULE = Item(_rule)


def _sentence(where: str, quote: Quote, target: object = None) -> Item:
    """One of the two sentences that a link ties together."""

    def draw(width: int) -> list[Content]:
        lead = "  ".join(part for part in (where, short_date(quote.date), clip(quote.source, 20)) if part) + "  "
        words = _sentence_of(quote, max(1, SENTENCE_ROWS * (width - 4) - len(lead)))
        return [*wrapped(assemble((lead, "quiet")) + words, 2, 4)(width)]

    return Item(draw, target)


def _actor_line(actor: ActorRow) -> Item:
    articles = "  " + counted(actor.articles, "article")
    return Item(wrapped(assemble((actor.name, KIND_CLASS[actor.kind]), (articles, "quiet")), 2, 4))


def _quote(quote: Quote) -> Item:
    def draw(width: int) -> list[Content]:
        lead = f"{'~' if quote.date_guessed else ' '}{short_date(quote.date):>9}  "
        source = fit(quote.source, min(20, width // 5)) + "  " if width >= 60 else ""
        return [assemble((lead, "quiet"), (source, "quiet")) + _sentence_of(quote, width - len(lead) - len(source) - 1)]

    return Item(draw, quote)


def _sentence_of(quote: Quote, width: int) -> Content:
    """As much of a quotation as fits in so many cells, its mention told apart."""
    sentence = assemble((quote.before, ""), (quote.quoted, "quoted"), (quote.after, ""))
    return _around(sentence, len(quote.before), len(quote.before) + len(quote.quoted), width)


def _around(sentence: Content, start: int, end: int, width: int) -> Content:
    """The part of a sentence that fits, with the mention in it; cut between words where there is a space near."""
    if sentence.cell_length <= width:
        return sentence
    text = sentence.plain
    # The mention in the middle, but no room left empty behind the end.
    before = max(0, min(start - max(0, (width - (end - start)) // 2), len(text) - width + 1))
    if before:
        space = text.find(" ", before, start)
        before = space + 1 if space >= 0 else before + 1
        sentence = Content("…") + sentence[before:]
    if sentence.cell_length <= width:
        return sentence
    piece = sentence.truncate(max(1, width))
    space = piece.plain.rfind(" ", end - before + 1)
    return (piece[:space] if space > 0 else sentence.truncate(max(1, width - 1))) + Content("…")
