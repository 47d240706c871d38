"""Articles: what sources hand over, what a person corrects, and what is shown of them."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from reader.library import counts, failures, full_text, given, locations, markdown, marks, nodes, repetition
from reader.library.store import Reader, Writer
from reader.library.views import Page, ShownMention, Status, Waiting
from reader.model import Caveat, DateOrder, Field, Incoming, Kind, Origin, TadmorError
from reader.names.unspaced import count_words
from reader.untrusted import clean_line

CORRECTABLE = ("title", "source", "date")
"""Fields of an article that a person may correct."""

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")


class Put(StrEnum):
    """What an import did with one article."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    """A person removed it before; it stays away."""
    KNOWN = "known"
    """It is known from another place, and lies in this one too."""


@dataclass(frozen=True, slots=True)
class Brief:
    """An article in one line, for messages and anchors."""

    id: int
    title: str
    origin: Origin
    removed: bool


def now() -> str:
    """The present moment, ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def moment(date: str) -> str:
    """A date as the lists sort it: in UTC where it has an offset, unchanged otherwise, empty when there is none."""
    if "T" not in date and " " not in date:
        return date
    try:
        parsed = datetime.fromisoformat(date)
    except ValueError:
        return date
    if parsed.tzinfo is not None:
        parsed = parsed.astimezone(UTC).replace(tzinfo=None)
    return parsed.isoformat(timespec="seconds")


def sort_key(text: str) -> str:
    """A line as an alphabetical list sorts it: without case, accents, and what stands before its first letter."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"^\W+(?=\w)", "", plain)


def digest_of(incoming: Incoming) -> bytes:
    """A hash of what a source says, by which it is known not to have changed."""
    parts = (
        incoming.title,
        incoming.body,
        incoming.source,
        incoming.author,
        incoming.url,
        incoming.language,
        # A guess may come out otherwise next time, by what else is there.
        "" if incoming.date_guessed else incoming.date,
    )
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).digest()


def put(db: Writer, incoming: Incoming, filled: Incoming | None = None) -> tuple[Put, int]:
    """Take in an article, whose language is worked out; returns what happened, and its id.

    The same origin is the same article (`arrivals` knows one from elsewhere again). What is unchanged is left alone; a
    changed one gets its new text, is recognised again where the text changed, and keeps what the reader did with it:
    read, starred, corrections, judgements, marks. `filled` is the same with what other places tell of it.
    """
    digest, lacks = digest_of(incoming), given.lacks(incoming, filled or incoming)
    incoming = filled or incoming
    row = db.one(
        "SELECT id, digest, removed_at, date_words, date_place, given_date, language_said, page_title, page_site,"
        " given_title FROM article WHERE location = ? AND record = ?",
        (incoming.origin.location, incoming.origin.record),
    )
    if row is None:
        return Put.ADDED, add(db, incoming)
    article = row[0]
    _set_caveats(db, article, incoming.caveats)
    markdown.keep(db, article, incoming.markdown)
    _set_page(db, article, incoming)
    if incoming.title_site and row[7:9] == (incoming.title, incoming.title_site):
        # Whether its ending goes has been told by the other pages of its site.
        incoming = replace(incoming, title=row[9])
    removed = row[2] is not None
    unchanged = row[1] == digest
    if row[6] != incoming.language_said:
        db.run("UPDATE article SET language_said = ? WHERE id = ?", (incoming.language_said, article))
    if not unchanged or (row[3], row[4]) != (incoming.date_words, incoming.date_place):
        # An older Tadmor did not say what it had read the date from, or read another.
        unchanged &= row[5] == incoming.date
        _update(db, article, incoming, digest, lacks)
        _ask_order(db, article)
    return (Put.REMOVED if removed else Put.UNCHANGED if unchanged else Put.UPDATED), article


def _set_caveats(db: Writer, article: int, caveats: Sequence[Caveat]) -> None:
    words = " ".join(caveats)
    db.run("UPDATE article SET caveats = ? WHERE id = ? AND caveats <> ?", (words, article, words))


def _set_page(db: Writer, article: int, incoming: Incoming) -> None:
    title = incoming.title if incoming.title_site else ""
    db.run(
        "UPDATE article SET page_title = ?, page_site = ? WHERE id = ? AND (page_title <> ? OR page_site <> ?)",
        (title, incoming.title_site, article, title, incoming.title_site),
    )


def add(db: Writer, incoming: Incoming) -> int:
    """Take in an article from a place that none is known from; returns its id."""
    at = now()
    article = db.insert(
        "INSERT INTO article (location, record, title, source, date, date_guessed, at, title_key, source_key,"
        " given_title, given_source, given_date, given_date_guessed, author, url, language, words, digest,"
        " added_at, updated_at, date_words, date_place, date_order, caveats, language_said)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(incoming.origin.location, incoming.origin.record),
            *(incoming.title, incoming.source, incoming.date, incoming.date_guessed),
            *(moment(incoming.date), sort_key(incoming.title), sort_key(incoming.source)),
            *(incoming.title, incoming.source, incoming.date, incoming.date_guessed),
            *(incoming.author, incoming.url, incoming.language, count_words(incoming.body)),
            *(digest_of(incoming), at, at, incoming.date_words, incoming.date_place, incoming.date_order),
            *(" ".join(incoming.caveats), incoming.language_said),
        ),
    )
    db.run("INSERT INTO body (article, text) VALUES (?, ?)", (article, incoming.body))
    locations.remember(db, article, incoming.title, incoming.body, incoming.url)
    db.run(
        "INSERT INTO article_text (rowid, title, body, joined) VALUES (?, ?, ?, ?)",
        (article, *full_text.index(incoming.title, incoming.body)),
    )
    if incoming.markdown:
        markdown.keep(db, article, incoming.markdown)
    if incoming.title_site:
        _set_page(db, article, incoming)
    return article


def _update(db: Writer, article: int, incoming: Incoming, digest: bytes, lacks: str) -> None:
    old_title, old_body = texts(db, article)
    db.run(
        "UPDATE article SET given_title = ?, given_source = ?, given_date = ?, given_date_guessed = ?, author = ?,"
        " url = ?, language = ?, words = ?, digest = ?, updated_at = ?, date_words = ?, date_place = ?, date_order = ?,"
        " lacks = ? WHERE id = ?",
        (
            *(incoming.title, incoming.source, incoming.date, incoming.date_guessed),
            *(incoming.author, incoming.url, incoming.language, count_words(incoming.body), digest, now()),
            *(incoming.date_words, incoming.date_place, incoming.date_order, lacks, article),
        ),
    )
    db.run("UPDATE body SET text = ? WHERE article = ?", (incoming.body, article))
    locations.remember(db, article, incoming.title, incoming.body, incoming.url)
    _show(db, article, old_title, old_body)


def _ask_order(db: Writer, article: int) -> None:
    """Have it asked again in which order an article's date is read: it was put as its source alone tells it."""
    db.run("UPDATE article SET date_read = '', date_told = '' WHERE id = ?", (article,))


