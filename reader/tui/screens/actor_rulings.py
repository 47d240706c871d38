"""What is ruled on an actor's page, about the line under the cursor or the lines that were chosen."""

from collections.abc import Sequence

from reader.model import Kind, Verdict
from reader.services import ActorPage, Quote
from reader.tui.screens.actor_lines import Part, Target
from reader.tui.screens.choices import choose_actor, choose_kind
from reader.tui.screens.edit import EditSheet
from reader.tui.screens.sheet import Ask
from reader.tui.workbench import Workbench

VERDICTS = {
    "same": (Verdict.SAME, "is the same as…"),
    "different": (Verdict.DIFFERENT, "is not the same as…"),
    "related": (Verdict.RELATED, "is related to…"),
    "unsure": (Verdict.UNSURE, "may or may not be…"),
}
"""Commands that judge, with what they ask where they need another actor."""


class ActorRulings:
    """Turns a command on a line of the page into one change of the library."""

    def __init__(self, bench: Workbench, ask: Ask) -> None:
        """`ask` brings a sheet in front."""
        self._judgements = bench.newsroom.judgements
        self._overrides = bench.newsroom.overrides
        self._mentions = bench.newsroom.mentions
        self._history = bench.newsroom.history
        self._newsroom = bench.newsroom
        self._do = bench.changes.do
        self._messages = bench.messages
        self._reason = bench.reason
        self._ask = ask

    # Verdicts

    def judge(self, page: ActorPage, target: Target, joined: Sequence[int], command: str) -> None:
        """Judge what a line stands for; `joined` are doubtful actors that were chosen, which *same* joins at once."""
        verdict, words = VERDICTS[command]
        actor = page.actor.id
        if target.part is Part.TIE and verdict is Verdict.SAME and joined:
            why = self._reason.take()
            self._do(lambda: self._judgements.merge([actor, *joined], why))
        elif target.part is Part.TIE:
            other, why = int(target.key), self._reason.take()
            self._do(lambda: self._judgements.judge(actor, other, verdict, why))
        elif target.part is Part.SPELLING and verdict is Verdict.DIFFERENT:
            spelling, why = str(target.key), self._reason.take()
            self._do(lambda: self._judgements.judge_spelling(actor, spelling, None, verdict, why))
        elif target.part is Part.MENTION and verdict is Verdict.DIFFERENT:
            mention, why = int(target.key), self._reason.take()
            self._do(lambda: self._judgements.not_the_same(mention, why))
        else:

            def done(right: object) -> None:
                if isinstance(right, int):
                    self._judged(actor, target, right, verdict)

            self._ask(choose_actor(self._newsroom, f"{_called(page, target)} {words}", actor), done)

    def _judged(self, actor: int, target: Target, right: int, verdict: Verdict) -> None:
        why = self._reason.take()
        if target.part is Part.SPELLING:
            self._do(lambda: self._judgements.judge_spelling(actor, str(target.key), right, verdict, why))
        elif target.part is Part.MENTION:
            self._do(lambda: self._judgements.judge(actor, right, verdict, why, mention=int(target.key)))
        else:
            self._do(lambda: self._judgements.judge(actor, right, verdict, why))

    def split(self, actor: int, spellings: Sequence[str], mentions: Sequence[int], why: str) -> None:
        """Split parts of the actor off."""
        self._reason.take()
        self._do(lambda: self._judgements.split(actor, spellings, mentions, why))

    def undo(self, target: Target) -> None:
        """Take back the decision of a line, or what was done last."""
        number = int(target.key) if target.part is Part.DECISION else None
        self._do(lambda: self._history.undo(number))

    # Name, kind, and what is none

    def rename(self, page: ActorPage) -> None:
        """Ask what to call the actor."""

        def done(changed: dict[str, str] | None) -> None:
            if changed:
                self._do(lambda: self._overrides.rename(page.actor.id, changed["name"]))

        self._ask(EditSheet({"name": page.actor.name}, "RENAME (empty: the name it had)"), done)

    def kind(self, page: ActorPage) -> None:
        """Ask what sort of actor it is."""

        def done(kind: object) -> None:
            if isinstance(kind, Kind):
                self._do(lambda: self._overrides.set_kind(page.actor.id, kind))

        self._ask(choose_kind(f"{page.actor.name} is a…"), done)

    def unmark(self, page: ActorPage, target: Target) -> None:
        """Take the mark off a sentence's mention; of a spelling, say that it names no actor."""
        if target.part is Part.MENTION:
            self._do(lambda: self._mentions.unmark(int(target.key)))
        else:
            self.not_an_actor(page, target)

    def not_an_actor(self, page: ActorPage, target: Target) -> None:
        """Say that a spelling, or the one of a sentence's mention, names no actor anywhere."""
        quote = quoted(page, target)
        spelling = quote.quoted if quote else str(target.key)
        if quote is not None or target.part is Part.SPELLING:
            self._do(lambda: self._overrides.not_an_actor(page.actor.id, spelling))
        else:
            self._messages.say("Go to a spelling, or to a sentence, to say that it names no actor.")


def quoted(page: ActorPage, target: Target) -> Quote | None:
    """The sentence that a line shows, if it shows one."""
    return next((quote for quote in page.mentions if target == Target(Part.MENTION, quote.mention)), None)


def _called(page: ActorPage, target: Target) -> str:
    """What a line stands for, in words."""
    quote = quoted(page, target)
    if target.part is Part.SPELLING:
        return f"“{target.key}”, wherever it is {page.actor.name},"
    return f"“{quote.quoted}” in “{quote.title}”" if quote is not None else page.actor.name
