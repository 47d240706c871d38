"""The legal forms that a company's name is the same name without, in the spellings of the world's registers."""

from collections.abc import Sequence
from itertools import groupby

from reader.names.listed_legal_forms import LISTED


def letters_joined(words: Sequence[str]) -> str:
    """Folded words as one text, letters that stand alone written together: "s a b de c v" is "sab de cv"."""
    runs = groupby(words, key=lambda word: len(word) == 1)
    return " ".join("".join(run) if single else " ".join(run) for single, run in runs)


_ENDS = {form.rpartition(" ")[2] for form in LISTED}
_ENDS |= {end[-1] for end in _ENDS}
"""What a form ends with: words, and their last letters, which may stand alone."""
_LONGEST = 2 * max(len(form.split()) for form in LISTED)
"""Words and single letters of the longest."""


def form_behind(words: Sequence[str]) -> int:
    """How many words at the end of a name are its legal form; 0 where there is none, or nothing stands before it."""
    if not words or words[-1] not in _ENDS:
        return 0
    for size in range(min(len(words) - 1, _LONGEST), 0, -1):
        # A letter alone before it belongs to what is joined.
        if letters_joined(words[-size:]) in LISTED and not (len(words[-size]) == len(words[-size - 1]) == 1):
            return size
    return 0
