"""Five articles of made-up names, and the ways to ask who they are."""

import re
from collections.abc import Sequence
from pathlib import Path

from reader.model import Field, Kind, Mention
from reader.services import ActorRow, Newsroom

NAMES = {
    "Lena Brandt": Kind.PERSON,
    "Brandt": Kind.PERSON,
    "Jonas Vogel": Kind.PERSON,
    "J. Vogel": Kind.PERSON,
    "Ruslan Khasanov": Kind.PERSON,
    "Rouslan Khassanov": Kind.PERSON,
    "Orontes Relief": Kind.ORGANISATION,
    "Daesh": Kind.ARMED_GROUP,
    "Islamic State": Kind.ARMED_GROUP,
    "Homs": Kind.PLACE,
    "Marienfeld": Kind.PLACE,
}
TEXTS = [
    "Lena Brandt came to Marienfeld. Brandt met Jonas Vogel there, of Orontes Relief.",
    "Jonas Vogel wrote from Homs that Daesh had left. Islamic State said nothing, and Daesh even less.",
    "Ruslan Khasanov and Lena Brandt spoke in Marienfeld. Brandt went on to Homs.",
    "Rouslan Khassanov was seen with J. Vogel. Orontes Relief denied it.",
    "Islamic State was driven out of Homs, Lena Brandt wrote.",
]


class Names:
    """Recognises the names of `NAMES`, the longest first."""

    name = "names"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        pattern = re.compile("|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)))
        return [
            [Mention(m.start(), m.end(), NAMES[m.group()], 0.95, self.name) for m in pattern.finditer(text)]
            for text in texts
        ]


def fill(room: Newsroom, folder: Path, order: Sequence[int] = range(len(TEXTS))) -> None:
    """Add the articles, one import each, and link them."""
    folder.mkdir(exist_ok=True)
    for number in order:
        file = folder / f"article-{number}.md"
        file.write_text(f"# Report {number}\n\n{TEXTS[number]}\n", encoding="utf-8")
        room.articles.add([file])
    room.analysis.run()


def spelt(room: Newsroom, spelling: str) -> ActorRow:
    """The actor with a spelling; the one of which it is the only one, where there are several."""
    found = [one for one in room.actors.search(limit=None) if spelling in dict(one.spellings)]
    return min(found, key=lambda one: len(one.spellings))


def partition(room: Newsroom) -> set[tuple[str, Kind, tuple[tuple[str, int], ...]]]:
    """Every actor as a person sees it, without its number."""
    return {(one.name, one.kind, one.spellings) for one in room.actors.search(limit=None)}


def groups(room: Newsroom) -> set[frozenset[tuple[str, Field, int]]]:
    """Which mentions are one actor, by article title and place."""
    by_actor: dict[int, set[tuple[str, Field, int]]] = {}
    listing = room.articles.listing()
    for row in listing.rows(0, listing.total):
        page = room.articles.page(row.id)
        assert page is not None
        for spot in page.spots:
            by_actor.setdefault(spot.actor, set()).add((page.title, spot.field, spot.start))
    return set(map(frozenset, by_actor.values()))


def mention(room: Newsroom, title: str, spelling: str) -> int:
    """The first mention of a spelling in an article."""
    listing = room.articles.listing()
    for row in listing.rows(0, listing.total):
        page = room.articles.page(row.id)
        if page is not None and page.title == title:
            return next(s.id for s in page.spots if page.body[s.start : s.end] == spelling)
    raise AssertionError(title)
