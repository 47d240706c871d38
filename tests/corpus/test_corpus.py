"""The sample corpus keeps its own promises: front matter, lengths, and gold marks that fit the texts."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reader.model import Incoming
from reader.sources import files

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLES = sorted(CORPUS.glob("[0-9]*.md"))
KINDS = {"person", "organisation", "armed group", "state", "place", "group", "other"}
NATIONALITY = "group"


def _split(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body, the body as the gold defines it: verbatim but for the blank lines around it."""
    opening, header, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    front = yaml.safe_load(header)
    assert isinstance(front, dict)
    return front, body.strip("\n")


@pytest.fixture(scope="module")
def gold() -> dict[str, dict[str, Any]]:
    lines = (CORPUS / ".gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    by_id = {document["id"]: document for document in documents}
    assert len(by_id) == len(documents), "an article has two lines of gold"
    return by_id


def test_there_is_enough_to_read_and_all_of_it_is_marked(gold: dict[str, dict[str, Any]]) -> None:
    assert len(ARTICLES) >= 40
    assert set(gold) == {path.name for path in ARTICLES}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_front_matter_and_length(path: Path) -> None:
    front, body = _split(path)
    assert (
        {"title", "source", "date", "url", "lang"} <= set(front) <= {"title", "source", "date", "author", "url", "lang"}
    )
    assert isinstance(front["date"], date)
    assert path.name.startswith(front["date"].isoformat() + "-")
    assert front["url"].startswith("https://example.org/")
    assert front["lang"] == "en"
    assert 150 <= len(body.split()) <= 600


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_gold_fits_the_article(path: Path, gold: dict[str, dict[str, Any]]) -> None:
    front, body = _split(path)
    document = gold[path.name]
    assert document["title"] == front["title"]
    assert document["text"] == body
    assert document["mentions"], "an article without actors is no use here"
    previous_end = 0
    for mention in document["mentions"]:
        start, end = mention["start"], mention["end"]
        assert previous_end <= start < end <= len(body), (
            "mentions come in order, not empty, not overlapping, inside the text"
        )
        previous_end = end
        surface = body[start:end]
        assert surface == surface.strip()
        assert not surface.lower().startswith("the ")
        assert not surface.endswith(("'s", "\u2019s"))
        cuts_a_word = any(at > 0 and body[at - 1 : at + 1].isalnum() and at < len(body) for at in (start, end))
        assert not cuts_a_word, surface
        assert mention["kind"] in KINDS
        assert mention["actor"]
        assert mention["actor"] == mention["actor"].strip()


def test_an_actor_has_one_kind_apart_from_nationalities(gold: dict[str, dict[str, Any]]) -> None:
    kinds: dict[str, set[str]] = {}
    for document in gold.values():
        for mention in document["mentions"]:
            kinds.setdefault(mention["actor"], set()).add(mention["kind"])
    torn = {actor: found for actor, found in kinds.items() if len(found - {NATIONALITY}) > 1}
    assert not torn


def test_articles_lead_to_one_another(gold: dict[str, dict[str, Any]]) -> None:
    """Whatever one opens first, some actor other than the country itself must lead on."""
    homes: dict[str, set[str]] = {}
    for name, document in gold.items():
        for mention in document["mentions"]:
            homes.setdefault(mention["actor"], set()).add(name)
    for name, document in gold.items():
        leads = {m["actor"] for m in document["mentions"] if len(homes[m["actor"]]) > 1} - {"Syria"}
        assert len(leads) >= 3, name


def test_the_reader_meets_the_articles_as_they_are_marked(gold: dict[str, dict[str, Any]]) -> None:
    """Whoever reads the folder gets each article once, nothing else, and the very text that the offsets count in."""
    read = list(files.read([CORPUS]))
    articles = [incoming for incoming in read if isinstance(incoming, Incoming)]
    assert len(articles) == len(read)
    assert {Path(article.origin.location).name: article.body for article in articles} == {
        name: document["text"] for name, document in gold.items()
    }
    assert len(articles) == len(gold)
    assert all(article.title and article.source and article.url for article in articles)
    assert not any(article.date_guessed for article in articles)
