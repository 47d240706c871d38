"""The review queue: two actors that may be one, both sentences, the reasons, and a key for each verdict."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from reader.model import TadmorError, Verdict
from reader.plurals import counted
from reader.services import Question, Quote, Review
from reader.tui.aligned import drawn
from reader.tui.commands import BY_ID, SHEET_COMMANDS, bindings, shown_keys
from reader.tui.dates import short_date
from reader.tui.evidence import evidence_items
from reader.tui.review_session import AHEAD, ReviewSession, Turn
from reader.tui.safe import assemble, fit, plain
from reader.tui.screens.actor import ActorSheet
from reader.tui.screens.edit import EditSheet
from reader.tui.screens.sheet import Sheet
from reader.tui.widgets.bars import BottomLine, Heading
from reader.tui.widgets.lines import Item, Lines, wrapped
from reader.tui.workbench import Workbench

GLANCE_SECONDS = 0.25
"""How long a question has to be on the screen before it takes a verdict: a key that is held down answers but one."""
BESIDE = 100
"""Columns from which both sentences stand beside each other; below, one stands under the other."""
WIDEST = 164
"""Columns that the review takes at most, as `styles/` says: two sentences of a measure good to read."""
VERDICTS = {
    "same": Verdict.SAME,
    "different": Verdict.DIFFERENT,
    "related": Verdict.RELATED,
    "unsure": Verdict.UNSURE,
}
"""Commands that answer."""
REVIEWING = (
    *VERDICTS,
    *("reason", "undo", "redo", "unmark", "not_an_actor", "split", "page_or_next", "back", "forward"),
    *("pane_left", "pane_right", "next_pane", "previous_pane", "actor_page", "review", "help", "log"),
)
_SIDES = ("one", "other")
_PANES = (*_SIDES, "reasons")
"""What Tab goes through: both sides, and the reasons, which may be longer than there is room for."""
_EMPTY = (
    "Nothing is open for review.",
    "",
    "Where two names may be one actor and nothing settles it, Tadmor asks here instead of guessing:",
    "both sentences, the reasons for and against, and one key for your verdict.",
    "New questions come with new articles.",
)
_JOINED = "You judged them the same, and one they are. To judge anew, undo that: u takes back the latest answer first."


class ReviewSheet(Sheet[Quote]):
    """Answers a sentence to go to; all else is done from here, and goes on where it was left."""

    BINDINGS = bindings(SHEET_COMMANDS + REVIEWING)
    AUTO_FOCUS = "#one"
    TALL = True
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (BESIDE, "-beside"), (WIDEST + 1, "-floating")]  # noqa: RUF012 - as Textual declares it

    @dataclass
    class Fetched(Message):
        """The top of the queue, as it is now."""

        review: Review

    @dataclass
    class Failed(Message):
        """The queue could not be read."""

        reason: str

    def __init__(self, bench: Workbench, session: ReviewSession) -> None:
        """`session` is where one is."""
        super().__init__()
        self._bench = bench
        self.newsroom = bench.newsroom
        self.session = session
        self._pane = 0
        self._shown: Turn | None = None
        self._since = 0.0
        """When the question in front came up."""
        self._changed = False
        """Whether something was done from here that may have changed the question in front."""
        self._last: tuple[str, bool] | None = None
        """What was said last, and whether it tells of a failure."""

    def compose(self) -> ComposeResult:
        """Where one is, both names, both sentences, the reasons, what the last answer changed, and the keys."""
        with Vertical(id="sheet", classes="-tall"):
            heading = Heading("REVIEW", id="place")
            heading.lit = True
            yield heading
            yield Lines(id="names")
            with Container(id="sides"):
                for side in _SIDES:
                    with Vertical(id=f"{side}-side", classes="side"):
                        yield Heading("", id=f"{side}-heading")
                        yield Lines(id=side, one_click=False)
            yield Lines(id="reasons")
            yield Lines(id="told")
            yield BottomLine()

    def on_mount(self) -> None:
        """Show where one was, and see what is open now."""
        for name in ("names", "told"):
            self.query_one(f"#{name}", Lines).can_focus = False
        self.show()
        self.fetch()

    @property
    def lines(self) -> Lines:
        """The sentences of the side in front, or the reasons."""
        return self.query_one(f"#{_PANES[self._pane]}", Lines)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another pane came in front, by a key or the mouse."""
        if event.widget.id in _PANES:
            self._pane = _PANES.index(event.widget.id)
            self._light()

    def _light(self) -> None:
        for at, side in enumerate(_SIDES):
            self.query_one(f"#{side}-heading", Heading).tell(lit=at == self._pane)

    # The queue

    @work(thread=True, exclusive=True, group="questions", exit_on_error=False)
    def fetch(self) -> None:
        """Ask for the next questions, in a worker."""
        worker = get_current_worker()
        try:
            review = self.newsroom.review.questions(self.session.elsewhere, AHEAD)
        except TadmorError as error:
            self.post_message(self.Failed(str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Fetched(review))

    def on_review_sheet_fetched(self, event: Fetched) -> None:
        """More questions; the one in front stays as it is, but for its counts and for what was changed from here."""
        before = self.session.turn
        self.session.take(event.review)
        changed, self._changed = self._changed, False
        if changed and before is not None and before.verdict is None and self._gone(before.question):
            self.session.drop()
        if changed or before is None or self.session.turn is not before:
            self.show()
        else:
            self._tell_facts(before.question)
            self._tell_place()

    def _gone(self, question: Question) -> bool:
        """Whether no article names one of the two any more."""
        return any(self.newsroom.actors.get(one.id) is None for one in (question.left, question.right))

    def on_review_sheet_failed(self, event: Failed) -> None:
        """Say what is wrong."""
        self._say(event.reason, error=True)

    # What it shows

    def show(self) -> None:
        """Draw the question in front from top to bottom."""
        turn = self.session.turn
        if turn is not self._shown:
            self._shown, self._since = turn, monotonic()
        for name in ("names", "reasons"):
            self.query_one(f"#{name}", Lines).display = turn is not None
        self.query_one("#sides").display = turn is not None or not self.session.fetched
        if turn is not None:
            self._show(turn.question)
        self._tell()
        self._tell_place()
        self.query_one(BottomLine).hint(_hints(self.session))

    def _show(self, question: Question) -> None:
        self.query_one("#names", Lines).show_items([Item(lambda width: _names(question, width))])
        for side, quotes in zip(_SIDES, (question.left_quotes, question.right_quotes), strict=True):
            self.query_one(f"#{side}", Lines).show_items(_sentences(quotes))
        self._tell_facts(question)
        self.query_one("#reasons", Lines).show_items([*evidence_items(question.evidence), *_context(question)])
        self._light()

    def _tell_facts(self, question: Question) -> None:
        for side, actor in zip(_SIDES, (question.left, question.right), strict=True):
            mentions = counted(actor.mentions, "mention")
            facts = f"{mentions} in {counted(actor.articles, 'article')}"
            self.query_one(f"#{side}-heading", Heading).tell(text=actor.name, note=facts)

    def _tell_place(self) -> None:
        number, of = self.session.place
        today = f"{self.session.today:,} answered today" if self.session.today else ""
        where = f"{number:,} of {of:,}" if self.session.turn is not None else ""
        self.query_one("#place", Heading).tell(note=" · ".join(part for part in (where, today) if part))

    def _tell(self) -> None:
        """Above the keys, so that neither hides the other: what was answered here, and what the last answer changed."""
        turn = self.session.turn
        items = _empty(self.session) if turn is None and self.session.fetched else []
        if turn is not None and turn.verdict is not None:
            items = [_verdict_line(turn)]
        if self._last and (turn is None or turn.words != self._last[0]):
            text, error = self._last
            items = [*items, Item(wrapped(plain(text, "against" if error else "quiet"), 1, 3))]
        self.query_one("#told", Lines).show_items(items)

    def _say(self, text: str, *, error: bool = False) -> None:
        self._bench.messages.keep(text, error=error)
        self._last = text, error
        self._tell()

    # What the person does

    def action_run(self, command: str) -> None:
        """Answer, go on or back; all else as in any sheet."""
        if command in VERDICTS:
            self._chords.reset()
            if monotonic() - self._since >= GLANCE_SECONDS:
                self._answer(VERDICTS[command])
        else:
            super().action_run(command)

    def other(self, command: str) -> None:
        """The commands that only this sheet knows."""
        match command:
            case "page_or_next" | "forward":
                self._moved(self.session.forward())
            case "back":
                self._moved(self.session.back())
            case "pane_left" | "pane_right":
                self._to(0 if command == "pane_left" else 1)
            case "next_pane" | "previous_pane":
                self._to((self._pane + (1 if command == "next_pane" else -1)) % len(_PANES))
            case "undo":
                self._do(self.newsroom.history.undo, self._undone)
            case "redo":
                self._do(self.newsroom.history.redo, self._redone)
            case "unmark" | "not_an_actor" | "split":
                self._correct(command)
            case "reason":
                self._ask_reason()
            case "actor_page":
                self._open_actor()
            case "review":
                self.dismiss(None)
            case "help" | "log":
                self._bench.run(command)

    def chosen(self, target: object) -> None:
        """Go and read on where a sentence stands; the queue waits."""
        if isinstance(target, Quote):
            self.dismiss(target)

    def _open_actor(self) -> None:
        """All about the actor of the side in front; a sentence chosen there is gone to."""
        turn = self.session.turn
        if turn is None:
            return

        def done(answer: object) -> None:
            if isinstance(answer, Quote):
                self.dismiss(answer)
            else:
                self._changed = True
                self.fetch()

        self.app.push_screen(ActorSheet(self._bench, self._actor(turn)), done)

    def _actor(self, turn: Turn) -> int:
        """The actor of the side in front."""
        return (turn.question.right if self._pane == _PANES.index("other") else turn.question.left).id

    def _to(self, pane: int) -> None:
        self._pane = pane
        self.lines.focus()
        self._light()

    def _moved(self, moved: bool) -> None:
        if moved:
            self.show()
            self.fetch()

    def _answer(self, verdict: Verdict) -> None:
        front = self.session.turn
        if front is not None and front.verdict is Verdict.SAME and self._gone(front.question):
            # Two that are one cannot be judged: what joined them has to be taken back first.
            self._say(_JOINED)
            return
        turn = self.session.answer(verdict)
        if turn is None:
            return
        why = self._bench.reason.take()

        def told(words: str) -> None:
            self.session.told(turn, words)
            self._say(words)

        def refused() -> None:
            self.session.refused(turn)
            self._tell_place()

        self._do(lambda: self.newsroom.review.answer(turn.question, verdict, why), told, refused)
        self.show()

    def _correct(self, command: str) -> None:
        """What is wrong with the sentence under the cursor, or its spelling, rather than with the question."""
        quote, turn = self.lines.target, self.session.turn
        if not isinstance(quote, Quote) or turn is None:
            return
        actor = self._actor(turn)
        why = self._bench.reason.take()
        acts: dict[str, Callable[[], str]] = {
            "unmark": lambda: self.newsroom.mentions.unmark(quote.mention),
            "not_an_actor": lambda: self.newsroom.overrides.not_an_actor(actor, quote.quoted),
            "split": lambda: self.newsroom.judgements.split(actor, (), (quote.mention,), why),
        }

        def done(words: str) -> None:
            self.session.did_otherwise()
            self._changed = True
            self._say(words)

        self._do(acts[command], done)

    def _undone(self, words: str) -> None:
        self.session.undone()
        self.show()
        self._say(words)

    def _redone(self, words: str) -> None:
        self.session.redone(words)
        self.show()
        self._say(words)

    def _do(
        self, act: Callable[[], str], told: Callable[[str], None], refused: Callable[[], None] = lambda: None
    ) -> None:
        """Have something done, behind the question that is in front by then."""

        async def work() -> None:
            try:
                words = await self._bench.changes.perform(act) or ""
            except TadmorError as error:
                refused()
                self._say(str(error), error=True)
            else:
                told(words)
            if self.is_mounted:
                self.fetch()

        self.run_worker(work(), group="answers", exit_on_error=False)

    def _ask_reason(self) -> None:
        def done(answer: dict[str, str] | None) -> None:
            if answer:
                self._bench.reason.words = answer["why"]
                self._say(f"Kept for the next verdict: {answer['why']}" if answer["why"] else "No why, then.")

        self.app.push_screen(EditSheet({"why": self._bench.reason.words}, "WHY THE NEXT VERDICT"), done)


def _hints(session: ReviewSession) -> list[tuple[str, str]]:
    if session.turn is None:
        return [*([("back", "back")] if session.turns else []), ("undo", "undo"), ("leave", "leave")]
    return [
        *(("same", "same"), ("different", "different"), ("related", "related"), ("unsure", "can't tell")),
        *(("page_or_next", "skip"), ("undo", "undo"), ("open", "read on"), ("back", "back"), ("reason", "why")),
        *(("not_an_actor", "no actor"), ("split", "part this one"), ("leave", "leave")),
    ]


def _names(question: Question, width: int) -> list[Content]:
    """Both spellings in question under each other, with their kinds, and whose they are where they are no names."""
    rows = []
    for row, spelt, actor in zip(drawn(*question.spelt), question.spelt, (question.left, question.right), strict=True):
        whose = f"  of {actor.name}" if spelt != actor.name else ""
        rows.append(
            (assemble(" ") + row + assemble(("  " + actor.kind.value + whose, "quiet"))).truncate(width, ellipsis=True)
        )
    return rows


def _sentences(quotes: Sequence[Quote]) -> list[Item]:
    """One mention an article, the best first, with air between."""
    return [item for quote in quotes for item in (_sentence(quote), Item(wrapped(plain(""))))]


def _sentence(quote: Quote) -> Item:
    """A mention in its sentence, under the article's date, source and title."""

    def draw(width: int) -> list[Content]:
        date = ("~" if quote.date_guessed else "") + short_date(quote.date).strip()
        about = "  ".join(part for part in (date, quote.source, quote.title) if part)
        text = assemble((quote.before, ""), (quote.quoted, "quoted"), (quote.after, ""))
        return [assemble((fit(" " + about, width), "quiet")), *wrapped(text, 1)(width - 1)]

    return Item(draw, quote)


def _context(question: Question) -> list[Item]:
    """What helps to judge, and did not decide: company in common, company apart, and what hangs on it."""
    lines = [
        (("beside both: ", "quiet"), ", ".join(question.company) or "nobody"),
        *(
            ((f"beside {actor.name} alone: ", "quiet"), ", ".join(names))
            for actor, names in zip((question.left, question.right), question.alone, strict=True)
            if names
        ),
    ]
    if question.conflict:
        lines.insert(0, (("verdicts contradict each other here: ", "against"), "the one that you give now holds"))
    facts = [counted(question.hangs, "mention hangs", "mentions hang") + " on it"]
    if question.together:
        facts.append(counted(question.together, "article names", "articles name") + " both")
    items = [Item(wrapped(assemble(*line), 4, 6)) for line in lines]
    return [*items, Item(wrapped(plain(" · ".join(facts), "quiet"), 4, 6))]


_SAID = {
    Verdict.SAME: "the same",
    Verdict.DIFFERENT: "different",
    Verdict.RELATED: "related, not the same",
    Verdict.UNSURE: "cannot be told",
}


def _verdict_line(turn: Turn) -> Item:
    said = _SAID[turn.verdict] if turn.verdict else ""
    return Item(wrapped(assemble(("You judged: ", "quiet"), (said, "strong"), ("   " + turn.words, "quiet")), 1, 3))


def _empty(session: ReviewSession) -> list[Item]:
    lines = list(_EMPTY)
    if session.skipped:
        back = shown_keys(BY_ID["back"])[0]
        lines[0] = "Nothing else is open for review."
        lines += ["", f"{back} goes back to the {counted(session.skipped, 'question')} that you skipped."]
    return [Item(wrapped(plain(line), 1)) for line in lines]
