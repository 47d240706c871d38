"""How the desk looks: colours, which names are marked, and which of them more faintly. All of it is remembered."""

from textual.app import App

from reader.services.settings import Settings
from reader.thresholds import DOUBTFUL_MENTION
from reader.tui.screens.edit import EditSheet
from reader.tui.screens.help import theme_items
from reader.tui.screens.reading.open_article import OpenArticle
from reader.tui.screens.sheet import Ask, Choose
from reader.tui.themes import THEME
from reader.tui.widgets.article_view import ArticleView
from reader.tui.workbench import Workbench

FAINT = "faint below"
"""The preference that keeps the confidence below which a mention is shown more faintly, in per cent."""


def faint_below(settings: Settings) -> float:
    """The confidence, 0 to 1, below which a mention is shown more faintly."""
    return per_cent(settings.get(FAINT) or "", DOUBTFUL_MENTION)


def per_cent(text: str, otherwise: float) -> float:
    """A share as a person types it, "60" or "60 %"; `otherwise` for what is no number from 0 to 100."""
    bare = text.strip().removesuffix("%").strip()
    return int(bare) / 100 if bare.isdecimal() and int(bare) <= 100 else otherwise


class Appearance:
    """Commands that change how things look."""

    def __init__(self, bench: Workbench, ask: Ask, view: ArticleView, opened: OpenArticle, app: App[object]) -> None:
        """`ask` brings a sheet in front; `app` has the themes."""
        self._bench = bench
        self._ask = ask
        self._view = view
        self._opened = opened
        self._app = app

    def _remember(self, name: str, value: str) -> None:
        settings = self._bench.newsroom.settings
        self._bench.changes.do(lambda: settings.set(name, value), shows=False)

    def do_others(self) -> None:
        """Mark names of other kinds too, or no longer."""
        self._view.shows_others = not self._view.shows_others
        self._opened.reload()
        shown = "Other names are marked too." if self._view.shows_others else "Other names are not marked."
        self._bench.messages.say(shown)

    def do_faint(self) -> None:
        """Set how sure a mark must be to stand out fully."""

        def done(changes: dict[str, str] | None) -> None:
            for typed in (changes or {}).values():
                self._view.show_faintly(per_cent(typed, self._view.faint_below))
                below = f"{self._view.faint_below:.0%}"
                self._remember(FAINT, below)
                self._bench.messages.say(f"Marks that are less sure than {below} are shown more faintly.")

        heading = "SHOW MORE FAINTLY WHAT IS LESS SURE THAN (PER CENT)"
        self._ask(EditSheet({"sure": f"{self._view.faint_below:.0%}"}, heading), done)

    def do_theme(self) -> None:
        """Choose the colours."""

        def done(answer: object) -> None:
            if isinstance(answer, str):
                self._app.theme = answer
                self._remember(THEME, answer)

        themes = sorted(self._app.available_themes)
        self._ask(Choose("THEME", lambda text: theme_items(text, themes)), done)
