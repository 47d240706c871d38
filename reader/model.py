"""The words of the house: what every room passes to the next.

All offsets are Unicode code points. A text is an article's cleaned title or cleaned body, as `reader.untrusted` leaves
it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class TadmorError(Exception):
    """A failure that a person can act on; its message is one sentence: what, where, what to do."""


class Kind(StrEnum):
    """What sort of actor a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed group"
    STATE = "state"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"

    @property
    def folded(self) -> "Kind":
        """The kind as the gold sets know it: an armed group is an organisation, a state a place."""
        return _FOLDED.get(self, self)


_FOLDED = {Kind.ARMED_GROUP: Kind.ORGANISATION, Kind.STATE: Kind.PLACE}


class Field(StrEnum):
    """Which text of an article a mention stands in."""

    TITLE = "title"
    BODY = "body"


class Verdict(StrEnum):
    """Whether two names, or two actors, are one."""

    SAME = "same"
    DIFFERENT = "different"
    RELATED = "related"
    UNSURE = "unsure"


class Sign(StrEnum):
    """Which way a piece of evidence speaks (the vocabulary of i2's match cards)."""

    FOR = "+"
    AGAINST = "-"
    NEUTRAL = "~"
    CONTRADICTS = "!"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said of two names, as far as evidence needs it."""

    verdict: Verdict
    at: str = ""
    """ISO 8601, UTC."""
    why: str = ""
    """In the person's own words."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against two names being one actor, in facts; `reader.names.wording` has the sentences."""

    sign: Sign
    mechanism: str
    """What spoke: a `reader.names.wording.Mechanism`, or of two pieces a `reader.names.likeness.Change`."""
    weight: float
    """How much it moved the score: the same number that decided, from -1 to 1."""
    names: tuple[str, ...] = ()
    """The names and words that it is about; of two that are one, the shorter or the one that was joined comes first."""
    numbers: tuple[float, ...] = ()
    """What was counted or measured, in the order of the mechanism's sentence."""
    left: str = ""
    """The piece of the first name that this is about, when a piece of the second stands beside it."""
    right: str = ""
    """The piece of the second name."""
    article: str = ""
    """The article that says so: as its chains name it, and by its title once a library keeps the evidence."""
    judged: Judged | None = None
    """What a person said, where that is the reason."""
    told: str = ""
    """The whole sentence, of evidence that a library kept before evidence had facts; then `mechanism` is its rule."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor: the name alone, without article, title or possessive."""

    start: int
    end: int
    kind: Kind
    confidence: float
    """Calibrated probability that span and kind are right, 0 to 1."""
    by: str
    """Who recognised it: `model`, `dictionary`, `declared`, `hand`, `given`, or a plug-in's name."""
    field: Field = Field.BODY


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from: the same origin again is the same article."""

    location: str
    """Absolute path, URL, or `stdin:NAME`."""
    record: str = ""
    """Its id inside a file of many records, else empty."""

    def __str__(self) -> str:
        return f"{self.location}#{self.record}" if self.record else self.location


class DatePlace(StrEnum):
    """Where the date of an article was found."""

    FIELD = "field"
    """In what the source says of it: metadata, a column, a header."""
    TEXT = "text"
    """On a line of the text, near its head or its foot."""
    URL = "url"
    NAME = "name"
    """In the name of its file."""
    NOWHERE = ""


class Caveat(StrEnum):
    """What is doubtful about an article's text."""

    THIN = "thin"
    """Perhaps not all of its page's story was found, or something else."""
    CUT = "cut"
    """Its source gave the beginning only."""
    REPAIRED = "repaired"
    """It was encoded twice, and put right."""
    WHOLE = "whole"
    """A person asked for all that its page shows."""

    @property
    def words(self) -> str:
        """It in words, for a reader."""
        return _CAVEATS[self]


_CAVEATS = {
    Caveat.THIN: "perhaps not the whole story",
    Caveat.CUT: "cut off by its source",
    Caveat.REPAIRED: "encoding repaired",
    Caveat.WHOLE: "the whole page",
}


class Known(StrEnum):
    """How a place turned out to hold an article that is known."""

    COPY = "copy"
    """It has the same text."""
    MOVED = "moved"
    """It has the same text, and where that lay before there is nothing any more."""
    SHORTER = "shorter"
    """It is of the same address, and its text, which is no longer than the article's, is kept beside."""
    LONGER = "longer"
    """It is of the same address, and its longer text is the article's now."""


