"""Lone surnames: who is meant, if one person fits; else a set of candidates, and the name stays its own actor."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reader.linking.caveats import doubtful
from reader.linking.clusters import Clusters
from reader.linking.context import Context
from reader.linking.mechanism_weights import OPEN, speaks_for
from reader.linking.nodes import Node
from reader.model import Chain, Evidence, Kind, Sign
from reader.names.analyse import Name, Role, analyse
from reader.names.bearers import is_initial, surname_of
from reader.names.dictionary import LOST_POSSESSIVE, Dictionary, Entry
from reader.names.given_names import is_given_name
from reader.names.tables import AT_THE_HEAD, FAMILY_FIRST
from reader.names.vetoes import excluded_by_title
from reader.names.wording import Mechanism

DOUBTS = 8
"""How many candidates for one lone surname are kept as doubts, the most named first."""


def surnames(name: Name) -> tuple[str, ...]:
    """The words that a person may be called by alone: the last, or the first where the family name comes first."""
    if any(token.role is Role.REGAL for token in name.tokens):
        return name.words
    if name.numbers:
        # Benedict XVI is Benedict; John Paul II is neither John nor Paul.
        return name.words if len(name.words) == 1 else ()
    if len(name.words) < 2:
        return ()
    first = (name.words[0],) if name.words[0] in FAMILY_FIRST else ()
    return (name.words[-1], *first)


def names_of(entry: Entry) -> list[Name]:
    """The names of a known person, but for those that a regnal number tells apart from others'."""
    names = [analyse(text, Kind.PERSON) for text in (entry.name, *entry.names)]
    regnal = {name.words for name in names if name.numbers}
    return [name for name in names if name.numbers or name.words not in regnal]


def longer_names(clusters: Clusters) -> None:
    """A surname of several words belongs to the only person whose full name ends in it."""
    ends: dict[tuple[str, ...], set[str]] = {}
    for key, node in clusters.nodes.items():
        if node.kind is Kind.PERSON and not node.surname_only:
            for size in range(2, len(node.name.words)):
                ends.setdefault(node.name.words[-size:], set()).add(key)
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if (
            node.kind is not Kind.PERSON
            or node.surname_only
            or is_given_name(node.name.words[0] if node.name.words else "")
        ):
            continue
        fitting = {clusters.root(k) for k in ends.get(node.name.words, ())} - {clusters.root(key)}
        if len(fitting) == 1:
            (root,) = fitting
            names = node.name.text, clusters.nodes[root].name.text
            clusters.join(key, root, speaks_for(Mechanism.ONLY_LONGER, names))


def initials(clusters: Clusters, context: Context) -> None:
    """An initial and a surname belong to the only person of that surname, if the initial is theirs."""
    holders: dict[str, set[str]] = {}
    for key, node in clusters.nodes.items():
        if node.kind is Kind.PERSON and not node.surname_only and (surname := surname_of(node.name)):
            holders.setdefault(surname, set()).add(key)
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        surname = surname_of(node.name)
        if node.kind is not Kind.PERSON or not is_initial(node.name) or context.several(surname):
            continue
        fitting = {clusters.root(k) for k in holders[surname]} - {clusters.root(key)}
        full = [root for root in sorted(fitting) if clusters.nodes[root].name.words[:1] != node.name.words[:1]]
        if len(fitting) != 1 or not full:
            continue
        # By the name that has the surname: what else somebody is called, as a person may have said, has other initials.
        whose = min(k for k in holders[surname] if clusters.root(k) == full[0])
        if not clusters.conflict(key, whose):
            names = node.name.text, clusters.nodes[whose].name.text
            clusters.join(key, whose, speaks_for(Mechanism.ONLY_FITTING, names))


Pending = list[tuple[str, str, float, tuple[Evidence, ...]]]

FOREMOST = 4
"""How many times as often as all others of the surname together a person must be named in full to be meant by it alone.

From the training sets: at four, the pairs joined are right as often as where one person only bears the name.
"""

