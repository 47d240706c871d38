"""What ties two names without making them one: a body and its state, a seat and its government, somebody's people."""

import re

from reader.model import Kind, Verdict
from reader.names.analyse import Name, analyse
from reader.names.comparison import Comparison, Rule, related
from reader.names.dictionary import Dictionary, Entry
from reader.names.tables import GENERIC, GOVERNMENTS, PEOPLE_OF, STOPWORDS
from reader.names.wording import Mechanism


def institutions(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """A person and the government named after them; a state or place and an institution that begins with its name."""
    for owner, body in ((left, right), (right, left)):
        if body.kind not in (Kind.ORGANISATION, Kind.ARMED_GROUP, None) or owner.kind is body.kind:
            continue
        if owner.kind is Kind.PERSON and len(body.words) > 1 and body.words[-1] in GOVERNMENTS:
            if owner.surname and owner.surname in body.words[:-1]:
                return related(Mechanism.HEADED, body.text, owner.text)
        elif owner.kind in (Kind.PLACE, Kind.STATE) and len(body.words) > 1:
            entry = dictionary.lookup(owner)
            size = len(owner.words)
            begins = body.words[:size] == owner.words and len(body.words) > size
            demonym = dictionary.demonym(body.words[0])
            if begins or (entry and demonym and demonym.id == entry.id):
                return related(Mechanism.INSTITUTION, body.text, owner.text)
    return None


def seats(left: Name, right: Name, dictionary: Dictionary) -> Comparison | None:
    """A government, and its state or where it sits, which news says for it: Damascus, the Kremlin."""
    for seat, government in ((left, right), (right, left)):
        entry = dictionary.lookup(seat)
        state = _governed(government, dictionary) if entry is not None else None
        if entry is not None and state is not None and (entry is state or entry.id in state.related):
            return related(Mechanism.SEAT, seat.text, government.text)
    return None


def _governed(name: Name, dictionary: Dictionary) -> Entry | None:
    """The state whose government a name says that it is: "Syrian government", "Government of Syria"."""
    if name.kind in (Kind.PERSON, Kind.PLACE, Kind.STATE):
        return None
    words = [word for word in name.text.split() if word.casefold().strip(_AROUND) not in STOPWORDS]
    left = [word for word in words if word.casefold().strip(_AROUND) not in GOVERNMENTS]
    if not left or len(left) == len(words):
        return None
    state = _POSSESSIVE.sub("", " ".join(left))
    found = dictionary.demonym(state) or dictionary.lookup(analyse(state, Kind.STATE))
    return found if found is not None and found.kind is Kind.STATE else None


def people(left: Name, right: Name, dictionary: Dictionary, compare: Rule) -> Comparison | None:
    """Somebody, and those who are named after them: a family, loyalists, a government, who speaks for them.

    `compare` says whether the name that they are named after may be the other one.
    """
    for whole, named in ((left, right), (right, left)):
        owner = owner_of(named)
        if not owner or owner_of(whole):
            continue
        kind = whole.kind if whole.kind is not Kind.GROUP else None
        if kind is None and not any(word in GENERIC for word in whole.words):
            found = _of_one(owner, whole, Kind.PERSON, dictionary, compare)
        else:
            found = None
        found = found or _of_one(owner, whole, kind, dictionary, compare)
        if found:
            return related(Mechanism.PEOPLE_OF, named.text, whole.text)
    return None


def _of_one(owner: str, whole: Name, kind: Kind | None, dictionary: Dictionary, compare: Rule) -> bool:
    """Whether both, read as of this kind, may be one: an unsure person's by a part of the name only."""
    left, right = analyse(owner, kind), whole if whole.kind is kind else analyse(whole.text, kind)
    found = compare(left, right, dictionary)
    if found is None or found.verdict is Verdict.UNSURE:
        return kind is Kind.PERSON and bool(left.words) and set(left.words) < set(right.words)
    return found.verdict is Verdict.SAME


def owner_of(name: Name) -> str:
    """Whom those are named after that a name names: "Assad" of "Assad loyalists"; empty where there is nobody."""
    if _NOUNS.isdisjoint(name.full):
        return ""
    for pattern in (_PEOPLE_BEHIND, _PEOPLE_BEFORE):
        if match := pattern.fullmatch(name.text.strip()):
            return match["owner"].strip()
    return ""


_AROUND = ".,;:()'\"“”‘’"
_POSSESSIVE = re.compile(r"['’]s?\b")
_NOUNS = PEOPLE_OF | GOVERNMENTS
_PEOPLE = "|".join(sorted(_NOUNS, key=lambda word: (-len(word), word)))
_PEOPLE_BEHIND = re.compile(rf"(?:the )?(?P<owner>\S.{{0,80}}?)(?:['’]s?)?[ ](?:{_PEOPLE})", re.IGNORECASE)
_PEOPLE_BEFORE = re.compile(
    rf"(?:an? |the )?(?:{_PEOPLE})(?: loyal)? (?:of|for|to) (?:the )?(?P<owner>\S.{{0,80}})", re.IGNORECASE
)
