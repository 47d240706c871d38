"""The floors, as a running program shows them: what a command loads, and what a file may hold."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

RUNTIME = {"numpy", "onnxruntime"}
"""What the recogniser runs on."""

HEAVY = RUNTIME | {"textual", "trafilatura", "rapidfuzz", "rich", "pydantic", "sqlite3"}
"""What no command may load before it needs it."""

ARTICLE = "# Talks resume\n\nThe envoy went back to Geneva on Monday, his office said.\n"

PROBE = """
import atexit, sys
from pathlib import Path

loaded = Path(sys.argv.pop(1))
atexit.register(lambda: loaded.write_text("\\n".join(sys.modules)))
sys.argv[0] = "tadmor"
from reader.cli import main

main()
"""


def loaded_by(tmp_path: Path, *arguments: str, status: int = 0) -> set[str]:
    """Names of the top-level packages that a command has loaded when it ends."""
    record = tmp_path / "loaded"
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, str(record), *arguments],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == status, ended.stderr
    return {name.partition(".")[0] for name in record.read_text().splitlines()}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("floors")
    (folder / "talks.md").write_text(ARTICLE, encoding="utf-8")
    path = folder / "library.sqlite"
    loaded_by(folder, "--library", str(path), "add", "--later", "talks.md")
    return path


def test_the_package_itself_is_light(tmp_path: Path) -> None:
    program = "import sys; before = set(sys.modules); import reader; print(*(set(sys.modules) - before))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert set(ended.stdout.split()) == {"reader"}


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_loads_nothing_heavy(tmp_path: Path, argument: str) -> None:
    assert not loaded_by(tmp_path, argument) & HEAVY


def test_the_list_loads_neither_textual_nor_the_recogniser(tmp_path: Path, library: Path) -> None:
    loaded = loaded_by(tmp_path, "--library", str(library), "list")
    assert not loaded & (RUNTIME | {"textual", "trafilatura"})


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "--later", "talks.md"],
        ["search", "geneva"],
        ["show", "1"],
        ["actors"],
        ["why", "Kofi Annan", "Annan"],
        ["undo"],
        ["export", "--article", "1"],
        ["relink"],
        ["dictionary", "list"],
        ["doctor"],
        ["annotate", "--mentions", "given"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_command_but_the_desk_loads_what_it_does_not_need(
    tmp_path: Path, library: Path, arguments: list[str]
) -> None:
    (tmp_path / "talks.md").write_text(ARTICLE, encoding="utf-8")
    loaded = loaded_by(tmp_path, "--library", str(library), *arguments)
    # What tells the language of a text, for new ones, computes with numpy.
    needed = {"numpy"} if arguments[0] == "add" else set()
    assert not loaded & (RUNTIME - needed | {"textual", "pydantic"})


def test_the_grammar_of_filters_is_made_for_a_filter_only(tmp_path: Path, library: Path) -> None:
    for arguments in (["list"], ["actors"], ["show", "1"], ["why", "Kofi Annan", "Annan"]):
        assert "lark" not in loaded_by(tmp_path, "--library", str(library), *arguments)
    assert "lark" in loaded_by(tmp_path, "--library", str(library), "list", "geneva")


def test_adding_what_is_there_already_loads_what_tells_languages_no_more(tmp_path: Path) -> None:
    (tmp_path / "talks.md").write_text(ARTICLE, encoding="utf-8")
    arguments = ("--library", "library.sqlite", "add", "--later", "talks.md")
    assert "py3langid" in loaded_by(tmp_path, *arguments)
    assert not loaded_by(tmp_path, *arguments) & (RUNTIME | {"textual", "pydantic", "py3langid"})


def test_no_file_is_too_long_to_read() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "reader").rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 500
    }
    assert not long


SELF_EVIDENT = {0.0, 1.0}
"""Nothing and all; any other number was chosen by somebody, who has to say how."""


def bare_numbers(source: str) -> Iterator[tuple[int, float]]:
    """Line and value of the fractions that have no name: that stand in no assignment of the module itself."""
    for statement in ast.parse(source).body:
        if not isinstance(statement, ast.Assign | ast.AnnAssign):
            for node in ast.walk(statement):
                if isinstance(node, ast.Constant) and isinstance(node.value, float) and node.value not in SELF_EVIDENT:
                    yield node.lineno, node.value


def test_a_number_without_a_name_is_found() -> None:
    source = """
LIKELY = 0.9

def f(x, y=0.25):
    return max(0.0, 1.0 - 0.75 * x)

class C:
    share: float = 0.5
"""
    assert list(bare_numbers(source)) == [(4, 0.25), (5, 0.75), (8, 0.5)]


@pytest.mark.parametrize("room", ["linking", "names"])
def test_what_decides_about_names_has_a_name_and_a_source(room: str) -> None:
    bare = {
        str(path.relative_to(ROOT)): found
        for path in (ROOT / "reader" / room).rglob("*.py")
        if (found := list(bare_numbers(path.read_text("utf-8"))))
    }
    assert not bare
