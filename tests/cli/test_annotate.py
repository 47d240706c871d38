"""`annotate`: how other programs use Tadmor without a library."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from reader import ner
from reader.model import Mention

from .conftest import Run
from .test_commands import Names


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Names())


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_documents_come_out_marked_and_linked(run: Run, tmp_path: Path) -> None:
    text = "\ufeff  Ban Ki-moon\r\n\x00 came. 🙂 Ban said so."
    documents = [{"id": "a", "title": "T", "text": text}, {"id": 7, "text": "In Geneva, Ban Ki-moon left."}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(d) + "\n\n" for d in documents), encoding="utf-8")
    ended = run("annotate", "in.jsonl")
    assert (ended.status, ended.err) == (0, "")
    first, second = lines(ended.out)
    assert (first["id"], first["title"], first["text"]) == ("a", "T", text)
    assert second["id"] == 7
    found = [(text[m["start"] : m["end"]], m["kind"]) for m in first["mentions"]]
    assert found == [("Ban Ki-moon", "person"), ("Ban", "person")]
    actors = {m["actor"] for m in first["mentions"]} | {second["mentions"][1]["actor"]}
    assert len(actors) == 1
    assert isinstance(actors.pop(), str)
    assert second["mentions"][0]["actor"] != second["mentions"][1]["actor"]
    assert not (tmp_path / "library.sqlite").exists()


def test_given_mentions_keep_spans_and_kinds(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given = [{"start": 0, "end": 4, "kind": "armed group"}, {"start": 9, "end": 13, "kind": "armed group"}]
    document = json.dumps({"id": "x", "text": "Hawk and Hawk.", "mentions": given}) + "\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(document.encode())))
    marked = lines(run("annotate", "--mentions", "given").out)[0]["mentions"]
    assert [{key: mention[key] for key in ("start", "end", "kind")} for mention in marked] == given
    assert marked[0]["actor"] == marked[1]["actor"]


def test_a_bad_line_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    bad = ["{", "[]", '{"id": "x"}', '{"text": 3}', '{"id": "ok", "text": "Geneva"}']
    (tmp_path / "in.jsonl").write_text("\n".join(bad), encoding="utf-8")
    ended = run("annotate", "in.jsonl", "--to", "out.jsonl")
    assert ended.status == 1
    assert [f"in.jsonl, line {number}" in ended.err for number in range(1, 6)] == [True] * 4 + [False]
    written = lines((tmp_path / "out.jsonl").read_text("utf-8"))
    assert [document["id"] for document in written] == ["ok"]


def test_a_line_that_the_program_trips_over_is_named_and_the_rest_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stumbles(Names):
        def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
            if "Damascus" in texts:
                raise IndexError("string index out of range")
            return super().recognise(texts)

    monkeypatch.setattr(ner, "load", lambda *arguments, **options: Stumbles())
    texts = "".join(json.dumps({"id": text, "text": text}) + "\n" for text in ("Geneva", "Damascus", "Syria"))
    (tmp_path / "in.jsonl").write_text(texts, encoding="utf-8")
    ended = run("annotate", "in.jsonl")
    assert ended.status == 1
    assert ended.err.startswith("in.jsonl, line 2: no actors could be recognised in it (IndexError: string index")
    assert [one["id"] for one in lines(ended.out)] == ["Geneva", "Syria"]


def test_half_a_surrogate_pair_goes_through(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "1", "text": "\\ud83d Geneva"}\n', encoding="utf-8")
    marked = lines(run("annotate", "in.jsonl").out)[0]
    assert marked["text"] == "\ud83d Geneva"


def test_no_documents_are_no_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("", encoding="utf-8")
    assert run("annotate", "in.jsonl") == run("annotate", "in.jsonl", "--mentions", "given")
    assert run("annotate", "in.jsonl").status == 0


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    ended = run("annotate", "nowhere.jsonl")
    assert ended.status == 1
    assert ended.err.startswith("nowhere.jsonl cannot be read")