CLEAR = 1.0
"""Nearness from which the articles beside a lone surname may say which of its bearers is meant (see `Context.near`)."""

CLEARLY = 2.5
"""How many times as near as the next bearer the one who is meant must be."""


@dataclass
class _Bearer:
    """A person with the surname, as known before any lone name is joined."""

    root: str
    full: int = 0
    """Chains that name them in full, under this surname."""
    nodes: list[Node] = field(default_factory=list)
    """What they are called by then."""

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that name them in full."""
        return frozenset(chain.article for node in self.nodes for chain in node.chains)


@dataclass(frozen=True, slots=True)
class _Choice:
    """Whom a lone surname means in some articles."""

    root: str = ""
    entry: Entry | None = None
    reason: Evidence | None = field(default=None, compare=False)
    caveat: Evidence | None = field(default=None, compare=False)

    @property
    def mark(self) -> str:
        return self.entry.id if self.entry else self.root


def surnames_only(clusters: Clusters, dictionary: Dictionary, context: Context, pending: Pending) -> None:
    """Join every lone surname to the person of the set, else to the one known person, whom it means in its article."""
    alone = sorted(key for key, node in clusters.nodes.items() if node.surname_only)
    bearers = _bearers(clusters, {clusters.nodes[key].name.words[0] for key in alone})
    known = dictionary.prepared(KnownSurnames)
    for key in alone:
        if clusters.spoken_for(key):
            continue
        node = clusters.nodes[key]
        surname = node.name.words[0]
        if surname not in bearers and not known.of(surname) and surname.endswith("s"):
            # "Assads": many archives have lost their apostrophes.
            surname = surname[:-1] if surname[:-1] in bearers and len(surname) > LOST_POSSESSIVE else surname
        fitting = [
            bearer
            for bearer in bearers.get(surname, {}).values()
            if not clusters.judged_apart(key, bearer.root)
            and not excluded_by_title(node.name, clusters.nodes[bearer.root].name)
        ]
        leader = known_bearer(node.name, surname, dictionary)
        if leader is not None and not AT_THE_HEAD.isdisjoint(node.name.honorific.split()):
            fitting = [bearer for bearer in fitting if clusters.entry(bearer.root) is leader]
        choose = _Chooser(clusters, context, node, fitting, leader)
        groups: dict[_Choice, list[Chain]] = {}
        # What a person joined stays together.
        together = len(clusters.members(key)) > 1
        for chain in node.chains:
            groups.setdefault(choose(node.chains if together else [chain]), []).append(chain)
        _join(clusters, key, groups)
        total = sum(bearer.full for bearer in fitting)
        for bearer in sorted(fitting, key=lambda b: (-b.full, b.root))[:DOUBTS]:
            mechanism = Mechanism.BEARERS if len(fitting) > 1 else Mechanism.ONLY_BEARER
            names = node.name.text, clusters.nodes[bearer.root].title
            reason = Evidence(Sign.NEUTRAL, mechanism, OPEN, names, (len(fitting),))
            pending.append((key, bearer.root, bearer.full / total if len(fitting) > 1 else OPEN, (reason,)))


class KnownSurnames:
    """Whom articles may call by a surname alone without ever saying who it is."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Of a dictionary; nothing is read before it is asked for."""
        self._dictionary = dictionary
        self._known: dict[str, Mapping[str, Sequence[str]]] = {}

    def of(self, surname: str) -> Mapping[str, Sequence[str]]:
        """The ids of those who may be called so, with the keys of the names that say it."""
        known = self._known.get(surname)
        if known is None:
            dictionary = self._dictionary
            bearers = {
                entry.id: [name.key for name in names_of(entry) if surname in surnames(name)]
                for entry in dictionary.with_words([surname], Kind.PERSON)
                if dictionary.common(entry)
            }
            known = self._known[surname] = {entry: keys for entry, keys in bearers.items() if keys}
        return known


