"""What a person does to the library from the desk: judging, marking, starring, correcting; all of it can be undone."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.desk.choices import actor_item, dismissed_item, kind_items
from reader.desk.dates import long_date
from reader.desk.looks import Looks
from reader.desk.ports import Page, Quote, Spot
from reader.desk.screens.actor import ActorSheet, Only
from reader.desk.screens.card import CardSheet
from reader.desk.screens.edit import EditSheet
from reader.desk.screens.export import ExportSheet, Wish
from reader.desk.screens.help import HelpSheet, LogSheet, command_items
from reader.desk.screens.sheet import Choose, Sheet
from reader.desk.source import open_source
from reader.desk.widgets.article_view import Place
from reader.desk.widgets.lines import Item
from reader.model import Kind, TadmorError, Verdict
from reader.plurals import counted
from reader.untrusted import clean_line

if TYPE_CHECKING:
    from reader.desk.screens.reading import ReadingRoom
    from reader.desk.sitting import Sitting

PATIENCE_SECONDS = 0.3
"""How long a change may take before the header says that something is going on."""
CHOOSE_PARTS = "Choose spellings or sentences with Space, then split them off."
NO_MENTION = "No mention is under the cursor; n goes to the next."


class Acts(Looks):
    """The part of the reading room that changes things."""

    def __init__(self, room: "ReadingRoom") -> None:
        """Nothing was done yet."""
        self.room = room
        self.log: list[tuple[str, bool]] = []
        """Messages that have gone by, with whether they tell of a failure."""
        self.reason = ""
        """Why the next verdict is given, in the person's words."""
        self._turn = asyncio.Lock()
        self._sitting: Sitting | None = None

    # Doing

    def do(self, act: Callable[[], str], *, quiet: bool = False) -> None:
        """Run a change in a thread, one after the other in the order asked, and show what came of it."""
        self.room.run_worker(self._do(act, quiet), group="acts", exit_on_error=False)

    async def _do(self, act: Callable[[], str], quiet: bool) -> None:
        try:
            message = await self.perform(act)
        except TadmorError as error:
            self.room.say(str(error), error=True)
            return
        if not quiet:
            self.room.say(message)
        self.refresh()

    async def perform(self, act: Callable[[], str]) -> str:
        """Run a change in a thread, after those that were asked for before; what to say of it.

        Raises TadmorError when it cannot be done.
        """
        async with self._turn:
            work = asyncio.ensure_future(asyncio.to_thread(act))
            done, _ = await asyncio.wait({work}, timeout=PATIENCE_SECONDS)
            busy = self.room.status.busy
            if not done:
                self.room.status.tell(busy="working")
            try:
                message = await work
            finally:
                if self.room.status.busy == "working":
                    self.room.status.tell(busy=busy)
        self.room.background.settle_soon()
        return message

    def refresh(self) -> None:
        """Show the library as it is now; nothing moves."""
        self.room.travel.reload()
        self.room.relist_here()
        for screen in self.room.app.screen_stack:
            if isinstance(screen, Sheet):
                screen.changed()

    def seen(self, article: int) -> None:
        """Count an article as read because it was opened."""

        def act() -> str:
            self.room.newsroom.seen(article)
            return ""

        self.do(act, quiet=True)

    @property
    def _article(self) -> int | None:
        """The article that commands are about: under the cursor in the list, else the open one."""
        room = self.room
        if room.pane is room.articles and room.articles.cursor_row is not None:
            return room.articles.cursor_row.id
        return room.open_id

    @property
    def _spot(self) -> Spot | None:
        """The mention that commands are about: under the cursor, or the actor's first one here."""
        room = self.room
        if room.pane is room.actors and room.travel.actor is not None:
            index = room.view.first_of(room.travel.actor)
            return room.view.spots[index] if index is not None else None
        if room.view.spot is None:
            room.say(NO_MENTION)
        return room.view.spot

    # Articles

    def do_toggle_read(self) -> None:
        """Read or unread."""
        self._toggle(lambda page: self.room.newsroom.set_unread([page.id], not page.unread))

    def do_toggle_star(self) -> None:
        """Star or no star."""
        self._toggle(lambda page: self.room.newsroom.set_starred([page.id], not page.starred))

    def _toggle(self, change: Callable[[Page], str]) -> None:
        article = self._article
        if article is None:
            return

        def act() -> str:
            page = self.room.newsroom.page(article)
            return change(page) if page is not None else "That article is no longer in the library."

        self.do(act)

    def do_remove(self) -> None:
        """Take the article out; undo brings it back."""
        article = self._article
        if article is not None:
            self.do(lambda: self.room.newsroom.remove([article]))

    def do_edit(self) -> None:
        """Correct title, source or date."""
        article = self._article
        page = self.room.newsroom.page(article) if article is not None else None
        if page is None:
            return

        def done(changes: dict[str, str] | None) -> None:
            for field, value in (changes or {}).items():
                self.do(lambda field=field, value=value: self.room.newsroom.correct(page.id, field, value))  # type: ignore[misc]

        self.room.app.push_screen(EditSheet({"title": page.title, "source": page.source, "date": page.date}), done)

    def do_undo(self) -> None:
        """Undo."""
        self.do(self.room.newsroom.undo)

    def do_redo(self) -> None:
        """Redo."""
        self.do(self.room.newsroom.redo)

    # Actors

    def do_card(self) -> None:
        """Who this is, where else, and why."""
        spot = self._spot
        if spot is None:
            return

        def done(answer: object) -> None:
            if isinstance(answer, Quote):
                self.room.travel.visit(answer.article, answer.mention)
            elif isinstance(answer, str):
                self.room.action_run(answer)

        self.room.app.push_screen(CardSheet(self.room.newsroom.card(spot.id)), done)

    def do_filter_actor(self) -> None:
        """Put this actor into the filter, or take it out."""
        room, actor = self.room, self.room.travel.actor
        if actor is None or actor not in room.actors_here:
            room.say(NO_MENTION)
            return
        self.filter_by(room.actors_here[actor].name)

    def filter_by(self, name: str) -> None:
        """Put an actor into the filter, or take it out."""
        room = self.room
        term = 'actor:"' + name.replace('"', " ") + '"'
        text = room.filter_text
        text = " ".join(text.replace(term, " ").split()) if term in text else f"{text} {term}".strip()
        room.filter.set_text(text)

    def do_different(self) -> None:
        """This mention is not that actor."""
        spot = self._spot
        if spot is not None:
            why = self.take_reason()
            self.do(lambda: self.room.newsroom.not_the_same(spot.id, why))

    def do_same(self) -> None:
        """This actor and another are one."""
        self._judge(Verdict.SAME, "is the same as…")

    def do_related(self) -> None:
        """This actor has to do with another."""
        self._judge(Verdict.RELATED, "is related to…")

    def do_unsure(self) -> None:
        """Whether this actor and another are one, nobody can tell."""
        self._judge(Verdict.UNSURE, "may or may not be…")

    def do_review(self) -> None:
        """What linking is unsure about, one question after the other; it goes on where it was left."""
        # Here: the queue brings linking's rules along, which reading does without.
        from reader.desk.screens.review import ReviewSheet
        from reader.desk.sitting import Sitting

        def done(answer: Quote | None) -> None:
            self.room.background.reviewing(False)
            self.refresh()
            if answer is not None:
                self.room.travel.visit(answer.article, answer.mention)

        if self._sitting is None:
            self._sitting = Sitting()
        self.room.background.reviewing(True)
        self.room.app.push_screen(ReviewSheet(self.room.newsroom, self, self._sitting), done)

    def do_reason(self) -> None:
        """Write down why the next verdict is given."""

        def done(answer: dict[str, str] | None) -> None:
            if answer:
                self.reason = answer["why"]
                self.room.say("Kept for the next verdict." if self.reason else "The next verdict goes without a why.")

        self.room.app.push_screen(EditSheet({"why": self.reason}, "WHY THE NEXT VERDICT"), done)

    def take_reason(self) -> str:
        """What was written down, for the verdict that is being given; the one after it has none."""
        reason, self.reason = self.reason, ""
        return reason

    def _judge(self, verdict: Verdict, words: str) -> None:
        spot = self._spot
        if spot is None:
            return
        left = self.room.newsroom.actor(spot.actor)
        name = left.name if left else self.room.view.text_of(spot.field)[spot.start : spot.end]

        def judge(other: int) -> None:
            why = self.take_reason()
            self.do(lambda: self.room.newsroom.judge(spot.actor, other, verdict, why))

        self.choose_actor(f"{name} {words}", spot.actor, judge)

    def choose_actor(self, heading: str, besides: int, chosen: Callable[[int], None]) -> None:
        """Ask for an actor other than `besides`; nothing happens where none is chosen."""

        def search(text: str) -> list[Item]:
            return [actor_item(row) for row in self.room.newsroom.actors(clean_line(text)) if row.id != besides]

        def done(answer: object) -> None:
            if isinstance(answer, int):
                chosen(answer)

        self.room.app.push_screen(Choose(heading, search, slow=True, hint="name of the other actor"), done)

    # One actor: its page and what is ruled of it; the page has the same keys

    def do_actor_page(self) -> None:
        """Everything about this actor."""
        actor = self._actor
        if actor is not None:
            self.open_actor(actor)

    def open_actor(self, actor: int) -> None:
        """Show an actor's page; a sentence chosen there is gone to."""

        def done(answer: object) -> None:
            if isinstance(answer, Quote):
                self.room.travel.visit(answer.article, answer.mention)
            elif isinstance(answer, Only):
                self.filter_by(answer.name)

        self.room.app.push_screen(ActorSheet(self, actor), done)

    @property
    def _actor(self) -> int | None:
        """The actor that commands are about."""
        if self.room.travel.actor is None:
            self.room.say(NO_MENTION)
        return self.room.travel.actor

    def do_split(self) -> None:
        """To the page of this actor, where what is to be split off is chosen."""
        actor = self._actor
        if actor is not None:
            self.open_actor(actor)
            self.room.app.call_after_refresh(self.room.say, CHOOSE_PARTS)

    def do_kind(self) -> None:
        """What sort of actor this is."""
        actor = self._actor
        row = self.room.newsroom.actor(actor) if actor is not None else None
        if row is not None:
            self.choose_kind(row.id, row.name)

    def choose_kind(self, actor: int, name: str) -> None:
        """Ask what sort of actor it is, and keep that."""

        def done(answer: object) -> None:
            if isinstance(answer, Kind):
                self.do(lambda: self.room.newsroom.set_kind(actor, answer))

        self.room.app.push_screen(Choose(f"{name} is a…", kind_items, tall=False), done)

    def do_not_an_actor(self) -> None:
        """The spelling under the cursor names no actor, wherever it stands."""
        spot = self._spot
        if spot is not None:
            spelling = self.room.view.text_of(spot.field)[spot.start : spot.end]
            self.do(lambda: self.room.newsroom.not_an_actor(spot.actor, spelling))

    def do_bring_back(self) -> None:
        """Choose from the spellings that were said to name no actor."""

        def search(text: str) -> list[Item]:
            found = self.room.newsroom.dismissed()
            return [dismissed_item(one) for one in found if text.strip().casefold() in one.spelling.casefold()]

        def done(answer: object) -> None:
            if isinstance(answer, int):
                self.do(lambda: self.room.newsroom.bring_back(answer))

        if self.room.newsroom.dismissed():
            self.room.app.push_screen(Choose("BRING BACK", search, slow=True, hint="a spelling"), done)
        else:
            self.room.say("No spelling was said to name no actor.")

    # Marking by hand

    @property
    def marking(self) -> bool:
        """Whether words are being pointed at for marking."""
        return self.room.view.caret is not None

    def do_mark(self) -> None:
        """Mark the selection; else the words pointed at; else begin to point."""
        room, view = self.room, self.room.view
        chosen = view.selected_range() or view.caret
        if view.page_shown is None:
            room.say("No article is open.")
        elif chosen is None:
            room.show_pane(view)
            view.begin_caret()
            room.say("Choose words with ← →, more with Shift+→; Enter marks them, Esc leaves.")
        else:
            self._ask_kind(view.page_shown.id, *chosen)

    def _ask_kind(self, article: int, start: Place, end: Place) -> None:
        def done(answer: object) -> None:
            if isinstance(answer, Kind):
                self.room.view.set_caret(None)
                self.room.clear_selection()
                self.do(lambda: self.room.newsroom.mark(article, start[0], start[1], end[1], answer))

        quoted = self.room.view.text_of(start[0])[start[1] : end[1]]
        self.room.app.push_screen(Choose(f"“{quoted}” is a…", kind_items, tall=False), done)

    def do_unmark(self) -> None:
        """Take a mark off."""
        spot = self._spot
        if spot is not None:
            self.do(lambda: self.room.newsroom.unmark(spot.id))

    def do_extend(self) -> None:
        """One word more."""
        self.room.view.stretch_caret(1)

    def do_shrink(self) -> None:
        """One word less."""
        self.room.view.stretch_caret(-1)

    def move_caret(self, delta: int) -> bool:
        """Point at another word, if words are being pointed at."""
        if self.marking:
            self.room.view.move_caret(delta)
        return self.marking

    # Out of the house

    def do_copy(self) -> None:
        """Copy the selection, or the sentence of the mention, with its source."""
        view, page = self.room.view, self.room.view.page_shown
        if page is None:
            self.room.say("No article is open.")
            return
        text = self.room.get_selected_text() or view.sentence()
        cited = ", ".join(
            part for part in (page.title, page.source, long_date(page.date, page.date_guessed), page.url) if part
        )
        self.room.app.copy_to_clipboard(f"“{text.strip()}”\n— {cited}" if text else cited)
        self.room.say("Copied, with its source.")

    def do_source(self) -> None:
        """Open where the article came from."""
        article = self._article
        page = self.room.newsroom.page(article) if article is not None else None
        if page is not None:
            self.do(lambda: open_source(page))

    def do_export(self) -> None:
        """Write Markdown."""
        room, actor, article = self.room, self.room.travel.actor, self._article
        page = room.newsroom.page(article) if article is not None else None
        here = room.actors_here.get(actor) if actor is not None else None
        wishes: list[tuple[Wish, str]] = []
        if page is not None:
            wishes.append((Wish("article", page.id, page.title, page.date), f"This article: {page.title}"))
        if here is not None:
            words = counted(here.articles, "article")
            wishes.append((Wish("actor", here.id, here.name), f"Everything about {here.name}, from {words}"))
        total = room.articles.total
        if total:
            words = counted(total, "article")
            label = f"The {words} of the filter, into a folder" if room.filter_text else f"All {words}, into a folder"
            wishes.append((Wish("filter", 0, room.filter_text), label))
        if not wishes:
            room.say("There is nothing to export yet.")
            return

        def done(answer: object) -> None:
            if callable(answer):
                self.do(lambda: str(answer(room.newsroom)))

        room.app.push_screen(ExportSheet(wishes), done)

    # About the desk

    def do_help(self) -> None:
        """All keys."""
        self.room.app.push_screen(HelpSheet())

    def do_log(self) -> None:
        """Messages that have gone by."""
        self.room.app.push_screen(LogSheet(self.log))

    def do_palette(self) -> None:
        """Every command by name."""

        def done(answer: object) -> None:
            if isinstance(answer, str):
                self.room.action_run(answer)

        self.room.app.push_screen(Choose("PALETTE", command_items, hint="name of a command"), done)
