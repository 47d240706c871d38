"""Commands that bring something in front of the reading room: a card, a page, the review, help, messages, palette."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.services import Quote
from reader.tui.background import Background
from reader.tui.screens.actor import ActorSheet, Only
from reader.tui.screens.card import CardSheet
from reader.tui.screens.help import HelpSheet, LogSheet, command_items
from reader.tui.screens.reading.navigation import Navigation
from reader.tui.screens.reading.open_article import OpenArticle
from reader.tui.screens.reading.subject import NO_MENTION, Subject
from reader.tui.screens.sheet import Ask, Choose
from reader.tui.widgets.filter_line import FilterLine
from reader.tui.workbench import Workbench

if TYPE_CHECKING:
    from reader.tui.review_session import ReviewSession

CHOOSE_PARTS = "Choose spellings or sentences with Space, then split them off."


class Fronts:
    """Opens sheets, and does in the room what they answer."""

    def __init__(
        self,
        bench: Workbench,
        ask: Ask,
        subject: Callable[[], Subject],
        opened: OpenArticle,
        navigation: Navigation,
        filter: FilterLine,
        background: Background,
        caught_up: Callable[[], None],
    ) -> None:
        """`ask` brings a sheet in front; `caught_up` has the room show what was changed meanwhile."""
        self._bench = bench
        self._ask = ask
        self._subject = subject
        self._opened = opened
        self._navigation = navigation
        self._filter = filter
        self._background = background
        self._catch_up = caught_up
        self._review_session: ReviewSession | None = None

    def _came_back(self, answer: object) -> None:
        """A sheet was left: for a sentence, for the list, for a command, or for where one was."""
        if isinstance(answer, Quote):
            self._navigation.visit(answer.article, answer.mention)
        elif isinstance(answer, Only):
            self._filter.toggle_actor(answer.name)
        elif isinstance(answer, str):
            self._bench.run(answer)

    def _actor(self) -> int | None:
        actor = self._subject().actor
        if actor is None:
            self._bench.messages.say(NO_MENTION)
        return actor

    # Actors

    def do_card(self) -> None:
        """Who this is, where else, and why."""
        spot = self._subject().spot
        if spot is None:
            self._bench.messages.say(NO_MENTION)
        else:
            self._ask(CardSheet(self._bench.newsroom.mentions.card(spot.id)), self._came_back)

    def do_actor_page(self) -> None:
        """Everything about this actor."""
        actor = self._actor()
        if actor is not None:
            self._ask(ActorSheet(self._bench, actor), self._came_back)

    def do_split(self) -> None:
        """To the page of this actor, where what is to be split off is chosen."""
        actor = self._actor()
        if actor is not None:
            self._ask(ActorSheet(self._bench, actor, CHOOSE_PARTS), self._came_back)

    def do_filter_actor(self) -> None:
        """Put this actor into the filter, or take it out."""
        name = self._opened.name_of(self._subject().actor)
        if name:
            self._filter.toggle_actor(name)
        else:
            self._bench.messages.say(NO_MENTION)

    # The review

    def do_review(self) -> None:
        """What linking is unsure about, one question after the other; it goes on where it was left."""
        # Here: the queue brings linking's rules along, which reading does without.
        from reader.tui.review_session import ReviewSession
        from reader.tui.screens.review import ReviewSheet

        def done(answer: Quote | None) -> None:
            self._background.reviewing(False)
            self._catch_up()
            self._came_back(answer)

        if self._review_session is None:
            self._review_session = ReviewSession()
        self._background.reviewing(True)
        self._ask(ReviewSheet(self._bench, self._review_session), done)

    # About the desk

    def do_help(self) -> None:
        """All keys."""
        self._ask(HelpSheet())

    def do_log(self) -> None:
        """Messages that have gone by."""
        self._ask(LogSheet(self._bench.messages.log))

    def do_palette(self) -> None:
        """Every command by name."""
        self._ask(Choose("PALETTE", command_items, hint="name of a command"), self._came_back)
