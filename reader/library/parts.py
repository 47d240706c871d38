"""What a person may say of a part of an actor: a spelling wherever it stands, some mentions, or both.

A part is what is spelt so everywhere, and what is spelt so in one article: inside an article one spelling is one actor.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.library import judgements
from reader.library.change import Change
from reader.library.judgement_text import JUDGED, SAID, keep, quoted, shown
from reader.library.store import Reader, Writer
from reader.library.verdicts import judge
from reader.model import Anchor, Judgement, Kind, TadmorError, Verdict
from reader.names.analyse import analyse


def judge_spelling(db: Writer, actor: int, spelling: str, right: int | None, verdict: Verdict, why: str = "") -> Change:
    """Say of a spelling of an actor, in every article, what it is to the actor `right`; None is the actor itself.

    *Same* as another takes it away from this actor; not the same as this one makes an actor of its own of it. Raises
    TadmorError when the actor is not spelt so, or has no other name.
    """
    other = actor if right is None else right
    if other == actor and verdict is Verdict.SAME:
        raise TadmorError(f"{quoted(spelling)} is a spelling of that actor already.")
    at = judgements.said_at(db)
    part = _part(db, actor, [spelling], [])
    label = f"{JUDGED}{SAID[verdict].format(quoted(spelling) + ', wherever it stands,', quoted(shown(db, other)))}"
    leaves = other == actor or verdict is Verdict.SAME
    if leaves and part.rest is None:
        if other == actor:
            raise TadmorError(f"{quoted(spelling)} is all that this actor is called; there is nothing to part it from.")
        return judge(db, actor, other, verdict, why)
    told = []
    if leaves and part.rest is not None:
        apart = verdict if other == actor else Verdict.DIFFERENT
        told += [Judgement(one, part.rest, apart, why, at) for one in part.anchors]
    if other != actor:
        against = judgements.anchor_of_actor(db, other)
        told += [Judgement(one, against, verdict, why, at) for one in part.anchors]
    return keep(db, label, told)


def split(db: Writer, actor: int, spellings: Sequence[str], mentions: Sequence[int], why: str = "") -> Change:
    """Make an actor of its own of some spellings, wherever they stand, and some mentions of an actor.

    Mentions that are spelt alike in one article go together. Raises TadmorError when nothing was chosen, or all of it.
    """
    part, rest = _parted(db, actor, spellings, mentions)
    at = judgements.said_at(db)
    first, *others = part.anchors
    told = [Judgement(one, rest, Verdict.DIFFERENT, why, at) for one in part.anchors]
    told += [Judgement(one, first, Verdict.SAME, why, at) for one in others]
    told += _without_its_name(db, actor, part, why, at)
    label = f"Split {quoted(part.name)} off from {quoted(shown(db, actor))}"
    return keep(db, label, told)


def _without_its_name(db: Reader, actor: int, part: "Part", why: str, at: str) -> list[Judgement]:
    """What keeps the rest of a known actor together, and apart, when the very name that it is known by is split off.

    To whom that name belongs the dictionary says, so it is the others that part from it.
    """
    known, own = db.one("SELECT known <> '', given_name FROM actor WHERE id = ?", (actor,))
    here = next((one for one in part.anchors if one.article is None and _key(one.name) == _key(own)), None)
    if not known or here is None:
        return []
    gone = {_key(one.name) for one in part.anchors if one.article is None}
    spelt: list[str] = db.column("SELECT text FROM spelling WHERE actor = ? AND count > 0", (actor,))
    first, *others = _everywhere(db, actor, [text for text in spelt if _key(text) not in gone])
    told = [Judgement(one, here, Verdict.DIFFERENT, why, at) for one in (first, *others)]
    return told + [Judgement(one, first, Verdict.SAME, why, at) for one in others]


class Chosen(NamedTuple):
    """A mention that is to change hands, or its place."""

    mention: int
    chain: int
    article: int
    text: str
    kind: str
    """The chain's."""


