"""Those who bear one surname, as far as an initial beside it asks: whether it may mean one of them at all."""

from collections.abc import Iterable

from reader.names.analyse import Name

SEVERAL = 3
"""Initials from which on those who bear a surname are several, whatever else is known of them.

One is the initial's own; a second may be what somebody is called besides, as a person or an article said.
"""


def surname_of(name: Name) -> str:
    """The surname that an initial may stand beside, of a person's name; empty where it is no full name."""
    return name.words[-1] if len(name.words) > 1 else ""


def is_initial(name: Name) -> bool:
    """Whether a person's name is a surname with no more than an initial before it."""
    return len(name.words) > 1 and len(name.words[0]) == 1


def are_several(names: Iterable[Name]) -> bool:
    """Whether these full names of one surname are of so many persons that an initial says nothing of who is meant."""
    initials: set[str] = set()
    for name in names:
        initials.add(name.words[0][0])
        if len(initials) >= SEVERAL:
            return True
    return False


def bearing(surname: str) -> str:
    """The tie of an initial to all who bear the surname beside it."""
    return f"last {surname}"
