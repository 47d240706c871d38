"""A person's own marks: actors the recogniser missed, and spans that are none.

A mark is anchored to its words and what stands around them, so that it finds its place again when the text changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.store import Reader, Writer
from reader.model import Field, Kind, Mention, TadmorError

CONTEXT = 40
"""Code points kept on either side of a mark: enough to tell two places of the same name apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark, where it stands now."""

    id: int
    adds: bool
    """True: an actor stands here; False: none does."""
    kind: Kind
    field: Field
    start: int
    end: int


def record(db: Writer, article: int, text: str, adds: bool, kind: Kind, field: Field, start: int, end: int) -> int:
    """Keep a mark; returns its id. For `acts`, which journals it. Raises TadmorError for a span outside the text."""
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise TadmorError("There is nothing to mark there.")
    return db.insert(
        "INSERT INTO mark (article, adds, kind, field, start, quote, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(article, adds, kind.value, field.value, start),
            *(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]),
        ),
    )


def active(db: Reader, article: int) -> list[Mark]:
    """The marks of an article that stand, oldest first."""
    rows = db.all(
        "SELECT id, adds, kind, field, start, start + length(quote) FROM mark"
        " WHERE article = ? AND undone = 0 AND start IS NOT NULL ORDER BY id",
        (article,),
    )
    return [Mark(row[0], bool(row[1]), Kind(row[2]), Field(row[3]), row[4], row[5]) for row in rows]


def apply(recognised: Sequence[Mention], marks: Sequence[Mark]) -> tuple[list[Mention], list[Mention]]:
    """What stands after a person's marks, and what was recognised but gives way to them.

    Marks are taken in order: a later one wins over an earlier one it touches. Both lists are sorted, title first.
    """
    kept = list(recognised)
    dropped: list[Mention] = []
    for mark in marks:
        touched = [m for m in kept if m.field is mark.field and m.start < mark.end and mark.start < m.end]
        kept = [m for m in kept if m not in touched]
        dropped += [m for m in touched if m.by != "hand"]
        if mark.adds:
            kept.append(Mention(mark.start, mark.end, mark.kind, 1.0, "hand", mark.field))

    def order(mention: Mention) -> tuple[bool, int, int]:
        return mention.field is not Field.TITLE, mention.start, mention.end

    return sorted(kept, key=order), sorted(dropped, key=order)


def anchor_again(db: Writer, article: int, title: str, body: str) -> None:
    """Find the place of every mark in a changed text; one whose words are gone waits for them to come back."""
    rows = db.all("SELECT id, field, start, quote, before, after FROM mark WHERE article = ?", (article,))
    for mark, field, start, quote, before, after in rows:
        place = locate(title if field == Field.TITLE else body, quote, before, after, start or 0)
        if place != start:
            db.run("UPDATE mark SET start = ? WHERE id = ?", (place, mark))


def locate(text: str, quote: str, before: str, after: str, near: int) -> int | None:
    """Where `quote` stands in `text`: the place whose surroundings agree best, then the nearest to `near`; or None."""
    best: tuple[int, int, int] | None = None
    start = text.find(quote)
    while start >= 0:
        end = start + len(quote)
        same = _common(text[max(0, start - CONTEXT) : start][::-1], before[::-1]) + _common(text[end:], after)
        candidate = (-same, abs(start - near), start)
        best = candidate if best is None else min(best, candidate)
        start = text.find(quote, start + 1)
    return None if best is None else best[2]


def _common(left: str, right: str) -> int:
    """Length of the common beginning."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
