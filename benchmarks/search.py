"""How fast the full-text index is made and asked, and how large it is: `python -m benchmarks.search`.

Processor time, so that it does not matter what else runs. `--script chinese` takes running text without a space in it;
`--ways` compares the ways to find words in such text, each in an index of its own.
"""

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.synthetic import articles
from reader.library import articles as shelf
from reader.library import listing
from reader.library.store import Library
from reader.model import Incoming, Origin
from reader.query import parse

SIGNS = 600
"""Characters of a Chinese article: what 300 words of English take."""

USED = 3_500
"""Different characters, about those of a newspaper; by Zipf's law."""

BATCH = 500
"""Articles in a transaction."""

TIMES = 5
"""How often each question is asked; the fastest answer counts."""

FILTERS = {
    "latin": ("Anna", "bulletin", "shi", "ka*", '"Anna Boris"', "nothere"),
    "chinese": ("丁丂", "丁丂七", "丁", '"丁丂七丄"', "丁丂*", "龘龘"),
}


def chinese(number: int) -> Iterator[str]:
    """Running text: characters by Zipf's law, a stop after some twelve."""
    chance = random.Random(2)
    signs = [chr(0x4E00 + at) for at in range(USED)]
    weights = [1 / (rank + 5) for rank in range(1, USED + 1)]
    for _ in range(number):
        text = chance.choices(signs, weights, k=SIGNS)
        for at in range(12, SIGNS, 13):
            text[at] = "，"
        yield "".join(text)


def _incoming(script: str, number: int) -> Iterator[Incoming]:
    for at, article in enumerate(islice(articles(number), number)) if script == "latin" else ():
        yield Incoming(Origin("made up", str(at)), article["title"], article["text"])
    for at, text in enumerate(chinese(number)) if script == "chinese" else ():
        yield Incoming(Origin("made up", str(at)), text[:20], text)


def _took(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure(folder: Path, script: str, number: int) -> None:
    """Put that many articles into a library, and ask for some."""
    path = folder / f"{script}.sqlite"
    texts = list(_incoming(script, number))

    def fill(library: Library) -> None:
        for first in range(0, number, BATCH):
            with library.write() as db:
                for one in texts[first : first + BATCH]:
                    shelf.put(db, one)

    library = Library.open(path)
    seconds = _took(lambda: fill(library))
    index = sum(library.reader().column("SELECT length(block) FROM article_text_data"))
    whole = library.reader().value("SELECT sum(length(CAST(text AS BLOB))) FROM body")
    print(f"{number:,} articles, {script}: put in {seconds:.1f} s, {seconds / number * 1e6:.0f} µs each;")
    print(f"  text {whole / 1e6:.0f} MB, index {index / 1e6:.0f} MB, file {path.stat().st_size / 1e6:.0f} MB")
    for filter in FILTERS[script]:
        found = listing.listing(library, parse(filter)).total
        best = min(_took(partial(listing.listing, library, parse(filter))) for _ in range(TIMES))
        print(f"  {filter:16} {found:9,} found in {best * 1000:7.1f} ms")
    library.close()


def _single(text: str) -> str:
    return " ".join(text)


def _as_it_is(text: str) -> str:
    return text


def compare_ways(number: int) -> None:
    """Running Chinese text in an index of single characters, of pairs, and of SQLite's own trigrams."""
    from reader.names.unspaced import cut

    ways: dict[str, tuple[str, Callable[[str], str], Callable[[str], str]]] = {
        "single characters": ("ascii", _single, _single),
        "pairs": ("ascii", cut, lambda text: cut(text, open_end=True)),
        "SQLite's trigrams": ("trigram", _as_it_is, _as_it_is),
    }
    texts = list(chinese(number))
    for name, (tokenizer, stored, asked) in ways.items():
        db = sqlite3.connect(":memory:")
        db.execute(f"CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='{tokenizer}')")
        seconds = _took(partial(_fill, db, [stored(text) for text in texts]))
        size = db.execute("SELECT sum(length(block)) FROM words_data").fetchone()[0]
        print(f"{name}: {seconds / number * 1e6:.0f} µs and {size / number:.0f} bytes an article")
        for word in ("丁丂", "丁丂七", "丂七丄丅"):
            ask = partial(_ask, db, '"' + " ".join(asked(word).split()) + '"')
            print(f"  {word:6} {ask():8,} found in {min(_took(ask) for _ in range(TIMES)) * 1000:6.1f} ms")


def _fill(db: sqlite3.Connection, texts: Sequence[str]) -> None:
    db.execute("INSERT INTO words(words, rank) VALUES ('hashsize', 16777216)")
    db.executemany("INSERT INTO words(text) VALUES (?)", ((text,) for text in texts))
    db.commit()


def _ask(db: sqlite3.Connection, question: str) -> int:
    return len(db.execute("SELECT rowid FROM words WHERE words MATCH ?", (question,)).fetchall())


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=100_000, help="how many (default: %(default)s)")
    parser.add_argument("--script", choices=("latin", "chinese"), default="latin")
    parser.add_argument("--ways", action="store_true", help="compare ways to index running text")
    options = parser.parse_args()
    if options.ways:
        compare_ways(options.articles)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.script, options.articles)


if __name__ == "__main__":
    main()
