"""Pages of lines that are no sentences: results, standings, scorecards, line-ups, counts by place.

Why: in prose the words around a name tell its kind; in a table only the table does. "Leeds 2 Chelsea 0" is of two
clubs and "Norway 2 Wales 0" of two states; beside counts of the dead a town is a town. Newspapers agree on that,
and no source with an open licence has such lines. All shapes are written for this project.
"""

import random
import re
from collections.abc import Callable, Iterator

from training.augment import Pools
from training.sources import Sentence, Span, states

_CLUB_BEFORE = (
    "Dynamo Real Sporting Racing Athletic Inter Olympique Lokomotiv Red_Star Atletico FC AC Spartak CSKA".split()
)
_CLUB_AFTER = (
    "United City Town Rovers Wanderers Athletic County FC Rangers Albion Tigers Eagles Kings Bulls Stars".split()
)
_SPORTS = "soccer tennis cricket rugby basketball cycling athletics boxing golf baseball swimming hockey".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LETTERS = "ABCDEFGHJKLMNPRSTVW"

_PARTS = re.compile(r"(\{\w+\})")

_RESULTS = (
    "{side} {few} {side} {few}",
    "{side} {few} {side} {few} (halftime {few}-{few})",
    "{side} {few} {side} {few} (after extra time)",
    "{side} {many} {side} {many}",
    "{SIDE} {few} {side} {few}",
    "{side} {few} {SIDE} {few}",
    "{side} {few}, {side} {few}",
    "{SIDE} AT {SIDE}",
    "{side} v {side}",
    "{side} - {side} {few}-{few}",
)
_STANDINGS = (
    "{side} {few} {few} {few} {few} {few} {few} {few}",
    "{side} {many} {few} {few} {few} {many} {many} {many}",
    "{side} {many} {many} .{hundreds} {few} 1/2",
    "{SIDE} {many} {many} .{hundreds} {few}",
    "{few}. {side} {many} {few} {few} {many}",
    "{side} {many} points",
)
_CRICKET = (
    "{side} {hundreds} and {hundreds}-{few}, {side} {hundreds}",
    "{side} {hundreds} and {many} for {few} ({initials} {surname} {many}); {side} {hundreds} ({surname} {few}-{many})",
    "At {place}: {side} {hundreds} and {hundreds} ({initials} {surname} {many} not out).",
    "{side} {few} points, {side} {few}.",
    "At {place} ({place}): {side} {hundreds} ({initials} {surname} {hundreds}), {side} {many}-{few}.",
)
_SCORECARD = (
    "{person} c {surname} b {surname} {many}",
    "{initials} {surname} lbw b {surname} {few}",
    "{person} not out {many}",
    "{surname} c and b {surname} {many}",
    "{initials} {surname} run out {many}",
    "{person} b {surname} {few}",
    "{surname} {many}-{few}-{many}-{few}, {surname} {many}-{few}-{many}-{few}, {surname} {few}-{few}-{many}-{few}.",
    "{person} {few}-{few}-{many}-{few} (1w), {person} {many}-{few}-{many}-{few},",
    "Did not bat: {surname}, {surname}, {surname}.",
    "Fall of wickets: 1-{many} 2-{many} 3-{hundreds}.",
)
_LINEUP = (
    "{side}: {few} - {person}, {few} - {person}, {few} - {person}, {many} - {person} ({many} - {person} {many}th).",
    "{side}: {person}; {person}, {person}, {surname}, {surname}.",
    "{surname}, {surname}, {surname}, {surname}, {surname}, {surname},",
    "Scorers: {surname} ({many}th minute), {person} ({many}th, {many}th)",
    "{side} - {person} ({many}th), {person} ({many}th). Attendance: {many},000.",
    "Referee: {person} ({state})",
)
_PLACINGS = (
    "{few}. {person} ({state}) {few}:{many}.{many}",
    "{few}. {person} ({state}) {club} {few}:{many}:{many}",
    "{person} ({state}) beat {person} ({state}) {few}-{few} {few}-{few}",
    "{few} - {person} ({state}) beat {person} ({state}) {few}-{few}, {few}-{few}",
    "{hundreds} {person} ({state}) {many} {many} {many}",
    "{few}. {state} {few}:{many}.{many}",
    "{many} {person} ({state}), {person} ({state}), {person} ({state})",
    "{person}, {state}, {club}, {few} points",
    "{many} {SURNAME} {state} {many}.{many}",
)
_NEWS = (
    "{SPORT} - {SIDE} BEAT {SIDE} {few}-{few}.",
    "{SPORT} - {SURNAME} OUT OF THE FINAL IN {PLACE}.",
    "{SPORT} - RESULTS OF {PLACE} OPEN.",
    "{side} beat {side} {few}-{few} ({few}-{few}) on {day}.",
    "{side} moved to the top of the table with a {few}-{few} win over {side}.",
    "Striker {person} put {side} ahead in the {many}th minute.",
    "{person} of {side} broke his leg in training, the club said.",
    "{side} coach {person} blamed the weather.",
    "It was the third defeat in a row for {side}, who lost to {side} last week.",
    "{side} lead {side} by {few} points with a match in hand.",
    "Standings (tabulate under games, won, drawn, lost, points):",
    "Results of matches played on {day} (home team in capitals):",
    "{surname} was out for {many} as {side} lost their last {few} wickets for {many} runs.",
)
_COUNTS = (
    "{place}: {many} killed, {many} wounded",
    "{place} province: {many} dead",
    "{place} - {hundreds} families",
    "{many} in {place}, {many} in {place} and {few} in {place}",
    "{place} | {many} | {hundreds} | {few}",
    "{place}\t{many}\t{hundreds}",
    "- {place}: two air strikes, no casualties",
    "Displaced from {place}: {many},{hundreds}",
    "{place}, {state}: {few} incidents",
    "{organisation}: {many} seats",
    "{organisation} {many}.{few} percent, {organisation} {many}.{few} percent",
    "* {person}, {organisation}",
    "{person} | {organisation} | {place}",
    "{person} ({organisation}), {hundreds} votes",
)
_PAGES = (_RESULTS, _STANDINGS, _CRICKET, _SCORECARD, _LINEUP, _PLACINGS, _NEWS, _COUNTS, _COUNTS)


