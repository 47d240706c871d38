"""Endings that the titles of a site's pages share: the name of the site, where no page says what that is.

One title cannot tell "Assad - a portrait" from "Bridge closed - Bree Post"; the titles of several pages can. A page
whose heading is its title needs none of this, and is not asked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reader.names.fold import letters

PAGES = 3
"""So many titles with different beginnings have to share an ending: two pages of one series share one too (chosen)."""

PAGES_AT_BAR = 2
"""So many, where a bar or its like stands before the ending, which headlines hardly have of their own."""

SHARE = 0.5
"""The share of the site's titles that have to end so: a site's name stands behind nearly all of them, the subject of a
few articles ("War - Syria") behind some."""

LONGEST = 60
"""Longest ending, in code points."""

_PARTING = re.compile(
    r" (?P<bar>[|―·•»«‹›]|::|//) | ?(?P<narrow>[|｜¦]) ?| [–—-] | ?[_＿] ?(?=\S{1,20}\Z)"
    r"| ?[-—–](?=[^\x00-\x7f]{2,12}\Z)"
)
"""What stands before an ending; a title has one space at a time."""


def without_endings(titles: Iterable[str]) -> Mapping[str, str]:
    """The titles of one site's pages that lose an ending, with what is left of them.

    It depends on which titles there are, not on their order or on how often each comes.
    """
    different = sorted(set(titles))
    before: dict[str, set[str]] = defaultdict(set)
    after_bar: dict[str, set[str]] = defaultdict(set)
    for title in different:
        for start, end, bar in _partings(title):
            ending = _folded(title[end:])
            before[ending].add(_folded(title[:start]))
            if bar:
                after_bar[ending].add(_folded(title[:start]))
    least = SHARE * len(different)
    shared = {
        ending
        for ending, heads in before.items()
        if len(heads) >= least and (len(heads) >= PAGES or len(after_bar[ending]) >= PAGES_AT_BAR)
    }
    found = {}
    for title in different:
        # The first parting whose ending is shared takes the most: "Headline | World | Bree Post".
        start = next((start for start, end, _ in _partings(title) if _folded(title[end:]) in shared), 0)
        if start:
            found[title] = title[:start]
    return found


def has_ending(title: str) -> bool:
    """Whether a title ends in what may be the name of its site."""
    return next(_partings(title), None) is not None


def _partings(title: str) -> Iterator[tuple[int, int, bool]]:
    """Where a title may be parted from an ending: from where to where, and whether by a bar."""
    for match in _PARTING.finditer(title):
        start, end = match.span()
        if _folded(title[:start]) and _folded(title[end:]) and len(title) - end <= LONGEST:
            yield start, end, bool(match["bar"] or match["narrow"])


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", letters(text))
