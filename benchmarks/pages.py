"""How much of a page's story is read, and how much else: python -m benchmarks.pages FOLDER

FOLDER is a checkout of scrapinghub's article-extraction-benchmark, https://github.com/scrapinghub/article-extraction-benchmark:
181 pages with the text of their articles, and what other extractors made of them. Precision and recall are of runs of
four words, as its own `evaluate.py` counts them: a page counts as much as any other, whatever its length. Its true
texts have no captions of pictures; Tadmor reads captions for the names in them, which costs it precision here.

What Tadmor doubts (`thin`) is measured as a finder of pages that were read badly, with an F1 below 0.8 of their own: of
its own reading, and, as it hardly reads any badly here, of what the others took, had that been taken. Pages are in the
first half or the second by the hash of their names; `AGREES` in `reader.sources.page_doubt` was chosen on the first.
"""

import argparse
import gzip
import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import mean
from typing import Any

import trafilatura
from trafilatura import baseline, html2txt

from reader.model import Caveat
from reader.sources.decoding import decode
from reader.sources.html import page_of, read_html
from reader.sources.page_doubt import Opinions

BAD = 0.8
"""A page whose F1 is below was read badly."""

RUN = 4
"""Words in a run."""

_WORD = re.compile(r"\w+")


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of words in a text, with how often each occurs."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def scores(true: str, read: str) -> tuple[float, float]:
    """Precision and recall of what was read of one page."""
    wanted, got = runs(true), runs(read)
    right = (wanted & got).total()
    if not wanted and not got:
        return 1.0, 1.0
    return (right / got.total() if got else 0.0), (right / wanted.total() if wanted else 0.0)


def extracted(settings: Mapping[str, Any], page: str) -> str:
    """What trafilatura takes of a page with these settings."""
    return trafilatura.extract(page, include_comments=False, **settings) or ""


def extractors() -> Iterator[tuple[str, Callable[[str], str]]]:
    """Names and functions from a page to its text: Tadmor, and what it could be built on."""
    yield "Tadmor", lambda page: read_html(page).body
    for name, settings in (
        ("trafilatura", {}),
        ("trafilatura, fast", {"fast": True}),
        ("trafilatura, precision", {"favor_precision": True}),
        ("trafilatura, recall", {"favor_recall": True}),
    ):
        yield name, partial(extracted, settings)
    yield "trafilatura, baseline", lambda page: baseline(page)[1]
    yield "trafilatura, html2txt", lambda page: html2txt(page)


def report(name: str, true: Mapping[str, str], read: Mapping[str, str], seconds: float | None = None) -> None:
    """Print a line of the table."""
    each = [scores(text, read.get(page, "")) for page, text in true.items()]
    precision, recall = mean(part[0] for part in each), mean(part[1] for part in each)
    f1 = 2 * precision * recall / (precision + recall)
    took = f"{seconds / len(true) * 1000:8.0f} ms" if seconds is not None else ""
    print(f"{name:28}{f1:8.3f}{precision:11.3f}{recall:8.3f}{took}")


def f1(true: str, read: str) -> float:
    """The harmonic mean of precision and recall of one page."""
    precision, recall = scores(true, read)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def half_of(page: str) -> int:
    """Which half a page is in, 0 or 1."""
    return hashlib.sha256(page.encode()).digest()[0] % 2


Verdicts = Mapping[int, Counter[tuple[bool, bool]]]
"""By half, how often something was doubted or not, and bad or not."""


def report_doubts(name: str, verdicts: Verdicts) -> None:
    """Print how well bad readings are found."""
    parts = []
    for half in (0, 1):
        counted = verdicts[half]
        right, doubted = counted[True, True], counted[True, True] + counted[True, False]
        bad = counted[True, True] + counted[False, True]
        precision, recall = (f"{right / whole:.2f}" if whole else "-" for whole in (doubted, bad))
        parts.append(f"{counted.total():7}{bad:6}{doubted:9}{precision:>11}{recall:>8}")
    print(f"{name:28}{''.join(parts)}")


def measure_doubts(true: Mapping[str, str], pages: Mapping[str, str], others: Mapping[str, Mapping[str, str]]) -> None:
    """Measure what is doubted of Tadmor's reading, and what would be of the others'."""
    own: Verdicts = {0: Counter(), 1: Counter()}
    taken: Verdicts = {0: Counter(), 1: Counter()}
    for name, text in pages.items():
        half = half_of(name)
        draft = read_html(text)
        own[half][Caveat.THIN in draft.caveats, f1(true[name], draft.body) < BAD] += 1
        page = page_of(text)
        if page is None:
            continue
        opinions = Opinions.of(page.blocks, page.extracted, page.title)
        for read in others.values():
            body = read.get(name, "")
            taken[half][opinions.doubt(body), f1(true[name], body) < BAD] += 1
    print(
        f"\n{'thin: first half, second':28}" + f"{'read':>7}{'bad':>6}{'doubted':>9}{'precision':>11}{'recall':>8}" * 2
    )
    report_doubts("Tadmor", own)
    report_doubts("the others' texts", taken)


def main() -> None:
    """Print the table: first what runs here, then what the benchmark holds of others."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    true = {page: part["articleBody"] for page, part in truth.items()}
    pages = {
        page: decode(gzip.decompress((folder / "html" / f"{page}.html.gz").read_bytes()), markup=True) for page in true
    }
    others: dict[str, Mapping[str, str]] = {}
    print(f"{'':28}{'F1':>8}{'precision':>11}{'recall':>8}{'CPU a page':>11}")
    for name, extract in extractors():
        began = time.process_time()
        read = {page: extract(text) for page, text in pages.items()}
        report(name, true, read, time.process_time() - began)
        if name != "Tadmor":
            others[name] = read
    for output in sorted((folder / "output").glob("*.json")):
        held = json.loads(output.read_text(encoding="utf-8"))
        held = held.get("output", held)
        others[output.stem] = {page: part.get("articleBody") or "" for page, part in held.items()}
        report(f"({output.stem})", true, others[output.stem])
    measure_doubts(true, pages, others)


if __name__ == "__main__":
    main()
