"""Back and forward through where one has been."""

from dataclasses import dataclass

from reader.model import Field

LIMIT = 200
"""Visits kept; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A place in the library, precise enough to come back to exactly."""

    article: int
    mention: tuple[Field, int] | None
    """Field and start of the mention under the cursor: these outlive a relinking, its id may not."""
    scroll: int
    """First visible line, true while the width is the same."""
    width: int
    """The measure for which `scroll` holds, in cells."""
    top: tuple[Field, int] | None
    """Field and offset of the first visible character, for another width."""


class Trail:
    """A trail with a present: going somewhere new drops the trail ahead."""

    def __init__(self) -> None:
        """An empty trail."""
        self._behind: list[Visit] = []
        self._ahead: list[Visit] = []

    def leave(self, here: Visit) -> None:
        """Remember the place one leaves for somewhere new."""
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
            del self._behind[:-LIMIT]
        self._ahead.clear()

    def back(self, here: Visit | None) -> Visit | None:
        """The place before, or None; `here` becomes the way forward."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Visit | None) -> Visit | None:
        """The place that one came back from, or None; `here` becomes the way back."""
        return self._step(self._ahead, self._behind, here)

    @staticmethod
    def _step(source: list[Visit], target: list[Visit], here: Visit | None) -> Visit | None:
        if not source:
            return None
        if here is not None:
            target.append(here)
        return source.pop()
