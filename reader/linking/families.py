"""Families: relatives who share a surname with somebody better known, and plurals that name them all."""

import re
from collections.abc import Sequence

from reader.linking.surface_forms import SurfaceForm
from reader.model import Document, Field, Kind
from reader.names.dictionary import Dictionary
from reader.names.fold import APOSTROPHES

_RELATIVE = (
    r"(?:wife|husband|widow(?:er)?|spouse|fianc[ée]e?|sons?|daughters?|brothers?|sisters?|siblings?|twins?|father|mother"
    r"|cousins?|nephews?|nieces?|uncles?|aunts?|grand(?:son|daughter|father|mother)"
    r"|(?:half|step)-?(?:brother|sister|son|daughter)|(?:brother|sister|son|daughter|father|mother)-in-law)"
)
_BEFORE = re.compile(rf"\b{_RELATIVE}[\s,:]+(?:the\s+late\s+)?$")
"""What stands before the name of somebody's relative: "his wife Naina", "the president's brother, Maher".

In capitals it is a title ("Mother Teresa").
"""

_AFTER = re.compile(
    r"^(?:,|\s+(?:is|was))\s+(?:(?:the|a|an|his|her|their|\w+['’]s?|elder|older|younger|eldest|youngest|first|second|third"
    rf"|only|late|former|estranged)\s+){{0,3}}(?:ex-)?{_RELATIVE}\b"
)
"""What stands behind it: "Naina, wife of", "Sarah was Brady's second wife"."""

WINDOW = 30
"""Code points beside a name in which such words are looked for."""

PROSE = 60
"""Words of running text from which the lack of any apostrophe means that they were lost."""


def mark_families(document: Document, forms: Sequence[SurfaceForm]) -> None:
    """Say which full names are introduced as somebody's relative, and make groups of families ("the Obamas")."""
    people = [form for form in forms if form.kind is Kind.PERSON]
    introduced = {f.name.words for f in people if any(_introduced(document, i) for i in f.members)}
    for form in people:
        if len(form.name.words) > 1 and form.entry is None:
            form.relative = form.name.words in introduced or form.name.words[:1] in introduced
    surnames = {form.name.surname for form in people if len(form.name.words) > 1}
    for form in people:
        if form.name.single and form.entry is None:
            word = form.name.words[0]
            if word.endswith("s") and word[:-1] in surnames and word not in surnames and not _lost(document):
                form.kind = Kind.GROUP


def left_open(document: Document, forms: Sequence[SurfaceForm], dictionary: Dictionary) -> list[SurfaceForm]:
    """The lone surnames that are rather another's than the one's who bears it in full in this article.

    Either that one is introduced as somebody's relative; or a known person has the surname, and it stands alone before
    the full name, or the one named in full is called by the first name. All articles together say who is meant.
    """
    people = [form for form in forms if form.kind is Kind.PERSON]
    alone = {form.name.words[0]: form for form in people if form.name.single}
    found = []
    for word, form in alone.items():
        bearers = [f for f in people if len(f.name.words) > 1 and f.name.surname == word]
        if not bearers or any(bearer.entry for bearer in bearers):
            continue
        famous = bool(dictionary.bearers(word))
        if all(
            bearer.relative or (famous and (_before(document, form, bearer) or bearer.name.words[0] in alone))
            for bearer in bearers
        ):
            found.append(form)
    return found


def _before(document: Document, short: SurfaceForm, long: SurfaceForm) -> bool:
    """Whether the body has the short name before the long one: titles are short anyway."""
    starts = [
        [document.mentions[i].start for i in form.members if document.mentions[i].field is Field.BODY]
        for form in (short, long)
    ]
    return bool(starts[0]) and bool(starts[1]) and min(starts[0]) < min(starts[1])


def _introduced(document: Document, index: int) -> bool:
    mention = document.mentions[index]
    text = document.title if mention.field is Field.TITLE else document.text
    before, after = text[max(0, mention.start - WINDOW) : mention.start], text[mention.end : mention.end + WINDOW]
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def _lost(document: Document) -> bool:
    """Whether the text lost its apostrophes, as in many archives: then "Assads" is Assad's."""
    return len(document.text.split()) >= PROSE and not any(sign in document.text for sign in APOSTROPHES)
