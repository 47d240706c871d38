"""Names of styles that several widgets share; what they look like is in `styles/`."""

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
