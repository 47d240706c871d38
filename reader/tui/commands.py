"""Every command of the desk, once: keys, palette, help screen and the documents' key table are made from this."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do at the desk."""

    id: str
    keys: tuple[str, ...]
    """Textual's key names; a chord has its keys parted by spaces; empty: palette only."""
    title: str
    """What the palette shows."""
    help: str
    """One sentence for the help screen."""
    group: str


MOVING, READING, ACTORS, JUDGING, ARTICLES, TADMOR = (
    "Moving",
    "Finding one's way",
    "Actors",
    "Judging",
    "Articles",
    "Tadmor",
)

COMMANDS: tuple[Command, ...] = (
    Command("move_down", ("j", "down"), "Down", "One line or row down.", MOVING),
    Command("move_up", ("k", "up"), "Up", "One line or row up.", MOVING),
    Command("page_down", ("pagedown", "ctrl+f"), "Page down", "One screenful down.", MOVING),
    Command("page_up", ("pageup", "ctrl+b"), "Page up", "One screenful up.", MOVING),
    Command("go_top", ("g g", "home"), "To the top", "The first row, or the start of the article.", MOVING),
    Command("go_bottom", ("G", "end"), "To the end", "The last row, or the end of the article.", MOVING),
    Command("next_pane", ("tab",), "Next pane", "The pane to the right, around.", MOVING),
    Command("previous_pane", ("shift+tab",), "Previous pane", "The pane to the left, around.", MOVING),
    Command("pane_left", ("h", "left"), "Pane left", "The pane to the left.", MOVING),
    Command("pane_right", ("l", "right"), "Pane right", "The pane to the right.", MOVING),
    Command(
        "open",
        ("enter",),
        "Open",
        "Open the article; on a mention, its card; on an actor, the first mention here.",
        READING,
    ),
    Command("leave", ("escape",), "Leave", "Leave what is in front, clear the selection, then the filter.", READING),
    Command(
        "page_or_next",
        ("space",),
        "Page, then next unread",
        "Page through the article; at its end, open the next unread. In the review: the next question;"
        " on an actor's page: choose.",
        READING,
    ),
    Command("next_mention", ("n",), "Next mention", "The next mention of any actor.", READING),
    Command("previous_mention", ("N",), "Previous mention", "The previous mention of any actor.", READING),
    Command(
        "next_same", (".",), "Next mention of this actor", "The next mention of the actor under the cursor.", READING
    ),
    Command(
        "previous_same",
        ("comma",),
        "Previous mention of this actor",
        "The previous mention of the actor under the cursor.",
        READING,
    ),
    Command(
        "next_article",
        ("]",),
        "Next article with this actor",
        "The next article by date that names this actor, on the mention itself.",
        READING,
    ),
    Command(
        "previous_article",
        ("[",),
        "Previous article with this actor",
        "The previous article by date that names this actor.",
        READING,
    ),
    Command(
        "back",
        ("backspace", "alt+left", "ctrl+o"),
        "Back",
        "Back to where one was: article, mention and scroll; in the review, the question before.",
        READING,
    ),
    Command("forward", ("alt+right",), "Forward", "Forward again.", READING),
    Command(
        "filter",
        ("/",),
        "Filter and search",
        'Search as one types: words, "phrases", -word, OR, actor:NAME, source:, date: and more.',
        READING,
    ),
    Command(
        "sort",
        ("S",),
        "Sort the list",
        "Sort by date, title, source, or actors in common with the open article.",
        READING,
    ),
    Command("reverse", ("R",), "Reverse the list", "The same order from its other end: oldest first, Z to A.", READING),
    Command("actors", ("a",), "Actors of this article", "Go to the actors, or slide them in and out.", ACTORS),
    Command(
        "filter_actor",
        ("f",),
        "Filter by this actor",
        "Only articles that name this actor; again takes it off; several combine.",
        ACTORS,
    ),
    Command("card", ("w",), "Card: who, where else, why", "Who this is, every spelling, where else, and why.", ACTORS),
    Command(
        "actor_page",
        ("A",),
        "This actor's page",
        "Everything about it: spellings, sentences, company, what was said of it; and to split, join, rename it.",
        ACTORS,
    ),
    Command(
        "mark",
        ("m",),
        "Mark a missed actor",
        "Mark the selected text, or choose words with the arrow keys, and say what kind of actor it is.",
        ACTORS,
    ),
    Command("extend", ("shift+right",), "More words", "While marking: one word more.", ACTORS),
    Command("shrink", ("shift+left",), "Fewer words", "While marking: one word less.", ACTORS),
    Command(
        "others",
        (),
        "Other names on or off",
        "Mark events, works, laws and other names in the text as well.",
        ACTORS,
    ),
    Command(
        "faint",
        (),
        "Doubtful marks…",
        "Say how sure the recogniser must be, in per cent, for a mark to stand out fully.",
        ACTORS,
    ),
    Command("unmark", ("x",), "Not an actor", "Take the mark off the mention under the cursor.", ACTORS),
    Command("same", ("=",), "The same as…", "This actor and another one are the same.", JUDGING),
    Command("different", ("!",), "Not the same", "This mention is not that actor.", JUDGING),
    Command("related", ("~",), "Related to…", "This actor has to do with another one, and is not it.", JUDGING),
    Command(
        "review",
        ("v",),
        "Review",
        "Two actors that may be one, both sentences, the reasons: answer, and the next question comes.",
        JUDGING,
    ),
    Command(
        "unsure",
        ("i",),
        "In doubt",
        "Nobody can tell from what is here whether these two are one; it is not asked again.",
        JUDGING,
    ),
    Command("reason", ("#",), "Why you judge so", "A word on why, kept with the next verdict.", JUDGING),
    Command(
        "split",
        ("d",),
        "Split off",
        "On an actor's page: what was chosen there becomes an actor of its own, after a look at what hangs on it. "
        "In the review: the sentence under the cursor.",
        JUDGING,
    ),
    Command("kind", ("K",), "Kind…", "Say what sort of actor this is.", JUDGING),
    Command(
        "not_an_actor",
        ("X",),
        "No actor, anywhere",
        "This spelling of this actor names nobody, in any article, now or later.",
        JUDGING,
    ),
    Command(
        "bring_back",
        ("B",),
        "Bring back…",
        "A spelling that was said to name no actor names one again.",
        JUDGING,
    ),
    Command("undo", ("u",), "Undo", "Undo the last change, also after a restart.", JUDGING),
    Command("redo", ("ctrl+r",), "Redo", "Do again what was undone.", JUDGING),
    Command("toggle_read", ("r",), "Read or unread", "Mark the article read or unread.", ARTICLES),
    Command("toggle_star", ("s",), "Star", "Star the article, or take the star off.", ARTICLES),
    Command(
        "edit", ("c",), "Correct title, source or date", "Correct what the source says about the article.", ARTICLES
    ),
    Command(
        "remove",
        ("D", "delete"),
        "Remove the article",
        "Take the article out of the library; undo brings it back.",
        ARTICLES,
    ),
    Command("export", ("e",), "Export", "Write the article, the actor or the filtered articles as Markdown.", ARTICLES),
    Command(
        "copy",
        ("y",),
        "Copy with citation",
        "Copy the selected text, or the sentence of the mention, with its source.",
        ARTICLES,
    ),
    Command(
        "source",
        ("o",),
        "Open the source",
        "The article's own page in the browser; of a file, the message says where it is.",
        ARTICLES,
    ),
    Command("theme", ("T",), "Theme…", "Choose the colours.", TADMOR),
    Command("log", ("L",), "Messages", "The messages that have gone by.", TADMOR),
    Command("help", ("?",), "Keys", "This page.", TADMOR),
    Command("palette", ("ctrl+p",), "Palette", "Every command by name.", TADMOR),
    Command("quit", ("q",), "Quit", "Leave Tadmor; everything is saved already.", TADMOR),
)

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
"""Commands by their id."""

