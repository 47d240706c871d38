"""Cutting a text into stretches that the network can read at once, and putting their scores together again.

The network reads a limited number of word pieces. A window is a run of whole sentences, as in training, because what
was said before helps; a sentence too long for one window is read in several that overlap, and each word's scores
are taken from the window in which it has the most context on its poorer side.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Window(NamedTuple):
    """The words that the network reads at once, `first` to `stop`, and those among them whose scores are kept."""

    first: int
    stop: int
    keep_first: int
    keep_stop: int


def windows_of(pieces: Sequence[int], sentences: Sequence[tuple[int, int]], limit: int) -> list[Window]:
    """Windows of at most `limit` pieces over a text whose words have so many `pieces` each (none more than `limit`).

    Every word of a sentence is kept exactly once. Windows of one text are made about equally long, so that none is left
    with a sentence alone.
    """
    before = [0]
    for count in pieces:
        before.append(before[-1] + count)
    size = _even(before[-1], limit)
    found: list[Window] = []
    first = stop = -1
    for begin, end in sentences:
        if first >= 0 and before[end] - before[first] > (limit if before[stop] - before[first] < size / 2 else size):
            found.append(Window(first, stop, first, stop))
            first = -1
        if before[end] - before[begin] > limit:
            found += _overlapping(before, begin, end, limit)
            continue
        first, stop = (begin if first < 0 else first), end
    if first >= 0:
        found.append(Window(first, stop, first, stop))
    return found


def _even(total: int, limit: int) -> float:
    """The size that parts `total` pieces evenly, with some room because sentences do not end where it would suit."""
    count = -(-total // limit)
    return min(limit, total / max(count, 1) * 1.15)


def _overlapping(before: Sequence[int], begin: int, end: int, limit: int) -> list[Window]:
    """Windows over one long sentence, each sharing about a third of its pieces with the one before."""
    reach: list[tuple[int, int]] = []
    first = begin
    while True:
        stop = first + 1
        while stop < end and before[stop + 1] - before[first] <= limit:
            stop += 1
        reach.append((first, stop))
        if stop == end:
            break
        following = stop
        while following - 1 > first and before[stop] - before[following - 1] <= limit // 3:
            following -= 1
        first = following
    # Where two windows overlap, each keeps its half: that is the side on which it has more context.
    cuts = [begin, *((a_stop + b_first) // 2 for (_, a_stop), (b_first, _) in pairwise(reach)), end]
    return [Window(*span, cuts[i], cuts[i + 1]) for i, span in enumerate(reach)]
