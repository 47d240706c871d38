"""Two names outside any article: same, different, related or unsure, with a score and the evidence that decided."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.model import Evidence, Kind, Sign, Verdict
from reader.names.analyse import Name, Role, analyse
from reader.names.dictionary import Dictionary, Entry, compatible
from reader.names.fold import sound
from reader.names.given_names import is_given_name
from reader.names.likeness import (
    EDIT,
    EQUAL,
    INITIAL,
    SOUND,
    VARIANT,
    acronym_of,
    align_persons,
    token_weight,
    vetoes,
)
from reader.names.tables import DIVISIONS, GENERIC, GOVERNMENTS, ROLES, STOPWORDS


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two names are to each other."""

    verdict: Verdict
    score: float
    """How likely they are one actor, 0 to 1; 0.5 and a little more when only the article could tell."""
    evidence: tuple[Evidence, ...]


Rule = Callable[[Name, Name, Dictionary], Comparison | None]


def compare(left: Name, right: Name, dictionary: Dictionary | None = None) -> Comparison:
    """Compare two names by the order of evidence of the house; symmetric in verdict and score."""
    if (right.key, right.text, right.kind or "") < (left.key, left.text, left.kind or ""):
        left, right = right, left
    known = dictionary if dictionary is not None else Dictionary()
    for rule in _RULES:
        found = rule(left, right, known)
        if found is not None:
            return found
    return _different(0.1, "nothing", f"nothing but chance ties “{left.text}” to “{right.text}”")


def _decided(verdict: Verdict, score: float, sign: Sign, rule: str, words: str) -> Comparison:
    weight = score if sign in (Sign.FOR, Sign.NEUTRAL) else score - 1
    return Comparison(verdict, score, (Evidence(sign, rule, words, round(weight, 4)),))


def _same(score: float, rule: str, words: str) -> Comparison:
    return _decided(Verdict.SAME, score, Sign.FOR, rule, words)


def _different(score: float, rule: str, words: str) -> Comparison:
    return _decided(Verdict.DIFFERENT, score, Sign.AGAINST, rule, words)


def _related(rule: str, words: str) -> Comparison:
    return _decided(Verdict.RELATED, 0.3, Sign.NEUTRAL, rule, words)


def _unsure(score: float, rule: str, words: str) -> Comparison:
    return _decided(Verdict.UNSURE, score, Sign.NEUTRAL, rule, words)


def _with(comparison: Comparison, more: Iterable[Evidence]) -> Comparison:
    return Comparison(comparison.verdict, comparison.score, (*comparison.evidence, *more))