def mentions_of(db: Reader, actor: int, spellings: Iterable[str], mentions: Iterable[int]) -> list[Chosen]:
    """The mentions of an actor that are spelt so, or are among these numbers, in the order of the library."""
    rows = db.all(
        "SELECT mention.id, chain.id, chain.article, mention.text, chain.kind FROM chain"
        " CROSS JOIN mention ON mention.chain = chain.id WHERE chain.actor = ?1 AND (mention.text IN"
        " (SELECT value FROM json_each(?2)) OR mention.id IN (SELECT value FROM json_each(?3))) ORDER BY mention.id",
        (actor, json.dumps(list(spellings)), json.dumps(list(mentions))),
    )
    return [Chosen(*row) for row in rows]


def nationality_kinds(db: Reader, mentions: Sequence[int]) -> dict[str, set[Kind]]:
    """What the mentions among these that count by nationality were recognised as, by spelling."""
    found: dict[str, set[Kind]] = {}
    for text, kind in db.each(
        "SELECT DISTINCT mention.text, mention.kind FROM mention JOIN chain ON chain.id = chain"
        " WHERE mention.id IN (SELECT value FROM json_each(?)) AND nationality = 1",
        (json.dumps(list(mentions)),),
    ):
        found.setdefault(text, set()).add(Kind(kind))
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """What is chosen of an actor."""

    chosen: list[Chosen]
    """Its mentions."""
    anchors: list[Anchor]
    """The same in words."""
    rest: Anchor | None
    """What the actor is still called without them; None when nothing is left."""
    name: str
    kind: Kind


def _parted(db: Reader, actor: int, spellings: Sequence[str], mentions: Sequence[int]) -> tuple[Part, Anchor]:
    """A part that may be split off, and what is left."""
    part = _part(db, actor, spellings, mentions)
    if part.rest is None:
        raise TadmorError("That is all that the actor has; choose less of it, and leave something behind.")
    return part, part.rest


def _part(db: Reader, actor: int, spellings: Iterable[str], mentions: Iterable[int]) -> Part:
    """Choose a part of an actor; raises TadmorError when the actor is gone or nothing of it was chosen."""
    called = shown(db, actor)
    spelt: list[tuple[str, int]] = db.all("SELECT text, count FROM spelling WHERE actor = ? AND count > 0", (actor,))
    keys = {_key(text) for text in spellings}
    everywhere = [text for text, _ in spelt if _key(text) in keys]
    for text in spellings:
        if not any(_key(text) == _key(other) for other in everywhere):
            raise TadmorError(f"{quoted(called)} is nowhere spelt {quoted(text)}.")
    wanted = list(mentions)
    pointed = mentions_of(db, actor, [], wanted)
    if len({one.mention for one in pointed}) < len(set(wanted)):
        raise TadmorError("A mention that was chosen is not this actor's any more; its article was read anew.")
    alike = _alike(db, actor, pointed)
    chosen = mentions_of(db, actor, everywhere, alike)
    if not chosen:
        raise TadmorError("Nothing was chosen; name a spelling or a mention.")
    anchors = _everywhere(db, actor, everywhere)
    in_full = set(everywhere)
    seen: set[tuple[int, str]] = set()
    whole = _whole_chains(db, chosen)
    for number, chain, article, text, _ in pointed:
        # A chain that goes as a whole goes by its own name, so that it stays in one piece.
        about = (article, f"chain {chain}" if chain in whole else _key(text))
        if text not in in_full and about not in seen:
            seen.add(about)
            anchors.append(judgements.anchor_of_mention(db, number, alone=chain not in whole))
    name, kind = _called(chosen)
    return Part(chosen, anchors, _rest(db, actor, spelt, everywhere, chosen), name, kind)


def _key(text: str) -> str:
    return analyse(text).key


def _alike(db: Reader, actor: int, pointed: Sequence[Chosen]) -> list[int]:
    """The mentions pointed at, with those of the same articles that are spelt as they are."""
    found = [one.mention for one in pointed]
    for article in sorted({one.article for one in pointed}):
        keys = {_key(one.text) for one in pointed if one.article == article}
        rows = db.all(
            "SELECT mention.id, text FROM mention JOIN chain ON chain.id = chain"
            " WHERE mention.article = ? AND actor = ?",
            (article, actor),
        )
        found += [number for number, text in rows if _key(text) in keys]
    return found


def _whole_chains(db: Reader, chosen: Sequence[Chosen]) -> set[int]:
    """The chains of which every mention is chosen."""
    taken = Counter(one.chain for one in chosen)
    return {
        chain
        for chain, times in taken.items()
        if db.value("SELECT count(*) FROM mention WHERE chain = ?", (chain,)) == times
    }


