"""An article as it reads before anything is judged: its forms, what it declares, how the names in it compare.

The look ahead before a verdict, the verdict and its undo read the same articles; what was read last is kept for them.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from reader.linking.couples import part_couples
from reader.linking.declared_pairs import declarations
from reader.linking.families import mark_families
from reader.linking.kind_correction import surnames_of_other_kinds
from reader.linking.national_bodies import state_near
from reader.linking.shared_names import said_with_states
from reader.linking.surface_forms import SurfaceForm, surface_forms
from reader.linking.titles import titles_beside
from reader.model import Document, Kind, Mention
from reader.names.analyse import Name
from reader.names.compare import Comparison, compare
from reader.names.dictionary import Dictionary

ARTICLES = 200
"""Readings that are kept: of several acts on an actor that much of a library is about; some megabytes."""

_Pair = tuple[str, Kind | None, str, Kind | None]


class Reading:
    """What an article says by its words and a dictionary alone."""

    def __init__(self, document: Document, dictionary: Dictionary) -> None:
        """Of a document, whatever its id."""
        self._document = document
        self._dictionary = dictionary
        self._forms = surface_forms(document, dictionary)
        surnames_of_other_kinds(document, self._forms, dictionary)
        mark_families(document, self._forms)
        part_couples(document, self._forms, dictionary)
        said_with_states(document, self._forms, dictionary)
        state_near(document, self._forms, dictionary)
        self.declared = tuple(declarations(document))
        """Pairs of indices of mentions that it declares to be one actor, in reading order."""
        self._compared: dict[_Pair, Comparison] = {}
        self._titles: dict[int, tuple[str, ...]] = {}

    def forms(self) -> list[SurfaceForm]:
        """Its forms in reading order, joined to nothing yet: new ones each time, for whoever joins them."""
        return [form.anew() for form in self._forms]

    def compare(self, left: Name, right: Name) -> Comparison:
        """What comparing two of its names says."""
        pair = left.text, left.kind, right.text, right.kind
        found = self._compared.get(pair)
        if found is None:
            found = self._compared[pair] = compare(left, right, self._dictionary)
        return found

    def titles(self, members: Iterable[int]) -> tuple[str, ...]:
        """The roles beside these mentions, folded, each once, in reading order."""
        found: dict[str, None] = {}
        for member in members:
            if member not in self._titles:
                self._titles[member] = tuple(titles_beside(self._document, self._document.mentions[member]))
            found |= dict.fromkeys(self._titles[member])
        return tuple(found)


def read(document: Document, dictionary: Dictionary) -> Reading:
    """Read an article, or look up how it reads."""
    return dictionary.own(_reader)(document.title, document.text, tuple(document.mentions), document.home)


def _reader(dictionary: Dictionary) -> Callable[[str, str, tuple[Mention, ...], str], Reading]:
    """What reads articles with a dictionary, and remembers the last of them as long as that is there."""

    @lru_cache(maxsize=ARTICLES)
    def read(title: str, text: str, mentions: tuple[Mention, ...], home: str) -> Reading:
        return Reading(Document("", title, text, mentions, home), dictionary)

    return read
