"""The files that articles are from, as far as the library wants to know: whether they are there, and the same."""

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

LARGEST = 16 << 20
"""Largest file that is compared, in bytes: the largest that is one article."""


class Disk:
    """What is on the disk while articles come in."""

    def __init__(self) -> None:
        """Each file is read once at most while there are no more than a few thousand."""
        self._digest = lru_cache(maxsize=4096)(_digest)

    def is_gone(self, location: str) -> bool:
        """Whether there is nothing any more where a file was; of what was no file, nobody knows."""
        path = Path(location)
        try:
            return path.is_absolute() and not path.exists()
        except OSError:
            # Where nobody may look, it may be.
            return False

    def are_same(self, one: str, other: str) -> bool:
        """Whether two files are the same but for white space; one that is gone may be the other by its old name."""
        if self.is_gone(one) or self.is_gone(other):
            return True
        found = self._digest(one)
        return bool(found) and found == self._digest(other)


def _digest(location: str) -> bytes:
    """A hash of a file without its white space; empty where it cannot be told."""
    path = Path(location)
    try:
        if not path.is_absolute() or path.stat().st_size > LARGEST:
            return b""
        return blake2b(b"".join(path.read_bytes().split()), digest_size=16).digest()
    except OSError:
        return b""
