"""What a person may do to the library. Each act is one transaction, one line in the journal, and can be undone.

An act answers with a `Change`: what to tell the person, and what the newsroom has to work out again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.library import (
    actor_edits,
    articles,
    date_orders,
    dictionary_edits,
    journal,
    judgement_text,
    judgements,
    marks,
)
from reader.library.change import Change as Change
from reader.library.store import Reader, Writer
from reader.model import DateOrder, Field, Judgement, Kind, TadmorError
from reader.untrusted import clean_line


def set_unread(db: Writer, ids: Sequence[int], unread: bool) -> Change:
    """Mark articles as unread, or read."""
    return _flag(db, "unread", ids, unread, "Marked as unread:" if unread else "Marked as read:")


def set_starred(db: Writer, ids: Sequence[int], starred: bool) -> Change:
    """Give articles a star, or take it away."""
    return _flag(db, "starred", ids, starred, "Starred" if starred else "Took the star from")


def _flag(db: Writer, flag: str, ids: Sequence[int], value: bool, verb: str) -> Change:
    changed = articles.set_flag(db, ids, flag, value)
    if not changed:
        return Change("")
    label = f"{verb} {_titles(db, changed)}"
    journal.record(db, flag, label, {"ids": changed, "value": not value}, {"ids": changed, "value": value})
    return Change(label)


def remove(db: Writer, ids: Sequence[int]) -> Change:
    """Take articles out of the library; importing them again does not bring them back, undo does."""
    changed = articles.set_removed(db, ids, True)
    if not changed:
        return Change("")
    label = f"Removed {_titles(db, changed)}"
    journal.record(db, "removed", label, {"ids": changed, "value": False}, {"ids": changed, "value": True})
    return Change(label)


def correct(db: Writer, article: int, field: str, value: str) -> Change:
    """Correct an article's title, source or date; the correction stays when its source is imported again.

    Raises TadmorError for another field, for what is no date, and when there is no such article. A new title is
    recognised anew: the article is among `articles.waiting` then.
    """
    value = articles.valid_correction(field, value)
    label = f"Corrected the {field} of {_titles(db, [article])}"
    before, change = _corrected(db, [Correction(article, field, value)])
    if before[0].value == value:
        return Change("")
    about = {"article": article, "field": field}
    journal.record(db, "corrected", label, {**about, "value": before[0].value}, {**about, "value": value})
    return replace(change, label=label)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a field of an article is to be."""

    article: int
    field: str
    value: str | None
    """None is what its source says."""


def _corrected(db: Writer, corrections: Sequence[Correction]) -> tuple[list[Correction], Change]:
    """Make corrections; returns what undoes each, and what follows from new sources."""
    moved = tuple({one.article: None for one in corrections if one.field == "source"})
    sources = date_orders.sources_of(db, moved)
    before = [replace(one, value=articles.correct(db, one.article, one.field, one.value)) for one in corrections]
    follows = tuple(dict.fromkeys([*sources, *date_orders.sources_of(db, moved)]))
    return before, Change("", redate=follows, moved=moved)


def correct_many(db: Writer, corrections: Sequence[Correction]) -> Change:
    """Correct fields of many articles as one act.

    Raises TadmorError as `correct` does; then nothing is changed.
    """
    wanted = [replace(one, value=articles.valid_correction(one.field, one.value or "")) for one in corrections]
    before, change = _corrected(db, wanted)
    changed = [(was, one) for was, one in zip(before, wanted, strict=True) if was != one]
    if not changed:
        return Change("")
    fields = " and ".join(dict.fromkeys(one.field for _, one in changed))
    label = f"Corrected the {fields} of {_titles(db, [*dict.fromkeys(one.article for _, one in changed)])}"
    states = [{"values": [(one.article, one.field, one.value) for one in side]} for side in zip(*changed, strict=True)]
    journal.record(db, "corrected many", label, *states)
    return replace(change, label=label)


def order_dates(db: Writer, source: str, order: DateOrder) -> Change:
    """Read all dates of a source whose day and month may be exchanged in one order, also those that come in later."""
    before = date_orders.say(db, source, order)
    if before is order:
        return Change("")
    label = f"Dates of “{clean_line(source, 60)}” are read with the {order.value} from now on"
    about = {"source": source}
    journal.record(db, "dates ordered", label, {**about, "order": before}, {**about, "order": order})
    return Change(label, redate=(source,))


def mark(db: Writer, article: int, field: Field, start: int, end: int, kind: Kind) -> Change:
    """Mark a span as an actor that the recogniser missed. Raises TadmorError when the span is empty or outside."""
    return _mark(db, article, field, start, end, kind, True)


def unmark(db: Writer, mention: int) -> Change:
    """Say that a mention names no actor. Raises TadmorError when there is no such mention."""
    row = db.one("SELECT article, field, start, stop, kind FROM mention WHERE id = ?", (mention,))
    if row is None:
        raise TadmorError("That mention is not in the library any more.")
    return _mark(db, row[0], Field(row[1]), row[2], row[3], Kind(row[4]), False)


def _mark(db: Writer, article: int, field: Field, start: int, end: int, kind: Kind, adds: bool) -> Change:
    title, body = articles.texts(db, article)
    text = title if field is Field.TITLE else body
    number = marks.record(db, article, text, adds, kind, field, start, end)
    quote = clean_line(text[start:end], 60)
    label = f"Marked “{quote}” as {kind.value}" if adds else f"Took the mark from “{quote}”"
    about = {"mark": number, "article": article}
    journal.record(db, "marked", label, {**about, "undone": True}, {**about, "undone": False})
    return Change(label, rechain=(article,))


