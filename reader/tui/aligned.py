"""Two names laid under each other, word under word, with the letters that differ: what the eye looks for first."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from rich.cells import cell_len
from textual.content import Content

from reader.tui.safe import assemble, clip

MOST_WORDS = 12
LONGEST = 80
"""Words and cells of a name that are compared; what is longer is a name by mistake."""

_ALIKE = 0.4
"""Share of common letters from which two words are put in one column; below, they are different words."""


def aligned(left: str, right: str) -> list[tuple[str, str]]:
    """The words of both names in columns, in their order; an empty word where the other name has none like it."""
    mine, theirs = left.split(), right.split()
    if max(len(mine), len(theirs)) > MOST_WORDS:
        return [(left, right)]

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[tuple[str, str], ...]]:
        if i == len(mine) and j == len(theirs):
            return 0.0, ()
        found = []
        if i < len(mine):
            score, rest = best(i + 1, j)
            found.append((score, ((mine[i], ""), *rest)))
        if j < len(theirs):
            score, rest = best(i, j + 1)
            found.append((score, (("", theirs[j]), *rest)))
        if i < len(mine) and j < len(theirs) and (alike := _alike(mine[i], theirs[j])) >= _ALIKE:
            score, rest = best(i + 1, j + 1)
            found.append((score + alike, ((mine[i], theirs[j]), *rest)))
        return max(found, key=lambda one: (one[0], -len(one[1])))

    return list(best(0, 0)[1])


def _alike(left: str, right: str) -> float:
    return SequenceMatcher(None, left.casefold(), right.casefold(), autojunk=False).ratio()


def drawn(left: str, right: str) -> tuple[Content, Content]:
    """Both names as rows, in columns, each letter that the other lacks marked."""
    rows: tuple[list[Content], list[Content]] = ([], [])
    columns = aligned(clip(left, LONGEST), clip(right, LONGEST))
    if not any(mine and theirs for mine, theirs in columns):
        columns = [(clip(left, LONGEST), clip(right, LONGEST))]
    for words in columns:
        width = max(cell_len(word) for word in words) + 1
        for row, word, marked in zip(rows, words, _marked(*words), strict=True):
            row.append(marked + Content(" " * (width - cell_len(word))))
    return Content("").join(rows[0]), Content("").join(rows[1])


def _marked(left: str, right: str) -> tuple[Content, Content]:
    if not left or not right:
        return assemble((left, "differs")), assemble((right, "differs"))
    a, b = left.casefold(), right.casefold()
    if (len(a), len(b)) != (len(left), len(right)):
        # Folding changed a length ("ß"): letters cannot be told from each other one by one.
        same = "strong" if a == b else "differs"
        return assemble((left, same)), assemble((right, same))
    parts: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
    for tag, i, k, j, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        style = "strong" if tag == "equal" else "differs"
        parts[0].append((left[i:k], style))
        parts[1].append((right[j:m], style))
    return _assembled(parts[0]), _assembled(parts[1])


def _assembled(parts: Sequence[tuple[str, str]]) -> Content:
    return assemble(*(part for part in parts if part[0]))
