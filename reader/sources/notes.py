"""What note-taking programs add to Markdown: links by name, properties in lines, exports of highlights."""

import re
from collections.abc import Mapping

from reader.sources import fields
from reader.sources.traced import Span, Traced

_LINK = re.compile(r"(!?)\[\[([^\[\]|\n]{1,200})(?:\\?\|([^\[\]\n]{0,200}))?\]\]")
_PROPERTY = re.compile(r"[ \t]*(?:- )?([A-Za-z][\w -]{0,30}):: ?(.*)\Z")
_PAIR = re.compile(r"[-*] +(?:\*\*)?([A-Za-z][\w ]{0,30}?)(?:\*\*)?:(?:\*\*)? +(.+)\Z")
_METADATA = re.compile(r"^#{1,3} Metadata[ \t]*\n((?:[ \t]*(?:[-*] .*)?\n?)+)", re.M)
_COVER = re.compile(r"^!\[rw-book-cover\]\([^)\n]*\)[ \t]*\n?", re.M)
_SEE = re.compile(r"[ \t]*\(\[(?:View Highlight|Location [\d-]+)\]\([^)\n]*\)\)")
_FULL_TITLE = "fulltitle"


def unlinked(text: Traced) -> Traced:
    """A text with links by name as they are shown: `[[A|B]]` is B, `[[A#part]]` is A, a picture is nothing."""
    return text.sub(_LINK, _shown)


def unlinked_value(text: str) -> str:
    """The same of a value."""
    return unlinked(Traced.of(text)).text


def _shown(link: re.Match[str]) -> Span:
    embedded, target, label = link.groups()
    if embedded:
        return link.start(), link.start()
    if label:
        start, words = link.start(3), label
    elif name := target.partition("#")[0]:
        start, words = link.start(2), name
    else:
        words = target.lstrip("#^")
        start = link.end(2) - len(words)
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _nothing(found: re.Match[str]) -> Span:
    return found.start(), found.start()


def split_properties(text: Traced) -> tuple[Mapping[str, object], Traced]:
    """What a note says of itself in lines (Logseq's `key:: value`, the metadata of a Readwise export), and the rest."""
    found: dict[str, object] = {}
    top = True
    kept = []
    for line in text.lines():
        match = _PROPERTY.match(line.text)
        if match and (top or fields.fold(match[1]) in _OF_BLOCKS):
            if top:
                found.setdefault(match[1], match[2].strip())
            continue
        top = top and not line.text.strip()
        kept.append(line)
    text = Traced.joined(kept, "\n")
    if section := _METADATA.search(text.text):
        pairs = [pair for line in section[1].split("\n") if (pair := _PAIR.match(line.strip()))]
        told = {pair[1]: pair[2].strip() for pair in pairs}
        if any(told[name] for name in told if _known(name)):
            full = next((value for name, value in told.items() if fields.fold(name) == _FULL_TITLE), "")
            found = {**found, **told, **({"title": full} if full else {})}
            rest = text.cut(0, section.start()) + text.cut(section.end(), len(text.text))
            text = rest.sub(_COVER, _nothing).sub(_SEE, _nothing)
    return found, text


_OF_BLOCKS = frozenset(("id", "collapsed", "heading", "backgroundcolor", "logseqordertype"))
"""Properties that Logseq writes at any block, for itself."""


def _known(name: str) -> bool:
    return fields.fold(name) == _FULL_TITLE or any(fields.fold(name) in names for names in fields.FIELDS.values())
