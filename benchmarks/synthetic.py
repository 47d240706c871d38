"""Articles made up for measuring speed: the same ones every time, with a news text's spread of words and names.

They are no language; accuracy is measured elsewhere.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

WORDS = 300
"""Words an article, about what a news agency writes."""

VOCABULARY = 30_000
"""Different words."""

PEOPLE = 5_000
"""Different people named; each article names about eight, the well-known far more often."""

LEADING = 20
"""People of whom one stands in each article's first sentence."""

_ONSETS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "gr", "kr", "sh", "th")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_GIVEN = ("Anna", "Boris", "Carla", "David", "Elena", "Farid", "Grace", "Hassan", "Irene", "Jakob", "Karim", "Laila")
_SOURCES = ("Desert Post", "The Levant Wire", "Orontes Review", "Harbour Times", "Northern Courier")


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables))


def articles(number: int) -> Iterator[dict[str, str]]:
    """That many articles, as records of a JSONL file."""
    chance = random.Random(1)
    words = [_word(chance, chance.choice((1, 2, 2, 3))) for _ in range(VOCABULARY)]
    people = [f"{chance.choice(_GIVEN)} {_word(chance, 3).title()}" for _ in range(PEOPLE)]
    # Zipf's law with an exponent of one, as natural text has it.
    word_weights = list(_running(VOCABULARY))
    people_weights = list(_running(PEOPLE))
    for identity in range(number):
        text: list[str] = []
        while len(text) < WORDS:
            sentence = chance.choices(words, cum_weights=word_weights, k=chance.randint(8, 24))
            if not text:
                # The first actor of an article is one that many articles name, so that there is somewhere to jump to.
                sentence[3] = people[identity % LEADING]
            elif chance.random() < 0.5:
                name = chance.choices(people, cum_weights=people_weights)[0]
                sentence[chance.randrange(1, len(sentence))] = name
            sentence[0] = sentence[0].capitalize()
            sentence[-1] += ".\n\n" if chance.random() < 0.2 else "."
            text += sentence
        yield {
            "id": str(identity),
            "title": f"Bulletin {identity}: " + " ".join(chance.choices(words, cum_weights=word_weights, k=6)),
            "source": chance.choice(_SOURCES),
            "date": (date(2015, 1, 1) + timedelta(days=chance.randrange(3_650))).isoformat(),
            "text": " ".join(text).replace("\n\n ", "\n\n"),
        }


def _running(number: int) -> Iterator[float]:
    total = 0.0
    for rank in range(1, number + 1):
        total += 1 / rank
        yield total


def write_jsonl(path: Path, number: int) -> None:
    """Write that many articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in articles(number))


def write_rss(path: Path, number: int) -> None:
    """Write that many articles as one RSS feed, for the feed readers beside us."""
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Made up</title>\n')
        for article in articles(number):
            at = format_datetime(datetime.fromisoformat(article["date"]).replace(tzinfo=UTC))
            file.write(
                f"<item><guid>{article['id']}</guid><title>{escape(article['title'])}</title><pubDate>{at}</pubDate>"
                f"<description>{escape(article['text'])}</description></item>\n"
            )
        file.write("</channel></rss>\n")
