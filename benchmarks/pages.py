"""How much of a page's story is read, and how much else: python -m benchmarks.pages FOLDER

FOLDER is a checkout of scrapinghub's article-extraction-benchmark, https://github.com/scrapinghub/article-extraction-benchmark:
181 pages with the text of their articles, and what other extractors made of them. Precision and recall are of runs of
four words, as its own `evaluate.py` counts them: a page counts as much as any other, whatever its length. Its true
texts have no captions of pictures; Tadmor reads captions for the names in them, which costs it precision here.
"""

import argparse
import gzip
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

from reader.sources.decoding import decode
from reader.sources.html import read_html

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
    print(f"{'':28}{'F1':>8}{'precision':>11}{'recall':>8}{'CPU a page':>11}")
    for name, extract in extractors():
        began = time.process_time()
        read = {page: extract(text) for page, text in pages.items()}
        report(name, true, read, time.process_time() - began)
    for output in sorted((folder / "output").glob("*.json")):
        held = json.loads(output.read_text(encoding="utf-8"))
        held = held.get("output", held)
        report(f"({output.stem})", true, {page: part.get("articleBody") or "" for page, part in held.items()})


if __name__ == "__main__":
    main()