def fill(db: Writer, article: int, filled: Incoming) -> None:
    """Let an article have what other places tell of it besides its own."""
    lacks = given.lacks(given.article(db, article), filled)
    title, date, guessed, words, place, lacked = db.one(
        "SELECT given_title, given_date, given_date_guessed, date_words, date_place, lacks FROM article WHERE id = ?",
        (article,),
    )
    if not lacks and not lacked:
        return
    # Other pages of its site, and other dates, may have told more of these since they were read.
    filled = replace(filled, title=title)
    same_date = (filled.date_words, filled.date_place) == (words, place)
    if same_date and filled.date_order is DateOrder.OPEN:
        filled = replace(filled, date=date, date_guessed=bool(guessed))
    _update(db, article, filled, given.digest(db, article), lacks)
    if not same_date:
        _ask_order(db, article)


def texts(db: Reader, article: int) -> tuple[str, str]:
    """Title and body of an article as they are shown. Raises TadmorError when there is no such article."""
    row = db.one("SELECT title, text FROM article JOIN body ON article = id WHERE id = ?", (article,))
    if row is None:
        raise TadmorError(f"There is no article {article}.")
    title, body = row
    return title, body


def added_on(db: Reader, article: int) -> str:
    """The day on which an article came in, ISO 8601, for its citation; empty when there is no such article."""
    found: str = db.value("SELECT added_at FROM article WHERE id = ?", (article,)) or ""
    return found[:10]


def analysed(db: Reader, article: int) -> tuple[Waiting, str] | None:
    """An article as the recogniser read it, and which one that was; None while it waits, or is removed."""
    row = db.one(
        "SELECT id, version, title, text, url, analysed FROM article JOIN body ON article = id"
        " WHERE id = ? AND analysed IS NOT NULL AND removed_at IS NULL",
        (article,),
    )
    return None if row is None else (Waiting(*row[:5]), row[5])


