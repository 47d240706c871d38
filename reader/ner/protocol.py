"""What a recogniser is, whoever made it."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from reader.model import Mention


@runtime_checkable
class Recogniser(Protocol):
    """Finds the actors that texts name. Another package may offer one by the entry point group `tadmor.recognisers`."""

    name: str
    """What `load` knows it by; it is also kept with every article, so that old articles are read again by a new one."""

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """The mentions of each text: sorted, not overlapping, offsets in code points of that very text."""
        ...
