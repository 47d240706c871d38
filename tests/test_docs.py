"""The documents say what the program does: every command, key and filter term, and links that lead somewhere."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from docs.generate import DOCUMENTS, ROOT, renewed
from reader.cli import app
from reader.config import LIBRARY_VARIABLE
from reader.desk.commands import COMMANDS
from reader.names.formats import read_tsv, read_yaml, sorted_out
from reader.query import TERMS, parse

_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_generated_parts_are_what_the_program_says(document: Path) -> None:
    text = document.read_text("utf-8")
    assert text == renewed(text), "run: python docs/generate.py"


@pytest.mark.parametrize(
    ("document", "part"), [("docs/commands.md", "commands"), ("docs/keys.md", "keys"), ("docs/filter.md", "terms")]
)
def test_the_documents_have_the_generated_parts(document: str, part: str) -> None:
    assert f"<!-- generated: {part} -->" in text_of(document)


def test_every_command_of_the_command_line_is_documented() -> None:
    root: Any = typer.main.get_command(app)
    headings = set(_HEADING.findall(text_of("docs/commands.md")))
    assert {f"tadmor {name}" for name, command in root.commands.items() if not hasattr(command, "commands")} <= headings
    assert {"tadmor dictionary add", "tadmor dictionary list", "tadmor dictionary remove"} <= headings


def test_every_command_of_the_desk_is_documented() -> None:
    keys = text_of("docs/keys.md")
    assert [command.id for command in COMMANDS if f"| {command.title} |" not in keys] == []


def test_examples_of_filter_terms_can_be_read() -> None:
    assert all(len(parse(term.example).terms) == 1 for term in TERMS)


def test_example_dictionaries_can_be_read() -> None:
    tsv, yaml = re.findall(r"```(?:tsv|yaml)\n(.*?)```", text_of("docs/dictionary.md"), re.DOTALL)
    listed, problems = sorted_out(read_tsv(tsv.splitlines(), "example.tsv"))
    keyed, more_problems = sorted_out(read_yaml(yaml, "example.yaml"))
    assert [entry.id for entry in listed] == [entry.id for entry in keyed] == ["desert-hawks", "orontes-relief"]
    assert not problems + more_problems


def test_settings_are_documented() -> None:
    assert LIBRARY_VARIABLE in text_of("README.md")
    assert "NO_COLOR" in text_of("README.md")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_that_are_there(document: Path) -> None:
    targets = _LINK.findall(document.read_text("utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_readme_starts_with_the_two_commands() -> None:
    assert re.findall(r"^make \w+", text_of("README.md"), re.MULTILINE)[:2] == ["make read", "make test"]
