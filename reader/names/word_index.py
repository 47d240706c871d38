"""Words in memory, by their blocks: which of them are near a word."""

from collections.abc import Iterable

from reader.names.blocking import Near, near
from reader.names.word_blocks import other_scripts, script_blocks, sure_blocks


class WordIndex:
    """Words that do not change."""

    def __init__(self, words: Iterable[str], foreign: frozenset[str]) -> None:
        """Keep these words; those that are `foreign` stand in a name that is written in another script than Latin."""
        self._foreign = foreign
        self._blocks: dict[str, list[str] | tuple[str]] = {}
        for word in words:
            # Most blocks are one word's: they share what says so.
            alone = (word,)
            for block in (*sure_blocks(word), *script_blocks(word, word in foreign)):
                held = self._blocks.setdefault(block, alone)
                if isinstance(held, list):
                    held.append(word)
                elif held is not alone:
                    self._blocks[block] = [*held, word]
        self._near: dict[tuple[str, bool], Near] = {}

    def near(self, word: str, foreign: bool) -> Near:
        """The words that one meets that stands in a name that is `foreign` or not."""
        known = self._near.get((word, foreign))
        if known is None:
            # Without foreign words nobody but a foreign one finds others by its consonants.
            scripts = other_scripts(word, foreign) if foreign or self._foreign else ()
            known = self._near[word, foreign] = near(word, self._within(sure_blocks(word)), self._within(scripts))
        return known

    def _within(self, blocks: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(other for block in blocks for other in self._blocks.get(block, ())))

    def close(self, words: Iterable[tuple[str, bool]]) -> None:
        """Nobody will ask about other words than these: what they meet is worked out, and the blocks are forgotten."""
        for word, foreign in words:
            self.near(word, foreign)
        self._blocks = {}
