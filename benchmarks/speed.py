"""How fast Tadmor is here: import, start to first list, key to screen in a real pseudo-terminal; newsboat beside it.

    python benchmarks/speed.py                        # 1,000 and 100,000 articles; some minutes
    python benchmarks/speed.py --articles 1000        # less

Articles are made up (`benchmarks/synthetic.py`), the same ones every time. The large libraries are recognised by a
stand-in that takes capitalised pairs for people, since what is measured there is the desk and not the recogniser; the
rate "recognised and linked" is the recogniser's own. Below it stands where the time goes: `PARTS`, and the rest.
A time is the median on the clock and, after the stroke, the processor time.
"""

import argparse
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.synthetic import write_jsonl, write_rss
from benchmarks.terminal import Answer, Terminal
from reader import ner
from reader.model import Kind, Mention
from reader.services import Newsroom, recognising
from reader.services.linking import Linker
from reader.services.recognisers import Recognisers

MARKER = "Bulletin"
"""Stands in every made-up title, so that the first list is seen when it is there."""

LARGE, MANY, FEW = 10_000, 100, 4
"""In libraries of more than `LARGE` articles the stand-in takes `FEW` actors from each, not `MANY`: linking all of them
is measured by the smaller one, and would take the larger one most of an hour.
"""

STARTS = 5
"""Times that a program is started; the median counts."""

TADMOR_KEYS = (
    ("j", "next article", 30),
    ("pgdn", "page down the list", 10),
    ("end", "end of the list", 3),
    ("home", "top of the list", 3),
    ("enter", "open an article", 1),
    ("n", "first mention", 1),
    ("[", "previous article with this actor", 10),
    ("n", "next mention", 3),
    ("/", "filter line", 1),
    ("shoufi", "search a frequent word", 1),
)
"""Key, what it does at the desk, how often it is pressed."""

NEWSBOAT_KEYS = (
    ("enter", "open the feed", 1),
    ("j", "next article", 30),
    ("pgdn", "page down the list", 10),
    ("enter", "open an article", 1),
)


def tadmor(library: Path, *arguments: str) -> list[str]:
    """The command line of this checkout on that library."""
    return [sys.executable, "-m", "reader", "--library", str(library), *arguments]


class Capitals:
    """A recogniser that takes two capitalised words in a row for a person: instant, and enough to jump between."""

    name = "capitals"
    _pair = re.compile(r"(?<!^)(?<![.] )\b[A-Z][a-z]+ [A-Z][a-z]+\b")

    def __init__(self, most: int) -> None:
        """`most`: pairs taken from one text."""
        self._most = most

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """The pairs in each text."""
        return [
            [
                Mention(pair.start(), pair.end(), Kind.PERSON, 0.9, "model")
                for pair in islice(self._pair.finditer(text), self._most)
            ]
            for text in texts
        ]


def stand_in(library: Path, number: int) -> Mapping[str, Answer]:
    """Recognise and link a library with the stand-in; see `in_parts`."""
    ner.load = lambda *arguments, **options: Capitals(MANY if number <= LARGE else FEW)
    return in_parts(library)


PARTS: Sequence[tuple[str, object, str]] = (
    ("recogniser loaded", Recognisers, "load"),
    ("mentions found", recognising, "recognise_documents"),
    ("chains made", recognising, "chains_of"),
    ("chains stored", recognising, "store_analysis"),
    ("chains entered into nodes", Linker, "enter"),
    ("pieces linked", Linker, "link"),
)
"""What is done on the way from a text to its actors, and the function that does it: whose, and what it is called."""

ALL, REST = "all of it", "the rest"


