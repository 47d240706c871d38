"""The service of mentions: who one is and why, one that was missed, one that is none."""

from reader.library import acts
from reader.library.store import Library
from reader.model import Field, Kind
from reader.services.acts import Acts
from reader.services.views import Card


class Mentions:
    """The mentions of actors in the articles of a library."""

    def __init__(self, library: Library, acts: Acts) -> None:
        """What a person does to them goes through `acts`."""
        self._library = library
        self._acts = acts

    def named(self, article: int, name: str) -> int:
        """The first mention with this spelling in an article. Raises TadmorError when there is none."""
        from reader.services.why import mention_of

        return mention_of(self._library.reader(), article, name)

    def card(self, mention: int) -> Card:
        """All about a mention's actor, and why it is that one. Raises TadmorError when the mention is gone."""
        from reader.services.cards import card

        return card(self._library.reader(), mention)

    def mark(self, article: int, field: Field, start: int, end: int, kind: Kind) -> str:
        """Mark a span, in code points, as an actor that was missed.

        Raises TadmorError when it is empty or outside its text.
        """
        return self._acts.do(lambda db: acts.mark(db, article, field, start, end, kind))

    def unmark(self, mention: int) -> str:
        """Say that a mention names no actor."""
        return self._acts.do(lambda db: acts.unmark(db, mention))
