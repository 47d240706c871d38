"""Gold sets in, documents out: each source is read, cleaned to one convention, and given a weight.

The conventions that the sources do not share (README.md has the table): nationalities, faiths and peoples are `group`
here, whatever the source calls them; titles and a leading *the* are no part of a name; kinds that a source leaves
unmarked teach nothing about the words that might be such.
"""

import csv
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from reader.ner.sentences import sentences_of
from training.labels import KINDS

_HONORIFIC = (
    r"(?:Prime Minister|Vice[- ]President|Foreign Minister|Defense Minister|Secretary of State|Secretary-General|"
    r"President|Mr|Mrs|Ms|Dr|Miss|Minister|Premier|Chancellor|Senator|Sen|Governor|Gov|General|Gen|Colonel|Col|Lt|"
    r"Lieutenant|Major|Brigadier|Captain|Commander|Sergeant|Staff|"
    r"Admiral|Secretary|Ambassador|Justice|Judge|Congressman|Representative|Ayatollah|Sheikh|Prime|Vice)\.?"
)
_TITLE = re.compile(rf"(?:{_HONORIFIC} +)+")
_TAIL = r"-(?:[a-z]+ed|led|held|born|run|made|built|sent|won|style|wide|like|[a-z]+ing)\b"
_TAILED = re.compile(rf"(.+){_TAIL}")
_HEAD = re.compile(rf"((?:[A-Z][\w.]*[ -])*(?:[A-Z][\w.]*)){_TAIL}")
_FOLDED = {"state": "place", "armed group": "organisation"}
_TABLES = Path(__file__).parent.parent / "reader" / "names" / "data"
_ONLY_TITLE = re.compile(rf"{_HONORIFIC}(?: +{_HONORIFIC})*")


@dataclass(frozen=True)
class Span:
    """A mention in a sentence; several kinds if the source does not say which, none if it says nothing at all."""

    start: int
    end: int
    kinds: tuple[str, ...]


@dataclass
class Sentence:
    """A sentence's own text with its mentions; offsets count from its start."""

    text: str
    spans: list[Span]
    opens_line: bool


@dataclass
class Document:
    """Sentences in their order, which kinds the source leaves unmarked, how much its word weighs.

    `lends`: whether its names are good enough to stand in other sentences.
    """

    sentences: list[Sentence]
    unmarked: tuple[str, ...] = ()
    weight: float = 1.0
    words: int = 0
    lends: bool = True


@dataclass(frozen=True)
class Source:
    """How one gold set is used: a weight, the kinds it leaves unmarked, a limit in words, special cleaning.

    `limit` is that of the full set; the open one, which has little else, takes twice as much.
    """

    path: str
    weight: float = 1.0
    unmarked: tuple[str, ...] = ()
    limit: int = 0
    titles: bool = False
    articles: bool = False
    vote: bool = False
    heads: bool = False
    nationalities: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What options call it: the file's name without what all of them have."""
        return Path(self.path).stem.removesuffix("-train")

    @property
    def open(self) -> bool:
        """Whether its licence lets everybody use it for everything."""
        return self.path.startswith("open/")


SOURCES = (
    Source("conll2003-train.jsonl", nationalities=("other",), heads=True),
    Source("worldwide-train.jsonl", unmarked=("other",)),
    Source("open/gmb-train.jsonl", 0.4, ("other",), 250_000, titles=True, articles=True, vote=True, heads=True),
    Source("open/wikigold-train.jsonl", 0.7, nationalities=("other",), heads=True),
    Source("open/crossner-politics-train.jsonl", 0.7, nationalities=("other",), heads=True),
    Source("open/uner-pud-train.jsonl", 0.6, ("other", "group")),
    Source(
        "open/redocred-train.jsonl",
        0.4,
        ("other",),
        100_000,
        articles=True,
        nationalities=("place", "other", "organisation"),
    ),
)
"""What the weights are made of. `wnut17` (tweets, other kinds) and the rest of `gmb` are left out."""

SETS = ("full", "open")


def chosen(which: str = "full", without: Collection[str] = ()) -> tuple[Source, ...]:
    """The sources of the set `which` of `SETS`, less those named `without`.

    Raises ValueError when there is no such set or source, so that a slip does not train on what was to be held out.
    """
    if which not in SETS or (strange := set(without) - {source.name for source in SOURCES}):
        raise ValueError(f"no such source: {which if which not in SETS else ', '.join(sorted(strange))}")
    kept = [source for source in SOURCES if source.name not in without]
    return tuple(kept) if which == "full" else tuple(replace(s, limit=2 * s.limit) for s in kept if s.open)


