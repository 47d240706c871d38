"""How fast Tadmor is here: import, start to first list, key to screen in a real pseudo-terminal; newsboat beside it.

    python benchmarks/speed.py                        # 1,000 and 100,000 articles; some minutes
    python benchmarks/speed.py --articles 1000        # less

Articles are made up (`benchmarks/synthetic.py`), the same ones every time. The large libraries are recognised by a
stand-in that takes capitalised pairs for people, since what is measured there is the desk and not the recogniser; the
rate "recognised and linked" is the recogniser's own. A time is the median on the clock and, after the stroke, the
processor time.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.synthetic import write_jsonl, write_rss
from benchmarks.terminal import Answer, Terminal
from reader import recognise
from reader.model import Kind, Mention
from reader.newsroom import Newsroom

MARKER = "Bulletin"
"""Stands in every made-up title, so that the first list is seen when it is there."""

STARTS = 5
"""Times that a program is started; the median counts."""

TADMOR_KEYS = (
    ("j", "next article", 30),
    ("pgdn", "page down the list", 10),
    ("end", "end of the list", 3),
    ("home", "top of the list", 3),
    ("enter", "open an article", 1),
    ("n", "next mention", 20),
    ("[", "previous article with this actor", 10),
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

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        """The pairs in each text."""
        return [
            [Mention(pair.start(), pair.end(), Kind.PERSON, 0.9, "model") for pair in self._pair.finditer(text)]
            for text in texts
        ]


def stand_in(library: Path) -> float:
    """Recognise and link a library with the stand-in; the seconds that it took."""
    begun = time.perf_counter()
    recognise.load = lambda *arguments, **options: Capitals()
    with Newsroom.open(library) as room:
        room.analyse()
    return time.perf_counter() - begun


def shown(answers: Sequence[Answer]) -> str:
    """Median on the clock / median of processor time, in milliseconds."""
    wall = statistics.median(answer.wall for answer in answers) * 1000
    cpu = statistics.median(answer.cpu for answer in answers) * 1000
    return f"{wall:,.0f} / {cpu:,.0f} ms"


def import_rate(folder: Path, number: int, *, recognised: bool) -> float:
    """Articles a second that `tadmor add` brings into a new library."""
    source, library = folder / f"{number}.jsonl", folder / f"rate-{number}-{recognised}.sqlite"
    write_jsonl(source, number)
    begun = time.perf_counter()
    subprocess.run(
        tadmor(library, "add", *([] if recognised else ["--later"]), str(source)), check=True, capture_output=True
    )
    return number / (time.perf_counter() - begun)


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
    begun = time.perf_counter()
    subprocess.run([*command, "-x", "reload"], check=True, capture_output=True)
    print(f"| newsboat | {number:,} | import | {number / (time.perf_counter() - begun):,.0f} articles/s |")
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
            rate = import_rate(folder, chosen.recognised, recognised=True)
            print(
                f"| tadmor | {chosen.recognised:,} | import, recognised and linked | {rate:,.1f} articles/s |",
                flush=True,
            )
        for number in chosen.articles:
            rate = import_rate(folder, number, recognised=False)
            print(f"| tadmor | {number:,} | import | {rate:,.0f} articles/s |", flush=True)
            library = folder / f"rate-{number}-False.sqlite"
            rate = number / stand_in(library)
            print(f"| tadmor | {number:,} | chains, links, counts | {rate:,.0f} articles/s |", flush=True)
            desk = tadmor(library)
            report("tadmor", number, [("start to first list", starts(desk))])
            report("tadmor", number, presses(desk, TADMOR_KEYS))
            measure_newsboat(folder, number)


if __name__ == "__main__":
    main()