CHORDS: dict[tuple[str, ...], str] = {
    tuple(key.split(" ")): command.id for command in COMMANDS for key in command.keys if " " in key
}
"""Sequences of keys."""

SHEET_COMMANDS = ("move_down", "move_up", "page_down", "page_up", "go_top", "go_bottom", "open", "leave")
"""What works in front of the reading room too, with the same meaning."""

_NAMES = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "comma": ",",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "backspace": "Backspace",
    "delete": "Del",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
}


def key_name(key: str) -> str:
    """A key as a person reads it: `ctrl+p` is Ctrl+p, `pagedown` is PgDn."""
    if key == "+" or " " in key:
        return key
    return "+".join(
        _NAMES.get(part, part.title() if part in ("ctrl", "alt", "shift") else part) for part in key.split("+")
    )


def shown_keys(command: Command) -> tuple[str, ...]:
    """The keys of a command, as a person reads them."""
    return tuple(key_name(key) for key in command.keys)


def bindings(ids: tuple[str, ...] | None = None) -> list[BindingType]:
    """Bindings of all commands, or of some; each runs the screen's `run` action with the command's id."""
    chosen = [command for command in COMMANDS if ids is None or command.id in ids]
    made: list[BindingType] = [
        Binding(key, f"run('{command.id}')", command.title, show=False, id=f"{command.id}:{key}")
        for command in chosen
        for key in command.keys
        if " " not in key
    ]
    firsts = {keys[0] for keys, id in CHORDS.items() if ids is None or id in ids}
    made += [Binding(key, f"chord('{key}')", show=False) for key in sorted(firsts)]
    return made


def groups() -> Iterator[tuple[str, list[Command]]]:
    """Commands under their headings, in order."""
    for group in (MOVING, READING, ACTORS, JUDGING, ARTICLES, TADMOR):
        yield group, [command for command in COMMANDS if command.group == group]


def key_table() -> str:
    """The keys as a Markdown document's body: one table a group; `docs/keys.md` and the README hold it."""
    parts: list[str] = []
    for group, commands in groups():
        rows = [
            f"| {' '.join(f'`{key}`' for key in shown_keys(command)) or 'palette'} | {command.title} | {command.help} |"
            for command in commands
        ]
        parts.append("\n".join([f"### {group}", "", "| Keys | Command | What it does |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"