class DateOrder(StrEnum):
    """Which number of a date such as `3/4/2016` is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    OPEN = "open"
    """It may be either: other dates of its kind have to tell."""
    NONE = ""
    """There is no such question: the date has a word for the month, or its year first."""


class DateTeller(StrEnum):
    """Who tells the order of day and month in a date that leaves it open; the first of these that does."""

    PERSON = "person"
    """A person, for all dates of its source."""
    FILE = "file"
    """The clear dates of its file of many records."""
    FOLDER = "folder"
    """Those of the files beside it."""
    SOURCE = "source"
    """Those of its source, wherever they lie, that stand in the same place."""
    ABOVE = "folder above"
    """Those of the files in the nearest folder above its own that has any."""
    NOBODY = "nobody"
    UNASKED = ""
    """It was not looked for yet, or there is no such question."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article as a source hands it over, cleaned, not yet in the library."""

    origin: Origin
    title: str
    body: str
    source: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    """BCP 47 tag, where a person said it; else it is worked out when the article is stored."""
    language_said: str = ""
    """BCP 47 tag that its source claims; the text may tell otherwise."""
    date: str = ""
    """ISO 8601 date, or date and time with offset; empty when not known."""
    date_guessed: bool = False
    """True when the date can mean another day, or is still to come."""
    date_words: str = ""
    """What the date was read from."""
    date_place: DatePlace = DatePlace.NOWHERE
    """Where that stood."""
    caveats: tuple[Caveat, ...] = ()
    """What is doubtful about its text."""
    date_order: DateOrder = DateOrder.NONE
    """What those words, by themselves, tell of the order of day and month."""
    markdown: str = ""
    """The Markdown that the body was read from, as it was but for what would hide text; empty where there was none."""
    title_site: str = ""
    """The site or folder whose other pages tell whether the title ends in its name; empty where nothing is to tell."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, or that is wrong in a library."""

    where: str
    what: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file within a folder that holds no article by its name or by how it begins: counted, not listed."""

    kind: str
    """How its name ends (`.py`), or empty."""
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """Text with its mentions, as the linker takes it."""

    id: str
    title: str
    text: str
    mentions: Sequence[Mention]
    home: str = ""
    """Id of the state where its outlet is at home, as far as that is known."""


class Uses(NamedTuple):
    """How many chains use a text, and how."""

    spelt: int = 0
    """It stands in them."""
    named: int = 0
    """It is their fullest name."""
    declared: int = 0
    """Their article declares it to be another name."""
    by_nationality: int = 0
    """It stands in them, and they are nationalities: adjectives, and no names."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions inside one article that are one actor."""

    id: str
    """Unique in a run: in a library the chain's number as a string."""
    article: str
    """Id of the document it stands in."""
    kind: Kind
    name: str
    """Its fullest name, as spelt there."""
    spellings: Mapping[str, int]
    """Every spelling with its count."""
    members: Sequence[int] = ()
    """Indices into the document's mentions."""
    declared: Sequence[str] = ()
    """Other names that the text itself gives it: "also known as", acronym in brackets."""
    titles: Sequence[str] = ()
    """Roles named next to it, folded: "secretary of state"."""
    state: str = ""
    """Of a name that every state has one of: id of the state that stands near it in the article, or empty."""
    nationality: bool = False
    """True when every mention is an adjective or noun of nationality, counted to the state's actor."""
    evidence: Mapping[int, Sequence[Evidence]] = field(default_factory=dict)
    """Why a member belongs here, by index into the document's mentions; the first full name needs none."""

    def uses(self) -> dict[str, Uses]:
        """Every text that the chain uses, and how."""
        found = {text: Uses(spelt=1, by_nationality=int(self.nationality)) for text in self.spellings}
        found[self.name] = found.get(self.name, Uses())._replace(named=1)
        for text in self.declared:
            found[text] = found.get(text, Uses())._replace(declared=1)
        return found


@dataclass(frozen=True, slots=True)
class Cluster:
    """An actor as linking found it."""

    key: str
    """Deterministic: the same chains give the same key, in whatever order they came."""
    kind: Kind
    name: str
    chains: Sequence[str]
    """Chain ids, sorted."""
    known: str = ""
    """Id of its dictionary entry, or empty."""
    state: str = ""
    """Of a name that every state has one of: id of the state whose it is, or `NO_STATE`; else empty."""
    article: str = ""
    """The one article that a person parted it from its name in, or empty."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two clusters that may be one, or are tied: shown, never merged."""

    left: str
    right: str
    verdict: Verdict
    score: float
    evidence: Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What linking concluded over a set of chains."""

    clusters: Sequence[Cluster]
    evidence: Mapping[str, Sequence[Evidence]]
    """Why a chain belongs to its cluster, by chain id."""
    doubts: Sequence[Doubt] = ()


def doublings(times: int) -> int:
    """How often one has doubled on the way to a number: 0 for 1, 1 for 2 and 3, 9 for 512.

    What linking knows of the whole library, how many articles name an actor, comes in so coarse that one article more
    seldom changes it.
    """
    return max(1, times).bit_length() - 1


NO_STATE = "-"
"""An anchor's state where its articles speak of none more than of others."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a judgement is about, in words that outlive a relinking or an edit: never an internal id alone."""

    name: str
    """A spelling of the actor."""
    kind: Kind
    article: Origin | None = None
    """The article, when the judgement is about mentions there and not everywhere."""
    quote: str = ""
    """The quoted span in that article, with a little context around it, or empty."""
    state: str = ""
    """Where every state has one of that name ("Supreme Court"): id of the state whose articles it is about, or
    `NO_STATE`; empty when it is about all of them."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict on two anchors, with when and why; it beats everything that a program concludes."""

    left: Anchor
    right: Anchor
    verdict: Verdict
    why: str = ""
    at: str = ""
    """ISO 8601, UTC."""


class Ruled(StrEnum):
    """What a ruling is about."""

    NAME = "name"
    """What the actor is to be called."""
    KIND = "kind"
    """What sort of actor it is."""
    NOBODY = "nobody"
    """The spelling names no actor, in any article."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person said of one actor or spelling, as judgements are about two; it survives relinking."""

    what: Ruled
    anchor: Anchor
    value: str = ""
    """The name, or the kind's word; empty for `nobody`, and where an earlier ruling is taken back."""
    why: str = ""
    at: str = ""
    """ISO 8601, UTC."""
