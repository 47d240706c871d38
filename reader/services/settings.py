"""The service of settings: what a face remembers with a library."""

from reader.library import user_dictionary
from reader.library.store import Library

_PREFIX = "desk "
"""What parts a face's settings from the library's own, which are kept in the same table."""


class Settings:
    """A face's own settings, such as its theme: no change of the library's matter, so nothing to undo."""

    def __init__(self, library: Library) -> None:
        """They are kept in the library."""
        self._library = library

    def get(self, name: str) -> str | None:
        """What a face was told to remember under a name; None when it was told nothing."""
        return user_dictionary.setting(self._library.reader(), _PREFIX + name)

    def set(self, name: str, value: str | None) -> None:
        """Remember something for a face; None forgets it."""
        with self._library.write() as db:
            user_dictionary.set_setting(db, _PREFIX + name, value)
