"""Tags of a page cut to a number of attributes that the parser below takes in a moment.

It holds every new attribute of a tag against all before it: a tag with a hundred thousand took minutes.
"""

import re

ATTRIBUTES_LIMIT = 200
"""Most attributes that a tag keeps; pages have tens at most."""

_TAG = re.compile(r"""<[A-Za-z](?:"[^"]*+"|'[^']*+'|[^'">])*+""")
_ATTRIBUTE = re.compile(r"""[^\s"'>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?+""")
_SHORTEST = 2 * ATTRIBUTES_LIMIT
"""Letters of the shortest tag that can have more: a letter and a space for each."""


def with_few_attributes(text: str) -> str:
    """A page whose tags have `ATTRIBUTES_LIMIT` attributes at most, the first ones."""
    return _TAG.sub(_shortened, text)


def _shortened(match: re.Match[str]) -> str:
    tag = match.group()
    if len(tag) < _SHORTEST:
        return tag
    for number, attribute in enumerate(_ATTRIBUTE.finditer(tag, 1)):
        # The first is the tag's own name.
        if number > ATTRIBUTES_LIMIT:
            return tag[: attribute.start()]
    return tag
