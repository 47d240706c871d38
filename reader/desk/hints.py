"""What the room says to help: the keys that are likely next, and what empty panes teach."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.desk.screens.reading import ReadingRoom

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


def likely(room: "ReadingRoom") -> list[tuple[str, str]]:
    """The commands that fit where one is, most likely first: id, and words where the command's title will not do."""
    if room.acts.marking:
        return [("mark", "mark these words"), ("pane_right", "next word"), ("extend", "more"), ("leave", "cancel")]
    if room.filter.has_focus:
        return [("open", "to the list"), ("leave", "clear")]
    actor = room.travel.actor
    named = room.actors_here[actor].name if actor in room.actors_here else ""
    if room.pane is room.articles:
        return _in_the_list(room)
    if room.pane is room.actors:
        if not named:
            return [("leave", "back"), *_LAST]
        return [
            ("open", "go to it"),
            ("next_article", f"next article with {named}"),
            ("filter_actor", "only its articles"),
            ("same", ""),
            ("leave", "back"),
            *_LAST,
        ]
    if room.view.page_shown is None:
        return [("leave", "list"), *_LAST, ("quit", "quit")]
    if room.view.spot is None:
        return [("next_mention", "first actor"), ("page_or_next", "page"), ("leave", "list"), ("export", ""), *_LAST]
    return [
        ("next_mention", "next mention"),
        ("next_article", f"next article with {named}" if named else "next article"),
        ("open", "card"),
        ("same", "same as"),
        ("different", ""),
        ("export", ""),
        *_LAST,
    ]


def _in_the_list(room: "ReadingRoom") -> list[tuple[str, str]]:
    clear = [("leave", "clear the filter")] if room.filter_text else []
    if room.articles.cursor_row is None:
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
