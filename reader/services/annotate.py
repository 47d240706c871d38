"""Mark and link the actors of documents that are in no library: how other programs, and the benchmarks, use Tadmor."""

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reader.linking import chains_of, resolve
from reader.logs import reason, where
from reader.model import Chain, Cluster, Document, Kind, Mention, Problem, Resolution, TadmorError
from reader.names.dictionary import Dictionary
from reader.ner.protocol import Recogniser
from reader.services.dictionaries import builtin_dictionary

_log = logging.getLogger(__name__)

BATCH = 16
"""Documents between two signs of progress."""

Tell = Callable[[str, int, int], None]
"""Is told how far the work is: its stage, what is done, and of how much."""

Failed = Callable[[Problem], None]
"""Is told of a document that could not be marked or linked."""

_OWN = frozenset(("id", "title", "text", "mentions"))
_HALF_PAIRS = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Bare:
    """A document as another program gives it: its text is never altered, since offsets point into it."""

    id: str | int
    """As it was given, to be found again by whoever asked; the line's number where there was none."""
    text: str
    title: str = ""
    mentions: tuple[Mention, ...] = ()
    """The mentions that came with it, in their order; empty when it is to be recognised."""
    others: Mapping[str, Any] = field(default_factory=dict)
    """Fields that Tadmor does not know; they come out as they went in."""
    where: str = ""
    """The file and line that it was read from."""


@dataclass(frozen=True, slots=True)
class AnnotatedMention:
    """A span that names an actor, and which one."""

    start: int
    """Code points into the text as given."""
    end: int
    kind: Kind
    confidence: float
    """Calibrated probability that span and kind are right, 0 to 1."""
    actor: str
    """The same for the same actor in all texts of one run; means nothing beyond it."""
    name: str
    """What the actor is called: its fullest name, or the dictionary's."""


def read_documents(lines: Iterable[bytes], where: str, *, given: bool = False) -> Iterator[Bare | Problem]:
    """Read JSON Lines of `id`, `text`, optional `title`, `mentions`; a bad line becomes a `Problem`, the rest goes on.

    With `given`, mentions must stand in the input: each with `start`, `end` (code points into `text`) and `kind`.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _document(json.loads(line.decode("utf-8-sig")), f"{where}, line {number}", number, given)
        except UnicodeDecodeError:
            yield Problem(f"{where}, line {number}", "it is not UTF-8 text", "Convert the file to UTF-8.")
        except (ValueError, RecursionError) as error:
            yield Problem(f"{where}, line {number}", _reason(error), "Each line must be one JSON object with a text.")


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON ({error.msg} at column {error.colno})"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return str(error)


def _document(record: Any, where: str, number: int, given: bool) -> Bare:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError("it has no `text`")
    text: str = record["text"]
    title = record.get("title")
    identity = record.get("id")
    mentions: tuple[Mention, ...] = ()
    if given:
        listed = record.get("mentions")
        if not isinstance(listed, list):
            raise ValueError("it has no `mentions` to link")
        mentions = tuple(_mention(item, len(text)) for item in listed)
    return Bare(
        id=str(number) if identity is None else identity if isinstance(identity, str | int) else str(identity),
        text=text,
        title=title if isinstance(title, str) else "",
        mentions=mentions,
        others={name: value for name, value in record.items() if name not in _OWN},
        where=where,
    )


def _mention(item: Any, length: int) -> Mention:
    if not isinstance(item, dict):
        raise ValueError("a mention is not an object")
    start, end, kind = item.get("start"), item.get("end"), str(item.get("kind"))
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        raise ValueError(f"a mention runs from {start!r} to {end!r}, outside its text of {length} characters")
    try:
        known = Kind(kind)
    except ValueError:
        kinds = ", ".join(Kind)
        raise ValueError(f"a mention is of kind {kind!r}, which is none of {kinds}") from None
    return Mention(start, end, known, _confidence(item.get("confidence")), "given")


def _confidence(value: Any) -> float:
    """What a mention's giver says of it, within 0 and 1; certain where nothing sensible is said (JSON has no NaN)."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
        return 1.0
    return float(min(value, 1))


def _raised(problem: Problem) -> None:
    raise TadmorError(f"{problem.where}: {problem.what}. {problem.remedy}")


def annotate(
    documents: Sequence[Bare],
    recogniser: Recogniser | None,
    dictionary: Dictionary | None = None,
    progress: Tell = lambda stage, done, total: None,
    failed: Failed = _raised,
) -> list[dict[str, Any]]:
    """Recognise (or, without a recogniser, take as given) the mentions of all documents, and link them across the run.

    Returns one JSON-ready object a document, in order: `id`, `title`, `text`, its fields that Tadmor does not know, and
    `mentions` of `start`, `end`, `kind`, `actor`, `confidence`. `actor` is the same string for the same actor within
    the run. A document that the program trips over is left out, and `failed` is told of it.

    Raises:
        TadmorError: the program tripped over a document, and nobody gave a `failed`.
    """
    known = dictionary if dictionary is not None else builtin_dictionary()
    found = mark(documents, recogniser, known, progress, failed)
    return [
        {
            "id": document.id,
            "title": document.title,
            "text": document.text,
            **document.others,
            "mentions": [_json(mention) for mention in mentions],
        }
        for document, mentions in zip(documents, found, strict=True)
        if mentions is not None
    ]


