"""What a person may say of two actors, or of a mention and an actor. Each is one act, and can be undone.

What is said is kept in words (`judgements`); what changes hands because of it, linking concludes from them.
"""

from collections.abc import Sequence
from dataclasses import replace

from reader.library import judgements, overrides
from reader.library.articles import brief
from reader.library.change import Change
from reader.library.evidence import load
from reader.library.judgement_text import JUDGED, SAID, keep, mentions_in, names, parted, quoted, shown
from reader.library.review import asks
from reader.library.store import Reader, Writer
from reader.model import Anchor, Evidence, Judgement, TadmorError, Verdict
from reader.names.analyse import analyse
from reader.names.wording import Mechanism
from reader.plurals import counted


def judge(db: Writer, left: int, right: int, verdict: Verdict, why: str = "", mention: int | None = None) -> Change:
    """Say what two actors are to each other; with `mention`, what that mention's chain is to the actor `right`.

    Raises TadmorError when both are one actor, or one is not there.
    """
    if mention is not None:
        return _judge_mention(db, mention, right, verdict, why)
    if left == right:
        raise TadmorError("Both are one actor already; to part it, split a spelling or a mention off.")
    mine, theirs = judgements.anchors_of_actor(db, left), judgements.anchors_of_actor(db, right)
    told = _each(mine, theirs, verdict, why, judgements.said_at(db))
    label = f"{JUDGED}{SAID[verdict].format(quoted(mine[0].name), quoted(theirs[0].name))}"
    told += _settling(db, left, right, told[0])
    answers = asks(db, left, right)
    more = [_overruled(db, left, right, told), _stay_apart(db, left, right, told) if verdict is Verdict.SAME else ""]
    return keep(db, label, told, "; ".join(filter(None, more)), answers=answers)


def _each(mine: Sequence[Anchor], theirs: Sequence[Anchor], verdict: Verdict, why: str, at: str) -> list[Judgement]:
    """A verdict on two actors, one of which may be known by its articles only: all with all, or enough to join all."""
    pairs = [(one, other) for one in mine for other in theirs]
    if verdict is Verdict.SAME:
        pairs = [(one, other) for one, other in pairs if one is mine[0] or other is theirs[0]]
    return [Judgement(one, other, verdict, why, at) for one, other in pairs]


def merge(db: Writer, actors: Sequence[int], why: str = "") -> Change:
    """Say that actors are all one. Raises TadmorError when they are fewer than two, or one is not there."""
    numbers = list(dict.fromkeys(actors))
    if len(numbers) < 2:
        raise TadmorError("It takes two actors to merge.")
    anchors = [judgements.anchors_of_actor(db, number) for number in numbers]
    at = judgements.said_at(db)
    told = [one for other in anchors[1:] for one in _each(anchors[0], other, Verdict.SAME, why, at)]
    more = []
    for number in numbers[1:]:
        more += [_overruled(db, numbers[0], number, told), _stay_apart(db, numbers[0], number, told)]
    called = [quoted(one.name) for one, *_ in anchors]
    label = f"Merged {', '.join(called[:-1])} and {called[-1]}" if len(called) < 5 else f"Merged {len(called)} actors"
    change = keep(db, label, told, "; ".join(filter(None, more)))
    return replace(change, answer=lambda later: _what_it_is(later, anchors[0][0]))


def _what_it_is(db: Reader, anchor: Anchor) -> str:
    """What an actor has become, for who does not see its page: its name, spellings and mentions."""
    actor = overrides.holder(db, anchor)
    if actor is None:
        return ""
    mentions, articles = db.one("SELECT mentions, articles FROM actor WHERE id = ?", (actor,))
    spelt: int = db.value("SELECT count(*) FROM spelling WHERE actor = ? AND count > 0", (actor,))
    return f"{quoted(shown(db, actor))} now has {counted(spelt, 'spelling')}, {mentions_in(mentions, articles)}"


def _stay_apart(db: Reader, left: int, right: int, told: Sequence[Judgement]) -> str:
    """Why two actors that are judged one stay apart all the same: the judgement that stands against it, in words."""
    against = _against(db, left, right, told)
    return f"they stay apart, for {parted(against[-1])}; say it once more to overrule that" if against else ""


def conflicts(db: Reader) -> list[tuple[int, int, tuple[Evidence, ...]]]:
    """Pairs of actors that one judgement, or linking, would join and another judgement keeps apart, and why."""
    rows = db.all(
        f"SELECT left_actor, right_actor, evidence FROM doubt WHERE instr(evidence, '\"{Mechanism.CONFLICT}\"') > 0"
        " ORDER BY left_actor, right_actor"
    )
    return [(left, right, load(evidence)) for left, right, evidence in rows]


