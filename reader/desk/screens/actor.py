"""An actor's page: everything about it, and every ruling on it at one key."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.worker import Worker, get_current_worker

from reader.desk.commands import SHEET_COMMANDS, bindings
from reader.desk.ports import ActorPage, Quote, SplitPreview, Tie
from reader.desk.safe import plain
from reader.desk.screens.actor_lines import Part, Target, page_items
from reader.desk.screens.card import CardSheet, head
from reader.desk.screens.edit import EditSheet
from reader.desk.screens.export import ExportSheet, Wish
from reader.desk.screens.sheet import Sheet
from reader.desk.screens.split import SplitSheet
from reader.desk.widgets.bars import BottomLine
from reader.desk.widgets.lines import Item, Lines, wrapped
from reader.model import TadmorError, Verdict

if TYPE_CHECKING:
    from reader.desk.acts import Acts

_log = logging.getLogger(__name__)

PAGE_COMMANDS = (
    *("page_or_next", "next_pane", "previous_pane", "card", "actor_page", "filter_actor", "export"),
    *("same", "different", "related", "unsure", "reason", "split", "edit", "kind", "unmark", "not_an_actor"),
    *("bring_back", "undo", "redo", "log", "help"),
)
STEP = 200
"""Sentences that are read, and drawn, at a time: a key on the page is answered while the eye still rests on it."""
AIRY = 36
"""Rows of a terminal from which the sections stand apart."""
VERDICTS = {
    "same": (Verdict.SAME, "is the same as…"),
    "different": (Verdict.DIFFERENT, "is not the same as…"),
    "related": (Verdict.RELATED, "is related to…"),
    "unsure": (Verdict.UNSURE, "may or may not be…"),
}
"""Commands that judge, with what they ask where they need another actor."""
_LEAVE = ("leave", "back")
_HINTS: dict[Part, tuple[tuple[str, str], ...]] = {
    Part.ACTOR: (("same", "same as…"), ("edit", "rename"), ("kind", "kind"), ("filter_actor", "its articles"), _LEAVE),
    Part.SPELLING: (
        *(("page_or_next", "choose"), ("open", "its sentences"), ("split", "split off"), _LEAVE),
        *(("different", "not this actor"), ("same", "same as…"), ("unmark", "no actor")),
    ),
    Part.MENTION: (
        *(("open", "go there"), ("page_or_next", "choose"), ("different", "not this actor"), _LEAVE),
        *(("card", "why"), ("split", "split off"), ("unmark", "no actor")),
    ),
    Part.TIE: (
        *(("same", "the same"), ("different", "not the same"), ("related", "related"), ("unsure", "in doubt"), _LEAVE),
        *(("open", "its page"), ("page_or_next", "choose")),
    ),
    Part.DECISION: (("undo", "take this back"), _LEAVE),
    Part.COMPANION: (("open", "its page"), _LEAVE),
    Part.EVERYTHING: (("open", "show them"), _LEAVE),
    Part.MORE: (("open", "read on"), _LEAVE),
}


@dataclass(frozen=True, slots=True)
class Only:
    """A wish for the articles that name an actor, by this name."""

    name: str


class ActorSheet(Sheet[object]):
    """Answers a Quote to go to, or `Only` for the list.

    Space chooses spellings and sentences, to be split off, and doubtful actors, to be joined. What is done here shows
    here at once.
    """

    BINDINGS = bindings((*SHEET_COMMANDS, *PAGE_COMMANDS))
    HINTS = (_LEAVE,)
    TALL = True

    @dataclass
    class Read(Message):
        """The page as the library has it now."""

        page: ActorPage

    @dataclass
    class Gone(Message):
        """The actor is no longer there, and `actor` took its mentions, if anybody did."""

        actor: int | None

    @dataclass
    class Looked(Message):
        """What hangs on a part that is to be split off."""

        actor: int
        spellings: Sequence[str]
        mentions: Sequence[int]
        preview: SplitPreview

    def __init__(self, acts: "Acts", actor: int) -> None:
        """The page of an actor; what is done on it goes through `acts`."""
        super().__init__()
        self.acts = acts
        self.newsroom = acts.room.newsroom
        self.actor = actor
        self.page: ActorPage | None = None
        self.spelling = ""
        self.picked: set[Target] = set()
        self._sentences = STEP
        self._full = False

    # Reading

    def on_mount(self) -> None:
        """Read the page in a worker: a state has ten thousands of mentions."""
        super().on_mount()
        row = self.newsroom.actor(self.actor)
        if row is not None:
            reading = Item(wrapped(plain("The library is being read…", "quiet"), 1))
            self.lines.show_items([Item(head(row, "", "")), reading])
        self.read()

    def changed(self) -> None:
        """The library changed: show it as it is."""
        self.read()

    @work(thread=True, exclusive=True, group="page", exit_on_error=False)
    def read(self) -> None:
        """Ask for the page anew."""
        worker = get_current_worker()
        try:
            page = self.newsroom.actor_page(self.actor, self.spelling, self._sentences)
        except TadmorError:
            _log.info("Actor %d has no page any more", self.actor, exc_info=True)
            if not worker.is_cancelled:
                self.post_message(self.Gone(self._heir()))
            return
        if not worker.is_cancelled:
            self.post_message(self.Read(page))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker that fails says so, as in the room."""
        self.acts.room.on_worker_state_changed(event)

    def _heir(self) -> int | None:
        """The actor that has a mention now which was this one's."""
        for quote in self.page.mentions if self.page else ():
            article = self.newsroom.page(quote.article)
            for spot in article.spots if article else ():
                if spot.id == quote.mention:
                    return spot.actor
        return None

    def on_actor_sheet_read(self, event: Read) -> None:
        """Show it; the cursor stays on what it was on, else goes to the top."""
        first, self.page = self.page is None, event.page
        if self.spelling and not event.page.mentions:
            self.spelling = ""
            self.read()
            return
        self._show(home=first)

    def on_actor_sheet_gone(self, event: Gone) -> None:
        """Go on with the actor that this one became."""
        if event.actor is None:
            self.acts.room.say("Nothing is left of that actor.")
            self.dismiss(None)
        else:
            self.actor = event.actor
            self.read()

    def _show(self, *, home: bool = False) -> None:
        if self.page is None:
            return
        items = page_items(self.page, self.picked, full=self._full, airy=self.app.size.height >= AIRY)
        there = {item.target for item in items if isinstance(item.target, Target)}
        self.picked &= there
        kept = self.lines.target
        self.lines.show_items(items, keep=kept if kept in there else Target(Part.ACTOR, self.page.actor.id), home=home)
        self._hint()

    def on_lines_highlighted(self, event: Lines.Highlighted) -> None:
        """Other lines, other keys."""
        event.stop()
        self._hint()

    @property
    def target(self) -> Target:
        """What commands are about."""
        found = self.lines.target
        return found if isinstance(found, Target) else Target(Part.ACTOR, self.actor)

    def _hint(self) -> None:
        hints = list(_HINTS[self.target.part])
        apart = [one for one in self.picked if one.part in (Part.SPELLING, Part.MENTION)]
        joined = [one for one in self.picked if one.part is Part.TIE]
        if apart:
            hints = [("split", f"split off {len(apart)}"), *(hint for hint in hints if hint[0] != "split")]
        if joined and self.target.part is Part.TIE:
            hints = [("same", f"the same, all {len(joined)}"), *(hint for hint in hints if hint[0] != "same")]
        self.query_one(BottomLine).hint(hints)

    # Going

    def chosen(self, target: object) -> None:
        """Enter: to the sentence, to another page, or to more of this one."""
        if not isinstance(target, Target) or self.page is None:
            return
        if target.part is Part.MENTION:
            self.dismiss(self._quote(target))
        elif target.part in (Part.TIE, Part.COMPANION):
            self.app.push_screen(ActorSheet(self.acts, int(target.key)), self._came_back)
        elif target.part is Part.SPELLING:
            self.spelling = "" if self.spelling == target.key else str(target.key)
            self._sentences = STEP
            self.read()
        elif target.part is Part.EVERYTHING:
            self._full = True
            self._show()
        elif target.part is Part.MORE:
            self._sentences += STEP
            self.read()

    def _came_back(self, answer: object) -> None:
        """A page or a card in front of this one was left: for somewhere in the room, past this one, or for here."""
        if isinstance(answer, Quote | Only):
            self.dismiss(answer)
        elif isinstance(answer, str):
            self.action_run(answer)

    @property
    def _ties(self) -> Sequence[Tie]:
        return self.page.ties if self.page else ()

    def _quote(self, target: Target) -> Quote | None:
        quotes = self.page.mentions if self.page else ()
        return next((quote for quote in quotes if quote.mention == target.key), None)

    def _section(self, step: int) -> None:
        """To the first line of the next part, or of the one before."""
        parts = list(dict.fromkeys(one.part for one in self._targets()))
        at = parts.index(self.target.part) + step if self.target.part in parts else 0
        wanted = parts[at % len(parts)]
        self.lines.go_to(next(one for one in self._targets() if one.part is wanted))

    def _targets(self) -> list[Target]:
        return [one for one in self.lines.targets if isinstance(one, Target)]

    # Commands

    def other(self, command: str) -> None:
        """Everything but moving."""
        if command in VERDICTS:
            self._judge(command)
            return
        match command:
            case "page_or_next":
                self._pick()
            case "next_pane" | "previous_pane":
                self._section(1 if command == "next_pane" else -1)
            case "undo":
                self._undo()
            case _:
                handler: Callable[[], None] | None = getattr(self, "_do_" + command, None)
                if handler is not None:
                    handler()
                elif command in ("reason", "redo", "bring_back", "log", "help"):
                    self.acts.room.action_run(command)

    def _pick(self) -> None:
        target = self.target
        doubtful = [Target(Part.TIE, tie.actor.id) for tie in self._ties if tie.verdict is Verdict.UNSURE]
        if target.part in (Part.SPELLING, Part.MENTION) or target in doubtful:
            self.picked ^= {target}
            self._show()
            self.lines.move(1)

    def _judge(self, command: str) -> None:
        verdict, words = VERDICTS[command]
        acts, newsroom, actor, target = self.acts, self.newsroom, self.actor, self.target
        joined = [int(one.key) for one in self.picked if one.part is Part.TIE]
        if target.part is Part.TIE and verdict is Verdict.SAME and joined:
            why = acts.take_reason()
            self.picked.clear()
            acts.do(lambda: newsroom.merge([actor, *joined], why))
        elif target.part is Part.TIE:
            other, why = int(target.key), acts.take_reason()
            acts.do(lambda: newsroom.judge(actor, other, verdict, why))
        elif target.part is Part.SPELLING and verdict is Verdict.DIFFERENT:
            spelling, why = str(target.key), acts.take_reason()
            acts.do(lambda: newsroom.judge_spelling(actor, spelling, None, verdict, why))
        elif target.part is Part.MENTION and verdict is Verdict.DIFFERENT:
            mention, why = int(target.key), acts.take_reason()
            acts.do(lambda: newsroom.not_the_same(mention, why))
        elif self.page is not None:
            quote = self._quote(target)
            if target.part is Part.SPELLING:
                name = f"“{target.key}”, wherever it is {self.page.actor.name},"
            elif quote is not None:
                name = f"“{quote.quoted}” in “{quote.title}”"
            else:
                name = self.page.actor.name
            acts.choose_actor(f"{name} {words}", actor, lambda right: self._judged(target, right, verdict))

    def _judged(self, target: Target, right: int, verdict: Verdict) -> None:
        acts, newsroom, actor, why = self.acts, self.newsroom, self.actor, self.acts.take_reason()
        if target.part is Part.SPELLING:
            acts.do(lambda: newsroom.judge_spelling(actor, str(target.key), right, verdict, why))
        elif target.part is Part.MENTION:
            acts.do(lambda: newsroom.judge(actor, right, verdict, why, mention=int(target.key)))
        else:
            acts.do(lambda: newsroom.judge(actor, right, verdict, why))

    def _undo(self) -> None:
        number = int(self.target.key) if self.target.part is Part.DECISION else None
        self.acts.do(lambda: self.newsroom.undo(number))

    def _do_split(self) -> None:
        parts = self.picked or {self.target}
        spellings = sorted(str(one.key) for one in parts if one.part is Part.SPELLING)
        mentions = sorted(int(one.key) for one in parts if one.part is Part.MENTION)
        if not spellings and not mentions:
            self.acts.room.say("Choose spellings or sentences with Space, or go to one, then split it off.")
            return
        self.say("Looking at what hangs on it…")
        self.look(spellings, mentions)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def look(self, spellings: Sequence[str], mentions: Sequence[int]) -> None:
        """Find out what a split would take along, in a worker: of a state it is ten thousands of mentions."""
        worker = get_current_worker()
        try:
            preview = self.newsroom.split_preview(self.actor, spellings, mentions)
        except TadmorError as error:
            self.app.call_from_thread(self.acts.room.say, str(error), error=True)
            return
        if not worker.is_cancelled:
            self.post_message(self.Looked(self.actor, spellings, mentions, preview))

    def on_actor_sheet_looked(self, event: Looked) -> None:
        """Show what would go and stay; Enter there splits."""

        def done(why: str | None) -> None:
            if why is not None:
                self.picked.clear()
                self.acts.take_reason()
                self.acts.do(lambda: self.newsroom.split(event.actor, event.spellings, event.mentions, why))

        if self.app.screen is self and self.page is not None:
            name, reason = self.page.actor.name, self.acts.reason
            sheet = SplitSheet(name, event.preview, event.spellings, len(event.mentions), reason)
            self.app.push_screen(sheet, done)

    def _do_edit(self) -> None:
        if self.page is None:
            return
        actor = self.actor

        def done(changes: dict[str, str] | None) -> None:
            if changes:
                name = changes["name"]
                self.acts.do(lambda: self.newsroom.rename(actor, name))

        sheet = EditSheet({"name": self.page.actor.name}, "RENAME (empty: the name it had)")
        self.app.push_screen(sheet, done)

    def _do_kind(self) -> None:
        if self.page is not None:
            self.acts.choose_kind(self.actor, self.page.actor.name)

    def _do_unmark(self) -> None:
        target = self.target
        if target.part is Part.MENTION:
            self.acts.do(lambda: self.newsroom.unmark(int(target.key)))
        else:
            self._do_not_an_actor()

    def _do_not_an_actor(self) -> None:
        quote, actor = self._quote(self.target), self.actor
        spelling = quote.quoted if quote else str(self.target.key)
        if quote is not None or self.target.part is Part.SPELLING:
            self.acts.do(lambda: self.newsroom.not_an_actor(actor, spelling))
        else:
            self.acts.room.say("Go to a spelling, or to a sentence, to say that it names no actor.")

    def _do_card(self) -> None:
        target = self.target
        if target.part is Part.MENTION:
            try:
                card = self.newsroom.card(int(target.key))
            except TadmorError as error:
                self.acts.room.say(str(error), error=True)
                return
            self.app.push_screen(CardSheet(card), self._came_back)

    def _do_actor_page(self) -> None:
        if self.target.part in (Part.TIE, Part.COMPANION):
            self.chosen(self.target)

    def _do_filter_actor(self) -> None:
        if self.page is not None:
            self.dismiss(Only(self.page.actor.name))

    def _do_export(self) -> None:
        if self.page is None:
            return
        wish = Wish("actor", self.actor, self.page.actor.name)
        words = f"Everything about {self.page.actor.name}"

        def done(answer: object) -> None:
            if callable(answer):
                self.acts.do(lambda: str(answer(self.newsroom)))

        self.app.push_screen(ExportSheet([(wish, words)]), done)
