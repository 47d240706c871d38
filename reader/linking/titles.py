"""Roles and titles named next to a person, as far as a pattern can tell."""

import re
from collections.abc import Iterable, Iterator

from reader.model import Document, Field, Mention
from reader.names.fold import fold
from reader.names.tables import Title, titles

_COMPOUNDS = ("vice president", "prime minister", "secretary general")


def _any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, written together or with a hyphen where they have a space."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(longest_first).replace(' ', '[ -]')})"


_ROLES = {*titles(Title.BESIDE), *_COMPOUNDS}
_LAST_WORDS = {role.split()[-1] for role in _ROLES}
_IN_ANY_ROLE = [word for word in sorted(_LAST_WORDS) if not any(o in word for o in _LAST_WORDS if o != word)]
"""Of these one is in every role: looked for first, since most names have no role beside them."""

_ROLE = _any_of(_ROLES)
_BEFORE = re.compile(
    rf"((?:{_any_of(titles(Title.QUALIFIER))}[ -]+){{0,3}}{_ROLE}(?:[ ]of[ ](?:the[ ])?\w+(?:[ ]and[ ]\w+)?)?)[ ,]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^,\s+(?:the|a|an|its|his|their|\w+['’]s)?\s*((?:\w+[ ]){{0,3}}{_ROLE}(?:[ ]of[ ](?:the[ ])?\w+)?)[,.;]",
    re.IGNORECASE,
)
WINDOW = 60
"""How many code points beside a mention are looked at."""


def titles_beside(document: Document, mention: Mention) -> Iterator[str]:
    """Folded roles just before or, between commas, just after a mention."""
    text = document.title if mention.field is Field.TITLE else document.text
    line = text[max(0, mention.start - WINDOW) : mention.start].rsplit("\n", 1)[-1]
    folded = line.casefold()
    before = _BEFORE.search(line) if any(word in folded for word in _IN_ANY_ROLE) else None
    after = _AFTER.match(text[mention.end : mention.end + WINDOW])
    for match in (before, after):
        if match:
            yield fold(match.group(1))
