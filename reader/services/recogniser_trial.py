"""How well and how fast a recogniser does on marked texts."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import process_time

from reader.model import Kind
from reader.ner.protocol import Recogniser
from reader.services.annotate import Bare


@dataclass(frozen=True, slots=True)
class Marks:
    """How many mentions of a kind the marks have, how many were found, and how many of these are right."""

    wanted: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The part of what was wanted that was found; 0 when nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else 0.0


@dataclass(frozen=True, slots=True)
class Trial:
    """How a recogniser did: exact span and kind."""

    recogniser: str
    kinds: dict[Kind, Marks]
    """By kind, those that the marks have."""
    whole: Marks
    """Over all these kinds."""
    words: int
    """Words read, as parted by spaces."""
    seconds: float
    """Processor time that the reading took, so that other work on the machine does not count."""


def trial(
    recogniser: Recogniser, documents: Sequence[Bare], progress: Callable[[int, int], None] = lambda done, total: None
) -> Trial:
    """Let a recogniser mark documents that are marked already, and compare.

    Kinds that the marks never use are folded, a state to a place and an armed group to an organisation, and left out
    where they are not used folded either: marks that know three kinds say nothing of the others.
    """
    used = {mention.kind for document in documents for mention in document.mentions}
    wanted: Counter[Kind] = Counter()
    found: Counter[Kind] = Counter()
    right: Counter[Kind] = Counter()
    seconds = 0.0
    for number, document in enumerate(documents):
        began = process_time()
        [mentions] = recogniser.recognise([document.text])
        seconds += process_time() - began
        gold = {(m.start, m.end, m.kind) for m in document.mentions}
        ours = {(m.start, m.end, kind) for m in mentions for kind in _comparable(m.kind, used)}
        wanted.update(kind for _, _, kind in gold)
        found.update(kind for _, _, kind in ours)
        right.update(kind for _, _, kind in gold & ours)
        progress(number + 1, len(documents))
    kinds = {kind: Marks(wanted[kind], found[kind], right[kind]) for kind in Kind if kind in used}
    whole = Marks(wanted.total(), found.total(), right.total())
    return Trial(recogniser.name, kinds, whole, sum(len(d.text.split()) for d in documents), seconds)


def _comparable(kind: Kind, used: set[Kind]) -> Iterator[Kind]:
    if kind in used:
        yield kind
    elif kind.folded in used:
        yield kind.folded
