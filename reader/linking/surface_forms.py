"""The forms of one article: its mentions grouped by what they say, with what the dictionary knows about them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.model import Document, Evidence, Field, Kind, Mention
from reader.names.analyse import Name, analyse
from reader.names.broken import mended
from reader.names.dictionary import Dictionary, Entry

NATIONALITY_KINDS = frozenset({Kind.OTHER, Kind.GROUP, Kind.PLACE, Kind.STATE})
"""Kinds under which recognisers file adjectives and nouns of nationality."""


@dataclass(slots=True)
class SurfaceForm:
    """Mentions of one article with equal folded names (or one dictionary entry) and one kind."""

    name: Name
    """Its fullest spelling."""
    kind: Kind
    first: int
    """Rank of its first mention in reading order."""
    entry: Entry | None = None
    by_acronym: bool = False
    """The dictionary knows it only by its capitals, which an article may use for somebody else."""
    nationality: bool = False
    seen_as: Kind = Kind.OTHER
    """What the recogniser took its first mention for, whatever the dictionary says."""
    relative: bool = False
    """Introduced as somebody's wife, son, brother: the surname alone is more likely that somebody."""
    gender: str = ""
    """Whom the titles before it call a man or a woman, of a person named by one word (`names.genders`)."""
    of_nobody_here: bool = False
    """Its title is nobody's of those who bear the surname in full in this article."""
    state: str = ""
    """Of a name that every state has one of, the id of the state that stands near it (`national_bodies`)."""
    members: list[int] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    texts: Counter[str] = field(default_factory=Counter)
    declared: list[str] = field(default_factory=list)
    evidence: dict[int, tuple[Evidence, ...]] = field(default_factory=dict)

    def anew(self) -> "SurfaceForm":
        """The same form, to be joined to others without a change of this one."""
        return SurfaceForm(
            *(self.name, self.kind, self.first, self.entry, self.by_acronym, self.nationality, self.seen_as),
            *(self.relative, self.gender, self.of_nobody_here, self.state, self.members, self.ranks, self.texts),
            *([*self.declared], dict(self.evidence)),
        )


def text_of(document: Document, mention: Mention) -> str:
    """The words of a mention, as they read where a line break or an unseen sign parts them."""
    text = document.title if mention.field is Field.TITLE else document.text
    return mended(text[mention.start : mention.end])


def reading_order(mentions: Sequence[Mention]) -> list[int]:
    """Indices of mentions as a reader meets them: the title first."""
    return sorted(range(len(mentions)), key=lambda i: (mentions[i].field is not Field.TITLE, mentions[i].start, i))


def surface_forms(document: Document, dictionary: Dictionary) -> list[SurfaceForm]:
    """Group a document's mentions into forms, in reading order."""
    forms: dict[tuple[str, str], SurfaceForm] = {}
    known: dict[tuple[str, Kind], _Known] = {}
    for rank, index in enumerate(reading_order(document.mentions)):
        mention = document.mentions[index]
        text = text_of(document, mention)
        said = known.get((text, mention.kind))
        if said is None:
            said = known[text, mention.kind] = _known(text, mention.kind, dictionary)
        name, entry, nationality = said
        kind = entry.kind if entry else mention.kind
        identity = f"{entry.id} {nationality}" if entry else name.key
        form = forms.get((identity, kind.folded.value))
        if form is None:
            form = SurfaceForm(name, kind, rank, entry, nationality=nationality, seen_as=mention.kind)
            form.by_acronym = entry is not None and not nationality and not dictionary.by_name(name, entry)
            forms[(identity, kind.folded.value)] = form
        elif name is not form.name and _better(name, form.name, entry, dictionary):
            form.name = name
        if form.by_acronym and entry is not None and dictionary.by_name(name, entry):
            form.by_acronym = False
        form.members.append(index)
        form.ranks.append(rank)
        form.texts[text] += 1
    return list(forms.values())


class _Known(NamedTuple):
    """What a mention says by its text and kind alone."""

    name: Name
    entry: Entry | None
    nationality: bool


def _known(text: str, kind: Kind, dictionary: Dictionary) -> _Known:
    name = analyse(text, kind)
    entry = dictionary.lookup(name)
    if entry is None and kind in NATIONALITY_KINDS:
        entry = dictionary.demonym(text)
        if entry is not None:
            return _Known(name, entry, True)
    return _Known(name, entry or dictionary.misfiled(name), False)


def _better(name: Name, than: Name, entry: Entry | None, dictionary: Dictionary) -> bool:
    """Whether a spelling names the form better: "Syria" than "Syrias", whose apostrophe was lost."""
    if entry is not None and dictionary.by_name(name, entry) != dictionary.by_name(than, entry):
        return dictionary.by_name(name, entry)
    return fuller(name, than)


def fuller(left: Name, right: Name) -> bool:
    """Whether `left` says more than `right`: more words, then more letters, capitals as in running text."""
    return _fullness(left) > _fullness(right)


def _fullness(name: Name) -> tuple[int, bool, int]:
    return len(name.words), not name.text.isupper(), len(name.key)
