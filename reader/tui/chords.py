"""Keys that come in sequences, such as `g g`; Textual itself knows single keys only."""

from collections.abc import Mapping

PENDING = "…"
"""Answer of `Chords.feed` when the keys so far begin a chord."""


class Chords:
    """A small automaton over key names."""

    def __init__(self, chords: Mapping[tuple[str, ...], str]) -> None:
        """`chords` maps sequences of key names to what they mean."""
        self._chords = dict(chords)
        self._typed: tuple[str, ...] = ()

    def reset(self) -> None:
        """Forget what was typed: another key came in between."""
        self._typed = ()

    def feed(self, key: str) -> str | None:
        """The meaning of the chord that this key completes, PENDING inside one, None when it leads nowhere."""
        for typed in ((*self._typed, key), (key,)):
            if typed in self._chords:
                self._typed = ()
                return self._chords[typed]
            if any(keys[: len(typed)] == typed for keys in self._chords):
                self._typed = typed
                return PENDING
        self._typed = ()
        return None
