"""The service of overrides: what a person says of one actor for good, whatever the program makes of it."""

from reader.library import actor_edits, overrides
from reader.library.overrides import Dismissed
from reader.library.store import Library
from reader.model import Kind
from reader.services.acts import Acts
from reader.untrusted import clean_line


class Overrides:
    """An actor's name and kind, and the spellings that name nobody."""

    def __init__(self, library: Library, acts: Acts) -> None:
        """They are given through `acts`."""
        self._library = library
        self._acts = acts

    def rename(self, actor: int, name: str) -> str:
        """Call an actor by a name for good; an empty one gives it back the name that linking gives."""
        return self._acts.do(lambda db: actor_edits.rename(db, actor, clean_line(name)))

    def set_kind(self, actor: int, kind: Kind) -> str:
        """Say what sort of actor it is, for good."""
        return self._acts.do(lambda db: actor_edits.set_kind(db, actor, kind))

    def not_an_actor(self, actor: int, spelling: str, why: str = "") -> str:
        """Say that a spelling of an actor names nobody, in any article, now or later.

        For one mention see `Mentions.unmark`.
        """
        return self._acts.do(lambda db: actor_edits.not_an_actor(db, actor, clean_line(spelling), clean_line(why)))

    def bring_back(self, number: int) -> str:
        """Let a spelling name actors again; `number` is the one in `dismissed`."""
        return self._acts.do(lambda db: actor_edits.bring_back(db, number))

    def dismissed(self) -> list[Dismissed]:
        """The spellings that name nobody, the latest first."""
        return overrides.dismissed(self._library.reader())
