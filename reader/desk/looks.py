"""How the desk looks: colours, which names are marked, and which of them more faintly. All of it is remembered."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.desk.ports import Newsroom
from reader.desk.screens.edit import EditSheet
from reader.desk.screens.help import theme_items
from reader.desk.screens.sheet import Choose
from reader.desk.themes import THEME

if TYPE_CHECKING:
    from reader.desk.screens.reading import ReadingRoom

FAINT = "faint below"
"""The preference that keeps the confidence below which a mention is shown more faintly, in per cent."""
USUALLY_FAINT = 0.6
"""Of marks that promise less, four in ten are wrong; they are one mark in eleven (795 news articles)."""


def faint_below(newsroom: Newsroom) -> float:
    """The confidence, 0 to 1, below which a mention is shown more faintly."""
    return per_cent(newsroom.preference(FAINT) or "", USUALLY_FAINT)


def per_cent(text: str, otherwise: float) -> float:
    """A share as a person types it, "60" or "60 %"; `otherwise` for what is no number from 0 to 100."""
    bare = text.strip().removesuffix("%").strip()
    return int(bare) / 100 if bare.isdecimal() and int(bare) <= 100 else otherwise


class Looks(ABC):
    """The part of the reading room that changes how things look."""

    room: "ReadingRoom"

    @abstractmethod
    async def perform(self, act: Callable[[], str]) -> str:
        """Run a change in a thread, after those that were asked for before."""

    def remember(self, name: str, value: str) -> None:
        """Keep a setting of the desk with the library; nothing on the screen depends on it."""

        def act() -> str:
            self.room.newsroom.set_preference(name, value)
            return ""

        self.room.run_worker(self.perform(act), group="acts", exit_on_error=False)

    def do_others(self) -> None:
        """Mark names of other kinds too, or no longer."""
        view = self.room.view
        view.shows_others = not view.shows_others
        self.room.travel.reload()
        self.room.say("Other names are marked too." if view.shows_others else "Other names are not marked.")

    def do_faint(self) -> None:
        """Set how sure a mark must be to stand out fully."""
        view = self.room.view

        def done(changes: dict[str, str] | None) -> None:
            for typed in (changes or {}).values():
                view.show_faintly(per_cent(typed, view.faint_below))
                self.remember(FAINT, f"{view.faint_below:.0%}")
                self.room.say(f"Marks that are less sure than {view.faint_below:.0%} are shown more faintly.")

        heading = "SHOW MORE FAINTLY WHAT IS LESS SURE THAN (PER CENT)"
        self.room.app.push_screen(EditSheet({"sure": f"{view.faint_below:.0%}"}, heading), done)

    def do_theme(self) -> None:
        """Choose the colours."""
        app = self.room.app

        def done(answer: object) -> None:
            if isinstance(answer, str):
                app.theme = answer
                self.remember(THEME, answer)

        app.push_screen(Choose("THEME", lambda text: theme_items(text, sorted(app.available_themes))), done)
