"""Two names outside any article: same, different, related or unsure, with a score and the evidence that decided."""

from reader.model import Kind
from reader.names.analyse import Name, Role, analyse
from reader.names.comparison import Comparison, Rule, different
from reader.names.dictionary import Dictionary
from reader.names.knowledge import demonyms, exclusions, homonyms, institutions, kinds, known_actors
from reader.names.spelling import acronym, equal, other, person, sort_of
from reader.names.tables import STOPWORDS

__all__ = ["Comparison", "compare"]


def compare(left: Name, right: Name, dictionary: Dictionary | None = None) -> Comparison:
    """Compare two names by the order of evidence of the house; symmetric in verdict and score."""
    if (right.key, right.text, right.kind or "") < (left.key, left.text, left.kind or ""):
        left, right = right, left
    known = dictionary if dictionary is not None else Dictionary()
    if left.kind is None and right.kind is None and _personal(left, known) and _personal(right, known):
        left, right = analyse(left.text, Kind.PERSON), analyse(right.text, Kind.PERSON)
    for rule in _RULES:
        found = rule(left, right, known)
        if found is not None:
            return found
    return different(0.1, "nothing", f"nothing but chance ties “{left.text}” to “{right.text}”")


def _personal(name: Name, dictionary: Dictionary) -> bool:
    """Whether a name of which nobody says what it names reads as a person's: words only, none of an institution's."""
    entry = dictionary.lookup(name)
    if entry is not None:
        return entry.kind is Kind.PERSON
    sort = sort_of(dictionary)
    return len(name.tokens) > 1 and all(
        token.role is Role.WORD and token.text not in STOPWORDS and sort(token.text) == "word" for token in name.tokens
    )


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
