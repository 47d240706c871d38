"""What a command is about: whatever is under the cursor of the pane in front."""

from dataclasses import dataclass

from reader.services import ShownMention
from reader.tui.screens.reading.open_article import OpenArticle
from reader.tui.screens.reading.panes import Panes

NO_MENTION = "No mention is under the cursor; n goes to the next."


@dataclass(frozen=True, slots=True)
class Subject:
    """An article, an actor, and a mention of it, as far as there are any."""

    article: int | None = None
    """The article under the cursor of the list, else the open one."""
    actor: int | None = None
    """The actor of the mention under the cursor, or under the cursor of the actors pane."""
    spot: ShownMention | None = None
    """The mention under the cursor, or the first one here of that actor."""
    spelling: str = ""
    """How the mention is spelt."""


def subject(panes: Panes, opened: OpenArticle) -> Subject:
    """What is under the cursor now."""
    view, row = panes.view, panes.articles.cursor_row
    article = row.id if panes.front is panes.articles and row is not None else opened.id
    spot = view.spot
    actor = spot.actor if spot is not None else None
    if panes.front is panes.actors and isinstance(panes.actors.target, int):
        actor = panes.actors.target
        first = view.first_of(actor)
        spot = view.spots[first] if first is not None else None
    spelling = view.text_of(spot.field)[spot.start : spot.end] if spot is not None else ""
    return Subject(article, actor, spot, spelling)