def read(gold: Path, sources: Sequence[Source] = SOURCES, seed: int = 0) -> list[Document]:
    """All training documents of these sources in the folder `gold`; nothing of any other source has a say in them."""
    raw = {source: _records(gold / source.path) for source in sources}
    counts = {source: _count(source, records) for source, records in raw.items()}
    peoples = _peoples(counts)
    sure = _settled(counts)
    documents: list[Document] = []
    for source, records in raw.items():
        documents += _documents(source, records, peoples, sure, random.Random(seed))
    return documents


def read_plain(path: Path) -> list[Document]:
    """A gold set to measure on, just as it is."""
    return [_document(Source(path.name), record, set(), {}) for record in _records(path)]


def _records(path: Path) -> list[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


Counts = Counter[tuple[str, str]]


def _count(source: Source, records: list[dict]) -> Counts:  # type: ignore[type-arg]
    """How often each name has each kind, a person's title aside where the source counts it to the name."""
    return Counter(
        (_untitled(source, r["text"][m["start"] : m["end"]], m["kind"]), m["kind"])
        for r in records
        for m in r["mentions"]
    )


def _untitled(source: Source, name: str, kind: str) -> str:
    """The name without the titles before it; the titles, if there is nothing else."""
    if not source.titles or kind != "person" or _ONLY_TITLE.fullmatch(name):
        return name
    title = _TITLE.match(name)
    return name[title.end() :] if title else name


def _peoples(counts: dict[Source, Counts]) -> set[str]:
    """Names, case folded, that the reader's dictionary or most marks of the sources with such a kind call a group."""
    votes = Counter[str]()
    for source, names in counts.items():
        if source.nationalities or "group" in source.unmarked:
            continue
        for (name, kind), count in names.items():
            votes[name.casefold()] += (count if kind == "group" else -count) * (10 if source.weight == 1.0 else 1)
    rows = _tables()
    demonyms = {demonym.casefold() for row in rows for demonym in row["demonyms"].split("|")}
    faiths = {name.casefold() for row in rows if row["kind"] == "group" for name in _names_of(row)}
    others = {name.casefold() for row in rows if row["kind"] != "group" for name in _names_of(row)}
    # A noisy source calls some states groups, and nothing but the tables says so where no careful one knows groups.
    return ({name for name, vote in votes.items() if vote >= 2} | demonyms) - others | faiths | {"moslem", "moslems"}


def _settled(counts: dict[Source, Counts]) -> dict[str, str]:
    """The kind of each name of which a noisy source need not be asked.

    The careful sources decide, if nearly all their marks of it agree; else the reader's dictionary; else the surname of
    persons named in full half as often or more is a person; else the noisy source itself decides, by its majority.
    "" is a name whose marks there contradict each other too much for any of them.
    """
    noisy = sum((c for s, c in counts.items() if s.vote), Counts())
    careful = sum((c for s, c in counts.items() if not s.vote), Counts())
    majority = {n: k if share >= 0.6 else "" for n, (k, count, share) in _leading(noisy).items() if count >= 5}
    surnames = Counter[str]()
    for (name, kind), count in (noisy + careful).items():
        if kind == "person" and " " in name:
            surnames[name.split()[-1]] += count
    persons = {
        n: "person" for n, (_, count, _) in _leading(noisy).items() if surnames[n] >= 5 and 2 * surnames[n] >= count
    }
    agreed = {n: k for n, (k, count, share) in _leading(careful).items() if count >= 5 and share >= 0.95}
    return majority | persons | _dictionary() | {n: k for n, k in agreed.items() if k != "other"}


def _leading(counts: Counts) -> dict[str, tuple[str, int, float]]:
    """Of each name: the kind it has most often, how often it occurs at all, and the kind's share of that."""
    names = Counter[str]()
    for (name, _), count in counts.items():
        names[name] += count
    # From the rarest to the commonest kind of a name, so that the commonest stays.
    return {n: (k, names[n], c / names[n]) for (n, k), c in sorted(counts.items(), key=lambda item: item[1])}


def _dictionary() -> dict[str, str]:
    """Names of the reader's own dictionary that are of one kind there, by that kind; acronyms with their dots too."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in _tables():
        acronyms = row["acronyms"].split("|")
        for name in (*_names_of(row), *acronyms, *("".join(f"{c}." for c in acronym) for acronym in acronyms)):
            kinds[name].add(_FOLDED.get(row["kind"], row["kind"]))
    return {name: found.pop() for name, found in kinds.items() if len(found) == 1 and name}


def _names_of(row: dict[str, str]) -> tuple[str, ...]:
    return (row["name"], *row["names"].split("|"))


@cache
def states() -> tuple[str, ...]:
    """The names of states in the reader's own tables, sorted."""
    return tuple(sorted({row["name"] for row in _tables() if row["kind"] == "state"}))


def _tables() -> list[dict[str, str]]:
    """The rows of the reader's own tables of names, read here so that training needs no more of the reader."""
    found: list[dict[str, str]] = []
    for path in sorted(_TABLES.glob("*.tsv")):
        with path.open(encoding="utf-8") as lines:
            rows = (line for line in lines if not line.startswith("#"))
            found += csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
    return found


def _documents(
    source: Source,
    records: list[dict[str, str]],
    peoples: set[str],
    sure: dict[str, str],
    rng: random.Random,
) -> list[Document]:
    if source.limit:
        rng.shuffle(records)
    found: list[Document] = []
    words = 0
    for record in records:
        document = _document(source, record, peoples, sure)
        words += document.words
        found.append(document)
        if source.limit and words >= source.limit:
            break
    return found


def _document(source: Source, record: dict, peoples: set[str], sure: dict[str, str]) -> Document:  # type: ignore[type-arg]
    text = record["text"]
    mentions = [m for m in (_clean(source, text, raw, peoples, sure) for raw in record["mentions"]) if m]
    if source.heads:
        mentions += _unmarked_heads(text, mentions, peoples, sure)
    mentions.sort(key=lambda m: (m.start, -m.end))
    sentences = []
    at = 0
    for sentence in sentences_of(text):
        spans: list[Span] = []
        while at < len(mentions) and mentions[at].start < sentence.end:
            m = mentions[at]
            at += 1
            if (
                m.start >= sentence.start
                and m.end <= sentence.end
                and (not spans or m.start - sentence.start >= spans[-1].end)
            ):
                spans.append(Span(m.start - sentence.start, m.end - sentence.start, m.kinds))
        sentences.append(Sentence(text[sentence.start : sentence.end], spans, sentence.opens_line))
    return Document(sentences, source.unmarked, source.weight, len(text.split()), not source.vote)


def _clean(source: Source, text: str, raw: dict, peoples: set[str], sure: dict[str, str]) -> Span | None:  # type: ignore[type-arg]
    start, end, kind = raw["start"], raw["end"], raw["kind"]
    kind = _FOLDED.get(kind, kind)
    if kind not in KINDS:
        return None
    name = text[start:end]
    if source.titles and kind == "person":
        if _ONLY_TITLE.fullmatch(name):
            return None
        if title := _TITLE.match(name):
            start += title.end()
    if source.articles and name[:4] in ("the ", "The ") and name != "The Hague":
        start += 4
    name = text[start:end]
    if source.heads and kind in ("other", "place", "organisation") and (tailed := _TAILED.fullmatch(name)):
        # "U.S.-led" is one adjective in CoNLL; here the name in it is the mention, of whatever kind it is elsewhere.
        head = tailed.group(1)
        known = _known(head, peoples, sure) if kind == "other" else (kind,)
        return Span(start, start + len(head), known or ("person", "organisation", "place", "group"))
    if source.vote:
        if name.islower():
            return None
        kind = "group" if name.casefold() in peoples else sure.get(name, kind)
        if not kind:
            return Span(start, end, ("person", "organisation", "place"))
    if kind in source.nationalities and name.casefold() in peoples:
        kind = "group"
    return Span(start, end, (kind,))


def _known(name: str, peoples: set[str], sure: dict[str, str]) -> tuple[str, ...]:
    """The kind of a name that the careful sources know well, or nothing."""
    if name.casefold() in peoples:
        return ("group",)
    return (sure[name],) if sure.get(name) else ()


def _unmarked_heads(text: str, mentions: list[Span], peoples: set[str], sure: dict[str, str]) -> list[Span]:
    """Names before "-led", "-based" and the like that a source leaves unmarked, as it takes the whole for one word."""
    covered = {i for m in mentions for i in range(m.start, m.end)}
    return [
        Span(match.start(1), match.end(1), _known(match.group(1), peoples, sure))
        for match in _HEAD.finditer(text)
        if covered.isdisjoint(range(match.start(1), match.end(1)))
    ]
