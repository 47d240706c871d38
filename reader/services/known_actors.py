"""The known actors of a library: the built-in dictionary under the person's own entries."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.library import user_dictionary
from reader.library.store import Library

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary, Entry


class KnownActors:
    """The dictionary that a library is read and linked with, made once for as long as it stays the same."""

    def __init__(self, library: Library) -> None:
        """Nothing is read before it is asked for."""
        self._library = library
        self._made: tuple[tuple[int, ...], list[Entry], Dictionary] | None = None

    @property
    def dictionary(self) -> "Dictionary":
        """The known actors as they are now.

        Of a very large dictionary only what can matter to the library's articles; `about` is for other names.
        """
        db = self._library.reader()
        stamp = user_dictionary.stamp(db)
        made = self._made
        if made is None or made[0] != stamp:
            from reader.services.dictionaries import over_builtin

            own = user_dictionary.at_hand(db)
            unchanged = made is not None and made[0][0] == stamp[0] and made[1] == own
            made = self._made = stamp, own, made[2] if made is not None and unchanged else over_builtin(own)
        return made[2]

    def prepare(self) -> None:
        """Make ready what linking asks of them all, half a second's work; who needs it meanwhile waits for the rest."""
        from reader.linking.candidates import KnownNames
        from reader.linking.shared_names import known_shared

        dictionary = self.dictionary
        dictionary.prepared(KnownNames)
        dictionary.prepared(known_shared)

    def about(self, names: Sequence[str]) -> "Dictionary":
        """The same, with all that can matter to some names, which need not be in any article."""
        from reader.services.dictionaries import over_builtin

        own = user_dictionary.at_hand(self._library.reader(), names)
        dictionary = self.dictionary
        return dictionary if self._made is not None and self._made[1] == own else over_builtin(own)
