"""The service of judgements: what two actors, or parts of them, are to each other, by a person's word."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import actors, parts, verdicts
from reader.library.parts import SplitPreview
from reader.library.store import Library
from reader.model import TadmorError, Verdict
from reader.names.wording import Mechanism
from reader.services.acts import Acts
from reader.services.known_actors import KnownActors
from reader.services.views import Conflict
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.services.sharing import Exported, Imported


class Judgements:
    """A person's verdicts. They beat what linking concludes, now and after every later import."""

    def __init__(self, library: Library, acts: Acts, known: KnownActors) -> None:
        """They are given through `acts`; `known` is what linking would conclude with."""
        self._library = library
        self._acts = acts
        self._known = known

    def judge(self, left: int, right: int, verdict: Verdict, why: str = "", mention: int | None = None) -> str:
        """Say what two actors are to each other; with `mention`, what that mention's chain is to the actor `right`.

        Raises TadmorError when both are one actor.
        """
        return self._acts.do(lambda db: verdicts.judge(db, left, right, verdict, clean_line(why), mention))

    def not_the_same(self, mention: int, why: str = "") -> str:
        """Say that a mention is not the actor it was linked to; the rest of its chain goes with it."""
        way = actors.link(self._library.reader(), mention)
        if way is None:
            raise TadmorError("That mention is not in the library any more; its article was read anew.")
        return self.judge(way.actor, way.actor, Verdict.DIFFERENT, why, mention=mention)

    def judge_spelling(self, actor: int, spelling: str, right: int | None, verdict: Verdict, why: str = "") -> str:
        """Say of a spelling of an actor, wherever it stands, what it is to the actor `right`; None is the actor itself.

        *Same* as another takes it away from this actor; not the same as this one makes an actor of its own of it.
        Raises TadmorError when the actor is not spelt so, or has no other name.
        """
        return self._acts.do(
            lambda db: parts.judge_spelling(db, actor, clean_line(spelling), right, verdict, clean_line(why))
        )

    def merge(self, numbers: Sequence[int], why: str = "") -> str:
        """Say that actors are all one. Raises TadmorError when they are fewer than two."""
        return self._acts.do(lambda db: verdicts.merge(db, numbers, clean_line(why)))

    def split(self, actor: int, spellings: Sequence[str], mentions: Sequence[int], why: str = "") -> str:
        """Make an actor of its own of some spellings, wherever they stand, and some mentions of an actor.

        Mentions spelt alike in one article go together. Raises TadmorError when nothing was chosen, or all of it.
        """
        return self._acts.do(lambda db: parts.split(db, actor, spellings, mentions, clean_line(why)))

    def split_preview(self, actor: int, spellings: Sequence[str], mentions: Sequence[int]) -> SplitPreview:
        """What would go with some spellings and mentions of an actor, what would stay, and what linking does then.

        Raises as `split` does.
        """
        from reader.services.split_preview import afterwards

        found, part = parts.split_preview(self._library.reader(), actor, spellings, mentions)
        split = partial(parts.split, actor=actor, spellings=spellings, mentions=mentions)
        return replace(found, afterwards=afterwards(self._library, lambda: self._known.dictionary, split, part))

    def conflicts(self) -> list[Conflict]:
        """The pairs of actors that one judgement, or linking, would join and another judgement keeps apart."""
        db = self._library.reader()
        found = []
        for one, other, evidence in verdicts.conflicts(db):
            left, right = actors.actor(db, one), actors.actor(db, other)
            if left is not None and right is not None:
                by = tuple(reason for reason in evidence if reason.mechanism != Mechanism.CONFLICT)
                against = tuple(reason for reason in evidence if reason.mechanism == Mechanism.CONFLICT)
                found.append(Conflict(left, right, by, against))
        return found

    # From one library to another

    def export(self, there: Path | None = None) -> "Exported":
        """All that was judged and holds, as JSON Lines; with what only the file that is `there` already says.

        Raises TadmorError when that file holds something else.
        """
        from reader.services.sharing import export

        return export(self._library.reader(), there)

    def take_in(self, file: Path, entities: Path | None = None) -> "Imported":
        """Take in what others judged: our own lines, or the resolver of nomenklatura or FollowTheMoney.

        `entities` says who a resolver's ids are. What contradicts a judgement of this library changes nothing and is
        told. Raises TadmorError when a file cannot be read, or holds nothing of the kind.
        """
        from reader.services.sharing import take_in

        return take_in(file, self._library.reader(), entities, self._acts.do)
