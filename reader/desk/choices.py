"""Lines of the choosers: actors, kinds, and spellings that name no actor."""

from reader.desk.dates import short_date
from reader.desk.ports import ActorRow, Dismissed
from reader.desk.safe import assemble
from reader.desk.styles import KIND_CLASS
from reader.desk.widgets.lines import Item, wrapped
from reader.model import Kind
from reader.plurals import counted


def actor_item(row: ActorRow) -> Item:
    """An actor, with its kind, its weight, and how else it is spelt."""
    spellings = ", ".join(text for text, _ in row.spellings[:4] if text != row.name)
    facts = f"  {row.kind.value}, {counted(row.articles, 'article')}" + (f" · {spellings}" if spellings else "")
    return Item(wrapped(assemble((row.name, KIND_CLASS[row.kind]), (facts, "quiet")), 1, 3), row.id)


def kind_items(text: str) -> list[Item]:
    """The kinds that begin with what was typed."""
    kinds = [kind for kind in Kind if kind.value.startswith(text.strip().lower())]
    return [Item(wrapped(assemble((kind.value, KIND_CLASS[kind])), 1), kind) for kind in kinds]


def dismissed_item(one: Dismissed) -> Item:
    """A spelling that names no actor, with what would come back."""
    facts = f"  {one.kind.value}, {counted(one.mentions, 'mention')}, since {short_date(one.at).strip()}"
    return Item(wrapped(assemble(one.spelling, (facts, "quiet")), 1, 3), one.number)
