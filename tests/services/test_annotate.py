"""Annotating documents of other programs: nothing that they may hold alters their text or stops the run."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from reader.model import Kind, Mention, Problem, TadmorError
from reader.services import annotate as annotating
from reader.services.annotate import Bare, annotate, read_documents


class Strict:
    """A recogniser that takes real text only, as the runtime's tokenizer does, and marks every capitalised "Idlib"."""

    name = "strict"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        for text in texts:
            text.encode("utf-8")
        at = [text.find("Idlib") for text in texts]
        return [[Mention(i, i + 5, Kind.PLACE, 0.9, "strict")] if i >= 0 else [] for i in at]


def read(*lines: object, given: bool = False) -> list[Bare | Problem]:
    raw = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(read_documents((line.encode() for line in raw), "in", given=given))


def documents(*lines: object, given: bool = False) -> list[Bare]:
    found = read(*lines, given=given)
    assert all(isinstance(one, Bare) for one in found), found
    return [one for one in found if isinstance(one, Bare)]


def test_half_a_surrogate_pair_keeps_its_place() -> None:
    text = "\ud83d in Idlib \udc00"
    marked = annotate(documents({"title": "\udfff", "text": text}), Strict())[0]
    assert marked["text"] == text
    assert marked["title"] == "\udfff"
    mention = marked["mentions"][0]
    assert text[mention["start"] : mention["end"]] == "Idlib"


def test_what_tadmor_does_not_know_comes_out_as_it_went_in() -> None:
    record = {"id": "a", "text": "Idlib", "date": "2016-03-27", "tags": ["x", {"y": None}]}
    marked = annotate(documents(record), Strict())[0]
    assert {name: marked[name] for name in record} == record
    assert len(marked["mentions"]) == 1


@pytest.mark.parametrize(
    ("said", "kept"),
    [("0.5", 0.5), ("1", 1.0), ("NaN", 1.0), ("1e999", 1.0), ("1" + "0" * 400, 1.0), ("-3", 1.0), ("true", 1.0)],
)
def test_given_confidence_stays_a_number_between_0_and_1(said: str, kept: float) -> None:
    line = f'{{"text": "Idlib", "mentions": [{{"start": 0, "end": 5, "kind": "place", "confidence": {said}}}]}}'
    mention = annotate(documents(line, given=True), None)[0]["mentions"][0]
    assert mention["confidence"] == kept


def test_given_mentions_nested_overlapping_doubled_or_out_of_order_all_come_out_as_given() -> None:
    text = "John Kerry of the University of Damascus in Syria"
    spans = [(44, 49, "state"), (0, 10, "person"), (0, 10, "person"), (18, 40, "organisation"), (32, 49, "place")]
    given = [{"start": start, "end": end, "kind": kind} for start, end, kind in spans]
    marked = annotate(documents({"text": text, "mentions": given}, given=True), None)[0]["mentions"]
    assert [(one["start"], one["end"], one["kind"]) for one in marked] == spans
    assert all(isinstance(one["actor"], str) and one["actor"] for one in marked)
    assert marked[1]["actor"] == marked[2]["actor"]


@pytest.mark.parametrize(
    "mention",
    [
        {"start": -1, "end": 3, "kind": "place"},
        {"start": 2, "end": 2, "kind": "place"},
        {"start": 0, "end": 6, "kind": "place"},
        {"start": 0.0, "end": 5.0, "kind": "place"},
        {"start": 0, "end": 5, "kind": "town"},
        "Idlib",
    ],
)
def test_a_given_mention_that_cannot_be_is_told_with_its_line(mention: object) -> None:
    good = {"text": "Idlib", "mentions": []}
    found = read(good, {"text": "Idlib", "mentions": [mention]}, good, given=True)
    assert [type(one) for one in found] == [Bare, Problem, Bare]
    assert isinstance(found[1], Problem)
    assert found[1].where == "in, line 2"


class Stumbles(Strict):
    """Trips over one text."""

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        if any("too hard" in text for text in texts):
            raise IndexError("\x1b[31mstring index out of range")
        return super().recognise(texts)


def test_a_text_that_the_recogniser_trips_over_costs_no_other() -> None:
    lines = [{"id": at, "text": f"In Idlib, {at}" + (" too hard" if at in (3, 20) else "")} for at in range(30)]
    failed: list[Problem] = []
    marked = annotate(documents(*lines), Stumbles(), failed=failed.append)
    assert [one["id"] for one in marked] == [at for at in range(30) if at not in (3, 20)]
    assert {mention["actor"] for one in marked for mention in one["mentions"]} == {marked[0]["mentions"][0]["actor"]}
    assert [problem.where for problem in failed] == ["in, line 4", "in, line 21"]
    assert all("out of range" in problem.what and "\x1b" not in problem.what for problem in failed)
    with pytest.raises(TadmorError, match=r"in, line 4.*out of range"):
        annotate(documents(*lines), Stumbles())


@pytest.mark.parametrize("step", ["chains_of", "resolve"])
def test_a_text_that_linking_trips_over_costs_no_other(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = getattr(annotating, step)

    def trips(given: Any, *arguments: Any, **options: Any) -> Any:
        held = given.mentions if step == "chains_of" else (given := list(given))
        if any(getattr(one, "kind", None) is Kind.OTHER for one in held):
            raise IndexError("string index out of range")
        return real(given, *arguments, **options)

    monkeypatch.setattr(annotating, step, trips)
    kinds = ["place", "other", "place", "other", "place"]
    lines = [{"text": "Ibexa", "mentions": [{"start": 0, "end": 5, "kind": kind}]} for kind in kinds]
    failed: list[Problem] = []
    marked = annotate(documents(*lines, given=True), None, failed=failed.append)
    assert [one["id"] for one in marked] == ["1", "3", "5"]
    assert len({one["mentions"][0]["actor"] for one in marked}) == 1
    assert [problem.where for problem in failed] == ["in, line 2", "in, line 4"]
