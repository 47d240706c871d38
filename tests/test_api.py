"""The Python API: what `reader` exports, and the examples of its document."""

import ast
import re
import subprocess
import sys
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import reader
from reader.services import Newsroom

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = (ROOT / "docs" / "api.md").read_text("utf-8")

EXPORTED = {
    *("ActorHere", "ActorRow", "AnnotatedMention", "AnnotatedText", "Card", "Comparison", "Evidence", "Field"),
    *("Intake", "Kind", "Listing", "Mention", "Newsroom", "Page", "Problem", "Progress", "QuerySyntaxError", "Quote"),
    *("Recogniser", "Row", "Sign", "Sort", "ShownMention", "Status", "TadmorError", "Verdict", "__version__"),
    *("annotate", "compare", "sentence"),
}
"""What other programs rely on: taking one away breaks them, and one more is kept for good."""

_FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_what_is_exported_is_what_was_promised() -> None:
    assert set(reader.__all__) == EXPORTED
    assert set(reader.__all__) <= set(dir(reader))


def test_what_is_exported_is_documented() -> None:
    table = DOCUMENT.partition("## What is exported")[2]
    names = {name for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert names == EXPORTED


def test_a_name_is_the_same_to_a_type_checker_and_to_python() -> None:
    tree = ast.parse(Path(reader.__file__).read_text("utf-8"))
    typed = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in typed.body if isinstance(node, ast.ImportFrom)]
    declared = {alias.name: str(node.module) for node in imports for alias in node.names}
    assert declared.keys() == EXPORTED - {"__version__"}
    for name, module in declared.items():
        assert getattr(reader, name) is getattr(import_module(module), name)


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'anything'"):
        _ = reader.anything  # type: ignore[attr-defined]


def test_a_name_loads_only_what_it_needs() -> None:
    program = "import sys, reader; reader.Kind; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert {name for name in ended.stdout.split() if name.startswith("reader")} == {"reader", "reader.model"}


def test_every_service_that_is_documented_is_there(tmp_path: Path) -> None:
    documented = set(re.findall(r"room\.(\w+)\.(\w+)", DOCUMENT))
    with Newsroom.open(tmp_path / "library.sqlite") as room:
        assert all(callable(getattr(getattr(room, service), method)) for service, method in documented)


def test_examples_print_what_the_document_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    blocks = [*_FENCED.findall(DOCUMENT), ("", "")]
    for (language, text), (after, said) in pairwise(blocks):
        if language == "python":
            printed = StringIO()
            with redirect_stdout(printed):
                exec(compile(text, "docs/api.md", "exec"), names)
            assert printed.getvalue() == (said if after == "text" else ""), text


def test_a_name_that_is_empty_is_refused() -> None:
    with pytest.raises(reader.TadmorError, match="empty"):
        reader.compare("John Kerry", "\u200b")


def test_comparing_is_the_same_either_way_round() -> None:
    there = reader.compare("Sergei Lavrov", "Sergey Viktorovich Lavrov", reader.Kind.PERSON)
    back = reader.compare("Sergey Viktorovich Lavrov", "Sergei Lavrov", reader.Kind.PERSON)
    assert (there.verdict, there.score) == (back.verdict, back.score)
    assert ("Sergei", "Sergey") in {(one.left, one.right) for one in there.evidence}
    assert ("Sergey", "Sergei") in {(one.left, one.right) for one in back.evidence}


def test_texts_come_back_in_their_order_as_they_were() -> None:
    texts = ["", "Vladimir Putin", "\ud83d Putin spoke.\x07"]
    found = reader.annotate(iter(texts), recogniser="dictionary")
    assert [one.text for one in found] == texts
    spelt = [[one.text[mention.start : mention.end] for mention in one.mentions] for one in found]
    assert spelt[:2] == [[], ["Vladimir Putin"]]
    assert {mention.name for one in found for mention in one.mentions} == {"Vladimir Putin"}
