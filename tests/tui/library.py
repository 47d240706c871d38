"""Small libraries of our own articles, read by a recogniser that knows their names."""

import re
from collections.abc import Sequence

from reader.library.articles import put
from reader.model import Incoming, Kind, Mention, Origin
from reader.services import Newsroom

Article = tuple[str, str, str, str]
"""Title, source, date, text."""

NAMES = {
    "John Kerry": Kind.PERSON,
    "Kerry": Kind.PERSON,
    "Sergey Lavrov": Kind.PERSON,
    "Lavrov": Kind.PERSON,
    "Islamic State": Kind.ARMED_GROUP,
    "ISIS": Kind.ARMED_GROUP,
    "Russia": Kind.STATE,
    "Syria": Kind.STATE,
    "Palmyra": Kind.PLACE,
    "Tadmor Festival": Kind.OTHER,
    "Tadmor": Kind.PLACE,
    "Moscow": Kind.PLACE,
    "United Nations": Kind.ORGANISATION,
    "UN": Kind.ORGANISATION,
    "Kurds": Kind.GROUP,
    "Khneifes": Kind.PLACE,
    "Khneifis": Kind.PLACE,
    "al-Qusor": Kind.PLACE,
    "al-Qussour": Kind.PLACE,
    "Zawbaa": Kind.PLACE,
    "Zoubaa": Kind.PLACE,
}

ARTICLES: Sequence[Article] = (
    (
        "Soldiers walk back into Palmyra",
        "Desert Post",
        "2016-03-27",
        "Soldiers walked back into Palmyra on Sunday, ten months after Islamic State had taken the oasis.\n\n"
        'In Moscow, John Kerry said the talks had gone further than anybody expected. "Russia can help," Kerry told '
        "reporters.\n\n"
        "## What stands\n\n"
        "- The theatre and most of the colonnade\n"
        "- The castle on its hill, though its gate is rubble\n\n"
        "> We counted the columns at dawn, and then we counted them again.\n\n"
        "A UN team is to visit Tadmor, as its people call the city, before the summer. The United Nations has asked "
        "Syria for leave.",
    ),
    (
        "Lavrov and Kerry meet again",
        "The Levant Wire",
        "2016-03-26",
        "Sergey Lavrov received John Kerry for four hours. Lavrov spoke of a window; Kerry spoke of a door.\n\n"
        "Neither Russia nor its guests would say what was agreed in Moscow.",
    ),
    (
        "The museum counts its losses",
        "Orontes Review",
        "2016-04-02",
        "Of the statues that stood in the museum of Palmyra, a third are whole.\n\n"
        "ISIS had used the cellar as a court. The Kurds of the north have offered masons.",
    ),
)
"""What most tests read; the newest is the third."""

DOUBTFUL: Sequence[Article] = (
    ("Dawn", "Desert Post", "2016-05-01", "Shells fell on Khneifes at dawn. The bakery of Khneifes is shut."),
    ("A convoy", "The Levant Wire", "2016-05-02", "A convoy reached Khneifis on Monday. Syria thanked the drivers."),
    ("Buses", "Orontes Review", "2016-05-03", "Buses left al-Qusor at noon for Zawbaa, somebody said."),
    ("Bread", "Desert Post", "2016-05-04", "The bakery of al-Qussour opened again. So did the school of al-Qussour."),
    ("A letter", "The Levant Wire", "2016-05-05", "The Kurds wrote a letter from Zawbaa."),
    ("No letter", "Orontes Review", "2016-05-06", "Nobody in Zoubaa knew of it."),
)
"""Pairs of names that may be one."""


class Names:
    """Recognises the names of `NAMES`, the longest first."""

    name = "names"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """The mentions of each text."""
        pattern = re.compile("|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)))
        return [
            [Mention(m.start(), m.end(), NAMES[m.group()], 0.98, self.name) for m in pattern.finditer(text)]
            for text in texts
        ]


def fill(newsroom: Newsroom, articles: Sequence[Article]) -> None:
    """Add articles and link them; their numbers are in their order."""
    with newsroom.library.write() as db:
        for at, (title, source, date, text) in enumerate(articles, 1):
            origin, url = Origin(f"/articles/{at}.md"), f"https://example.org/{at}"
            put(db, Incoming(origin, title, text, source=source, date=date, url=url, language="en"))
    newsroom.analysis.run()
