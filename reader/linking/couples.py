"""Couples and relatives of one surname: Mr and Mrs Lacombe are two, each with a given name of the same gender."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.linking.surface_forms import SurfaceForm, text_of
from reader.model import Document, Field, Kind
from reader.names.analyse import Role, analyse
from reader.names.dictionary import Dictionary
from reader.names.fold import fold
from reader.names.genders import contradicts, name_gender, title_gender
from reader.names.tables import AT_THE_HEAD

_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\.?\s+$")
WINDOW = 20
"""Code points before a name in which its title is looked for."""


def part_couples(document: Document, forms: list[SurfaceForm], dictionary: Dictionary) -> None:
    """Say of the persons of one word whom their titles call a man or a woman, and part those who are both."""
    for form in list(forms):
        if form.kind is not Kind.PERSON or not form.name.single:
            continue
        titles = [_title(document, index) for index in form.members]
        genders = [*map(title_gender_of, titles)]
        found = set(filter(None, genders))
        if len(found) < 2:
            form.gender = next(iter(found), "")
            title = next((title for title in titles if title_gender_of(title) or fold(title) in AT_THE_HEAD), "")
            if title and form.entry is None and _only_others(form, title, forms, dictionary):
                form.name = analyse(f"{title} {form.name.text}", Kind.PERSON)
                form.of_nobody_here = True
        elif len(found) > 1 and form.entry is None:
            at = forms.index(form)
            forms[at : at + 1] = _parted(document, form, titles, genders)


def title_gender_of(title: str) -> str:
    """The gender that a word before a name says, if it is a title."""
    return title_gender(fold(title))


def _only_others(form: SurfaceForm, title: str, forms: Sequence[SurfaceForm], dictionary: Dictionary) -> bool:
    """Whether the title is nobody's of those who bear the surname in full here: "Sir Hugh Penrose and Lady Penrose"."""
    word = form.name.words[0]
    bearers = [one for one in forms if one.kind is Kind.PERSON and len(one.name.words) > 1 and one.name.surname == word]
    return bool(bearers) and not any(_may_be_titled(one, form.gender, title, dictionary) for one in bearers)


def _may_be_titled(form: SurfaceForm, gender: str, title: str, dictionary: Dictionary) -> bool:
    """Whether somebody may have this title: who leads a state is no relative of a better known bearer of the name."""
    if contradicts(gender, name_gender(form.name.words[0])):
        return False
    known = dictionary.bearers(form.name.surname or "")
    if not known or form.entry is known[0]:
        return True
    junior = any(token.role is Role.GENERATION for token in form.name.tokens)
    return not (fold(title) in AT_THE_HEAD and (form.entry or form.relative)) and not junior


def _parted(document: Document, form: SurfaceForm, titles: Sequence[str], genders: Sequence[str]) -> list[SurfaceForm]:
    """A form for each; where no title says who is meant it is whoever was named last."""
    first = next(filter(None, genders))
    parts: dict[str, SurfaceForm] = {}
    gender = first
    for index, rank, title, said in zip(form.members, form.ranks, titles, genders, strict=True):
        gender = said or gender
        part = parts.get(gender)
        if part is None:
            name = analyse(f"{title} {form.name.text}" if said else form.name.text, Kind.PERSON)
            part = replace(
                form,
                name=name,
                first=rank,
                gender=gender,
                members=[],
                ranks=[],
                texts=Counter(),
                declared=[],
                evidence={},
            )
            parts[gender] = part
        elif said and not part.name.honorific:
            part.name = analyse(f"{title} {form.name.text}", Kind.PERSON)
        part.members.append(index)
        part.ranks.append(rank)
        part.texts[text_of(document, document.mentions[index])] += 1
    return list(parts.values())


def _title(document: Document, index: int) -> str:
    """The word before a mention, or the title that it begins with."""
    mention = document.mentions[index]
    own = analyse(text_of(document, mention), Kind.PERSON)
    if own.honorific:
        return own.text.split()[0].rstrip(".")
    text = document.title if mention.field is Field.TITLE else document.text
    match = _BEFORE.search(text[max(0, mention.start - WINDOW) : mention.start])
    return match[1] if match else ""
