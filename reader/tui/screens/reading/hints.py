"""What the room says to help: the keys that are likely next, and what empty panes teach."""

from dataclasses import dataclass

NO_ARTICLE = ("No article is open.", "Enter opens the one under the cursor.")
NO_MATCH = (
    "No article matches.",
    "Esc clears the filter.",
    "",
    "All words must be in one article; a last word may be unfinished.",
    "",
    '"two words" finds them in this order, actor:NAME an actor under any spelling.',
)
NOTHING_YET = ("Nothing here yet.",)
READING = ("The articles are being read;", "each appears here as soon as it is in.")
EMPTY_LIBRARY = (
    "Tadmor marks the actors that articles name, and goes from one article to the next that names the same.",
    "",
    "  tadmor read FOLDER",
    "",
    "adds the articles of a folder and opens them here: text, Markdown, HTML, JSONL, CSV.",
    "",
    "q leaves, ? shows all keys.",
)
"""What the article pane says while there is nothing to read."""

_LAST = [("help", "keys"), ("palette", "palette")]


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the reader is, as far as it tells which keys are likely next."""

    pane: str = "articles"
    """The pane in front: `articles`, `article` or `actors`."""
    marking: bool = False
    """Whether words are being pointed at for marking."""
    typing: bool = False
    """Whether the filter has the focus."""
    filtered: bool = False
    listed: bool = False
    """Whether an article is under the cursor of the list."""
    open: bool = False
    """Whether an article is open."""
    mention: bool = False
    """Whether a mention is under the cursor."""
    actor: str = ""
    """The name of the actor that commands are about."""


def likely(now: Situation) -> list[tuple[str, str]]:
    """The commands that fit where one is, most likely first: id, and words where the command's title will not do."""
    if now.marking:
        return [("mark", "mark these words"), ("pane_right", "next word"), ("extend", "more"), ("leave", "cancel")]
    if now.typing:
        return [("open", "to the list"), ("leave", "clear")]
    if now.pane == "articles":
        return _in_the_list(now)
    if now.pane == "actors":
        return _among_actors(now)
    return _in_the_text(now)


def _in_the_list(now: Situation) -> list[tuple[str, str]]:
    clear = [("leave", "clear the filter")] if now.filtered else []
    if not now.listed:
        return [*clear, *_LAST, ("quit", "quit")]
    return [
        ("open", "read"),
        *clear,
        ("filter", "search"),
        ("toggle_star", "star"),
        ("sort", "sort"),
        ("review", "review"),
        *_LAST,
        ("quit", "quit"),
    ]


def _among_actors(now: Situation) -> list[tuple[str, str]]:
    if not now.actor:
        return [("leave", "back"), *_LAST]
    return [
        ("open", "go to it"),
        ("next_article", f"next article with {now.actor}"),
        ("filter_actor", "only its articles"),
        ("same", ""),
        ("leave", "back"),
        *_LAST,
    ]


def _in_the_text(now: Situation) -> list[tuple[str, str]]:
    if not now.open:
        return [("leave", "list"), *_LAST, ("quit", "quit")]
    if not now.mention:
        return [("next_mention", "first actor"), ("page_or_next", "page"), ("leave", "list"), ("export", ""), *_LAST]
    return [
        ("next_mention", "next mention"),
        ("next_article", f"next article with {now.actor}" if now.actor else "next article"),
        ("open", "card"),
        ("same", "same as"),
        ("different", ""),
        ("export", ""),
        *_LAST,
    ]
