"""The newsroom's half where a person acts: on articles, on marks, and on actors, with the last word."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library import actors as library_actors
from reader.library import acts, articles, journal, naming, parts, rulings, verdicts
from reader.library.change import Change
from reader.library.parts import SplitPreview
from reader.library.rulings import Dismissed
from reader.library.saying import JUDGED
from reader.library.store import Library, Writer
from reader.model import Field, Kind, TadmorError, Verdict
from reader.names.wording import Mechanism
from reader.newsroom.views import Conflict
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.names.dictionary import Dictionary


class Acting(ABC):
    """What a person does. Every act is one transaction, returns one line that says what was done, and can be undone.

    A verdict takes effect at once on the actors at hand. What it means for all others is worked out by the next
    `Newsroom.settle`, or the linking at the end of `Newsroom.analyse`.
    """

    _library: Library

    @property
    @abstractmethod
    def dictionary(self) -> "Dictionary":
        """The known actors."""

    # Articles and marks

    def seen(self, article: int) -> None:
        """An article was opened: it is read now. This goes without saying, so it is nothing to undo."""
        with self._library.write() as db:
            articles.set_flag(db, [article], "unread", False)

    def set_unread(self, numbers: Sequence[int], unread: bool) -> str:
        """Mark articles as unread or read."""
        return self._act(lambda db: acts.set_unread(db, numbers, unread))

    def set_starred(self, numbers: Sequence[int], starred: bool) -> str:
        """Give articles a star, or take it away."""
        return self._act(lambda db: acts.set_starred(db, numbers, starred))

    def correct(self, article: int, field: str, value: str) -> str:
        """Correct an article's `title`, `source` or `date` (ISO 8601); it stays when the source is added again.

        A corrected title is recognised anew by the next `analyse`. Raises TadmorError for what is no date.
        """
        return self._act(lambda db: acts.correct(db, article, field, value))

    def remove(self, numbers: Sequence[int]) -> str:
        """Take articles out of the library; adding them again does not bring them back, undo does."""
        return self._act(lambda db: acts.remove(db, numbers))

    def mark(self, article: int, field: Field, start: int, end: int, kind: Kind) -> str:
        """Mark a span as an actor that was missed. Raises TadmorError when it is empty or outside its text."""
        return self._act(lambda db: acts.mark(db, article, field, start, end, kind))

    def unmark(self, mention: int) -> str:
        """Say that a mention names no actor."""
        return self._act(lambda db: acts.unmark(db, mention))

    # Actors: two, a part of one, one

    def judge(self, left: int, right: int, verdict: Verdict, why: str = "", mention: int | None = None) -> str:
        """Say what two actors are to each other; with `mention`, what that mention's chain is to the actor `right`.

        It beats what linking concludes, now and after every later import. Raises TadmorError when both are one actor.
        """
        return self._act(lambda db: verdicts.judge(db, left, right, verdict, clean_line(why), mention))

    def not_the_same(self, mention: int, why: str = "") -> str:
        """Say that a mention is not the actor it was linked to; the rest of its chain goes with it."""
        way = library_actors.link(self._library.reader(), mention)
        if way is None:
            raise TadmorError("That mention is not in the library any more; its article was read anew.")
        return self.judge(way.actor, way.actor, Verdict.DIFFERENT, why, mention=mention)

    def judge_spelling(self, actor: int, spelling: str, right: int | None, verdict: Verdict, why: str = "") -> str:
        """Say of a spelling of an actor, wherever it stands, what it is to the actor `right`; None is the actor itself.

        *Same* as another takes it away from this actor; not the same as this one makes an actor of its own of it.
        Raises TadmorError when the actor is not spelt so, or has no other name.
        """
        return self._act(
            lambda db: parts.judge_spelling(db, actor, clean_line(spelling), right, verdict, clean_line(why))
        )

    def merge(self, actors: Sequence[int], why: str = "") -> str:
        """Say that actors are all one. Raises TadmorError when they are fewer than two."""
        return self._act(lambda db: verdicts.merge(db, actors, clean_line(why)))

    def split_preview(self, actor: int, spellings: Sequence[str], mentions: Sequence[int]) -> SplitPreview:
        """What would go with some spellings and mentions of an actor, what would stay, and what linking does then.

        Raises as `split` does.
        """
        from reader.newsroom.foresight import afterwards

        found = parts.split_preview(self._library.reader(), actor, spellings, mentions)
        later = afterwards(self._library, self.dictionary, lambda db: parts.split(db, actor, spellings, mentions))
        return replace(found, afterwards=later)

    def split(self, actor: int, spellings: Sequence[str], mentions: Sequence[int], why: str = "") -> str:
        """Make an actor of its own of some spellings, wherever they stand, and some mentions of an actor.

        Mentions spelt alike in one article go together. Raises TadmorError when nothing was chosen, or all of it.
        """
        return self._act(lambda db: parts.split(db, actor, spellings, mentions, clean_line(why)))

    def rename(self, actor: int, name: str) -> str:
        """Call an actor by a name for good; an empty one gives it back the name that linking gives."""
        return self._act(lambda db: naming.rename(db, actor, clean_line(name)))

    def set_kind(self, actor: int, kind: Kind) -> str:
        """Say what sort of actor it is, for good."""
        return self._act(lambda db: naming.set_kind(db, actor, kind))

    def not_an_actor(self, actor: int, spelling: str, why: str = "") -> str:
        """Say that a spelling of an actor names nobody, in any article, now or later. For one mention see `unmark`."""
        return self._act(lambda db: naming.not_an_actor(db, actor, clean_line(spelling), clean_line(why)))

    def bring_back(self, number: int) -> str:
        """Let a spelling name actors again; `number` is the one in `dismissed`."""
        return self._act(lambda db: naming.bring_back(db, number))

    def dismissed(self) -> list[Dismissed]:
        """The spellings that name nobody, the latest first."""
        return rulings.dismissed(self._library.reader())

    def conflicts(self) -> list[Conflict]:
        """The pairs of actors that one judgement, or linking, would join and another judgement keeps apart."""
        db = self._library.reader()
        found = []
        for one, other, evidence in verdicts.conflicts(db):
            left, right = library_actors.actor(db, one), library_actors.actor(db, other)
            if left is not None and right is not None:
                by = tuple(reason for reason in evidence if reason.mechanism != Mechanism.CONFLICT)
                against = tuple(reason for reason in evidence if reason.mechanism == Mechanism.CONFLICT)
                found.append(Conflict(left, right, by, against))
        return found

    # Back and forth

    def history(self, limit: int | None = 100) -> list[journal.Act]:
        """What was done by hand, the newest first; None is all of it."""
        return journal.history(self._library.reader(), -1 if limit is None else limit)

    def undo(self, number: int | None = None) -> str:
        """Take back the last thing that was done by hand, or the one of a number in `history`.

        Raises TadmorError when there is none of this number, or something later rests on it.
        """
        return self._act(lambda db: acts.undo(db, number), "Nothing to undo.", "Undone: {}.")

    def redo(self, number: int | None = None) -> str:
        """Do again what was undone last, or what is undone under a number in `history`."""
        return self._act(lambda db: acts.redo(db, number), "Nothing to redo.", "Done again: {}.")

    def _act(
        self,
        act: Callable[[Writer], Change | None],
        nothing: str = "Nothing changed.",
        said: str = "{}.",
    ) -> str:
        """One change in one transaction, with the chains that it changes; linking is wished for, and waits."""
        from reader.newsroom.analysis import rechain, wants_linking

        with self._library.write() as db:
            change = act(db)
            if change is None or not change.label:
                return nothing
            if change.rechain:
                rechain(db, change.rechain, self.dictionary)
            if change.relink:
                wants_linking(db)
        between = "; " if change.label.startswith(JUDGED) else ": "
        return said.format(between.join(filter(None, (change.label, change.effect))))
