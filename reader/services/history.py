"""The service of history: what was done by hand, taken back and done again."""

from reader.library import acts, journal
from reader.library.store import Library
from reader.services.acts import Acts


class History:
    """Everything that a person did to a library."""

    def __init__(self, library: Library, acts: Acts) -> None:
        """Undo and redo are acts themselves."""
        self._library = library
        self._acts = acts

    def acts(self, limit: int | None = 100) -> list[journal.Act]:
        """What was done by hand, the newest first; None is all of it."""
        return journal.history(self._library.reader(), -1 if limit is None else limit)

    def undo(self, number: int | None = None) -> str:
        """Take back the last thing that was done by hand, or the one of a number in `acts`.

        Raises TadmorError when there is none of this number, or something later rests on it.
        """
        return self._acts.do(lambda db: acts.undo(db, number), "Nothing to undo.", "Undone: {}.")

    def redo(self, number: int | None = None) -> str:
        """Do again what was undone last, or what is undone under a number in `acts`."""
        return self._acts.do(lambda db: acts.redo(db, number), "Nothing to redo.", "Done again: {}.")
