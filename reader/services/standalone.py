"""What needs no library: actors marked in texts, and two names compared; the functions that `reader` exports."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.model import Kind, Problem, TadmorError
from reader.names.analyse import analyse
from reader.names.compare import compare_beside
from reader.names.comparison import Comparison
from reader.ner import DEFAULT, load
from reader.services.annotate import AnnotatedMention, Bare, mark
from reader.services.dictionaries import builtin_dictionary
from reader.untrusted import clean_line


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with its actors."""

    text: str
    """As it was given."""
    mentions: tuple[AnnotatedMention, ...]
    """Sorted by where they start; they do not overlap."""
    problem: str = ""
    """Why there are none, where the program tripped over this text; the others are as they are without it."""


def annotate(texts: Iterable[str], *, recogniser: str = DEFAULT) -> list[AnnotatedText]:
    """Mark the actors that texts name, and link them across all of these texts.

    `recogniser` is any that `tadmor recogniser list` names; it is loaded anew with every call, so give all texts at
    once. Raises TadmorError when it is not there or does not start.
    """
    known = builtin_dictionary()
    documents = [Bare(number, text, where=str(number)) for number, text in enumerate(texts)]
    failed: list[Problem] = []
    found = mark(documents, load(recogniser, known), known, failed=failed.append)
    # Told in any order; here each is asked for by its document's number.
    why = {problem.where: problem.what for problem in failed}
    return [
        AnnotatedText(one.text, mentions or (), why.get(one.where, ""))
        for one, mentions in zip(documents, found, strict=True)
    ]


def compare(left: str, right: str, kind: Kind | None = None) -> Comparison:
    """What two names are to each other outside any article; `kind` is what both of them name, where that is known.

    The built-in dictionary counts. Either way round, verdict and score are the same. Raises TadmorError when a name is
    empty.
    """
    names = [clean_line(left), clean_line(right)]
    if not all(names):
        raise TadmorError("A name is empty; compare two names.")
    one, other = (analyse(name, kind) for name in names)
    return compare_beside(one, other, builtin_dictionary())
