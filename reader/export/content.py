"""What is exported: plain values that the newsroom gathers from the library."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.model import Field, Kind


class MarkStyle(StrEnum):
    """How a mention is marked in the text."""

    BOLD = "bold"
    """`**Kerry**`: any viewer shows it."""
    HIGHLIGHT = "highlight"
    """`==Kerry==`: an extension of many editors, shown as it stands by the others."""
    HTML = "html"
    """`<mark>Kerry</mark>`: where HTML is allowed."""
    OBSIDIAN = "obsidian"
    """`[[John Kerry|Kerry]]`: a link to the actor's note."""


@dataclass(frozen=True, slots=True)
class ExportMention:
    """A mention in an article's title or body; offsets are code points."""

    start: int
    end: int
    field: Field
    kind: Kind
    actor: str
    """The actor's preferred name."""
    actor_key: str
    """Unique for the actor: what tells it from another of the same name."""


@dataclass(frozen=True, slots=True)
class KeptMarkdown:
    """The Markdown that an article came in, and where its words stand there."""

    text: str
    title: Sequence[tuple[int, int] | None]
    """Of each character where it begins and ends, None where it stands nowhere; empty where no title stands there."""
    body: Sequence[tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class ExportArticle:
    """An article with its mentions."""

    title: str
    body: str
    source: str = ""
    author: str = ""
    date: str = ""
    """ISO 8601, or empty."""
    date_guessed: bool = False
    url: str = ""
    language: str = ""
    origin: str = ""
    """The file or address it was read from; of a path only the last part is written, which betrays no folder."""
    mentions: Sequence[ExportMention] = ()
    retrieved: str = ""
    """ISO 8601 day on which it was added to the library, or empty."""
    markdown: KeptMarkdown | None = None
    """The Markdown that it came in, to be given back."""
    unkept: bool = False
    """It came in Markdown that does not read as it does, so that its plain text is written."""


@dataclass(frozen=True, slots=True)
class ExportSpelling:
    """A spelling of an actor and how often it occurs."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class ExportQuote:
    """A mention in its sentence, with the article that it stands in."""

    title: str
    source: str
    date: str
    """ISO 8601, or empty."""
    url: str
    before: str
    quoted: str
    after: str
    date_guessed: bool = False


@dataclass(frozen=True, slots=True)
class ExportActor:
    """An actor with every mention of it."""

    name: str
    kind: Kind
    spellings: Sequence[ExportSpelling]
    quotes: Sequence[ExportQuote]
    """In the order of the text within an article."""
