"""Two names outside any article: same, different, related or unsure, with a score and the evidence that decided."""

from dataclasses import replace

from reader.model import Kind, Verdict
from reader.names.analyse import Name, Role, analyse
from reader.names.comparison import Comparison, Rule, different, same
from reader.names.dictionary import Dictionary
from reader.names.dictionary_rules import demonyms, exclusions, homonyms, kinds, known_actors
from reader.names.relations import institutions, people, seats
from reader.names.scores import TWO_NAMES, UNTIED
from reader.names.spelling import acronym, equal, other, person, word_classes
from reader.names.tables import STOPWORDS
from reader.names.wording import Mechanism

__all__ = ["Comparison", "compare", "compare_beside", "doubled"]


def compare(left: Name, right: Name, dictionary: Dictionary | None = None) -> Comparison:
    """Compare two names by the order of evidence of the house; symmetric in verdict and score."""
    if not _in_order(left, right):
        left, right = right, left
    known = dictionary if dictionary is not None else Dictionary()
    if left.kind is None and right.kind is None and _personal(left, known) and _personal(right, known):
        left, right = analyse(left.text, Kind.PERSON), analyse(right.text, Kind.PERSON)
    found = people(left, right, known, _by_rules) or _by_rules(left, right, known)
    if found.verdict is not Verdict.SAME:
        for double, single in ((left, right), (right, left)):
            for part in doubled(double):
                either = compare(analyse(part, double.kind), single, known)
                if either.verdict is Verdict.SAME:
                    return same(TWO_NAMES, Mechanism.ALIAS, double.text, single.text, part)
    return found


def _by_rules(left: Name, right: Name, dictionary: Dictionary) -> Comparison:
    """By the first rule that decides."""
    for rule in _RULES:
        found = rule(left, right, dictionary)
        if found is not None:
            return found
    return different(UNTIED, Mechanism.NOTHING, left.text, right.text)


def compare_beside(left: Name, right: Name, dictionary: Dictionary | None = None) -> Comparison:
    """The same, with the pieces of either name on the side on which it was asked about: for showing."""
    found = compare(left, right, dictionary)
    if _in_order(left, right):
        return found
    return replace(found, turned=True)


def _in_order(left: Name, right: Name) -> bool:
    """Whether two names are looked at in this order; one order for both ways round makes the outcome symmetric."""
    return (left.key, left.text, left.kind or "") <= (right.key, right.text, right.kind or "")


def doubled(name: Name) -> list[str]:
    """The names in a text that gives two, parted by a slash: "Al-Qaida/Islamic Army"."""
    if "/" not in name.text:
        return []
    parts = [part.strip() for part in name.text.split("/")]
    return parts if len(parts) == 2 and min(map(len, parts)) >= DOUBLED else []


DOUBLED = 4
"""Letters from which what a slash parts is a name of its own, and no legal form ("A/S")."""


def _personal(name: Name, dictionary: Dictionary) -> bool:
    """Whether a name of which nobody says what it names reads as a person's: words only, none of an institution's."""
    entry = dictionary.lookup(name)
    if entry is not None:
        return entry.kind is Kind.PERSON
    word_class = dictionary.prepared(word_classes)
    return len(name.tokens) > 1 and all(
        token.role is Role.WORD and token.text not in STOPWORDS and word_class(token.text) == "word"
        for token in name.tokens
    )


LONGEST = 50
"""Words from which a text is no name. The longest of the built-in dictionary has 12, the longest of an office or a
treaty that we know of some 30; laying words side by side takes time by the square of their number."""


def no_name(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """A text of very many words names nobody; it is one with itself only."""
    longer = max((left, right), key=lambda name: len(name.tokens))
    if len(longer.tokens) <= LONGEST or left.key == right.key:
        return None
    return different(UNTIED, Mechanism.NO_NAME, longer.text, numbers=(LONGEST,))


_RULES: tuple[Rule, ...] = (
    homonyms,
    known_actors,
    demonyms,
    no_name,
    institutions,
    seats,
    kinds,
    exclusions,
    equal,
    acronym,
    person,
    other,
)
"""In the order of evidence: the first that decides is the verdict."""
