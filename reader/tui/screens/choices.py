"""Choosers: of another actor, of a kind, of a spelling that names nobody."""

from reader.model import Kind
from reader.names.fold import letters
from reader.plurals import counted
from reader.services import ActorRow, Dismissed, Newsroom
from reader.tui.dates import short_date
from reader.tui.safe import assemble
from reader.tui.screens.sheet import Choose
from reader.tui.styles import KIND_CLASS
from reader.tui.widgets.lines import Item, wrapped


def choose_actor(newsroom: Newsroom, heading: str, besides: int) -> Choose:
    """Ask for an actor other than `besides`; answers its number."""

    def search(text: str) -> list[Item]:
        return [_actor_item(row) for row in newsroom.actors.search(text) if row.id != besides]

    return Choose(heading, search, slow=True, hint="name of the other actor")


def choose_kind(heading: str) -> Choose:
    """Ask what sort of actor something is; answers a `Kind`."""
    return Choose(heading, _kind_items, tall=False)


def choose_dismissed(newsroom: Newsroom) -> Choose:
    """Ask for a spelling that names nobody; answers the number that it is brought back by."""

    def search(text: str) -> list[Item]:
        found, sought = newsroom.overrides.dismissed(), letters(text.strip())
        return [_dismissed_item(one) for one in found if sought in letters(one.spelling)]

    return Choose("BRING BACK", search, slow=True, hint="a spelling")


def _actor_item(row: ActorRow) -> Item:
    """An actor, with its kind, its weight, and how else it is spelt."""
    spellings = ", ".join(text for text, _ in row.spellings[:4] if text != row.name)
    facts = f"  {row.kind.value}, {counted(row.articles, 'article')}" + (f" · {spellings}" if spellings else "")
    return Item(wrapped(assemble((row.name, KIND_CLASS[row.kind]), (facts, "quiet")), 1, 3), row.id)


def _kind_items(text: str) -> list[Item]:
    """The kinds that begin with what was typed."""
    kinds = [kind for kind in Kind if kind.value.startswith(text.strip().lower())]
    return [Item(wrapped(assemble((kind.value, KIND_CLASS[kind])), 1), kind) for kind in kinds]


def _dismissed_item(one: Dismissed) -> Item:
    """A spelling that names no actor, with what would come back."""
    facts = f"  {one.kind.value}, {counted(one.mentions, 'mention')}, since {short_date(one.at).strip()}"
    return Item(wrapped(assemble(one.spelling, (facts, "quiet")), 1, 3), one.number)
