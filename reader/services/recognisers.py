"""The service of recognisers: which a library is read with, and which there are."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.articles import read_anew
from reader.library.store import Library
from reader.library.user_dictionary import set_setting, setting
from reader.plurals import counted
from reader.services.known_actors import KnownActors
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary
    from reader.ner.protocol import Recogniser

_CHOSEN = "recogniser"
"""Name of the setting."""

ABOUT = {
    "tadmor": "the network, with the dictionary and what an article declares around it",
    "fast": "the same with a small network: faster, less accurate",
    "full": "the same with weights that learnt from research data too",
    "weights:FOLDER": "the same with weights of your own, in a folder that training/ wrote",
    "dictionary": "known names only: many times faster, blind to everybody else",
}
"""What to say of our own recognisers."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A recogniser that can be used."""

    name: str
    about: str
    chosen: bool


class Recognisers:
    """The recognisers on this machine, of which one reads the articles of a library."""

    def __init__(self, library: Library, known: KnownActors) -> None:
        """Nothing is loaded before it is needed; `known` are the names that the loaded one knows."""
        self._library = library
        self._known = known
        self._loaded: tuple[Recogniser, Dictionary] | None = None

    @property
    def chosen(self) -> str:
        """The name of the one that the library is read with."""
        from reader.ner import DEFAULT

        return setting(self._library.reader(), _CHOSEN) or DEFAULT

    def offers(self) -> list[Offer]:
        """What there is on this machine, the chosen one marked, also when it is not there any more."""
        from reader.ner.plugins import names

        now, there = self.chosen, names()
        return [Offer(name, ABOUT.get(name, ""), name == now) for name in (there if now in there else [*there, now])]

    def use(self, name: str, *, again: bool = False) -> str:
        """Read articles with this one from now on; with `again`, what another one has read is read anew as well.

        Raises TadmorError when it is not there or does not start; nothing is changed then.
        """
        from reader.ner import DEFAULT, load

        load(name, self._known.dictionary)
        with self._library.write() as db:
            set_setting(db, _CHOSEN, None if name == DEFAULT else name)
            waiting = read_anew(db, name) if again else 0
        line = f"Actors are found by {clean_line(name, 60)} from now on"
        return f"{line}; {counted(waiting, 'article is', 'articles are')} to be read anew." if waiting else f"{line}."

    def load(self) -> "Recogniser":
        """The chosen one, ready to be used; it is loaded anew where the choice or the known names changed."""
        dictionary, name = self._known.dictionary, self.chosen
        loaded = self._loaded
        if loaded is None or loaded[0].name != name or loaded[1] is not dictionary:
            from reader.ner import load

            loaded = self._loaded = load(name, dictionary), dictionary
        return loaded[0]
