"""The service of dictionaries: known actors of a person's own, taken in from files and given away again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import dictionary_edits, user_dictionary
from reader.library.store import Library
from reader.model import TadmorError
from reader.services.acts import Acts
from reader.services.views import Progress, unheard

if TYPE_CHECKING:
    from reader.names.dictionary import Entry
    from reader.names.formats import ReadOptions
    from reader.services.dictionaries import Added


class UserDictionaries:
    """The person's own dictionaries, each known by the name of its file."""

    def __init__(self, library: Library, acts: Acts) -> None:
        """They change through `acts`."""
        self._library = library
        self._acts = acts

    def counts(self) -> list[tuple[str, int]]:
        """The dictionaries by name, with how many entries each has."""
        return user_dictionary.sources(self._library.reader())

    def entries(self, names: Sequence[str] = ()) -> "list[Entry]":
        """The person's entries by id; with `names`, those of the dictionaries called so.

        Raises TadmorError when one is not there.
        """
        held = dict(self.counts())
        for name in names:
            if name not in held:
                raise TadmorError(f"No dictionary is called {name}. `tadmor dictionary list` shows their names.")
        own = user_dictionary.entries(self._library.reader())
        return [entry for entry in own if not names or entry.source in names]

    def add(
        self, file: Path, options: "ReadOptions | None" = None, *, progress: Callable[[Progress], None] = unheard
    ) -> "Added":
        """Take in a dictionary, or the newer version of one, in any of the formats that docs/dictionary.md names.

        What an earlier version had and this one has not goes. Raises TadmorError when the file cannot be read, or
        holds no entry.
        """
        from reader.services.dictionaries import take_in

        return take_in(file, options, self._acts.do, progress)

    def remove(self, name: str) -> str:
        """Forget the entries that came from a file of this name."""
        ids = [entry.id for entry in self.entries([name])]
        return self._acts.do(lambda db: dictionary_edits.remove(db, ids))
