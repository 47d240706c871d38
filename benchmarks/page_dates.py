"""How many saved pages are given the right date: Tadmor beside htmldate, by htmldate's own annotated pages.

    git clone https://github.com/adbar/htmldate && python -m benchmarks.page_dates htmldate/tests

A day that is not the page's counts as wrong, no date as missing.
"""

import argparse
import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.model import Incoming, Origin
from reader.sources.article import finish
from reader.sources.decoding import decode
from reader.sources.html import read_html


def pages(folder: Path) -> Iterator[tuple[bytes, str]]:
    """Every annotated page with its day."""
    for table in sorted(folder.glob("eval_*.json")):
        for about in json.loads(table.read_text("utf-8")).values():
            files = [place / about["file"] for place in (folder / name for name in ("cache", "eval", "test_set"))]
            file = next((file for file in files if file.is_file()), None)
            if file is not None:
                yield file.read_bytes(), about["date"]


def tadmor(page: bytes) -> str:
    """The day that an article made of the page has."""
    article: Incoming | None = finish(Origin("/page.html"), read_html(decode(page, markup=True)), name="page.html")
    return article.date[:10] if article else ""


def htmldate(*, extensive: bool) -> Callable[[bytes], str]:
    """The day that htmldate finds."""
    from htmldate import find_date

    return lambda page: find_date(page, extensive_search=extensive, original_date=True) or ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder `tests` of a checkout of htmldate")
    parser.add_argument("--wrong", action="store_true", help="print the right day and Tadmor's where they differ")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    found = [*pages(options.folder)]
    ways = {
        "Tadmor": tadmor,
        "htmldate, fast": htmldate(extensive=False),
        "htmldate, extensive": htmldate(extensive=True),
    }
    print(f"{len(found)} pages\n\n| | right | wrong | missing | CPU ms a page |\n|---|---|---|---|---|")
    for name, way in ways.items():
        counts: Counter[str] = Counter()
        began = time.process_time()
        for page, day in found:
            got = way(page)
            counts["right" if got == day else "wrong" if got else "missing"] += 1
            if options.wrong and name == "Tadmor" and got != day:
                print(day, got or "-")
        cost = (time.process_time() - began) / len(found) * 1000
        print(f"| {name} | {counts['right']} | {counts['wrong']} | {counts['missing']} | {cost:.0f} |")


if __name__ == "__main__":
    main()
