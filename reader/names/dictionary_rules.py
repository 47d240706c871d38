"""What is known about two names before their spelling is looked at: dictionary, kinds, and what they exclude."""

from reader.model import Evidence, Kind, Sign, Verdict
from reader.names import vetoes
from reader.names.analyse import Name
from reader.names.comparison import Comparison, decided, different, related, same, unsure
from reader.names.dictionary import Dictionary, compatible
from reader.names.scores import CERTAIN, EXCLUDED, KNOWN_NOTHING, ONE_PEOPLE, OTHER_KIND
from reader.names.tables import ROLES
from reader.names.wording import Mechanism


def homonyms(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """A name that several known actors bear says not which of them is meant."""
    if not dictionary.homonyms(left) and not dictionary.homonyms(right):
        return None
    shared = [e for e in dictionary.homonyms(left) if compatible(e.kind, left.kind) and compatible(e.kind, right.kind)]
    for name, other in ((left, right), (right, left)):
        known, meant = dictionary.homonyms(name), dictionary.lookup(other)
        if len(known) > 1 and meant in known and dictionary.lookup(name) is None:
            return unsure(KNOWN_NOTHING, Mechanism.HOMONYM, name.text, *(entry.name for entry in known))
    if left.key == right.key and len(shared) > 1 and (left.kind is not right.kind or dictionary.lookup(left) is None):
        return unsure(KNOWN_NOTHING, Mechanism.HOMONYMS, left.text, numbers=(len(shared),))
    return None


def known_actors(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """Two known actors never merge; the names of one always do."""
    mine = dictionary.lookup(left)
    theirs = dictionary.lookup(right) if mine else None
    if mine and theirs:
        if mine.id == theirs.id:
            return same(CERTAIN, Mechanism.ONE_ENTRY, mine.name)
        if dictionary.related(mine, theirs):
            return related(Mechanism.TIED, mine.name, theirs.name)
        return different(EXCLUDED, Mechanism.TWO_ENTRIES, mine.name, theirs.name)
    return None


def demonyms(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """The words for a people or what belongs to a state are tied to the state, not its name."""
    if not any(_may_belong(name) and dictionary.demonym(name.text) for name in (left, right)):
        return None
    mine, theirs = dictionary.lookup(left), dictionary.lookup(right)
    people = [
        None if entry or not _may_belong(name) else dictionary.demonym(name.text)
        for entry, name in ((mine, left), (theirs, right))
    ]
    if people[0] and people[1]:
        if people[0].id == people[1].id:
            return same(ONE_PEOPLE, Mechanism.BELONG_BOTH, people[0].name)
        return different(EXCLUDED, Mechanism.BELONG_ELSEWHERE, people[0].name, people[1].name)
    for entry, belongs, name in ((theirs, people[0], left), (mine, people[1], right)):
        if entry and belongs:
            if entry.id == belongs.id:
                return related(Mechanism.BELONGS, name.text, entry.name)
            return different(EXCLUDED, Mechanism.BELONGS_ELSEWHERE, name.text, belongs.name, entry.name)
    return None


def _may_belong(name: Name) -> bool:
    return name.kind not in (Kind.PERSON, Kind.ORGANISATION, Kind.ARMED_GROUP)


def kinds(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """Kinds that clash, and a role beside the person who may hold it."""
    for role, person in ((left, right), (right, left)):
        if person.kind is Kind.PERSON and role.kind is not Kind.PERSON and role.full and role.full[-1] in ROLES:
            return unsure(KNOWN_NOTHING, Mechanism.ROLE, role.text)
    if not compatible(left.kind, right.kind):
        both = (str(left.kind), str(right.kind))
        return decided(Verdict.DIFFERENT, EXCLUDED, Sign.CONTRADICTS, Mechanism.KINDS_CLASH, *both)
    mine, theirs = left.kind, right.kind
    if mine and theirs and mine is not theirs and mine.folded is not theirs.folded and left.key != right.key:
        return different(OTHER_KIND, Mechanism.TWO_KINDS, mine, theirs)
    return None


def exclusions(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """What beats every likeness: numbers, generations, directions, abd and abu, two acronyms."""
    found = vetoes.exclusions(left, right)
    if not found:
        return None
    weight = round(-KNOWN_NOTHING / len(found), 4)
    evidence = tuple(Evidence(Sign.CONTRADICTS, veto.mechanism, weight, veto.names) for veto in found)
    return Comparison(Verdict.DIFFERENT, EXCLUDED, evidence)
