"""How a known text or address is found again: by hashes, which say where to look and prove nothing."""

from functools import lru_cache
from hashlib import blake2b

from reader.library.addresses import address

SUBSTANTIAL = 300
"""Letters and signs, white space left out, from which on two texts are not the same by chance: three sentences."""


LINE = 160
"""Letters and signs up to which a text is a line or two, which anybody may write twice."""


def squeezed(text: str) -> str:
    """A cleaned text, which is in one normal form, without its white space."""
    # Three times as fast, and what articles mostly are: of all white space in ASCII, cleaning leaves these.
    return text.replace(" ", "").replace("\n", "").replace("\t", "") if text.isascii() else "".join(text.split())


def whole(title: str, body: str) -> str:
    """All that an article says, its title at the head whether or not it was told apart from the text."""
    return _headed(title, squeezed(body))


def whole_key(title: str, body: str) -> int:
    """The hash of title and text, but for white space."""
    return _key("whole", whole(title, body))


def body_key(body: str) -> int | None:
    """The hash of a text, but for white space; None of one that others may have by chance."""
    text = squeezed(body)
    return _key("body", text) if len(text) >= SUBSTANTIAL else None


def address_key(url: str) -> int | None:
    """The hash of a page's address; None where it is that of no single page."""
    found = address(url) if url else ""
    return _key("address", found) if found else None


@lru_cache(maxsize=4)
def keys(title: str, body: str, url: str) -> tuple[int, ...]:
    """By what an article is found again, the surest first: `whole_key`, `body_key`, `address_key`.

    The last answers are kept: whatever comes in is looked for by them, and then remembered by them.
    """
    text = squeezed(body)
    found = [_key("whole", _headed(title, text))]
    if len(text) >= SUBSTANTIAL:
        found.append(_key("body", text))
    if (key := address_key(url)) is not None:
        found.append(key)
    return tuple(found)


def _headed(title: str, text: str) -> str:
    head = squeezed(title).removesuffix("…")
    return text if text.startswith(head) else head + text


def _key(what: str, text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8, person=what.encode()).digest()
    return int.from_bytes(digest, "big", signed=True)
