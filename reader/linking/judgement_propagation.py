"""What a person's verdicts teach: the same question in another spelling is answered already.

The rule. A question about two names is answered by an earlier verdict on two names when each name of the question is
written like one name of the verdict. Two names are *written alike* when their kinds agree and they are equal once
folded, or have as many words and word by word the same consonants, as romanisations write them, but s, z and sh kept
apart; a name needs three consonants in all, since less says too little. Vowels do not count: only pairs that linking is
in doubt about are answered so, and it has looked at their vowels.

Where the two names of the verdict are themselves written alike, *same* teaches that this manner of spelling is no
difference, so it answers every pair that is written like them; *different*, *related* and *unsure* were then said of
these two spellings and answer for no third. Verdicts that would teach opposite things teach nothing. A verdict on a
mention in one article answers for that article only.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product, starmap
from typing import TypeAlias

from reader.linking.clusters import Clusters
from reader.linking.mechanism_weights import speaks_for
from reader.model import Evidence, Judged, Judgement, Kind, Verdict
from reader.names.analyse import Name, Role, analyse
from reader.names.fold import sound
from reader.names.wording import Mechanism

FEWEST_CONSONANTS = 3
"""In all words of a name together; with fewer, one sound class holds names that have nothing to do with another."""

Pending: TypeAlias = tuple[str, str, float, tuple[Evidence, ...]]
"""A doubt that linking has collected: two node keys, score, reasons."""

_NOT_HISSING = re.compile("[^scz]")
_VOWELS = re.compile("[aiu]")

_Written: TypeAlias = tuple[str, tuple[str, ...]]
_Pair: TypeAlias = tuple[_Written, _Written]


class PropagatedJudgements:
    """The verdicts that stand, asked for what they say of two other names."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """Of two verdicts on the same two names the later one stands."""
        everywhere = [j for j in judgements if j.left.article is None and j.right.article is None]
        self._said: dict[_Pair, Judgement] = {}
        lessons: dict[_Pair, list[Judgement]] = {}
        pairs = {}
        for judgement in sorted(everywhere, key=lambda j: (j.at, j.left.name, j.right.name, j.verdict)):
            left, right = (_ways(anchor.name, anchor.kind) for anchor in (judgement.left, judgement.right))
            said = _pair(left[0], right[0])
            self._said[said] = judgement
            pairs[said] = _pair(left[1], right[1])
        for said, taught in pairs.items():
            if taught[0] != taught[1] or self._said[said].verdict is Verdict.SAME:
                lessons.setdefault(taught, []).append(self._said[said])
        self._taught = {pair: told[-1] for pair, told in lessons.items() if len({one.verdict for one in told}) == 1}
        self._exact_names = frozenset(name for pair in self._said for name in pair)
        self._loose_names = frozenset(name for pair in self._taught for name in pair)

    def answer(self, left: Iterable[Name], right: Iterable[Name]) -> Judgement | None:
        """What was said of two actors under any of their names, or teaches it; None when it is still to be asked."""
        mine, theirs = ([_ways(name.text, name.kind) for name in side] for side in (left, right))
        for way, told, spoken_of in ((0, self._said, self._exact_names), (1, self._taught, self._loose_names)):
            ours, others = ({ways[way] for ways in side if ways[way] in spoken_of} for side in (mine, theirs))
            found = [told[pair] for pair in starmap(_pair, product(ours, others)) if pair in told]
            if found:
                return max(found, key=lambda one: (one.at, one.left.name, one.right.name))
        return None


def propagate(clusters: Clusters, judgements: Sequence[Judgement], pending: list[Pending]) -> None:
    """Answer the doubts that verdicts on other spellings answer: join what is taught to be one, ask none of them."""
    if not judgements:
        return
    propagated = PropagatedJudgements(judgements)
    still = []
    for doubt in sorted(pending, key=lambda doubt: (-doubt[2], *doubt[:2])):
        left, right = doubt[:2]
        told = propagated.answer([clusters.nodes[left].name], [clusters.nodes[right].name])
        if told is None:
            still.append(doubt)
        elif told.verdict is Verdict.SAME and (
            clusters.judged_apart(left, right) or not clusters.conflict(left, right)
        ):
            names, judged = (told.left.name, told.right.name), Judged(told.verdict, told.at)
            clusters.join(left, right, speaks_for(Mechanism.TAUGHT, names, judged=judged))
    pending[:] = still


def written_alike(left: Name, right: Name) -> bool:
    """Whether two names are one name in two manners of writing, by the rule above."""
    return any(one == other for one, other in zip(*(_ways(n.text, n.kind) for n in (left, right)), strict=True))


def written_loosely(text: str, kind: Kind | None) -> tuple[str, tuple[str, ...]]:
    """What all names have in common that are written alike, by the rule above."""
    return _ways(text, kind)[1]


def _pair(left: _Written, right: _Written) -> _Pair:
    return (left, right) if left <= right else (right, left)


@lru_cache(maxsize=1 << 15)
def _ways(text: str, kind: Kind | None) -> tuple[_Written, _Written]:
    """A name as it is compared exactly, and as it is compared with all that is written like it."""
    name = analyse(text, kind)
    group = kind.folded.value if kind else ""
    exactly = group, (name.key,)
    words = tuple(_VOWELS.sub("", sound(word)) for word in name.words)
    if name.acronym or sum(map(len, words)) < FEWEST_CONSONANTS:
        return exactly, exactly
    hissing = tuple(_NOT_HISSING.sub("", word.replace("sh", "c").replace("ss", "s")) for word in name.words)
    others = tuple(token.text for token in name.tokens if token.role not in (Role.WORD, Role.INITIAL, Role.PARTICLE))
    return exactly, (group, ("~", *words, *hissing, *others))
