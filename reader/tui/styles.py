"""Names of styles that several widgets share; what they look like is in `styles/`."""

from collections.abc import Sequence
from itertools import pairwise

from rich.style import Style

from reader.model import Kind

KIND_CLASS: dict[Kind, str] = {kind: "kind--" + kind.value.replace(" ", "-") for kind in Kind}
"""Component class of each kind of actor."""
KIND_CLASSES: frozenset[str] = frozenset(KIND_CLASS.values())
KIND_TITLES: dict[Kind, str] = {
    Kind.PERSON: "PEOPLE",
    Kind.ORGANISATION: "ORGANISATIONS",
    Kind.ARMED_GROUP: "ARMED GROUPS",
    Kind.STATE: "STATES",
    Kind.PLACE: "PLACES",
    Kind.GROUP: "GROUPS",
    Kind.OTHER: "OTHER",
}
"""Headings of the actors pane, in its order."""


def overlaid(text: str, marks: Sequence[tuple[int, int, Style]]) -> list[tuple[str, Style]]:
    """A line cut where marks begin and end, each piece in the sum of its marks' styles, the later over the earlier."""
    cuts = sorted({0, len(text), *(cut for left, right, _ in marks if left < right for cut in (left, right))})
    pieces: list[tuple[str, Style]] = []
    for a, b in pairwise(cuts):
        style = Style()
        for left, right, mark in marks:
            if left <= a and b <= right:
                style += mark
        pieces.append((text[a:b], style))
    return pieces
