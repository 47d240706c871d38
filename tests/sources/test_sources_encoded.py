"""What decodes is no text for that."""

import base64
from pathlib import Path

import pytest

from reader.model import Incoming, PassedOver, Problem
from reader.sources import read

STORY = "The council of Bree closed the old bridge on Tuesday. "
NO_TEXTS = {
    "message": "From: a@x.example\nSubject: Bridge\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--x\n\nHello",
    "archive": "WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>",
    "data": base64.encodebytes(STORY.encode() * 20).decode(),
    "program": "!function(a,b){var c=a.d;return c&&c(b)||{}}(window,1);" * 20,
}


@pytest.mark.parametrize("kind", NO_TEXTS)
def test_what_only_decodes_is_counted_in_a_folder_and_refused_by_name(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "a.dat"
    file.write_text(NO_TEXTS[kind], encoding="utf-8")
    (passed,) = read([tmp_path])
    assert isinstance(passed, PassedOver)
    assert passed.kind == ".dat"
    (refused,) = read([file])
    assert isinstance(refused, Problem)
    assert passed.why in refused.what


@pytest.mark.parametrize("text", [STORY, STORY * 200, "From: the editor\n\nDear all, hello.", "Function follows form."])
def test_what_somebody_wrote_is_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (article,) = read([tmp_path])
    assert isinstance(article, Incoming)


def test_what_a_folder_holds_besides_is_counted_by_kind_and_reason(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print()")
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\0")
    assert [*read([tmp_path])] == [PassedOver(".py", "no article by its name"), PassedOver(".jpg", "no text file")]