def in_parts(library: Path) -> dict[str, Answer]:
    """Recognise and link what waits in a library; the time that each of `PARTS` took, and `ALL` and `REST` of it."""
    spent = {part: Answer(0.0, 0.0) for part, *_ in PARTS}

    def watched(part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def then(*arguments: Any, **options: Any) -> Any:
            begun = _now()
            result = work(*arguments, **options)
            if isinstance(result, Iterator):
                # Nothing of it is done before it is asked for.
                result = list(result)
            spent[part] = _sum(spent[part], _since(begun))
            return result

        return then

    with ExitStack() as stack, Newsroom.open(library) as room:
        for part, whose, name in PARTS:
            stack.enter_context(patch.object(whose, name, watched(part, getattr(whose, name))))
        begun = _now()
        room.analysis.run()
        took = _since(begun)
    known = _sum(*spent.values())
    return spent | {REST: Answer(took.wall - known.wall, took.cpu - known.cpu), ALL: took}


def _now() -> Answer:
    return Answer(time.perf_counter(), time.process_time())


def _since(begun: Answer) -> Answer:
    now = _now()
    return Answer(now.wall - begun.wall, now.cpu - begun.cpu)


def _sum(*answers: Answer) -> Answer:
    return Answer(sum(one.wall for one in answers), sum(one.cpu for one in answers))


def timed(command: Sequence[str]) -> Answer:
    """Run a command to its end; the time that it took."""
    begun, used = time.perf_counter(), _used_by_children()
    subprocess.run(command, check=True, capture_output=True)
    return Answer(time.perf_counter() - begun, _used_by_children() - used)


def _used_by_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def rate(number: int, took: Answer) -> str:
    """Articles a second on the clock / a second of processor time."""
    return f"{number / took.wall:,.1f} / {number / took.cpu:,.1f} articles/s"


def report_parts(number: int, parts: Mapping[str, Answer]) -> None:
    """A row for each part, in milliseconds an article."""
    for part, took in parts.items():
        each = f"{1000 * took.wall / number:,.1f} / {1000 * took.cpu / number:,.1f} ms an article"
        print(f"| tadmor | {number:,} | … {part} | {each} |", flush=True)


def shown(answers: Sequence[Answer]) -> str:
    """Median on the clock / median of processor time, in milliseconds."""
    wall = statistics.median(answer.wall for answer in answers) * 1000
    cpu = statistics.median(answer.cpu for answer in answers) * 1000
    return f"{wall:,.0f} / {cpu:,.0f} ms"


def taken_in(folder: Path, library: Path, number: int, *options: str) -> Answer:
    """The time in which `tadmor add` brings articles into a new library."""
    source = folder / f"{number}.jsonl"
    write_jsonl(source, number)
    return timed(tadmor(library, "add", *options, str(source)))


def starts(command: Sequence[str]) -> list[Answer]:
    """From the program's start to the first list on the screen, several times."""
    answers = []
    for _ in range(STARTS):
        with Terminal(command) as terminal:
            answers.append(terminal.started(MARKER))
    return answers


def presses(command: Sequence[str], keys: Sequence[tuple[str, str, int]]) -> Iterator[tuple[str, list[Answer]]]:
    """Every key's answers, in one run of the program."""
    with Terminal(command) as terminal:
        terminal.started(MARKER)
        terminal.settle(1.0)
        for key, what, times in keys:
            yield what, [terminal.press(key) for _ in range(times)]


def report(name: str, number: int, rows: Iterable[tuple[str, list[Answer]]]) -> None:
    for what, answers in rows:
        print(f"| {name} | {number:,} | {what} | {shown(answers)} |", flush=True)


def measure_newsboat(folder: Path, number: int) -> None:
    """Newsboat on the same articles as one feed, where it is installed."""
    program = shutil.which("newsboat")
    if program is None:
        print(f"| newsboat | {number:,} | not installed | |")
        return
    feed, home = folder / f"{number}.xml", folder / f"newsboat-{number}"
    home.mkdir()
    write_rss(feed, number)
    (home / "urls").write_text(f"file://{feed}\n", encoding="utf-8")
    (home / "config").write_text("max-items 0\n", encoding="utf-8")
    command = [program, "-u", str(home / "urls"), "-c", str(home / "cache"), "-C", str(home / "config")]
    print(f"| newsboat | {number:,} | import | {rate(number, timed([*command, '-x', 'reload']))} |", flush=True)
    with Terminal(command) as terminal:
        print(f"| newsboat | {number:,} | start to feed list | {shown([terminal.started('Made up')])} |")
        terminal.settle(1.0)
        for key, what, times in NEWSBOAT_KEYS:
            answers = [terminal.press(key) for _ in range(times)]
            print(f"| newsboat | {number:,} | {what} | {shown(answers)} |", flush=True)


def main() -> None:
    """Measure, and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 100_000], help="sizes of the libraries")
    parser.add_argument("--recognised", type=int, default=100, help="articles for the rate with recognition; 0: none")
    chosen = parser.parse_args()
    print("| program | articles | what | median on the clock / processor |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if chosen.recognised:
            number = chosen.recognised
            took = taken_in(folder, folder / "recognised.sqlite", number)
            print(f"| tadmor | {number:,} | import, recognised and linked | {rate(number, took)} |")
            taken_in(folder, folder / "parts.sqlite", number, "--later")
            report_parts(number, in_parts(folder / "parts.sqlite"))
        for number in chosen.articles:
            library = folder / f"{number}.sqlite"
            took = taken_in(folder, library, number, "--later")
            print(f"| tadmor | {number:,} | import | {rate(number, took)} |", flush=True)
            parts = stand_in(library, number)
            print(f"| tadmor | {number:,} | chains, links | {rate(number, parts[ALL])} |", flush=True)
            report_parts(number, parts)
            desk = tadmor(library)
            report("tadmor", number, [("start to first list", starts(desk))])
            report("tadmor", number, presses(desk, TADMOR_KEYS))
            measure_newsboat(folder, number)


if __name__ == "__main__":
    main()
