"""The two kinds that the network does not know: a state among the places, an armed group among the organisations; and
people of whom it takes the name for a place's, though somebody addresses them.

The dictionary says so, or the name's own words ("Sultan Murad Brigade"), or what stands next to it ("Taliban fighters",
"the rebel group Ahrar al-Sham"). What is said once holds for that spelling in the whole article.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.model import Kind
from reader.ner.known import Known, fold_word
from reader.ner.tokenized import Span, TokenizedText

_ARMED_HEADS = frozenset(
    {
        "brigades",
        "battalions",
        "militia",
        "militias",
        "mujahideen",
        "mujahidin",
        "mujahedeen",
        "mujahedin",
        "guerrillas",
    }
    | {
        "guerrilla",
        "insurgents",
        "insurgency",
        "fedayeen",
        "peshmerga",
        "janjaweed",
        "paramilitaries",
        "liwa",
        "katibat",
    }
    | {"kataib", "jaysh", "jaish", "harakat", "jabhat", "ansar", "jund", "asaib"}
)
"""Words that only names of armed groups have, nearly. Written from general knowledge, as the other tables here."""
_ARMED_PAIRS = frozenset(
    (quality, head)
    for quality in ("liberation", "resistance", "free", "salvation", "insurgent", "revolutionary", "islamic", "nusra")
    for head in ("army", "front", "brigade", "battalion", "forces", "movement")
) - {("islamic", "movement"), ("free", "movement"), ("free", "front"), ("islamic", "forces")}
"""Two words that make such a name together, though neither would alone."""
_BEFORE = frozenset(
    {"militia", "militant", "militants", "rebel", "rebels", "guerrilla", "insurgent", "jihadist", "armed"}
)
_BEFORE_HEADS = frozenset(
    {"group", "groups", "faction", "factions", "movement", "organisation", "organization", "network"}
)
_AFTER = frozenset(
    {"militia", "militias", "militiaman", "militiamen", "militant", "militants", "rebels", "guerrillas", "insurgents"}
    | {"fighter", "fighters", "gunmen", "gunman", "jihadists", "rebel"}
)
_LEAST_SHARE = 0.3
"""Share of a spelling's mentions that must have such a word beside them, unless the name itself says it."""


def refined(tokenized: TokenizedText, spans: Sequence[Span], known: Known | None) -> list[Kind]:
    """The kind of each mention, with states and armed groups told apart."""
    names = [tokenized.span(span.first, span.stop) for span in spans]
    total = Counter(name for name, span in zip(names, spans, strict=True) if span.kind is Kind.ORGANISATION)
    beside = Counter(
        name
        for name, span in zip(names, spans, strict=True)
        if span.kind is Kind.ORGANISATION and _has_fighters_beside(tokenized, span)
    )
    by_name: dict[tuple[str, Kind], Kind] = {}
    for name, span in zip(names, spans, strict=True):
        if (name, span.kind) not in by_name:
            said = beside[name] >= max(1, _LEAST_SHARE * total[name])
            by_name[name, span.kind] = _kind(name, span.kind, _known_kinds(name, known), said)
    return [
        Kind.PERSON if _is_addressed(tokenized, span, known) else by_name[name, span.kind]
        for name, span in zip(names, spans, strict=True)
    ]


def _is_addressed(tokenized: TokenizedText, span: Span, known: Known | None) -> bool:
    """Whether a form of address says that a name which nobody knows for another's is a person's: "Frau Ostwald"."""
    if span.kind not in (Kind.PLACE, Kind.ORGANISATION) or span.stop - span.first > LONGEST_ADDRESSED:
        return False
    first = span.first
    if fold_word(tokenized.word(first)) in ADDRESSES:
        first += 2 if first + 1 < span.stop and tokenized.word(first + 1) == "." else 1
    else:
        before = first - 2 if first > 1 and tokenized.word(first - 1) == "." else first - 1
        if before < 0 or fold_word(tokenized.word(before)) not in ADDRESSES:
            return False
    if first >= span.stop:
        return False
    bare = tokenized.span(first, span.stop)
    return bare[0].isupper() and not _known_kinds(bare, known)


ADDRESSES = frozenset("mr mrs ms herr frau monsieur madame mme mlle signor signora senor senora senhor senhora".split())
"""Words, folded, that address a person and stand before no other name."""

LONGEST_ADDRESSED = 4
"""Words of such a name, its form of address among them."""


def _known_kinds(name: str, known: Known | None) -> frozenset[Kind]:
    """What the dictionary says; also of a possessive that lost its apostrophe: "Syrias"."""
    if known is None:
        return frozenset()
    return known.kinds_of(name) or (known.kinds_of(name[:-1]) if name.endswith("s") else frozenset())


def _kind(name: str, kind: Kind, known: frozenset[Kind], said: bool) -> Kind:
    fitting = {k for k in known if k.folded is kind.folded}
    if len(fitting) == 1:
        return fitting.pop()
    if kind is Kind.ORGANISATION and not fitting and (said or _names_fighters(name)):
        return Kind.ARMED_GROUP
    return kind


def _names_fighters(name: str) -> bool:
    words = [fold_word(word) for word in name.replace("-", " ").replace("'", "").replace("’", "").split()]
    if any(word in _ARMED_HEADS for word in words):
        return len(words) > 1
    return any(pair in _ARMED_PAIRS for pair in pairwise(words))


def _has_fighters_beside(tokenized: TokenizedText, span: Span) -> bool:
    """Whether the words next to a mention in its sentence call it fighters: "X rebels", "the militant group X"."""
    following = tokenized.word(span.stop) if span.stop < len(tokenized.words) else ""
    if following in _AFTER:
        return True
    if span.first < 2 or tokenized.word(span.first - 1) not in _BEFORE_HEADS:
        return span.first > 0 and tokenized.word(span.first - 1) in ("militia", "militias", "guerrillas")
    return tokenized.word(span.first - 2) in _BEFORE
