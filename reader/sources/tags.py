"""Tags of a page cut to a number of attributes that the parser below takes in a moment.

It holds every new attribute of a tag against all before it: a tag with a hundred thousand took minutes.
"""

import re

ATTRIBUTES_LIMIT = 200
"""Most attributes that a tag keeps; pages have tens at most."""

_INSIDE = r"""(?:=\s*+(?:"[^"]*+"|'[^']*+')|[^>])*+"""
_TAG = re.compile(
    rf"(?P<open><(?P<name>script|style)\b{_INSIDE}>)(?P<raw>.*?)(?=</(?P=name)|\Z)|<[A-Za-z][\w:-]*+(?=[\s/]){_INSIDE}",
    re.I | re.S,
)
"""A tag up to its end, and of scripts and styles what they hold: `i<n.length` in there is none."""

_ATTRIBUTE = re.compile(r"""[^\s"'>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?+""")
_SHORTEST = 2 * ATTRIBUTES_LIMIT
"""Letters of the shortest tag that can have more: a letter and a space for each."""


def with_few_attributes(text: str) -> str:
    """A page whose tags have `ATTRIBUTES_LIMIT` attributes at most, the first ones."""
    return _TAG.sub(_shortened, text)


def _shortened(match: re.Match[str]) -> str:
    return _cut(match["open"]) + match["raw"] if match["open"] else _cut(match.group())


def _cut(tag: str) -> str:
    if len(tag) < _SHORTEST:
        return tag
    for number, attribute in enumerate(_ATTRIBUTE.finditer(tag, 1)):
        # The first is the tag's own name.
        if number > ATTRIBUTES_LIMIT:
            return tag[: attribute.start()]
    return tag
