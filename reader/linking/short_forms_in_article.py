"""Short forms inside one article, by kind: a person's surname, an organisation's acronym or head; a place never."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from reader.linking.alike import reasons
from reader.linking.mechanism_weights import MISREAD, ONE_OF_SEVERAL, PART_OF_SEVERAL, WEIGHTS
from reader.linking.national_bodies import called_so_alone
from reader.linking.policy import Outcome, Setting, outcome
from reader.linking.shared_names import shared
from reader.linking.surface_forms import SurfaceForm
from reader.model import Evidence, Kind, Sign
from reader.names.analyse import Name, analyse
from reader.names.compare import Comparison
from reader.names.dictionary import LOST_POSSESSIVE, Dictionary
from reader.names.fold import sound
from reader.names.genders import contradicts, name_gender
from reader.names.likeness import ACRONYM_LETTERS, acronym_of, token_change
from reader.names.tables import BODIES, DIRECTIONS, GENERIC, INSTITUTIONS, NAMED_BY_ITS_SUBJECT, PARTS_OF_A_BODY
from reader.names.wording import Mechanism


@dataclass(frozen=True, slots=True)
class Step:
    """One short form found: its form counts to the form of the longer name."""

    short: SurfaceForm
    long: SurfaceForm
    evidence: Evidence
    besides: tuple[Evidence, ...] = ()
    """What else was weighed."""


def _said(mechanism: Mechanism, weight: float, short: SurfaceForm, long: SurfaceForm) -> Evidence:
    return Evidence(Sign.FOR, mechanism, weight, (short.name.text, long.name.text))


def _one_actor(left: SurfaceForm, right: SurfaceForm) -> bool:
    """Two known actors never merge, and a nationality is no name."""
    if left.nationality or right.nationality:
        return False
    return left.entry is None or right.entry is None or left.entry.id == right.entry.id


def person_variants(forms: Sequence[SurfaceForm], compare: Callable[[Name, Name], Comparison]) -> Iterator[Step]:
    """Full names of one person in two spellings: an initial, a short form, another romanisation, a name left out.

    `compare` is how two names compare.
    """
    people = [f for f in forms if f.kind is Kind.PERSON and len(f.name.words) > 1]
    for left, right in combinations(people, 2):
        if _one_actor(left, right):
            found = compare(right.name, left.name)
            if outcome(found, Setting.ARTICLE) is Outcome.JOIN:
                reason, *others = reasons(found, Outcome.JOIN)
                yield Step(right, left, reason, tuple(others))


SURNAME, GIVEN, INSIDE, SPELT = range(4)
"""Levels of a lone name's tie to a full one, the strongest first."""

_LEVELS = {
    SURNAME: Mechanism.SURNAME,
    GIVEN: Mechanism.GIVEN,
    INSIDE: Mechanism.NAME_PART,
    SPELT: Mechanism.SURNAME_SPELT,
}

_READS_AS = {Kind.PLACE: Mechanism.ALSO_A_PLACE, Kind.ORGANISATION: Mechanism.ALSO_AN_ORGANISATION}


def _level(short: Name, long: Name) -> int | None:
    word = short.words[0]
    particles = [t.text for t in short.tokens]
    words = [t.text for t in long.tokens]
    if len(particles) > 1 and words[-len(particles) :] != particles and long.surname != word:
        # "van der Merwe" is not "Anton Merwe-Smith": with particles only the surname itself will do.
        return None
    if long.surname == word or (long.words and long.words[-1] == word):
        return SURNAME
    if long.words[0] == word:
        return GIVEN
    if word in long.words:
        return INSIDE
    if long.surname is None:
        return None
    may_be_spelt_so = len(word) >= 6 or (len(word) >= 4 and sound(word) == sound(long.surname))
    return SPELT if may_be_spelt_so and token_change(word, long.surname) is not None else None


