"""What would have to be true for a link to be wrong, said with every link that somebody might doubt."""

from reader.model import Evidence, Kind, Sign

RULE = "unless"
"""The rule of such a piece of evidence; it follows the reason that it qualifies."""

SURE = 0.9
"""Weight from which a reason stands without it."""

_TWO = {Kind.PERSON: "people", Kind.ORGANISATION: "organisations", Kind.PLACE: "places"}

_WRONG_IF = {
    "folded": "wrong if two {two} share the name “{short}”",
    "spelling": "wrong if {long} and {short} are two {two} whose names are only alike",
    "part": "wrong if {long} and {short} are two {two}, one of them without the other’s further names",
    "order": "wrong if one of {long} and {short} has as surname what is the other’s first name",
    "initial": "wrong if another person has the initials and the surname of “{short}”",
    "given": "wrong if another person is called “{short}” here by the first name",
    "surname": "wrong if another person is called “{short}” here",
    "ending": "wrong if the ending belongs to the name “{short}”",
    "short form": "wrong if another than {long} is called “{short}” for short",
    "head noun": "wrong if another than {long} is called “{short}” for short",
    "head": "wrong if “{short}” is here more than {long}, or another that is called so",
    "tail": "wrong if “{short}” is here more than {long}, or another that is called so",
    "acronym": "wrong if “{short}” stands for another name here",
    "translated": "wrong if {long} and {short} are two {two}: many take such names",
    "usage": "wrong if somebody or something else is called “{short}” as well",
}


def doubtful(words: str) -> Evidence:
    """What would have to be true for the link just said to be wrong; it moves no score."""
    return Evidence(Sign.NEUTRAL, RULE, words, 0.0)


def qualified(reason: Evidence, short: str, long: str, kind: Kind, unless: str = "") -> tuple[Evidence, ...]:
    """A reason for a link, and unless it is sure what would make it wrong: in the words given, else in its rule's.

    `short` is the name that was joined, `long` the one it was joined to.
    """
    known = _WRONG_IF.get(reason.rule, "")
    if not unless and known and reason.weight < SURE and reason.sign is Sign.FOR:
        unless = known.format(short=short, long=long, two=_TWO.get(kind.folded, "actors"))
    return (reason, doubtful(unless)) if unless else (reason,)
