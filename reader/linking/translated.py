"""Names of groups said in Arabic here and in English there: "Jaysh al-Islam", "Army of Islam"."""

from collections.abc import Iterable

from reader.linking.nodes import Clusters, Node
from reader.model import Evidence, Kind, Sign
from reader.names.analyse import Name, analyse
from reader.names.dictionary import Dictionary, Entry
from reader.names.fold import sound
from reader.names.wording import Mechanism

_TABLE = """
army = jaysh jaish jeish gaish; brigade brigades = liwa liwaa alwiya; battalion battalions = katiba kataib katibat;
front = jabhat jabha jabhah; movement = harakat haraka; party = hizb hezb; division = firqa firqat; companies = saraya;
forces = quwat quwwat; league = asaib; supporters partisans = ansar; free = ahrar; falcons hawks = suqour suqur soqour;
victory = nusra nusrah nasr; conquest = fatah fath; liberation = tahrir; unity = tawhid tawheed; levant = sham;
mountain = jabal; martyrs = shuhada; lions = usud usood; grandsons descendants = ahfad; soldiers = jund;
sword = saif sayf; truth = haq haqq; mobilisation mobilization = hashd; popular = shaabi shabi; coalition = tahaluf;
guard = haras; gathering = tajammu; council = majlis; desert = sahra; coast = sahel; light = nur nour; south = janub;
state = dawla dawlat
"""
"""Common words of such names, in English and romanised Arabic; collected by us. The first of a row is its sign."""

_LEFT_OUT = frozenset({"of", "the", "for", "in", "and", "group"})

SAID = 0.85
"""How sure it is that two names which say the same in two languages are one group's."""


_SIGNS: dict[str, str] = {}
_ARABIC: set[str] = set()
for _row in _TABLE.split(";"):
    _english, _, _arabic = (part.split() for part in _row.partition("="))
    _SIGNS |= dict.fromkeys((*_english, *_arabic), _english[0])
    _ARABIC |= set(_arabic)


def said(name: Name) -> tuple[tuple[str, ...], bool] | None:
    """The sense of a group's name, in which order ever, and whether a word of it is Arabic; None for one word."""
    words = [word for word in name.words if word not in _LEFT_OUT]
    if len(words) < 2 or name.acronym or not any(word in _SIGNS for word in words):
        return None
    return tuple(sorted(_SIGNS.get(word) or sound(word) for word in words)), any(word in _ARABIC for word in words)


def translated(clusters: Clusters, dictionary: Dictionary) -> None:
    """Join groups whose names say the same, one in Arabic: to the only known group that does, or to each other."""
    known = _known(dictionary)
    meant: dict[tuple[str, ...], list[tuple[Node, bool]]] = {}
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        found = said(node.name) if node.kind.folded is Kind.ORGANISATION and "@" not in key else None
        if found is not None:
            meant.setdefault(found[0], []).append((node, found[1]))
    for sense, nodes in meant.items():
        entries = known.get(sense, {})
        if len(entries) == 1:
            ((entry, foreign),) = entries.values()
            for node, arabic in nodes:
                if clusters.entry(node.key) is None and (arabic or foreign):
                    reason = _reason(node.name.text, entry.name)
                    if entry.id in clusters.nodes:
                        clusters.join(node.key, entry.id, reason)
                    else:
                        clusters.name(node.key, entry, reason)
        first = nodes[0][0]
        for node, _ in nodes[1:] if any(arabic for _, arabic in nodes) else ():
            if not clusters.conflict(node.key, first.key):
                clusters.join(node.key, first.key, _reason(node.name.text, first.name.text))


def _known(dictionary: Dictionary) -> dict[tuple[str, ...], dict[str, tuple[Entry, bool]]]:
    """By sense, the known groups, each with whether it goes by that name in Arabic."""
    found: dict[tuple[str, ...], dict[str, tuple[Entry, bool]]] = {}
    for entry in dictionary.entries():
        for text in _names(entry):
            sense = said(analyse(text, entry.kind))
            if sense is not None:
                arabic = sense[1] or found.get(sense[0], {}).get(entry.id, (entry, False))[1]
                found.setdefault(sense[0], {})[entry.id] = entry, arabic
    return found


def _names(entry: Entry) -> Iterable[str]:
    return dict.fromkeys((entry.name, *entry.names)) if entry.kind is Kind.ARMED_GROUP else ()


def _reason(left: str, right: str) -> Evidence:
    return Evidence(Sign.FOR, Mechanism.TRANSLATED, SAID, (left, right))