def person_short_forms(forms: Sequence[SurfaceForm], left_open: Sequence[SurfaceForm] = ()) -> Iterator[Step]:
    """Persons named by one word, each with the full name in this article that it is short for, but for `left_open`."""
    people = [f for f in forms if f.kind is Kind.PERSON]
    full = [f for f in people if len(f.name.words) > 1]
    for short in people:
        if not short.name.single or short.of_nobody_here or any(short is form for form in left_open):
            continue
        levels: dict[int, list[SurfaceForm]] = {}
        for long in full:
            if not _one_actor(short, long):
                continue
            if contradicts(short.gender, name_gender(long.name.words[0])):
                continue
            names = (long.name, analyse(long.entry.name, Kind.PERSON)) if long.entry else (long.name,)
            level = min((found for name in names if (found := _level(short.name, name)) is not None), default=None)
            if level is not None:
                levels.setdefault(level, []).append(long)
        if levels:
            level = min(levels)
            mechanism = _LEVELS[level]
            weight = WEIGHTS[mechanism]
            fitting = levels[level]
            besides = []
            if level == SURNAME:
                fitting = _of_gender(short, fitting) or [f for f in fitting if not f.relative] or fitting
            long = _likeliest(short, fitting)
            if level == SURNAME and len(fitting) > 1:
                foremost = _foremost(short, fitting)
                if foremost is None:
                    continue
                long = foremost
            if len(levels[level]) > 1:
                weight -= ONE_OF_SEVERAL
                both, count = (short.name.text, long.name.text), len(levels[level])
                besides.append(Evidence(Sign.NEUTRAL, Mechanism.SEVERAL_SO_CALLED, 0.0, both, (count,)))
            reads_as = _READS_AS.get(short.seen_as.folded)
            if reads_as is not None:
                weight -= MISREAD
                besides.append(Evidence(Sign.NEUTRAL, reads_as, 0.0, (short.name.text,)))
            yield Step(short, long, _said(mechanism, weight, short, long), tuple(besides))


IN_FRONT = 2
"""How many times as often as any other of the surname somebody must be named in full to be meant by it alone."""


def _foremost(short: SurfaceForm, fitting: Sequence[SurfaceForm]) -> SurfaceForm | None:
    """Who of several of one surname is meant by it alone: named far more often than the others, or the only one who was
    introduced when the article first calls somebody so. Nobody where neither holds: that is a question."""
    first, second = sorted(fitting, key=lambda form: -len(form.members))[:2]
    if len(first.members) >= IN_FRONT * len(second.members):
        return first
    begun = min(form.first for form in fitting)
    called = next((rank for rank in sorted(short.ranks) if rank > begun), begun)
    introduced = [form for form in fitting if form.first < called]
    return introduced[0] if len(introduced) == 1 else None


def _of_gender(short: SurfaceForm, candidates: Sequence[SurfaceForm]) -> list[SurfaceForm]:
    """The candidates whose given name is of the gender that the short form's title has."""
    return [form for form in candidates if short.gender and name_gender(form.name.words[0]) == short.gender]


def _likeliest(short: SurfaceForm, candidates: Iterable[SurfaceForm]) -> SurfaceForm:
    """The candidate named in full most often; of equals the one most nearly before the short form, else the first."""

    def rank(form: SurfaceForm) -> tuple[int, int, int]:
        before = [r for r in form.ranks if r < short.first]
        return len(form.members), max(before, default=-1), -form.first

    return max(candidates, key=rank)


