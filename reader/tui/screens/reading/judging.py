"""Commands that judge: what a mention, or its actor, is and is not; and the way back from it."""

from collections.abc import Callable

from reader.model import Kind, Verdict
from reader.services import ShownMention
from reader.tui.screens.choices import choose_actor, choose_dismissed, choose_kind
from reader.tui.screens.edit import EditSheet
from reader.tui.screens.reading.subject import NO_MENTION, Subject
from reader.tui.screens.sheet import Ask
from reader.tui.workbench import Workbench


class Judging:
    """Has a person's last word on the mention that commands are about."""

    def __init__(self, bench: Workbench, ask: Ask, subject: Callable[[], Subject]) -> None:
        """`ask` brings a sheet in front."""
        self._newsroom = bench.newsroom
        self._changes = bench.changes
        self._messages = bench.messages
        self._reason = bench.reason
        self._ask = ask
        self._subject = subject

    def _spot(self) -> ShownMention | None:
        spot = self._subject().spot
        if spot is None:
            self._messages.say(NO_MENTION)
        return spot

    # Two actors

    def do_different(self) -> None:
        """This mention is not that actor."""
        spot = self._spot()
        if spot is not None:
            why = self._reason.take()
            self._changes.do(lambda: self._newsroom.judgements.not_the_same(spot.id, why))

    def do_same(self) -> None:
        """This actor and another are one."""
        self._judge(Verdict.SAME, "is the same as…")

    def do_related(self) -> None:
        """This actor has to do with another."""
        self._judge(Verdict.RELATED, "is related to…")

    def do_unsure(self) -> None:
        """Whether this actor and another are one, nobody can tell."""
        self._judge(Verdict.UNSURE, "may or may not be…")

    def _judge(self, verdict: Verdict, words: str) -> None:
        spot = self._spot()
        if spot is None:
            return
        left = self._newsroom.actors.get(spot.actor)
        name = left.name if left else self._subject().spelling

        def done(other: object) -> None:
            if isinstance(other, int):
                why = self._reason.take()
                self._changes.do(lambda: self._newsroom.judgements.judge(spot.actor, other, verdict, why))

        self._ask(choose_actor(self._newsroom, f"{name} {words}", spot.actor), done)

    def do_reason(self) -> None:
        """Write down why the next verdict is given."""

        def done(answer: dict[str, str] | None) -> None:
            if answer:
                self._reason.words = answer["why"]
                kept = "Kept for the next verdict." if self._reason.words else "The next verdict goes without a why."
                self._messages.say(kept)

        self._ask(EditSheet({"why": self._reason.words}, "WHY THE NEXT VERDICT"), done)

    # One actor

    def do_kind(self) -> None:
        """What sort of actor this is."""
        actor = self._subject().actor
        row = self._newsroom.actors.get(actor) if actor is not None else None
        if row is None:
            self._messages.say(NO_MENTION)
            return

        def done(kind: object) -> None:
            if isinstance(kind, Kind):
                self._changes.do(lambda: self._newsroom.overrides.set_kind(row.id, kind))

        self._ask(choose_kind(f"{row.name} is a…"), done)

    def do_unmark(self) -> None:
        """Take a mark off."""
        spot = self._spot()
        if spot is not None:
            self._changes.do(lambda: self._newsroom.mentions.unmark(spot.id))

    def do_not_an_actor(self) -> None:
        """The spelling under the cursor names no actor, wherever it stands."""
        spot, spelling = self._spot(), self._subject().spelling
        if spot is not None:
            self._changes.do(lambda: self._newsroom.overrides.not_an_actor(spot.actor, spelling))

    def do_bring_back(self) -> None:
        """Choose from the spellings that were said to name no actor."""
        if not self._newsroom.overrides.dismissed():
            self._messages.say("No spelling was said to name no actor.")
            return

        def done(number: object) -> None:
            if isinstance(number, int):
                self._changes.do(lambda: self._newsroom.overrides.bring_back(number))

        self._ask(choose_dismissed(self._newsroom), done)
