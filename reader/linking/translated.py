"""Names of groups said in Arabic here and in English there: "Jaysh al-Islam", "Army of Islam"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.linking.clusters import Clusters
from reader.linking.mechanism_weights import speaks_for
from reader.linking.nodes import Node
from reader.model import Evidence, Kind
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
    known = dictionary.prepared(KnownSenses)
    meant: dict[tuple[str, ...], list[tuple[Node, bool]]] = {}
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        found = said(node.name) if node.kind.folded is Kind.ORGANISATION and not node.state else None
        if found is not None:
            meant.setdefault(found[0], []).append((node, found[1]))
    for sense, nodes in meant.items():
        entries = {one.entry: one for one in known.of(sense) if dictionary.goes_by(one.entry, one.key)}
        entry = dictionary.entry(next(iter(entries))) if len(entries) == 1 else None
        if entry is not None:
            foreign = any(one.arabic for one in known.of(sense))
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


class KnownSense(NamedTuple):
    """A known group that goes by a name of some sense."""

    entry: str
    """Its entry's id."""
    key: str
    """The name's key."""
    arabic: bool


class KnownSenses:
    """The known groups, by the sense of their names."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Of a dictionary; nothing is read before it is asked for."""
        self._dictionary = dictionary
        self._known: dict[tuple[str, ...], Sequence[KnownSense]] = {}

    def of(self, sense: tuple[str, ...]) -> Sequence[KnownSense]:
        """Those that go by a name of this sense."""
        known = self._known.get(sense)
        if known is None:
            # A name that has a sense has a word of the table.
            words = [word for word, sign in _SIGNS.items() if sign in sense]
            entries = self._dictionary.with_words(words, Kind.ARMED_GROUP)
            known = self._known[sense] = [one for entry in entries for one in _senses_of(entry, sense)]
        return known


def _senses_of(entry: Entry, sense: tuple[str, ...]) -> Iterator[KnownSense]:
    for text in dict.fromkeys((entry.name, *entry.names)):
        name = analyse(text, entry.kind)
        found = said(name)
        if found is not None and found[0] == sense:
            yield KnownSense(entry.id, name.key, found[1])


def _reason(left: str, right: str) -> Evidence:
    return speaks_for(Mechanism.TRANSLATED, (left, right))