def organisation_short_forms(forms: Sequence[SurfaceForm], dictionary: Dictionary) -> Iterator[Step]:
    """Organisations named by their initials, or by the head or the tail of a longer name in this article."""
    names = [f for f in forms if f.kind.folded in (Kind.ORGANISATION, Kind.OTHER)]
    for short in names:
        longer = [f for f in names if f is not short and len(f.name.words) > len(short.name.words)]
        if called_so_alone(short.name, dictionary):
            # The House is no White House.
            longer = [f for f in longer if _starts(f.name, short.name) or shared(f.name, dictionary)]
        spelt = [f for f in longer if acronym_of(short.name, f.name) and _may_redefine(short, f)]
        spelt = spelt if len(short.name.key) >= ACRONYM_LETTERS else [f for f in spelt if short.entry and f.entry]
        if spelt:
            long = _likeliest(short, spelt)
            yield Step(short, long, _said(Mechanism.ACRONYM_HERE, WEIGHTS[Mechanism.ACRONYM_HERE], short, long))
            continue
        if short.entry is not None:
            continue
        single = next((f for f in names if f.name.key == f"{short.name.key}s" and f.entry is None), None)
        if single is not None and not single.name.acronym:
            # "Coalitions": many archives have lost their apostrophes.
            yield Step(single, short, _said(Mechanism.ENDING, WEIGHTS[Mechanism.ENDING], single, short))
        headed = _headed(short, longer)
        if headed is not None:
            yield Step(short, headed, _said(Mechanism.HEAD_NOUN, WEIGHTS[Mechanism.HEAD_NOUN], short, headed))
            continue
        for mechanism, fits in ((Mechanism.HEAD, _starts), (Mechanism.TAIL, _ends)):
            if mechanism is Mechanism.HEAD and short.kind.folded is Kind.OTHER:
                continue  # "Democratic" is not the Democratic Convention.
            found = [
                f
                for f in longer
                if f.kind.folded is short.kind.folded
                and fits(f.name, short.name)
                and _bare(short.name, f.name)
                and not (mechanism is Mechanism.HEAD and _is_part(f.name, short.name, dictionary))
            ]
            if found:
                long = _likeliest(short, found)
                weight = WEIGHTS[mechanism] if len(found) == 1 else PART_OF_SEVERAL
                yield Step(short, long, _said(mechanism, weight, short, long))
                break


def _headed(short: SurfaceForm, longer: Sequence[SurfaceForm]) -> SurfaceForm | None:
    """The only longer name here whose head noun, the last word before its first "of" or "for", the short form is."""
    if len(short.name.words) != 1 or short.name.acronym:
        return None
    word = short.name.words[0]
    heads = {word, word[:-1]} if word.endswith("s") and len(word) > LOST_POSSESSIVE else {word}
    # The "state" of Islamic State is rarely that.
    found = [f for f in longer if f.kind is not Kind.ARMED_GROUP and _head(f.name) in heads]
    if len(found) != 1 or found[0].name.words[-1] in heads:
        return None
    return found[0]


_OF = frozenset({"of", "for", "to", "on", "in", "against", "and"})


def _head(name: Name) -> str:
    """The noun that an organisation's name is about: "observatory" in "Coastal Observatory for Whales"."""
    stop = next((at for at, word in enumerate(name.full) if at and word in _OF), len(name.full))
    return name.full[stop - 1] if name.full else ""


def _may_redefine(short: SurfaceForm, long: SurfaceForm) -> bool:
    if _one_actor(short, long):
        return True
    return short.by_acronym and long.entry is None


def _starts(long: Name, short: Name) -> bool:
    return long.words[: len(short.words)] == short.words


def _ends(long: Name, short: Name) -> bool:
    return long.words[-len(short.words) :] == short.words


def _is_part(long: Name, short: Name, dictionary: Dictionary) -> bool:
    """Whether the longer name is a part of the shorter one's body, or its branch in a land ("Tesco Polska")."""
    left_out = long.words[len(short.words) :]
    body = short.words[-1] in BODIES
    if not PARTS_OF_A_BODY.isdisjoint(left_out):
        # The Commerce Department is Commerce; the House Committee is no House.
        return body or len(left_out) > 1 or left_out[0] not in NAMED_BY_ITS_SUBJECT
    if body and not INSTITUTIONS.isdisjoint(left_out):
        return True
    # What is "of Taiwan" has its land in its name.
    placed = [word for before, word in pairwise(long.full) if before not in _OF and word in left_out]
    return any(_is_land(word, dictionary) for word in placed)


def _is_land(word: str, dictionary: Dictionary) -> bool:
    found = dictionary.lookup(analyse(word, Kind.STATE))
    return found is not None and found.kind is Kind.STATE


def _bare(short: Name, long: Name) -> bool:
    """Whether a part may stand for the whole: not when numbers differ, nor when only a direction is left out."""
    if short.numbers and short.numbers != long.numbers:
        return False
    if not short.words:
        return False
    left_out = set(long.words) - set(short.words)
    if left_out & DIRECTIONS and len(left_out) == 1:
        return False
    return not (len(short.words) == 1 and short.words[0] in GENERIC and len(short.words[0]) < 4)
