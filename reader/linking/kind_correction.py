"""Names taken for another kind than their owner's: a ruler's surname for a place, a known town for a person."""

import re
from collections import Counter
from collections.abc import Sequence

from reader.linking.clusters import Clusters
from reader.linking.mechanism_weights import speaks_for
from reader.linking.nodes import Node
from reader.linking.surface_forms import SurfaceForm
from reader.model import Document, Field, Kind
from reader.names.analyse import analyse
from reader.names.dictionary import LOST_POSSESSIVE, Dictionary
from reader.names.fold import fold
from reader.names.given_names import is_given_name
from reader.names.wording import Mechanism
from reader.thresholds import DOUBTFUL_MENTION

_RULED = re.compile(
    r"[’']?s?[\s-]+(?:\w+\s+)?(?:regime|government|administration|presidency|govt|army|air force|forces|troops"
    r"|soldiers|loyalist|supporter|clan|famil)",
    re.IGNORECASE,
)
"""What a ruler leads, or who follows him, just behind his name."""

_MISTAKEN = (Kind.PLACE, Kind.ORGANISATION, Kind.OTHER)

SURE = 0.9
"""Confidence from which a mention's kind stands, whatever other names say; what a person marked is sure."""

OVERWHELMING = 20
"""How many times as often as the mistaken one a spelling must be one actor's to be taken for that actor.

With fewer, two namesakes are as likely as one mistake of the recogniser; tens of articles make up for one.
"""


def surnames_of_other_kinds(document: Document, forms: Sequence[SurfaceForm], dictionary: Dictionary) -> None:
    """Make persons of surnames that were taken for a place or an organisation.

    One word that the dictionary does not know, and of whose kind the recogniser was not sure, is a surname where one
    person only is named in full with it in the article, or somebody is called so there; and a known leader's, where it
    stands before "regime" or "forces" or is hardly a place at all.
    """
    people = [f for f in forms if f.kind is Kind.PERSON]
    surnames = Counter(filter(None, (_surname(f) for f in people if len(f.name.words) > 1)))
    alone = {f.name.words[0] for f in people if f.name.single}
    firms = {
        f.name.words[0] for f in forms if f.kind.folded is Kind.ORGANISATION and len(f.name.words) > 1 and not f.entry
    }
    for form in forms:
        if form.kind not in _MISTAKEN or form.entry is not None or len(form.name.words) != 1 or form.name.acronym:
            continue
        confidence = max(document.mentions[index].confidence for index in form.members)
        name = analyse(form.name.text, Kind.PERSON)
        if confidence >= SURE or not name.single:
            continue
        word = bare(name.words[0], surnames)
        rules = confidence < DOUBTFUL_MENTION or _rules(document, form)
        known = bool(dictionary.bearers(bare(word, dictionary)))
        mistaken = rules and (surnames[word] == 1 or known) and not (form.kind is Kind.ORGANISATION and word in firms)
        mistaken = mistaken or (known and word in alone)
        if mistaken:
            form.kind, form.name = Kind.PERSON, name


def _surname(form: SurfaceForm) -> str | None:
    return analyse(form.entry.name, Kind.PERSON).surname if form.entry else form.name.surname


def bare(word: str, surnames: "Counter[str] | Dictionary") -> str:
    """A surname without the "s" of a possessive that lost its apostrophe, where only so somebody bears it."""
    if not word.endswith("s") or len(word) <= LOST_POSSESSIVE:
        return word
    known = surnames.bearers if isinstance(surnames, Dictionary) else surnames.__getitem__
    return word[:-1] if known(word[:-1]) and not known(word) else word


def _rules(document: Document, form: SurfaceForm) -> bool:
    mentions = [document.mentions[index] for index in form.members]
    texts = ((document.title if m.field is Field.TITLE else document.text)[m.end : m.end + 40] for m in mentions)
    return any(_RULED.match(text) for text in texts)


def corrected_kinds(clusters: Clusters, dictionary: Dictionary) -> None:
    """One-word names that are overwhelmingly one actor's elsewhere, taken for another kind in a few articles.

    A person may be any actor by mistake, a place or an organisation may be a person or an organisation; never is an
    organisation a place, for a club goes by its city's name.
    """
    asked = {fold(node.name.text) for node in clusters.nodes.values() if len(node.name.words) == 1}
    uses: dict[str, Counter[str]] = {}
    for key, node in clusters.nodes.items() if asked else ():
        if node.entry is not None or len(node.name.words) > 1 or node.surname_only or node.kind is Kind.PERSON:
            for text, used in node.texts.items():
                if used.spelt > used.by_nationality and (word := fold(text)) in asked:
                    uses.setdefault(word, Counter())[clusters.root(key)] += used.spelt - used.by_nationality
    for key in sorted(clusters.nodes):
        node = clusters.nodes[key]
        if not _may_be_mistaken(clusters, key, node):
            continue
        word = fold(node.name.text)
        counts: Counter[str] = Counter()
        for root, count in uses.get(word, Counter()).items():
            counts[clusters.root(root)] += count
        counts.pop(clusters.root(key), None)
        for entry in dictionary.homonyms(node.name):
            # A known name in any of its spellings is as good as the word itself.
            if entry.id in clusters.nodes:
                counts[clusters.root(entry.id)] = clusters.nodes[entry.id].size
        counts = Counter({root: n for root, n in counts.items() if not clusters.judged_apart(key, root)})
        if not counts:
            continue
        best, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        rest = sum(counts.values()) - count + node.size
        if count < OVERWHELMING * rest or not _fits(node, clusters, best):
            continue
        owner = clusters.entry(best) or clusters.nodes[best]
        name = owner.name if isinstance(owner.name, str) else owner.name.text
        clusters.join(key, best, speaks_for(Mechanism.USAGE, (node.name.text, name), (count, rest)))


def _may_be_mistaken(clusters: Clusters, key: str, node: Node) -> bool:
    if clusters.entry(key) is not None or len(node.name.words) != 1 or node.state or node.article:
        return False
    if len(clusters.members(key)) > 1 or any(used.declared for used in node.texts.values()):
        return False
    if node.kind is Kind.PERSON:
        return node.surname_only and not is_given_name(node.name.words[0])
    return node.kind.folded in (Kind.PLACE, Kind.ORGANISATION)


def _fits(node: Node, clusters: Clusters, root: str) -> bool:
    entry = clusters.entry(root)
    kind = (entry.kind if entry else clusters.nodes[root].kind).folded
    if node.kind is Kind.PERSON:
        return kind in (Kind.PLACE, Kind.ORGANISATION)
    if node.kind.folded is Kind.PLACE:
        return kind in (Kind.PERSON, Kind.ORGANISATION)
    return kind is Kind.PERSON
