"""Mentions into chains: the mentions inside one article that are one actor, with why."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reader.linking.caveats import qualified
from reader.linking.families import left_open
from reader.linking.judging import heeding
from reader.linking.mechanism_weights import speaks_for
from reader.linking.reading import Reading, read
from reader.linking.several_kinds import one_name_of_several_kinds
from reader.linking.short_forms_in_article import Step, organisation_short_forms, person_short_forms, person_variants
from reader.linking.surface_forms import SurfaceForm, fuller
from reader.model import Chain, Document, Judgement, Kind, Verdict
from reader.names.analyse import analyse
from reader.names.dictionary import Dictionary
from reader.names.wording import Mechanism


def chains_of(document: Document, dictionary: Dictionary, judgements: Sequence[Judgement] = ()) -> list[Chain]:
    """The chains of a document in reading order; every mention is in exactly one.

    Names that a person judged to be two actors, everywhere or in this document (`Anchor.article.location` is its id),
    are never put in one chain. Ids are `DOCUMENT/NUMBER`, counted from 0. Pure: one document, one result.
    """
    here = [j for j in judgements if any(a.article and a.article.location == document.id for a in (j.left, j.right))]
    if here:
        dictionary = heeding(dictionary, judgements, document.id)
    reading = read(document, dictionary)
    forms = reading.forms()
    joined = _Joined(forms, list(_apart(document, judgements)))
    form_of = {index: form for form in forms for index in form.members}
    for left, right in reading.declared:
        joined.declare(form_of[left], form_of[right])
    joined.same_names()
    joined.all(person_variants(joined.heads(), reading.compare))
    heads = joined.heads()
    joined.all(person_short_forms([*heads, *joined.other_names()], left_open(document, heads, dictionary)))
    joined.all(organisation_short_forms(joined.heads(), dictionary))
    return [_chain(document.id, reading, number, group) for number, group in enumerate(joined.groups())]


def _apart(document: Document, judgements: Iterable[Judgement]) -> Iterator[tuple[str, str]]:
    """Pairs of folded names that a person judged not to be one actor here."""
    for judgement in judgements:
        anchors = (judgement.left, judgement.right)
        here = all(a.article is None or a.article.location == document.id for a in anchors)
        if here and judgement.verdict is not Verdict.SAME:
            left, right = (analyse(a.name, a.kind).key for a in anchors)
            if left != right:
                yield left, right


class _Joined:
    """Forms joined so far: each group keeps its fullest form as head."""

    def __init__(self, forms: list[SurfaceForm], apart: list[tuple[str, str]]) -> None:
        self._forms = forms
        self._apart = apart
        self._group: dict[int, list[SurfaceForm]] = {id(form): [form] for form in forms}
        self._head: dict[int, SurfaceForm] = {id(form): form for form in forms}

    def heads(self) -> list[SurfaceForm]:
        """The head of every group, in reading order."""
        return [form for form in self._forms if self._head[id(form)] is form]

    def other_names(self) -> list[SurfaceForm]:
        """Persons' full names that an alias leads ("Lena Brandt, nom de guerre Abu Nur"): their surnames are called."""
        return [
            form
            for form in self._forms
            if self._head[id(form)] is not form
            and form.kind is Kind.PERSON
            and len(form.name.words) > 1
            and form.name.surname not in self._head[id(form)].name.words
        ]

    def groups(self) -> list[list[SurfaceForm]]:
        """Every group, its head first, in order of first mention."""
        groups = [[h, *(f for f in self._group[id(h)] if f is not h)] for h in self.heads()]
        return sorted(groups, key=lambda group: min(form.first for form in group))

    def join(self, step: Step) -> None:
        """Add the short form's group to the long one's, with the reason at every mention that it brings."""
        long, short = self._head[id(step.long)], self._head[id(step.short)]
        if long is short or (long.entry and short.entry and long.entry.id != short.entry.id and not short.by_acronym):
            return
        if self._apart and self._judged_apart(long, short):
            return
        reasons = (*qualified(step.evidence, short.name.text, long.name.text), *step.besides)
        for index in short.members:
            short.evidence.setdefault(index, reasons)
        if short.by_acronym and short.entry is not long.entry:
            # The capitals are another's elsewhere; what this article spells them out as decides here.
            short.entry, short.kind = None, short.seen_as
        if long.entry is None and short.entry is not None and not short.by_acronym:
            long.entry, long.kind = short.entry, short.entry.kind
        for form in self._group.pop(id(short)):
            self._head[id(form)] = long
            self._group[id(long)].append(form)
        long.ranks = sorted({*long.ranks, *short.ranks})

    def _judged_apart(self, long: SurfaceForm, short: SurfaceForm) -> bool:
        mine = {form.name.key for form in self._group[id(long)]}
        theirs = {form.name.key for form in self._group[id(short)]}
        return any((a in mine and b in theirs) or (b in mine and a in theirs) for a, b in self._apart)

    def all(self, steps: Iterable[Step]) -> None:
        """Join every step in turn; steps are computed before the first is taken."""
        for step in list(steps):
            self.join(step)

    def declare(self, left: SurfaceForm, right: SurfaceForm) -> None:
        """Join two forms that the text declares to be one."""
        long, short = (left, right) if fuller(left.name, right.name) or left is right else (right, left)
        if self._head[id(left)] is not self._head[id(right)] and not (left.nationality or right.nationality):
            if long.entry and short.entry and long.entry.id != short.entry.id and not short.by_acronym:
                return
            long.declared.append(short.name.text)
            self.join(Step(short, long, speaks_for(Mechanism.DECLARED, (short.name.text, long.name.text))))

    def same_names(self) -> None:
        """Join forms of one name that the recogniser filed under several kinds: the majority's is the kind."""
        self.all(one_name_of_several_kinds(self.heads()))
        open_forms = {f.name.key: f for f in self.heads() if f.kind in (Kind.OTHER, Kind.GROUP) and not f.nationality}
        for form in self.heads():
            other = open_forms.get(form.name.key)
            if other is None or other is form or form.nationality or form.kind is Kind.PERSON:
                continue
            if len(form.name.words) > 1 or form.name.acronym:
                names = other.name.text, form.name.text
                self.join(Step(other, form, speaks_for(Mechanism.SAME_NAME, names)))


def _chain(document: str, reading: Reading, number: int, group: list[SurfaceForm]) -> Chain:
    head = group[0]
    members = sorted(index for form in group for index in form.members)
    spellings: Counter[str] = Counter()
    for form in group:
        spellings.update(form.texts)
    evidence = {index: reasons for form in group for index, reasons in form.evidence.items()}
    kind = head.entry.kind if head.entry else _kind(group)
    return Chain(
        id=f"{document}/{number}",
        article=document,
        kind=kind,
        name=_WHITESPACE.sub(" ", head.name.text),
        spellings=dict(sorted(spellings.items(), key=lambda item: (-item[1], item[0]))),
        members=members,
        declared=tuple(dict.fromkeys(text for form in group for text in form.declared)),
        titles=reading.titles(members) if kind is Kind.PERSON else (),
        state=next((form.state for form in group if form.state), ""),
        nationality=head.nationality,
        evidence=evidence,
    )


_WHITESPACE = re.compile(r"\s+")


def _kind(group: list[SurfaceForm]) -> Kind:
    """The kind most of the mentions have; `other` only when nothing else is there."""
    counts: Counter[Kind] = Counter()
    for form in group:
        counts[form.kind] += len(form.members) * (1 if form.kind is Kind.OTHER else 1000)
    return max(counts, key=lambda kind: (counts[kind], kind.value))