def judge(db: Writer, judgement: Judgement) -> Change:
    """Keep a person's verdict on two names, whoever goes by them now; linking works out what comes of it."""
    label = f"{judgement_text.JUDGED}{judgement_text.SAID[judgement.verdict]}"
    label = label.format(judgement_text.quoted(judgement.left.name), judgement_text.quoted(judgement.right.name))
    return judgement_text.record(db, label, judgements=[judgements.add(db, judgement)])


def undo(db: Writer, number: int | None = None) -> Change | None:
    """Take back the newest act that stands, or the one of this number; None when there is none.

    Raises TadmorError when there is no act of this number, or something later rests on it.
    """
    act = journal.to_undo(db) if number is None else _numbered(db, number)
    if act is None:
        return None
    if number is not None:
        if act.undone:
            raise TadmorError(f"Number {number} is undone already.")
        later = [one for one in journal.since(db, number) if not one.undone and _touches(act) & _touches(one)]
        if later:
            numbers = ", ".join(str(one.id) for one in later)
            raise TadmorError(
                f"Number {number} cannot be undone by itself: {numbers} changed the same again; undo that first."
            )
    return _go(db, act, act.before, undone=True)


def redo(db: Writer, number: int | None = None) -> Change | None:
    """Do again what was undone last, or the act of this number; None when there is nothing to do again.

    Without a number, what was undone before something else was done is left alone. Raises TadmorError when there is no
    act of this number, it was not undone, or something else has changed the same since.
    """
    act = journal.to_redo(db) if number is None else _numbered(db, number)
    if act is None:
        return None
    if number is not None:
        if not act.undone:
            raise TadmorError(f"Number {number} stands; there is nothing to do again.")
        later = [one for one in journal.since(db, number) if not one.undone and _touches(act) & _touches(one)]
        if later:
            raise TadmorError(f"Number {number} cannot be done again: number {later[0].id} changed the same since.")
    return _go(db, act, act.after, undone=False)


def _numbered(db: Reader, number: int) -> journal.Act:
    act = journal.act(db, number)
    if act is None:
        raise TadmorError(f"Nothing was done under number {number}. `tadmor history` shows the numbers.")
    return act


def _touches(act: journal.Act) -> set[tuple[Any, ...]]:
    """What an act put a new value into, so that going back over a later one would lose that one's.

    A mark, a judgement and a ruling only add a line, which counts or does not: they can be taken back in any order. But
    whether a spelling is kept away is said by the act that keeps it away, and by the one that brings it back.
    """
    state = act.after
    if act.action in ("judged", "brought back"):
        return {("ruling", number) for number in state.get("rulings", ())}
    if act.action == "corrected":
        return {("corrected", state["article"], state["field"])}
    if act.action == "corrected many":
        return {("corrected", article, field) for article, field, _ in state["values"]}
    if act.action == "dates ordered":
        return {("dates ordered", date_orders.plain(state["source"]))}
    if act.action == "dictionary":
        return {("dictionary", entry) for entry in state["ids"]}
    return {(act.action, article) for article in state["ids"]} if act.action in _FLAGS else set()


_FLAGS = ("unread", "starred", "removed")


def _go(db: Writer, act: journal.Act, state: Any, *, undone: bool) -> Change:
    journal.set_undone(db, act, undone)
    said = act.label.removeprefix(judgement_text.JUDGED)
    label = act.label if said == act.label else f"the verdict that {said}"
    return replace(_ACTIONS[act.action](db, state), label=label)


def _to_unread(db: Writer, state: Any) -> Change:
    articles.set_flag(db, state["ids"], "unread", state["value"])
    return Change("")


def _to_starred(db: Writer, state: Any) -> Change:
    articles.set_flag(db, state["ids"], "starred", state["value"])
    return Change("")


def _to_removed(db: Writer, state: Any) -> Change:
    changed = articles.set_removed(db, state["ids"], state["value"])
    # What was said while they were away holds for them too: spellings that are no actor, parts of actors.
    return Change("", rechain=() if state["value"] else tuple(changed))


def _to_corrected(db: Writer, state: Any) -> Change:
    return _corrected(db, [Correction(state["article"], state["field"], state["value"])])[1]


def _to_corrected_many(db: Writer, state: Any) -> Change:
    return _corrected(db, [Correction(*one) for one in state["values"]])[1]


def _to_dates_ordered(db: Writer, state: Any) -> Change:
    date_orders.say(db, state["source"], DateOrder(state["order"]))
    return Change("", redate=(state["source"],))


def _to_marked(db: Writer, state: Any) -> Change:
    db.run("UPDATE mark SET undone = ? WHERE id = ?", (state["undone"], state["mark"]))
    return Change("", rechain=(state["article"],))


_ACTIONS: dict[str, Callable[[Writer, Any], Change]] = {
    "unread": _to_unread,
    "starred": _to_starred,
    "removed": _to_removed,
    "corrected": _to_corrected,
    "corrected many": _to_corrected_many,
    "dates ordered": _to_dates_ordered,
    "marked": _to_marked,
    **actor_edits.ACTIONS,
    **dictionary_edits.ACTIONS,
}
"""How the library comes to the state that the journal has kept, by action."""


def _titles(db: Reader, ids: Sequence[int]) -> str:
    """One article by its title, several by their number."""
    if len(ids) > 1:
        return f"{len(ids)} articles"
    brief = articles.brief(db, ids[0])
    if brief is None:
        raise TadmorError(f"There is no article {ids[0]}.")
    return f"“{clean_line(brief.title, 60)}”"
