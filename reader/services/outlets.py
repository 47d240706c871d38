"""Where an outlet is at home, as far as its address says so."""

from urllib.parse import urlsplit

_NOBODYS = frozenset("ai cc co eu fm gg io la ly me nu pw su to tv ws ag am cd gl ms sc st vc vg".split())
"""Endings of addresses that are taken by whoever likes them."""


def home_of(url: str) -> str:
    """The id of the state whose ending an article's address has; else empty."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    ending = host.rpartition(".")[2]
    if len(ending) != 2 or ending in _NOBODYS:
        return ""
    return f"state:{'gb' if ending == 'uk' else ending}"