def known_bearer(name: Name, surname: str, dictionary: Dictionary) -> Entry | None:
    """The one known person whom articles may call by a surname alone; with a title, the first whom the title fits.

    The built-in table has those first who are better known.
    """
    known = dictionary.prepared(KnownSurnames).of(surname)
    found = [
        dictionary.entry(entry) for entry, keys in known.items() if any(dictionary.goes_by(entry, k) for k in keys)
    ]
    fitting = [one for one in found if one and not excluded_by_title(name, analyse(one.name, Kind.PERSON))]
    # A first name alone is seldom the one leader abroad whose last name it is.
    if is_given_name(surname) or not fitting or (len(found) > 1 and not name.honorific):
        return None
    return fitting[0]


def _join(clusters: Clusters, key: str, groups: Mapping[_Choice, list[Chain]]) -> None:
    """Join a lone name where all its articles mean one, and part by part where they do not."""
    # The open ones keep the node, else whoever is meant most often.
    ordered = sorted(groups.items(), key=lambda item: (bool(item[0].mark), -len(item[1]), item[0].mark))
    for at, (choice, chains) in enumerate(ordered):
        part = clusters.part(key, chains, choice.mark) if at else key
        if choice.entry is not None and choice.reason is not None:
            clusters.name(part, choice.entry, choice.reason, choice.caveat)
        elif choice.reason is not None:
            clusters.join(part, choice.root, choice.reason, caveat=choice.caveat)


def _bearers(clusters: Clusters, words: Collection[str]) -> Mapping[str, Mapping[str, _Bearer]]:
    """By surname and root, every person named in full here whom one of these words may mean, also without its "s"."""
    asked = {one for word in words for one in (word, word.removesuffix("s"))}
    found: dict[str, dict[str, _Bearer]] = {}
    for key in sorted(clusters.nodes) if asked else ():
        node = clusters.nodes[key]
        if node.kind is Kind.PERSON and not node.surname_only:
            entry, root = clusters.entry(key), clusters.root(key)
            names = [node.name, *(names_of(entry) if entry else ())]
            for surname in asked.intersection(s for name in names for s in surnames(name)):
                bearer = found.setdefault(surname, {}).setdefault(root, _Bearer(root))
                bearer.full += node.size
                bearer.nodes.append(node)
    return found


