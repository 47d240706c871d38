"""What a person's verdicts teach: the same question in another spelling is answered already.

The rule. A question about two names is answered by an earlier verdict on two names when each name of the question is
written like one name of the verdict. Two names are *written alike* when their kinds agree and they are equal once
folded, or have as many words and word by word are romanisations of one sound: the same consonants, s, z and sh kept
apart, and vowels of one class; a name needs three consonants in all, since less says too little.

Where the two names of the verdict are themselves written alike, *same* teaches that this manner of spelling is no
difference, so it answers every pair that is written like them; *different*, *related* and *unsure* were then said of
these two spellings and answer for no third. Verdicts that would teach opposite things teach nothing. A verdict on a
mention in one article answers for that article only.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import product, starmap
from typing import TypeAlias

from reader.model import Judgement, Verdict
from reader.names.analyse import Name, Role, analyse
from reader.names.fold import sound

FEWEST_CONSONANTS = 3
"""In all words of a name together; with fewer, one sound class holds names that have nothing to do with another."""

_NOT_HISSING = re.compile("[^scz]")
_VOWELS = re.compile("[aiu]")

_Written: TypeAlias = tuple[str, tuple[str, ...]]
_Pair: TypeAlias = tuple[_Written, _Written]


class Taught:
    """The verdicts that stand, asked for what they say of two other names."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        """Of two verdicts on the same two names the later one stands."""
        everywhere = [j for j in judgements if j.left.article is None and j.right.article is None]
        self._said: dict[_Pair, Verdict] = {}
        lessons: dict[_Pair, set[Verdict]] = {}
        pairs = {}
        for judgement in sorted(everywhere, key=lambda j: (j.at, j.left.name, j.right.name, j.verdict)):
            left, right = (analyse(anchor.name, anchor.kind) for anchor in (judgement.left, judgement.right))
            said = _pair(_exactly(left), _exactly(right))
            self._said[said] = judgement.verdict
            pairs[said] = _pair(_loosely(left), _loosely(right))
        for said, taught in pairs.items():
            if taught[0] != taught[1] or self._said[said] is Verdict.SAME:
                lessons.setdefault(taught, set()).add(self._said[said])
        self._taught = {pair: min(verdicts) for pair, verdicts in lessons.items() if len(verdicts) == 1}
        self._exact_names = frozenset(name for pair in self._said for name in pair)
        self._loose_names = frozenset(name for pair in self._taught for name in pair)

    def verdict(self, left: Iterable[Name], right: Iterable[Name]) -> Verdict | None:
        """What was said of two actors under any of their names, or is taught; None when it is still to be asked."""
        mine, theirs = list(left), list(right)
        for written, verdicts, spoken_of in (
            (_exactly, self._said, self._exact_names),
            (_loosely, self._taught, self._loose_names),
        ):
            ours, others = ({name for name in map(written, side) if name in spoken_of} for side in (mine, theirs))
            found = {verdicts[pair] for pair in starmap(_pair, product(ours, others)) if pair in verdicts}
            if found:
                return min(found)
        return None


def written_alike(left: Name, right: Name) -> bool:
    """Whether two names are one name in two manners of writing, by the rule above."""
    return _exactly(left) == _exactly(right) or _loosely(left) == _loosely(right)


def _pair(left: _Written, right: _Written) -> _Pair:
    return (left, right) if left <= right else (right, left)


def _exactly(name: Name) -> _Written:
    return _kind(name), (name.key,)


def _loosely(name: Name) -> _Written:
    words = tuple(sound(word) for word in name.words)
    consonants = sum(len(_VOWELS.sub("", word)) for word in words)
    if name.acronym or consonants < FEWEST_CONSONANTS:
        return _exactly(name)
    hissing = tuple(_NOT_HISSING.sub("", word.replace("sh", "c").replace("ss", "s")) for word in name.words)
    others = tuple(token.text for token in name.tokens if token.role not in (Role.WORD, Role.INITIAL, Role.PARTICLE))
    return _kind(name), ("~", *words, *hissing, *others)


def _kind(name: Name) -> str:
    return name.kind.folded.value if name.kind else ""