def mark(
    documents: Sequence[Bare],
    recogniser: Recogniser | None,
    dictionary: Dictionary,
    progress: Tell = lambda stage, done, total: None,
    failed: Failed = _raised,
) -> list[tuple[AnnotatedMention, ...] | None]:
    """The mentions of each document, recognised or else as given, with the actors that they name in all of them.

    None for a document that the program tripped over, of which `failed` is told; it costs no other one anything.
    """
    work = _Marking(documents, dictionary, failed)
    if recogniser is not None:
        for first in range(0, len(documents), BATCH):
            batch = range(first, min(first + BATCH, len(documents)))
            work.recognise(recogniser, batch)
            progress("recognising", batch.stop, len(documents))
    work.chain()
    resolution = work.linked(lambda done, total: progress("linking", done, total))
    actor_of = {chain: cluster for cluster in resolution.clusters for chain in cluster.chains}
    return [work.annotated(number, actor_of) for number in range(len(documents))]


class _Marking:
    """The documents of a run that are still in it: those that the program trips over leave it one by one."""

    def __init__(self, documents: Sequence[Bare], dictionary: Dictionary, failed: Failed) -> None:
        self._documents = documents
        self._dictionary = dictionary
        self._failed = failed
        self._mentions: dict[int, Sequence[Mention]] = {at: one.mentions for at, one in enumerate(documents)}
        self._chains: dict[int, Sequence[Chain]] = {}

    def recognise(self, recogniser: Recogniser, numbers: Sequence[int]) -> None:
        """Have the mentions of these documents found; where that fails, of each by itself."""
        try:
            found = recogniser.recognise([_readable(self._documents[at].text) for at in numbers])
            self._mentions |= dict(zip(numbers, found, strict=True))
        except TadmorError:
            raise
        except Exception as error:
            if len(numbers) == 1:
                self._drop(numbers[0], "no actors could be recognised in it", error)
                return
            for at in numbers:
                self.recognise(recogniser, [at])

    def chain(self) -> None:
        """Make the chains of every document."""
        for at, mentions in list(self._mentions.items()):
            one = self._documents[at]
            readable = Document(str(at), _readable(one.title), _readable(one.text), mentions)
            try:
                self._chains[at] = chains_of(readable, self._dictionary)
            except Exception as error:
                self._drop(at, "its actors could not be told apart", error)

    def linked(self, progress: Callable[[int, int], None]) -> Resolution:
        """Link all documents that can be linked with each other."""
        numbers = list(self._chains)
        try:
            return self._resolve(numbers, progress)
        except Exception:
            _log.warning("The documents could not be linked: those that it fails for are sought", exc_info=True)
            return self._resolve(self._without_failures([], numbers), progress)

    def _without_failures(self, good: list[int], others: list[int]) -> list[int]:
        """Documents known to be linked without failure, and those of the others that can be linked with them."""
        try:
            self._resolve([*good, *others])
        except Exception as error:
            if len(others) == 1:
                self._drop(others[0], "its actors could not be linked", error)
                return good
            half = len(others) // 2
            return self._without_failures(self._without_failures(good, others[:half]), others[half:])
        return [*good, *others]

    def _resolve(
        self, numbers: Sequence[int], progress: Callable[[int, int], None] = lambda done, total: None
    ) -> Resolution:
        return resolve((chain for at in numbers for chain in self._chains[at]), self._dictionary, progress=progress)

    def _drop(self, at: int, what: str, error: Exception) -> None:
        _log.error("A document could not be annotated", exc_info=error)
        del self._mentions[at]
        self._chains.pop(at, None)
        one = self._documents[at]
        self._failed(
            Problem(one.where or f"document {one.id}", f"{what} ({reason(error)})", f"{where()} Please report it.")
        )

    def annotated(self, at: int, actor_of: Mapping[str, Cluster]) -> tuple[AnnotatedMention, ...] | None:
        """The mentions of a document with their actors, if it is still there."""
        if at not in self._mentions:
            return None
        own = {member: chain.id for chain in self._chains[at] for member in chain.members}
        return tuple(_annotated(mention, actor_of[own[index]]) for index, mention in enumerate(self._mentions[at]))


def _readable(text: str) -> str:
    """A text as the recogniser's runtime takes it: halves of surrogate pairs are no characters; offsets stay."""
    return _HALF_PAIRS.sub("\ufffd", text)


def _annotated(mention: Mention, actor: Cluster) -> AnnotatedMention:
    return AnnotatedMention(mention.start, mention.end, mention.kind, mention.confidence, actor.key, actor.name)


def _json(mention: AnnotatedMention) -> Mapping[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind.value,
        "actor": mention.actor,
        "confidence": round(mention.confidence, 4),
    }