def _homonyms(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    shared = [e for e in dictionary.homonyms(left) if compatible(e.kind, left.kind) and compatible(e.kind, right.kind)]
    for name, other in ((left, right), (right, left)):
        known, meant = dictionary.homonyms(name), dictionary.lookup(other)
        if len(known) > 1 and meant in known and dictionary.lookup(name) is None:
            return _unsure(0.5, "homonym", f"“{name.text}” is a name of {_and(e.name for e in known)}")
    if left.key == right.key and len(shared) > 1 and (left.kind is not right.kind or dictionary.lookup(left) is None):
        return _unsure(0.5, "homonym", f"“{left.text}” is the name of {len(shared)} known actors")
    return None


def _and(words: Iterable[str]) -> str:
    found = list(words)
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else "".join(found)


def _dictionary(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    mine, theirs = dictionary.lookup(left), dictionary.lookup(right)
    if mine and theirs:
        if mine.id == theirs.id:
            return _same(1.0, "dictionary", f"both are names of {mine.name}")
        if dictionary.related(mine, theirs):
            return _related("dictionary", f"{mine.name} and {theirs.name} are tied, but not one")
        return _different(0.0, "dictionary", f"{mine.name} and {theirs.name} are two known actors")
    return None


def _demonyms(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    mine, theirs = dictionary.lookup(left), dictionary.lookup(right)
    people = [
        None
        if entry or name.kind in (Kind.PERSON, Kind.ORGANISATION, Kind.ARMED_GROUP)
        else dictionary.demonym(name.text)
        for entry, name in ((mine, left), (theirs, right))
    ]
    if people[0] and people[1]:
        if people[0].id == people[1].id:
            return _same(0.95, "nationality", f"both are words for what belongs to {people[0].name}")
        return _different(0.0, "nationality", f"one belongs to {people[0].name}, the other to {people[1].name}")
    for entry, belongs, name in ((theirs, people[0], left), (mine, people[1], right)):
        if entry and belongs:
            if entry.id == belongs.id:
                return _related("nationality", f"“{name.text}” is the word for what belongs to {entry.name}")
            return _different(0.0, "nationality", f"“{name.text}” belongs to {belongs.name}, not to {entry.name}")
    return None


def _institutions(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """A person and the government named after them; a state or place and an institution that begins with its name."""
    for owner, body in ((left, right), (right, left)):
        if body.kind not in (Kind.ORGANISATION, Kind.ARMED_GROUP, None) or owner.kind is body.kind:
            continue
        if owner.kind is Kind.PERSON and len(body.words) > 1 and body.words[-1] in GOVERNMENTS:
            if owner.surname and owner.surname in body.words[:-1]:
                return _related("institution", f"“{body.text}” is named after its head, {owner.text}")
        elif owner.kind in (Kind.PLACE, Kind.STATE) and len(body.words) > 1:
            entry = dictionary.lookup(owner)
            size = len(owner.words)
            begins = body.words[:size] == owner.words and len(body.words) > size
            demonym = dictionary.demonym(body.words[0])
            if begins or (entry and demonym and demonym.id == entry.id):
                return _related("institution", f"“{body.text}” is an institution of {owner.text}")
    return None


def _kinds(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    for role, person in ((left, right), (right, left)):
        if person.kind is Kind.PERSON and role.kind is not Kind.PERSON and role.full and role.full[-1] in ROLES:
            return _unsure(0.5, "role", f"“{role.text}” is a role, and says not who holds it")
    if not compatible(left.kind, right.kind):
        kinds = f"{left.kind} and {right.kind}"
        return _decided(Verdict.DIFFERENT, 0.0, Sign.CONTRADICTS, "kind", f"the kinds clash: {kinds}")
    mine, theirs = left.kind, right.kind
    if mine and theirs and mine is not theirs and mine.folded is not theirs.folded and left.key != right.key:
        return _different(0.1, "kind", f"one is a name of kind {mine}, the other of kind {theirs}")
    return None


def _vetoed(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    found = vetoes(left, right)
    if not found or left.key == right.key:
        return None
    regnal = left.kind is Kind.PERSON and found[0].startswith("the numbers")
    if regnal and not (left.numbers and right.numbers):
        return None
    evidence = tuple(Evidence(Sign.CONTRADICTS, "veto", words, -1.0) for words in found)
    return Comparison(Verdict.DIFFERENT, 0.0, evidence)


def _equal(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    if left.key == right.key:
        if _many_have_it(left) and left.text != right.text:
            return _unsure(
                0.6, "common", f"“{left.text}” and “{right.text}” are one name, but one that many persons bear"
            )
        if left.kind and left.kind.folded is Kind.ORGANISATION and _generic(left.words):
            return _unsure(0.6, "generic", f"every state may have its own “{left.text}”")
        return _same(0.98, "folded", f"“{left.text}” and “{right.text}” differ at most in case, accents and article")
    joined = "".join(t.text for t in left.tokens)
    if len(joined) >= FUSED and joined == "".join(t.text for t in right.tokens):
        return _same(0.93, "joined", f"“{left.text}” and “{right.text}” differ only in where words are parted")
    return None


FUSED = 6
"""Letters from which a name written in one word is the same name written in two."""


def _many_have_it(name: Name) -> bool:
    return name.kind is Kind.PERSON and len(name.words) == 2 and all(is_given_name(word) for word in name.words)


def _generic(words: Iterable[str]) -> bool:
    return all(word in GENERIC or word in STOPWORDS for word in words)


def _acronym(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    for short, long in ((left, right), (right, left)):
        if acronym_of(short, long) and long.kind is not Kind.PERSON:
            return _same(0.85, "acronym", f"“{short.text}” are the initials of {long.text}")
    return None


def _person(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    if left.kind is not Kind.PERSON and right.kind is not Kind.PERSON:
        return None
    if left.numbers != right.numbers or any(t.role is Role.REGAL for n in (left, right) for t in n.tokens):
        return _regnal(left, right)
    short, long = (left, right) if len(left.words) <= len(right.words) else (right, left)
    if len(short.words) == 1:
        return _lone(short, long)
    aligned = align_persons(left, right)
    weights = [pair.weight for pair in aligned.pairs]
    shown = [
        Evidence(
            Sign.FOR if p.weight == EQUAL else Sign.NEUTRAL,
            "token",
            f"{p.left} ≈ {p.right}: {p.words}",
            round(p.weight, 4),
        )
        for p in aligned.pairs
    ] + [Evidence(Sign.AGAINST, "token", f"{word} has no counterpart", -0.1) for word in aligned.left_over]
    quoted = f"“{left.text}” and “{right.text}”"
    if len(weights) < len(short.words) or not weights:
        return _with(_different(min(aligned.score, 0.4), "spelling", f"{quoted} do not agree word by word"), shown)
    known = dictionary.lookup(left) or dictionary.lookup(right)
    if aligned.swapped:
        return _with(_same(0.9, "order", f"{quoted} are the same words in another order"), shown)
    if len(weights) > 2 and min(weights[0], weights[-1]) >= SOUND and INITIAL in weights and not aligned.left_over:
        return _with(_same(0.85, "initial", f"{quoted} agree, and the initial between fits"), shown)
    if min(weights) <= INITIAL:
        if known and weights[-1] >= SOUND:
            return _with(_same(0.8, "initial", f"the initials fit {known.name}, who is known"), shown)
        return _with(_unsure(0.6, "initial", f"{quoted} may be one: the initials fit, which proves nothing"), shown)
    if not aligned.left_over:
        long_enough = min(len(left.words[-1]), len(right.words[-1])) >= LONG_SURNAME
        sure = min(weights) >= EDIT and (
            EQUAL in weights or min(weights) >= SOUND or (weights[0] >= VARIANT and long_enough)
        )
        if sure and _many_have_it(left) and _many_have_it(right):
            return _with(_unsure(0.6, "common", f"{quoted} are one name, but one that many persons bear"), shown)
        if sure:
            return _with(_same(aligned.score, "spelling", f"{quoted} differ only in spelling"), shown)
        return _with(_unsure(0.6, "spelling", f"every word of {quoted} is spelt differently"), shown)
    over = " ".join(aligned.left_over)
    if aligned.whole and min(weights) >= EDIT and EQUAL in weights and not any(len(w) == 1 for w in aligned.left_over):
        return _with(_same(max(0.7, aligned.score), "part", f"{quoted} agree, but for {over} in between"), shown)
    return _with(_unsure(0.55, "part", f"one of {quoted} is shorter: it may be another person"), shown)


LONG_SURNAME = 5
"""Letters from which one edit in a surname leaves no doubt beside a given name in another romanisation."""


def _regnal(left: Name, right: Name) -> Comparison:
    mine, theirs = set(left.words), set(right.words)
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return _unsure(0.55, "regnal", f"“{left.text}” and “{right.text}” fit, but others reigned under that name")
    return _different(0.1, "regnal", f"“{left.text}” and “{right.text}” are different names")


def _lone(short: Name, long: Name) -> Comparison | None:
    if not short.words:
        return None
    word = short.words[0]
    quoted = f"“{short.text}” and “{long.text}”"
    if len(long.words) == 1:
        if min(len(word), len(long.words[0])) >= 4 and sound(word) == sound(long.words[0]):
            return _unsure(0.55, "spelling", f"{quoted} may be two spellings of one name that many bear")
        return _different(0.1, "spelling", f"{quoted} are two names; one word alone is not stretched")
    if word in long.words:
        return _unsure(0.5, "surname", f"“{short.text}” is one word of {long.text}; only the article can tell")
    return _different(0.1, "surname", f"“{short.text}” is no part of {long.text}")


def _other_names(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    mine = [w for w in left.words if w not in STOPWORDS]
    theirs = [w for w in right.words if w not in STOPWORDS]
    quoted = f"“{left.text}” and “{right.text}”"
    if not mine or not theirs:
        return None
    if sorted(mine) == sorted(theirs):
        if left.kind is Kind.PLACE:
            return _different(0.4, "order", f"{quoted} are the same words in another order")
        if _generic(mine):
            return _unsure(0.6, "generic", f"{quoted} say the same, but of which state is open")
        return _same(0.85, "order", f"{quoted} are the same words in another order")
    if len(mine) == len(theirs):
        found = _aligned(left, right, mine, theirs, quoted)
        if found:
            return found
    short, long = (mine, theirs) if len(mine) < len(theirs) else (theirs, mine)
    if left.kind in (Kind.PLACE, Kind.STATE):
        return _different(0.2, "place", f"{quoted} are two places: a part of a place's name is another place")
    if len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short):
        extra = long[len(short) :] if long[: len(short)] == short else long[: len(long) - len(short)]
        if _generic(short) or any(_place(word, dictionary) for word in extra):
            return _unsure(0.5, "head", f"one of {quoted} is shorter: others are called so as well")
        if long[: len(short)] == short and all(word in DIVISIONS or word in GENERIC for word in extra):
            return _related("division", f"{quoted}: a part or a division of the whole")
        return _different(0.3, "extra", f"{quoted} differ by {' '.join(extra)}")
    return None


def _place(word: str, dictionary: Dictionary) -> Entry | None:
    return dictionary.lookup(analyse(word, Kind.PLACE)) or dictionary.demonym(word)


def _aligned(left: Name, right: Name, mine: list[str], theirs: list[str], quoted: str) -> Comparison | None:
    ayn = left.ayn or right.ayn
    weights = [token_weight(a, b, ayn=ayn) for a, b in zip(mine, theirs, strict=True)]
    if min(weights) == 0.0 or INITIAL in weights or left.acronym or right.acronym:
        return None
    shown = [
        Evidence(Sign.FOR if w == EQUAL else Sign.NEUTRAL, "token", f"{a} ≈ {b}", w)
        for a, b, w in zip(mine, theirs, weights, strict=True)
    ]
    score = sum(weights) / len(weights)
    single = len(mine) == 1
    if (single and weights[0] >= VARIANT) or (not single and EQUAL in weights) or min(weights) >= SOUND:
        return _with(_same(score * 0.97, "spelling", f"{quoted} differ only in spelling"), shown)
    return _with(_unsure(0.6, "spelling", f"{quoted} are spelt much alike"), shown)


_RULES: tuple[Rule, ...] = (
    _homonyms,
    _dictionary,
    _demonyms,
    _institutions,
    _kinds,
    _vetoed,
    _equal,
    _acronym,
    _person,
    _other_names,
)
"""In the order of evidence: the first that decides is the verdict."""