def _everywhere(db: Reader, actor: int, texts: Sequence[str]) -> list[Anchor]:
    """Spellings as anchors, one for each way a name is folded and each kind that it is filed under.

    A nationality that is no state's any more ("Syrian") is filed under what it was recognised as.
    """
    found: dict[tuple[str, Kind], Anchor] = {}
    rows = mentions_of(db, actor, texts, [])
    recognised = nationality_kinds(db, [row.mention for row in rows])
    for text in sorted(texts, key=lambda text: (-sum(row.text == text for row in rows), text)):
        kinds = {Kind(row.kind) for row in rows if row.text == text}
        for kind in (*sorted(kinds), *sorted(recognised.get(text, set()) - kinds)):
            found.setdefault((_key(text), kind.folded), Anchor(text, kind))
    return list(found.values())


def _called(chosen: Sequence[Chosen]) -> tuple[str, Kind]:
    """The fullest name of some mentions, and the kind of most."""
    texts = [one.text for one in chosen]
    kinds = [one.kind for one in chosen]
    name = max(sorted(set(texts)), key=lambda text: (len(analyse(text).words), texts.count(text)))
    return name, Kind(max(sorted(set(kinds)), key=kinds.count))


def _rest(
    db: Reader,
    actor: int,
    spelt: Sequence[tuple[str, int]],
    everywhere: Sequence[str],
    chosen: Sequence[Chosen],
) -> Anchor | None:
    left = dict(spelt)
    for one in chosen:
        left[one.text] = left.get(one.text, 0) - 1
    names = {text: times for text, times in left.items() if times > 0}
    if not names:
        return None
    own = judgements.anchor_of_actor(db, actor)
    gone = {_key(text) for text in everywhere}
    still, ever = (any(_key(text) == _key(own.name) for text in texts) for texts in (names, dict(spelt)))
    # A known actor goes by a name that no article may have; one that is called so no more would be nobody's name.
    if _key(own.name) not in gone and (still or (own.article is None and not ever)):
        return own
    return Anchor(max(sorted(names), key=lambda text: (len(analyse(text).words) > 1, names[text])), own.kind)


@dataclass(frozen=True, slots=True)
class Onward:
    """Mentions of one spelling that linking moves because of a split, from one actor to another."""

    spelling: str
    whence: str
    """The actor's name."""
    to: str
    """The other actor's name; empty where they become an actor of their own."""
    mentions: int

    @property
    def goal(self) -> str:
        """To whom they go, in words."""
        if not self.to:
            return f"an actor of {'its' if self.mentions == 1 else 'their'} own"
        return f"another {self.to}" if self.to == self.whence else self.to


@dataclass(frozen=True, slots=True)
class SplitPreview:
    """What hangs on a part of an actor that is to be split off."""

    mentions: int
    articles: int
    judgements: tuple[str, ...]
    """What was judged about the names that would go, in words."""
    left_behind: int
    """Mentions that stay."""
    afterwards: tuple[Onward, ...] = ()
    """What linking moves on because of it, the most mentions first."""


def split_preview(
    db: Reader, actor: int, spellings: Sequence[str], mentions: Sequence[int]
) -> tuple[SplitPreview, Part]:
    """What `split` would do, but for what linking makes of it, and to which part; raises TadmorError as that does."""
    part, _ = _parted(db, actor, spellings, mentions)
    total: int = db.value(
        "SELECT count(*) FROM chain JOIN mention ON mention.chain = chain.id WHERE actor = ?", (actor,)
    )
    names = [anchor.name for anchor in part.anchors]
    about = judgements.about(db, names)
    said = tuple(
        f"{SAID[one.verdict].format(quoted(one.left.name), quoted(one.right.name))} ({one.at[:10]})" for one in about
    )
    articles = len({one.article for one in part.chosen})
    return SplitPreview(len(part.chosen), articles, said, total - len(part.chosen)), part


def places(db: Reader, part: Part) -> set[tuple[int, str, int]]:
    """Where the mentions of a part stand: article, field, start."""
    wanted = json.dumps([one.mention for one in part.chosen])
    rows = db.all("SELECT article, field, start FROM json_each(?) CROSS JOIN mention ON mention.id = value", (wanted,))
    return set(rows)
