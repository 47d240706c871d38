"""How a person's word on actors is kept and told: shared by verdicts on two, on parts, and on names."""

from collections.abc import Sequence
from typing import Any

from reader.library import journal
from reader.library import judgements as said_of_two
from reader.library.change import Change, rechain_later
from reader.library.evidence import dump
from reader.library.moves import Moves
from reader.library.store import Reader, Writer
from reader.model import Evidence, Judged, Judgement, Sign, TadmorError, Verdict
from reader.names.wording import Mechanism
from reader.plurals import counted
from reader.untrusted import clean_line

SAID = {
    Verdict.SAME: "{} is the same as {}",
    Verdict.DIFFERENT: "{} is not the same as {}",
    Verdict.RELATED: "{} is related to {}",
    Verdict.UNSURE: "{} may or may not be {}",
}

JUDGED = "Judged: "
"""How the line of a verdict begins, in the history too; what it says is a sentence of its own."""

GONE = "That actor is not in the library any more."


def parted(told: Judgement) -> str:
    """A judgement that keeps two apart, in words."""
    return f"{quoted(told.left.name)} and {quoted(told.right.name)} were judged {told.verdict.value} on {told.at[:10]}"


def conflict(against: Judgement, told: Judgement) -> Evidence:
    """A judgement as evidence against what another said; its pieces are the names that were to be joined."""
    return Evidence(
        Sign.CONTRADICTS,
        Mechanism.CONFLICT,
        -1.0,
        (against.left.name, against.right.name),
        left=told.left.name,
        right=told.right.name,
        judged=Judged(against.verdict, against.at, against.why),
    )


def judged(told: Judgement) -> Evidence:
    """A judgement as evidence for what it joins."""
    return _judgement(told, Sign.FOR, 1.0)


def apart(told: Judgement) -> Evidence:
    """A judgement as evidence against what it keeps apart, or as what leaves it open."""
    if told.verdict is Verdict.DIFFERENT:
        return _judgement(told, Sign.AGAINST, -1.0)
    return _judgement(told, Sign.NEUTRAL, 0.0)


def _judgement(told: Judgement, sign: Sign, weight: float) -> Evidence:
    return Evidence(sign, Mechanism.JUDGEMENT, weight, judged=Judged(told.verdict, told.at, told.why))


def tie(told: Judgement) -> tuple[str, float, str] | None:
    """What a judgement leaves between two actors, as `moves.answer_doubt` takes it."""
    if told.verdict is not Verdict.RELATED:
        return None
    return (Verdict.RELATED.value, 1.0, dump([_judgement(told, Sign.NEUTRAL, 1.0)]))


def keep(
    db: Writer, label: str, told: Sequence[Judgement], changed: Moves, more: str = "", *, answers: bool = False
) -> Change:
    """Keep judgements and what changed hands because of them, as one act; `more` is to be said beside the effect.

    `answers` says that it was a question of the review queue.
    """
    numbers = [said_of_two.add(db, one) for one in told]
    rechain_later(db, changed.cut)
    effect = ""
    if changed.mentions:
        verb = "joined" if all(one.verdict is Verdict.SAME for one in told) else "moved"
        effect = f"{verb} {mentions_in(changed.mentions, changed.articles)}"
    change = record(db, label, judgements=numbers, moved=changed.state(), answers=answers)
    return Change(change.label, "; ".join(filter(None, (effect, more))), relink=True)


def record(
    db: Writer,
    label: str,
    *,
    judgements: Sequence[int] = (),
    rulings: Sequence[int] = (),
    moved: Any = None,
    answers: bool = False,
    relink: bool = True,
) -> Change:
    """Write down an act that kept judgements and rulings, by their numbers, and what changed hands (`Moves.state`)."""
    kept = {"judgements": list(judgements), "rulings": list(rulings), "moved": moved, "answers": answers}
    journal.record(db, "judged", label, {**kept, "undone": True}, {**kept, "undone": False})
    return Change(label, relink=relink)


def shown(db: Reader, actor: int) -> str:
    """What an actor is called now. Raises TadmorError when it is not there."""
    name: str | None = db.value("SELECT name FROM actor WHERE id = ?", (actor,))
    if name is None:
        raise TadmorError(GONE)
    return name


def quoted(text: str) -> str:
    """A stranger's words in a line for a person."""
    return f"“{clean_line(text, 60)}”"


def mentions_in(mentions: int, articles: int) -> str:
    """14 mentions in 6 articles."""
    return f"{counted(mentions, 'mention')} in {counted(articles, 'article')}"


def names(db: Reader, actor: int) -> list[str]:
    """Every spelling of an actor, and what linking calls it."""
    names: list[str] = db.column(
        "SELECT text FROM spelling WHERE actor = ?1 UNION SELECT given_name FROM actor WHERE id = ?1", (actor,)
    )
    return names
