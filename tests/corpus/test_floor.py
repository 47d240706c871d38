"""Recognition and linking on the sample corpus, held to a floor: what a new user sees first must be right."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from reader.model import Kind
from reader.ner import load
from reader.services.annotate import Bare, annotate
from reader.services.dictionaries import builtin_dictionary

GOLD = Path(__file__).parents[2] / "corpus" / ".gold" / "gold.jsonl"
SCORED = {Kind.PERSON, Kind.ORGANISATION, Kind.PLACE}

Span = tuple[str, int, int]


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def found(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    documents = [Bare(id=record["id"], text=record["text"], title=record["title"]) for record in gold]
    return annotate(documents, load(dictionary=builtin_dictionary()), builtin_dictionary())


def spans(documents: list[dict[str, Any]]) -> dict[Span, tuple[str, str]]:
    """Every scored mention: where it stands, and its folded kind and actor."""
    return {
        (document["id"], mention["start"], mention["end"]): (kind, mention["actor"])
        for document in documents
        for mention in document["mentions"]
        if (kind := Kind(mention["kind"]).folded) in SCORED
    }


def f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted)


def test_actors_are_found_with_their_kind(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    wanted, have = spans(gold), spans(found)
    right = sum(1 for span, (kind, _) in wanted.items() if span in have and have[span][0] == kind)
    assert f1(right, len(have), len(wanted)) >= 0.85


def test_mentions_are_linked_to_the_right_actor(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    """Of the mentions found, pairs of one actor: how many that we join are right, and how many of theirs we join."""
    wanted, have = spans(gold), spans(found)
    both = sorted(wanted.keys() & have.keys())
    theirs: dict[str, set[Span]] = defaultdict(set)
    ours: dict[str, set[Span]] = defaultdict(set)
    for span in both:
        theirs[wanted[span][1]].add(span)
        ours[have[span][1]].add(span)

    def share(of: dict[str, set[Span]], actor: int, other: dict[Span, tuple[str, str]]) -> float:
        """B-cubed: for each mention, how much of its group is of its own actor."""
        total = 0.0
        for group in of.values():
            names = [other[span][actor] for span in group]
            total += sum(names.count(name) / len(names) for name in names)
        return total / len(both)

    precision, recall = share(ours, 1, wanted), share(theirs, 1, have)
    assert 2 * precision * recall / (precision + recall) >= 0.9
