"""Ties as the library keeps them: a number for each word, and for whether a node offers or seeks it."""

from zlib import crc32


def tie_code(word: str, *, sought: bool) -> int:
    """A tie as it is kept: words that share a number are taken for each other, which costs a look and harms nothing."""
    return crc32(word.encode()) << 1 | sought