def _show(db: Writer, article: int, old_title: str, old_body: str) -> None:
    """Work out what is shown of an article from what its source gives and what a person corrected."""
    title, source, date, guessed, body = db.one(
        "SELECT given_title, given_source, given_date, given_date_guessed, text"
        " FROM article JOIN body ON article = id WHERE id = ?",
        (article,),
    )
    corrected = dict(db.all("SELECT field, value FROM correction WHERE article = ?", (article,)))
    title, source = corrected.get("title", title), corrected.get("source", source)
    if "date" in corrected:
        date, guessed = corrected["date"], 0
    db.run(
        "UPDATE article SET title = ?, source = ?, date = ?, date_guessed = ?, at = ?, title_key = ?, source_key = ?"
        " WHERE id = ?",
        (title, source, date, guessed, moment(date), sort_key(title), sort_key(source), article),
    )
    if (title, body) != (old_title, old_body):
        db.run(
            "INSERT INTO article_text (article_text, rowid, title, body, joined) VALUES ('delete', ?, ?, ?, ?)",
            (article, *full_text.index(old_title, old_body)),
        )
        db.run(
            "INSERT INTO article_text (rowid, title, body, joined) VALUES (?, ?, ?, ?)",
            (article, *full_text.index(title, body)),
        )
        forget_analysis(db, article)
        db.run("UPDATE article SET version = version + 1 WHERE id = ?", (article,))
        marks.anchor_again(db, article, title, body)
    counts.follow_date(db, article)


def forget_analysis(db: Writer, article: int) -> None:
    """Drop mentions and chains of an article, so that the recogniser reads it again."""
    counts.subtract(db, article)
    nodes.leave(db, article)
    db.run("DELETE FROM mention WHERE article = ?", (article,))
    db.run("DELETE FROM chain WHERE article = ?", (article,))
    repetition.forget(db, article)
    db.run("UPDATE article SET analysed = NULL WHERE id = ?", (article,))
    for step in (failures.Step.RECOGNISED, failures.Step.CHAINED):
        failures.forget(db, step, [article])


def read_anew(db: Writer, by: str) -> int:
    """Let every article wait that another recogniser than this one has read; returns how many."""
    read = db.all("SELECT id FROM article WHERE analysed <> ? AND removed_at IS NULL", (by,))
    for (article,) in read:
        forget_analysis(db, article)
    return len(read)


def valid_correction(field: str, value: str) -> str:
    """The cleaned value of a correction. Raises TadmorError for a field that cannot be corrected, or no date."""
    if field not in CORRECTABLE:
        raise TadmorError(f"An article's {', '.join(CORRECTABLE)} can be corrected, not its {clean_line(field, 40)}.")
    value = clean_line(value)
    if field == "date" and value:
        try:
            if not _DATE.fullmatch(value):
                raise ValueError
            datetime.fromisoformat(value if len(value) > 7 else f"{value}-01-01"[:10])
        except ValueError:
            raise TadmorError(f"“{clean_line(value, 40)}” is not a date; write it as 2016-03-26.") from None
    return value


def correct(db: Writer, article: int, field: str, value: str | None) -> str | None:
    """Set a correction, or with None drop it; returns the one there was before. For `acts`, which journals it."""
    old_title, old_body = texts(db, article)
    before: str | None = db.value("SELECT value FROM correction WHERE article = ? AND field = ?", (article, field))
    if value is None:
        db.run("DELETE FROM correction WHERE article = ? AND field = ?", (article, field))
    else:
        db.run("INSERT OR REPLACE INTO correction (article, field, value) VALUES (?, ?, ?)", (article, field, value))
    _show(db, article, old_title, old_body)
    return before


def give_date(db: Writer, article: int, date: str, guessed: bool) -> None:
    """Let an article's source give another date than when it was read; what a person corrected stays."""
    title, body = texts(db, article)
    db.run("UPDATE article SET given_date = ?, given_date_guessed = ? WHERE id = ?", (date, guessed, article))
    _show(db, article, title, body)


def give_title(db: Writer, article: int, title: str) -> None:
    """Let an article's source give another title than it had; what a person corrected stays."""
    old_title, body = texts(db, article)
    db.run("UPDATE article SET given_title = ? WHERE id = ?", (title, article))
    locations.remember(db, article, title, body, db.value("SELECT url FROM article WHERE id = ?", (article,)))
    _show(db, article, old_title, body)


def set_flag(db: Writer, articles: Sequence[int], flag: str, value: bool) -> list[int]:
    """Set `unread` or `starred`; returns the articles that changed. Journals nothing: `acts` does that for a person."""
    if flag not in ("unread", "starred"):
        raise ValueError(flag)
    return [
        article
        for article in articles
        if db.run(f"UPDATE article SET {flag} = ? WHERE id = ? AND {flag} <> ?", (value, article, value))
    ]


def set_removed(db: Writer, articles: Sequence[int], removed: bool) -> list[int]:
    """Take articles out of every list and count, or bring them back; returns those that changed."""
    changed = []
    for article in articles:
        if removed:
            if db.value("SELECT 1 FROM article WHERE id = ? AND removed_at IS NULL", (article,)):
                counts.subtract(db, article)
                nodes.leave(db, article)
                db.run("UPDATE article SET removed_at = ? WHERE id = ?", (now(), article))
                changed.append(article)
        elif db.run("UPDATE article SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL", (article,)):
            counts.add(db, article)
            changed.append(article)
    return changed


