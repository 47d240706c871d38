"""What a person may say of one actor: its name, its kind, and that a spelling is no actor at all."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from reader.library import counts, journal, judgements, overrides
from reader.library.change import Change
from reader.library.judgement_text import mentions_in, names, quoted, record, shown
from reader.library.search import any_script
from reader.library.store import Reader, Writer
from reader.model import Anchor, Judgement, Kind, Ruled, Ruling, TadmorError
from reader.names.analyse import analyse


def rename(db: Writer, actor: int, name: str) -> Change:
    """Call an actor by a name, here and after every linking; an empty one gives it back the name that linking gives.

    Raises TadmorError when the actor is not there.
    """
    was = shown(db, actor)
    called = name or f"{_given(db, actor)[0]}"
    label = f"Renamed {quoted(was)} to {quoted(called)}"
    return Change("") if called == was else _rule(db, label, actor, Ruled.NAME, name)


def set_kind(db: Writer, actor: int, kind: Kind) -> Change:
    """Say what sort of actor it is, here and after every linking. Raises TadmorError when the actor is not there."""
    name = shown(db, actor)
    if db.value("SELECT kind FROM actor WHERE id = ?", (actor,)) == kind.value:
        return Change("")
    given = _given(db, actor)[1]
    return _rule(db, f"{quoted(name)} is of kind {kind.value}", actor, Ruled.KIND, "" if kind == given else kind.value)


def _rule(db: Writer, label: str, actor: int, what: Ruled, value: str) -> Change:
    number = overrides.add(db, Ruling(what, judgements.anchor_of_actor(db, actor), value, at=judgements.said_at(db)))
    _apply(db)
    return record(db, label, rulings=[number])


def _apply(db: Writer) -> None:
    counts.recount(db, overrides.apply(db))


def not_an_actor(db: Writer, actor: int, spelling: str, why: str = "") -> Change:
    """Say that a spelling names no actor, in any article, now or later.

    Raises TadmorError when the actor is not spelt so.
    """
    spelt = [text for text in names(db, actor) if analyse(text).key == analyse(spelling).key]
    kinds = db.column(
        "SELECT DISTINCT mention.kind FROM chain CROSS JOIN mention ON mention.chain = chain.id WHERE actor = ?"
        f" AND text IN ({', '.join('?' * len(spelt))}) AND recogniser <> 'hand' ORDER BY 1",
        (actor, *spelt),
    )
    folded = {Kind(kind).folded: Kind(kind) for kind in kinds}
    if not folded:
        raise TadmorError(f"That actor is nowhere spelt {quoted(spelling)}, except where you marked it yourself.")
    at = judgements.said_at(db)
    numbers = [
        overrides.add(db, Ruling(Ruled.NOBODY, Anchor(spelling, kind), why=why, at=at)) for kind in folded.values()
    ]
    mentions, articles = _named_by(db, overrides.spelt_by(db, numbers))
    change = record(db, f"{quoted(spelling)} is not an actor", rulings=numbers)
    return replace(change, effect=f"took the mark from {mentions_in(mentions, len(articles))}", rechain=tuple(articles))


def bring_back(db: Writer, number: int) -> Change:
    """Let a spelling name actors again; `number` is that of the ruling. Raises TadmorError when there is none."""
    row = db.one("SELECT name, undone FROM ruling WHERE id = ? AND what = ?", (number, Ruled.NOBODY.value))
    if row is None or row[1]:
        raise TadmorError(f"No spelling is kept away under number {number}; `tadmor bring-back` lists them.")
    overrides.set_undone(db, [number], True)
    articles, mentions = _left_out(db, [number])
    label = f"Brought back {quoted(row[0])}"
    journal.record(
        db, "brought back", label, {"rulings": [number], "undone": False}, {"rulings": [number], "undone": True}
    )
    return Change(label, f"marks {mentions_in(mentions, len(articles))} again", rechain=articles)


def _named_by(db: Reader, spelt: Sequence[tuple[str, Kind]]) -> tuple[int, list[int]]:
    """How many mentions are spelt like these and name somebody, and in which articles; none that a person marked."""
    found: dict[int, int] = {}
    for name, kind in spelt:
        alike = [one.value for one in Kind if one.folded is kind.folded]
        for text in _spelt_like(db, name, kind):
            found |= dict(
                db.all(
                    "SELECT mention.id, mention.article FROM spelling CROSS JOIN chain ON chain.actor = spelling.actor"
                    " CROSS JOIN mention ON mention.chain = chain.id"
                    " WHERE spelling.text = ?1 AND mention.text = ?1 AND recogniser <> 'hand'"
                    " AND mention.kind IN (SELECT value FROM json_each(?2))",
                    (text, json.dumps(alike)),
                )
            )
    return len(found), sorted(set(found.values()))


def _spelt_like(db: Reader, name: str, kind: Kind) -> list[str]:
    """The spellings in the library that fold to what a name folds to."""
    key = analyse(name, kind).key
    # As it is typed too: the index has the words of Ba'ath and of U.S. as they are parted there.
    match = " OR ".join(filter(None, (any_script(db, text, False) for text in (key, name))))
    texts = db.column(
        "SELECT DISTINCT text FROM spelling WHERE id IN (SELECT rowid FROM spelling_text WHERE spelling_text MATCH ?)",
        (match,),
    )
    return [text for text in texts if analyse(text, kind).key == key]


def _left_out(db: Reader, numbers: Sequence[int]) -> tuple[tuple[int, ...], int]:
    rows = overrides.left_out(db, overrides.spelt_by(db, numbers))
    return tuple(sorted({article for article, *_ in rows})), sum(times for *_, times in rows)


def _given(db: Reader, actor: int) -> tuple[str, str]:
    name, kind = db.one("SELECT given_name, given_kind FROM actor WHERE id = ?", (actor,))
    return name, kind


# Back and forth


def to_judged(db: Writer, state: Any) -> Change:
    """The library as an act of judging left it, or as it was before."""
    undone: bool = state["undone"]
    numbers = state.get("judgements", [state["judgement"]] if "judgement" in state else [])
    db.many("UPDATE judgement SET undone = ? WHERE id = ?", ((undone, number) for number in numbers))
    ruled = state.get("rulings", [])
    if not ruled:
        return Change("")
    overrides.set_undone(db, ruled, undone)
    _apply(db)
    suppressed = [n for n in ruled if db.value("SELECT what FROM ruling WHERE id = ?", (n,)) == Ruled.NOBODY]
    if undone:
        return Change("", rechain=_left_out(db, suppressed)[0])
    return Change("", rechain=tuple(_named_by(db, overrides.spelt_by(db, suppressed))[1]))


def naming_both(db: Reader, told: Judgement, *, one_chain: bool) -> list[int]:
    """The articles that have both names of a judgement, or that have them in one chain."""
    mine, theirs = (json.dumps(_spelt_like(db, anchor.name, anchor.kind)) for anchor in (told.left, told.right))
    mentions = (
        "SELECT chain.article, chain.id FROM spelling CROSS JOIN chain ON chain.actor = spelling.actor"
        " CROSS JOIN mention ON mention.chain = chain.id AND mention.text = spelling.text"
        " WHERE spelling.text IN (SELECT value FROM json_each(?))"
    )
    where = "id" if one_chain else "article"
    found: list[int] = db.column(
        f"SELECT DISTINCT article FROM ({mentions}) WHERE {where} IN (SELECT {where} FROM ({mentions}))",
        (mine, theirs),
    )
    return found


def to_brought_back(db: Writer, state: Any) -> Change:
    """The library with a spelling brought back, or kept away as before."""
    return to_judged(db, {"rulings": state["rulings"], "undone": state["undone"]})


ACTIONS: dict[str, Callable[[Writer, Any], Change]] = {"judged": to_judged, "brought back": to_brought_back}
