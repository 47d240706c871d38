"""Roles and titles named next to a person, as far as a pattern can tell."""

import re
from collections.abc import Iterable

from reader.model import Document, Field, Mention
from reader.names.fold import fold

_ROLE = r"""(?:president|vice[ -]president|prime[ -]minister|minister|premier|chancellor|king|queen|prince|princess
|emir|sultan|pope|cardinal|archbishop|bishop|ayatollah|imam|sheikh|secretary(?:[ -]general)?|senator
|congress(?:man|woman)|governor|mayor|ambassador|envoy|commissioner|speaker|chair(?:man|woman|person)?|chief|head|director|general|colonel|major
|lieutenant|admiral|commander|judge|justice|prosecutor|lawyer|attorney
|spokes(?:man|woman|person)|leader|founder|owner|editor
|professor|analyst|coach|captain|manager|striker|midfielder|goalkeeper|doctor|dr|mr|mrs|ms|sir|lord|lady)"""
_BEFORE = re.compile(
    rf"((?:(?:deputy|acting|interim|former|ex|vice|foreign|defen[cs]e|interior|finance|prime|chief)[ -]+){{0,3}}{_ROLE}"
    r"(?:[ ]of[ ](?:the[ ])?\w+(?:[ ]and[ ]\w+)?)?)[ ,]*$",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(
    rf"^,\s+(?:the|a|an|its|his|their|\w+['’]s)?\s*((?:\w+[ ]){{0,3}}{_ROLE}(?:[ ]of[ ](?:the[ ])?\w+)?)[,.;]",
    re.IGNORECASE | re.VERBOSE,
)
WINDOW = 60
"""How many code points beside a mention are looked at."""


def titles_before(document: Document, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Folded roles just before or, between commas, just after these mentions, each once, in reading order."""
    found: dict[str, None] = {}
    for mention in mentions:
        text = document.title if mention.field is Field.TITLE else document.text
        before = _BEFORE.search(text[max(0, mention.start - WINDOW) : mention.start].rsplit("\n", 1)[-1])
        after = _AFTER.match(text[mention.end : mention.end + WINDOW])
        for match in (before, after):
            if match:
                found[fold(match.group(1))] = None
    return tuple(found)
