"""One name that was taken for several kinds is one actor, of the kind that most of its mentions have.

Not where something speaks for two: a place and what is called after it, several known actors of the name, one word that
may be a surname here and a town there.
"""

from collections.abc import Iterable, Iterator, Sequence

from reader.linking.mechanism_weights import speaks_for
from reader.linking.short_forms_in_article import Step
from reader.linking.surface_forms import SurfaceForm
from reader.model import Kind
from reader.names.analyse import Name
from reader.names.tables import GENERIC
from reader.names.wording import Mechanism

MANY = 2
"""How many times as often as a place something else must be named to be meant where the place is."""

ALONE = 3
"""How many times as often a name of one word must be one thing to be it where it was taken for another."""

LONG = 5
"""Letters from which one word is no common one."""


def one_name_of_several_kinds(forms: Sequence[SurfaceForm]) -> Iterator[Step]:
    """Forms of one article that are one name under several kinds."""
    named: dict[str, list[SurfaceForm]] = {}
    for form in forms:
        if not form.nationality and may_tell(form.name):
            named.setdefault(form.name.key, []).append(form)
    for several in named.values():
        main = max(several, key=lambda form: (form.entry is not None, len(form.members), -form.first))
        for form in several:
            less, more = ((one.kind, one.entry is not None, len(one.members)) for one in (form, main))
            if form is not main and may_be_one(form.name, less, more):
                names = form.name.text, main.name.text
                yield Step(form, main, speaks_for(Mechanism.SAME_NAME, names))


def may_tell(name: Name) -> bool:
    """Whether a name may tell whom it means whatever it was taken for: of one word only where that is no common one."""
    return _tells(name) or (len(name.words) == 1 and len(name.key) >= LONG and name.key not in GENERIC)


def _tells(name: Name) -> bool:
    return len(name.words) > 1 or name.acronym


Use = tuple[Kind, bool, int]
"""What a name was taken for, whether it is a known actor's so, and how often."""


def may_be_one(name: Name, less: Use, more: Use) -> bool:
    """Whether a name taken for one kind is the actor that it is under the other, which more mentions have."""
    kinds = {less[0].folded, more[0].folded}
    if len(kinds) == 1 or (less[1] and more[1]):
        return False
    if not _tells(name) and (not kinds.isdisjoint((Kind.PERSON, Kind.PLACE)) or more[2] < ALONE * less[2]):
        return False
    if Kind.PLACE not in kinds:
        return True
    # Clubs and bodies are called after places, and people after few.
    known_place = any(known and kind.folded is Kind.PLACE for kind, known, _ in (less, more))
    return not known_place and (more[0].folded is not Kind.PLACE) and more[2] >= MANY * less[2]


def joinable(name: Name, uses: Iterable[tuple[str, Use]]) -> Iterator[tuple[str, str]]:
    """Of nodes of one name, by key: those that belong to the one that most chains have, with that one."""
    ordered = sorted(uses, key=lambda item: (not item[1][1], -item[1][2], item[0]))
    main, most = ordered[0]
    for key, use in ordered[1:]:
        if may_be_one(name, use, most):
            yield key, main
