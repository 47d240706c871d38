"""ARCHITECTURE.md says where things are: every file that it names is there, and defines what is said of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = (ROOT / "ARCHITECTURE.md").read_text("utf-8")

_PATH = re.compile(r"\b(?:benchmarks|corpus|docs|reader|styles|tests|training)/[\w./-]*\w|\b(?:reader|styles)/(?=\s)")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = DOCUMENT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def defined(tree: ast.AST, within: str = "") -> Iterator[str]:
    """The functions and classes of a module, those inside a class under its name."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield within + node.name
            if isinstance(node, ast.ClassDef):
                yield from defined(node, f"{within}{node.name}.")


def test_every_file_that_is_named_is_there() -> None:
    named = set(_PATH.findall(DOCUMENT))
    assert len(named) > 60
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_the_way_of_an_article_leads_through_what_is_there() -> None:
    way = rows("The way of an article, from bytes to `]`")
    assert len(way) > 15
    for _, name, file in way:
        names = set(defined(ast.parse((ROOT / file.strip("`")).read_text("utf-8"))))
        assert name.strip("`") in names, f"{file} defines no {name}"


def test_every_room_is_in_the_picture() -> None:
    picture = DOCUMENT.partition("```\n")[2].partition("```")[0]
    rooms = {path.parent.name for path in (ROOT / "reader").glob("*/__init__.py")}
    grounds = {path.name for path in (ROOT / "reader").glob("*.py") if not path.name.startswith("__")}
    assert set(re.findall(r"reader/(\w+)/", picture)) == rooms
    assert set(re.findall(r"reader/(\w+\.py)", picture)) == grounds


def test_there_is_a_place_for_most_changes() -> None:
    places = rows("To change something")
    assert len(places) >= 15
    assert all(change and place for change, place, _ in places)
