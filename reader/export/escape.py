"""Text of strangers inside Markdown, YAML and file names, so that it is text there and nothing else.

Escaped is what CommonMark reads as markup, and what common dialects add to it: tables, strikethrough, bare links,
formulas, highlights, comments, tags, block ids, emoji codes, template braces. A backslash before ASCII punctuation is
the punctuation in all of them.
"""

import json
import re
import unicodedata
from collections.abc import Set

_ANYWHERE = re.compile(
    r"[\\`*_\[\]<~|^${}]"  # CommonMark's inline marks and dialects'
    r"|(?<!#)#"  # headings, their closing marks, Obsidian's tags
    r"|&(?=#?\w+;)"  # entities
    r"|(?<==)=|=(?==)|(?<=%)%|%(?=%)"  # highlights, Obsidian's comments
    r"|(?<=\bhttp):(?=//)|(?<=\bhttps):(?=//)|(?<=\bftp):(?=//)|(?<=\bmailto):|(?<=\bxmpp):|(?<=\bwww)\."  # bare links
    r"|:(?=[\w+-]+:)"  # emoji codes
    r"|(?<=[A-Za-z0-9._+-])@(?=[A-Za-z0-9_-]+\.[A-Za-z0-9_-])",  # bare e-mail addresses
    re.IGNORECASE,
)
ANCHOR = "actor-"
"""Begins the anchor of an actor's entry, so that no heading of a viewer's own making is called the same."""

_PARTED = "<!-- -->@"
"""The sign of an e-mail address that shall not become a link."""
_AT_LINE_START = re.compile(r"[>+=:!-]|\d{1,9}(?P<mark>[.)])")
_URL_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'*+,;=%]")
_YAML_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?", re.ASCII)
_NOT_IN_NAMES = re.compile(r"[\W_]+")
_NOT_IN_NOTES = re.compile(r"[\[\]|#^\\/:*?\"<>\n\t]+")

FILE_NAME_LIMIT = 120
"""Longest file name made, in bytes, without its ending: within every file system's 255 with room to add to it."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\Z")
"""Names that Windows keeps for devices."""


def escapes(line: str) -> set[int]:
    """Where in a line, taken alone, a backslash is needed."""
    found = {match.start() for match in _ANYWHERE.finditer(line)}
    start = _AT_LINE_START.match(line)
    if start:
        found.add(start.start("mark") if start["mark"] else 0)
    return found


def text(line: str) -> str:
    """A line as Markdown that renders it and nothing else."""
    return part(line, 0, len(line), escapes(line))


def part(line: str, start: int, end: int, backslashes: Set[int]) -> str:
    """A part of a text with a backslash before each character at one of the given places.

    A backslash does not keep GitHub from seeing an e-mail address, as it looks for them when all marks have been read;
    a comment, which nobody sees, parts the name from the rest.
    """
    return "".join(_shielded(line[at]) if at in backslashes else line[at] for at in range(start, end))


def target(name: str) -> str:
    """A note's name as an Obsidian link leads to it: nothing there becomes an address."""
    return text(name).replace(_PARTED, "@")


def _shielded(char: str) -> str:
    return _PARTED if char == "@" else f"\\{char}"


def link_title(words: str) -> str:
    """A text inside the double quotes of a link's title."""
    return re.sub(r'([\\"&<>])', r"\\\1", " ".join(words.split()))


def url(address: str) -> str:
    """A web address in angle brackets, or, when it is none, escaped text."""
    if not address.lower().startswith(("http://", "https://")):
        return text(" ".join(address.split()))
    safe = _URL_UNSAFE.sub(
        lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace")), address
    )
    return f"<{safe}>"


def yaml(value: str) -> str:
    """A text as a YAML scalar that is a string whatever it says."""
    return _YAML_UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def yaml_date(value: str) -> str:
    """An ISO date or moment as a YAML date; any other text as a string."""
    return value if _ISO.fullmatch(value) else yaml(value)


def note_name(name: str) -> str:
    """A name as Obsidian allows for notes and links to them."""
    return " ".join(_NOT_IN_NOTES.sub(" ", name).split()) or "Unnamed"


def slug(name: str, limit: int = 60) -> str:
    """A name as an anchor: small ASCII letters, digits and hyphens; empty when it has none of them."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", plain).strip("-")[:limit].strip("-")


def file_name(title: str, date: str, number: int = 1) -> str:
    """A Markdown file's name for a title and an ISO date (or ""): safe on every system, in the title's own script.

    Titles may be alike: from `number` 2 on it is part of the name.
    """
    words = _NOT_IN_NAMES.sub("-", unicodedata.normalize("NFC", title).lower()).strip("-")
    day = date[:10] if re.match(r"\d{4}-\d\d-\d\d", date) else ""
    stem = f"{day}-{words}".strip("-").encode()[:FILE_NAME_LIMIT].decode("utf-8", "ignore").rstrip("-")
    if not stem or _RESERVED.match(stem):
        stem = f"article-{stem}".rstrip("-")
    return f"{stem}-{number}.md" if number > 1 else f"{stem}.md"
