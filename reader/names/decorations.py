"""What news says of a group beside its name: "Takfiri", "rebel group", "militants", an adjective of its people."""

from collections.abc import Iterator

from reader.names.analyse import Name
from reader.names.tables import DECORATIONS_BEFORE, DECORATIONS_BEHIND

LONGEST = 3
"""Words of decoration at one end of a name, at most."""


def undecorated(name: Name) -> list[str]:
    """What is left of a name's text without decorations, the longest first; nothing where it has none.

    Whether what is left is a name, a dictionary or another name has to say: the Lebanese Forces are decorated too.
    """
    words = name.text.split()
    folded = [word.casefold().strip(",.\"'“”‘’") for word in words]
    before = next((at for at, word in enumerate(folded) if word not in DECORATIONS_BEFORE), len(words))
    behind = next((at for at, word in enumerate(reversed(folded)) if word not in DECORATIONS_BEHIND), len(words))
    found = [
        (start + end, " ".join(words[start : len(words) - end]))
        for start in range(min(before, LONGEST) + 1)
        for end in range(min(behind, LONGEST) + 1)
        if 0 < start + end < len(words)
    ]
    return [text for _, text in sorted(found, key=lambda item: item[0])]


def plainer(name: Name, *, people: bool) -> Iterator[tuple[str, bool]]:
    """What a dictionary may know a group's name by, and whether only as capitals; `people` says that it begins with the
    adjective of a people, which tells nothing of capitals alone, for the Pakistani Taliban are others than the Afghan.
    """
    plain = undecorated(name)
    for text in plain:
        yield text, False
    for text in (name.text, *plain) if people else ():
        rest = text.partition(" ")[2]
        if rest:
            yield rest, True
