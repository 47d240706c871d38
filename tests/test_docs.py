"""The documents say what the program does: every command, key and filter term, and links that lead somewhere."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from docs.generate import DOCUMENTS, ROOT, renewed
from reader import logs
from reader.cli import app
from reader.config import LIBRARY_VARIABLE
from reader.model import Kind
from reader.names import blocking, word_blocks
from reader.names.formats import Format, ReadOptions, guess, read, sorted_out
from reader.names.likeness import Change
from reader.query import TERMS, Query, parse
from reader.services import settling
from reader.services.dictionaries import builtin_dictionary
from reader.services.judgement_format import from_row, to_line
from reader.services.nomenklatura_import import Edge, edges
from reader.tui.commands import COMMANDS

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
    groups = {f"tadmor {group} {name}" for group, sub in root.commands.items() for name in getattr(sub, "commands", ())}
    assert {"tadmor dictionary check", "tadmor judgements import"} <= groups <= headings


def test_every_command_of_the_desk_is_documented() -> None:
    keys = text_of("docs/keys.md")
    assert [command.id for command in COMMANDS if f"| {command.title} |" not in keys] == []


def test_examples_of_filter_terms_can_be_read() -> None:
    assert all(parse(term.example) != Query() for term in TERMS)


def examples(document: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text_of(document), re.DOTALL)


@pytest.mark.parametrize("how", Format)
def test_example_dictionaries_can_be_read(how: Format) -> None:
    (text,) = examples("docs/dictionary.md", how.value)
    mapping = {"id": ["Ref"], "name": ["Title"], "names": ["Also known as"], "kind": ["Type"]}
    options = ReadOptions(how, mapping, separator=",")
    lines = text.splitlines(keepends=True)
    entries, problems = sorted_out(read(lines, "example", how, options, builtin_dictionary()))
    assert not problems
    held = {entry.name: entry for entry in entries}
    if how is Format.FTM:
        assert held["Salim Haddad"].related == ("state:sy", "ftm-2")
        assert held["Northern Shield"].kind is Kind.ARMED_GROUP
    elif how is Format.PETRARCH:
        assert held["Syria"].demonyms == ("Syrian",)
        assert set(held) == {"Syria", "Bashar al-Assad", "Assad Regime", "Northern Shield Brigade"}
    else:
        assert set(held) == {"Desert Hawks", "Orontes Relief"}
    assert guess("", lines) is how or how in (Format.YAML, Format.CSV)


def test_example_judgements_are_as_they_would_be_written() -> None:
    (text,) = examples("docs/judgements.md", "jsonl")
    assert text == "".join(sorted(to_line(from_row(json.loads(line))) for line in text.splitlines()))
    (text,) = examples("docs/judgements.md", "resolver")
    found = list(edges(text.splitlines(), "example"))
    assert [edge.verdict for edge in found if isinstance(edge, Edge)] == ["same", "same", "different"]


def test_settings_are_documented() -> None:
    assert LIBRARY_VARIABLE in text_of("README.md")
    assert "NO_COLOR" in text_of("README.md")
    for document in ("README.md", "docs/commands.md"):
        assert {logs.FILE_VARIABLE, logs.LEVEL_VARIABLE} <= set(re.findall(r"TADMOR_\w+", text_of(document)))
    assert all(f"`{level}`" in text_of("README.md") for level in logs.LEVELS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_that_are_there(document: Path) -> None:
    targets = _LINK.findall(document.read_text("utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_readme_starts_with_the_two_commands() -> None:
    assert re.findall(r"^make \w+", text_of("README.md"), re.MULTILINE)[:2] == ["make read", "make test"]


def test_every_change_between_two_words_is_explained() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", text_of("docs/names.md"), re.MULTILINE)
    assert sorted(rows) == sorted(Change)


def test_the_bounds_of_linking_are_those_of_the_code() -> None:
    text = " ".join(text_of("docs/scale.md").split())
    letters = {3: "three", 5: "five", 6: "six", 11: "eleven"}
    assert f"from {letters[word_blocks.SURE]} letters on" in text
    assert f"two from {letters[word_blocks.TWICE]} letters, three from {letters[word_blocks.THRICE]}" in text
    assert f"the first {letters[blocking.TELLING // 2]} and the last {letters[blocking.TELLING // 2]}" in text
    assert f"touches more than {settling.MOST:,} nodes" in text
