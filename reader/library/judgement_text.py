"""How a person's word on actors is kept and told: shared by verdicts on two, on parts, and on names."""

from collections.abc import Sequence
from dataclasses import replace

from reader.library import journal
from reader.library import judgements as said_of_two
from reader.library.change import Change
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


def apart(told: Judgement) -> Evidence:
    """A judgement as evidence against what it keeps apart, or as what leaves it open."""
    if told.verdict is Verdict.DIFFERENT:
        return _judgement(told, Sign.AGAINST, -1.0)
    return _judgement(told, Sign.NEUTRAL, 0.0)


def _judgement(told: Judgement, sign: Sign, weight: float) -> Evidence:
    return Evidence(sign, Mechanism.JUDGEMENT, weight, judged=Judged(told.verdict, told.at, told.why))


def keep(db: Writer, label: str, told: Sequence[Judgement], more: str = "", *, answers: bool = False) -> Change:
    """Keep judgements as one act; `more` is to be said beside what comes of it.

    `answers` says that it was a question of the review queue.
    """
    numbers = [said_of_two.add(db, one) for one in told]
    change = record(db, label, judgements=numbers, answers=answers)
    moves = "joined" if all(one.verdict is Verdict.SAME for one in told) else "moved"
    return replace(change, effect=more, moves=moves)


def record(
    db: Writer,
    label: str,
    *,
    judgements: Sequence[int] = (),
    rulings: Sequence[int] = (),
    answers: bool = False,
) -> Change:
    """Write down an act that kept judgements and rulings, by their numbers."""
    kept = {"judgements": list(judgements), "rulings": list(rulings), "answers": answers}
    journal.record(db, "judged", label, {**kept, "undone": True}, {**kept, "undone": False})
    return Change(label)


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
