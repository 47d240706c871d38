"""Lines that are no part of the story name nobody."""

import pytest

from reader.model import Kind, Mention
from reader.ner.boilerplate import LONGEST, without_boilerplate

STORY = "The harbour was closed on Monday."


def _kept(text: str, name: str = "Thorsen") -> bool:
    start = text.index(name)
    mention = Mention(start, start + len(name), Kind.PERSON, 1.0, "model")
    return bool(without_boilerplate(text, [mention]))


@pytest.mark.parametrize(
    "line",
    [
        "By Ingrid Thorsen",
        "By Ingrid Thorsen and Carlo Bertolli, Harbour Correspondent",
        "Tags: harbours, Thorsen, boats",
        "Follow Ingrid Thorsen on Twitter",
        "Share this with Thorsen",
        "Sign up for the Thorsen newsletter",
        "Photo: Ingrid Thorsen/Reuters",
        "Photo credit: Ingrid Thorsen",
        "© 2016 Thorsen Media Limited",
        "Read more: Thorsen opens the harbour",
        "(Reporting by Ingrid Thorsen; editing by Carlo Bertolli)",
    ],
)
def test_who_only_wrote_or_sells_the_story_is_not_marked(line: str) -> None:
    assert not _kept(f"{line}\n\n{STORY}")
    assert not _kept(f"{STORY}\n\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "By Thorsen standards it was calm.",
        "By Ingrid Thorsen it was never said",
        "Photo: Ingrid Thorsen opens the harbour on Monday.",
        "Share prices of Thorsen fell.",
        "Follow the river to Thorsen.",
        "Related work by Thorsen was praised.",
        "Tagged whales were seen by Thorsen.",
        "Tags: " + "whale, " * LONGEST + "Thorsen",
    ],
)
def test_the_story_itself_is(line: str) -> None:
    assert _kept(f"{line}\n\n{STORY}")


def test_a_byline_stands_at_an_end() -> None:
    body = "\n\n".join([STORY] * 40)
    assert _kept(f"{body}\n\nBy Ingrid Thorsen\n\n{body}")
    assert _kept("By Ingrid Thorsen")
