"""A second look at what was taken of a page: whether it may be too little, too much, or something else.

Two others have an opinion: an extractor (trafilatura), and the page's own running text. What agrees with one of them is
hardly wrong, what agrees with neither mostly is. `benchmarks/pages.py` measures it on pages whose story is known.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.sources.page_blocks import Block
from reader.sources.page_story import SMALL, is_about, words_of

RUN = 4
"""Words in a run: two texts agree by the runs that both have."""

AGREES = 0.75
"""Least harmonic mean of precision and recall for two texts to agree: chosen on the first half of that benchmark, for a
precision of 0.98 there; on the other half it is 0.97."""

LITTLE = 0.2
"""Below this share of a page's running text, in code points, something is missing. This and the next were chosen with
trafilatura's evaluation pages in view, which say of a few phrases of each page whether they belong to it."""

STUB, TIMES = 200, 3
"""A text shorter than this, in code points, is doubtful where the page shows so many times as much, wherever."""

LONGER, MISSED = 2, 0.5
"""Doubtful, too: the extractor took so many times as much, and less than such a share of that was taken here."""

FAR_LONGER = 8
"""A short text gives way to what the extractor took where that is so many times as long."""


@dataclass(frozen=True, slots=True)
class Opinions:
    """What there is to hold against what was taken of a page."""

    extracted: str
    """What an extractor took."""
    running: str
    """The page's text that is no link and not marked as something beside the story."""
    title: str
    visible: int = 0
    """How much the page shows that is no link, in code points, marked as beside the story or not."""

    @classmethod
    def of(cls, blocks: Sequence[Block], extracted: str, title: str) -> "Opinions":
        """Those on a page with these blocks."""
        running = "\n".join(block.text for block in blocks if not block.is_linked and not block.furniture)
        return cls(extracted, running, title, sum(len(block.text) for block in blocks if not block.is_linked))

    def prefer_extracted(self, taken: str) -> bool:
        """Whether what was taken is nothing, or next to nothing, beside what the extractor took."""
        return not taken or (len(taken) < SMALL and len(taken) * FAR_LONGER <= len(self.extracted))

    def doubt(self, taken: str) -> bool:
        """Whether what was taken may not be the story."""
        length = len(taken)
        if length < LITTLE * len(self.running) or (length < STUB and length * TIMES < self.visible):
            return True
        said = {*words_of(taken)}
        if said <= {*words_of(self.title)} or not is_about(taken, self.title):
            return True
        runs = _runs(taken)
        precision, recall = _shared(runs, _runs(self.extracted))
        if recall < MISSED and len(self.extracted) > LONGER * length:
            return True
        if _mean(precision, recall) >= AGREES:
            return False
        return _mean(*_shared(runs, _runs(self.running))) < AGREES


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = words_of(text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def _shared(taken: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> tuple[float, float]:
    """Precision and recall of what was taken, were the other right."""
    right = (taken & other).total()
    return right / max(1, taken.total()), right / max(1, other.total())


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
