"""Whose parliament, ministry or court an article means where it does not say so in the name.

What stands near decides before what is frequent: "in Ankara, the defence ministry"; then the place in the dateline, and
where the outlet is at home. Some names one country's press uses for its own bodies: Congress is that of the United
States, unless something speaks for another state that has one. Facts, collected by us.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.linking.shared_names import Shared, rest_of, shared
from reader.linking.states import States
from reader.linking.surface_forms import SurfaceForm
from reader.model import Document, Field, Kind
from reader.names.analyse import Name
from reader.names.dictionary import Dictionary, Entry

_OWN = {
    "congress": "us ph mx ar br cl co pe es in ve ec bo gt hn py np",
    "senate": "us au ca fr it es pl ro cz be nl br ar cl co mx ph pk ng ke za kh th zw kz jo ht lr",
    "house": "us au nz jp ph gb ca",
    "treasury": "us gb au za it nz ke",
    "national guard": "us tn sa es ua ve",
    "secret service": "us",
    "home office": "gb",
    "foreign office": "gb de",
    "justice department": "us",
    "state department": "us",
    "treasury department": "us",
    "defense department": "us",
    "commerce department": "us",
    "interior department": "us",
    "labor department": "us",
    "education department": "us",
    "agriculture department": "us",
    "energy department": "us",
    "democrats": "us",
    "republicans": "us fr",
}
"""By name, the codes of the states that call a body so; the first is meant where nothing speaks for another."""

OWN: Mapping[str, Sequence[str]] = {
    rest_of(name): [f"state:{code}" for code in codes.split()] for name, codes in _OWN.items()
}
"""The same, by what `Shared.rest` says."""

NEAR = 160
"""Code points of running text before a name in which a state or its city says whose it is."""

_IN = re.compile(r"\b(?:in|at|from)\s+(?:the\s+)?$", re.IGNORECASE)
_DATELINE = re.compile(r"^\W{0,3}(?:,[^\n]{0,40}?)?(?:\s*\([^()\n]{1,40}\))?\s*(?:[-–—]|--)\s|^\s*\([^()\n]{1,40}\)")
DATELINE = 40
"""Code points from the start of a text within which the place of a dateline begins."""


def state_near(document: Document, forms: Sequence[SurfaceForm], dictionary: Dictionary) -> None:
    """Say of every name that many states have which state stands near it, if one does."""
    several = [(form, said) for form in forms if (said := _open(form, dictionary)) is not None]
    if not several:
        return
    places = sorted(_places(document, forms), key=lambda place: place[1])
    home = _dateline(document, places) or document.home
    for form, said in several:
        own = OWN.get(said.rest)
        found = _beside(document, form, places, told=own is not None)
        form.state = found if own is None or found in own else ""
        if not form.state and (own is None or home in own):
            form.state = home


def called_so_alone(name: Name, dictionary: Dictionary) -> bool:
    """Whether some country's press calls a body of its own by this name, without more."""
    said = shared(name, dictionary)
    return said is not None and not said.party and not said.state and said.rest in OWN


def own_state(name: Name, states: States, dictionary: Dictionary) -> str:
    """The state whose press calls a body of its own by this name, without more; else empty.

    Where an article does not speak of it, but most of another that has such a body, that one is meant.
    """
    said = shared(name, dictionary)
    own = OWN.get(said.rest, ()) if said is not None else ()
    if not own:
        return ""
    spoken_of = states.all()
    most = next(iter(states.ranked()), ("", 0))[0]
    return most if most in own and own[0] not in spoken_of else own[0]


def _open(form: SurfaceForm, dictionary: Dictionary) -> Shared | None:
    """What of a name many states have, where it does not say which."""
    if form.kind.folded is not Kind.ORGANISATION or form.entry is not None or form.name.acronym:
        return None
    said = shared(form.name, dictionary)
    return said if said is not None and not said.state and not said.party else None


_Place = tuple[Field, int, int, str]
"""Where a mention stands that says a state, and the state's id."""


def _places(document: Document, forms: Sequence[SurfaceForm]) -> Iterator[_Place]:
    for form in forms:
        state = _state_of(form.entry) if form.entry is not None else ""
        for index in form.members if state else ():
            mention = document.mentions[index]
            yield mention.field, mention.start, mention.end, state


def _state_of(entry: Entry) -> str:
    if entry.kind is Kind.STATE:
        return entry.id
    tied = [other for other in entry.related if other.startswith("state:")] if entry.kind is Kind.PLACE else []
    return tied[0] if len(tied) == 1 else ""


def _beside(document: Document, form: SurfaceForm, places: Sequence[_Place], *, told: bool) -> str:
    """The state named last before one of the mentions, in its paragraph; with `told` only where it says "in"."""
    for index in form.members:
        mention = document.mentions[index]
        text = document.title if mention.field is Field.TITLE else document.text
        begins = max(mention.start - NEAR, text.rfind("\n", 0, mention.start) + 1)
        near = [p for p in places if p[0] is mention.field and begins <= p[1] and p[2] <= mention.start]
        if told:
            near = [
                p for p in near if _IN.search(text[max(0, p[1] - 12) : p[1]]) and not _ended(text[p[2] : mention.start])
            ]
        if near:
            return near[-1][3]
    return ""


def _ended(text: str) -> bool:
    """Whether a sentence ends in it."""
    return any(sign in text for sign in ".!?;")


def _dateline(document: Document, places: Sequence[_Place]) -> str:
    """The state of the place with which the text begins, as datelines do: "BEIRUT (Reuters) -"."""
    for field, start, end, state in places:
        if field is Field.BODY:
            return state if start < DATELINE and _DATELINE.match(document.text[end : end + 60]) else ""
    return ""
