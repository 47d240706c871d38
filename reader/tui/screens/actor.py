"""An actor's page: everything about it, and every ruling on it at one key."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from reader.model import TadmorError, Verdict
from reader.services import ActorPage, Quote, SplitPreview, Tie
from reader.tui.commands import SHEET_COMMANDS, bindings
from reader.tui.safe import plain
from reader.tui.screens.actor_lines import Part, Target, page_items
from reader.tui.screens.actor_rulings import VERDICTS, ActorRulings, quoted
from reader.tui.screens.card import CardSheet, head
from reader.tui.screens.export import ExportSheet, Job, Wish
from reader.tui.screens.sheet import Answer, Sheet
from reader.tui.screens.split import SplitSheet
from reader.tui.widgets.bars import BottomLine
from reader.tui.widgets.lines import Item, Lines, wrapped
from reader.tui.workbench import Workbench

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
RULINGS = (*VERDICTS, "edit", "kind", "unmark", "not_an_actor")
"""Commands that change the library by a word on the line under the cursor."""
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

    def __init__(self, bench: Workbench, actor: int, advice: str = "") -> None:
        """The page of an actor; `advice` is what to do here, said as it opens."""
        super().__init__()
        self._bench = bench
        self.newsroom = bench.newsroom
        self.actor = actor
        self._advice = advice
        self._rulings = ActorRulings(bench, self._ask)
        self.page: ActorPage | None = None
        self.spelling = ""
        self.picked: set[Target] = set()
        self._sentences = STEP
        self._full = False

    # Reading

    def on_mount(self) -> None:
        """Read the page in a worker: a state has ten thousands of mentions."""
        super().on_mount()
        row = self.newsroom.actors.get(self.actor)
        if row is not None:
            reading = Item(wrapped(plain("The library is being read…", "quiet"), 1))
            self.lines.show_items([Item(head(row, "", "")), reading])
        self.read()
        self.call_after_refresh(self._bench.messages.say, self._advice)

    def changed(self) -> None:
        """The library changed: show it as it is."""
        self.read()

    @work(thread=True, exclusive=True, group="page", exit_on_error=False)
    def read(self) -> None:
        """Ask for the page anew."""
        worker = get_current_worker()
        try:
            page = self.newsroom.actors.page(self.actor, self.spelling, self._sentences)
        except TadmorError:
            _log.info("Actor %d has no page any more", self.actor, exc_info=True)
            if not worker.is_cancelled:
                self.post_message(self.Gone(self._heir()))
            return
        if not worker.is_cancelled:
            self.post_message(self.Read(page))

    def fail(self, error: BaseException) -> None:
        """As in the room: what went wrong has its place among the messages."""
        self._bench.messages.fail(error)

    def _heir(self) -> int | None:
        """The actor that has a mention now which was this one's."""
        for quote in self.page.mentions if self.page else ():
            article = self.newsroom.articles.page(quote.article)
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
            self._bench.messages.say("Nothing is left of that actor.")
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

    def _ask(self, sheet: Sheet[Answer], done: Callable[[Answer | None], None] | None = None) -> None:
        self.app.push_screen(sheet, done)

    # Going

    def chosen(self, target: object) -> None:
        """Enter: to the sentence, to another page, or to more of this one."""
        if not isinstance(target, Target) or self.page is None:
            return
        if target.part is Part.MENTION:
            self.dismiss(quoted(self.page, target))
        elif target.part in (Part.TIE, Part.COMPANION):
            self.app.push_screen(ActorSheet(self._bench, int(target.key)), self._came_back)
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

    def _section(self, step: int) -> None:
        """To the first line of the next part, or of the one before."""
        parts = list(dict.fromkeys(one.part for one in self._targets()))
        if not parts:
            # The page is still being read.
            return
        at = parts.index(self.target.part) + step if self.target.part in parts else 0
        wanted = parts[at % len(parts)]
        self.lines.go_to(next(one for one in self._targets() if one.part is wanted))

    def _targets(self) -> list[Target]:
        return [one for one in self.lines.targets if isinstance(one, Target)]

    # Commands

    def other(self, command: str) -> None:
        """Everything but moving."""
        if command in RULINGS:
            if self.page is not None:
                self._rule(command, self.page)
            return
        match command:
            case "page_or_next":
                self._pick()
            case "next_pane" | "previous_pane":
                self._section(1 if command == "next_pane" else -1)
            case "undo":
                self._rulings.undo(self.target)
            case _:
                handler: Callable[[], None] | None = getattr(self, "_do_" + command, None)
                if handler is not None:
                    handler()
                elif command in ("reason", "redo", "bring_back", "log", "help"):
                    self._bench.run(command)

    def _pick(self) -> None:
        target = self.target
        doubtful = [Target(Part.TIE, tie.actor.id) for tie in self._ties if tie.verdict is Verdict.UNSURE]
        if target.part in (Part.SPELLING, Part.MENTION) or target in doubtful:
            self.picked ^= {target}
            self._show()
            self.lines.move(1)

    def _rule(self, command: str, page: ActorPage) -> None:
        """One of the commands that change the library, on the line under the cursor."""
        target = self.target
        match command:
            case "edit":
                self._rulings.rename(page)
            case "kind":
                self._rulings.kind(page)
            case "unmark":
                self._rulings.unmark(page, target)
            case "not_an_actor":
                self._rulings.not_an_actor(page, target)
            case _:
                joined = [int(one.key) for one in self.picked if one.part is Part.TIE]
                self._rulings.judge(page, target, joined, command)

    def _do_split(self) -> None:
        parts = self.picked or {self.target}
        spellings = sorted(str(one.key) for one in parts if one.part is Part.SPELLING)
        mentions = sorted(int(one.key) for one in parts if one.part is Part.MENTION)
        if not spellings and not mentions:
            self._bench.messages.say("Choose spellings or sentences with Space, or go to one, then split it off.")
            return
        self.say("Looking at what hangs on it…")
        self.look(spellings, mentions)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def look(self, spellings: Sequence[str], mentions: Sequence[int]) -> None:
        """Find out what a split would take along, in a worker: of a state it is ten thousands of mentions."""
        worker = get_current_worker()
        try:
            preview = self.newsroom.judgements.split_preview(self.actor, spellings, mentions)
        except TadmorError as error:
            self.app.call_from_thread(self._bench.messages.say, str(error), error=True)
            return
        if not worker.is_cancelled:
            self.post_message(self.Looked(self.actor, spellings, mentions, preview))

    def on_actor_sheet_looked(self, event: Looked) -> None:
        """Show what would go and stay; Enter there splits."""

        def done(why: str | None) -> None:
            if why is not None:
                self.picked.clear()
                self._rulings.split(event.actor, event.spellings, event.mentions, why)

        if self.app.screen is self and self.page is not None:
            name, reason = self.page.actor.name, self._bench.reason.words
            sheet = SplitSheet(name, event.preview, event.spellings, len(event.mentions), reason)
            self.app.push_screen(sheet, done)

    def _do_card(self) -> None:
        target = self.target
        if target.part is Part.MENTION:
            try:
                card = self.newsroom.mentions.card(int(target.key))
            except TadmorError as error:
                self._bench.messages.say(str(error), error=True)
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

        def done(job: Job | None) -> None:
            if job is not None:
                self._bench.changes.do(lambda: job(self.newsroom.exports))

        self.app.push_screen(ExportSheet([(wish, words)]), done)