class _Chooser:
    """Says for the articles of one lone surname which of its bearers they mean, if that is clear."""

    def __init__(
        self,
        clusters: Clusters,
        context: Context,
        node: Node,
        fitting: Sequence[_Bearer],
        leader: Entry | None,
    ) -> None:
        self._clusters = clusters
        self._context = context
        self._node = node
        self._fitting = sorted(fitting, key=lambda bearer: (-bearer.full, bearer.root))
        self._leader = leader
        self._contexts: dict[str, frozenset[str]] = {}

    def __call__(self, chains: Sequence[Chain]) -> _Choice:
        """Whom these chains mean; an empty choice where that is open."""
        articles = {chain.article for chain in chains}
        # Who is named in full beside a surname that was left open there is a relative of the one who is meant.
        away = [bearer for bearer in self._fitting if articles.isdisjoint(bearer.articles)]
        beside = [bearer for bearer in self._fitting if bearer not in away]
        here = self._context.of(articles, (self._node.key,))
        given = is_given_name(self._node.name.words[0])
        if self._fitting and not given and self._fitting[0] in beside and self._is_foremost(self._fitting):
            return self._foremost(self._fitting)
        choice = self._only(away[0], here) if len(away) == 1 else self._of_several(away, here) if away else _Choice()
        if choice.mark or len(beside) > 1:
            return choice
        known = self._leader is not None and all(self._entry(b) is not self._leader for b in self._fitting)
        if known and not away and not (beside and len(beside[0].articles) > 1):
            return self._known()
        return self._beside_it(beside[0]) if beside else choice

    def _known(self) -> _Choice:
        names = self._said, self._leader.name if self._leader else ""
        return _Choice(
            entry=self._leader,
            reason=speaks_for(Mechanism.ONLY_KNOWN, names),
            caveat=doubtful(Mechanism.UNLESS_UNNAMED, self._said),
        )

    def _beside_it(self, bearer: _Bearer) -> _Choice:
        return _Choice(
            bearer.root,
            reason=speaks_for(Mechanism.BESIDE, (self._said, self._title(bearer))),
            caveat=doubtful(Mechanism.UNLESS_FAMOUS, self._said),
        )

    @property
    def _said(self) -> str:
        return self._node.name.text

    def _entry(self, bearer: _Bearer) -> Entry | None:
        return self._clusters.entry(bearer.root)

    def _title(self, bearer: _Bearer) -> str:
        return self._clusters.nodes[bearer.root].name.text

    def _near(self, bearer: _Bearer, here: frozenset[str]) -> float:
        return self._context.near(here, self._around(bearer))

    def _around(self, bearer: _Bearer) -> frozenset[str]:
        if bearer.root not in self._contexts:
            names = self._clusters.members(bearer.root)
            self._contexts[bearer.root] = self._context.of(bearer.articles, (*names, self._node.key))
        return self._contexts[bearer.root]

    def _only(self, bearer: _Bearer, here: frozenset[str]) -> _Choice:
        if self._entry(bearer) is None and self._context.far(here, self._around(bearer)):
            return _Choice()
        shared = self._shared(bearer, here)
        mechanism = Mechanism.ONLY_BEARER_BESIDE if shared else Mechanism.ONLY_BEARER
        return _Choice(
            bearer.root,
            reason=speaks_for(mechanism, (self._said, self._title(bearer), *shared)),
            caveat=doubtful(Mechanism.UNLESS_UNNAMED, self._said),
        )

    def _of_several(self, bearers: Sequence[_Bearer], here: frozenset[str]) -> _Choice:
        near = {bearer.root: self._near(bearer, here) for bearer in bearers}
        first, second = sorted(bearers, key=lambda b: (-near[b.root], -b.full, b.root))[:2]
        if near[first.root] >= max(CLEAR, CLEARLY * near[second.root]):
            shared = self._shared(first, here)
            mechanism = Mechanism.COMPANY_BESIDE if shared else Mechanism.COMPANY
            names, numbers = (self._said, self._title(first), *shared), (len(bearers), near[first.root])
            return _Choice(
                first.root,
                reason=speaks_for(mechanism, names, numbers),
                caveat=self._caveat(bearer for bearer in bearers if bearer is not first),
            )
        if self._is_foremost(bearers) and near[bearers[0].root] >= near[first.root]:
            return self._foremost(bearers)
        return _Choice()

    def _is_foremost(self, bearers: Sequence[_Bearer]) -> bool:
        return bearers[0].full >= FOREMOST * max(1, sum(bearer.full for bearer in bearers[1:]))

    def _foremost(self, bearers: Sequence[_Bearer]) -> _Choice:
        foremost, *others = bearers
        names, numbers = (self._said, self._title(foremost)), (foremost.full, sum(bearer.full for bearer in others))
        return _Choice(
            foremost.root,
            reason=speaks_for(Mechanism.FOREMOST, names, numbers),
            caveat=self._caveat(others),
        )

    def _caveat(self, others: Iterable[_Bearer]) -> Evidence:
        titles = [self._title(bearer) for bearer in others][:2]
        if not titles:
            return doubtful(Mechanism.UNLESS_ANOTHER, self._said)
        return doubtful(Mechanism.UNLESS_OTHERS, *titles)

    def _shared(self, bearer: _Bearer, here: frozenset[str]) -> tuple[str, ...]:
        """The names that the bearer has beside and these articles too, the rarest two."""
        return self._context.telling(here, self._around(bearer), 2)