def page(pools: Pools, rng: random.Random) -> list[Sentence]:
    """A dozen lines at most, of one sort; its sides are clubs or, now and then, states."""
    shapes = rng.choice(_PAGES)
    one = rng.sample(shapes, rng.randint(1, min(3, len(shapes))))
    national = rng.random() < 0.25
    lines = [_line(rng.choice(one), national, pools, rng) for _ in range(rng.randint(2, 12))]
    if shapes in (_RESULTS, _STANDINGS, _CRICKET) and rng.random() < 0.5:
        lines.insert(0, _line(rng.choice(_NEWS), national, pools, rng))
    return lines


def _line(shape: str, national: bool, pools: Pools, rng: random.Random) -> Sentence:
    text, spans = "", []
    for part in _PARTS.split(shape):
        if not part.startswith("{"):
            text += part
            continue
        what = part[1:-1]
        if what.lower() == "side":
            what = ("state" if national else "club") if what.islower() else ("STATE" if national else "CLUB")
        if what in _FILLED:
            text += _FILLED[what](rng)
            continue
        if what == "initials":
            spans.append(Span(len(text), len(text), ("person",)))
            text += ".".join(rng.choice(_LETTERS) for _ in range(rng.choice((1, 1, 2)))) + "."
            continue
        name, kind = _name(what.lower(), pools, rng)
        name = name.upper() if what.isupper() else name
        # Initials and the surname after them are one name.
        start = spans.pop().start if spans and spans[-1].start == spans[-1].end else len(text)
        text += name
        spans.append(Span(start, len(text), (kind,)))
    return Sentence(text, spans, True)


_FILLED: dict[str, Callable[[random.Random], str]] = {
    "few": lambda rng: str(rng.randint(0, 9)),
    "many": lambda rng: str(rng.randint(10, 99)),
    "hundreds": lambda rng: str(rng.randint(100, 699)),
    "day": lambda rng: rng.choice(_DAYS),
    "SPORT": lambda rng: rng.choice(_SPORTS).upper(),
}


def _name(what: str, pools: Pools, rng: random.Random) -> tuple[str, str]:
    """A name for this part of a line, and its kind."""
    if what == "club":
        return club(pools, rng), "organisation"
    if what == "state":
        return rng.choice(states()), "place"
    if what == "surname":
        return rng.choice(pools["person"]).split()[-1], "person"
    return rng.choice(pools[what]), what


def club(pools: Pools, rng: random.Random) -> str:
    """A club's name: mostly that of its town, which no state's name is."""
    town = next(name for name in _towns(pools, rng) if name not in states())
    roll = rng.random()
    if roll < 0.65:
        return town
    if roll < 0.8:
        return f"{town} {rng.choice(_CLUB_AFTER)}"
    if roll < 0.92:
        return f"{rng.choice(_CLUB_BEFORE).replace('_', ' ')} {town}"
    return next(name for name in _words(pools["organisation"], rng) if " " not in name)


def _towns(pools: Pools, rng: random.Random) -> Iterator[str]:
    """Names of places that might be towns: short, and no acronyms or adjectives before a larger one's name."""
    return (
        name
        for name in _words(pools["place"], rng)
        if name.count(" ") < 2 and "," not in name and name[0].isupper() and not name.isupper()
    )


def _words(names: list[str], rng: random.Random) -> Iterator[str]:
    while True:
        yield rng.choice(names)
