"""Write the parts of the documents that the program itself knows: commands, keys, filter terms.

    python docs/generate.py

Between `<!-- generated: NAME -->` and `<!-- end -->` stands what this script makes; `tests/test_docs.py` compares.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

DOCUMENTS = (
    *(ROOT / f"{name}.md" for name in ("README", "ARCHITECTURE", "CONTRIBUTING")),
    *sorted((ROOT / "docs").glob("*.md")),
)

_PART = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def keys() -> str:
    """Every key of the desk."""
    from reader.tui.commands import key_table

    return key_table()


def terms() -> str:
    """Every term of the filter."""
    from reader.query import TERMS

    rows = [f"| `{term.name}` | {term.meaning} | `{term.example}` |" for term in TERMS]
    return "\n".join(["| Term | Finds articles where | Example |", "|---|---|---|", *rows]) + "\n"


def commands() -> str:
    """Every command and option of the command line."""
    import typer.main

    from reader.cli import app

    root: Any = typer.main.get_command(app)
    parts = ["## tadmor", "", *_options("tadmor", root)]
    for name, command in _walk(root, "tadmor"):
        parts += [f"## {name}", "", f"`{_usage(name, command)}`", "", *_prose(command.help), *_options(name, command)]
    return "\n".join(parts).rstrip() + "\n"


def _walk(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _walk(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def _usage(name: str, command: Any) -> str:
    usage: str = command.get_usage(command.make_context(name, [], resilient_parsing=True))
    return " ".join(usage.removeprefix("Usage: ").split())


def _prose(text: str) -> list[str]:
    return [" ".join(paragraph.split()) + "\n" for paragraph in text.split("\n\n")]


def _options(name: str, command: Any) -> list[str]:
    context = command.make_context(name, [], resilient_parsing=True)
    records = [parameter.get_help_record(context) for parameter in command.params]
    rows = [f"| `{_cell(shown)}` | {_cell(said).replace('<', '&lt;')} |" for shown, said in filter(None, records)]
    return ["| | |", "|---|---|", *rows, ""] if rows else []


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


PARTS: Mapping[str, Any] = {"keys": keys, "terms": terms, "commands": commands}


def renewed(text: str) -> str:
    """A document with its generated parts as the program would write them now."""
    return _PART.sub(lambda part: f"{part[1]}{PARTS[part['name']]()}{part[3]}", text)


if __name__ == "__main__":
    for document in DOCUMENTS:
        document.write_text(renewed(document.read_text("utf-8")), "utf-8")