def brief(db: Reader, article: int) -> Brief | None:
    """An article's title and origin, removed or not; None when there is none."""
    row = db.one("SELECT title, location, record, removed_at FROM article WHERE id = ?", (article,))
    return None if row is None else Brief(article, row[0], Origin(row[1], row[2]), row[3] is not None)


def find(db: Reader, origin: Origin) -> int | None:
    """The article that came from there, or None."""
    found: int | None = db.value(
        "SELECT id FROM article WHERE location = ? AND record = ?", (origin.location, origin.record)
    )
    return found


_WAITS = (
    "analysed IS NULL AND removed_at IS NULL"
    f" AND article.id NOT IN (SELECT number FROM failure WHERE step = '{failures.Step.RECOGNISED}')"
)


def waiting(db: Reader, limit: int, first: Sequence[int] = ()) -> list[Waiting]:
    """Articles that the recogniser has not read: those of `first` first, then the newest; at most `limit`.

    Those that it tripped over wait for something else.
    """
    columns = "SELECT article.id, version, title, text, url FROM article JOIN body ON article = article.id"
    found: dict[int, Waiting] = {}
    for article in first:
        row = db.one(f"{columns} WHERE article.id = ? AND {_WAITS}", (article,))
        if row is not None and len(found) < limit:
            found[article] = Waiting(*row)
    ids = db.column(
        f"SELECT id FROM article WHERE {_WAITS} ORDER BY at DESC, id DESC LIMIT ?",
        (limit,),
    )
    for article in ids:
        if article not in found and len(found) < limit:
            found[article] = Waiting(*db.one(f"{columns} WHERE article.id = ?", (article,)))
    return list(found.values())


def page(db: Reader, article: int) -> Page | None:
    """An article with its mentions, or None when there is none or it was removed."""
    row = db.one(
        "SELECT title, text, source, author, date, date_guessed, url, language, unread, starred, words,"
        " analysed IS NOT NULL, location, record, caveats, coalesce(why, '') FROM article JOIN body ON article = id"
        " LEFT JOIN failure ON number = id AND step = ? WHERE id = ? AND removed_at IS NULL",
        (failures.Step.RECOGNISED.value, article),
    )
    if row is None:
        return None
    (
        title,
        body,
        source,
        author,
        date,
        guessed,
        url,
        language,
        unread,
        starred,
        words,
        analysed,
        location,
        record,
        caveats,
        failed,
    ) = row
    return Page(
        id=article,
        title=title,
        body=body,
        source=source,
        author=author,
        date=date,
        date_guessed=bool(guessed),
        url=url,
        language=language,
        unread=bool(unread),
        starred=bool(starred),
        words=words,
        analysed=bool(analysed),
        origin=f"{location}#{record}" if record else location,
        spots=spots(db, article),
        caveats=tuple(map(Caveat, caveats.split())),
        failed=failed,
        elsewhere=locations.elsewhere(db, article),
    )


def spots(db: Reader, article: int) -> tuple[ShownMention, ...]:
    """The mentions of an article as shown: title first, then body, by start."""
    rows = db.all(
        "SELECT mention.id, field, start, stop, mention.kind, actor.kind, confidence, actor, chain, nationality"
        " FROM mention JOIN chain ON chain.id = chain JOIN actor ON actor.id = actor"
        " WHERE mention.article = ? ORDER BY field DESC, start",
        (article,),
    )
    shown = []
    for mention, field, start, stop, own, kind, confidence, actor, chain, nationality in rows:
        # "Syrian" counts to Syria, and is still the name of a people on the page.
        people = bool(nationality) or (own == Kind.GROUP and kind == Kind.STATE)
        shown.append(
            ShownMention(
                mention, Field(field), start, stop, Kind(own if people else kind), confidence, actor, chain, people
            )
        )
    return tuple(shown)


def status(db: Reader) -> Status:
    """How much is in the library."""
    return Status(
        articles=db.value("SELECT count(*) FROM article WHERE removed_at IS NULL"),
        unread=db.value("SELECT count(*) FROM article WHERE unread = 1 AND removed_at IS NULL"),
        waiting=db.value(f"SELECT count(*) FROM article WHERE {_WAITS}"),
        actors=db.value("SELECT count(*) FROM actor WHERE articles > 0"),
        failed=db.value(
            "SELECT count(*) FROM failure JOIN article ON article.id = number"
            f" WHERE step = '{failures.Step.RECOGNISED}' AND removed_at IS NULL"
        ),
    )
