"""Resolver files of nomenklatura and FollowTheMoney: verdicts on ids, which become verdicts on names.

nomenklatura writes a line of JSON for each edge between two ids: `["Q1", "NK-x", "positive", 0.9, "user", "2024-…"]`;
objects and tables with the columns `target`, `source` and `judgement` say the same. FollowTheMoney's matches have
`canonical_id`, `entity_id` and `decision`, its older links `subject`, `canonical` and `judgement`. Suggestions that
nobody has decided, and decisions that were deleted, say nothing.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from reader.model import Anchor, Judgement, Kind, Problem, TadmorError, Verdict
from reader.names.analyse import analyse
from reader.services.judgement_format import moment
from reader.untrusted import clean_line

_HANDLE = re.compile(r"NK-|Q\d+$")
"""Ids that clusters get, nomenklatura's own and Wikidata's: no entity of a file needs to have them."""

_SHOWN = 5
"""How many ids without a name are named."""

_WORDS: Mapping[object, Verdict] = {
    "positive": Verdict.SAME,
    "negative": Verdict.DIFFERENT,
    "unsure": Verdict.UNSURE,
    True: Verdict.SAME,
    False: Verdict.DIFFERENT,
    "t": Verdict.SAME,
    "f": Verdict.DIFFERENT,
    "?": Verdict.UNSURE,
}
"""What the formats call our verdicts; `no_judgement` and null are none."""

_SIDES = (("target", "source"), ("canonical_id", "entity_id"), ("profile_id", "entity_id"), ("canonical", "subject"))


@dataclass(frozen=True, slots=True)
class Edge:
    """A verdict on two ids."""

    left: str
    right: str
    verdict: Verdict
    at: str
    """ISO 8601, or empty."""


@dataclass(frozen=True, slots=True)
class Named:
    """What edges say of names."""

    judgements: Sequence[Judgement]
    problems: Sequence[Problem]
    """What could not be said of names."""


def is_resolver(row: object) -> bool:
    """Whether a JSON value is an edge of one of these formats."""
    if isinstance(row, list):
        return len(row) >= 3 and all(isinstance(part, str) for part in row[:3])
    return isinstance(row, dict) and any(left in row and right in row for left, right in _SIDES)


def edges(lines: Iterable[str], source: str) -> Iterator[Edge | Problem]:
    """The edges of a file, JSON Lines or a table; `source` is its name."""
    coming = iter(lines)
    first = next((line for line in coming if line.strip()), "")
    if first.lstrip()[:1] in ("[", "{"):
        rows: Iterator[tuple[int, object]] = _json(first, coming)
    else:
        rows = ((number, row) for number, row in enumerate(csv.DictReader(_chained(first, coming)), start=2))
    for number, row in rows:
        if row is None or not is_resolver(row):
            remedy = "Write [target, source, judgement, score, user, time]."
            yield Problem(f"{source}:{number}", "This is no edge between two ids.", remedy)
            continue
        edge = _edge(row)
        if edge is not None:
            yield edge


def _json(first: str, rest: Iterator[str]) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(_chained(first, rest), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _edge(row: Any) -> Edge | None:
    """An edge that decides something, or None."""
    if isinstance(row, list):
        left, right, word = row[:3]
        at, deleted = (row[at] if len(row) > at else None for at in (5, 6))
    else:
        one, other = next(sides for sides in _SIDES if all(side in row for side in sides))
        left, right = row[one], row[other]
        word = row["judgement"] if "judgement" in row else row.get("decision")
        at, deleted = row.get("created_at"), row.get("deleted_at")
    left, right = (clean_line(str(part or "")) for part in (left, right))
    verdict = _WORDS.get(word) if isinstance(word, str | bool) else None
    if deleted or verdict is None or not left or not right or left == right:
        return None
    with suppress(TadmorError):
        return Edge(left, right, verdict, moment(clean_line(str(at or ""))))
    return Edge(left, right, verdict, "")


def named(found: Iterable[Edge], names: Mapping[str, tuple[str, Kind]], why: str, source: str) -> Named:
    """Say of names what edges say of ids.

    Ids that are joined are one cluster; one without a name, such as the cluster's own, is spoken for by the others.
    `names` gives the name and the kind of ids, `why` is the reason that the judgements get.
    """
    every = sorted(set(found), key=lambda edge: (edge.at, edge.left, edge.right))
    clusters = _Clusters(every)
    judgements: list[Judgement] = []
    problems: list[Problem] = []
    nameless: dict[str, None] = {}
    for members, at in clusters.joined():
        known = [member for member in members if member in names]
        nameless |= dict.fromkeys(one for one in members if one not in names and not (known and _HANDLE.match(one)))
        for left, right in zip(known[:1] * len(known), known[1:], strict=False):
            if _key(names[left]) != _key(names[right]):
                judgements.append(_judgement(names[left], names[right], Verdict.SAME, why, at))
    for edge in every:
        if edge.verdict is Verdict.SAME:
            continue
        left, right = (next((m for m in clusters.of(side) if m in names), "") for side in (edge.left, edge.right))
        if not left or not right:
            nameless |= dict.fromkeys(side for side, m in ((edge.left, left), (edge.right, right)) if not m)
        elif _key(names[left]) == _key(names[right]):
            what = (
                f"“{names[left][0]}” is the name of {edge.left} and of {edge.right}, which were judged {edge.verdict}."
            )
            problems.append(Problem(source, what, "Names alone cannot say it: judge it in an article that names one."))
        else:
            judgements.append(_judgement(names[left], names[right], edge.verdict, why, edge.at))
    if nameless:
        listed = [*nameless]
        more = f" and {len(listed) - _SHOWN:,} more" if len(listed) > _SHOWN else ""
        what = (
            f"Nobody says who these ids are: {', '.join(listed[:_SHOWN])}{more}; what was judged of them is left out."
        )
        problems.append(Problem(source, what, "Give the file with their entities: --entities FILE."))
    return Named(list(dict.fromkeys(judgements)), problems)


def _key(named: tuple[str, Kind]) -> tuple[str, Kind]:
    name, kind = named
    return analyse(name, kind).key, kind.folded


def _judgement(left: tuple[str, Kind], right: tuple[str, Kind], verdict: Verdict, why: str, at: str) -> Judgement:
    return Judgement(Anchor(*left), Anchor(*right), verdict, why, at)


class _Clusters:
    """The ids that edges join."""

    def __init__(self, every: Sequence[Edge]) -> None:
        self._parent: dict[str, str] = {}
        self._at: dict[str, str] = {}
        for edge in every:
            if edge.verdict is Verdict.SAME:
                left, right = sorted((self._root(edge.left), self._root(edge.right)))
                self._parent[right] = left
                self._at[left] = max(edge.at, self._at.get(left, ""), self._at.get(right, ""))
        self._members: dict[str, list[str]] = {}
        for one in sorted(self._parent):
            self._members.setdefault(self._root(one), []).append(one)

    def _root(self, one: str) -> str:
        self._parent.setdefault(one, one)
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def of(self, one: str) -> Sequence[str]:
        """The ids that are one with this, itself first."""
        if one not in self._parent:
            return [one]
        return [one, *(other for other in self._members[self._root(one)] if other != one)]

    def joined(self) -> Iterator[tuple[Sequence[str], str]]:
        """The clusters, each with the time of its latest edge."""
        for root, members in sorted(self._members.items()):
            if len(members) > 1:
                yield members, self._at.get(root, "")