def _settling(db: Reader, left: int, right: int, told: Judgement) -> list[Judgement]:
    """What a verdict says besides where the conflict between two actors was shown: it is given knowing of it.

    It overrules what was said against it, and if they are not one, that holds for the names that were to be joined.
    """
    # Of these two alone: a verdict does not wait while a hundred thousand doubts are looked through.
    low, high = sorted((left, right))
    found = db.value("SELECT evidence FROM doubt WHERE left_actor = ? AND right_actor = ?", (low, high))
    shown_here = load(found) if found is not None else ()
    meant = [name for one in shown_here if one.mechanism == Mechanism.CONFLICT for name in (one.left, one.right)]
    if not meant:
        return []
    same = told.verdict is Verdict.SAME
    overruled = [one for one in between(db, left, right) if (one.verdict is Verdict.SAME) is not same]
    besides = [(one.left, one.right) for one in overruled]
    if not same:
        sides = ((told.left, names(db, left), told.right), (told.right, names(db, right), told.left))
        besides += [
            (Anchor(name, own.kind), other)
            for name in meant
            for own, spelt, other in sides
            if name in spelt and name != own.name
        ]
    return [Judgement(one, other, told.verdict, told.why, told.at) for one, other in besides]


def _against(db: Reader, left: int, right: int, told: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that stand on names of two actors and say that they are not one; but what is `told` is newer."""
    newer = {frozenset((_bare(one.left), _bare(one.right))) for one in told}
    return [
        one
        for one in between(db, left, right)
        if one.verdict is not Verdict.SAME and frozenset((_bare(one.left), _bare(one.right))) not in newer
    ]


def _overruled(db: Reader, left: int, right: int, told: Sequence[Judgement]) -> str:
    """The judgements on two actors that what is `told` now says the contrary of, in words: none is dropped in silence.

    That an actor was joined with others may hide from a person that these very names were judged before.
    """
    newer = {frozenset((_bare(one.left), _bare(one.right))): one.verdict for one in told}
    against = [
        parted(one)
        for one in between(db, left, right)
        if (verdict := newer.get(frozenset((_bare(one.left), _bare(one.right)))))
        and (verdict is Verdict.SAME) is not (one.verdict is Verdict.SAME)
    ]
    return f"it overrules that {' and that '.join(against)}" if against else ""


def between(db: Reader, left: int, right: int) -> list[Judgement]:
    """The judgements that hold on names of two actors, oldest first."""
    found: dict[frozenset[Anchor], Judgement] = {}
    for one in judgements.between(db, names(db, left), names(db, right)):
        if _means(db, one.left, left, right) and _means(db, one.right, left, right):
            found[frozenset((_bare(one.left), _bare(one.right)))] = one
    return sorted(found.values(), key=lambda one: one.at)


def _bare(anchor: Anchor) -> Anchor:
    """An anchor without its quote: what tells two of them apart."""
    return replace(anchor, name=analyse(anchor.name, anchor.kind).key, kind=anchor.kind.folded, quote="")


def _means(db: Reader, anchor: Anchor, left: int, right: int) -> bool:
    """Whether an anchor with a name of two actors is about either, and not about one article's other actor."""
    return anchor.article is None or overrides.holder(db, anchor) in (left, right)


def _judge_mention(db: Writer, mention: int, right: int, verdict: Verdict, why: str) -> Change:
    here = judgements.anchor_of_mention(db, mention)
    owner, article = db.one(
        "SELECT actor, mention.article FROM mention JOIN chain ON chain.id = chain WHERE mention.id = ?",
        (mention,),
    )
    other = judgements.anchor_of_actor(db, right)
    at = judgements.said_at(db)
    told = [Judgement(here, other, verdict, why, at)]
    if owner != right and verdict is Verdict.SAME and _is_of_several(db, owner):
        # Parted from the actor it was with, so that only this chain goes over.
        told.insert(0, Judgement(here, judgements.anchor_of_actor(db, owner), Verdict.DIFFERENT, why, at))
    title = brief(db, article)
    where = f"{quoted(here.name)} in {quoted(title.title if title else '')}"
    label = f"{JUDGED}{SAID[verdict].format(where, quoted(shown(db, right)))}"
    return keep(db, label, told)


def _is_of_several(db: Reader, actor: int) -> bool:
    return len(db.column("SELECT id FROM chain WHERE actor = ? LIMIT 2", (actor,))) > 1
