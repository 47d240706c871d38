"""What a person judged, as it goes to others and comes from them: with its numbers, its articles, and the lines met."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from reader.library import actor_edits, journal, judgements, overrides
from reader.library.articles import sort_key
from reader.library.change import Change
from reader.library.store import Reader, Writer
from reader.model import Judgement, Origin, Ruling


@dataclass(frozen=True, slots=True)
class Kept:
    """A judgement or a ruling of the library."""

    number: int
    said: Judgement | Ruling
    undone: bool


@dataclass(frozen=True, slots=True)
class Met:
    """A line of somebody's file, as it was written."""

    number: int | None
    """Of the judgement that it has become, negative of the ruling; None: it contradicts what is judged here."""
    line: str
    at: str
    """When it was met, ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article, by what tells it apart in any library."""

    title: str
    date: str
    file: str
    """The name of its file without the folders, or its URL."""
    record: str


def kept(db: Reader) -> list[Kept]:
    """Every judgement and ruling, undone ones too: judgements first, each in the order in which they were said."""
    return [
        *(Kept(number, said, undone) for number, said, undone in judgements.every(db)),
        *(Kept(number, said, undone) for number, said, undone in overrides.every(db)),
    ]


def met(db: Reader) -> dict[str, Met]:
    """The lines that were met, by their ids."""
    return {row[0]: Met(*row[1:]) for row in db.all("SELECT id, number, line, at FROM shared ORDER BY id")}


def told(db: Reader, origin: Origin) -> Told:
    """How an article is told apart elsewhere; of one that has left the library its file is known."""
    row = db.one(
        "SELECT given_title, given_date, url FROM article WHERE location = ? AND record = ?",
        (origin.location, origin.record),
    )
    title, date, url = row or ("", "", "")
    return Told(title, date, url or file_of(origin.location), origin.record)


def file_of(location: str) -> str:
    """A URL as it is, of a path the last part."""
    return location if urlsplit(location).scheme in ("http", "https") else PurePath(location).name


def find(db: Reader, article: Told, quote: str) -> Origin | None:
    """The article of this library that is meant: of this title, from the same file or URL, or with the quoted words."""
    if not article.title:
        return None
    # By the index of titles as they are shown, for a file has thousands of lines; a few titles were corrected.
    rows = db.all(
        "SELECT id, location, record, url, given_date, title, text FROM article JOIN body ON article = id"
        " WHERE id IN (SELECT id FROM article WHERE title_key = ?2 AND removed_at IS NULL"
        " UNION SELECT article FROM correction WHERE field = 'title')"
        " AND given_title = ?1 AND removed_at IS NULL ORDER BY article.id",
        (article.title, sort_key(article.title)),
    )
    best: tuple[int, Origin] | None = None
    for number, location, record, url, date, title, text in rows:
        quoted = bool(quote) and (quote in text or quote in title)
        places = [(url, record), (file_of(location), record), *_elsewhere(db, number)]
        same = bool(article.file) and (article.file, article.record) in places
        if quoted or same or (not quote and date == article.date):
            worth = 4 * same + 2 * quoted + (date == article.date)
            if best is None or worth > best[0]:
                best = worth, Origin(location, record)
    return best[1] if best else None


def _elsewhere(db: Reader, article: int) -> Iterator[tuple[str, str]]:
    """Files and records that hold an article besides its own."""
    for location, record in db.all("SELECT location, record FROM other_location WHERE article = ?", (article,)):
        yield file_of(location), record


def take_in(
    db: Writer, label: str, said: Sequence[tuple[Judgement | Ruling, str, str]], against: Mapping[str, str]
) -> Change:
    """Keep what others said, as one act; each with its line's id and the line, both empty where it was no line.

    `against` are lines that contradict what is judged here, by id: they are remembered and change nothing.
    """
    numbers: dict[type, list[int]] = {Judgement: [], Ruling: []}
    for one, line_id, line in said:
        number = judgements.add(db, one) if isinstance(one, Judgement) else overrides.add(db, one)
        numbers[type(one)].append(number)
        if line_id:
            _remember(db, line_id, number if isinstance(one, Judgement) else -number, line)
    for line_id, line in against.items():
        if db.value("SELECT 1 FROM shared WHERE id = ? AND number IS NULL", (line_id,)) is None:
            _remember(db, line_id, None, line)
    if not said:
        return Change("")
    kept_now = {"judgements": numbers[Judgement], "rulings": numbers[Ruling]}
    journal.record(db, "judged", label, {**kept_now, "undone": True}, {**kept_now, "undone": False})
    change = actor_edits.to_judged(db, {**kept_now, "undone": False})
    return Change(label, rechain=change.rechain)


def _remember(db: Writer, line_id: str, number: int | None, line: str) -> None:
    at = judgements.said_at(db)
    db.run("INSERT OR REPLACE INTO shared (id, number, line, at) VALUES (?, ?, ?, ?)", (line_id, number, line, at))
