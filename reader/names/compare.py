"""Two names outside any article: same, different, related or unsure, with a score and the evidence that decided."""

from reader.names.analyse import Name
from reader.names.comparison import Comparison, Rule, different
from reader.names.dictionary import Dictionary
from reader.names.knowledge import demonyms, exclusions, homonyms, institutions, kinds, known_actors
from reader.names.spelling import acronym, equal, other, person

__all__ = ["Comparison", "compare"]


def compare(left: Name, right: Name, dictionary: Dictionary | None = None) -> Comparison:
    """Compare two names by the order of evidence of the house; symmetric in verdict and score."""
    if (right.key, right.text, right.kind or "") < (left.key, left.text, left.kind or ""):
        left, right = right, left
    known = dictionary if dictionary is not None else Dictionary()
    for rule in _RULES:
        found = rule(left, right, known)
        if found is not None:
            return found
    return different(0.1, "nothing", f"nothing but chance ties “{left.text}” to “{right.text}”")


_RULES: tuple[Rule, ...] = (
    homonyms,
    known_actors,
    demonyms,
    institutions,
    kinds,
    exclusions,
    equal,
    acronym,
    person,
    other,
)
"""In the order of evidence: the first that decides is the verdict."""
